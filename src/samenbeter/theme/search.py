"""The search page: one field, everything that the visitor may see, best first.

One catalog query, for the question desk; all else comes from the sets of the indexes,
however much is found. What was typed stays in the address: it goes into no title, log or
cookie. The parameters are ``SearchableText`` (as Plone's own), ``kind`` and ``theme``.
"""

from functools import cached_property
from plone import api
from plone.base.interfaces import IPloneSiteRoot
from plone.batching import Batch
from samenbeter import _
from samenbeter.interfaces import ISamenBeterPage
from samenbeter.shared import desks
from samenbeter.shared.kinds import list_item
from samenbeter.shared.listing import known
from samenbeter.shared.listing import Listing
from samenbeter.shared.queries import all_of
from samenbeter.shared.queries import any_of
from samenbeter.shared.queries import clean
from samenbeter.shared.queries import telling_words
from samenbeter.shared.states import state_tag
from samenbeter.shared.workflow import PUBLIC_STATES
from samenbeter.theme import parts
from samenbeter.theme.finding import BY_TOKEN
from samenbeter.theme.finding import Finder
from samenbeter.theme.finding import KINDS
from urllib.parse import urlencode
from zope.component import getMultiAdapter
from zope.i18n import translate
from zope.interface import implementer

import json


MOST_LABELS = 5
HIDDEN = {"text": _("tag_not_public", default="Nog niet openbaar"), "icon": "lock", "state": None}


