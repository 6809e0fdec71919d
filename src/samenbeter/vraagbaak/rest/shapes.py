"""How a case, a question and a consultation look in JSON. Never in it: ids of the vault, the mail address, the code."""

from plone import api
from plone.uuid.interfaces import IUUID
from samenbeter.interfaces import IVraagbaakAnswer
from samenbeter.shared.html_text import text_of
from samenbeter.vraagbaak.cases import states
from samenbeter.vraagbaak.cases import store
from samenbeter.vraagbaak.cases.case import ASKER
from samenbeter.vraagbaak.cases.case import moment
from samenbeter.vraagbaak.cases.case import PLATFORM
from samenbeter.vraagbaak.cases.events import EVENTS
from samenbeter.vraagbaak.experts import consultations
from samenbeter.vraagbaak.experts import people
from zope.i18n import translate


def when(value):
    """Return a date, a datetime or a kept moment as text of whole seconds; None for nothing."""
    if not value:
        return None
    value = moment(value) if isinstance(value, str) else value
    return value.isoformat(timespec="seconds") if hasattr(value, "hour") else value.isoformat()


def person(userid):
    """Return who did something, for colleagues of the desk."""
    if userid in (ASKER, PLATFORM):
        return {"id": userid, "name": None}
    return {"id": userid, "name": people.name_of(userid) or None} if userid else None


def partner(uid):
    """Return a partner by its UID."""
    return {"id": uid, "title": people.title_of(uid) or None} if uid else None


# -- for the desk


def short(case, url):
    """Return what the list of the desk says of a case.

    :param url: its address.
    """
    return {
        "@id": url,
        "number": case.number,
        "state": case.state,
        "received": when(case.received),
        "due": when(case.due),
        "urgency": case.urgency,
        "themes": list(case.themes),
        "owner": person(case.owner),
        "works_on_it": person(case.holds),
        "channel": case.channel,
        "partners": [partner(uid) for uid in case.partners],
    }


def whole(case, url, request):
    """Return all that the desk knows of a case, but for what the asker wrote."""
    from samenbeter.vraagbaak.desk import undoing

    undoable = undoing.what(case)
    return {
        **short(case, url),
        "language": case.language,
        "for_whom": case.for_whom,
        "publish": case.publish,
        "entered_by": person(case.entered_by),
        "steps": list(states.allowed(case.state)),
        "answered": when(case.answered),
        "outcome": case.outcome or None,
        "reject_reason": case.reject_reason or None,
        "mail": case.mail or None,
        "erased_on": when(store.erased_on(case)),
        "question": question_of(case),
        "consultations": [consultation(one) for one in consultations.of_question(case.question)]
        if case.question
        else [],
        "questions_back": [_asked(one) for one in case.asked_back],
        "notes": [
            {"id": one["id"], "t": when(one["t"]), "by": person(one["by"]), "text": one["text"]} for one in case.notes
        ],
        "approval": approval(case),
        "undo": translate(undoable, context=request) if undoable else None,
        "timeline": [_event(one, request, with_people=True) for one in case.timeline],
    }


def _asked(one, with_people=True):
    found = {"id": one["id"], "t": when(one["t"]), "text": one["text"], "answered": when(one["answered"])}
    return {**found, "by": person(one["by"])} if with_people else found


def _event(one, request, with_people=False):
    found = {
        "t": when(one["t"]),
        "what": one["what"],
        "title": translate(EVENTS.get(one["what"], ("",))[0], context=request),
    }
    return {**found, "by": person(one["by"]), "about": one["about"] or None} if with_people else found


def approval(case):
    """Return what the asker was asked and said of the words for the site; None when nothing was asked."""
    known = case.approval
    if not known:
        return None
    return {
        "asked": when(known.get("asked")),
        "hash": known.get("hash") or None,
        "decided": when(known.get("decided")),
        "answer": known.get("answer") or None,
    }


def question_of(case):
    """Return the redacted question of a case for the desk; None when there is none."""
    from samenbeter.vraagbaak.desk import publishing

    question = consultations.item(case.question)
    if question is None:
        return None
    return {
        **question_words(question),
        "state": api.content.get_state(question),
        "source": publishing.source_of(question),
        "hash": publishing.hash_of(question),
        "approved": publishing.is_approved(question),
        "answer": answer(question),
        "contributions": contributions(question),
    }


def question_words(question):
    """Return the words of a question, without personal data."""
    return {
        "@id": question.absolute_url(),
        "id": IUUID(question),
        "title": question.title,
        "text": question.question or "",
        "themes": list(question.themes or ()),
    }


def answer(question):
    """Return the short answer of a question; None while there is none."""
    if not question.summary:
        return None
    return {
        "summary": text_of(question.summary.raw),
        "summary_html": question.summary.raw,
        "answer_type": question.answer_type,
        "difference_topic": question.difference_topic or None,
        "source_name": question.source_name or None,
        "source_url": question.source_url or None,
        "checked_on": when(question.checked_on),
        "review_on": when(question.review_on),
    }


def contributions(question, only=None):
    """Return the contributions to a question.

    :param only: states of which; None: all.
    """
    found = [(one, api.content.get_state(one)) for one in question.objectValues() if IVraagbaakAnswer.providedBy(one)]
    return [_contribution(one, state) for one, state in found if only is None or state in only]


def _contribution(one, state):
    return {
        "id": one.getId(),
        "state": state,
        "discipline": one.discipline,
        "partner": people.title_of(_partner_of(one)) or None,
        "text": text_of(one.contribution.raw) if one.contribution else "",
        "html": one.contribution.raw if one.contribution else "",
        "difference": one.difference or None,
        "sources": list(one.sources or ()),
    }


def _partner_of(one):
    from samenbeter.vraagbaak.experts import contributing

    return contributing.partner_of(one)


def consultation(one):
    """Return a consultation for the desk."""
    return {
        "id": one.id,
        "partner": partner(one.partner),
        "state": one.state,
        "asked": when(one.asked),
        "changed": when(one.changed),
        "persons": [person(userid) for userid in one.persons],
        "note": one.note,
        "reason": one.reason or None,
        "reason_text": one.reason_text or None,
        "disciplines_wanted": list(one.wanted),
        "backup": partner(one.backup),
    }


# -- for the asker


def receipt(case, request):
    """Return what the asker sees of a case."""
    shown = [one for one in case.timeline if EVENTS.get(one["what"], ("", False))[1]]
    question = consultations.item(case.question)
    ready = question is not None and case.state in (states.ANSWERED, states.CLOSED)
    return {
        "state": case.state,
        "received": when(case.received),
        "promised_by": when(case.due),
        "erased_on": when(store.erased_on(case)),
        "contact_erased_on": when(store.contact_erased_on(case)),
        "publish": case.publish,
        "answered": when(case.answered),
        "outcome": case.outcome or None,
        "reject_reason": case.reject_reason or None,
        "questions_back": [_asked(one, with_people=False) for one in case.asked_back],
        "answer": {**answer(question), "contributions": contributions(question, ("accepted",))}
        if ready and question.summary
        else None,
        "approval": _approval_of(case, question),
        "timeline": [_event(one, request) for one in shown],
    }


def _approval_of(case, question):
    from samenbeter.vraagbaak.desk import publishing

    known = approval(case)
    if known is None or question is None or publishing.source_of(question) != publishing.ASKER:
        return None
    words = question_words(question)
    public = publishing.is_public(question)
    return {
        **known,
        # of the words as they are now: those are said yes to
        "hash": publishing.hash_of(question),
        "title": words["title"],
        "text": words["text"],
        "@id": words["@id"] if public else None,
    }
