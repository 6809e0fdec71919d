"""The mail of the morning: to whom, when, and how little it says."""

from at_the_clock import mails
from at_the_clock import work
from at_the_queue import ANOUK
from at_the_queue import CHIEF
from at_the_queue import OTHER
from at_the_queue import Queue
from at_the_queue import SAMIR
from at_the_queue import set_time
from datetime import date
from datetime import datetime
from datetime import timezone
from plone import api
from plone.app.testing import SITE_OWNER_NAME
from samenbeter.shared import jobs
from samenbeter.shared import jobs_store
from samenbeter.vraagbaak.cases import promise
from samenbeter.vraagbaak.cases import store
from samenbeter.vraagbaak.desk import absence
from samenbeter.vraagbaak.letters import digest

import pytest
import transaction


JOB = "samenbeter.vraagbaak.digest"
TODAY = date(2026, 11, 23)
# of a question, its theme, its number and its desk
SECRETS = ("bloemkool", "geheim", "rouw", "Rouw", "V-", "Hier", "haast")


@pytest.fixture
def queue(functional_portal, monkeypatch):
    """Two desks, on a Monday at nine; nobody has anything to do."""
    set_time(monkeypatch, 2026, 11, 23, 9, 0)
    found = Queue(functional_portal)
    transaction.commit()
    return found


def tell():
    """Let the job run; return {user id: text} of the mails of this time, which then are gone."""
    before = len(mails())
    work(JOB)
    return {to.partition("@")[0]: body for to, _subject, body in mails()[before:]}


def change_as_owner(act):
    """Do something as the owner of the site."""
    with api.env.adopt_user(username=SITE_OWNER_NAME):
        act()
    transaction.commit()


class TestToWhom:
    """Who has something to do, and nobody else."""

    def test_nobody_when_there_is_nothing(self, queue):
        """At all."""
        assert tell() == {}

    def test_only_who_has_a_question(self, queue):
        """Not a colleague without one, nor the editor of another desk."""
        queue.new(ANOUK)
        transaction.commit()
        assert list(tell()) == [ANOUK]

    def test_all_editors_when_something_is_late(self, queue, monkeypatch):
        """It is of all of them; not of who is only in chief, and not of another desk."""
        queue.new(ANOUK)
        transaction.commit()
        set_time(monkeypatch, 2026, 11, 24, 9, 2)
        assert sorted(tell()) == [ANOUK, SAMIR]

    def test_others_as_long_as_a_question_is_theirs(self, queue):
        """The chief to whom one went, and who helps out."""
        queue.new(CHIEF)
        change_as_owner(lambda: api.group.add_user(groupname="Vraagbaak Editor", username=OTHER))
        queue.new(OTHER)
        transaction.commit()
        assert sorted(tell()) == [CHIEF, OTHER]

    def test_who_is_away_comes_back_to_a_quiet_mailbox(self, queue, monkeypatch):
        """On the day itself; the day after they hear it."""
        queue.new(ANOUK)
        queue.new(SAMIR)
        absence.add(ANOUK, TODAY, TODAY)
        transaction.commit()
        assert list(tell()) == [SAMIR]
        set_time(monkeypatch, 2026, 11, 24, 8, 0)
        assert sorted(tell()) == [ANOUK, SAMIR]

    @pytest.mark.parametrize("how", ["account", "group"])
    def test_who_left_gets_none(self, queue, how):
        """Whose account is gone, and who is no editor any more: also when a question is still theirs."""
        queue.new(ANOUK)
        queue.new(SAMIR)
        transaction.commit()
        leave = {
            "account": lambda: api.user.delete(username=ANOUK),
            "group": lambda: api.group.remove_user(groupname="redactie-hier", username=ANOUK),
        }
        change_as_owner(leave[how])
        assert list(tell()) == [SAMIR]

    def test_one_without_an_address_keeps_no_other_from_it(self, queue):
        """It counts as not told."""
        queue.new(ANOUK)
        queue.new(SAMIR)
        api.user.get(userid=ANOUK).setMemberProperties({"email": ""})
        transaction.commit()
        assert list(tell()) == [SAMIR]
        assert jobs.store().states[JOB].counts == {"told": 1}

    def test_one_editor(self, queue):
        """Of a desk with nobody else."""
        queue.new(OTHER, queue.other)
        transaction.commit()
        assert list(tell()) == [OTHER]


