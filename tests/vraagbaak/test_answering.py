"""The verbs of an answer: write it, send it, take contributions over."""

from answered_room import ANSWER
from answered_room import Answered
from answered_room import SUMMARY
from at_the_desk import link
from at_the_desk import make
from at_the_desk import step
from consulted import EDITOR
from datetime import date
from datetime import datetime
from datetime import timezone
from plone import api
from samenbeter.shared import clock
from samenbeter.shared import periods
from samenbeter.vraagbaak.cases import promise
from samenbeter.vraagbaak.cases import states
from samenbeter.vraagbaak.cases import store
from samenbeter.vraagbaak.desk import answering
from samenbeter.vraagbaak.desk import plain_answer
from samenbeter.vraagbaak.desk.refusing import Refused

import pytest


@pytest.fixture
def room(portal, desk, monkeypatch):
    """The desk, on a day in November."""
    monkeypatch.setattr(clock, "now", lambda: datetime(2026, 11, 26, 12, 0, tzinfo=timezone.utc))
    found = Answered(portal, desk)
    with api.env.adopt_user(username=EDITOR):
        yield found


class TestWriting:
    """What an editor writes down."""

    def test_it_is_on_the_question_and_the_case_is_in_hand(self, room):
        """Text becomes HTML; the rest stays as it was."""
        case = room.now()
        question = answering.write(case, {**ANSWER, "source_name": " Thuisarts ", "source_url": ""}, EDITOR)
        assert question.summary.raw.startswith("<p>Sta op als je")
        assert question.summary.raw.count("<li>") == 2
        assert (question.source_name, question.source_url) == ("Thuisarts", None)
        assert case.state == states.ANSWERING
        answering.write(question, {"difference_topic": "Mag je een dutje doen?"}, EDITOR)
        assert question.answer_type == "general_information"

    @pytest.mark.parametrize(
        "name, value",
        [("answer_type", "diagnose"), ("source_url", "javascript:alert(1)"), ("difference_topic", "x" * 999)],
    )
    def test_a_wrong_value_is_refused_at_its_field(self, room, name, value):
        """And nothing is written."""
        with pytest.raises(Refused) as refused:
            answering.write(room.now(), {**ANSWER, name: value}, EDITOR)
        assert refused.value.field == name
        assert room.question.summary is None

    def test_markup_that_does_not_fit_is_not_lost(self, room):
        """It stays until somebody changes it where it can be changed."""
        room.answer()
        room.question.summary = type(room.question.summary)("<h3>Kop</h3>", "text/html", "text/x-html-safe")
        with pytest.raises(Refused):
            answering.write(room.now(), ANSWER, EDITOR)
        assert room.question.summary.raw == "<h3>Kop</h3>"

    def test_not_for_a_case_that_is_over(self, room):
        """It has to be opened again first."""
        case = room.now()
        case.move("reject")
        with pytest.raises(states.WrongStep):
            answering.write(case, ANSWER, EDITOR)

    def test_before_the_redaction_there_is_nothing_to_answer(self, room):
        """It says what to do."""
        case = room.now()
        case.question = ""
        with pytest.raises(Refused):
            answering.write(case, ANSWER, EDITOR)


