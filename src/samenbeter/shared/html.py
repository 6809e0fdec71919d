"""What may not be in rich text that others will read: pure functions, no Plone.

Editors' HTML is shown to everybody, and Plone's own filter lets iframes and
images of other hosts through: the visitor's browser would tell that host.
"""

from html.parser import HTMLParser

import re


FORBIDDEN_TAGS = frozenset(
    "applet audio base button embed form frame frameset iframe input link math meta "
    "noscript object option script select source style svg template textarea track video".split()
)
ADDRESS_ATTRIBUTES = frozenset(
    ("action", "background", "data", "formaction", "href", "ping", "poster", "src", "srcset")
)
_SCHEME = re.compile(r"^\s*([a-z][a-z0-9+.-]*)\s*:", re.IGNORECASE)
_INVISIBLE = re.compile(r"[\x00-\x20\u200b-\u200f\ufeff]")
LINK_SCHEMES = frozenset(("http", "https", "mailto", "tel"))


def problems(text, own_hosts=()):
    """Return the set of problems in an HTML fragment.

    :param text: the HTML as a string.
    :param own_hosts: addresses of this site ("https://wijk.example"); an image
        may only come from there or have a relative address.
    :returns: a subset of {"tag", "event", "address", "image", "style"}.
    """
    reader = _Reader(own_hosts)
    reader.feed(text or "")
    if "<" in reader.rawdata:
        # a tag that is not closed here would swallow the page behind it
        reader.found.add("tag")
    return reader.found


class _Reader(HTMLParser):
    """Looks at each start tag. A tokenizer, not a tree: parsers of trees give up at some depth."""

    def __init__(self, own_hosts):
        super().__init__(convert_charrefs=True)
        self.own_hosts = own_hosts
        self.found = set()

    def handle_starttag(self, tag, attrs):
        """Collect the problems of one tag."""
        self.found |= _tag_problems(tag, [(name, value or "") for name, value in attrs], self.own_hosts)

    def handle_comment(self, data):
        """Read a comment too: browsers end some of them earlier than Python does."""
        self.found |= problems(data, self.own_hosts)

    def unknown_decl(self, data):
        """Read what stands in a CDATA section, for the same reason."""
        self.found |= problems(data, self.own_hosts)


def _tag_problems(tag, attributes, own_hosts):
    found = {"tag"} if tag in FORBIDDEN_TAGS else set()
    for name, value in attributes:
        if name.startswith("on"):
            found.add("event")
        elif name == "style" and _fetches(value):
            found.add("style")
        elif tag == "img" and name in ("src", "srcset"):
            if not is_own(value, own_hosts):
                found.add("image")
        elif name in ADDRESS_ATTRIBUTES and not _is_link(value):
            found.add("address")
    return found


def _fetches(style):
    """A style may colour and align; with a url() or an escape it can call another host."""
    return "url" in style.lower() or "\\" in style or "image-set" in style.lower()


def _is_link(value):
    match = _SCHEME.match(_INVISIBLE.sub("", value))
    return match is None or match.group(1).lower() in LINK_SCHEMES


def is_own(value, own_hosts):
    """Return whether all addresses in a "src" or "srcset" are of this site.

    :param own_hosts: as for ``problems``.
    """
    addresses = [part.split()[0] for part in value.split(",") if part.split()]
    # in a "src" a browser leaves out tabs and line ends, also in the middle of the protocol
    return all(_is_own_address(address, own_hosts) for address in (*addresses, value))


def _is_own_address(address, own_hosts):
    address = _INVISIBLE.sub("", address).replace("\\", "/")
    if address.startswith("//") or _SCHEME.match(address):
        return any(address == host or address.startswith(host.rstrip("/") + "/") for host in own_hosts)
    return True
