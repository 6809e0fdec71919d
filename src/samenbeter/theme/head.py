"""What stands in the head of one page: title, addresses, stylesheets."""

from functools import cached_property
from plone.app.theming.interfaces import IThemeSettings as IDiazoSettings
from samenbeter import _
from samenbeter.theme import resources
from samenbeter.theme.problems import problems
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
        own = self._own_title()
        title = f"{own} - {site}" if own and own != site else site
        if self.page.form and problems(self.page.view):
            title = translate(
                _("title_wrong", default="Fout: ${title}", mapping={"title": title}), context=self.page.request
            )
        return title

    def _own_title(self):
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
        """Return the one address of this page; none for an error."""
        if self.page.error:
            return ""
        if self.page.here:
            return self.page.context_state.canonical_object_url()
        return self.page.context_state.current_base_url()

    @cached_property
    def styles(self):
        """Return the addresses of the stylesheets that the frame links itself.

        On Plone's own pages the resource registry adds its bundles, ours last.
        """
        url = self.page.state.portal_url()
        if not self.page.plain:
            return [resources.barceloneta(url), *([resources.address(url, "forms.css")] if self.page.form else [])]
        styles = [resources.address(url)]
        diazo = self.page.registry.forInterface(IDiazoSettings, check=False)
        if diazo.custom_css:
            styles.append(f"{url}/@@custom.css")
        return styles

    @cached_property
    def font(self):
        """Return the address of the font, so that it is fetched with the stylesheet."""
        return resources.address(self.page.state.portal_url(), resources.FONT)

    @cached_property
    def favicon(self):
        """Return the site's icon: its own, or our two houses."""
        url = self.page.state.portal_url()
        if self.page.registry.get("plone.site_favicon", None):
            return f"{url}/favicon.ico"
        return resources.address(url, "icon.svg")
