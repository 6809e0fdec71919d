"""Turning to a new key: stopped anywhere it goes on, others work meanwhile, and the old key is gone at the end."""

from pathlib import Path
from samenbeter.shared import keys
from samenbeter.shared import rotation
from samenbeter.shared.access import Machine
from samenbeter.shared.access import Own
from turning import EXPECTED
from turning import ids
from turning import MANY
from turning import says
from turning import turned
from vault_boxes import fill
from vault_boxes import KIND
from vault_boxes import PURPOSE
from vault_boxes import vault_in
from ZODB.POSException import ConflictError
from ZODB.POSException import ReadConflictError

import json
import pytest
import subprocess
import sys
import transaction


SCRIPT = Path(__file__).with_name("rotating.py")


class Stopped(BaseException):
    """As the end of a process: nobody tidies up."""


@pytest.fixture(autouse=True)
def small_batches(monkeypatch):
    """A few records make many steps."""
    monkeypatch.setattr(rotation, "BATCH", 3)


@pytest.fixture
def full(box):
    """A vault with records."""
    fill(box, MANY)
    return box


class TestWhole:
    def test_all_is_under_the_new_key_and_the_old_one_is_gone(self, full):
        old, before = full.current, keys.load().fingerprint
        told = []
        found = rotation.rotate(full, tell=lambda progress: told.append(progress["left"]))
        assert (found["sealed"], found["damaged"], found["finished"]) == (MANY, 0, True)
        assert json.loads(json.dumps(found)) == found
        assert told == sorted(told, reverse=True) and told[-1] == 0
        turned(full, old)
        # who somebody is in the vault stays
        assert keys.load().fingerprint == before
        assert full.read(next(full.find(subject="member:3")), Own("member:3")) == {"text": "note 3"}

    def test_an_empty_vault_gets_a_new_key_too(self, box):
        old = box.current
        assert rotation.rotate(box)["finished"]
        assert ids() == [box.current] != [old]

    def test_before_it_starts_all_is_well(self, full):
        assert rotation.status(full) == {
            "records": MANY,
            "keys": [{"id": full.current, "records": MANY, "in_file": True, "current": True}],
            "left": 0,
            "finished": True,
            "problem": None,
        }


class TestStopped:
    """After each step, and run again."""

    @pytest.mark.parametrize("batch", range(8))
    def test_after_a_batch(self, full, batch):
        old, told = full.current, []

        def stop(progress):
            told.append(progress)
            if len(told) > batch:
                raise Stopped

        with pytest.raises(Stopped):
            rotation.rotate(full, tell=stop)
        transaction.begin()
        found = rotation.status(full)
        assert not found["finished"]
        assert found["left"] == told[-1]["left"]
        assert says(full) == EXPECTED
        new = full.current
        rotation.rotate(full)
        turned(full, old)
        # it went on, it did not begin anew
        assert ids() == [new]

    @pytest.mark.parametrize("step", ["add_key", "_turn", "_forget_old"])
    @pytest.mark.parametrize("when", ["before", "after"])
    def test_around_a_step(self, full, monkeypatch, step, when):
        old = full.current
        place = keys if step == "add_key" else rotation._Rotation
        act = getattr(place, step)

        def stop(*args):
            if when == "after":
                act(*args)
            raise Stopped

        with monkeypatch.context() as patch:
            patch.setattr(place, step, stop)
            with pytest.raises(Stopped):
                rotation.rotate(full)
        transaction.abort()
        assert says(full) == EXPECTED
        before = ids()
        if (step, when) == ("_forget_old", "after"):
            turned(full, old)
            return
        rotation.rotate(full)
        turned(full, old)
        assert len(before) == 1 or ids() == before[-1:]

    def test_a_limit_is_kept(self, full):
        old = full.current
        sealed = [rotation.rotate(full, limit=7)["sealed"] for _time in range(3)]
        assert sealed == [7, 7, 6]
        turned(full, old)

    def test_so_is_the_time(self, full):
        assert rotation.rotate(full, seconds=-1)["sealed"] == 0
        assert rotation.rotate(full, seconds=60)["finished"]

    def test_two_at_once_do_not_turn_twice(self, full):
        def other(progress):
            with pytest.raises(keys.BusyKey):
                rotation.rotate(full)

        assert rotation.rotate(full, tell=other)["finished"]


