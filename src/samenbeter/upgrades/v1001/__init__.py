"""1001: lists by partner, and our views in the Display menu.

A partner's page lists the questions that it answered, its modules and
meetings by the new index sb_partner; cards show more facts.
"""

from plone import api
from samenbeter.upgrades import reindex
from samenbeter.upgrades import run_profile


TYPES = ("VraagbaakQuestion", "VraagbaakAnswer", "ServiceOffer", "EHealthModule", "Event")


def upgrade(setup):
    """Add the index and the view methods, and fill the index."""
    run_profile(setup, "1001")
    reindex(api.portal.get_tool("portal_catalog"), ["sb_partner", "sb_review_on"], portal_type=TYPES)
