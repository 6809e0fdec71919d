"""Rule 7: Dutch and English are complete, and residents can read the Dutch."""

from allowed_words import JARGON
from allowed_words import LITERAL_TEXTS
from allowed_words import LONG_SENTENCES
from allowed_words import SAME_IN_BOTH
from pathlib import Path
from samenbeter.shared import plain
from where import files
from where import name_of
from where import ROOT
from where import stale
from where import unlisted

import ast
import polib
import pytest
import re
import statistics
import sys
import templates


sys.path.insert(0, str(ROOT / "scripts"))

import i18n
import messages


PLACEHOLDER = re.compile(r"\$\{(\w+)\}")
LONGEST_SENTENCE = 25
MEAN_SENTENCE = 12
TEMPLATES = files(".pt")


def entries(language):
    """Return {msgid: entry} of a language."""
    return i18n.read(i18n.po_path(language))


def is_symbol(msgid):
    """True for an id; a text of a profile is its own id, in English."""
    return bool(messages.SYMBOL.match(msgid))


class TestFiles:
    """The files of the translators."""

    def test_they_are_up_to_date(self):
        """As make i18n would write them."""
        assert [name_of(path) for path in i18n.behind(i18n.files())] == []

    @pytest.mark.parametrize("language", i18n.LANGUAGES)
    def test_a_language_is_complete(self, language):
        """All messages and no other; none empty, none to look at again."""
        pot, found = i18n.read(i18n.POT), entries(language)
        assert set(found) == set(pot)
        assert [e.msgid for e in found.values() if not e.msgstr.strip()] == []
        assert [e.msgid for e in found.values() if "fuzzy" in e.flags] == []

    @pytest.mark.parametrize("language", i18n.LANGUAGES)
    def test_no_message_is_its_own_id(self, language):
        """But the English of profile titles."""
        same = {e.msgid for e in entries(language).values() if e.msgid == e.msgstr}
        assert unlisted((m for m in same if language == "nl" or is_symbol(m)), SAME_IN_BOTH) == []

    @pytest.mark.parametrize("language", i18n.LANGUAGES)
    def test_what_is_filled_in_has_the_same_names(self, language):
        """A misspelt ${name} would stand on the page as it is."""
        pot = i18n.read(i18n.POT)
        for msgid, entry in entries(language).items():
            source = i18n.default_of(pot[msgid]) or msgid
            assert set(PLACEHOLDER.findall(entry.msgstr)) == set(PLACEHOLDER.findall(source)), msgid

    def test_english_is_no_dutch(self):
        """A text that is the same in both languages is listed, with its reason."""
        dutch = entries("nl")
        texts = {e.msgstr for m, e in entries("en").items() if e.msgstr == dutch[m].msgstr}
        same = {text for text in texts if re.search(r"[a-z]", PLACEHOLDER.sub("", text))}
        assert unlisted(same, SAME_IN_BOTH) == []
        assert stale(same, SAME_IN_BOTH) == []

    def test_they_compile(self, tmp_path):
        """As Zope does when it starts."""
        for language in i18n.LANGUAGES:
            polib.pofile(str(i18n.po_path(language))).save_as_mofile(str(tmp_path / f"{language}.mo"))
            assert len(polib.mofile(str(tmp_path / f"{language}.mo"))) > 100


@pytest.mark.parametrize("path", TEMPLATES, ids=name_of)
class TestTemplates:
    """Every template."""

    def test_nothing_in_it_is_literal(self, path):
        """Text, and what a screen reader says of attributes."""
        found = {(name_of(path), text) for text in templates.literal_texts(path)}
        allowed = {key for key in LITERAL_TEXTS if key[0] == name_of(path)}
        assert unlisted(found, allowed) == []
        assert stale(found, allowed) == []

    def test_its_ids_are_collected(self, path):
        """In our domain, with an id that is no text."""
        pot = i18n.read(i18n.POT)
        assert [i for i in templates.ids(path) if i not in pot or not is_symbol(i)] == []

    def test_its_names_are_in_the_message(self, path):
        """And no other."""
        pot = i18n.read(i18n.POT)
        for msgid, found in templates.names(path):
            assert found == set(PLACEHOLDER.findall(i18n.default_of(pot[msgid]))), msgid


