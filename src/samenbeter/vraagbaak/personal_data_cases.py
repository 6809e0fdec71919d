"""The personal data of a case: what somebody asked, by which address and account it is known."""

from samenbeter import _
from samenbeter.shared.personal_data import VaultPersonalData
from samenbeter.vraagbaak.cases import store


class Cases(VaultPersonalData):
    """Questions to the desk, with what the asker wrote and all that happened with it."""

    room = store.ROOM
    kinds = ((store.ROOM, store.CASE), (store.ROOM, store.WORDS), (store.ROOM, store.ACCOUNT))
    title = _("data_cases", default="Je vragen aan de Vraagbaak")
    description = _("data_cases_text", default="Wat je vroeg, in je eigen woorden, en wat wij ermee deden.")
    categories = ("pd:Health", "pd:Communication")
    special = True
    purpose = store.PURPOSE
    recipients = "SamenBeter vraagbaak: Open what the asker wrote"
    period = 180
    clock = _(
        "data_cases_clock", default="Vanaf de dag van je antwoord. Is er geen antwoord: vanaf de dag dat je vroeg."
    )


class Contacts(VaultPersonalData):
    """The mail address that somebody left with a question."""

    room, kind = store.ROOM, store.CONTACT
    title = _("data_contacts", default="Je mailadres bij een vraag")
    description = _("data_contacts_text", default="Waar wij je een bericht sturen als er iets is met je vraag.")
    categories = ("pd:EmailAddress",)
    purpose = store.PURPOSE
    period = 30
    clock = _("data_contacts_clock", default="Vanaf de dag van je antwoord.")
