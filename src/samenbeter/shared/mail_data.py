"""The personal data in mail that was not sent yet."""

from samenbeter import _
from samenbeter.shared import mail
from samenbeter.shared.personal_data import VaultPersonalData

import re


# a link in a mail can open something, and so can a code of six digits: only the letter box shows them
_LINK = re.compile(r"https?://\S+|\b\d{3} \d{3}\b")


class MailData(VaultPersonalData):
    """The provider "samenbeter.shared.mail"."""

    room, kind = mail.ROOM, mail.KIND
    title = _("mail_data", default="Mail die nog weg moet")
    description = _("mail_data_description", default="Je mailadres, en wat wij je schrijven.")
    categories = ("pd:EmailAddress",)
    purpose = mail.PURPOSE
    period = 7
    clock = _(
        "mail_data_clock", default="Vanaf de dag dat wij de mail schrijven. Is hij weg, dan wissen wij hem meteen."
    )
    can_expire = True

    def values(self, data):
        """Return whom it is for and what it says."""
        return (
            (_("mail_data_to", default="Aan"), data["to"]),
            (_("mail_data_subject", default="Onderwerp"), data["subject"]),
            (_("mail_data_body", default="Tekst"), without_links(data["body"])),
        )

    def values_for_machines(self, data):
        """Return the same as JSON can say it."""
        return {"to": data["to"], "subject": data["subject"], "body": without_links(data["body"])}


def without_links(text):
    """Return a text with dots in the place of its links."""
    return _LINK.sub("(...)", text)
