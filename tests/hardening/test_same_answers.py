"""Nobody learns from an answer who has an account (A15)."""

from at_the_door import Client
from at_the_door import forget
from at_the_door import form
from at_the_door import OTHER
from at_the_door import PASSWORD
from at_the_door import people
from at_the_door import turn_off
from at_the_door import turn_on
from datetime import timedelta
from plone import api
from plone.app.testing import SITE_OWNER_NAME
from samenbeter.hardening import resetting
from samenbeter.shared import clock
from samenbeter.shared import guard_rate
from samenbeter.shared import jobs
from samenbeter.shared import mail
from samenbeter.shared import vault
from samenbeter.shared.slowing import passwords

import pytest
import re
import transaction


LINK = re.compile(r"http\S+/passwordreset/(\S+)")
NAMES = ("anna", "niemand")
OWN_HEADERS = ("Date", "Set-Cookie")


@pytest.fixture(scope="class")
def stock(shared_portal):
    """The site without the switch, on which visitors may register."""
    forget()
    people("anna", "bram")
    with api.env.adopt_user(username=SITE_OWNER_NAME):
        api.portal.set_registry_record("plone.enable_self_reg", True)
        api.portal.set_registry_record("plone.enable_user_pwd_choice", True)
    transaction.commit()
    return shared_portal


@pytest.fixture(scope="class")
def strict(stock):
    """The same with the switch on."""
    turn_on("answers")
    return stock


@pytest.fixture(autouse=True)
def begin():
    """Begin with nobody having asked for anything."""
    forget()


def letters():
    """Return the mails that wait, and erase them."""
    transaction.begin()
    box = vault.get()
    found = [box.read(record, vault.Machine("test")) for record in list(box.find(room="shared", kind="mail"))]
    for record in list(box.find(room="shared", kind="mail")):
        box.erase(record)
    transaction.commit()
    return found


def seen(answer, *names):
    """Return what somebody sees of an answer, without the name that they typed themselves and the token."""
    headers = {name: value for name, value in answer.headers.items() if name not in OWN_HEADERS}
    text = re.sub(r'name="_authenticator" value="[0-9a-f]+"', "", answer.text)
    return answer.status_code, {**headers, "Content-Length": ""}, text


def ask_on_page(portal, name):
    client = Client(portal)
    token = client.token("/@@login-help")
    return client.post("/@@login-help", data={"name": name, "_authenticator": token})


def ask_over_rest(portal, name):
    return Client(portal, "application/json").post(f"/@users/{name}/reset-password", json={})


WAYS = {"page": ask_on_page, "rest": ask_over_rest}
way = pytest.mark.parametrize("way", list(WAYS))


@pytest.mark.abuse("A15", stock=True)
class TestStock:
    def test_over_rest_an_unknown_name_is_missing(self, stock):
        assert ask_over_rest(stock, "niemand").status_code == 404
        assert ask_over_rest(stock, "anna").status_code != 404

    def test_registering_tells_which_names_are_taken(self, stock):
        client = Client(stock, "application/json")
        person = {"email": "x@example.org", "password": PASSWORD}
        assert client.post("/@users", json={**person, "username": "anna"}).status_code == 400
        assert client.post("/@users", json={**person, "username": "cora"}).status_code == 201


