"""What was counted today, in a file beside the key: the database gets it a day later, all together.

Zope writes the moment of each transaction into the database. A counter that went up in one
would stand there with its moment, next to that of the account that was made a second later:
then who came by which code can be looked up. So nothing that is counted touches the database
on the day itself. In the file stand sums and days, no moments and no order.

All processes of a machine share the file; each holds its lock for as long as it adds one.
"""

from contextlib import contextmanager
from samenbeter import logger
from samenbeter.shared import clock
from samenbeter.shared import keys

import fcntl
import json
import os
import secrets


NAME = "samenbeter.counts"
# what cannot be written is said once
_said = set()


def place():
    """Return the path of the file."""
    return keys.beside(NAME)


def add(site, key, n=1):
    """Add to what was counted today; return whether that could be.

    :param site: how the store of the site is called.
    :param key: a text, see ``counters``.
    """
    try:
        with _opened() as file:
            # within the lock: nothing is added to a day that was taken away
            block = file.sites.setdefault(site, {}).setdefault(clock.today().isoformat(), {})
            block.setdefault("id", secrets.token_hex(8))
            counts = block.setdefault("counts", {})
            counts[key] = counts.get(key, 0) + n
            file.write()
    except OSError as problem:
        _say(problem)
        return False
    return True


def blocks(site):
    """Return {day: {"id", "counts": {key: number}}} of a site; nothing when there is no file."""
    try:
        with place().open("rb") as stream:
            fcntl.flock(stream, fcntl.LOCK_SH)
            return _parsed(stream.read()).get(site, {})
    except OSError:
        return {}


def drop(site, ids=None):
    """Take away blocks that the database has now.

    :param ids: of the blocks; None: all of the site.
    """
    if not place().exists():
        return
    with _opened() as file:
        left = (
            {} if ids is None else {day: one for day, one in file.sites.get(site, {}).items() if one["id"] not in ids}
        )
        file.sites[site] = left
        if not left:
            del file.sites[site]
        file.write()


class _File:
    def __init__(self, descriptor):
        self.descriptor = descriptor
        self.before = os.pread(descriptor, os.fstat(descriptor).st_size, 0)
        self.sites = _parsed(self.before)

    def write(self):
        """Write all of it in its place: what is behind the first line counts for nothing."""
        # sorted: the order in which things were first counted today is nobody's business
        data = json.dumps(self.sites, separators=(",", ":"), sort_keys=True).encode() + b"\n"
        written = 0
        try:
            written = os.pwrite(self.descriptor, data, 0)
        finally:
            if written != len(data):
                # the disk is full; there is room for what was there
                os.pwrite(self.descriptor, self.before, 0)
        if written != len(data):
            raise OSError("no room")
        os.ftruncate(self.descriptor, len(data))


@contextmanager
def _opened():
    descriptor = os.open(place(), os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX)
        yield _File(descriptor)
    finally:
        # the lock goes with it
        os.close(descriptor)


def _parsed(data):
    line = data.partition(b"\n")[0]
    if not line:
        return {}
    try:
        return json.loads(line)
    except ValueError:
        logger.warning("What was counted today cannot be read: it begins again at nought.")
        return {}


def _say(problem):
    kind = type(problem).__name__
    if kind not in _said:
        _said.add(kind)
        logger.warning("Nothing is counted: %s cannot be written (%s).", NAME, kind)
