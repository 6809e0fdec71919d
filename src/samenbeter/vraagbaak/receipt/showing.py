"""What an asker sees of a case: how far it is, what to do, the answer, and what happened."""

from functools import cached_property
from samenbeter import _
from samenbeter.vraagbaak.cases import events
from samenbeter.vraagbaak.cases import states
from samenbeter.vraagbaak.cases import store
from samenbeter.vraagbaak.cases.case import moment
from samenbeter.vraagbaak.cases.case import YES
from samenbeter.vraagbaak.desk import publishing
from samenbeter.vraagbaak.desk import triage
from samenbeter.vraagbaak.personal_data_cases import STATES
from samenbeter.vraagbaak.receipt import answer


STEPS = (
    _("ask_bon_step_received", default="Ontvangen"),
    _("ask_bon_step_read", default="Redactie leest"),
    _("ask_bon_step_think", default="Mensen denken mee"),
    _("ask_bon_step_answer", default="Jouw antwoord"),
)
# which of them is now
NOW = {states.RECEIVED: 1, states.REDACTED: 2, states.ANSWERING: 2, states.WAITING: 1, states.REJECTED: 1}
READY = (states.ANSWERED, states.CLOSED)


class Status:
    """A case for the page of its asker.

    :param sb: the helpers of all templates.
    """

    def __init__(self, case, sb, request):
        self.case, self.sb, self.request = case, sb, request

    @property
    def state(self):
        """Return how it is, in words."""
        return STATES[self.case.state]

    @property
    def steps(self):
        """Return [{"text", "done", "current"}]."""
        now = NOW.get(self.case.state, len(STEPS))
        return [
            {"text": text, "done": at < now or now == len(STEPS), "current": at == now} for at, text in enumerate(STEPS)
        ]

    @property
    def due(self):
        """Return until when there is an answer, in words; "" while the clock stands still."""
        due = self.case.due
        return f"{self.sb.day(due)}, {self.sb.time(due)}" if due is not None else ""

    @property
    def rejected(self):
        """Return why the desk does not go on, a message; None when it does."""
        return triage.REASONS.get(self.case.reject_reason) if self.case.state == states.REJECTED else None

    @property
    def asked_back(self):
        """Return the question of the desk that waits for an answer, or None."""
        waiting = [one for one in self.case.asked_back if not one["answered"]]
        return waiting[-1] if waiting and self.case.state == states.WAITING else None

    @cached_property
    def question(self):
        """Return the redacted question, or None."""
        return store.question_of(self.case)

    @cached_property
    def answer(self):
        """Return the answer, see ``answer.shown``; None before it is there."""
        if self.case.state not in READY or self.question is None:
            return None
        return answer.shown(self.question, self.request)

    @property
    def asks_outcome(self):
        """Return whether the asker can say how it went."""
        return self.answer is not None

    @property
    def words(self):
        """Return the words that would be on the site: {"title", "text", "others", "hash"}; None when nobody asks."""
        if self.question is None or not self.case.approval.get("asked") or self.case.approval.get("answer"):
            return None
        if publishing.source_of(self.question) != publishing.ASKER:
            return None
        return {
            "title": self.question.title,
            "text": self.question.question or "",
            "others": list(self.question.other_wordings or ()),
            "hash": publishing.hash_of(self.question),
        }

    @property
    def said_yes(self):
        """Return whether the asker said yes, so that it can be taken back."""
        return self.case.approval.get("answer") == YES

    @property
    def is_public(self):
        """Return whether everybody can read it, in the asker's words."""
        return self.question is not None and self.said_yes and publishing.is_public(self.question)

    @property
    def timeline(self):
        """Return what happened that is for the asker, newest first: {"text", "when", "iso"}."""
        found = [(event, events.EVENTS.get(event["what"], ("", False))) for event in reversed(self.case.timeline)]
        return [
            {"text": text, "when": self.sb.datetime(moment(event["t"])), "iso": self.sb.iso(moment(event["t"]))}
            for event, (text, shown) in found
            if shown
        ]

    @property
    def mail_failed(self):
        """Return whether a mail to the asker did not arrive."""
        return self.case.mail in ("refused", "bounced", "not_sent")

    @property
    def erased_on(self):
        """Return when the case is erased, in words; "" for no day."""
        day = store.erased_on(self.case)
        return self.sb.date(day) if day else ""

    @property
    def email_erased_on(self):
        """Return when the mail address is erased, in words; "" for none."""
        day = store.contact_erased_on(self.case)
        return self.sb.date(day) if day else ""
