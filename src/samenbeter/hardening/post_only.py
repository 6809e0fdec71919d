"""A name and password come in a form that is posted, never in an address: that ends up in logs and histories (P6)."""

from samenbeter import _
from urllib.parse import parse_qsl
from urllib.parse import urlencode


NAMES = ("__ac_name", "__ac_password")
USE_THE_FORM = _(
    "login_in_address",
    default="Een wachtwoord in een webadres werkt niet: anderen lezen het mee. Vul het hier in.",
)


def clean(request):
    """Take a name and password out of a request that does not bring them in a posted form.

    What else stands in the address stays.

    :returns: whether they stood in the address.
    """
    for name in NAMES:
        if not _is_readable(request.form.get(name)):
            # the user folder fails on bytes that are no letters
            request.form.pop(name)
            request.other.pop(name, None)
    in_address = _is_in(request.environ.get("QUERY_STRING", ""))
    if not in_address and (request.method == "POST" or not any(name in request.form for name in NAMES)):
        return False
    for name in NAMES:
        request.form.pop(name, None)
        request.other.pop(name, None)
    if in_address:
        request.environ["QUERY_STRING"] = _without(request.environ["QUERY_STRING"])
    return in_address


def _is_readable(value):
    return not isinstance(value, str) or value.isascii() or value.encode("utf-8", "ignore").decode() == value


def _is_in(query):
    # a quick look first: this is asked at each request
    return "__ac_" in query.replace("%5F", "_").replace("%5f", "_") and any(
        _is_name(name) for name, _v in _parts(query)
    )


def _without(query):
    return urlencode([(name, value) for name, value in _parts(query) if not _is_name(name)])


def _parts(query):
    return parse_qsl(query, keep_blank_values=True)


def _is_name(name):
    """Zope reads what follows a colon as a type: "__ac_name:utf8:string"."""
    return name.partition(":")[0].strip() in NAMES
