"""What fails is told in plain words, with a way on, and never says where or what it was."""

from lxml import html
from machines import get
from machines import people
from machines import says
from plone import api
from plone.app.testing import SITE_OWNER_NAME
from Products.ZCatalog.Catalog import Catalog
from samenbeter.theme.front import Front
from samenbeter.theme.page import Page
from unittest.mock import patch
from urllib.parse import parse_qs
from urllib.parse import urlsplit
from zExceptions import BadRequest
from zExceptions import Forbidden
from zExceptions import MethodNotAllowed
from ZODB.POSException import ReadConflictError

import logging
import pytest
import re
import requests
import transaction


# an error of Zope or Plone that nobody has to see
INNER = (
    "Traceback",
    'File "',
    "Module ",
    "site-packages",
    "/home",
    "/work",
    "/src/",
    "object at 0x",
    "Products.",
    "WSGI",
)
SECRET = "zilverreiger"
NUMBER = re.compile(r"\b\d{4}-\d{4}\b")

MISSING = (
    "/bestaat-niet",
    "/vraagbaak/bestaat-niet",
    "/vraagbaak/@@bestaat-niet",
    "/@@sb/x",
    "/@@mijn-werk/x",
    "/@@search/x",
    "/@@login/x",
    "/@@main_template/x",
    "/vraagbaak/@@sb_macros/y",
    "/vraagbaak/@@sb/icon/x/y",
    "/vraagbaak/Title/x",
    "/@@samenbeter-front/x",
    "/++x++y",
    "/++plone++samenbeter/geen.css",
    "/.env",
    "/wp-login.php",
    "/en/bestaat-niet",
    "/en/@@sb/x",
    "/thema/bestaat-niet",
)


def visible(answer):
    """Assert that an answer says nothing of the inside, and return it."""
    assert [word for word in INNER if word in answer.text] == []
    assert says(answer.text, people()) == []
    assert SECRET not in answer.text
    return answer


def fails(error):
    """Make the front page fail."""

    def raising(self):
        raise error

    return patch.object(Front, "tasks", raising)


@pytest.fixture
def records(caplog):
    """What the house wrote into the log."""
    caplog.set_level(logging.ERROR, logger="samenbeter")
    return lambda: [record for record in caplog.records if record.name == "samenbeter"]


class TestMissing:
    """404."""

    @pytest.mark.parametrize("path", MISSING)
    def test_what_is_not_there_says_so_in_our_frame(self, demo_portal, path):
        answer = visible(get(demo_portal.absolute_url() + path))
        assert answer.status_code == 404
        tree = html.fromstring(answer.content)
        assert len(tree.xpath("//h1")) == len(tree.xpath("//main")) == 1
        assert tree.xpath("//header[contains(@class, 'sb-top')]")
        title = "This page does not exist" if path.startswith("/en/") else "Deze bladzijde is er niet"
        assert tree.xpath("string(//h1)") == title or path.startswith("/en/")
        assert tree.xpath("//form[@role='search']")
        assert tree.xpath("//a[starts-with(@href, 'tel:')]")
        assert tree.xpath("//meta[@name='robots' and @content='noindex']")

    def test_the_search_field_has_the_words_of_the_address(self, demo_portal):
        tree = html.fromstring(get(f"{demo_portal.absolute_url()}/hulp/beter-slapen_2.html").content)
        assert tree.xpath("string(//main//input[@name='SearchableText']/@value)") == "hulp beter slapen"

    def test_it_leads_to_the_desk_and_to_themes(self, demo_portal):
        tree = html.fromstring(get(f"{demo_portal.absolute_url()}/bestaat-niet").content)
        assert tree.xpath(f"//main//a[@href='{demo_portal.absolute_url()}/vraagbaak']")
        links = tree.xpath("//main//nav[@aria-labelledby='sb-themes']//a/@href")
        assert links

    @pytest.mark.abuse("A66")
    def test_markup_in_an_address_stays_text(self, demo_portal):
        text = get(f"{demo_portal.absolute_url()}/%3Cscript%3Ealert(1)%3C%2Fscript%3E%22onload=").text
        assert "<script>alert" not in text
        assert '"onload' not in text

    def test_a_machine_gets_json(self, demo_portal):
        answer = visible(get(f"{demo_portal.absolute_url()}/bestaat-niet", accept="application/json"))
        assert (answer.status_code, answer.json()["type"]) == (404, "NotFound")
        answer = visible(get(f"{demo_portal.absolute_url()}/bestaat-niet", accept="*/*"))
        assert (answer.status_code, answer.json()) == (404, {"error_type": "NotFound"})

    def test_a_page_that_moved_is_still_found(self, demo_portal):
        with api.env.adopt_user(username=SITE_OWNER_NAME):
            api.content.create(demo_portal, "Document", "oud", title="Oud")
            transaction.commit()
            api.content.rename(demo_portal["oud"], "nieuw")
            api.content.transition(demo_portal["nieuw"], "publish")
        transaction.commit()
        answer = get(f"{demo_portal.absolute_url()}/oud")
        assert (answer.status_code, answer.headers["Location"]) == (302, f"{demo_portal.absolute_url()}/nieuw")


