"""Measure our pages against stock Plone in the same run: ``make bench``.

One Zope process serves a stock classic site with documents, a site of ours with as many
questions, modules and stories of the same length, and two more sites of ours that differ
in one thing: 100 questions and 10,000. Each comparison is taken in turn (one, other,
other, one), so what the machine does besides hits both. The figure is time of the
processor in the server for each request, because it moves least. Nothing is answered
from a cache of whole pages, on either side.

The exit code is 1 when a ratio is above 1.3 times its goal: pairs vary by 15 %.
"""

from bench_fill import ASKED
from bench_fill import LARGE
from bench_fill import OURS
from bench_fill import PASSWORD
from bench_fill import SMALL
from bench_fill import STOCK
from bench_fill import WORD
from bench_fill import WRITER
from bench_stats import summary
from collections import Counter
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import argparse
import requests
import socket
import subprocess
import sys
import tempfile
import time


SCRIPT = Path(__file__).with_name("bench_server.py")
ROUNDS = 12
IN_A_ROW = 3  # requests of one sample
FEWEST = 4  # rounds, however late it is
PATIENCE = 400  # seconds until the sites are there
LIMIT = 540  # seconds for all of it; then the round under way is the last
TOLERANCE = 1.3
HTML, JSON = "text/html", "application/json"


@dataclass(frozen=True)
class Comparison:
    """Two addresses that do the same for a reader, and the ratio that the second should have."""

    name: str
    paths: tuple
    must: tuple  # what each has to show
    goal: float
    sites: tuple = (STOCK, OURS)
    accept: str = HTML
    logged_in: bool = False


COMPARISONS = (
    Comparison("question / document", ("/vragen/item-{n}", "/vragen/item-{n}"), ("Vraag", "sb-voice"), 0.5),
    Comparison("module / document", ("/vragen/item-{n}", "/modules/item-{n}"), ("Vraag", "sb-knows"), 0.5),
    Comparison("story / document", ("/vragen/item-{n}", "/verhalen/item-{n}"), ("Vraag", "sb-quote"), 0.5),
    Comparison("list of 20 / collection of 20", ("/lijst", "/vragen"), ("Vraag", "Vraag"), 0.5),
    Comparison("front page / front page", ("", ""), ("</html>", "sb-"), 0.5),
    Comparison("search / @@search", (f"/@@search?SearchableText={WORD}",) * 2, ("Vraag", "Vraag"), 0.7),
    Comparison("question / document, logged in", ("/vragen/item-{n}",) * 2, ("Vraag", "sb-panel"), 1.0, logged_in=True),
    Comparison(
        "question / document, REST", ("/vragen/item-{n}",) * 2, ('"Document"', '"VraagbaakQuestion"'), 1.2, accept=JSON
    ),
    Comparison(
        "question, 10,000 / 100", ("/vragen/item-{n}",) * 2, ("sb-voice", "sb-voice"), 1.15, sites=(SMALL, LARGE)
    ),
    Comparison("list, 10,000 / 100", ("/vragen",) * 2, ("Vraag", "Vraag"), 1.15, sites=(SMALL, LARGE)),
    Comparison("front page, 10,000 / 100", ("",) * 2, ("sb-", "sb-"), 1.15, sites=(SMALL, LARGE)),
)
SIDES = (0, 1)


