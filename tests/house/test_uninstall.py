"""Rule 6: after the uninstall the site is as it was before, and its content is still there."""

from allowed import LEFT_BEHIND
from plone import api
from plone.app.testing import applyProfile
from plone.app.testing import SITE_OWNER_NAME
from plone.dexterity.schema import SCHEMA_CACHE
from plone.uuid.interfaces import IUUID
from samenbeter.demo.moving import move
from samenbeter.interfaces import ISamenBeterContent
from sites import differences
from sites import install
from sites import make_site
from sites import snapshot
from sites import uninstall
from where import names_of_types
from where import stale
from where import unlisted
from zope.component.hooks import setSite

import pytest
import requests
import transaction


@pytest.fixture
def site(app, portal):
    """A stock site with our dependencies, next to the one of the layer."""
    yield make_site(app)
    setSite(portal)
    # Plone keeps what it knows of types for all sites of a process
    SCHEMA_CACHE.clear()


class TestSnapshot:
    """What is there before the install and after the uninstall."""

    def test_nothing_is_left_behind(self, site):
        """But what is listed, with its reason."""
        before = snapshot(site)
        install(site)
        assert "SuccessStory" in site.portal_types
        uninstall(site)
        found = list(differences(before, snapshot(site)))
        assert unlisted(found, LEFT_BEHIND) == []
        assert stale(found, LEFT_BEHIND) == []

    def test_an_install_on_top_of_an_install_does_not_change_that(self, site):
        """Somebody may import the profile again by hand."""
        before = snapshot(site)
        install(site)
        install(site)
        uninstall(site)
        assert unlisted(differences(before, snapshot(site)), LEFT_BEHIND) == []

    def test_an_uninstall_on_top_of_an_uninstall_does_no_harm(self, site):
        """Nothing breaks on what is no longer there."""
        before = snapshot(site)
        install(site)
        uninstall(site)
        uninstall(site)
        assert unlisted(differences(before, snapshot(site)), LEFT_BEHIND) == []

    def test_what_was_there_under_our_names_stays(self, site):
        """A site may have had a group or a role "Expert" of its own."""
        with api.env.adopt_user(username=SITE_OWNER_NAME):
            site._addRole("Expert")
            api.group.create(groupname="Expert", title="Onze deskundigen", roles=["Expert"])
            site.manage_permission("Add portal content", ["Manager", "Wijkwebber"])
            site._addRole("Wijkwebber")
            site.manage_permission("List folder contents", ["Manager", "Wijkwebber"], acquire=True)
        before = snapshot(site)
        install(site)
        uninstall(site)
        assert unlisted(differences(before, snapshot(site)), LEFT_BEHIND) == []
        assert "Expert" in api.group.get("Expert").getRoles()

    def test_settings_of_others_that_changed_meanwhile_stay_changed(self, site):
        """The uninstall takes away what is ours; it does not turn back time."""
        install(site)
        site.manage_permission("Add portal content", ["Manager", "Editor", "Wijkwebber"])
        site.portal_types.Folder.view_methods += ("other_view",)
        uninstall(site)
        assert [r["name"] for r in site.rolesOfPermission("Add portal content") if r["selected"]] == [
            "Editor",
            "Manager",
        ]
        assert "other_view" in site.portal_types.Folder.view_methods


def addresses(portal):
    """Return the address of each item, and of the pages that any site has."""
    url = portal.absolute_url()
    items = [
        b.getURL() for b in portal.portal_catalog.unrestrictedSearchResults(path="/".join(portal.getPhysicalPath()))
    ]
    return [
        *items,
        *(f"{url}/{name}" for name in ("", "@@search?SearchableText=slapen", "sitemap", "sitemap.xml.gz", "login")),
    ]


def status(url, **kw):
    """Return the status of a page for a visitor."""
    return requests.get(url, timeout=60, **kw).status_code


@pytest.fixture(scope="class")
def left(demo_portal):
    """The demo site after the uninstall, and what was in it."""
    with api.env.adopt_user(username=SITE_OWNER_NAME):
        api.portal.set_registry_record("plone.enable_sitemap", True)
        count = len(demo_portal.portal_catalog.unrestrictedSearchResults(path="/plone"))
        people = api.group.get(f"{IUUID(demo_portal['partners'].objectValues()[0])}-experts")
        uninstall(demo_portal)
    transaction.commit()
    yield {"portal": demo_portal, "count": count, "people": people}
    SCHEMA_CACHE.clear()


class TestContentStays:
    """A site that was in use, after the uninstall."""

    def test_all_content_is_still_there(self, left):
        """Found by the catalog, and in its place."""
        brains = left["portal"].portal_catalog.unrestrictedSearchResults(path="/plone")
        assert len(brains) == left["count"]
        kinds = {b.portal_type for b in brains if ISamenBeterContent.providedBy(b._unrestrictedGetObject())}
        assert kinds == set(names_of_types())

    def test_the_people_of_a_partner_are_remembered(self, left):
        """Their groups belong to the partner; the roles are gone."""
        group = api.group.get(left["people"].getId())
        assert group.getGroupMemberIds() == left["people"].getGroupMemberIds()
        assert "Expert" not in group.getRoles()

    @pytest.mark.parametrize("visitor", [None, "beheer"])
    def test_the_site_works(self, left, visitor):
        """No page fails; pages of ours are not there any more, and say so."""
        auth = (visitor, "samenbeter-demo") if visitor else None
        for url in addresses(left["portal"]):
            for accept in ("text/html", "application/json"):
                assert status(url, auth=auth, headers={"Accept": accept}) < 500, (url, accept)

    @pytest.mark.parametrize(
        "path", ["", "/partners", "/verhalen", "/modules", "/agenda", "/@@search", "/sitemap", "/sitemap.xml.gz"]
    )
    def test_what_all_sites_have_is_there(self, left, path):
        """The front page and the folders, also those that had a page of ours."""
        assert status(left["portal"].absolute_url() + path) == 200

    def test_no_page_of_ours_is_left(self, left):
        """Nor the frame."""
        url = left["portal"].absolute_url()
        assert status(f"{url}/@@samenbeter-front") == 404
        assert "samenbeter.css" not in requests.get(url, timeout=60).text

    def test_content_works_again_after_a_new_install(self, left):
        """With its state, its layout, its groups; the next step of its workflow can be taken."""
        portal = left["portal"]
        with api.env.adopt_user(username=SITE_OWNER_NAME):
            applyProfile(portal, "samenbeter:default")
            transaction.commit()
            assert "Expert" in api.group.get(left["people"].getId()).getRoles()
            brains = portal.portal_catalog.unrestrictedSearchResults(
                portal_type="VraagbaakQuestion", review_state="published"
            )
            question = brains[0]._unrestrictedGetObject()
            assert status(question.absolute_url()) == 200
            move(question, "withdrawn")
            transaction.commit()
        assert status(question.absolute_url(), allow_redirects=False) in (302, 401)
        assert portal["partners"].getLayout() == "samenbeter-partners"
        assert portal.getLayout() == "samenbeter-front"
        assert "samenbeter.css" in requests.get(portal.absolute_url(), timeout=60).text
