"""The personal data of experts: that they were asked, and the links that were mailed to them."""

from samenbeter import _
from samenbeter.shared import vault
from samenbeter.shared.personal_data import VaultPersonalData
from samenbeter.vraagbaak.experts import consultations
from samenbeter.vraagbaak.experts import links
from samenbeter.vraagbaak.experts import people
from samenbeter.vraagbaak.experts import words


class Consultations(VaultPersonalData):
    """Which partner was asked about which question: known by the question, not by a person."""

    room, kind = consultations.ROOM, consultations.KIND
    title = _("data_consultations", default="Wie wij om een bijdrage vroegen")
    description = _(
        "data_consultations_text",
        default="Welke partner een vraag kreeg, wanneer, en wat ervan kwam. Daar kan de naam van een deskundige bij staan.",
    )
    categories = ("pd:Professional",)
    purpose = consultations.PURPOSE
    recipients = "SamenBeter vraagbaak: Work at the desk"
    period = 180
    clock = _("data_consultations_clock", default="Vanaf de dag dat wij het vroegen.")


class Asked(VaultPersonalData):
    """That an expert was asked by name, or did something with a question."""

    room, kind = consultations.ROOM, consultations.ASKED
    title = _("data_asked", default="Vragen die jij als deskundige kreeg")
    description = _("data_asked_text", default="Dat wij jou om een bijdrage vroegen, en wat jij ermee deed.")
    categories = ("pd:Professional",)
    purpose = consultations.PURPOSE
    recipients = "SamenBeter vraagbaak: Work at the desk"
    period = 180
    clock = _("data_asked_clock", default="Vanaf de dag dat wij het vroegen.")

    def values(self, data):
        """Return which partner was asked, when, and what came of it."""
        try:
            one = consultations.load(data["consultation"])
        except vault.NoRecord:
            return ()
        return (
            (_("data_asked_partner", default="Voor"), people.title_of(one.partner)),
            (_("data_asked_on", default="Gevraagd op"), one.asked[:10]),
            (_("data_asked_state", default="Hoe het staat"), words.STATES[one.state][0]),
        )

    def erase(self, subject, before=None):
        """Take the person out of what stays, and the records away."""
        if subject.userid:
            consultations.forget_person(subject.userid)
        return super().erase(subject, before)


class AnswerLinks(VaultPersonalData):
    """Links by which an expert answers without logging in."""

    room, kind = links.ROOM, links.KIND
    title = _("data_answer_links", default="Links om een vraag te beantwoorden")
    description = _("data_answer_links_text", default="De link in een mail, waarmee jij één vraag beantwoordt.")
    categories = ("pd:Professional",)
    purpose = consultations.PURPOSE
    period = 7
    clock = _(
        "data_answer_links_clock",
        default="Tot je antwoordt. Anders een week, of twee dagen na het moment dat wij de vrager beloofden.",
    )

    def values(self, data):
        """Return until when it works."""
        return ((_("data_answer_links_until", default="Werkt tot"), data["until"][:10]),)

    def values_for_machines(self, data):
        """Return the same; a secret is nobody's data."""
        return {"until": data["until"]}
