"""What a process that has Plone in it already takes more for the vault: measured in one of its own."""

from pathlib import Path

import json
import subprocess
import sys


STEPS = ("Plone", "the code and cryptography", "the key and one read", "a lookup of each of {count:,} people")


def memory(path, count):
    """Print how much memory each step adds.

    :param path: of the database with the vault.
    :param count: how many people to look up.
    """
    command = [sys.executable, str(Path(__file__)), str(path), str(count)]
    found = json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)
    for step, before, after in zip(STEPS[1:], found, found[1:], strict=False):
        print(f"memory: {step.format(count=count):<40} {(after - before) / 1024:>6.1f} MB more")
    print(f"memory: of {found[0] / 1024:.0f} MB that the process had; at most 30,000 objects stay in its cache.")


def resident():
    """Return the resident memory of this process, in kB."""
    for line in Path("/proc/self/status").read_text("ascii").splitlines():
        if line.startswith("VmRSS"):
            return int(line.split()[1])
    return 0


def measure(path, count):
    """Do one step after the other; return the memory after each."""
    from plone import api  # noqa: F401
    from Products.CMFPlone.Portal import PloneSite  # noqa: F401
    from ZODB.DB import DB
    from ZODB.FileStorage import FileStorage

    database = DB(FileStorage(path, read_only=True), cache_size=30000)
    connection = database.open()
    found = [resident()]

    from samenbeter.shared.access import Machine
    from samenbeter.shared.vault import Vault  # noqa: F401

    found.append(resident())
    vault = connection.root()["vault"]
    vault.read(next(vault.find(subject="member:7")), Machine("bench"))
    found.append(resident())
    for number in range(count):
        assert list(vault.find(subject=f"member:{number}"))  # noqa: S101
        if number % 1000 == 0:
            connection.cacheGC()
    found.append(resident())
    database.close()
    return found


if __name__ == "__main__":
    print(json.dumps(measure(sys.argv[1], int(sys.argv[2]))))
