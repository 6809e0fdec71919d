"""Where Plone keeps an account, and how it is taken away.

Plone's own way to delete a member leaves portraits, dashboards, groups and letters to
reset a password, and opens each object of the site to look for local roles.
"""

from Acquisition import aq_parent
from plone import api
from plone.portlets.constants import USER_CATEGORY
from plone.portlets.interfaces import IPortletManager
from samenbeter.shared import sessions
from samenbeter.shared.authorship import Names
from zope.component import getUtilitiesFor


def names_of(userid):
    """Return what a person is called on the site: Names; of an account that is gone only its id."""
    member = api.user.get(userid=userid)
    if member is None:
        return Names(userid)
    found = (member.getUserName(), member.getProperty("fullname"), member.getProperty("email"))
    return Names(userid, tuple(str(name) for name in found if name))


def remove(userid):
    """Take an account away; return the names of the places where something of it was."""
    return [place.__name__.strip("_") for place in PLACES if place(userid, True)]


def left(userid):
    """Return the names of the places where something of an account is; changes nothing."""
    return [place.__name__.strip("_") for place in PLACES if place(userid, False)]


def _users():
    return api.portal.get_tool("acl_users")


# -- the places: each looks, and changes when it is told to


def _groups(userid, change):
    plugin = _users().source_groups
    found = userid in plugin._principal_groups
    if found and change:
        for group in tuple(plugin._principal_groups[userid]):
            plugin.removePrincipalFromGroup(userid, group)
        # Plone keeps the name, with no groups
        plugin._principal_groups.pop(userid, None)
    return found


def _roles(userid, change):
    roles = _users().portal_role_manager._principal_roles
    found = userid in roles
    if found and change:
        del roles[userid]
    return found


def _password_resets(userid, change):
    requests = api.portal.get_tool("portal_password_reset")._requests
    keys = [key for key, (whose, _expiry) in requests.items() if whose == userid]
    for key in keys if change else ():
        del requests[key]
    return bool(keys)


def _dashboards(userid, change):
    found = False
    for _name, manager in getUtilitiesFor(IPortletManager):
        category = manager.get(USER_CATEGORY)
        if category is not None and userid in category:
            found = True
            if change:
                del category[userid]
    return found


def _sessions(userid, change):
    """Look at the keys of sessions and what REST gave out, where the site keeps these."""
    found = sessions.left(userid)
    if found and change:
        sessions.forget_user(userid)
    return found


def _portrait(userid, change):
    tool = api.portal.get_tool("portal_memberdata")
    found = userid in tool.portraits
    if found and change:
        tool._deletePortrait(userid)
    return found


def _member_area(userid, change):
    folder = api.portal.get_tool("portal_membership").getHomeFolder(userid)
    if folder is not None and change:
        aq_parent(folder)._delObject(folder.getId())
    return folder is not None


def _account(userid, change):
    found = _users().getUserById(userid) is not None
    if found and change:
        _users()._doDelUsers([userid])
    return found


def _properties(userid, change):
    tool = api.portal.get_tool("portal_memberdata")
    found = userid in tool._members or any(
        userid in storage
        for storage in (getattr(plugin, "_storage", None) for plugin in _users().objectValues())
        if storage is not None
    )
    if found and change:
        tool.deleteMemberData(userid)
    return found


PLACES = (
    _groups,
    _roles,
    _password_resets,
    _dashboards,
    _sessions,
    _portrait,
    _member_area,
    _account,
    _properties,
)
