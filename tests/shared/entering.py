"""People and programs who come in by the address on a poster."""

from samenbeter.shared import entry
from samenbeter.shared.transactions import committed

import requests


BROWSER = "Mozilla/5.0 (Android 14; Mobile; rv:140.0) Gecko/140.0 Firefox/140.0"


def make(code, kind="poster", title="Poster in de Lindehof", target=""):
    """Make a code, and commit."""
    return committed(lambda: entry.make(kind, title, target, code).code)


def scan(portal, path, method="GET", session=None, **headers):
    """Ask for ``/via/<path>`` as a browser does, with headers of one's own; return the answer."""
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    return (session or requests).request(
        method,
        f"{portal.absolute_url()}/via/{path}",
        headers={"User-Agent": BROWSER, **named},
        allow_redirects=False,
        timeout=60,
    )


def counted(code, step=entry.ARRIVED):
    """Return what was counted: (people, bots)."""
    found = entry.funnel().get(code, {}).get(step, {"people": 0, "bots": 0})
    return found["people"], found["bots"]
