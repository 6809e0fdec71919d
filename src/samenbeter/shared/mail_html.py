"""Plain text as a small HTML document for in a mail: paragraphs, links that can be followed, and nothing else.

Pure. It is readable without styles, and it fetches nothing from anywhere.
"""

from html import escape

import re


# what a person would not count as part of an address is left outside it
_LINK = re.compile(r"https?://[^\s<>\"]*[^\s<>\".,;:!?'()\[\]]")
_EMPTY_LINES = re.compile(r"\n[ \t]*(?:\n[ \t]*)+")
_PAGE = """\
<!DOCTYPE html>
<html lang="{language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>{title}</title>
</head>
<body>
{paragraphs}
</body>
</html>
"""


def document(text, language, title):
    """Return a text as an HTML document.

    :param text: plain text; an empty line begins a new paragraph.
    :param language: of the text, "nl".
    :param title: plain text, the subject of the mail.
    """
    found = [part.strip() for part in _EMPTY_LINES.split(text.replace("\r\n", "\n").replace("\r", "\n"))]
    paragraphs = "\n".join(f"<p>{_lines(part)}</p>" for part in found if part)
    return _PAGE.format(language=escape(language), title=escape(title), paragraphs=paragraphs)


def _lines(text):
    return "<br>\n".join(with_links(line.strip()) for line in text.split("\n"))


def with_links(text):
    """Return a line as HTML, in which web addresses are links. Their text is the address: people see where they go."""
    parts, at = [], 0
    for found in _LINK.finditer(text):
        address = escape(found[0])
        parts += [escape(text[at : found.start()]), f'<a href="{address}">{address}</a>']
        at = found.end()
    return "".join([*parts, escape(text[at:])])
