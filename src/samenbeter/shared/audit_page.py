"""What the pages of who looks after the log have in common: kept by no browser, closed without a key."""

from functools import cached_property
from plone import api
from plone.protect import CheckAuthenticator
from plone.protect.authenticator import createToken
from Products.Five import BrowserView
from samenbeter import _
from samenbeter.shared.keys import VaultProblem
from zope.component import getMultiAdapter
from zope.i18n import translate


class GuardedPage(BrowserView):
    """A page that does something on POST with a token, and else only looks.

    ``act()`` does it; it returns the whole answer, or None to show the page.
    """

    # not ISamenBeterPage: pages of that kind may be kept by browsers
    sb_page = True
    title = None
    problem = None

    def __init__(self, context, request):
        super().__init__(context, request)
        # {id of a field: what is wrong}, in the order of the page
        self.errors = {}

    @property
    def sb_title(self):
        """Return the title; a screen reader hears first that something is wrong."""
        if self.problem or self.errors:
            return _("audit_title_error", default="Fout: ${title}", mapping={"title": self.title})
        return self.title

    def __call__(self):
        """Show the page, or do what was asked."""
        response = self.request.response
        response.setHeader("Cache-Control", "no-store")
        response.setHeader("Referrer-Policy", "no-referrer")
        try:
            if self.request.method == "POST":
                CheckAuthenticator(self.request)
                answer = self.act()
                if answer is not None:
                    return answer
        except VaultProblem as problem:
            self.problem = problem.message
            response.setStatus(503)
        return self.index()

    def act(self):
        """Do what the form asks."""
        return None

    @cached_property
    def sb(self):
        """Return the helpers of all templates."""
        return getMultiAdapter((self.context, self.request), name="sb")

    @cached_property
    def token(self):
        """Return the token that proves that the form came from here."""
        return createToken()

    @cached_property
    def here(self):
        """Return the address of this page."""
        return f"{api.portal.get().absolute_url()}/@@{self.__name__}"

    def field(self, name, longest=1000):
        """Return what was sent in a field of the form, as text without space around it."""
        value = self.request.form.get(name, "")
        return value.strip()[:longest] if isinstance(value, str) else ""

    def described(self, field, *hints):
        """Return the attributes of a field for who hears the page."""
        wrong = field in self.errors
        ids = [*([f"{field}-error"] if wrong else []), *hints]
        return {"described": " ".join(ids) or None, "invalid": "true" if wrong else None}

    def say(self, message):
        """Return a message in the language of the page."""
        return translate(message, context=self.request)
