"""A detector of a few lines, for what is about where it is asked and not about what it knows."""

from samenbeter.interfaces import IPersonalDataDetector
from samenbeter.shared import marks
from samenbeter.shared.marks import Mark
from unicodedata import decimal
from unicodedata import normalize
from zope.interface import implementer

import re


_NUMBER = re.compile(r"(?<![\d])\d(?:[\s.\-\u200b\u200c\u200d\ufeff\u00ad]*\d){8}(?![\d])")
_NAME = re.compile(r"(?:heet|mevrouw|meneer) ([A-Z]\w+)")
_PHONE = re.compile(r"\b06[- ]?\d{8}\b")
_EMAIL = re.compile(r"\b[\w.]+@[\w.]+\b")


def passes(text):
    """Return whether the digits of a text are a citizen service number."""
    digits = [decimal(letter) for letter in normalize("NFKC", text) if letter.isdecimal()]
    total = sum(weight * digit for weight, digit in zip((9, 8, 7, 6, 5, 4, 3, 2, -1), digits, strict=True))
    return total > 0 and total % 11 == 0


@implementer(IPersonalDataDetector)
class StandIn:
    """Knows numbers, and a name after one word."""

    def marks(self, text, known=()):
        """Return the marks."""
        found = [Mark(m.start(), m.end(), marks.BSN, marks.HIGH) for m in _NUMBER.finditer(text) if passes(m[0])]
        found += [Mark(*m.span(1), marks.NAME, marks.HIGH) for m in _NAME.finditer(text)]
        found += [Mark(*m.span(), marks.PHONE, marks.HIGH) for m in _PHONE.finditer(text)]
        found += [Mark(*m.span(), marks.EMAIL, marks.HIGH) for m in _EMAIL.finditer(text)]
        return sorted(found)

    def proposal(self, text, marks):
        """Not asked here."""
        raise NotImplementedError

    def without_numbers(self, text):
        """Cut the numbers."""
        found = [mark for mark in self.marks(text) if mark.kind == marks.BSN]
        for mark in reversed(found):
            text = text[: mark.start] + text[mark.end :]
        return text, len(found)
