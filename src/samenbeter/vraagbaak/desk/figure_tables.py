"""The figures of a desk, made of counters. Each month that is over stands on its own, and no small number is in it.

A month that is not over is left out: whoever looks twice would see one person come. There are no sums over months:
with them a number that a month hides could be reckoned.
"""

from functools import cached_property
from plone import api
from samenbeter.shared import clock
from samenbeter.shared import counters
from samenbeter.shared import referral_counts
from samenbeter.shared.small_cells import protect
from samenbeter.shared.small_cells import shown
from samenbeter.vraagbaak.desk import counting
from samenbeter.vraagbaak.desk import figures

import datetime
import math


MONTHS = 12
REFERRAL = "referral_"
# what is counted by theme; the rest is not known by theme
BY_THEME = (
    counting.FIRST_THEME,
    *counting.OUTCOMES,
    *(f"{REFERRAL}{outcome}" for outcome in referral_counts.OUTCOMES),
)
ALONE = (counting.ASKED, counting.DEFLECTED)
# not all that the room counts: how often each page was read grows with the pages
READ = (*ALONE, counting.ANSWERED, counting.FIRST_THEME, counting.FIRST_TIME, counting.SAID)
MEASURES = (counting.ASKED, *BY_THEME, counting.DEFLECTED)
SHARE, MEDIAN, P90 = "in_time_percent", "median_hours", "p90_hours"


def percentile(histogram, part):
    """Return within how many working hours a part of the first answers came; None for too few or for longer than known.

    :param histogram: {bucket: number}.
    :param part: 0.5 for the median.
    """
    total = sum(histogram.values())
    if total < figures.LEAST:
        return None
    wanted, so_far = math.ceil(total * part), 0
    for bound in counting.BOUNDS:
        so_far += histogram.get(str(bound), 0)
        if so_far >= wanted:
            return bound / 60
    return None


def months_before(today, count=MONTHS):
    """Return the first days of the months that are over, oldest first."""
    found, first = [], today.replace(day=1)
    for _number in range(count):
        first = (first - datetime.timedelta(days=1)).replace(day=1)
        found.append(first)
    return found[::-1]


class Figures:
    """The figures of a desk, as they are today: a fixed number of looks at the counters.

    :param desk: the Vraagbaak; who may see it was asked before.
    """

    def __init__(self, desk):
        self.uid = api.content.get_uuid(desk)
        self.months = months_before(clock.today())
        self.first = self.months[0]

    @cached_property
    def _series(self):
        """Return {what: [(words after it, {day or month: number})]} of this desk."""
        found = {}
        for what in READ:
            series = counters.series(counting.ROOM, what, since=self.first)
            found[what] = [(key[2:-1], periods) for key, periods in series.items() if key[-1] == self.uid]
        return found

    @cached_property
    def _counted(self):
        """Return {(measure, month, theme or ""): number}."""
        found = {}

        def add(measure, theme, periods):
            for period, number in periods.items():
                place = measure, period[:7], theme
                found[place] = found.get(place, 0) + number

        for what in ALONE:
            for _words, periods in self._series.get(what, ()):
                add(what, "", periods)
        for words, periods in self._series.get(counting.FIRST_THEME, ()):
            add(counting.FIRST_THEME, words[0], periods)
        for words, periods in self._series.get(counting.SAID, ()):
            add(words[0], words[1], periods)
        for outcome, theme, periods in referral_counts.read(self.uid, since=self.first):
            add(f"{REFERRAL}{outcome}", theme, periods)
        return found

    @cached_property
    def themes(self):
        """Return the themes under which something was counted, by name."""
        kept = {day.isoformat()[:7] for day in self.months}
        return sorted({theme for _measure, month, theme in self._counted if theme and month in kept})

    @cached_property
    def rows(self):
        """Return [{"month": "2026-10", measure: number or None, ..., "themes": {theme: {measure: number or None}}}]."""
        return [self._row(day.isoformat()[:7]) for day in self.months]

    def _row(self, month):
        row = {"month": month, "themes": {theme: {} for theme in self.themes}}
        for measure in ALONE:
            row[measure] = shown(self._counted.get((measure, month, ""), 0))
        for measure in BY_THEME:
            parts = {theme: self._counted.get((measure, month, theme), 0) for theme in self.themes}
            cells, row[measure] = protect(parts)
            for theme, number in cells.items():
                row["themes"][theme][measure] = number
        times = self._times(lambda period: period[:7] == month)
        row[SHARE] = figures.share(*self._kept(month))
        row[MEDIAN], row[P90] = percentile(times, 0.5), percentile(times, 0.9)
        return row

    def _kept(self, month):
        numbers = dict.fromkeys((counting.IN_TIME, counting.LATE), 0)
        for (which,), periods in self._series.get(counting.ANSWERED, ()):
            numbers[which] += sum(number for period, number in periods.items() if period[:7] == month)
        return numbers[counting.IN_TIME], sum(numbers.values())

    def _times(self, fits):
        found = {}
        for (bucket,), periods in self._series.get(counting.FIRST_TIME, ()):
            found[bucket] = sum(number for period, number in periods.items() if fits(period))
        return found

    @cached_property
    def recent(self):
        """Return {SHARE, MEDIAN, P90} of the last ninety days; None for too few."""
        first, last = (day.isoformat() for day in figures.span())

        def fits(period):
            return first <= period <= last

        good = total = 0
        for (which,), periods in self._series.get(counting.ANSWERED, ()):
            number = sum(number for period, number in periods.items() if fits(period))
            total += number
            good += number if which == counting.IN_TIME else 0
        times = self._times(fits)
        return {SHARE: figures.share(good, total), MEDIAN: percentile(times, 0.5), P90: percentile(times, 0.9)}

    def table(self):
        """Return all of it as rows for a CSV: each month as a whole, then by theme; "" for what is not shown."""
        yield ["month", "theme", *MEASURES, SHARE, MEDIAN, P90]
        for row in self.rows:
            yield [row["month"], "", *(_cell(row[name]) for name in (*MEASURES, SHARE, MEDIAN, P90))]
            for theme, cells in row["themes"].items():
                yield [row["month"], theme, *(_cell(cells.get(name)) for name in MEASURES), "", "", ""]


def _cell(number):
    return "" if number is None else number
