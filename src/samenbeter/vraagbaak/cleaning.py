"""HTML of others made fit for our pages: pure functions, no Plone.

What comes in is HTML as some other site writes it. What leaves is a short list
of elements, headings at the level of the page, and links that work from here.
"""

from hashlib import sha256
from html import escape
from html.parser import HTMLParser
from lxml import etree
from lxml import html as lxml_html
from lxml_html_clean import Cleaner
from urllib.parse import urljoin
from urllib.parse import urlsplit

import re


HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
DEEPEST = 6
TABLE = ("table", "caption", "thead", "tbody", "tr", "th", "td")
# a span only says in which language its words are
INLINE = ("a", "strong", "em", "sup", "br", "span")
ALLOWED = frozenset(("p", "ul", "ol", "li", *HEADINGS, *TABLE, *INLINE))
ATTRIBUTES = frozenset(("href", "colspan", "rowspan", "scope", "lang"))
# what stands in these is no text of the page
SILENT = ("script", "style", "noscript", "template", "title", "svg", "math", "iframe", "object", "select", "textarea")
RENAMED = {"b": "strong", "i": "em"}
# boxes around text, which becomes a paragraph
BOXES = frozenset(
    "address article aside blockquote center dd details div dl dt fieldset figcaption figure footer "
    "form header main nav pre section summary".split()
)
BLOCKS = BOXES | {"p", "ul", "ol", "li", *HEADINGS, *TABLE}
# without words these are nothing
HOLLOW = ("p", "ul", "ol", "li", "a", "strong", "em", "sup", "span", "table", "caption", *HEADINGS)
LINKS = frozenset(("http", "https", "mailto", "tel"))

_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
_INVISIBLE = re.compile("[\x00-\x20\u200b-\u200f\ufeff]")
_CLEANER = Cleaner(
    allow_tags=ALLOWED | {"div"},
    remove_unknown_tags=False,
    kill_tags=SILENT,
    safe_attrs_only=True,
    safe_attrs=ATTRIBUTES,
    style=True,
    forms=True,
    meta=True,
)


def clean(text, base="", level=4):
    """Return HTML that is safe and fits a page.

    :param text: an HTML fragment of another site.
    :param base: the address that it comes from; relative links start there.
    :param level: the highest level that a heading in it may have, from 1 to 6.
    """
    tree = _parsed(text)
    for element in list(tree.iter(etree.Element)):
        _prepare(element)
    _CLEANER(tree)
    for link in list(tree.iter("a")):
        _set_link(link, base)
    for span in list(tree.iter("span")):
        if not span.get("lang"):
            span.drop_tag()
    _drop_hollow(tree)
    _set_levels(tree, level)
    _wrap_loose_text(tree)
    _set_apart(tree)
    return "\n".join(lxml_html.tostring(child, encoding="unicode").strip() for child in tree)


def titled(title, html, level):
    """Return HTML below a heading of its own; without a title only the HTML."""
    return f"<h{level}>{escape(title, quote=False)}</h{level}>\n{html}" if title else html


def first_part(html):
    """Return the first paragraph, list or table of clean HTML; headings are passed over."""
    for child in _parsed(html)[0] if html else ():
        if child.tag not in HEADINGS:
            child.tail = None
            return lxml_html.tostring(child, encoding="unicode")
    return ""


def plain(text):
    """Return a line of text without characters that nobody can see or store."""
    return " ".join(_CONTROL.sub("", text).split())


def fingerprint(html):
    """Return a digest of what a fragment says, whatever way an editor's browser writes its HTML."""
    reader = _Fingerprint()
    reader.feed(html)
    reader.close()
    return sha256(" ".join(reader.found).encode("utf-8", "replace")).hexdigest()[:20] if reader.found else ""


class _Fingerprint(HTMLParser):
    """Collects elements, addresses and words; not white space, nor elements that browsers add."""

    def __init__(self):
        super().__init__(convert_charrefs=True)
        self.found = []

    def handle_starttag(self, tag, attrs):
        """Keep an element with its address."""
        if tag in ALLOWED and tag not in ("tbody", "thead", "span"):
            self.found.append(f"<{tag} {dict(attrs).get('href') or ''}>")

    def handle_data(self, data):
        """Keep the words."""
        self.found += data.split()