class TestSending:
    """The asker reads it."""

    def test_the_promise_is_kept(self, room):
        """No clock, a mail without content, the days of keeping count from now, dates on the answer."""
        case = room.now()
        promise.start(case, room.desk)
        answering.write(case, ANSWER, EDITOR)
        answering.send(case, EDITOR)
        store.save(case)
        assert (case.state, case.due, case.mail) == (states.ANSWERED, None, "waits")
        assert case.clock["job"] == ""
        assert store.erased_on(case) == periods.until(store.PROVIDER, since=date(2026, 11, 26))
        assert room.question.checked_on == date(2026, 11, 26)
        assert room.question.review_on == date(2027, 11, 26)
        assert room.events()[-1] == "answered"
        (mail,) = room.mails()
        assert "slaap" not in mail["subject"] + mail["body"]

    def test_a_date_that_an_editor_chose_stays(self, room):
        """Unless it has passed."""
        case = room.now()
        dates = {"checked_on": date(2026, 11, 20), "review_on": date(2027, 3, 1)}
        answering.write(case, {**ANSWER, **dates}, EDITOR)
        answering.send(case, EDITOR)
        assert (room.question.checked_on, room.question.review_on) == tuple(dates.values())

    @pytest.mark.parametrize(
        "fields, wrong",
        [
            ({**ANSWER, "summary": "  "}, "summary"),
            ({**ANSWER, "answer_type": None}, "answer_type"),
            ({"summary": "Sta op.", "answer_type": "see_gp"}, "summary"),
        ],
    )
    def test_an_answer_is_whole(self, room, fields, wrong):
        """A text, a kind; and who has to see a doctor is told so."""
        case = room.now()
        answering.write(case, fields, EDITOR)
        with pytest.raises(Refused) as refused:
            answering.send(case, EDITOR)
        assert refused.value.field == wrong
        assert case.state == states.ANSWERING

    @pytest.mark.parametrize("words", ["Bel je huisarts.", "Ga naar de HUISARTSENPOST.", "Bel 112.", "See your GP."])
    def test_who_has_to_see_a_doctor_is_told_so(self, room, words):
        """In any of these words."""
        case = room.now()
        answering.write(case, {"summary": words, "answer_type": "see_gp"}, EDITOR)
        answering.send(case, EDITOR)
        assert case.state == states.ANSWERED

    @pytest.mark.parametrize("step", ["ask_back", "reject"])
    def test_not_while_the_asker_has_to_answer_or_when_it_is_over(self, room, step):
        """The table of the steps says so."""
        case = room.now()
        answering.write(case, ANSWER, EDITOR)
        case.move(step)
        with pytest.raises(states.WrongStep):
            answering.send(case, EDITOR)

    def test_twice_is_once(self, room):
        """And again after the asker said that it did not help."""
        case = room.now()
        answering.write(case, ANSWER, EDITOR)
        answering.send(case, EDITOR)
        with pytest.raises(states.WrongStep):
            answering.send(case, EDITOR)
        case.move("reopen")
        answering.send(case, EDITOR)
        assert case.state == states.ANSWERED


class TestContributions:
    """An editor takes over what experts wrote."""

    def test_accept_and_send_back(self, room):
        """Only what is in a state for it."""
        one = room.answer()
        api.content.transition(one, "submit")
        answering.decide(room.question, one.getId(), "accept", EDITOR)
        assert api.content.get_state(one) == "accepted"
        with pytest.raises(Refused):
            answering.decide(room.question, one.getId(), "accept", EDITOR)
        answering.decide(room.question, one.getId(), "return", EDITOR)
        assert api.content.get_state(one) == "returned"

    @pytest.mark.parametrize("answer_id, step", [("weg", "accept"), ("", "accept"), (None, "submit")])
    def test_what_is_not_there_is_refused(self, room, answer_id, step):
        """Also a step that is none of these two."""
        one = room.answer()
        with pytest.raises(Refused):
            answering.decide(room.question, one.getId() if answer_id is None else answer_id, step, EDITOR)

    def test_what_it_refers_to_and_is_over(self, room, portal):
        """Only of contributions that people read."""
        offer = make(room.linde, "ServiceOffer", "activate", title="Slaapspreekuur")
        one = room.answer(referrals=[])
        link(one, "referrals", [offer])
        step(offer, "end")
        assert answering.ended_referrals(room.question) == []
        step(one, "submit", "accept")
        assert answering.ended_referrals(room.question) == ["Slaapspreekuur"]


def test_the_summary_of_the_tests_reads_back():
    """What a test types is what a page shows again."""
    assert plain_answer.to_text(plain_answer.to_html(SUMMARY)).replace("\n\n", "\n") == SUMMARY
