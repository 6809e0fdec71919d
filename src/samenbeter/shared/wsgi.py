"""The last resort around Zope: a page of ours for what Zope cannot answer at all.

That is so when the database is out of reach, and for an address that is no text. As a
filter in a paste.deploy pipeline it is called ``egg:samenbeter#last_resort``.
"""

from samenbeter import logger
from samenbeter.shared import bare
from samenbeter.shared import policies
from samenbeter.shared.trouble import is_full
from ZODB.POSException import ReadConflictError
from ZODB.POSException import StorageError

import sys


BUSY = (StorageError, ReadConflictError, ConnectionError)


class LastResort:
    """A WSGI application around another one."""

    def __init__(self, application):
        self.application = application

    def __call__(self, environ, start_response):
        """Return the answer of the application, or the bare page when it fails."""
        try:
            return self.application(environ, start_response)
        except Exception as error:
            return self.answer(error, environ, start_response)

    def answer(self, error, environ, start_response):
        """Return the bare page; the error is in the log under the number that stands on it."""
        status = status_of(error)
        number = bare.number() if status >= 500 else ""
        if number:
            logger.error("Error %s", number, exc_info=error)
        body = bare.page("full" if is_full(error) else status, number).encode("utf-8")
        headers = [
            ("Content-Type", "text/html; charset=utf-8"),
            ("Content-Length", str(len(body))),
            ("Cache-Control", "no-store"),
            *policies.BARE.items(),
        ]
        if status == 503:
            headers.append(("Retry-After", "120"))
        start_response(f"{status} {REASONS[status]}", headers, sys.exc_info())
        return [] if environ.get("REQUEST_METHOD") == "HEAD" else [body]


REASONS = {400: "Bad Request", 500: "Internal Server Error", 503: "Service Unavailable"}


def status_of(error):
    """Return the HTTP status of what Zope raised."""
    if isinstance(error, UnicodeError):
        # Zope reads the address before anything else
        return 400
    return 503 if isinstance(error, BUSY) or is_full(error) else 500


def last_resort(application, global_conf=None):
    """Return the application with our page behind it: the entry point of the filter."""
    return LastResort(application)
