"""A job runs when it is time, and what was due is never lost."""

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
from made_jobs import START
from samenbeter.shared import clock
from samenbeter.shared import jobs
from samenbeter.shared import jobs_store
from samenbeter.shared.transactions import committed

import pytest
import transaction


__all__ = ("moment", "only_ours", "site")


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
