"""One process on a file: a site that is stopped, or dies, between two rungs does the next one once it is back."""

from clock_work import HOUR
from clock_work import RUNGS
from clock_work import Stepped
from processes import Zope
from samenbeter.shared import jobs_store

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


def test_each_rung_happens_once_for_each_case(zope):
    desk = Stepped([zope.base])
    desk.go(RUNGS["reminded"])
    assert desk.problems(["reminded"]) == []

    zope.stop()
    zope.start()
    zope.wait()
    # the time over which it was off; what was done is not done again
    desk.go(RUNGS["reminded"] + HOUR / 60)
    assert desk.problems(["reminded"]) == []

    desk.go(RUNGS["backed_up"], die=zope)
    zope.start()
    zope.wait()
    # what it held is somebody else's by then
    desk.go(RUNGS["backed_up"] + 2 * jobs_store.LEASE)
    assert desk.problems(["reminded", "backed_up"]) == []

    desk.go(RUNGS["chief"])
    assert desk.problems(list(RUNGS)) == []
