"""The two boxes in which editors ask experts: who is asked, and ask one more. On the page of a case, and of a question."""

from functools import cached_property
from plone import api
from plone.uuid.interfaces import IUUID
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from samenbeter import _
from samenbeter.shared import vault
from samenbeter.shared.transactions import committed
from samenbeter.vraagbaak.cases import store
from samenbeter.vraagbaak.cases.case import moment
from samenbeter.vraagbaak.experts import consultations
from samenbeter.vraagbaak.experts import consulting
from samenbeter.vraagbaak.experts import due
from samenbeter.vraagbaak.experts import people
from samenbeter.vraagbaak.experts import usual
from samenbeter.vraagbaak.experts import words


SAID = _("expert_said_asked", default="Gevraagd. De deskundigen krijgen een mail, met een link om te antwoorden.")
SAID_ENDED = _("expert_said_ended", default="Gestopt. Deze partner ziet de vraag niet meer.")


def chosen(request, name):
    """Return what was chosen of several, as a list of texts.

    :param name: of the boxes of the form.
    """
    value = request.form.get(name, [])
    return [one for one in (value if isinstance(value, list) else [value]) if isinstance(one, str) and one]


class Boxes:
    """What both boxes show, and what they do.

    :param page: the PrivatePage that they stand on.
    :param question: the VraagbaakQuestion, or None while there is none.
    :param case: its Case, or None.
    """

    parts = ViewPageTemplateFile("templates/consulting.pt")

    def __init__(self, page, question, case=None):
        self.page, self.question, self.case = page, question, case
        self.context, self.request = page.context, page.request

    @property
    def sb(self):
        """Return the helpers of all templates."""
        return self.page.sb

    @property
    def userid(self):
        """Return the user id of who is logged in."""
        return api.user.get_current().getId()

    @property
    def can_ask(self):
        """Return whether experts can be asked now."""
        asks = self.case is None or self.case.is_open
        states = (*consulting.BEFORE, consulting.CONSULTING)
        return self.question is not None and asks and api.content.get_state(self.question, default="") in states

    # -- showing

    @cached_property
    def consultations(self):
        """Return the Consultations, oldest first."""
        return consultations.of_question(IUUID(self.question)) if self.question is not None else []

    def rows(self):
        """Return who was asked, what came of it, and what can be done."""
        return [self._row(one) for one in self.consultations]

    def _row(self, one):
        text, icon, state = words.STATES[one.state]
        return {
            "id": one.id,
            "title": people.title_of(one.partner) or _("expert_partner_left", default="Partner die weg is"),
            "who": self._names(one.persons),
            "note": one.note,
            "since": f"{self.sb.day(moment(one.asked))}, {self.sb.time(moment(one.asked))}",
            "tag": {"text": text, "icon": icon, "state": state},
            "due": due.tag(self.case.due if self.case is not None else None, self.sb, self.request)
            if one.is_open
            else None,
            "reason": words.REASONS.get(one.reason),
            "reason_text": one.reason_text,
            "colleague": people.name_of(one.colleague),
            "wanted": self.sb.terms("samenbeter.disciplines", one.wanted),
            "backup": people.title_of(one.backup),
            "can_end": one.state in (consultations.OPEN, consultations.ANSWERED),
        }

    def _names(self, userids):
        return ", ".join(filter(None, map(people.name_of, userids)))

    @cached_property
    def choices(self):
        """Return the partners that can be asked now, with their trades, how much they have, and who is away."""
        asked = {one.partner for one in self.consultations if one.is_open}
        return [self._choice(brain) for brain in people.active_partners() if brain.UID not in asked]

    @cached_property
    def _usual(self):
        return usual.hours_of_all()

    def _choice(self, brain):
        experts = people.experts_of(brain.UID)
        away = people.absent(experts)
        return {
            "uid": brain.UID,
            "title": brain.Title,
            "disciplines": ", ".join(self.sb.terms("samenbeter.disciplines", brain.sb_disciplines or ())),
            "load": self._load(people.load_of(brain.UID)),
            "usual": usual.in_words(self._usual.get(brain.UID)),
            "away": self._away(len(experts), len(away)),
            "checked": "checked" if brain.UID in chosen(self.request, "partners") else None,
            "backup": "selected" if self.page.field("consult_backup") == brain.UID else None,
            "people": [
                {
                    "id": userid,
                    "name": people.name_of(userid) or userid,
                    "away": userid in away,
                    "checked": "checked" if userid in chosen(self.request, "persons") else None,
                }
                for userid in experts
            ],
        }

    @staticmethod
    def _load(number):
        if not number:
            return _("expert_load_none", default="heeft nu geen vragen")
        if number == 1:
            return _("expert_load_one", default="heeft nu 1 vraag")
        return _("expert_load", default="heeft nu ${number} vragen", mapping={"number": number})

    @staticmethod
    def _away(experts, away):
        if not experts:
            return _("expert_nobody", default="Let op: hier staat nog geen deskundige bij.")
        if away == experts:
            return _("expert_all_away", default="Alle deskundigen zijn nu weg.")
        return None

    # -- doing

    def ask(self):
        """Ask who was chosen; return the message for the next page, or None when something is wrong."""
        arguments = {
            "note": self.page.field("consult_note"),
            "persons": chosen(self.request, "persons"),
            "backup": self.page.field("consult_backup"),
        }
        partners = chosen(self.request, "partners")

        def act():
            consulting.consult(self.question, partners, self.userid, **arguments)
            self._hold()

        try:
            committed(act)
        except consulting.Refused as problem:
            self.page.errors[f"consult-{problem.field}"] = problem.message
            return None
        return SAID

    def end(self):
        """Ask a partner no more; return the message for the next page.

        :raises vault.NoRecord: when it is not about this question.
        """
        consultation_id = self.page.field("consultation")

        def act():
            if consultations.load(consultation_id).question != IUUID(self.question):
                raise vault.NoRecord
            consulting.end(consultation_id, self.userid)
            self._hold()

        committed(act)
        return SAID_ENDED

    def _hold(self):
        """Let others see who is on the case now."""
        if self.case is not None:
            case = store.load(self.case.id)
            case.hold(self.userid)
            store.save(case)
