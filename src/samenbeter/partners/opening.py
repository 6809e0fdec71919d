"""When a partner is open, in words: pure functions over its opening hours."""

from dataclasses import dataclass
from samenbeter import _
from samenbeter.shared import hours


ALWAYS = dict.fromkeys(range(7), ((0, hours.MINUTES_OF_A_DAY),))


@dataclass(frozen=True)
class Line:
    """One line about now: whether it is open, and what to say."""

    open: bool
    text: str


def week_of(text):
    """Return the hours of a week as ``hours.parse`` does; nothing for a text that cannot be read."""
    try:
        return hours.parse(text)
    except hours.HoursError:
        return {}


def line(text, now, day_names):
    """Return the Line for opening hours at the local moment ``now``; None when no hours are known.

    :param text: the opening hours as they are stored.
    :param day_names: names of the days, Monday first, as they stand in a sentence.
    """
    week = week_of(text)
    if not week:
        return None
    if week == ALWAYS:
        return Line(True, _("open_always", default="Dag en nacht open"))
    moment = hours.moment(week, now)
    if moment.changes is None:
        return Line(False, _("closed_now", default="Nu dicht"))
    if moment.open:
        return Line(True, _("open_until", default="Nu open, tot ${time} uur", mapping={"time": _end(moment, now)}))
    return Line(False, _closed(moment.changes, now, day_names))


def _end(moment, now):
    """Return the time of closing; midnight is 24.00, not 0.00."""
    minutes = moment.changes.hour * 60 + moment.changes.minute
    return hours.clock(minutes if moment.changes.date() == now.date() else hours.MINUTES_OF_A_DAY)


def _closed(opens, now, day_names):
    time = hours.clock(opens.hour * 60 + opens.minute)
    days = (opens.date() - now.date()).days
    if days == 0:
        return _("closed_today", default="Nu dicht. Vandaag vanaf ${time} uur", mapping={"time": time})
    if days == 1:
        return _("closed_tomorrow", default="Nu dicht. Morgen vanaf ${time} uur", mapping={"time": time})
    mapping = {"day": day_names[opens.weekday()], "time": time}
    if days == 7:
        return _("closed_next_week", default="Nu dicht. Volgende week ${day} vanaf ${time} uur", mapping=mapping)
    return _("closed_until_day", default="Nu dicht. Op ${day} vanaf ${time} uur", mapping=mapping)
