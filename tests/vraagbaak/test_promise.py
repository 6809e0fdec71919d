"""The clock of a case: it runs, stands still, goes on, and plans what comes next, over any course of events."""

from datetime import datetime
from datetime import timedelta
from hypothesis import given
from hypothesis import HealthCheck
from hypothesis import settings
from hypothesis import strategies as st
from samenbeter.shared import hours
from samenbeter.vraagbaak.cases import promise
from samenbeter.vraagbaak.cases import states
from samenbeter.vraagbaak.cases.case import Case
from samenbeter.vraagbaak.cases.working_time import ZONE
from types import SimpleNamespace

import pytest


MONDAY = datetime(2026, 11, 23, 9, 0, tzinfo=ZONE)
HOUR, DAY = timedelta(hours=1), timedelta(days=1)


@pytest.fixture
def desk():
    """A desk that promises four working hours; no site."""
    return SimpleNamespace(promise_hours="ma-vr 9.00-17.00", closed_days=(), promise_working_hours=4)


@pytest.fixture
def planned(monkeypatch):
    """What is planned: {id: moment}."""
    return plan_here(monkeypatch)


def plan_here(monkeypatch):
    found = {}

    def schedule(name, due, argument):
        assert (name, argument) == (promise.JOB, "a")
        found[f"job{due.isoformat()}{len(found)}"] = due
        return list(found)[-1]

    jobs = SimpleNamespace(schedule=schedule, cancel=lambda record_id: found.pop(record_id, None))
    monkeypatch.setattr(promise, "jobs", jobs)
    return found


def new():
    """Return a case that nothing was done with."""
    return Case(id="a", subject="b", desk="c", number="V-222222", received=MONDAY.isoformat())


class TestRuns:
    """From the moment of asking."""

    def test_the_first_rung_is_planned_and_no_other(self, desk, planned):
        """At three quarters."""
        case = new()
        promise.start(case, desk, MONDAY)
        assert case.due == MONDAY + 4 * HOUR
        assert planned == {case.clock["job"]: MONDAY + 3 * HOUR}

    def test_the_rungs_follow_each_other(self, desk, planned):
        """At three quarters, at the end, a quarter later; then nothing more."""
        case = new()
        promise.start(case, desk, MONDAY)
        found = []
        for rung in promise.RUNGS:
            found += planned.values()
            case.clock["rung"] = rung
            promise.plan(case, desk)
        assert found == [MONDAY + 3 * HOUR, MONDAY + 4 * HOUR, MONDAY + 5 * HOUR]
        assert planned == {}
        assert case.clock["job"] == ""

    def test_other_settings_count_from_now_on(self, desk, planned):
        """The promise that was made stays as many hours; when those are is what the desk says now."""
        case = new()
        promise.start(case, desk, MONDAY)
        desk.promise_working_hours, desk.promise_hours = 100, "di 9.00-17.00"
        assert case.due == MONDAY + 4 * HOUR
        assert promise.rung_moment(case, desk, promise.BACK_UP) == MONDAY + DAY + 4 * HOUR

    def test_hours_that_cannot_be_read_are_no_hours(self, desk, planned):
        """Then the clock always runs, rather than never."""
        desk.promise_hours = "altijd"
        case = new()
        promise.start(case, desk, MONDAY - 2 * DAY)
        assert case.due == MONDAY - 2 * DAY + 4 * HOUR

    def test_who_is_reopened_begins_anew(self, desk, planned):
        """With the first rung, and one thing planned."""
        case = new()
        promise.start(case, desk, MONDAY)
        case.clock["rung"] = promise.CHIEF
        promise.start(case, desk, MONDAY + 7 * DAY)
        assert case.due == MONDAY + 7 * DAY + 4 * HOUR
        assert list(planned.values()) == [MONDAY + 7 * DAY + 3 * HOUR]


