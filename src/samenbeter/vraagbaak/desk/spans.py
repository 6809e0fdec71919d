"""Whether something that was marked, or a run of it, still stands in a text. Pure: no Plone.

A name that was taken out must not come back by its first half, and a number not with other spaces.
"""

from samenbeter.shared import marks

import re


# so many digits in a row are somebody's number, whatever stands between them
DIGITS = 5
# kinds of which each word alone says who it is
_NAMES = (marks.NAME, marks.ADDRESS)
_PARTICLES = frozenset("van der den het ter ten von the des aan bij".split())
_WORD = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*")
_BETWEEN_DIGITS = re.compile(r"(?<=\d)[\s.,()/+-]+(?=\d)")
SHORTEST = 3


def still_there(text, span, kind, kept=()):
    """Return whether a marked span, or a run of it that says as much, stands in a text.

    :param text: that people are going to read.
    :param span: what was marked in another text.
    :param kind: one of ``marks.KINDS``.
    :param kept: spans that may stand: they are not looked at.
    """
    for other in sorted(kept, key=len, reverse=True):
        text = _of(other).sub(" ", text)
    if _of(span).search(text):
        return True
    digits = re.sub(r"\D", "", span)
    if len(digits) >= DIGITS and re.search(rf"(?<!\d){digits}(?!\d)", _BETWEEN_DIGITS.sub("", text)):
        return True
    return kind in _NAMES and any(_word(word).search(text) for word in _telling(span))


def _of(span):
    """Return a pattern of a span, however it is spaced and in whatever letters."""
    parts = map(re.escape, span.split())
    return re.compile(r"(?<!\w)" + r"\s+".join(parts) + r"(?!\w)", re.IGNORECASE)


def _telling(span):
    words = [word for word in _WORD.findall(span) if len(word) >= SHORTEST and word.lower() not in _PARTICLES]
    # who writes all in small letters writes names so too
    return [word for word in words if word != word.lower()] or words


def _word(word):
    return re.compile(rf"(?<!\w){re.escape(word)}(?!\w)")
