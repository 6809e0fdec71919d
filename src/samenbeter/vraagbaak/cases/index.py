"""How the desk finds its cases without opening them: light, outside the catalog, and blind.

A row says when something is due and, under names that only who has the key can make, what it can be looked
up by: its state, its owner, its themes. Rows lie in shards, so that people who ask at the same moment seldom
meet; a list reads as many rows as it shows, however many there are.
"""

from BTrees.Length import Length
from BTrees.OOBTree import OOBTree
from BTrees.OOBTree import OOTreeSet
from heapq import merge
from itertools import islice
from persistent import Persistent
from plone import api
from samenbeter.shared import keys
from zope.annotation.interfaces import IAnnotations


KEY = "samenbeter.vraagbaak.cases"
SHARDS = 16
# in the order of a list
URGENT, RUNNING, STILL, OVER = range(4)


class Shard(Persistent):
    """A part of the rows."""

    def __init__(self):
        # {id: (rank, minute, words)}
        self.rows = OOBTree()
        # (word, rank, minute, id)
        self.entries = OOTreeSet()
        # {word: how many rows have it}
        self.sizes = OOBTree()

    def put(self, case_id, rank, minute, words):
        """Let a row be as it is now."""
        row = (rank, minute, tuple(sorted(words)))
        if self.rows.get(case_id) == row:
            return
        self.drop(case_id)
        self.rows[case_id] = row
        for word in row[2]:
            self.entries.insert((word, rank, minute, case_id))
            if word not in self.sizes:
                self.sizes[word] = Length()
            self.sizes[word].change(1)

    def drop(self, case_id):
        """Take a row away, when it is there."""
        rank, minute, words = self.rows.pop(case_id, (0, 0, ()))
        for word in words:
            self.entries.remove((word, rank, minute, case_id))
            self.sizes[word].change(-1)

    def size(self, word):
        """Return how many rows have a word."""
        found = self.sizes.get(word)
        return found() if found is not None else 0

    def of(self, word, rank=None, before=None):
        """Yield (rank, minute, id) of the rows with a word, in order.

        :param rank: only these.
        :param before: with a rank, only those of before this minute.
        """
        low = (word,) if rank is None else (word, rank)
        high = (word, rank, before) if before is not None else (f"{word}\0",) if rank is None else (word, rank + 1)
        for _word, *row in self.entries.keys(low, high, excludemax=True):
            yield tuple(row)

    def has(self, case_id, words):
        """Return whether a row has all of these words."""
        return set(words).issubset(self.rows.get(case_id, (0, 0, ()))[2])


class Index(Persistent):
    """The rows of all desks of a site."""

    def __init__(self):
        self.shards = tuple(Shard() for _number in range(SHARDS))

    def put(self, case_id, rank, minute, words):
        """Let the row of a case be as it is now.

        :param rank: URGENT, RUNNING, STILL or OVER.
        :param minute: of what it is sorted by, minutes since 1970.
        :param words: blind words, see ``word``.
        """
        self._shard(case_id).put(case_id, rank, minute, words)

    def words(self, case_id):
        """Return the blind words of the row of a case; none when it has no row."""
        return self._shard(case_id).rows.get(case_id, (0, 0, ()))[2]

    def drop(self, case_id):
        """Take the row of a case away."""
        self._shard(case_id).drop(case_id)

    def size(self, word):
        """Return how many rows have a word; loads no row."""
        return sum(shard.size(word) for shard in self.shards)

    def ids(self, words, start=0, limit=25, rank=None, before=None):
        """Return the ids of the rows that have all of these words, in order of rank and time.

        :param start: so many are left out.
        :param limit: so many at most; None: all.
        :param rank: only these.
        :param before: with a rank, only those of before this minute.
        """
        words = sorted(words, key=self.size)
        found = merge(*(shard.of(words[0], rank, before) for shard in self.shards))
        # with one word there is no row to look at
        rest = words[1:]
        fitting = (case_id for _rank, _minute, case_id in found if not rest or self._shard(case_id).has(case_id, rest))
        return list(islice(fitting, start, None if limit is None else start + limit))

    def _shard(self, case_id):
        # the first two digits say the shard of the vault: the last two are as random
        return self.shards[int(case_id[-2:], 16) % SHARDS]


def word(*parts):
    """Return the blind name of something that cases are looked up by: ("desk", UID, "theme", "slapen").

    :raises keys.VaultProblem: when there is no key.
    """
    return keys.load().pseudonym("case", *parts)[:20]


def get():
    """Return the index of the site; make it when this is the first time."""
    annotations = IAnnotations(api.portal.get())
    if KEY not in annotations:
        annotations[KEY] = Index()
    return annotations[KEY]
