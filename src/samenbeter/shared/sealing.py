"""What a record says, encrypted: AES-256-GCM of JSON. Pure functions.

The id of the algorithm stands with each, so that a next one can live beside it.
"""

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from samenbeter import _
from samenbeter.shared.keys import VaultProblem
from samenbeter.shared.keys import WrongKey

import json
import secrets


ALGORITHM = "A256GCM"  # as RFC 7518 calls it
NONCE = 12  # bytes, NIST SP 800-38D


class Damaged(VaultProblem):
    """This record cannot be read any more; all others can."""

    message = _(
        "vault_damaged",
        default="Dit stuk in de kluis is beschadigd. Haal het terug uit een reservekopie. De rest is nog goed.",
    )


def seal(data, key, key_id, bound):
    """Return (algorithm, id of the key, nonce, ciphertext).

    :param data: what JSON can say, or bytes.
    :param bound: the bytes that it belongs to; with others it cannot be opened.
    """
    return _seal(_plain(data), key, key_id, bound)


def _plain(data):
    if isinstance(data, bytes):
        return b"b" + data
    # browsers can send half of a pair of surrogates
    return b"j" + json.dumps(data, ensure_ascii=False).encode("utf-8", "surrogatepass")


def _seal(plain, key, key_id, bound):
    nonce = secrets.token_bytes(NONCE)
    return (ALGORITHM, key_id, nonce, AESGCM(key).encrypt(nonce, plain, _header(key_id, bound)))


def unseal(sealed, keys, bound):
    """Return what was sealed.

    :param keys: {id: key}.
    :raises WrongKey: when the key that it was sealed with is not there.
    :raises Damaged: when it is not what was sealed, or was sealed for something else.
    """
    plain = _unseal(sealed, keys, bound)
    return plain[1:] if plain[:1] == b"b" else json.loads(plain[1:].decode("utf-8", "surrogatepass"))


def reseal(sealed, keys, key_id, bound):
    """Return the same, sealed with another of the keys."""
    return _seal(_unseal(sealed, keys, bound), keys[key_id], key_id, bound)


def _unseal(sealed, keys, bound):
    try:
        algorithm, key_id, nonce, encrypted = sealed
        if algorithm != ALGORITHM:
            raise Damaged
        if key_id not in keys:
            raise WrongKey
        return AESGCM(keys[key_id]).decrypt(nonce, encrypted, _header(key_id, bound))
    except (InvalidTag, ValueError, TypeError, AttributeError) as problem:
        raise Damaged from problem


def key_of(sealed):
    """Return the id of the key that something was sealed with."""
    return sealed[1]


def _header(key_id, bound):
    return b"\0".join((ALGORITHM.encode(), key_id.encode(), bound))
