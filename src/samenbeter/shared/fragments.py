"""What is the same for all visitors is made once, until content or a setting changes.

Every change of content and of a setting moves the counter of the catalog, which is in
the database: so another process sees it with its next request. The moment at which the
counter was last written (its serial) is the version of all that visitors can read.
A minute is the longest that anything is kept, because time passes too: a page is
published by its date, an office closes.
"""

from AccessControl import getSecurityManager
from AccessControl.SpecialUsers import nobody
from plone import api
from plone.memoize.interfaces import ICacheChooser
from plone.registry.interfaces import IRecordEvent
from zope.component import adapter
from zope.component import getUtility
from zope.component.hooks import getSite

import time


SECONDS = 60
READING = ("GET", "HEAD")


def version():
    """Return the version of what visitors of this site can read, or None when it is about to change.

    :returns: text that is the same in all processes; None in a transaction that
        writes content, for nobody knows yet whether it will last.
    """
    catalog = api.portal.get_tool("portal_catalog")
    # puts what waits into the catalog, and counts it
    catalog.getCounter()
    counter = catalog._counter
    if counter is None or counter._p_changed or not counter._p_serial.strip(b"\0"):
        return None
    return f"{counter._p_serial.hex()}-{int(time.time() // SECONDS)}"


def for_visitors(request, name, make, *key):
    """Return what ``make()`` returns, kept for other visitors.

    :param name: of the fragment, with the room in front: "theme.footer".
    :param make: a function of no arguments; what it returns can be pickled.
    :param key: texts that the fragment depends on beside the site's address and the
        language. Members always get their own: they may see more.
    """
    if request.method not in READING or getSecurityManager().getUser().getUserName() != nobody.getUserName():
        return make()
    now = version()
    if now is None:
        return make()
    cache = getUtility(ICacheChooser)(f"samenbeter.{name}")
    site = getSite()
    where = (site.absolute_url(), "/".join(site.getPhysicalPath()), api.portal.get_current_language(), now, *key)
    full_key = repr(where)
    found = cache.get(full_key)
    if found is None:
        found = make()
        cache[full_key] = found
    return found


@adapter(IRecordEvent)
def setting_changed(event):
    """Count a changed setting with the changes of content: pages show both."""
    catalog = getattr(getSite(), "portal_catalog", None)
    if catalog is not None:
        catalog._increment_counter()
