"""What is written in a template, and whether somebody can translate it."""

from bs4 import BeautifulSoup
from bs4 import Comment
from bs4 import Doctype
from bs4 import NavigableString

import re


READ_ALOUD = ("title", "alt", "aria-label", "aria-description", "placeholder", "label", "summary")
# a page expression: what it says comes from elsewhere
EXPRESSION = re.compile(r"\$\{[^}]*\}")
LETTERS = re.compile(r"[^\W\d_]")
# XML that a parser of HTML takes for text
PROCESSING = re.compile(r"^\?")


def soup_of(path):
    """Return a template as a tree; a parser of HTML leaves names with a colon as they are."""
    return BeautifulSoup(path.read_text("utf-8"), "html.parser")


def says(text):
    """True when there are letters in a text beside its expressions."""
    return bool(LETTERS.search(EXPRESSION.sub("", text)))


def statement(element, name):
    """Return a TAL statement of an element; in <tal:x> and <metal:x> it needs no prefix."""
    return element.get(f"tal:{name}") or (element.get(name) if element.name.startswith(("tal:", "metal:")) else None)


def translated(element):
    """True when the text in an element is replaced or goes to the translators."""
    while element is not None and element.name != "[document]":
        if element.get("i18n:translate") is not None or element.name in ("script", "style", "tal:comment"):
            return True
        if statement(element, "content") or statement(element, "replace"):
            return True
        if element.get("i18n:name"):
            # what has a name in a sentence is no part of it
            return False
        element = element.parent
    return False


def literal_texts(path):
    """Yield the texts and attributes of a template that nobody can translate."""
    soup = soup_of(path)
    for text in soup.find_all(string=True):
        if isinstance(text, (Comment, Doctype)) or not isinstance(text, NavigableString) or not says(text):
            continue
        if not PROCESSING.match(text) and not translated(text.parent):
            yield text.strip()
    for element in soup.find_all(True):
        marked = {part.split()[0] for part in element.get("i18n:attributes", "").split(";") if part.split()}
        written = {part.split()[0] for part in element.get("tal:attributes", "").split(";") if part.split()}
        for name in READ_ALOUD:
            value = element.get(name)
            prefixed = element.name.startswith(("tal:", "metal:"))
            if value and says(value) and name not in marked | written and not prefixed:
                yield f"{name}={value}"


def ids(path):
    """Yield the ids that a template asks to translate."""
    for element in soup_of(path).find_all(True):
        if element.get("i18n:translate"):
            yield element["i18n:translate"]
        for part in element.get("i18n:attributes", "").split(";"):
            if len(part.split()) == 2:
                yield part.split()[1]
            elif part.split():
                yield f"{element.get(part.split()[0])} ({part.split()[0]} has no id)"


def names(path):
    """Yield (id, names) of each message with parts that are filled in."""
    for element in soup_of(path).find_all(attrs={"i18n:translate": True}):
        yield (
            element["i18n:translate"],
            {e["i18n:name"] for e in element.find_all(attrs={"i18n:name": True}) if owner(e) is element},
        )


def owner(element):
    """Return the nearest element above that is translated."""
    return next((parent for parent in element.parents if parent.get("i18n:translate") is not None), None)
