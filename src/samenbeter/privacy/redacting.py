"""Texts without what was marked in them: pure functions."""

from samenbeter.privacy.detect_numbers import bsns
from samenbeter.privacy.detect_spoken import spoken
from samenbeter.privacy.detect_text import overlaps
from samenbeter.privacy.detect_text import plain
from samenbeter.privacy.detecting import apart
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
    """Return the marks of the BSNs that are not allowed to stay, also when they stand in an address of a page."""
    seen = spoken(plain(text))
    found = [find for find in bsns(seen) if is_certain(find[2:])]
    if not found:
        return []
    others = [mark for mark in marks_in(text) if mark.kind in (m.IBAN, m.PHONE, m.PATIENTNR)]
    own = [m.Mark(*seen.span(start, end), *rest) for start, end, *rest in apart(found, len(seen.text))]
    starts, ends = [mark.start for mark in others], [mark.end for mark in others]
    return [mark for mark in own if not overlaps(starts, ends, mark.start, mark.end)]


def is_certain(find):
    """Return whether a BSN is refused: it passes the test, and nothing says that it is something else.

    :param find: (kind, how sure, why) of a mark.
    """
    kind, sure, why = find
    return kind == m.BSN and (sure == m.HIGH or (sure == m.MEDIUM and why == m.CHECKED))
