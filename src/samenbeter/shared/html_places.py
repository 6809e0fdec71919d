"""What a reader sees of an HTML fragment, and where in the source each letter of it stands: a pure function.

A tokenizer and not a tree: what is cut here leaves all tags as they were.
"""

from dataclasses import dataclass
from html import unescape
from samenbeter.shared.html_text import BLOCKS

import re


# a tag ends before the next one begins: so each letter is looked at once, whatever somebody sends
_TOKEN = re.compile(r"</?([A-Za-z][A-Za-z0-9-]*)[^<>]*>|<!--|-->|&(?:#[0-9]{1,8}|#[xX][0-9a-fA-F]{1,8}|\w{1,32});?")
# where a link or a picture says something to a person
_SPOKEN = re.compile(
    r"""\b(alt|title|href|aria-label|summary)\s*=\s*(?:"(?P<two>[^"]*)"|'(?P<one>[^']*)'|(?P<none>[^\s"'<>]+))""",
    re.IGNORECASE,
)
_ENTITY = re.compile(r"&(?:#[0-9]{1,8}|#[xX][0-9a-fA-F]{1,8}|\w{1,32});?")
_CALLS = re.compile(r"(?:mailto|tel):", re.IGNORECASE)


@dataclass(frozen=True)
class Places:
    """The text, and for each letter of it: the start and end in the source, and whether that is in a tag."""

    source: str
    text: str
    spans: tuple

    def without(self, ranges, words):
        """Return the source with words in the place of each range of the text.

        :param ranges: [(start, end)] in the text.
        :param words: {start: what comes in its place}; in a tag nothing does.
        """
        gone = {}
        for start, end in ranges:
            for place in range(start, end):
                first, last, in_tag = self.spans[place]
                if first < last:
                    gone.setdefault((first, last), "")
                    if place == start and not in_tag:
                        gone[first, last] = words.get(start, "")
        parts, done = [], 0
        for (first, last), word in sorted(gone.items()):
            parts += [self.source[done:first], word]
            done = max(done, last)
        return "".join((*parts, self.source[done:]))


def places(source, is_html=True):
    """Return the Places of a text.

    :param is_html: False for a text without markup: then each letter is where it is.
    """
    if not is_html:
        return Places(source, source, tuple((place, place + 1, False) for place in range(len(source))))
    letters, spans, spoken, done = [], [], [], 0
    for token in _TOKEN.finditer(source):
        _add(letters, spans, source[done : token.start()], done)
        done = token.end()
        if token[0].startswith("&"):
            for letter in unescape(token[0]):
                letters.append(letter)
                spans.append((token.start(), token.end(), False))
        elif token[1]:
            spoken += _SPOKEN.finditer(source, token.start(), token.end())
            if token[1].lower() in BLOCKS:
                _break(letters, spans, token.start())
    _add(letters, spans, source[done:], done)
    for attribute in spoken:
        _speak(letters, spans, source, attribute)
    return Places(source, "".join(letters), tuple(spans))


def _add(letters, spans, text, start):
    # a line break in the source is no more than a space
    letters += text.replace("\n", " ").replace("\r", " ")
    spans += [(start + place, start + place + 1, False) for place in range(len(text))]


def _break(letters, spans, place):
    letters.append("\n")
    spans.append((place, place, False))


def _speak(letters, spans, source, attribute):
    start, end = attribute.span(attribute.lastgroup)
    if attribute[1].lower() == "href":
        called = _CALLS.match(source, start, end)
        if called is None:
            # an address of a page is no words
            return
        start = called.end()
    _break(letters, spans, start)
    for entity in _ENTITY.finditer(source, start, end):
        _add_spoken(letters, spans, source, start, entity.start())
        for letter in unescape(entity[0]):
            letters.append(letter)
            spans.append((entity.start(), entity.end(), True))
        start = entity.end()
    _add_spoken(letters, spans, source, start, end)


def _add_spoken(letters, spans, source, start, end):
    letters += source[start:end]
    spans += [(place, place + 1, True) for place in range(start, end)]
