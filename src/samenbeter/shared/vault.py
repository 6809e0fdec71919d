"""The vault: what is private is here and nowhere else, encrypted, outside content and catalog.

A record says in the clear only what is needed to find it and to let it go: room, kind,
purpose, dates, and whom it is about under a name that does not lead back. What it says
is AES-256-GCM, bound to those words, so that nothing can be put in another's place.

Records lie in shards, and each shard has its own lookups: people who write at the same
moment seldom meet, and who does is repeated by ``transactions.committed``. A lookup
never loads what a record says.
"""

from BTrees.OOBTree import OOBTree
from BTrees.OOBTree import OOTreeSet
from dataclasses import dataclass
from persistent import Persistent
from plone import api
from samenbeter.shared import audit
from samenbeter.shared import clock
from samenbeter.shared import keys
from samenbeter.shared import sealing
from zope.annotation.interfaces import IAnnotations

import secrets


KEY = "samenbeter.vault"
SHARDS = 64
# the party of what a resident has with the platform itself, not with a partner or a supplier
PLATFORM = "platform"
NEVER = 9999999  # sorts behind all days
_LAST = "\U0010ffff"  # sorts behind all texts


class NoRecord(KeyError):
    """There is no such record, or it is not for who asks: nobody can tell which."""


class Payload(Persistent):
    """What a record says: loaded only when it is read."""

    def __init__(self, sealed):
        self.sealed = sealed


class Record(Persistent):
    """What is known of a record without opening it."""

    def __init__(self, record_id, room, kind, purpose, subject, party, expires):
        self.id = record_id
        self.room = room
        self.kind = kind
        self.purpose = purpose
        # the pseudonym of whom it is about; "" for nobody
        self.subject = subject
        self.party = party
        self.created = clock.now()
        # the day on which it is erased; None when that follows from something else
        self.expires = expires
        self.frozen = False
        self.payload = None

    def bound(self):
        """Return the words that what it says is bound to."""
        return "\0".join((self.id, self.room, self.kind, self.purpose, self.subject, self.party)).encode()


class Shard(Persistent):
    """A part of the records, with its lookups."""

    def __init__(self):
        self.records = OOBTree()
        # (subject, party, room, kind, id), (room, kind, party, id), (day, id)
        self.by_subject = OOTreeSet()
        self.by_kind = OOTreeSet()
        self.by_expiry = OOTreeSet()

    def put(self, record):
        """Add a record and what finds it."""
        self.records[record.id] = record
        self.by_subject.insert((record.subject, record.party, record.room, record.kind, record.id))
        self.by_kind.insert((record.room, record.kind, record.party, record.id))
        self.by_expiry.insert((_day(record.expires), record.id))

    def drop(self, record):
        """Take a record away, and what finds it."""
        del self.records[record.id]
        self.by_subject.remove((record.subject, record.party, record.room, record.kind, record.id))
        self.by_kind.remove((record.room, record.kind, record.party, record.id))
        self.by_expiry.remove((_day(record.expires), record.id))


def _day(date):
    return NEVER if date is None else date.toordinal()


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
        """Write it down. Whether this person may is decided by the caller's permission and object."""
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


