"""Where the pages of asking lead to, and the page for who lost a code."""

from functools import cached_property
from plone import api
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from samenbeter import _
from samenbeter.shared.pages import PrivatePage
from samenbeter.shared.relations import may_view
from samenbeter.vraagbaak.asking import asking
from samenbeter.vraagbaak.asking import calling
from zope.component import queryMultiAdapter


# pages elsewhere: with a code, and with a mail address
STATUS, DATA = "mijn-bonnetje", "gegevens-zonder-account"


class Doors:
    """Addresses of other pages, and the parts that the templates share."""

    parts = ViewPageTemplateFile("templates/parts.pt")

    @cached_property
    def phone(self):
        """Return {"text", "url"} of the number for help; the url is empty without a number."""
        return calling.help_phone(self.sb)

    @property
    def desk_url(self):
        """Return where answers can be read: the desk, or the search page for who does not see it."""
        return self.context.absolute_url() if may_view(self.context) else f"{self.url}/@@search"

    @property
    def status_url(self):
        """Return where somebody looks with a code how it is; "" without such a page."""
        found = queryMultiAdapter((self.context, self.request), name=STATUS)
        return f"{self.context.absolute_url()}/@@{STATUS}" if found is not None else ""

    @property
    def status_shown(self):
        """Return the same as it is written on paper."""
        return self.status_url.partition("://")[2]

    @property
    def data_url(self):
        """Return where somebody without an account sees what we keep by a mail address; "" without such a page."""
        found = queryMultiAdapter((api.portal.get(), self.request), name=DATA)
        return f"{self.url}/@@{DATA}" if found is not None else ""

    @property
    def ask_url(self):
        """Return where a question is asked; "" while the desk is closed."""
        return asking.ask_url(self.context)


class LostPage(Doors, PrivatePage):
    """The page "Code kwijt?"."""

    title = _("ask_bon_lost", default="Code kwijt?")
