"""The keys of the vault, in a file outside the database.

One file: the secret by which people are looked up (``index``), and the keys that the
records are encrypted with; the last one is the newest. The file says nothing about
anybody, and without it the vault says nothing either. Who changes the file has its lock:
two who add a key at the same moment would lose one, and all that was sealed with it.
"""

from base64 import b64decode
from base64 import b64encode
from contextlib import contextmanager
from pathlib import Path
from samenbeter import _

import hashlib
import hmac
import os
import secrets
import zc.lockfile


ENVIRONMENT = "SAMENBETER_KEY_FILE"
NAME = "samenbeter.key"
SIZE = 32  # bytes, of AES-256 and of the secret
HEAD = (
    "# The keys of the vault of SamenBeter. Without this file nobody can read what is in it.\n"
    "# Keep a copy, but never beside a copy of the database.\n"
)


class VaultProblem(Exception):
    """The vault cannot do what was asked; ``message`` says why and what to do, and names nobody."""

    message = None

    def __str__(self):
        return str(getattr(self.message, "default", self.message))


class NoKey(VaultProblem):
    """There is no key file, or it cannot be read."""

    message = _(
        "vault_no_key",
        default="De sleutel van de kluis is er niet. Zet het sleutelbestand terug. "
        "Waar het moet staan, zegt de instelling SAMENBETER_KEY_FILE.",
    )


class ShutKey(NoKey):
    """The key file is there, and this process may not read it."""

    message = _(
        "vault_shut_key",
        default="Het sleutelbestand van de kluis is er, maar de site mag het niet lezen. "
        "Geef het aan de gebruiker onder wie de site draait.",
    )


class BrokenKey(NoKey):
    """The key file is there, and is not whole."""

    message = _(
        "vault_broken_key",
        default="Het sleutelbestand van de kluis is niet heel. Zet de kopie terug die je ervan bewaart.",
    )


class FixedKey(VaultProblem):
    """The key file cannot be changed."""

    message = _(
        "vault_fixed_key",
        default="De site kan het sleutelbestand niet veranderen. Er is niets veranderd. "
        "Laat de site in de map schrijven waar het staat, of maak er ruimte.",
    )


class BusyKey(VaultProblem):
    """Somebody else is changing the key file."""

    message = _("vault_busy_key", default="Iemand anders maakt nu een nieuwe sleutel. Wacht tot dat klaar is.")


class WrongKey(VaultProblem):
    """The key file is not the one of this vault."""

    message = _(
        "vault_wrong_key",
        default="Dit is de sleutel van een andere kluis. Er is niets opgeslagen. Zet het goede sleutelbestand terug.",
    )


class Keys:
    """What is in a key file.

    :param index: the secret, as bytes.
    :param keys: {id: key as bytes}, the newest last.
    """

    def __init__(self, index, keys):
        self.index = index
        self.keys = keys

    @property
    def newest(self):
        """Return the id of the newest key."""
        return list(self.keys)[-1]

    @property
    def fingerprint(self):
        """Return what the database keeps, to see that this is the file that belongs to it."""
        return id_of(self.derive("fingerprint"))

    def derive(self, name):
        """Return a secret of its own for one use, as bytes."""
        return hmac.digest(self.index, name.encode(), "sha256")

    def pseudonym(self, *parts):
        """Return the name by which something is looked up in the vault, in hex; it does not lead back."""
        text = "\0".join(parts)
        return hmac.digest(self.derive("pseudonym"), text.encode(), "sha256").hex()[:32]


def id_of(key):
    """Return the id of a key: the beginning of its SHA-256."""
    return hashlib.sha256(key).hexdigest()[:16]


def place():
    """Return the path of the key file: as the environment says, else beside the database."""
    named = os.environ.get(ENVIRONMENT)
    if named:
        return Path(named)
    from App.config import getConfiguration

    return Path(getattr(getConfiguration(), "clienthome", None) or "var") / NAME


def beside(name):
    """Return the path of another file that stands beside the key file."""
    return place().with_name(name)


# (version of the file, its Keys), replaced as a whole: threads read it
_read = (None, None)


