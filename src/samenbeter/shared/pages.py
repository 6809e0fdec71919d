"""What pages with forms or private data have in common: kept by no browser, done by a POST with a token."""

from functools import cached_property
from plone import api
from plone.protect import CheckAuthenticator
from plone.protect.authenticator import createToken
from Products.Five import BrowserView
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from samenbeter import _
from samenbeter.shared import entry
from samenbeter.shared import guard
from samenbeter.shared import refused
from zExceptions import Forbidden
from zope.component import getMultiAdapter
from zope.i18n import translate


LONGEST = 5000  # letters of what somebody writes to us


def is_from_elsewhere(request):
    """Return whether a browser says that another site sent this form.

    All visitors have one and the same token, so it does not keep another site from logging somebody in as somebody
    else. Old browsers and programs say nothing. Source: https://www.w3.org/TR/fetch-metadata/
    """
    return request.getHeader("Sec-Fetch-Site") == "cross-site"


class PrivatePage(BrowserView):
    """A page with private data. A POST with a token does something; all else only looks.

    ``act()`` returns the whole answer to a POST, or None to show the page.
    """

    # not ISamenBeterPage: pages of that kind may be kept by browsers
    sb_page = True
    title = None
    # the name of its public form, for the guard
    guard_form = ""
    # True when a public form has to be sent once more
    again = False
    form_parts = ViewPageTemplateFile("templates/form_parts.pt")

    def __init__(self, context, request):
        super().__init__(context, request)
        # {id of a field: what is wrong}, in the order of the page
        self.errors = {}

    @property
    def sb_title(self):
        """Return the title; a screen reader hears first that something is wrong."""
        if self.errors:
            return _("rights_title_error", default="Fout: ${title}", mapping={"title": self.say(self.title)})
        return self.title

    @cached_property
    def sb(self):
        """Return the helpers of all templates."""
        return getMultiAdapter((self.context, self.request), name="sb")

    @cached_property
    def token(self):
        """Return the token that proves that the form came from here."""
        return createToken()

    @cached_property
    def url(self):
        """Return the address of the site."""
        return api.portal.get().absolute_url()

    @cached_property
    def guard(self):
        """Return what the macro "guard" puts into the form; ``guard_form`` is the name of the form."""
        return guard.fields(self, self.guard_form)

    @cached_property
    def entry_code(self):
        """Return the entry code that came along, for the macro "entry"."""
        return entry.carried(self.request)

    @property
    def language(self):
        """Return the language of the page."""
        return api.portal.get_current_language(self.context)

    @cached_property
    def here(self):
        """Return the address of this page."""
        return f"{self.url}/@@{self.__name__}"

    def __call__(self):
        """Show the page, or do what was asked."""
        response = self.request.response
        response.setHeader("Cache-Control", "no-store")
        response.setHeader("Referrer-Policy", "no-referrer")
        if self.request.method == "POST":
            if not self._came_from_here():
                return self.show()
            self.errors = dict.fromkeys(sorted(refused.fields(self.request)), refused.REFUSED)
            answer = self.refuse() if self.errors else self.act()
            if answer is not None:
                return answer
        return self.show()

    def _came_from_here(self):
        try:
            if is_from_elsewhere(self.request):
                raise Forbidden("the form came from another site")
            CheckAuthenticator(self.request)
        except Forbidden:
            if not self.guard_form:
                raise
            # somebody logged in or out meanwhile: nothing is done, and what was written is not lost
            self.request.response.setStatus(403)
            self.again = True
            return False
        return True

    def act(self):
        """Do what the form asks."""
        return None

    def refuse(self):
        """Do nothing of what the form asks: ``errors`` says why. Return the whole answer, or None to show the page."""
        return None

    def show(self):
        """Return the page."""
        return self.index()

    # -- helpers

    def field(self, name, longest=LONGEST, strip=True):
        """Return what was sent in a field of the form, as text.

        :param strip: without the space around it; that of a password counts.
        """
        value = self.request.form.get(name, "")
        if isinstance(value, (list, tuple)):
            value = value[0] if value else ""
        if not isinstance(value, str):
            return ""
        # bytes that are no letters: no user folder and no hash takes them
        value = value.encode("utf-8", "ignore").decode()
        return (value.strip() if strip else value)[:longest]

    def say(self, message):
        """Return a message in the language of the page."""
        return translate(message, context=self.request)

    def tell(self, message):
        """Say something on the next page."""
        api.portal.show_message(message, self.request)

    def back(self, name="mijn-gegevens"):
        """Go to another page of ours."""
        self.request.response.redirect(f"{self.url}/@@{name}", status=303)
        return ""

    def described(self, field, *hints):
        """Return the attributes of a field for who hears the page: {"described": ids, "invalid": "true" or None}."""
        wrong = field in self.errors
        ids = [*([f"{field}-error"] if wrong else []), *hints]
        return {"described": " ".join(ids) or None, "invalid": "true" if wrong else None}
