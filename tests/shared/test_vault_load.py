"""One process with four threads, on a file: many at the same time, and a disk that is full."""

from processes import Zope

import pytest
import vault_work
import ZODB.FileStorage


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


def test_a_full_disk_is_told_and_nothing_is_half_there(zope):
    """And all works again once there is room."""
    data = zope.var / "filestorage" / "Data.fs"
    before = vault_work.ask(zope.base, act="fill", count="3").json()
    size = data.stat().st_size
    vault_work.ask(zope.base, act="limit", size=str(size + 200))
    for _time in range(3):
        answer = vault_work.ask(zope.base, act="add", text="x" * 5000)
        assert answer.status_code == 503, answer.text
        assert "Er is geen ruimte meer" in answer.text and "niets opgeslagen" in answer.text
        assert answer.headers["Retry-After"] and answer.headers["Cache-Control"] == "no-store"
        assert "Traceback" not in answer.text and "OSError" not in answer.text
    vault_work.ask(zope.base, act="limit", size="0")
    state = vault_work.ask(zope.base, act="state").json()
    assert sorted(state["texts"]) == sorted(before)
    assert state["notes"] == []

    later = vault_work.ask(zope.base, act="add", text="room").json()
    for record in (*before, later):
        assert vault_work.ask(zope.base, act="erase", record=record).json() is True
    assert vault_work.ask(zope.base, act="state").json()["texts"] == {}


def test_many_at_the_same_time_lose_and_double_nothing(zope):
    assert vault_work.problems([zope.base]) == []


def test_the_file_is_whole_and_names_nobody(zope):
    """What a transaction says of itself stays in the file."""
    zope.stop()
    storage = ZODB.FileStorage.FileStorage(str(zope.var / "filestorage" / "Data.fs"), read_only=True)
    try:
        said = {(bytes(entry.user), bytes(entry.description)) for entry in storage.iterator()}
    finally:
        storage.close()
    assert not [one for one in said if b"vault-work" in one[1] or one[0]]
