"""What somebody tries at the doors: a session of their own, the same form twice, an older session, a form left open."""

from coming_in import accounts
from coming_in import add_user
from coming_in import Browser
from coming_in import digits_in
from coming_in import forget
from coming_in import kept
from coming_in import link_in
from coming_in import mails
from coming_in import Moved
from coming_in import PASSWORD
from plone import api
from plone.app.testing import SITE_OWNER_NAME
from samenbeter.hardening import switches
from samenbeter.residents import paper
from samenbeter.residents import second_step
from samenbeter.shared import doubtful
from samenbeter.shared import guard
from samenbeter.shared import guard_rate
from samenbeter.shared import slowing
from samenbeter.shared.transactions import committed
from test_second_step import app_code
from test_second_step import set_up

import pytest
import requests
import transaction


OTHER = "drie-luide-meeuwen"


@pytest.fixture(autouse=True)
def nobody_tried(monkeypatch):
    forget(monkeypatch)
    slowing.passwords.clear()


@pytest.fixture
def portal(functional_portal):
    add_user("yara", login="yara@example.org")
    add_user("bilal")
    return functional_portal


@pytest.fixture
def guarded(portal):
    """A site with the second step, and an editor."""
    add_user("renske", group="Vraagbaak Editor", login="renske@example.org")
    turn_on(second_step.SWITCH)
    return portal


def turn_on(name):
    """Turn a switch on, and commit that."""
    transaction.begin()
    with api.env.adopt_user(username=SITE_OWNER_NAME):
        switches.turn_on(name)
    transaction.commit()


def guess(browser, **headers):
    """Post a wrong password of somebody; return the answer."""
    data = {"__ac_name": "yara@example.org", "__ac_password": "fout", "buttons.login": "login"}
    return browser.http.post(f"{browser.base}/login", data=data, headers=headers, allow_redirects=False, timeout=60)


class TestPasswords:
    """Guessing those of others."""

    @pytest.mark.abuse("A16")
    @pytest.mark.parametrize("way", ["basic", "token"])
    def test_a_password_or_token_of_ones_own_does_not_help_to_guess_anothers(self, portal, way):
        turn_on("login")
        browser = Browser(portal)
        if way == "basic":
            own = requests_basic("bilal")
        else:
            data = {"login": "bilal", "password": PASSWORD}
            answer = browser.http.post(f"{browser.base}/@login", json=data, headers={"Accept": "application/json"})
            own = f"Bearer {answer.json()['token']}"
            browser.http.cookies.clear()
        for _try in range(slowing.PAIR):
            browser.http.cookies.clear()
            assert "__ac" not in guess(browser, Authorization=own).cookies
        assert slowing.passwords.wait("yara@example.org", "127.0.0.1") > 0

    def test_behind_a_proxy_that_tells_no_address_one_guesser_does_not_keep_others_out(self):
        for number in range(slowing.NETWORK + 1):
            slowing.passwords.failed(f"user-{number}", None)
        assert slowing.passwords.wait("yara@example.org", None) == 0


class TestGuard:
    """What it doubts goes to a person, however often it comes."""

    @pytest.mark.abuse("A14")
    def test_what_is_doubted_is_doubted_the_second_time_too(self, portal):
        browser = Browser(portal)
        browser.get("@@account-maken")
        action, form = browser.form()
        data = {**form, "email": "nieuw@example.org", "do": "yes", guard.TRAP: "ja"}
        for _time in range(2):
            assert "Wij kijken even mee" in browser.post(action, **data).text
        assert mails() == []
        assert len(kept("shared", "doubtful")) == 1

    @pytest.mark.abuse("A14")
    def test_what_is_too_much_from_one_place_keeps_no_other_place_out(self, portal, monkeypatch):
        monkeypatch.setattr(guard_rate.of_network, "most", 2)
        monkeypatch.setattr(guard_rate.of_all, "most", 4)
        monkeypatch.setattr(guard_rate, "place_of", lambda request: "here")
        for _number in range(9):
            guard_rate.reached(None, "form")
        monkeypatch.setattr(guard_rate, "place_of", lambda request: "elsewhere")
        assert guard_rate.reached(None, "form") == []

    @pytest.mark.abuse("A14")
    def test_a_full_pile_says_so_and_what_was_written_stays_in_the_form(self, portal, monkeypatch):
        monkeypatch.setattr(doubtful, "MOST", 1)
        for address in ("een@example.org", "twee@example.org"):
            browser = Browser(portal)
            browser.sign_up(address, **{guard.TRAP: "ja"})
        assert browser.wrong == ["email"]
        assert browser.page.get_element_by_id("email").get("value") == "twee@example.org"
        assert [one["data"]["address"] for one in kept("shared", "doubtful")] == ["een@example.org"]

    @pytest.mark.abuse("A14")
    @pytest.mark.parametrize("place", ["elsewhere", ""])
    def test_who_guesses_codes_on_paper_keeps_only_their_own_network_out(self, portal, monkeypatch, place):
        transaction.begin()
        code, _until = committed(paper.make)
        monkeypatch.setattr(paper.tries, "most", 2)
        monkeypatch.setattr(guard_rate, "place_of", lambda request: "here")
        for typed in ("AAAA-BBBB-CCCC-DDDD", "AAAA-BBBB-CCCC-EEEE", code):
            browser = Browser(portal)
            browser.get("@@account-met-code")
            browser.send(code=typed, login="stille-zwaan-1", password=PASSWORD, do="yes")
            assert browser.wrong == ["code"]
        monkeypatch.setattr(guard_rate, "place_of", lambda request: place)
        browser.send(code=code, login="stille-zwaan-1", password=PASSWORD, do="yes")
        assert "stille-zwaan-1" in accounts()