class TestWhen:
    """Once on a day on which the desk works, in the morning."""

    def test_it_is_planned_before_people_begin(self):
        """At five by the clock of Greenwich, which is six or seven here."""
        moment = datetime(2026, 11, 23, 9, 0, tzinfo=timezone.utc)
        job = digest.Digest()
        assert jobs_store.first_run(job, moment) == datetime(2026, 11, 24, 5, 0, tzinfo=timezone.utc)
        assert jobs_store.next_run(job, moment) == datetime(2026, 11, 24, 5, 0, tzinfo=timezone.utc)

    def test_once_a_day_however_often_it_is_asked_for(self, queue, monkeypatch):
        """The next day again."""
        queue.new()
        transaction.commit()
        assert [list(tell()) for _time in range(3)] == [[ANOUK], [], []]
        set_time(monkeypatch, 2026, 11, 23, 23, 59)
        assert tell() == {}
        set_time(monkeypatch, 2026, 11, 24, 6, 0)
        assert [len(tell()) for _time in range(2)] == [2, 0]

    def test_a_morning_on_which_it_breaks_off_is_done_again(self, queue, monkeypatch):
        """Nobody of the desk was told then, and nobody is told twice."""
        queue.new(ANOUK)
        queue.new(SAMIR)
        transaction.commit()
        ours = digest.tell_editor

        def die(desk, userid):
            if userid == SAMIR:
                raise RuntimeError
            return ours(desk, userid)

        with monkeypatch.context() as patch:
            patch.setattr(digest, "tell_editor", die)
            assert jobs.run_due(only=JOB)["failed"] == 1
        assert mails() == []
        assert sorted(tell()) == [ANOUK, SAMIR]

    @pytest.mark.parametrize("day", [(2026, 11, 28), (2026, 11, 29), (2026, 12, 25), (2026, 4, 27), (2026, 12, 24)])
    def test_not_on_a_day_on_which_nobody_works(self, queue, monkeypatch, day):
        """A weekend, a public holiday, and a day off of this desk; the desk that works hears it."""
        queue.new()
        queue.desk.closed_days = ["2026-12-24 2026-12-26 kerst"]
        transaction.commit()
        set_time(monkeypatch, *day, 6, 0)
        assert tell() == {}

    def test_a_day_off_of_one_desk_is_none_of_the_other(self, queue):
        """Each has its own."""
        queue.new(ANOUK)
        queue.new(OTHER, queue.other)
        queue.desk.closed_days = ["2026-11-23"]
        transaction.commit()
        assert list(tell()) == [OTHER]


class TestWhatItSays:
    """How much there is, and where."""

    @pytest.fixture
    def busy(self, queue, monkeypatch):
        """Of anouk two that are late and one that waits; of samir one for today and one for later."""
        set_time(monkeypatch, 2026, 11, 19, 9, 0)
        late = [queue.new(ANOUK, themes=["rouw"], urgency=urgency) for urgency in ("normal", "urgent")]
        waits = queue.new(ANOUK, themes=["rouw"])
        waits.move("ask_back")
        promise.pause(waits, queue.desk)
        store.save(waits)
        set_time(monkeypatch, 2026, 11, 20, 12, 0)
        queue.new(SAMIR)
        set_time(monkeypatch, 2026, 11, 23, 9, 0)
        queue.new(SAMIR)
        transaction.commit()
        set_time(monkeypatch, 2026, 11, 23, 8, 0)
        return late

    def test_in_the_language_of_the_person(self, queue, busy):
        """What is nought is left out."""
        api.user.get(userid=SAMIR).setMemberProperties({"language": "en"})
        transaction.commit()
        found, page = tell(), f"{queue.desk.absolute_url()}/@@werktafel"
        assert found[ANOUK].split("\n\n")[:7] == [
            "Goedemorgen. Dit ligt er op de werktafel:",
            "Van jou: 3",
            "Over tijd: 2",
            "Vandaag af: 2",
            "Samen nog open: 5",
            "Wacht op de vrager: 1",
            page,
        ]
        assert found[SAMIR].split("\n\n")[:7] == [
            "Good morning. This is on the desk:",
            "Yours: 2",
            "Too late: 2",
            "Due today: 2",
            "Open together: 5",
            "Waits for the asker: 1",
            page,
        ]

    @pytest.mark.abuse("A27")
    def test_nothing_of_what_it_is_about(self, queue, busy):
        """Not in the subject, and not in the text: no word, theme, number or name."""
        tell()
        assert [subject for _to, subject, _body in mails()] == ["Wat er vandaag ligt"] * 2
        said = " ".join(body for _to, _subject, body in mails()).replace(queue.desk.absolute_url(), "")
        assert not [secret for secret in (*SECRETS, *(case.id for case in busy)) if secret in said]
