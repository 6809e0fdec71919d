"""The texts that people agreed to, each kept once under its hash.

They say nothing about anybody. A consent names the hash; so its receipt can show years
later what was on the screen, also when the text has long been another one.
"""

from BTrees.OOBTree import OOBTree
from plone import api
from samenbeter.privacy.purposes import fingerprint
from zope.annotation.interfaces import IAnnotations


KEY = "samenbeter.privacy.texts"


def keep(text):
    """Keep a text, and return its hash."""
    annotations = IAnnotations(api.portal.get())
    if KEY not in annotations:
        annotations[KEY] = OOBTree()
    found = fingerprint(text)
    if found not in annotations[KEY]:
        annotations[KEY][found] = text
    return found


def read(found):
    """Return the text with this hash; "" for one that was never kept."""
    return IAnnotations(api.portal.get()).get(KEY, {}).get(found, "")
