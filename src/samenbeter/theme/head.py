"""What stands in the head of one page: title, addresses, stylesheets, scripts."""

from functools import cached_property
from plone.app.theming.interfaces import IThemeSettings as IDiazoSettings
from samenbeter import _
from samenbeter.theme import addresses
from samenbeter.theme import links
from samenbeter.theme import resources
from samenbeter.theme.problems import problems
from samenbeter.theme.structured import Structured
from zope.i18n import translate


VIEW_TITLES = {
    "search": _("nav_search", default="Zoeken"),
    "sitemap": _("page_sitemap", default="Alle bladzijden"),
}


class Head:
    """The head of a page.

    :param page: the ``Page`` that it belongs to.
    """

    def __init__(self, page):
        self.page = page

    def _text(self, name):
        value = getattr(self.page.view, name, None)
        return translate(value, context=self.page.request) if value else ""

    @cached_property
    def title(self):
        """Return "Page - SamenBeter Lindenhof"."""
        site = self.page.brand
        if self.page.neighbourhood and self.page.neighbourhood not in site:
            site = f"{site} {self.page.neighbourhood}"
        own = self.own_title
        title = f"{own} - {site}" if own and own != site else site
        if self.page.form and problems(self.page.view):
            title = translate(
                _("title_wrong", default="Fout: ${title}", mapping={"title": title}), context=self.page.request
            )
        return title

    @cached_property
    def own_title(self):
        """Return the title of the page itself, without the site; nothing for a front page without one."""
        own = self._text("sb_title")
        if own:
            return own
        if self.page.view_name in VIEW_TITLES:
            return translate(VIEW_TITLES[self.page.view_name], context=self.page.request)
        form = getattr(self.page.view, "form_instance", self.page.view)
        label = getattr(form, "label", None)
        if label and isinstance(label, str):
            return translate(label, context=self.page.request)
        if self.page.context == self.page.state.portal():
            return ""
        return self.page.context_state.object_title()

    @cached_property
    def description(self):
        """Return one sentence about the page."""
        own = self._text("sb_description")
        if own or not self.page.here:
            return own
        return self.page.context.Description()

    @cached_property
    def canonical(self):
        """Return the one address of this page; none for a page that is not indexed."""
        return addresses.canonical(self.page)

    @cached_property
    def noindex(self):
        """Return True for a page that search engines should not keep."""
        return addresses.noindex(self.page)

    @cached_property
    def structured(self):
        """Return what search engines read here in words of schema.org, as JSON; nothing for no data."""
        return Structured(self.page).json()

    @cached_property
    def feeds(self):
        """Return the feeds and calendars of this page: [{title, url, type}]."""
        return links.links(self.page)

    @property
    def policy(self):
        """Return the address of what machines read of how this site deals with data."""
        return f"{self.page.languages.home}/privacy.jsonld"

    @cached_property
    def alternates(self):
        """Return this page's addresses in all languages; none for an error."""
        return [] if self.page.error else self.page.languages.alternates()

    @cached_property
    def styles(self):
        """Return the addresses of the stylesheets that the frame links itself.

        Where the resource registry adds its bundles, ours and the site's own CSS come last by it.
        """
        url = self.page.languages.home
        if not self.page.light:
            return [resources.barceloneta(url)]
        styles = [resources.address(url)]
        diazo = self.page.registry.forInterface(IDiazoSettings, check=False)
        if self.page.plain and diazo.custom_css:
            styles.append(f"{url}/@@custom.css")
        return styles

    @cached_property
    def modules(self):
        """Return the addresses of our scripts: on a residents' page without a form only that of the page itself."""
        url = self.page.languages.home
        own = getattr(self.page.view, "sb_module", "")
        names = [own] if own else []
        if not self.page.plain or self.page.form:
            names = [resources.MODULE, *names, *([] if self.page.light else [resources.EDITORS_MODULE])]
        return [resources.address(url, name) for name in names]

    @cached_property
    def font(self):
        """Return the address of the font, so that it is fetched with the stylesheet."""
        return resources.address(self.page.languages.home, resources.FONT)

    @cached_property
    def favicon(self):
        """Return the site's icon: its own, or our two houses."""
        url = self.page.languages.home
        if self.page.registry.get("plone.site_favicon", None):
            return f"{url}/favicon.ico"
        return resources.address(url, "icon.svg")
