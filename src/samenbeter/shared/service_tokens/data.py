"""The personal data in tokens of programs: which account has one, and what for."""

from samenbeter import _
from samenbeter.shared.personal_data import VaultPersonalData
from samenbeter.shared.service_tokens import tokens


class ServiceTokenData(VaultPersonalData):
    """The provider "samenbeter.shared.service_tokens"."""

    room, kind = tokens.ROOM, tokens.KIND
    title = _("token_data", default="Sleutels voor een programma")
    description = _(
        "token_data_text", default="Voor welk account een programma een sleutel heeft, waarvoor, en tot wanneer."
    )
    categories = ("pd:AccountIdentifier",)
    purpose = tokens.PURPOSE
    recipients = "SamenBeter shared: Manage tokens for programs"
    period = tokens.MOST_DAYS
    clock = _("token_data_clock", default="Tot de laatste dag van de sleutel, of tot iemand hem intrekt.")
    can_expire = True

    def values(self, data):
        """Return what it is for and when it was made."""
        return (
            (_("token_data_title", default="Waarvoor"), data["title"]),
            (_("token_data_made", default="Gemaakt op"), data["made"]),
        )

    def values_for_machines(self, data):
        """Return the same as JSON can say it."""
        return {"title": data["title"], "made": data["made"]}
