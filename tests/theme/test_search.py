"""The search page: what it finds for whom, how it can be narrowed, and what that costs."""

from counting import Counted
from neighbourhood import chips
from neighbourhood import HIDDEN
from neighbourhood import make
from neighbourhood import Neighbourhood
from neighbourhood import results
from neighbourhood import texts
from plone import api
from plone.app.testing import SITE_OWNER_NAME
from samenbeter.shared.counts import documents
from samenbeter.shared.counts import visible
from unittest import mock
from urllib.parse import parse_qs
from urllib.parse import urlsplit

import pytest
import transaction


SEARCH = "@@search"
FOUND = [
    "Hoe kom ik aan slaap?",
    "Ria slaapt weer",
    "Slaapavond",
    "Slaaphuis",
    "Slaapschool",
    "Slaapspreekuur",
    "Slaapwijzer",
]


@pytest.fixture(scope="class")
def town(shared_portal):
    return Neighbourhood(shared_portal)


class TestFinding:
    """What is found."""

    @pytest.mark.abuse("A03")
    @pytest.mark.parametrize("user", ["", "bewoner", "deskundige"])
    def test_everything_public_is_found_and_nothing_else(self, town, user):
        tree = town.read(SEARCH, user, SearchableText="slaap")
        assert sorted(results(tree)) == FOUND
        assert HIDDEN not in tree.text_content()
        assert "7 keer gevonden voor “slaap”" in texts(tree, "//h2")

    def test_a_contribution_is_no_result_of_its_own(self, town):
        assert results(town.read(SEARCH, SearchableText="bijdrage")) == ["Hoe kom ik aan slaap?"]
        assert results(town.read(SEARCH, "redacteur", SearchableText="huisarts bijdrage")) == ["Hoe kom ik aan slaap?"]

    def test_an_editor_sees_what_is_not_public_with_its_state(self, town):
        tree = town.read(SEARCH, "redacteur", SearchableText=HIDDEN)
        assert f"Slaap {HIDDEN} VraagbaakQuestion" in results(tree)
        assert "Klad" in texts(tree, "//ul[@class='sb-list']//*[contains(@class, 'sb-tag')]")

    def test_an_expert_finds_only_what_was_given_to_them(self, town):
        assert results(town.read(SEARCH, "deskundige", SearchableText=HIDDEN)) == []

    @pytest.mark.parametrize("user", ["", "redacteur"])
    def test_each_result_says_what_kind_it_is(self, town, user):
        kinds = texts(town.read(SEARCH, user, SearchableText="slaap"), "//li//span[@class='sb-kind']")
        assert {"Vraag met antwoord", "Hulp in de wijk", "Module voor thuis", "Verhaal", "Bladzijde"} <= set(kinds)

    def test_a_word_in_the_title_comes_first(self, town):
        make(town.folder, "Document", "Kruidenthee", text=None, themes=[], description="Ook voor de nacht")
        make(town.folder, "Document", "De nacht", themes=[])
        make(town.folder, "Document", "Donker", themes=[], description="nacht nacht nacht nacht nacht nacht")
        transaction.commit()
        assert results(town.read(SEARCH, SearchableText="nacht"))[0] == "De nacht"

    def test_a_whole_question_finds_what_has_most_of_its_words(self, town):
        tree = town.read(SEARCH, SearchableText="Ik ben mijn moeder kwijt, wie helpt mij aan slaap?")
        assert "Hoe kom ik aan slaap?" in results(tree)
        assert "Niets had al je woorden" in tree.text_content()

    def test_a_word_finds_its_other_forms(self, town):
        assert "Ria slaapt weer" in results(town.read(SEARCH, SearchableText="slapen"))
        assert "Slaapschool" in results(town.read(SEARCH, SearchableText="slaapt"))

    def test_small_words_do_not_count(self, town):
        tree = town.read(SEARCH, SearchableText="hoe doe ik aan een slaapschool")
        assert results(tree) == ["Slaapschool"]
        assert "Niets had al je woorden" not in tree.text_content()

    def test_a_meeting_that_has_been_comes_last_and_says_so(self, town):
        make(town.folder, "Event", "Zomerfeest zomerfeest", days=-3)
        make(town.folder, "Event", "Zomerfeest")
        transaction.commit()
        tree = town.read(SEARCH, SearchableText="zomerfeest")
        assert results(tree) == ["Zomerfeest", "Zomerfeest zomerfeest"]
        assert texts(tree, "//li[last()]//*[contains(@class, 'sb-tag')]") == ["Dit is geweest"]
        assert "Zomerfeest zomerfeest" not in results(town.read(SEARCH, kind="meeting"))

    def test_what_is_not_yet_or_no_longer_shown_is_not_found(self, town):
        with api.env.adopt_user(username=SITE_OWNER_NAME):
            page = make(town.folder, "Document", "Verlopen aanplakbiljet", themes=[])
            page.expires = page.created() - 1
            page.reindexObject()
        transaction.commit()
        assert results(town.read(SEARCH, SearchableText="aanplakbiljet")) == []
        assert results(town.read(SEARCH, "redacteur", SearchableText="aanplakbiljet")) == []

    def test_a_type_that_the_site_keeps_out_is_not_found(self, town):
        name = "plone.types_not_searched"
        with api.env.adopt_user(username=SITE_OWNER_NAME):
            before = api.portal.get_registry_record(name)
            api.portal.set_registry_record(name, (*before, "Document"))
            transaction.commit()
            assert results(town.read(SEARCH, SearchableText="slaapwijzer")) == []
            api.portal.set_registry_record(name, before)
            transaction.commit()
        assert results(town.read(SEARCH, SearchableText="slaapwijzer")) == ["Slaapwijzer"]


