"""A text made plain for the detector, with the way back to the text as it was given.

Look-alike letters, full-width and other digits, accents set apart and characters without a width are
taken care of here, so that the rules see what a person sees. Nothing is kept.
"""

from bisect import bisect_left
from samenbeter.privacy import detect_starts

import re
import unicodedata


# what needs a closer look; the rest of a Dutch text stays as it is
_ODD = re.compile(r"[^\n -~\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u012f\u0131-\u0148\u014a-\u017e]+")
# letters of other alphabets that look like ours (Unicode confusables, UTS 39: those of whole letters)
_ALIKE = dict(
    zip(
        "АВЕКМНОРСТУХІЈЅаеорсухіјѕԁһԛԝΑΒΕΖΗΙΚΜΝΟΡΤΥΧοαιυνκρ",
        "ABEKMHOPCTYXIJSaeopcyxijsdhqwABEZHIKMNOPTYXoaiuvkp",
        strict=True,
    )
)
_ALSO = {
    **_ALIKE,
    **dict.fromkeys("\t\x0b\x0c\u00a0\u2800", " "),
    **dict.fromkeys("\r\x85\u2028\u2029", "\n"),
    **dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2015\u2212\u02d7\u30fc", "-"),
    **dict.fromkeys("\u2018\u2019\u201b\u02bc\u0060\u00b4\u2032", "'"),
    **dict.fromkeys("\u00b7\u2024\u3002\u2219\u30fb", "."),
    **dict.fromkeys("\u2044\u2215", "/"),
    "\u0130": "I",
    "\u0149": "n",
    "\u017f": "s",
    # shown as a break only at the end of a line
    "\u00ad": "",
}
_EMPTY = frozenset(("Cf", "Mn", "Me", "Cc", "Cs"))
_FILLERS = "\u115f\u1160\u3164\uffa0\u17b4\u17b5"


def _plain_letters():
    """Return {code: plain letter} for lower-case Latin letters with an accent."""
    table = {ord(one): two for one, two in zip("øłđıħßæœðþŋ", "oldihsaodtn", strict=True)}
    for code in range(0xC0, 0x180):
        base = unicodedata.normalize("NFD", chr(code))[0]
        if base.isascii() and base.islower():
            table[code] = base
    return table


_FOLD = _plain_letters()


_TABLE = {}


def _starts():
    if not _TABLE:
        _TABLE.update(detect_starts.table())
    return _TABLE


class Plain:
    """A plain text: ``text`` in its own case, ``low`` in lower case without accents, of the same length."""

    __slots__ = ("_places", "ends", "low", "starts", "text")

    def __init__(self, text, starts=None, ends=None):
        low = text.lower()
        if len(low) != len(text):
            low = "".join(char.lower()[0] for char in text)
        self.text = text
        self.low = low if low.isascii() else low.translate(_FOLD)
        self.starts = starts
        self.ends = ends
        self._places = None

    def tried(self, rule, expression):
        """Yield the matches of an expression where a word stands with which the rule may begin, see detect_starts."""
        if self._places is None:
            self._places = detect_starts.places(self.low, _starts())
        return detect_starts.tried(expression, self.low, self._places.get(rule, ()))

    def span(self, start, end):
        """Return (start, end) in the text as it was given, of a piece of this one that is not empty."""
        if self.starts is None:
            return start, end
        return self.starts[start], self.ends[end - 1]

    def is_longer(self, start, end):
        """Return whether a piece was written with more characters, as a sign in words is."""
        first, last = self.span(start, end)
        return last - first > end - start

    def replaced(self, pieces):
        """Return another Plain, with (start, end, text) put in the place of pieces of this one, in order."""
        if not pieces:
            return self
        build = _Build(self)
        for start, end, new in pieces:
            build.keep(start)
            build.put(start, end, new)
        build.keep(len(self.text))
        return build.plain()


