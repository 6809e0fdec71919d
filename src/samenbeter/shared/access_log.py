"""A log of what was asked for, without who asked it: no user, no address of a computer, no query.

As a filter in a paste.deploy pipeline it is called ``egg:samenbeter#access_log``; it takes
the place of ``egg:Paste#translogger``. It also puts ``shared.discreet`` on the handlers that
the logging has by then, for what else is logged.
"""

from samenbeter.shared import discreet

import logging
import re
import time


LOGGER = "samenbeter.access"
METHODS = frozenset(("DELETE", "GET", "HEAD", "OPTIONS", "PATCH", "POST", "PUT"))
NONE = "-"
# behind these in an address comes who it is about, or a word that opens something
ABOUT_SOMEBODY = frozenset(
    "author passwordreset pwreset_form reset-password users principals groups roles portraits portal_memberdata "
    "uit via resolveuid tus-upload users-groups".split()
)
# an id or a key: nobody reads it, and it can lead to somebody
_KEY = re.compile(r"(?=.*\d)[\w=-]{16,}")


class AccessLog:
    """A WSGI application around another one."""

    def __init__(self, application):
        self.application = application
        self.logger = logging.getLogger(LOGGER)

    def __call__(self, environ, start_response):
        """Return the answer of the application; one line of it is in the log."""
        began = time.monotonic()
        # Zope changes these on its way
        method, path = environ.get("REQUEST_METHOD", ""), environ.get("PATH_INFO", "")

        def start(status, headers, exc_info=None):
            took = time.monotonic() - began
            self.logger.info("%s", line(method, path, status, headers, took))
            return start_response(status, headers, *([exc_info] if exc_info else []))

        return self.application(environ, start)


def line(method, path, status, headers, took):
    """Return a line of the log: method, path, status, bytes, seconds."""
    size = next((value for name, value in headers if name.lower() == "content-length"), NONE)
    code = status[:3]
    # what is not there, or may not be read, can be anything that somebody typed
    shown = discreet_path(path) if code < "400" else NONE
    return f"{method if method in METHODS else NONE} {shown} {code} {size} {took:.3f}"


def discreet_path(path):
    """Return a path without who it is about, and without what proxies put before it."""
    steps = [step for step in path.split("/") if step]
    if "VirtualHostRoot" in steps:
        steps = [step for step in steps[steps.index("VirtualHostRoot") + 1 :] if not step.startswith("_vh_")]
    shown, hidden = [], False
    for step in steps:
        shown.append(discreet.LEFT_OUT if hidden or _KEY.fullmatch(step.rpartition("++")[2]) else discreet.clean(step))
        hidden = hidden or step.lstrip("@+") in ABOUT_SOMEBODY
    return "/" + "/".join(shown)


def access_log(application, global_conf=None):
    """Return the application with our log around it: the entry point of the filter."""
    discreet.install()
    return AccessLog(application)
