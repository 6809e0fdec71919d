"""The clock of a case: a promise in working time, that stands still while the asker has to do something.

``case.clock`` holds {"minutes": of the promise, "used": before ``since``, "since": from when it runs, or "",
"due": moment or "", "rung": the last rung of the escalation that was done, "job": id of what is due}.
All functions change the case and schedule in the current transaction; who calls them saves the case.
"""

from datetime import date
from samenbeter.shared import clock
from samenbeter.shared import hours
from samenbeter.shared import jobs
from samenbeter.vraagbaak.cases.case import moment
from samenbeter.vraagbaak.cases.working_time import Calendar


JOB = "samenbeter.vraagbaak.clock"
# rung: after which part of the promise
REMIND, BACK_UP, CHIEF = 1, 2, 3
RUNGS = {REMIND: 0.75, BACK_UP: 1.0, CHIEF: 1.25}


def calendar_of(desk):
    """Return the Calendar of a desk, as its settings are now."""
    try:
        week = hours.parse(desk.promise_hours or "")
    except hours.HoursError:
        week = {}
    return Calendar(week, closed_days(desk.closed_days or ()))


def closed_days(lines):
    """Return the dates of lines such as "2026-12-24" or "2026-12-24 2027-01-03 kerstvakantie"; others are left out."""
    found = set()
    for first, last in filter(None, map(hours.days_of, lines)):
        found.update(date.fromordinal(day) for day in range(first.toordinal(), last.toordinal() + 1))
    return found


def minutes_of(desk):
    """Return the promise of a desk, in working minutes."""
    return (desk.promise_working_hours or 8) * 60


def promised(desk, now=None):
    """Return the moment by which who asks now gets an answer, a datetime in UTC."""
    return calendar_of(desk).due(now or clock.now(), minutes_of(desk))


def start(case, desk, now=None):
    """Begin to count, or begin anew for a case that was reopened."""
    case.clock = {
        "minutes": minutes_of(desk),
        "used": 0,
        "since": "",
        "due": "",
        "rung": 0,
        "job": case.clock.get("job"),
    }
    resume(case, desk, now)


def resume(case, desk, now=None):
    """Go on counting: the promise moves by the time that it stood still."""
    now = now or clock.now()
    _use(case, desk, now)
    left = max(case.clock["minutes"] - case.clock["used"], 0)
    case.clock["since"] = now.isoformat()
    case.clock["due"] = calendar_of(desk).due(now, left).isoformat()
    plan(case, desk)


def pause(case, desk, now=None):
    """Stand still: nothing is due, and nobody is reminded."""
    _use(case, desk, now or clock.now())
    case.clock["since"] = case.clock["due"] = ""
    _cancel(case)


def _use(case, desk, now):
    # what runs already, or stands still already, is counted once
    if case.clock.get("since"):
        case.clock["used"] += calendar_of(desk).minutes(moment(case.clock["since"]), now)


def stop(case, desk, now=None):
    """Stop for good: answered, rejected or closed."""
    pause(case, desk, now)


def rung_moment(case, desk, rung):
    """Return when a rung of the escalation is due, a datetime in UTC; None while the clock stands still."""
    if not case.clock.get("since"):
        return None
    needed = case.clock["minutes"] * RUNGS[rung] - case.clock["used"]
    return calendar_of(desk).due(moment(case.clock["since"]), needed)


def plan(case, desk):
    """Let the next rung be done when it is due, by the job of the clock; what was planned before is taken away."""
    _cancel(case)
    following = [rung for rung in RUNGS if rung > case.clock["rung"]]
    when = rung_moment(case, desk, following[0]) if following else None
    if when is not None:
        case.clock["job"] = jobs.schedule(JOB, when, case.id)


def _cancel(case):
    if case.clock.get("job"):
        jobs.cancel(case.clock["job"])
    case.clock["job"] = ""
