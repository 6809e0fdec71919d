"""The verbs of triage: whose a case is, what it is about, whether there is haste, and when it is over.

Each changes a case, says so in its timeline and in the audit log, and commits nothing; the caller saves the case.
``by`` is a user id, or ASKER or PLATFORM of ``cases.case``.
"""

from plone import api
from samenbeter import _
from samenbeter.shared import audit
from samenbeter.shared import clock
from samenbeter.shared.system import as_system
from samenbeter.shared.workflow import PUBLIC_STATES
from samenbeter.vraagbaak.cases import index
from samenbeter.vraagbaak.cases import promise
from samenbeter.vraagbaak.cases import states
from samenbeter.vraagbaak.cases import store
from samenbeter.vraagbaak.cases.case import NORMAL
from samenbeter.vraagbaak.cases.case import URGENT
from samenbeter.vraagbaak.desk import absence
from samenbeter.vraagbaak.desk.refusing import Refused
from samenbeter.vraagbaak.desk.undoing import undo
from samenbeter.vraagbaak.experts.finishing import finish
from zope.component import getUtility
from zope.schema.interfaces import IVocabularyFactory


__all__ = ("Refused", "undo")

SECTION = "vraagbaak.triage"
# everybody in it works at all desks
ALL_EDITORS = "Vraagbaak Editor"
# word: why a question is not taken up
REASONS = {
    "spam": _("desk_reject_spam", default="Reclame of onzin"),
    "not_for_us": _("desk_reject_not_for_us", default="Hier kunnen wij niet bij helpen"),
    "double": _("desk_reject_double", default="Dezelfde vraag is er al"),
    "empty": _("desk_reject_empty", default="Er staat geen vraag in"),
}
URGENCIES = (NORMAL, URGENT)

NO_EDITOR = _("desk_owner_unknown", default="Kies iemand van de redactie van dit loket.")
NO_THEME = _("desk_theme_unknown", default="Kies een onderwerp uit de lijst.")
NO_REASON = _("desk_reason_missing", default="Kies waarom deze vraag niet verdergaat.")
NO_URGENCY = _("desk_urgency_unknown", default="Kies of er haast bij is.")
STILL_ASKED = _("desk_reject_asked", default="Er denken nog partners mee. Stop dat eerst.")


# -- who


def editors_of(desk):
    """Return the user ids of the people who work at a desk, in order."""
    return _members(desk.editors_group or ALL_EDITORS)


def chiefs_of(desk):
    """Return the user ids of the editors-in-chief of a desk, in order; none when it has no such group."""
    return _members(desk.chief_group) if desk.chief_group else []


def _members(name):
    group = api.group.get(groupname=name)
    return sorted(group.getGroupMemberIds()) if group is not None else []


def choose_owner(desk):
    """Return the user id of who gets the next case of a desk; "" only when there is nobody at all.

    That is the editor with the fewest open cases who is not away; else somebody in chief, else anybody.
    """
    groups = (editors_of(desk), chiefs_of(desk), _members(ALL_EDITORS))
    today = clock.today()
    for userids in groups:
        there = [userid for userid in userids if not absence.is_absent(userid, today)]
        if there:
            return min(there, key=lambda userid: (open_cases_of(userid), userid))
    return next((userids[0] for userids in groups if userids), "")


def open_cases_of(userid):
    """Return how many open cases somebody has, of all desks: one look in the index."""
    return index.get().size(index.word("owner", userid))


def may_own(desk, userid):
    """Return whether somebody can see to the cases of a desk."""
    return userid in editors_of(desk) or userid in chiefs_of(desk) or userid in _members(ALL_EDITORS)


def assign(case, userid, by):
    """Let a case be of an editor; return whether it was of somebody else.

    :raises Refused: when that is no editor of its desk.
    :raises states.WrongStep: when it is over.
    """
    _needs(case, "assign", case.is_open or case.state == states.ANSWERED)
    if not userid or not may_own(store.desk_of(case), userid):
        raise Refused("owner", NO_EDITOR)
    if userid == case.owner:
        return False
    case.can_undo("assigned", by, "owner")
    case.owner = userid
    _done(case, "assigned", by)
    if userid != by:
        _mail_owner(case)
    return True


def hold(case, userid):
    """Let others see that somebody works on a case now; it ends by itself."""
    case.hold(userid)


def release(case):
    """Let nobody work on a case now."""
    case.holder = {}


# -- what


def themes_of(desk):
    """Return the themes that a question of a desk can have, (token, title) in order: those of the desk, else all."""
    mine = getattr(desk, "themes", None) or ()
    vocabulary = getUtility(IVocabularyFactory, "samenbeter.themes")(desk)
    terms = [(term.token, term.title) for term in vocabulary]
    return [term for term in terms if term[0] in mine] or terms


