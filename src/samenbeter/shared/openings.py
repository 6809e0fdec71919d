"""Weekly hours in words, in the language of the page."""

from samenbeter import _
from samenbeter.shared import hours
from zope.i18n import translate


WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")


def opening_rows(text, request):
    """Return [{"days": "maandag t/m vrijdag", "times": "9.00 – 17.00"}]; times is "" on a closed day.

    Nothing for no hours, or for hours that cannot be read.
    """
    try:
        week = hours.parse(text)
    except hours.HoursError:
        return []
    if not any(week.values()):
        return []
    return [{"days": _days(first, last, request), "times": times} for (first, last), times in hours.table(week)]


def _days(first, last, request):
    names = [translate(f"weekday_{WEEKDAYS[day]}", domain="plonelocales", context=request) for day in (first, last)]
    if first == last:
        return names[0]
    if last == first + 1:
        message = _("days_two", default="${first} en ${last}", mapping={"first": names[0], "last": names[1]})
    else:
        message = _("days_range", default="${first} tot en met ${last}", mapping={"first": names[0], "last": names[1]})
    return translate(message, context=request)
