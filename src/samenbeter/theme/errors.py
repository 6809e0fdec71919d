"""What a visitor reads when something fails, and what an integrator gets.

Neither says where it failed: a number does, which stands in the log beside the traceback.
"""

from AccessControl.SecurityManagement import newSecurityManager
from AccessControl.users import nobody
from functools import cached_property
from plone import api
from plone.rest.events import mark_as_api_request
from plone.rest.interfaces import IAPIRequest
from Products.CMFPlone.browser.exceptions import ExceptionView
from Products.Five import BrowserView
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from samenbeter import _
from samenbeter import logger
from samenbeter.shared import bare
from samenbeter.shared import hardened
from samenbeter.shared import strangers
from samenbeter.shared import trouble
from samenbeter.shared.too_often import TooManyRequests
from samenbeter.theme.api_errors import ApiError
from samenbeter.theme.api_errors import nearest
from samenbeter.theme.api_errors import without_hidden_target
from samenbeter.theme.lost import desk
from samenbeter.theme.lost import themes
from samenbeter.theme.lost import words_of
from transaction.interfaces import TransientError
from urllib.parse import urlencode
from zExceptions import NotFound
from zExceptions import Redirect
from zExceptions import Unauthorized
from ZODB.POSException import StorageError
from zope.component.hooks import getSite

import json


# status: (what happened, what to do)
WORDS = {
    400: (
        _("error_unclear", default="Dit begrijpen wij niet"),
        _("error_unclear_do", default="Ga terug en probeer het nog eens."),
    ),
    401: (
        _("error_log_in", default="Log eerst in"),
        _("error_log_in_do", default="Daarna zie je deze bladzijde, als hij voor jou is."),
    ),
    403: (
        _("error_not_now", default="Dit kan nu niet"),
        _(
            "error_forbidden_do",
            default="Vulde je iets in? Ga terug, laad de bladzijde opnieuw en probeer het nog eens.",
        ),
    ),
    404: (
        _("error_missing", default="Deze bladzijde is er niet"),
        _("error_missing_why", default="Misschien is ze weggehaald. Of er zit een fout in het adres."),
    ),
    405: (
        _("error_method", default="Dit kan hier niet"),
        _("error_method_do", default="Ga terug en probeer het op een andere manier."),
    ),
    413: (
        _("error_too_large", default="Dit is te groot"),
        _("error_too_large_do", default="Kies een kleiner bestand, of stuur minder tegelijk."),
    ),
    429: (
        _("error_too_often", default="Dit ging te vaak mis"),
        _(
            "error_too_often_do",
            default="Wacht een minuut en probeer het dan nog eens. Of laat ons een link mailen, bij Inloggen.",
        ),
    ),
    500: (
        _("error_ours", default="Er ging iets mis"),
        _("error_ours_why", default="Dat ligt aan ons, niet aan jou. Probeer het over een paar minuten nog eens."),
    ),
    503: (
        _("error_busy", default="Wij zijn er zo weer"),
        _(
            "error_busy_do",
            default="Het is druk, of wij zijn aan het werk. Probeer het over een paar minuten nog eens.",
        ),
    ),
}
# Zope gives a KeyError of ours the status of a server that is busy
OURS = (KeyError, NameError)
# others write the same all the time, or the database is out of reach
BUSY = (TransientError, StorageError)
# what is said also where nothing may be seen: it has nothing to do with the item
TOLD_TO_ALL = (Redirect, TooManyRequests, *BUSY)
# which rule of the cache the page has that was looked for
OF_THE_CACHE = ("x-cache-rule", "x-cache-operation")
# what makes an address one for programs
API = "++api++"


def status_of(error, response):
    """Return the HTTP status of an exception, and set it."""
    if isinstance(error, BUSY) or trouble.words_of(error):
        # plone.rest would take the status from the name of the exception
        response.setStatus(503, lock=True)
    else:
        response.setStatus(500 if isinstance(error, OURS) else type(error))
    return response.getStatus()


