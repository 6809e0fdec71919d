"""Codes on paper: somebody in the neighbourhood hands one out, and it makes an account without a mail address.

A code is shown once, when its slip is made. The vault keeps it only as what it looks up a
person by, which does not lead back; who got it nobody knows. Sixteen letters and digits that
look different, of 31, are 79 bits; it works once, for thirty days, and guessing is slowed.
"""

from datetime import timedelta
from plone import api
from samenbeter.residents.settings import PREFIX
from samenbeter.shared import clock
from samenbeter.shared import vault
from samenbeter.shared.limits import Limit

import secrets


ROOM, KIND, PURPOSE = "residents", "paper_code", "samenbeter.account"
ALPHABET = "ABCDEFGHJKMNPQRSTUVWXYZ23456789"
PARTS, LETTERS = 4, 4
DAYS = 30
# wrong codes from one place: from all together, anybody could keep out who has a good one
tries = Limit(60, 60 * 60)
# slips that one person makes
made = Limit(60, 60 * 60)


def sign_up_is_open():
    """Return whether residents may make an account at all."""
    return api.portal.get_registry_record(f"{PREFIX}.open", default=None) is not False


def make():
    """Make a code in the current transaction; return (code, the last day on which it works)."""
    parts = ["".join(secrets.choice(ALPHABET) for _n in range(LETTERS)) for _part in range(PARTS)]
    code, until = "-".join(parts), clock.today() + timedelta(days=DAYS)
    vault.get().add(ROOM, KIND, {}, purpose=PURPOSE, subject=_key(code), expires=until)
    return code, until


def find(code):
    """Return the id of the record of a code that still works, or None."""
    if len(_tidy(code)) != PARTS * LETTERS:
        return None
    box = vault.get()
    for record in list(box.find(subject=_key(code), room=ROOM, kind=KIND)):
        if box.record(record).expires >= clock.today():
            return record
    return None


def use(code):
    """Use a code up in the current transaction; return whether it worked."""
    record = find(code)
    return record is not None and vault.get().erase(record)


def still_open():
    """Return the codes that were handed out and not used: [{id, made, until}], the oldest first; not what they are."""
    box = vault.get()
    records = [box.record(found) for found in list(box.find(room=ROOM, kind=KIND))]
    rows = [
        {"id": one.id, "made": one.created.date(), "until": one.expires}
        for one in sorted(records, key=lambda one: (one.created, one.id))
        if one.expires >= clock.today()
    ]
    return rows


def withdraw(record):
    """Let a code not work any more, in the current transaction; return whether it was there."""
    try:
        found = vault.get().record(record)
    except vault.NoRecord:
        return False
    return (found.room, found.kind) == (ROOM, KIND) and vault.get().erase(record)


def _tidy(code):
    return "".join(letter for letter in code.upper() if letter in ALPHABET)


def _key(code):
    return f"paper:{_tidy(code)}"
