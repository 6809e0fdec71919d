"""The same page in another language, the language of its parts, and virtual hosts."""

from pages import a_question
from pages import fetch
from pages import JSON
from pages import lang
from pages import language_links
from pages import leads
from pages import soup
from plone import api
from plone.app.testing import SITE_OWNER_NAME
from Products.SiteAccess.VirtualHostMonster import manage_addVirtualHostMonster

import pytest
import transaction


class TestReading:
    """What stands on a page in two languages, and where it leads."""

    # -- the same page in the other language

    @pytest.mark.parametrize(
        "path", ["", "/vraagbaak", "/vraagbaak?theme=slapen&b_start=0", "/@@search?SearchableText=caf%C3%A9", "/weg"]
    )
    def test_it_is_the_same_page_with_its_query(self, demo_portal, path):
        """There and back."""
        site = demo_portal.absolute_url()
        there = language_links(soup(fetch(site + path)))
        assert there == {"en": f"{site}/en{path}"}
        assert language_links(soup(fetch(there["en"]))) == {"nl": f"{site}{path}"}

    def test_it_is_called_as_its_readers_call_it(self, demo_portal):
        """Somebody who reads no Dutch finds "English"."""
        link = soup(fetch(demo_portal.absolute_url())).select_one(".sb-langs a")
        assert (link["lang"], link["hreflang"], link.get_text()) == ("en", "en", "English")
        link = soup(fetch(f"{demo_portal.absolute_url()}/en")).select_one(".sb-langs a")
        assert (link["lang"], link["hreflang"], link.get_text()) == ("nl", "nl", "Nederlands")

    def test_what_was_posted_has_none(self, demo_portal):
        """It has no address of its own."""
        site = demo_portal.absolute_url()
        answer = fetch(f"{site}/en/login", method="POST", data={"__ac_name": "x", "buttons.login": "1"})
        assert (answer.status_code, lang(answer)) == (200, "en")
        assert language_links(soup(answer)) == {}

    def test_machines_are_told_too(self, demo_portal):
        """The same three on both pages; content has one canonical address."""
        site = demo_portal.absolute_url()
        for path in ("/vraagbaak", "/en/vraagbaak"):
            page = soup(fetch(site + path))
            assert {link["hreflang"]: link["href"] for link in page.select("head link[hreflang]")} == {
                "nl": f"{site}/vraagbaak",
                "en": f"{site}/en/vraagbaak",
                "x-default": f"{site}/vraagbaak",
            }
            assert page.select_one("link[rel=canonical]")["href"] == f"{site}/vraagbaak"

    def test_plones_own_pages_have_the_same_canonical_address(self, demo_portal):
        """A page of text, in Plone's own view."""
        site = demo_portal.absolute_url()
        page = soup(fetch(f"{site}/en/toegankelijkheid"))
        assert page.select_one("link[rel=canonical]")["href"] == f"{site}/toegankelijkheid"

    # -- content keeps its own language, and comes before the interface

    def test_what_is_dutch_says_so_on_an_english_page(self, demo_portal):
        """WCAG 3.1.2: a screen reader reads it with a Dutch voice."""
        site = demo_portal.absolute_url()
        path = a_question(demo_portal)
        dutch, english = soup(fetch(site + path)), soup(fetch(f"{site}/en{path}"))
        assert english.h1["lang"] == "nl"
        assert english.select_one(".sb-short [lang=nl]")
        assert english.select_one(".sb-voice [lang=nl]")
        assert english.select_one(".sb-nav a[lang=nl]")
        assert {element["lang"] for element in dutch.body.select("[lang]")} == {"en"}
        assert [e.get_text() for e in dutch.body.select("[lang]")] == ["English"]

    def test_lists_say_it_of_each_item(self, demo_portal):
        """On the front page and in the rooms."""
        site = demo_portal.absolute_url()
        for path in (
            "",
            "/vraagbaak",
            "/partners",
            "/modules",
            "/verhalen",
            "/agenda",
            "/@@search?SearchableText=slapen",
        ):
            headings = soup(fetch(f"{site}/en{path}")).select("main h3 a")
            assert headings, path
        assert soup(fetch(f"{site}/en/vraagbaak")).select("main h3 a[lang=nl]")
        assert soup(fetch(f"{site}/en/partners")).select("main h3 a[lang=nl]")

    def test_english_content_says_so_on_a_dutch_page(self, demo_portal):
        """The other way round."""
        with api.env.adopt_user(username=SITE_OWNER_NAME):
            story = api.content.create(
                demo_portal["verhalen"], "SuccessStory", title="Walking again", description="At last.", language="en"
            )
            story_path = f"/verhalen/{story.getId()}"
        transaction.commit()
        site = demo_portal.absolute_url()
        assert soup(fetch(site + story_path, user="beheer")).h1["lang"] == "en"
        assert soup(fetch(f"{site}/en{story_path}", user="beheer")).h1.get("lang") is None
        with api.env.adopt_user(username=SITE_OWNER_NAME):
            api.content.delete(demo_portal["verhalen"][story.getId()])
        transaction.commit()

    def test_content_that_is_called_en_comes_first(self, demo_portal):
        """A site may have a folder of that name; then no link says that /en is English."""
        site = demo_portal.absolute_url()
        with api.env.adopt_user(username=SITE_OWNER_NAME):
            api.content.transition(api.content.create(demo_portal, "Folder", "en", title="Eigen map"), "publish")
        transaction.commit()
        answer = fetch(f"{site}/en")
        assert (answer.status_code, lang(answer)) == (200, "nl")
        assert "Eigen map" in answer.text
        assert language_links(soup(answer)) == {}
        assert lang(fetch(f"{site}/en/vraagbaak")) == "nl"
        with api.env.adopt_user(username=SITE_OWNER_NAME):
            api.content.delete(demo_portal["en"])
        transaction.commit()
        assert lang(fetch(f"{site}/en")) == "en"

    def test_what_is_made_below_en_is_dutch_content(self, demo_portal):
        """The language of the interface says nothing of what somebody writes."""
        site = demo_portal.absolute_url()
        data = {"@type": "Document", "title": "Een blad"}
        answer = fetch(f"{site}/en/agenda", user="beheer", method="POST", json=data, headers=JSON)
        assert answer.status_code == 201
        transaction.begin()
        assert demo_portal["agenda"][answer.json()["id"]].language != "en"
        with api.env.adopt_user(username=SITE_OWNER_NAME):
            api.content.delete(demo_portal["agenda"][answer.json()["id"]])
        transaction.commit()


