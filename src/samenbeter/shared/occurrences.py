"""When a meeting is held: one that repeats stands in the catalog once, with all its dates in two indexes.

The dates are read from the indexes ``start`` and ``end``: no meeting is loaded.
"""

from datetime import datetime
from datetime import timezone
from plone import api
from plone.event.utils import pydt


def occurrences(brain):
    """Return the (start, end) of each time that a meeting is held."""
    indexes = api.portal.get_tool("portal_catalog")._catalog.indexes
    rid = brain.getRID()
    starts = sorted(indexes["start"].getEntryForObject(rid, ()))
    ends = sorted(indexes["end"].getEntryForObject(rid, ()))
    if len(starts) < 2 or len(starts) != len(ends):
        return [(pydt(brain.start), pydt(brain.end))]
    return [(moment_of(start), moment_of(end)) for start, end in zip(starts, ends, strict=True)]


def next_or_last(brain, now):
    """Return the (start, end) of the next time that a meeting is held, or else of the last."""
    dates = occurrences(brain)
    return min((date for date in dates if date[1] >= now), default=max(dates))


def moment_of(value):
    """Return the moment behind a number of the date index, in UTC.

    ``plone.event.utils.int2dt`` fails for the 31st of a month and for December.
    """
    value, minute = divmod(value, 60)
    value, hour = divmod(value, 24)
    month, day = divmod(value - 1, 31)
    year, month = divmod(month - 1, 12)
    return datetime(year, month + 1, day + 1, hour, minute, tzinfo=timezone.utc)
