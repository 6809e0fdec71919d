"""Mail that came back: an editor says so, and nothing is sent to that address any more."""

from samenbeter.shared import audit
from samenbeter.vraagbaak.cases import store
from samenbeter.vraagbaak.letters import letters


def mark_bounced(case, by):
    """Say that mail to who asked comes back: for this case, and for others with the same address.

    It can be undone for each. The caller saves this case; the others are saved here.

    :param case: a Case with a mail address; with none nothing changes.
    :param by: user id of the editor who saw it.
    """
    address = store.email_of(case)
    if not address:
        return
    _mark(case, by)
    for other in store.of_subject(f"mail:{address.strip().lower()}"):
        if other.id != case.id and _mark(other, by):
            store.save(other)


def _mark(case, by):
    if case.mail == letters.BOUNCED:
        return False
    case.can_undo("mail_bounced", by, "mail")
    case.mail = letters.BOUNCED
    case.note_event("mail_bounced", by)
    audit.note("edit", subject=case.subject, object=case.id, section="vraagbaak.mail_bounced", basis=store.PURPOSE)
    return True
