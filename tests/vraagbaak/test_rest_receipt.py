"""The receipt over REST: by its code, which is in the body and never in an address."""

from rest_desk import ANNA
from rest_desk import Desk
from rest_desk import EDITOR
from rest_desk import wrong
from samenbeter.shared import vault
from samenbeter.vraagbaak.cases import store
from samenbeter.vraagbaak.rest import receipts

import pytest
import transaction


@pytest.fixture
def desk(functional_portal):
    return Desk(functional_portal)


@pytest.mark.abuse("A20")
class TestReceipt:
    def test_a_wrong_code_is_as_no_question(self, desk):
        code, _case = desk.ask()
        answers = [
            desk(None, "POST", "@receipts", {"code": one})
            for one in (store.new_code(), "x", "' OR 1=1", code[:-1], "A" * 100)
        ]
        assert {(one.status_code, one.text) for one in answers} == {(404, answers[0].text)}
        assert wrong(answers[0]) == (404, "NotFound", None)

    def test_who_tries_many_waits_also_with_the_right_one(self, desk, monkeypatch):
        monkeypatch.setattr(receipts.wrong, "most", 2)
        code, _case = desk.ask()
        found = [desk(None, "POST", "@receipts", {"code": one}).status_code for one in ("x", "y", "z", code)]
        assert found == [404, 404, 429, 429]

    def test_what_its_asker_hid_is_as_no_question(self, desk):
        """By the code and by the account, as on the page."""
        code, case = desk.ask()
        desk.good(ANNA, "POST", "@receipts/claim", {"code": code})
        (one,) = desk.good(ANNA, "GET", "@receipts")["items"]
        store.vault.get().freeze(case.id, True)
        transaction.commit()
        answers = [desk(ANNA, "POST", "@receipts", sent) for sent in ({"code": code}, {"link": one["link"]})]
        unknown = desk(ANNA, "POST", "@receipts", {"code": store.new_code()})
        assert {(one.status_code, one.text) for one in answers} == {(404, unknown.text)}

    def test_where_the_network_is_not_known_nobody_is_kept_out(self, desk, monkeypatch):
        """Else rubbish from one place would keep all askers behind the same proxy out."""
        monkeypatch.setattr(receipts.wrong, "most", 1)
        monkeypatch.setattr(receipts.guard_rate, "place_of", lambda request: "")
        code, _case = desk.ask()
        found = [desk(None, "POST", "@receipts", {"code": one}).status_code for one in ("x", "y", code)]
        assert found == [404, 404, 200]

    def test_the_code_in_an_address_opens_nothing(self, desk):
        code, _case = desk.ask()
        assert desk(None, "POST", f"@receipts?code={code}", {}).status_code == 400
        assert desk(None, "POST", f"@receipts/{code}", {}).status_code == 404
        assert desk(None, "GET", f"@receipts?code={code}").status_code == 401

    def test_a_code_of_another_desk_is_none_here(self, desk):
        code, _case = desk.ask()
        address = f"{desk.other.absolute_url()}/@receipts"
        assert desk(None, "POST", address, {"code": code}).status_code == 404

    def test_it_says_how_it_is_and_nothing_of_the_desk(self, desk):
        code, here = desk.redacted()
        desk.good(EDITOR, "POST", f"{here}/notes", {"text": "Let op: bloemkool."})
        answer = desk(None, "POST", "@receipts", {"code": code})
        assert answer.json()["state"] == "redacted"
        assert [one["what"] for one in answer.json()["timeline"]] == ["received", "opened", "redacted"]
        for hidden in (EDITOR, "bloemkool", here.rpartition("/")[2], "vrager@example.org", store.by_code(code).id):
            assert hidden not in answer.text

    def test_an_account_gets_it_by_the_code(self, desk):
        code, case = desk.ask()
        assert wrong(desk(None, "POST", "@receipts/claim", {"code": code})) == (401, "Unauthorized", None)
        desk.good(ANNA, "POST", "@receipts/claim", {"code": code})
        assert store.account_ids(store.load(case.id)) == [ANNA]
        assert desk(ANNA, "POST", "@receipts/claim", {"code": store.new_code()}).status_code == 404

    @pytest.mark.parametrize("what", ["replies", "outcome", "approval", "erasure"])
    def test_without_the_code_nothing_happens(self, desk, what):
        code, case = desk.ask()
        more = {
            "replies": {"id": "1", "text": "Een maand."},
            "outcome": {"outcome": "helped"},
            "approval": {"answer": "no"},
        }.get(what, {})
        before = store.load(case.id).data()
        for sent in ({"code": store.new_code()}, {"link": case.id}, {"code": code, "link": case.id}, {}):
            assert desk(ANNA, "POST", f"@receipts/{what}", {**more, **sent}).status_code in (400, 404)
        assert store.load(case.id).data() == before

    def test_what_cannot_be_now_is_a_conflict(self, desk):
        code, case = desk.ask()
        before = store.load(case.id).data()
        for what, more in (("replies", {"id": "1", "text": "x"}), ("outcome", {"outcome": "helped"})):
            assert desk(None, "POST", f"@receipts/{what}", {"code": code, **more}).status_code in (400, 404, 409)
        transaction.begin()
        assert store.load(case.id).data() == before

    @pytest.mark.parametrize(
        "path, body",
        [
            ("", {}),
            ("/outcome", {"outcome": "stuck"}),
            ("/approval", {"answer": "no"}),
            ("/erasure", {}),
            ("/claim", {}),
        ],
    )
    def test_one_that_is_hidden_is_as_no_question(self, desk, path, body):
        """As on the page: nobody learns that it is there, and nothing is done with it."""
        code, case = desk.ask()
        vault.get().freeze(case.id, True)
        transaction.commit()
        missing = desk(ANNA, "POST", f"@receipts{path}", {"code": store.new_code(), **body})
        hidden = desk(ANNA, "POST", f"@receipts{path}", {"code": code, **body})
        assert (hidden.status_code, hidden.text) == (missing.status_code, missing.text)
        assert hidden.status_code == 404
        kept = store.load(case.id)
        assert (kept.publish, kept.accounts) == ("yes", [])

    def test_nor_is_it_opened_by_an_account(self, desk):
        _code, case = desk.ask(user=ANNA)
        link = desk.good(ANNA, "GET", "@receipts")["items"][0]["link"]
        vault.get().freeze(case.id, True)
        transaction.commit()
        assert desk(ANNA, "POST", "@receipts", {"link": link}).status_code == 404
