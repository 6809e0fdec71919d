"""Our rule among Plone's caching rules; what a site does with its other pages stays as it is."""

from plone.caching.interfaces import ICacheSettings
from plone.registry.interfaces import IRegistry
from zope.component import getUtility


RULE = "samenbeter.page"


def take_out():
    """Take the operation of our rule out of the list that all rules share."""
    settings = getUtility(IRegistry).forInterface(ICacheSettings, check=False)
    others = {rule: operation for rule, operation in (settings.operationMapping or {}).items() if rule != RULE}
    settings.operationMapping = others
