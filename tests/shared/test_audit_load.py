"""Many write in the audit log at the same time: none waits long, and nothing is lost."""

from audit_clients import CLIENTS
from audit_clients import make_log
from audit_clients import write_all
from collections import Counter
from datetime import datetime
from datetime import timedelta
from datetime import timezone
from pathlib import Path
from samenbeter.shared import audit
from samenbeter.shared import clock
from samenbeter.shared import keys
from samenbeter.shared import seals
from samenbeter.shared import seals_check
from samenbeter.shared.audit_store import place
from samenbeter.shared.transactions import committed
from ZODB.DB import DB
from ZODB.FileStorage import FileStorage

import pytest
import subprocess
import sys
import threading
import transaction
import ZEO


COUNT = 25
# who is the first to write somewhere may meet another one; after that writers never do
FIRST = 2


@pytest.fixture(autouse=True)
def key_file(tmp_path, monkeypatch):
    """Have a key file, and a log that is never let go."""
    monkeypatch.setenv(keys.ENVIRONMENT, str(tmp_path / keys.NAME))
    monkeypatch.setattr(seals, "_period", lambda: None)
    keys.make()


def noted(log):
    """Return the objects of all entries, and check that each stands where its id says."""
    entries = [entry for segment in log.segments() for entry in segment.entries()]
    assert all(log.segment(*place(entry)[:2]).entry(place(entry)[2]) == entry for entry in entries)
    return Counter(entry.object for entry in entries)


def complete(clients):
    """Return what all clients wrote, each once."""
    return Counter(f"{client}-{number}" for client in range(clients) for number in range(COUNT))


def test_sixteen_clients_at_once_lose_nothing_and_do_not_meet(tmp_path):
    """On one process."""
    database = DB(FileStorage(str(tmp_path / "Data.fs")), pool_size=CLIENTS + 2)
    make_log(database)
    again = write_all(database, COUNT)
    with database.transaction() as connection:
        log = connection.root()["log"]
        assert noted(log) == complete(CLIENTS)
        assert len(log.about(f"{1:032x}")) == CLIENTS // 4 * COUNT
        assert list(seals_check.problems(log, tmp_path / "none", "/x")) == []
    database.close()
    assert again <= FIRST * CLIENTS


def test_two_processes_of_four_threads_lose_nothing(tmp_path):
    """With sixteen clients each, on one database."""
    address, stop = ZEO.server(str(tmp_path / "Data.fs"), threaded=True)
    try:
        database = ZEO.DB(address)
        make_log(database)
        program = Path(__file__).parent / "audit_clients.py"
        arguments = [sys.executable, program, str(address[1])]
        running = [
            subprocess.Popen([*arguments, str(first), str(COUNT)], stdout=subprocess.PIPE, text=True)
            for first in (0, CLIENTS)
        ]
        again = [int(process.communicate(timeout=300)[0]) for process in running]
        with database.transaction() as connection:
            log = connection.root()["log"]
            assert noted(log) == complete(2 * CLIENTS)
            assert list(seals_check.problems(log, tmp_path / "none", "/x")) == []
        database.close()
    finally:
        stop()
    assert sum(again) <= FIRST * CLIENTS


def test_days_that_are_sealed_meanwhile_are_whole(tmp_path, monkeypatch):
    """Midnight comes again and again while all write: each entry is in a day that was open."""
    time = {"now": datetime(2026, 3, 2, 23, 0, tzinfo=timezone.utc)}
    monkeypatch.setattr(clock, "now", lambda: time["now"])
    database = DB(FileStorage(str(tmp_path / "Data.fs")), pool_size=CLIENTS + 3)
    make_log(database)
    over = threading.Event()

    def seal():
        connection = database.open()
        log = connection.root()["log"]
        while not over.is_set():
            # no grace: they are still writing
            time["now"] += timedelta(hours=25)
            committed(lambda: seals.close(log, time["now"]))
            committed(lambda: seals.seal_days(log, time["now"]))
            over.wait(0.1)
        transaction.abort()
        connection.close()

    sealing = threading.Thread(target=seal)
    sealing.start()
    try:
        write_all(database, COUNT)
    finally:
        over.set()
        sealing.join()
    with database.transaction() as connection:
        log = connection.root()["log"]
        assert noted(log) == complete(CLIENTS)
        assert len(log.seals) > 1
        assert sum(seal.count for seal in log.seals.values()) > 0
        assert list(seals_check.problems(log, tmp_path / "none", "/x")) == []
        assert sum(len(log.about(f"{subject:032x}")) for subject in range(4)) == CLIENTS * COUNT
    database.close()


def test_threads_that_live_at_once_never_share_a_name():
    """And who comes after one that ended takes its name over: names do not pile up."""
    together = threading.Barrier(8)
    names = []

    def write():
        together.wait()
        names.append(audit.writer())
        together.wait()

    for _round in range(3):
        threads = [threading.Thread(target=write) for _number in range(8)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        assert len(set(names[-8:])) == 8
    assert len(set(names)) <= 16
