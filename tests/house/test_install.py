"""Rule 2: the install puts in what is ours, and only adds to what is there."""

from plone import api
from plone.app.testing import SITE_OWNER_NAME
from plone.registry.interfaces import IRegistry
from Products.CMFPlone.utils import get_installer
from samenbeter.interfaces import ISamenBeterLayer
from samenbeter.setuphandlers import GRANTS
from samenbeter.setuphandlers import GROUPS
from samenbeter.setuphandlers import LOCAL_ROLES
from sites import differences
from sites import install
from sites import make_site
from sites import snapshot
from where import names_of_types
from where import PROFILES
from where import xml_of
from zope.component import getUtility
from zope.component.hooks import setSite

import pytest
import requests
import transaction


PASSWORD = "a-long-test-password"
OUR_RECORDS = ("samenbeter.", "plone.bundles/samenbeter.", "plone.app.caching.weakCaching.samenbeter.")
OUR_CACHING = {"samenbeter.page": "plone.app.caching.weakCaching"}
LINKS = {
    c.get("action_id"): c.get("url_expr") for c in xml_of(PROFILES / "default" / "controlpanel.xml").iter("configlet")
}
# those that lead to a form of settings
PANELS = [name for name, address in LINKS.items() if address.endswith("-settings")]


class TestInstalled:
    """What is there."""

    def test_the_add_on_is_installed(self, portal):
        """As the list of add-ons sees it, with the other profiles hidden from that list."""
        installer = get_installer(portal)
        assert installer.is_product_installed("samenbeter")
        assert installer.get_install_profile("samenbeter")["id"] == "samenbeter:default"
        assert installer.get_uninstall_profile("samenbeter")["id"] == "samenbeter:uninstall"
        assert installer.is_product_installable("samenbeter")

    def test_the_browser_layer(self, browser_layers):
        """Once."""
        assert browser_layers.count(ISamenBeterLayer) == 1

    def test_the_types(self, portal):
        """All of them."""
        assert set(names_of_types()) <= set(portal.portal_types.objectIds())

    def test_the_roles_and_the_groups(self, portal):
        """Each role that people are given has a group of its name, and no other role."""
        assert {*GROUPS, *LOCAL_ROLES} <= set(portal.valid_roles())
        for name in GROUPS:
            assert set(api.group.get(name).getRoles()) - {"Authenticated"} == {name}

    def test_the_control_panels(self, controlpanel_actions):
        """Once each."""
        for panel in LINKS:
            assert controlpanel_actions.count(panel) == 1

    def test_the_version(self, profile_last_version):
        """That of metadata.xml."""
        assert profile_last_version("samenbeter:default") == xml_of(PROFILES / "default" / "metadata.xml").findtext(
            "version"
        )


@pytest.fixture(scope="class")
def people(shared_portal):
    """A site administrator, an editor of the site, one of the desk, and nobody."""
    with api.env.adopt_user(username=SITE_OWNER_NAME):
        for name, group in (("beheer", "Site Administrators"), ("editor", "Vraagbaak Editor"), ("resident", None)):
            api.user.create(username=name, email=f"{name}@example.org", password=PASSWORD)
            if group:
                api.group.add_user(groupname=group, username=name)
        api.user.grant_roles(username="resident", roles=["Editor"])
    transaction.commit()
    return {
        "beheer": ("beheer", PASSWORD),
        "editor": ("editor", PASSWORD),
        "resident": ("resident", PASSWORD),
        "nobody": None,
    }


@pytest.mark.parametrize("panel", PANELS)
class TestControlPanels:
    """Who opens them."""

    def test_a_site_administrator_does(self, shared_portal, people, panel):
        """The form, and the same over REST."""
        url = shared_portal.absolute_url()
        page = requests.get(f"{url}/@@{panel}-settings", auth=people["beheer"], timeout=60)
        assert page.status_code == 200
        assert "form.buttons.save" in page.text
        panel_of_rest = requests.get(
            f"{url}/@controlpanels/{panel}", auth=people["beheer"], headers={"Accept": "application/json"}, timeout=60
        )
        assert panel_of_rest.status_code == 200
        assert panel_of_rest.json()["data"]

    @pytest.mark.parametrize("who", ["editor", "resident", "nobody"])
    def test_others_do_not(self, shared_portal, people, panel, who):
        """They are sent to the log-in page, or refused."""
        url = shared_portal.absolute_url()
        page = requests.get(f"{url}/@@{panel}-settings", auth=people[who], allow_redirects=False, timeout=60)
        assert page.status_code in (302, 401, 403)
        assert "form.buttons.save" not in page.text
        of_rest = requests.get(
            f"{url}/@controlpanels/{panel}", auth=people[who], headers={"Accept": "application/json"}, timeout=60
        )
        assert of_rest.status_code in (401, 403, 404)


