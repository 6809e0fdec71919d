"""Fifty people ask at one process with four threads, on a file, at the same time."""

from processes import Zope

import asking_work
import pytest


pytestmark = pytest.mark.crash


@pytest.fixture(scope="module")
def zope(tmp_path_factory):
    """A served site on a FileStorage."""
    found = Zope(tmp_path_factory.mktemp("zope"))
    try:
        found.start(make=found.var / "site.json")
        found.wait()
        yield found
    finally:
        found.stop()


def test_each_gets_a_receipt_and_a_case(zope):
    assert asking_work.problems([zope.base]) == []
    assert "Traceback" not in zope.log()
