"""Passwords as they are kept: with bcrypt, slow on purpose (P9).

AuthEncoding, which Plone's user folder checks passwords with, knows bcrypt itself as soon as
the package is there. Its values ("{BCRYPT}") go on working when this add-on is gone. bcrypt
reads 72 bytes and no zero byte; what is longer goes through SHA-256 and base64 first, and
is kept under a name of ours ("{BCRYPT-SHA256}"), which AuthEncoding knows as long as this
package is installed, whether a switch is on or not.

Where passwords are kept is only known for Plone's own kind of plugin (ZODBUserManager).
"""

from Acquisition import aq_base
from AuthEncoding import AuthEncoding
from Products.PluggableAuthService.plugins.ZODBUserManager import ZODBUserManager
from samenbeter.shared import clock

import base64
import bcrypt
import hashlib
import hmac
import re
import secrets
import threading


ROUNDS = 12  # doubles the work with each; bcrypt's own default
LONGEST = 72  # bytes that bcrypt reads
SHORT, LONG = "BCRYPT", "BCRYPT-SHA256"
KEPT = re.compile(rb"\{(?:BCRYPT|BCRYPT-SHA256)\}\$2[aby]\$(\d\d)\$")


def _bytes(password):
    return password if isinstance(password, bytes) else str(password).encode("utf-8", "surrogateescape")


def _digest(password):
    return base64.b64encode(hashlib.sha256(_bytes(password)).digest())


class LongScheme:
    """What AuthEncoding asks for passwords that bcrypt cannot read whole."""

    def encrypt(self, password):
        """Return what is kept, without its prefix."""
        return bcrypt.hashpw(_digest(password), bcrypt.gensalt(ROUNDS))

    def validate(self, reference, attempt):
        """Return whether this is the password."""
        try:
            return bcrypt.checkpw(_digest(attempt), reference)
        except ValueError:
            return False


if LONG not in AuthEncoding.listSchemes():
    AuthEncoding.registerScheme(LONG, LongScheme())


def encode(password):
    """Return a password as it is kept."""
    plain = _bytes(password)
    if len(plain) > LONGEST or b"\0" in plain:
        return AuthEncoding.pw_encrypt(password, LONG)
    return b"{BCRYPT}" + bcrypt.hashpw(plain, bcrypt.gensalt(ROUNDS))


def is_strong(kept):
    """Return whether a password is kept so already, with at least as much work."""
    found = KEPT.match(kept if isinstance(kept, bytes) else str(kept).encode())
    return bool(found) and int(found[1]) >= ROUNDS


def is_bcrypt(kept):
    """Return whether a password is kept with bcrypt, with whatever work."""
    return bool(KEPT.match(kept if isinstance(kept, bytes) else str(kept).encode()))


def keepers(users):
    """Return the plugins of a user folder that keep passwords in a way we know."""
    return [plugin for plugin in users.objectValues() if isinstance(aq_base(plugin), ZODBUserManager)]


def keeper_of(users, login):
    """Return (plugin, user id, what is kept) for a log-in name; (None, None, None) when nobody has it."""
    for plugin in keepers(users):
        userid = plugin._login_to_userid.get(login)
        kept = plugin._user_passwords.get(userid) if userid is not None else None
        if kept is not None:
            return plugin, userid, kept
    return None, None, None


def keep(users, userid, password):
    """Keep the password of a user so, where it is kept in a way we know; otherwise nothing happens."""
    for plugin in keepers(users):
        if plugin._user_passwords.get(userid) is not None:
            plugin._user_passwords[userid] = encode(password)


_DUMMY = {}


def pretend(password):
    """Take the time of a password that is wrong, for a name that nobody has."""
    if ROUNDS not in _DUMMY:
        _DUMMY[ROUNDS] = bcrypt.hashpw(secrets.token_hex(16).encode(), bcrypt.gensalt(ROUNDS))
    bcrypt.checkpw(_digest(password), _DUMMY[ROUNDS])


class Remembered:
    """Passwords that were right a moment ago, for programs that send theirs with each request (HTTP Basic).

    bcrypt would take its time for each. What is remembered is a keyed hash, for some minutes,
    in the memory of this process; another password that is kept makes another hash.
    """

    def __init__(self, seconds=300, most=1000):
        self.seconds = seconds
        self.most = most
        self.lock = threading.Lock()
        self.key = secrets.token_bytes(32)
        self.until = {}

    def has(self, *parts):
        """Return whether this was right a moment ago."""
        return self.until.get(self._name(parts), 0) > clock.now().timestamp()

    def add(self, *parts):
        """Remember that this is right."""
        now = clock.now().timestamp()
        with self.lock:
            if len(self.until) >= self.most:
                self.until = {name: until for name, until in self.until.items() if until > now}
            if len(self.until) < self.most:
                self.until[self._name(parts)] = now + self.seconds

    def clear(self):
        """Remember nothing."""
        with self.lock:
            self.until = {}

    def _name(self, parts):
        return hmac.digest(self.key, b"\0".join(_bytes(part) for part in parts), "sha256")