class _Build:
    """A new text with, for each of its characters, where it comes from."""

    def __init__(self, source):
        self.source = source
        self.at = 0
        self.texts, self.starts, self.ends = [], [], []

    def keep(self, upto):
        """Take over the characters up to there."""
        source = self.source
        if upto <= self.at:
            return
        self.texts.append(source.text[self.at : upto])
        if source.starts is None:
            self.starts.extend(range(self.at, upto))
            self.ends.extend(range(self.at + 1, upto + 1))
        else:
            self.starts.extend(source.starts[self.at : upto])
            self.ends.extend(source.ends[self.at : upto])
        self.at = upto

    def put(self, start, end, new):
        """Put ``new`` in the place of a piece."""
        self.at = max(self.at, end)
        if new:
            first, last = self.source.span(start, end)
            self.texts.append(new)
            self.starts.extend([first] * len(new))
            self.ends.extend([last] * len(new))

    def plain(self):
        """Return the new text."""
        return Plain("".join(self.texts), self.starts, self.ends)


def plain(text):
    """Return a text as Plain; nothing is raised for any str."""
    source = Plain(text)
    pieces = []
    for odd in _ODD.finditer(text):
        start, run = odd.start(), odd.group()
        if len(run) > 1 and len(set(run)) == 1:
            # a flood of one character: it says the same once
            pieces += _flood(text, start, run)
        else:
            pieces += _each(text, start, run)
    return _digits_alike(source.replaced(pieces))


def _flood(text, start, run):
    new = _one(run[0])
    if not new:
        return [(start, start + len(run), "")]
    return [(start + i, start + i + 1, new) for i in range(len(run))]


def _each(text, start, run):
    pieces = []
    for i, char in enumerate(run, start):
        if pieces and unicodedata.combining(char):
            _join(pieces, char, i)
        elif i and i == start and unicodedata.combining(char):
            pieces.append((i - 1, i + 1, unicodedata.normalize("NFC", text[i - 1] + char)[0]))
        else:
            pieces.append((i, i + 1, _one(char)))
    return pieces


def _join(pieces, char, i):
    """Put an accent on the letter before it, when there is such a letter."""
    first, _end, before = pieces[-1]
    new = unicodedata.normalize("NFC", before[-1:] + char)
    pieces[-1] = (first, i + 1, before[:-1] + new[0] if before else "")


def _one(char):
    """Return what one character is plainly; "" when it cannot be seen."""
    if char in _ALSO:
        return _ALSO[char]
    category = unicodedata.category(char)
    if category in _EMPTY or char in _FILLERS:
        return ""
    if category == "Nd":
        return str(unicodedata.decimal(char))
    if category == "Zs":
        return " "
    if category == "Pd":
        return "-"
    new = unicodedata.normalize("NFKC", char)
    return "".join(_ALSO.get(one, one) for one in new) if new != char else char


# a word of digits in which a letter stands for a digit: O6-1234S678 is left, O6-12345678 is not
_MIXED = re.compile(r"[0-9oil|](?<![a-z0-9].)(?:(?<![0-9])[0-9oil|]{0,8}[0-9]|[0-9]{0,15}[oil|])[0-9oil|]*(?![a-z])")
_POSTCODE = re.compile(r"[1-9][0-9]{3}[oil]{2}")
_STANDS_FOR = str.maketrans("oil|", "0111")


def _digits_alike(source):
    pieces = []
    for found in _MIXED.finditer(source.low):
        word = found.group()
        digits = sum(map(word.count, "0123456789"))
        if _POSTCODE.fullmatch(word):
            continue
        if (digits > len(word) - digits and (digits > 3 or word[0] == "o")) or word == "o6":
            pieces.append((*found.span(), word.translate(_STANDS_FOR)))
    return source.replaced(pieces)


def before(low, start, reach):
    """Return what stands before a place, at most so many characters, from the last end of a line."""
    piece = low[max(0, start - reach) : start]
    return piece[piece.rfind("\n") + 1 :]


def overlaps(starts, ends, start, end):
    """Return whether a piece touches one of the pieces, which are in order and apart."""
    at = bisect_left(ends, start + 1)
    return at < len(starts) and starts[at] < end
