"""The last act of an editor can be taken back: only that one, for a day, and only while nobody built on it."""

from at_the_queue import ANOUK
from at_the_queue import MONDAY
from at_the_queue import Queue
from at_the_queue import SAMIR
from at_the_queue import set_time
from samenbeter.shared import jobs
from samenbeter.vraagbaak.cases import index
from samenbeter.vraagbaak.cases import promise
from samenbeter.vraagbaak.cases import states
from samenbeter.vraagbaak.cases import store
from samenbeter.vraagbaak.desk import notes
from samenbeter.vraagbaak.desk import triage
from samenbeter.vraagbaak.desk import undoing

import pytest


@pytest.fixture
def queue(portal, monkeypatch):
    """Two desks, on a Monday at nine."""
    set_time(monkeypatch, *MONDAY)
    return Queue(portal)


def answered(queue, case):
    """Return a case that has an answer."""
    queue.answer(case)
    return case


ACTS = {
    "assign": lambda case: triage.assign(case, SAMIR, ANOUK),
    "themes": lambda case: triage.set_themes(case, ["slapen"], ANOUK),
    "urgency": lambda case: triage.set_urgency(case, "urgent", ANOUK),
    "reject": lambda case: triage.reject(case, "spam", ANOUK),
    "close": lambda case: triage.close(case, ANOUK),
    "reopen": lambda case: triage.reopen(case, ANOUK),
}
# of what is compared: all but what says that something happened
SAYS = ("timeline", "undo", "mail", "holder", "clock")


@pytest.mark.parametrize("name", ACTS)
def test_after_undo_a_case_is_as_it_was(queue, name):
    """All of it: also the promise to the asker, and what is planned."""
    case = queue.new(ANOUK)
    if name in ("close", "reopen"):
        answered(queue, case)
    before, row = case.data(), index.get().ids([index.word("desk", case.desk, "state", case.state)])
    ACTS[name](case)
    assert {**case.data(), "timeline": []} != {**before, "timeline": []}
    store.save(case)
    triage.undo(case, SAMIR)
    store.save(case)
    after = case.data()
    assert {key: after[key] for key in after if key not in SAYS} == {k: before[k] for k in before if k not in SAYS}
    assert {**after["clock"], "job": ""} == {**before["clock"], "job": ""}
    assert index.get().ids([index.word("desk", case.desk, "state", case.state)]) == row
    planned = jobs.store().due(promise.JOB, case.due) if case.due else []
    assert len(planned) == (1 if case.due else 0)
    assert case.timeline[-1]["what"] == "undone"
    assert case.timeline[-1]["by"] == SAMIR


def test_the_promise_runs_on_while_something_was_rejected_by_mistake(queue, monkeypatch):
    """Undo wins nobody time; taking back later does."""
    case = queue.new(ANOUK)
    due = case.due
    set_time(monkeypatch, 2026, 11, 23, 11, 0)
    triage.reject(case, "spam", ANOUK)
    set_time(monkeypatch, 2026, 11, 23, 15, 0)
    triage.undo(case, ANOUK)
    assert case.due == due


def test_a_case_that_waited_waits_again(queue):
    """Its clock stands still as before."""
    case = queue.new(ANOUK)
    promise.pause(case, queue.desk)
    case.move("ask_back")
    triage.reject(case, "empty", ANOUK)
    triage.undo(case, ANOUK)
    assert (case.state, case.before, case.due) == (states.WAITING, states.RECEIVED, None)
    assert case.clock["job"] == ""


def test_only_once_and_only_the_last(queue):
    """Undo cannot be undone, and what was before the last act stays."""
    case = queue.new(ANOUK)
    triage.set_themes(case, ["slapen"], ANOUK)
    triage.set_urgency(case, "urgent", ANOUK)
    triage.undo(case, ANOUK)
    assert (case.themes, case.urgency) == (["slapen"], "normal")
    with pytest.raises(undoing.Refused):
        triage.undo(case, ANOUK)
    assert case.themes == ["slapen"]


