"""Forms, log-in, REST and what a member saved, in two languages."""

from pages import a_question
from pages import fetch
from pages import JSON
from pages import lang
from pages import language_links
from pages import leads
from pages import PASSWORD
from pages import saved
from pages import soup
from plone import api

import pytest
import transaction


class TestWorking:
    """What is posted below /en stays there."""

    def test_logging_in(self, demo_portal):
        """And coming back to where one was."""
        site = demo_portal.absolute_url()
        cases = (
            ("/en", "", "/en"),
            ("/en", f"{site}/en/vraagbaak", "/en/vraagbaak"),
            ("/en", f"{site}/vraagbaak?theme=slapen", "/en/vraagbaak?theme=slapen"),
            ("/en", f"{site}/nl/vraagbaak", "/en/vraagbaak"),
            ("/en", f"{site}/en", "/en"),
            ("", f"{site}/en/vraagbaak", "/vraagbaak"),
            ("", f"{site}/vraagbaak", "/vraagbaak"),
            ("", f"{site}/weg", ""),
        )
        for prefix, came_from, expected in cases:
            data = {"__ac_name": "anna", "__ac_password": PASSWORD, "came_from": came_from, "buttons.login": "Log in"}
            answer = fetch(f"{site}{prefix}/login", method="POST", data=data)
            assert (answer.status_code, answer.headers["Location"].rstrip("/")) == (302, site + expected)
            assert "__ac=" in answer.headers["Set-Cookie"]

    def test_logging_in_leads_nowhere_else(self, demo_portal):
        """The language makes no new way out."""
        site = demo_portal.absolute_url()
        path = site.partition("://")[2].partition("/")[2]
        for came_from in (
            "http://evil.example",
            "//evil.example",
            f"http://evil.example/{path}/vraagbaak",
            f"http://evil.example/{path}/en/vraagbaak",
            f"//evil.example/{path}/en/vraagbaak",
            f"{site}@evil.example",
            f"{site}/en@evil.example",
            f"{site}.evil.example/en",
            f"{site}/en//evil.example",
            "javascript:alert(1)",
        ):
            data = {"__ac_name": "anna", "__ac_password": PASSWORD, "came_from": came_from, "buttons.login": "Log in"}
            for prefix in ("", "/en"):
                answer = fetch(f"{site}{prefix}/login", method="POST", data=data)
                assert (answer.status_code, answer.headers["Location"]) == (302, f"{site}{prefix}"), came_from

    def test_what_is_not_for_visitors(self, demo_portal):
        """They are asked to log in, in their language."""
        site = demo_portal.absolute_url()
        answer = fetch(f"{site}/en/vraagbaak-jong")
        assert answer.status_code == 302
        assert answer.headers["Location"].startswith(f"{site}/en/")
        assert "Set-Cookie" not in answer.headers

    def test_a_button_of_an_editor(self, demo_portal):
        """The token holds in each language, and the answer is a page in the same one."""
        site = demo_portal.absolute_url()
        path = a_question(demo_portal)
        page = soup(fetch(f"{site}/en{path}", user="redactie"))
        form = next(f for f in page.select("form") if f["action"].endswith("content_status_modify"))
        assert form["action"] == f"{site}/en{path}/content_status_modify"
        data = {field["name"]: field["value"] for field in form.select("input")}
        data["workflow_action"] = "withdraw"
        answer = fetch(form["action"], user="redactie", method="POST", data=data)
        assert answer.status_code == 302
        assert answer.headers["Location"].startswith(f"{site}/en{path}")
        transaction.begin()
        question = demo_portal.unrestrictedTraverse(path.lstrip("/"))
        assert api.content.get_state(question) == "withdrawn"

    def test_nothing_is_posted_without_a_token(self, demo_portal):
        """The language is no way around it."""
        site = demo_portal.absolute_url()
        path = a_question(demo_portal)
        data = {"workflow_action": "withdraw"}
        fetch(f"{site}/en{path}/content_status_modify", user="redactie", method="POST", data=data)
        transaction.begin()
        question = demo_portal.unrestrictedTraverse(path.lstrip("/"))
        assert api.content.get_state(question) == "published"

    # -- integrators choose by the address too

    def test_addresses_keep_the_language(self, demo_portal):
        """Below the site, by the header or by ++api++ on either side."""
        site = demo_portal.absolute_url()
        for address in (f"{site}/en/vraagbaak", f"{site}/en/++api++/vraagbaak", f"{site}/++api++/en/vraagbaak"):
            assert fetch(address, headers=JSON).json()["@id"] == f"{site}/en/vraagbaak"
        found = fetch(f"{site}/en/@search?portal_type=Vraagbaak", headers=JSON).json()
        assert [item["@id"] for item in found["items"]] == [f"{site}/en/vraagbaak"]

    @pytest.mark.parametrize("header", ["nl", "en"])
    def test_words_are_in_the_language_of_the_address(self, demo_portal, header):
        """Accept-Language counts only where the settings of the site say so."""
        site = demo_portal.absolute_url()
        headers = {**JSON, "Accept-Language": header}
        dutch = fetch(f"{site}/@types/VraagbaakQuestion", user="redactie", headers=headers).json()
        english = fetch(f"{site}/en/@types/VraagbaakQuestion", user="redactie", headers=headers).json()
        assert dutch["properties"]["summary"]["title"] == "Kort antwoord"
        assert english["properties"]["summary"]["title"] == "Short answer"

    # -- what a member saved is for addresses that name no language

    def test_it_is_for_that_member_only(self, demo_portal):
        """And for pages of Plone, REST and what is missing too."""
        site = demo_portal.absolute_url()
        with saved("anna", "en"):
            assert lang(fetch(f"{site}/vraagbaak", user="anna")) == "en"
            assert lang(fetch(f"{site}/@@personal-information", user="anna")) == "en"
            assert lang(fetch(f"{site}/vraagbaak", user="bilal")) == "nl"
            assert lang(fetch(f"{site}/vraagbaak")) == "nl"
        assert lang(fetch(f"{site}/vraagbaak", user="anna")) == "nl"

    def test_an_address_says_it_louder(self, demo_portal):
        """There is a way back to Dutch, and it stays Dutch."""
        site = demo_portal.absolute_url()
        with saved("anna", "en"):
            assert language_links(soup(fetch(f"{site}/vraagbaak", user="anna"))) == {"nl": f"{site}/nl/vraagbaak"}
            answer = fetch(f"{site}/nl/vraagbaak", user="anna")
            assert lang(answer) == "nl"
            assert language_links(soup(answer)) == {"en": f"{site}/vraagbaak"}
            inside = [address for address in leads(soup(answer)) if address.startswith(site)]
            assert [address for address in inside if not address.startswith(f"{site}/nl")] == []

    @pytest.mark.parametrize("language", ["fr", "xx", "en-gb", "nl"])
    def test_what_the_site_does_not_offer_does_nothing(self, demo_portal, language):
        """Plone lets a member choose from all languages of the world."""
        with saved("anna", language):
            assert lang(fetch(demo_portal.absolute_url(), user="anna")) == "nl"

    def test_plones_own_page_saves_it(self, demo_portal):
        """Personal preferences, by a form with a token."""
        site = demo_portal.absolute_url()
        page = soup(fetch(f"{site}/@@personal-preferences", user="bilal"))
        data = {field["name"]: field.get("value", "") for field in page.select("main form input[type=hidden]")}
        data |= {"form.widgets.language:list": "en", "form.buttons.save": "1"}
        answer = fetch(f"{site}/@@personal-preferences", user="bilal", method="POST", data=data)
        assert answer.status_code in (200, 302)
        transaction.begin()
        assert api.user.get(username="bilal").getProperty("language") == "en"
        assert lang(fetch(site, user="bilal")) == "en"
        with saved("bilal", ""):
            pass

    def test_a_browser_does_not_keep_the_page_in_the_old_language(self, demo_portal):
        """What it kept is asked for again, and is not the same any more."""
        site = demo_portal.absolute_url()
        kept = fetch(f"{site}/vraagbaak", user="anna").headers.get("ETag", '"none"')
        with saved("anna", "en"):
            headers = {"Accept": "text/html", "If-None-Match": kept}
            answer = fetch(f"{site}/vraagbaak", user="anna", headers=headers)
            assert (answer.status_code, lang(answer)) == (200, "en")