class TestNoAccess:
    """401 and 403."""

    def test_a_visitor_gets_the_log_in_page_and_comes_back(self, demo_portal):
        with api.env.adopt_user(username=SITE_OWNER_NAME):
            draft = api.content.find(portal_type="VraagbaakQuestion", review_state="draft")[0].getURL()
        answer = get(draft)
        assert answer.status_code == 302
        assert "Location" in answer.headers
        final = get(draft, allow_redirects=True)
        assert "/login?came_from=" in final.url
        field = html.fromstring(final.content).xpath(
            "string(//input[@name='came_from' or @name='form.widgets.came_from']/@value)"
        )
        came_from = field or parse_qs(urlsplit(final.url).query)["came_from"][0]
        assert urlsplit(came_from).path == urlsplit(draft).path

    @pytest.mark.abuse("A18")
    @pytest.mark.parametrize("target", ["https://kwaad.example/", "//kwaad.example/", "javascript:alert(1)"])
    def test_nobody_is_sent_elsewhere_after_log_in(self, demo_portal, target):
        session = requests.Session()
        url = f"{demo_portal.absolute_url()}/login"
        page = html.fromstring(session.get(url, params={"came_from": target}, headers={"Accept": "text/html"}).content)
        form = next(form for form in page.forms if "__ac_name" in form.fields)
        data = {**dict(form.fields), "__ac_name": "anna", "__ac_password": "samenbeter-demo", "buttons.login": "x"}
        answer = session.post(form.action or url, data=data, allow_redirects=False)
        assert "kwaad.example" not in answer.headers.get("Location", "")
        assert not answer.headers.get("Location", "").startswith("javascript")

    def test_who_is_logged_in_reads_what_to_do(self, demo_portal):
        session = requests.Session()
        login = html.fromstring(
            session.get(f"{demo_portal.absolute_url()}/login", headers={"Accept": "text/html"}).content
        )
        form = next(form for form in login.forms if "__ac_name" in form.fields)
        data = {**dict(form.fields), "__ac_name": "anna", "__ac_password": "samenbeter-demo", "buttons.login": "x"}
        session.post(f"{demo_portal.absolute_url()}/login", data=data)
        answer = visible(session.get(f"{demo_portal.absolute_url()}/@@mijn-werk", headers={"Accept": "text/html"}))
        assert answer.status_code == 403
        tree = html.fromstring(answer.content)
        assert tree.xpath("string(//h1)") == "Deze bladzijde is niet voor jou"
        assert tree.xpath("//main//a[contains(@href, 'logout')]")

    def test_a_machine_gets_a_status_and_no_traceback(self, demo_portal):
        url = f"{demo_portal.absolute_url()}/@controlpanels"
        answer = visible(get(url, accept="application/json"))
        assert answer.status_code == 401
        assert "traceback" not in answer.json()