class TestNarrowing:
    """Filters and pages."""

    def test_kinds_and_themes_are_links_with_how_many_there_are(self, town):
        found = chips(town.read(SEARCH, SearchableText="slaap"))
        assert {"Alles (7)", "Vragen (1)", "Modules (1)", "Bladzijden (1)", "Slapen (6)"} <= set(found)
        assert results(town.read(found["Vragen (1)"].rpartition("/")[2])) == ["Hoe kom ik aan slaap?"]

    def test_one_filter_counts_within_the_other(self, town):
        found = chips(town.read(SEARCH, SearchableText="slaap", theme="slapen"))
        assert {"Alles (6)", "Alles (7)", "Vragen (1)", "Piekeren en spanning (1)"} <= set(found)
        assert "Bladzijden (1)" not in found

    def test_one_kind_alone_is_no_choice(self, town):
        assert "Vragen (1)" not in chips(town.read(SEARCH, SearchableText="slaap", theme="piekeren"))

    def test_a_kind_and_a_theme_alone_make_a_list(self, town):
        tree = town.read(SEARCH, kind="question", theme="slapen")
        assert results(tree) == ["Hoe kom ik aan slaap?"]
        assert "1 vraag over slapen" in texts(tree, "//h2")

    def test_a_filter_stays_with_the_next_search(self, town):
        tree = town.read(SEARCH, SearchableText="slaap", kind="story")
        assert tree.xpath("//form[@role='search']//input[@type='hidden']/@value") == ["story"]

    @pytest.mark.parametrize("name", ["kind", "theme"])
    @pytest.mark.parametrize("value", ["bestaat-niet", "VraagbaakAnswer", "'", "", "x" * 5000])
    def test_an_unknown_filter_does_nothing(self, town, name, value):
        assert len(results(town.read(SEARCH, SearchableText="slaap", **{name: value}))) == 7

    def test_a_label_of_plone_leads_here(self, town):
        make(town.folder, "Document", "Met een label", subject=("buurtmoestuin",), themes=[])
        transaction.commit()
        for name in ("Subject", "Subject:list"):
            assert results(town.read(SEARCH, **{name: "buurtmoestuin"})) == ["Met een label"]

    def test_many_results_come_in_pages_of_which_each_is_another(self, town):
        for number in range(25):
            make(town.folder, "Document", f"Groentetuin {number}", themes=[])
        transaction.commit()
        first = town.read(SEARCH, SearchableText="groentetuin", onzin="x" * 2000)
        second = first.xpath("//nav[contains(@class, 'sb-pages')]//a[@rel='next']/@href")[0]
        assert parse_qs(urlsplit(second).query) == {"SearchableText": ["groentetuin"], "b_start": ["20"]}
        both = results(first) + results(town.read(second.rpartition("/")[2]))
        assert len(both) == len(set(both)) == 25

    def test_without_words_there_are_themes_to_choose_from(self, town):
        tree = town.read(SEARCH)
        assert results(tree) == []
        assert chips(tree)["Slapen"].endswith("/thema/slapen")
        assert "Niet gevonden?" not in tree.text_content()

    def test_who_finds_nothing_reads_what_to_do(self, town):
        tree = town.read(SEARCH, SearchableText="qqqqq")
        text = tree.text_content()
        assert "Niets gevonden voor “qqqqq”" in text
        assert "Probeer eens een ander woord" in text
        assert chips(tree)["Slapen"].endswith("/thema/slapen")
        leads = tree.xpath("//section[contains(@class, 'sb-empty')]//a/@href")
        assert leads[0] == f"{town.desk.absolute_url()}/@@stel-je-vraag"


