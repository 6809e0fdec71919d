"""What somebody may not see is not there for them: the same answer as for what does not exist (P12).

A site root is there for everybody, and so is what stands on it: a page of the site that asks for a
right leads to the log-in page. An item that somebody may see and may not edit says so.
"""

from AccessControl import getSecurityManager
from plone.rest.traverse import RESTWrapper
from Products.CMFCore.interfaces import IContentish
from Products.CMFCore.interfaces import ISiteRoot
from samenbeter.shared import hardened
from samenbeter.shared.too_often import TooManyRequests
from zope.component.hooks import getSite


SWITCH = "strangers"
VIEW = "View"


def nearest_item(request):
    """Return the item that an address leads to, or on which it stopped; None for the site itself and what is no content."""
    for step in (request.get("PUBLISHED"), *(request.get("PARENTS") or ())):
        item = step.context if isinstance(step, RESTWrapper) else step
        if ISiteRoot.providedBy(item):
            return None
        if IContentish.providedBy(item):
            return item
    return None


def who_asks(request):
    """Return the users of the site whose cookie, token or password came along.

    Zope forgets them when none of them may see what was asked for.
    """
    site = getSite()
    users = getattr(site, "acl_users", None)
    if users is None:
        return []
    plugins = users._getOb("plugins")
    try:
        found = users._extractUserIds(request, plugins)
    except TooManyRequests:
        return []
    return [users._findUser(plugins, userid, login, request=request) for userid, login in found]


def hides(request):
    """Return whether what was refused has to look as if it does not exist."""
    if not hardened.is_on(SWITCH):
        return False
    item = nearest_item(request)
    return item is not None and not may_see(request, item)


def may_see(request, item):
    """Return whether somebody may see an item, also when Zope forgot who asks."""
    if getSecurityManager().checkPermission(VIEW, item):
        return True
    return any(user.has_permission(VIEW, item) for user in who_asks(request))


def hides_item(item):
    """Return whether an item has to look as if it does not exist, for who asks now."""
    return hardened.is_on(SWITCH) and not getSecurityManager().checkPermission(VIEW, item)


def hides_target(request, address):
    """Return whether an address on this site leads to an item that has to look as if it does not exist.

    :param address: a whole address, as a redirect has it.
    """
    if not hardened.is_on(SWITCH):
        return False
    site = getSite()
    try:
        path = request.physicalPathFromURL(address.partition("?")[0])
    except ValueError:
        # another site
        return False
    base = site.getPhysicalPath()
    if tuple(path[: len(base)]) != base:
        return False
    item, last = site, None
    for step in path[len(base) :]:
        item = item._getOb(step, None) if hasattr(item, "_getOb") else None
        if item is None:
            break
        last = item
    return last is not None and not may_see(request, last)
