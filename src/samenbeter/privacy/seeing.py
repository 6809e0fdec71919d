"""Who saw somebody's data, as that person reads it: when, in which capacity, what and why."""

from datetime import timedelta
from samenbeter import _
from samenbeter.shared import audit_words
from samenbeter.shared import clock


# what can be chosen: (days, title)
PERIODS = {
    "week": (7, _("rights_period_week", default="Een week")),
    "month": (31, _("rights_period_month", default="Een maand")),
    "year": (366, _("rights_period_year", default="Een jaar")),
    "all": (None, _("rights_period_all", default="Alles")),
}
DEFAULT = "year"


def period(text):
    """Return one of the periods, whatever was asked."""
    return text if text in PERIODS else DEFAULT


def seen(subject, chosen="all"):
    """Return who saw something of a Subject in a period, as ``audit_words.seen_of`` does."""
    days = PERIODS[chosen][0]
    since = None if days is None else clock.now() - timedelta(days=days)
    return audit_words.seen_of(subject, since)


def rows(subject, sb, chosen=DEFAULT):
    """Return the same for a page: {iso, when, who, what, why, times, emergency, reason}.

    :param sb: the view ``@@sb``.
    """
    return [
        {
            **row,
            "iso": sb.iso(row["when"]),
            "when": sb.datetime(row["when"]) if row["times"] == 1 else sb.date(row["when"]),
        }
        for row in seen(subject, chosen)
    ]


def for_export(subject, words):
    """Return the same as JSON can say it."""
    return [
        {
            "when": row["when"].isoformat(timespec="seconds"),
            **{name: words(row[name]) for name in ("who", "what", "why", "reason")},
            "times": row["times"],
            "emergency": row["emergency"],
        }
        for row in seen(subject)
    ]
