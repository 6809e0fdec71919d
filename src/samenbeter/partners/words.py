"""Small texts of this room: whether it is open now, and short texts joined to sentences."""

from datetime import datetime
from plone import api
from samenbeter.partners import opening
from samenbeter.shared.openings import WEEKDAYS
from zoneinfo import ZoneInfo
from zope.i18n import translate


TIMEZONE = "Europe/Amsterdam"


def now():
    """Return the moment in the site's own time."""
    name = api.portal.get_registry_record("plone.portal_timezone", default=None)
    return datetime.now(ZoneInfo(name or TIMEZONE))


def day_names(request):
    """Return the names of the days as they stand in a sentence, Monday first."""
    return [translate(f"weekday_{day}", domain="plonelocales", context=request) for day in WEEKDAYS]


def opening_line(text, request):
    """Return {"open", "text"} about this moment, or None when no hours are known."""
    line = opening.line(text, now(), day_names(request))
    return line and {"open": line.open, "text": translate(line.text, context=request)}


def sentences(*texts):
    """Return short texts as one line of sentences: each ends with a full stop."""
    found = [text.strip() for text in texts if text and text.strip()]
    return " ".join(text if text[-1] in ".!?" else f"{text}." for text in found)


def kicker(text):
    """Return a text without its full stop, for a tag."""
    return (text or "").strip().removesuffix(".")


def unbroken(times):
    """Return "9.00 – 17.00" so that a narrow column does not break it; the word joiner keeps the dash in line."""
    return times.replace(" – ", "\u00a0–\u2060\u00a0")