class ErrorPage(ExceptionView):
    """Plone's error view: where it looks for a moved page stays, what it says is ours."""

    sb_page = True
    number = ""
    status = 500
    # of what has words of its own: (what happened, what to do)
    said = None

    def __call__(self):
        """Return the page, or JSON for who does not ask for a page."""
        error = self.context
        if not isinstance(error, TOLD_TO_ALL) and strangers.hides(self.request):
            # Zope sends who is not allowed to the log-in page, unless that was done already;
            # and what one of its pages makes of the rest of an address tells that the item is there.
            # What is missing is told to nobody in particular
            newSecurityManager(self.request, nobody)
            error = NotFound(self.request.get("URL", ""))
            self.request.response._has_challenged = True
        # an address that led to an item before it failed would be written into the page
        self.request.response.base = ""
        self.context = self.__parent__ = nearest(self.request)
        self.said = trouble.words_of(error)
        self.status = status_of(error, self.request.response)
        if self.status >= 500:
            self.number = bare.number()
            logger.error("Error %s", self.number, exc_info=error)
        # what stands in it is not the page that was asked for: no rule for caching that page is for this
        self.request.set("PUBLISHED", self)
        for name in OF_THE_CACHE:
            self.request.response.headers.pop(name, None)
        self.request.response.setHeader("Cache-Control", "no-store")
        try:
            return self._answer(error)
        except Exception as failure:
            number = self.number or bare.number()
            logger.error("Error %s: its page failed", number, exc_info=failure)
            return self._bare(number)
        finally:
            # those who come later would set it anew, from the name of the exception
            if not isinstance(error, Unauthorized):
                self.request.response.setStatus(self.request.response.getStatus(), lock=True)

    def _answer(self, error):
        if self.missing and hardened.is_on(strangers.SWITCH) and API in self.request.get("ACTUAL_URL", "").split("/"):
            # below what is not there Zope does not come so far that it knows
            mark_as_api_request(self.request, "application/json")
        if IAPIRequest.providedBy(self.request):
            answer = ApiError(error, self.request)
            answer.number, answer.words = self.number, self.said
            return answer()
        if self.status == 404 and self._moved():
            return ""
        if "text/html" not in self.request.getHeader("Accept", ""):
            self.request.response.setHeader("Content-Type", "application/json")
            said = {"error_type": type(error).__name__} if not self.number else {"error_number": self.number}
            return json.dumps(said)
        if self.status == 503:
            self.request.response.setHeader("Retry-After", "120")
        return self.index()

    def _moved(self):
        return without_hidden_target(self.request, self.plone_redirector_view.attempt_redirect())

    def _bare(self, number):
        response = self.request.response
        response.setHeader("Content-Type", "text/html; charset=utf-8")
        if response.getStatus() < 500:
            return bare.page(response.getStatus())
        return bare.page("full" if self.said is trouble.NO_ROOM else response.getStatus(), number)

    @property
    def missing(self):
        """True when the page is not there."""
        return self.status == 404

    @property
    def login_url(self):
        """Return the address at which to log in and come back, where a page can be hidden; None for who is logged in."""
        if not self.missing or not hardened.is_on(strangers.SWITCH):
            return None
        if self.request.cookies.get("__ac") or self.request._auth:
            return None
        here = self.request.get("ACTUAL_URL", "")
        return f"{getSite().absolute_url()}/login?{urlencode({'came_from': here})}"

    @property
    def words(self):
        """Return (what happened, what to do)."""
        return self.said or WORDS.get(self.status) or WORDS[400 if self.status < 500 else 500]

    @property
    def sb_title(self):
        """Return what happened, for the title of the page."""
        return self.words[0]

    def searched(self):
        """Return the words in the address, for the search field."""
        return words_of(self.request.get("PATH_INFO", ""), getSite().getId())

    @cached_property
    def desk(self):
        """Return the brain of the question desk, or None."""
        return desk() if self.missing else None

    def themes(self):
        """Return the themes that have anything, as chips."""
        return themes(self.context, self.request)


class NoAccess(BrowserView):
    """For who is logged in and may not see a page; Plone sends them here."""

    sb_page = True
    index = ViewPageTemplateFile("templates/no_access.pt")

    @property
    def known(self):
        """True for who is logged in; others came by the address alone."""
        return not api.user.is_anonymous()

    @property
    def sb_title(self):
        """Return what happened."""
        return _("error_no_access", default="Deze bladzijde is niet voor jou") if self.known else WORDS[401][0]

    def __call__(self):
        """Return the page, with the status that says so."""
        self.request.response.setStatus(403)
        self.request.response.setHeader("Cache-Control", "no-store")
        return self.index()
