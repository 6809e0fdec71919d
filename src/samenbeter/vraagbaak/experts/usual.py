"""How long a partner usually takes to answer, in working hours: for editors who choose whom to ask.

It is counted for each answer, so no consultation and no question is opened to know it, and it outlasts both.
Counters: ("vraagbaak", "took", partner UID, hours).
"""

from datetime import timedelta
from math import ceil
from samenbeter import _
from samenbeter.shared import clock
from samenbeter.shared import counters
from samenbeter.vraagbaak.cases import promise
from samenbeter.vraagbaak.cases.case import moment
from statistics import median_high

import transaction


ROOM, TOOK = "vraagbaak", "took"
DAYS = 365
# fewer say nothing about the next one
LEAST = 5
# who takes longer is not told apart
MOST_HOURS = 200


def count_answered(consultation, desk, now=None):
    """Count how long an answer took, once the current transaction is committed.

    :param consultation: that was answered.
    :param desk: whose hours are worked.
    """
    minutes = promise.calendar_of(desk).minutes(moment(consultation.asked), now or clock.now())
    hours = min(max(1, ceil(minutes / 60)), MOST_HOURS)
    transaction.get().addAfterCommitHook(_count, (consultation.partner, str(hours)))


def _count(success, partner, hours):
    if success:
        counters.count(ROOM, TOOK, partner, hours)


def hours_of_all():
    """Return {partner UID: working hours within which half of its answers came}, of the last year.

    A partner with few answers is not in it.
    """
    found = {}
    for (*_words, partner, hours), periods in counters.series(ROOM, TOOK, since=_since()).items():
        found.setdefault(partner, []).extend([int(hours)] * sum(periods.values()))
    return {partner: median_high(hours) for partner, hours in found.items() if len(hours) >= LEAST}


def _since():
    return clock.today() - timedelta(days=DAYS)


def in_words(hours):
    """Return such a number of hours as a message; None for none."""
    if hours is None:
        return None
    if hours == 1:
        return _("expert_usual_one", default="Antwoordt meestal binnen één werkuur.")
    return _("expert_usual", default="Antwoordt meestal binnen ${count} werkuren.", mapping={"count": hours})
