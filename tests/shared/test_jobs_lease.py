"""One at a time works on a job, and it is told when none does."""

from datetime import timedelta
from made_jobs import counts
from made_jobs import DAY
from made_jobs import fail
from made_jobs import HOUR
from made_jobs import Job
from made_jobs import moment
from made_jobs import NAME
from made_jobs import only_ours
from made_jobs import schedule
from made_jobs import site
from samenbeter.interfaces import IJob
from samenbeter.shared import clock
from samenbeter.shared import jobs
from samenbeter.shared import jobs_lease
from samenbeter.shared import jobs_store
from samenbeter.shared.system import opened
from samenbeter.shared.transactions import committed
from zope.annotation.interfaces import IAnnotations
from zope.component import getGlobalSiteManager

import pytest
import threading
import transaction


__all__ = ("moment", "only_ours", "site")


class Died(BaseException):
    """As when the process is killed: nothing is tidied up."""


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