WRONG = """
<div><p>Los</p><p i18n:translate="a">Goed <b i18n:name="b">fout</b></p><p tal:content="x">Goed</p>
<img alt="Fout" src="x"><img alt="Goed" i18n:attributes="alt c"><img alt="${goed}"><tal:x replace="y">Goed</tal:x>
<p i18n:translate="d">Goed <b>goed</b> <i i18n:name="e" tal:content="z">Goed</i></p><p>${goed} 12</p></div>
"""


def test_the_check_of_templates_sees_what_is_wrong(tmp_path):
    """Else it would prove nothing."""
    path = tmp_path / "wrong.pt"
    path.write_text(WRONG, "utf-8")
    assert sorted(templates.literal_texts(path)) == ["Los", "alt=Fout", "fout"]


class TestCode:
    """What the code asks to translate."""

    def test_mapping_and_default_have_the_same_names(self):
        """In Python."""
        for path in files(".py"):
            for node in ast.walk(ast.parse(path.read_text("utf-8"))):
                if not (isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "_"):
                    continue
                keywords = {k.arg: k.value for k in node.keywords}
                mapping = keywords.get("mapping")
                if isinstance(mapping, ast.Dict):
                    given = {key.value for key in mapping.keys}
                    assert given == set(PLACEHOLDER.findall(keywords["default"].value)), (
                        f"{name_of(path)}:{node.lineno}"
                    )

    def test_the_domain_of_our_templates_is_ours(self):
        """Plone's words come from Plone's own templates."""
        for path in TEMPLATES:
            domains = {e["i18n:domain"] for e in templates.soup_of(path).find_all(attrs={"i18n:domain": True})}
            assert domains <= {"samenbeter"}, name_of(path)
            if list(templates.ids(path)):
                assert domains, name_of(path)


def sentences():
    """Yield (msgid, sentence) of all Dutch messages that people read."""
    for msgid, entry in entries("nl").items():
        for sentence in plain.sentences(PLACEHOLDER.sub("woord", entry.msgstr)):
            yield msgid, sentence


class TestDutch:
    """Dutch at B1: short sentences in everyday words."""

    def test_no_sentence_is_long(self):
        """One thought in a sentence."""
        found = {msgid for msgid, s in sentences() if len(plain.words(s)) > LONGEST_SENTENCE}
        assert unlisted(found, LONG_SENTENCES) == []
        assert stale(found, LONG_SENTENCES) == []

    def test_sentences_are_short_on_the_whole(self):
        """Of whole sentences: titles and buttons would make it look better than it is."""
        lengths = [len(plain.words(s)) for _m, s in sentences() if s[-1] in ".!?"]
        assert statistics.mean(lengths) <= MEAN_SENTENCE

    @pytest.mark.parametrize("word", JARGON)
    def test_no_word_of_the_office(self, word):
        """A resident is spoken to as a neighbour would."""
        pattern = re.compile(rf"\b{re.escape(word)}\b", re.IGNORECASE)
        assert [(m, e.msgstr) for m, e in entries("nl").items() if pattern.search(e.msgstr)] == []

    def test_it_says_je(self):
        """Never u."""
        assert [m for m, e in entries("nl").items() if re.search(r"\b(u|uw|uzelf)\b", e.msgstr, re.IGNORECASE)] == []


def test_the_tool_is_the_one_of_make_i18n():
    """And not a copy."""
    assert "scripts/i18n.py" in (ROOT / "Makefile").read_text("utf-8")
    assert Path(i18n.__file__) == ROOT / "scripts" / "i18n.py"
