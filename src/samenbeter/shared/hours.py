"""Weekly opening hours as people type them: pure functions, no Plone.

One line for each day or range of days: ``ma-vr 9.00-12.30, 13.00-17.00``.
A day that is not named is closed. Times are local, whole minutes.
"""

from dataclasses import dataclass
from datetime import date
from datetime import datetime
from datetime import timedelta

import re


DAYS = ("ma", "di", "wo", "do", "vr", "za", "zo")
_LINE = re.compile(r"^(ma|di|wo|do|vr|za|zo)(?:\s*-\s*(ma|di|wo|do|vr|za|zo))?\s*:?\s+(.+)$")
_SPAN = re.compile(r"^(\d{1,2})[.:](\d{2})\s*-\s*(\d{1,2})[.:](\d{2})$")
# what somebody means as a date, whether or not it is one
_DATE = re.compile(r"^\d+([-/.])\d+\1\d+$")
MINUTES_OF_A_DAY = 24 * 60


class HoursError(ValueError):
    """A line that cannot be read. ``line`` is its number (from 1), ``text`` what it says."""

    def __init__(self, line, text):
        super().__init__(f"line {line}")
        self.line = line
        self.text = text


@dataclass(frozen=True)
class Moment:
    """Whether it is open now, and the next moment that this changes (None: never)."""

    open: bool
    changes: datetime | None


def parse(text):
    """Return {weekday 0..6: sorted tuple of (start, end) in minutes}.

    Raises HoursError for a line with an unknown day, a wrong time, an end
    before its start, or times that overlap others of the same day.
    """
    week = {}
    for number, line in enumerate((text or "").splitlines(), 1):
        line = line.strip().lower()
        if not line:
            continue
        match = _LINE.match(line)
        if not match:
            raise HoursError(number, line)
        spans = _spans(match.group(3), number, line)
        for day in _days(match.group(1), match.group(2)):
            week[day] = _merged(week.get(day, ()) + spans, number, line)
    return week


def _days(first, last):
    start = DAYS.index(first)
    end = DAYS.index(last) if last else start
    return range(start, end + 1) if start <= end else [*range(start, 7), *range(end + 1)]


def _spans(text, number, line):
    if text in ("dicht", "gesloten"):
        return ()
    spans = []
    for part in text.split(","):
        match = _SPAN.match(part.strip())
        if not match:
            raise HoursError(number, line)
        start_hour, start_minute, end_hour, end_minute = map(int, match.groups())
        start, end = start_hour * 60 + start_minute, end_hour * 60 + end_minute
        if max(start_minute, end_minute) > 59 or not start < end <= MINUTES_OF_A_DAY:
            raise HoursError(number, line)
        spans.append((start, end))
    return tuple(spans)


def _merged(spans, number, line):
    spans = tuple(sorted(spans))
    for before, after in zip(spans, spans[1:], strict=False):
        if after[0] < before[1]:
            raise HoursError(number, line)
    return spans


def moment(week, now):
    """Return the Moment for these hours at the local datetime ``now``."""
    minute = now.hour * 60 + now.minute
    midnight = now.replace(hour=0, minute=0, second=0, microsecond=0)
    for start, end in week.get(now.weekday(), ()):
        if start <= minute < end:
            return Moment(True, midnight + timedelta(minutes=end))
    for ahead in range(8):
        day = midnight + timedelta(days=ahead)
        for start, _end in week.get(day.weekday(), ()):
            if ahead or start > minute:
                return Moment(False, day + timedelta(minutes=start))
    return Moment(False, None)


def clock(minutes):
    """Return minutes since midnight as Dutch clock time: 540 gives "9.00"."""
    return f"{minutes // 60}.{minutes % 60:02}"


def table(week):
    """Return rows ((first day, last day), "9.00 – 17.00" or ""), days 0..6, equal days joined."""
    rows = []
    for day in range(7):
        times = ", ".join(f"{clock(start)} – {clock(end)}" for start, end in week.get(day, ()))
        if rows and rows[-1][1] == times:
            rows[-1] = ((rows[-1][0][0], day), times)
        else:
            rows.append(((day, day), times))
    return rows


def days_of(line):
    """Return the (first, last) date of a line such as "2026-12-24" or "2026-12-24 t/m 2027-01-03 kerst".

    None when it does not begin with a date, has more than two, or one that does not exist or comes before the first:
    half a period that counts as one day would be noticed too late.
    """
    words = line.split()
    found = [word for word in words if _DATE.match(word)]
    if not 1 <= len(found) <= 2 or found[0] != words[0]:
        return None
    try:
        first, last = date.fromisoformat(found[0]), date.fromisoformat(found[-1])
    except ValueError:
        return None
    return (first, last) if first <= last else None
