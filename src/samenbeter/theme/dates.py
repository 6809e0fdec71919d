"""Dates and times as people write them, in the language of the page and the site's time."""

from datetime import datetime
from dateutil.tz import gettz
from plone.registry.interfaces import IRegistry
from samenbeter import _
from zope.component import queryUtility
from zope.i18n import translate


MONTHS = tuple("January February March April May June July August September October November December".split())
WEEKDAYS = tuple("Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split())


def local(value):
    """Return a date, datetime or Zope DateTime as a date or datetime of the site's time.

    A datetime without a time zone already is in the site's time.
    """
    if hasattr(value, "asdatetime"):
        value = value.asdatetime()
    if isinstance(value, datetime) and value.tzinfo is not None:
        registry = queryUtility(IRegistry)
        name = registry.get("plone.portal_timezone") if registry is not None else None
        value = value.astimezone(gettz(name or "Europe/Amsterdam"))
    return value


def date_text(value, request):
    """Return "12 november 2026"; nothing for no date."""
    if not value:
        return ""
    value = local(value)
    return _say(
        _(
            "date_long",
            default="${day} ${month} ${year}",
            mapping=_names(value, request),
        ),
        request,
    )


def day_text(value, request):
    """Return "donderdag 12 november": for what is near, such as a meeting."""
    if not value:
        return ""
    value = local(value)
    return _say(
        _(
            "date_weekday",
            default="${weekday} ${day} ${month}",
            mapping=_names(value, request),
        ),
        request,
    )


def time_text(value, request):
    """Return "14.30 uur"; nothing for a date without a time."""
    value = local(value)
    if not isinstance(value, datetime):
        return ""
    return _say(
        _(
            "time_of_day",
            default="${hour}.${minute} uur",
            mapping={"hour": value.hour, "minute": f"{value.minute:02}"},
        ),
        request,
    )


def datetime_text(value, request):
    """Return "12 november 2026, 14.30 uur"."""
    parts = (date_text(value, request), time_text(value, request))
    return ", ".join(part for part in parts if part)


def iso_text(value):
    """Return what goes into <time datetime="...">."""
    if not value:
        return ""
    value = local(value)
    if isinstance(value, datetime):
        return value.isoformat(timespec="minutes")
    return value.isoformat()


def _names(value, request):
    """The words of a date; Plone already has the names of months and days."""
    month = MONTHS[value.month - 1]
    weekday = WEEKDAYS[value.weekday()]
    return {
        "day": value.day,
        "month": _plone(f"month_{month[:3].lower()}", month, request),
        "year": value.year,
        "weekday": _plone(f"weekday_{weekday[:3].lower()}", weekday, request),
    }


def _plone(msgid, default, request):
    return translate(msgid, domain="plonelocales", context=request, default=default)


def _say(message, request):
    return translate(message, context=request)
