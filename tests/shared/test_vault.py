"""The vault."""

from samenbeter.shared import vault

import pytest


def test_what_is_kept_is_read_by_who_it_is_about(portal):
    """And by nobody else."""
    box = vault.get()
    found = box.add("privacy", "note", {"text": "dag"}, purpose="samenbeter.rights", subject="member:a")
    assert box.read(found, vault.Own("member:a")) == {"text": "dag"}
    with pytest.raises(vault.NoRecord):
        box.read(found, vault.Own("member:b"))
    assert list(box.find(subject="member:a")) == [found]
    assert list(box.find(room="privacy", kind="note")) == [found]
