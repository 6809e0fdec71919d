"""What a browser may keep (A68): nothing of members, nothing of forms; what everybody reads as before."""

from at_the_door import form
from at_the_door import people
from at_the_door import turn_off
from at_the_door import turn_on
from base64 import b64decode
from plone import api
from plone.app.testing import SITE_OWNER_NAME
from plone.namedfile.file import NamedBlobFile
from plone.namedfile.file import NamedBlobImage

import pytest
import requests
import transaction


PIXEL = b64decode("R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7")
PUBLIC = (
    "",
    "/open",
    "/@@search",
    "/++plone++samenbeter/samenbeter.css",
    "/open/foto/@@images/image",
    "/open/stuk/@@download/file",
)
STATIC = ("/++plone++samenbeter/samenbeter.css", "/open/foto/@@images/image", "/open/stuk/@@download/file")


@pytest.fixture(scope="class")
def stock(shared_portal):
    """The site without the switch, with Plone's caching on: pages, a picture and a file, public and not."""
    api.portal.set_registry_record("plone.caching.interfaces.ICacheSettings.enabled", True)
    api.portal.set_registry_record("plone.email_from_address", "buurt@samenbeter.example")
    api.portal.set_registry_record("plone.email_from_name", "Buurt")
    with api.env.adopt_user(username=SITE_OWNER_NAME):
        shared_portal.setLayout("samenbeter-front")
        make = api.content.create
        for name in ("open", "dicht"):
            folder = make(shared_portal, "Folder", name, title=name)
            make(folder, "Image", "foto", title="Foto", image=NamedBlobImage(PIXEL, filename="p.gif"))
            make(folder, "File", "stuk", title="Stuk", file=NamedBlobFile(b"x", filename="x.txt"))
        api.content.transition(shared_portal["open"], "publish")
    transaction.commit()
    people("anna")
    people("rik", group="Site Administrators")
    return shared_portal


@pytest.fixture(scope="class")
def strict(stock):
    """The same with the switch on."""
    turn_on("storing")
    return stock


def control(answer):
    return answer.headers.get("Cache-Control", "")


def visit(site, path, **kw):
    return requests.get(site.absolute_url() + path, headers={"Accept": "text/html"}, timeout=60, **kw)


class TestStoring:
    @pytest.mark.abuse("A68", stock=True)
    def test_without_the_switch_pages_of_members_can_be_kept(self, stock):
        anna, _answer = form(stock, "anna")
        assert "no-store" not in control(anna.get("/@@personal-information"))
        assert "no-store" not in control(visit(stock, "/contact-info"))

    def test_what_visitors_read_is_kept_as_before(self, stock):
        before = {path: control(visit(stock, path)) for path in PUBLIC}
        turn_on("storing")
        assert {path: control(visit(stock, path)) for path in PUBLIC} == before
        assert visit(stock, "").headers["ETag"]

    @pytest.mark.abuse("A68")
    @pytest.mark.parametrize("path", ["/", "/open", "/@@search", "/@@personal-information", "/nergens", "/dicht"])
    def test_nothing_of_a_member_is_kept(self, strict, path):
        anna, _answer = form(strict, "anna")
        answer = anna.get(path)
        assert control(answer) == "no-store"
        assert not {"ETag", "Last-Modified"} & set(answer.headers)

    @pytest.mark.abuse("A68")
    def test_also_not_over_rest(self, strict):
        rik, _answer = form(strict, "rik")
        rik.http.headers["Accept"] = "application/json"
        assert control(rik.get("/dicht")) == "no-store"

    @pytest.mark.abuse("A68")
    @pytest.mark.parametrize("path", ["/dicht/foto/@@images/image", "/dicht/stuk/@@download/file"])
    def test_a_private_file_is_not_kept(self, strict, path):
        rik, _answer = form(strict, "rik")
        answer = rik.get(path)
        assert (answer.status_code, control(answer)) == (200, "no-store")

    @pytest.mark.parametrize("path", STATIC)
    def test_what_is_the_same_for_everybody_is_kept_by_members_too(self, strict, path):
        anna, _answer = form(strict, "anna")
        assert "no-store" not in control(anna.get(path))

    @pytest.mark.abuse("A68")
    @pytest.mark.parametrize("path", ["/contact-info", "/login", "/login-help"])
    def test_a_form_of_a_visitor_is_not_kept(self, strict, path):
        assert control(visit(strict, path)) == "no-store"

    def test_the_answer_to_logging_in_is_not_kept(self, strict):
        _client, answer = form(strict, "anna")
        assert control(answer) == "no-store"
        _client, answer = form(strict, "anna", "verkeerd")
        assert control(answer) == "no-store"

    def test_turned_off_all_is_as_before(self, strict):
        turn_off("storing")
        assert "no-store" not in control(visit(strict, "/contact-info"))
