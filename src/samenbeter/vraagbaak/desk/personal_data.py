"""The personal data of who works at a desk: when they are away."""

from samenbeter import _
from samenbeter.shared.personal_data import VaultPersonalData
from samenbeter.vraagbaak.desk import absence


class Absences(VaultPersonalData):
    """When an editor or an expert is away."""

    room, kind = absence.ROOM, absence.KIND
    title = _("data_absences", default="Wanneer je er niet bent")
    description = _("data_absences_text", default="De dagen waarop jij geen vragen krijgt. Niet waarom.")
    categories = ("pd:Professional",)
    purpose = absence.PURPOSE
    recipients = "SamenBeter vraagbaak: Work at the desk"
    clock = _("data_absences_clock", default="Tot de laatste dag voorbij is, of tot je het weghaalt.")

    def values(self, data):
        """Return from when and until when."""
        return (
            (_("data_absences_first", default="Eerste dag"), data[absence.FIRST]),
            (_("data_absences_last", default="Laatste dag"), data[absence.LAST]),
        )
