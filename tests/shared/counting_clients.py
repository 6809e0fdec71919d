"""As a program: a process in which clients count at the same time, in the file beside the key."""

from concurrent.futures import ThreadPoolExecutor
from samenbeter.shared import tally

import sys


CLIENTS = 16


def count_all(times, site="site"):
    """Let all clients count one thing that they share and one of their own; return whether each could."""

    def client(number):
        return all(tally.add(site, key) for _time in range(times) for key in ("all", f"own/{number}"))

    with ThreadPoolExecutor(CLIENTS) as pool:
        return all(pool.map(client, range(CLIENTS)))


if __name__ == "__main__":
    sys.exit(not count_all(int(sys.argv[1])))