class Bench:
    """A running server, and what was measured."""

    def __init__(self, base, items, comparisons=COMPARISONS):
        self.base = base
        self.items = items
        self.comparisons = comparisons
        self.sent = Counter()
        self.plain = requests.Session()
        self.writer = requests.Session()
        self.writer.auth = (WRITER, PASSWORD)
        self.rounds = {c: {"cpu": [], "latency": {0: [], 1: []}, "bytes": {}} for c in comparisons}

    def cpu(self):
        """Return the time of the processor that the server used, in milliseconds."""
        return int(self.plain.get(f"{self.base}/bench-cpu", timeout=60).text) / 1e6

    def get(self, comparison, side):
        """Send one request, check the answer, and return its latency in milliseconds."""
        self.sent[comparison, side] += 1
        number = self.sent[comparison, side] % ASKED
        session = self.writer if comparison.logged_in else self.plain
        path, site, must = comparison.paths[side].format(n=number), comparison.sites[side], comparison.must[side]
        began = time.perf_counter()
        answer = session.get(f"{self.base}/{site}{path}", headers={"Accept": comparison.accept}, timeout=60)
        took = (time.perf_counter() - began) * 1e3
        if answer.status_code != 200 or must not in answer.text:
            raise SystemExit(f"{answer.url} answered {answer.status_code}, without {must!r}")
        self.rounds[comparison]["bytes"][side] = len(answer.content)
        return took

    def sample(self, comparison, side, count=IN_A_ROW):
        """Return the time of the processor of one request, the mean of a few in a row."""
        before = self.cpu()
        took = [self.get(comparison, side) for _ in range(count)]
        used = (self.cpu() - before) / count
        self.rounds[comparison]["latency"][side] += took
        return used

    def round(self, comparison):
        """Take one pair: one, other, other, one."""
        used = [0.0, 0.0]
        for side in (0, 1, 1, 0):
            used[side] += self.sample(comparison, side) / 2
        self.rounds[comparison]["cpu"].append(tuple(used))

    def run(self, rounds, until):
        """Warm up, then measure so many rounds, or fewer when the time is over."""
        for comparison in self.comparisons:
            for side in SIDES:
                for _ in range(ASKED if "{n}" in comparison.paths[side] else IN_A_ROW):
                    self.get(comparison, side)
        for number in range(rounds):
            if number >= FEWEST and time.monotonic() > until:
                return
            for comparison in self.comparisons:
                self.round(comparison)


def report(bench):
    """Print the table; return the comparisons that are too slow."""
    print(f"{'':<32} {'CPU ms':>13}  {'second : first':>20}  {'goal':>4}  {'p50 ms':>11}  {'kB':>11}")
    print(
        f"{'second / first':<32} {'first':>6} {'second':>6}  {'ratio [95 %]':>20}  {'':>4}  first second  first second"
    )
    slow = []
    for comparison, rounds in bench.rounds.items():
        found = summary({"cpu": rounds["cpu"], "latency": rounds["latency"]})
        sizes = [rounds["bytes"][side] / 1000 for side in SIDES]
        ratio = f"{found['ratio']:.2f} [{found['low']:.2f}..{found['high']:.2f}]"
        print(
            f"{comparison.name:<32} {found['cpu'][0]:>6.1f} {found['cpu'][1]:>6.1f}  {ratio:>20}  {comparison.goal:>4.2f}"
            f"  {found['p50'][0]:>5.0f} {found['p50'][1]:>6.0f}  {sizes[0]:>5.0f} {sizes[1]:>6.0f}"
        )
        if found["ratio"] > comparison.goal * TOLERANCE:
            slow.append(comparison.name)
    print(f"{found['rounds']} rounds, {4 * IN_A_ROW} requests each; {bench.items} items in each site that is compared.")
    return slow


def free_port():
    """Return a port that nobody uses now."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def wait_for(base, server, log):
    """Wait until the server has made its sites."""
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until and server.poll() is None:
        try:
            requests.get(f"{base}/bench-cpu", timeout=5)
            return
        except requests.RequestException:
            time.sleep(0.5)
    tail = log.read_text("utf-8")[-2000:] if log.exists() else ""
    raise SystemExit(f"The server did not come up in {PATIENCE} seconds. {tail}")


@contextmanager
def served(items, *more):
    """Serve the sites of the benchmark while the block runs; give the address of the server."""
    port = free_port()
    base = f"http://localhost:{port}"
    with tempfile.TemporaryDirectory(prefix="samenbeter-bench-") as folder:
        arguments = ["--var", folder, "--port", str(port), "--items", str(items), *more]
        server = subprocess.Popen([sys.executable, str(SCRIPT), *arguments])
        try:
            wait_for(base, server, Path(folder) / "log" / "event.log")
            yield base
        finally:
            server.terminate()
            try:
                server.wait(20)
            except subprocess.TimeoutExpired:
                server.kill()
                server.wait()


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--items", type=int, default=300, help="documents, and questions (300)")
    parser.add_argument("--rounds", type=int, default=ROUNDS, help=f"pairs of each comparison ({ROUNDS})")
    asked = parser.parse_args()
    until = time.monotonic() + LIMIT
    print(f"Making two sites with {asked.items} items each, and two more with 100 and 10,000", flush=True)
    with served(asked.items) as base:
        bench = Bench(base, asked.items)
        bench.run(asked.rounds, until)
        slow = report(bench)
    if slow:
        sys.exit(f"More than {TOLERANCE} times the goal: {', '.join(slow)}")


if __name__ == "__main__":
    main()
