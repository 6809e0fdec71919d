"""Ids without a meaning, no Basic for members, and a cookie that only goes over https."""

from planted import get
from planted import PASSWORD
from planted import SITE_OWNER_NAME
from planted import turn
from plone import api
from plone.app.testing import SITE_OWNER_PASSWORD
from Products.PluggableAuthService.interfaces.plugins import IChallengePlugin
from Products.PluggableAuthService.interfaces.plugins import IExtractionPlugin
from samenbeter.hardening import plain
from samenbeter.hardening import switches

import pytest
import re
import requests
import transaction


def member():
    """Make a member as a form does; return the id."""
    made = api.user.create(email="lotte.jansen@example.org", username="lotte.jansen", password=PASSWORD)
    return made.getId()


class TestIds:
    """The id of a member."""

    def test_stock_plone_makes_it_from_the_log_in_name(self, portal):
        registration = api.portal.get_tool("portal_registration")
        registration.addMember("lotte", PASSWORD, properties={"username": "lotte", "email": "lotte@example.org"})
        assert api.user.get(username="lotte").getId() == "lotte"
        assert not api.portal.get_registry_record("plone.use_uuid_as_userid")

    def test_with_the_switch_it_says_nothing(self, portal):
        with api.env.adopt_user(username=SITE_OWNER_NAME):
            before = switches.switches()["ids"].turn_on()
        assert before == {"plone.use_uuid_as_userid": False}
        from plone.app.users.utils import uuid_userid_generator

        assert re.fullmatch(r"[0-9a-f]{32}", uuid_userid_generator({}))
        assert api.portal.get_registry_record("plone.use_uuid_as_userid")


@pytest.fixture(scope="class")
def site(shared_portal):
    """A site with a member, and a page of theirs that others may not see."""
    with api.env.adopt_user(username=SITE_OWNER_NAME):
        api.user.create(username="anna", email="anna@example.org", password=PASSWORD)
        page = api.content.create(shared_portal, "Document", "besloten", title="Besloten")
        page.manage_setLocalRoles("anna", ["Reader"])
        page.reindexObjectSecurity()
    transaction.commit()
    return shared_portal


def status(site, auth=None, accept="text/html", **headers):
    """Return the status of an answer about the page."""
    answer = requests.get(
        f"{site.absolute_url()}/besloten",
        auth=auth,
        headers={"Accept": accept, **headers},
        allow_redirects=False,
        timeout=60,
    )
    return answer.status_code


class TestBasic:
    """A name and a password with each request."""

    @pytest.mark.abuse("A16", stock=True)
    def test_stock_plone_takes_it_everywhere(self, site):
        assert status(site, ("anna", PASSWORD)) == 200
        assert status(site, ("anna", PASSWORD), "application/json") == 200

    @pytest.mark.abuse("A16")
    def test_with_the_switch_a_member_is_a_stranger(self, site):
        turn("basic")
        assert status(site, ("anna", PASSWORD)) != 200
        assert status(site, ("anna", PASSWORD), "application/json") != 200

    def test_the_form_and_a_token_still_work(self, site):
        """The second is how programs log in."""
        turn("basic")
        http = requests.Session()
        http.post(f"{site.absolute_url()}/login", data={"__ac_name": "anna", "__ac_password": PASSWORD}, timeout=60)
        assert get(http, f"{site.absolute_url()}/besloten").status_code == 200
        answer = requests.post(
            f"{site.absolute_url()}/@login",
            json={"login": "anna", "password": PASSWORD},
            headers={"Accept": "application/json"},
            timeout=60,
        )
        token = answer.json()["token"]
        assert status(site, None, "application/json", Authorization=f"Bearer {token}") == 200

    def test_who_administers_zope_still_can(self, site):
        """That folder of users lies above the site."""
        turn("basic")
        assert status(site, (SITE_OWNER_NAME, SITE_OWNER_PASSWORD)) == 200

    def test_undone_it_has_its_place_back(self, site):
        transaction.begin()
        plugins = site.acl_users.plugins
        turn("basic", on=False)
        transaction.begin()
        assert plugins.listPluginIds(IExtractionPlugin)[1] == plain.BASIC
        assert plugins.listPluginIds(IChallengePlugin)[-1] == plain.BASIC
        assert status(site, ("anna", PASSWORD)) == 200


class TestSecureCookie:
    """The cookie of a session."""

    def test_without_https_it_stays_off_and_says_why(self, portal):
        switch = switches.switches()["secure_cookie"]
        with pytest.raises(switches.NotNow) as why:
            switches.turn_on("secure_cookie")
        assert str(why.value.args[0]) == str(switch.hindrance()) == "hardening_secure_cookie_why"
        assert not switches.is_on("secure_cookie")
        assert not portal.acl_users.session.secure

    def test_with_https_it_goes_on_and_off(self, portal):
        api.portal.set_registry_record(plain.SITE_URL, "https://wijk.example")
        switches.turn_on("secure_cookie")
        assert portal.acl_users.session.secure
        switches.turn_off("secure_cookie")
        assert not portal.acl_users.session.secure
