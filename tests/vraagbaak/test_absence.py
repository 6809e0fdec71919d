"""Days off: of editors and experts themselves, from when to when, and not a word more."""

from at_the_queue import ANOUK
from at_the_queue import MONDAY
from at_the_queue import OTHER
from at_the_queue import Queue
from at_the_queue import SAMIR
from at_the_queue import set_time
from browsing import Web
from datetime import date
from datetime import timedelta
from samenbeter.shared import vault
from samenbeter.shared.rights import Subject
from samenbeter.vraagbaak.desk import absence
from samenbeter.vraagbaak.desk.personal_data import Absences

import pytest
import transaction


TODAY = date(2026, 11, 23)
DAY = timedelta(days=1)


@pytest.fixture
def queue(portal, monkeypatch):
    """Two desks, on a Monday at nine."""
    set_time(monkeypatch, *MONDAY)
    return Queue(portal)


class TestPeriods:
    """What is kept."""

    def test_both_ends_belong_to_it(self, queue):
        """And nobody else is away."""
        absence.add(ANOUK, TODAY, TODAY + DAY)
        found = [absence.is_absent(ANOUK, TODAY + number * DAY) for number in (-1, 0, 1, 2)]
        assert found == [False, True, True, False]
        assert not absence.is_absent(SAMIR, TODAY)
        assert not absence.is_absent("", TODAY)

    def test_periods_that_join_are_one_to_others(self, queue):
        """Until the last day of both; a gap ends it."""
        absence.add(ANOUK, TODAY, TODAY + DAY)
        absence.add(ANOUK, TODAY + 2 * DAY, TODAY + 4 * DAY)
        absence.add(ANOUK, TODAY + 9 * DAY, TODAY + 9 * DAY)
        assert absence.until(ANOUK, TODAY) == TODAY + 4 * DAY
        assert absence.until(ANOUK, TODAY + 6 * DAY) is None

    @pytest.mark.parametrize(("first", "last"), [(2, 1), (-3, -1), (0, 400), (800, 801)])
    def test_days_that_cannot_be_are_refused(self, queue, first, last):
        """Turned round, over, too long, too far: nothing is kept."""
        with pytest.raises(absence.Refused) as refused:
            absence.add(ANOUK, TODAY + first * DAY, TODAY + last * DAY)
        assert refused.value.field == "last"
        assert absence.get(ANOUK) == []

    def test_no_more_than_twenty(self, queue):
        """Nobody fills the vault with days."""
        for number in range(absence.MOST):
            absence.add(ANOUK, TODAY + number * DAY, TODAY + number * DAY)
        with pytest.raises(absence.Refused):
            absence.add(ANOUK, TODAY + 99 * DAY, TODAY + 99 * DAY)

    def test_the_same_twice_is_once(self, queue):
        """A button that was pressed twice."""
        assert absence.add(ANOUK, TODAY, TODAY) == absence.add(ANOUK, TODAY, TODAY)
        assert len(absence.get(ANOUK)) == 1

    def test_somebody_elses_cannot_be_taken_away(self, queue):
        """By its id neither."""
        mine = absence.add(ANOUK, TODAY, TODAY)
        assert not absence.remove(SAMIR, mine)
        assert not absence.remove(ANOUK, "00" * 16)
        assert absence.remove(ANOUK, mine)
        assert not absence.is_absent(ANOUK, TODAY)

    def test_damaged_does_not_stop_the_desk(self, queue):
        """Who cannot be read is there."""
        found = absence.add(ANOUK, TODAY, TODAY)
        vault.get().record(found).payload.sealed = b"x"
        assert absence.get(ANOUK) == []


class TestRights:
    """It is somebody's data."""

    def test_its_owner_sees_it_and_it_goes_with_them(self, queue):
        """From and until; nothing is left."""
        absence.add(ANOUK, TODAY, TODAY + DAY)
        provider, subject = Absences(), Subject(userid=ANOUK)
        (item,) = provider.export(subject).items
        assert item.data == {"first": "2026-11-23", "last": "2026-11-24"}
        assert provider.erase(subject).removed == 1
        assert absence.get(ANOUK) == []
        assert provider.verify_erased(subject) == []

    def test_it_goes_when_the_last_day_is_over(self, queue):
        """No list of when people were away grows."""
        found = absence.add(ANOUK, TODAY, TODAY + DAY)
        box = vault.get()
        assert box.record(found).expires == TODAY + DAY
        assert found not in list(box.expired(TODAY + DAY))
        assert found in list(box.expired(TODAY + 2 * DAY))


@pytest.fixture
def served(functional_portal):
    """The same, over HTTP."""
    queue = Queue(functional_portal)
    transaction.commit()
    return queue


class TestPage:
    """The page, of the site and of a desk."""

    def test_an_editor_of_one_desk_only_uses_the_page_of_the_desk(self, served):
        """Their role is not of the site."""
        web, url = Web(ANOUK), f"{served.desk.absolute_url()}/@@afwezig"
        day = (date.today() + 3 * DAY).isoformat()
        assert web.get(url) == 200
        assert web.send("do=add", first=day, last="") == 303
        assert web.answer.headers["Location"] == url
        transaction.begin()
        (away,) = absence.get(ANOUK)
        assert (away.first.isoformat(), away.last.isoformat()) == (day, day)
        web.get(url)
        assert web.send("do=remove") == 303
        transaction.begin()
        assert absence.get(ANOUK) == []

    @pytest.mark.parametrize("userid", [OTHER, ""])
    def test_not_of_another_desk_nor_for_who_asks(self, served, userid):
        """Nobody says it for somebody else."""
        assert Web(userid).get(f"{served.desk.absolute_url()}/@@afwezig") != 200

    def test_a_wrong_day_says_so_at_the_field_and_keeps_what_was_typed(self, served):
        """And nothing is kept."""
        web = Web(ANOUK)
        web.get(f"{served.desk.absolute_url()}/@@afwezig")
        assert web.send("do=add", first="morgen", last="") == 200
        assert web.wrong == ["first"]
        assert web.main.xpath(".//input[@id='first']/@value") == ["morgen"]
        transaction.begin()
        assert absence.get(ANOUK) == []
