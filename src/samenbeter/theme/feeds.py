"""Feeds by Plone's own machinery: its addresses, its settings, its templates; what stands in them is ours.

Plone's feeds name who made the feed and each item, with a mail address, and load every
item. Ours are made from the catalog, list what the page lists, and have the site as
their author.
"""

from DateTime import DateTime
from html import escape
from pathlib import Path
from plone import api
from plone.base.interfaces.syndication import IFeed
from plone.base.interfaces.syndication import IFeedItem
from plone.base.interfaces.syndication import ISearchFeed
from Products.CMFPlone.browser import syndication
from Products.CMFPlone.browser.syndication.adapters import DexterityItem
from Products.CMFPlone.browser.syndication.adapters import FolderFeed
from Products.CMFPlone.browser.syndication.views import FeedView
from Products.CMFPlone.browser.syndication.views import NewsMLFeedView
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from samenbeter import _
from samenbeter.interfaces import ISamenBeterContent
from samenbeter.shared.kinds import KINDS
from samenbeter.shared.kinds import list_item
from samenbeter.shared.listing import Listing
from samenbeter.shared.queries import clean
from samenbeter.shared.queries import text_query
from samenbeter.shared.workflow import PUBLIC_STATES
from samenbeter.theme.languages import without_prefix
from urllib.parse import urlencode
from zExceptions import NotFound
from zope.component import adapter
from zope.component import getMultiAdapter
from zope.component import queryMultiAdapter
from zope.i18n import translate
from zope.interface import implementer


TEMPLATES = Path(syndication.__file__).parent / "templates"
# what is news on the site as a whole
NEWS = (*KINDS, "Document", "News Item")
NEWEST = {"sort_on": "effective", "sort_order": "descending"}


@implementer(IFeedItem)
class Item:
    """One item of a feed, from the catalog alone.

    :param context: the brain; Plone's templates call it so.
    """

    has_enclosure = False
    author = author_email = rights = body = ""

    def __init__(self, context, feed):
        self.context = context
        self.feed = feed
        self.title = context.Title
        self.uid = context.UID
        self.link = self.guid = without_prefix(feed.request, context.getURL())
        self.description = list_item(context, feed.sb)["text"]
        self.categories = context.Subject or ()
        self.modified = context.modified
        self.creator = self.author_name = self.publisher = feed.author_name

    @property
    def published(self):
        """Return when it became public, or None."""
        # what never did has a date before all others
        return self.context.effective if self.context.effective.year() > 1970 else None

    def render_content_core(self):
        """Return what a reader shows of it: the text of a list, not the page."""
        return escape(self.description)


@implementer(IFeed)
@adapter(ISamenBeterContent)
class Feed(FolderFeed):
    """What is new in a folder, a collection, a desk or the site. Its author is the site."""

    show_about = True
    author = author_email = None

    @property
    def request(self):
        """Return the request."""
        return self.context.REQUEST

    @property
    def sb(self):
        """Return the helpers of all templates."""
        return getMultiAdapter((self.context, self.request), name="sb")

    @property
    def author_name(self):
        """Return the name of the site."""
        return self.site.title

    @property
    def link(self):
        """Return the address of the page that this is the feed of."""
        return without_prefix(self.request, self.canonical_url)

    @property
    def modified(self):
        """Return when the newest item changed; without any, when the folder did."""
        dates = [brain.modified for brain in self.brains]
        return max(dates) if dates else super().modified or DateTime()

    @property
    def brains(self):
        """Return the brains of the newest items, as far as the visitor may View them."""
        if not hasattr(self, "_found"):
            self._found = list(self._brains())[: self.limit]
        return self._found

    def _brains(self):
        if self.context == self.site:
            return self._search(portal_type=NEWS, review_state=sorted(PUBLIC_STATES))
        layout = getattr(self.context, "getLayout", str)()
        view = queryMultiAdapter((self.context, self.request), name=layout) if layout else None
        if isinstance(view, Listing):
            return view.newest(self.limit)
        if hasattr(self.context, "queryCatalog"):
            return self.context.queryCatalog(batch=False)
        types = api.portal.get_tool("plone_utils").getUserFriendlyTypes()
        path = {"query": "/".join(self.context.getPhysicalPath()), "depth": 1}
        return self._search(portal_type=types, path=path)

    def _search(self, **query):
        return api.portal.get_tool("portal_catalog")({**query, **NEWEST, "sort_limit": self.limit})

    @property
    def items(self):
        """Return the items."""
        return [Item(brain, self) for brain in self.brains]


