"""Who did something with a case, in words: an editor by name, for colleagues of the desk only."""

from plone import api
from samenbeter import _
from samenbeter.vraagbaak.cases.case import ASKER
from samenbeter.vraagbaak.cases.case import PLATFORM


NOT_PEOPLE = {
    ASKER: _("case_by_asker", default="De vrager"),
    PLATFORM: _("case_by_platform", default="De site"),
    "": _("case_by_nobody", default="Niemand"),
}
GONE = _("case_by_gone", default="Iemand die weg is")


def name_of(userid):
    """Return what a colleague, the asker or the platform is called, a text or a message."""
    if userid in NOT_PEOPLE:
        return NOT_PEOPLE[userid]
    member = api.user.get(userid=userid)
    return (member.getProperty("fullname") or member.getUserName()) if member is not None else GONE


def title_of(uid):
    """Return the title of the partner or other content with a UID; "" when there is none."""
    brains = api.portal.get_tool("portal_catalog").unrestrictedSearchResults(UID=uid) if uid else ()
    return brains[0].Title if brains else ""
