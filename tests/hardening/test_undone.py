"""Hardening is put on a site that is in use, and undone: all settings are as they were."""

from planted import SITE_OWNER_NAME
from plone import api
from plone.app.testing import applyProfile
from plone.dexterity.schema import SCHEMA_CACHE
from plone.keyring.interfaces import IKeyManager
from plone.registry.interfaces import IRegistry
from samenbeter.hardening import switches
from samenbeter.shared import hardened
from sites import differences
from sites import install
from sites import make_site
from sites import snapshot
from sites import uninstall
from zope.annotation.interfaces import IAnnotations
from zope.component import getUtility
from zope.component.hooks import setSite

import pytest


URL = "samenbeter.privacy.site_url"


def quick(site):
    """Return the settings that GenericSetup does not export, and the registry."""
    acl = site.acl_users
    plugins = acl.plugins
    records = getUtility(IRegistry).records
    return {
        "records": "\n".join(f"{name}: {records[name].value!r}" for name in records),
        "plugins": "\n".join(
            f"{info['id']}: {plugins.listPluginIds(info['interface'])}" for info in plugins.listPluginTypeInfo()
        ),
        "properties": "\n".join(
            f"{plugin.getId()}.{name}: {value!r}"
            for plugin in acl.objectValues()
            for name, value in sorted(getattr(plugin, "propertyItems", list)())
        ),
        "tokens": repr((acl.jwt_auth.store_tokens, acl.jwt_auth._tokens is None)),
        "permissions of the site": "\n".join(
            f"{name}: {value!r}" for name, value in sorted(vars(site).items()) if name.endswith("_Permission")
        ),
    }


def state(site):
    """Return all settings, those of the user folder too, but for what a switch keeps about itself."""
    found = {**snapshot(site), **quick(site)}
    found["annotations"] = "\n".join(
        name for name in found["annotations"].splitlines() if not name.startswith(hardened.KEY)
    )
    return found


@pytest.fixture
def site(app, portal):
    """A classic site with content, members and settings of its own, in which ours is installed."""
    site = make_site(app)
    with api.env.adopt_user(username=SITE_OWNER_NAME):
        api.content.create(site, "Document", "stuk", title="Stuk")
        api.user.create(username="anna", email="anna@example.org", password="een-lang-wachtwoord")
        install(site)
        # what the site chose itself, also about what the switches change
        site.manage_permission("List portal members", ["Manager", "Member", "Reader"], acquire=1)
        site.manage_permission("View Groups", ["Manager"], acquire=0)
        api.portal.set_registry_record("plone.valid_tags", ["p", "iframe", "img", "object"])
        api.portal.set_registry_record("plone.allow_anon_views_about", True)
        api.portal.set_registry_record(URL, "https://wijk.example")
        site.acl_users.session.timeout = 1234
        site.acl_users.plugins.movePluginsUp(_extraction(), ["jwt_auth"])
    yield site
    setSite(portal)
    SCHEMA_CACHE.clear()


def _extraction():
    from Products.PluggableAuthService.interfaces.plugins import IExtractionPlugin

    return IExtractionPlugin


def harden(site):
    """Apply the profile, as the list of add-ons does."""
    with api.env.adopt_user(username=SITE_OWNER_NAME):
        applyProfile(site, "samenbeter:hardening")


def test_undone_all_is_as_it_was(site):
    with api.env.adopt_user(username=SITE_OWNER_NAME):
        before = state(site)
        harden(site)
        assert set(hardened.kept(site)) == set(switches.switches())
        changed = state(site)
        assert list(differences(before, changed))
        assert switches.turn_all_off() == []
        assert list(differences(before, state(site))) == []
        assert not hardened.kept(site)


def test_applied_twice_is_applied_once(site):
    """What was there before is what was there before the first time."""
    with api.env.adopt_user(username=SITE_OWNER_NAME):
        before = quick(site)
        harden(site)
        once = quick(site)
        harden(site)
        assert list(differences(once, quick(site))) == []
        switches.turn_all_off()
        assert list(differences(before, quick(site))) == []


def test_the_uninstall_undoes_it_first(site):
    """Then the site is as after an uninstall without it."""
    with api.env.adopt_user(username=SITE_OWNER_NAME):
        harden(site)
        uninstall(site)
        after = state(site)
    assert not [name for name in IAnnotations(site) if name.startswith("samenbeter.hardening")]
    assert "List_portal_members_Permission: ['Manager', 'Member', 'Reader']" in after["permissions of the site"]
    assert not site.acl_users.session.secure
    assert api.portal.get_registry_record("plone.valid_tags") == ["p", "iframe", "img", "object"]


def test_the_uninstall_leaves_a_site_alone_that_was_never_hardened(site):
    with api.env.adopt_user(username=SITE_OWNER_NAME):
        ring = len(getUtility(IKeyManager)["_system"])
        uninstall(site)
        assert len(getUtility(IKeyManager)["_system"]) == ring


def test_each_switch_goes_on_and_off_alone(site):
    with api.env.adopt_user(username=SITE_OWNER_NAME):
        before = quick(site)
        for name in switches.switches():
            switches.turn_on(name)
            assert switches.is_on(name)
            assert list(hardened.kept(site)) == [name]
            assert switches.turn_off(name) == [], name
            assert list(differences(before, quick(site))) == [], name


def test_each_switch_says_what_it_does():
    found = switches.switches().values()
    assert [switch.order for switch in found] == sorted(switch.order for switch in found)
    assert all(switch.title and switch.description for switch in found)
