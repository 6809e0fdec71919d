"""No open question is of nobody, and none is forgotten: each night the platform looks."""

from at_the_clock import change
from at_the_clock import mails
from at_the_clock import now_as
from at_the_clock import told
from at_the_clock import work
from at_the_queue import ANOUK
from at_the_queue import CHIEF
from at_the_queue import OTHER
from at_the_queue import OURS
from at_the_queue import people
from at_the_queue import Queue
from at_the_queue import SAMIR
from at_the_queue import set_time
from datetime import date
from datetime import timedelta
from plone import api
from plone.app.testing import SITE_OWNER_NAME
from samenbeter.shared import audit
from samenbeter.shared import clock
from samenbeter.shared import jobs
from samenbeter.shared import jobs_store
from samenbeter.shared import vault
from samenbeter.shared.transactions import committed
from samenbeter.vraagbaak.cases import promise
from samenbeter.vraagbaak.cases import store
from samenbeter.vraagbaak.desk import absence
from samenbeter.vraagbaak.desk import triage
from samenbeter.vraagbaak.letters import owning
from samenbeter.vraagbaak.letters import unowned

import pytest
import transaction


JOB = "samenbeter.vraagbaak.unowned"
TODAY, DAY = date(2026, 11, 23), timedelta(days=1)
YOURS = "Een vraag is van jou. Kijk wat er moet gebeuren:"


@pytest.fixture
def queue(functional_portal, monkeypatch):
    """Two desks, on a Monday at nine."""
    set_time(monkeypatch, 2026, 11, 23, 9, 0)
    found = Queue(functional_portal)
    transaction.commit()
    return found


@pytest.fixture
def case(queue):
    """A question of anouk."""
    found = queue.new(ANOUK)
    transaction.commit()
    return found


def look():
    """Let the job run; return its counts that are not nought."""
    work(JOB)
    return {name: number for name, number in jobs.store().states[JOB].counts.items() if number}


def leaves(userid, how="group", group=OURS):
    """Let somebody leave the editors, or the site."""
    with api.env.adopt_user(username=SITE_OWNER_NAME):
        if how == "account":
            api.user.delete(username=userid)
        else:
            api.group.remove_user(groupname=group, username=userid)
    transaction.commit()


def away(userid, days):
    """Let somebody be away today and so many days more."""
    committed(lambda: absence.add(userid, TODAY, TODAY + days * DAY))


class TestGivenAway:
    """To who can see to it."""

    def test_what_is_fine_is_left_as_it_is_and_not_opened(self, queue, case, monkeypatch):
        """Not one case is read."""
        monkeypatch.setattr(unowned, "give_one", lambda case_id: 1 / 0)
        monkeypatch.setattr(unowned, "plan_one", lambda case_id: 1 / 0)
        assert look() == {}
        assert (now_as(case).owner, mails()) == (ANOUK, [])

    @pytest.mark.parametrize("how", ["account", "group"])
    def test_of_who_left(self, queue, case, how):
        """It is said in its timeline and in the audit log, and its new owner hears it: once."""
        leaves(ANOUK, how)
        assert look() == {"given": 1}
        assert look() == {}
        found = now_as(case)
        assert found.owner == SAMIR
        assert [(one["what"], one["by"]) for one in found.timeline][-1] == ("assigned", "platform")
        assert told() == {SAMIR: [YOURS]}
        entries = [entry for segment in audit.store().segments() for entry in segment.entries()]
        assert [entry.actor for entry in entries if entry.object == case.id] == [f"job:{JOB}"]

    @pytest.mark.parametrize(("days", "owner"), [(2, ANOUK), (3, SAMIR)])
    def test_of_who_is_away_for_long(self, queue, case, days, owner):
        """A few days are no reason."""
        away(ANOUK, days)
        look()
        assert now_as(case).owner == owner

    def test_of_nobody(self, queue):
        """As when a question came in while the desk had no editor."""
        case = queue.new("")
        transaction.commit()
        assert look() == {"given": 1}
        assert now_as(case).owner in (ANOUK, SAMIR)

    def test_what_waits_for_the_asker_too_and_what_is_over_not(self, queue):
        """An answer that is there is nobody's work."""
        waits, answered = queue.new(ANOUK), queue.new(ANOUK)
        transaction.commit()
        change(waits, lambda one: (one.move("ask_back"), promise.pause(one, queue.desk)))
        queue.answer(answered)
        transaction.commit()
        leaves(ANOUK)
        assert look() == {"given": 1}
        assert [now_as(one).owner for one in (waits, answered)] == [SAMIR, ANOUK]

    def test_they_are_spread(self, queue):
        """Over who is there, as new questions are."""
        people({"yara": OURS})
        cases = [queue.new(ANOUK) for _number in range(6)]
        transaction.commit()
        leaves(ANOUK)
        assert look() == {"given": 6}
        assert sorted(now_as(one).owner for one in cases) == [SAMIR] * 3 + ["yara"] * 3

    def test_an_assignment_of_before_cannot_be_undone(self, queue, case):
        """It would go back to who left."""
        change(case, lambda one: triage.assign(one, SAMIR, ANOUK))
        leaves(SAMIR)
        look()
        assert (now_as(case).owner, now_as(case).undo) == (ANOUK, {})

    def test_what_takes_too_long_is_done_the_next_time(self, queue):
        """Each is a transaction of its own."""
        cases = [queue.new(ANOUK) for _number in range(2)]
        transaction.commit()
        leaves(ANOUK)
        job = unowned.Unowned()
        assert job.run("", clock.now()) == (False, {"given": 0, "nobody": 0, "planned": 0})
        assert job.run("", clock.now() + DAY) == (True, {"given": 2, "nobody": 0, "planned": 0})
        assert {now_as(one).owner for one in cases} == {SAMIR}

    def test_another_desk_has_nothing_to_do_with_it(self, queue, case):
        """Its editors are not asked, and its questions stay."""
        theirs = queue.new(OTHER, queue.other)
        transaction.commit()
        leaves(ANOUK)
        leaves(SAMIR)
        look()
        assert now_as(case).owner == CHIEF
        assert now_as(theirs).owner == OTHER


