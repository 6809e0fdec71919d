"""Measure the vault at 100 and at 100,000 records: part of ``make bench``.

Each act is one transaction on a FileStorage, with its sync to the disk. A lookup and a
read begin with nothing in the cache of objects, so they show what they load: a tree of
100,000 has one level more. The two vaults are measured in turn, and the figure is the median. Memory is what a process that
has Plone in it already gets more.

The exit code is 1 when a ratio is above its goal times 1.3.
"""

from bench_vault_memory import memory
from pathlib import Path
from statistics import median

import argparse
import os
import random
import sys
import tempfile
import time


SMALL, LARGE = 100, 100_000
ROUNDS = 300
BATCH = 2000
TOLERANCE = 1.3
KIND = {"room": "bench", "kind": "note", "purpose": "samenbeter.rights"}
TEXT = {"text": "slaap wakker nacht huisarts buurt hulp vraag samen koffie wandelen " * 8}
# act: the ratio that 100,000 to 100 should have
GOALS = {"write": 1.5, "erase": 2.0, "lookup by subject": 2.0, "read": 2.0}


class Side:
    """One vault in a database of its own."""

    def __init__(self, folder, size):
        import transaction

        self.size = size
        self.transaction = transaction
        self.database, self.vault = opened(folder, size)
        self.ids = []
        for number in range(size):
            self.ids.append(self.add(number))
            if number % BATCH == BATCH - 1:
                transaction.commit()
                self.vault._p_jar.cacheGC()
        transaction.commit()
        self.next = size
        self.took = {act: [] for act in GOALS}

    def add(self, number):
        """Add the record about one person."""
        return self.vault.add(data=TEXT, subject=f"member:{number}", **KIND)

    def timed(self, act, work, cold=False):
        """Do something in a transaction, and note how long it took, in milliseconds."""
        if cold:
            self.vault._p_jar.cacheMinimize()
        self.transaction.begin()
        began = time.perf_counter()
        found = work()
        self.transaction.commit()
        self.took[act].append((time.perf_counter() - began) * 1e3)
        return found

    def write(self, chance):
        """Write a record and erase it, with what a process that is at work has in its cache."""
        self.next += 1
        added = self.timed("write", lambda: self.add(self.next))
        self.timed("erase", lambda: self.vault.erase(added))

    def look(self, chance):
        """Look somebody up, and read what is about them, with nothing in the cache."""
        from samenbeter.shared.access import Machine

        some = chance.randrange(self.size)
        self.timed("lookup by subject", lambda: list(self.vault.find(subject=f"member:{some}")), cold=True)
        self.timed("read", lambda: self.vault.read(self.ids[some], Machine("bench")), cold=True)


def opened(folder, size):
    """Return a database in a file and the empty vault in it."""
    from samenbeter.shared.vault import Vault
    from ZODB.DB import DB
    from ZODB.FileStorage import FileStorage

    import transaction

    database = DB(FileStorage(str(folder / f"{size}.fs")), cache_size=30000)
    vault = database.open().root()["vault"] = Vault()
    vault.prepare()
    transaction.commit()
    return database, vault


def report(sides):
    """Print the table; return the acts that are too slow."""
    small, large = sides
    print(f"{'the vault':<24} {SMALL:>9,} {LARGE:>9,}  {'ratio':>6}  {'goal':>4}   (median ms)")
    slow = []
    for act, goal in GOALS.items():
        first, second = (median(side.took[act]) for side in (small, large))
        print(f"{act:<24} {first:>9.2f} {second:>9.2f}  {second / first:>6.2f}  {goal:>4.2f}")
        if second / first > goal * TOLERANCE:
            slow.append(act)
    print(f"{len(small.took['read'])} of each, in turn; one transaction each, on a FileStorage.")
    return slow


def measure(rounds):
    """Measure and print; return the acts that are too slow."""
    with tempfile.TemporaryDirectory(prefix="samenbeter-bench-vault-") as name:
        folder = Path(name)
        os.environ["SAMENBETER_KEY_FILE"] = str(folder / "samenbeter.key")
        print(f"Making a vault with {SMALL:,} records and one with {LARGE:,}", flush=True)
        sides = [Side(folder, size) for size in (SMALL, LARGE)]
        chance = random.Random(7)  # noqa: S311
        for act in (Side.write, Side.look):
            for number in range(rounds):
                for side in sides if number % 2 else sides[::-1]:
                    act(side, chance)
        for side in sides:
            side.transaction.abort()
            side.database.close()
        slow = report(sides)
        memory(folder / f"{LARGE}.fs", LARGE)
    return slow


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--rounds", type=int, default=ROUNDS, help=f"times that each act is done ({ROUNDS})")
    slow = measure(parser.parse_args().rounds)
    if slow:
        sys.exit(f"More than {TOLERANCE} times the goal: {', '.join(slow)}")


if __name__ == "__main__":
    main()
