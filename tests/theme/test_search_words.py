"""What somebody types in the search box: nothing of it is an error, none of it stays, and its words are found."""

from hypothesis import given
from hypothesis import strategies as st
from neighbourhood import HIDDEN
from neighbourhood import Neighbourhood
from plone import api
from Products.ZCTextIndex.Lexicon import Lexicon
from Products.ZCTextIndex.Lexicon import Splitter
from Products.ZCTextIndex.QueryParser import QueryParser
from samenbeter.shared import queries

import logging
import pytest
import requests


SEARCH = "@@search"


@pytest.fixture(scope="class")
def town(shared_portal):
    return Neighbourhood(shared_portal)


HOSTILE = [
    '"',
    '"slapen',
    "(",
    "((",
    "*",
    "?",
    "-",
    "%",
    "\\",
    "not",
    "AND",
    "and and",
    "slapen or",
    "de het een",
    "a" * 100_000,
    "wij " * 2000,
    "sla\x00ap",
    "\u202eslaap",
    "<script>alert(1)</script>",
    "' OR 1=1 --",
    "😀",
]


class TestHostileWords:
    """Nothing that somebody types is an error, and none of it stays."""

    @pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
    def test_any_text_gives_a_page(self, town, text):
        answer = town.get(SEARCH, params={"SearchableText": text})
        assert answer.status_code == 200
        assert "Set-Cookie" not in answer.headers
        assert len(answer.content) < 60_000
        assert "<script>alert" not in answer.text
        assert "\x00" not in answer.text

    @pytest.mark.parametrize(
        "query",
        [
            "SearchableText:list=a&SearchableText:list=b",
            "SearchableText=a&SearchableText=b",
            "SearchableText.query:record=a",
            "SearchableText=%ff%fe",
            "SearchableText=%ed%a0%80",
            "kind:list=question&theme:list=slapen",
            "kind.x:record=1",
            "b_start:list=1",
            "SearchableText=slaap&b_start=-1",
            "SearchableText=slaap&b_start=9e9",
            "SearchableText=slaap&b_start=" + "9" * 5000,
            "portal_type=VraagbaakAnswer",
            "Creator=admin&review_state=draft",
            "Subject:list=" + "x" * 3000,
            "SearchableText=slaap&use_types_blacklist=False&show_inactive:boolean=1",
        ],
    )
    def test_any_parameter_gives_a_page(self, town, query):
        answer = town.get(f"{SEARCH}?{query}")
        assert answer.status_code == 200
        assert HIDDEN not in answer.text

    def test_what_was_typed_is_in_no_title_and_no_log(self, town, caplog):
        with caplog.at_level(logging.DEBUG):
            tree = town.read(SEARCH, SearchableText="slaap eenhoornwoord")
        assert "eenhoornwoord" not in tree.findtext(".//title")
        assert "eenhoornwoord" not in " ".join(
            r.getMessage() for r in caplog.records if r.name.startswith("samenbeter")
        )
        assert len(api.portal.get().error_log.getLogEntries()) == 0

    def test_a_head_request_is_answered(self, town):
        assert requests.head(f"{town.portal.absolute_url()}/{SEARCH}", timeout=60).status_code == 200


class TestWords:
    """What was typed, as a query."""

    @given(st.text(max_size=500))
    def test_any_text_becomes_one_clean_line(self, text):
        line = queries.clean(text)
        assert len(line) <= queries.MAX_SEARCH
        assert line.isprintable()
        line.encode("utf-8")
        assert queries.clean(line) == line

    @given(st.text(max_size=500))
    def test_a_query_has_no_language_of_the_index(self, text):
        for words in (queries.words(text), queries.telling_words(text)):
            assert len(words) <= queries.MAX_WORDS
            assert not {"and", "or", "not"} & set(words)
            for query in filter(None, (queries.all_of(words), queries.any_of(words))):
                QueryParser(Lexicon(Splitter())).parseQuery(query)

    def test_the_words_that_tell_are_looked_for(self):
        assert queries.telling_words("Wie helpt mijn moeder met boodschappen?") == ["helpt", "moeder", "boodschappen"]
        assert queries.telling_words("hoe is het") == ["hoe", "is", "het"]
        assert queries.any_of(["moeder", "ov"]) == "moeder* OR ov"

    @pytest.mark.parametrize(
        "typed, other",
        [
            ("slapen", "slaap*"),
            ("slaapt", "slape*"),
            ("lezen", "lees*"),
            ("leest", "leze*"),
            ("brieven", "brief*"),
            ("piekeren", "pieker*"),
            ("bewegen", "beweeg*"),
            ("bellen", "bel"),
            ("zitten", "zit"),
        ],
    )
    def test_another_spelling_of_the_same_word_is_found_too(self, typed, other):
        assert other in queries.all_of([typed]).strip("()").split(" OR ")

    def test_what_only_looks_like_it_is_not(self):
        assert "slap*" not in queries.all_of(["slapen"])
        assert queries.all_of(["moeder"]) == "moeder*"
