"""The verb "undo": the last act of an editor on a case is taken back, as if it had not been.

Only while nothing else happened since, only the last act, and only for a day: later somebody built on it.
"""

from datetime import timedelta
from samenbeter import _
from samenbeter.shared import audit
from samenbeter.shared import clock
from samenbeter.vraagbaak.cases import promise
from samenbeter.vraagbaak.cases import states
from samenbeter.vraagbaak.cases import store
from samenbeter.vraagbaak.cases.case import ASKER
from samenbeter.vraagbaak.cases.case import moment
from samenbeter.vraagbaak.cases.case import PLATFORM
from samenbeter.vraagbaak.cases.events import EVENTS
from samenbeter.vraagbaak.desk.refusing import Refused


SECTION = "vraagbaak.triage.undone"
LASTS = timedelta(days=1)
# what changes nothing that an act changed
HARMLESS = ("opened", "noted", "reminded", "claimed", "mail_failed", "mail_bounced")
# acts that write nothing in the timeline
SEVERAL = "several"
WORDS = {
    "note_removed": _("desk_undo_note", default="Notitie weggehaald"),
    SEVERAL: _("desk_undo_several", default="Meer dingen in één keer veranderd"),
}
TOO_LATE = _("desk_undo_too_late", default="Dit kan niet meer ongedaan. Er gebeurde intussen iets anders.")


def what(case):
    """Return the last act in words, when it can be undone now; None when it cannot."""
    return _word(case.undo["what"]) if can(case) else None


def can(case):
    """Return whether the last act on a case can be undone now."""
    undo = case.undo
    if not undo or undo["by"] in (ASKER, PLATFORM) or moment(undo["t"]) + LASTS <= clock.now():
        return False
    since = [event for event in case.timeline[undo.get("events", 0) :] if event["what"] not in HARMLESS]
    acts = undo.get("acts", [undo["what"]])
    return not since or [(event["what"], event["by"]) for event in since] == [(act, undo["by"]) for act in acts]


def as_one(case, *acts):
    """Do acts that one press of a button asks for: one undo takes all of them back.

    :param acts: functions of the case.
    """
    first = None
    for act in acts:
        earlier = case.undo
        act(case)
        if case.undo is earlier:
            # it changed nothing
            continue
        first = _both(first, case) if first is not None else case.undo


def _both(first, case):
    last = case.undo
    acts = [*first.get("acts", [first["what"]]), last["what"]]
    before = {**last["before"], **first["before"]}
    case.undo = {**last, "what": SEVERAL, "acts": acts, "events": first["events"], "before": before}
    return case.undo


def undo(case, by):
    """Take the last act on a case back. The caller saves the case.

    :param by: user id of the editor.
    :raises Refused: when it cannot be undone any more.
    """
    from samenbeter.vraagbaak.desk import triage  # it has this verb among its own

    if not can(case):
        raise Refused("", TOO_LATE)
    before = case.undo["before"]
    for name, value in before.items():
        if name != "clock":
            setattr(case, name, value)
    if "clock" in before:
        _wind_back(case, before["clock"])
    if "themes" in before:
        triage.tell_question(case)
    case.undo = {}
    case.note_event("undone", by)
    audit.note("edit", subject=case.subject, object=case.id, section=SECTION, basis=store.PURPOSE)


def _wind_back(case, kept):
    """Let the clock be as it was: the promise to the asker is the same as before."""
    case.clock = {**kept, "job": case.clock.get("job", "")}
    desk = store.desk_of(case)
    if case.state in states.RUNNING:
        promise.plan(case, desk)
    else:
        promise.stop(case, desk)


def _word(act):
    return WORDS.get(act) or EVENTS[act][0]
