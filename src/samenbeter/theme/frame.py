"""Whose frame a page stands in: ours, or the one of the site's own theme.

Our frame takes the place of Plone's ``main_template`` and of the Diazo theme: what
the template writes is what the visitor gets. All slots and macros of Plone's template
are in it, so each stock page and each page of another add-on works in it.
"""

from html import escape
from plone.app.layout.globals.interfaces import IBodyClassAdapter
from plone.app.layout.viewlets.common import PathBarViewlet
from plone.app.layout.viewlets.common import TitleViewlet
from plone.registry.interfaces import IRegistry
from Products.CMFPlone.browser.main_template import MainTemplate
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from samenbeter.interfaces import ISamenBeterLayer
from samenbeter.shared import policies
from samenbeter.theme import resources
from samenbeter.theme.page import is_ours
from samenbeter.theme.page import Page
from samenbeter.theme.settings import PREFIX
from zope.component import adapter
from zope.component import queryUtility
from zope.interface import implementer
from zope.interface import Interface


def frame_enabled():
    """Return True when the pages of this site stand in our frame."""
    registry = queryUtility(IRegistry)
    return registry is None or registry.get(f"{PREFIX}.frame", True)


class Frame(MainTemplate):
    """Plone's main template on our layer."""

    our_template = ViewPageTemplateFile("templates/main_template.pt")

    @property
    def template(self):
        """Return the template of this request; parts for dialogs stay Plone's own."""
        if not frame_enabled():
            return super().template
        # Diazo would parse each page again, to put it into the site's theme
        self.request.response.setHeader("X-Theme-Disabled", "1")
        return self.ajax_template if self.use_ajax else self.our_template

    def page(self, view):
        """Return what the frame shows around this view."""
        page = Page(self.context, self.request, view)
        if page.light:
            policies.draw(self.request, policies.OURS if page.plain else policies.FRAMED)
            resources.leave_out_editors_bundles(self.request, page.registry)
        return page

    def ours(self, view):
        """Return True for a residents' page of ours.

        The macro "content" asks: another template may use it without the frame.
        """
        return is_ours(view)


@implementer(IBodyClassAdapter)
@adapter(Interface, ISamenBeterLayer)
class BodyClass:
    """The class below which our stylesheet works: on every page, or on ours only."""

    def __init__(self, context, request):
        self.context = context
        self.request = request

    def get_classes(self, template, view):
        """Return the class for a page that another template draws."""
        return ["sb"] if is_ours(view) or frame_enabled() else []


class Title(TitleViewlet):
    """The same title on Plone's own pages: first what the page is, then the site."""

    def render(self):
        """Return the title element."""
        if not frame_enabled():
            return super().render()
        page = Page(self.context, self.request, self.view)
        return f"<title>{escape(page.head.title)}</title>"


class PathBar(PathBarViewlet):
    """Plone's breadcrumbs, not drawn where our frame has its own."""

    def render(self):
        """Return nothing in our frame."""
        return "" if frame_enabled() else super().render()
