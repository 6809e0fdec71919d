"""The desk over REST: the queue, one case, and all that an editor does with it, as each role."""

from rest_desk import ANNA
from rest_desk import BOSS
from rest_desk import Desk
from rest_desk import EDITOR
from rest_desk import ELSEWHERE
from rest_desk import SECRET
from rest_desk import TEXT
from rest_desk import TITLE
from rest_desk import WIES
from rest_desk import wrong
from rest_desk import ZARA
from samenbeter.shared import audit
from samenbeter.shared import clock
from samenbeter.shared import vault
from samenbeter.shared.service_tokens import tokens
from samenbeter.shared.transactions import committed
from samenbeter.vraagbaak.cases import store

import pytest


@pytest.fixture
def desk(functional_portal):
    return Desk(functional_portal)


OTHERS = (None, ANNA, ZARA, WIES, BOSS, ELSEWHERE)
ACTS = (
    ("GET", "", None),
    ("PATCH", "", {"urgency": "urgent"}),
    ("POST", "/original", {"purpose": "redact"}),
    ("POST", "/redaction", {"title": TITLE, "text": TEXT}),
    ("POST", "/notes", {"text": "x"}),
    ("POST", "/questions-back", {"text": "x"}),
    ("POST", "/consultations", {"partners": []}),
    ("POST", "/contributions/x", {"decision": "accept"}),
    ("POST", "/answer", {"summary": "x"}),
    ("POST", "/approval", {}),
    ("POST", "/general-question", {"title": "x", "text": "y"}),
    ("POST", "/publication", {}),
    ("POST", "/rejection", {"reason": "spam"}),
    ("POST", "/closure", {}),
    ("POST", "/reopening", {}),
    ("POST", "/undo", {}),
    ("POST", "/hold", {}),
    ("POST", "/bounce", {}),
    ("DELETE", "/publication", None),
    ("DELETE", "/rejection", None),
    ("DELETE", "/consultations/x", None),
    ("DELETE", "/notes/x", None),
    ("DELETE", "/hold", None),
)


def kept(case):
    return store.load(case.id).data()


class TestWho:
    @pytest.mark.abuse("A20", "A21")
    @pytest.mark.parametrize("user", OTHERS)
    def test_nobody_else_reads_or_does_anything(self, desk, user):
        _code, case = desk.ask()
        before = kept(case)
        here = f"@cases/{case.number}"
        assert desk(user, "GET", "@cases").status_code == 401
        for method, path, body in ACTS:
            answer = desk(user, method, f"{here}{path}", body)
            assert answer.status_code in (401, 403), (method, path, answer.text)
            assert SECRET not in answer.text
            # a number that is none is answered in the same way
            assert desk(user, method, f"@cases/V-2222-22{path}", body).text == answer.text
        assert kept(case) == before

    @pytest.mark.abuse("A20")
    def test_a_case_of_another_desk_is_not_here(self, desk):
        _code, case = desk.ask()
        there = desk.other.absolute_url()
        before = kept(case)
        for method, path, body in ACTS:
            for user in (EDITOR, ELSEWHERE):
                answer = desk(user, method, f"{there}/@cases/{case.number}{path}", body)
                assert answer.status_code == 404, (method, path, answer.text)
        assert desk(ELSEWHERE, "GET", f"{there}/@cases").json()["items"] == []
        assert kept(case) == before

    def test_what_its_asker_had_hidden_is_not_there(self, desk):
        _code, case = desk.ask()
        committed(lambda: vault.get().freeze(case.id, True))
        before = kept(case)
        for method, path, body in ACTS:
            answer = desk(EDITOR, method, f"@cases/{case.number}{path}", body)
            assert answer.status_code in (400, 404, 409), (method, path)
        assert desk.good(EDITOR, "GET", "@cases")["items"] == []
        assert kept(case) == before

    def test_with_a_token_of_a_program(self, desk):
        _code, case = desk.ask()
        token, _known = committed(lambda: tokens.make(EDITOR, "Scherm", 10))
        headers = {"Authorization": f"Bearer {token}"}
        assert desk(None, "GET", f"@cases/{case.number}", headers=headers).json()["number"] == case.number
        desk(None, "POST", f"@cases/{case.number}/notes", {"text": "Van het scherm."}, headers=headers)
        (note,) = store.load(case.id).notes
        assert (note["by"], note["text"]) == (EDITOR, "Van het scherm.")

    @pytest.mark.abuse("A33")
    def test_a_page_of_another_site_does_nothing(self, desk):
        _code, case = desk.ask()
        before = kept(case)
        for method, path, body in ACTS[1:]:
            answer = desk(EDITOR, method, f"@cases/{case.number}{path}", body, headers={"Sec-Fetch-Site": "cross-site"})
            assert wrong(answer) == (403, "Forbidden", None)
        assert kept(case) == before


