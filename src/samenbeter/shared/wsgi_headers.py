"""Headers for what no subscriber of Zope reaches: the outermost filter around it.

As a filter in a paste.deploy pipeline it is called ``egg:samenbeter#headers``. It takes
away what names the software, and gives the headers of a site (``shared.policies``) to
answers that Zope made without them. What fails before a site is reached gets the
strictest: such a page has words only.
"""

from samenbeter.shared.policies import ALWAYS
from samenbeter.shared.policies import BARE
from samenbeter.shared.policies import ENVIRON


BANNERS = frozenset(("x-powered-by", "server", "via"))
# Zope's own management pages have scripts of their own
OUTSIDE = {
    name: ALWAYS[name]
    for name in ("X-Content-Type-Options", "X-Frame-Options", "Referrer-Policy", "Permissions-Policy")
}


class Headers:
    """A WSGI application around another one."""

    def __init__(self, application):
        self.application = application

    def __call__(self, environ, start_response):
        """Return the answer of the application, with other headers."""
        # a site that has the switch on puts its headers in here; a site without it, a False
        told = environ[ENVIRON] = {}

        def start(status, headers, exc_info=None):
            wanted = wanted_for(told, status)
            return start_response(status, complete(headers, wanted), *([exc_info] if exc_info else []))

        return self.application(environ, start)


def wanted_for(told, status):
    """Return the headers for an answer.

    :param told: what a site said: {"headers": {…}, None for a site without the switch}; nothing when none was reached.
    """
    if "headers" in told:
        return told["headers"] or {}
    return BARE if int(status[:3]) >= 400 else OUTSIDE


def complete(headers, wanted):
    """Return headers without the names of software, and with those that are wanted and not there."""
    kept = [(name, value) for name, value in headers if name.lower() not in BANNERS]
    present = {name.lower() for name, _value in kept}
    return [*kept, *((name, value) for name, value in wanted.items() if name.lower() not in present)]


def headers(application, global_conf=None):
    """Return the application with our headers around it: the entry point of the filter."""
    return Headers(application)
