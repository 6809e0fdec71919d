"""What is erased is gone from a RelStorage too, and of two who pack at the same time one waits."""

from BTrees.OOBTree import OOBTree
from persistent.mapping import PersistentMapping
from relstorage.adapters.postgresql import PostgreSQLAdapter
from relstorage.options import Options
from relstorage.storage import RelStorage
from samenbeter.shared import packing
from ZODB.DB import DB

import psycopg2
import pytest
import threading
import transaction


pytestmark = pytest.mark.postgresql

MARK = b"zilverreiger"


@pytest.fixture
def database(cluster, tmp_path):
    """A history-free RelStorage of its own."""
    dsn = cluster.dsn.replace("dbname='samenbeter'", "dbname='packing'")
    with_default = psycopg2.connect(cluster.dsn)
    with_default.autocommit = True
    with_default.cursor().execute("DROP DATABASE IF EXISTS packing")
    with_default.cursor().execute("CREATE DATABASE packing")
    with_default.close()
    options = Options(keep_history=False, blob_dir=str(tmp_path), shared_blob_dir=False)
    found = DB(RelStorage(PostgreSQLAdapter(dsn=dsn, options=options), options=options))
    found.dsn = dsn
    yield found
    found.close()


def marked(database):
    """Return how many objects have the mark in their bytes."""
    connection = psycopg2.connect(database.dsn)
    cursor = connection.cursor()
    cursor.execute("SELECT count(*) FROM object_state WHERE position(%s in state) > 0", (MARK,))
    (number,) = cursor.fetchone()
    connection.close()
    return number


def fill_and_erase(database):
    """Write the mark many times, and take it all out."""
    connection = database.open()
    for part in range(20):
        connection.root()[part] = OOBTree({n: PersistentMapping(text=MARK.decode()) for n in range(50)})
        transaction.commit()
        del connection.root()[part]
        transaction.commit()
    connection.close()


def test_nothing_is_left(database):
    fill_and_erase(database)
    assert marked(database) == 1000
    done, _counts = packing.pack(database)
    assert done
    assert marked(database) == 0


def test_of_two_one_waits(database):
    fill_and_erase(database)
    start = threading.Barrier(2)
    results = []

    def pack():
        start.wait()
        results.append(packing.pack(database)[0])

    threads = [threading.Thread(target=pack) for _number in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert True in results
    assert len(results) == 2
    assert marked(database) == 0
