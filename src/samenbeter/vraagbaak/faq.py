"""One question of the national format, ready for our page: pure functions, no Plone.

``read`` looks at each field and makes its HTML fit. What is not right is told as a
problem with the line that it stands on; nothing is guessed.
"""

from dataclasses import dataclass
from datetime import date
from datetime import datetime
from datetime import timezone
from samenbeter import _
from samenbeter.shared.html import problems
from samenbeter.vraagbaak.cleaning import clean
from samenbeter.vraagbaak.cleaning import first_part
from samenbeter.vraagbaak.cleaning import plain
from samenbeter.vraagbaak.cleaning import titled
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo

import re


MAX_QUESTION = 4000
MAX_LINE = 200
MAX_ADDRESS = 500
MAX_HTML = 100_000
# on the page: the short answer stands below an h2, the contribution below an h3
SUMMARY_LEVEL = 3
SECTION_LEVEL = 4
HERE = ZoneInfo("Europe/Amsterdam")

_FRACTION = re.compile(r"\.\d+")


class Wrong(ValueError):
    """One record is not right; the message says why."""

    def __init__(self, message):
        super().__init__(message)
        self.message = message


@dataclass(frozen=True)
class Problem:
    """A record that cannot go in: where it stands, and why."""

    number: int
    line: int
    reason: object
    id: str = ""


@dataclass(frozen=True)
class Record:
    """A question with its answer, ready for the page."""

    number: int
    line: int
    id: str
    question: str
    summary: str
    contribution: str = ""
    url: str = ""
    source: str = ""
    licence: str = ""
    changed: date | None = None
    moment: datetime | None = None
    subjects: tuple = ()


def read(entry):
    """Return the Record of an entry, or the Problem with it."""
    try:
        if entry.error:
            raise Wrong(entry.error)
        return _record(entry)
    except Wrong as wrong:
        return Problem(entry.number, entry.line, wrong.message, entry.id)


def _record(entry):
    data = entry.value
    if not isinstance(data, dict):
        raise Wrong(_("faq_error_object", default="Dit is geen vraag met velden."))
    url = _address(data, "canonical")
    question = _line(data, "question", MAX_QUESTION, required=True)
    contribution = _html("content", "\n".join(_sections(data, url)))
    summary = _html("introduction", clean(_text(data, "introduction"), url, SUMMARY_LEVEL)) or first_part(contribution)
    if not summary:
        raise Wrong(_("faq_error_no_answer", default="Er is geen antwoord: introduction en content zijn leeg."))
    moment = _moment(data, "lastmodified")
    return Record(
        number=entry.number,
        line=entry.line,
        id=_line(data, "id", MAX_LINE, required=True),
        question=question,
        summary=summary,
        contribution=contribution,
        url=url,
        source=_source(data, url),
        licence=_line(data, "license", MAX_LINE),
        changed=moment.astimezone(HERE).date() if moment else None,
        moment=moment,
        subjects=tuple(dict.fromkeys((*_lines(data, "themes"), *_lines(data, "subjects")))),
    )


def _text(data, name):
    value = data.get(name)
    if value is None:
        return ""
    if not isinstance(value, str):
        raise Wrong(_("faq_error_type", default="Het veld ${field} is geen tekst.", mapping={"field": name}))
    return value


def _line(data, name, longest, required=False):
    value = plain(_text(data, name))
    if required and not value:
        raise Wrong(_("faq_error_missing", default="Het veld ${field} is leeg.", mapping={"field": name}))
    if len(value) > longest:
        raise _too_long(name, longest)
    return value


def _too_long(name, longest):
    mapping = {"field": name, "count": longest}
    return Wrong(_("faq_error_long", default="Het veld ${field} is te lang: hooguit ${count} tekens.", mapping=mapping))


def _list(data, name):
    value = data.get(name)
    if value is None:
        return []
    if not isinstance(value, list):
        raise Wrong(_("faq_error_list", default="Het veld ${field} is geen lijst.", mapping={"field": name}))
    return value


def _lines(data, name):
    values = _list(data, name)
    if not all(isinstance(value, str) for value in values):
        raise Wrong(_("faq_error_type", default="Het veld ${field} is geen tekst.", mapping={"field": name}))
    return [line for line in map(plain, values) if line]


def _sections(data, url):
    for section in _list(data, "content"):
        if not isinstance(section, dict):
            raise Wrong(_("faq_error_section", default="In content staat iets dat geen alinea is."))
        title = plain(_text(section, "paragraphtitle"))
        yield titled(title, clean(_text(section, "paragraph"), url, SECTION_LEVEL + bool(title)), SECTION_LEVEL)


def _html(name, html):
    if len(html) > MAX_HTML:
        raise _too_long(name, MAX_HTML)
    if problems(html):
        raise Wrong(
            _("faq_error_html", default="In het veld ${field} staat code die niet mag.", mapping={"field": name})
        )
    return html


def _address(data, name):
    value = _line(data, name, MAX_ADDRESS)
    try:
        parts = urlsplit(value)
        fine = parts.scheme in ("http", "https") and "." in (parts.hostname or "") and " " not in value
    except ValueError:
        fine = False
    if value and not fine:
        raise Wrong(_("faq_error_address", default="Het veld ${field} is geen webadres.", mapping={"field": name}))
    return value


def _moment(data, name):
    value = _line(data, name, MAX_LINE)
    if not value:
        return None
    try:
        moment = datetime.fromisoformat(_FRACTION.sub("", value).replace("Z", "+00:00"))
        moment = moment if moment.tzinfo else moment.replace(tzinfo=HERE)
        return moment.astimezone(timezone.utc)
    except (ValueError, OverflowError):
        raise Wrong(_("faq_error_date", default="Het veld ${field} is geen datum.", mapping={"field": name})) from None


def _source(data, url):
    """Return who wrote it, as much as fits."""
    names = _lines(data, "authorities") or _lines(data, "rightsholders") or [urlsplit(url).hostname or ""]
    while len(names) > 1 and len(", ".join(names)) > MAX_LINE:
        names.pop()
    return ", ".join(names)[:MAX_LINE]
