"""Links that are mailed: each works once, and not for long.

A link is a record of the vault and a secret. The vault keeps the secret as a keyed hash,
so who reads the database cannot open a link. Opening the page of a link changes nothing,
for programs that look through mail open them all: the button on it uses the link up.
"""

from dataclasses import dataclass
from datetime import datetime
from datetime import timedelta
from plone import api
from samenbeter.privacy.settings import PREFIX
from samenbeter.shared import clock
from samenbeter.shared import proofs
from samenbeter.shared import vault
from samenbeter.shared.rights import Subject

import hmac
import secrets


ROOM, KIND, PURPOSE = "privacy", "access", "samenbeter.rights"
PAGE = "@@link-uit-mail"
ACCESS = vault.Machine("samenbeter.privacy.links")
# what a link can be for
DOOR, FRESH, MAIL = "door", "fresh", "mail"
# the state of a door that was opened
INSIDE = "inside"
INSIDE_MINUTES = 30


@dataclass(frozen=True)
class Link:
    """One link: the id of its record, what it is for, whose it is, and what more was kept with it."""

    id: str
    use: str
    subject: Subject
    data: dict


def make(use, subject, *, minutes, **data):
    """Keep a link in the current transaction, and return its code.

    :param use: DOOR, FRESH or MAIL.
    :param subject: a Subject.
    :param data: what is needed when it is used.
    """
    secret = secrets.token_urlsafe(24)
    until = clock.now() + timedelta(minutes=minutes)
    kept = {
        "use": use,
        "secret": proofs.hashed("link", secret),
        "until": until.isoformat(),
        "userid": subject.userid,
        "email": subject.email,
        **data,
    }
    record = vault.get().add(ROOM, KIND, kept, purpose=PURPOSE, subject=subject.key, expires=until.date())
    return f"{record}.{secret}"


def address(code):
    """Return the address that is mailed.

    Who asks can say any host in a request, and the link must not lead there: the settings say the right one.
    """
    site = api.portal.get_registry_record(f"{PREFIX}.site_url", default=None) or api.portal.get().absolute_url()
    return f"{site.rstrip('/')}/{PAGE}?code={code}"


def letter(before, code, after):
    """Return the text of a mail with a link.

    :param before: what to do with it, a text.
    :param after: what else there is to say, a text.
    """
    return f"{before}\n\n{address(code)}\n\n{after}\n"


def look(code):
    """Return the Link of a code, or None when it is no code, was used, or is too old: nobody can tell which."""
    record, _dot, secret = str(code).partition(".")
    kept = _kept(record)
    if kept is None or kept["use"] == INSIDE:
        return None
    if not hmac.compare_digest(kept["secret"].encode(), proofs.hashed("link", secret).encode()):
        return None
    return Link(record, kept["use"], _subject(kept), kept)


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
    kept = _kept(record)
    return _subject(kept) if kept is not None and kept["use"] == INSIDE else None


def close(proof):
    """Close a door, in the current transaction."""
    if inside(proof) is not None:
        vault.get().erase(str(proof).partition(".")[0])


def _kept(record):
    try:
        closed = vault.get().record(record)
        if (closed.room, closed.kind) != (ROOM, KIND):
            return None
        kept = vault.get().read(record, ACCESS)
    except vault.NoRecord:
        return None
    return kept if datetime.fromisoformat(kept["until"]) > clock.now() else None


def _subject(kept):
    return Subject(userid=kept["userid"], email=kept["email"])
