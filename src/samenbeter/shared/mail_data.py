"""The personal data in mail that was not sent yet."""

from samenbeter import _
from samenbeter.shared import keys
from samenbeter.shared import mail
from samenbeter.shared import mail_events
from samenbeter.shared import vault
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

    def purge(self, now, limit):
        """Take away mail that nobody took in time, and tell who sent it; return how many."""
        box = vault.get()
        found = [record_id for record_id, _number in zip(self._expired(box, now), range(limit), strict=False)]
        for record_id in found:
            reference = reference_of(box, record_id)
            box.erase(record_id)
            mail.tell(reference, mail_events.NOT_SENT)
        return len(found)

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


def reference_of(box, record_id):
    """Return the reference that came along with a mail; "" for none, or when it cannot be opened."""
    try:
        return box.read(record_id, vault.Machine(mail.JOB)).get("reference", "")
    except keys.VaultProblem:
        return ""


def waiting(to, reference):
    """Return the ids of the mails to an address that wait, and came with this reference.

    :param to: a mail address; nothing for none.
    """
    try:
        to = mail.clean_address(to)
    except mail.NoAddress:
        return []
    box = vault.get()
    found = list(box.find(subject=f"mail:{to.lower()}", room=mail.ROOM, kind=mail.KIND))
    return [record_id for record_id in found if reference_of(box, record_id) == reference]


def without_links(text):
    """Return a text with dots in the place of its links."""
    return _LINK.sub("(...)", text)