class TestVirtualHosts:
    """Behind a proxy that rewrites addresses."""

    @pytest.fixture(scope="class")
    def zope(self, demo_portal):
        """The root of Zope, with the object that does it."""
        app = demo_portal.aq_parent
        manage_addVirtualHostMonster(app, "virtual_hosting")
        transaction.commit()
        return app

    # the rewritten address, the site as the visitor sees it
    CASES = (
        ("/VirtualHostBase/https/wijk.example:443/plone/VirtualHostRoot", "https://wijk.example"),
        ("/VirtualHostBase/https/wijk.example:443/plone/VirtualHostRoot/_vh_platform", "https://wijk.example/platform"),
        ("/VirtualHostBase/https/wijk.example:443/plone/VirtualHostRoot/_vh_a/_vh_b", "https://wijk.example/a/b"),
        ("/VirtualHostBase/http/wijk.example:8080/VirtualHostRoot/plone", "http://wijk.example:8080/plone"),
        ("/VirtualHostBase/http/wijk.example:80/VirtualHostRoot/_vh_x/plone", "http://wijk.example/x/plone"),
    )

    @pytest.mark.parametrize(("rewritten", "seen"), CASES)
    @pytest.mark.parametrize("path", ["", "/vraagbaak", "/weg"])
    def test_links_are_those_of_the_host(self, zope, rewritten, seen, path):
        """In both languages."""
        for prefix, expected in (("", "nl"), ("/en", "en")):
            answer = fetch(zope.absolute_url() + rewritten + prefix + path)
            assert (answer.status_code, lang(answer)) == (404 if path == "/weg" else 200, expected)
            page = soup(answer)
            inside = [address for address in leads(page) if "wijk.example" in address]
            assert len(inside) > 5
            assert [a for a in inside if not (a + "/").startswith(f"{seen}{prefix}/")] == []
            other = {"nl": "en", "en": "nl"}[expected]
            # a virtual host writes the front page with a slash
            assert language_links(page)[other].rstrip("/") == seen + ("/en" if other == "en" else "") + path
            assert zope.absolute_url() not in answer.text

    def test_rest_behind_a_host(self, zope):
        """As the documentation of Plone writes the rewrite."""
        rewritten = "/VirtualHostBase/https/wijk.example:443/plone/++api++/VirtualHostRoot"
        for prefix in ("", "/en"):
            answer = fetch(f"{zope.absolute_url()}{rewritten}{prefix}/vraagbaak")
            assert answer.json()["@id"] == f"https://wijk.example{prefix}/vraagbaak"
