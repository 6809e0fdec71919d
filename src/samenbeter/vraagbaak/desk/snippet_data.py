"""The personal data of snippets: which editor sees to one. The text is the work of the desk, and stays."""

from samenbeter import _
from samenbeter.shared import rights
from samenbeter.shared import vault
from samenbeter.shared.personal_data import VaultPersonalData
from samenbeter.vraagbaak.desk import snippets


class Snippets(VaultPersonalData):
    """The provider "samenbeter.vraagbaak.snippets"."""

    room, kind = snippets.ROOM, snippets.KIND
    title = _("data_snippets", default="Tekstblokken van de redactie")
    description = _("data_snippets_text", default="Welke teksten een redacteur bijhoudt voor de Vraagbaak.")
    categories = ("pd:Name", "pd:Professional")
    purpose = snippets.PURPOSE
    recipients = "SamenBeter vraagbaak: Work at the desk"
    clock = _("data_snippets_clock", default="Zolang iemand het blok bijhoudt.")
    stays = _("data_snippets_stay", default="Tekstblokken blijven, zonder je naam. Ze zijn van de redactie.")

    def values(self, data):
        """Return the name and the text."""
        return (
            (_("snippets_title", default="Naam"), data["title"]),
            (_("snippets_text", default="Tekst"), data["text"]),
        )

    def keeps(self, subject):
        """Return why an erasure would leave something."""
        return (self.stays,) if any(True for _id in self._ids(vault.get(), subject)) else ()

    def erase(self, subject, before=None):
        """Take the person out; the texts stay, and the desk sees that nobody looks after them."""
        box, count = vault.get(), 0
        for record_id in list(self._ids(box, subject)):
            if before is None or box.record(record_id).created <= before:
                data = box.read(record_id, snippets.MACHINE)
                box.erase(record_id)
                snippets.put({**data, "owner": ""})
                count += 1
        return rights.Erased(retained=count, reasons=(self.stays,) if count else ())
