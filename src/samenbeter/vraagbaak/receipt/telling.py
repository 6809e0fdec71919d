"""What is told of a case to whom it is of, to take along: for people, and for programs.

Their own words, and what the desk wrote about them, notes too: those are about this person. Not what experts wrote,
and never who of us did something.
"""

from samenbeter import _
from samenbeter.shared import periods
from samenbeter.vraagbaak.asking import words as asked
from samenbeter.vraagbaak.cases import events
from samenbeter.vraagbaak.cases import states
from samenbeter.vraagbaak.cases.case import moment


STATES = {
    states.RECEIVED: _("receipt_state_received", default="De redactie leest je vraag"),
    states.REDACTED: _("receipt_state_redacted", default="De redactie zoekt wie kan helpen"),
    states.ANSWERING: _("receipt_state_answering", default="Mensen denken mee"),
    states.WAITING: _("receipt_state_waiting", default="Wij wachten op jou"),
    states.ANSWERED: _("receipt_state_answered", default="Je antwoord is er"),
    states.CLOSED: _("receipt_state_closed", default="Klaar"),
    states.REJECTED: _("receipt_state_rejected", default="Wij konden hier niet mee verder"),
}
HAPPENED = _("data_cases_happened", default="Wat er gebeurde")
ADDRESS_KEPT = _(
    "data_cases_address_kept",
    default="Er hoort een mailadres bij. Vraag een link naar dat adres, dan zie je wat daarbij hoort.",
)


def values(case, words):
    """Yield (label, text) of a case, in order.

    :param words: what the asker wrote, as ``store.words`` returns it.
    """
    yield _("receipt_words", default="Wat je vroeg"), words["text"]
    for reply in words["replies"]:
        yield _("receipt_reply", default="Wat je later schreef"), reply["text"]
    for question in case.asked_back:
        yield _("receipt_asked", default="Wat wij je vroegen"), question["text"]
    yield _("receipt_state", default="Hoe het staat"), STATES[case.state]
    yield asked.FOR_WHOM_LABEL, asked.FOR_WHOM[case.for_whom]
    yield asked.PUBLISH_LABEL, asked.PUBLISH[case.publish]
    if case.contact:
        yield asked.EMAIL_LABEL, ADDRESS_KEPT
    for note in case.notes:
        yield _("receipt_note", default="Notitie van de redactie"), note["text"]
    for event in _timeline(case):
        mapping = {"date": periods.in_words(moment(event["t"]).date()), "what": events.EVENTS[event["what"]][0]}
        yield HAPPENED, _("data_cases_event", default="${date}: ${what}", mapping=mapping)


def for_machines(case, words):
    """Return the same as JSON can say it, and what the desk noted by a choice."""
    return {
        "number": case.number,
        "received": case.received,
        "answered": case.answered,
        "words": words["text"],
        "replies": [{"t": reply["t"], "text": reply["text"]} for reply in words["replies"]],
        "questions_back": [{"t": question["t"], "text": question["text"]} for question in case.asked_back],
        "state": case.state,
        "language": case.language,
        "channel": case.channel,
        "for_whom": case.for_whom,
        "publish": case.publish,
        "approval": {name: case.approval[name] for name in ("asked", "decided", "answer") if name in case.approval},
        "outcome": case.outcome,
        "themes": list(case.themes),
        "urgency": case.urgency,
        "reject_reason": case.reject_reason,
        "has_mail_address": bool(case.contact),
        "notes": [{"t": note["t"], "text": note["text"]} for note in case.notes],
        "timeline": [{"t": event["t"], "what": event["what"]} for event in _timeline(case)],
    }


def _timeline(case):
    return [event for event in case.timeline if events.EVENTS.get(event["what"], ("", False))[1]]
