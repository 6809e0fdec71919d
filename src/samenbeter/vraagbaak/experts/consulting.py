"""The verbs of asking experts: ask a partner, end that, decline, pass on, ask for another trade.

Each of them loads and saves the case behind a question itself, when there is one, and commits nothing: a page
calls ``transactions.committed``. What an expert may see follows from the relation ``consulted`` of the question.
"""

from plone import api
from plone.uuid.interfaces import IUUID
from samenbeter import _
from samenbeter.shared import audit
from samenbeter.shared.system import as_system
from samenbeter.vraagbaak.cases import promise
from samenbeter.vraagbaak.cases import states
from samenbeter.vraagbaak.cases import store
from samenbeter.vraagbaak.cases.case import PLATFORM
from samenbeter.vraagbaak.content import IQuestionSchema
from samenbeter.vraagbaak.experts import consultations
from samenbeter.vraagbaak.experts import links
from samenbeter.vraagbaak.experts import people
from samenbeter.vraagbaak.experts import words
from samenbeter.vraagbaak.experts.consultations import Consultation
from samenbeter.vraagbaak.experts.consultations import of_question
from samenbeter.vraagbaak.experts.contributing import contribute
from samenbeter.vraagbaak.experts.words import Refused
from z3c.relationfield import RelationValue
from zope.component import getUtility
from zope.event import notify
from zope.interface import Interface
from zope.intid.interfaces import IIntIds
from zope.lifecycleevent import Attributes
from zope.lifecycleevent import ObjectModifiedEvent
from zope.schema.interfaces import IVocabularyFactory


__all__ = (
    "Consultation",
    "Refused",
    "ask_colleague",
    "consult",
    "contribute",
    "decline",
    "end",
    "of_question",
    "pass_on",
)

SECTION = "vraagbaak.consult"
# states of a question in which experts can be asked
BEFORE, CONSULTING = ("draft", "in_review"), people.CONSULTING

CHOOSE = _("expert_choose_partner", default="Kies wie je wilt vragen.")
GONE = _("expert_partner_gone", default="Deze partner kun je nu niet vragen. Kies een ander.")
ALREADY = _("expert_already_asked", default="Deze partner is al gevraagd. Kies een ander, of wacht op antwoord.")
NOT_NOW = _("expert_not_now", default="Deze vraag kan nu niet naar deskundigen. Kijk hoe het nu met de vraag staat.")
NOT_THEIRS = _("expert_not_theirs", default="Deze persoon hoort niet bij de partner die je koos. Kies opnieuw.")
TOO_LONG = _("expert_note_long", default="Je notitie is te lang. Maak hem korter dan 1000 tekens.")
BACKUP_SAME = _("expert_backup_same", default="De reserve is al gevraagd. Kies een andere partner als reserve.")
CHOOSE_REASON = _("expert_choose_reason", default="Kies waarom jullie niet kunnen antwoorden.")
REASON_LONG = _("expert_reason_long", default="Je uitleg is te lang. Maak hem korter dan 500 tekens.")
CHOOSE_COLLEAGUE = _("expert_choose_colleague", default="Kies een collega van jouw organisatie.")
CHOOSE_DISCIPLINE = _("expert_choose_discipline", default="Kies welk vak erbij moet komen.")


def consult(question, partners, by, note="", persons=(), backup=""):
    """Ask the experts of partners about a question; return the new Consultations.

    :param question: a VraagbaakQuestion.
    :param partners: UIDs of active partners.
    :param by: user id of the editor, or case.PLATFORM.
    :param note: for the experts, without a name in it.
    :param persons: user ids of experts of these partners who get the mail; none of a partner: all of them do.
    :param backup: UID of the partner that is asked when these do not answer in time; "".
    :raises Refused: when something of it cannot be.
    """
    partners, persons, note = list(dict.fromkeys(partners)), list(dict.fromkeys(persons)), note.strip()
    _check(question, partners, note, persons, backup)
    case = store.by_question(IUUID(question))
    if case is not None and case.state not in states.OPEN:
        raise states.WrongStep("begin_answer", case.state)
    _change_relations(question, add=partners)
    with as_system():
        if api.content.get_state(question) in BEFORE:
            api.content.transition(question, "consult")
    made = []
    for partner in partners:
        own = [userid for userid in persons if people.is_expert_of(userid, partner)]
        one = consultations.add(IUUID(question), partner, by, persons=own, note=note, backup=backup)
        made.append(one)
        _note(question, case, "share", by, partner)
    if case is not None:
        if "begin_answer" in states.allowed(case.state):
            case.move("begin_answer")
        for partner in partners:
            case.note_event("consulted", by, partner)
        _keep(case, question)
    for one in made:
        _mail("asked", one, question, case)
    return made


