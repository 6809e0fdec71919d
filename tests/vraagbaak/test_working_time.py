"""Working time: what a promise of so many hours means, over any calendar."""

from datetime import date
from datetime import datetime
from datetime import timedelta
from datetime import timezone
from hypothesis import given
from hypothesis import settings
from hypothesis import strategies as st
from samenbeter.shared import hours
from samenbeter.vraagbaak.cases.promise import closed_days
from samenbeter.vraagbaak.cases.working_time import Calendar
from samenbeter.vraagbaak.cases.working_time import public_holiday
from samenbeter.vraagbaak.cases.working_time import ZONE

import pytest


MINUTE, DAY = timedelta(minutes=1), timedelta(days=1)
OFFICE = hours.parse("ma-vr 9.00-17.00")
FIRST, LAST = datetime(2024, 1, 1, tzinfo=timezone.utc), datetime(2031, 12, 31, tzinfo=timezone.utc)


def local(*moment):
    """Return a moment in the time of the neighbourhood."""
    return datetime(*moment, tzinfo=ZONE)


@st.composite
def spans(draw):
    """Draw the hours of one day: up to three spans, which may touch."""
    borders = sorted(draw(st.lists(st.integers(0, 24 * 60), max_size=6)))
    pairs = zip(borders[::2], borders[1::2], strict=False)
    return tuple((start, end) for start, end in pairs if start < end)


# from a moment that there was: the clock of Amsterdam skips an hour in March
moments = st.builds(
    lambda moment, zone: moment.astimezone(zone),
    st.datetimes(FIRST.replace(tzinfo=None), LAST.replace(tzinfo=None), timezones=st.just(timezone.utc)),
    st.sampled_from([timezone.utc, ZONE]),
)
days = st.dates(FIRST.date(), LAST.date())
weeks = st.dictionaries(st.integers(0, 6), spans(), max_size=7)
calendars = st.builds(Calendar, week=weeks, closed=st.lists(days, max_size=8), with_holidays=st.booleans())
promises = st.integers(0, 60 * 60)


class TestAnyCalendar:
    """Whatever the hours, days off and moment are."""

    @settings(deadline=None, max_examples=300)
    @given(calendar=calendars, start=moments, minutes=promises)
    def test_what_was_promised_is_what_passes(self, calendar, start, minutes):
        """The working time until the due moment is the promise, to the minute, and it is never before the start."""
        due = calendar.due(start, minutes)
        assert due >= start
        assert calendar.minutes(start, due) == minutes

    @settings(deadline=None, max_examples=200)
    @given(calendar=calendars, start=moments, minutes=st.integers(1, 60 * 60))
    def test_it_is_due_while_somebody_works(self, calendar, start, minutes):
        """Within the hours of its own day, at the latest when they end."""
        due = calendar.due(start, minutes)
        # what ends at midnight is of the day before
        day = (due - MINUTE / 60).astimezone(ZONE).date()
        assert any(opens < due <= closes for opens, closes in calendar.spans(day))

    @settings(deadline=None, max_examples=200)
    @given(calendar=calendars, start=moments, one=promises, other=promises, later=st.timedeltas(timedelta(), 20 * DAY))
    def test_more_time_or_a_later_start_is_never_due_earlier(self, calendar, start, one, other, later):
        """The order stays."""
        one, other = sorted((one, other))
        assert calendar.due(start, one) <= calendar.due(start, other)
        assert calendar.due(start, one) <= calendar.due(start + later, one)

    @settings(deadline=None, max_examples=200)
    @given(
        calendar=calendars, start=moments, parts=st.lists(st.timedeltas(timedelta(), 20 * DAY), min_size=2, max_size=2)
    )
    def test_time_in_parts_is_the_time_of_the_whole(self, calendar, start, parts):
        """As when a clock stands still in between."""
        start = start.astimezone(timezone.utc)
        middle, end = start + parts[0], start + parts[0] + parts[1]
        total = calendar.minutes(start, middle) + calendar.minutes(middle, end)
        assert total == pytest.approx(calendar.minutes(start, end), abs=1e-6)
        assert calendar.minutes(end, start) == 0 or start == end

    @settings(deadline=None, max_examples=40)
    @given(calendar=calendars, day=days, minute=st.integers(0, 1439), length=st.integers(0, 3 * 1440))
    def test_it_counts_as_one_who_looks_at_the_clock_each_minute(self, calendar, day, minute, length):
        """Against the plainest way to count, on days on which no clock is set."""
        start = datetime.combine(day, datetime.min.time(), ZONE) + minute * MINUTE
        start = start.astimezone(timezone.utc)
        if start.astimezone(ZONE).utcoffset() != (start + length * MINUTE).astimezone(ZONE).utcoffset():
            return
        assert calendar.minutes(start, start + length * MINUTE) == sum(
            works(calendar, (start + number * MINUTE).astimezone(ZONE)) for number in range(length)
        )


def works(calendar, moment):
    """Return whether somebody works in this minute, told from the settings."""
    if calendar.is_closed(moment.date()):
        return False
    minute = moment.hour * 60 + moment.minute
    return any(start <= minute < end for start, end in calendar.week.get(moment.weekday(), ()))


