"""Zope's own management pages are not there, unless an administrator opens them for a while.

The site can only guard what lies below itself. What lies above it, such as ``/manage``, has to be
closed by the proxy.
"""

from datetime import datetime
from datetime import timedelta
from plone import api
from plone.base.interfaces import IPloneSiteRoot
from Products.CMFCore.interfaces import IContentish
from Products.CMFCore.interfaces import ISiteRoot
from samenbeter import _
from samenbeter.hardening.switches import Flag
from samenbeter.shared import clock
from samenbeter.shared import hardened
from types import MethodType
from zExceptions import NotFound
from zope.annotation.interfaces import IAnnotations
from zope.component import adapter
from zope.component import queryUtility
from zope.publisher.interfaces import IView
from zope.traversing.interfaces import IBeforeTraverseEvent
from ZPublisher.interfaces import IPubAfterTraversal


NAME = "zmi"
# until when it is open, on the site; not a setting, for those are not only for Managers
OPEN = "samenbeter.hardening.zmi"
MINUTES = 60
# nothing has this name
NOWHERE = "er-is-niets"
# what lies in the root and is reached through the site all the same
IN_THE_ROOT = frozenset(
    ("Control_Panel", "acl_users", "browser_id_manager", "error_log", "session_data_manager", "temp_folder")
)
# control panels of Plone that are pages of a tool; they ask for their permission
PANELS = frozenset(("portal_actions", "portal_registry"))
# addresses to which Plone itself sends people: the first steps below the site
NEEDED = (
    ("acl_users", "credentials_cookie_auth", "require_login"),
    ("acl_users", "session", "refresh"),
)
# a member's own picture lies here; others see it as long as members see each other
PORTRAITS = ("portal_memberdata", "portraits")
# methods of content that have nothing to do with management
HARMLESS = frozenset(("HEAD", "OPTIONS", "index_html", "refresh"))


class ZMI(Flag):
    """The management pages of Zope are closed."""

    order = 320
    title = _("hardening_zmi", default="Het beheer van Zope zelf is dicht")
    description = _(
        "hardening_zmi_help",
        default="De oude beheerpagina's van Zope zijn er niet meer. Een hoofdbeheerder zet ze hier een uur open.",
    )

    def problems(self):
        """Say it while it is open."""
        until = open_until()
        if until is None:
            return []
        return [_("hardening_zmi_open", default="Het beheer van Zope staat nu open. Het gaat vanzelf weer dicht.")]


def open_until(site=None):
    """Return until when it is open, or None."""
    until = IAnnotations(site or api.portal.get()).get(OPEN)
    if until is None or datetime.fromisoformat(until) <= clock.now():
        return None
    return datetime.fromisoformat(until)


def open_for_a_while():
    """Open it for an hour."""
    IAnnotations(api.portal.get())[OPEN] = (clock.now() + timedelta(minutes=MINUTES)).isoformat()


def shut():
    """Close it."""
    IAnnotations(api.portal.get()).pop(OPEN, None)


@adapter(IPloneSiteRoot, IBeforeTraverseEvent)
def refuse(site, event):
    """Lead an address of management or a tool to nowhere, before it is asked who wants to go there."""
    if _is_closed(site) and leads_to_management(site, reversed(event.request.get("TraversalRequestNameStack") or ())):
        event.request["TraversalRequestNameStack"] = [NOWHERE]


def leads_to_management(site, steps):
    """Return whether these steps below the site lead to management, or into a tool."""
    names = [step.removeprefix("@@") for step in steps if not step.startswith(("++", "_vh_")) and step]
    names = [name for name in names if name != "VirtualHostRoot"]
    if names and names[0] not in site and any(tuple(names[1 : 1 + len(needed)]) == needed for needed in NEEDED):
        # below the name of a language it is the same address
        names = names[1:]
    if tuple(names[:3]) in NEEDED:
        return False
    if tuple(names[:2]) == PORTRAITS and len(names) == 3:
        names = names[2:]
    return any(name == "manage" or name.startswith("manage_") or _is_tool(site, name) for name in names)


def _is_tool(site, name):
    if name in IN_THE_ROOT:
        return True
    if name in PANELS or name not in site:
        return False
    return not IContentish.providedBy(site[name])


@adapter(IPubAfterTraversal)
def refuse_methods(event):
    """Refuse methods of content as pages of their own: Zope publishes many, and nobody knows all of them.

    :raises NotFound: as for a page that does not exist.
    """
    published = event.request["PUBLISHED"]
    if not isinstance(published, MethodType) or IView.providedBy(published.__self__):
        return
    if published.__name__ not in HARMLESS and _is_closed(queryUtility(ISiteRoot)):
        raise NotFound(event.request["URL"])


def _is_closed(site):
    return site is not None and hardened.is_on(NAME, site) and open_until(site) is None
