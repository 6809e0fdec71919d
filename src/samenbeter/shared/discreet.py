"""A log that says what went wrong and where in the code, and nothing about who did what.

What an exception says is left out, for it often holds what somebody typed. Of the place
in the code, the kind of error and the number that a visitor sees, nothing is lost.
"""

from AccessControl import getSecurityManager
from zope.globalrequest import getRequest

import logging
import re
import sys
import traceback


LEFT_OUT = "…"
# shorter texts are words of the software too
SHORTEST = 4
MOST_TEXTS = 200
# this logger of Zope's puts the whole traceback into its message
WITH_TRACE = "Zope.SiteErrorLog"

_PATTERNS = (
    re.compile(r"(?<=\?)[^\s\"'<>]*=[^\s\"'<>]*"),  # what follows the question mark of an address
    re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+"),  # an e-mail address
    re.compile(r"(?<![\w.])\d{1,3}(?:\.\d{1,3}){3}(?![\w.])"),  # a computer's address (IPv4)
    # the same (IPv6); a time of the day has two colons too
    re.compile(
        r"(?<![\w:.])(?=[0-9a-f:]*::|(?:[0-9a-f]{1,4}:){5})[0-9a-f]{0,4}(?::[0-9a-f]{0,4}){2,7}(?![\w:])", re.IGNORECASE
    ),
)


class Discreet(logging.Filter):
    """A filter for a handler or a logger; it lets each record pass, without people in it."""

    def filter(self, record):
        """Take out of a record what says something about somebody."""
        if getattr(record, "discreet", False):
            return True
        record.discreet = True
        error = record.exc_info[1] if record.exc_info else None
        if record.name.startswith(WITH_TRACE):
            error = error or sys.exc_info()[1]
            record.msg = str(record.getMessage()).partition(" ")[0]
        else:
            record.msg = clean(_message(record))
        record.args = None
        record.exc_info = None
        record.exc_text = trace(error) if error is not None else None
        return True


def _message(record):
    try:
        return record.getMessage()
    except (TypeError, ValueError):
        # the arguments do not fit: say which message it was
        return str(record.msg)


def clean(text):
    """Return a text without addresses of people and computers, and without what the request under way brought along."""
    for known in _of_request():
        text = text.replace(known, LEFT_OUT)
    for pattern in _PATTERNS:
        text = pattern.sub(LEFT_OUT, text)
    return text


def trace(error):
    """Return where in the code an exception came from, as a text: places and kinds, nothing of what it says."""
    parts, seen = [], set()
    while error is not None and id(error) not in seen:
        seen.add(id(error))
        lines = "".join(traceback.format_list(traceback.extract_tb(error.__traceback__)))
        parts.append(f"Traceback (most recent call last):\n{lines}{kind(error)}")
        error = error.__cause__ or (None if error.__suppress_context__ else error.__context__)
    return "\n\nAfter:\n\n".join(parts)


def kind(error):
    """Return the kind of an exception, with its module."""
    cls = type(error)
    return cls.__qualname__ if cls.__module__ == "builtins" else f"{cls.__module__}.{cls.__qualname__}"


def install():
    """Put the filter on each handler that there is; once more does no harm."""
    for handler in _handlers():
        if not any(isinstance(one, Discreet) for one in handler.filters):
            handler.addFilter(Discreet())


def _handlers():
    loggers = [logging.getLogger(), *(logging.getLogger(name) for name in list(logging.root.manager.loggerDict))]
    return [handler for logger in loggers for handler in getattr(logger, "handlers", ())]


def _of_request():
    """Return the texts of the request under way: address, what was filled in, who it is; the longest first."""
    request = getRequest()
    if request is None:
        return []
    try:
        user = getSecurityManager().getUser()
        texts = [request.get("ACTUAL_URL"), request.get("URL"), request.environ.get("PATH_INFO")]
        texts += [request.environ.get("QUERY_STRING"), request.getClientAddr(), user.getId(), user.getUserName()]
        texts += _texts(request.form)
    except Exception:
        # a log may never be what fails
        return []
    wanted = {text for text in texts if isinstance(text, str) and len(text) >= SHORTEST and text != "Anonymous User"}
    return sorted(wanted, key=len, reverse=True)[:MOST_TEXTS]


def _texts(value):
    if isinstance(value, str):
        return [value]
    if isinstance(value, dict):
        value = [*value.keys(), *value.values()]
    return [text for item in value for text in _texts(item)] if isinstance(value, (list, tuple, set)) else []
