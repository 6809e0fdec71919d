"""The key file: whole or not at all, one for a vault, and a clear word when something is wrong."""

from pathlib import Path
from samenbeter.shared import keys

import os
import pytest
import re
import threading
import transaction
import vault_boxes


@pytest.fixture
def made(key_file):
    """The Keys in a file that was made."""
    return keys.make()


class TestMaking:
    def test_it_is_for_this_user_only(self, made, key_file):
        assert key_file.stat().st_mode & 0o777 == 0o600
        assert (len(made.index), [len(key) for key in made.keys.values()]) == (32, [32])
        assert os.listdir(key_file.parent) == [keys.NAME]

    def test_one_that_is_there_stays(self, made, key_file):
        before = key_file.read_bytes()
        assert keys.make().fingerprint == made.fingerprint
        assert key_file.read_bytes() == before

    def test_of_many_at_once_one_is_first_and_all_have_that_one(self, key_file):
        gate, found = threading.Barrier(8), []

        def make():
            gate.wait()
            found.append(keys.make().fingerprint)

        threads = [threading.Thread(target=make) for _number in range(8)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        assert len(found) == 8 and len(set(found)) == 1
        assert os.listdir(key_file.parent) == [keys.NAME]

    def test_where_nothing_can_be_written_it_says_so(self, tmp_path, monkeypatch):
        monkeypatch.setenv(keys.ENVIRONMENT, str(tmp_path / "nowhere" / "key"))
        with pytest.raises(keys.FixedKey, match="niet veranderen"):
            keys.make()

    def test_without_a_setting_it_is_beside_the_database(self, monkeypatch):
        monkeypatch.delenv(keys.ENVIRONMENT, raising=False)
        assert keys.place().name == "samenbeter.key"
        assert keys.beside("seals").parent == keys.place().parent


class TestReading:
    def test_what_is_written_is_read(self, made, key_file):
        again = keys.parse(key_file.read_text("ascii"))
        assert (again.index, again.keys, again.newest) == (made.index, made.keys, made.newest)
        assert again.fingerprint == made.fingerprint

    def test_another_file_is_seen_at_once(self, made, key_file):
        assert keys.load().fingerprint == made.fingerprint
        other = keys.Keys(os.urandom(32), made.keys)
        key_file.write_text(keys.render(other), "ascii")
        assert keys.load().fingerprint == other.fingerprint != made.fingerprint

    def test_names_do_not_lead_back_and_differ_by_use(self, made):
        name = made.pseudonym("subject", "member:anna")
        assert re.fullmatch("[0-9a-f]{32}", name)
        assert name == made.pseudonym("subject", "member:anna")
        others = {made.pseudonym("x", "member:anna"), made.pseudonym("subject", "member:bilal")}
        assert len({name, *others}) == 3
        assert keys.Keys(os.urandom(32), made.keys).pseudonym("subject", "member:anna") != name
        assert made.derive("a") != made.derive("b")

    def test_neither_key_nor_secret_is_in_what_it_says_of_itself(self, made):
        said = repr(made) + str(vars(type(made)))
        assert made.index.hex() not in said and repr(made.index) not in said


def _gone(path):
    path.unlink()


def _empty(path):
    path.write_text("")


def _half(path):
    path.write_bytes(path.read_bytes()[:-20])


def _without_index(path):
    path.write_text("\n".join(line for line in path.read_text().splitlines() if not line.startswith("index")))


def _binary(path):
    path.write_bytes(bytes(range(256)))


def _short(path):
    path.write_text("index AAAA\nkey AAAA\n")


def _folder(path):
    # root may read all files: a folder is what nobody can
    path.unlink()
    path.mkdir()


WRONG = [
    (_gone, keys.NoKey, "is er niet"),
    (_empty, keys.BrokenKey, "niet heel"),
    (_half, keys.BrokenKey, "niet heel"),
    (_without_index, keys.BrokenKey, "niet heel"),
    (_binary, keys.BrokenKey, "niet heel"),
    (_short, keys.BrokenKey, "niet heel"),
    (_folder, keys.ShutKey, "niet lezen"),
]


@pytest.mark.parametrize(("spoil", "problem", "words"), WRONG, ids=[one[0].__name__ for one in WRONG])
class TestWrong:
    def test_it_says_what_is_wrong(self, made, key_file, spoil, problem, words):
        spoil(key_file)
        with pytest.raises(problem, match=words) as found:
            keys.load()
        assert found.type is problem
        assert str(key_file) not in str(found.value)

    def test_it_is_not_replaced(self, box, key_file, spoil, problem, words):
        """A new key would shut what is there for ever."""
        spoil(key_file)
        after = key_file.read_bytes() if key_file.is_file() else None
        with pytest.raises(problem):
            vault_boxes.fill(box, 1)
        transaction.abort()
        assert (key_file.read_bytes() if key_file.is_file() else None) == after
        assert len(box) == 0


def test_who_may_not_read_it_hears_so(made, monkeypatch):
    def refuse(*args):
        raise PermissionError

    monkeypatch.setattr(Path, "read_text", refuse)
    monkeypatch.setattr(keys, "_read", (None, None))
    with pytest.raises(keys.ShutKey):
        keys.load()


class TestChanging:
    def test_a_key_comes_in_behind_the_others(self, made):
        with keys.changing():
            more = keys.add_key()
        assert list(more.keys)[:-1] == list(made.keys)
        assert (more.newest != made.newest, more.fingerprint) == (True, made.fingerprint)

    def test_all_but_one_leave(self, made, key_file):
        with keys.changing():
            newest = keys.add_key().newest
            assert list(keys.keep_only(newest).keys) == [newest]
        assert keys.render(made).splitlines()[-1] not in key_file.read_text()
        assert key_file.stat().st_mode & 0o777 == 0o600

    def test_two_at_once_do_not_lose_a_key(self, made):
        with keys.changing(), pytest.raises(keys.BusyKey, match="Iemand anders"), keys.changing():
            pass
        with keys.changing():
            keys.add_key()

    def test_what_somebody_left_who_was_killed_is_swept(self, made, key_file):
        left = key_file.with_name(f"{keys.NAME}.new-0badcafe")
        left.write_text(key_file.read_text())
        with keys.changing():
            keys.add_key()
        assert not left.exists()

    def test_a_link_to_the_file_stays_a_link(self, made, key_file, tmp_path, monkeypatch):
        link = tmp_path / "link.key"
        link.symlink_to(key_file)
        monkeypatch.setenv(keys.ENVIRONMENT, str(link))
        with keys.changing():
            newest = keys.add_key().newest
        assert link.is_symlink()
        assert keys.parse(key_file.read_text("ascii")).newest == newest

    def test_a_full_disk_leaves_the_old_file(self, made, key_file, monkeypatch):
        before = key_file.read_bytes()

        def full(handle):
            raise OSError(28, "No space left on device")

        monkeypatch.setattr(keys.os, "fsync", full)
        with keys.changing(), pytest.raises(keys.FixedKey):
            keys.add_key()
        assert key_file.read_bytes() == before
        assert not list(key_file.parent.glob("*.new-*"))
