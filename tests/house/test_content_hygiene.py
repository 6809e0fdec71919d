"""Nothing of the machine or of the people who made it stands in what is shipped."""

from allowed import HYGIENE
from where import files
from where import name_of
from where import PACKAGE
from where import PROFILES
from where import ROOT
from where import stale
from where import unlisted

import pytest
import re


TEXT = tuple(f".{ending}" for ending in "py zcml pt xml yaml css js svg po pot cfg txt toml rst md".split())

PATTERNS = {
    # a path of one machine; addresses of a site ("/vraagbaak") are fine
    "absolute path": re.compile(r"(?<![\w.:/-])/(?:work|home|root|Users|tmp)/[\w./-]*"),
    "package index": re.compile(
        r"(?:pypi|pythonhosted|npmjs|proxy\.golang|artifactory|nexus)[\w.-]*\.[a-z]{2,}[^\s\"']*", re.I
    ),
    "ticket": re.compile(
        r"\b(?:issue|ticket|pull request|PR|sprint|milestone|brief)\s*#?\d+|\bAI agent|\bas an AI\b", re.I
    ),
    "unfinished": re.compile(r"\b(?:TODO|FIXME|XXX|HACK|WIP|lorem ipsum)\b"),
    "e-mail": re.compile(r"[\w.+-]+@(?:[\w-]+\.)+[a-z]{2,}", re.I),
    "phone": re.compile(r"(?<![\w.-])\+?(?:31|0)[ -]?6[ -]?\d(?:[ -]?\d){7}\b"),
}

# domains that never belong to somebody (RFC 2606), and the one that documentation in Dutch uses
NOBODYS = re.compile(
    r"@(?:[\w-]+\.)*(?:example|invalid|test|localhost|example\.(?:com|org|net|nl)|voorbeeld\.nl)$", re.I
)


def shipped():
    """Return the text files of the package and of its profiles."""
    return files(*TEXT) + files(*TEXT, below=PROFILES)


def found_in(path, kind):
    """Return what a file has of one kind."""
    found = PATTERNS[kind].findall(path.read_text("utf-8"))
    if kind == "e-mail":
        found = [address for address in found if not NOBODYS.search(address)]
    return found


@pytest.mark.parametrize("kind", PATTERNS)
def test_nothing_is_left_behind(kind):
    """In what is shipped; each exception is listed with its reason."""
    found = {(name_of(path), text) for path in shipped() for text in found_in(path, kind)}
    allowed = {key for key in HYGIENE if PATTERNS[kind].search(key[1])}
    assert unlisted(found, allowed) == []
    assert stale(found, allowed) == []


def test_no_path_of_a_machine_in_tests_and_scripts():
    """Temporary files come from tmp_path."""
    found = {
        (name_of(path), text)
        for folder in ("tests", "scripts", "docs")
        for path in files(*TEXT, below=ROOT / folder)
        for text in PATTERNS["absolute path"].findall(path.read_text("utf-8"))
        if path.name != "test_content_hygiene.py"
    }
    assert sorted(found) == []


def test_no_file_that_nobody_can_read():
    """Plain text is UTF-8, ends with a line end and has no tabs for indenting."""
    for path in shipped():
        text = path.read_text("utf-8")
        assert not text or text.endswith("\n"), name_of(path)
        if path.suffix in (".py", ".zcml", ".pt", ".xml", ".yaml"):
            assert "\t" not in text, name_of(path)


def test_the_package_has_no_stray_files():
    """Only kinds that setup.py takes along."""
    known = {*TEXT, ".png", ".woff2", ".jpg", ".webp", ".ico", ".mo", ".json", ".html"}
    everything = [path for path in PACKAGE.rglob("*") if path.is_file() and "__pycache__" not in path.parts]
    assert [name_of(path) for path in everything if path.suffix not in known] == []
