"""Opening hours: what people type is read as they mean it."""

from datetime import date
from datetime import datetime
from hypothesis import given
from hypothesis import strategies as st
from samenbeter.shared import hours

import pytest


MONDAY = datetime(2026, 11, 23)


@pytest.mark.parametrize(
    "text, expected",
    [
        ("ma-vr 9.00-17.00", dict.fromkeys(range(5), ((540, 1020),))),
        ("ma 9:00-12:30, 13:00-17:00", {0: ((540, 750), (780, 1020))}),
        ("za-ma 10.00-11.00", {5: ((600, 660),), 6: ((600, 660),), 0: ((600, 660),)}),
        ("zo dicht", {6: ()}),
        ("", {}),
        ("MA: 9.00-10.00\n\nma 11.00-12.00", {0: ((540, 600), (660, 720))}),
        ("ma 0.00-24.00", {0: ((0, 1440),)}),
    ],
)
def test_hours_are_read(text, expected):
    assert hours.parse(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "soms",
        "ma 9-17",
        "ma 17.00-9.00",
        "ma 9.00-25.00",
        "ma 9.60-10.00",
        "ma 9.00-11.00, 10.00-12.00",
        "xx 9.00-10.00",
    ],
)
def test_what_cannot_be_read_names_its_line(text):
    with pytest.raises(hours.HoursError) as error:
        hours.parse(f"di 9.00-10.00\n{text}")
    assert error.value.line == 2


@pytest.mark.parametrize(
    "at, is_open, changes",
    [
        ("08:59", False, "09:00"),
        ("09:00", True, "12:30"),
        ("12:29", True, "12:30"),
        ("12:30", False, "13:00"),
        ("17:00", False, None),
    ],
)
def test_open_is_from_the_first_minute_up_to_the_last(at, is_open, changes):
    hour, minute = map(int, at.split(":"))
    found = hours.moment(hours.parse("ma 9.00-12.30, 13.00-17.00"), MONDAY.replace(hour=hour, minute=minute))
    assert found.open is is_open
    assert found.changes and (changes is None or found.changes.strftime("%H:%M") == changes)


def test_a_place_that_never_opens_never_changes():
    assert hours.moment({}, MONDAY) == hours.Moment(False, None)


@given(st.text(max_size=200))
def test_any_text_is_read_or_refused_by_line(text):
    try:
        week = hours.parse(text)
    except hours.HoursError as error:
        assert error.line >= 1
    else:
        assert all(0 <= day <= 6 for day in week)


@given(st.datetimes(datetime(2026, 1, 1), datetime(2027, 1, 1)))
def test_the_next_change_lies_ahead_and_changes(now):
    week = hours.parse("ma-vr 9.00-12.30, 13.00-17.00\nza 10.00-12.00")
    found = hours.moment(week, now)
    assert found.changes > now.replace(second=0, microsecond=0)
    assert hours.moment(week, found.changes).open is not found.open


@pytest.mark.parametrize(
    ("line", "days"),
    [
        ("2026-12-24", (24, 24)),
        ("2026-12-24 2026-12-31", (24, 31)),
        ("2026-12-24 t/m 2026-12-31 kerstvakantie", (24, 31)),
        (" 2026-12-24 - 2026-12-31 ", (24, 31)),
        ("2026-12-24 2e dag dicht, na 17.00", (24, 24)),
    ],
)
def test_days_are_read_with_what_people_write_around_them(line, days):
    """Between the dates, and behind them."""
    assert hours.days_of(line) == tuple(date(2026, 12, day) for day in days)


@pytest.mark.parametrize(
    "line",
    [
        "",
        "morgen",
        "24-12-2026",
        "kerst 2026-12-24",
        "2026-12-24 2026-12-23",
        "2026-12-24 2026-13-01",
        "2026-12-24 2027-1-3",
        "2026-12-24 3/1/2027",
        "2026-12-24 2026-12-25 2026-12-26",
    ],
)
def test_half_a_period_is_no_day(line):
    """Rather refused than read as something else."""
    assert hours.days_of(line) is None


@given(st.text(max_size=80))
def test_any_line_is_days_or_none(line):
    found = hours.days_of(line)
    assert found is None or found[0] <= found[1]