class TestStandsStill:
    """While the asker has to do something, and when it is over."""

    @pytest.mark.parametrize("still", [promise.pause, promise.stop])
    def test_nothing_is_due_or_planned(self, desk, planned, still):
        """However often it is said."""
        case = new()
        promise.start(case, desk, MONDAY)
        for later in (1, 3):
            still(case, desk, MONDAY + later * HOUR)
            assert case.due is None
            assert planned == {}
            assert case.clock["used"] == 60
            assert promise.rung_moment(case, desk, promise.REMIND) is None

    def test_a_case_in_a_state_in_which_it_stands_still_has_no_moment(self, desk, planned):
        """Also when the clock was forgotten."""
        case = new()
        promise.start(case, desk, MONDAY)
        case.state = states.WAITING
        assert case.due is None

    def test_a_rung_is_not_done_again_after_it(self, desk, planned):
        """Who was reminded before is not reminded once more."""
        case = new()
        promise.start(case, desk, MONDAY)
        case.clock["rung"] = promise.REMIND
        promise.pause(case, desk, MONDAY + 3.5 * HOUR)
        promise.resume(case, desk, MONDAY + DAY)
        assert case.due == MONDAY + DAY + HOUR / 2
        assert list(planned.values()) == [case.due]

    def test_what_was_late_stays_late(self, desk, planned):
        """It is due at once, and what comes after that is counted on."""
        case = new()
        promise.start(case, desk, MONDAY)
        case.clock["rung"] = promise.BACK_UP
        promise.pause(case, desk, MONDAY + 4.5 * HOUR)
        promise.resume(case, desk, MONDAY + DAY)
        assert case.due == MONDAY + DAY
        assert list(planned.values()) == [MONDAY + DAY + HOUR / 2]

    @settings(deadline=None, max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture])
    @given(steps=st.lists(st.tuples(st.booleans(), st.integers(0, 3 * 24 * 60)), max_size=8))
    def test_only_the_time_that_it_ran_counts(self, monkeypatch, desk, steps):
        """However often it stands still and goes on, and also when it is told what it does already."""
        planned, case, now, runs, used = plan_here(monkeypatch), new(), MONDAY, True, 0
        desk.promise_working_hours = 20
        calendar = promise.calendar_of(desk)
        promise.start(case, desk, now)
        for run, minutes in steps:
            later = now + timedelta(minutes=minutes)
            used += calendar.minutes(now, later) if runs else 0
            now, runs = later, run
            (promise.resume if run else promise.pause)(case, desk, now)
            assert case.clock["used"] == pytest.approx(used)
            assert len(planned) == (1 if runs else 0)
        if runs:
            assert calendar.minutes(now, case.due) == pytest.approx(max(20 * 60 - used, 0), abs=0.001)
            assert case.due >= now


@st.composite
def desks(draw):
    """Draw the settings of a desk, as its editors type them: hours, also of split days, and days off."""
    lines = []
    for day in hours.DAYS:
        borders = sorted(draw(st.lists(st.integers(0, 24 * 60), max_size=6, unique=True)))
        spans = [f"{hours.clock(one)}-{hours.clock(other)}" for one, other in zip(*[iter(borders)] * 2, strict=False)]
        lines += [f"{day} {', '.join(spans)}"] if spans else []
    closed = []
    for number in draw(st.lists(st.integers(0, 60), max_size=4)):
        last = MONDAY.date() + (number + draw(st.integers(0, 9))) * DAY
        closed.append(f"{MONDAY.date() + number * DAY} {last} dicht")
    working_hours = draw(st.integers(1, 60))
    return SimpleNamespace(promise_hours="\n".join(lines), closed_days=closed, promise_working_hours=working_hours)


class TestAnyDesk:
    """Whatever its hours and days off are, and however often the asker has to do something."""

    @settings(deadline=None, max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture])
    @given(
        desk=desks(),
        start=st.integers(0, 60 * 24 * 60),
        waits=st.lists(st.tuples(st.integers(1, 5000), st.integers(1, 50000)), max_size=3),
    )
    def test_each_rung_comes_once_when_its_part_of_the_working_time_is_over(self, monkeypatch, desk, start, waits):
        """Counted is what the desk worked while the clock ran; from rung to rung, in their order."""
        planned, case, calendar = plan_here(monkeypatch), new(), promise.calendar_of(desk)
        now, used, moments = MONDAY + timedelta(minutes=start), 0, []
        promise.start(case, desk, now)
        for runs, still in [*waits, (0, 0)]:
            end = now + timedelta(minutes=runs) if runs else None
            while planned and (end is None or min(planned.values()) <= end):
                (moment,) = planned.values()
                moments.append(used + calendar.minutes(now, moment))
                case.clock["rung"] += 1
                promise.plan(case, desk)
            if end is None:
                break
            promise.pause(case, desk, end)
            assert planned == {}
            used, now = used + calendar.minutes(now, end), end + timedelta(minutes=still)
            promise.resume(case, desk, now)
        whole = desk.promise_working_hours * 60
        assert moments == pytest.approx([whole * part for part in promise.RUNGS.values()], abs=0.01)
        assert planned == {}
