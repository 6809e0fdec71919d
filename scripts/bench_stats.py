"""Ratios of paired measurements, with their interval."""

from statistics import mean
from statistics import median

import random


DRAWS = 2000


def ratio(pairs):
    """Return second : first over (first, second) pairs."""
    return sum(second for _first, second in pairs) / sum(first for first, _second in pairs)


def interval(pairs, chance=None):
    """Return the 95 % interval of the ratio: what other draws of the same rounds would have given."""
    chance = chance or random.Random(7)  # noqa: S311
    found = sorted(ratio(chance.choices(pairs, k=len(pairs))) for _ in range(DRAWS))
    return found[int(DRAWS * 0.025)], found[int(DRAWS * 0.975)]


def summary(rounds):
    """Return the figures of one comparison from its rounds: (cpu pairs, latencies of each)."""
    cpu = rounds["cpu"]
    low, high = interval(cpu)
    return {
        "cpu": [mean(pair[side] for pair in cpu) for side in (0, 1)],
        "ratio": ratio(cpu),
        "low": low,
        "high": high,
        "p50": [median(rounds["latency"][side]) for side in (0, 1)],
        "rounds": len(cpu),
    }
