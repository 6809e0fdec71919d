"""The page on which an expert who is logged in answers a question: @@bijdrage."""

from functools import cached_property
from plone import api
from plone.uuid.interfaces import IUUID
from samenbeter import _
from samenbeter.shared import vault
from samenbeter.shared.pages import PrivatePage
from samenbeter.shared.transactions import committed
from samenbeter.vraagbaak.cases import states
from samenbeter.vraagbaak.experts import consultations
from samenbeter.vraagbaak.experts import consulting
from samenbeter.vraagbaak.experts import people
from samenbeter.vraagbaak.experts.contribution_form import ContributionForm
from zExceptions import NotFound


SENT = _("expert_said_sent", default="Je bijdrage is bij de redactie. Zij leest hem na.")
DECLINED = _("expert_said_declined", default="De redactie weet dat jullie niet kunnen antwoorden.")
PASSED_ON = _("expert_said_passed_on", default="Doorgegeven. Je collega krijgt een mail.")
WANTED = _("expert_said_wanted", default="De redactie ziet dat er een ander vak bij moet.")
CHANGED = _("expert_changed", default="Er veranderde intussen iets aan deze vraag. Kijk hoe het nu is.")
LIST = "@@vragen-voor-mij"


class Bijdrage(PrivatePage):
    """The redacted question, and what an expert of a partner can do with it."""

    title = _("expert_answer", default="Geef antwoord")

    def __call__(self):
        """Show it to who may answer the question now; for all others it is not there."""
        if not self.partners:
            raise NotFound(self.__name__)
        return super().__call__()

    @property
    def here(self):
        """Return the address of this page."""
        return f"{self.context.absolute_url()}/@@bijdrage"

    @cached_property
    def me(self):
        """Return the user id of who is logged in."""
        return api.user.get_current().getId()

    @cached_property
    def partners(self):
        """Return the UIDs of the partners for which this person may answer the question."""
        return people.partners_for(self.context, self.me)

    @cached_property
    def form(self):
        """Return what the form shows."""
        return ContributionForm(self, self.context, self.me, self.partners)

    @cached_property
    def mine(self):
        """Return the open Consultation that this person can decline or pass on; None."""
        found = [one for one in self.form.consultations if not one.persons or self.me in one.persons]
        return found[0] if found else None

    @property
    def colleagues(self):
        """Return the other experts of the same partner: {id, name}."""
        experts = people.experts_of(self.mine.partner) if self.mine is not None else ()
        return [{"id": userid, "name": people.name_of(userid) or userid} for userid in experts if userid != self.me]

    @property
    def full_form(self):
        """Return the address of Plone's form, in which a contribution can refer to an offer or a meeting."""
        if self.form.began is not None:
            return f"{self.form.began.absolute_url()}/edit"
        return f"{self.context.absolute_url()}/++add++VraagbaakAnswer"

    # -- doing

    def act(self):
        """Do what a button says; then go to the list."""
        acts = {
            "contribute": self._contribute,
            "decline": self._decline,
            "pass_on": self._pass_on,
            "ask_colleague": self._ask_colleague,
        }
        act = acts.get(self.field("do"))
        if act is None:
            raise NotFound(self.__name__)
        try:
            said = act()
        except consulting.Refused as problem:
            self.errors[problem.field] = problem.message
            return None
        except (states.WrongStep, vault.NoRecord):
            said = CHANGED
        self.tell(said)
        self.request.response.redirect(f"{self.url}/{LIST}", status=303)
        return ""

    def _contribute(self):
        fields, partner = self.form.fields(), self.form.partner
        committed(lambda: consulting.contribute(self.context, self.me, partner, fields))
        return SENT

    def _decline(self):
        reason, text = self.field("reason"), self.field("reason_text")
        self._with_mine(lambda one: consulting.decline(one.id, self.me, reason, text))
        return DECLINED

    def _pass_on(self):
        to = self.field("to")
        self._with_mine(lambda one: consulting.pass_on(one.id, self.me, to))
        return PASSED_ON

    def _ask_colleague(self):
        discipline = self.field("discipline_wanted")
        self._with_mine(lambda one: consulting.ask_colleague(one.id, self.me, discipline))
        return WANTED

    def _with_mine(self, act):
        """Do something with the own Consultation, as it is when it is done.

        :raises vault.NoRecord: when it is not with this person any more.
        """
        known = self.mine

        def once():
            if known is None or known.partner not in people.partners_for(self.context, self.me):
                raise vault.NoRecord
            if consultations.load(known.id).question != IUUID(self.context):
                raise vault.NoRecord
            act(known)

        committed(once)