def load():
    """Return the Keys of this process; read again when the file changed.

    :raises NoKey: when there is none, or it cannot be read.
    """
    global _read  # noqa: PLW0603 - one file for the process
    version, found = _read
    path = place()
    try:
        stat = path.stat()
        now = (str(path), stat.st_mtime_ns, stat.st_ino, stat.st_size)
        if now != version:
            found = parse(path.read_text("ascii"))
            _read = (now, found)
    except FileNotFoundError as problem:
        raise NoKey from problem
    except OSError as problem:
        raise ShutKey from problem
    except ValueError as problem:
        # what stood in it must not end up in a log
        raise BrokenKey from (problem if type(problem) is ValueError else None)
    return found


def parse(text):
    """Return the Keys in the text of a key file.

    :raises ValueError: when it is none.
    """
    index, keys = None, {}
    for line in text.splitlines():
        word, _space, value = line.strip().partition(" ")
        if word == "index":
            index = b64decode(value, validate=True)
        elif word == "key":
            key = b64decode(value, validate=True)
            keys[id_of(key)] = key
        elif word and not word.startswith("#"):
            raise ValueError("a line that is no key")
    if not keys or any(len(value) != SIZE for value in (index or b"", *keys.values())):
        raise ValueError("no whole key file")
    return Keys(index, keys)


def render(keys):
    """Return the text of a key file."""
    lines = [f"index {b64encode(keys.index).decode()}\n"]
    lines += [f"key {b64encode(key).decode()}\n" for key in keys.keys.values()]
    return HEAD + "".join(lines)


def make():
    """Make a key file, readable for this user only, where there is none; return its Keys.

    :raises FixedKey: when it cannot be written.
    """
    key = secrets.token_bytes(SIZE)
    path = place()
    try:
        written = _written_beside(path, render(Keys(secrets.token_bytes(SIZE), {id_of(key): key})))
        try:
            # whole or not at all, and never over another one
            os.link(written, path)
        except FileExistsError:
            pass  # another thread or process was first
        finally:
            written.unlink()
        _sync_folder(path.parent)
    except OSError as problem:
        raise FixedKey from problem
    return load()


@contextmanager
def changing():
    """Have the lock of the key file, for who changes it; it is free again when the process ends, however.

    :raises BusyKey: when somebody else has it.
    :raises FixedKey: when nothing can be written beside the file.
    """
    path = _real_place()
    try:
        lock = zc.lockfile.SimpleLockFile(str(path.with_name(f"{path.name}.lock")))
    except zc.lockfile.LockError:
        raise BusyKey from None
    except OSError as problem:
        raise FixedKey from problem
    try:
        yield
    finally:
        lock.close()


def add_key():
    """Put a new key at the end of the file, and return the Keys; only while ``changing``."""
    keys = load()
    key = secrets.token_bytes(SIZE)
    return _replace(Keys(keys.index, {**keys.keys, id_of(key): key}))


def keep_only(key_id):
    """Take all keys but one out of the file, and return the Keys; only while ``changing``."""
    keys = load()
    return _replace(Keys(keys.index, {key_id: keys.keys[key_id]}))


def _replace(keys):
    # moved over the old one: a crash leaves the old file or the new one
    path = _real_place()
    try:
        for left in path.parent.glob(f"{path.name}.new-*"):
            # somebody was killed while writing it; there are keys in it
            left.unlink()
        os.replace(_written_beside(path, render(keys)), path)
        _sync_folder(path.parent)
    except OSError as problem:
        raise FixedKey from problem
    return load()


def _real_place():
    # a link to the file stays a link
    return place().resolve()


def _written_beside(path, text):
    beside_it = path.with_name(f"{path.name}.new-{secrets.token_hex(4)}")
    handle = os.open(beside_it, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    try:
        with open(handle, "w", encoding="ascii") as stream:
            stream.write(text)
            stream.flush()
            os.fsync(stream.fileno())
    except OSError:
        beside_it.unlink()
        raise
    return beside_it


def _sync_folder(folder):
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
