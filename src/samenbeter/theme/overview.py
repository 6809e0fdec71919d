"""The page of all pages: the sections with what is in them, and for what is many only how much.

Plone's own lists each item down to the third level: with ten thousand questions, ten
thousand links. Two catalog queries here: the sections (which the menu needs too) and the
pages below them.
"""

from functools import cached_property
from plone import api
from Products.Five import BrowserView
from samenbeter import _
from samenbeter.interfaces import ISamenBeterPage
from samenbeter.shared.counts import documents
from samenbeter.shared.counts import within
from samenbeter.theme import navigation
from samenbeter.theme import themes
from samenbeter.theme.finding import Finder
from samenbeter.theme.finding import KINDS
from zope.component import getMultiAdapter
from zope.interface import implementer


DEPTH = 3
MOST = 500
# of these there are many: they are counted
COUNTED = tuple(kind.portal_type for kind in KINDS if kind.portal_type)
FILES = ("VraagbaakAnswer", "Image", "File")


@implementer(ISamenBeterPage)
class Overview(BrowserView):
    """The page of all pages."""

    sb_title = _("page_sitemap", default="Alle bladzijden")

    @cached_property
    def sb(self):
        """Return the helpers of all templates."""
        return getMultiAdapter((self.context, self.request), name="sb")

    @cached_property
    def _root(self):
        return getMultiAdapter((self.context, self.request), name="plone_portal_state").navigation_root()

    @property
    def home_url(self):
        """Return the address of the site."""
        return self._root.absolute_url()

    @property
    def themes_url(self):
        """Return the address of the page of all themes."""
        return themes.address()

    @cached_property
    def _finder(self):
        return Finder(api.portal.get_tool("portal_catalog"))

    @cached_property
    def _below(self):
        """Return {path: brains} of the pages in each folder, by title."""
        query = {
            "path": {"query": "/".join(self._root.getPhysicalPath()), "depth": DEPTH},
            "portal_type": {"not": [*COUNTED, *FILES]},
            "is_default_page": False,
            "sort_on": "sortable_title",
            "sort_limit": MOST,
        }
        found = {}
        for brain in api.portal.get_tool("portal_catalog")(query)[:MOST]:
            if not brain.exclude_from_nav:
                found.setdefault(brain.getPath().rpartition("/")[0], []).append(brain)
        return found

    def sections(self):
        """Return the sections, each with the pages in it and how much there is of each kind."""
        root = "/".join(self._root.getPhysicalPath())
        brains = navigation.sections(self.context, self.request, root).values()
        shown = [brain for brain in brains if not brain.exclude_from_nav and brain.portal_type not in FILES]
        return [{**self._page(brain, 1), "things": self._things(brain.getPath())} for brain in shown]

    def _page(self, brain, level):
        below = self._below.get(brain.getPath(), ()) if level < DEPTH else ()
        return {
            "title": brain.Title or brain.getId,
            "url": brain.getURL(),
            "text": brain.Description,
            "lang": self.sb.content_lang(brain),
            "pages": [self._page(page, level + 1) for page in below],
        }

    def _things(self, path):
        inside = within(self._finder.current, documents(self._finder.catalog, "path", path))
        counts = self._finder.kinds(inside)
        return self.sb.sentence(
            [kind.things(count, self.request) for kind, count in counts.items() if kind.portal_type]
        )
