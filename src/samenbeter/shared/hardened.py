"""Whether the site is made stricter in some way; code of every room asks it here, at run time.

The switches themselves are in the room hardening. They keep what was there before each
in one mapping on the site: a switch whose name stands in it is on.
"""

from Products.CMFCore.interfaces import ISiteRoot
from zope.annotation.interfaces import IAnnotations
from zope.component import queryUtility


KEY = "samenbeter.hardening"


def is_on(name, site=None):
    """Return whether a switch is on: False where there is no site, or it was never made stricter.

    :param name: the short name, such as "members".
    :param site: the site, for who asks before it is the current one.
    """
    return name in kept(site)


def kept(site=None):
    """Return {short name: what was there before} of the switches that are on; not to be changed here."""
    if site is None:
        site = queryUtility(ISiteRoot)
    if site is None:
        return {}
    return IAnnotations(site).get(KEY, {})
