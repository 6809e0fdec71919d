"""The seal of a day: what nobody can make who does not have the key file. Pure functions and one class."""

from persistent import Persistent
from samenbeter.shared import keys
from samenbeter.shared.audit_store import canonical

import hashlib
import hmac


START = "0" * 64  # what the first seal stands on


class Seal(Persistent):
    """What is left of a day in the audit log, whatever becomes of its entries."""

    def __init__(self, day, prev, segments, expired):
        # the ordinal of the day
        self.day = day
        # the seal of the day before
        self.prev = prev
        # ((writer, count, head), ...); None once the entries had their time
        self.segments = segments
        self.count = sum(count for _writer, count, _head in segments)
        self.root = root_of(segments)
        # the ordinal of the last day whose entries had their time when this seal was made
        self.expired = expired
        self.seal = self.value()

    def value(self):
        """Return what the seal has to be, in hex.

        :raises keys.VaultProblem: when there is no key.
        """
        text = canonical([self.prev, self.day, self.count, self.root, self.expired])
        return hmac.digest(keys.load().derive("seal"), text.encode(), "sha256").hex()


def root_of(segments):
    """Return the digest over what segments end with, in hex."""
    return hashlib.sha256(canonical(sorted(segments)).encode()).hexdigest()
