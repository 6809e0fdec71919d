"""The menu, the way back up, the visitor's own links, and the links at the bottom."""

from AccessControl.security import checkPermission
from Acquisition import aq_inner
from Acquisition import aq_parent
from plone.base.defaultpage import is_default_page
from plone.base.interfaces import IHideFromBreadcrumbs
from plone.base.utils import pretty_title_or_id
from plone.protect.authenticator import createToken
from Products.CMFCore.interfaces import IContentish
from Products.CMFCore.utils import getToolByName
from samenbeter import _
from samenbeter.shared import entry
from zope.annotation.interfaces import IAnnotations
from zope.component import queryMultiAdapter


SECTIONS_KEY = "samenbeter.theme.sections"
USE_VIEW = "plone.types_use_view_action_in_listings"
WORK = "mijn-werk"
SIGN_UP = "account-maken"
MY_PAGE = "mijn-samenbeter"
MY_DATA = "mijn-gegevens"
POLICY = "privacy"
LOG_OUT = "logout"


def sections(context, request, root_path):
    """Return {path: brain} of what stands directly in the site, in its order.

    One catalog query, once in a request: the menu and the front page both use it.
    """
    cache = IAnnotations(request)
    if SECTIONS_KEY not in cache:
        catalog = getToolByName(context, "portal_catalog")
        brains = catalog(
            path={"query": root_path, "depth": 1},
            is_default_page=False,
            sort_on="getObjPositionInParent",
        )
        cache[SECTIONS_KEY] = {brain.getPath(): brain for brain in brains}
    return cache[SECTIONS_KEY]


def menu(found, context_path, here, files, lang):
    """Return the links of the menu.

    :param found: what ``sections`` returned.
    :param context_path: path of the page's own object.
    :param here: True when the page is the object's own page.
    :param files: types that are files, not pages.
    :param lang: a function that returns the language of an item when the page has another.
    """
    links = []
    for path, brain in found.items():
        if brain.exclude_from_nav or brain.portal_type in files:
            continue
        current = None
        if context_path == path:
            current = "page" if here else "true"
        elif context_path.startswith(path + "/"):
            current = "true"
        title = brain.Title or brain.getId
        links.append({"title": title, "url": brain.getURL(), "current": current, "lang": lang(brain)})
    return links


def crumbs(context, here, root, home, files, lang):
    """Return the links from the site down to the page, without the page itself.

    Only objects that traversal has loaded already are asked. A folder that the
    visitor may not see is left out.

    :param here: True when the page is the object's own page.
    :param root: the site, or the folder that acts as one.
    :param home: title of the first link.
    :param lang: a function that returns the language of an item when the page has another.
    """
    links = []
    item = aq_inner(context)
    while item is not None and item != root:
        parent = aq_parent(aq_inner(item))
        own_page = here and item == context
        if not own_page and _is_stop(item, parent):
            url = item.absolute_url()
            if getattr(item, "portal_type", None) in files:
                url += "/view"
            links.append({"title": pretty_title_or_id(item, item), "url": url, "lang": lang(item)})
        item = parent
    if links or not (here and context == root):
        links.append({"title": home, "url": root.absolute_url(), "lang": lang(None)})
    return links[::-1]


def _is_stop(item, parent):
    if not IContentish.providedBy(item) or IHideFromBreadcrumbs.providedBy(item):
        return False
    if is_default_page(parent, item):
        return False
    return checkPermission("zope2.View", item)


def account(portal, request, anonymous, view_name):
    """Return the visitor's own links: log in, or their pages and log out. One with a token is a button."""
    url = portal.absolute_url()
    if anonymous:
        links = [("login", _("nav_login", default="Inloggen"), "person")]
        # comes with the residents' room
        if _has(portal, request, SIGN_UP):
            links.insert(0, (f"@@{SIGN_UP}", _("nav_sign_up", default="Account maken"), "person"))
    else:
        links = []
        if checkPermission("samenbeter.shared.UseWork", portal):
            links.append((f"@@{WORK}", _("nav_work", default="Mijn werk"), "person"))
        # comes with the residents' room
        if _has(portal, request, MY_PAGE) and checkPermission("samenbeter.residents.OwnPage", portal):
            title = _("nav_mine", default="Mijn SamenBeter")
            links.append((f"@@{MY_PAGE}", title, "person"))
        if _has(portal, request, MY_DATA) and checkPermission("samenbeter.privacy.OwnData", portal):
            links.append((f"@@{MY_DATA}", _("nav_my_data", default="Mijn gegevens"), "lock"))
        links.append((f"@@{LOG_OUT}", _("nav_logout", default="Uitloggen"), "door"))
    return [
        {
            # who came by an entry code takes it along to the page where an account is made
            "url": entry.with_code(f"{url}/{name}", request) if anonymous else f"{url}/{name}",
            "title": title,
            "icon": icon,
            # who logs out is out everywhere: that is done by a button, not by an address
            "token": createToken() if name == f"@@{LOG_OUT}" else None,
            "current": "page" if name.lstrip("@") == view_name else None,
        }
        for name, title, icon in links
    ]


def policy(portal, request):
    """Return the address of the page on privacy; None when no room has one."""
    return f"{portal.absolute_url()}/@@{POLICY}" if _has(portal, request, POLICY) else None


def _has(portal, request, name):
    return queryMultiAdapter((portal, request), name=name) is not None


def lines(values):
    """Return (text, value) of setting lines such as "Gevaar|112"; others are left out."""
    pairs = []
    for line in values or ():
        text, found, value = line.partition("|")
        if found and text.strip() and value.strip():
            pairs.append((text.strip(), value.strip()))
    return pairs


def footer_links(values, portal_url):
    """Return the links at the bottom: paths on this site, or http(s) addresses."""
    links = []
    for title, target in lines(values):
        if target.startswith("/") and not target.startswith("//"):
            links.append({"title": title, "url": portal_url + target})
        elif target.startswith(("https://", "http://")):
            links.append({"title": title, "url": target})
    return links
