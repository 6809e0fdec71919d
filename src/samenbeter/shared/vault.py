"""The vault: what is private is here and nowhere else, encrypted, outside content and catalog.

A record says in the clear only what is needed to find it and to let it go: room, kind,
purpose, dates, and whom it is about under a name that does not lead back. What it says
is AES-256-GCM, bound to those words, so that nothing can be put in another's place.

Records lie in shards, and each shard has its own lookups: people who write at the same
moment seldom meet, and who does is repeated by ``transactions.committed``. A lookup
never loads what a record says.
"""

from persistent import Persistent
from plone import api
from samenbeter.interfaces import IPersonalDataProvider
from samenbeter.shared import keys
from samenbeter.shared import sealing
from samenbeter.shared.access import Machine
from samenbeter.shared.access import NoRecord
from samenbeter.shared.access import Own
from samenbeter.shared.access import Staff
from samenbeter.shared.records import Payload
from samenbeter.shared.records import Record
from samenbeter.shared.records import Shard
from samenbeter.shared.rights import PSEUDONYM
from ZODB.POSException import POSKeyError
from ZODB.POSException import ReadConflictError
from zope.annotation.interfaces import IAnnotations
from zope.component import getUtilitiesFor

import secrets
import transaction


__all__ = ("PLATFORM", "Machine", "NoRecord", "Own", "Record", "Staff", "Vault", "get")

KEY = "samenbeter.vault"
SHARDS = 64
# the party of what a resident has with the platform itself, not with a partner or a supplier
PLATFORM = "platform"


class NoProvider(LookupError):
    """No provider of personal data says in its ``kinds`` that it answers for this (room, kind): then it is not kept."""


# kinds of records that only tests keep
UNANSWERED = set()


def _refuse_unanswered(room, kind):
    answered = [kinds for _name, one in getUtilitiesFor(IPersonalDataProvider) for kinds in getattr(one, "kinds", ())]
    # without any the add-on is not loaded
    if answered and (room, kind) not in {*answered, *UNANSWERED}:
        raise NoProvider(f"{room}.{kind}")


