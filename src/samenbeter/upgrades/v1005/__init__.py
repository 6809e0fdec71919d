"""1005: residents ask; the private case, the desk, experts and the clock."""

from plone import api
from samenbeter.upgrades import run_profile
from samenbeter.vraagbaak.cases import index


# so many hours a working day was
HOURS = 8


def upgrade(setup):
    """Bring what the profile added since 1004; a promise in working days becomes one in working hours."""
    run_profile(setup, "1005")
    index.get()
    for brain in api.portal.get_tool("portal_catalog").unrestrictedSearchResults(portal_type="Vraagbaak"):
        desk = brain._unrestrictedGetObject()
        days = vars(desk).pop("promise_workdays", None)
        if days:
            desk.promise_working_hours = days * HOURS
            desk._p_changed = True
