"""Working hours: when a promise is due, and how much working time lies between two moments. Pure.

Days begin and end in the time of the neighbourhood; what is computed with are moments in UTC, so that
the two nights on which the clock is set do not matter.
"""

from datetime import datetime
from datetime import timedelta
from datetime import timezone
from functools import lru_cache
from zoneinfo import ZoneInfo

import holidays


ZONE = ZoneInfo("Europe/Amsterdam")
# two years without one open hour are no calendar: further ahead nothing is looked up
HORIZON = 800
WHOLE_DAY = dict.fromkeys(range(7), ((0, 24 * 60),))


@lru_cache(maxsize=64)
def _public(year):
    # a whole year at once: while the library fills its own table, another thread would find a day missing
    return dict(holidays.country_holidays("NL", years=year, language="nl"))


def public_holiday(day):
    """Return the name of the Dutch public holiday on a date; None when it is none."""
    return _public(day.year).get(day)


class Calendar:
    """The working hours of a desk.

    :param week: {weekday 0..6: ((start, end) in minutes, ...)} as ``shared.hours.parse`` returns; empty: always.
    :param closed: dates on which nobody works.
    :param with_holidays: whether Dutch public holidays are closed too.
    """

    def __init__(self, week, closed=(), with_holidays=True):
        self.week = week if any(week.values()) else WHOLE_DAY
        self.closed = frozenset(closed)
        self.with_holidays = with_holidays

    def is_closed(self, day):
        """Return whether nobody works on a date: a day off, or a public holiday."""
        return day in self.closed or (self.with_holidays and public_holiday(day) is not None)

    def spans(self, day):
        """Return the (start, end) of a date, datetimes in UTC, in order."""
        if self.is_closed(day):
            return []
        found = [(_moment(day, start), _moment(day, end)) for start, end in self.week.get(day.weekday(), ())]
        # the hour that the clock jumps over in spring is none
        return [(start, end) for start, end in found if start < end]

    def due(self, start, minutes):
        """Return the moment at which so many working minutes have passed since a moment; never before it.

        :param start: a datetime with a zone.
        :param minutes: a number; nought or less: the moment itself.
        """
        start = start.astimezone(timezone.utc)
        left = timedelta(minutes=minutes)
        if left <= timedelta():
            return start
        day, barren = start.astimezone(ZONE).date(), 0
        while barren < HORIZON:
            spans = self.spans(day)
            for opens, closes in spans:
                opens = max(opens, start)
                if closes - opens >= left:
                    return opens + left
                left -= max(closes - opens, timedelta())
            barren = 0 if spans else barren + 1
            day += timedelta(days=1)
        return _moment(day, 0)

    def minutes(self, start, end):
        """Return how many working minutes lie between two moments; nought when the second is not later."""
        start, end = start.astimezone(timezone.utc), end.astimezone(timezone.utc)
        day, last, found = start.astimezone(ZONE).date(), end.astimezone(ZONE).date(), timedelta()
        while day <= last:
            for opens, closes in self.spans(day):
                found += max(min(closes, end) - max(opens, start), timedelta())
            day += timedelta(days=1)
        return found / timedelta(minutes=1)


def _moment(day, minute):
    days, minute = divmod(minute, 24 * 60)
    midnight = datetime.combine(day + timedelta(days=days), datetime.min.time(), ZONE)
    local = midnight.replace(hour=minute // 60, minute=minute % 60)
    found = local.astimezone(timezone.utc)
    if found.astimezone(ZONE).time() != local.time():
        # half past two on the night in spring: there is none, the clock jumps from two to three
        found = local.replace(hour=local.hour + 1, minute=0).astimezone(timezone.utc)
    return found
