"""What became of a mail to who asked: the case says it, and the desk hears it when it did not arrive."""

from samenbeter.shared import mail_events
from samenbeter.shared import vault
from samenbeter.vraagbaak.cases import store
from samenbeter.vraagbaak.cases.case import PLATFORM
from samenbeter.vraagbaak.letters import letters


def follow_mail(event):
    """Note how a mail ended, when it was one of a case; subscriber of ``mail_events.IMailOutcome``."""
    try:
        case = store.load(event.reference)
    except vault.NoRecord:
        # of another room, or gone
        return
    if case.mail == letters.BOUNCED:
        return
    case.mail = event.outcome
    if event.outcome != mail_events.SENT:
        failed(case)
    store.save(case)


def failed(case):
    """Let the desk know that a mail to who asked did not arrive; the caller saves the case."""
    case.note_event("mail_failed", PLATFORM)
    if case.owner:
        letters.to_editor(case.owner, "mail_failed", case)
