"""What is done with the texts of an item when it is saved, whoever saves it and how."""

from plone.dexterity.interfaces import IDexterityContent
from samenbeter.interfaces import IReadBeforePublic
from samenbeter.interfaces import ISamenBeterContent
from samenbeter.interfaces import ISamenBeterLayer
from samenbeter.privacy.cutting import cut_text
from samenbeter.privacy.free_text import free_texts
from samenbeter.privacy.gate import remember
from zope.component import adapter
from zope.container.interfaces import IContainerModifiedEvent
from zope.globalrequest import getRequest
from zope.lifecycleevent.interfaces import IObjectAddedEvent
from zope.lifecycleevent.interfaces import IObjectModifiedEvent


@adapter(IDexterityContent, IObjectAddedEvent)
def added(obj, event):
    """Look at a new item."""
    _look(obj)


@adapter(IDexterityContent, IObjectModifiedEvent)
def changed(obj, event):
    """Look at an item that changed; not when only something in it was added or taken away."""
    if not IContainerModifiedEvent.providedBy(event):
        _look(obj)


def _look(obj):
    """Cut numbers that came by a script, an import or WebDAV; then mark the item when somebody has to look at it."""
    if not (ISamenBeterContent.providedBy(obj) or ISamenBeterLayer.providedBy(getRequest())):
        return
    for text in free_texts(obj):
        found, count = cut_text(text.value)
        if count:
            text.replace(found)
    if IReadBeforePublic.providedBy(obj):
        remember(obj)
