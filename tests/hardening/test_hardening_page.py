"""The page on which an administrator makes the site stricter and takes that back, and the same over REST."""

from datetime import timedelta
from lxml import html
from planted import PASSWORD
from planted import SITE_OWNER_NAME
from plone import api
from plone.app.testing import SITE_OWNER_PASSWORD
from plone.registry.interfaces import IRegistry
from samenbeter.hardening import checking
from samenbeter.hardening import switches
from samenbeter.hardening import zmi
from samenbeter.shared import audit
from samenbeter.shared import clock
from samenbeter.shared import hardened
from zope.component import getUtility

import pytest
import requests
import transaction


PAGE = "@@samenbeter-hardening"
PEOPLE = {"lid": "", "redactie": "Vraagbaak Editor", "privacy": "Privacy Officer", "beheer": "Site Administrators"}


@pytest.fixture(scope="class")
def site(shared_portal):
    """A site with one of each who might come by."""
    with api.env.adopt_user(username=SITE_OWNER_NAME):
        for name, group in PEOPLE.items():
            api.user.create(username=name, email=f"{name}@example.org", password=PASSWORD)
            if group:
                api.group.add_user(groupname=group, username=name)
    transaction.commit()
    return shared_portal


class Admin:
    """Somebody who works with the page."""

    def __init__(self, site, auth=("beheer", PASSWORD)):
        self.url = site.absolute_url()
        self.http = requests.Session()
        self.http.auth = auth

    def page(self):
        """Open it; return its tree."""
        answer = self.http.get(f"{self.url}/{PAGE}", timeout=60)
        assert answer.status_code == 200
        return html.fromstring(answer.text)

    def press(self, do, token=True):
        """Press a button; return the answer, and begin to look anew."""
        data = {"do": do}
        if token:
            data["_authenticator"] = self.page().xpath("//main//input[@name='_authenticator']/@value")[0]
        answer = self.http.post(f"{self.url}/{PAGE}", data=data, allow_redirects=False, timeout=60)
        transaction.begin()
        return answer

    def row(self, name):
        """Return what the page says of a switch."""
        return " ".join(self.page().get_element_by_id(f"switch-{name}").text_content().split())


@pytest.fixture(autouse=True)
def all_off(request):
    """Begin each test with nothing on."""
    if "site" in request.fixturenames:
        request.getfixturevalue("site")
        transaction.begin()
        with api.env.adopt_user(username=SITE_OWNER_NAME):
            switches.turn_all_off()
            zmi.shut()
        transaction.commit()


def on():
    """Return which switches are on."""
    return set(hardened.kept())


def setting(name):
    """Return a setting as it is in the database; Plone keeps it for as long as a request lasts."""
    return getUtility(IRegistry).records[name].value


class TestWhoMayNotBeThere:
    """All but administrators."""

    @pytest.mark.parametrize("name", [None, "lid", "redactie", "privacy"])
    def test_the_page_and_the_service_are_not_for_them(self, site, name):
        auth = (name, PASSWORD) if name else None
        for path, accept in ((PAGE, "text/html"), ("@hardening", "application/json")):
            answer = requests.get(
                f"{site.absolute_url()}/{path}",
                auth=auth,
                headers={"Accept": accept},
                allow_redirects=False,
                timeout=60,
            )
            assert answer.status_code in (302, 401, 403, 404), path
        requests.post(f"{site.absolute_url()}/{PAGE}", data={"do": "on:ids"}, auth=auth, timeout=60)
        transaction.begin()
        assert on() == set()


