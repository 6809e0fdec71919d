"""After a pack what was erased is in no file of the storage, and people worked on meanwhile."""

from BTrees.OOBTree import OOBTree
from datetime import timedelta
from pathlib import Path
from persistent.mapping import PersistentMapping
from samenbeter.interfaces import IJob
from samenbeter.shared import clock
from samenbeter.shared import jobs
from samenbeter.shared import packing
from samenbeter.shared.transactions import committed
from ZODB.blob import Blob
from ZODB.DB import DB
from ZODB.FileStorage import FileStorage
from ZODB.FileStorage.FileStorage import FileStorageError
from ZODB.POSException import StorageError
from zope.component import getUtility

import pytest
import threading
import transaction
import ZODB.config


MARK = "zilverreiger"
CONFIG = """\
<zodb>
  <filestorage>
    path {folder}/Data.fs
    blob-dir {folder}/blobs
    {more}
  </filestorage>
</zodb>
"""


@pytest.fixture(params=["", "pack-keep-old true", "pack-keep-old false"])
def database(request, tmp_path):
    """A FileStorage, as it is configured without a word, and with one."""
    found = ZODB.config.databaseFromString(CONFIG.format(folder=tmp_path, more=request.param))
    yield found
    found.close()


def files_with(folder, mark=MARK):
    """Return the names of the files in which a text stands."""
    return [
        path.relative_to(folder).as_posix()
        for path in Path(folder).rglob("*")
        if path.is_file() and mark.encode() in path.read_bytes()
    ]


def fill_and_erase(database):
    """Write the mark in an object, a change of it, a blob and the end of a large transaction; erase it all."""
    connection = database.open()
    root = connection.root()
    root["tree"] = OOBTree({str(number): PersistentMapping(text=f"{MARK} {number}") for number in range(50)})
    root["blob"] = Blob(MARK.encode() * 10)
    root["kept"] = PersistentMapping(text=MARK)
    transaction.commit()
    del root["tree"], root["blob"]
    root["kept"]["text"] = "weg"
    transaction.commit()
    connection.close()


class TestBytes:
    def test_nothing_is_left_in_any_file(self, database, tmp_path):
        fill_and_erase(database)
        assert files_with(tmp_path)
        done, counts = packing.pack(database)
        assert done
        assert counts["bytes_after"] < counts["bytes_before"]
        assert files_with(tmp_path) == []
        assert not [path for path in tmp_path.iterdir() if path.name.endswith((".old", ".pack"))]
        connection = database.open()
        assert connection.root()["kept"]["text"] == "weg"
        connection.close()

    def test_a_copy_of_an_earlier_pack_goes_too(self, database, tmp_path):
        fill_and_erase(database)
        (tmp_path / "Data.fs.old").write_text(MARK)
        packing.pack(database)
        assert files_with(tmp_path) == []

    def test_it_can_be_done_again(self, database, tmp_path):
        fill_and_erase(database)
        packing.pack(database)
        assert packing.pack(database)[0]
        assert files_with(tmp_path) == []

    def test_others_write_meanwhile(self, database):
        fill_and_erase(database)
        connection = database.open()
        for name in range(4):
            connection.root()[name] = OOBTree()
        transaction.commit()
        connection.close()
        stop, wrong = threading.Event(), []

        def write(name):
            manager = transaction.TransactionManager()
            mine = database.open(transaction_manager=manager)
            number = 0
            try:
                while not stop.is_set() or number < 20:
                    manager.begin()
                    tree = mine.root()[name]
                    tree[number] = PersistentMapping(number=number)
                    if number > 10:
                        del tree[number - 10]
                    manager.commit()
                    number += 1
            except Exception as error:
                wrong.append(repr(error))
            finally:
                manager.abort()
                mine.close()

        threads = [threading.Thread(target=write, args=(name,)) for name in range(4)]
        for thread in threads:
            thread.start()
        for _number in range(5):
            packing.pack(database)
        stop.set()
        for thread in threads:
            thread.join()
        assert wrong == []
        connection = database.open()
        for name in range(4):
            tree = connection.root()[name]
            assert [tree[number]["number"] for number in tree] == list(tree)
        connection.close()


class TestBusy:
    @pytest.mark.parametrize(
        ("error", "busy"),
        [
            (FileStorageError("Already packing"), True),
            (type("UnableToAcquirePackUndoLockError", (StorageError,), {})("A pack is in progress"), True),
            (StorageError("No space left on device"), False),
        ],
    )
    def test_who_packs_already_is_waited_for(self, tmp_path, monkeypatch, error, busy):
        database = DB(FileStorage(str(tmp_path / "Data.fs")))

        def refuse(*args, **kw):
            raise error

        monkeypatch.setattr(database.storage, "pack", refuse)
        try:
            if busy:
                assert packing.pack(database) == (False, {})
            else:
                with pytest.raises(StorageError):
                    packing.pack(database)
        finally:
            database.close()


class TestJob:
    def test_it_runs_each_night(self, functional_portal):
        job = getUtility(IJob, packing.JOB)
        assert (job.every, job.at) == (timedelta(days=1), 2)
        found = jobs.run_due(only=packing.JOB)
        assert (found["ran"], found["failed"]) == (1, 0)

    def test_after_more_erasures_once(self, functional_portal, monkeypatch):
        for _number in range(3):
            committed(packing.soon)
        assert jobs.store().summary(packing.JOB)[0] == 1
        later = clock.now() + timedelta(minutes=2)
        monkeypatch.setattr(clock, "now", lambda: later)
        # one that has begun may have passed by what is erased now
        committed(packing.soon)
        assert jobs.store().summary(packing.JOB)[0] == 2
        jobs.run_due(only=packing.JOB)
        transaction.begin()
        assert jobs.store().due(packing.JOB, later) == []
