"""What the uninstall profile cannot say in XML. Content stays, and works again after a new install."""

from Acquisition import aq_base
from plone import api
from plone.registry.interfaces import IRegistry
from samenbeter.interfaces import IPartnerGroups
from zope.annotation.interfaces import IAnnotations
from zope.component import getUtility


# what the site had of its own under the names that we use; made by the install, gone with the uninstall
BEFORE = "samenbeter.before"
# the layout of ours that an item had
LAYOUT = "samenbeter.layout"
LAYOUT_PREFIX = "samenbeter-"
PERMISSION_PREFIX = "SamenBeter "
# also records of earlier versions: they go by their name, not by a list
RECORD_PREFIXES = ("samenbeter.", "plone.bundles/samenbeter.", "plone.app.caching.weakCaching.samenbeter.")


def remember(portal, roles, groups, permissions):
    """Keep what was there before the first install, so that the uninstall leaves it alone."""
    annotations = IAnnotations(portal)
    if BEFORE in annotations:
        return
    annotations[BEFORE] = {
        "roles": tuple(role for role in roles if role in portal.valid_roles()),
        "groups": tuple(name for name in groups if api.group.get(name) is not None),
        "permissions": {name: roles_of(portal, name) for name in permissions},
    }


def before(portal):
    """Return what ``remember`` kept; nothing for a site that an earlier version was installed in."""
    return IAnnotations(portal).get(BEFORE, {"roles": (), "groups": (), "permissions": {}})


def forget(portal):
    """Throw away what ``remember`` kept."""
    IAnnotations(portal).pop(BEFORE, None)


def roles_of(portal, permission):
    """Return the names of the roles that have a permission on the site itself."""
    return tuple(row["name"] for row in portal.rolesOfPermission(permission) if row["selected"])


def change_roles_of(portal, permission, roles):
    """Give a permission to these roles; whether it is acquired stays."""
    acquire = bool(portal.permission_settings(permission)[0]["acquire"])
    portal.manage_permission(permission, sorted(roles), acquire=acquire)


def release_permissions(portal):
    """Let our own permissions come from above again, as if the site had never heard of them."""
    for permission, *_rest in portal.ac_inherited_permissions(1):
        if permission.startswith(PERMISSION_PREFIX):
            portal.manage_permission(permission, [], acquire=True)


def remove_roles(portal, names):
    """Take roles out of the site, and away from whoever had them."""
    manager = portal.acl_users.portal_role_manager
    for name in names:
        if name in portal.__ac_roles__:
            portal._delRoles([name])
        if name in manager.listRoleIds():
            manager.removeRole(name)


def remove_groups(names):
    """Take groups away, with the roles they had. The groups of each partner stay: they belong to content."""
    for name in names:
        if api.group.get(name) is not None:
            api.group.revoke_roles(groupname=name, roles=[name])
            api.group.delete(groupname=name)


def restore_partner_groups(groups_of_role):
    """Give the groups of the partners that are there their role; an uninstall took it.

    :param groups_of_role: {role: name of the method of IPartnerGroups that names the group}.
    """
    groups = getUtility(IPartnerGroups)
    catalog = api.portal.get_tool("portal_catalog")
    for brain in catalog.unrestrictedSearchResults(portal_type="PartnerOrganisation"):
        for role, method in groups_of_role.items():
            name = getattr(groups, method)(brain.UID)
            if api.group.get(name) is not None:
                api.group.grant_roles(groupname=name, roles=[role])


def remove_records():
    """Take our settings out of the registry."""
    records = getUtility(IRegistry).records
    for name in [name for name in records if name.startswith(RECORD_PREFIXES)]:
        del records[name]


def put_layouts_away(portal):
    """Take our layouts off the site and off folders, and keep on each which one it had."""
    for obj in _items_that_can_have_our_layout(portal):
        layout = getattr(aq_base(obj), "layout", None)
        if isinstance(layout, str) and layout.startswith(LAYOUT_PREFIX):
            IAnnotations(obj)[LAYOUT] = layout
            del obj.layout


def bring_layouts_back(portal):
    """Give each item the layout that ``put_layouts_away`` took, unless somebody chose another one."""
    for obj in _items_that_can_have_our_layout(portal):
        layout = IAnnotations(obj).pop(LAYOUT, None)
        if layout and not getattr(aq_base(obj), "layout", None):
            obj.layout = layout


def _items_that_can_have_our_layout(portal):
    yield portal
    types = [
        fti.getId()
        for fti in api.portal.get_tool("portal_types").objectValues()
        if any(name.startswith(LAYOUT_PREFIX) for name in getattr(fti, "view_methods", ()))
    ]
    if types:
        for brain in api.portal.get_tool("portal_catalog").unrestrictedSearchResults(portal_type=types):
            yield brain._unrestrictedGetObject()
