"""Rule 6: what is private stays after the uninstall, unless it is empty or the admin ticked it."""

from plone.app.testing import applyProfile
from samenbeter.shared import audit
from samenbeter.shared import jobs
from samenbeter.shared import keys
from samenbeter.shared import vault
from zope.annotation.interfaces import IAnnotations

import pytest


STORES = (vault.KEY, audit.KEY, jobs.KEY)
ABOUT = "member:somebody"


def kept(portal):
    """Return which of the stores are there."""
    return tuple(name for name in STORES if name in IAnnotations(portal))


def put():
    """Keep something private; return its id."""
    return vault.get().add("privacy", "note", {"text": "dag"}, purpose="samenbeter.rights", subject=ABOUT)


def uninstall(portal):
    """Take the add-on out."""
    applyProfile(portal, "samenbeter:uninstall")


def test_an_empty_vault_goes(portal):
    assert kept(portal) == STORES
    uninstall(portal)
    assert kept(portal) == ()


def test_what_is_in_it_stays_and_is_there_again(portal):
    record = put()
    uninstall(portal)
    assert kept(portal) == STORES
    applyProfile(portal, "samenbeter:default")
    assert vault.get().read(record, vault.Own(ABOUT)) == {"text": "dag"}


def test_a_log_of_an_empty_vault_stays(portal):
    """It says who saw what is erased by now."""
    audit.note("view", subject="", object="1", basis="samenbeter.rights")
    uninstall(portal)
    assert kept(portal) == STORES


def test_the_admin_can_want_it_gone(portal):
    put()
    vault.get().erase_on_uninstall = True
    uninstall(portal)
    assert kept(portal) == ()


@pytest.mark.parametrize("wanted", [True, False])
def test_the_key_file_is_never_touched(portal, wanted):
    put()
    vault.get().erase_on_uninstall = wanted
    before = keys.place().read_bytes()
    uninstall(portal)
    assert keys.place().read_bytes() == before
