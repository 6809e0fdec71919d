"""What a visitor can find, by kind and by theme, from the sets of the catalog's indexes.

The search page and the theme pages use it, so that a count on one is what the other
lists. Nothing is loaded and nothing is asked of the catalog for each kind, theme or item.
"""

from BTrees.IIBTree import difference
from BTrees.IIBTree import IIBTree
from BTrees.IIBTree import IISet
from BTrees.IIBTree import weightedUnion
from dataclasses import dataclass
from datetime import datetime
from datetime import timezone
from functools import cached_property
from heapq import nsmallest
from itertools import chain
from plone.registry.interfaces import IRegistry
from samenbeter import _
from samenbeter.shared.counts import documents
from samenbeter.shared.counts import scores
from samenbeter.shared.counts import visible
from samenbeter.shared.counts import within
from samenbeter.shared.occurrences import next_or_last
from zope.component import getUtility
from zope.i18n import translate
from zope.i18nmessageid import Message


@dataclass(frozen=True)
class Kind:
    """One kind of what can be found.

    :param token: in addresses.
    :param portal_type: its content type; none for the pages of other types.
    :param one, many: how many there are, in words.
    """

    token: str
    portal_type: str
    title: str
    one: str
    many: str
    by_title: bool = False

    def things(self, count, request):
        """Return "12 vragen"."""
        message = Message(self.one if count == 1 else self.many, mapping={"count": count})
        return translate(message, context=request)


KINDS = (
    Kind(
        "question",
        "VraagbaakQuestion",
        _("kinds_questions", default="Vragen"),
        _("count_question", default="1 vraag"),
        _("count_questions", default="${count} vragen"),
    ),
    Kind(
        "offer",
        "ServiceOffer",
        _("kinds_offers", default="Hulp in de wijk"),
        _("count_offer", default="1 plek voor hulp"),
        _("count_offers", default="${count} plekken voor hulp"),
        by_title=True,
    ),
    Kind(
        "module",
        "EHealthModule",
        _("kinds_modules", default="Modules"),
        _("count_module", default="1 module"),
        _("count_modules", default="${count} modules"),
    ),
    Kind(
        "story",
        "SuccessStory",
        _("kinds_stories", default="Verhalen"),
        _("count_story", default="1 verhaal"),
        _("count_stories", default="${count} verhalen"),
    ),
    Kind(
        "meeting",
        "Event",
        _("kinds_meetings", default="Bijeenkomsten"),
        _("count_meeting", default="1 bijeenkomst"),
        _("count_meetings", default="${count} bijeenkomsten"),
    ),
    Kind(
        "partner",
        "PartnerOrganisation",
        _("kinds_partners", default="Partners"),
        _("count_partner", default="1 partner"),
        _("count_partners", default="${count} partners"),
        by_title=True,
    ),
    Kind(
        "page",
        "",
        _("kinds_pages", default="Bladzijden"),
        _("count_page", default="1 bladzijde"),
        _("count_pages", default="${count} bladzijden"),
        by_title=True,
    ),
)
BY_TOKEN = {kind.token: kind for kind in KINDS}
# a contribution is found by way of its question; a picture stands on a page
NEVER = frozenset(("VraagbaakAnswer", "Image"))
# a word in the title says more than one in the text
TITLE_WEIGHT = 3


class Finder:
    """What one visitor can find.

    :param catalog: the catalog of the site.
    :param root: path of a part of the site to look in; none for all of it.
    """

    def __init__(self, catalog, root=""):
        self.catalog = catalog
        self.root = root
        self.now = datetime.now(timezone.utc)

    @cached_property
    def _types(self):
        """Return {kind: content types}, without those that an admin keeps out of the search."""
        out = NEVER.union(getUtility(IRegistry).get("plone.types_not_searched", None) or ())
        used = set(self.catalog._catalog.getIndex("portal_type").uniqueValues()) - out
        ours = {kind.portal_type for kind in KINDS}
        return {kind.token: sorted(used & {kind.portal_type} if kind.portal_type else used - ours) for kind in KINDS}

    @cached_property
    def everything(self):
        """Return all that the visitor can find."""
        query = {"path": self.root} if self.root else {}
        return visible(self.catalog, portal_type=list(chain(*self._types.values())), **query)

    @cached_property
    def over(self):
        """Return the meetings that have been, also for the last time."""
        held = documents(self.catalog, "portal_type", "Event")
        return difference(held, documents(self.catalog, "end", {"query": self.now, "range": "min"}))

    @cached_property
    def current(self):
        """Return all that the visitor can find but the meetings that have been."""
        return difference(self.everything, self.over)

    @cached_property
    def nothing(self):
        """Return no documents."""
        return IISet()

    @cached_property
    def public(self):
        """Return what everybody may see."""
        return documents(self.catalog, "allowedRolesAndUsers", "Anonymous")

    def of_kind(self, found, token):
        """Return those of one kind; all of them for no kind."""
        types = self._types.get(token)
        return within(found, documents(self.catalog, "portal_type", types)) if token else found

    def about(self, found, theme):
        """Return those about one theme; all of them for no theme. A desk takes questions about many."""
        if not theme:
            return found
        return difference(within(found, documents(self.catalog, "sb_themes", theme)), self._desks)

    @cached_property
    def _desks(self):
        return documents(self.catalog, "portal_type", "Vraagbaak")

    def labelled(self, found, subjects):
        """Return those with one of these labels, Plone's own; all of them for no labels."""
        return within(found, documents(self.catalog, "Subject", subjects)) if subjects else found

    def kinds(self, found):
        """Return {kind: how many} of the kinds that there are, in their order."""
        counts = {kind: len(self.of_kind(found, kind.token)) for kind in KINDS}
        return {kind: count for kind, count in counts.items() if count}

    def themes(self, found):
        """Return {theme: how many} of the themes that there are."""
        used = self.catalog._catalog.getIndex("sb_themes").uniqueValues()
        counts = {theme: len(self.about(found, theme)) for theme in used}
        return {theme: count for theme, count in counts.items() if count}

    def matching(self, query):
        """Return {document: score} for a text query; more for a word in the title."""
        found = scores(self.catalog, "SearchableText", query)
        titles = scores(self.catalog, "Title", query)
        # of a word in few texts the index keeps a plain dict
        return weightedUnion(IIBTree(found), IIBTree(titles), 1, TITLE_WEIGHT)[1]

    def of_words(self, weights):
        """Return those that a text query found."""
        return within(self.everything, IISet(weights))

    # -- in which order

    def best(self, found, weights):
        """Return the documents of a search, best first; meetings that have been come last."""
        return [document for *_order, document in sorted((d in self.over, -weights[d], d) for d in found)]

    def listed(self, found, token, most=None):
        """Return the documents of a list: the newest first, or by title, or by the next date.

        :param most: only so many.
        """
        key = self._order(token)
        return sorted(found, key=key) if most is None else nsmallest(most, found, key=key)

    def _order(self, kind):
        if kind == "meeting":
            return lambda document: next_or_last(self.brain(document), self.now)
        if kind and BY_TOKEN[kind].by_title:
            titles = self.catalog._catalog.getIndex("sortable_title").documentToKeyMap()
            return lambda document: (titles.get(document, ""), document)
        dates = self.catalog._catalog.getIndex("effective").documentToKeyMap()
        return lambda document: (-dates.get(document, 0), document)

    def brain(self, document):
        """Return what the catalog knows of a document."""
        return self.catalog._catalog[document]
