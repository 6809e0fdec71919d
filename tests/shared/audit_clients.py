"""Clients that write in the audit log at the same time, each in a transaction of its own.

As a program: a process that does so in a database of a ZEO server, and prints how often it had to try again.
"""

from concurrent.futures import ThreadPoolExecutor
from functools import partial
from samenbeter.shared import audit
from samenbeter.shared import clock
from samenbeter.shared.audit_store import Store
from samenbeter.shared.transactions import committed

import sys
import threading
import transaction
import ZEO


CLIENTS = 16
THREADS = 4
_local = threading.local()


def make_log(database):
    """Put an empty log into a database."""
    with database.transaction() as connection:
        connection.root()["log"] = Store(clock.today().toordinal())


def write(database, client, count):
    """Note so many things about one person as one client; return how often it had to be tried again."""
    connection = getattr(_local, "connection", None)
    if connection is None:
        connection = _local.connection = database.open()
    tries = []

    def act(number):
        tries.append(number)
        now = clock.now()
        entry = audit.Entry(t=now.isoformat(), action="view", subject=f"{client % 4:032x}", object=f"{client}-{number}")
        connection.root()["log"].append(entry, now.date().toordinal(), audit.writer())

    for number in range(count):
        committed(partial(act, number))
    transaction.abort()
    return len(tries) - count


def write_all(database, count, first=0, threads=CLIENTS):
    """Let all clients write; return how often they had to try again, all together."""
    with ThreadPoolExecutor(threads) as pool:
        return sum(pool.map(lambda client: write(database, client, count), range(first, first + CLIENTS)))


if __name__ == "__main__":
    port, first, count = map(int, sys.argv[1:])
    database = ZEO.DB(("127.0.0.1", port))
    print(write_all(database, count, first, THREADS))
