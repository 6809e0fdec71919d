"""What a vault says and which keys it has, before and after it turns to a new one."""

from samenbeter.shared import keys
from samenbeter.shared import rotation
from samenbeter.shared.access import Machine

import transaction


MANY = 20


def says(vault):
    """Return what all records say."""
    transaction.begin()
    return sorted(vault.read(found, Machine("test"))["text"] for found in vault.find(room="privacy"))


def ids():
    """Return the ids of the keys in the file."""
    return list(keys.load().keys)


EXPECTED = sorted(f"note {n}" for n in range(MANY))


def turned(vault, old):
    """Assert that all is under one new key, and the same as before."""
    transaction.begin()
    found = rotation.status(vault)
    assert found["finished"] and found["left"] == 0
    (one,) = found["keys"]
    assert one["id"] != old and one["current"] and one["in_file"] and one["records"] == len(vault)
    assert ids() == [one["id"]]
    assert says(vault)[:MANY] == EXPECTED
