"""Erasing: A goes, B stays, and the journal outside the database has the last word."""

from plone import api
from samenbeter.privacy import erasing
from samenbeter.shared import rights


def test_smoke(functional_portal):
    api.user.create(username="anna", email="anna@example.org", password="a-long-test-password")
    done = erasing.erase_now(rights.Subject(userid="anna"))
    assert done.finished
    assert done.leftovers == 0, done
    assert api.user.get(userid="anna") is None
