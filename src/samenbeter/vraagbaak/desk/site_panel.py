"""The panel in which an editor takes the step to everybody: asks for a yes, publishes, takes back, or writes anew."""

from datetime import timedelta
from plone import api
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from samenbeter import _
from samenbeter.shared import clock
from samenbeter.shared.gates import IHasPersonalData
from samenbeter.shared.states import state_tag
from samenbeter.vraagbaak.cases import states
from samenbeter.vraagbaak.cases.case import moment
from samenbeter.vraagbaak.cases.case import NO
from samenbeter.vraagbaak.cases.case import YES
from samenbeter.vraagbaak.desk import answering
from samenbeter.vraagbaak.desk import publishing
from samenbeter.vraagbaak.desk.answer_panel import QuestionPanel
from samenbeter.vraagbaak.desk.refusing import Refused


# how it stands with the yes of the asker
SAID_NO, GENERAL, SAID_YES, CHANGED, LATE, ASKED, NOT_ASKED = "no", "general", "yes", "changed", "late", "asked", "new"
# word: (icon, kind of message)
LOOKS = {
    SAID_NO: ("cross", ""),
    GENERAL: ("people", ""),
    SAID_YES: ("check", "ok"),
    CHANGED: ("pencil", "warn"),
    LATE: ("clock", "warn"),
    ASKED: ("clock", ""),
    NOT_ASKED: ("info", ""),
}


def is_late(case, desk):
    """Return whether the asker said nothing of the words for so long that an editor has to choose.

    :param desk: the Vraagbaak, whose ``approval_days`` says how long.
    """
    asked = case.approval.get("asked")
    if not asked or case.approval.get("answer"):
        return False
    return clock.now() - moment(asked) >= timedelta(days=desk.approval_days or 14)


class Site(QuestionPanel):
    """What the asker wanted, what the asker said, and what can be done."""

    name = "site"
    order = 50
    template = ViewPageTemplateFile("templates/site.pt")

    # -- looking

    @property
    def standing(self):
        """Return how it stands: one of the words above."""
        question, approval = self.question, self.case.approval
        if publishing.source_of(question) != publishing.ASKER:
            return GENERAL
        if self.case.publish != YES or approval.get("answer") == NO:
            return SAID_NO
        if publishing.is_approved(question):
            return SAID_YES
        if not approval.get("asked"):
            return NOT_ASKED
        if approval["hash"] != publishing.hash_of(question):
            return CHANGED
        return LATE if is_late(self.case, self.context) else ASKED

    @property
    def look(self):
        """Return {"icon", "kind"} of the message that says so."""
        icon, kind = LOOKS[self.standing]
        return {"icon": icon, "kind": f"sb-msg--{kind}" if kind else ""}

    @property
    def asked_on(self):
        """Return the date on which the words were laid before the asker, in words."""
        asked = self.case.approval.get("asked")
        return self.page.sb.date(moment(asked)) if asked else ""

    @property
    def is_public(self):
        """Return whether everybody can read it."""
        return publishing.is_public(self.question)

    @property
    def tag(self):
        """Return the tag of the state of the question."""
        return state_tag(api.content.get_state(self.question, default=""))

    @property
    def has_marks(self):
        """Return whether somebody has to look at personal data first."""
        return IHasPersonalData.providedBy(self.question)

    @property
    def may_ask(self):
        """Return whether the words can be laid before the asker."""
        fits = self.standing in (NOT_ASKED, CHANGED, LATE, ASKED)
        return fits and not self.is_public and not self.has_marks and self.case.state != states.REJECTED

    @property
    def may_publish(self):
        """Return whether the words may be on the site; the verb looks at all the rest."""
        return self.standing in (GENERAL, SAID_YES) and not self.is_public

    @property
    def sent_general(self):
        """Return whether the form of a general question was sent: then it shows what was typed."""
        return self.page.field("do") == "generalise"

    def value(self, name):
        """Return what stands in a field of the general question: nothing of the asker."""
        return self.page.field(name) if self.sent_general else ""

    @property
    def ended(self):
        """Return the titles of what the contributions send people to and that is no more."""
        return answering.ended_referrals(self.question)

    # -- doing

    def do_ask_approval(self):
        """Lay the exact words before the asker."""
        told = _("case_approval_asked", default="De tekst ligt bij de vrager. Die zegt ja of nee.")
        return self._do(lambda case: publishing.ask_approval(case, self.page.me), told)

    def do_publish(self):
        """Put the question on the site."""
        told = _("case_published", default="De vraag staat op de site.")
        return self._do(lambda case: publishing.publish(self._fresh(case), self.page.me, case), told)

    def do_withdraw(self):
        """Take the question from the site."""
        told = _("case_withdrawn", default="De vraag staat niet meer op de site. De vrager hoort het.")
        return self._do(lambda case: publishing.withdraw(self._fresh(case), self.page.me, case), told)

    def do_generalise(self):
        """Let the question have general words."""
        title, text = self.page.field("general_title"), self.page.field("general_text")
        told = _("case_generalised", default="Er staat nu een algemene vraag. Je kunt die op de site zetten.")
        return self._do(
            lambda case: publishing.generalise(self._fresh(case), title, text, self.page.me, case),
            told,
        )

    def _fresh(self, case):
        return answering.question_of(case)

    def _do(self, act, told):
        try:
            self.page.change(act)
        except Refused as refused:
            self.refuse(refused, "case-site")
            return None
        return told
