"""The pages of the themes, the links to them, and the page of all pages."""

from counting import Counted
from neighbourhood import chips
from neighbourhood import HIDDEN
from neighbourhood import make
from neighbourhood import Neighbourhood
from neighbourhood import results
from neighbourhood import texts
from plone import api
from samenbeter.interfaces import ITermSource
from zope.component import getGlobalSiteManager
from zope.globalrequest import getRequest
from zope.interface import implementer

import pytest
import requests
import transaction


USERS = ("", "bewoner", "deskundige")


@implementer(ITermSource)
class More:
    """Terms of another add-on."""

    vocabulary = "samenbeter.themes"

    def terms(self):
        """Return one more theme."""
        return [("tuinieren", "Tuinieren")]


@pytest.fixture(scope="class")
def town(shared_portal):
    return Neighbourhood(shared_portal)


class TestOneTheme:
    """/thema/slapen"""

    @pytest.mark.parametrize("user", USERS)
    def test_it_brings_all_public_kinds_together_and_nothing_else(self, town, user):
        tree = town.read("thema/slapen", user)
        assert texts(tree, "//main//section/h2")[:6] == [
            "Vragen",
            "Hulp in de wijk",
            "Modules",
            "Verhalen",
            "Bijeenkomsten",
            "Partners",
        ]
        assert results(tree) == [
            "Hoe kom ik aan slaap?",
            "Slaapspreekuur",
            "Slaapschool",
            "Ria slaapt weer",
            "Slaapavond",
            "Slaaphuis",
        ]
        assert HIDDEN not in tree.text_content()

    def test_an_editor_sees_what_the_catalog_shows_them(self, town):
        assert f"Slaap {HIDDEN} VraagbaakQuestion" in results(town.read("thema/slapen", "redacteur"))

    def test_it_says_what_it_is_to_search_engines(self, town):
        tree = town.read("thema/slapen")
        assert tree.findtext(".//title").startswith("Slapen - ")
        description = tree.xpath("//meta[@name='description']/@content")[0]
        assert description.startswith("Alles over slapen bij elkaar: 1 vraag, 1 plek voor hulp, 1 module")
        assert tree.xpath("//link[@rel='canonical']/@href") == [f"{town.portal.absolute_url()}/thema/slapen"]

    def test_one_page_has_one_heading_and_the_way_back(self, town):
        tree = town.read("thema/slapen")
        assert texts(tree, "//h1") == ["Slapen"]
        assert texts(tree, "//nav[@class='sb-crumbs']//a")[-1] == "Onderwerpen"

    def test_more_than_it_shows_is_one_link_away(self, town):
        for number in range(7):
            make(town.desk, "VraagbaakQuestion", f"Vraag {number} over werk", themes=["werk"])
        transaction.commit()
        tree = town.read("thema/werk")
        assert len(results(tree)) == 5
        link = tree.xpath("//a[normalize-space()='Alle 7 vragen over werk en meedoen']/@href")[0]
        assert len(results(town.read(link.rpartition("/")[2]))) == 7

    def test_only_meetings_to_come_are_on_it(self, town):
        make(town.folder, "Event", "Was er al", days=-2, themes=["rouw"])
        make(town.folder, "Event", "Morgen", days=1, themes=["rouw"])
        make(town.folder, "Event", "Straks", days=3, themes=["rouw"])
        # it began long ago, and is held each week
        make(town.folder, "Event", "Elke week", days=-12, themes=["rouw"], recurrence="RRULE:FREQ=WEEKLY;COUNT=9")
        transaction.commit()
        assert results(town.read("thema/rouw")) == ["Morgen", "Elke week", "Straks"]

    def test_a_theme_without_anything_says_so(self, town):
        tree = town.read("thema/roken")
        assert "Hierover staat hier nog niets" in tree.text_content()
        assert f"{town.desk.absolute_url()}/@@stel-je-vraag" in tree.xpath("//div[@class='sb-empty']//a/@href")

    def test_themes_that_share_most_come_first_beside_it(self, town):
        # a theme of which there is more
        for number in range(3):
            make(town.folder, "Document", f"Bewegen {number}", themes=["bewegen"])
        transaction.commit()
        found = texts(town.read("thema/slapen"), "//aside//ul[@class='sb-chips']/li")
        assert found[0] == "Piekeren en spanning"
        assert "Slapen" not in found

    def test_a_theme_of_another_add_on_has_its_page(self, town):
        getGlobalSiteManager().registerUtility(More(), ITermSource, "more")
        try:
            assert texts(town.read("thema/tuinieren"), "//h1") == ["Tuinieren"]
        finally:
            getGlobalSiteManager().unregisterUtility(provided=ITermSource, name="more")

    @pytest.mark.parametrize(
        "path", ["bestaat-niet", "Slapen", "slapen/piekeren", "slapen/x", "__call__", "titles", "%00", "index"]
    )
    def test_an_unknown_theme_is_not_there(self, town, path):
        answer = town.get(f"thema/{path}")
        assert answer.status_code == 404
        assert "sb-skip" in answer.text

    def test_it_costs_the_same_however_much_there_is(self, town):
        def cost(path):
            town.read(path, "redacteur")
            with Counted() as counted:
                town.read(path, "redacteur")
            return counted.queries, counted.loaded

        queries, loaded = cost("thema/slapen")
        assert cost("thema/kinderen") == (queries, loaded)
        assert queries <= 8
        assert loaded == 0

    @pytest.mark.parametrize("path", ["thema", "thema/slapen"])
    def test_a_head_request_is_answered_and_nothing_is_left_behind(self, town, path):
        assert requests.head(f"{town.portal.absolute_url()}/{path}", timeout=60).status_code == 200
        answer = town.get(path)
        assert "Set-Cookie" not in answer.headers
        assert "<script src" not in answer.text


