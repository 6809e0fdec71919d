"""Code that stands in the pages of Plone itself, allowed by what it is and not by where it stands.

The policy names the SHA-256 of each piece (https://www.w3.org/TR/CSP3/#unsafe-hashes-usage).
Only what is known here gets one: what somebody smuggles into a page does not run.
"""

from base64 import b64encode
from functools import lru_cache
from hashlib import sha256
from html import unescape
from importlib.util import find_spec
from pathlib import Path

import re


# an id of a field: letters that cannot end a text in a script
_ID = r"[\w.-]+"
# package and template: what the code there is for
HANDLERS = (
    # plone.app.z3cform, image_input.pt and file_input.pt: keep, remove or replace a file
    rf"document\.getElementById\('{_ID}-input'\)\.disabled=(true|false);?",
    # plone.app.z3cform, orderedselect_input.pt: choose and order
    rf"javascript:(from2to|to2from|moveUp|moveDown)\('{_ID}'\)",
    # Products.CMFPlone, types.pt and actions.pt of the control panels
    r"form\.submit\(\)",
    r"return confirm\(this\.getAttribute\('confirm-message'\)\);",
    # collective.easyform, likert_input.pt: the whole cell is the button
    r"jQuery\(event\.target\)\.children\('input'\)\.click\(\)",
)
SCRIPTS = (rf"copyDataForSubmit\('{_ID}'\);",)
# templates with a script in them that is always the same
TEMPLATES = (
    ("plone.app.content", "browser/constraintypes.pt"),
    ("plone.app.caching", "browser/controlpanel.pt"),
    ("Products.CMFPlone", "controlpanel/browser/resourceregistry.pt"),
    ("Products.CMFEditions", "browser/templates/diff.pt"),
)

_HANDLER = re.compile(r"\son[a-z]+=\"([^\"]*)\"")
_SCRIPT = re.compile(r"<script(?![^>]*\s(?:src|type=\"application/)[^>]*)[^>]*>(.*?)</script>", re.DOTALL)
_KNOWN_HANDLER = re.compile("|".join(HANDLERS))
_KNOWN_SCRIPT = re.compile("|".join(SCRIPTS))


def sources(page):
    """Return what the policy allows for the known code in a page: a list of sources of ``script-src``.

    :param page: the HTML of a page.
    """
    handlers = {code for code in map(unescape, _HANDLER.findall(page)) if _KNOWN_HANDLER.fullmatch(code)}
    scripts = {code for code in _SCRIPT.findall(page) if _is_known(code)}
    found = sorted(f"'sha256-{digest(code)}'" for code in handlers | scripts)
    return ["'unsafe-hashes'", *found] if handlers else found


def digest(code):
    """Return the SHA-256 of a piece of code as browsers compute it."""
    return b64encode(sha256(code.encode("utf-8")).digest()).decode("ascii")


def _is_known(code):
    return bool(_KNOWN_SCRIPT.fullmatch(code.strip())) or _squeezed(code) in _from_templates()


@lru_cache(maxsize=1)
def _from_templates():
    known = set()
    for package, name in TEMPLATES:
        spec = find_spec(package)
        template = Path(spec.origin).parent / name if spec else None
        if template is not None and template.exists():
            known |= {_squeezed(code) for code in _SCRIPT.findall(template.read_text("utf-8"))}
    return frozenset(known)


def _squeezed(code):
    return " ".join(code.split())
