"""The personal data of partners: numbers and addresses at which a small organisation is one person."""

from samenbeter import _
from samenbeter.partners import verifying
from samenbeter.shared import periods
from samenbeter.shared.personal_data import ContentPersonalData
from samenbeter.shared.personal_data import VaultPersonalData


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


class Verified(VaultPersonalData):
    """That an editor saw a proof of the trade of an expert."""

    room, kind = verifying.ROOM, verifying.KIND
    title = _("data_verified", default="Dat wij een bewijs van je vak zagen")
    description = _(
        "data_verified_text", default="Welk vak, op welke dag, en wie van ons het zag. Het bewijs zelf niet."
    )
    categories = ("pd:Professional",)
    purpose = verifying.PURPOSE
    recipients = "SamenBeter partners: Manage people of a partner"
    period = 730
    clock = _("data_verified_clock", default="Vanaf de dag dat wij het bewijs zagen. Daarna kijken wij opnieuw.")

    def values(self, data):
        """Return the trade and the day."""
        return (
            (_("data_verified_discipline", default="Vak"), verifying.title_of(data["discipline"])),
            (_("data_verified_on", default="Gezien op"), periods.in_words(verifying.day_of(data))),
        )
