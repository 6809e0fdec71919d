"""A document of records: JSON lines, or one JSON document. Pure functions, no Plone.

JSON lines have one record on each line; a broken one is told and the rest is read.
One JSON document is a record, a list of records, or an object with one list in it.
"""

from dataclasses import dataclass
from samenbeter import _

import codecs
import json
import re


MAX_ID = 200
NOTHING = _("faq_empty", default="Hier staat niets in.")

_BETWEEN = re.compile(r"[ \t\r\n,:]*")


class Unreadable(ValueError):
    """The document as a whole cannot be read; the message says why."""

    def __init__(self, message):
        super().__init__(message)
        self.message = message


@dataclass(frozen=True)
class Entry:
    """One record as it stands in the document, or what is wrong with it."""

    number: int
    line: int
    value: object = None
    error: object = None

    @property
    def id(self):
        """Return what the record calls itself, as far as that can be read."""
        found = self.value.get("id") if isinstance(self.value, dict) else None
        return found.strip()[:MAX_ID] if isinstance(found, str) else ""


class Document:
    """The records of one document. ``total`` says how many there are.

    :param data: the bytes of the document.
    :raises Unreadable: when it is neither JSON nor JSON lines.
    """

    def __init__(self, data):
        data = data.removeprefix(codecs.BOM_UTF8)
        try:
            self._text = data.decode("utf-8")
            value = json.loads(self._text)
        except (ValueError, RecursionError) as error:
            self._lines = data.split(b"\n")
            if not _is_lines(self._lines):
                raise Unreadable(_what_is_wrong(data, error)) from None
            self._text = ""
            self.total = sum(1 for line in self._lines if line.strip())
        else:
            self._lines = None
            self._start = _start_of_list(self._text, value)
            self.total = sum(1 for _entry in self)

    def __iter__(self):
        """Yield an Entry for each record, broken ones too, in order."""
        if self._lines is None:
            return _entries_of_list(self._text, self._start)
        return _entries_of_lines(self._lines)


def _is_lines(lines):
    """JSON lines, perhaps with broken ones: most lines look like an object, and one is."""
    lines = [line.strip() for line in lines if line.strip()]
    looks = [line for line in lines if line.startswith(b"{") and line.endswith(b"}")]
    if not lines or lines[0].startswith(b"[") or 2 * len(looks) < len(lines):
        return False
    return any(isinstance(_loaded(line), dict) for line in looks)


def _loaded(line):
    try:
        return json.loads(line.decode("utf-8"))
    except (ValueError, RecursionError):
        return None


def _what_is_wrong(data, error):
    if isinstance(error, UnicodeDecodeError):
        line = data.count(b"\n", 0, error.start) + 1
        return _(
            "faq_not_utf8", default="Regel ${line} is geen UTF-8. Bewaar het bestand als UTF-8.", mapping={"line": line}
        )
    if not data.strip():
        return NOTHING
    line = getattr(error, "lineno", 1)
    return _("faq_not_json", default="Dit is geen JSON. Bij regel ${line} gaat het mis.", mapping={"line": line})


def _entries_of_lines(lines):
    number = 0
    for place, line in enumerate(lines, 1):
        if not line.strip():
            continue
        number += 1
        try:
            yield Entry(number, place, json.loads(line.decode("utf-8")))
        except UnicodeDecodeError:
            yield Entry(number, place, error=_("faq_error_utf8", default="Deze regel is geen UTF-8."))
        except (ValueError, RecursionError):
            yield Entry(number, place, error=_("faq_error_json", default="Deze regel is geen goede JSON."))


def _start_of_list(text, value):
    """Return where the first record begins; the text is known to be JSON."""
    if isinstance(value, list):
        return text.index("[") + 1
    if isinstance(value, dict) and ("question" in value or "id" in value):
        return 0
    names = [name for name, one in value.items() if isinstance(one, list)] if isinstance(value, dict) else []
    if len(names) != 1:
        raise Unreadable(_("faq_no_list", default="Wij vinden hier geen lijst met vragen in."))
    decoder, position = json.JSONDecoder(), text.index("{") + 1
    while True:
        name, position = decoder.raw_decode(text, _BETWEEN.match(text, position).end())
        position = _BETWEEN.match(text, position).end()
        if name == names[0]:
            return position + 1
        position = decoder.raw_decode(text, position)[1]


def _entries_of_list(text, position):
    decoder, number, line, counted = json.JSONDecoder(), 0, 1, 0
    one = position == 0
    position = _BETWEEN.match(text, position).end()
    while position < len(text) and text[position] != "]":
        value, end = decoder.raw_decode(text, position)
        number += 1
        line += text.count("\n", counted, position)
        counted = position
        yield Entry(number, line, value)
        position = len(text) if one else _BETWEEN.match(text, end).end()
