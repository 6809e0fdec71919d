"""What everybody may read of how we deal with data, and what only some may."""

from lxml import html
from plone import api
from policy_site import aims
from policy_site import get
from policy_site import main
from policy_site import people
from policy_site import PERMISSION
from policy_site import providers
from policy_site import text_of
from policy_site import WALKS
from policy_site import walks as _walks
from samenbeter.interfaces import IJob
from samenbeter.privacy import policy_log
from samenbeter.privacy import register
from samenbeter.shared import plain
from vocabulary import unknown
from zope.component import getUtility
from zope.interface.verify import verifyObject

import pytest
import requests
import transaction


walks = _walks
REGISTER = ("@@verwerkingsregister", "verwerkingsregister.csv", "dpia.md")


@pytest.fixture
def portal(functional_portal):
    """The site, with residents and people who work here."""
    return people(functional_portal)


class TestPrivacyPage:
    """Open to all."""

    @pytest.mark.parametrize("user", ["", "anna", "privacy"])
    def test_everybody_reads_it(self, portal, user):
        response = get(portal, "@@privacy", user)
        assert response.status_code == 200
        assert response.headers["Cache-Control"] == "no-cache"

    def test_each_kind_and_each_purpose_is_on_it(self, portal, walks):
        page = main(get(portal, "@@privacy"))
        said = text_of(page)
        assert {row.get("id") for row in page.xpath(".//tbody/tr")} == set(providers())
        for purpose in aims().values():
            text = getattr(purpose.text, "default", purpose.text)
            assert " ".join(text.split()) in said

    def test_a_change_shows_at_once(self, portal, walks):
        def row():
            (found,) = main(get(portal, "@@privacy")).xpath(f".//tr[@id='{WALKS}']")
            return text_of(found)

        assert "45 dagen" in row()
        api.portal.set_registry_record("samenbeter.privacy.periods", {WALKS: 60})
        portal.manage_permission(PERMISSION, ["Wijkwebber"], acquire=0)
        transaction.commit()
        assert "2 maanden" in row()
        assert "wie verhalen opschrijft in de wijk" in row()

    def test_the_page_in_english_stays_in_english(self, portal):
        page = html.fromstring(get(portal, "en/@@privacy").text)
        links = page.xpath("//main//a[contains(@href, '@@')]/@href")
        assert links
        assert all("/en/@@" in link for link in links)
        (canonical,) = page.xpath("//link[@rel='canonical']/@href")
        assert canonical == f"{portal.absolute_url()}/@@privacy"

    def test_it_leads_to_ones_rights_and_to_who_else_listens(self, portal):
        links = main(get(portal, "@@privacy")).xpath(".//a/@href")
        site = portal.absolute_url()
        for name in ("@@mijn-gegevens", "@@gegevens-zonder-account", "@@mijn-toestemmingen", "privacy.jsonld"):
            assert f"{site}/{name}" in links
        assert "https://autoriteitpersoonsgegevens.nl" in links

    def test_it_is_plain_dutch(self, portal):
        page = main(get(portal, "@@privacy"))
        texts = [text_of(p) for p in page.xpath(".//p | .//li | .//td")]
        reading = plain.read([t for t in texts if t.endswith((".", "?"))])
        assert reading.ease >= 70
        assert reading.words_in_a_sentence <= 12

    def test_a_table_works_on_a_phone(self, portal):
        for table in main(get(portal, "@@privacy")).xpath(".//table"):
            assert "sb-table--stack" in table.get("class")
            assert all(cell.get("data-label") for cell in table.xpath(".//td"))
            assert all(cell.get("scope") == "row" for cell in table.xpath(".//tbody//th"))

    def test_what_stands_in_a_setting_is_text(self, portal):
        api.portal.set_registry_record("samenbeter.privacy.controller", "<script>alert(1)</script>")
        transaction.commit()
        assert "<script>alert(1)</script>" not in get(portal, "@@privacy").text


class TestForMachines:
    """privacy.jsonld."""

    def test_everybody_reads_it_in_words_of_the_vocabulary(self, portal):
        response = get(portal, "privacy.jsonld")
        assert response.status_code == 200
        assert response.headers["Content-Type"] == "application/ld+json"
        assert unknown(response.json()) == set()

    def test_its_context_comes_from_our_own_site(self, portal):
        address = get(portal, "privacy.jsonld").json()["@context"]
        assert address.startswith(portal.absolute_url())
        context = requests.get(address, timeout=60)
        assert context.headers["Content-Type"] == "application/json"
        assert context.json()["@context"]["dpv"] == "https://w3id.org/dpv#"

    @pytest.mark.parametrize("path", ["", "@@privacy", "en/@@privacy", "login", "@@search"])
    def test_each_page_links_to_it(self, portal, path):
        found = html.fromstring(get(portal, path).text).xpath("//link[@rel='privacy-policy']")
        assert [link.attrib for link in found] == [
            {
                "rel": "privacy-policy",
                "type": "application/ld+json",
                "href": f"{portal.absolute_url()}/privacy.jsonld",
            }
        ]


class TestRegister:
    """For who works here."""

    @pytest.mark.parametrize("name", REGISTER)
    @pytest.mark.parametrize(
        ("user", "may"), [("", False), ("anna", False), ("renske", False), ("privacy", True), ("beheer", True)]
    )
    def test_who_may_read_it(self, portal, name, user, may):
        response = get(portal, name, user)
        assert (response.status_code == 200) is may
        if may:
            assert response.headers["Cache-Control"] == "no-store"
        else:
            assert response.status_code in (302, 401, 403)

    def test_each_kind_and_each_purpose_is_in_it(self, portal, walks):
        page = main(get(portal, "@@verwerkingsregister", "privacy"))
        assert {row.get("id") for row in page.xpath(".//tbody/tr")} == set(providers())
        said = text_of(page)
        for purpose in aims().values():
            assert getattr(purpose.title, "default", purpose.title) in said

    def test_it_says_what_is_not_in_order(self, portal, walks):
        walks.purpose = "walks.other"
        try:
            page = main(get(portal, "@@verwerkingsregister", "privacy"))
        finally:
            del walks.purpose
        (gap,) = page.xpath(".//*[contains(@class, 'sb-msg--warn')]//li")
        assert walks.title in gap.text_content()

    def test_the_job_notes_since_when(self, portal):
        job = getUtility(IJob, "samenbeter.privacy.policy")
        assert verifyObject(IJob, job)
        assert job.run("", None) == (True, {"changed": 1})
        assert job.run("", None) == (True, {"changed": 0})
        assert policy_log.changed_on(register.assemble()) is not None