class TestOtherDoors:
    """The same search for programs."""

    @pytest.mark.parametrize("user", ["", "bewoner", "deskundige"])
    def test_the_live_search_finds_the_same(self, town, user):
        found = town.get("@@ajax-search", user, params={"SearchableText": "slaap"}).json()
        assert found["total"] == 7
        assert sorted(item["title"] for item in found["items"]) == FOUND

    @pytest.mark.parametrize(
        "query",
        [
            "portal_type=VraagbaakAnswer",
            "Creator=test_user_1_",
            "SearchableText=bijdrage&portal_type=VraagbaakAnswer",
            "perPage=100000&page=-1",
            "page=x",
            "page=99999",
            "page:list=1",
        ],
    )
    def test_the_live_search_takes_no_other_question(self, town, query):
        answer = town.get(f"@@ajax-search?{query}")
        assert answer.status_code == 200
        assert "Huisarts" not in [item["title"] for item in answer.json()["items"]]
        assert len(answer.json()["items"]) <= 10


class TestCost:
    """What it asks of the database, and that it asks it rightly."""

    def test_it_asks_the_catalog_the_same_for_many_results(self, town):
        def cost(**params):
            town.read(SEARCH, "redacteur", **params)
            with Counted() as counted:
                town.read(SEARCH, "redacteur", **params)
            return counted.queries, counted.loaded

        one, many = cost(SearchableText="slaapschool"), cost(SearchableText="slaap")
        assert one == many == cost(theme="slapen")
        assert many[1] == 0

    def test_the_sets_of_the_indexes_are_what_the_catalog_answers(self, town):
        catalog = api.portal.get_tool("portal_catalog")
        for user in ("", "bewoner", "deskundige", "redacteur", SITE_OWNER_NAME):
            with api.env.adopt_user(username=user) if user else mock.MagicMock():
                expected = {brain.getRID() for brain in catalog({"portal_type": "VraagbaakQuestion"})}
                assert set(visible(catalog, portal_type="VraagbaakQuestion")) == expected

    def test_a_set_of_documents_says_nothing_of_who_may_see_them(self, town):
        catalog = api.portal.get_tool("portal_catalog")
        assert len(documents(catalog, "portal_type", "VraagbaakQuestion")) == 2
