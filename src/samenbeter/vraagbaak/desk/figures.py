"""How well a desk keeps its promise: counted for each answer, and shown when it is about enough of them."""

from datetime import timedelta
from plone import api
from samenbeter import _
from samenbeter.shared import clock
from samenbeter.shared import counters

import transaction


DAYS = 90
LEAST = 10
IN_TIME, LATE = "in_time", "late"


def count_answered(case, desk, now=None):
    """Count an answer as in time or late, once the current transaction is committed.

    :param case: as it was before its clock was stopped.
    """
    due, now = case.due, now or clock.now()
    which = LATE if due is not None and due < now else IN_TIME
    transaction.get().addAfterCommitHook(_count, (which, api.content.get_uuid(desk)))


def _count(success, which, uid):
    if success:
        counters.count("vraagbaak", "answered", which, uid)


def promise_kept(desk):
    """Return (answers in time, answers) of a desk in the last ninety days."""
    uid, since = api.content.get_uuid(desk), clock.today() - timedelta(days=DAYS)
    found = {which: counters.total("vraagbaak", "answered", which, uid, since=since) for which in (IN_TIME, LATE)}
    return found[IN_TIME], found[IN_TIME] + found[LATE]


def sentence(desk):
    """Return "19 van de 22 vragen kregen op tijd antwoord", a message; None for too few answers."""
    return in_words(*promise_kept(desk))


def in_words(good, total):
    """Return the same of these numbers."""
    if total < LEAST:
        return None
    return _(
        "table_kept_of",
        default="${count} van de ${total} vragen kregen op tijd antwoord, de laatste 90 dagen.",
        mapping={"count": good, "total": total},
    )
