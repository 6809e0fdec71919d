"""How well a desk keeps its promise: a share that everybody may read, when it is about enough answers."""

from datetime import timedelta
from plone import api
from samenbeter import _
from samenbeter.shared import clock
from samenbeter.shared import counters
from samenbeter.vraagbaak.desk.counting import ANSWERED
from samenbeter.vraagbaak.desk.counting import IN_TIME
from samenbeter.vraagbaak.desk.counting import LATE
from samenbeter.vraagbaak.desk.counting import ROOM


DAYS = 90
LEAST = 10


def promise_kept(desk):
    """Return (answers in time, answers) of a desk in the last ninety days, today not counted."""
    first, last = span()
    series = counters.series(ROOM, ANSWERED, since=first, until=last)
    found = {which: sum(series.get((ROOM, ANSWERED, which, _uid(desk)), {}).values()) for which in (IN_TIME, LATE)}
    return found[IN_TIME], sum(found.values())


def span():
    """Return the (first, last) date: of today nobody can see an answer come in."""
    today = clock.today()
    return today - timedelta(days=DAYS), today - timedelta(days=1)


def _uid(desk):
    return api.content.get_uuid(desk)


def share(good, total):
    """Return a share in whole percents; None for too few. Never a whole hundred while something was late."""
    return None if total < LEAST else 100 * good // total


def sentence(desk):
    """Return "86 % kreeg op tijd antwoord, de laatste 90 dagen", a message; None for too few answers."""
    return in_words(*promise_kept(desk))


def in_words(good, total):
    """Return the same of these numbers."""
    found = share(good, total)
    if found is None:
        return None
    return _(
        "table_kept_share",
        default="${share} % van de vragen kreeg op tijd antwoord, de laatste 90 dagen.",
        mapping={"share": found},
    )
