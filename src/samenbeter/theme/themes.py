"""The page of a theme, which brings all kinds together, and the page of all themes.

``/thema`` and ``/thema/slapen``. One catalog query, for the question desk; the rest comes
from the sets of the indexes, however much there is.
"""

from functools import cached_property
from plone import api
from Products.Five import BrowserView
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from samenbeter import _
from samenbeter.interfaces import ISamenBeterPage
from samenbeter.shared import desks
from samenbeter.shared.fragments import for_visitors
from samenbeter.shared.kinds import list_item
from samenbeter.shared.listing import known
from samenbeter.theme.finding import Finder
from samenbeter.theme.parts import in_a_sentence
from urllib.parse import quote
from urllib.parse import urlencode
from zExceptions import NotFound
from zope.component import getMultiAdapter
from zope.component.hooks import getSite
from zope.i18n import translate
from zope.interface import implementer
from zope.publisher.interfaces import IPublishTraverse


NAME = "thema"
SHOWN = 5
NEIGHBOURS = 6


def address(token=""):
    """Return the address of the page of a theme, or of that of all themes."""
    home = f"{getSite().absolute_url()}/{NAME}"
    return f"{home}/{quote(token)}" if token else home


def in_use(context, request):
    """Return {title, url} of the themes that have anything the visitor may see, in the order of the site."""

    def make():
        sb = getMultiAdapter((context, request), name="sb")
        finder = Finder(api.portal.get_tool("portal_catalog"))
        used = finder.themes(finder.current)
        return sb.theme_links([token for token in sb.vocabulary("samenbeter.themes") if token in used])

    return for_visitors(request, "theme.themes", make)


@implementer(ISamenBeterPage, IPublishTraverse)
class Themes(BrowserView):
    """Both pages: the address says which."""

    all_template = ViewPageTemplateFile("templates/themes.pt")
    one_template = ViewPageTemplateFile("templates/theme.pt")
    token = None

    def publishTraverse(self, request, name):
        """Take the theme from the address; what is no theme is not there."""
        if self.token is not None or name not in self.titles:
            raise NotFound(name)
        self.token = name
        return self

    def __call__(self):
        """Draw the page."""
        return self.one_template() if self.token else self.all_template()

    @cached_property
    def sb(self):
        """Return the helpers of all templates."""
        return getMultiAdapter((self.context, self.request), name="sb")

    @cached_property
    def titles(self):
        """Return {theme: title} of all themes, also those that other add-ons bring."""
        return self.sb.vocabulary("samenbeter.themes")

    @cached_property
    def finder(self):
        """Return what the visitor can find."""
        return Finder(api.portal.get_tool("portal_catalog"))

    # -- in the head

    @property
    def title(self):
        """Return the title of the theme."""
        return self.titles[self.token]

    @property
    def sb_title(self):
        """Return the title of the page."""
        return self.title if self.token else _("themes_title_all", default="Alle onderwerpen")

    @property
    def sb_description(self):
        """Return what there is, in one sentence."""
        if not self.token:
            return _("themes_lead", default="Kies een onderwerp. Je ziet wat er in jouw wijk voor je is.")
        if not self.found:
            return ""
        words = {"theme": in_a_sentence(self.title), "things": self._things(self.found)}
        return _("theme_lead", default="Alles over ${theme} bij elkaar: ${things}.", mapping=words)

    @property
    def sb_crumbs(self):
        """Return the way back from a theme to all themes."""
        return (
            [{"title": _("themes_crumb", default="Onderwerpen"), "url": address(), "lang": None}] if self.token else []
        )

    def _things(self, found):
        return self.sb.sentence([kind.things(count, self.request) for kind, count in self.finder.kinds(found).items()])

    # -- all themes

    def cards(self):
        """Return the themes that have anything, with how much of each kind."""
        return for_visitors(self.request, "theme.cards", self._cards)

    def _cards(self):
        cards = []
        for token, title in self.titles.items():
            found = self.finder.about(self.finder.current, token)
            if found:
                cards.append({"title": title, "url": address(token), "text": self._things(found)})
        return cards

    # -- one theme

    @cached_property
    def found(self):
        """Return all that is about this theme."""
        return self.finder.about(self.finder.current, self.token)

    def parts(self):
        """Return each kind that there is: its title, the first of its rows, and where all of them are."""
        return [self._part(kind, count) for kind, count in self.finder.kinds(self.found).items()]

    def _part(self, kind, count):
        numbers = self.finder.listed(self.finder.of_kind(self.found, kind.token), kind.token, SHOWN)
        words = {"things": kind.things(count, self.request), "theme": in_a_sentence(self.title)}
        message = _("theme_all_things", default="Alle ${things} over ${theme}", mapping=words)
        query = urlencode({"kind": kind.token, "theme": self.token})
        return {
            "id": f"sb-{kind.token}",
            "title": kind.title,
            "rows": [self._item(self.finder.brain(number)) for number in numbers],
            "all": translate(message, context=self.request) if count > SHOWN else "",
            "url": f"{self.context.absolute_url()}/@@search?{query}",
        }

    def _item(self, brain):
        note = ""
        if brain.portal_type == "VraagbaakQuestion":
            note = self.sb.sentence(self.sb.terms("samenbeter.disciplines", known(brain.sb_disciplines, ())))
        # the heading above it says what kind it is
        return {**list_item(brain, self.sb, note), "kind": None}

    def neighbours(self):
        """Return links to other themes: first those that the most of this is about too."""
        used = self.finder.themes(self.finder.current)
        others = [token for token in self.titles if token in used and token != self.token]
        others.sort(key=lambda token: -len(self.finder.about(self.found, token)))
        return self.sb.theme_links(others[:NEIGHBOURS])

    @cached_property
    def ask_url(self):
        """Return where a question is asked; nothing when no desk is open."""
        return desks.ask_url()

    def empty(self):
        """Return what to say when there is nothing, for the macro "empty"."""
        action = None
        if self.ask_url:
            action = {"title": _("ask_your_question", default="Stel je vraag"), "url": self.ask_url}
        if not self.token:
            title = _("themes_none", default="Hier staan straks de onderwerpen")
            return {"title": title, "text": _("themes_none_text", default="Er staat nog niets op de site.")}
        return {
            "title": _("theme_none", default="Hierover staat hier nog niets"),
            "text": _("theme_none_text", default="Zit je ermee? Vraag het ons. Dan zoeken wij het voor je uit."),
            "action": action,
        }
