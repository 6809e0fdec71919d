"""What a page says to search engines in words of schema.org: one script element of data in its head.

Rooms say what their content is (``IStructuredData``); this puts it into the page, for
visitors without an account only. So all that it was made of is what everybody may read.
"""

from Acquisition import aq_parent
from DateTime import DateTime
from plone import api
from plone.event.interfaces import IOccurrence
from Products.CMFPlone.utils import getSiteLogo
from samenbeter.interfaces import IStructuredData
from samenbeter.shared.fragments import for_visitors
from samenbeter.shared.structured import filled
from samenbeter.shared.structured import site_organization
from samenbeter.shared.workflow import PUBLIC_STATES
from samenbeter.theme.languages import without_prefix
from zope.component import queryMultiAdapter
from zope.i18n import translate

import json


# in a script element these could end it, or begin something else; JSON knows them by their number too
_NUMBERS = {ord(sign): f"\\u{ord(sign):04x}" for sign in "<>&\u2028\u2029"}


def as_json(data):
    """Return data as JSON that is safe inside a script element, whatever texts are in it."""
    return json.dumps(data, ensure_ascii=False, separators=(",", ":")).translate(_NUMBERS)


def is_public(context):
    """Return True for the site, and for content that is in a public state now."""
    if context == api.portal.get():
        return True
    # one time of a meeting that repeats is no content of its own
    content = aq_parent(context) if IOccurrence.providedBy(context) else context
    return content.isEffective(DateTime()) and api.content.get_state(content, None) in PUBLIC_STATES


class Structured:
    """The data of one page.

    :param page: the ``Page`` that it belongs to.
    """

    def __init__(self, page):
        self.page = page

    @property
    def available(self):
        """True on the own page of what everybody may read, for a visitor without an account."""
        page = self.page
        return page.here and page.state.anonymous() and not page.head.noindex and is_public(page.context)

    def content(self):
        """Return what the room says of the content, or None."""
        page = self.page
        found = queryMultiAdapter((page.context, page.request, page.view), IStructuredData)
        return found.data() if found is not None else None

    def site(self):
        """Return the site with its search, and who it is of: on the front page."""
        page = self.page
        url = page.state.portal_url()
        action = {
            "@type": "SearchAction",
            "target": {
                "@type": "EntryPoint",
                "urlTemplate": f"{url}/@@search?SearchableText={{search_term_string}}",
            },
            "query-input": "required name=search_term_string",
        }
        website = {
            "@type": "WebSite",
            "name": page.brand,
            "url": url,
            "inLanguage": page.state.default_language(),
            "potentialAction": action,
        }
        organization = {
            **site_organization(),
            **filled(logo=self._logo(), telephone=page.help_phone["text"], areaServed=page.neighbourhood),
        }
        return [website, organization]

    def _logo(self):
        # without one of its own Plone names the logo of Plone
        own = self.page.registry.get("plone.site_logo", None)
        return getSiteLogo(self.page.state.portal()) if own else self.page.head.favicon

    def crumbs(self):
        """Return the way from the front page to here, or None for a page that shows none."""
        page = self.page
        if page.wide or not page.crumbs:
            return None
        steps = [*page.crumbs, {"title": page.context_state.object_title(), "url": page.head.canonical}]
        return {
            "@type": "BreadcrumbList",
            "itemListElement": [
                {"@type": "ListItem", "position": number, "name": self._text(step["title"]), "item": step["url"]}
                for number, step in enumerate(steps, 1)
            ],
        }

    def _text(self, title):
        return translate(title, context=self.page.request)

    def graph(self):
        """Return all that there is to say of the page, as a list."""
        site = self.site() if self.page.context == self.page.state.portal() else []
        return [data for data in (*site, self.content(), self.crumbs()) if data]

    def json(self):
        """Return the text of the script element; nothing when there is nothing to say."""
        page = self.page
        if not self.available:
            return ""
        return for_visitors(page.request, "theme.structured", self._json, page.path, page.view_name)

    def _json(self):
        graph = self.graph()
        if not graph:
            return ""
        return as_json({"@context": "https://schema.org", "@graph": _unnamed(self.page.request, graph)})


def _unnamed(request, data):
    """Return data with addresses of this site in the form that names no language."""
    if isinstance(data, dict):
        return {name: _unnamed(request, value) for name, value in data.items()}
    if isinstance(data, list):
        return [_unnamed(request, value) for value in data]
    return without_prefix(request, data) if isinstance(data, str) else data
