"""Asking over REST, and the receipt by its code."""

from rest_desk import ANNA
from rest_desk import Desk
from rest_desk import EDITOR
from rest_desk import SECRET
from rest_desk import WIES
from rest_desk import wrong
from samenbeter.shared import vault
from samenbeter.vraagbaak.asking import asking as verbs
from samenbeter.vraagbaak.cases import store
from samenbeter.vraagbaak.rest import asking

import pytest


@pytest.fixture
def desk(functional_portal):
    return Desk(functional_portal)


def count():
    return vault.get().count(store.ROOM, store.CASE)


class TestAsk:
    def test_a_visitor_gets_a_receipt(self, desk):
        answer = desk(None, "POST", "@cases", {"text": SECRET, "publish": "no", "email": "a@example.org"})
        found = answer.json()
        case = store.by_code(found["code"])
        assert answer.status_code == 201
        assert (case.channel, case.publish, case.owner, case.entered_by) == ("rest", "no", EDITOR, "")
        assert found["promised_by"] == case.due.isoformat(timespec="seconds")
        assert found["erased_on"] == store.erased_on(case).isoformat()
        assert found["contact_erased_on"] == store.contact_erased_on(case).isoformat()
        assert "no-store" in answer.headers["Cache-Control"]
        assert "Set-Cookie" not in answer.headers
        assert case.number not in answer.text

    def test_with_an_account_it_hangs_on_that(self, desk):
        _code, case = desk.ask(ANNA)
        assert store.account_ids(case) == [ANNA]
        (item,) = desk.good(ANNA, "GET", "@receipts")["items"]
        assert desk.good(ANNA, "POST", "@receipts", {"link": item["link"]})["state"] == "received"
        for other in (None, EDITOR, WIES):
            assert desk(other, "POST", "@receipts", {"link": item["link"]}).status_code == 404

    @pytest.mark.parametrize("user", [EDITOR, WIES])
    def test_who_enters_it_for_a_resident_has_no_part_in_it(self, desk, user):
        _code, case = desk.ask(user, channel="phone")
        assert (case.channel, case.entered_by, store.account_ids(case)) == ("phone", user, [])

    @pytest.mark.parametrize(
        "changed, field",
        [
            ({"text": ""}, "text"),
            ({"text": None}, "text"),
            ({"text": ["a"]}, "text"),
            ({"text": "a" * 4001}, "text"),
            ({"publish": "maybe"}, "publish"),
            ({"publish": True}, "publish"),
            ({"for_whom": "them"}, "for_whom"),
            ({"email": "geen adres"}, "email"),
            ({"email": {"a": 1}}, "email"),
            ({"language": "xx"}, "language"),
            ({"channel": "phone"}, "channel"),
            ({"owner": EDITOR}, "owner"),
        ],
    )
    def test_what_is_wrong_is_named_and_nothing_is_kept(self, desk, changed, field):
        answer = desk(None, "POST", "@cases", {"text": "Wat helpt?", **changed})
        assert wrong(answer) == (400, "BadRequest", field)
        assert count() == 0

    @pytest.mark.parametrize("body", [b"", b"[1]", b"{", b"null", b'"x"', b"\xff\xfe", b'{"text": "\\ud800"}'])
    def test_a_body_that_is_none(self, desk, body):
        answer = desk(None, "POST", "@cases", data=body, headers={"Content-Type": "application/json"})
        assert wrong(answer)[0] == 400
        assert count() == 0

    @pytest.mark.abuse("A44")
    def test_a_citizen_service_number_is_refused(self, desk):
        answer = desk(None, "POST", "@cases", {"text": "Mijn BSN is 111222333."})
        assert wrong(answer)[:2] == (400, "BadRequest")
        assert count() == 0

    def test_too_much_at_once(self, desk):
        answer = desk(None, "POST", "@cases", {"text": "a" * 70_000})
        assert wrong(answer) == (413, "PayloadTooLarge", None)

    def test_too_many_from_one_network_wait(self, desk, monkeypatch):
        monkeypatch.setattr(asking.of_network, "most", 1)
        desk.ask()
        answer = desk(None, "POST", "@cases", {"text": "Nog een?"})
        assert wrong(answer) == (429, "TooManyRequests", None)
        assert 1 <= int(answer.headers["Retry-After"]) == answer.json()["error"]["retry_after"] <= 600
        assert count() == 1
        desk.ask(EDITOR)
        assert count() == 2

    def test_what_looks_like_spam_is_looked_at_first(self, desk):
        body = {"text": "Kijk: https://a.example https://b.example https://c.example"}
        answer = desk(None, "POST", "@cases", body)
        assert (answer.status_code, answer.json()["looked_at_first"]) == (201, True)
        assert count() == 0
        assert vault.get().count("shared", "doubtful") == 1

    def test_a_closed_desk_takes_none(self, desk, monkeypatch):
        monkeypatch.setattr(verbs, "is_open", lambda desk: False)
        assert wrong(desk(None, "POST", "@cases", {"text": "Wat helpt?"})) == (409, "Conflict", None)
        assert count() == 0

    def test_a_vault_that_is_closed_says_so(self, desk, monkeypatch):
        from samenbeter.shared import keys

        def closed():
            raise keys.NoKey

        monkeypatch.setattr(keys, "load", closed)
        assert wrong(desk(None, "POST", "@cases", {"text": "Wat helpt?"})) == (503, "ServiceUnavailable", None)

    @pytest.mark.abuse("A33")
    @pytest.mark.parametrize("user", [None, ANNA, EDITOR])
    def test_a_page_of_another_site_cannot(self, desk, user):
        headers = {"Sec-Fetch-Site": "cross-site"}
        assert wrong(desk(user, "POST", "@cases", {"text": "Wat helpt?"}, headers=headers)) == (403, "Forbidden", None)
        answer = desk(user, "POST", "@cases", data='{"text": "Wat helpt?"}', headers={"Content-Type": "text/plain"})
        assert wrong(answer) == (415, "UnsupportedMediaType", None)
        assert count() == 0

    def test_errors_are_in_the_language_of_the_reader(self, desk):
        dutch = desk(None, "POST", "@cases", {"text": 3}).json()["error"]["message"]
        assert dutch == "Dit moet tekst zijn."


class TestCheck:
    def test_it_points_at_haste_and_at_personal_data_and_keeps_nothing(self, desk):
        found = desk.good(None, "POST", "@question-checks", {"text": "Bel 06-12345678. Ik wil dood."})
        assert found["crisis"] is True
        assert [(mark["kind"], mark["start"], mark["end"]) for mark in found["marks"]] == [("PHONE", 4, 15)]
        assert found["messages"]
        assert count() == 0
        assert desk.good(None, "POST", "@question-checks", {"text": "Wat helpt?"})["crisis"] is False

    def test_too_many_wait(self, desk, monkeypatch):
        monkeypatch.setattr(asking.checks, "most", 1)
        desk.good(None, "POST", "@question-checks", {"text": "Wat helpt?"})
        assert wrong(desk(None, "POST", "@question-checks", {"text": "Wat helpt?"}))[0] == 429
