"""Base of all pages that list content: one catalog query, filters in the address, pages.

A subclass says what it lists; its template draws brains. No object is loaded.

>>> class Partners(Listing):
...     portal_type = "PartnerOrganisation"
...     review_state = "active"
...     filters = {**Listing.filters, "kind": ("sb_kind", "samenbeter.partner_kinds")}
"""

from functools import cached_property
from plone import api
from plone.batching import Batch
from Products.Five import BrowserView
from Products.ZCTextIndex.ParseTree import ParseError
from samenbeter import _
from samenbeter.shared import refused
from samenbeter.shared.counts import values_in_use
from samenbeter.shared.fragments import for_visitors
from samenbeter.shared.queries import clean
from samenbeter.shared.queries import text_query
from urllib.parse import urlencode
from zope.component import queryUtility
from zope.i18n import translate
from zope.schema.interfaces import IVocabularyFactory


def known(value, default=None):
    """Return a catalog column's value; the default for one that the item does not have."""
    # an absent column is Missing.Value, which is false
    return value or default


class Listing(BrowserView):
    """A list of the items below this context that the visitor may View."""

    # what it lists
    portal_type = ()
    review_state = None  # such as "published": what is not public stands on "Mijn werk"
    sort_on = "sortable_title"
    sort_order = "ascending"
    page_size = 20
    # name in the address: (index, vocabulary of the tokens that it takes)
    filters = {"theme": ("sb_themes", "samenbeter.themes")}
    # name in the address of the words to search for; None: no search box
    search_name = None

    @property
    def base_url(self):
        """Return the address of the list without any filter."""
        return self.context.absolute_url()

    # -- what the visitor chose

    @cached_property
    def chosen(self):
        """Return {filter: token} of the filters in the address; an unknown token does nothing."""
        chosen = {}
        for name in self.filters:
            token = self._parameter(name)
            if token and token in self.options(name):
                chosen[name] = token
        return chosen

    @cached_property
    def search_text(self):
        """Return what the visitor typed in the search box."""
        return clean(self._parameter(self.search_name)) if self.search_name else ""

    @property
    def refused(self):
        """Return why a part of what was typed is not looked for, a message; None when all of it is."""
        cut = self.search_name and refused.is_refused(self.request, self.search_name)
        return refused.SEARCHED if cut else None

    @property
    def narrowed(self):
        """True when a filter or a search makes the list shorter."""
        return bool(self.chosen or self.search_text)

    def options(self, name):
        """Return {token: title} of a filter, in the order of its vocabulary."""
        return self._options[name]

    @cached_property
    def _options(self):
        return {name: self._titles(vocabulary) for name, (_index, vocabulary) in self.filters.items()}

    def _titles(self, vocabulary):
        factory = queryUtility(IVocabularyFactory, vocabulary)
        terms = factory(self.context) if factory is not None else ()
        return {term.token: translate(term.title or term.token, context=self.request) for term in terms}

    def _parameter(self, name):
        value = self.request.form.get(name, "")
        return value.strip() if isinstance(value, str) else ""

    # -- what is listed

    def query(self):
        """Return the catalog query. The catalog itself leaves out what the visitor may not View."""
        query = {
            "path": "/".join(self.context.getPhysicalPath()),
            "portal_type": self.portal_type,
            "sort_on": self.sort_on,
            "sort_order": self.sort_order,
        }
        if self.review_state:
            query["review_state"] = self.review_state
        for name, token in self.chosen.items():
            query[self.filters[name][0]] = token
        return query

    @cached_property
    def results(self):
        """Return the lazy catalog result: the one query of the list."""
        query = self.query()
        if self.search_text:
            query["SearchableText"] = text_query(self.search_text)
            if not query["SearchableText"]:
                return []
            # best match first
            del query["sort_on"], query["sort_order"]
        try:
            return api.portal.get_tool("portal_catalog")(**query)
        except ParseError:
            # only words that the index does not keep
            return []

    @cached_property
    def batch(self):
        """Return the part of the results that this page shows."""
        return Batch(self.results, self.page_size, start=self._start())

    def _start(self):
        value = self.request.form.get("b_start", 0)
        try:
            start = int(value)
        except (TypeError, ValueError):
            return 0
        # beyond the end there is nothing: show the first page
        return start if 0 < start < len(self.results) else 0

    @property
    def total(self):
        """Return how many items there are on all pages."""
        return len(self.results)

    def newest(self, limit):
        """Return the first brains of a feed: what is listed, what came last first."""
        query = {**self.query(), "sort_on": "effective", "sort_order": "descending", "sort_limit": limit}
        return api.portal.get_tool("portal_catalog")(query)[:limit]

    # -- addresses

    def page_url(self, **changes):
        """Return the address of the first page with these filters changed; None or "" takes one away."""
        pairs = dict(self.chosen)
        if self.search_text:
            pairs[self.search_name] = self.search_text
        pairs.update(changes)
        query = urlencode([(name, value) for name, value in pairs.items() if value])
        return f"{self.base_url}?{query}" if query else self.base_url

    def chips(self, name):
        """Return the links of one filter, for the macro "chips": "Alles" and each term that is in use.

        Nothing when there is nothing to choose between.
        """
        current = self.chosen.get(name)
        used = self._in_use(self.filters[name][0])
        terms = {token: title for token, title in self.options(name).items() if token in used or token == current}
        if not current and len(terms) < 2:
            return []
        items = [
            {
                "title": translate(_("filter_all", default="Alles"), context=self.request),
                "url": self.page_url(**{name: None}),
                "current": current is None,
            }
        ]
        for token, title in terms.items():
            items.append({"title": title, "url": self.page_url(**{name: token}), "current": token == current})
        return items

    def _in_use(self, index):
        """Ask the indexes, not the catalog: no query, whatever the number of terms."""
        query = {"path": "/".join(self.context.getPhysicalPath()), "portal_type": self.portal_type}
        if self.review_state:
            query["review_state"] = self.review_state
        catalog = api.portal.get_tool("portal_catalog")
        key = (index, repr(sorted(query.items())))
        return for_visitors(self.request, "shared.in_use", lambda: values_in_use(catalog, index, **query), *key)

    @property
    def theme_chips(self):
        """Return the links of the themes."""
        return self.chips("theme")
