"""Open what is private in an emergency: with a reason, in the log, and shown to whom it is about.

First the reason is kept, and what there is is listed; then it can be opened, once. Both
are in the log, under the reason.
"""

from AccessControl import getSecurityManager
from dataclasses import dataclass
from datetime import timedelta
from plone import api
from samenbeter.interfaces import IPersonalDataProvider
from samenbeter.shared import audit
from samenbeter.shared import clock
from samenbeter.shared import keys
from samenbeter.shared import periods
from samenbeter.shared import rights
from samenbeter.shared import vault
from samenbeter.shared.audit_data import KIND
from samenbeter.shared.audit_data import PURPOSE
from samenbeter.shared.audit_data import ROOM
from typing import Any
from zope.component import getUtilitiesFor

import re


SHORTEST = 10  # letters of a reason
# how long after giving a reason the records can be opened
TIME = timedelta(minutes=15)
ACCESS = vault.Machine("samenbeter.shared.break_glass")
AUDIT = "samenbeter.shared.audit"
# never opened: the reasons themselves, and mails that wait, with links that let somebody in
CLOSED = {(ROOM, KIND), ("shared", "mail")}
RECORD_ID = re.compile(r"[0-9a-f]{32}")


class NotNow(Exception):
    """These records were opened already, the time is over, or somebody else asked for them."""


@dataclass(frozen=True)
class Found:
    """A record that can be opened: what it is, of when, and once opened what it says.

    :param title: a message or text.
    :param values: [(label, text)]; () while it is closed.
    :param problem: a message, when it cannot be read.
    """

    id: str
    title: Any
    created: Any
    values: tuple = ()
    problem: Any = None


# -- in the current transaction


def ask(about, reason):
    """Keep the reason, note that it was listed, and return (ticket, list of Found, closed).

    For who is not known, all goes the same way, and the list is empty.

    :param about: a mail address, a user id or the id of a record.
    :param reason: why, at least ``SHORTEST`` letters.
    """
    box = vault.get()
    subjects = _subjects(box, about)
    ids = {record_id: None for subject in subjects for record_id in box.find(subject=subject)}
    if RECORD_ID.fullmatch(about) and not ids:
        try:
            subject = box.record(about).subject
            subjects, ids = [f"{rights.PSEUDONYM}{subject}" if subject else ""], {about: None}
        except vault.NoRecord:
            pass
    ids = [record_id for record_id in ids if (box.record(record_id).room, box.record(record_id).kind) not in CLOSED]
    data = {"reason": reason, "by": _me(), "ids": ids, "opened": False, "reasons": {}}
    expires = periods.until(AUDIT)
    for subject in subjects:
        # each whom it is about reads the reason
        kept = {**data, "ids": []} if data["reasons"] else data
        found = box.add(ROOM, KIND, kept, purpose=PURPOSE, subject=subject, expires=expires)
        data["reasons"][box.record(found).subject] = found
    ticket = next(iter(data["reasons"].values()))
    box.replace(ticket, data)
    for pseudonym, found in data["reasons"].items():
        audit.note("list", subject=pseudonym, basis=PURPOSE, reason=found)
    return ticket, [_found(box.record(record_id)) for record_id in ids]


def open_all(ticket):
    """Open what was listed, note each, and return a list of Found.

    :raises NotNow: when it was opened already, is too old, or was asked by somebody else.
    """
    box = vault.get()
    data = _ticket(box, ticket)
    box.replace(ticket, {**data, "opened": True})
    found = []
    for record_id in data["ids"]:
        try:
            record = box.record(record_id)
        except vault.NoRecord:
            # erased meanwhile
            continue
        found.append(_opened(box, record, data["reasons"].get(record.subject, ticket)))
    return found


def _ticket(box, ticket):
    try:
        record = box.record(ticket)
    except vault.NoRecord:
        raise NotNow from None
    if (record.room, record.kind) != (ROOM, KIND) or clock.now() - record.created > TIME:
        raise NotNow
    data = box.read(ticket, ACCESS)
    if data["opened"] or data["by"] != _me():
        raise NotNow
    return data


def _opened(box, record, reason):
    known = _found(record)
    access = vault.Staff(PURPOSE, action="break_glass", reason=reason)
    try:
        data = box.open(record)
    except keys.NoKey:
        raise
    except keys.VaultProblem as problem:
        # that somebody tried is in the log, too
        audit.note(
            "break_glass",
            outcome="failure",
            subject=record.subject,
            party=record.party,
            object=record.id,
            section=f"{record.room}.{record.kind}",
            basis=PURPOSE,
            reason=reason,
        )
        return Found(known.id, known.title, known.created, problem=problem.message)
    access.check(record, box)
    return Found(known.id, known.title, known.created, tuple(values_of(record, data)))


def _me():
    return audit.pseudonym_of(getSecurityManager().getUser().getId())


# -- whom it is about


def _subjects(box, about):
    """Return under which names the vault can know somebody; always at least one."""
    if "@" not in about:
        return [rights.Subject(userid=about).key]
    member = _member_of(about)
    subjects = [rights.Subject(email=about).key]
    return [*subjects, rights.Subject(userid=member).key] if member else subjects


def _member_of(email):
    """Return the id of the one member with exactly this mail address, or None."""
    users = api.portal.get_tool("acl_users").searchUsers(email=email, exact_match=True)
    members = {user["userid"]: api.user.get(userid=user["userid"]) for user in users}
    # a plugin may search by parts all the same
    same = [
        userid
        for userid, member in members.items()
        if member is not None and (member.getProperty("email") or "").strip().lower() == email.lower()
    ]
    return same[0] if len(same) == 1 else None


# -- in words


def _provider(record):
    for _name, provider in getUtilitiesFor(IPersonalDataProvider):
        if (record.room, record.kind) in getattr(provider, "kinds", ()):
            return provider
    return None


def _found(record):
    provider = _provider(record)
    return Found(record.id, provider.title if provider is not None else f"{record.room}.{record.kind}", record.created)


def values_of(record, data):
    """Return what a record says as [(label, text)]; its provider knows the labels."""
    provider = _provider(record)
    values = list(provider.values(data)) if hasattr(provider, "values") else []
    return [(label, str(value)) for label, value in values or _flat(data)]


def _flat(data, label=""):
    if isinstance(data, dict):
        for name, value in data.items():
            yield from _flat(value, f"{label}.{name}" if label else str(name))
    elif isinstance(data, list):
        for number, value in enumerate(data, 1):
            yield from _flat(value, f"{label}.{number}" if label else str(number))
    elif isinstance(data, bytes):
        yield label, f"{len(data)} bytes"
    elif data not in (None, ""):
        yield label, str(data)