class TestThePage:
    """What an administrator does."""

    def test_it_lists_each_switch_with_what_people_notice(self, site):
        page = Admin(site).page()
        rows = page.xpath("//main//li[starts-with(@id, 'switch-')]")
        assert [row.get("id") for row in rows] == [f"switch-{name}" for name in switches.switches()]
        for row in rows:
            assert row.xpath("./p")[0].text_content().strip()
            assert row.xpath(".//svg") and row.xpath(".//button | ./p[2]")

    def test_one_goes_on_and_off(self, site):
        admin = Admin(site)
        assert "Uit" in admin.row("ids")
        assert admin.press("on:ids").status_code == 303
        assert on() == {"ids"}
        assert setting("plone.use_uuid_as_userid")
        assert "Aan. In orde" in admin.row("ids")
        assert admin.press("off:ids").status_code == 303
        assert on() == set()
        assert not setting("plone.use_uuid_as_userid")

    def test_it_says_what_was_done(self, site):
        admin = Admin(site)
        admin.press("on:ids")
        assert "Staat aan: Nieuwe leden krijgen een nummer zonder betekenis" in admin.page().text_content()

    def test_what_somebody_changed_is_said_and_can_be_set_right(self, site):
        admin = Admin(site)
        admin.press("on:members")
        with api.env.adopt_user(username=SITE_OWNER_NAME):
            site.manage_permission("View Groups", ["Manager", "Member"])
            transaction.commit()
        assert "Let op" in admin.row("members")
        assert "Iemand veranderde dit: View Groups." in admin.row("members")
        assert "Zet weer goed" in admin.row("members")
        admin.press("on:members")
        assert "In orde" in admin.row("members")

    def test_what_somebody_chose_is_left_and_said(self, site):
        admin = Admin(site)
        admin.press("on:members")
        with api.env.adopt_user(username=SITE_OWNER_NAME):
            site.manage_permission("View Groups", ["Manager", "Reader"])
            transaction.commit()
        admin.press("off:members")
        assert "Dit bleef zoals iemand het intussen koos: View Groups." in admin.page().text_content()

    def test_all_go_on_but_what_cannot_and_all_go_off(self, site):
        """The cookie that only goes over https needs https. With Basic off this test logs in at the root."""
        admin = Admin(site, (SITE_OWNER_NAME, SITE_OWNER_PASSWORD))
        admin.press("all-on")
        assert on() == set(switches.switches()) - {"secure_cookie"}
        assert "Dit kan nog niet aan." in admin.row("secure_cookie")
        assert not admin.page().xpath("//button[@value='on:secure_cookie']")
        admin.press("all-off")
        assert on() == set()

    @pytest.mark.parametrize("do", ["on:ids", "all-on", "off:ids", "zmi-open"])
    def test_without_a_token_nothing_happens(self, site, do):
        Admin(site).press(do, token=False)
        assert on() == set()
        assert zmi.open_until() is None

    @pytest.mark.parametrize("do", ["", "on:", "on:is_er_niet", "on", "all-on:ids", "zmi-open:x", "weg:ids", ":ids"])
    def test_a_button_that_is_none_does_nothing(self, site, do):
        assert Admin(site).press(do).status_code < 400
        assert on() == set()

    def test_who_did_it_stands_in_the_log(self, site):
        Admin(site).press("on:ids")
        today = clock.now()
        noted = [entry.section for entry in audit.entries(today - timedelta(days=1), today + timedelta(days=1), "edit")]
        assert "samenbeter.hardening.ids" in noted

    def test_the_management_of_zope_is_for_a_manager_to_open(self, site):
        admin = Admin(site)
        admin.press("on:zmi")
        assert not admin.page().xpath("//button[@value='zmi-open']")
        admin.press("zmi-open")
        assert zmi.open_until() is None
        manager = Admin(site, (SITE_OWNER_NAME, SITE_OWNER_PASSWORD))
        manager.press("zmi-open")
        assert zmi.open_until() is not None
        assert "Open tot" in manager.row("zmi")
        admin.press("zmi-shut")
        assert zmi.open_until() is None


class TestTheCheck:
    """What is not in order."""

    def light(self, site, name):
        """Return the light of a switch or duty over REST."""
        return self.state(site)[name]["light"]

    def state(self, site):
        """Return {id: what REST says}."""
        answer = Admin(site).http.get(
            f"{site.absolute_url()}/@hardening", headers={"Accept": "application/json"}, timeout=60
        )
        assert answer.status_code == 200
        assert answer.headers["Cache-Control"] == "no-store"
        told = answer.json()
        assert told["light"] == "red"
        return {line["id"]: line for line in (*told["switches"], *told["proxy"])}

    def test_what_is_off_is_red(self, site):
        assert self.light(site, "members") == "red"

    def test_an_empty_list_of_hosts_is_red_too(self, site):
        Admin(site).press("on:hosts")
        line = self.state(site)["hosts"]
        assert (line["on"], line["light"]) == (True, "red")
        assert "Er staan geen namen in de instellingen." in line["problems"][0]

    def test_what_the_site_cannot_see_is_for_a_person(self, site):
        assert self.light(site, "hsts") == self.light(site, "log") == checking.AMBER

    def test_what_it_can_see_is_green_or_red(self, site):
        state = self.state(site)
        assert (state["https"]["light"], state["host"]["light"]) == ("red", "amber")
        with api.env.adopt_user(username=SITE_OWNER_NAME):
            api.portal.set_registry_record("samenbeter.privacy.site_url", "https://localhost")
        transaction.commit()
        state = self.state(site)
        assert (state["https"]["light"], state["host"]["light"]) == ("green", "green")