def end(consultation_id, by):
    """Ask a partner no more: its experts see the question no more from the next request on, nor by a mailed link.

    :raises vault.NoRecord: when it is not there.
    """
    one = consultations.load(consultation_id)
    if one.state in (consultations.ENDED, consultations.DECLINED, consultations.PASSED_ON):
        return one
    waited = one.is_open
    return _close(one, consultations.ENDED, by, "consult_ended", leave=True, tell="withdrawn" if waited else "")


def decline(consultation_id, by, reason, text=""):
    """Say that a partner cannot answer; its back-up is asked at once.

    :param by: user id of the expert.
    :param reason: a word of ``words.REASONS``.
    :param text: more about it, which only editors see.
    :raises Refused: without a reason.
    :raises states.WrongStep: when it waits no more.
    """
    one = _open(consultation_id, "decline")
    if reason not in words.REASONS:
        raise Refused("reason", CHOOSE_REASON)
    if len(text) > words.LONGEST_REASON:
        raise Refused("reason_text", REASON_LONG)
    one.reason, one.reason_text = reason, text.strip()
    consultations.remember(by, one)
    _close(one, consultations.DECLINED, by, "declined", leave=True)
    question = consultations.question_of(one)
    if one.backup and question is not None and can_ask(question, one.backup):
        consult(question, [one.backup], PLATFORM, note=one.note)
    return one


def pass_on(consultation_id, by, to):
    """Let a colleague of the same partner answer; return the new Consultation.

    :param by: user id of the expert.
    :param to: user id of the colleague.
    :raises Refused: when this is no colleague.
    :raises states.WrongStep: when it waits no more.
    """
    one = _open(consultation_id, "pass_on")
    if to == by or not people.is_expert_of(to, one.partner):
        raise Refused("to", CHOOSE_COLLEAGUE)
    one.colleague = to
    consultations.remember(by, one)
    _close(one, consultations.PASSED_ON, by, "passed_on")
    question = consultations.question_of(one)
    made = consultations.add(one.question, one.partner, by, persons=[to], note=one.note, backup=one.backup)
    case = store.by_question(one.question)
    if case is not None:
        _keep(case, question)
    _mail("asked", made, question, case)
    return made


def ask_colleague(consultation_id, by, discipline):
    """Say that somebody of another discipline has to look at it too. The editor sees it, and asks.

    :param by: user id of the expert.
    :param discipline: a token of the vocabulary "samenbeter.disciplines".
    :raises Refused: for no discipline of ours.
    :raises states.WrongStep: when it waits no more.
    """
    one = _open(consultation_id, "ask_colleague")
    if discipline not in getUtility(IVocabularyFactory, "samenbeter.disciplines")(None):
        raise Refused("discipline_wanted", CHOOSE_DISCIPLINE)
    if discipline not in one.wanted:
        one.wanted.append(discipline)
        consultations.save(one)
        consultations.remember(by, one)
        case = store.by_question(one.question)
        if case is not None:
            case.note_event("colleague_asked", by, one.partner)
            store.save(case)
    return one


def can_ask(question, partner):
    """Return whether a partner can be asked about a question now."""
    return (
        api.content.get_state(question) in (*BEFORE, CONSULTING)
        and people.is_active(partner)
        and not consultations.open_of(IUUID(question), partner)
    )


