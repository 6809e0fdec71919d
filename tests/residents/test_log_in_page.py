"""The log-in page: a password or a mailed link, and two steps for who sees data of others."""

from coming_in import add_user
from coming_in import Browser
from coming_in import digits_in
from coming_in import forget
from coming_in import kept
from coming_in import link_in
from coming_in import mails
from coming_in import PASSWORD
from plone import api
from plone.app.testing import SITE_OWNER_NAME

import pytest
import re
import transaction


@pytest.fixture
def portal(functional_portal):
    forget()
    add_user("yara", login="yara@example.org")
    return functional_portal


@pytest.fixture
def browser(portal):
    return Browser(portal)


class TestPassword:
    """As Plone's own page, for people and for programs."""

    def test_it_logs_in_and_leads_back(self, browser):
        browser.get(f"login?came_from={browser.base}/sitemap")
        answer = browser.send(**{"__ac_name": "yara@example.org", "__ac_password": PASSWORD, "buttons.login": "login"})
        assert (answer.status_code, answer.headers["Location"]) == (302, f"{browser.base}/sitemap")
        assert browser.is_inside

    def test_a_program_needs_no_more_than_the_three_fields(self, browser):
        browser.post("login", **{"__ac_name": "yara@example.org", "__ac_password": PASSWORD, "buttons.login": "Log in"})
        assert browser.is_inside

    @pytest.mark.parametrize("name", ["yara@example.org", "niemand@example.org", "x" * 5000, "<b>"])
    def test_a_wrong_one_says_the_same_for_each_name(self, browser, name):
        browser.log_in(name, "fout")
        assert browser.answer.status_code == 200
        assert browser.wrong == ["__ac_password"]
        assert "<b>" not in browser.page.xpath("string(//main)")
        assert browser.page.get_element_by_id("__ac_password").get("value") == ""
        assert "Set-Cookie" not in browser.answer.headers

    @pytest.mark.parametrize(
        ("name", "password", "field"), [("", PASSWORD, "__ac_name"), ("yara@example.org", "", "__ac_password")]
    )
    def test_an_empty_field_is_said_beside_it(self, browser, name, password, field):
        browser.log_in(name, password)
        assert browser.wrong == [field]

    def test_who_is_inside_is_told_so(self, browser):
        browser.get("login")
        assert "al ingelogd" not in browser.text
        browser.log_in("yara@example.org")
        browser.get("login")
        assert "Je bent al ingelogd als yara@example.org. Naar Mijn SamenBeter" in browser.text

    def test_an_older_session_is_no_password(self, browser):
        browser.log_in("yara@example.org")
        browser.log_in("bilal", "fout")
        assert browser.wrong == ["__ac_password"]

    def test_a_password_in_the_address_is_not_shown(self, browser):
        browser.get(f"login?__ac_name=yara&__ac_password={PASSWORD}")
        assert PASSWORD not in browser.page.xpath("string(//main)")
        assert browser.page.get_element_by_id("__ac_password").get("value") == ""

    def test_a_site_with_a_frame_of_its_own_keeps_its_page(self, browser):
        api.portal.set_registry_record("samenbeter.theme.frame", False)
        transaction.commit()
        browser.get("login")
        assert "login-wrapper" in browser.answer.text
        browser.post("login", **{"__ac_name": "yara@example.org", "__ac_password": PASSWORD, "buttons.login": "Log in"})
        assert "__ac" in browser.http.cookies

    def test_an_own_log_in_elsewhere_stays(self, browser):
        api.portal.set_registry_record("plone.external_login_url", "https://inloggen.example/")
        transaction.commit()
        assert browser.get("login").headers["Location"].startswith("https://inloggen.example/")


class TestLink:
    """For who has no password, or forgot it."""

    def ask(self, browser, name):
        browser.get("login")
        return browser.send(**{"__ac_name": name, "buttons.link": "link"})

    def test_the_link_logs_in(self, browser, portal):
        self.ask(browser, "yara@example.org")
        (mail,) = mails()
        phone = Browser(portal)
        phone.get(link_in(mail))
        assert "yara@example.org" in phone.text
        phone.send()
        assert phone.is_inside

    def test_so_does_the_code(self, browser):
        self.ask(browser, "yara@example.org")
        browser.send(code=digits_in(mails()[0]))
        assert browser.is_inside

    def test_who_logs_in_with_another_name_can_type_the_address(self, browser):
        add_user("bilal")
        self.ask(browser, "bilal@example.org")
        browser.send(code=digits_in(mails()[0]))
        browser.get("@@mijn-wachtwoord")
        assert "bilal" in browser.text

    def test_an_address_that_several_have_logs_nobody_in(self, browser):
        for name in ("bilal", "carla"):
            add_user(name)
            api.user.get(name).setMemberProperties({"email": "samen@example.org"})
            transaction.commit()
        self.ask(browser, "samen@example.org")
        assert kept("residents") == []

    @pytest.mark.abuse("A15")
    def test_the_answer_is_the_same_for_who_has_no_account(self, browser, portal):
        known = self.ask(browser, "yara@example.org").text
        other = Browser(portal)
        unknown = self.ask(other, "niemand@example.org").text
        assert without_new(known) == without_new(unknown)
        # and the owner of the address reads what to do
        assert "geen account" in mails()[-1]["body"]
        third = Browser(portal)
        assert without_new(self.ask(third, "geen-adres").text) == without_new(known)

    @pytest.mark.abuse("A14")
    def test_many_from_one_place_are_told_to_wait_whoever_they_ask_for(self, browser):
        for number in range(20):
            self.ask(browser, f"niemand-{number}@example.org")
        for name in ("yara@example.org", "niemand@example.org"):
            self.ask(browser, name)
            assert browser.wrong == ["__ac_name"]
            assert "tien minuten" in browser.text
        assert kept("residents") == []

    def test_who_is_gone_is_not_logged_in(self, browser):
        self.ask(browser, "yara@example.org")
        with api.env.adopt_user(username=SITE_OWNER_NAME):
            api.user.delete("yara")
        transaction.commit()
        browser.get(link_in(mails()[0]))
        browser.send()
        assert "__ac" not in browser.http.cookies


def without_new(text):
    """Return a page without what is new each time."""
    return re.sub(r'(name="(?:ticket|_authenticator)" value=")[^"]*', r"\1", text)
