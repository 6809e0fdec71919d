"""A code on paper: handed out by who works in the neighbourhood, for an account without a mail address."""

from coming_in import accounts
from coming_in import add_user
from coming_in import Browser
from coming_in import forget
from coming_in import kept
from coming_in import Moved
from coming_in import PASSWORD
from samenbeter.residents import log_in_names
from samenbeter.residents import paper
from samenbeter.shared import guard_rate
from samenbeter.shared import vault
from samenbeter.shared.transactions import committed

import pytest
import re
import transaction


PAGE, SIGN_UP = "@@papieren-code", "@@account-met-code"


class TestSlips:
    """The page of who hands them out."""

    @pytest.fixture
    def wies(self, functional_portal):
        forget()
        add_user("wies", group="Wijkwebber")
        browser = Browser(functional_portal)
        browser.log_in("wies")
        browser.get(PAGE)
        return browser

    def test_a_slip_is_shown_once(self, wies):
        wies.send(do="make")
        code = wies.page.xpath("string(//*[@class='sb-code'])")
        assert re.fullmatch(r"([A-HJKMNP-Z2-9]{4}-){3}[A-HJKMNP-Z2-9]{4}", code)
        assert "/account-met-code" in wies.text
        assert code not in str(kept("residents"))
        wies.get(PAGE)
        assert code not in wies.answer.text
        assert "Nog niet gebruikt: 1" in wies.text

    def test_it_is_kept_so_that_nobody_can_read_it(self, wies):
        wies.send(do="make")
        code = wies.page.xpath("string(//*[@class='sb-code'])")
        transaction.begin()
        (record,) = (vault.get().record(found) for found in vault.get().find(room="residents", kind=paper.KIND))
        assert re.fullmatch("[0-9a-f]{32}", record.subject)
        assert kept("residents", paper.KIND) == [{}]
        assert paper.find(code) == record.id

    def test_it_can_be_withdrawn(self, wies):
        wies.send(do="make")
        code = wies.page.xpath("string(//*[@class='sb-code'])")
        wies.get(PAGE)
        wies.send(number=1, do="withdraw")
        transaction.begin()
        assert paper.find(code) is None
        wies.get(PAGE)
        assert "Nog niet gebruikt: 0" in wies.text

    def test_another_record_cannot_be_withdrawn(self, wies):
        committed(lambda: vault.get().add("shared", "mail", {}, purpose="samenbeter.mail", subject="mail:a@b.nl"))
        (other,) = vault.get().find(room="shared", kind="mail")
        token = wies.form()[1]["_authenticator"]
        wies.post(PAGE, do="withdraw", record=other, _authenticator=token)
        assert len(kept("shared", "mail")) == 1

    @pytest.mark.abuse("A31")
    def test_a_resident_makes_none(self, wies, functional_portal):
        add_user("yara")
        yara = Browser(functional_portal)
        yara.log_in("yara")
        assert yara.get(PAGE).status_code in (302, 401, 403, 404)
        assert kept("residents") == []


class TestAccount:
    """The page of who has one."""

    @pytest.fixture
    def code(self, functional_portal):
        forget()
        return committed(paper.make)[0]

    @pytest.fixture
    def browser(self, code, functional_portal):
        browser = Browser(functional_portal)
        browser.get(SIGN_UP)
        return browser

    def test_it_makes_an_account_without_a_mail_address(self, browser, code):
        name = browser.form()[1]["login"]
        assert re.fullmatch("[a-z]+-[a-z]+-[0-9]{3}", name)
        browser.send(code=code.lower().replace("-", " "), password=PASSWORD, do="yes")
        assert browser.answer.status_code == 303
        assert re.fullmatch("[0-9a-f]{32}", accounts()[name])
        assert browser.is_inside
        assert kept("residents") == []

    def test_and_then_the_password_logs_in(self, browser, code, functional_portal):
        browser.send(code=code, login="stille-zwaan-1", password=PASSWORD, do="yes")
        again = Browser(functional_portal)
        again.log_in("stille-zwaan-1")
        assert again.is_inside

    @pytest.mark.abuse("A13")
    def test_it_works_once(self, browser, code):
        browser.send(code=code, login="stille-zwaan-1", password=PASSWORD, do="yes")
        other = Browser.__new__(Browser)
        other.__dict__.update(browser.__dict__)
        other.get(SIGN_UP)
        other.send(code=code, login="stille-zwaan-2", password=PASSWORD, do="yes")
        assert other.wrong == ["code"]
        assert "stille-zwaan-2" not in accounts()

    @pytest.mark.abuse("A13")
    def test_it_holds_thirty_days(self, browser, code, monkeypatch):
        time = Moved(monkeypatch)
        time.on(days=31)
        browser.send(code=code, password=PASSWORD, do="yes")
        assert browser.wrong == ["code"]

    @pytest.mark.abuse("A13")
    @pytest.mark.parametrize("typed", ["", "x", "AAAA-AAAA-AAAA-AAAA", "A" * 1000, "٣" * 16])
    def test_one_that_is_made_up_does_nothing(self, browser, typed):
        before = accounts()
        browser.send(code=typed, password=PASSWORD, do="yes")
        assert browser.wrong == ["code"]
        assert accounts() == before

    @pytest.mark.abuse("A16")
    def test_guessing_is_slowed(self, browser, code, monkeypatch):
        monkeypatch.setattr(guard_rate, "place_of", lambda request: "here")
        for _try in range(60):
            paper.tries.count("here")
        browser.send(code=code, password=PASSWORD, do="yes")
        assert browser.wrong == ["code"]
        assert "over een uur" in browser.text

    @pytest.mark.parametrize(
        ("field", "value"),
        [("login", "Huisarts"), ("login", "huisarts-7"), ("login", "a@b.nl"), ("login", "x"), ("password", "kort")],
    )
    def test_what_is_wrong_stands_beside_its_field_and_the_code_is_not_used_up(self, browser, code, field, value):
        browser.send(**{"code": code, "login": "stille-zwaan-1", "password": PASSWORD, "do": "yes", field: value})
        assert browser.wrong == [field]
        assert browser.page.get_element_by_id("password").get("value") == ""
        transaction.begin()
        assert paper.find(code)

    def test_a_name_that_is_there_is_said_only_to_who_has_a_code(self, browser, code):
        add_user("stille-zwaan-1")
        browser.send(code="AAAA", login="stille-zwaan-1", password=PASSWORD, do="yes")
        assert browser.wrong == ["code"]
        browser.send(code=code, login="stille-zwaan-1", password=PASSWORD, do="yes")
        assert browser.wrong == ["login"]
        transaction.begin()
        assert paper.find(code)

    def test_nothing_is_kept_of_who_is_younger(self, browser, code):
        browser.send(code=code, password=PASSWORD, do="young")
        assert "alles lezen" in browser.text
        transaction.begin()
        assert paper.find(code)


def test_the_proposed_names_can_be_taken():
    assert all(log_in_names.refusal(log_in_names.proposal()) is None for _time in range(200))
