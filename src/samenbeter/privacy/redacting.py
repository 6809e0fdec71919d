"""Texts without what was marked in them: pure functions."""

from samenbeter.privacy.detect_numbers import bsns
from samenbeter.privacy.detect_spoken import spoken
from samenbeter.privacy.detect_text import plain
from samenbeter.privacy.detecting import marks_in
from samenbeter.shared import marks as m


# what stands where a number was, whoever reads it
CUT = "[bsn]"


def redacted(text, marks, words):
    """Return the text with a word in the place of each mark.

    :param marks: Marks of this text; of those that overlap the first counts.
    :param words: {kind: word}, such as ``marks.PLACEHOLDERS``, translated.
    """
    pieces = []
    at = 0
    for mark in sorted(marks):
        if mark.start >= at:
            pieces += [text[at : mark.start], str(words[mark.kind])]
            at = mark.end
    return "".join([*pieces, text[at:]])


def without_bsn(text):
    """Return (text, how many): the text without the citizen service numbers in it.

    Numbers that only look like one, behind words such as "factuurnummer", stay.
    """
    count = 0
    while found := _certain(text):
        count += len(found)
        text = redacted(text, found, {m.BSN: CUT})
    return text, count


def _certain(text):
    """Return the marks of the BSNs that are not allowed to stay."""
    seen = spoken(plain(text))
    if not bsns(seen):
        return []
    return [mark for mark in marks_in(text) if is_certain(mark)]


def is_certain(mark):
    """Return whether a mark is a BSN that is refused: it passes the test, and nothing says that it is something else."""
    return mark.kind == m.BSN and (mark.confidence == m.HIGH or (mark.confidence == m.MEDIUM and mark.why == m.CHECKED))
