"""Who may see who made a thing, in a site whose members do not list each other."""

from AccessControl.security import checkPermission
from plone import api
from samenbeter.shared import hardened


SWITCH = "members"


def may_name_all():
    """Return whether this person may see who the members are: all may, until the switch is on."""
    return not hardened.is_on(SWITCH) or checkPermission("cmf.ListPortalMembers", api.portal.get())


def may_name(context):
    """Return whether this person may see who made or changed a thing: also who edits it may."""
    return may_name_all() or checkPermission("cmf.ModifyPortalContent", context)
