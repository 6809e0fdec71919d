"""Who manages a partner: the people in its managers' group."""

from borg.localrole.interfaces import ILocalRoleProvider
from plone.uuid.interfaces import IUUID
from samenbeter.interfaces import IPartnerGroups
from samenbeter.interfaces import IPartnerOrganisation
from zope.component import adapter
from zope.component import getUtility
from zope.interface import implementer


@implementer(ILocalRoleProvider)
@adapter(IPartnerOrganisation)
class ManagersOfPartner:
    """The managers' group has the role Own Partner Manager on its partner and all in it."""

    ROLES = ("Own Partner Manager",)

    def __init__(self, context):
        self.context = context

    def getAllRoles(self):
        """Yield (principal id, roles)."""
        yield getUtility(IPartnerGroups).managers(IUUID(self.context)), self.ROLES

    def getRoles(self, principal_id):
        """Return the roles of one principal."""
        return dict(self.getAllRoles()).get(principal_id, ())
