"""What is sealed is opened as it was, by who has the key, in its own place: or not at all."""

from hypothesis import given
from hypothesis import strategies as st
from samenbeter.shared import keys
from samenbeter.shared import sealing

import json
import os
import pytest


KEYS = {keys.id_of(key): key for key in (os.urandom(32), os.urandom(32))}
OLD, NEW = KEYS
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(), inner, max_size=4),
    max_leaves=10,
)
ANYTHING = JSON | st.binary(max_size=200)
BOUND = st.binary(min_size=1, max_size=60)


def seal(data, bound=b"here", key_id=OLD):
    """Return what was sealed with one of the keys."""
    return sealing.seal(data, KEYS[key_id], key_id, bound)


@given(ANYTHING, BOUND)
def test_it_is_opened_as_it_was(data, bound):
    assert sealing.unseal(seal(data, bound), KEYS, bound) == data


@given(st.text(st.characters(categories=["Cs"]), min_size=1))
def test_half_a_letter_is_kept_too(text):
    """Browsers send what no other letter belongs to."""
    assert sealing.unseal(seal({"text": text}), KEYS, b"here") == {"text": text}


@given(ANYTHING, BOUND)
def test_another_key_says_the_same(data, bound):
    turned = sealing.reseal(seal(data, bound), KEYS, NEW, bound)
    assert sealing.key_of(turned) == NEW
    assert sealing.unseal(turned, {NEW: KEYS[NEW]}, bound) == data


@given(ANYTHING, BOUND, BOUND)
def test_elsewhere_it_is_nothing(data, bound, other):
    if bound != other:
        with pytest.raises(sealing.Damaged):
            sealing.unseal(seal(data, bound), KEYS, other)


@given(ANYTHING, st.data())
def test_a_bit_that_changed_is_seen(data, draw):
    algorithm, key_id, nonce, encrypted = seal(data)
    part = draw.draw(st.sampled_from(("nonce", "encrypted")))
    found = bytearray({"nonce": nonce, "encrypted": encrypted}[part])
    found[draw.draw(st.integers(0, len(found) - 1))] ^= 1 << draw.draw(st.integers(0, 7))
    changed = {"nonce": nonce, "encrypted": encrypted, part: bytes(found)}
    with pytest.raises(sealing.Damaged):
        sealing.unseal((algorithm, key_id, changed["nonce"], changed["encrypted"]), KEYS, b"here")


@given(st.none() | st.text() | st.binary() | st.tuples() | st.tuples(*[st.text() | st.binary() | st.none()] * 4))
def test_what_was_never_sealed_is_damaged(junk):
    with pytest.raises(keys.VaultProblem):
        sealing.unseal(junk, KEYS, b"here")


def test_without_its_key_it_says_so():
    for known in ({}, {NEW: KEYS[NEW]}):
        with pytest.raises(keys.WrongKey):
            sealing.unseal(seal("dag"), known, b"here")
    # the id of one key, what another one sealed
    algorithm, _id, nonce, encrypted = seal("dag")
    with pytest.raises(sealing.Damaged):
        sealing.unseal((algorithm, NEW, nonce, encrypted), KEYS, b"here")


def test_the_same_looks_different_each_time():
    found = [seal("dag") for _number in range(50)]
    assert len({one[2] for one in found}) == len({one[3] for one in found}) == 50


def test_nothing_of_it_stands_in_the_open():
    secret = "zilverreiger"
    found = repr(seal({"text": secret}))
    assert secret not in found
    assert json.dumps(secret) not in found