class Vault(Persistent):
    """All private records of a site."""

    # what whoever runs the site wants when our add-on is taken away
    erase_on_uninstall = False

    def __init__(self):
        self.shards = tuple(Shard() for _number in range(SHARDS))
        # of the key file that belongs to it, and the key that is written with
        self.fingerprint = None
        self.current = None

    def prepare(self):
        """Take the key file that is there, or make one; later it is this one and no other.

        :raises keys.VaultProblem: when there is none and it cannot be made, or it is another one.
        """
        self.usable_keys(writes=True)

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
        :raises NoProvider: when nobody answers for what is kept.
        """
        _refuse_unanswered(room, kind)
        if subject.endswith(":"):
            # all who have no name would be the same person
            raise ValueError("a subject without a name")
        known = self.usable_keys(writes=True)
        subject = self.pseudonym(subject) if subject else ""
        shard = int(subject[:8] or secrets.token_hex(4), 16) % SHARDS
        record = Record(f"{shard:02x}{secrets.token_hex(15)}", room, kind, purpose, subject, party, expires)
        record.key = self.current
        record.payload = Payload(sealing.seal(data, known.keys[self.current], self.current, record.bound()))
        self.shards[shard].put(record)
        return record.id

    def replace(self, record_id, data):
        """Let a record say something else."""
        record = self.record(record_id)
        known = self.usable_keys(writes=True)
        self._put(record, sealing.seal(data, known.keys[self.current], self.current, record.bound()))

    def reseal(self, record_id):
        """Seal a record with the current key; what it says is shown to nobody, and stays.

        :raises keys.VaultProblem: when it cannot be opened.
        """
        record = self.record(record_id)
        known = self.usable_keys(writes=True)
        self._put(record, sealing.reseal(_sealed(record), known.keys, self.current, record.bound()))

    def _put(self, record, sealed):
        # in its place: what stood there is gone at once where the database keeps no history
        record.payload.sealed = sealed
        if record.key != self.current:
            self._shard(record.id).set_key(record, self.current)

    def set_expires(self, record_id, expires):
        """Let a record go on another date; None: when its provider decides."""
        record = self.record(record_id)
        if record.expires != expires:
            self._shard(record_id).set_expires(record, expires)

    def freeze(self, record_id, on):
        """Hide a record from all but who it is about, or show it again.

        The ids of hidden records are found as before: a list looks at ``record(id).frozen``.
        """
        record = self.record(record_id)
        if record.frozen != on:
            record.frozen = on

    def erase(self, record_id):
        """Take a record away; return whether it was there."""
        try:
            record = self.record(record_id)
        except NoRecord:
            return False
        self._shard(record_id).drop(record)
        return True

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
        return self.open(record)

    def open(self, record):
        """Return what a Record says, for who may know already; others use ``read``."""
        known = self.usable_keys()
        try:
            return sealing.unseal(_sealed(record), known.keys, record.bound())
        except keys.WrongKey:
            _again_when_changed(record.payload)
            raise

    # -- finding

    def find(self, *, subject=None, party=None, room=None, kind=None):
        """Yield the ids of records; opens none and loads none. Make a list of them before changing any.

        :param subject: whom they are about; without it all shards are looked through.
        :param room: needed for ``kind``; one of subject and room must be given.
        """
        if subject is not None:
            known = self.pseudonym(subject)
            yield from self.shards[int(known[:8], 16) % SHARDS].of_subject(known, party, room, kind)
            return
        if not room:
            raise ValueError("which room, or about whom")
        for shard in self.shards:
            yield from shard.of_kind(room, kind, party)

    def expired(self, day):
        """Yield the ids of records whose last day is before this one."""
        for shard in self.shards:
            yield from shard.expired(day)

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
        if subject.startswith(PSEUDONYM):
            # of a replayed erasure: no more is known of this person
            return subject.removeprefix(PSEUDONYM)
        return self.usable_keys().pseudonym("subject", subject)

    def _shard(self, record_id):
        try:
            return self.shards[int(record_id[:2], 16) if isinstance(record_id, str) else SHARDS]
        except (ValueError, IndexError):
            raise NoRecord from None

    def usable_keys(self, writes=False):
        """Return the Keys, when they are those of this vault.

        :param writes: True for who is going to write with them.
        :raises keys.VaultProblem: when there are none, or others.
        """
        if self.fingerprint is None and writes:
            # the first use: from now on it is this key file and no other
            found = keys.load() if keys.place().exists() else keys.make()
            self.fingerprint, self.current = found.fingerprint, found.newest
            return found
        found = keys.load()
        if self.fingerprint is not None and (self.fingerprint != found.fingerprint or self.current not in found.keys):
            _again_when_changed(self)
            raise keys.WrongKey
        if writes and self._p_jar is not None:
            # when another process turns to a new key meanwhile, this is done again
            self._p_jar.readCurrent(self)
        return found


def _sealed(record):
    try:
        return record.payload.sealed
    except (POSKeyError, AttributeError) as problem:
        # the database has lost it
        raise sealing.Damaged from problem


def _again_when_changed(obj):
    """Raise ReadConflictError when somebody wrote an object since this transaction began.

    Then not the key is wrong but what is known here is old, and the request is done again.
    """
    if obj._p_jar is None or obj._p_serial is None:
        return
    connection = obj._p_jar.db().open(transaction.TransactionManager())
    try:
        newest = connection.get(obj._p_oid)
        newest._p_activate()
        changed = newest._p_serial != obj._p_serial
    except POSKeyError:
        changed = True
    finally:
        connection.close()
    if changed:
        raise ReadConflictError(object=obj)


def get(site=None):
    """Return the vault of the site; make it when this is the first time."""
    annotations = IAnnotations(site or api.portal.get())
    if KEY not in annotations:
        annotations[KEY] = Vault()
    return annotations[KEY]
