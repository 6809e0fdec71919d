"""The audit log: what is in an entry, and what never is."""

from plone import api
from samenbeter.shared import audit
from samenbeter.shared import keys
from samenbeter.shared import vault

import pytest


def test_a_look_of_staff_is_in_the_log(portal):
    """With whom it was about, what for, and who looked; no user id."""
    box = vault.get()
    found = box.add("privacy", "note", {"text": "dag"}, purpose="samenbeter.rights", subject="member:a")
    box.read(found, vault.Staff("samenbeter.rights"))
    (entry,) = audit.about(box.pseudonym("member:a"))
    assert (entry.action, entry.object, entry.basis) == ("view", found, "samenbeter.rights")
    assert entry.actor == keys.load().pseudonym("actor", api.user.get_current().getId())
    assert entry.section == "privacy.note"


def test_without_a_key_nothing_is_read_that_must_be_noted(portal, monkeypatch, tmp_path):
    """And the message says why."""
    box = vault.get()
    found = box.add("privacy", "note", {"text": "dag"}, purpose="samenbeter.rights", subject="member:a")
    monkeypatch.setenv(keys.ENVIRONMENT, str(tmp_path / "none"))
    with pytest.raises(keys.NoKey):
        box.read(found, vault.Staff("samenbeter.rights"))
