"""The answer: one short text in plain words, of a known kind, that goes to the asker first."""

from plone import api
from plone.app.textfield import RichTextValue
from samenbeter import _
from samenbeter.interfaces import IVraagbaakAnswer
from samenbeter.shared import audit
from samenbeter.shared import clock
from samenbeter.shared.gates import refusal
from samenbeter.shared.html_text import text_of
from samenbeter.vraagbaak.cases import promise
from samenbeter.vraagbaak.cases import states
from samenbeter.vraagbaak.cases import store
from samenbeter.vraagbaak.cases.case import Case
from samenbeter.vraagbaak.cases.case import now
from samenbeter.vraagbaak.content import IQuestionSchema
from samenbeter.vraagbaak.desk import counting
from samenbeter.vraagbaak.desk import plain_answer
from samenbeter.vraagbaak.desk.publishing import NO_QUESTION
from samenbeter.vraagbaak.desk.refusing import Refused
from samenbeter.vraagbaak.events import add_months
from samenbeter.vraagbaak.settings import PREFIX
from samenbeter.vraagbaak.work import OVER
from zope.event import notify
from zope.lifecycleevent import Attributes
from zope.lifecycleevent import ObjectModifiedEvent
from zope.schema import ValidationError

import re


SECTION = "vraagbaak.answer"
SUMMARY, TYPE = "summary", "answer_type"
# what an editor writes at an answer; the summary as plain text
FIELDS = (SUMMARY, TYPE, "difference_topic", "source_name", "source_url", "checked_on", "review_on")
MAY_WRITE = (states.RECEIVED, states.REDACTED, states.ANSWERING, states.WAITING, states.ANSWERED)
SEE_GP = "see_gp"
# what an answer of that kind has to name
DOCTOR = re.compile(r"\b(huisarts|dokter|doctor|GP\b|112)", re.IGNORECASE)
ACCEPT, RETURN = "accept", "return"
NO_SUMMARY = _("case_answer_missing", default="Schrijf eerst het korte antwoord.")
NO_TYPE = _("case_answer_type_missing", default="Kies wat voor antwoord dit is.")
NO_DOCTOR = _(
    "case_answer_no_gp",
    default="Je koos “Ga naar je huisarts”. Zeg in het antwoord ook dat de vrager naar de huisarts gaat.",
)
KEPT_SAFE = _(
    "case_answer_rich", default="Dit antwoord heeft opmaak die hier niet past. Verander het in het formulier van Plone."
)


def question_of(case):
    """Return the question of a case.

    :raises Refused: when there is none yet.
    """
    question = store.question_of(case)
    if question is None:
        raise Refused("", NO_QUESTION)
    return question


def text_as_shown(question):
    """Return the short answer of a question as plain text without marks; "" for none."""
    return text_of(question.summary.raw) if question.summary else ""


def write(case_or_question, fields, by):
    """Write an answer down; what is not in ``fields`` stays as it was. The caller saves the case.

    :param fields: {name of FIELDS: value}; the summary as text for ``plain_answer``, None for nothing.
    :param by: user id of the editor.
    :returns: the question.
    :raises Refused: when a value cannot be taken.
    :raises states.WrongStep: when the case is closed or rejected.
    """
    case = case_or_question if isinstance(case_or_question, Case) else None
    if case is not None and case.state not in MAY_WRITE:
        raise states.WrongStep("write", case.state)
    question = question_of(case) if case is not None else case_or_question
    values = {}
    for name, value in fields.items():
        stored = _stored(question, name, value)
        if _plain(stored) != _plain(getattr(question, name, None)):
            values[name] = stored
    for name, stored in values.items():
        setattr(question, name, stored)
    if values:
        notify(ObjectModifiedEvent(question, Attributes(IQuestionSchema, *values)))
    if case is not None:
        if case.state == states.REDACTED:
            case.move("begin_answer")
        _note(case, "write")
    return question


