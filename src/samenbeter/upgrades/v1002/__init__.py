"""1002: the public side: imported questions, and what is found by search."""

from plone import api
from samenbeter.upgrades import reindex
from samenbeter.upgrades import run_profile


def upgrade(setup):
    """Bring what the profile added since 1001, and the text by which questions are found."""
    run_profile(setup, "1002")
    reindex(api.portal.get_tool("portal_catalog"), ["SearchableText"], portal_type="VraagbaakQuestion")
