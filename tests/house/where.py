"""Where things are, and how the tests read them."""

from functools import cache
from lxml import etree
from pathlib import Path

import ast


ROOT = Path(__file__).parents[2]
PACKAGE = ROOT / "src" / "samenbeter"
PROFILES = ROOT / "profiles"
TESTS = ROOT / "tests"

# packages that are no room: the foundation, the example, and the upgrade steps
NOT_ROOMS = frozenset(("shared", "demo", "upgrades"))


def rooms():
    """Return the names of the rooms."""
    packages = (path.parent.name for path in PACKAGE.glob("*/__init__.py"))
    return tuple(sorted(set(packages) - NOT_ROOMS))


def files(*endings, below=PACKAGE):
    """Return the files with these endings below a folder, without those that tools made."""
    return tuple(
        path
        for path in sorted(below.rglob("*"))
        # src/samenbeter/profiles is a link to what is looked at as PROFILES
        if path.suffix in endings and "__pycache__" not in path.parts and not _is_link(path, below)
    )


def _is_link(path, below):
    return any(parent.is_symlink() for parent in path.parents if parent != below and below in parent.parents)


def name_of(path):
    """Return a path as a person writes it, for messages and lists."""
    return path.relative_to(ROOT).as_posix()


@cache
def tree_of(path):
    """Return the syntax tree of a Python file."""
    return ast.parse(path.read_text("utf-8"), filename=str(path))


@cache
def xml_of(path):
    """Return the root element of an XML or ZCML file."""
    return etree.parse(str(path)).getroot()


def tag_of(element):
    """Return the name of an element without its namespace; nothing for a comment."""
    return etree.QName(element).localname if isinstance(element.tag, str) else ""


def directives(name):
    """Yield (file, element) of each ZCML directive of ours with this name."""
    for path in files(".zcml"):
        for element in xml_of(path).iter():
            if tag_of(element) == name:
                yield path, element


def unlisted(found, allowed):
    """Return what was found and is not on the list, in order."""
    return sorted(set(found) - set(allowed))


def stale(found, allowed):
    """Return what is on the list and was not found: its line can go."""
    return sorted(set(allowed) - set(found))


def names_of_types():
    """Return the names of our content types; files of stock types name no class of ours."""
    types = {path.stem: path.read_text("utf-8") for path in sorted((PROFILES / "default" / "types").glob("*.xml"))}
    return tuple(name for name, text in types.items() if '<property name="klass">samenbeter.' in text)