def keep_with_nobody(question):
    """Let a question be with no partner any more: no expert sees it by being asked.

    :param question: a VraagbaakQuestion.
    """
    targets = [relation.to_object for relation in question.consulted or ()]
    _change_relations(question, drop=[IUUID(target) for target in targets if target is not None])


# -- what they have in common


def _check(question, partners, note, persons, backup):
    if not partners:
        raise Refused("partners", CHOOSE)
    if api.content.get_state(question) not in (*BEFORE, CONSULTING):
        raise Refused("partners", NOT_NOW)
    asked = {one.partner for one in consultations.open_of(IUUID(question))}
    for partner in partners:
        if not people.is_active(partner):
            raise Refused("partners", GONE)
        if partner in asked:
            raise Refused("partners", ALREADY)
    if not all(any(people.is_expert_of(userid, partner) for partner in partners) for userid in persons):
        raise Refused("persons", NOT_THEIRS)
    if len(note) > words.LONGEST_NOTE:
        raise Refused("note", TOO_LONG)
    if backup and not people.is_active(backup):
        raise Refused("backup", GONE)
    if backup in {*partners, *asked} - {""}:
        raise Refused("backup", BACKUP_SAME)


def _open(consultation_id, step):
    one = consultations.load(consultation_id)
    if not one.is_open:
        raise states.WrongStep(step, one.state)
    return one


def _close(one, state, by, event, leave=False, tell=""):
    """Let a Consultation come to an end.

    :param event: for the timeline of the case.
    :param leave: True when the partner sees the question no more, unless it was asked once more.
    :param tell: what to mail to who was asked.
    """
    asked = one.persons or people.experts_of(one.partner)
    one.close(state, by)
    consultations.save(one)
    links.revoke(one, {*asked, *people.experts_of(one.partner)})
    question, case = consultations.question_of(one), store.by_question(one.question)
    if leave and question is not None and not consultations.open_of(one.question, one.partner):
        _change_relations(question, drop=[one.partner])
    if case is not None:
        case.note_event(event, by, one.partner)
        _keep(case, question)
    _note(question, case, "edit", by, one.partner)
    if tell and question is not None:
        from samenbeter.vraagbaak.letters import letters  # letters ask for links

        for userid in asked:
            letters.to_expert(userid, tell, question)
    return one


def _change_relations(question, add=(), drop=()):
    """Let the question be with other partners: roles and catalog follow from the event."""
    intids = getUtility(IIntIds)
    kept, there = [], set()
    for relation in question.consulted or ():
        uid = IUUID(relation.to_object, None) if relation.to_object is not None else None
        if uid not in drop:
            kept.append(relation)
            there.add(uid)
    new = [RelationValue(intids.getId(consultations.item(uid))) for uid in add if uid not in there]
    if new or len(kept) != len(question.consulted or ()):
        with as_system():
            question.consulted = [*kept, *new]
            notify(ObjectModifiedEvent(question, Attributes(Interface, f"{IQuestionSchema.__name__}.consulted")))


def _keep(case, question):
    """Let the case know which partners have to answer, and save it."""
    case.partners = sorted({one.partner for one in consultations.open_of(IUUID(question))}) if question else []
    store.save(case)


def _note(question, case, action, by, partner):
    about = {"subject": case.subject, "object": case.id} if case is not None else {"object": IUUID(question, "")}
    actor = f"job:{promise.JOB}" if by == PLATFORM else None
    if actor is None and by != api.user.get_current().getId():
        # by a mailed link nobody is logged in
        actor = audit.pseudonym_of(by)
    audit.note(action, party=f"partner:{partner}", section=SECTION, basis=store.PURPOSE, actor=actor, **about)


def _mail(what, one, question, case):
    from samenbeter.vraagbaak.letters import letters  # letters ask for links

    due = case.due if case is not None else None
    for userid in one.persons or people.experts_of(one.partner):
        link = links.make(one, userid, due) if people.has_mail(userid) else ""
        letters.to_expert(userid, what, question, link)
