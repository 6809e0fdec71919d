"""What a browser is told besides the page: headers for safety, and what one page may do more than others.

Rooms say here what a page of theirs needs; the room hardening writes the headers, when a
site has that switch on. The headers are those of the OWASP Secure Headers Project
(https://owasp.org/www-project-secure-headers/), the policy is Content Security Policy 3
(https://www.w3.org/TR/CSP3/).
"""

from urllib.parse import urlsplit
from zope.annotation.interfaces import IAnnotations


KEY = "samenbeter.shared.policies"
# through this key of the WSGI environment the headers of a site reach the filter around Zope
ENVIRON = "samenbeter.headers"

# who drew a page: our frame with our own parts only, our frame around a page of Plone's, or another
OURS, FRAMED, OTHER = "ours", "framed", "other"

# what holds for each answer, whatever it is
ALWAYS = {
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "SAMEORIGIN",
    "Referrer-Policy": "same-origin",
    "Permissions-Policy": "camera=(), display-capture=(), geolocation=(), microphone=(), payment=(), usb=()",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
}
# a page of words only, such as that of an error before a site is reached
NOTHING = "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
BARE = {**ALWAYS, "X-Frame-Options": "DENY", "Content-Security-Policy": NOTHING}


class NoOrigin(ValueError):
    """What should be the origin of a site, such as https://module.example, is none."""


def draw(request, how):
    """Say who draws the page of this request: OURS or FRAMED."""
    _kept(request)["drawn"] = how


def drawn(request):
    """Return who drew the page of this request; OTHER when nobody said so."""
    return _kept(request).get("drawn", OTHER)


def allow_form_to(request, address):
    """Let the forms on the page of this request send to another site too.

    :param address: an address of that site; only its origin counts.
    :raises NoOrigin: it is no address of the web.
    """
    _kept(request).setdefault("forms", set()).add(origin(address))


def forms_to(request):
    """Return the origins of other sites to which the forms of this page may send, in order."""
    return sorted(_kept(request).get("forms", ()))


def origin(address):
    """Return the origin of an address: scheme, host and port. Without a port, the one of the scheme.

    :raises NoOrigin: it is no address of the web.
    """
    try:
        parts = urlsplit(address)
        host, port = parts.hostname or "", parts.port
    except ValueError:
        raise NoOrigin from None
    # what is no letter of a host name could end the directive and begin another
    if parts.scheme not in ("http", "https") or not host or not all(c.isalnum() or c in "-." for c in host):
        raise NoOrigin
    try:
        host = host.encode("idna").decode("ascii")
    except UnicodeError:
        raise NoOrigin from None
    return f"{parts.scheme}://{host}{f':{port}' if port else ''}"


def _kept(request):
    return IAnnotations(request).setdefault(KEY, {})
