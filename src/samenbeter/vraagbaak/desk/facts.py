"""The first panel of a case: what it is, how it stands, and what is the next thing to do."""

from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from samenbeter import _
from samenbeter.shared import mail_events
from samenbeter.vraagbaak.cases import states
from samenbeter.vraagbaak.cases.case import moment
from samenbeter.vraagbaak.cases.case import YES
from samenbeter.vraagbaak.desk import people
from samenbeter.vraagbaak.desk.case_page import Panel
from samenbeter.vraagbaak.desk.case_page import SIDE
from samenbeter.vraagbaak.desk.original import CHANNELS
from samenbeter.vraagbaak.letters import bounces
from samenbeter.vraagbaak.letters import letters


# state: its tag, and the next thing to do
STATES = {
    states.RECEIVED: (
        {"text": _("case_state_received", default="Nieuw"), "icon": "mail", "state": "info"},
        _("case_next_received", default="Open de eigen woorden en haal de gegevens weg."),
    ),
    states.REDACTED: (
        {"text": _("case_state_redacted", default="Zonder gegevens"), "icon": "check", "state": "info"},
        _("case_next_redacted", default="Vraag deskundigen om mee te denken, of schrijf het antwoord."),
    ),
    states.ANSWERING: (
        {"text": _("case_state_answering", default="Antwoord in de maak"), "icon": "pencil", "state": "info"},
        _("case_next_answering", default="Lees de bijdragen en schrijf het korte antwoord."),
    ),
    states.WAITING: (
        {"text": _("case_state_waiting", default="Wacht op de vrager"), "icon": "clock", "state": None},
        _("case_next_waiting", default="Wacht op het antwoord van de vrager. De klok staat stil."),
    ),
    states.ANSWERED: (
        {"text": _("case_state_answered", default="Beantwoord"), "icon": "check", "state": "ok"},
        _("case_next_answered", default="Leg de tekst voor aan de vrager, of sluit de vraag."),
    ),
    states.CLOSED: (
        {"text": _("case_state_closed", default="Gesloten"), "icon": "check", "state": None},
        _("case_next_closed", default="Je hoeft niets meer te doen."),
    ),
    states.REJECTED: (
        {"text": _("case_state_rejected", default="Niet in behandeling"), "icon": "cross", "state": None},
        _("case_next_rejected", default="Je hoeft niets te doen. Klopt het niet, neem hem dan terug."),
    ),
}
# nobody may put the words of who said no on the site
NEXT_NOT_FOR_SITE = _("case_next_not_for_site", default="Sluit de vraag, of schrijf een algemene vraag voor de site.")
LANGUAGES = {
    "nl": _("case_language_nl", default="Nederlands"),
    "en": _("case_language_en", default="Engels"),
}
NO_ADDRESS = {"text": _("case_mail_none", default="Geen mailadres"), "icon": "info", "state": None}
MAIL = {
    "": {"text": _("case_mail_nothing", default="Nog niets gestuurd"), "icon": "info", "state": None},
    letters.WAITS: {"text": _("case_mail_waits", default="Wordt verstuurd"), "icon": "clock", "state": None},
    mail_events.SENT: {"text": _("case_mail_sent", default="Verstuurd"), "icon": "check", "state": "ok"},
    mail_events.REFUSED: {"text": _("case_mail_refused", default="Geweigerd"), "icon": "warning", "state": "late"},
    mail_events.NOT_SENT: {
        "text": _("case_mail_not_sent", default="Niet gelukt"),
        "icon": "warning",
        "state": "late",
    },
    letters.BOUNCED: {"text": _("case_mail_bounced", default="Komt terug"), "icon": "warning", "state": "late"},
}


class FactsPanel(Panel):
    """The facts, without a word or an address of the asker."""

    name = "facts"
    place = SIDE
    order = 1
    template = ViewPageTemplateFile("templates/facts.pt")

    @property
    def tag(self):
        """Return how it stands, for the macro "tag"."""
        return STATES[self.case.state][0]

    @property
    def next(self):
        """Return the next thing to do, one sentence."""
        if self.case.state == states.ANSWERED and (
            self.case.publish != YES or self.case.approval.get("answer") not in (None, "", YES)
        ):
            return NEXT_NOT_FOR_SITE
        return STATES[self.case.state][1]

    @property
    def received(self):
        """Return when it came in, a datetime."""
        return moment(self.case.received)

    @property
    def channel(self):
        """Return how it came in, a message."""
        return CHANNELS.get(self.case.channel, self.case.channel)

    @property
    def language(self):
        """Return in which language the asker reads, a message."""
        return LANGUAGES.get(self.case.language, self.case.language)

    @property
    def may_publish(self):
        """Return whether the asker said yes to the site, when asking."""
        return self.case.publish == YES

    @property
    def owner(self):
        """Return who sees to it."""
        return people.name_of(self.case.owner)

    @property
    def entered_by(self):
        """Return who wrote it down for the asker; "" when nobody did."""
        return people.name_of(self.case.entered_by) if self.case.entered_by else ""

    @property
    def mail(self):
        """Return how it goes with mail to the asker, for the macro "tag"."""
        return MAIL.get(self.case.mail, MAIL[""]) if self.case.contact else NO_ADDRESS

    @property
    def can_bounce(self):
        """Return whether a mail was sent that can come back."""
        return bool(self.case.contact) and self.case.mail in (letters.WAITS, mail_events.SENT)

    def do_bounced(self):
        """Note that mail to the asker comes back."""
        self.page.change(bounces.mark_bounced, self.page.me)
        return _("case_mail_bounced_said", default="Genoteerd. Wij sturen niets meer naar dit adres.")
