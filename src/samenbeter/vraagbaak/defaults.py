"""What a form fills in for somebody: never stored before that person saves it."""

from plone import api
from samenbeter.interfaces import IPartnerGroups
from samenbeter.interfaces import ISamenBeterLayer
from samenbeter.interfaces import IVraagbaakQuestion
from samenbeter.shared.relations import brains
from samenbeter.vraagbaak.content import IAnswerSchema
from z3c.form.widget import ComputedWidgetAttribute
from zope.component import getUtility


def own_partner(value):
    """Return the partner for which this person answers the question; None when there is none, or more than one."""
    member = api.user.get_current()
    own = set(getUtility(IPartnerGroups).partners_of(member))
    found = [brain for brain in brains(value.context, "consulted") if brain.UID in own]
    return found[0].getObject() if len(found) == 1 else None


OwnPartner = ComputedWidgetAttribute(
    own_partner, context=IVraagbaakQuestion, request=ISamenBeterLayer, field=IAnswerSchema["partner"]
)