class Vault(Persistent):
    """All private records of a site."""

    def __init__(self):
        self.shards = tuple(Shard() for _number in range(SHARDS))
        # of the key file that belongs to it, and the key that is written with
        self.fingerprint = None
        self.current = None

    def prepare(self):
        """Take the key file that is there, or make one; later it is this one and no other.

        :raises keys.VaultProblem: when there is none and it cannot be made, or it is another one.
        """
        self._usable_keys(writes=True)

    # -- writing

    def add(self, room, kind, data, *, purpose, subject="", party=PLATFORM, expires=None):
        """Keep something private, and return the id of the record.

        :param room: the room that it belongs to, such as "privacy".
        :param kind: what it is, in that room; a provider of personal data has to answer for it.
        :param data: what JSON can say.
        :param purpose: the id of the purpose for which it is kept.
        :param subject: whom it is about: "member:<userid>", "mail:<address>" or another text that only
            who knows it can look up; "" for nobody.
        :param party: with whom: ``PLATFORM``, "partner:<UID>", "module:<UID>".
        :param expires: the date on which it is erased; None when its provider decides.
        :raises keys.VaultProblem: when there is no key, or another one.
        """
        known = self._usable_keys(writes=True)
        subject = known.pseudonym("subject", subject) if subject else ""
        shard = int(subject[:8] or secrets.token_hex(4), 16) % SHARDS
        record = Record(f"{shard:02x}{secrets.token_hex(15)}", room, kind, purpose, subject, party, expires)
        self._seal(record, data)
        self.shards[shard].put(record)
        return record.id

    def replace(self, record_id, data):
        """Let a record say something else."""
        self._seal(self.record(record_id), data)

    def set_expires(self, record_id, expires):
        """Let a record go on another date; None: when its provider decides."""
        record, shard = self.record(record_id), self._shard(record_id)
        if record.expires != expires:
            shard.by_expiry.remove((_day(record.expires), record.id))
            record.expires = expires
            shard.by_expiry.insert((_day(expires), record.id))

    def freeze(self, record_id, on):
        """Hide a record from all but who it is about, or show it again."""
        record = self.record(record_id)
        if record.frozen != on:
            record.frozen = on

    def erase(self, record_id):
        """Take a record away; return whether it was there."""
        record = self._shard(record_id).records.get(record_id)
        if record is None:
            return False
        self._shard(record_id).drop(record)
        return True

    def _seal(self, record, data):
        found = self._usable_keys(writes=True)
        record.payload = Payload(sealing.seal(data, found.keys[self.current], self.current, record.bound()))

    # -- reading

    def record(self, record_id):
        """Return a Record, closed.

        :raises NoRecord: when it is not there.
        """
        found = self._shard(record_id).records.get(record_id)
        if found is None:
            raise NoRecord
        return found

    def read(self, record_id, access):
        """Return what a record says.

        :param access: Own, Staff or Machine: who reads, and why.
        :raises NoRecord: when it is not there, or not for who asks.
        :raises keys.VaultProblem: when it cannot be read: no key, another key, or damaged.
        """
        record = self.record(record_id)
        access.check(record, self)
        return sealing.unseal(record.payload.sealed, self._usable_keys().keys, record.bound())

    # -- finding

    def find(self, *, subject=None, party=None, room=None, kind=None):
        """Yield the ids of records; opens none and loads none.

        :param subject: whom they are about; without it all shards are looked through.
        :param room: needed for ``kind``; one of subject and room must be given.
        """
        if subject is not None:
            known = self.pseudonym(subject)
            yield from self._of_subject(known, party, room, kind)
            return
        for shard in self.shards:
            low = (room, *filter(None, (kind,)))
            for _room, _kind, found_party, record_id in shard.by_kind.keys(low, (*low, _LAST)):
                if party in (None, found_party):
                    yield record_id

    def _of_subject(self, known, party, room, kind):
        shard = self.shards[int(known[:8], 16) % SHARDS]
        low = (known, *filter(None, (party,)))
        for _subject, _party, found_room, found_kind, record_id in shard.by_subject.keys(low, (*low, _LAST)):
            if room in (None, found_room) and kind in (None, found_kind):
                yield record_id

    def expired(self, day):
        """Yield the ids of records whose last day is before this one."""
        for shard in self.shards:
            for _day_number, record_id in shard.by_expiry.keys((0, ""), (_day(day), ""), excludemax=True):
                yield record_id

    def count(self, room, kind):
        """Return the number of records of a kind."""
        return sum(1 for _id in self.find(room=room, kind=kind))

    def __len__(self):
        return sum(len(shard.records) for shard in self.shards)

    def __bool__(self):
        # also an empty vault is one
        return True

    # -- keys

    def pseudonym(self, subject):
        """Return the name under which somebody is known here; it does not lead back."""
        return self._usable_keys().pseudonym("subject", subject)

    def _shard(self, record_id):
        try:
            return self.shards[int(record_id[:2], 16)]
        except (ValueError, IndexError, TypeError):
            raise NoRecord from None

    def _usable_keys(self, writes=False):
        if self.fingerprint is None and writes:
            # the first use: from now on it is this key file and no other
            found = keys.load() if keys.place().exists() else keys.make()
            self.fingerprint, self.current = found.fingerprint, found.newest
            return found
        found = keys.load()
        if self.fingerprint is not None and (
            self.fingerprint != found.fingerprint or self.current not in found.keys
        ):
            raise keys.WrongKey
        if writes and self._p_jar is not None:
            # when another process turns to a new key meanwhile, this is done again
            self._p_jar.readCurrent(self)
        return found


def get(site=None):
    """Return the vault of the site; make it when this is the first time."""
    annotations = IAnnotations(site or api.portal.get())
    if KEY not in annotations:
        annotations[KEY] = Vault()
    return annotations[KEY]
