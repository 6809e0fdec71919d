"""Themes about which people ask and for which the neighbourhood has nobody: a report for the municipality.

It lays the sets of the catalog's indexes over each other: no query and no item for each question.
"""

from plone import api
from Products.CMFCore.indexing import processQueue
from samenbeter.shared.counts import documents
from samenbeter.shared.counts import within
from samenbeter.shared.small_cells import LEAST
from samenbeter.vraagbaak.experts import people


def gaps(desk, themes):
    """Return [{"theme", "questions", "expert", "offer"}] of the themes that lack an expert or an offer, most asked first.

    A theme with few questions is left out: that somebody asked about it at all would be about one person.

    :param desk: the Vraagbaak whose questions count, on the site or not.
    :param themes: tokens.
    :returns: ``expert``: whether a partner that can be asked has the theme and somebody who answers; ``offer``:
        whether something runs that has it.
    """
    processQueue()
    catalog = api.portal.get_tool("portal_catalog")
    path = {"query": "/".join(desk.getPhysicalPath())}
    asked = _all(catalog, portal_type="VraagbaakQuestion", path=path)
    offers = _all(catalog, portal_type="ServiceOffer", review_state=people.ACTIVE)
    with_experts = {
        theme for brain in people.active_partners() if people.experts_of(brain.UID) for theme in brain.sb_themes or ()
    }
    found = []
    for theme in themes:
        about = documents(catalog, "sb_themes", theme)
        row = {
            "theme": theme,
            "questions": len(within(asked, about)),
            "expert": theme in with_experts,
            "offer": bool(within(offers, about)),
        }
        if row["questions"] >= LEAST and not (row["expert"] and row["offer"]):
            found.append(row)
    return sorted(found, key=lambda row: (-row["questions"], row["theme"]))


def _all(catalog, **query):
    found = None
    for name, value in query.items():
        found = within(found, documents(catalog, name, value))
    return found
