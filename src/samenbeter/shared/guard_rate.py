"""How much comes from one place, without knowing the place: in memory, under a name that is another one each day.

What is counted is a part of the network (IPv4 /24, IPv6 /48) as HMAC-SHA-256 with a random
key that is thrown away at midnight. A library or a house with one address has many people
in it: so what comes from a busy place is doubted, and never refused.
"""

from samenbeter.shared import clock
from samenbeter.shared.limits import Limit

import hmac
import ipaddress
import secrets
import threading


NETWORK, ALL = "network", "all"
# forms of one kind from one place, and from all places together
of_network = Limit(20, 10 * 60)
of_all = Limit(400, 60 * 60)
PREFIX = {4: 24, 6: 48}
_today = {}
_lock = threading.Lock()


def reached(request, form):
    """Count a form that came in; return what it is too many for: a list with NETWORK or ALL, or nothing.

    What is too many from one place does not count for all together: else one place could keep all others out.

    :param form: the name of the form.
    """
    place = place_of(request)
    if place and not of_network.count(form, place):
        return [NETWORK]
    return [] if of_all.count(form) else [ALL]


def place_of(request):
    """Return the name of today of the place where a request comes from; "" when that is not known."""
    found = address_of(request)
    if found is None:
        return ""
    network = ipaddress.ip_network((found, PREFIX[found.version]), strict=False)
    return hmac.digest(_key_of_today(), network.network_address.packed, "sha256").hex()


def address_of(request):
    """Return the internet address that a request comes from; None when that is not known.

    Behind a proxy that Zope was not told to trust all people have the proxy's address: then nobody is
    counted by their place.
    """
    try:
        found = ipaddress.ip_address(request.getClientAddr() or "")
    except ValueError:
        return None
    if found.version == 6 and found.ipv4_mapped:
        found = found.ipv4_mapped
    if (found.is_loopback or found.is_private) and request.getHeader("X-Forwarded-For"):
        return None
    return found


def clear():
    """Begin again for all."""
    of_network.clear()
    of_all.clear()


def _key_of_today():
    today = clock.today()
    with _lock:
        if today not in _today:
            # yesterday's is thrown away
            _today.clear()
            _today[today] = secrets.token_bytes(32)
        return _today[today]
