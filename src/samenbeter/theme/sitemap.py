"""The sitemap for search engines: Plone's own, of what everybody may read now."""

from DateTime import DateTime
from gzip import compress
from plone.app.layout.sitemap.sitemap import SiteMapView
from plone.base.interfaces import IPloneSiteRoot
from plone.memoize import ram
from plone.registry.interfaces import IRegistry
from Products.CMFCore.utils import getToolByName
from samenbeter.theme.languages import without_prefix
from samenbeter.theme.navigation import USE_VIEW
from zExceptions import NotFound
from zope.component import getUtility

import time


# these are parts of the page of something else
PARTS = frozenset(("VraagbaakAnswer",))
KEPT = 3600


def _key(_function, view):
    # what expires changes nothing in the catalog: so it is made anew each hour
    counter = getToolByName(view.context, "portal_catalog").getCounter()
    return view.context.absolute_url(), counter, view.page, int(time.time() / KEPT)


class SiteMap(SiteMapView):
    """Plone's sitemap, the same for who is logged in, without parts of pages and default pages."""

    @property
    def page(self):
        """Return the number of the part that is asked for; none for the list of parts."""
        return self.request.form.get("page")

    def _objects(self):
        """Yield {loc, lastmod} of each page."""
        files = frozenset(getUtility(IRegistry).get(USE_VIEW, None) or ())
        # a default page stands at the address of its folder
        newest = {brain.getURL().rpartition("/")[0]: brain.modified for brain in self._search(is_default_page=True)}
        if IPloneSiteRoot.providedBy(self.context):
            yield self._entry(self.context.absolute_url(), self.context.modified(), newest)
        for brain in self._search(is_default_page=False):
            if brain.portal_type != "Plone Site":
                yield self._entry(brain.getURL(), brain.modified, newest, "/view" if brain.portal_type in files else "")

    def _entry(self, url, modified, newest, ending=""):
        modified = max(modified, newest.get(url, modified))
        return {"loc": without_prefix(self.request, url) + ending, "lastmod": modified.ISO8601()}

    def _search(self, **query):
        """Return what Anonymous may View now, whoever asks."""
        types = set(getToolByName(self.context, "plone_utils").getUserFriendlyTypes()) - PARTS
        catalog = getToolByName(self.context, "portal_catalog")
        return catalog.unrestrictedSearchResults(
            {
                "portal_type": sorted(types),
                "path": "/".join(self.context.getPhysicalPath()),
                "allowedRolesAndUsers": "Anonymous",
                "effectiveRange": DateTime(),
                **query,
            }
        )

    @ram.cache(_key)
    def generate(self):
        """Return the sitemap, zipped."""
        xml = self.template() if self.page else self.template_index()
        return compress(xml.encode("utf-8"))

    def __call__(self):
        """Return the sitemap when the site has it switched on."""
        if self.page is not None and not str(self.page).isdecimal():
            raise NotFound(self.filename)
        return super().__call__()
