"""What experts do over REST, and what they never get to see."""

from rest_desk import ANNA
from rest_desk import BOSS
from rest_desk import Desk
from rest_desk import EDITOR
from rest_desk import HANS
from rest_desk import TITLE
from rest_desk import WIES
from rest_desk import wrong
from rest_desk import ZARA
from samenbeter.vraagbaak.cases import store

import pytest


@pytest.fixture
def desk(functional_portal):
    return Desk(functional_portal)


@pytest.mark.abuse("A35", "A36")
class TestExperts:
    def test_an_expert_sees_what_is_with_an_own_partner(self, desk):
        code, _here, consultation = desk.consulted()
        answer = desk(ZARA, "GET", f"@consultations/{consultation}")
        assert answer.json()["question"]["title"] == TITLE
        assert answer.json()["note"] == "Graag kort."
        assert [one["id"] for one in answer.json()["colleagues"]] == ["zoe"]
        case = store.by_code(code)
        for hidden in ("Jantine", "vrager@example.org", case.number, case.id, code):
            assert hidden not in answer.text

    @pytest.mark.parametrize("user", [HANS, WIES, ANNA, None, EDITOR, BOSS])
    def test_others_get_what_there_is_for_no_question(self, desk, user):
        _code, here, consultation = desk.consulted()
        none = "0" * 32
        answers = [desk(user, "GET", f"@consultations/{one}") for one in (consultation, none)]
        assert answers[0].status_code in (401, 404)
        assert answers[0].text == answers[1].text
        if user == HANS:
            found = desk.good(user, "GET", "@consultations")
            assert (found["items"], found["items_total"]) == ([], 0)
        for what, body in (
            ("contribution", {"contribution": "x", "discipline": "huisarts"}),
            ("refusal", {"reason": "no_time"}),
            ("transfer", {"to": HANS}),
            ("disciplines-wanted", {"discipline": "huisarts"}),
        ):
            assert desk(user, "POST", f"@consultations/{consultation}/{what}", body).status_code in (401, 404)
        (one,) = desk.good(EDITOR, "GET", here)["consultations"]
        assert (one["state"], one["disciplines_wanted"]) == ("open", [])
        assert desk.good(EDITOR, "GET", here)["question"]["contributions"] == []

    def test_another_trade_pass_on_and_decline(self, desk):
        _code, here, consultation = desk.consulted()
        there = f"@consultations/{consultation}"
        assert wrong(desk(ZARA, "POST", f"{there}/disciplines-wanted", {"discipline": "tovenaar"}))[0] == 400
        assert desk(ZARA, "POST", f"{there}/disciplines-wanted", {"discipline": "huisarts"}).status_code == 204
        assert wrong(desk(ZARA, "POST", f"{there}/transfer", {"to": HANS}))[::2] == (400, "to")
        assert desk(ZARA, "POST", f"{there}/transfer", {"to": "zoe"}).status_code == 204
        (mine,) = desk.good("zoe", "GET", "@consultations")["items"]
        assert mine["asked_by_name"]
        # it is asked of somebody else by name now
        assert wrong(desk(ZARA, "POST", f"@consultations/{mine['id']}/refusal", {"reason": "no_time"}))[0] == 403
        assert wrong(desk("zoe", "POST", f"@consultations/{mine['id']}/refusal", {"reason": "x"}))[::2] == (
            400,
            "reason",
        )
        answer = desk("zoe", "POST", f"@consultations/{mine['id']}/refusal", {"reason": "no_time", "text": "Druk."})
        assert answer.status_code == 204
        found = desk.good(EDITOR, "GET", here)["consultations"]
        assert [one["state"] for one in found] == ["passed_on", "declined"]
        assert (found[0]["disciplines_wanted"], found[1]["reason"]) == (["huisarts"], "no_time")
        assert desk("zoe", "GET", f"@consultations/{mine['id']}").status_code == 404

    @pytest.mark.abuse("A38")
    def test_when_the_desk_ends_it_it_is_gone_at_once(self, desk):
        _code, here, consultation = desk.consulted()
        (one,) = desk.good(EDITOR, "DELETE", f"{here}/consultations/{consultation}")["consultations"]
        assert one["state"] == "ended"
        assert desk(ZARA, "GET", f"@consultations/{consultation}").status_code == 404
        body = {"contribution": "x", "discipline": "huisarts"}
        assert desk(ZARA, "POST", f"@consultations/{consultation}/contribution", body).status_code == 404
        assert desk.good(ZARA, "GET", "@consultations")["items"] == []

    def test_what_is_wrong_with_a_contribution_is_named(self, desk):
        _code, _here, consultation = desk.consulted()
        there = f"@consultations/{consultation}/contribution"
        good = {"contribution": "Wandel.", "discipline": "huisarts"}
        for changed, field in (
            ({"contribution": ""}, "contribution"),
            ({"contribution": {"data": "<p>x</p>"}}, "contribution"),
            ({"discipline": "tovenaar"}, "discipline"),
            ({"sources": "x"}, "sources"),
            ({"sources": ["x | javascript:alert(1)"]}, "sources"),
            ({"partner": "x"}, "partner"),
        ):
            assert wrong(desk(ZARA, "POST", there, {**good, **changed}))[::2] == (400, field)

    def test_whom_to_ask_is_looked_at(self, desk):
        _code, here, _consultation = desk.consulted()
        for body, field in (
            ({}, "partners"),
            ({"partners": "x"}, "partners"),
            ({"partners": ["0" * 32]}, "partners"),
            ({"partners": [desk.uids[0]]}, "partners"),
            ({"partners": [desk.uids[1]], "persons": [ZARA]}, "persons"),
            ({"partners": [desk.uids[1]], "note": "x" * 1001}, "note"),
            ({"partners": [desk.uids[1]], "backup": "x"}, "backup"),
        ):
            assert wrong(desk(EDITOR, "POST", f"{here}/consultations", body))[::2] == (400, field), body
