"""Fixtures of the tests of the vault and the audit log."""

from samenbeter.shared import audit
from sealed import Days
from sealed import fill
from sealed import own_keys
from vault_boxes import box
from vault_boxes import key_file

import pytest
import transaction


__all__ = ("box", "key_file")


@pytest.fixture
def days(functional_portal, monkeypatch, tmp_path):
    """The time, in a site with a log of its own."""
    own_keys(monkeypatch, tmp_path)
    audit.IAnnotations(functional_portal).pop(audit.KEY, None)
    return Days(monkeypatch)


@pytest.fixture
def log(days):
    """A log with three sealed days and one that is going on."""
    for _day in range(3):
        found = fill(days)
        transaction.commit()
        days.go()
    days.seal()
    fill(days)
    transaction.commit()
    return found
