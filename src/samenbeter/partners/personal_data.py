"""The personal data of partners: numbers and addresses at which a small organisation is one person."""

from samenbeter import _
from samenbeter.shared.personal_data import ContentPersonalData


class PartnerContacts(ContentPersonalData):
    """Contact data that somebody filled in for a partner."""

    title = _("personal_partner_contacts", default="Telefoon en e-mail bij partners")
    portal_types = ("PartnerOrganisation", "ServiceOffer")
