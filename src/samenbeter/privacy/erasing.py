"""Erasing, stopping and freezing what there is about a person.

A line in the journal comes first, so that whatever happens then it is gone on with, see
``following``. All functions here make transactions of their own: call them without changes
of your own, those are lost.
"""

from dataclasses import dataclass
from datetime import date
from datetime import timedelta
from plone import api
from samenbeter.interfaces import IErasure
from samenbeter.privacy import following
from samenbeter.privacy import journal
from samenbeter.shared import clock
from samenbeter.shared import system
from samenbeter.shared import vault
from samenbeter.shared.transactions import committed
from zope.interface import implementer


BACKUPS = "samenbeter.privacy.backup_days"
RESTRICTION = ("privacy", "restriction")


def begin(subject, scope=journal.ALL):
    """Write down that somebody is erased, outside the database; return the number of the line.

    :param subject: a rights.Subject.
    :param scope: journal.ALL, or a party.
    :raises journal.JournalProblem: when it cannot be; then nothing may be erased.
    """
    if not scope or any(character.isspace() for character in scope):
        raise ValueError("no party")
    # not into a journal of another site
    following.waiting()
    return journal.add(scope, vault.get().pseudonym(subject.key))[1].number


@dataclass(frozen=True)
class Done:
    """What an erasure did.

    :param removed: how many items went.
    :param retained: how many stay.
    :param reasons: why those do, messages.
    :param leftovers: in how many places something is left.
    :param finished: False when it did not all work out; the platform goes on by itself.
    :param backups_until: the date on which the last backup goes that still has it.
    """

    removed: int
    retained: int
    reasons: tuple
    leftovers: int
    finished: bool
    backups_until: date


def erase_now(subject, scope=journal.ALL, number=None):
    """Erase a person, or what there is with one party, and return what happened: Done.

    :param number: of the line, when ``begin`` was called before.
    :raises journal.JournalProblem: when the journal cannot be used; nothing was erased then.
    """
    number = number or begin(subject, scope)
    known = {vault.get().pseudonym(subject.key): subject}
    outcomes = {line.number: outcome for line, outcome in following.apply(up_to=number, known=known)}
    outcome = outcomes.get(number, following.Outcome())
    found = following.providers(scope) if scope == journal.ALL else ()
    return Done(
        removed=outcome.removed,
        retained=outcome.retained,
        reasons=tuple(outcome.reasons),
        leftovers=sum(len(one.verify_erased(subject)) for _name, one in found),
        finished=not outcome.failed,
        backups_until=backups_until(),
    )


def backups_until():
    """Return the date on which the last backup goes in which something stands that is erased today."""
    days = api.portal.get_registry_record(BACKUPS, default=None)
    return clock.today() + timedelta(days=30 if days is None else days)


def retained(subject):
    """Return why some of what there is about somebody would stay, as messages; changes nothing."""
    found = [
        reason for _name, one in following.providers(journal.ALL) for reason in getattr(one, "keeps", _none)(subject)
    ]
    return list(dict.fromkeys(found))


def _none(subject):
    return ()


def stop_relation(subject, party):
    """Erase what there is of somebody with one party: "partner:<UID>"; return the same as ``erase_now``."""
    return erase_now(subject, party)


def restrict(subject, on):
    """Hide all that there is about somebody from all others, or show it again; return how many items."""

    def act():
        box = vault.get()
        marks = list(_restrictions(subject.key))
        if on and not marks:
            box.add(*RESTRICTION, {}, purpose="samenbeter.rights", subject=subject.key)
        for mark in marks if not on else ():
            box.erase(mark)
        return sum(one.restrict(subject, on) for _name, one in following.providers(journal.ALL))

    with system.as_system():
        return committed(act)


def is_restricted(subject):
    """Return whether somebody let us freeze what there is about them: new things are frozen too.

    :param subject: a rights.Subject, or how the vault knows somebody.
    """
    return any(True for _id in _restrictions(getattr(subject, "key", subject)))


def _restrictions(subject_key):
    room, kind = RESTRICTION
    return vault.get().find(subject=subject_key, room=room, kind=kind)


@implementer(IErasure)
class Erasure:
    """The same for other rooms."""

    def erase(self, subject):
        """Erase all that there is about a Subject; return the date on which it goes from the last backup."""
        return erase_now(subject).backups_until
