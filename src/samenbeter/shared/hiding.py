"""Content that somebody let us freeze: only that person sees it, whatever its workflow does meanwhile."""

from plone import api
from Products.DCWorkflow.interfaces import IAfterTransitionEvent
from samenbeter.interfaces import ISamenBeterContent
from zope.annotation.interfaces import IAnnotations
from zope.component import adapter


KEY = "samenbeter.frozen"
READING = ("Access contents information", "View")
CHANGING = ("Modify portal content",)


def is_hidden(obj):
    """Return whether content is frozen."""
    return KEY in IAnnotations(obj, {})


def hide(obj):
    """Show content only to its owner, until ``show``; return whether it was shown to others."""
    annotations = IAnnotations(obj)
    was = KEY in annotations
    annotations[KEY] = True
    _close(obj)
    obj.reindexObjectSecurity()
    return not was


def show(obj):
    """Show content to who may see it by its workflow; return whether it was frozen."""
    annotations = IAnnotations(obj)
    if KEY not in annotations:
        return False
    del annotations[KEY]
    for workflow in api.portal.get_tool("portal_workflow").getWorkflowsFor(obj):
        workflow.updateRoleMappingsFor(obj)
    obj.reindexObjectSecurity()
    return True


@adapter(ISamenBeterContent, IAfterTransitionEvent)
def stay_hidden(obj, event):
    """Keep frozen content hidden when it goes to another state; its workflow gave all roles back just before."""
    if is_hidden(obj):
        _close(obj)


def _close(obj):
    for permission in READING:
        obj.manage_permission(permission, ["Manager", "Owner"], acquire=False)
    for permission in CHANGING:
        obj.manage_permission(permission, ["Manager"], acquire=False)
