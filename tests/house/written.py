"""What was written into the database of a test, taken out of it and put into that of another one.

To apply the demo profile takes seconds, and each class of tests has a database of its own.
"""

from pathlib import Path
from ZODB.blob import is_blob_record
from ZODB.Connection import TransactionMetaData
from ZODB.POSException import POSKeyError
from ZODB.utils import z64

import tempfile
import transaction


def names(portal):
    """Return {(oid, tid)} of all records that a test wrote until now."""
    return {(record.oid, record.tid) for record in _records(portal)}


def since(portal, before):
    """Return [(oid, data, blob)] of what was written after ``before``; blob: the bytes of a file, or None."""
    newest = {record.oid: record for record in _records(portal) if (record.oid, record.tid) not in before}
    return [(record.oid, record.data, _blob(portal, record)) for record in newest.values()]


def put(portal, records):
    """Write these records, as one transaction; what is in memory follows."""
    transaction.abort()
    connection = portal._p_jar.db().open()
    storage, meta = connection._storage, TransactionMetaData()
    with tempfile.TemporaryDirectory() as folder:
        storage.tpc_begin(meta)
        for number, (oid, data, blob) in enumerate(records):
            if blob is None:
                storage.store(oid, _serial(storage, oid), data, "", meta)
            else:
                place = Path(folder, str(number))
                place.write_bytes(blob)
                storage.storeBlob(oid, _serial(storage, oid), data, str(place), "", meta)
        storage.tpc_vote(meta)
        storage.tpc_finish(meta)
    connection.close()
    transaction.begin()
    portal._p_jar.cacheMinimize()


def _records(portal):
    for written in portal._p_jar.db().storage.changes.iterator():
        yield from written


def _blob(portal, record):
    if not is_blob_record(record.data):
        return None
    return Path(portal._p_jar.db().storage.loadBlob(record.oid, record.tid)).read_bytes()


def _serial(storage, oid):
    try:
        return storage.load(oid)[1]
    except POSKeyError:
        return z64
