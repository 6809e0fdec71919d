"""The personal data that come with the rights themselves: what is asked, the links, the files and the proofs."""

from datetime import date
from samenbeter import _
from samenbeter.privacy import asking
from samenbeter.privacy import exports
from samenbeter.privacy import links
from samenbeter.privacy.showing import TYPES
from samenbeter.shared import periods
from samenbeter.shared.personal_data import VaultPersonalData


class Requests(VaultPersonalData):
    """What somebody asked about their data, until it is done."""

    title = _("data_requests", default="Wat je ons vroeg over je gegevens")
    description = _("data_requests_text", default="Wat je vroeg, wanneer, en wat je erbij schreef.")
    categories = ("pd:Communication",)
    # somebody may write about their health
    special = True
    purpose = asking.PURPOSE
    recipients = "SamenBeter privacy: Handle requests"
    clock = _("data_requests_clock", default="Zodra het klaar is. Dat is binnen een maand.")
    room, kind = asking.ROOM, asking.REQUEST

    def values(self, data):
        """Return what was asked, when, and the words."""
        yield _("rights_number_word", default="Nummer"), data["number"]
        yield _("rights_received", default="Gevraagd op"), periods.in_words(date.fromisoformat(data["received"]))
        if data["text"]:
            yield _("rights_text", default="Wat je schreef"), data["text"]

    def values_for_machines(self, data):
        """Return the same as JSON."""
        return {name: data[name] for name in ("type", "number", "received", "due", "text")}

    def item_title(self, data):
        """Return what was asked."""
        return TYPES[data["type"]]


class Links(VaultPersonalData):
    """Links that were mailed, until they are used or too old."""

    title = _("data_links", default="Een link die wij je mailden")
    description = _("data_links_text", default="Je mailadres, en waarvoor de link is.")
    categories = ("pd:EmailAddress",)
    purpose = links.PURPOSE
    clock = _("data_links_clock", default="Zodra je de link gebruikt. Anders na een dag.")
    room, kind = links.ROOM, links.KIND

    def values(self, data):
        """Return for which address it is."""
        address = data.get("address") or data["email"]
        if address:
            yield _("rights_email_word", default="Mailadres"), address

    def values_for_machines(self, data):
        """Return the same as JSON; not what opens the link."""
        return {"for": data["use"], "until": data["until"], "address": data.get("address") or data["email"]}


class Exports(VaultPersonalData):
    """The file with everything, until it is fetched."""

    title = _("data_exports", default="Het bestand dat je wilde ophalen")
    description = _("data_exports_text", default="Alles wat wij van je weten, klaargezet voor jou.")
    categories = ("dpv:PersonalData",)
    special = True
    purpose = exports.PURPOSE
    clock = _("data_exports_clock", default="Zodra je het ophaalt. Anders na drie dagen.")
    room, kind = exports.ROOM, exports.KIND

    def values_for_machines(self, data):
        """Return nothing: a file with everything would hold the file before it."""
        return None


class Proofs(VaultPersonalData):
    """What remains of a request when it is done; nobody can be found in it."""

    title = _("data_proofs", default="Bewijs dat wij iets deden")
    description = _(
        "data_proofs_text", default="Een nummer, wat er is gevraagd en wanneer het klaar was. Niet van wie het was."
    )
    categories = ("dpv:NonPersonalData",)
    purpose = asking.PURPOSE
    recipients = "SamenBeter privacy: Handle requests"
    period = 5 * 365
    clock = _("data_proofs_clock", default="Vanaf de dag dat het klaar was.")
    room, kind = asking.ROOM, asking.PROOF
