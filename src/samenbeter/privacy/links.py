"""Links that are mailed to who uses their rights: each works once, and not for long.

The link of a door becomes, when it is used, what lets somebody without an account look at
their data for half an hour.
"""

from datetime import timedelta
from samenbeter.shared import clock
from samenbeter.shared import proofs
from samenbeter.shared import vault
from samenbeter.shared.mailed_links import MailedLinks


ROOM, KIND, PURPOSE = "privacy", "access", "samenbeter.rights"
PAGE = "@@link-uit-mail"
# what a link can be for
DOOR, FRESH, MAIL = "door", "fresh", "mail"
# the state of a door that was opened
INSIDE = "inside"
INSIDE_MINUTES = 30

LINKS = MailedLinks(ROOM, KIND, PURPOSE, PAGE)
make, address, letter = LINKS.make, LINKS.address, LINKS.letter


def look(code):
    """Return the Link of a code, or None when it is no code, was used, or is too old: nobody can tell which."""
    link = LINKS.look(code)
    return None if link is None or link.use == INSIDE else link


def use_up(code):
    """Take a link away in the current transaction; return it, or None when it does not hold.

    The link of a door becomes what ``inside`` looks for.
    """
    link = look(code)
    if link is None:
        return None
    if link.use == DOOR:
        until = clock.now() + timedelta(minutes=INSIDE_MINUTES)
        vault.get().replace(link.id, {**link.data, "use": INSIDE, "secret": "", "until": until.isoformat()})
        vault.get().set_expires(link.id, until.date())
    else:
        vault.get().erase(link.id)
    return link


def proof_of(link):
    """Return what the pages behind a door carry along in their forms."""
    return f"{link.id}.{proofs.sign(INSIDE, link.id, minutes=INSIDE_MINUTES)}"


def inside(proof):
    """Return the Subject for whom a door was opened, or None when the proof does not hold."""
    record, _dot, signed = str(proof).partition(".")
    if not proofs.holds(signed, INSIDE, record):
        return None
    link = LINKS.by_id(record)
    return link.subject if link is not None and link.use == INSIDE else None


def close(proof):
    """Close a door, in the current transaction."""
    if inside(proof) is not None:
        vault.get().erase(str(proof).partition(".")[0])
