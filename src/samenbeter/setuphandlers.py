"""What GenericSetup cannot say in XML: groups, and grants that only add."""

from plone import api
from plone.base.interfaces import INonInstallable
from samenbeter import uninstall
from samenbeter.shared import caching
from samenbeter.shared import stores
from samenbeter.shared.service_tokens import plugin
from samenbeter.vraagbaak.cases import index
from zope.interface import implementer


# a group of the same name for each role that people are given
GROUPS = ("Vraagbaak Editor", "Expert", "Wijkwebber", "Partner Manager", "Privacy Officer")

# roles that people only have somewhere, because of what is there
LOCAL_ROLES = ("Consulted Expert", "Contributing Expert", "Own Partner Manager")

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


def before_install(setup):
    """Keep what the site had of its own under our names."""
    uninstall.remember(api.portal.get(), (*GROUPS, *LOCAL_ROLES), GROUPS, GRANTS)


def after_install(setup):
    """Make the groups, and let our roles add content where a type allows it."""
    portal = api.portal.get()
    for name in GROUPS:
        if api.group.get(name) is None:
            api.group.create(groupname=name, title=name, roles=[name])
    for permission, ours in GRANTS.items():
        uninstall.change_roles_of(portal, permission, {*uninstall.roles_of(portal, permission), *ours})
    stores.prepare()
    index.get()
    # content of an earlier install
    uninstall.restore_partner_groups({"Expert": "experts", "Partner Manager": "managers"})
    uninstall.bring_layouts_back(portal)


def before_uninstall(setup):
    """Take our roles, permissions and layouts away while the site still knows them."""
    portal = api.portal.get()
    _as_it_was()
    had = uninstall.before(portal)
    for permission, ours in GRANTS.items():
        added = {*ours} - {*had["permissions"].get(permission, ())}
        uninstall.change_roles_of(portal, permission, {*uninstall.roles_of(portal, permission)} - added)
    uninstall.release_permissions(portal)
    uninstall.put_layouts_away(portal)
    uninstall.remove_groups(name for name in GROUPS if name not in had["groups"])
    uninstall.remove_roles(portal, [name for name in (*GROUPS, *LOCAL_ROLES) if name not in had["roles"]])


def after_uninstall(setup):
    """Take away the settings, and what was kept for this."""
    caching.take_out()
    uninstall.remove_records()
    stores.remove()
    uninstall.forget(api.portal.get())


def _as_it_was():
    from samenbeter.hardening import switches

    # the site knows them only as long as our settings are there
    switches.turn_all_off()
    switches.forget()
    plugin.withdraw()


def after_demo(setup):
    """Fill the demo neighbourhood."""
    from samenbeter.demo.filling import fill

    fill(api.portal.get())


def after_hardening(setup):
    """Turn the switches on."""
    from samenbeter.hardening.switches import turn_all_on

    turn_all_on()
