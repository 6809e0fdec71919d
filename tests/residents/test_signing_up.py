"""An account with one field: a mailed link or code makes it, and nobody learns who has one."""

from coming_in import accounts
from coming_in import add_user
from coming_in import ADDRESS
from coming_in import Browser
from coming_in import digits_in
from coming_in import forget
from coming_in import FROM_MAIL
from coming_in import kept
from coming_in import link_in
from coming_in import mails
from coming_in import Moved
from coming_in import SIGN_UP
from plone import api
from samenbeter.residents import mailing
from samenbeter.shared import doubtful
from samenbeter.shared.transactions import committed

import pytest
import re
import transaction


@pytest.fixture(autouse=True)
def nobody_tried(monkeypatch):
    forget(monkeypatch)


@pytest.fixture
def browser(functional_portal):
    return Browser(functional_portal)


class TestWithTheCode:
    """Typed on the page that was left open."""

    def test_one_field_and_a_code_make_an_account(self, browser, functional_portal):
        assert browser.sign_up().status_code == 200
        assert "Kijk in je mail" in browser.text
        assert ADDRESS not in accounts()
        (mail,) = mails()
        assert mail["to"] == ADDRESS
        assert "yara" not in mail["subject"].lower()
        answer = browser.send(code=digits_in(mail))
        assert (answer.status_code, answer.headers["Location"]) == (303, f"{browser.base}/@@mijn-samenbeter")
        assert "__ac" in browser.http.cookies
        userid = accounts()[ADDRESS]
        # an id that says nothing, no name, and only what a resident may do
        assert re.fullmatch("[0-9a-f]{32}", userid)
        member = api.user.get(userid=userid)
        assert (member.getProperty("email"), member.getProperty("fullname")) == (ADDRESS, "")
        assert set(api.user.get_roles(user=member)) == {"Member", "Authenticated"}
        browser.get("@@mijn-samenbeter")
        assert "Dit kun je nu doen" in browser.text
        assert kept("residents") == []

    def test_the_code_works_once(self, browser, functional_portal):
        browser.sign_up()
        form = browser.form()
        code = digits_in(mails()[0])
        browser.send(code=code)
        other = Browser(functional_portal)
        other.post(form[0], **{**form[1], "code": code})
        assert other.wrong == ["code"]
        assert "__ac" not in other.http.cookies

    def test_after_five_wrong_ones_only_the_link_works(self, browser):
        browser.sign_up()
        code = digits_in(mails()[0])
        wrong = "000000" if code != "000 000" else "111111"
        for _try in range(5):
            browser.send(code=wrong)
            assert browser.wrong == ["code"]
        browser.send(code=code)
        assert browser.wrong == ["code"]
        browser.get(link_in(mails()[0]))
        assert browser.send().status_code == 303

    def test_the_code_of_another_mail_does_nothing(self, browser, functional_portal):
        browser.sign_up()
        other = Browser(functional_portal)
        other.sign_up("bilal@example.org")
        other.send(code=digits_in(mails()[0]))
        assert other.wrong == ["code"]
        assert ADDRESS not in accounts()

    @pytest.mark.parametrize("ticket", ["", "x", "0" * 32, "٣" * 32, "../../x"])
    def test_a_ticket_that_is_made_up_does_nothing(self, browser, ticket):
        browser.sign_up()
        browser.send(code=digits_in(mails()[0]), ticket=ticket)
        assert browser.wrong == ["code"]

    def test_it_holds_an_hour(self, browser, monkeypatch):
        time = Moved(monkeypatch)
        browser.sign_up()
        time.on(minutes=61)
        browser.send(code=digits_in(mails()[0]))
        assert browser.wrong == ["code"]


@pytest.mark.abuse("A13")
class TestWithTheLink:
    """On any device; to look changes nothing."""

    def test_its_button_makes_the_account(self, browser, functional_portal):
        browser.sign_up()
        phone = Browser(functional_portal)
        link = link_in(mails()[0])
        assert phone.get(link).status_code == 200
        phone.get(link)
        assert ADDRESS not in accounts()
        assert phone.send().headers["Location"] == f"{browser.base}/@@mijn-samenbeter"
        assert phone.is_inside

    def test_it_works_once(self, browser, functional_portal):
        browser.sign_up()
        link = link_in(mails()[0])
        browser.get(link)
        form = browser.form()
        browser.send()
        # who opens the mail once more is inside
        browser.get(link)
        assert "Je bent al ingelogd." in browser.text
        late = Browser(functional_portal)
        late.post(form[0], **form[1])
        assert "werkt niet meer" in late.text and "ingelogd" not in late.text
        assert "__ac" not in late.http.cookies
        assert late.get(link).status_code == 404

    def test_it_holds_an_hour(self, browser, monkeypatch):
        time = Moved(monkeypatch)
        browser.sign_up()
        link = link_in(mails()[0])
        time.on(minutes=61)
        assert browser.get(link).status_code == 404

    @pytest.mark.parametrize("code", ["", "x", "0" * 32 + ".x", "a.b.c"])
    def test_one_that_is_made_up_is_not_there(self, browser, code):
        assert browser.get(f"{FROM_MAIL}?code={code}").status_code == 404
        browser.post(FROM_MAIL, code=code, _authenticator="x")
        assert "__ac" not in browser.http.cookies


