"""Whether a partner is open, in words, at set moments."""

from datetime import datetime
from samenbeter.partners import opening
from samenbeter.partners import words
from zoneinfo import ZoneInfo
from zope.i18n import interpolate

import pytest


DAYS = ("maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag")
WEEK = "ma-vr 8.00-12.30, 13.00-17.00\nza 10.00-12.00"


def said(text, *moment):
    """Return (open, words) at a moment of November 2026 in Amsterdam; the 16th is a Monday."""
    line = opening.line(text, datetime(2026, 11, *moment, tzinfo=ZoneInfo("Europe/Amsterdam")), DAYS)
    return line and (line.open, interpolate(line.text.default, line.text.mapping))


@pytest.mark.parametrize(
    "moment, expected",
    [
        ((16, 7, 59), (False, "Nu dicht. Vandaag vanaf 8.00 uur")),
        ((16, 8, 0), (True, "Nu open, tot 12.30 uur")),
        ((16, 12, 30), (False, "Nu dicht. Vandaag vanaf 13.00 uur")),
        ((16, 16, 59), (True, "Nu open, tot 17.00 uur")),
        ((16, 17, 0), (False, "Nu dicht. Morgen vanaf 8.00 uur")),
        ((21, 12, 0), (False, "Nu dicht. Op maandag vanaf 8.00 uur")),
        ((22, 23, 59), (False, "Nu dicht. Morgen vanaf 8.00 uur")),
    ],
)
def test_through_the_week(moment, expected):
    """At the minute of opening it is open, at the minute of closing it is closed."""
    assert said(WEEK, *moment) == expected


@pytest.mark.parametrize(
    "text, moment, expected",
    [
        ("ma 9.00-10.00", (16, 10, 0), (False, "Nu dicht. Volgende week maandag vanaf 9.00 uur")),
        ("ma 18.00-24.00", (16, 23, 0), (True, "Nu open, tot 24.00 uur")),
        ("ma-zo 0.00-24.00", (16, 3, 0), (True, "Dag en nacht open")),
        ("ma-zo dicht", (16, 3, 0), (False, "Nu dicht")),
        ("", (16, 9, 0), None),
        (None, (16, 9, 0), None),
        ("bel even", (16, 9, 0), None),
    ],
)
def test_at_the_edges(text, moment, expected):
    """What cannot be known is not said."""
    assert said(text, *moment) == expected


def test_the_hour_of_summer_time_is_the_hour_on_the_wall():
    """On the night of 25 October the clock goes back: open at 8.00 all the same."""
    now = datetime(2026, 10, 25, 1, 30, tzinfo=ZoneInfo("Europe/Amsterdam"))
    line = opening.line("zo 8.00-9.00", now, DAYS)
    assert interpolate(line.text.default, line.text.mapping) == "Nu dicht. Vandaag vanaf 8.00 uur"


def test_short_texts_become_sentences():
    """With one full stop each."""
    assert words.sentences("Woensdag", "Gratis. ", None, " ", "Kom je ook?") == "Woensdag. Gratis. Kom je ook?"
