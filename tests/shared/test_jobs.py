"""A job runs when it is time, by one at a time, and what was due is never lost."""

from datetime import datetime
from datetime import timedelta
from datetime import timezone
from samenbeter.interfaces import IJob
from samenbeter.shared import clock
from samenbeter.shared import jobs
from samenbeter.shared import jobs_lease
from samenbeter.shared import jobs_store
from samenbeter.shared.system import opened
from samenbeter.shared.transactions import committed
from zope.component import getGlobalSiteManager
from zope.interface import implementer

import pytest
import threading
import transaction


START = datetime(2026, 11, 23, 9, 30, tzinfo=timezone.utc)
HOUR, DAY = timedelta(hours=1), timedelta(days=1)
NAME = "samenbeter.test.job"


@implementer(IJob)
class Job:
    """Does what the test says."""

    title = "Test"
    at = None

    def __init__(self, every=None, at=None):
        self.every = every
        self.at = at
        self.arguments = []
        self.act = lambda argument: (True, {"done": 1})

    def run(self, argument, until):
        self.arguments.append(argument)
        return self.act(argument)


class Died(BaseException):
    """As when the process is killed: nothing is tidied up."""


@pytest.fixture
def moment(monkeypatch):
    """A clock that the test moves."""
    box = [START]
    monkeypatch.setattr(clock, "now", lambda: box[0])

    def move(delta):
        box[0] += delta

    return move


@pytest.fixture
def only_ours(monkeypatch):
    """The jobs of the test, and no others."""
    registered = {}
    monkeypatch.setattr(jobs, "registered", lambda: dict(registered))
    return registered


@pytest.fixture
def site(functional_portal, moment, only_ours):
    """A site that was made just now."""
    jobs.store().made = START
    transaction.commit()
    return functional_portal


def counts(**asked):
    """Run what is due; return (ran, failed)."""
    found = jobs.run_due(**asked)
    return found["ran"], found["failed"]


def schedule(delta=timedelta(), argument="x"):
    """Schedule for our job, and commit."""
    return committed(lambda: jobs.schedule(NAME, clock.now() + delta, argument))


def fail(_argument):
    raise ValueError("jan@example.org")


class TestEverySoOften:
    @pytest.mark.parametrize(
        ("every", "at", "runs"),
        [
            # hours after the start at which it is looked at: which of them it runs at
            (HOUR, None, {0: True, 0.5: False, 1: True, 5: True, 5.5: False}),
            # from 2 o'clock, and 16.5 hours after the start it is
            (DAY, 2, {0: False, 16: False, 16.5: True, 20: False, 40: False, 40.5: True}),
            # the machine was off at 2
            (DAY, 2, {0: False, 30: True, 40: False, 41: True}),
            (7 * DAY, 2, {0: False, 17: True, 41: False, 16.5 + 7 * 24: True}),
        ],
    )
    def test_it_runs_when_it_is_time(self, site, moment, only_ours, every, at, runs):
        job = only_ours[NAME] = Job(every, at)
        last = 0
        for hour, expected in runs.items():
            moment((hour - last) * HOUR)
            last = hour
            assert counts() == (int(expected), 0), hour
        assert set(job.arguments) == {""}

    def test_a_round_without_work_writes_nothing(self, site, only_ours):
        only_ours[NAME] = Job(HOUR)
        jobs.run_due()
        before = site._p_jar.db().lastTransaction()
        assert counts() == (0, 0)
        assert site._p_jar.db().lastTransaction() == before

    def test_a_person_can_let_it_run_now(self, site, only_ours):
        only_ours[NAME], only_ours["other"] = Job(DAY, 2), Job(DAY, 2)
        assert counts(only=NAME) == (1, 0)
        assert only_ours["other"].arguments == []

    def test_it_goes_on_soon_when_it_is_not_ready(self, site, moment, only_ours):
        job = only_ours[NAME] = Job(DAY)
        job.act = lambda argument: (False, {"done": 2})
        assert counts() == (1, 0)
        state = jobs.store().states[NAME]
        assert (state.counts, state.last_success) == ({"done": 2}, None)
        job.act = lambda argument: (True, {"done": 3})
        moment(timedelta(minutes=1))
        assert counts() == (1, 0)
        assert (state.counts, state.last_success) == ({"done": 5}, clock.now())
        moment(DAY)
        jobs.run_due()
        assert state.counts == {"done": 3}

    @pytest.mark.parametrize("asked", [{}, {"until": START + 6 * timedelta(minutes=1)}])
    def test_it_goes_on_at_once_when_only_the_time_was_up(self, site, moment, only_ours, asked):
        job = only_ours[NAME] = Job(DAY)
        parts = [False, True]

        def slow(argument):
            moment(timedelta(minutes=4))
            return parts.pop(0), {}

        job.act = slow
        assert counts(**asked) == (2, 0)

    def test_it_stops_when_the_time_is_up(self, site, moment, only_ours):
        job = only_ours[NAME] = Job(DAY)

        def slow(argument):
            moment(timedelta(seconds=20))
            return False, {}

        job.act = slow
        assert jobs.run_due(until=clock.now() + timedelta(seconds=20)) == {"ran": 1, "failed": 0, "more": True}
        # and goes on in the next round
        assert counts(until=clock.now() + timedelta(seconds=20)) == (1, 0)

    def test_a_failure_is_tried_again_later_and_later(self, site, moment, only_ours):
        job = only_ours[NAME] = Job(DAY)
        job.act = fail
        waits = []
        for _number in range(11):
            assert counts() == (1, 1)
            state = jobs.store().states[NAME]
            waits.append((state.next_run - clock.now()) / timedelta(minutes=1))
            moment(state.next_run - clock.now() - timedelta(seconds=1))
            assert counts() == (0, 0)
            moment(timedelta(seconds=1))
        assert waits == [1, 2, 4, 8, 16, 32, 64, 128, 256, 360, 360]
        assert (state.failures, state.error) == (11, "ValueError")

    def test_a_failure_says_nothing_about_anybody(self, site, only_ours, caplog):
        only_ours[NAME] = Job(DAY)
        only_ours[NAME].act = fail
        jobs.run_due()
        assert "ValueError" in caplog.text
        assert "jan@" not in caplog.text

    def test_what_one_job_left_half_done_is_not_committed(self, site, only_ours):
        def half(argument):
            jobs.store().made = None
            raise ValueError

        only_ours[NAME] = Job(DAY)
        only_ours[NAME].act = half
        jobs.run_due()
        assert jobs.store().made == START