class TestQueue:
    def test_filters_and_pages(self, desk, monkeypatch):
        _code, first = desk.ask()
        _code, here = desk.redacted()
        _code, here_too, _id = desk.consulted()
        desk.good(EDITOR, "PATCH", here, {"themes": ["slapen"], "urgency": "urgent"})

        def found(query):
            answer = desk.good(EDITOR, "GET", f"@cases?{query}")
            assert answer["items_total"] >= len(answer["items"])
            return [f"@cases/{item['number']}" for item in answer["items"]]

        assert set(found("")) == {f"@cases/{first.number}", here, here_too}
        assert found("b_size=1") == [here]
        assert len(found("b_size=2&b_start=1")) == 2
        assert found("theme=slapen") == [here]
        assert found(f"partner={desk.uids[0]}") == [here_too]
        assert found("state=received") == [f"@cases/{first.number}"]
        assert len(found("owner=me")) == len(found(f"owner={EDITOR}")) == 3
        assert found("owner=otto") == found("theme=eten") == found("overdue=1") == []
        later = max(
            store.by_number(desk.desk, one["number"]).due for one in desk.good(EDITOR, "GET", "@cases")["items"]
        )
        monkeypatch.setattr(clock, "now", lambda: later.replace(year=later.year + 1))
        assert set(found("overdue=1")) == {f"@cases/{first.number}", here, here_too}
        assert found("overdue=1&theme=slapen") == [here]

    @pytest.mark.parametrize(
        "query", ["b_start=-1", "b_size=0", "b_size=101", "b_size=x", "b_start=1&b_start=2", "state=x"]
    )
    def test_wrong_ones_are_named(self, desk, query):
        assert wrong(desk(EDITOR, "GET", f"@cases?{query}"))[::2] == (400, query.partition("=")[0])

    def test_strange_filters_find_nothing(self, desk):
        desk.ask()
        for query in ("owner=&theme=x", "owner:list=a", "partner=%00", "theme:record=x"):
            assert desk(EDITOR, "GET", f"@cases?{query}").status_code in (200, 400)


