"""What the vault is made of: records, what they say, and the lookups of a shard."""

from BTrees.OOBTree import OOBTree
from BTrees.OOBTree import OOTreeSet
from itertools import chain
from persistent import Persistent
from samenbeter.shared import clock


NEVER = 9999999  # sorts behind all days
LAST = "\U0010ffff"  # sorts behind all texts


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
        # the id of the key that it is sealed with
        self.key = ""

    def bound(self):
        """Return the words that what it says is bound to."""
        return "\0".join((self.id, self.room, self.kind, self.purpose, self.subject, self.party)).encode()


class Shard(Persistent):
    """A part of the records, with its lookups."""

    def __init__(self):
        self.records = OOBTree()
        # (subject, party, room, kind, id), (room, kind, party, id), (day, id), (key, id)
        self.by_subject = OOTreeSet()
        self.by_kind = OOTreeSet()
        self.by_expiry = OOTreeSet()
        self.by_key = OOTreeSet()

    def put(self, record):
        """Add a record and what finds it."""
        self.records[record.id] = record
        for lookup, entry in self._entries(record):
            lookup.insert(entry)

    def drop(self, record):
        """Take a record away, and what finds it."""
        del self.records[record.id]
        for lookup, entry in self._entries(record):
            lookup.remove(entry)

    def has(self, record):
        """Return whether all lookups find a record."""
        return all(entry in lookup for lookup, entry in self._entries(record))

    def _entries(self, record):
        return (
            (self.by_subject, (record.subject, record.party, record.room, record.kind, record.id)),
            (self.by_kind, (record.room, record.kind, record.party, record.id)),
            (self.by_expiry, (day_of(record.expires), record.id)),
            (self.by_key, (record.key, record.id)),
        )

    def set_expires(self, record, expires):
        """Let a record go on another date."""
        self.by_expiry.remove((day_of(record.expires), record.id))
        record.expires = expires
        self.by_expiry.insert((day_of(expires), record.id))

    def set_key(self, record, key_id):
        """Write down that a record is sealed with another key.

        Who erases it at the same moment changes the same place: then one of the two is done again.
        """
        self.by_key.remove((record.key, record.id))
        record.key = key_id
        self.by_key.insert((key_id, record.id))

    def of_subject(self, subject, party, room, kind):
        """Yield the ids of the records about a pseudonym; None is any."""
        low = (subject, *filter(None, (party,)))
        for _subject, _party, found_room, found_kind, record_id in self.by_subject.keys(low, (*low, LAST)):
            if room in (None, found_room) and kind in (None, found_kind):
                yield record_id

    def of_kind(self, room, kind, party):
        """Yield the ids of the records of a room; None is any kind, or party."""
        low = (room, *filter(None, (kind,)))
        for _room, _kind, found_party, record_id in self.by_kind.keys(low, (*low, LAST)):
            if party in (None, found_party):
                yield record_id

    def expired(self, day):
        """Yield the ids of the records whose last day is before this one."""
        for _day, record_id in self.by_expiry.keys((0, ""), (day_of(day), ""), excludemax=True):
            yield record_id

    def not_under(self, key_id):
        """Yield the ids of the records that are sealed with another key than this one."""
        others = (self.by_key.keys(("",), (key_id,)), self.by_key.keys((key_id, LAST)))
        for _key, record_id in chain(*others):
            yield record_id


def day_of(date):
    """Return the number by which a date is looked up; None comes last."""
    return NEVER if date is None else date.toordinal()
