"""Measure our pages against stock Plone in the same run: ``make bench``.

One Zope process serves a stock classic site with documents, and a site of ours with as
many questions. Each comparison is taken in turn (stock, ours, ours, stock), so what the
machine does besides hits both. The figure is time of the processor in the server for
each request, because it moves least.

The exit code is 1 when a ratio is above 1.3 times its goal: pairs vary by 15 %.
"""

from bench_server import OURS
from bench_server import PASSWORD
from bench_server import STOCK
from bench_server import WRITER
from bench_stats import summary
from collections import Counter
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
ASKED = 20  # items that are asked for in turn, so that all of them are warm
FEWEST = 4  # rounds, however late it is
PATIENCE = 170  # seconds until the sites are there
LIMIT = 215  # seconds for all of it; then the round under way is the last
TOLERANCE = 1.3
HTML, JSON = "text/html", "application/json"


@dataclass(frozen=True)
class Comparison:
    """Two addresses that do the same for a reader, and the ratio that ours should have."""

    name: str
    path: str
    must: tuple  # what (stock, ours) has to show
    goal: float
    accept: str = HTML
    logged_in: bool = False


COMPARISONS = (
    Comparison("question / document", "/vragen/item-{n}", ("Vraag", "sb-voice"), 1.0),
    Comparison("list of questions / folder", "/vragen", ("Vraag", "Vraag"), 1.0),
    Comparison("front page / front page", "", ("</html>", "sb-"), 1.0),
    Comparison("question / document, logged in", "/vragen/item-{n}", ("Vraag", "sb-panel"), 1.0, logged_in=True),
    Comparison(
        "question / document, REST", "/vragen/item-{n}", ('"Document"', '"VraagbaakQuestion"'), 1.5, accept=JSON
    ),
)


class Bench:
    """A running server, and what was measured."""

    def __init__(self, base, items):
        self.base = base
        self.items = items
        self.sent = Counter()
        self.plain = requests.Session()
        self.writer = requests.Session()
        self.writer.auth = (WRITER, PASSWORD)
        self.rounds = {c: {"cpu": [], "latency": {"stock": [], "ours": []}, "bytes": {}} for c in COMPARISONS}

    def cpu(self):
        """Return the time of the processor that the server used, in milliseconds."""
        return int(self.plain.get(f"{self.base}/bench-cpu", timeout=60).text) / 1e6

    def get(self, comparison, side):
        """Send one request, check the answer, and return its latency in milliseconds."""
        self.sent[comparison, side] += 1
        number = self.sent[comparison, side] % ASKED * self.items // ASKED
        session = self.writer if comparison.logged_in else self.plain
        path = comparison.path.format(n=number)
        site, must = ((STOCK, comparison.must[0]), (OURS, comparison.must[1]))[side == "ours"]
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
        """Take one pair: stock, ours, ours, stock."""
        order = ("stock", "ours", "ours", "stock")
        used = {"stock": 0.0, "ours": 0.0}
        for side in order:
            used[side] += self.sample(comparison, side) / 2
        self.rounds[comparison]["cpu"].append((used["stock"], used["ours"]))

    def run(self, rounds, until):
        """Warm up, then measure so many rounds, or fewer when the time is over."""
        for comparison in COMPARISONS:
            for side in ("stock", "ours"):
                for _ in range(ASKED if "{n}" in comparison.path else IN_A_ROW):
                    self.get(comparison, side)
        for number in range(rounds):
            if number >= FEWEST and time.monotonic() > until:
                return
            for comparison in COMPARISONS:
                self.round(comparison)


def report(bench):
    """Print the table; return the comparisons that are too slow."""
    print(f"{'':<32} {'CPU ms':>13}  {'ours : stock':>20}  {'goal':>4}  {'p50 ms':>11}  {'kB':>9}")
    print(f"{'':<32} {'stock':>6} {'ours':>6}  {'ratio [95 %]':>20}  {'':>4}  {'stock':>5} {'ours':>5}  stock ours")
    slow = []
    for comparison, rounds in bench.rounds.items():
        found = summary({"cpu": rounds["cpu"], "latency": rounds["latency"]})
        sizes = [rounds["bytes"][side] / 1000 for side in ("stock", "ours")]
        ratio = f"{found['ratio']:.2f} [{found['low']:.2f}..{found['high']:.2f}]"
        print(
            f"{comparison.name:<32} {found['stock']:>6.1f} {found['ours']:>6.1f}  {ratio:>20}  {comparison.goal:>4.1f}"
            f"  {found['p50 stock']:>5.0f} {found['p50 ours']:>5.0f}  {sizes[0]:>5.0f} {sizes[1]:>4.0f}"
        )
        if found["ratio"] > comparison.goal * TOLERANCE:
            slow.append(comparison.name)
    print(f"{found['rounds']} rounds, {4 * IN_A_ROW} requests each; {bench.items} items in each site.")
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


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--items", type=int, default=300, help="documents, and questions (300)")
    parser.add_argument("--rounds", type=int, default=ROUNDS, help=f"pairs of each comparison ({ROUNDS})")
    asked = parser.parse_args()
    until = time.monotonic() + LIMIT
    port = free_port()
    base = f"http://localhost:{port}"
    with tempfile.TemporaryDirectory(prefix="samenbeter-bench-") as folder:
        arguments = ["--var", folder, "--port", str(port), "--items", str(asked.items)]
        server = subprocess.Popen([sys.executable, str(SCRIPT), *arguments])
        try:
            print(f"Making two sites with {asked.items} items each", flush=True)
            wait_for(base, server, Path(folder) / "log" / "event.log")
            bench = Bench(base, asked.items)
            bench.run(asked.rounds, until)
            slow = report(bench)
        finally:
            server.terminate()
            try:
                server.wait(20)
            except subprocess.TimeoutExpired:
                server.kill()
                server.wait()
    if slow:
        sys.exit(f"More than {TOLERANCE} times the goal: {', '.join(slow)}")


if __name__ == "__main__":
    main()
