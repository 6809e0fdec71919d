"""Looks whether all that is in the vault can still be read; nobody gets to see what it says."""

from collections import Counter
from samenbeter.shared import keys
from ZODB.POSException import POSKeyError

import time


LOST = ("", "")


def check(vault, start=0, seconds=None):
    """Look at the records, shard by shard.

    :param start: the number of the shard to begin at.
    :param seconds: after so long it stops at the next shard; None: no end.
    :returns: {"checked": number, "damaged": {(room, kind): number}, "next": where to go on, None at the end}.
        Of a record that the database lost, room and kind are "".
    :raises keys.VaultProblem: when there is no key, or another one: then no record is to blame.
    """
    until = None if seconds is None else time.monotonic() + seconds
    checked, damaged = 0, Counter()
    number = start
    while number < len(vault.shards) and (number == start or until is None or time.monotonic() < until):
        shard = vault.shards[number]
        for record_id in list(shard.records.keys()):
            checked += 1
            kind = _damaged_kind(vault, shard, record_id)
            if kind is not None:
                damaged[kind] += 1
        if vault._p_jar is not None:
            vault._p_jar.cacheGC()
        number += 1
    return {"checked": checked, "damaged": dict(damaged), "next": number if number < len(vault.shards) else None}


def _damaged_kind(vault, shard, record_id):
    """Return (room, kind) of a record that cannot be read, or not be found; None when all is well."""
    try:
        record = shard.records[record_id]
        kind = (record.room, record.kind)
        if record.id != record_id or not shard.has(record):
            return kind
    except (POSKeyError, AttributeError):
        return LOST
    try:
        vault.open(record)
    except keys.VaultProblem:
        # raises when it is the key file, and not this record
        vault.usable_keys()
        return kind
    return None