@pytest.mark.abuse("A33")
class TestFromAnotherSite:
    """Nobody is logged in as somebody else by a page of another site: what they write would be that one's."""

    ELSEWHERE = {"Sec-Fetch-Site": "cross-site"}

    def test_with_a_password(self, portal):
        browser = Browser(portal)
        browser.http.headers.update(self.ELSEWHERE)
        browser.post("login", **{"__ac_name": "bilal", "__ac_password": PASSWORD, "buttons.login": "login"})
        assert "__ac" not in browser.http.cookies
        assert browser.page.get_element_by_id("__ac_name") is not None

    def test_with_the_code_of_a_mail(self, portal):
        browser = Browser(portal)
        browser.sign_up()
        action, form = browser.form()
        data = {**form, "code": digits_in(mails()[0])}
        victim = Browser(portal)
        victim.http.headers.update(self.ELSEWHERE)
        assert victim.post(action, **data).status_code == 403
        assert "__ac" not in victim.http.cookies
        assert browser.post(action, **data).status_code == 303


class TestSecondStep:
    """No way around it."""

    @pytest.mark.abuse("A16")
    @pytest.mark.parametrize("typed", ["renske", "renske@example.org", "Renske@Example.org"])
    def test_another_password_does_not_log_in_by_whatever_name_is_typed(self, guarded, typed):
        transaction.begin()
        with api.env.adopt_user(username=SITE_OWNER_NAME):
            key = api.portal.get_tool("portal_password_reset").requestReset("renske")["randomstring"]
        api.portal.set_registry_record("plone.autologin_after_password_reset", True)
        transaction.commit()
        browser = Browser(guarded)
        browser.post(f"passwordreset/{key}", userid=typed, password=OTHER, password2=OTHER)
        assert "__ac" not in browser.http.cookies

    def test_a_session_from_before_the_switch_is_no_second_step(self, portal):
        add_user("renske", group="Vraagbaak Editor", login="renske@example.org")
        browser = Browser(portal)
        browser.log_in("renske@example.org")
        assert browser.is_inside
        turn_on(second_step.SWITCH)
        assert not browser.is_inside
        # a copy of the cookie sets no app up: that takes the password
        browser.post("login", **{"__ac_name": "renske@example.org", "__ac_password": "fout", "buttons.login": "login"})
        assert "segno" not in browser.answer.text
        set_up(browser)
        assert browser.is_inside

    def test_who_gets_such_a_role_takes_it_at_the_next_page(self, guarded):
        browser = Browser(guarded)
        browser.log_in("yara@example.org")
        assert browser.is_inside
        transaction.begin()
        with api.env.adopt_user(username=SITE_OWNER_NAME):
            api.group.add_user(groupname="Vraagbaak Editor", username="yara")
        transaction.commit()
        assert not browser.is_inside
        assert browser.get("@@mijn-werk").status_code in (302, 401, 403)

    def test_a_wrong_code_does_not_make_the_first_step_hold_longer(self, guarded, monkeypatch):
        time = Moved(monkeypatch)
        set_up(Browser(guarded))
        time.on(minutes=5)
        browser = Browser(guarded)
        browser.log_in("renske@example.org")
        time.on(minutes=9)
        browser.send(code="000000")
        time.on(minutes=2)
        browser.send(code=app_code("renske"))
        assert browser.answer.headers["Location"].endswith("/login")

    def test_who_is_gone_leaves_nothing_at_the_last_moment(self, guarded):
        browser = Browser(guarded)
        browser.log_in("renske@example.org")
        transaction.begin()
        with api.env.adopt_user(username=SITE_OWNER_NAME):
            api.user.delete("renske")
        transaction.commit()
        before = kept("residents", "second_step")
        assert browser.send(code="000000").status_code == 303
        assert len(kept("residents", "second_step")) <= len(before)
        assert "__ac" not in browser.http.cookies


class TestNewPassword:
    """The form of a mailed link."""

    def test_it_works_once_for_who_finds_it_left_open(self, portal):
        browser = Browser(portal)
        browser.log_in("yara@example.org")
        browser.get("@@mijn-wachtwoord")
        browser.send()
        fresh = Browser(portal)
        fresh.get(link_in(mails()[-1]))
        fresh.send()
        action, form = fresh.form()
        fresh.post(action, **{**form, "password": OTHER})
        assert fresh.is_inside
        thief = Browser(portal)
        thief.post(action, **{**form, "password": "nog-een-andere-zin"})
        assert "__ac" not in thief.http.cookies
        assert thief.answer.headers["Location"].endswith("/login")


def requests_basic(name):
    """Return the header of HTTP Basic."""
    return requests.auth._basic_auth_str(name, PASSWORD)