class TestExamples:
    """As people would count."""

    @pytest.mark.parametrize(
        ("asked", "due"),
        [
            ((2026, 11, 27, 16, 30), (2026, 11, 30, 12, 30)),
            ((2026, 11, 28, 3, 0), (2026, 11, 30, 13, 0)),
            ((2026, 11, 30, 13, 0), (2026, 11, 30, 17, 0)),
            ((2026, 11, 30, 17, 0), (2026, 12, 1, 13, 0)),
            ((2026, 4, 24, 16, 30), (2026, 4, 28, 12, 30)),
            ((2026, 12, 24, 16, 30), (2026, 12, 28, 12, 30)),
            ((2026, 12, 31, 16, 30), (2027, 1, 4, 12, 30)),
        ],
    )
    def test_four_hours_of_an_office(self, asked, due):
        """Over an evening, a weekend, King's day, Christmas and New Year."""
        assert Calendar(OFFICE).due(local(*asked), 240) == local(*due)

    def test_a_split_day(self):
        """The break does not count."""
        calendar = Calendar(hours.parse("ma-vr 9.00-12.00, 13.00-17.00"))
        assert calendar.due(local(2026, 11, 25, 11, 0), 120) == local(2026, 11, 25, 14, 0)
        assert calendar.due(local(2026, 11, 25, 12, 30), 60) == local(2026, 11, 25, 14, 0)

    def test_days_off(self):
        """One day, a period, and a word behind it; a line that is no date counts for nothing."""
        closed = closed_days(["2026-11-26", "2026-11-30 2026-12-01 opfrissen", "morgen"])
        assert Calendar(OFFICE, closed).due(local(2026, 11, 25, 16, 0), 600) == local(2026, 12, 2, 10, 0)

    def test_a_desk_without_hours_always_works(self):
        """But for public holidays."""
        for week in ({}, {0: (), 3: ()}):
            assert Calendar(week).due(local(2026, 11, 28, 23, 0), 120) == local(2026, 11, 29, 1, 0)
            assert Calendar(week).due(local(2026, 12, 24, 23, 0), 120) == local(2026, 12, 27, 1, 0)

    def test_a_promise_of_years_is_kept_by_an_hour_a_week(self):
        """Two hundred hours of a desk that opens one hour a week."""
        calendar = Calendar(hours.parse("do 10.00-11.00"), with_holidays=False)
        due = calendar.due(local(2026, 11, 26, 9, 0), 200 * 60)
        assert due == local(2026, 11, 26, 11, 0) + 199 * 7 * DAY
        assert calendar.minutes(local(2026, 11, 26, 9, 0), due) == 200 * 60

    def test_a_desk_that_is_never_open_still_has_a_moment(self):
        """Closed for years: the search ends."""
        closed = closed_days(["2026-01-01 2036-01-01"])
        assert Calendar(OFFICE, closed).due(local(2026, 11, 26, 9, 0), 1) > local(2028, 11, 26)


class TestHolidays:
    """Dutch public holidays."""

    @pytest.mark.parametrize(
        "day",
        [
            (2026, 1, 1),
            (2026, 4, 6),
            (2026, 4, 27),
            (2025, 4, 26),
            (2031, 4, 26),
            (2025, 5, 5),
            (2030, 5, 5),
            (2026, 5, 14),
            (2026, 5, 25),
            (2027, 3, 28),
            (2027, 3, 29),
            (2026, 12, 25),
            (2026, 12, 26),
        ],
    )
    def test_are_not_worked(self, day):
        """Easter, Ascension and Whitsun move; King's day is on the 26th when the 27th is a Sunday."""
        assert public_holiday(date(*day))
        assert Calendar({}).spans(date(*day)) == []
        assert Calendar({}, with_holidays=False).spans(date(*day)) != []

    @pytest.mark.parametrize("day", [(2025, 4, 27), (2026, 4, 26), (2026, 5, 5), (2029, 5, 5), (2026, 12, 24)])
    def test_others_are(self, day):
        """The fifth of May is free once in five years."""
        assert public_holiday(date(*day)) is None


class TestNightsOnWhichTheClockIsSet:
    """29 March 2026 has no hour between two and three, 25 October 2026 has it twice."""

    def test_office_hours_stay_at_the_same_time(self):
        """Friday afternoon to Monday morning."""
        for friday in ((2026, 3, 27), (2026, 10, 23)):
            due = Calendar(OFFICE).due(local(*friday, 16, 0), 120)
            assert due == local(*friday, 10, 0) + 3 * DAY
            assert due.astimezone(ZONE).hour == 10

    def test_a_whole_day_has_as_many_hours_as_it_has(self):
        """Of desks that are open day and night."""
        calendar = Calendar({}, with_holidays=False)
        for day, found in (((2026, 3, 29), 23), ((2026, 10, 25), 25), ((2026, 10, 26), 24)):
            assert calendar.minutes(local(*day), local(*day) + DAY) == found * 60

    def test_an_hour_that_is_not_there_does_not_count(self):
        """And what begins in it begins at three."""
        assert Calendar({6: ((120, 180),)}).spans(date(2026, 3, 29)) == []
        assert Calendar({6: ((150, 170),)}).spans(date(2026, 3, 29)) == []
        three = local(2026, 3, 29, 3, 0)
        assert Calendar({6: ((150, 240),)}).spans(date(2026, 3, 29)) == [(three, three + 60 * MINUTE)]
