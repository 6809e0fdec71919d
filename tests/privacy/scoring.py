"""How the marks of the detector are counted against what is known to be personal.

A personal piece is found when marks of its kind cover at least half of its characters. A mark is right when it
touches a piece of its kind. A clean text is a false alarm when it has a mark that is high or medium.
"""

from collections import Counter
from dataclasses import dataclass
from dataclasses import field
from datetime import date
from samenbeter.privacy.detecting import marks_in


TODAY = date(2026, 6, 1)


@dataclass
class Score:
    """Counts for each (kind, register)."""

    pieces: Counter = field(default_factory=Counter)
    found: Counter = field(default_factory=Counter)
    surely: Counter = field(default_factory=Counter)
    marked: Counter = field(default_factory=Counter)
    right: Counter = field(default_factory=Counter)
    missed: list = field(default_factory=list)
    wrong: list = field(default_factory=list)

    def recall(self, kind, register=None):
        """Return (share that was found, how many there were); register None: all."""
        return _share(self.found, self.pieces, kind, register)

    def sure_recall(self, kind, register=None):
        """Return the same for marks that are high or medium."""
        return _share(self.surely, self.pieces, kind, register)

    def precision(self, kind, register=None):
        """Return (share of the high and medium marks that is right, how many there were)."""
        return _share(self.right, self.marked, kind, register)


def _share(part, whole, kind, register):
    keys = [key for key in whole if key[0] == kind and register in (None, key[1])]
    total = sum(whole[key] for key in keys)
    return (sum(part[key] for key in keys) / total if total else None), total


def score(texts):
    """Return the Score for (register, text, gold)."""
    result = Score()
    for register, text, gold in texts:
        marks = marks_in(text, today=TODAY)
        for start, end, kind in gold:
            key = (kind, register)
            result.pieces[key] += 1
            same = [mark for mark in marks if mark.kind == kind]
            found = _covers(same, start, end)
            result.found[key] += found
            result.surely[key] += _covers([mark for mark in same if mark.confidence != "low"], start, end)
            if not found:
                result.missed.append((register, kind, text[start:end], text))
        for mark in marks:
            if mark.confidence != "low":
                key = (mark.kind, register)
                right = any(kind == mark.kind and start < mark.end and mark.start < end for start, end, kind in gold)
                result.marked[key] += 1
                result.right[key] += right
                if not right:
                    result.wrong.append((register, mark.kind, text[mark.start : mark.end], text))
    return result


def _covers(marks, start, end):
    covered = sum(max(0, min(end, mark.end) - max(start, mark.start)) for mark in marks)
    return covered * 2 >= end - start


def false_alarms(texts):
    """Return the clean texts that have a high or medium mark, each with (kind, text of the mark)."""
    found = []
    for text in texts:
        sure = [mark for mark in marks_in(text, today=TODAY) if mark.confidence != "low"]
        if sure:
            found.append((text, [(mark.kind, text[mark.start : mark.end]) for mark in sure]))
    return found
