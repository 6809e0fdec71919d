"""What the frame shows around one page, for one visitor."""

from AccessControl import getSecurityManager
from Acquisition import aq_inner
from functools import cached_property
from plone.dexterity.interfaces import IDexterityEditForm
from plone.registry.interfaces import IRegistry
from plone.z3cform.interfaces import IFormWrapper
from Products.CMFPlone.browser.exceptions import ExceptionView
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from Products.statusmessages.interfaces import IStatusMessage
from samenbeter.interfaces import ISamenBeterPage
from samenbeter.shared import entry
from samenbeter.shared.fragments import for_visitors
from samenbeter.theme import navigation
from samenbeter.theme.drawings import drawing
from samenbeter.theme.drawings import icon
from samenbeter.theme.head import Head
from samenbeter.theme.languages import content_language
from samenbeter.theme.languages import Languages
from samenbeter.theme.parts import telephone
from samenbeter.theme.settings import PREFIX
from z3c.form.interfaces import IAddForm
from z3c.form.interfaces import IForm
from zope.component import getMultiAdapter
from zope.component import getUtility


SHARED = "samenbeter.shared"

# Roles that only read: the toolbar has nothing for them.
READERS = frozenset(("Anonymous", "Authenticated", "Member", "Reader"))

# how a message looks: class, icon
MESSAGES = {
    "warning": ("sb-msg--warn", "warning"),
    "error": ("sb-msg--err", "warning"),
    "danger": ("sb-msg--err", "warning"),
}


def is_ours(view):
    """Return True for a view that brings a whole residents' page of ours."""
    return ISamenBeterPage.providedBy(view) or getattr(view, "sb_page", False)


