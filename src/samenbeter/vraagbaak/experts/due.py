"""How much time is left, in words with an icon: never by a colour alone."""

from datetime import timedelta
from samenbeter import _
from samenbeter.shared import clock
from zope.i18n import translate


HOUR, DAY = timedelta(hours=1), timedelta(days=1)
SOON = timedelta(hours=4)


def tag(due, sb, request):
    """Return what the macro "tag" shows of a promise: {"text", "icon", "state"}; None while nothing is due.

    :param due: a datetime in UTC, or None.
    :param sb: the helpers of templates.
    """
    if due is None:
        return None
    left = due - clock.now()
    when = f"{sb.day(due)}, {sb.time(due)}"
    if left <= timedelta():
        text = _("expert_due_late", default="Te laat. Het moest af zijn op ${when}", mapping={"when": when})
        return {"text": translate(text, context=request), "icon": "warning", "state": "late"}
    state = "warn" if left < SOON else "info"
    return {"text": translate(_left(left, sb.time(due), when), context=request), "icon": "clock", "state": state}


def _left(left, time, when):
    if left < HOUR:
        return _(
            "expert_due_minutes",
            default="Nog ${minutes} minuten, tot ${time}",
            mapping={"minutes": max(int(left.total_seconds() // 60), 1), "time": time},
        )
    if left < DAY / 2:
        return _(
            "expert_due_hours",
            default="Nog ${hours} uur, tot ${time}",
            mapping={"hours": int(left / HOUR), "time": time},
        )
    return _("expert_due_when", default="Graag voor ${when}", mapping={"when": when})