@pytest.fixture
def site(app, portal):
    """A stock site in use: content, settings, a look and a group of its own."""
    site = make_site(app)
    with api.env.adopt_user(username=SITE_OWNER_NAME):
        api.content.create(site, "Document", "welkom", title="Welkom")
        folder = api.content.create(site, "Folder", "agenda", title="Agenda van de kerk")
        folder.setLayout("summary_view")
        site.setDefaultPage("welkom")
        api.group.create(groupname="koor", title="Het koor", roles=["Editor"])
        registry = getUtility(IRegistry)
        registry["plone.site_title"] = "Dorpshuis"
        registry["plone.navigation_depth"] = 7
        registry["plone.types_not_searched"] = ("Image",)
        site.manage_permission("Add portal content", ["Manager", "Contributor"], acquire=False)
        site.portal_workflow.setChainForPortalTypes(("Event",), ("one_state_workflow",))
        site.portal_types.Folder.view_methods = ("listing_view", "summary_view")
    yield site
    setSite(portal)


class TestItOnlyAdds:
    """On a site with content and settings of its own."""

    def test_no_setting_of_others_changes(self, site):
        """Every registry record that is not ours has its value."""
        registry = getUtility(IRegistry)
        before = {name: record.value for name, record in registry.records.items()}
        install(site)
        after = {name: record.value for name, record in registry.records.items()}
        # a list that all rules share: ours comes in, the others stay
        operations = "plone.caching.interfaces.ICacheSettings.operationMapping"
        assert after.pop(operations) == {**(before.pop(operations) or {}), **OUR_CACHING}
        assert {name: after.get(name) for name in before} == before
        new = {name for name in after if name not in before}
        assert {name for name in new if not name.startswith(OUR_RECORDS)} == set()

    def test_stock_permissions_only_gain_our_roles(self, site):
        """Nobody loses one, and nobody else gets one."""
        before = permissions(site)
        install(site)
        after = {name: found for name, found in permissions(site).items() if not name.startswith("SamenBeter ")}
        assert set(after) == {name for name in before if not name.startswith("SamenBeter ")}
        for name, (roles, acquired) in after.items():
            gained = set(GRANTS.get(name, ()))
            assert roles == before[name][0] | gained, name
            assert acquired == before[name][1], name

    def test_what_is_in_the_site_stays_as_it_is(self, site):
        """Front page, layouts, workflows of stock types, groups."""
        install(site)
        assert site.getDefaultPage() == "welkom"
        assert site["agenda"].getLayout() == "summary_view"
        assert site.portal_workflow.getChainForPortalType("Event") == ("one_state_workflow",)
        assert api.group.get("koor").getRoles() == ["Editor", "Authenticated"]
        assert site.portal_types.Folder.view_methods[:2] == ("listing_view", "summary_view")
        assert api.content.get_state(site["welkom"]) == "private"
        assert sorted(site.contentIds()) == ["agenda", "welkom"]

    def test_no_line_is_taken_away(self, site):
        """In all that GenericSetup can export."""
        before = snapshot(site)
        install(site)
        assert [(where, line) for where, line in differences(before, snapshot(site)) if line.startswith("- ")] == []

    def test_twice_is_as_once(self, site):
        """Also for what somebody set in between."""
        install(site)
        api.portal.set_registry_record("samenbeter.shared.neighbourhood", "Bergdorp")
        api.group.add_user(groupname="Expert", user=api.user.create(username="els", email="els@example.org"))
        once = snapshot(site)
        install(site)
        assert list(differences(once, snapshot(site))) == []
        assert api.portal.get_registry_record("samenbeter.shared.neighbourhood") == "Bergdorp"


def permissions(site):
    """Return {permission: (its roles on the site, whether it is acquired)}."""
    return {
        name: (
            {row["name"] for row in site.rolesOfPermission(name) if row["selected"]},
            bool(site.permission_settings(name)[0]["acquire"]),
        )
        for name, *_rest in site.ac_inherited_permissions(1)
    }
