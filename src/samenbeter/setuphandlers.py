"""What GenericSetup cannot say in XML: groups, and grants that only add."""

from plone import api
from Products.CMFPlone.interfaces import INonInstallable
from zope.interface import implementer


# a group of the same name for each role that people are given
GROUPS = ("Vraagbaak Editor", "Expert", "Wijkwebber", "Partner Manager", "Privacy Officer")

# rolemap.xml replaces the roles of a permission; these stock ones only get roles more
GRANTS = {
    "Add portal content": ("Vraagbaak Editor", "Wijkwebber", "Consulted Expert", "Own Partner Manager"),
    "List folder contents": ("Vraagbaak Editor", "Consulted Expert", "Own Partner Manager"),
}


@implementer(INonInstallable)
class HiddenProfiles:
    """Profiles that do not stand in the list of add-ons."""

    def getNonInstallableProfiles(self):
        """Return their ids."""
        return ["samenbeter:uninstall", "samenbeter:demo"]


def after_install(setup):
    """Make the groups, and let our roles add content where a type allows it."""
    for name in GROUPS:
        if api.group.get(name) is None:
            api.group.create(groupname=name, title=name, roles=[name])
    _change_grants(lambda roles, ours: {*roles, *ours})


def before_uninstall(setup):
    """Take our roles out of the stock permissions while they still exist."""
    _change_grants(lambda roles, ours: {*roles} - {*ours})


def after_uninstall(setup):
    """Take away the groups that the install made."""
    for name in GROUPS:
        if api.group.get(name) is not None:
            api.group.delete(groupname=name)


def after_demo(setup):
    """Fill the demo neighbourhood."""
    from samenbeter.demo.filling import fill

    fill(api.portal.get())


def _change_grants(change):
    portal = api.portal.get()
    for permission, ours in GRANTS.items():
        rows = [row for row in portal.rolesOfPermission(permission) if row["selected"]]
        acquire = bool(portal.permission_settings(permission)[0]["acquire"])
        portal.manage_permission(permission, sorted(change((row["name"] for row in rows), ours)), acquire=acquire)
