"""What the catalog knows of partners, of offers, and of what partners do elsewhere."""

from Acquisition import aq_base
from Acquisition import aq_inner
from Acquisition import aq_parent
from datetime import date
from plone.dexterity.interfaces import IDexterityContent
from plone.event.interfaces import IEvent
from plone.indexer import indexer
from plone.uuid.interfaces import IUUID
from samenbeter.interfaces import IFacts
from samenbeter.interfaces import IPartnerOrganisation
from samenbeter.interfaces import IServiceOffer
from samenbeter.shared.indexing import FieldFacts
from samenbeter.shared.indexing import own_value
from z3c.relationfield.interfaces import IRelationValue
from zope.component import adapter
from zope.interface import implementer


# the relation fields that say which partner did it; others only point at one
DOERS = ("partner", "supplier", "organiser")
NEVER = date(1970, 1, 1)


@indexer(IPartnerOrganisation)
def partner_kind(partner):
    """The kind of partner."""
    return own_value(partner, "kind")


@indexer(IServiceOffer)
def offer_review_on(offer):
    """The day on which the partner last said that it holds; long ago for one that never did."""
    return getattr(aq_base(offer), "assured_on", None) or NEVER


@indexer(IDexterityContent)
def done_by(obj):
    """UIDs of the partners that answered, made or organise it.

    ``sb_related`` also has the partners to whom an answer only refers.
    """
    uids = _targets(obj, DOERS)
    if not uids:
        # the catalog keeps an item out of an index that raises this
        raise AttributeError("sb_partner")
    return uids


def _targets(obj, names):
    values = (getattr(aq_base(obj), name, None) for name in names)
    targets = (value.to_object for value in values if IRelationValue.providedBy(value))
    return [IUUID(target) for target in targets if target is not None]


@indexer(IServiceOffer)
def offered_by(offer):
    """UID of the partner that an offer is of."""
    return [IUUID(aq_parent(aq_inner(offer)))]


@indexer(IEvent)
def meeting_facts(meeting):
    """What a list shows of a meeting: how to take part, and the UID of its organiser."""
    facts = {"attendance": own_value(meeting, "attendance")}
    organiser = _targets(meeting, ("organiser",))
    return {**facts, "organiser": organiser[0]} if organiser else facts


@implementer(IFacts)
@adapter(IPartnerOrganisation)
class PartnerFacts(FieldFacts):
    """A partner's card says when it is open."""

    names = ("opening_hours", "logo_alt")


@implementer(IFacts)
@adapter(IServiceOffer)
class OfferFacts(FieldFacts):
    """An offer in a list says when, where, what it costs, how to join, and whether it still holds."""

    names = ("schedule", "location", "fees", "application", "waiting_time")

    def facts(self):
        """Return the texts, and the date as text."""
        assured_on = getattr(aq_base(self.context), "assured_on", None)
        return {**super().facts(), "assured_on": assured_on and assured_on.isoformat()}