def set_themes(case, themes, by):
    """Say what a case is about; its question follows as long as it is not on the site. Return whether it changed.

    :param themes: tokens of "samenbeter.themes" that the desk has; none is possible too.
    :raises Refused: for an other token.
    :raises states.WrongStep: when it is over.
    """
    _needs(case, "set_themes", case.is_open or case.state == states.ANSWERED)
    themes = list(dict.fromkeys(themes))
    known = {token for token, _title in themes_of(store.desk_of(case))}
    # what it had may stay, also when the desk lost it
    if not set(themes).issubset(known.union(case.themes)):
        raise Refused("themes", NO_THEME)
    if set(themes) == set(case.themes):
        return False
    case.can_undo("themed", by, "themes")
    case.themes = themes
    tell_question(case)
    _done(case, "themed", by)
    return True


def tell_question(case):
    """Let the question of a case have its themes, when it is there and not on the site.

    It is not "modified": the moment would tie it to its case.
    """
    question = store.question_of(case)
    if question is None or api.content.get_state(question) in PUBLIC_STATES:
        return
    if set(question.themes or ()) != set(case.themes):
        with as_system():
            question.themes = list(case.themes)
            question.reindexObject(idxs=["sb_themes"])


def set_urgency(case, urgency, by):
    """Say whether there is haste; return whether it changed.

    :param urgency: NORMAL or URGENT.
    :raises Refused: for another word.
    :raises states.WrongStep: when it is over.
    """
    _needs(case, "set_urgency", case.is_open)
    if urgency not in URGENCIES:
        raise Refused("urgency", NO_URGENCY)
    if urgency == case.urgency:
        return False
    case.can_undo("urgent", by, "urgency")
    case.urgency = urgency
    _done(case, "urgent", by)
    return True


# -- over, and not over


def close(case, by):
    """Let an answered case be over.

    :raises states.WrongStep: when it is not answered.
    """
    _remember(case, "close", "closed", by)
    case.move("close")
    finish(case.question, by)
    case.partners = []
    _done(case, "closed", by)
    _mail_asker(case)


def reject(case, reason, by):
    """Do not take a case up.

    :param reason: a word of REASONS.
    :raises Refused: for another word, or while partners are asked.
    :raises states.WrongStep: when it is answered or over.
    """
    if reason not in REASONS:
        raise Refused("reason", NO_REASON)
    _needs(case, "reject", "reject" in states.allowed(case.state))
    if case.partners:
        raise Refused("reason", STILL_ASKED)
    _remember(case, "reject", "rejected", by, "reject_reason")
    case.move("reject")
    case.reject_reason = reason
    promise.stop(case, store.desk_of(case))
    _done(case, "rejected", by)
    _mail_asker(case)


def take_back(case, by):
    """Take a rejected case up after all; its promise goes on where it stood.

    :raises states.WrongStep: when it was not rejected.
    """
    _remember(case, "take_back", "taken_back", by, "reject_reason", "owner")
    case.move("take_back")
    case.reject_reason = ""
    desk = store.desk_of(case)
    if case.state in states.RUNNING:
        promise.resume(case, desk)
    _done(case, "taken_back", by)
    _find_owner(case, desk)


def reopen(case, by):
    """Begin anew with a case that has an answer; what is on the site stays there. It has a new promise.

    :raises states.WrongStep: when it has none.
    """
    _remember(case, "reopen", "reopened", by, "answered", "owner")
    case.move("reopen")
    case.answered = ""
    desk = store.desk_of(case)
    promise.start(case, desk)
    # its days begin again: what is needed to answer does not go meanwhile
    store.keep_from_answer(case)
    _done(case, "reopened", by)
    _find_owner(case, desk)


def _find_owner(case, desk):
    """Give a case that is open again to somebody who is there, when its owner is not."""
    if not case.owner or not may_own(desk, case.owner) or absence.is_absent(case.owner, clock.today()):
        found = choose_owner(desk)
        if found != case.owner:
            case.owner = found
            _mail_owner(case)


def _needs(case, step, fine):
    if not fine:
        raise states.WrongStep(step, case.state)


def _remember(case, step, what, by, *names):
    """Let a step be undone later, when it can be taken at all."""
    _needs(case, step, step in states.allowed(case.state))
    case.can_undo(what, by, "state", "before", "clock", *names)


def _done(case, what, by):
    case.note_event(what, by)
    audit.note("edit", subject=case.subject, object=case.id, section=f"{SECTION}.{what}", basis=store.PURPOSE)


def _mail_owner(case):
    from samenbeter.vraagbaak.letters import letters  # letters ask for owners too

    if case.owner:
        letters.to_editor(case.owner, "assigned", case)


def _mail_asker(case):
    from samenbeter.vraagbaak.letters import letters  # letters ask for owners too

    letters.to_asker(case, "closed")
