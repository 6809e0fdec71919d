"""Partners and their experts: who can be asked, who may answer, and what they are called."""

from plone import api
from plone.uuid.interfaces import IUUID
from samenbeter.interfaces import IPartnerGroups
from samenbeter.shared import clock
from samenbeter.vraagbaak.cases import index
from samenbeter.vraagbaak.desk import absence
from samenbeter.vraagbaak.experts import consultations
from samenbeter.vraagbaak.localroles import expert_groups
from zope.component import getUtility
from zope.component import queryUtility


ACTIVE = "active"
# states of a question in which its experts can write
CONSULTING = "consulting"


def active_partners():
    """Return the brains of the partners that can be asked, by title: for the platform and its editors."""
    catalog = api.portal.get_tool("portal_catalog")
    return catalog.unrestrictedSearchResults(
        portal_type="PartnerOrganisation", review_state=ACTIVE, sort_on="sortable_title"
    )


def is_active(uid):
    """Return whether there is a partner with this UID that can be asked."""
    catalog = api.portal.get_tool("portal_catalog")
    query = {"portal_type": "PartnerOrganisation", "review_state": ACTIVE, "UID": uid}
    return bool(uid) and bool(catalog.unrestrictedSearchResults(**query))


def experts_of(partner):
    """Return the user ids of the experts of a partner, in order.

    :param partner: UID.
    """
    groups = queryUtility(IPartnerGroups)
    group = groups and api.group.get(groupname=groups.experts(partner))
    return sorted(group.getGroupMemberIds()) if group else []


def is_expert_of(userid, partner):
    """Return whether somebody is an expert of a partner now."""
    member = api.user.get(userid=userid) if userid else None
    return member is not None and getUtility(IPartnerGroups).experts(partner) in member.getGroups()


def consulted(question):
    """Return the UIDs of the partners that a question is with, but for those that ended."""
    return [group.removesuffix(_suffix()) for group in expert_groups(question)]


def _suffix():
    return getUtility(IPartnerGroups).experts("")


def partners_for(question, userid):
    """Return the UIDs of the partners for which somebody may answer a question now; none when it is not with experts."""
    if api.content.get_state(question, default=None) != CONSULTING:
        return []
    return [partner for partner in consulted(question) if is_expert_of(userid, partner)]


def partners_of(userid):
    """Return the UIDs of all partners of which somebody is an expert."""
    member, suffix = api.user.get(userid=userid), _suffix()
    groups = member.getGroups() if member is not None else ()
    return sorted(group.removesuffix(suffix) for group in groups if group.endswith(suffix))


def name_of(userid):
    """Return what a person is called: the full name, else the log-in name; "" for nobody."""
    member = api.user.get(userid=userid) if userid else None
    return (member.getProperty("fullname") or member.getUserName()) if member is not None else ""


def title_of(partner):
    """Return the name of a partner by its UID; "" when it is gone."""
    found = consultations.item(partner)
    return found.title if found is not None and IUUID(found, None) else ""


def load_of(partner):
    """Return how many open questions are with a partner: one look in the index, no case is opened."""
    return index.get().size(index.word("partner", partner))


def absent(userids):
    """Return those of these people who are away today."""
    return [userid for userid in userids if absence.is_absent(userid, clock.today())]


def has_mail(userid):
    """Return whether somebody has a mail address."""
    member = api.user.get(userid=userid) if userid else None
    return member is not None and bool((member.getProperty("email") or "").strip())
