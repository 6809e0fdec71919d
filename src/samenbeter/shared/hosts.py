"""Names of hosts, as they stand in addresses and headers: pure functions."""

import re


_LABEL = re.compile(r"[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9])?")
# what a browser reads as one: no user, no path, and behind the colon only a port
_NETLOC = re.compile(r"\[[0-9a-f:.]*\](?::\d*)?|[^:@/?#\\\[\]\s]*(?::\d*)?|[0-9a-f:.]*")
LONGEST = 253
LOOPBACK_NAMES = frozenset(("localhost", "127.0.0.1", "::1"))


def name_of(netloc):
    """Return the name in "Wijk.example.:8080" or "[::1]:8080", in small letters and without a port.

    In "wijk.example:8080@evil.example" a browser goes to what comes behind: such a text is no name, and comes back whole.

    :param netloc: anything that came in a header or stands in an address, without the protocol.
    """
    text = netloc.strip().lower()
    if not _NETLOC.fullmatch(text):
        return text
    if text.startswith("["):
        return text[1:].partition("]")[0]
    # "::1" is no name with a port
    name = text if text.count(":") > 1 else text.partition(":")[0]
    return name.removesuffix(".")


def is_host(text):
    """Return whether a text is the name of a host, and nothing else: no protocol, port or path."""
    name = text.strip().lower()
    if name in LOOPBACK_NAMES:
        return True
    return len(name) <= LONGEST and all(_LABEL.fullmatch(label) for label in name.split("."))
