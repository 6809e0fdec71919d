"""1002: the public side: imported questions, and what is found by search."""

from plone import api
from samenbeter.upgrades import reindex
from samenbeter.upgrades import run_profile


def upgrade(setup):
    """Bring what the profile added since 1001, and the text by which questions are found."""
    run_profile(setup, "1002")
    add_discipline("overheid|Overheid|Government")
    catalog = api.portal.get_tool("portal_catalog")
    reindex(catalog, ["SearchableText", "sb_source_id"], portal_type="VraagbaakQuestion")


def add_discipline(line):
    """Add a line to the disciplines, unless the site has its token already."""
    record = "samenbeter.shared.disciplines"
    lines = list(api.portal.get_registry_record(record, default=None) or ())
    token = line.partition("|")[0]
    if token not in {one.partition("|")[0].strip() for one in lines}:
        api.portal.set_registry_record(record, [*lines, line])
