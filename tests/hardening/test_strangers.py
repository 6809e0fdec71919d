"""What somebody may not see gets the same answer as what is not there: status, headers, body (A01, A02, A11, A20)."""

from at_the_door import Client
from at_the_door import form
from at_the_door import turn_off
from at_the_door import turn_on
from hidden_pages import as_missing
from hidden_pages import asking
from hidden_pages import differing
from hidden_pages import hide_pages
from hidden_pages import seen
from lxml import html
from plone import api
from plone.app.testing import SITE_OWNER_NAME
from plone.uuid.interfaces import IUUID
from urllib.parse import parse_qs
from urllib.parse import urlsplit

import pytest
import transaction


PLACES = (
    "/map/geheim",
    "/map/geheim/",
    "/map/geheim/view",
    "/map/geheim/edit",
    "/map/geheim/@@sharing",
    "/map/geheim/delete_confirmation",
    "/map/geheim/@@login",
    "/map/geheim/@@search",
    "/map/geheim/@@main_template",
    "/map/geheim/@@bestaat-niet",
    "/map/geheim/title",
    "/map/geheim/Title",
    "/map/geheim/bestaat-niet",
    "/map/geheim/++plone++static/plone.css",
    "/map/dicht/foto",
    "/map/dicht/foto/@@images/image",
    "/map/dicht/foto/@@images/image/mini",
    "/map/dicht/foto/@@images/bestaat-niet",
    "/map/dicht/foto/@@download/image",
    "/map/dicht/foto/@@display-file/image",
    "/map/dicht/foto/image_mini",
    "/map/dicht",
    "/map/dicht/folder_contents",
    "/map/dicht/binnen",
    "/map/dicht/RSS",
    "/map/dicht/map",
    "/map/geheim/map",
    "/en/map/geheim",
    "/map/van-anna",
    # what Plone's pages make of the rest of an address, what stands higher, and which rule the cache has for it
    "/map/geheim/@@images",
    "/map/dicht/foto/@@images",
    "/map/geheim/getId",
    "/map/geheim/@@site-logo",
    "/map/geheim/elders",
    "/map/geheim/vraagbaak",
    "/map/geheim/++api++",
    "/map/geheim/++api++/@types",
)


@pytest.fixture(scope="class")
def stock(shared_portal):
    """The site without the switch."""
    return hide_pages(shared_portal)


@pytest.fixture(scope="class")
def strict(stock):
    """The same with the switch on."""
    turn_on("strangers", "methods")
    return stock


@pytest.mark.abuse("A01", stock=True)
@pytest.mark.abuse("A02", stock=True)
class TestStock:
    def test_a_private_page_sends_to_the_log_in_page_and_a_missing_one_is_missing(self, stock):
        client = Client(stock)
        assert client.get("/map/geheim").status_code == 302
        assert client.get("/map/bestaat-niet").status_code == 404

    def test_over_rest_a_private_one_is_refused_and_a_missing_one_is_missing(self, stock):
        client = Client(stock, "application/json")
        assert client.get("/map/geheim").status_code == 401
        assert client.get("/map/bestaat-niet").status_code == 404

    @pytest.mark.abuse("A11", stock=True)
    def test_a_private_picture_is_not_there_in_another_way_than_a_missing_one(self, stock):
        client = Client(stock)
        assert client.get("/map/dicht/foto/@@images/image").status_code == 302
        assert client.get("/map/dicht/bestaat-niet/@@images/image").status_code == 404

    @pytest.mark.abuse("A20", stock=True)
    def test_a_member_learns_what_there_is_of_others(self, stock):
        client, _answer = form(stock, "bram")
        assert client.get("/map/van-anna").status_code == 302
        assert client.get("/map/bestaat-niet").status_code == 404

    @pytest.mark.abuse("A20", stock=True)
    def test_a_uid_tells_the_address(self, stock):
        uid = IUUID(stock["map"]["geheim"])
        assert "geheim" in Client(stock).get(f"/resolveuid/{uid}").headers["Location"]


@pytest.mark.abuse("A01")
@pytest.mark.abuse("A11")
@pytest.mark.abuse("A20")
class TestPages:
    def test_for_a_visitor_each_answer_is_the_same(self, strict):
        client = Client(strict)
        there, missing = as_missing(strict, lambda: asking(PLACES, "text/html")(client))
        assert {place: answer.status_code for place, answer in there.items() if answer.status_code != 404} == {}
        assert differing(there, missing) == {}

    def test_for_a_member_without_the_right_too(self, strict):
        client, _answer = form(strict, "bram")
        # Plone says welcome on the next page
        client.get("/")
        turn_on("zmi")
        try:
            there, missing = as_missing(strict, lambda: asking(PLACES, "text/html")(client))
        finally:
            turn_off("zmi")
        assert {place: answer.status_code for place, answer in there.items() if answer.status_code != 404} == {}
        assert differing(there, missing) == {}

    def test_who_may_see_it_sees_it(self, strict):
        client, _answer = form(strict, "anna")
        assert client.get("/map/van-anna").status_code == 200
        assert Client(strict).get("/map/dicht/toch-open").status_code == 200

    def test_who_may_see_it_and_not_edit_it_is_told_so(self, strict):
        client, _answer = form(strict, "anna")
        answer = client.get("/map/van-anna/edit")
        assert answer.status_code == 302 and "require_login" in answer.headers["Location"]

    def test_the_page_offers_a_log_in_that_returns_there_for_missing_and_private(self, strict):
        for place in ("/map/geheim", "/map/bestaat-niet"):
            page = html.fromstring(Client(strict).get(place).text)
            (link,) = page.xpath("//main//a[contains(@href, '/login?')]/@href")
            came_from = parse_qs(urlsplit(link).query)["came_from"][0]
            assert came_from == f"{strict.absolute_url()}{place}"

    def test_logged_in_one_comes_to_it(self, strict):
        target = f"{strict.absolute_url()}/map/van-anna"
        _client, answer = form(strict, "anna", came_from=target)
        assert answer.headers["Location"] == target

    def test_pages_of_the_site_and_of_what_is_public_lead_to_the_log_in_page(self, strict):
        client = Client(strict)
        for place in ("/@@mijn-gegevens", "/@@mijn-werk", "/map/edit", "/map/@@sharing", "/@@overview-controlpanel"):
            answer = client.get(place)
            assert answer.status_code == 302 and "require_login" in answer.headers["Location"], place

    def test_a_uid_of_what_is_private_is_no_uid(self, strict):
        client = Client(strict)
        uid = IUUID(strict["map"]["geheim"])
        there, missing = as_missing(strict, lambda: client.get(f"/resolveuid/{uid}"))
        none = client.get(f"/resolveuid/{'0' * 32}")
        assert there.status_code == none.status_code == 404 and seen(there) == seen(missing)
        assert seen(there)[2] == none.content.replace(b"0" * 32, uid.encode())
        assert client.get(f"/resolveuid/{IUUID(strict['map'])}").status_code == 301

    def test_a_page_that_moved_out_of_sight_is_missing(self, strict):
        transaction.begin()
        with api.env.adopt_user(username=SITE_OWNER_NAME):
            page = api.content.create(strict["map"], "Document", "oud", title="Oud")
            transaction.savepoint()
            api.content.rename(page, "nieuw")
        transaction.commit()
        client = Client(strict)
        for accept in ("text/html", "application/json"):
            for place in ("/map/oud", "/map/oud/view"):
                answer = client.get(place, headers={"Accept": accept})
                assert answer.status_code == 404 and "Location" not in answer.headers
                assert b"nieuw" not in answer.content
