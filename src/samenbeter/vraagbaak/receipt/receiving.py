"""What an asker does with a question afterwards: answer a question back, say how it went, say yes or no, claim it.

Verbs of a Case: they change it and do not commit, and the caller saves it. None of them asks who is logged in:
whoever has the receipt code or the account is the asker.
"""

from samenbeter import _
from samenbeter.vraagbaak.cases import promise
from samenbeter.vraagbaak.cases import states
from samenbeter.vraagbaak.cases import store
from samenbeter.vraagbaak.cases.case import ACTED
from samenbeter.vraagbaak.cases.case import ASKER
from samenbeter.vraagbaak.cases.case import HELPED
from samenbeter.vraagbaak.cases.case import NO
from samenbeter.vraagbaak.cases.case import now
from samenbeter.vraagbaak.cases.case import STUCK
from samenbeter.vraagbaak.cases.case import YES
from samenbeter.vraagbaak.desk import counting
from samenbeter.vraagbaak.desk import publishing
from samenbeter.vraagbaak.desk import triage
from samenbeter.vraagbaak.desk.refusing import Refused

import transaction


LONGEST = 4000  # letters of an answer
OUTCOMES = (HELPED, ACTED, STUCK)
EMPTY = _("receipt_reply_empty", default="Schrijf eerst je antwoord.")
TOO_LONG = _("receipt_reply_long", default="Maak je antwoord korter. Er passen 4000 letters in.")


def reply(case, asked_id, text):
    """Answer a question of the desk: the clock goes on.

    :param asked_id: of the question back.
    :raises Refused: for an empty or a long answer.
    :raises states.WrongStep: when that question does not wait (any more).
    """
    asked = next((one for one in case.asked_back if one["id"] == asked_id and not one["answered"]), None)
    if asked is None:
        raise states.WrongStep("reply", case.state)
    text = _checked("reply", text)
    if not text:
        raise Refused("reply", EMPTY)
    case.move("reply")
    store.add_reply(case, asked_id, text)
    asked["answered"] = now()
    if case.state in states.RUNNING:
        promise.resume(case, store.desk_of(case))
    _happened(case, "replied")
    _tell_owner(case, "replied")


def outcome(case, what, text=""):
    """Say whether the answer helped. Not yet opens the case again; what is on the site stays there.

    It is counted for the desk and the partners who wrote along, once the transaction is committed; who says the same of
    the same answer again is not counted again.

    :param what: one of OUTCOMES.
    :param text: what is still wanted, with STUCK.
    :raises states.WrongStep: when there is no answer.
    """
    if what not in OUTCOMES:
        raise ValueError("not an outcome")
    if case.state not in (states.ANSWERED, states.CLOSED):
        raise states.WrongStep("outcome", case.state)
    text = _checked("outcome_text", text)
    case.outcome = what
    repeats = what in counting.said_of_answer(case)
    counting.count_said(case, store.desk_of(case), what)
    _happened(case, what)
    if what == STUCK:
        if text:
            store.add_reply(case, "", text)
        triage.reopen(case, ASKER)
        case.undo = {}
        _tell_owner(case, "stuck")
    if not repeats:
        transaction.get().addAfterCommitHook(_count, (store.question_of(case), what))


def _count(success, question, what):
    from samenbeter.vraagbaak.experts import effect  # experts ask for cases too

    if success:
        effect.count_outcome(question, what)


def approve(case, question_hash):
    """Say yes to words for the site.

    :param question_hash: of the words that the asker read, ``publishing.hash_of``.
    :raises Refused: when they are others by now.
    :raises states.WrongStep: when nobody asked.
    """
    question = store.question_of(case)
    if question is None or not case.approval.get("asked"):
        raise states.WrongStep("approve", case.state)
    publishing.approved(question, question_hash)
    case.approval |= {"hash": question_hash, "decided": now(), "answer": YES}
    _happened(case, "approved")


def refuse(case):
    """Say no to words for the site, also after a yes: then they are off it in the same transaction."""
    question = store.question_of(case)
    if question is not None:
        publishing.refused(question, case)
    case.approval |= {"decided": now(), "answer": NO}
    case.publish = NO
    _happened(case, "refused")


def claim(case, userid):
    """Let an account have a case too; whoever has the code goes on having it."""
    if userid not in store.account_ids(case):
        store.add_account(case, userid)
        _happened(case, "claimed")


def _checked(field, text):
    text = text.replace("\r\n", "\n").strip()
    if len(text) > LONGEST:
        raise Refused(field, TOO_LONG)
    return text


def _happened(case, what):
    case.note_event(what, ASKER)
    # what an asker did, no editor takes back
    case.undo = {}


def _tell_owner(case, what):
    from samenbeter.vraagbaak.letters import letters  # letters ask for cases too

    if case.owner:
        letters.to_editor(case.owner, what, case)
