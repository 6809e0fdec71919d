"""The whole of it, on a real storage: somebody who was everywhere is nowhere, also not in its bytes."""

from left_site import LOGGED
from left_site import USERID
from left_site import WORD
from ZODB.FileStorage.FileStorage import FileIterator

import programs
import pytest
import shutil


# as bytes in any file
MARKERS = (WORD.encode(), WORD.lower().encode(), USERID.encode())


pytestmark = pytest.mark.crash


def run(folder, *words):
    """Run the program on a folder; return what it tells, or None when it was killed."""
    return programs.run("left_site.py", folder, *words)


def bytes_with_markers(folder):
    """Return {file: markers} of all files of a site: storage, index, blobs, log, key and journal."""
    found = {}
    for path in folder.rglob("*"):
        if path.is_file():
            text = path.read_bytes()
            words = [marker.decode() for marker in MARKERS if marker in text]
            if words:
                found[str(path.relative_to(folder))] = words
    return found


def transactions_with_markers(folder):
    """Return how many transactions of the storage name somebody, or a path."""
    words = [(one.user, one.description) for one in FileIterator(str(folder / "data" / "Data.fs"))]
    return sum(any(marker in user + text for marker in MARKERS) for user, text in words)


def whole_of(told):
    """Return what a site tells when the resident is gone and the neighbour is there."""
    gone = dict.fromkeys(("verified", "records", "cases", "audit"), 0)
    return {**told, **gone, "account": [], "page": True, "neighbour": 2}


def assert_nothing_is_left(folder, told):
    """The site, its bytes and its transactions know nobody; the neighbour is there."""
    assert told == whole_of(told)
    assert bytes_with_markers(folder) == {}
    assert transactions_with_markers(folder) == 0
    assert not list((folder / "data").rglob("*.old*"))


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    """A site with a resident in it."""
    folder = tmp_path_factory.mktemp("site")
    (folder / "data").mkdir()
    (folder / "keys").mkdir()
    run(folder, "make")
    return folder


@pytest.fixture
def site(made, tmp_path):
    """A copy of it."""
    shutil.copytree(made, tmp_path / "site", symlinks=True)
    return tmp_path / "site"


@pytest.fixture(scope="module")
def erased(made, tmp_path_factory):
    """A copy in which the resident was erased, and what it told."""
    folder = tmp_path_factory.mktemp("erased") / "site"
    shutil.copytree(made, folder, symlinks=True)
    return folder, run(folder, "erase")


def test_there_was_something_to_erase(made):
    found = bytes_with_markers(made)
    assert set(found["data/Data.fs"]) == {marker.decode() for marker in MARKERS}
    assert any(name.startswith("data/blobs") for name in found)
    assert transactions_with_markers(made) == 1
    # names are in no log, also not while somebody is there
    assert not (made / "data" / LOGGED).exists() or f"data/{LOGGED}" not in found


@pytest.mark.abuse("A57")
def test_after_an_erasure_nothing_is_left(erased):
    assert_nothing_is_left(*erased)


def test_after_its_time_nothing_is_left(site):
    told = run(site, "age")
    assert told["mail"] == 0
    assert_nothing_is_left(site, told)


@pytest.mark.abuse("A57")
def test_a_backup_that_is_put_back_is_erased_by_itself(made, erased, tmp_path):
    folder, _told = erased
    shutil.copytree(folder, tmp_path / "site", symlinks=True)
    back = tmp_path / "site"
    shutil.rmtree(back / "data")
    shutil.copytree(made / "data", back / "data", symlinks=True)
    assert bytes_with_markers(back)
    assert_nothing_is_left(back, run(back, "replay"))


@pytest.mark.abuse("A60")
@pytest.mark.parametrize("commit", [1, 3, 7, 12])
def test_an_erasure_that_is_killed_is_gone_on_with(site, commit):
    assert run(site, "erase", commit) in (None, {})
    assert_nothing_is_left(site, run(site, "replay"))


@pytest.mark.abuse("A60")
@pytest.mark.parametrize("commit", [1, 3])
def test_a_purge_that_is_killed_is_gone_on_with(site, commit):
    assert run(site, "purge", commit) is None
    told = run(site, "purge")
    # those of the resident go later, and what was asked too: the case, the words, the address and the account
    assert told["mail"] == 2
    assert told["records"] == 3
    assert told["cases"] == 4
    assert told["deletions"] == 4
