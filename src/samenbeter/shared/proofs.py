"""Signed texts that prove something for a short time, without a cookie and without being kept."""

from samenbeter.shared import clock
from samenbeter.shared import keys

import hmac


def sign(use, *parts, minutes):
    """Return a text that proves, for so many minutes, that these parts belong together.

    :param use: what it is for; it holds for nothing else.
    :param parts: texts that have to be known again when it is shown; they do not stand in it.
    :raises keys.VaultProblem: when there is no key.
    """
    until = int(clock.now().timestamp()) + minutes * 60
    return f"{until}.{_mac(use, until, parts)}"


def holds(proof, use, *parts):
    """Return whether a text is such a proof, of this use and these parts, and its time is not over.

    :param proof: what somebody sent; anything.
    """
    until, _dot, mac = str(proof).partition(".")
    if not (until.isascii() and until.isdigit() and len(until) < 12):
        return False
    same = hmac.compare_digest(mac.encode(), _mac(use, int(until), parts).encode())
    return same and int(until) > clock.now().timestamp()


def hashed(use, secret):
    """Return what may be kept of a secret that somebody else has; it does not lead back."""
    return hmac.digest(_key(), f"{use}\0{secret}".encode(), "sha256").hex()


def _mac(use, until, parts):
    return hashed("proof", "\0".join((use, str(until), *parts)))


def _key():
    return keys.load().derive("fresh")