class Page:
    """What is in the frame. Each part is looked up when the template asks for it.

    A view may say more about itself by attributes: ``sb_title`` and
    ``sb_description`` (texts or messages), ``sb_crumbs`` (more of the way back up),
    ``sb_wide`` (draws over the full width, without the way back up), ``sb_theme``
    ("auto" or "light"), ``sb_module`` (the name of a script of its own).
    """

    navigation_template = ViewPageTemplateFile("templates/navigation.pt")
    footer_template = ViewPageTemplateFile("templates/footer.pt")
    icon = staticmethod(icon)
    drawing = staticmethod(drawing)

    def __init__(self, context, request, view):
        self.context = aq_inner(context)
        self.request = request
        self.view = view
        self.view_name = getattr(view, "__name__", "") or ""
        self.state = self._view("plone_portal_state")
        self.context_state = self._view("plone_context_state")
        self.registry = getUtility(IRegistry)

    def _view(self, name):
        return getMultiAdapter((self.context, self.request), name=name)

    def _shared(self, name, default):
        value = self.registry.get(f"{SHARED}.{name}", default)
        return default if value is None else value

    # -- which kind of page

    @cached_property
    def ours(self):
        """True for a residents' page of ours."""
        return is_ours(self.view)

    @cached_property
    def toolbar(self):
        """True when the visitor works on the site, and so has the toolbar."""
        if self.state.anonymous() or not self.context_state.is_toolbar_visible():
            return False
        user = getSecurityManager().getUser()
        return not READERS.issuperset(user.getRolesInContext(self.context))

    @cached_property
    def plain(self):
        """True when the page needs no stylesheet and no script but ours."""
        return self.ours and not self.toolbar

    @cached_property
    def light(self):
        """True when the page stands on our stylesheet and our module, without Plone's own.

        So does each page of somebody without the toolbar, but one on which content is
        written, and one that the settings name.
        """
        return self.plain or not (self.toolbar or self._writes or self._needs_scripts)

    @property
    def _writes(self):
        # the log-in page is an edit form too, but not one of content
        return IAddForm.providedBy(getattr(self.view, "form_instance", None)) or IDexterityEditForm.providedBy(
            self.view
        )

    @property
    def _needs_scripts(self):
        named = self.registry.get(f"{PREFIX}.scripted_pages", None) or ()
        return not {"*", self.view_name, getattr(self.context, "portal_type", "")}.isdisjoint(named)

    @cached_property
    def form(self):
        """True when the page is a form of Plone's form library."""
        return IFormWrapper.providedBy(self.view) or IForm.providedBy(self.view)

    @cached_property
    def columns(self):
        """True when there is room for portlets beside the page."""
        return not self.ours and not self.form

    @cached_property
    def wide(self):
        """True when the page draws from edge to edge."""
        return self.ours and bool(getattr(self.view, "sb_wide", False))

    @cached_property
    def colours(self):
        """Return "auto" to follow the visitor's day or evening, else "light".

        The editor, the pickers and folder contents are not ready for the evening,
        and the toolbar opens them on any page.
        """
        wanted = getattr(self.view, "sb_theme", None)
        if wanted:
            return wanted
        return "auto" if self.light else "light"

    @cached_property
    def here(self):
        """True when the page is its object's own page."""
        return not self.error and self.context_state.is_view_template()

    @cached_property
    def error(self):
        """True when the page says what went wrong."""
        return isinstance(self.view, ExceptionView)

    @cached_property
    def brand(self):
        """Return the name of the site."""
        return self.state.portal_title() or "SamenBeter"

    @cached_property
    def neighbourhood(self):
        """Return the name on the street plate."""
        return self._shared("neighbourhood", "")

    @cached_property
    def head(self):
        """Return what stands in the head of the page."""
        return Head(self)

    @cached_property
    def languages(self):
        """Return the addresses of this page in the languages of the site."""
        return Languages(self.request, self.state.portal())

    def lang_of(self, item):
        """Return the language of an item when the page has another; None: of the site's own texts."""
        return content_language(item, self.request, self.state.default_language())

    @cached_property
    def content_lang(self):
        """Return the language of the site's own texts, such as its name, when the page has another."""
        return self.lang_of(None)

    @cached_property
    def article_lang(self):
        """Return the language of the item that one of Plone's own pages shows, when the page has another."""
        return self.lang_of(self.context) if self.here and not self.ours else None

    # -- the body

    def body_class(self, layout, template):
        """Return the classes of the body.

        :param layout: Plone's ``@@plone_layout``; its classes cost two portlet
            look-ups, which a plain page does without.
        """
        if self.plain:
            name = self.view_name.replace("@", "").lower()
            who = "anonymous" if self.state.anonymous() else "member"
            return f"sb sb-frame template-{name} userrole-{who}"
        classes = layout.bodyClass(template, self.view).split()
        if not self.toolbar:
            classes = [c for c in classes if not c.startswith("plone-toolbar")]
        return " ".join(["sb-frame", *(["sb-light"] if self.light else []), *classes])

    @cached_property
    def messages(self):
        """Return what a plain page has to say to the visitor once."""
        return [
            {"text": message.message, "css": css, "icon": name}
            for message in IStatusMessage(self.request).show()
            for css, name in (MESSAGES.get(message.type, ("", "check")),)
        ]

    @cached_property
    def _files(self):
        return frozenset(self.registry.get(navigation.USE_VIEW, None) or ())

    @property
    def navigation(self):
        """Return the main menu and the visitor's own links, as HTML."""
        root = self.state.navigation_root_path()
        below = self.path.removeprefix(root).strip("/")
        # which link is lit: by section, and by being on its own page; and the code that the links carry
        lit = (below.partition("/")[0], str(self.here and "/" not in below), self.view_name)
        place = (root, *lit, entry.carried(self.request))
        return for_visitors(self.request, "theme.navigation", self.navigation_template, *place)

    @property
    def footer(self):
        """Return what stands below every page, as HTML."""
        return for_visitors(self.request, "theme.footer", self.footer_template)

    @cached_property
    def path(self):
        """Return the path of the page's object."""
        return "/".join(self.context.getPhysicalPath())

    @cached_property
    def menu(self):
        """Return the main menu."""
        found = navigation.sections(self.context, self.request, self.state.navigation_root_path())
        return navigation.menu(found, self.path, self.here, self._files, self.lang_of)

    @cached_property
    def account(self):
        """Return the visitor's own links."""
        return navigation.account(self.state.portal(), self.request, self.state.anonymous(), self.view_name)

    @cached_property
    def crumbs(self):
        """Return the way back up."""
        root = self.state.navigation_root()
        home = self.neighbourhood or self.brand
        above = navigation.crumbs(self.context, self.here, root, home, self._files, self.lang_of)
        return [*above, *getattr(self.view, "sb_crumbs", ())]

    @cached_property
    def help_phone(self):
        """Return the number to call for help, as text and as address."""
        number = self._shared("help_phone", "")
        return {"text": number, "url": telephone(number)}

    @cached_property
    def urgent(self):
        """Return the numbers for when there is haste."""
        pairs = navigation.lines(self._shared("urgent_numbers", ()))
        return [{"title": title, "text": number, "url": telephone(number)} for title, number in pairs]

    @cached_property
    def footer_links(self):
        """Return the links about the site."""
        values = self._shared("footer_links", ())
        return navigation.footer_links(values, self.state.portal_url())

    @property
    def policy(self):
        """Return the address of the page that says how we deal with data; None when there is none."""
        return navigation.policy(self.state.portal(), self.request)
