"""What a visitor reads when something fails."""

from plone.rest.errors import ErrorHandling
from plone.rest.interfaces import IAPIRequest
from Products.CMFPlone.browser.exceptions import ExceptionView
from samenbeter import _


class ErrorPage(ExceptionView):
    """Plone's error view: what it does stays, what it says is ours."""

    sb_page = True

    def __call__(self):
        """Return our page; an integrator gets plone.rest's JSON, which names the field."""
        if IAPIRequest.providedBy(self.request):
            return ErrorHandling(self.context, self.request)()
        return super().__call__()

    @property
    def missing(self):
        """True when the page is not there."""
        return self.request.response.getStatus() == 404

    @property
    def sb_title(self):
        """Return what happened, for the title of the page."""
        if self.missing:
            return _("error_missing", default="Deze bladzijde is er niet")
        return _("error_ours", default="Er ging iets mis")
