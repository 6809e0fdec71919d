"""Where the audit log lies: segments that only grow, one for each writer and day.

A writer is one thread of one process, so writers never meet in a segment. In a segment
each entry carries a digest over the one before it: who changes an entry has to change
all that follow it, and the head that the seal of the day is made of (seals.py).

Whom an entry is about stands in the segment's own lookup until the day is sealed; the
job that seals moves it to the lookup of the whole log. So nobody writes there who
could meet another.
"""

from BTrees.IOBTree import IOBTree
from BTrees.OOBTree import OOBTree
from BTrees.OOBTree import OOTreeSet
from dataclasses import dataclass
from dataclasses import fields
from persistent import Persistent

import hashlib
import json


SLOTS = 64
CHUNK = 20  # entries that are written again with a new one
_LAST = "\U0010ffff"  # sorts behind all texts


@dataclass(frozen=True)
class Entry:
    """What happened, as NEN 7513 asks. No user id, no name and no text of anybody is in it.

    Empty text: that does not play a part. ``t`` is a moment in UTC in the form of ISO 8601, ``actor`` and
    ``subject`` are names that do not lead back, ``role`` and ``organisation`` are separated by commas.
    """

    id: str = ""
    t: str = ""
    action: str = ""
    outcome: str = "success"
    actor: str = ""
    role: str = ""
    organisation: str = ""
    on_behalf_of: str = ""
    subject: str = ""
    party: str = ""
    object: str = ""
    section: str = ""
    basis: str = ""
    consent: str = ""
    reason: str = ""
    system: str = ""

    def line(self):
        """Return it as text, always the same for the same entry."""
        known = {field.name: getattr(self, field.name) for field in fields(self)}
        return canonical({name: value for name, value in known.items() if value})

    @classmethod
    def parse(cls, line):
        """Return the entry in a text.

        :raises ValueError: when it is none.
        """
        try:
            return cls(**{"outcome": "", **json.loads(line)})
        except TypeError as problem:
            raise ValueError("no entry") from problem


def canonical(data):
    """Return what JSON can say as text, always the same for the same data."""
    return json.dumps(data, sort_keys=True, separators=(",", ":"), ensure_ascii=True)


def digest(before, line):
    """Return the digest of an entry, in hex: SHA-256 over the digest before it and its line."""
    return hashlib.sha256(f"{before}\n{line}".encode()).hexdigest()


def genesis(day, writer):
    """Return the digest that a segment begins with: no segment can stand in another's place."""
    return digest("samenbeter.audit", f"{day}.{writer}")


def place(entry):
    """Return where an entry stands, as its id says: (day, writer, number)."""
    day, writer, number = entry.id.split(".")
    return int(day), writer, int(number)


class Chunk(Persistent):
    """Some entries that follow each other: a tuple of (line, digest)."""

    def __init__(self):
        self.rows = ()


class Segment(Persistent):
    """The entries of one writer on one day."""

    def __init__(self, day, writer):
        # the ordinal of a date
        self.day = day
        self.writer = writer
        self.count = 0
        self.head = genesis(day, writer)
        self.sealed = False
        self.chunks = IOBTree()
        # (subject, number of the entry); empty once it is sealed
        self.subjects = OOTreeSet()

    def append(self, entry):
        """Add an Entry at the end; its id follows from its place. Return it as it is kept."""
        entry = Entry(**{**vars(entry), "id": f"{self.day}.{self.writer}.{self.count}"})
        line = entry.line()
        self.head = digest(self.head, line)
        number = self.count // CHUNK
        if number not in self.chunks:
            self.chunks[number] = Chunk()
        self.chunks[number].rows += ((line, self.head),)
        if entry.subject:
            self.subjects.insert((entry.subject, self.count))
        self.count += 1
        return entry

    def rows(self):
        """Yield (line, digest) in order."""
        for chunk in self.chunks.values():
            yield from chunk.rows

    def entries(self, newest_first=False):
        """Yield the entries; one that cannot be read any more is left out, the check tells."""
        rows = reversed(list(self.rows())) if newest_first else self.rows()
        for line, _digest in rows:
            try:
                yield Entry.parse(line)
            except ValueError:
                continue

    def entry(self, number):
        """Return one entry; None when it is not there or cannot be read."""
        chunk = self.chunks.get(number // CHUNK)
        try:
            return Entry.parse(chunk.rows[number % CHUNK][0])
        except (AttributeError, IndexError, ValueError):
            return None


class Closed(Persistent):
    """The last day, as an ordinal, that something is done with; an object of its own, written once a day."""

    def __init__(self, day):
        self.day = day


class Checked(Persistent):
    """When the log was last looked through, in UTC, and how many problems that gave; None: never."""

    moment = None
    problems = 0


class Store(Persistent):
    """The audit log of a site."""

    def __init__(self, day):
        # the ordinal of the day on which it began
        self.began = day
        # the last day that nobody writes in any more
        self.closed = Closed(day - 1)
        # {(day, writer): Segment}
        self.slots = tuple(OOBTree() for _number in range(SLOTS))
        # (subject, day, writer, number), of days that are sealed
        self.by_subject = OOTreeSet()
        # {day: seals_chain.Seal}
        self.seals = OOBTree()
        # the last day whose seal was written to the file
        self.filed = Closed(day - 1)
        self.checked = Checked()

    def append(self, entry, day, writer):
        """Add an Entry and return it as it is kept.

        :param day: the ordinal of today. A day that is closed is not opened again: then it is the next one.
        :param writer: the name of who writes.
        """
        day = max(day, self.closed.day + 1)
        slot = self._slot(writer)
        segment = slot.get((day, writer))
        if segment is None:
            segment = slot[(day, writer)] = Segment(day, writer)
            if self._p_jar is not None:
                # when the day is closed meanwhile, this is done again
                self._p_jar.readCurrent(self.closed)
        return segment.append(entry)

    def _slot(self, writer):
        return self.slots[int(digest("slot", writer)[:8], 16) % SLOTS]

    def segment(self, day, writer):
        """Return a Segment, or None."""
        return self._slot(writer).get((day, writer))

    def segments(self, first=0, last=9999999):
        """Return the segments of these days, both included, by day and writer."""
        found = [segment for slot in self.slots for segment in slot.values((first, ""), (last, _LAST))]
        return sorted(found, key=lambda segment: (segment.day, segment.writer))

    def drop(self, segment):
        """Take a segment away, with what finds its entries."""
        for number, (line, _digest) in enumerate(segment.rows()):
            try:
                row = (Entry.parse(line).subject, segment.day, segment.writer, number)
            except ValueError:
                continue
            if row in self.by_subject:
                self.by_subject.remove(row)
        del self._slot(segment.writer)[(segment.day, segment.writer)]

    def index(self, segment):
        """Move what finds the entries of a segment to the lookup of the whole log."""
        for subject, number in list(segment.subjects):
            self.by_subject.insert((subject, segment.day, segment.writer, number))
        segment.subjects.clear()

    def about(self, subject):
        """Return the entries about somebody, newest first.

        :param subject: the name by which the vault knows somebody, in hex.
        """
        found = []
        for _subject, day, writer, number in self.by_subject.keys((subject,), (subject, 9999999)):
            segment = self.segment(day, writer)
            found.append(segment and segment.entry(number))
        for segment in self.segments(self.seals.maxKey() + 1 if self.seals else 0):
            for _subject, number in segment.subjects.keys((subject,), (subject, 999999999)):
                found.append(segment.entry(number))
        return sorted(filter(None, found), key=lambda entry: (entry.t, entry.id), reverse=True)
