"""What an asker sees of a case: how far it is, what to do, the answer, and what happened."""

from functools import cached_property
from samenbeter import _
from samenbeter.shared import audit_words
from samenbeter.vraagbaak.asking.bon import Bon
from samenbeter.vraagbaak.cases import events
from samenbeter.vraagbaak.cases import states
from samenbeter.vraagbaak.cases import store
from samenbeter.vraagbaak.cases.case import ACTED
from samenbeter.vraagbaak.cases.case import HELPED
from samenbeter.vraagbaak.cases.case import moment
from samenbeter.vraagbaak.cases.case import YES
from samenbeter.vraagbaak.desk import publishing
from samenbeter.vraagbaak.receipt.answer import AskersAnswer
from samenbeter.vraagbaak.receipt.telling import STATES


# which of the four steps is now
NOW = {
    states.RECEIVED: 1,
    states.REDACTED: 2,
    states.ANSWERING: 2,
    states.ANSWERED: 4,
    states.CLOSED: 4,
}
READY = (states.ANSWERED, states.CLOSED)
# reason of the desk: what its asker reads
WHY_NOT = {
    "not_for_us": _("receipt_not_for_us", default="Hier kunnen wij niet bij helpen. Bel ons, dan kijken wij wie wel."),
    "double": _("receipt_double", default="Deze vraag kwam twee keer binnen. Kijk bij je andere code."),
    "empty": _("receipt_empty", default="Wij zagen geen vraag in je tekst. Stel hem gerust opnieuw."),
}
WHY = _("receipt_why_not", default="De redactie doet niets met deze tekst. Klopt dat niet? Bel ons.")
# what the desk calls "the asker" is who reads this
YOURS = {
    "asked_back": _("receipt_event_asked_back", default="Wij vroegen je iets"),
    "replied": _("receipt_event_replied", default="Jij gaf antwoord"),
    "helped": _("receipt_event_helped", default="Jij bent geholpen"),
    "acted": _("receipt_event_acted", default="Jij deed iets"),
    "approval_asked": _("receipt_event_approval", default="Wij vroegen of je vraag op de site mag"),
    "approved": _("receipt_event_approved", default="Jij zei ja tegen de site"),
    "hidden": _("receipt_event_hidden", default="Jij liet je vraag stilzetten"),
    "refused": _("receipt_event_refused", default="Jij zei nee tegen de site"),
}
# whoever did something with a case without an account had its code: the asker, or somebody who was given it
BY_CODE = _("receipt_by_code", default="Iemand met de code")
OUTCOMES = {
    HELPED: _("receipt_was_helped", default="Je zei: ik ben geholpen."),
    ACTED: _("receipt_was_acted", default="Je zei: ik heb iets gedaan."),
}


class Status(Bon):
    """A case for the page of its asker.

    :param page: the page that shows it: its ``sb``, ``request`` and ``userid``.
    """

    def __init__(self, page, case):
        super().__init__(page, "", case)

    @property
    def state(self):
        """Return how it is, in words."""
        return STATES[self.case.state]

    @property
    def steps(self):
        """Return [{"text", "done", "current"}]; what waits or was rejected stays at the step it came from."""
        now = NOW.get(self.case.before or self.case.state, 1)
        return [{**one, "done": at < now, "current": at == now} for at, one in enumerate(super().steps)]

    @property
    def is_waiting(self):
        """Return whether the asker has to do something first."""
        return self.case.state == states.WAITING

    @property
    def why_not(self):
        """Return why the desk does not go on, a message; None when it does."""
        return WHY_NOT.get(self.case.reject_reason, WHY) if self.case.state == states.REJECTED else None

    @property
    def asked_back(self):
        """Return the questions of the desk that wait for an answer: {"id", "text", "field"}."""
        waiting = [one for one in self.case.asked_back if not one["answered"]] if self.is_waiting else []
        return [{"id": one["id"], "text": one["text"], "field": f"reply-{one['id']}"} for one in waiting]

    # -- the answer

    @cached_property
    def question(self):
        """Return the redacted question, or None."""
        return store.question_of(self.case)

    @cached_property
    def answer(self):
        """Return the AskersAnswer; None before it is there."""
        if self.case.state not in READY or self.question is None:
            return None
        return AskersAnswer(self.question, self.page.request)

    @property
    def outcome(self):
        """Return what the asker said of it, a message; None for nothing yet."""
        return OUTCOMES.get(self.case.outcome) if self.answer is not None else None

    # -- the site

    @property
    def words(self):
        """Return the words that would be on the site: {"title", "text", "others", "hash"}; None when nobody asks."""
        if not self._has_words or not self.case.approval.get("asked") or self.case.approval.get("answer"):
            return None
        return {
            "title": self.question.title,
            "text": self.question.question or "",
            "others": list(self.question.other_wordings or ()),
            "hash": publishing.hash_of(self.question),
            "lang": self.page.sb.content_lang(self.question),
        }

    @property
    def _has_words(self):
        return self.question is not None and publishing.source_of(self.question) == publishing.ASKER

    @property
    def said(self):
        """Return what the asker said of words for the site: "yes", "no", or ""."""
        return self.case.approval.get("answer", "")

    @property
    def is_public(self):
        """Return whether everybody can read it, in the asker's words."""
        return self._has_words and self.said == YES and publishing.is_public(self.question)

    @property
    def public_url(self):
        """Return where everybody reads it."""
        return self.question.absolute_url()

    # -- what happened

    @property
    def timeline(self):
        """Return what happened that is for the asker, newest first: {"text", "when", "iso"}."""
        found = [(event, events.EVENTS.get(event["what"], ("", False))) for event in reversed(self.case.timeline)]
        return [
            {
                "text": YOURS.get(event["what"], text),
                "when": self.sb.datetime(moment(event["t"])),
                "iso": self.sb.iso(moment(event["t"])),
            }
            for event, (text, shown) in found
            if shown
        ]

    @property
    def readers(self):
        """Return who saw it, newest first: {"when", "iso", "who", "what", "why", "reason"}."""
        return [
            {
                **row,
                "who": BY_CODE if row["who"] == audit_words.NO_ACCOUNT else row["who"],
                "iso": self.sb.iso(row["when"]),
                "when": self.sb.datetime(row["when"]) if row["times"] == 1 else self.sb.date(row["when"]),
            }
            for row in audit_words.seen_by(self.case.subject, None, me=self.page.userid or None)
        ]

    @property
    def mail_failed(self):
        """Return whether a mail to the asker did not arrive."""
        return self.case.mail in ("refused", "bounced", "not_sent")
