"""Measure what the hardening costs: a page, a log-in, and the detector. Part of ``make bench``.

One Zope process serves two sites of ours that differ in one thing: in the second each
switch of the hardening is on. They are asked in turn, as in bench.py. A log-in is meant
to be dear in the second: it keeps passwords so that guessing takes long.
"""

from bench import Bench
from bench import Comparison
from bench import report
from bench import served
from bench import TOLERANCE
from bench_fill import HARD
from bench_fill import OURS
from bench_fill import PASSWORD
from bench_fill import WORD
from bench_fill import WRITER
from bench_stats import summary

import argparse
import re
import requests
import sys
import time


ROUNDS = 12
LIMIT = 240  # seconds
HIDDEN = re.compile(r'<input[^>]*type="hidden"[^>]*name="([^"]+)"[^>]*value="([^"]*)"')
SITES = (OURS, HARD)
COMPARISONS = (
    Comparison("question, hardened / not", ("/vragen/item-{n}",) * 2, ("sb-voice",) * 2, 1.1, sites=SITES),
    Comparison("front page, hardened / not", ("",) * 2, ("sb-",) * 2, 1.1, sites=SITES),
    Comparison("search, hardened / not", (f"/@@search?SearchableText={WORD}",) * 2, ("Vraag",) * 2, 1.1, sites=SITES),
)


class Writer:
    """The person who logs in to a site."""

    def __init__(self, base, site):
        self.url = f"{base}/{site}"

    def log_in(self):
        """Log in; return a session with the cookie."""
        session = requests.Session()
        form = dict(HIDDEN.findall(session.get(f"{self.url}/login", timeout=60).text))
        form |= {"__ac_name": WRITER, "__ac_password": PASSWORD, "buttons.login": "Log in"}
        session.post(f"{self.url}/login", data=form, timeout=60, allow_redirects=False)
        if "__ac" not in session.cookies:
            raise SystemExit(f"{self.url} does not let {WRITER} in")
        return session


def compare(bench, rounds, acts):
    """Return summary() of what two acts take of the processor, in turn."""
    pairs, latency = [], {0: [], 1: []}
    for _ in range(rounds):
        used = [0.0, 0.0]
        for side in (0, 1, 1, 0):
            before, began = bench.cpu(), time.perf_counter()
            acts[side]()
            latency[side].append((time.perf_counter() - began) * 1e3)
            used[side] += (bench.cpu() - before) / 2
        pairs.append(tuple(used))
    return summary({"cpu": pairs, "latency": latency})


def tell(name, found):
    """Print one line."""
    ratio = f"{found['ratio']:.2f} [{found['low']:.2f}..{found['high']:.2f}]"
    print(f"{name:<32} {found['cpu'][0]:>6.1f} {found['cpu'][1]:>6.1f}  {ratio:>20}")


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--items", type=int, default=40, help="questions in each site (40)")
    parser.add_argument("--rounds", type=int, default=ROUNDS, help=f"pairs of each comparison ({ROUNDS})")
    asked = parser.parse_args()
    print(f"Making two sites with {asked.items} questions each, one of them hardened", flush=True)
    with served(asked.items, "--guard") as base:
        bench = Bench(base, asked.items, COMPARISONS)
        bench.run(asked.rounds, time.monotonic() + LIMIT)
        slow = report(bench)
        writers = [Writer(base, site) for site in SITES]
        sessions = [writer.log_in() for writer in writers]
        pages = [
            lambda s=session, w=writer: s.get(f"{w.url}/vragen/item-1", timeout=60)
            for session, writer in zip(sessions, writers, strict=True)
        ]
        tell("question, logged in", compare(bench, asked.rounds, pages))
        tell("log-in", compare(bench, asked.rounds, [writer.log_in for writer in writers]))
    if slow:
        sys.exit(f"More than {TOLERANCE} times the goal: {', '.join(slow)}")


if __name__ == "__main__":
    main()