class TestDue:
    def test_it_is_done_once_when_it_is_time(self, site, moment, only_ours):
        job = only_ours[NAME] = Job()
        schedule(HOUR, "later")
        schedule(argument="now")
        assert counts() == (1, 0)
        moment(HOUR)
        assert counts() == (1, 0)
        moment(DAY)
        assert counts() == (0, 0)
        assert job.arguments == ["now", "later"]
        assert jobs.store().states[NAME].totals == {"done": 2}

    def test_it_is_there_only_when_the_transaction_is_committed(self, site, only_ours):
        only_ours[NAME] = Job()
        jobs.schedule(NAME, clock.now())
        transaction.abort()
        assert counts() == (0, 0)

    def test_it_can_be_taken_away(self, site, only_ours):
        only_ours[NAME] = Job()
        found = schedule()
        assert committed(lambda: jobs.cancel(found))
        assert not jobs.cancel(found)
        assert counts() == (0, 0)
        assert jobs.store().names() == set()

    def test_it_is_never_given_up_silently(self, site, moment, only_ours):
        job = only_ours[NAME] = Job()
        job.act = fail
        schedule()
        for _number in range(jobs_store.TRIES):
            assert counts() == (1, 1)
            moment(6 * HOUR)
        assert counts() == (0, 0)
        assert jobs.store().summary(NAME) == (0, None, 1)
        # a person lets it run again
        job.act = lambda argument: (True, {})
        assert counts(only=NAME) == (1, 0)
        assert jobs.store().names() == set()

    def test_what_is_planned_stays_planned_when_a_person_asks(self, site, only_ours):
        only_ours[NAME] = Job()
        schedule(HOUR)
        assert counts(only=NAME) == (0, 0)

    def test_many_failures_let_the_rest_wait(self, site, moment, only_ours):
        job = only_ours[NAME] = Job()
        job.act = fail
        for _number in range(5):
            schedule()
        assert counts() == (3, 3)
        job.act = lambda argument: (True, {})
        assert counts() == (2, 0)
        moment(HOUR)
        assert counts() == (3, 0)

    def test_what_people_wait_for_is_done_before_the_rest(self, site, moment, only_ours):
        order = []
        only_ours["a"], only_ours["z"] = Job(DAY), Job()
        for name, job in only_ours.items():
            job.act = lambda argument, name=name: (order.append(name), (True, {}))[1]
        committed(lambda: jobs.schedule("z", clock.now()))
        jobs.run_due()
        assert order == ["z", "a"]

    def test_when_its_job_is_gone_it_waits_and_is_in_nobodys_way(self, site, only_ours):
        job = Job()
        committed(lambda: jobs.schedule("another.addon.job", clock.now()))
        only_ours[NAME] = job
        schedule()
        assert counts() == (1, 0)
        assert jobs.store().names() == {"another.addon.job"}
        only_ours["another.addon.job"] = Job()
        assert counts() == (1, 0)


