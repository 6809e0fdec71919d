"""The personal data that this room keeps for its own work: what is frozen, and who was warned."""

from samenbeter import _
from samenbeter.privacy import erasing
from samenbeter.privacy import inactive
from samenbeter.shared.personal_data import VaultPersonalData


class Restrictions(VaultPersonalData):
    """That somebody let us freeze what there is about them."""

    room, kind = erasing.RESTRICTION
    title = _("personal_restriction", default="Dat je gegevens stilstaan")
    description = _("personal_restriction_help", default="Alleen dat je dit vroeg, en sinds wanneer.")
    categories = ("pd:Identifying",)
    purpose = "samenbeter.rights"
    clock = _("clock_restriction", default="Het blijft tot je gegevens weer meedoen.")
    # a pause with one party alone there is not
    by_party = False

    def restrict(self, subject, on):
        """Hide nothing: nobody else reads it."""
        return 0


class Unused(VaultPersonalData):
    """That an account has not been used for long, and that its owner was warned."""

    room, kind = inactive.ROOM, inactive.KIND
    title = _("personal_inactive", default="Dat je hier lang niet was")
    description = _("personal_inactive_help", default="Sinds wanneer, en wanneer wij je waarschuwden.")
    categories = ("pd:Identifying",)
    purpose = "samenbeter.account"
    clock = _("clock_inactive", default="Het blijft tot je weer inlogt, of tot je account weg is.")
    by_party = False

    def values(self, data):
        """Return since when, and whether a mail went out."""
        labels = {
            "seen": _("inactive_seen", default="Gezien op"),
            "warned": _("inactive_warned", default="Gewaarschuwd op"),
        }
        return tuple((label, data[name]) for name, label in labels.items() if data.get(name))

    def restrict(self, subject, on):
        """Hide nothing: nobody else reads it."""
        return 0
