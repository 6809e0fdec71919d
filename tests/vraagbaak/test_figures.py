"""The figures of a desk against a hand count, on a scripted month with a clock that stands still."""

from at_the_desk import make
from at_the_queue import people
from at_the_queue import set_time
from plone.uuid.interfaces import IUUID
from samenbeter.shared import counters
from samenbeter.vraagbaak.asking import asking
from samenbeter.vraagbaak.cases import store
from samenbeter.vraagbaak.desk import counting
from samenbeter.vraagbaak.desk import figure_tables
from samenbeter.vraagbaak.desk import gaps
from scripted_month import answered
from scripted_month import ask
from scripted_month import FIRST
from scripted_month import month
from scripted_month import queue
from scripted_month import row
from scripted_month import say

import transaction


__all__ = ("month", "queue")


def test_the_month_is_what_a_hand_counts(month):
    """Fifteen asked, fifteen answered first; eleven in time of sixteen answers, with the second of one question."""
    found = row(month)
    assert found["asked"] == 15
    assert found["first_theme"] == 15
    # 5 + 1 of geldzorgen + the one that was stuck before
    assert found["helped"] == 7
    assert found["acted"] == 6
    # one: too few
    assert found["stuck"] is None
    assert found["deflected"] == 8
    # 6 slapen, 4 geldzorgen and the second answer of one: 11 of 16
    assert found["in_time_percent"] == 68
    # in order: 5x 1 hour, 2, 2.5, 2x 2h50, 4, 5x 9; the eighth is 2h50, the fourteenth 9
    assert (found["median_hours"], found["p90_hours"]) == (3, 10)
    assert found["referral_sent"] == 7
    assert found["referral_accepted"] == 5
    assert found["referral_declined"] is None
    assert found["referral_helped"] is None


def test_a_theme_with_few_cannot_be_reckoned_from_the_total(month):
    """A second theme is hidden with it."""
    themes = row(month)["themes"]
    assert {theme: cells["first_theme"] for theme, cells in themes.items()} == FIRST
    # helped: 5 of slapen and 2 of geldzorgen, together 7: the total would tell the 2, so all but the total go
    assert [cells["helped"] for cells in themes.values()] == [None, None, None]


def test_the_month_that_runs_is_not_there(month, monkeypatch):
    """Nor is what another month had; nobody sees one question come in."""
    assert row(month, "2026-09")["asked"] is None
    before = figure_tables.Figures(month.desk).rows
    ask(month.desk)
    counting.count_deflected(month.desk)
    assert figure_tables.Figures(month.desk).rows == before
    assert [one["month"] for one in before][-1] == "2026-10"


def test_days_that_became_months_count_the_same(month, monkeypatch):
    """In the database, and after a year without its days."""
    before = row(month)
    counters.take_in()
    assert row(month) == before
    set_time(monkeypatch, 2027, 10, 31, 12, 0)
    counters.take_in()
    assert row(month) == before


def test_another_desk_has_its_own(month):
    """With one referral, which is too few."""
    found = figure_tables.Figures(month.other).rows[-1]
    assert found["asked"] is None
    assert found["referral_sent"] is None


def test_what_was_broken_off_is_not_counted(queue, monkeypatch):
    """A question that did not come in."""
    for _number in range(9):
        asking.ask(queue.desk, asking.Asked(text="Wat helpt?"))
        transaction.abort()
    set_time(monkeypatch, 2026, 11, 2, 9, 0)
    assert row(queue)["asked"] is None


def test_a_receipt_that_is_made_twice_is_one_question(queue):
    """The same code gives the same case."""
    code = store.new_code()
    for _number in range(2):
        asking.ask(queue.desk, asking.Asked(text="Wat helpt?"), code)
        transaction.commit()
    assert counters.total("vraagbaak", "asked", IUUID(queue.desk)) == 1


def test_the_first_word_counts(queue, monkeypatch):
    """Who changes it, or says it again, is not two people."""
    case = ask(queue.desk)
    answered(queue, case, "slapen")
    for word in ("helped", "helped", "acted"):
        say(case, word)
    said = counters.series("vraagbaak", "said")
    assert {key[2:]: sum(days.values()) for key, days in said.items()} == {("helped", "slapen", IUUID(queue.desk)): 1}


def test_no_key_says_two_things_of_a_question(month):
    """Theme and time of an answer are apart, and no key has a case, a number or a question in it."""
    desks = {IUUID(month.desk), IUUID(month.other)}
    for key in counters.series("vraagbaak"):
        assert key[-1] in desks, key
        # what an asker said has the theme with it; all else has one word
        assert len(key) <= (5 if key[1] == "said" else 4), key
    times = counters.series("vraagbaak", "first_time")
    assert all(key[2].isdigit() for key in times)


class TestGaps:
    """Themes that are asked about, and have nobody."""

    def test_a_theme_without_expert_or_offer_stands_there(self, month):
        """Four questions are too few; an expert alone is not enough."""
        month.one.themes = ["mantelzorg"]
        month.one.reindexObject()
        people({"zara": f"{IUUID(month.one)}-experts"})
        found = gaps.gaps(month.desk, ["slapen", "geldzorgen", "mantelzorg"])
        assert found == [
            {"theme": "slapen", "questions": 6, "expert": False, "offer": False},
            {"theme": "mantelzorg", "questions": 5, "expert": True, "offer": False},
        ]

    def test_with_both_it_is_gone(self, month):
        """An offer that runs, of a partner with an expert."""
        month.one.themes = ["slapen"]
        month.one.reindexObject()
        people({"zara": f"{IUUID(month.one)}-experts"})
        make(month.one, "ServiceOffer", "activate", title="Slaapcursus", themes=["slapen"])
        assert [one["theme"] for one in gaps.gaps(month.desk, ["slapen", "mantelzorg"])] == ["mantelzorg"]