class TestLease:
    def test_who_died_is_followed_up_when_the_lease_runs_out(self, site, moment, only_ours, monkeypatch):
        job = only_ours[NAME] = Job(DAY)
        schedule(argument="due")

        def die(argument):
            raise Died

        job.act = die
        with monkeypatch.context() as patch:
            # killed: nobody lets go of the lease
            patch.setattr(jobs_store.Leased, "release", lambda self: None)
            for _kind in ("due", ""):
                with pytest.raises(Died):
                    jobs.run_due()
        job.act = lambda argument: (True, {})
        assert counts() == (0, 0)
        moment(timedelta(minutes=5))
        assert counts() == (2, 0)
        assert job.arguments == ["due", "", "due", ""]

    def test_who_is_interrupted_lets_go(self, site, only_ours):
        job = only_ours[NAME] = Job(DAY)

        def interrupt(argument):
            raise KeyboardInterrupt

        job.act = interrupt
        with pytest.raises(KeyboardInterrupt):
            jobs.run_due()
        job.act = lambda argument: (True, {})
        assert counts() == (1, 0)

    def test_two_at_once_never_do_the_same(self, site, only_ours):
        database, path = site._p_jar.db(), "/".join(site.getPhysicalPath())
        busy, twice = threading.Lock(), []
        job = only_ours[NAME] = Job(DAY)

        def act(argument):
            # of the recurring job only one may be busy; each argument is done once
            if not argument:
                twice.extend([] if busy.acquire(blocking=False) else ["busy"])
                threading.Event().wait(0.2)
            return True, {"done": 1}

        job.act = act
        for number in range(40):
            schedule(argument=str(number))
        start = threading.Barrier(4)

        def work():
            with opened(database, path):
                start.wait()
                jobs.run_due()

        threads = [threading.Thread(target=work) for _number in range(4)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        assert twice == []
        assert sorted(job.arguments) == sorted(["", *map(str, range(40))])
        transaction.begin()
        assert jobs.store().states[NAME].totals["done"] == 41

    def test_who_works_long_keeps_it(self, site, moment, only_ours, monkeypatch):
        monkeypatch.setattr(jobs_lease.threading.Event, "wait", lambda self, seconds=None: self.is_set())
        job = only_ours[NAME] = Job(DAY)
        found = []

        def long(argument):
            state = jobs.store().states[NAME]
            moment(timedelta(minutes=4))
            for _number in range(1000):
                transaction.begin()
                if state.lease == clock.now() + jobs_store.LEASE:
                    break
            found.append(state.lease - clock.now())
            return True, {}

        job.act = long
        assert counts() == (1, 0)
        assert found == [jobs_store.LEASE]

    def test_who_lost_it_says_nothing_about_the_outcome(self, site, moment, only_ours):
        job = only_ours[NAME] = Job(DAY)

        def slow(argument):
            moment(timedelta(minutes=6))
            committed(lambda: jobs.store().states[NAME].take("another"))
            return True, {"done": 9}

        job.act = slow
        jobs.run_due()
        state = jobs.store().states[NAME]
        assert (state.holder, state.counts) == ("another", {})

    @pytest.mark.parametrize("back", [timedelta(minutes=20), 400 * DAY])
    def test_a_clock_that_is_set_back_stops_nothing_for_long(self, site, moment, only_ours, back):
        only_ours[NAME] = Job(HOUR)
        jobs.run_due()
        committed(lambda: jobs.store().states[NAME].take("somebody"))
        moment(-back)
        moment(2 * HOUR)
        assert counts() == (1, 0)


class TestLate:
    @pytest.mark.parametrize(
        ("hours", "expected"), [(0, []), (47, []), (49, ["daily", "hourly"]), (24 * 15, ["daily", "hourly", "weekly"])]
    )
    def test_nothing_ran_for_two_days(self, site, moment, only_ours, hours, expected):
        only_ours.update(daily=Job(DAY, 2), weekly=Job(7 * DAY), hourly=Job(HOUR), due=Job())
        moment(hours * HOUR)
        assert sorted(jobs.late()) == expected
        jobs.run_due()
        moment(16 * HOUR)
        jobs.run_due()
        assert jobs.late() == []

    def test_it_runs_and_fails_for_two_days(self, site, moment, only_ours):
        only_ours.update(good=Job(HOUR), bad=Job(HOUR))
        only_ours["bad"].act = fail
        for _number in range(9):
            jobs.run_due()
            moment(6 * HOUR)
        assert jobs.late() == ["bad"]

    def test_a_job_that_is_new_has_its_time(self, site, moment, only_ours):
        only_ours["old"] = Job(HOUR)
        moment(30 * DAY)
        jobs.run_due()
        only_ours["new"] = Job(DAY, 2)
        jobs.run_due()
        assert jobs.late() == []

    def test_a_person_who_lets_one_run_does_not_hide_that_nobody_runs_the_others(self, site, moment, only_ours):
        only_ours.update(one=Job(HOUR), other=Job(HOUR))
        moment(3 * DAY)
        jobs.run_due(only="one")
        assert jobs.late() == ["other"]

    def test_who_only_looks_makes_no_store(self, site):
        from zope.annotation.interfaces import IAnnotations

        del IAnnotations(site)[jobs.KEY]
        assert jobs.look() is None
        assert jobs.late() == []
        assert jobs.store() is jobs.store()


def test_jobs_are_utilities(functional_portal):
    """Each with what the page needs."""
    job = Job(DAY)
    getGlobalSiteManager().registerUtility(job, IJob, NAME)
    try:
        assert jobs.registered()[NAME] is job
    finally:
        getGlobalSiteManager().unregisterUtility(job, IJob, NAME)
    for name, found in jobs.registered().items():
        assert IJob.providedBy(found), name
        assert found.title
        assert found.every is None or isinstance(found.every, timedelta)
        assert found.at is None or found.every is not None
