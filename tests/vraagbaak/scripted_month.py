"""A scripted October of a desk, for the figures."""

from at_the_desk import make
from at_the_desk import rich
from at_the_queue import ANOUK
from at_the_queue import Queue
from at_the_queue import set_time
from plone.uuid.interfaces import IUUID
from samenbeter.shared import counters
from samenbeter.shared import referral_counts
from samenbeter.vraagbaak.asking import asking
from samenbeter.vraagbaak.cases import store
from samenbeter.vraagbaak.desk import answering
from samenbeter.vraagbaak.desk import counting
from samenbeter.vraagbaak.desk import figure_tables
from samenbeter.vraagbaak.receipt import receiving

import pytest
import transaction


# (theme, minutes after nine on Monday 5 October, what the asker says): the desk is open from nine to five, and
# promises eight working hours
SCRIPT = [
    *[("slapen", 60, "helped")] * 5,
    ("slapen", 120, "acted"),
    ("geldzorgen", 150, "helped"),
    ("geldzorgen", 170, "stuck"),
    ("geldzorgen", 170, ""),
    ("geldzorgen", 240, ""),
    # the second working day: nine hours of work, too late
    *[("mantelzorg", 25 * 60, "acted")] * 5,
]
# three themes with 6, 4 and 5 first answers: the 4 is small, so the smallest of the others goes with it
FIRST = {"slapen": 6, "geldzorgen": None, "mantelzorg": None}


def october(monkeypatch, minutes=0, day=5):
    """Set the clock to so many minutes after nine."""
    days, minutes = divmod(minutes, 24 * 60)
    set_time(monkeypatch, 2026, 10, day + days, 9 + minutes // 60, minutes % 60)


def ask(desk):
    """Ask a question; return the id of its case."""
    _code, case = asking.ask(desk, asking.Asked(text="Wat helpt?"))
    transaction.commit()
    return case.id


def answered(queue, case_id, theme):
    """Let a question have an answer."""
    case = store.load(case_id)
    case.themes = [theme] if theme else []
    if not case.question:
        question = make(
            queue.desk,
            "VraagbaakQuestion",
            title="Wat helpt?",
            question="Wat?",
            themes=case.themes,
            summary=rich("<p>Sta op.</p>"),
            answer_type="general_information",
        )
        case.question = IUUID(question)
        case.move("redact")
    answering.send(case, ANOUK)
    store.save(case)
    transaction.commit()


def say(case_id, what):
    """Let the asker say how it went."""
    case = store.load(case_id)
    receiving.outcome(case, what)
    store.save(case)
    transaction.commit()


@pytest.fixture
def queue(functional_portal, monkeypatch):
    """Two desks that nobody asked anything."""
    october(monkeypatch)
    queue = Queue(functional_portal)
    queue.desk.promise_hours = "ma-vr 9.00-17.00"
    queue.desk.promise_working_hours = 8
    counters.store()
    transaction.commit()
    return queue


@pytest.fixture
def month(queue, monkeypatch):
    """The script played, seen in November."""
    for theme, minutes, said in SCRIPT:
        october(monkeypatch)
        case = ask(queue.desk)
        october(monkeypatch, minutes)
        answered(queue, case, theme)
        if said:
            say(case, said)
        if said == "stuck":
            # opened again and answered again, and then it helped
            october(monkeypatch, minutes + 60)
            answered(queue, case, theme)
            say(case, "helped")
            say(case, "helped")
    uid = IUUID(queue.desk)
    for outcome, theme, times in (("sent", "slapen", 7), ("accepted", "slapen", 5), ("declined", "slapen", 2)):
        for _number in range(times):
            referral_counts.count(outcome, [theme], uid)
    referral_counts.count("sent", ["slapen"], IUUID(queue.other))
    transaction.commit()
    for _number in range(8):
        counting.count_deflected(queue.desk)
    set_time(monkeypatch, 2026, 11, 2, 9, 0)
    return queue


def row(queue, month="2026-10"):
    """Return the figures of a month."""
    found = figure_tables.Figures(queue.desk).rows
    return next(row for row in found if row["month"] == month)