class TestAllThemes:
    """/thema, and the links to the pages."""

    @pytest.mark.parametrize("user", USERS)
    def test_it_names_what_there_is_for_each_theme(self, town, user):
        tree = town.read("thema", user)
        card = tree.xpath("//article[.//a[normalize-space()='Slapen']]")[0].text_content()
        assert "1 vraag, 1 plek voor hulp, 1 module, 1 verhaal, 1 bijeenkomst en 1 partner" in " ".join(card.split())
        assert "Stoppen met roken" not in tree.text_content()

    def test_a_theme_of_hidden_content_alone_is_not_there(self, town):
        make(town.folder, "SuccessStory", "Verborgen", "draft", themes=["ziekte"])
        transaction.commit()
        assert "Leven met een ziekte" not in town.read("thema").text_content()
        assert "Leven met een ziekte" in town.read("thema", "redacteur").text_content()

    def test_items_lead_to_the_pages_of_their_themes(self, town):
        for item in (town.question, town.module, town.story, town.partner, town.offer, town.meeting):
            tree = town.read(item.absolute_url().partition("/plone/")[2])
            assert f"{town.portal.absolute_url()}/thema/slapen" in chips(tree).values(), item.portal_type

    def test_the_front_page_leads_to_themes_and_to_the_search(self, town):
        tree = town.read("samenbeter-front")
        assert chips(tree)["Slapen"] == f"{town.portal.absolute_url()}/thema/slapen"
        assert tree.xpath("//form[@role='search']/@action") == [f"{town.portal.absolute_url()}/@@search"]

    def test_templates_can_ask_for_the_themes_in_use(self, town):
        request = getRequest()
        sb = api.content.get_view("sb", town.portal, request)
        assert "Slapen" in [theme["title"] for theme in sb.themes_in_use()]
        assert sb.theme_links(["slapen", "bestaat-niet"])[0]["url"].endswith("/thema/slapen")
        assert len(sb.theme_links(["slapen", "bestaat-niet"])) == 1
        assert sb.theme_links(None) == []


class TestSiteMap:
    """/sitemap"""

    @pytest.mark.parametrize("user", USERS)
    def test_it_names_sections_and_pages_and_counts_the_rest(self, town, user):
        tree = town.read("sitemap", user)
        main = " ".join(tree.xpath("//main")[0].text_content().split())
        assert "Vraagbaak 1 vraag" in main
        assert "Slaapwijzer" in main
        assert "Hoe kom ik aan slaap?" not in main
        assert HIDDEN not in main

    def test_a_hidden_folder_takes_its_pages_along(self, town):
        folder = make(town.portal, "Folder", "Achterkamer", "private", themes=[])
        make(folder, "Document", "Losse bladzijde", themes=[])
        transaction.commit()
        assert "Losse bladzijde" not in town.read("sitemap").text_content()

    def test_it_costs_the_same_and_is_as_long_with_many_questions(self, town):
        def cost():
            town.read("sitemap", "redacteur")
            with Counted() as counted:
                length = len(town.get("sitemap", "redacteur").content)
            return counted.queries, counted.loaded, length // 100

        before = cost()
        for number in range(20):
            make(town.desk, "VraagbaakQuestion", f"Nog een vraag {number}")
        transaction.commit()
        assert cost() == before
        assert before[1] == 0

    def test_it_is_the_same_wherever_it_is_asked_for(self, town):
        assert town.get("vraagbaak/sitemap").status_code == 200