def _stored(question, name, value):
    if name not in FIELDS:
        raise ValueError(name)
    if name == SUMMARY:
        if question.summary and plain_answer.to_text(question.summary.raw) is None:
            raise Refused(SUMMARY, KEPT_SAFE)
        html = plain_answer.to_html(value or "")
        value = RichTextValue(html, "text/html", "text/x-html-safe") if html else None
    elif isinstance(value, str):
        value = value.strip() or None
    if value is not None:
        try:
            IQuestionSchema[name].bind(question).validate(value)
        except ValidationError as error:
            raise Refused(name, error.doc()) from None
    return value


def _plain(value):
    return getattr(value, "raw", value) or None


def problems(question):
    """Return {field: message} of what an answer still needs before the asker gets it."""
    found, text = {}, text_as_shown(question)
    if not text.strip():
        found[SUMMARY] = NO_SUMMARY
    if not question.answer_type:
        found[TYPE] = NO_TYPE
    elif question.answer_type == SEE_GP and text.strip() and not DOCTOR.search(text):
        found[SUMMARY] = NO_DOCTOR
    return found


def send(case, by):
    """Let the asker read the answer: by code, by account. The promise is kept. The caller saves the case.

    :param by: user id of the editor.
    :raises Refused: when something is missing.
    :raises states.WrongStep: when the case waits for its asker, or is over.
    """
    question = question_of(case)
    for field, message in problems(question).items():
        raise Refused(field, message)
    desk = store.desk_of(case)
    counting.count_answered(case, desk)
    case.move("answer")
    case.answered = now()
    case.undo = {}
    promise.stop(case, desk)
    counting.count_first(case, desk)
    store.keep_from_answer(case)
    _date(question)
    case.note_event("answered", by)
    _note(case, "send")
    from samenbeter.vraagbaak.letters import letters  # letters ask for cases too

    letters.to_asker(case, "answered")


def _date(question):
    """Say that it was checked today, and when it will be looked at again, where an editor said nothing."""
    today, values = clock.today(), {}
    if question.checked_on is None:
        values["checked_on"] = today
    if question.review_on is None or question.review_on <= today:
        values["review_on"] = review_day(today)
    for name, value in values.items():
        setattr(question, name, value)
    if values:
        notify(ObjectModifiedEvent(question, Attributes(IQuestionSchema, *values)))


def review_day(today):
    """Return the date on which an answer of today is looked at again."""
    return add_months(today, api.portal.get_registry_record(f"{PREFIX}.review_months", default=12))


def decide(question, answer_id, step, by):
    """Accept a contribution, or send it back, as far as the person who is logged in may.

    :param answer_id: the id of the contribution in its question.
    :param step: ACCEPT or RETURN.
    :raises Refused: when it is not there or cannot be done now.
    """
    answer = question.get(answer_id)
    tool = api.portal.get_tool("portal_workflow")
    if answer is None or step not in (ACCEPT, RETURN):
        raise Refused("", _("case_contribution_gone", default="Deze bijdrage is er niet meer."))
    reason = refusal(answer, step)
    if reason is not None:
        raise Refused("", reason)
    if not any(workflow.isActionSupported(answer, step) for workflow in tool.getWorkflowsFor(answer)):
        raise Refused("", _("case_contribution_moved", default="Iemand anders deed dit al. Kijk hoe het nu is."))
    tool.doActionFor(answer, step)


def _note(case, section):
    audit.note("edit", subject=case.subject, object=case.id, section=f"{SECTION}.{section}", basis=store.PURPOSE)


# -- what it refers to


def ended_referrals(question):
    """Return the titles of what accepted contributions send people to and that is not there any more."""
    found = {}
    for answer in question.objectValues():
        if IVraagbaakAnswer.providedBy(answer) and api.content.get_state(answer, default="") == "accepted":
            for relation in answer.referrals or ():
                target = relation.to_object
                if target is not None and api.content.get_state(target, default=None) in OVER:
                    found[target.UID()] = target.title
    return list(found.values())
