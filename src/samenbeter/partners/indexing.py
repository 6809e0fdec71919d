"""What the catalog knows of partners and offers."""

from plone.indexer import indexer
from samenbeter.interfaces import IFacts
from samenbeter.interfaces import IPartnerOrganisation
from samenbeter.interfaces import IServiceOffer
from samenbeter.shared.indexing import FieldFacts
from samenbeter.shared.indexing import own_value
from zope.component import adapter
from zope.interface import implementer


@indexer(IPartnerOrganisation)
def partner_kind(partner):
    """The kind of partner."""
    return own_value(partner, "kind")


@indexer(IServiceOffer)
def offer_review_on(offer):
    """The day on which the partner last said that it holds."""
    return own_value(offer, "assured_on")


@implementer(IFacts)
@adapter(IPartnerOrganisation)
class PartnerFacts(FieldFacts):
    """A partner's card says when it is open."""

    names = ("opening_hours", "logo_alt")


@implementer(IFacts)
@adapter(IServiceOffer)
class OfferFacts(FieldFacts):
    """An offer's card says when, where and what it costs."""

    names = ("schedule", "location", "fees", "waiting_time")
