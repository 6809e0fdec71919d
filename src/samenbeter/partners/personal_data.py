"""The personal data of partners: numbers and addresses at which a small organisation is one person."""

from samenbeter import _
from samenbeter.shared.personal_data import ContentPersonalData


class PartnerContacts(ContentPersonalData):
    """Contact data that somebody filled in for a partner."""

    title = _("personal_partner_contacts", default="Telefoon en e-mail bij partners")
    description = _(
        "personal_partner_contacts_help",
        default="Hoe je een partner bereikt. Bij een kleine partner kan dat één mens zijn.",
    )
    categories = ("pd:TelephoneNumber", "pd:EmailAddress", "pd:Name")
    purpose = "samenbeter.partners"
    recipients = "View"
    portal_types = ("PartnerOrganisation", "ServiceOffer")
    clock = _("clock_partner_contacts", default="Het blijft zolang de partner op de site staat.")
    stays = _(
        "partner_contacts_stay",
        default="Wat je voor een partner invulde, blijft staan zonder je naam. Het is van de partner.",
    )

    def restrict(self, subject, on):
        """Hide nothing: the page of an organisation is not that of who filled it in."""
        return 0