@pytest.mark.abuse("A15")
class TestNobodyLearnsWhoHasAnAccount:
    """The answers are the same, letter by letter, but for what is made anew each time."""

    def test_the_answer_is_the_same(self, functional_portal):
        add_user("bilal", login="bilal@example.org")
        answers = []
        for address in ("bilal@example.org", "nieuw@example.org"):
            browser = Browser(functional_portal)
            answer = browser.sign_up(address)
            answers.append((answer.status_code, same(answer.text, address), sorted(set(answer.headers) - {"Date"})))
        assert answers[0] == answers[1]

    def test_who_has_one_is_logged_in_by_the_mail(self, browser):
        add_user("bilal", login="bilal@example.org")
        before = accounts()
        browser.sign_up("bilal@example.org")
        (mail,) = mails()
        assert "al een account" in mail["body"]
        browser.send(code=digits_in(mail))
        assert browser.is_inside
        assert accounts() == before

    def test_an_address_in_somebody_elses_profile_makes_an_account_of_its_own(self, browser):
        """Anybody can write any address into a profile."""
        add_user("mallory")
        api.user.get("mallory").setMemberProperties({"email": ADDRESS})
        transaction.commit()
        browser.sign_up()
        browser.send(code=digits_in(mails()[0]))
        assert accounts()[ADDRESS] != "mallory"

    def test_the_answer_stays_the_same_when_there_were_many(self, functional_portal):
        for _time in range(3):
            Browser(functional_portal).sign_up()
        before = len(mails())
        browser = Browser(functional_portal)
        browser.sign_up()
        assert len(mails()) == before == 3
        assert "Kijk in je mail" in browser.text
        assert re.fullmatch("[0-9a-f]{32}", browser.form()[1]["ticket"])


def same(text, address):
    """Return a page without the address and what is new each time."""
    text = text.replace(address, "ADDRESS")
    return re.sub(r'(name="(?:ticket|_authenticator|guard)" value=")[^"]*', r"\1", text)


class TestBusy:
    """So many mails went out that the next one waits: nobody is left waiting for a mail that does not come."""

    def test_a_person_looks_first(self, browser):
        for _mail in range(1000):
            mailing.to_all.count("all")
        browser.sign_up()
        assert "Een mens kijkt er eerst naar" in browser.text
        assert [doubt["reasons"] for doubt in kept("shared", "doubtful")] == [["busy"]]


class TestWho:
    """Who may have an account."""

    def test_nothing_is_kept_of_who_is_younger_than_sixteen(self, browser):
        browser.get(SIGN_UP)
        browser.send(email=ADDRESS, do="young")
        assert "alles lezen" in browser.text
        assert mails() == [] and kept("residents") == []
        assert ADDRESS not in browser.answer.text

    @pytest.mark.parametrize("address", ["", "yara", "yara@", "a@b", "a b@example.org", "a@example.org,b@example.org"])
    def test_what_is_no_address_is_said_beside_the_field(self, browser, address):
        browser.sign_up(address)
        assert browser.wrong == ["email"]
        assert browser.page.findtext(".//title").startswith("Fout:")
        assert mails() == []

    def test_when_it_is_closed_the_page_says_so(self, browser):
        browser.get(SIGN_UP)
        form = browser.form()
        api.portal.set_registry_record("samenbeter.residents.open", False)
        transaction.commit()
        browser.get(SIGN_UP)
        assert "Nu kun je zelf geen account maken" in browser.text
        assert not browser.page.xpath("//main//form")
        browser.post(form[0], **{**form[1], "email": ADDRESS, "do": "yes"})
        assert mails() == []

    def test_nothing_happens_without_a_token(self, browser):
        browser.post(SIGN_UP, email=ADDRESS, do="yes")
        assert mails() == []

    def test_what_the_guard_doubts_goes_to_a_person(self, browser):
        browser.sign_up(bijlage_kenmerk="x")
        assert "Een mens kijkt er eerst naar" in browser.text
        assert mails() == []
        (doubt,) = kept("shared", "doubtful")
        assert doubt["data"]["address"] == ADDRESS
        committed(lambda: doubtful.let_through(doubtful.pile()[0].id))
        (mail,) = mails()
        browser.get(link_in(mail))
        browser.send()
        assert ADDRESS in accounts()