class TestCase:
    def test_it_says_nothing_of_what_the_asker_wrote(self, desk):
        code, here = desk.redacted()
        answer = desk(EDITOR, "GET", here)
        case = store.by_code(code)
        for hidden in ("Jantine", "06-12345678", code, case.id, case.subject, case.contact, "vrager@example.org"):
            assert hidden not in answer.text
        assert answer.json()["question"]["title"] == TITLE
        assert "redact" in answer.json()["steps"]

    def test_opening_is_in_the_audit_log_with_its_purpose(self, desk):
        _code, case = desk.ask()
        here = f"@cases/{case.number}/original"
        assert wrong(desk(EDITOR, "POST", here, {}))[::2] == (400, "purpose")
        assert desk(EDITOR, "GET", here).status_code == 404
        assert not [one for one in audit.about(case.subject) if one.action == "view"]
        found = desk.good(EDITOR, "POST", here, {"purpose": "calls"})
        assert found["text"] == SECRET
        assert "Jantine" not in found["proposal"]
        (entry,) = [one for one in audit.about(case.subject) if one.action == "view"]
        assert entry.section == "vraagbaak.words.calls"
        assert [one["what"] for one in store.load(case.id).timeline][-1] == "opened"

    def test_each_mark_needs_a_decision(self, desk):
        _code, case = desk.ask()
        here = f"@cases/{case.number}/redaction"
        assert wrong(desk(EDITOR, "POST", here, {"title": TITLE, "text": TEXT}))[::2] == (400, "mark-1")
        for decisions in ("x", [1], {"a": "b"}, {"a": {"choice": 1}}, {"a": {"by": "x"}}):
            body = {"title": TITLE, "text": TEXT, "decisions": decisions}
            assert wrong(desk(EDITOR, "POST", here, body))[::2] == (400, "decisions")
        assert store.load(case.id).question == ""

    def test_who_it_is_of_what_about_and_whether_there_is_haste(self, desk):
        _code, case = desk.ask()
        here = f"@cases/{case.number}"
        found = desk.good(EDITOR, "PATCH", here, {"themes": ["slapen"], "urgency": "urgent", "owner": "me"})
        assert (found["themes"], found["urgency"], found["owner"]["id"]) == (["slapen"], "urgent", EDITOR)
        for body, field in (
            ({"owner": ANNA}, "owner"),
            ({"owner": ""}, "owner"),
            ({"themes": "slapen"}, "themes"),
            ({"themes": ["tovenarij"]}, "themes"),
            ({"themes": [1]}, "themes"),
            ({"urgency": "heel"}, "urgency"),
            ({"state": "closed"}, "state"),
            ({"urgency": "normal", "owner": ANNA}, "owner"),
        ):
            assert wrong(desk(EDITOR, "PATCH", here, body))[::2] == (400, field)
        assert store.load(case.id).urgency == "urgent"
        assert desk.good(EDITOR, "POST", f"{here}/undo", {})["urgency"] == "normal"
        assert wrong(desk(EDITOR, "POST", f"{here}/undo", {}))[0] == 409

    def test_notes_and_holding(self, desk):
        _code, case = desk.ask()
        here = f"@cases/{case.number}"
        (note,) = desk.good(EDITOR, "POST", f"{here}/notes", {"text": "Bel eerst."})["notes"]
        assert desk.good(EDITOR, "DELETE", f"{here}/notes/{note['id']}")["notes"] == []
        assert wrong(desk(EDITOR, "DELETE", f"{here}/notes/{note['id']}"))[0] == 400
        assert wrong(desk(EDITOR, "POST", f"{here}/notes", {"text": " "}))[::2] == (400, "note")
        assert desk.good(EDITOR, "POST", f"{here}/hold", {})["works_on_it"]["id"] == EDITOR
        assert desk.good(EDITOR, "DELETE", f"{here}/hold")["works_on_it"] is None

    def test_over_and_not_over(self, desk):
        _code, case = desk.ask()
        here = f"@cases/{case.number}"
        assert wrong(desk(EDITOR, "POST", f"{here}/closure", {})) == (409, "Conflict", None)
        assert wrong(desk(EDITOR, "POST", f"{here}/rejection", {"reason": "zomaar"}))[::2] == (400, "reason")
        assert desk.good(EDITOR, "POST", f"{here}/rejection", {"reason": "not_for_us"})["state"] == "rejected"
        assert desk.good(EDITOR, "DELETE", f"{here}/rejection")["state"] == "received"
        assert wrong(desk(EDITOR, "POST", f"{here}/answer", {"summary": "x"}))[0] == 409
        assert wrong(desk(EDITOR, "POST", f"{here}/publication", {}))[0] == 409

    def test_an_answer_needs_all_of_it(self, desk):
        _code, here = desk.redacted()
        for body, status, field in (
            ({"send": "yes"}, 400, "summary"),
            ({"summary": "Sta op.", "send": "yes"}, 400, "answer_type"),
            ({"answer_type": "advies"}, 400, "answer_type"),
            ({"checked_on": "gisteren"}, 400, "checked_on"),
            ({"checked_on": 20261126}, 400, "checked_on"),
            ({"source_url": "javascript:alert(1)"}, 400, "source_url"),
            ({"send": True}, 400, "send"),
            ({"title": "x"}, 400, "title"),
        ):
            assert wrong(desk(EDITOR, "POST", f"{here}/answer", body))[::2] == (status, field), body
        body = {"summary": "Sta op.", "answer_type": "general_information", "checked_on": "2026-11-20", "send": "yes"}
        found = desk.good(EDITOR, "POST", f"{here}/answer", body)
        assert (found["state"], found["question"]["answer"]["checked_on"]) == ("answered", "2026-11-20")
        assert desk.good(EDITOR, "POST", f"{here}/closure", {})["state"] == "closed"
        assert desk.good(EDITOR, "POST", f"{here}/reopening", {})["state"] == "answering"

    def test_what_is_not_there_is_not_found(self, desk):
        _code, case = desk.ask()
        for method, path in (
            ("GET", "@cases/V-2222-22"),
            ("GET", f"@cases/{case.number}/original"),
            ("POST", f"@cases/{case.number}"),
            ("POST", f"@cases/{case.number}/x"),
            ("POST", f"@cases/{case.number}/notes/1"),
            ("POST", f"@cases/{case.number}/notes/1/2/3"),
            ("PATCH", "@cases"),
            ("DELETE", "@cases"),
            ("DELETE", f"@cases/{case.number}"),
            ("DELETE", f"@cases/{case.number}/consultations/x"),
            ("GET", "@cases/%C3%A9%00"),
        ):
            answer = desk(EDITOR, method, path, {} if method != "GET" else None)
            assert answer.status_code in (404, 409), (method, path, answer.text)
