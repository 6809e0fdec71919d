"""Takes out of HTML what makes a visitor's browser ask another host for something: pure functions.

Links stay: who follows one chooses to. What is left is not made safe in another way; that is
for Plone's own filter.
"""

from html import escape
from html.parser import HTMLParser
from samenbeter.shared.html import is_own

import re


# they are nothing but something from elsewhere
FRAMES = frozenset("applet embed frame frameset iframe object".split())
# they have no end and nothing inside
VOID = frozenset("embed frame img input link source track".split())
FETCHED = frozenset("background data dynsrc longdesc lowsrc ping poster src srcset".split())
_DATA = re.compile(r"^\s*data:image/(?:png|jpeg|gif|webp);", re.IGNORECASE)
_STYLE = re.compile(r"url|image|import|src|\\", re.IGNORECASE)


def without_foreign(text, own_hosts=()):
    """Return HTML without frames, and without pictures and the like of other hosts; a picture leaves its words.

    :param own_hosts: addresses of this site, such as "https://wijk.example".
    :returns: the text itself when there was nothing to take out.
    """
    if not text or "<" not in text:
        return text
    cleaner = _Cleaner(own_hosts)
    closed = _closed(text)
    cleaner.changed = closed != text
    cleaner.feed(closed)
    cleaner.close()
    return "".join(cleaner.kept) if cleaner.changed else text


def _closed(text):
    """Return HTML in which what begins a tag, comment or section and never ends it is text.

    It would swallow the page behind it, and the parser looks for its end each time anew.
    """
    for begin, end in (("<!--", "-->"), ("<![", "]>"), ("<", ">")):
        head, found, tail = text.rpartition(end)
        if begin in tail:
            text = f"{head}{found}{tail.replace(begin, '&lt;' + begin[1:])}"
    return text


class _Cleaner(HTMLParser):
    """Copies HTML, tag by tag, but for what is fetched elsewhere."""

    def __init__(self, own_hosts):
        super().__init__(convert_charrefs=False)
        self.own_hosts = own_hosts
        self.kept = []
        self.changed = False

    def handle_starttag(self, tag, attrs):
        """Keep a tag, or what may stay of it."""
        if tag in FRAMES:
            self.changed = True
            return
        bad = {name for name, value in attrs if self._fetches(tag, name, value or "")}
        if not bad:
            self.kept.append(self.get_starttag_text())
            return
        self.changed = True
        if tag in VOID:
            words = dict(attrs).get("alt") or ""
            self.kept.append(escape(words))
            return
        rest = "".join(
            f" {name}" if value is None else f' {name}="{escape(value)}"' for name, value in attrs if name not in bad
        )
        self.kept.append(f"<{tag}{rest}>")

    handle_startendtag = handle_starttag

    def handle_endtag(self, tag):
        """Keep the end of what was kept."""
        if tag in FRAMES:
            self.changed = True
        else:
            self.kept.append(f"</{tag}>")

    def handle_data(self, data):
        """Keep text."""
        self.kept.append(data)

    def handle_entityref(self, name):
        """Keep a letter that is written by its name."""
        self.kept.append(f"&{name};")

    def handle_charref(self, name):
        """Keep a letter that is written by its number."""
        self.kept.append(f"&#{name};")

    def handle_comment(self, data):
        """Leave comments out when something else is: browsers end some of them earlier than Python does."""
        self.changed = self.changed or "<" in data

    def handle_decl(self, decl):
        """Keep a declaration."""
        self.kept.append(f"<!{decl}>")

    def unknown_decl(self, data):
        """Leave out what a browser reads otherwise than Python does."""
        self.changed = True

    def handle_pi(self, data):
        """Leave an instruction out."""
        self.changed = True

    def _fetches(self, tag, name, value):
        if name == "style":
            return bool(_STYLE.search(value))
        if name not in FETCHED:
            return False
        if tag == "img" and name == "src" and _DATA.match(value):
            return False
        return not is_own(value, self.own_hosts)
