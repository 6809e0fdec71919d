"""1004: switches that make the site stricter, entry codes and counters, and the way to an account."""

from plone import api
from samenbeter.shared import stores
from samenbeter.upgrades import reindex
from samenbeter.upgrades import run_profile


# what experts of a partner that ended see no more
TYPES = ("VraagbaakQuestion", "VraagbaakAnswer")


def upgrade(setup):
    """Bring what the profile added since 1003."""
    run_profile(setup, "1004")
    stores.prepare()
    reindex(api.portal.get_tool("portal_catalog"), ["allowedRolesAndUsers"], portal_type=TYPES)
