"""The ways in, on a site on which everything is as strict as can be."""

from coming_in import accounts
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
from samenbeter.hardening import strong
from samenbeter.hardening import switches
from samenbeter.residents import second_step
from samenbeter.shared import clock
from samenbeter.shared import slowing

import pyotp
import pytest
import transaction


@pytest.fixture(scope="class")
def strict(shared_portal):
    """A site with all switches on, an editor and a resident."""
    strong.ROUNDS = 4
    for name, group in (("renske", "Vraagbaak Editor"), ("yara", "")):
        add_user(name, group=group, login=f"{name}@example.org")
    with api.env.adopt_user(username=SITE_OWNER_NAME):
        switches.turn_all_on()
        # over HTTP a browser keeps no cookie that is for HTTPS only
        if switches.is_on("secure_cookie"):
            switches.turn_off("secure_cookie")
    transaction.commit()
    return shared_portal


@pytest.fixture(autouse=True)
def nobody_tried(monkeypatch):
    forget(monkeypatch)
    slowing.passwords.clear()


class TestStrict:
    """Each of them is on."""

    def test_a_mailed_code_makes_an_account(self, strict):
        assert second_step.SWITCH in switches.switches()
        browser = Browser(strict)
        browser.sign_up("nieuw@example.org")
        browser.send(code=digits_in(mails()[-1]))
        assert browser.is_inside
        assert "nieuw@example.org" in accounts()

    def test_a_mailed_link_logs_in_and_out_is_out(self, strict):
        browser = Browser(strict)
        browser.get("login")
        browser.send(**{"__ac_name": "yara@example.org", "buttons.link": "link"})
        phone = Browser(strict)
        phone.get(link_in(mails()[-1]))
        phone.send()
        assert phone.is_inside
        copied = Browser(strict)
        copied.http.cookies.update(phone.http.cookies)
        phone.get("@@mijn-samenbeter")
        number = [form.get("action").endswith("@@logout") for form in phone.page.xpath("//main//form")].index(True)
        phone.send(number)
        assert not copied.is_inside

    def test_a_password_logs_in(self, strict):
        browser = Browser(strict)
        browser.log_in("yara@example.org")
        assert browser.is_inside

    def test_two_steps_let_an_editor_in_and_the_right_password_is_no_wrong_try(self, strict):
        for _time in range(8):
            browser = Browser(strict)
            browser.log_in("renske@example.org")
            assert "__ac" not in browser.http.cookies
            assert "De code uit de app" in browser.text
        (data,) = kept("residents", "second_step")
        browser.send(code=pyotp.TOTP(data["secret"]).at(clock.now()))
        assert browser.is_inside
        assert browser.get("@@mijn-werk").status_code == 200

    def test_who_guesses_waits_and_reads_how_long(self, strict):
        browser = Browser(strict)
        for _time in range(7):
            browser.log_in("yara@example.org", "fout")
        assert browser.wrong == ["__ac_password"]
        assert "Wacht" in browser.text and "seconden" in browser.text
        browser.log_in("yara@example.org", PASSWORD)
        assert "__ac" not in browser.http.cookies
