"""The language of the interface is said by the address, and by nothing else."""

from pages import changed
from pages import EN
from pages import fetch
from pages import lang
from pages import language_links
from pages import leads
from pages import soup
from pages import to_url
from plone import api

import pytest


class TestReading:
    """Below /en everything is in English, but what people wrote."""

    # address, status, a word in English
    PAGES = (
        ("", 200, "Ask your neighbourhood"),
        ("/", 200, "Ask your neighbourhood"),
        ("/vraagbaak", 200, EN),
        ("/vraagbaak/", 200, EN),
        ("/vraagbaak?q=slapen", 200, EN),
        ("/vraagbaak/view", 200, EN),
        ("/partners", 200, EN),
        ("/modules", 200, EN),
        ("/verhalen", 200, EN),
        ("/agenda", 200, EN),
        ("/privacy", 200, EN),
        ("/login", 200, "Log in"),
        ("/@@search?SearchableText=slapen", 200, EN),
        ("/bestaat-niet", 404, "This page is not here"),
        ("/vraagbaak/bestaat-niet", 404, "This page is not here"),
        ("/en", 404, "This page is not here"),
        ("/nl", 404, "This page is not here"),
    )

    @pytest.mark.parametrize(("path", "status", "word"), PAGES)
    def test_a_page_and_all_that_it_leads_to(self, demo_portal, path, status, word):
        """Without a cookie."""
        site = demo_portal.absolute_url()
        answer = fetch(f"{site}/en{path}")
        assert (answer.status_code, lang(answer)) == (status, "en")
        assert word in answer.text
        assert "Set-Cookie" not in answer.headers
        inside = [address for address in leads(soup(answer)) if address.startswith(site)]
        assert len(inside) > 5
        assert [address for address in inside if not address.startswith(f"{site}/en")] == []

    @pytest.mark.parametrize(("path", "status", "_word"), PAGES[:-2])
    def test_without_it_a_page_is_dutch(self, demo_portal, path, status, _word):
        """And leads to Dutch pages only."""
        site = demo_portal.absolute_url()
        answer = fetch(site + path)
        assert (answer.status_code, lang(answer)) == (status, "nl")
        assert [address for address in leads(soup(answer)) if address.startswith(f"{site}/en")] == []
        assert "Set-Cookie" not in answer.headers

    def test_content_of_all_kinds(self, demo_portal):
        """Each published item of the neighbourhood."""
        site = demo_portal.absolute_url()
        catalog = api.portal.get_tool("portal_catalog")
        for portal_type in (
            "VraagbaakQuestion",
            "EHealthModule",
            "SuccessStory",
            "PartnerOrganisation",
            "ServiceOffer",
        ):
            brain = next(b for b in catalog(portal_type=portal_type) if fetch(to_url(site, b)).status_code == 200)
            answer = fetch(to_url(f"{site}/en", brain))
            assert (answer.status_code, lang(answer)) == (200, "en"), portal_type
            assert EN in answer.text
            inside = [address for address in leads(soup(answer)) if address.startswith(site)]
            assert [address for address in inside if not address.startswith(f"{site}/en")] == [], portal_type

    def test_the_default_language_has_such_an_address_too(self, demo_portal):
        """For a member who saved the other."""
        answer = fetch(f"{demo_portal.absolute_url()}/nl/vraagbaak")
        assert (answer.status_code, lang(answer)) == (200, "nl")

    @pytest.mark.parametrize("code", ["de", "fr", "EN", "en-gb", "xx", "en.", "en;x"])
    def test_a_language_that_the_site_does_not_offer_is_no_page(self, demo_portal, code):
        """Nor is another way to write one that it has."""
        answer = fetch(f"{demo_portal.absolute_url()}/{code}/vraagbaak")
        assert (answer.status_code, lang(answer)) == (404, "nl")

    @pytest.mark.parametrize(
        "path", ["/vraagbaak/en", "/vraagbaak/en/view", "/en/en/en", "/en/nl/en", "/en/vraagbaak/en"]
    )
    def test_it_is_the_first_step_and_the_only_one(self, demo_portal, path):
        """There is one address for each page in each language."""
        assert fetch(demo_portal.absolute_url() + path).status_code == 404

    @pytest.mark.parametrize(
        "path",
        [
            "/en//evil.example",
            "/en//evil.example/%2e%2e",
            "/en/%2F%2Fevil.example",
            "/en/http://evil.example",
            "//en//evil.example/",
            "/en/\\evil.example",
            "/en/?came_from=http://evil.example",
            "/en/login?came_from=http://evil.example",
            "/en/@@search?SearchableText=%22%3E%3Ca+href=http://evil.example",
        ],
    )
    def test_no_address_leads_off_the_site(self, demo_portal, path):
        """Whatever stands behind the language."""
        site = demo_portal.absolute_url()
        answer = fetch(site + path)
        assert answer.status_code in (200, 404)
        assert "Location" not in answer.headers
        hosts = {address.split("/")[2] for address in [*leads(soup(answer)), *language_links(soup(answer)).values()]}
        assert "evil.example" not in hosts

    def test_what_never_changes_has_one_address(self, demo_portal):
        """Style, font and icon: a browser keeps them for both languages."""
        site = demo_portal.absolute_url()
        page = soup(fetch(f"{site}/en"))
        kept = [link["href"] for link in page.find_all("link") if "++webresource++" in link["href"]]
        assert len(kept) >= 3
        assert [address for address in kept if not address.startswith(f"{site}/++webresource++")] == []
        assert fetch(kept[-1].replace(site, f"{site}/en")).status_code == 200

    def test_the_settings_of_the_site_choose_the_languages(self, demo_portal):
        """Another may be added, and none is forced upon a site."""
        site = demo_portal.absolute_url()
        with changed(demo_portal, available_languages=["nl"]):
            assert fetch(f"{site}/en").status_code == 404
            page = soup(fetch(site))
            assert language_links(page) == {}
            assert page.select("link[hreflang]") == []
        with changed(demo_portal, available_languages=["nl", "en", "de"]):
            assert lang(fetch(f"{site}/de")) == "de"
            assert set(language_links(soup(fetch(site)))) == {"en", "de"}

    # -- nothing else counts: what an address shows to visitors is the same for all, so a cache may keep it

    @pytest.mark.parametrize(
        ("path", "expected"), [("", "nl"), ("/vraagbaak", "nl"), ("/en", "en"), ("/en/vraagbaak", "en")]
    )
    @pytest.mark.parametrize("header", ["en", "nl", "de, en;q=0.8", "*", "%00"])
    def test_not_the_language_of_the_browser(self, demo_portal, path, expected, header):
        """A link means the same for everyone."""
        answer = fetch(demo_portal.absolute_url() + path, headers={"Accept": "text/html", "Accept-Language": header})
        assert lang(answer) == expected
        assert "Accept-Language" not in answer.headers.get("Vary", "")

    @pytest.mark.parametrize("cookie", ["I18N_LANGUAGE", "pts_language"])
    def test_not_a_cookie(self, demo_portal, cookie):
        """An old one does nothing."""
        answer = fetch(f"{demo_portal.absolute_url()}/vraagbaak", cookies={cookie: "en"})
        assert lang(answer) == "nl"
        assert "Set-Cookie" not in answer.headers

    @pytest.mark.parametrize("path", ["/?set_language=en", "/en?set_language=nl", "/vraagbaak?set_language=en"])
    def test_not_the_parameter_of_the_language_selector(self, demo_portal, path):
        """And no cookie is set by it."""
        answer = fetch(demo_portal.absolute_url() + path)
        assert lang(answer) == ("en" if path.startswith("/en") else "nl")
        assert "Set-Cookie" not in answer.headers

    def test_a_site_that_chose_for_the_browser_keeps_that(self, demo_portal):
        """Then each address names its language, for without it nobody can tell."""
        site = demo_portal.absolute_url()
        with changed(demo_portal, use_request_negotiation=True):
            answer = fetch(f"{site}/vraagbaak", headers={"Accept": "text/html", "Accept-Language": "en"})
            assert lang(answer) == "en"
            links = language_links(soup(answer))
            assert links == {"nl": f"{site}/nl/vraagbaak"}
            header = {"Accept": "text/html", "Accept-Language": "en"}
            assert lang(fetch(links["nl"], headers=header)) == "nl"

    def test_a_site_that_chose_for_the_cookie_keeps_that(self, demo_portal):
        """But the address says it louder."""
        site = demo_portal.absolute_url()
        with changed(demo_portal, use_cookie_negotiation=True):
            assert lang(fetch(site, cookies={"I18N_LANGUAGE": "en"})) == "en"
            assert lang(fetch(f"{site}/nl", cookies={"I18N_LANGUAGE": "en"})) == "nl"