@pytest.mark.abuse("A15")
class TestReset:
    @way
    def test_the_answer_is_the_same_for_each_name(self, strict, way):
        known, unknown = (WAYS[way](strict, name) for name in NAMES)
        assert seen(known) == seen(unknown)
        assert known.status_code == {"page": 200, "rest": 204}[way]
        assert [letter["to"] for letter in letters()] == ["anna@example.org"]

    @way
    def test_as_much_is_written_for_each_name(self, strict, way, monkeypatch):
        done = []
        for owner in (type(vault.get()), type(jobs.store())):
            real = owner.add

            def counted(*args, _real=real, _name=owner.__name__, **named):
                done.append(_name)
                return _real(*args, **named)

            monkeypatch.setattr(owner, "add", counted)
        WAYS[way](strict, "anna")
        known, done[:] = list(done), []
        WAYS[way](strict, "niemand")
        assert known == done and len(known) >= 2
        letters()

    @way
    def test_of_a_name_that_nobody_has_nothing_stays(self, strict, way):
        transaction.begin()
        requests = strict.portal_password_reset._requests
        before = (len(vault.get()), len(requests), due())
        WAYS[way](strict, "niemand")
        transaction.begin()
        assert letters() == []
        assert (len(vault.get()), len(strict.portal_password_reset._requests), due()) == before

    @way
    def test_without_a_mail_server_it_is_no_error(self, strict, way, monkeypatch):
        monkeypatch.setattr(strict.MailHost.__class__, "send", lambda *a, **k: 1 / 0)
        assert WAYS[way](strict, "anna").status_code < 400
        assert len(letters()) == 1

    def test_the_link_leads_to_another_password_and_names_nobody(self, strict):
        ask_on_page(strict, "bram")
        (letter,) = letters()
        assert "bram" not in letter["body"] and "bram" not in letter["subject"]
        key = LINK.search(letter["body"])[1]
        client = Client(strict)
        assert client.get(f"/passwordreset/{key}").status_code == 200
        short = client.post(f"/passwordreset/{key}", data={"userid": "bram", "password": "kort"})
        assert "12 tekens of meer" in short.text and 'value="bram"' in short.text
        other = client.post(f"/passwordreset/{key}", data={"userid": "anna", "password": OTHER})
        assert "Deze naam hoort niet bij deze link" in other.text
        data = {"userid": "bram", "password": OTHER, "password2": OTHER, "form.submitted": "1"}
        client.post(f"/passwordreset/{key}", data=data)
        assert form(strict, "bram", OTHER)[1].status_code == 302
        gone = client.get(f"/passwordreset/{key}")
        assert "Deze link werkt niet meer" in gone.text and "/login-help" in gone.text

    def test_a_name_in_capitals_is_the_same_name(self, strict):
        ask_on_page(strict, "ANNA")
        assert len(letters()) == 1

    def test_a_mail_address_will_do(self, strict):
        known, unknown = (ask_on_page(strict, f"{name}@example.org") for name in NAMES)
        assert seen(known) == seen(unknown)
        assert [letter["to"] for letter in letters()] == ["anna@example.org"]

    def test_more_than_three_letters_an_hour_are_not_sent_and_not_said(self, strict):
        answers = [ask_on_page(strict, "anna") for _time in range(5)]
        assert len({seen(answer)[2] for answer in answers}) == 1
        assert len(letters()) == 3

    def test_a_token_of_nobody_and_one_that_is_wrong_are_the_same(self, strict):
        client = Client(strict, "application/json")
        for data in (
            {"reset_token": "x", "new_password": OTHER},
            {"reset_token": "x", "new_password": "x"},
            {"reset_token": "x"},
            {"old_password": "x", "new_password": OTHER},
            {"old_password": "x"},
            {"iets": "anders"},
        ):
            known, unknown = (client.post(f"/@users/{name}/reset-password", json=data) for name in NAMES)
            assert seen(known) == seen(unknown)
            assert known.status_code in (400, 403)

    def test_plones_own_addresses_lead_to_the_page(self, strict):
        for name in ("mail_password", "mail_password_form"):
            for method in ("GET", "POST"):
                client = Client(strict)
                answer = client.http.request(
                    method, f"{client.base}/{name}", data={"userid": "anna"}, allow_redirects=False
                )
                assert answer.status_code == 303 and answer.headers["Location"].endswith("/@@login-help")
        assert letters() == []

    def test_nothing_happens_on_get_or_without_a_token(self, strict):
        client = Client(strict)
        client.get("/@@login-help?name=anna")
        assert client.post("/@@login-help", data={"name": "anna"}).status_code == 403
        assert letters() == []

    @pytest.mark.parametrize("name", ["mailPassword", "resetPassword", "verifyKey", "registeredNotify"])
    @pytest.mark.parametrize("tool", ["portal_registration", "portal_password_reset"])
    def test_a_tool_is_no_way_around(self, strict, tool, name):
        known, unknown = (Client(strict).get(f"/{tool}/{name}?login={one}&key=x") for one in NAMES)
        assert known.status_code == unknown.status_code and known.status_code in (302, 401, 403, 404)
        assert letters() == []


@pytest.mark.abuse("A15")
class TestRegister:
    def test_over_rest_each_name_is_refused(self, strict):
        client = Client(strict, "application/json")
        person = {"email": "x@example.org", "password": PASSWORD}
        taken, free = (client.post("/@users", json={**person, "username": name}) for name in ("anna", "dora"))
        assert seen(taken) == seen(free) and taken.status_code == 403
        assert api.user.get(username="dora") is None

    def test_so_it_is_on_plones_page(self, strict):
        answer = Client(strict).get("/@@register")
        assert answer.status_code in (302, 401, 403, 404)

    def test_administrators_still_make_accounts(self, strict):
        manager = Client(strict, "application/json")
        manager.http.auth = (SITE_OWNER_NAME, "secret")
        person = {"username": "emma", "email": "emma@example.org", "password": PASSWORD}
        assert manager.post("/@users", json=person).status_code == 201


@pytest.mark.abuse("A15")
class TestLogIn:
    def test_a_wrong_password_and_a_name_that_nobody_has_are_the_same(self, strict):
        for ask in (
            lambda name: form(strict, name, "fout-fout-fout")[1],
            lambda name: Client(strict, "application/json").post("/@login", json={"login": name, "password": "fout"}),
        ):
            known, unknown = ask("anna"), ask("niem")
            known._content = known.content.replace(b"anna", b"niem")
            assert seen(known) == seen(unknown)
        passwords.clear()


class TestSwitch:
    def test_undone_all_is_as_it_was(self, stock):
        portal = stock
        transaction.begin()
        before = (
            api.portal.get_registry_record("plone.enable_self_reg"),
            vars(portal.aq_base).get("_Add_portal_member_Permission"),
        )
        assert before[0] is True and "Anonymous" in before[1]
        turn_on("answers")
        transaction.begin()
        assert "Anonymous" not in vars(portal.aq_base)["_Add_portal_member_Permission"]
        turn_off("answers")
        transaction.begin()
        assert before == (
            api.portal.get_registry_record("plone.enable_self_reg"),
            vars(portal.aq_base).get("_Add_portal_member_Permission"),
        )
        assert ask_over_rest(portal, "niemand").status_code == 404

    @pytest.mark.abuse("A14")
    @way
    def test_who_asks_much_from_one_place_is_told_so_and_uses_up_nobody_elses(self, strict, way, monkeypatch):
        monkeypatch.setattr(guard_rate.of_network, "most", 2)
        guard_rate.clear()
        for number in range(4):
            answer = WAYS[way](strict, f"niemand-{number}")
        assert answer.status_code == {"page": 200, "rest": 429}[way]
        assert "minuten" in answer.text or answer.headers.get("Retry-After") == "600"
        assert len(resetting.to_all.moments[next(iter(resetting.to_all.moments))]) == 2
        guard_rate.clear()

    def test_limits_are_ours(self):
        assert resetting.to_one.most == 3


def due():
    """Return how much is due."""
    transaction.begin()
    return len(jobs.store().due(mail.JOB, clock.now() + timedelta(days=1)))
