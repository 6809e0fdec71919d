"""The figures of a desk against a hand count, on a scripted month with a clock that stands still."""

from at_the_desk import make
from at_the_desk import rich
from at_the_queue import ANOUK
from at_the_queue import CHIEF
from at_the_queue import OTHER
from at_the_queue import people
from at_the_queue import Queue
from at_the_queue import set_time
from browsing import Web
from plone.uuid.interfaces import IUUID
from samenbeter.shared import counters
from samenbeter.shared import referral_counts
from samenbeter.vraagbaak.asking import asking
from samenbeter.vraagbaak.cases import store
from samenbeter.vraagbaak.desk import answering
from samenbeter.vraagbaak.desk import counting
from samenbeter.vraagbaak.desk import figure_tables
from samenbeter.vraagbaak.desk import gaps
from samenbeter.vraagbaak.receipt import receiving

import csv
import io
import pytest
import requests
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


# who: whether the figures are for them
SEES = {
    "": False,
    "anna": False,
    "wies": False,
    "zara": False,
    "piet": False,
    "peter": True,
    "bea": True,
    ANOUK: True,
    CHIEF: True,
    OTHER: False,
}


class TestRoles:
    """The page, the CSV and the service."""

    @pytest.fixture
    def everybody(self, month):
        """Somebody of each role."""
        uid = IUUID(month.one)
        people(
            {
                "anna": None,
                "wies": "Wijkwebber",
                "zara": f"{uid}-experts",
                "piet": f"{uid}-managers",
                "peter": "Privacy Officer",
                "bea": "Site Administrators",
            }
        )
        transaction.commit()
        return month.desk.absolute_url()

    def test_who_sees_what(self, everybody):
        """Each page and service, as each role; the link on the page of the desk too."""
        for userid, sees in SEES.items():
            web = Web(userid)
            status = web.get(f"{everybody}/@@cijfers")
            assert (status == 200) == sees, userid
            rest = requests.get(
                f"{everybody}/@figures", headers={"Accept": "application/json"}, auth=web.http.auth, timeout=60
            )
            assert (rest.status_code == 200) == sees, userid
            assert sees or rest.status_code in (401, 403), userid
            if sees:
                assert "oktober 2026" in web.text
                assert rest.headers["Cache-Control"] == "no-store" or "private" in rest.headers["Cache-Control"]

    def test_csv_and_service_say_the_same(self, everybody):
        """Read back cell by cell."""
        web = Web(ANOUK)
        token = web.token(f"{everybody}/@@cijfers")
        assert web.post(f"{everybody}/@@cijfers", do="csv", _authenticator=token) == 200
        rows = list(csv.DictReader(io.StringIO(web.answer.text)))
        rest = requests.get(
            f"{everybody}/@figures", headers={"Accept": "application/json"}, auth=web.http.auth, timeout=60
        ).json()
        wholes = {one["month"]: one for one in rows if not one["theme"]}
        assert wholes["2026-10"]["asked"] == "15"
        for month in rest["months"]:
            for name, number in month.items():
                if name not in ("month", "themes"):
                    text = wholes[month["month"]][name]
                    assert (float(text) if text else None) == number
            for theme, cells in month["themes"].items():
                mine = next(one for one in rows if (one["month"], one["theme"]) == (month["month"], theme))
                assert {name: int(mine[name]) if mine[name] else None for name in cells} == cells

    def test_the_page_looks_as_often_however_much_there_is(self, month, everybody, monkeypatch):
        """At the counters seven times, at the catalog as often with more questions and themes."""
        from Products.ZCatalog.Catalog import Catalog

        looks = []
        series, search = counters.series, Catalog.search

        def counted(*prefix, **given):
            looks.append("counters")
            return series(*prefix, **given)

        def searched(*args, **given):
            looks.append("catalog")
            return search(*args, **given)

        monkeypatch.setattr(counters, "series", counted)
        monkeypatch.setattr(Catalog, "search", searched)

        def look():
            looks.clear()
            assert Web(ANOUK).get(f"{everybody}/@@cijfers") == 200
            return looks.count("counters"), looks.count("catalog")

        look()
        before = look()
        assert before[0] == 7
        for theme in ("werk", "bewegen", "eenzaamheid"):
            for _number in range(6):
                make(month.desk, "VraagbaakQuestion", title="Wat helpt?", question="Wat?", themes=[theme])
                referral_counts.count("sent", [theme], IUUID(month.desk))
        transaction.commit()
        assert look() == before
