"""Measure what asking costs against a stock form, and the desk with 50 cases against 5,000: part of ``make bench``.

A question is one POST that keeps it encrypted, with a receipt, a clock and an owner; a stock easyform keeps what
was sent in the form. The page of the desk is asked in turn of two sites that differ in how many cases wait.

The exit code is 1 when the desk with 5,000 costs more than 1.3 times the one with 50.
"""

from bench import Bench
from bench import Comparison
from bench import report
from bench import served
from bench import TOLERANCE
from bench_desk_fill import FEW
from bench_desk_fill import FORM
from bench_desk_fill import MANY
from bench_fill import LARGE
from bench_fill import SMALL
from bench_fill import STOCK
from bench_guard import HIDDEN
from bench_stats import summary

import argparse
import itertools
import requests
import sys
import time


ROUNDS = 12
LIMIT = 240  # seconds
ASKED_BEFORE = 4  # questions of each side that are not measured
COMPARISONS = (
    Comparison(
        f"desk, {MANY} / {FEW} cases",
        ("/vragen/@@werktafel",) * 2,
        ("sb-table",) * 2,
        1.0,
        sites=(SMALL, LARGE),
        logged_in=True,
    ),
    Comparison(
        f"desk, theme, {MANY} / {FEW}",
        ("/vragen/@@werktafel?theme=slapen",) * 2,
        ("sb-table",) * 2,
        1.0,
        sites=(SMALL, LARGE),
        logged_in=True,
    ),
)
number = itertools.count(1)


class Sender:
    """Somebody who fills in a form: gets it, and sends it; only the sending is measured."""

    def __init__(self, bench, url, fields, must):
        self.bench, self.url, self.fields, self.must = bench, url, fields, must

    def send(self):
        """Return (time of the processor, latency) of one POST, in milliseconds."""
        form = dict(HIDDEN.findall(requests.get(self.url, timeout=60).text))
        form |= {name: value.format(n=next(number)) for name, value in self.fields.items()}
        before, began = self.bench.cpu(), time.perf_counter()
        answer = requests.post(self.url, data=form, timeout=60)
        took = (time.perf_counter() - began) * 1e3
        if answer.status_code != 200 or self.must not in answer.text:
            raise SystemExit(f"{self.url} answered {answer.status_code}, without {self.must!r}")
        return self.bench.cpu() - before, took


def compared(senders, rounds):
    """Return summary() of what two senders take, in turn."""
    for sender in senders:
        for _time in range(ASKED_BEFORE):
            sender.send()
    pairs, latency = [], {0: [], 1: []}
    for _round in range(rounds):
        used = [0.0, 0.0]
        for side in (0, 1, 1, 0):
            cpu, took = senders[side].send()
            used[side] += cpu / 2
            latency[side].append(took)
        pairs.append(tuple(used))
    return summary({"cpu": pairs, "latency": latency})


def senders(bench, base):
    """Return who sends the stock form, and who asks at our desk."""
    stock = {
        "form.widgets.replyto": "vrager{n}@samenbeter.example",
        "form.widgets.topic": "Slapen",
        "form.widgets.comments": "Ik slaap slecht, al {n} weken. Wat kan ik doen?",
        "form.buttons.submit": "Submit",
    }
    ours = {
        "do": "send",
        "text": "Ik slaap slecht, al {n} weken. Wat kan ik doen?",
        "email": "vrager{n}@samenbeter.example",
        "publish": "yes",
        "for_whom": "myself",
    }
    return (
        Sender(bench, f"{base}/{STOCK}/{FORM}", stock, "easyform-thankspage"),
        Sender(bench, f"{base}/{SMALL}/vragen/@@stel-je-vraag", ours, "sb-bon"),
    )


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--rounds", type=int, default=ROUNDS, help=f"pairs of each comparison ({ROUNDS})")
    asked = parser.parse_args()
    print(f"Making a stock form, and desks with {FEW} and {MANY} cases", flush=True)
    with served(FEW, "--desk") as base:
        bench = Bench(base, FEW, COMPARISONS)
        found = compared(senders(bench, base), asked.rounds)
        ratio = f"{found['ratio']:.2f} [{found['low']:.2f}..{found['high']:.2f}]"
        print(f"{'ask / easyform, POST':<32} {found['cpu'][0]:>6.1f} {found['cpu'][1]:>6.1f}  {ratio:>20}")
        bench.run(asked.rounds, time.monotonic() + LIMIT)
        slow = report(bench)
    if slow:
        sys.exit(f"More than {TOLERANCE} times the goal: {', '.join(slow)}")


if __name__ == "__main__":
    main()
