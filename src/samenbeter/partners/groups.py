"""The two groups of each partner: its experts and its managers.

Groups are named by the partner's UID, so that a new name or a move changes
nothing. Who is in them is decided by editors (people.PartnerPeople).
"""

from plone import api
from plone.uuid.interfaces import IUUID
from samenbeter import _
from samenbeter.interfaces import IPartnerGroups
from zope.i18n import translate
from zope.interface import implementer


EXPERTS = "-experts"
MANAGERS = "-managers"
ROLE_OF_GROUP = {EXPERTS: "Expert", MANAGERS: "Partner Manager"}


@implementer(IPartnerGroups)
class PartnerGroups:
    """Ids of the groups of a partner, and the way back."""

    def experts(self, uid):
        """Return the id of the experts' group."""
        return uid + EXPERTS

    def managers(self, uid):
        """Return the id of the managers' group."""
        return uid + MANAGERS

    def partners_of(self, member):
        """Return the UIDs of the partners for which this member is an expert or manager."""
        return {
            group.removesuffix(suffix)
            for group in member.getGroups()
            for suffix in ROLE_OF_GROUP
            if group.endswith(suffix)
        }


def _titles(partner):
    return {
        EXPERTS: _("group_experts", default="Deskundigen van ${partner}", mapping={"partner": partner.title}),
        MANAGERS: _("group_managers", default="Beheerders van ${partner}", mapping={"partner": partner.title}),
    }


def make_groups(partner, event):
    """Give a new partner its two groups. Each carries the site role of its members."""
    uid = IUUID(partner)
    for suffix, title in _titles(partner).items():
        if api.group.get(uid + suffix) is None:
            api.group.create(
                groupname=uid + suffix, title=translate(title, target_language="nl"), roles=[ROLE_OF_GROUP[suffix]]
            )


def rename_groups(partner, event):
    """Let the groups follow the partner's name."""
    tool = api.portal.get_tool("portal_groups")
    uid = IUUID(partner)
    for suffix, title in _titles(partner).items():
        if api.group.get(uid + suffix) is not None:
            tool.editGroup(uid + suffix, title=translate(title, target_language="nl"))


def remove_groups(partner, event):
    """Take the groups away with their partner."""
    uid = IUUID(partner)
    for suffix in ROLE_OF_GROUP:
        if api.group.get(uid + suffix) is not None:
            api.group.delete(groupname=uid + suffix)
