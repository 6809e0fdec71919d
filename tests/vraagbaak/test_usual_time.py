"""How long a partner usually takes: in working hours, from enough answers, for who chooses whom to ask."""

from answered_room import Answered
from at_the_desk import make
from at_the_queue import set_time
from consulted import EDITOR
from consulted import HANS
from consulted import Post
from consulted import ZARA
from samenbeter.shared import counters
from samenbeter.vraagbaak.experts import consultations
from samenbeter.vraagbaak.experts import consulting
from samenbeter.vraagbaak.experts import contributing
from samenbeter.vraagbaak.experts import usual

import pytest
import transaction


WRITTEN = {"contribution": "Drink thee.", "discipline": "huisarts"}


@pytest.fixture
def room(functional_portal, monkeypatch):
    """A served desk with two partners."""
    set_time(monkeypatch, 2026, 11, 23, 9, 0)
    Post(monkeypatch)
    desk = make(functional_portal, "Vraagbaak", "open", title="Vraagbaak", promise_hours="ma-vr 9.00-17.00")
    found = Answered(functional_portal, desk)
    counters.store()
    transaction.commit()
    return found


def answer(room, monkeypatch, *moment, partner=None, userid=ZARA, commit=True):
    """Ask on Friday at four, and let the answer come at this moment."""
    question = room.new_question()
    set_time(monkeypatch, 2026, 11, 20, 16, 0)
    consulting.consult(question, [partner or room.one], EDITOR)
    set_time(monkeypatch, *moment)
    contributing.contribute(question, userid, partner or room.one, WRITTEN)
    (transaction.commit if commit else transaction.abort)()


def test_it_is_the_working_time_within_which_half_of_the_answers_came(room, monkeypatch):
    """A weekend is none; one who forgot does not count for all; each partner by itself."""
    # two hours, three, three, nine, and one that took very long
    for moment in ((11, 23, 10, 0), (11, 23, 11, 0), (11, 23, 10, 30), (11, 24, 9, 0), (12, 18, 9, 0)):
        answer(room, monkeypatch, 2026, *moment)
    answer(room, monkeypatch, 2026, 11, 20, 16, 5, partner=room.two, userid=HANS)
    assert usual.hours_of_all() == {room.one: 3}


def test_from_fewer_than_five_nothing_is_said_and_from_five_on_where_one_chooses(room, monkeypatch):
    """On the page of the case; nothing is opened for it."""
    for _number in range(4):
        answer(room, monkeypatch, 2026, 11, 23, 10, 0)
    assert "Antwoordt meestal" not in room.editor().text
    answer(room, monkeypatch, 2026, 11, 23, 10, 0)
    opened = []
    monkeypatch.setattr(consultations, "load", opened.append)
    assert room.editor().text.count("Antwoordt meestal binnen 2 werkuren.") == 1
    assert opened == []


def test_an_answer_that_came_to_nothing_is_not_counted(room, monkeypatch):
    """Only what is in the database."""
    for _number in range(5):
        answer(room, monkeypatch, 2026, 11, 23, 10, 0, commit=False)
    assert usual.hours_of_all() == {}


def test_what_is_older_than_a_year_says_nothing_any_more(room, monkeypatch):
    """People change."""
    for _number in range(5):
        answer(room, monkeypatch, 2026, 11, 23, 10, 0)
    set_time(monkeypatch, 2027, 12, 25, 9, 0)
    assert usual.hours_of_all() == {}
    assert [usual.in_words(hours) for hours in (None, 1)] == [None, "expert_usual_one"]
