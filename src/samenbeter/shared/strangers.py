"""What somebody may not see is not there for them: the same answer as for what does not exist (P12).

A site root is there for everybody, and so is what stands on it: a page of the site that asks for a
right leads to the log-in page. An item that somebody may see and may not edit says so.
"""

from AccessControl import getSecurityManager
from Acquisition import aq_base
from Acquisition import aq_inner
from Acquisition import aq_parent
from plone.rest.traverse import RESTWrapper
from Products.CMFCore.interfaces import IContentish
from Products.CMFCore.interfaces import ISiteRoot
from samenbeter.shared import hardened
from samenbeter.shared.keys import VaultProblem
from samenbeter.shared.too_often import TooManyRequests
from zExceptions import Unauthorized
from zope.component.hooks import getSite


SWITCH = "strangers"
VIEW = "View"


def items_on_the_way(request):
    """Return the items that an address names, the last one first, without the site itself."""
    items = []
    for step in (request.get("PUBLISHED"), *(request.get("PARENTS") or ())):
        item = step.context if isinstance(step, RESTWrapper) else step
        if ISiteRoot.providedBy(item):
            break
        if IContentish.providedBy(item) and (not items or aq_base(item) is not aq_base(items[-1])):
            items.append(item)
    return items


def looked_at(request):
    """Return the items that somebody has to be allowed to see, to see what an address leads to.

    That is the last one. A folder above it may be closed. But Zope also finds what
    stands higher by way of an item ("/private/news"), which would tell that the item is there.
    """
    items = items_on_the_way(request)
    for item, above in zip(items, items[1:], strict=False):
        if aq_base(aq_parent(aq_inner(item))) is not aq_base(above):
            return [items[0], above]
    return items[:1]


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
    except (TooManyRequests, Unauthorized, VaultProblem):
        return []
    return [users._findUser(plugins, userid, login, request=request) for userid, login in found]


def hides(request):
    """Return whether what was refused has to look as if it does not exist."""
    if not hardened.is_on(SWITCH):
        return False
    return not all(may_see(request, item) for item in looked_at(request))


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
