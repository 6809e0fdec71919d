"""The personal data in consents: what somebody said yes or no to."""

from samenbeter import _
from samenbeter.privacy import consent_events
from samenbeter.privacy import consent_words as words
from samenbeter.privacy.consents import KIND
from samenbeter.privacy.consents import ROOM
from samenbeter.privacy.purposes import purpose_of
from samenbeter.shared.personal_data import VaultPersonalData


class ConsentData(VaultPersonalData):
    """The events of consents. Who asks us to forget all loses these too: what they proved is gone."""

    room = ROOM
    kind = KIND
    title = _("personal_consents", default="Waar je ja of nee op zei")
    description = _(
        "personal_consents_about",
        default="Wat wij je vroegen, de tekst die je las, wat je zei en wanneer.",
    )
    categories = ("pd:PrivacyPreference",)
    special = False
    purpose = "samenbeter.consent"
    recipients = None
    period = 5 * 365
    clock = _(
        "personal_consents_clock",
        default="Vanaf de dag dat je je ja terugneemt of dat het voorbij is. Wis je alles? Dan gaat dit ook weg.",
    )

    def values(self, data):
        """Return what one event says, in words."""
        purpose = purpose_of(data["purpose"])
        found = [
            (_("consent_about", default="Waar het om ging"), purpose.title if purpose else data["purpose"]),
            (_("consent_said", default="Wat er gebeurde"), words.EVENTS[data["event"]]),
            # to the minute, as people write it
            (_("consent_when", default="Wanneer"), data["at"][:16].replace("T", " ")),
        ]
        if data["event"] in consent_events.WORDED:
            found.append((_("consent_version", default="Versie van de tekst"), str(data["notice"]["version"])))
        return found
