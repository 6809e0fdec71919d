"""Turning the vault to a new key.

Four steps, and how far it is follows from the key file and the database alone: so it can
be stopped anywhere, by a kill too, and goes on when it is run again.

1. A new key stands in the file.
2. The vault writes with it. Who was writing with the old one meanwhile does so again.
3. All records are sealed with it, some at a time, shard by shard.
4. When no record needs the old keys, they leave the file.

Others read and write all the time. What cannot be opened keeps its key: with that key
it can come back from a copy.
"""

from collections import Counter
from functools import partial
from itertools import islice
from samenbeter.shared import keys
from samenbeter.shared.access import NoRecord
from samenbeter.shared.transactions import committed

import time
import transaction


BATCH = 100  # records in a transaction


def status(vault):
    """Return how it stands, as JSON can say it; nothing is opened.

    :returns: {"records": number, "keys": [{"id", "records", "in_file", "current"}], "left": number of
        records that have another key than the current one, "finished": False while a rotation is going on,
        "problem": message or None}.
    """
    problem, in_file = None, ()
    try:
        in_file = tuple(vault.usable_keys().keys)
    except keys.VaultProblem as found:
        problem = str(found)
    records = Counter(key for shard in vault.shards for key, _id in shard.by_key)
    known = dict.fromkeys((*in_file, *sorted(records), *filter(None, (vault.current,))))
    left = sum(count for key, count in records.items() if key != vault.current)
    return {
        "records": sum(records.values()),
        "keys": [
            {"id": key, "records": records[key], "in_file": key in in_file, "current": key == vault.current}
            for key in known
        ],
        "left": left,
        "finished": not problem and not left and set(in_file) <= {vault.current},
        "problem": problem,
    }


def rotate(vault, limit=None, tell=None, seconds=None):
    """Turn to a new key, or go on with what was begun; in transactions of its own.

    :param vault: the Vault, committed before.
    :param limit: the number of records after which it stops; None: no end.
    :param tell: is called after each batch with {"sealed", "damaged", "left"}.
    :param seconds: after so long it stops at the next batch.
    :returns: ``status``, with "sealed" and "damaged": how many records got the new key now, and how many
        could not be opened.
    :raises keys.VaultProblem: when there is no key, or another one; when the file cannot be written; when
        somebody else is at it. Nothing is changed then.
    """
    with keys.changing():
        transaction.begin()
        return _Rotation(vault, limit, tell, seconds).run()


class _Rotation:
    """One run."""

    def __init__(self, vault, limit, tell, seconds):
        self.vault = vault
        self.limit = limit
        self.tell = tell or (lambda progress: None)
        self.until = None if seconds is None else time.monotonic() + seconds
        self.sealed = self.left = 0
        # ids of records that cannot be opened
        self.damaged = set()

    def run(self):
        self.vault.usable_keys()
        if status(self.vault)["finished"]:
            keys.add_key()
        committed(self._turn)
        transaction.begin()
        self.left = status(self.vault)["left"]
        if all(self._shard_done(number) for number in range(len(self.vault.shards))) and not self.damaged:
            self._forget_old()
        transaction.begin()
        return {**self._counts(), **status(self.vault)}

    def _counts(self):
        return {"sealed": self.sealed, "damaged": len(self.damaged), "left": self.left}

    def _turn(self):
        newest = self.vault.usable_keys(writes=True).newest
        if self.vault.current != newest:
            self.vault.current = newest

    def _shard_done(self, number):
        """Seal what is in a shard, batch by batch; return False when it has to stop before."""
        while True:
            size = BATCH if self.limit is None else min(BATCH, self.limit - self.sealed)
            if size <= 0 or (self.until is not None and time.monotonic() > self.until):
                return not self._others(number, 1)
            sealed, damaged = committed(partial(self._batch, number, size))
            if not sealed and not damaged:
                return True
            self.sealed += len(sealed)
            self.left -= len(sealed)
            self.damaged |= damaged
            self.vault._p_jar.cacheGC()
            self.tell(self._counts())

    def _others(self, number, size):
        found = self.vault.shards[number].not_under(self.vault.current)
        return list(islice((record_id for record_id in found if record_id not in self.damaged), size))

    def _batch(self, number, size):
        sealed, damaged = set(), set()
        for record_id in self._others(number, size):
            try:
                self.vault.reseal(record_id)
                sealed.add(record_id)
            except (keys.VaultProblem, NoRecord):
                # the key file may be gone meanwhile: then it is not the record
                self.vault.usable_keys()
                damaged.add(record_id)
        return sealed, damaged

    def _forget_old(self):
        # as others see it, after all that was written before
        transaction.begin()
        found = status(self.vault)
        if not found["left"] and not found["finished"]:
            keys.keep_only(self.vault.current)
