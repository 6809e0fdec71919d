"""Sessions end: at log-out, with a new password, when rights are lost and with the account; copies too (A32)."""

from at_the_door import change
from at_the_door import Client
from at_the_door import for_members
from at_the_door import form
from at_the_door import is_in
from at_the_door import OTHER
from at_the_door import PASSWORD
from at_the_door import people
from at_the_door import rest
from at_the_door import turn_off
from at_the_door import turn_on
from concurrent.futures import ThreadPoolExecutor
from plone import api
from plone.app.testing import SITE_OWNER_NAME
from plone.keyring.interfaces import IKeyManager
from Products.PlonePAS.events import UserLoggedOutEvent
from Products.PluggableAuthService.events import CredentialsUpdated
from samenbeter.hardening import sessions as hardening_sessions
from samenbeter.shared import hardened
from zope.component import getUtility

import pytest
import transaction


@pytest.fixture(scope="class")
def stock(shared_portal):
    """The site without the switch, with two members and a page for both."""
    return for_members(shared_portal, "anna", "bram")


@pytest.fixture(scope="class")
def strict(stock):
    """The same with the switch on."""
    turn_on("sessions")
    return stock


def log_out(client):
    """Press the button to log out."""
    return client.post("/@@logout", data={"_authenticator": client.token()})


@pytest.mark.abuse("A32", stock=True)
class TestStock:
    def test_a_copied_cookie_still_opens_after_log_out_and_a_new_password(self, stock):
        client, _answer = form(stock, "anna")
        thief = client.copy()
        log_out(client)
        assert not is_in(client) and is_in(thief)
        change(lambda: stock.acl_users.userSetPassword("anna", PASSWORD))
        assert is_in(thief)

    def test_a_token_still_opens_after_log_out(self, stock):
        client, _answer = rest(stock, "anna")
        client.post("/@logout")
        assert is_in(client)


@pytest.mark.abuse("A32")
class TestLogOut:
    def test_a_copy_of_the_cookie_is_worth_nothing(self, strict):
        client, _answer = form(strict, "anna")
        thief = client.copy()
        assert is_in(thief)
        answer = log_out(client)
        assert answer.status_code == 303 and answer.headers["Location"] == strict.absolute_url()
        assert not is_in(thief) and not is_in(client)

    def test_the_other_devices_and_tokens_end_too(self, strict):
        here, there, program = (form(strict, "anna")[0], form(strict, "anna")[0], rest(strict, "anna")[0])
        assert is_in(here) and is_in(there) and is_in(program)
        log_out(here)
        assert not is_in(there) and program.get("/besloten").status_code == 401

    def test_a_token_ends_at_log_out_over_rest(self, strict):
        (client, _answer), (browser, _page) = rest(strict, "anna"), form(strict, "anna")
        assert client.post("/@logout").status_code == 204
        assert client.get("/besloten").status_code == 401
        assert not is_in(browser)

    def test_others_stay_in(self, strict):
        bram, _answer = form(strict, "bram")
        log_out(form(strict, "anna")[0])
        assert is_in(bram)

    def test_an_address_only_shows_the_button(self, strict):
        client, _answer = form(strict, "anna")
        for address in ("/logout", "/@@logout"):
            page = client.get(address)
            assert page.status_code == 200 and 'name="_authenticator"' in page.text
        assert is_in(client)

    @pytest.mark.parametrize(
        "address",
        [
            "/acl_users/logout",
            "/acl_users/session/remove",
            "/portal_membership/logoutUser",
            "/acl_users/resetCredentials",
        ],
    )
    def test_no_other_address_logs_out_everywhere(self, strict, address):
        client, _answer = form(strict, "anna")
        other = client.copy()
        client.get(address)
        assert is_in(other)

    def test_a_post_without_a_token_does_nothing(self, strict):
        client, _answer = form(strict, "anna")
        assert client.post("/@@logout").status_code == 403
        assert is_in(client)

    def test_who_logs_in_again_is_in(self, strict):
        client, _answer = form(strict, "anna")
        log_out(client)
        assert is_in(form(strict, "anna")[0])

    def test_the_token_says_no_name(self, strict):
        change(lambda: api.user.get(userid="anna").setMemberProperties({"fullname": "Anna Zonneschijn"}))
        client, _answer = rest(strict, "anna")
        plugin = strict.acl_users.jwt_auth
        token = client.http.headers["Authorization"].split()[1]
        assert set(plugin._decode_token(token, verify=False)) == {"sub", "exp"}
        renewed = client.post("/@login-renew").json()["token"]
        assert set(plugin._decode_token(renewed, verify=False)) == {"sub", "exp"}
        client.http.headers["Authorization"] = f"Bearer {renewed}"
        assert is_in(client)


