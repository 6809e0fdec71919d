"""What the figures of a desk count, each at the act itself: once, after its transaction, and tied to no case.

Counters, all ("vraagbaak", what, ..., UID of the desk):
("asked", desk), a question came in; ("answered", IN_TIME or LATE, desk), an answer went out, also a second one;
("first_theme", theme, desk) and ("first_time", bucket, desk), the first answer of a question, and how long it took:
apart, because "grief, within an hour" on one day would be about somebody; ("said", what, theme, desk), the first thing
that an asker says of an answer; ("deflected", desk), found and not sent.
"""

from plone import api
from samenbeter.shared import clock
from samenbeter.shared import counters
from samenbeter.shared.referral_counts import theme_of
from samenbeter.vraagbaak.cases.case import ACTED
from samenbeter.vraagbaak.cases.case import HELPED
from samenbeter.vraagbaak.cases.case import STUCK


ROOM = "vraagbaak"
ASKED, ANSWERED, FIRST_THEME, FIRST_TIME = "asked", "answered", "first_theme", "first_time"
SAID, DEFLECTED = "said", "deflected"
IN_TIME, LATE = "in_time", "late"
OUTCOMES = (HELPED, ACTED, STUCK)
# upper bounds in working minutes; what takes longer than the last is counted under LONGER
HOURS = (0.5, 1, 1.5, 2, 3, 4, 5, 6, 7, 8, 10, 12, 16, 20, 24, 32, 40, 60, 80, 160)
BOUNDS = tuple(round(hours * 60) for hours in HOURS)
LONGER = "longer"


def count_asked(desk):
    """Count a question that came in."""
    counters.count_later(ROOM, ASKED, api.content.get_uuid(desk))


def count_answered(case, desk, now=None):
    """Count an answer as in time or late.

    :param case: as it was before its clock was stopped.
    """
    due, now = case.due, now or clock.now()
    which = LATE if due is not None and due < now else IN_TIME
    counters.count_later(ROOM, ANSWERED, which, api.content.get_uuid(desk))


def count_first(case, desk):
    """Count the first answer of a question: under its first theme, and how long it took. A second one counts nothing.

    :param case: its clock was stopped, and the answer is not in its timeline yet.
    """
    if any(event["what"] == "answered" for event in case.timeline):
        return
    uid = api.content.get_uuid(desk)
    counters.count_later(ROOM, FIRST_THEME, theme_of(case.themes), uid)
    counters.count_later(ROOM, FIRST_TIME, bucket(case.clock.get("used", 0)), uid)


def count_said(case, desk, what):
    """Count what an asker says of an answer: the first word counts, later ones do not.

    :param case: before what was said is in its timeline.
    :param desk: None, when it is gone, counts nothing.
    """
    if desk is not None and not said_of_answer(case):
        counters.count_later(ROOM, SAID, what, theme_of(case.themes), api.content.get_uuid(desk))


def count_deflected(desk):
    """Count that somebody found an answer while writing, and sent nothing. No transaction is needed for it."""
    return counters.count(ROOM, DEFLECTED, api.content.get_uuid(desk))


def said_of_answer(case):
    """Return the words of OUTCOMES that an asker said since the last answer, a set."""
    words = [event["what"] for event in case.timeline]
    last = max((place for place, word in enumerate(words) if word == "answered"), default=-1)
    return {word for word in words[last + 1 :] if word in OUTCOMES}


def bucket(minutes):
    """Return the word under which so many working minutes are counted.

    >>> bucket(45), bucket(99999)
    ('60', 'longer')
    """
    return next((str(bound) for bound in BOUNDS if minutes <= bound), LONGER)
