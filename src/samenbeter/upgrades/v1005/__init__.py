"""1005: residents ask; the private case, the desk, experts and the clock."""

from plone import api
from samenbeter.shared import hours
from samenbeter.upgrades import run_profile
from samenbeter.vraagbaak.cases import index
from zope.annotation.interfaces import IAnnotations


OLD = "promise_workdays"
# what a desk promised that never said it
OLD_DEFAULT = 1
# a working day of a desk without hours
HOURS = 8
# as many hours as a desk can promise
MOST = 200


def upgrade(setup):
    """Bring what the profile added since 1004; a promise in working days becomes one in working hours."""
    is_first = index.KEY not in IAnnotations(api.portal.get())
    run_profile(setup, "1005")
    index.get()
    for brain in api.portal.get_tool("portal_catalog").unrestrictedSearchResults(portal_type="Vraagbaak"):
        keep_promise(brain._unrestrictedGetObject(), is_first)


def keep_promise(desk, is_first):
    """Let a desk promise in hours what it promised in days.

    :param is_first: whether no desk was upgraded before: then one that says nothing promised what was usual.
    """
    days = vars(desk).pop(OLD, OLD_DEFAULT if is_first else None)
    if days:
        desk.promise_working_hours = min(max(round(days * hours_of_a_day(desk)), 1), MOST)
        desk._p_changed = True


def hours_of_a_day(desk):
    """Return how many hours a working day of a desk has, on the average of the days on which it works."""
    try:
        week = hours.parse(desk.promise_hours or "")
    except hours.HoursError:
        week = {}
    days = [sum(end - start for start, end in spans) / 60 for spans in week.values() if spans]
    return sum(days) / len(days) if days else HOURS
