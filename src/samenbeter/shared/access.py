"""Who opens a record of the vault, and why: it is never read without one of these."""

from dataclasses import dataclass
from samenbeter.shared import audit


# to handle what somebody asked about their own data, also what is hidden at their wish is opened
WISHES = "samenbeter.rights"
BREAK_GLASS = "break_glass"


class NoRecord(KeyError):
    """There is no such record, or it is not for who asks: nobody can tell which."""


@dataclass(frozen=True)
class Own:
    """Somebody opens what is about themselves: this is not in the audit log.

    :param subject: who, as in ``Vault.add``.
    """

    subject: str

    def check(self, record, vault):
        """Raise NoRecord for what is about somebody else."""
        if not record.subject or record.subject != vault.pseudonym(self.subject):
            raise NoRecord


@dataclass(frozen=True)
class Staff:
    """Who works on the platform opens something: this is in the audit log, for a purpose.

    :param purpose: why, the id of a purpose.
    :param section: which part of it.
    :param action: of the audit log: "view", or "break_glass".
    :param reason: the id of the record that says why, in an emergency.
    """

    purpose: str
    section: str = ""
    action: str = "view"
    reason: str = ""

    def check(self, record, vault):
        """Write it down. Whether this person may is decided by the caller's permission and object.

        :raises NoRecord: for what is hidden at the wish of whom it is about.
        """
        if record.frozen and self.purpose != WISHES and self.action != BREAK_GLASS:
            raise NoRecord
        audit.note(
            self.action,
            subject=record.subject,
            party=record.party,
            object=record.id,
            section=self.section or f"{record.room}.{record.kind}",
            basis=self.purpose,
            reason=self.reason,
        )


@dataclass(frozen=True)
class Machine:
    """The platform itself needs it to do its work, such as to send a mail; no person sees it."""

    job: str

    def check(self, record, vault):
        """Let it pass."""
