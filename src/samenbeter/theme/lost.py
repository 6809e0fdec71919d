"""What helps who asked for a page that is not there: words from the address, the desk, themes."""

from plone import api
from samenbeter.theme.themes import in_use
from urllib.parse import unquote

import re


MOST_WORDS = 6
MOST_THEMES = 8
# parts of addresses that are no words of a person
_NOISE = frozenset(
    "aspx asp cgi css en front gif html htm http https img index jpeg jpg json nl page pdf php png view www xml".split()
)
# what has a number in it is an id
_PART = re.compile(r"[^\W_]+")
_WORD = re.compile(r"[^\W\d_]{3,30}")
# what cannot be said is none
_VOWEL = re.compile(r"[aeiouyáéíóúäëïöüèà]")


def words_of(path, site_id=""):
    """Return the words in the last parts of an address, as a search.

    Ids and numbers are no words; neither is what begins with @@, ++ or a dot.
    """
    steps = [step for step in unquote(path).split("/") if step and not step.startswith(("@", "+", ".", "_"))]
    if site_id in steps:
        steps = steps[steps.index(site_id) + 1 :]
    parts = [part.lower() for step in steps[-2:] for part in _PART.findall(step)]
    words = [part for part in parts if _WORD.fullmatch(part) and _VOWEL.search(part) and part not in _NOISE]
    return " ".join(list(dict.fromkeys(words))[:MOST_WORDS])


def desk():
    """Return the brain of the question desk, or None."""
    query = {"portal_type": "Vraagbaak", "sort_on": "created", "sort_limit": 1}
    found = api.portal.get_tool("portal_catalog")(query)[:1]
    return found[0] if found else None


def themes(context, request):
    """Return {title, url} of the themes that have anything: no query, and for visitors mostly no work."""
    return in_use(context, request)[:MOST_THEMES]
