"""The links in the head of a page to the same in another form: feeds and calendars."""

from html import escape
from plone.app.layout.viewlets import ViewletBase
from plone.base.interfaces.syndication import IFeedSettings
from plone.base.interfaces.syndication import ISyndicatable
from plone.event.interfaces import IEvent
from samenbeter import _
from samenbeter.shared.listing import Listing
from samenbeter.shared.queries import clean
from samenbeter.theme.languages import without_prefix
from urllib.parse import urlencode
from zope.component import getMultiAdapter
from zope.i18n import translate


FEEDS = {"rss.xml": ("RSS", "application/rss+xml"), "atom.xml": ("Atom", "application/atom+xml")}
CALENDAR = "text/calendar"


def links(page):
    """Return the feeds and calendars of a page: [{title, url, type}]."""
    if page.error:
        return []
    if page.view_name == "search":
        return list(_search(page))
    if not page.here:
        return []
    return [*_feeds(page), *_calendar(page)]


def _util(page):
    return getMultiAdapter((page.context, page.request), name="syndication-util")


def _address(page, name):
    return f"{without_prefix(page.request, page.context.absolute_url())}/{name}"


def _feeds(page):
    if not ISyndicatable.providedBy(page.context):
        return
    util = _util(page)
    # Plone always has a feed of the whole site, unless feeds are off
    if not (util.site_enabled() if page.context == page.state.portal() else util.context_enabled()):
        return
    for name in IFeedSettings(page.context).feed_types:
        if name in FEEDS:
            format_, type_ = FEEDS[name]
            yield {
                "title": f"{page.context_state.object_title()} ({format_})",
                "url": _address(page, name),
                "type": type_,
            }


def _search(page):
    words = page.request.form.get("SearchableText", "")
    words = clean(words) if isinstance(words, str) else ""
    if words and _util(page).search_rss_enabled():
        title = translate(
            _("feed_search", default="Zoeken naar ${words}", mapping={"words": words}), context=page.request
        )
        query = urlencode({"SearchableText": words})
        url = f"{without_prefix(page.request, page.state.portal_url())}/search_rss?{query}"
        yield {"title": f"{title} (RSS)", "url": url, "type": FEEDS["rss.xml"][1]}


def _calendar(page):
    """Yield the calendar of a meeting, or of a list of meetings."""
    meetings = isinstance(page.view, Listing) and page.view.portal_type == "Event"
    if meetings or IEvent.providedBy(page.context):
        title = page.head.own_title
        yield {"title": f"{title} (iCalendar)", "url": _address(page, "ics_view"), "type": CALENDAR}


class _Link(ViewletBase):
    """Base of what Plone's own pages have in the place of Plone's viewlets."""

    @property
    def head(self):
        """Return the head that our own pages have."""
        return getMultiAdapter((self.context, self.request), name="main_template").page(self.view).head


class Canonical(_Link):
    """The one address: Plone's own gives each page of the site that of the front page."""

    def render(self):
        """Return the link element; nothing for a page that is not indexed."""
        url = self.head.canonical
        return f'<link rel="canonical" href="{escape(url)}" />' if url else ""


class Feeds(_Link):
    """The feeds: Plone's own names the types as Python writes them, and those of the site on each page."""

    def render(self):
        """Return the link elements."""
        return "\n".join(
            f'<link rel="alternate" type="{feed["type"]}" title="{escape(feed["title"])}" href="{escape(feed["url"])}" />'
            for feed in self.head.feeds
        )
