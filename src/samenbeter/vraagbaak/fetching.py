"""Fetch a document from an address that somebody typed: only from the open internet.

The server may reach what a visitor may not: machines beside it, its own services,
the data of its cloud. So the address of the other side is looked at after the
connection is made and before anything is sent, at each redirect again.
"""

from App.config import getConfiguration
from contextlib import closing
from ipaddress import ip_address
from ipaddress import ip_network
from ipaddress import IPv4Address
from requests.adapters import HTTPAdapter
from samenbeter import _
from urllib.parse import urljoin
from urllib.parse import urlsplit
from urllib3.connection import HTTPConnection
from urllib3.connection import HTTPSConnection
from urllib3.connectionpool import HTTPConnectionPool
from urllib3.connectionpool import HTTPSConnectionPool

import requests
import socket
import time


MAX_BYTES = 50_000_000
MAX_REDIRECTS = 5
TIMEOUTS = (5, 20)  # to connect, between two pieces
PATIENCE = 60  # for all of it
CHUNK = 65536
LOCAL = ("localhost", "127.0.0.1", "::1")
# an IPv4 address stands in the last 32 bits of these
NAT64 = ip_network("64:ff9b::/96")

NO_ADDRESS = _("fetch_error_address", default="Dit is geen webadres. Schrijf het zoals https://www.voorbeeld.nl.")
NOT_SECURE = _("fetch_error_secure", default="Wij halen alleen iets op van een adres dat met https:// begint.")
INSIDE = _("fetch_error_inside", default="Dit adres ligt niet op het open internet. Daar halen wij niets op.")
TOO_LARGE = _("fetch_error_large", default="Dit is te groot. Wij lezen hooguit 50 MB.")
TOO_SLOW = _("fetch_error_slow", default="Dat adres antwoordt niet snel genoeg. Probeer het later nog eens.")
NO_ANSWER = _("fetch_error_connection", default="Wij krijgen geen verbinding met dat adres. Klopt het?")


class NotFetched(ValueError):
    """The document could not be had; the message says why."""

    def __init__(self, message):
        super().__init__(message)
        self.message = message


class Inside(OSError):
    """The other side is not on the open internet."""


def local_allowed():
    """True for a developer's instance: there the other side may be this machine."""
    return bool(getattr(getConfiguration(), "debug_mode", False))


def fetch(address):
    """Return the bytes of the document at an address.

    :raises NotFetched: with a sentence for whoever typed the address.
    """
    until = time.monotonic() + PATIENCE
    try:
        with requests.Session() as session:
            # no proxy, no password file: what is sent follows from the address alone
            session.trust_env = False
            session.mount("https://", _Adapter())
            session.mount("http://", _Adapter())
            for _redirect in range(MAX_REDIRECTS + 1):
                _look_at(address)
                with closing(session.get(address, stream=True, timeout=TIMEOUTS, allow_redirects=False)) as answer:
                    if not answer.is_redirect:
                        return _body(answer, until)
                    address = urljoin(address, answer.headers["Location"])
    except requests.Timeout:
        raise NotFetched(TOO_SLOW) from None
    except (requests.RequestException, OSError, ValueError) as error:
        raise NotFetched(_reason(error)) from None
    raise NotFetched(_("fetch_error_redirects", default="Dat adres stuurt steeds weer door."))


def _reason(error):
    if isinstance(error, NotFetched):
        return error.message
    while error is not None:
        if isinstance(error, Inside):
            return INSIDE
        error = getattr(error, "reason", None) or next((one for one in error.args if isinstance(one, Exception)), None)
    return NO_ANSWER


def _look_at(address):
    try:
        parts = urlsplit(address)
        host = parts.hostname
    except ValueError:
        host = None
    if not host or parts.username or parts.password:
        raise NotFetched(NO_ADDRESS)
    if parts.scheme != "https" and not (parts.scheme == "http" and host in LOCAL and local_allowed()):
        raise NotFetched(NOT_SECURE)
    # also asked before: whether a port of a machine inside is open shows in what goes wrong
    found = {where[0] for *_what, where in socket.getaddrinfo(host, None, type=socket.SOCK_STREAM)}
    if not all(_may_be_asked(one) for one in found):
        raise NotFetched(INSIDE)


def _body(answer, until):
    if answer.status_code != 200:
        mapping = {"status": answer.status_code}
        raise NotFetched(_("fetch_error_status", default="Dat adres geeft een fout: ${status}.", mapping=mapping))
    found = bytearray()
    for piece in answer.iter_content(CHUNK):
        found += piece
        if len(found) > MAX_BYTES:
            raise NotFetched(TOO_LARGE)
        if time.monotonic() > until:
            raise NotFetched(TOO_SLOW)
    return bytes(found)


# -- connections that look at the other side


def is_outside(address):
    """True for an address on the open internet, as the system names the other side of a connection."""
    found = ip_address(address.partition("%")[0])
    # an IPv4 address in the clothes of IPv6
    found = getattr(found, "ipv4_mapped", None) or getattr(found, "sixtofour", None) or found
    if found.version == 6 and found in NAT64:
        found = IPv4Address(int(found) & 0xFFFFFFFF)
    return found.is_global and not found.is_multicast


def _may_be_asked(address):
    return is_outside(address) or (local_allowed() and address in LOCAL)


def _looked_at(sock):
    address = sock.getpeername()[0]
    if not _may_be_asked(address):
        sock.close()
        raise Inside(address)
    return sock


class _Plain(HTTPConnection):
    def _new_conn(self):
        return _looked_at(super()._new_conn())


class _Secure(HTTPSConnection):
    def _new_conn(self):
        return _looked_at(super()._new_conn())


class _PlainPool(HTTPConnectionPool):
    ConnectionCls = _Plain


class _SecurePool(HTTPSConnectionPool):
    ConnectionCls = _Secure


class _Adapter(HTTPAdapter):
    def init_poolmanager(self, *args, **kw):
        super().init_poolmanager(*args, **kw)
        self.poolmanager.pool_classes_by_scheme = {"http": _PlainPool, "https": _SecurePool}
