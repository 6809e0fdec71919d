"""How often a desk keeps its promise: honest numbers, and none about too few."""

from at_the_queue import ANOUK
from at_the_queue import Queue
from at_the_queue import SAMIR
from at_the_queue import set_time
from browsing import Web
from samenbeter.shared import counters
from samenbeter.shared import keys
from samenbeter.vraagbaak.desk import absence
from samenbeter.vraagbaak.desk import counting
from samenbeter.vraagbaak.desk import figures

import datetime
import pytest
import transaction


@pytest.fixture
def queue(functional_portal, monkeypatch):
    """Two desks, served, on a Monday at nine."""
    set_time(monkeypatch, 2026, 11, 23, 9, 0)
    queue = Queue(functional_portal)
    counters.store()
    transaction.commit()
    return queue


def answers(queue, good, late, monkeypatch, desk=None):
    """Let so many answers be counted, in time and too late."""
    for count, moment in ((good, (2026, 11, 23, 10, 0)), (late, (2026, 11, 25, 10, 0))):
        for _number in range(count):
            set_time(monkeypatch, 2026, 11, 23, 9, 0)
            case = queue.new(ANOUK, desk)
            set_time(monkeypatch, *moment)
            counting.count_answered(case, desk or queue.desk)
            transaction.commit()
    # of the day itself nothing is shown
    set_time(monkeypatch, 2026, 11, 26, 9, 0)


def test_it_counts_the_answers_of_this_desk(queue, monkeypatch):
    """Those in time and all of them; the other desk has its own."""
    answers(queue, 9, 3, monkeypatch)
    answers(queue, 0, 2, monkeypatch, queue.other)
    assert figures.promise_kept(queue.desk) == (9, 12)
    assert figures.promise_kept(queue.other) == (0, 2)
    assert figures.sentence(queue.desk).mapping == {"share": 75}


def test_about_fewer_than_ten_it_says_nothing(queue, monkeypatch):
    """To editors and to visitors; from ten on to both."""
    pages = (Web(ANOUK), f"{queue.desk.absolute_url()}/@@werktafel"), (Web(), queue.desk.absolute_url())
    answers(queue, 9, 0, monkeypatch)
    for web, url in pages:
        assert web.get(url) == 200
        assert "op tijd antwoord" not in web.text
    assert figures.sentence(queue.desk) is None
    answers(queue, 0, 1, monkeypatch)
    for web, url in pages:
        # what visitors see is kept for a minute
        web.get(f"{url}?x=1")
        if web.http.auth:
            assert "90 % van de vragen kreeg op tijd antwoord" in web.text
    assert figures.promise_kept(queue.desk) == (9, 10)


def test_visitors_read_it_at_the_promise(queue, monkeypatch):
    """On the page of the desk."""
    answers(queue, 11, 1, monkeypatch)
    web = Web()
    web.get(queue.desk.absolute_url())
    note = " ".join(web.main.xpath("string(.//section[@aria-labelledby='sb-promise-desk'])").split())
    assert "91 % van de vragen kreeg op tijd antwoord, de laatste 90 dagen." in note


def test_nobody_sees_an_answer_come_in(queue, monkeypatch):
    """What is counted today changes nothing until tomorrow."""
    answers(queue, 20, 1, monkeypatch)
    assert figures.sentence(queue.desk).mapping == {"share": 95}
    set_time(monkeypatch, 2026, 11, 25, 17, 0)
    assert figures.promise_kept(queue.desk) == (20, 20)


def test_what_was_undone_is_not_counted(queue, monkeypatch):
    """A transaction that was broken off is no answer."""
    case = queue.new()
    transaction.commit()
    counting.count_answered(case, queue.desk)
    transaction.abort()
    assert figures.promise_kept(queue.desk) == (0, 0)


def test_after_ninety_days_an_answer_does_not_count(queue, monkeypatch):
    """It is about now."""
    answers(queue, 12, 0, monkeypatch)
    set_time(monkeypatch, 2027, 2, 22, 12, 0)
    assert figures.promise_kept(queue.desk) == (0, 0)


class TestMyWork:
    """What "Mijn werk" says of it."""

    @pytest.fixture
    def work(self, queue):
        """The page, for an editor of the site and for an expert."""
        from at_the_queue import people
        from plone.uuid.interfaces import IUUID

        people({"renske": "Vraagbaak Editor", "zara": f"{IUUID(queue.one)}-experts", "wies": "Wijkwebber"})
        transaction.commit()
        return f"{queue.portal.absolute_url()}/@@mijn-werk"

    def test_how_much_waits_at_each_desk(self, queue, work):
        """With a link to its list; a desk where nothing waits is left out."""
        queue.new("renske")
        queue.new(SAMIR)
        transaction.commit()
        web = Web("renske")
        assert web.get(work) == 200
        assert "Van jou: 1. Open: 2." in web.text
        assert web.main.xpath(f".//a[@href='{queue.desk.absolute_url()}/@@werktafel']")
        assert not web.main.xpath(f".//a[@href='{queue.other.absolute_url()}/@@werktafel']")

    @pytest.mark.parametrize(("userid", "desks", "away"), [("zara", False, True), ("wies", False, False)])
    def test_others_see_what_is_theirs(self, queue, work, userid, desks, away):
        """Experts say when they are away, and have no list; writers have neither."""
        queue.new(SAMIR)
        transaction.commit()
        web = Web(userid)
        assert web.get(work) == 200
        assert ("Open: 1" in web.text) == desks
        assert bool(web.main.xpath(".//a[contains(@href, '@@afwezig')]")) == away
        assert (web.get(work.replace("mijn-werk", "afwezig")) == 200) == away

    def test_days_off_stand_there(self, queue, work):
        """Those that are not over."""
        day = datetime.date(2026, 12, 24)
        absence.add("zara", day, day + datetime.timedelta(days=2))
        transaction.commit()
        web = Web("zara")
        web.get(work)
        assert "24 december 2026 – 26 december 2026" in web.text

    def test_without_a_key_the_page_is_still_there(self, queue, work, monkeypatch):
        """What cannot be counted is left out."""

        def none(*_words):
            raise keys.NoKey

        queue.new("renske")
        transaction.commit()
        monkeypatch.setattr("samenbeter.vraagbaak.cases.index.word", none)
        assert Web("renske").get(work) == 200
