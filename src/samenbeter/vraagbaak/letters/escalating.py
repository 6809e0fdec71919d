"""The clock that strikes: what happens at three quarters of a promise, at its end, and after it.

Each rung happens once. It is looked up in the transaction in which it is done whether it is really due, so a
process that dies, a second process, a clock that stood still meanwhile or other opening hours change nothing.
"""

from samenbeter import _
from samenbeter.interfaces import IJob
from samenbeter.shared import clock
from samenbeter.shared import jobs
from samenbeter.shared import vault
from samenbeter.shared.transactions import committed
from samenbeter.vraagbaak.cases import promise
from samenbeter.vraagbaak.cases import states
from samenbeter.vraagbaak.cases import store
from samenbeter.vraagbaak.cases.case import PLATFORM
from samenbeter.vraagbaak.letters import letters
from samenbeter.vraagbaak.letters import owning
from zope.interface import implementer


SECTION = "clock"


@implementer(IJob)
class Clock:
    """The job "samenbeter.vraagbaak.clock": does the next rung of one case when it is due."""

    title = _("job_clock", default="Op tijd herinneren aan een vraag")
    every = None
    at = None
    words = {
        "reminded": _("job_clock_reminded", default="herinnerd"),
        "backed_up": _("job_clock_backed_up", default="naar de reserve"),
        "chief": _("job_clock_chief", default="naar de hoofdredactie"),
        "later": _("job_clock_later", default="later gepland"),
    }

    def run(self, argument, until):
        """Do one rung, or plan it for when it is due.

        :param argument: the id of a case.
        """
        done = committed(lambda: strike(argument))
        return True, {done: 1} if done else {}


def strike(case_id):
    """Do the next rung of a case when it is due, in the current transaction.

    :returns: a word of ``Clock.words``; "" when there is nothing to do: it is gone, over, hidden, or stands still.
    """
    if jobs.current():
        jobs.cancel(jobs.current())
    try:
        case = store.load(case_id)
    except vault.NoRecord:
        return ""
    desk = store.desk_of(case)
    rung = next_rung(case)
    if desk is None or rung is None or store.is_frozen(case):
        return ""
    done = "later"
    if promise.rung_moment(case, desk, rung) <= clock.now():
        case, done = RUNGS[rung](case, desk)
        case.clock["rung"] = rung
        case.note_event(done, PLATFORM)
    promise.plan(case, desk)
    store.save(case)
    return done


def next_rung(case):
    """Return the rung that comes next; None when all were done, or while the clock stands still."""
    if case.state not in states.RUNNING or not case.clock.get("since"):
        return None
    return next((rung for rung in promise.RUNGS if rung > case.clock["rung"]), None)


def remind(case, desk):
    """Three quarters of the time are over: remind the owner, and the experts who did not answer yet."""
    if owning.no_longer_theirs(case, desk):
        owning.give_away(case, desk, SECTION)
    owning.tell(filter(None, [case.owner]), "reminder", case)
    question = question_of(case)
    for consultation in open_consultations(question):
        remind_experts(consultation, question, case)
    return case, "reminded"


def remind_experts(consultation, question, case):
    """Mail to the experts who were asked that a question still waits, each with a new link."""
    from samenbeter.vraagbaak.experts import links  # experts write mails, and so ask for letters
    from samenbeter.vraagbaak.experts import people

    for userid in consultation.persons or people.experts_of(consultation.partner):
        if people.has_mail(userid) and not owning.is_away(userid):
            letters.to_expert(userid, "reminder", question, links.make(consultation, userid, case.due))


def back_up(case, desk):
    """The time is over: ask the partners in reserve, and let another editor see to it."""
    ask_back_ups(question_of(case))
    # asking changed the case too
    case = store.load(case.id)
    owning.give(case, owning.choose(owning.editors(desk), case.owner), SECTION)
    owning.tell(filter(None, [case.owner]), "backup", case)
    return case, "backed_up"


def ask_back_ups(question):
    """Ask the partner in reserve of each partner that did not answer yet, when it has one."""
    from samenbeter.vraagbaak.experts import consulting  # experts write mails, and so ask for letters

    for consultation in open_consultations(question):
        if consultation.backup and consulting.can_ask(question, consultation.backup):
            consulting.consult(question, [consultation.backup], PLATFORM, note=consultation.note)


def to_chief(case, desk):
    """It is much too late: an editor-in-chief sees to it, and all of them hear it; without one, all editors do."""
    chiefs = owning.chiefs(desk)
    if case.owner not in chiefs:
        owning.give(case, owning.choose(chiefs) or next(iter(chiefs), ""), SECTION)
    owning.tell(chiefs, "chief", case)
    return case, "chief"


RUNGS = {promise.REMIND: remind, promise.BACK_UP: back_up, promise.CHIEF: to_chief}


def question_of(case):
    """Return the VraagbaakQuestion that the redaction of a case became; None before that, or when it is gone."""
    from samenbeter.vraagbaak.experts import consultations  # experts write mails, and so ask for letters

    return consultations.item(case.question)


def open_consultations(question):
    """Return the Consultations about a question that nobody answered yet."""
    from samenbeter.vraagbaak.experts import consulting  # experts write mails, and so ask for letters

    if question is None:
        return []
    return [one for one in consulting.of_question(question.UID()) if one.is_open]
