"""Who asked can have it hidden: the desk does nothing with it, and its clock stands still."""

from askers import ANNA
from askers import Askers
from askers import kept
from datetime import datetime
from datetime import timedelta
from datetime import timezone
from plone import api
from samenbeter.privacy import erasing
from samenbeter.shared import clock
from samenbeter.shared import jobs
from samenbeter.shared import vault
from samenbeter.shared.rights import Subject
from samenbeter.vraagbaak.asking import asking
from samenbeter.vraagbaak.cases import promise
from samenbeter.vraagbaak.cases import store
from samenbeter.vraagbaak.cases.working_time import ZONE

import pytest
import transaction


@pytest.fixture
def room(functional_portal):
    """A case of yara, and one of somebody else."""
    return Askers(functional_portal)


class TestToFreeze:
    """Hidden, and it stands still."""

    @pytest.fixture
    def at(self, monkeypatch):
        """Set the time for all."""

        def set_time(*moment):
            now = datetime(*moment, tzinfo=ZONE).astimezone(timezone.utc)
            monkeypatch.setattr(clock, "now", lambda: now)

        return set_time

    @pytest.fixture
    def running(self, room, at):
        """A case whose promise of eight hours began on Monday at nine."""
        at(2026, 11, 23, 9, 0)
        room.desk.promise_hours = "ma-vr 9.00-17.00"
        room.id = asking.ask(room.desk, asking.Asked(text="Wat nu?", email="vera@example.org", userid="wijk"))[1].id
        transaction.commit()
        return room

    @pytest.mark.parametrize("subject", [Subject(userid="wijk"), Subject(email="vera@example.org")], ids=str)
    def test_the_clock_stands_still_and_goes_on(self, running, at, subject):
        """What was used stays used; nobody is reminded meanwhile."""
        at(2026, 11, 23, 11, 0)
        assert erasing.restrict(subject, True) >= 4
        case = running.case
        assert case.due is None and case.clock["used"] == 120
        assert not jobs.look().due(promise.JOB, clock.now() + timedelta(days=99))
        assert all(vault.get().record(one).frozen for one in (case.id, case.contact, *case.accounts))
        at(2026, 11, 25, 10, 0)
        erasing.restrict(subject, True)
        erasing.restrict(subject, False)
        case = running.case
        assert case.due == datetime(2026, 11, 25, 16, 0, tzinfo=ZONE)
        assert len(jobs.look().due(promise.JOB, clock.now() + timedelta(days=99))) == 1
        assert [event["what"] for event in case.timeline][-2:] == ["hidden", "shown"]
        assert not any(vault.get().record(one).frozen for one in kept())

    @pytest.mark.parametrize("first_to_let_go", [0, 1])
    def test_what_two_ways_hid_goes_on_once_both_let_it(self, running, at, first_to_let_go):
        """By account and by mail address: one of them alone shows nothing, and all of it stays hidden."""
        ways = [Subject(userid="wijk"), Subject(email="vera@example.org")]
        at(2026, 11, 23, 11, 0)
        for way in ways:
            erasing.restrict(way, True)
        one, other = ways[first_to_let_go], ways[1 - first_to_let_go]
        erasing.restrict(one, False)
        erasing.restrict(one, False)
        case = running.case
        assert case.due is None and not jobs.look().due(promise.JOB, clock.now() + timedelta(days=99))
        assert all(vault.get().record(found).frozen for found in (case.id, case.contact, *case.accounts))
        erasing.restrict(one, True)
        erasing.restrict(other, False)
        assert vault.get().record(case.id).frozen
        at(2026, 11, 25, 10, 0)
        erasing.restrict(one, False)
        case = running.case
        assert case.due == datetime(2026, 11, 25, 16, 0, tzinfo=ZONE)
        assert [event["what"] for event in case.timeline].count("hidden") == 1
        assert [event["what"] for event in case.timeline].count("shown") == 1
        assert not any(vault.get().record(found).frozen for found in kept())

    def test_what_waits_for_the_asker_has_no_clock_afterwards_either(self, room):
        """The desk asked back before it was hidden."""
        for on in (True, False):
            erasing.restrict(ANNA, on)
            assert room.case.due is None and room.case.state == "waiting_for_asker"

    def test_the_desk_sees_only_that_it_is_hidden(self, running):
        """In its list, on its page, by the service; and nothing can be done."""
        editor = running.enter()
        shown = running.desk.absolute_url() + "/@@werktafel"
        service = running.desk.absolute_url() + "/@cases"
        number = running.case.number
        assert editor.get(service, Accept="application/json") == 200 and number in editor.answer.text
        erasing.restrict(Subject(userid="wijk"), True)
        assert editor.get(shown) == 200 and "Verborgen op wens van de vrager" in editor.text
        assert editor.look() == 200 and "liet deze vraag verbergen" in editor.text
        assert editor.push(panel="original", do="show", purpose="redact") == 404
        assert editor.get(service, Accept="application/json") == 200 and number not in editor.answer.text
        with pytest.raises(vault.NoRecord), api.env.adopt_user(username="anouk"):
            store.words(running.case, vault.Staff(store.PURPOSE, section="vraagbaak.words"))
        erasing.restrict(Subject(userid="wijk"), False)
        assert editor.show() == 200 and "Wat nu?" in editor.text

    def test_an_act_of_before_is_not_undone_afterwards(self, running):
        """It would wind the clock back to a time that it stood still."""
        running.change(lambda case: case.can_undo("urgent", "anouk", "clock"))
        erasing.restrict(Subject(userid="wijk"), True)
        assert running.case.undo == {}

    def test_a_damaged_one_is_hidden_too(self, room):
        """And the others."""
        vault.get().record(room.id).payload.sealed = "junk"
        transaction.commit()
        assert erasing.restrict(ANNA, True)
        transaction.begin()
        assert vault.get().record(room.id).frozen
