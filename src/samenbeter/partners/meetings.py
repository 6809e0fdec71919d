"""Meetings: which come next, when that is in words, and their page. No meeting is loaded."""

from datetime import time
from plone import api
from plone.event.utils import pydt
from samenbeter import _
from samenbeter.partners import words
from samenbeter.shared.listing import known
from samenbeter.shared.occurrences import occurrences
from samenbeter.shared.relations import brains_by_uid
from zope.i18n import translate


PUBLISHED = {"portal_type": "Event", "review_state": "published"}
ATTENDANCE = {"online": _("meeting_online", default="Online"), "both": _("meeting_or_online", default="Ook online")}


def upcoming(**query):
    """Return [(start, end, brain)] of what is now or comes, soonest first."""
    brains = _catalog()(end={"query": words.now(), "range": "min"}, **PUBLISHED, **query)
    return sorted(map(next_time, brains), key=lambda item: (item[0], item[2].Title))


def past(**query):
    """Return the lazy catalog result of what has been, latest first."""
    now = words.now()
    return _catalog()(end={"query": now, "range": "max"}, sort_on="end", sort_order="descending", **PUBLISHED, **query)


def last_time(brain):
    """Return (start, end, brain) of the last time that a meeting was held."""
    now = words.now()
    dates = [(start, end) for start, end in occurrences(brain) if end < now]
    return (*max(dates), brain) if dates else (pydt(brain.start), pydt(brain.end), brain)


def next_time(brain):
    """Return (start, end, brain) of the next time that a meeting is held, or else of the last."""
    now = words.now()
    dates = [(start, end) for start, end in occurrences(brain) if end >= now]
    return (*min(dates), brain) if dates else last_time(brain)


def _catalog():
    return api.portal.get_tool("portal_catalog")


# -- in words


def local(moment):
    """Return a moment in the site's own time."""
    return pydt(moment).astimezone(words.now().tzinfo)


def when(start, end, sb, request, whole_day=False, open_end=False):
    """Return "donderdag 12 november, 19.30 tot 21.00 uur"."""
    start, end = local(start), local(end)
    first, last = _day(start, sb), _day(end, sb)
    one_day = start.date() == end.date()
    whole_day = whole_day or (start.time() == time(0) and end.time() >= time(23, 59))
    mapping = {"day": first, "last": last, "start": _clock(start), "end": _clock(end)}
    if whole_day:
        message = _("when_days", default="${day} tot en met ${last}", mapping=mapping)
        return first if one_day else translate(message, context=request)
    if open_end or (one_day and end.time() >= time(23, 59)):
        message = _("when_from", default="${day}, vanaf ${start} uur", mapping=mapping)
    elif one_day:
        message = _("when_day", default="${day}, ${start} tot ${end} uur", mapping=mapping)
    else:
        message = _("when_long", default="${day} ${start} uur tot ${last} ${end} uur", mapping=mapping)
    return translate(message, context=request)


def _day(moment, sb):
    """Return the day with its name; the year only when it is another than this."""
    day = sb.day(moment)
    return day if moment.year == words.now().year else f"{day} {moment.year}"


def _clock(moment):
    return f"{moment.hour}.{moment.minute:02}"


def rows(found, sb, request, organiser=True):
    """Return (start, end, brain) as rows of a list; the organisers come by one query."""
    facts = [known(brain.sb_facts, {}) for _start, _end, brain in found]
    organisers = brains_by_uid(fact.get("organiser") for fact in facts) if organiser else {}
    return [
        {
            "title": brain.Title,
            "url": brain.getURL(),
            "text": brain.Description,
            "lang": sb.content_lang(brain),
            "icon": "calendar",
            "when": capital(when(start, end, sb, request)),
            "place": place(brain.location, fact.get("attendance")),
            "online": ATTENDANCE.get(fact.get("attendance")),
            "organiser": organisers.get(fact.get("organiser")),
        }
        for (start, end, brain), fact in zip(found, facts, strict=True)
    ]


def place(location, attendance):
    """Return where to go; nothing for a meeting that is only online."""
    return "" if attendance == "online" else known(location, "")


def capital(text):
    """Return a text with a capital; the rest stays as it is."""
    return text[:1].upper() + text[1:]
