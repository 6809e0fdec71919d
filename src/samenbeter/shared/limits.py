"""How often somebody may try something, in the memory of this process.

What is counted stands under a name that does not lead back, made with a secret that is
gone when the process ends.
"""

from samenbeter.shared import clock

import hmac
import math
import secrets
import threading


_SECRET = secrets.token_bytes(32)
MOST_NAMES = 10_000


class Limit:
    """So many times in so many seconds, for each name."""

    def __init__(self, most, seconds):
        self.most = most
        self.seconds = seconds
        self.moments = {}
        self.lock = threading.Lock()

    def reached(self, *name):
        """Return whether this name has had its times; counts nothing."""
        with self.lock:
            return len(self._recent(_key(name))) >= self.most

    def count(self, *name):
        """Count one time; return whether it was still within the limit."""
        with self.lock:
            if len(self.moments) >= MOST_NAMES:
                self._tidy()
            key = _key(name)
            recent = self._recent(key)
            if len(recent) >= self.most:
                return False
            self.moments[key] = [*recent, clock.now().timestamp()]
            return True

    def wait(self, *name):
        """Return how many whole seconds it takes until this name may try again; 0 when it may."""
        with self.lock:
            recent = self._recent(_key(name))
        if len(recent) < self.most:
            return 0
        return max(1, math.ceil(recent[-self.most] + self.seconds - clock.now().timestamp()))

    def forget(self, *name):
        """Begin again for this name."""
        with self.lock:
            self.moments.pop(_key(name), None)

    def clear(self):
        """Begin again for all."""
        with self.lock:
            self.moments.clear()

    def _recent(self, key):
        since = clock.now().timestamp() - self.seconds
        return [moment for moment in self.moments.get(key, ()) if moment > since]

    def _tidy(self):
        self.moments = {key: recent for key in self.moments if (recent := self._recent(key))}


def _key(name):
    return hmac.digest(_SECRET, "\0".join(name).encode(), "sha256")
