"""What an integrator gets when something fails: never where it failed, nor whether something hidden is there."""

from AccessControl.security import checkPermission
from plone.rest.errors import ErrorHandling
from plone.rest.traverse import RESTWrapper
from Products.CMFCore.interfaces import IContentish
from samenbeter.shared import hardened
from samenbeter.shared import rest
from samenbeter.shared import strangers
from zExceptions import NotFound
from zope.component.hooks import getSite
from zope.i18n import translate


def without_hidden_target(request, redirected):
    """Return whether a page that moved may be shown: not when who asks may not see where it went.

    :param redirected: True when the answer is a redirect by now; a hidden target takes that back.
    """
    response = request.response
    if not redirected or not strangers.hides_target(request, response.getHeader("Location") or ""):
        return redirected
    response._locked_status = 0
    response.setStatus(404)
    response.headers.pop("location", None)
    return False


def nearest(request):
    """Return the content nearest to where it failed that the visitor may View; else the site.

    What failed may be a view, or a method of one: a page cannot stand on these. Nor on what Zope found
    by way of an item that is hidden: that would tell that the item is there.
    """
    found = getSite()
    is_hiding = hardened.is_on(strangers.SWITCH)
    for parent in reversed(request.get("PARENTS") or ()):
        item = parent.context if isinstance(parent, RESTWrapper) else parent
        if not IContentish.providedBy(item):
            continue
        if checkPermission("zope2.View", item):
            found = item
        elif is_hiding:
            break
    return found


class ApiError(ErrorHandling):
    """plone.rest's answer, without tracebacks; an error of ours says its number and nothing else."""

    number = ""
    words = None

    def attempt_redirect(self):
        """Send on to where a page went, if that is there for who asks."""
        return without_hidden_target(self.request, super().attempt_redirect())

    def render_exception(self, exception):
        """Return the answer as a dict."""
        return rest.in_our_shape(self.request, self.request.response.getStatus(), self._as_plone_says(exception))

    def _as_plone_says(self, exception):
        result = super().render_exception(exception) or {}
        result.pop("traceback", None)
        if self.words:
            message = " ".join(translate(words, context=self.request) for words in self.words)
            return {"type": "ServiceUnavailable", "message": message, "error_number": self.number}
        if self.number:
            return {"type": "InternalServerError", "message": "Something went wrong.", "error_number": self.number}
        if isinstance(exception, NotFound) and result.get("message") and hardened.is_on(strangers.SWITCH):
            # Zope's address says how far it came, and so what is there
            result["message"] = f"Resource not found: {self.request.get('ACTUAL_URL', '')}"
            result["context"] = nearest(self.request).absolute_url()
        return result
