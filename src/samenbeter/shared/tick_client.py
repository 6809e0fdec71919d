"""Asking a running site on this machine to do what is due. Imports little: a command asks before it loads Plone."""

from samenbeter.shared import keys

import json
import urllib.parse
import urllib.request


# one job that cannot be broken off, such as a pack, can take long
PATIENCE = 3600  # seconds
# Not through a proxy that the environment names: it is this machine.
_opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))


def token():
    """Return the token of the tick, in hex.

    :raises keys.NoKey: when there is no key file.
    """
    return keys.load().derive("tick").hex()


def address(site_url):
    """Return the address of the tick of a site."""
    return f"{site_url.rstrip('/')}/@@samenbeter-tick"


def ask(site_url, fields=None, patience=PATIENCE):
    """Post the tick to a site on this machine, and return its answer.

    :param site_url: "http://localhost:8080/samenbeter".
    :param fields: {name: text} of the form.
    :param patience: how long to wait for the answer, in seconds.
    :raises keys.NoKey: when there is no key file.
    :raises OSError: when there is no answer, or another one; urllib.error.HTTPError has its status.
    :raises ValueError: when what answers is no site of ours.
    """
    request = urllib.request.Request(  # noqa: S310 - the address is the operator's
        address(site_url),
        data=urllib.parse.urlencode(fields or {}).encode(),
        headers={"Authorization": f"Bearer {token()}", "Accept": "application/json"},
        method="POST",
    )
    with _opener.open(request, timeout=patience) as answer:
        return json.load(answer)