def _parsed(text):
    """Return an element that holds a div with the fragment; a div that is closed too often ends it early."""
    # the parser ends at some characters, and without room for depth it loses what lies deep
    parser = lxml_html.HTMLParser(encoding="utf-8", huge_tree=True, remove_comments=True, remove_pis=True)
    data = f"<html><body><div>{_CONTROL.sub('', text)}</div></body></html>".encode()
    body = lxml_html.document_fromstring(data, parser=parser).find("body")
    tree = lxml_html.Element("div")
    _move_children(body, tree)
    return tree


def _move_children(source, target):
    target.text = source.text
    for child in list(source):
        target.append(child)


def _prepare(element):
    """Give an element the name that we know it by, before the cleaner throws the rest away."""
    if element.tag in RENAMED:
        element.tag = RENAMED[element.tag]
    if element.tag == "img" and any(parent.tag == "a" for parent in element.iterancestors()):
        # the name of a link may be in its picture
        element.tail = f" {element.get('alt') or ''} {element.tail or ''}"
    if element.tag in BOXES and element.getparent() is not None:
        if any(child.tag in BLOCKS for child in element.iterdescendants(etree.Element)) or not _may_be_paragraph(
            element
        ):
            _open(element)
        else:
            element.tag = "p"


def _may_be_paragraph(element):
    return all(parent.tag not in ("p", "a", "caption", *HEADINGS) for parent in element.iterancestors())


def _open(element):
    """Take a box away but keep its words apart from those around it."""
    element.text = f" {element.text or ''}"
    element.tail = f" {element.tail or ''}"
    if len(element):
        element[-1].tail = f"{element[-1].tail or ''} "
    else:
        element.text += " "
    element.drop_tag()


def _set_link(link, base):
    address = _address(link.get("href"), base)
    if address:
        link.set("href", address)
    else:
        link.drop_tag()


def _address(href, base):
    """Return an address that works from anywhere, or nothing for one that may not be a link."""
    try:
        address = urljoin(base, _INVISIBLE.sub("", href or ""))
        parts = urlsplit(address)
        if parts.scheme not in LINKS or (parts.scheme in ("http", "https") and not parts.hostname):
            return ""
    except ValueError:
        return ""
    return address if href else ""


def _set_levels(tree, level):
    """Move headings to the level of the page; their order stays, and none is skipped."""
    above = []
    for heading in tree.iter(*HEADINGS):
        own = int(heading.tag[1])
        while above and above[-1] >= own:
            above.pop()
        heading.tag = f"h{min(level + len(above), DEEPEST)}"
        above.append(own)


def _wrap_loose_text(tree):
    """Put words that stand in no block at all into paragraphs."""
    loose = lxml_html.Element("p")
    loose.text, tree.text = tree.text, None
    place = 0
    for child in list(tree):
        if child.tag in BLOCKS or any(inner.tag in BLOCKS for inner in child.iterdescendants(etree.Element)):
            tail, child.tail = child.tail, None
            if _has_words(loose):
                tree.insert(place, loose)
            loose = lxml_html.Element("p")
            loose.text = tail
            place = tree.index(child) + 1
        else:
            loose.append(child)
    if _has_words(loose):
        tree.insert(place, loose)


def _has_words(element):
    return bool("".join(element.itertext()).strip())


def _drop_hollow(tree):
    for element in reversed(list(tree.iter(*HOLLOW))):
        if not _has_words(element):
            # a space keeps the words on both sides apart
            element.tail = f" {element.tail}" if element.tail else element.tail
            element.drop_tree()


def _set_apart(tree):
    """Put white space between blocks: who reads only the words must not find two of them glued together."""
    for element in tree.iterdescendants(*BLOCKS, "br"):
        element.tail = f"\n{(element.tail or '').lstrip()}"
        before = element.getprevious()
        if before is not None:
            before.tail = f"{before.tail or ''}\n" if not (before.tail or "").endswith("\n") else before.tail
        elif (element.getparent().text or "").strip():
            element.getparent().text += "\n"