class TestHoweverFew:
    """Rather somebody who is away than nobody."""

    def test_one_editor_who_is_away_for_long_keeps_it(self, queue):
        """And is not told each night that it is theirs."""
        case = queue.new(OTHER, queue.other)
        transaction.commit()
        away(OTHER, 14)
        assert [look() for _night in range(3)] == [{}, {}, {}]
        assert (now_as(case).owner, mails()) == (OTHER, [])

    def test_when_all_others_are_away_one_of_them_gets_it(self, queue, case):
        """Its owner is gone for good."""
        for userid in (SAMIR, CHIEF):
            away(userid, 9)
        leaves(ANOUK)
        assert look() == {"given": 1}
        assert now_as(case).owner == SAMIR

    def test_without_an_editor_the_chief_gets_it_and_then_who_helps_out(self, queue, case):
        """In this order."""
        for userid in (ANOUK, SAMIR):
            leaves(userid)
        assert look() == {"given": 1}
        assert now_as(case).owner == CHIEF
        leaves(CHIEF, "account")
        with api.env.adopt_user(username=SITE_OWNER_NAME):
            api.group.add_user(groupname="Vraagbaak Editor", username=OTHER)
        transaction.commit()
        assert look() == {"given": 1}
        assert now_as(case).owner == OTHER

    def test_without_anybody_it_says_so_each_night_until_somebody_comes(self, queue, case):
        """Who runs the site reads it at the work of the site."""
        for userid in (ANOUK, SAMIR, CHIEF):
            leaves(userid, "account")
        assert [look() for _night in range(2)] == [{"nobody": 1}, {"nobody": 1}]
        assert mails() == []
        people({"nieuw": OURS})
        transaction.commit()
        assert look() == {"given": 1}
        assert now_as(case).owner == "nieuw"

    def test_whoever_comes_and_goes_no_open_question_is_of_nobody(self, queue):
        """People leave one by one; after each night all questions are of somebody who can see to them."""
        cases = [queue.new(userid) for userid in (ANOUK, SAMIR, CHIEF) * 2]
        people({"yara": OURS})
        transaction.commit()
        steps = (
            lambda: leaves(ANOUK),
            lambda: away(SAMIR, 20),
            lambda: leaves("yara", "account"),
            lambda: leaves(CHIEF, group="hoofd"),
            lambda: people({"zoe": OURS}),
            lambda: leaves(SAMIR, "account"),
        )
        for step in steps:
            step()
            transaction.commit()
            look()
            owners = {now_as(one).owner for one in cases}
            assert owners <= owning.able(queue.desk)


class TestPlanned:
    """No running clock without its next rung."""

    def waiting(self):
        """Return the arguments of what is planned for the clock."""
        transaction.begin()
        found = jobs.store()
        return [found.get(one).argument for one in found.due(promise.JOB, jobs_store.GIVEN_UP)]

    def test_what_was_lost_is_planned_once(self, queue, case):
        """By the hand of somebody, or a restored backup; of an urgent one too."""
        urgent = queue.new(SAMIR, urgency="urgent")
        transaction.commit()
        for one in (case, urgent):
            committed(lambda one=one: jobs.cancel(now_as(one).clock["job"]))
        assert self.waiting() == []
        assert look() == {"planned": 2}
        assert look() == {}
        assert sorted(self.waiting()) == sorted([case.id, urgent.id])

    def test_what_was_given_up_is_planned_anew(self, queue, case):
        """And what was given up is gone."""
        record = jobs.store().get(case.clock["job"])
        committed(lambda: jobs.store().move(record, jobs_store.GIVEN_UP))
        assert look() == {"planned": 1}
        assert self.waiting() == [case.id]
        assert jobs.store().summary(promise.JOB)[2] == 0

    def test_what_had_all_rungs_or_stands_still_is_left_alone(self, queue, case):
        """There is nothing to plan."""
        waits = queue.new(ANOUK)
        transaction.commit()
        change(waits, lambda one: (one.move("ask_back"), promise.pause(one, queue.desk)))
        change(case, lambda one: (one.clock.update(rung=promise.CHIEF), promise.plan(one, queue.desk)))
        assert look() == {}
        assert self.waiting() == []

    def test_what_is_hidden_or_gone_is_no_error(self, queue, case):
        """Nor one whose desk is gone."""
        committed(lambda: jobs.cancel(now_as(case).clock["job"]))
        committed(lambda: vault.get().freeze(case.id, True))
        assert look() == {}
        assert unowned.plan_one("0" * 32) == unowned.give_one("0" * 32) == ""
        with api.env.adopt_user(username=SITE_OWNER_NAME):
            api.content.delete(queue.desk, check_linkintegrity=False)
        transaction.commit()
        assert unowned.plan_one(case.id) == unowned.give_one(case.id) == ""
        assert store.load(case.id).owner == ANOUK
