"""Addresses of stylesheets, fonts and icons that change when the file changes.

Plone serves what stands behind ``++webresource++`` as never changing, so that a
browser asks once. On a residents' page we write these addresses ourselves: Plone's
resource registry would bring its 770 KB of scripts along.
"""

from functools import lru_cache
from hashlib import sha256
from pathlib import Path
from plone.base.interfaces import IBundleRegistry
from Products.CMFPlone.resources import remove_bundle_on_request

import plonetheme.barceloneta


STATIC = Path(__file__).parent / "static"
BARCELONETA = Path(plonetheme.barceloneta.__file__).parent / "theme"
BARCELONETA_CSS = "css/barceloneta.min.css"
STYLE = "samenbeter.css"
FONT = "fonts/figtree-latin-wght-normal.woff2"
MODULE = "samenbeter.js"
EDITORS_MODULE = "editors.js"

# What visitors do without: the bundles of Plone's own work on content, and ours, which
# the frame links itself. That of EasyForm is about the editing of its fields.
EDITORS_BUNDLES = frozenset(("plone", "plone-fullscreen", "eventedit", "multilingual", "easyform", "samenbeter"))


@lru_cache(maxsize=64)
def _key(path, _changed):
    return sha256(Path(path).read_bytes()).hexdigest()[:16]


def key(path):
    """Return a short key of a file's content; read again only when the file changed."""
    return _key(str(path), path.stat().st_mtime_ns)


def address(portal_url, name=STYLE):
    """Return the address of one of our own static files.

    What a stylesheet refers to gets the stylesheet's key, so the font's address is
    made with that of the stylesheet too.
    """
    unique = key(STATIC / (STYLE if name == FONT else name))
    return f"{portal_url}/++webresource++{unique}/++plone++samenbeter/{name}"


def barceloneta(portal_url):
    """Return the address of the stylesheet that Plone's own pages are made for."""
    unique = key(BARCELONETA / BARCELONETA_CSS)
    return f"{portal_url}/++webresource++{unique}/++theme++barceloneta/{BARCELONETA_CSS}"


def leave_out_editors_bundles(request, registry):
    """Keep the bundles that are for editors out of the page of this request.

    What depends on one of them goes too: the resource registry draws nothing at all
    when something that it needs is missing.
    """
    records = registry.collectionOfInterface(IBundleRegistry, prefix="plone.bundles", check=False)
    depends = {name: _names(record.depends) for name, record in records.items()}
    left_out = EDITORS_BUNDLES & depends.keys()
    while more := {name for name, needs in depends.items() if name not in left_out and needs & left_out}:
        left_out |= more
    for name in left_out:
        remove_bundle_on_request(request, name)


def _names(depends):
    return {name.strip() for name in (depends or "").split(",")}
