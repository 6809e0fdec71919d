"""What people ask of us about their data: kept until it is done, and then only that it was done.

A request has a clock: one month, which a person may make at most three (GDPR art. 12(3)).
When it is finished it makes place for a proof that says nothing about anybody.
"""

from calendar import monthrange
from dataclasses import dataclass
from datetime import date
from samenbeter.shared import audit
from samenbeter.shared import clock
from samenbeter.shared import periods
from samenbeter.shared import vault
from samenbeter.shared.rights import Subject

import secrets


ROOM, REQUEST, PROOF, PURPOSE = "privacy", "request", "proof", "samenbeter.rights"
ACCESS, PORTABILITY, ERASURE = "access", "portability", "erasure"
RESTRICTION, RECTIFICATION, OBJECTION = "restriction", "rectification", "objection"
# those that a person has to look at
BY_HAND = (RECTIFICATION, OBJECTION, ACCESS)
MONTHS, MOST_MONTHS = 1, 3
# a proof that says BEGUN is of an erasure that goes on by itself
DONE, REFUSED, BEGUN = "done", "refused", "begun"
MACHINE = vault.Machine("samenbeter.privacy.requests")
# no letters and digits that look alike
LETTERS = "23456789ABCDEFGHJKMNPQRSTUVWXYZ"


@dataclass(frozen=True)
class Request:
    """What may be known of a request without opening what was written."""

    id: str
    number: str
    type: str
    received: date
    due: date
    extended: str = ""
    frozen: bool = False


def months_later(day, months):
    """Return the same day so many months later; the last of the month when it has no such day."""
    month = day.month - 1 + months
    year, month = day.year + month // 12, month % 12 + 1
    return date(year, month, min(day.day, monthrange(year, month)[1]))


def begin(subject, kind, *, text="", language="", **more):
    """Keep a request in the current transaction, and return its id.

    :param subject: a Subject: who asks.
    :param kind: one of the types above.
    :param text: what the person wrote.
    :param language: in which the answer is written.
    """
    received = clock.today()
    data = {
        "type": kind,
        "number": new_number(),
        "received": received.isoformat(),
        "due": months_later(received, MONTHS).isoformat(),
        "userid": subject.userid,
        "email": subject.email,
        "text": text,
        "language": language,
        "extended": "",
        **more,
    }
    return vault.get().add(ROOM, REQUEST, data, purpose=PURPOSE, subject=subject.key)


def new_number():
    """Return a number to say over the phone; it says nothing about anybody."""
    letters = [secrets.choice(LETTERS) for _place in range(8)]
    return "".join(letters[:4]) + "-" + "".join(letters[4:])


def data_of(request_id):
    """Return what the platform itself has to know of a request.

    :raises vault.NoRecord: when it is not there, or was finished.
    """
    closed = vault.get().record(request_id)
    if (closed.room, closed.kind) != (ROOM, REQUEST):
        raise vault.NoRecord
    return vault.get().read(request_id, MACHINE)


def who(data):
    """Return the Subject of a request's data."""
    return Subject(userid=data["userid"], email=data["email"])


def look(request_id):
    """Return a Request, without what was written."""
    data = data_of(request_id)
    return Request(
        request_id,
        data["number"],
        data["type"],
        date.fromisoformat(data["received"]),
        date.fromisoformat(data["due"]),
        data["extended"],
        vault.get().record(request_id).frozen,
    )


def open_requests():
    """Return the Requests that are not finished, the one with the least time first."""
    found = [look(request_id) for request_id in list(vault.get().find(room=ROOM, kind=REQUEST))]
    return sorted(found, key=lambda request: (request.due, request.number))


def of(subject):
    """Return the open Requests of a Subject."""
    found = [look(request_id) for request_id in list(vault.get().find(subject=subject.key, room=ROOM, kind=REQUEST))]
    return sorted(found, key=lambda request: (request.due, request.number))


def text_of(request_id, access):
    """Return what was written; who reads it is in ``access`` (shared.vault)."""
    data_of(request_id)
    return vault.get().read(request_id, access)["text"]


def extend(request_id, reason):
    """Give a request two months more, once; return whether that could be.

    :param reason: a word of a fixed list: why.
    """
    data = data_of(request_id)
    if data["extended"]:
        return False
    due = months_later(date.fromisoformat(data["received"]), MOST_MONTHS)
    vault.get().replace(request_id, {**data, "due": due.isoformat(), "extended": reason})
    audit.note(
        "edit",
        subject=vault.get().record(request_id).subject,
        object=request_id,
        section=f"{ROOM}.{REQUEST}",
        basis=PURPOSE,
    )
    return True


def finish(request_id, **outcome):
    """Put a proof in the place of a request, in the current transaction; return what it says.

    :param outcome: as in ``prove``.
    """
    data = data_of(request_id)
    vault.get().erase(request_id)
    return prove(data["type"], data["received"], data["number"], **outcome)[1]


def prove(kind, received, number, *, outcome=DONE, why="", counts=None, reasons=(), backups_until=None, line=0):
    """Keep that a request was finished, in the current transaction; return (id, what is kept).

    :param received: the date, as text.
    :param outcome: DONE, REFUSED or BEGUN.
    :param why: a word of a fixed list.
    :param counts: {"removed": number, "retained": number}.
    :param reasons: why something was kept, as texts that name nobody.
    :param backups_until: the date until which reserve copies still have it, or None.
    :param line: of an erasure, its number in the journal.
    """
    proof = {
        "number": number,
        "type": kind,
        "received": received,
        "done": clock.today().isoformat(),
        "outcome": outcome,
        "why": why,
        "counts": counts or {},
        "reasons": list(reasons),
        "backups_until": backups_until.isoformat() if backups_until else None,
        "line": line,
    }
    expires = periods.until("samenbeter.privacy.proof")
    return vault.get().add(ROOM, PROOF, proof, purpose=PURPOSE, expires=expires), proof


def settle(line, counts):
    """Let the proof of an erasure say that it is done, in the current transaction; make one when there is none.

    :param line: the number in the journal of erasures.
    :param counts: as in ``prove``.
    """
    for record_id in list(vault.get().find(room=ROOM, kind=PROOF)):
        proof = vault.get().read(record_id, MACHINE)
        if proof["outcome"] == BEGUN and proof.get("line") == line:
            done = {"outcome": DONE, "done": clock.today().isoformat(), "counts": counts}
            vault.get().replace(record_id, {**proof, **done})
            return
    # it was killed before it had one, or the reserve copy is from before
    prove(ERASURE, clock.today().isoformat(), new_number(), counts=counts)


def proofs(most=None):
    """Return what is kept of finished requests, newest first.

    :param most: how many; None: all.
    """
    ids = list(vault.get().find(room=ROOM, kind=PROOF))
    ids.sort(key=lambda record_id: vault.get().record(record_id).created, reverse=True)
    return [vault.get().read(record_id, MACHINE) for record_id in ids[:most]]


def count_proofs():
    """Return how many requests were finished, of those that are still remembered."""
    return vault.get().count(ROOM, PROOF)