class TestMeanwhile:
    """Others go on."""

    @staticmethod
    def other(vault):
        """Return the vault in another thread's connection."""
        manager = transaction.TransactionManager()
        return vault._p_jar.db().open(manager).get(vault._p_oid), manager

    def test_what_is_added_and_erased_while_it_turns(self, full):
        old, done = full.current, []
        there, manager = self.other(full)

        def work(progress):
            manager.begin()
            n = len(done)
            done.append(there.add(**KIND, data={"text": f"z {n}"}, purpose=PURPOSE, subject=f"member:x{n}"))
            there.erase(done[n - 1]) if n else None
            manager.commit()

        rotation.rotate(full, tell=work)
        turned(full, old)
        assert says(full) == [*EXPECTED, f"z {len(done) - 1}"]

    def test_who_wrote_with_the_old_key_does_it_again(self, full):
        there, manager = self.other(full)
        manager.begin()
        there.add(**KIND, data={"text": "late"}, purpose=PURPOSE)
        rotation.rotate(full, limit=0)
        with pytest.raises(ReadConflictError):
            manager.commit()
        manager.abort()
        assert says(full) == EXPECTED

    def test_who_looks_with_old_eyes_looks_again(self, full):
        """It is not the wrong key: it is what this reader knows of the vault."""
        there, manager = self.other(full)
        manager.begin()
        found = next(there.find(subject="member:3"))
        rotation.rotate(full)
        with pytest.raises(ReadConflictError):
            there.read(found, Machine("test"))
        manager.begin()
        assert there.read(found, Machine("test")) == {"text": "note 3"}

    def test_an_erasure_at_the_same_moment_wins_or_is_done_again(self, full):
        keys_before = full.current
        found = next(full.find(subject="member:3"))
        rotation.rotate(full, limit=0)
        there, manager = self.other(full)
        manager.begin()
        there.erase(found)
        transaction.begin()
        full.reseal(found)
        transaction.commit()
        with pytest.raises(ConflictError):
            manager.commit()
        manager.begin()
        there.erase(found)
        manager.commit()
        rotation.rotate(full)
        transaction.begin()
        assert rotation.status(full)["keys"] == [
            {"id": full.current, "records": MANY - 1, "in_file": True, "current": True}
        ]
        assert full.current != keys_before


class TestProblems:
    def test_what_cannot_be_opened_keeps_its_key(self, full):
        """With it a copy of the record can be put back."""
        old = full.current
        record = full.record(next(full.find(subject="member:3")))
        whole = record.payload.sealed
        record.payload.sealed = (*whole[:3], b"x" * 40)
        transaction.commit()
        found = rotation.rotate(full)
        assert (found["sealed"], found["damaged"], found["left"], found["finished"]) == (MANY - 1, 1, 1, False)
        assert ids() == [old, full.current]
        # again: nothing more to do, and no third key
        assert rotation.rotate(full)["damaged"] == 1
        assert len(ids()) == 2

        record.payload.sealed = whole
        transaction.commit()
        rotation.rotate(full)
        turned(full, old)

    def test_without_the_right_key_nothing_is_changed(self, full, key_file):
        kept, before = key_file.read_text("ascii"), full._p_jar.db().lastTransaction()
        for text, problem in ((None, keys.NoKey), ("index x", keys.BrokenKey), (self._others(), keys.WrongKey)):
            key_file.unlink(missing_ok=True)
            if text:
                key_file.write_text(text, "ascii")
            with pytest.raises(problem):
                rotation.rotate(full)
            assert rotation.status(full)["problem"]
            assert not rotation.status(full)["finished"]
        assert full._p_jar.db().lastTransaction() == before
        key_file.write_text(kept, "ascii")
        assert says(full) == EXPECTED

    @staticmethod
    def _others():
        return keys.render(keys.Keys(b"i" * 32, {keys.id_of(b"k" * 32): b"k" * 32}))

    def test_a_file_that_goes_meanwhile_is_not_damage(self, full, key_file):
        kept = []

        def take_away(progress):
            kept.append(key_file.read_text("ascii"))
            key_file.unlink()

        with pytest.raises(keys.NoKey):
            rotation.rotate(full, tell=take_away)
        key_file.write_text(kept[0], "ascii")
        assert rotation.rotate(full)["damaged"] == 0


@pytest.mark.parametrize("steps", [1, 3, 6])
def test_a_killed_process_leaves_nothing_half(key_file, tmp_path, steps):
    """In the middle, with SIGKILL; run again it is complete."""
    with vault_in(tmp_path) as vault:
        fill(vault, MANY)
        old, old_line = vault.current, key_file.read_text("ascii").splitlines()[-1]
    command = [sys.executable, str(SCRIPT), str(tmp_path)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
        for _step in range(steps):
            left = int(process.stdout.readline())
            if _step < steps - 1:
                process.stdin.write("\n")
                process.stdin.flush()
        process.kill()
    with vault_in(tmp_path) as vault:
        assert rotation.status(vault)["left"] == left
        assert says(vault) == EXPECTED
        rotation.rotate(vault)
        turned(vault, old)
    assert old_line not in key_file.read_text("ascii")
    assert {path.name for path in key_file.parent.iterdir()} == {keys.NAME, f"{keys.NAME}.lock"}
