"""Keeps a lease while a job works longer than it lasts, such as a pack of a large database."""

from samenbeter import logger
from samenbeter.shared import jobs_store

import threading
import transaction


class Kept:
    """While this is open a thread of its own renews the lease; when the process dies nobody does.

    :param leased: a Leased that is taken, in the database.
    :param holder: who took it.
    """

    def __init__(self, leased, holder):
        self.database = leased._p_jar.db()
        self.oid = leased._p_oid
        self.holder = holder
        self.ended = threading.Event()
        self.thread = threading.Thread(target=self._keep, daemon=True)

    def __enter__(self):
        self.thread.start()
        return self

    def __exit__(self, *_error):
        self.ended.set()
        self.thread.join()

    def _keep(self):
        while not self.ended.wait(jobs_store.LEASE.total_seconds() / 3):
            try:
                self.renew()
            except Exception as error:  # whatever it is, the job goes on; the next try may work
                logger.info("A lease could not be renewed just now: %s", type(error).__name__)

    def renew(self):
        """Renew the lease, in a connection of its own."""
        manager = transaction.TransactionManager()
        connection = self.database.open(transaction_manager=manager)
        try:
            with manager:
                connection.get(self.oid).renew(self.holder)
        finally:
            connection.close()