@implementer(ISamenBeterPage)
class Search(Listing):
    """The search page."""

    search_name = "SearchableText"
    filters = {"kind": ("portal_type", ""), "theme": ("sb_themes", "samenbeter.themes")}

    @cached_property
    def sb(self):
        """Return the helpers of all templates."""
        return getMultiAdapter((self.context, self.request), name="sb")

    @property
    def base_url(self):
        """Return the address of the page without anything chosen."""
        return f"{self.context.absolute_url()}/@@search"

    # -- what the visitor chose

    @cached_property
    def _options(self):
        kinds = {kind.token: translate(kind.title, context=self.request) for kind in KINDS}
        return {"kind": kinds, "theme": self.sb.vocabulary("samenbeter.themes")}

    @cached_property
    def subjects(self):
        """Return the labels in the address: those below Plone's own pages lead here."""
        value = self.request.form.get("Subject", ())
        values = [value] if isinstance(value, str) else value if isinstance(value, (list, tuple)) else ()
        return [label for label in (clean(v) for v in values[:MOST_LABELS] if isinstance(v, str)) if label]

    @property
    def asked(self):
        """True when there is anything to look for."""
        return bool(self.narrowed or self.subjects)

    # -- what is found

    @cached_property
    def finder(self):
        """Return what the visitor can find: below a folder that acts as a site, only there."""
        root = "" if IPloneSiteRoot.providedBy(self.context) else "/".join(self.context.getPhysicalPath())
        return Finder(api.portal.get_tool("portal_catalog"), root)

    @cached_property
    def _words(self):
        """Find the words: (documents, scores, True when not all words are in one text)."""
        finder, typed = self.finder, telling_words(self.search_text)
        queries = [(all_of(typed), False), (any_of(typed), True)][: len(typed)]
        for query, partly in queries:
            weights = finder.matching(query)
            found = finder.of_words(weights)
            if found:
                return found, weights, partly
        return finder.nothing, {}, False

    @cached_property
    def _found(self):
        """Return what the words and labels find, of every kind and theme."""
        if self.search_text:
            return self.finder.labelled(self._words[0], self.subjects)
        return self.finder.labelled(self.finder.current, self.subjects) if self.asked else self.finder.nothing

    @property
    def partly(self):
        """True when nothing had all the words."""
        return bool(self.search_text) and self._words[2]

    def _narrowed_by(self, *names):
        found = self._found
        if "kind" in names:
            found = self.finder.of_kind(found, self.chosen.get("kind"))
        if "theme" in names:
            found = self.finder.about(found, self.chosen.get("theme"))
        return found

    @cached_property
    def results(self):
        """Return the numbers of what is found, in order."""
        found = self._narrowed_by("kind", "theme")
        if self.search_text:
            return self.finder.best(found, self._words[1])
        return self.finder.listed(found, self.chosen.get("kind"))

    @cached_property
    def batch(self):
        """Return the part of the results that this page shows."""
        return Batch(self.results, self.page_size, start=self._start())

    def brains(self):
        """Return what the catalog knows of the results on this page."""
        return [self.finder.brain(number) for number in self.batch]

    def items(self):
        """Return the results of this page for the macro "list_item"."""
        return [self._item(brain) for brain in self.brains()]

    def _item(self, brain):
        disciplines = ()
        if brain.portal_type == "VraagbaakQuestion":
            disciplines = self.sb.terms("samenbeter.disciplines", known(brain.sb_disciplines, ()))
        item = list_item(brain, self.sb, self.sb.sentence(disciplines))
        return {**item, "tags": [*self._state(brain), *item["tags"]]}

    def _state(self, brain):
        """Return the tag of what not everybody sees."""
        if brain.getRID() in self.finder.public:
            return []
        state = known(brain.review_state, "")
        return [state_tag(state)] if state and state not in PUBLIC_STATES else [HIDDEN]

    # -- in words

    @property
    def sb_title(self):
        """Return the title of the page: without what was typed, for it stays in the browser's history."""
        if not self.search_text:
            return _("nav_search", default="Zoeken")
        return _("search_title", default="Zoeken: ${things}", mapping={"things": parts.in_a_sentence(self._things)})

    @property
    def _things(self):
        kind = BY_TOKEN.get(self.chosen.get("kind"))
        if kind is not None and self.total:
            return kind.things(self.total, self.request)
        if not self.total:
            return translate(_("search_times_none", default="Niets gevonden"), context=self.request)
        if self.total == 1:
            return translate(_("search_times_one", default="1 keer gevonden"), context=self.request)
        message = _("search_times", default="${count} keer gevonden", mapping={"count": self.total})
        return translate(message, context=self.request)

    @property
    def count_text(self):
        """Return "12 vragen over slapen voor “mijn woorden”"."""
        words = {"things": self._things, "text": self.search_text}
        theme = self.chosen.get("theme")
        if theme:
            words["theme"] = parts.in_a_sentence(self.options("theme")[theme])
        if theme and self.search_text:
            return _("search_about_for", default="${things} over ${theme} voor “${text}”", mapping=words)
        if theme:
            return _("search_about", default="${things} over ${theme}", mapping=words)
        if self.search_text:
            return _("search_for", default="${things} voor “${text}”", mapping=words)
        return words["things"]

    # -- addresses

    def page_url(self, **changes):
        """Return the address of the first page with these filters changed; None takes one away."""
        pairs = [(self.search_name, self.search_text), *{**self.chosen, **changes}.items()]
        pairs += [("Subject:list", label) for label in self.subjects]
        query = urlencode([(name, value) for name, value in pairs if value])
        return f"{self.base_url}?{query}" if query else self.base_url

    @property
    def pages(self):
        """Return the links to the other pages: with what we read of the address, not with all of it."""
        base, _mark, query = self.page_url().partition("?")
        return parts.pages(self.batch, base, query)

    def chips(self, name):
        """Return the links of one filter with how many there are of each; nothing without a choice."""
        other = "theme" if name == "kind" else "kind"
        found = self._narrowed_by(other)
        if name == "kind":
            counts = {kind.token: count for kind, count in self.finder.kinds(found).items()}
        else:
            counts = self.finder.themes(found)
        current = self.chosen.get(name)
        if not current and len(counts) < 2:
            return []
        titles = {None: translate(_("filter_all", default="Alles"), context=self.request), **self.options(name)}
        counts[None] = len(found)
        return [
            {
                "title": f"{title} ({counts.get(token, 0)})",
                "url": self.page_url(**{name: token}),
                "current": token == current,
            }
            for token, title in titles.items()
            if token in counts or token == current
        ]

    # -- what to do next

    @cached_property
    def ask_url(self):
        """Return where a question is asked; nothing when no desk is open."""
        return desks.ask_url()

    @property
    def phone(self):
        """Return the number to call for help, as text and as address."""
        number = api.portal.get_registry_record("samenbeter.shared.help_phone", default="") or ""
        return {"text": number, "url": self.sb.tel(number)}


class LiveSearch(Search):
    """The same search as JSON, for the search box of a site that keeps Plone's own frame."""

    page_size = 10

    def _start(self):
        self.request.form["b_start"] = self._page() * self.page_size
        return super()._start()

    def _page(self):
        value = self.request.form.get("page", "")
        return max(0, int(value) - 1) if isinstance(value, str) and value.isdecimal() and len(value) < 6 else 0

    def __call__(self):
        """Return {"total", "items"} as Plone's own ``@@ajax-search`` does."""
        self.request.response.setHeader("Content-Type", "application/json")
        items = [
            {
                "id": brain.UID,
                "title": brain.Title,
                "description": brain.Description,
                "url": brain.getURL(),
                "state": known(brain.review_state),
                "img_tag": None,
            }
            for brain in self.brains()
        ]
        return json.dumps({"total": self.total, "items": items})
