"""Plone's menus ask for titles of states and steps in its own domain: they are Dutch there too."""

from pathlib import Path
from xml.etree import ElementTree

import polib
import pytest


ROOT = Path(__file__).parent.parent.parent
LOCALES = ROOT / "src" / "samenbeter" / "locales" / "nl" / "LC_MESSAGES"


def titles():
    """Return the titles of all states and transitions."""
    found = set()
    for path in ROOT.glob("profiles/default/workflows/*/definition.xml"):
        root = ElementTree.parse(path).getroot()
        found |= {node.get("title") for tag in ("state", "transition") for node in root.iter(tag)}
    return sorted(found)


@pytest.mark.parametrize("title", titles())
def test_a_title_says_the_same_in_plones_domain_as_in_ours(title):
    ours, plones = (
        {entry.msgid: entry.msgstr for entry in polib.pofile(str(LOCALES / f"{domain}.po"))}
        for domain in ("samenbeter", "plone")
    )
    assert plones[title] == ours[title] != ""
