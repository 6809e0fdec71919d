"""Mail that came back: an editor says so, and nothing is sent to that address any more."""

from samenbeter.shared import audit
from samenbeter.vraagbaak.letters import letters


def mark_bounced(case, by):
    """Say that mail to who asked comes back. It can be undone; the caller saves the case.

    :param case: a Case with a mail address; with none nothing changes.
    :param by: user id of the editor who saw it.
    """
    if not case.contact or case.mail == letters.BOUNCED:
        return
    case.can_undo("mail_bounced", by, "mail")
    case.mail = letters.BOUNCED
    case.note_event("mail_bounced", by)
    audit.note(
        "edit", subject=case.subject, object=case.id, section="vraagbaak.mail_bounced", basis="samenbeter.vraagbaak"
    )