@implementer(IFeedItem)
@adapter(ISamenBeterContent, IFeed)
class NamelessItem(DexterityItem):
    """One item of a feed that needs the content itself; who made it stays out."""

    author = author_email = None

    @property
    def creator(self):
        """Return the name of the site."""
        return self.feed.site.title

    author_name = creator


class FullFeed(Feed):
    """A feed of the content itself, for the formats that need more than the catalog knows."""

    @property
    def items(self):
        """Return the items."""
        return [NamelessItem(brain.getObject(), self) for brain in self.brains]


@implementer(ISearchFeed)
class SearchFeed(Feed):
    """The newest of what a search finds."""

    @property
    def words(self):
        """Return what is searched for."""
        value = self.request.form.get("SearchableText", "")
        return clean(value) if isinstance(value, str) else ""

    @property
    def title(self):
        """Return what is searched for, and where."""
        message = _("feed_search", default="Zoeken naar ${words}", mapping={"words": self.words})
        return f"{translate(message, context=self.request)} - {self.site.title}"

    @property
    def link(self):
        """Return the address of the search page."""
        return f"{self.site.absolute_url()}/@@search?{urlencode({'SearchableText': self.words})}"

    def _brains(self):
        text = text_query(self.words)
        if not text:
            return []
        return self._search(SearchableText=text, portal_type=NEWS, review_state=sorted(PUBLIC_STATES))


# -- the addresses


class _View(FeedView):
    kind = Feed

    def feed(self):
        """Return the feed."""
        return self.kind(self.context)

    def __call__(self):
        """Return the feed when the site and the folder have it switched on."""
        util = getMultiAdapter((self.context, self.request), name="syndication-util")
        if not util.site_enabled():
            raise NotFound(self.__name__)
        return super().__call__()


class RDF(_View):
    """RSS 1.0."""

    content_type = "application/rdf+xml; charset=utf-8"
    index = ViewPageTemplateFile(str(TEMPLATES / "RSS.pt"))


class RSS(_View):
    """RSS 2.0."""

    content_type = "application/rss+xml; charset=utf-8"
    index = ViewPageTemplateFile(str(TEMPLATES / "rss.xml.pt"))


class Atom(_View):
    """Atom."""

    content_type = "application/atom+xml; charset=utf-8"
    index = ViewPageTemplateFile(str(TEMPLATES / "atom.xml.pt"))


class ITunes(_View):
    """RSS with the files of items."""

    kind = FullFeed
    content_type = "application/rss+xml; charset=utf-8"
    index = ViewPageTemplateFile(str(TEMPLATES / "itunes.xml.pt"))


class NewsML(_View, NewsMLFeedView):
    """NewsML."""

    kind = FullFeed
    index = ViewPageTemplateFile(str(TEMPLATES / "newsml.xml.pt"))


class SearchRSS(RSS):
    """What a search finds, as RSS 2.0: Plone's own finds nothing and its template fails."""

    kind = SearchFeed

    def __call__(self):
        """Return the feed when the site has it switched on."""
        util = getMultiAdapter((self.context, self.request), name="syndication-util")
        util.search_rss_enabled(raise404=True)
        # it is the search of the site, wherever it is asked for: not everything has the settings of a feed
        self.context = api.portal.get()
        self.request.response.setHeader("Content-Type", self.content_type)
        return self.index()
