"""Plain text that becomes a contribution, and back: paragraphs, and lists of lines that begin with "- ". Pure."""

from html import escape
from samenbeter.shared.html_text import text_of

import re


_BREAK = re.compile(r"\n\s*\n")
_ITEM = re.compile(r"^\s*[-*•]\s+")
_LI = re.compile(r"<li\b[^>]*>\s*(?:<p>)?", re.IGNORECASE)


def to_html(text):
    """Return plain text as HTML: nothing in it is markup.

    >>> to_html("Sta op.\\n\\n- Drink thee.\\n- Loop wat.")
    '<p>Sta op.</p><ul><li>Drink thee.</li><li>Loop wat.</li></ul>'
    """
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    return "".join(_block(block) for block in _BREAK.split(text) if block.strip())


def _block(block):
    parts, items, lines = [], [], []

    def flush():
        if lines:
            parts.append(f"<p>{'<br>'.join(lines)}</p>")
            lines.clear()
        if items:
            parts.append(f"<ul>{''.join(f'<li>{item}</li>' for item in items)}</ul>")
            items.clear()

    for line in filter(str.strip, block.split("\n")):
        is_item = _ITEM.match(line)
        if (is_item and lines) or (not is_item and items):
            flush()
        (items if is_item else lines).append(escape(_ITEM.sub("", line).strip(), quote=False))
    flush()
    return "".join(parts)


def from_html(html):
    """Return HTML as plain text that ``to_html`` understands; what it cannot say, such as a link, becomes words.

    >>> from_html("<p>Sta op.</p><ul><li>Drink thee.</li><li>Loop wat.</li></ul>")
    'Sta op.\\n\\n- Drink thee.\\n- Loop wat.'
    """
    lines = text_of(_LI.sub("<li>- ", html or "")).split("\n")
    found = []
    for line in filter(str.strip, lines):
        both_items = found and line.startswith("- ") and found[-1].startswith("- ")
        found.append(f"{'' if not found else chr(10) if both_items else chr(10) * 2}{line.strip()}")
        if found[-1].lstrip().startswith("- "):
            found[-1] = found[-1]
    return "".join(found)
