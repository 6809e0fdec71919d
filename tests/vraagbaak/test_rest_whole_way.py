"""The whole way of a question over REST alone: asked, answered, said yes to, published, withdrawn."""

from rest_desk import Desk
from rest_desk import EDITOR
from rest_desk import TEXT
from rest_desk import TITLE
from rest_desk import ZARA
from samenbeter.vraagbaak.cases import store

import pytest
import transaction


@pytest.fixture
def desk(functional_portal):
    return Desk(functional_portal)


ANSWER = {"summary": "Sta op als je wakker ligt.", "answer_type": "general_information"}


class TestTheWholeWay:
    def test_from_the_question_to_the_site_and_off_it(self, desk):
        code, here, consultation = desk.consulted()
        (waiting,) = desk.good(ZARA, "GET", "@consultations")["items"]
        assert (waiting["id"], waiting["question"]["text"]) == (consultation, TEXT)
        body = {"contribution": "Kijk niet op de klok.", "discipline": "huisarts"}
        made = desk.good(ZARA, "POST", f"@consultations/{consultation}/contribution", body)
        assert made["state"] == "submitted"
        assert desk.good(ZARA, "GET", "@consultations")["items"] == []
        desk.good(EDITOR, "POST", f"{here}/contributions/{made['id']}", {"decision": "accept"})
        case = desk.good(EDITOR, "POST", f"{here}/answer", {**ANSWER, "send": "yes"})
        assert case["state"] == "answered"
        seen = desk.good(None, "POST", "@receipts", {"code": code})
        assert seen["answer"]["summary"] == ANSWER["summary"]
        assert [one["text"] for one in seen["answer"]["contributions"]] == ["Kijk niet op de klok."]
        assert seen["approval"] is None
        assert desk(EDITOR, "POST", f"{here}/publication", {}).status_code == 409
        desk.good(EDITOR, "POST", f"{here}/approval", {})
        asked = desk.good(None, "POST", "@receipts", {"code": code})["approval"]
        assert (asked["title"], asked["text"], asked["answer"]) == (TITLE, TEXT, None)
        desk.good(None, "POST", "@receipts/approval", {"code": code, "answer": "yes", "hash": asked["hash"]})
        case = desk.good(EDITOR, "POST", f"{here}/publication", {})
        question = case["question"]["@id"]
        assert case["question"]["state"] == "published"
        assert desk(None, "GET", question).json()["title"] == TITLE
        case = desk.good(EDITOR, "DELETE", f"{here}/publication")
        assert case["question"]["state"] == "withdrawn"
        assert desk(None, "GET", question).status_code in (401, 404)

    def test_a_question_back_and_the_reply(self, desk):
        code, here = desk.redacted()
        desk.good(EDITOR, "POST", f"{here}/questions-back", {"text": "Hoe lang al?"})
        (asked,) = desk.good(None, "POST", "@receipts", {"code": code})["questions_back"]
        assert asked["text"] == "Hoe lang al?"
        seen = desk.good(None, "POST", "@receipts/replies", {"code": code, "id": asked["id"], "text": "Een maand."})
        assert seen["questions_back"][0]["answered"]
        opened = desk.good(EDITOR, "POST", f"{here}/original", {"purpose": "redact"})
        assert [one["text"] for one in opened["replies"]] == ["Een maand."]

    def test_it_did_not_help_and_it_is_erased(self, desk):
        code, here = desk.redacted()
        desk.good(EDITOR, "POST", f"{here}/answer", {**ANSWER, "send": "yes"})
        seen = desk.good(None, "POST", "@receipts/outcome", {"code": code, "outcome": "stuck", "text": "Nog niet."})
        assert seen["state"] == "answering"
        assert desk(None, "POST", "@receipts/erasure", {"code": code}).status_code == 204
        transaction.begin()
        assert store.by_code(code) is None
        assert desk(None, "POST", "@receipts", {"code": code}).status_code == 404
        assert desk(EDITOR, "GET", here).status_code == 404

    def test_a_no_keeps_it_off_the_site(self, desk):
        code, here = desk.redacted()
        desk.good(EDITOR, "POST", f"{here}/answer", {**ANSWER, "send": "yes"})
        desk.good(EDITOR, "POST", f"{here}/approval", {})
        desk.good(None, "POST", "@receipts/approval", {"code": code, "answer": "no"})
        assert desk(EDITOR, "POST", f"{here}/publication", {}).status_code == 409
        body = {"title": "Wat helpt om te slapen?", "text": "Veel mensen liggen wakker."}
        case = desk.good(EDITOR, "POST", f"{here}/general-question", body)
        assert (case["question"]["title"], case["question"]["source"]) == (body["title"], "general")
        assert desk.good(EDITOR, "POST", f"{here}/publication", {})["question"]["state"] == "published"
