"""What an expert and an editor may do follows from the assignment, at every request.

Nothing is stored: take a partner off a question, end what you have with the
partner, or take a person out of its group, and the next request is refused.
"""

from Acquisition import aq_inner
from Acquisition import aq_parent
from borg.localrole.interfaces import ILocalRoleProvider
from plone import api
from plone.uuid.interfaces import IUUID
from samenbeter.interfaces import IPartnerGroups
from samenbeter.interfaces import IVraagbaak
from samenbeter.interfaces import IVraagbaakAnswer
from samenbeter.interfaces import IVraagbaakQuestion
from samenbeter.shared.roles_elsewhere import EVERYBODY
from samenbeter.shared.roles_elsewhere import IRolesElsewhere
from zope.component import adapter
from zope.component import getUtility
from zope.interface import implementer


class _Roles:
    def __init__(self, context):
        self.context = context

    def getAllRoles(self):
        """Yield (principal id, roles)."""
        raise NotImplementedError

    def getRoles(self, principal_id):
        """Return the roles of one principal."""
        return dict(self.getAllRoles()).get(principal_id, ())


EDITOR = "Vraagbaak Editor"
# the state of a partner with whom the site works no more
ENDED = "ended"


def expert_groups(question):
    """Return the ids of the experts' groups of the partners to whom a question was given, but for those that ended."""
    groups = getUtility(IPartnerGroups)
    partners = (relation.to_object for relation in getattr(question, "consulted", None) or ())
    return [groups.experts(IUUID(partner)) for partner in partners if partner is not None and not _ended(partner)]


def _ended(partner):
    return api.content.get_state(partner, default=None) == ENDED


@implementer(ILocalRoleProvider)
@adapter(IVraagbaak)
class EditorsOfDesk(_Roles):
    """The editors of a desk and its editors-in-chief, who get what nobody else answers, are Vraagbaak Editor in it."""

    def getAllRoles(self):
        """Yield both groups; never that of everybody, whoever chose it."""
        for group in groups_of_desk(self.context):
            yield group, (EDITOR,)


def groups_of_desk(desk):
    """Return the ids of the groups that work at a desk."""
    groups = (getattr(desk, "editors_group", None), getattr(desk, "chief_group", None))
    return list(dict.fromkeys(group for group in groups if group and group != EVERYBODY))


@implementer(IRolesElsewhere)
class EditorsSomewhere:
    """Who works at any desk is an editor there, and reads what residents wrote."""

    def of_groups(self, groups):
        """Return the role of an editor for the groups of a desk."""
        desks = api.portal.get_tool("portal_catalog").unrestrictedSearchResults(portal_type="Vraagbaak")
        works = any(groups.intersection(groups_of_desk(brain._unrestrictedGetObject())) for brain in desks)
        return {EDITOR} if works else set()


@implementer(ILocalRoleProvider)
@adapter(IVraagbaakQuestion)
class ExpertsOfQuestion(_Roles):
    """The experts of the consulted partners, on the question and its answers."""

    def getAllRoles(self):
        """Yield the experts' groups."""
        for group in expert_groups(self.context):
            yield group, ("Consulted Expert",)


@implementer(ILocalRoleProvider)
@adapter(IVraagbaakAnswer)
class WriterOfAnswer(_Roles):
    """The expert who wrote it, for as long as the question is with their partner.

    The stock role Owner would stay when the partner leaves; ours does not.
    """

    def getAllRoles(self):
        """Yield the writer."""
        writer = next(iter(self.context.creators or ()), None)
        member = writer and api.user.get(userid=writer)
        if not member:
            return
        if set(expert_groups(aq_parent(aq_inner(self.context)))).intersection(member.getGroups()):
            yield writer, ("Contributing Expert",)
