"""The documentation is what the code says, and can be followed."""

from docutils.core import publish_doctree
from docutils.nodes import literal_block
from docutils.nodes import reference
from samenbeter.interfaces import ITermSource
from where import name_of
from where import ROOT
from zope.component import getGlobalSiteManager
from zope.component import getUtility
from zope.interface.verify import verifyObject
from zope.schema.interfaces import IVocabularyFactory

import importlib
import io
import pytest
import re


DOCS = ROOT / "docs"
SOURCES = (ROOT / "README.rst", ROOT / "CHANGES.rst", *sorted(DOCS.rglob("*.rst")))
REFERENCE = (
    "abuse-cases.rst",
    "cases.rst",
    "catalog.rst",
    "detector.rst",
    "make-targets.rst",
    "permissions.rst",
    "rest.rst",
    "settings.rst",
    "types.rst",
)


@pytest.fixture
def docs(monkeypatch):
    """The script behind ``make docs``."""
    monkeypatch.syspath_prepend(ROOT / "scripts")
    return importlib.import_module("docs")


def parsed(path):
    """Return (document, what docutils has to say about it)."""
    said = io.StringIO()
    settings = {"warning_stream": said, "report_level": 1, "halt_level": 5, "_disable_config": True}
    return publish_doctree(path.read_text("utf-8"), str(path), settings_overrides=settings), said.getvalue()


def links(path):
    """Return the addresses that a page links to or shows."""
    document, _said = parsed(path)
    shown = [image["uri"] for image in document.findall() if image.tagname == "image"]
    return [link["refuri"] for link in document.findall(reference) if "refuri" in link] + shown


def blocks(path, language):
    """Return the texts of the blocks of code in this language."""
    document, _said = parsed(path)
    return [node.astext() for node in document.findall(literal_block) if language in node.get("classes", ())]


def targets():
    """Return the names of what make can do."""
    return set(re.findall(r"^([a-z0-9-]+):", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE))


class TestMadePages:
    """docs/reference."""

    def test_all_of_them_are_known_here(self, docs):
        assert tuple(sorted(docs.PAGES)) == REFERENCE
        assert sorted(path.name for path in (DOCS / "reference").iterdir()) == sorted(REFERENCE)

    @pytest.mark.parametrize("name", REFERENCE)
    def test_a_page_is_what_make_docs_makes(self, docs, name):
        assert docs.PAGES[name]() == (DOCS / "reference" / name).read_text("utf-8"), "run make docs"

    def test_an_example_without_a_sentence_is_refused(self, docs, monkeypatch, tmp_path):
        monkeypatch.setattr(importlib.import_module("docs_rest"), "EXAMPLES", tmp_path)
        with pytest.raises(ValueError, match="partner-create"):
            docs.PAGES["rest.rst"]()


@pytest.mark.parametrize("path", SOURCES, ids=name_of)
class TestEachPage:
    """Made or written."""

    def test_it_has_no_error(self, path):
        """Not even a remark."""
        assert parsed(path)[1] == ""

    def test_its_links_lead_somewhere(self, path):
        inside = [link for link in links(path) if not re.match(r"[a-z]+:", link)]
        assert [link for link in inside if not (path.parent / link.partition("#")[0]).exists()] == []

    def test_its_commands_exist(self, path):
        """``make something``, in a sentence or in a block of its own."""
        text = path.read_text("utf-8")
        named = re.findall(r"``make ([a-z0-9-]+)|^    make ([a-z0-9-]+)", text, re.MULTILINE)
        assert {one or other for one, other in named} - targets() == set()

    def test_the_files_that_it_names_exist(self, path):
        """Names with a folder of ours in front; <room> and the like stand for any."""
        named = re.findall(r"``((?:tests|scripts|src|docs|profiles)/[\w./-]*[\w/])``", path.read_text("utf-8"))
        made_by_the_reader = {"src/samenbeter/upgrades/v1002/"}
        assert [name for name in named if name not in made_by_the_reader and not (ROOT / name).exists()] == []


def test_each_page_can_be_reached():
    """From the list of all."""
    listed = {(DOCS / link).resolve() for link in links(DOCS / "README.rst") if "://" not in link}
    assert {path.resolve() for path in DOCS.rglob("*.rst")} - listed == {(DOCS / "README.rst").resolve()}


def test_the_readme_names_the_demo_accounts():
    from samenbeter.demo.accounts import ACCOUNTS
    from samenbeter.demo.accounts import PASSWORD

    text = (ROOT / "README.rst").read_text("utf-8")
    assert PASSWORD in text
    assert [account.id for account in ACCOUNTS if f"``{account.id}``" not in text] == []


class TestExamples:
    """Code in the how-to's does what they say."""

    def test_another_add_on_adds_a_theme(self, portal):
        page = DOCS / "how-to" / "words.rst"
        (python,) = blocks(page, "python")
        (zcml,) = blocks(page, "xml")
        made = {}
        exec(python, made)
        source = made["GardenTerms"]()
        assert verifyObject(ITermSource, source)
        factory = getUtility(IVocabularyFactory, "samenbeter.themes")
        assert "tuin" not in factory(portal)

        name = re.search(r'name="([^"]+)"', zcml)[1]
        getGlobalSiteManager().registerUtility(source, ITermSource, name)
        try:
            assert factory(portal).getTerm("tuin").title == "Tuin en balkon"
        finally:
            getGlobalSiteManager().unregisterUtility(source, ITermSource, name)

    def test_the_setting_for_the_frame_is_there(self):
        text = (DOCS / "how-to" / "own-theme.rst").read_text("utf-8")
        (name,) = set(re.findall(r"samenbeter\.theme\.\w+", text))
        assert f"``{name}``" in (DOCS / "reference" / "settings.rst").read_text("utf-8")
