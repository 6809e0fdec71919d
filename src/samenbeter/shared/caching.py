"""Plone's caching switch: on for our pages, without touching what a site does with its other pages."""

from plone.caching.interfaces import ICacheSettings
from plone.registry.interfaces import IRegistry
from zope.component import getUtility


RULE = "samenbeter.page"


def _settings():
    return getUtility(IRegistry).forInterface(ICacheSettings, check=False)


def switch_on():
    """Switch caching on when no rule but ours has an operation: then it changes our pages alone.

    A site that has other rules, and the switch off, keeps it off: who runs the site decides.
    """
    settings = _settings()
    if set(settings.operationMapping or ()) <= {RULE}:
        settings.enabled = True


def take_out():
    """Take our rule out; without any rule the switch goes off, as in a new site."""
    settings = _settings()
    others = {rule: operation for rule, operation in (settings.operationMapping or {}).items() if rule != RULE}
    settings.operationMapping = others
    if not others:
        settings.enabled = False
