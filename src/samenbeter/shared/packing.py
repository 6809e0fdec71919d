"""What is erased is gone from the bytes of the storage only when that is packed, and no copy of before is left."""

from datetime import timedelta
from plone import api
from samenbeter import _
from samenbeter.interfaces import IJob
from samenbeter.shared import clock
from samenbeter.shared import jobs
from ZODB.DemoStorage import DemoStorage
from ZODB.POSException import StorageError
from zope.interface import implementer

import transaction


JOB = "samenbeter.shared.pack"
# more erasures follow one another: one pack is enough
PAUSE = timedelta(minutes=1)


@implementer(IJob)
class Pack:
    """The job "samenbeter.shared.pack"."""

    title = _("job_pack", default="De opslag opruimen, zodat gewist ook weg is")
    every = timedelta(days=1)
    at = 2
    words = {
        "bytes_before": _("job_pack_before", default="bytes ervoor"),
        "bytes_after": _("job_pack_after", default="bytes erna"),
    }

    def run(self, argument, until):
        """Pack. It cannot be broken off, and others read and write meanwhile."""
        database = api.portal.get()._p_jar.db()
        # what this thread saw before is of no use afterwards
        transaction.abort()
        return pack(database)


def soon():
    """Let the storage be packed, once the current transaction is committed."""
    now = clock.now()
    store = jobs.store()
    # one that did not begin yet will do
    if set(store.due(JOB, now + timedelta(days=1))) <= set(store.due(JOB, now)):
        jobs.schedule(JOB, now + PAUSE)


def pack(database):
    """Pack a ZODB up to now; return (done, counts). Not done: somebody else packs at this moment."""
    storage = database.storage
    if isinstance(storage, DemoStorage):
        # of tests; it would take what the storage below it needs
        return True, {}
    file_storage = file_storage_of(storage)
    if file_storage is not None:
        # no file of before the pack stays; one of an earlier pack goes when this one begins
        file_storage.pack_keep_old = False
    before = storage.getSize()
    try:
        database.pack()
    except StorageError as error:
        if is_busy(error):
            return False, {}
        raise
    if file_storage is not None:
        empty_scratch_file(file_storage)
    return True, {"bytes_before": before, "bytes_after": storage.getSize()}


def empty_scratch_file(storage):
    """Empty the file in which a FileStorage prepares transactions: old ones stand in it until others lie over them."""
    # who has this lock is the only one to use that file
    with storage._commit_lock:
        if storage._tfile is not None:
            storage._tfile.seek(0)
            storage._tfile.truncate()


def file_storage_of(storage):
    """Return the FileStorage that lies in a storage; None when there is none, or another process has it."""
    while storage is not None and not hasattr(storage, "pack_keep_old"):
        # compression and the like lie around it
        storage = getattr(storage, "base", None)
    return storage


def is_busy(error):
    """True when this says that a pack is going on already: FileStorage by its text, RelStorage by its class."""
    return "Already packing" in str(error) or type(error).__name__ == "UnableToAcquirePackUndoLockError"
