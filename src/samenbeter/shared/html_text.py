"""The words of an HTML fragment: a pure function, for machines that read no markup."""

from html.parser import HTMLParser

import re


BLOCKS = frozenset("address blockquote br dd div dl dt h1 h2 h3 h4 h5 h6 hr li ol p pre table td th tr ul".split())
_SILENT = frozenset(("script", "style", "template"))
_SPACE = re.compile(r"[^\S\n]+")
_LINES = re.compile(r"\s*\n\s*")
_SENTENCE = re.compile(r"([.!?])(?=\s)")


def beginning(text, most):
    """Return the beginning of a text of one line: whole sentences when one fits, else whole words and an ellipsis.

    >>> beginning("Sta op. Drink een kop thee. Ga weer liggen.", 30)
    'Sta op. Drink een kop thee.'
    >>> beginning("Sta rustig op en drink een kop thee.", 20)
    'Sta rustig op en…'
    """
    if len(text) <= most:
        return text
    ends = [match.end(1) for match in _SENTENCE.finditer(text) if match.end(1) <= most]
    if ends:
        return text[: ends[-1]]
    return (
        text[: most - 1].rpartition(" ")[0].rstrip(" ,;:-") + "…" if " " in text[: most - 1] else text[: most - 1] + "…"
    )


class _Reader(HTMLParser):
    def __init__(self):
        super().__init__(convert_charrefs=True)
        self.found = []
        self.silent = 0

    def handle_starttag(self, tag, attrs):
        if tag in _SILENT:
            self.silent += 1
        elif tag in BLOCKS:
            self.found.append("\n")

    def handle_endtag(self, tag):
        if tag in _SILENT:
            self.silent = max(0, self.silent - 1)
        elif tag in BLOCKS:
            self.found.append("\n")

    def handle_data(self, data):
        if not self.silent:
            # a line break in the source is no more than a space
            self.found.append(data.replace("\n", " "))


def text_of(html):
    """Return the text of an HTML fragment, each block on its own line."""
    reader = _Reader()
    reader.feed(html or "")
    reader.close()
    return _LINES.sub("\n", _SPACE.sub(" ", "".join(reader.found))).strip()