class TestOurs:
    """500: what we did wrong."""

    @pytest.mark.abuse("A66")
    @pytest.mark.parametrize(
        "error", [RuntimeError(SECRET), KeyError(SECRET), NameError(SECRET), ZeroDivisionError(SECRET)]
    )
    def test_it_says_a_number_that_stands_in_the_log_beside_the_traceback(self, demo_portal, records, error):
        with fails(error):
            answer = visible(get(demo_portal.absolute_url()))
        assert answer.status_code == 500
        (number,) = set(NUMBER.findall(answer.text))
        (record,) = records()
        assert number in record.getMessage()
        assert record.exc_info[1] is not None
        assert html.fromstring(answer.content).xpath("//header[contains(@class, 'sb-top')]")

    def test_a_manager_sees_no_more_than_that(self, demo_portal):
        with fails(RuntimeError(SECRET)):
            text = get(demo_portal.absolute_url(), user="beheer").text
        assert [word for word in (*INNER, SECRET) if word in text] == []

    @pytest.mark.abuse("A66")
    def test_a_machine_gets_the_number(self, demo_portal, records):
        with patch("plone.restapi.services.search.get.SearchGet.reply", side_effect=RuntimeError(SECRET)):
            answer = visible(get(f"{demo_portal.absolute_url()}/@search", user="beheer", accept="application/json"))
        assert answer.status_code == 500
        assert answer.json()["error_number"] in records()[0].getMessage()
        assert set(answer.json()) == {"type", "message", "error_number"}

    @pytest.mark.parametrize(
        "broken",
        [
            (Page, "head"),
            (Page, "navigation"),
        ],
    )
    def test_when_the_page_of_the_error_fails_too_there_is_a_bare_one(self, demo_portal, records, broken):
        with fails(RuntimeError("x")), patch.object(*broken, property(lambda self: 1 / 0)):
            answer = visible(get(f"{demo_portal.absolute_url()}/"))
        assert answer.status_code == 500
        assert "Er ging iets mis" in answer.text and "Something went wrong" in answer.text
        assert NUMBER.search(answer.text)[0] in records()[0].getMessage()

    def test_when_the_catalog_fails_there_is_a_page(self, demo_portal, records):
        with patch.object(Catalog, "search", side_effect=RuntimeError(SECRET)):
            failed = visible(get(f"{demo_portal.absolute_url()}/vraagbaak"))
            missing = visible(get(f"{demo_portal.absolute_url()}/bestaat-niet"))
        assert (failed.status_code, missing.status_code) == (500, 404)
        assert NUMBER.search(failed.text)[0] in records()[0].getMessage()

    def test_no_browser_keeps_it_in_the_place_of_the_page(self, demo_portal):
        with fails(RuntimeError("x")):
            answer = get(demo_portal.absolute_url())
        assert "ETag" not in answer.headers
        assert answer.headers["Cache-Control"] == "no-store"

    def test_when_the_registry_is_gone_there_is_a_bare_page(self, demo_portal):
        with patch("samenbeter.theme.page.getUtility", side_effect=LookupError(SECRET)):
            answer = visible(get(demo_portal.absolute_url()))
            missing = visible(get(f"{demo_portal.absolute_url()}/bestaat-niet"))
        assert answer.status_code == 500
        assert missing.status_code == 404
        assert "112" in answer.text

    def test_who_reports_an_error_as_a_visitor_leaves_no_name(self, demo_portal, records):
        with fails(RuntimeError("x")):
            get(demo_portal.absolute_url(), user="anna")
        assert "anna" not in records()[0].getMessage()


class TestOthers:
    """Other statuses."""

    @pytest.mark.parametrize(
        ("error", "status"),
        [
            (BadRequest(SECRET), 400),
            (Forbidden(SECRET), 403),
            (MethodNotAllowed(SECRET), 405),
            (ReadConflictError(SECRET), 503),
        ],
    )
    def test_a_status_has_its_own_words(self, demo_portal, error, status):
        with fails(error):
            answer = visible(get(demo_portal.absolute_url()))
        assert answer.status_code == status
        assert html.fromstring(answer.content).xpath("string(//h1)") not in ("", "Deze bladzijde is er niet")
        assert status < 500 or answer.headers["Retry-After"]

    @pytest.mark.parametrize(
        "path", ["/?a:int=x", "/vraagbaak?a:date=x", "/vraagbaak?b_start:int=x", "/@@search?x:float=y"]
    )
    def test_a_number_that_is_none_is_the_visitors_error(self, demo_portal, path):
        answer = visible(get(demo_portal.absolute_url() + path))
        assert answer.status_code == 400
        assert "Dit adres begrijpen wij niet" in answer.text

    @pytest.mark.abuse("A66")
    def test_that_is_said_to_a_program_too_and_not_what_it_sent(self, demo_portal):
        address = f"{demo_portal.absolute_url()}/?a:int=<b>zilverreiger</b>"
        answer = requests.get(address, headers={"Accept": "application/json"}, timeout=60)
        assert answer.status_code == 400
        assert "zilverreiger" not in answer.text

    @pytest.mark.abuse("A10")
    @pytest.mark.parametrize("method", ["TRACE", "PUT", "DELETE", "PROPFIND", "MKCOL"])
    def test_another_method_is_refused(self, demo_portal, method):
        answer = visible(get(f"{demo_portal.absolute_url()}/vraagbaak", method=method))
        assert 400 <= answer.status_code < 500
