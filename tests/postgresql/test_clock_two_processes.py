"""Two processes look at the same clock at the same moments: what is late is told once, by one of them."""

from clock_work import CHIEFS
from clock_work import EDITORS
from clock_work import HOUR
from clock_work import RUNGS
from clock_work import Stepped
from processes import Zope
from samenbeter.shared import jobs_store

import pytest


pytestmark = pytest.mark.postgresql

MINUTE, DAY = HOUR / 60, 24 * HOUR


@pytest.fixture(scope="module")
def zopes(cluster, tmp_path_factory):
    """Two processes with a site of their own: other tests do not like another time."""
    dsn = cluster.make_database("clock")
    key_file = tmp_path_factory.mktemp("keys") / "samenbeter.key"
    found = [Zope(tmp_path_factory.mktemp(name), dsn, key_file) for name in ("one", "two")]
    try:
        found[0].start(make=found[0].var / "site.json")
        found[0].wait()
        found[1].start()
        found[1].wait()
        yield found
    finally:
        for zope in found:
            zope.stop()


@pytest.fixture(scope="module")
def desk(zopes):
    """A desk with ten cases."""
    return Stepped([zope.base for zope in zopes])


def restart(zopes):
    """Stop both, and start both."""
    for zope in zopes:
        zope.stop()
    for zope in zopes:
        zope.start()
    for zope in zopes:
        zope.wait()


def test_each_rung_happens_once_for_each_case(zopes, desk):
    """Also when both are stopped and started between two rungs, when one is killed in the middle, and ever after."""
    desk.go(RUNGS["reminded"] - MINUTE)
    assert desk.problems([]) == []
    desk.go(RUNGS["reminded"])
    assert desk.problems(["reminded"]) == []

    restart(zopes)
    desk.go(RUNGS["backed_up"] - MINUTE)
    assert desk.problems(["reminded"]) == []
    desk.go(RUNGS["backed_up"])
    desk.go(RUNGS["backed_up"] + MINUTE)
    assert desk.problems(["reminded", "backed_up"]) == []

    desk.go(RUNGS["chief"], die=zopes[0])
    restart(zopes)
    # what it held is somebody else's by then
    desk.go(RUNGS["chief"] + 2 * jobs_store.LEASE)
    assert desk.problems(list(RUNGS)) == []


def test_each_morning_each_of_them_hears_once_what_there_is(desk):
    """The editors because it is late, the chiefs because it is theirs; and no rung is done again."""
    desk.go(DAY)
    desk.go(DAY + MINUTE)
    assert desk.digests() == sorted([*EDITORS, *CHIEFS])
    assert desk.problems(list(RUNGS)) == []
    desk.go(2 * DAY)
    assert desk.digests() == sorted([*EDITORS, *CHIEFS] * 2)
