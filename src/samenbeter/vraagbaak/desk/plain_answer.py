"""An answer as an editor types it, and as it is kept: plain text with lists, and safe HTML. Pure functions.

Each line is a paragraph; lines that begin with "- " are a list, with "1. " a numbered one. "**words**" is strong,
"*words*" is stressed, "[words](https://…)" is a link. What this cannot say, it does not touch.
"""

from html import escape
from html.parser import HTMLParser
from samenbeter.shared.html_text import text_of
from samenbeter.shared.plain import read

import re


_BULLET = re.compile(r"^[-•]\s+(?=\S)")
_NUMBER = re.compile(r"^\d{1,2}\.\s+(?=\S)")
_INLINE = re.compile(
    r"\[(?P<link>[^\[\]\n]+)\]\((?P<to>(?:https?://|mailto:|tel:)[^\s()<>\"]+)\)"
    r"|\*\*(?P<strong>(?! )[^*\n]+(?<! ))\*\*"
    r"|\*(?P<em>(?! )[^*\n]+(?<! ))\*"
)
_KNOWN = frozenset(("p", "ul", "ol", "li", "strong", "em", "a"))
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff]")
# how much is still easy to read
MOST_WORDS, LONG_SENTENCE, LONGEST_SENTENCE, EASY = 120, 15, 20, 60


def to_html(text):
    """Return plain text as HTML that is safe to show.

    >>> to_html("Sta op.\\n- Drink thee.\\n- Loop wat.")
    '<p>Sta op.</p><ul><li>Drink thee.</li><li>Loop wat.</li></ul>'
    """
    found, kind = [], None
    for line in _CONTROL.sub("", text or "").splitlines():
        words = " ".join(line.split())
        if not words:
            continue
        mark = "ul" if _BULLET.match(words) else "ol" if _NUMBER.match(words) else None
        if kind and kind != mark:
            found.append(f"</{kind}>")
        if mark and kind != mark:
            found.append(f"<{mark}>")
        kind = mark
        if mark:
            found.append(f"<li>{_inline((_BULLET if mark == 'ul' else _NUMBER).sub('', words))}</li>")
        else:
            found.append(f"<p>{_inline(words)}</p>")
    return "".join([*found, f"</{kind}>" if kind else ""])


def _inline(words):
    found, at = [], 0
    for match in _INLINE.finditer(words):
        found.append(escape(words[at : match.start()], quote=False))
        name = match.lastgroup if match["to"] is None else "link"
        inner = escape(match[name], quote=False)
        found.append(f'<a href="{escape(match["to"])}">{inner}</a>' if name == "link" else f"<{name}>{inner}</{name}>")
        at = match.end()
    return "".join([*found, escape(words[at:], quote=False)])


def to_text(html):
    """Return HTML as plain text from which ``to_html`` makes the same again; None when there is no such text.

    >>> to_text("<p>Sta op.</p><ul><li>Drink thee.</li></ul>")
    'Sta op.\\n\\n- Drink thee.'
    >>> to_text("<h3>Sta op</h3>")
    """
    reader = _Reader()
    reader.feed(html or "")
    reader.close()
    text = reader.text
    return text if text is not None and _meaning(to_html(text)) == _meaning(html or "") else None


class _Reader(HTMLParser):
    """Writes plain text of HTML; ``strange`` when there is something in it that it has no sign for."""

    def __init__(self):
        super().__init__(convert_charrefs=True)
        self.strange = False
        self.lines, self.lists, self.href = [], [], ""
        self.line, self.number = None, 0

    @property
    def text(self):
        """Return the text, or None."""
        if self.strange or self.line is not None or self.lists:
            return None
        found, before = [], None
        for kind, line in self.lines:
            found.append("\n" if kind and kind == before else "\n\n" if found else "")
            found.append(line)
            before = kind
        return "".join(found)

    def handle_starttag(self, tag, attrs):
        """Begin a line, or write the sign of an element."""
        named = {name: value or "" for name, value in attrs if not name.startswith("data-")}
        self.strange |= tag not in _KNOWN or bool(set(named) - ({"href"} if tag == "a" else set()))
        if tag in ("ul", "ol"):
            self.number += 1
            self.lists.append([tag, 0, self.number])
        elif tag in ("p", "li"):
            self._begin(tag)
        elif self.line is not None:
            self.href = named.get("href", self.href)
            self.line.append({"strong": "**", "em": "*", "a": "["}.get(tag, ""))

    def _begin(self, tag):
        if self.line is not None or (tag == "li") != bool(self.lists):
            self.strange = True
        elif tag == "li":
            self.lists[-1][1] += 1
            self.line = ["- " if self.lists[-1][0] == "ul" else f"{self.lists[-1][1]}. "]
        else:
            self.line = []

    def handle_endtag(self, tag):
        """End a line or a list, or write the sign of an element."""
        if tag in ("p", "li") and self.line is not None:
            kind = self.lists[-1][2] if self.lists else None
            self.lines.append((kind, " ".join("".join(self.line).split())))
            self.line = None
        elif tag in ("ul", "ol") and self.lists:
            self.lists.pop()
        elif self.line is not None:
            self.line.append({"strong": "**", "em": "*", "a": f"]({self.href})"}.get(tag, ""))

    def handle_comment(self, data):
        """Leave alone what has one."""
        self.strange = True

    def handle_data(self, data):
        """Write words."""
        if self.line is not None:
            self.line.append(data)
        elif data.strip():
            self.strange = True


class _Meaning(HTMLParser):
    """Collects elements, addresses and words, whatever way the HTML is written."""

    def __init__(self):
        super().__init__(convert_charrefs=True)
        self.found = []

    def handle_starttag(self, tag, attrs):
        """Keep an element with what it says."""
        kept = sorted((name, value or "") for name, value in attrs if not name.startswith("data-"))
        self.found += [f"<{tag} {kept}>"]

    def handle_endtag(self, tag):
        """Keep its end."""
        self.found += [f"</{tag}>"]

    def handle_data(self, data):
        """Keep the words."""
        self.found += data.split()


def _meaning(html):
    reader = _Meaning()
    reader.feed(html)
    reader.close()
    return reader.found


def reading(text):
    """Return how a plain text reads, a Reading of ``shared.plain``; signs do not count."""
    return read([text_of(to_html(text))])