def test_a_day_later_it_is_too_late(queue, monkeypatch):
    """Up to then it can."""
    case = queue.new(ANOUK)
    triage.assign(case, SAMIR, ANOUK)
    set_time(monkeypatch, 2026, 11, 24, 8, 59)
    assert undoing.what(case) == "event_assigned"
    set_time(monkeypatch, 2026, 11, 24, 9, 0)
    assert undoing.what(case) is None
    with pytest.raises(undoing.Refused):
        triage.undo(case, ANOUK)
    assert case.owner == SAMIR


@pytest.mark.parametrize("what", ["contributed", "replied", "consulted", "stuck", "redacted", "published", "closed"])
def test_not_when_something_happened_since(queue, what):
    """Whoever did it: somebody built on it."""
    case = queue.new(ANOUK)
    triage.assign(case, SAMIR, ANOUK)
    case.note_event(what, ANOUK)
    with pytest.raises(undoing.Refused):
        triage.undo(case, ANOUK)
    assert case.owner == SAMIR


@pytest.mark.parametrize("what", ["opened", "noted", "reminded"])
def test_looking_and_noting_take_nothing_away(queue, what):
    """They changed nothing of what comes back."""
    case = queue.new(ANOUK)
    triage.assign(case, SAMIR, ANOUK)
    case.note_event(what, ANOUK)
    triage.undo(case, ANOUK)
    assert case.owner == ANOUK


def test_what_the_asker_or_the_platform_did_is_not_undone(queue):
    """An editor cannot close again what the asker opened."""
    case = answered(queue, queue.new(ANOUK))
    triage.reopen(case, "asker")
    assert undoing.what(case) is None
    with pytest.raises(undoing.Refused):
        triage.undo(case, ANOUK)


def test_a_note_that_was_taken_away_comes_back(queue):
    """An act that writes nothing in the timeline."""
    case = queue.new(ANOUK)
    note = notes.add(case, "Bel de huisarts.", ANOUK)
    notes.remove(case, note, ANOUK)
    assert case.notes == []
    assert undoing.what(case) == "desk_undo_note"
    triage.undo(case, ANOUK)
    assert [one["text"] for one in case.notes] == ["Bel de huisarts."]


def test_the_question_gets_its_themes_back(queue):
    """It follows the case both ways."""
    case = queue.new(ANOUK)
    question = queue.question(case)
    triage.set_themes(case, ["slapen"], ANOUK)
    assert question.themes == ["slapen"]
    triage.undo(case, ANOUK)
    assert not question.themes


def test_theme_and_haste_of_one_press_go_back_together(queue):
    """One button, one undo; the words say that it were more things."""
    case = queue.new(ANOUK)

    def haste(case):
        triage.set_urgency(case, "urgent", ANOUK)

    undoing.as_one(case, haste, lambda case: triage.set_themes(case, ["slapen"], ANOUK))
    assert undoing.what(case) == "desk_undo_several"
    triage.undo(case, ANOUK)
    assert (case.urgency, case.themes, case.undo) == ("normal", [], {})


def test_what_one_press_did_is_taken_back_alone_when_the_rest_was_so_already(queue):
    """And what a press before it did stays."""
    case = queue.new(ANOUK)
    triage.set_urgency(case, "urgent", ANOUK)
    undoing.as_one(
        case,
        lambda case: triage.set_urgency(case, "urgent", ANOUK),
        lambda case: triage.set_themes(case, ["slapen"], ANOUK),
    )
    triage.undo(case, ANOUK)
    assert (case.urgency, case.themes) == ("urgent", [])


def test_what_came_after_one_press_keeps_all_of_it(queue):
    """Somebody built on it."""
    case = queue.new(ANOUK)
    undoing.as_one(
        case,
        lambda case: triage.set_urgency(case, "urgent", ANOUK),
        lambda case: triage.set_themes(case, ["slapen"], ANOUK),
    )
    case.note_event("replied", "asker")
    with pytest.raises(triage.Refused):
        triage.undo(case, ANOUK)