@pytest.mark.abuse("A32")
class TestNewPassword:
    def test_only_the_browser_in_which_it_was_changed_goes_on(self, strict):
        client, (other, _page), (program, _token) = form(strict, "anna")[0], form(strict, "anna"), rest(strict, "anna")
        page = client.get("/@@change-password")
        assert page.status_code == 200
        data = {
            "form.widgets.current_password": PASSWORD,
            "form.widgets.new_password": OTHER,
            "form.widgets.new_password_ctl": OTHER,
            "form.buttons.change_passwd": "x",
            "form.buttons.reset_passwd": "x",
            "_authenticator": client.token("/@@change-password"),
        }
        thief = client.copy()
        client.post("/@@change-password", data=data)
        transaction.begin()
        assert form(strict, "anna", OTHER)[1].status_code == 302
        assert is_in(client)
        assert not is_in(other) and not is_in(thief) and not is_in(program)

    def test_an_administrator_who_sets_it_ends_all(self, strict):
        change(lambda: strict.acl_users.userSetPassword("bram", OTHER))
        bram, _answer = form(strict, "bram", OTHER)
        change(lambda: strict.acl_users.userSetPassword("bram", PASSWORD))
        assert not is_in(bram)

    def test_so_does_one_set_over_rest(self, strict):
        bram, _answer = form(strict, "bram")
        manager = Client(strict, "application/json")
        manager.http.auth = (SITE_OWNER_NAME, "secret")
        answer = manager.http.patch(f"{manager.base}/@users/bram", json={"password": OTHER})
        assert answer.status_code == 204
        assert not is_in(bram)
        assert form(strict, "bram", OTHER)[1].status_code == 302


class TestAtTheSameTime:
    def test_people_who_log_in_for_the_first_time_do_not_wait_for_each_other(self, strict):
        names = [f"nieuw{number}" for number in range(8)]
        people(*names)
        transaction.begin()
        keys = getUtility(IKeyManager)
        before = keys._SampleContainer__data._p_serial
        with ThreadPoolExecutor(4) as pool:
            found = list(pool.map(lambda name: form(strict, name), names))
        assert [answer.status_code for _client, answer in found] == [302] * 8
        transaction.begin()
        assert keys._SampleContainer__data._p_serial == before

    def test_a_user_of_zope_with_the_same_id_is_another_one(self, strict):
        client, _answer = form(strict, "anna")
        root = strict.aq_parent.acl_users
        transaction.begin()
        root.users.addUser("anna", "anna", "iets-anders")
        user = root.getUserById("anna")
        hardening_sessions.at_new_password(user, CredentialsUpdated(user, OTHER))
        hardening_sessions.at_log_out(UserLoggedOutEvent(user))
        root.users.removeUser("anna")
        transaction.commit()
        assert is_in(client)


class TestSwitch:
    def test_who_was_in_before_it_was_on_is_out(self, stock):
        client, _answer = form(stock, "anna")
        program, _answer = rest(stock, "anna")
        turn_on("sessions")
        assert not is_in(client) and not is_in(program)

    def test_who_turns_it_on_or_off_stays_in(self, stock):
        turn_off("sessions")
        people("beheer", group="Site Administrators")
        client, _answer = form(stock, "beheer")
        page = "/@@samenbeter-hardening"
        for word in ("on", "off"):
            data = {"do": f"{word}:sessions", "_authenticator": client.token(page)}
            assert client.post(page, data=data).status_code == 303
            transaction.begin()
            assert hardened.is_on("sessions") is (word == "on")
            assert client.get(page).status_code == 200

    def test_who_was_in_can_log_in_after_it_is_off_again(self, stock):
        turn_on("sessions")
        form(stock, "anna")
        rest(stock, "anna")
        turn_off("sessions")
        transaction.begin()
        keys = getUtility(IKeyManager)
        assert [name for name in keys if name.startswith("_plone.session_")] == []
        assert not stock.acl_users.session.per_user_keyring
        assert stock.acl_users.jwt_auth.store_tokens is False and stock.acl_users.jwt_auth._tokens is None
        assert is_in(form(stock, "anna")[0]) and is_in(rest(stock, "anna")[0])
