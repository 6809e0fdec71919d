"""Trying passwords goes slower and slower, and nobody is ever locked out.

What is counted are wrong passwords, in the memory of this process, under names that do not
lead back: they are made with a random key that is thrown away each day, with all that was
counted. Of an address only the network counts. Each process counts for itself.

There is a wait, which grows, after wrong passwords

- for one account from one network;
- from one network for any account, which stops one password that is tried on all;
- for one account from any network: then each network has one try, so that somebody far away
  who guesses does not keep out the person at home.

Who got in from a network before, that day, is not slowed by what others do.
"""

from ipaddress import ip_address
from ipaddress import ip_network
from samenbeter.shared import clock

import hmac
import math
import secrets
import threading


LONGEST = 60  # seconds of one wait
FORGET = 60 * 60  # seconds without a wrong password, after which it begins again
MOST_NAMES = 50_000
# how many wrong passwords are free
PAIR = 5
NETWORK = 40
ACCOUNT = 25
UNKNOWN_NETWORK = "-"


def network_of(address):
    """Return the network of an internet address: the first three of four numbers, or the first 48 bits.

    :param address: as the request says it; anything.
    """
    try:
        found = ip_address(str(address).strip())
    except ValueError:
        return UNKNOWN_NETWORK
    found = getattr(found, "ipv4_mapped", None) or found
    return str(ip_network((found, 24 if found.version == 4 else 48), strict=False))


def _now():
    return clock.now().timestamp()


class Slowing:
    """Counts wrong passwords and says how long to wait."""

    def __init__(self):
        self.lock = threading.Lock()
        self.clear()

    def clear(self):
        """Begin again for all, with another key."""
        self.day = clock.today()
        self.key = secrets.token_bytes(32)
        # name: (how many, moment of the last one)
        self.wrong = {}
        self.known = set()

    def wait(self, login, address):
        """Return how many whole seconds somebody has to wait before the next try; 0: none."""
        with self.lock:
            self._turn()
            pair, account, network = self._names(login, address)
            waits = [self._wait(pair, 1 if self._count(account) >= ACCOUNT and pair not in self.known else PAIR)]
            # of who come by a proxy that tells nobody's address, one does not keep out the others
            if pair not in self.known and network_of(address) != UNKNOWN_NETWORK:
                waits.append(self._wait(network, NETWORK))
            return max(waits)

    def failed(self, login, address):
        """Count a wrong password."""
        with self.lock:
            self._turn()
            if len(self.wrong) >= MOST_NAMES:
                self._tidy()
            for name in self._names(login, address):
                self.wrong[name] = (self._count(name) + 1, _now())

    def succeeded(self, login, address):
        """Begin again for this account from this network."""
        with self.lock:
            self._turn()
            pair = self._names(login, address)[0]
            self.wrong.pop(pair, None)
            if len(self.known) < MOST_NAMES:
                self.known.add(pair)

    def _turn(self):
        if self.day != clock.today():
            self.clear()

    def _names(self, login, address):
        login, network = str(login).strip().casefold(), network_of(address)
        return self._name("pair", login, network), self._name("account", login), self._name("network", network)

    def _name(self, *parts):
        return hmac.digest(self.key, "\0".join(parts).encode("utf-8", "replace"), "sha256")

    def _count(self, name):
        count, last = self.wrong.get(name, (0, 0))
        return count if _now() - last < FORGET else 0

    def _wait(self, name, free):
        over = self._count(name) - free
        if over < 0:
            return 0
        length = min(LONGEST, 2 ** min(over + 1, 10))
        return max(0, math.ceil(self.wrong[name][1] + length - _now()))

    def _tidy(self):
        since = _now() - FORGET
        self.wrong = {name: found for name, found in self.wrong.items() if found[1] > since}
        if len(self.wrong) >= MOST_NAMES:
            # a flood of names: the newest half stays
            newest = sorted(self.wrong.items(), key=lambda pair: pair[1][1])[-MOST_NAMES // 2 :]
            self.wrong = dict(newest)


passwords = Slowing()
