"""Other methods of HTTP than reading and sending (A10): by a visitor and by members, with the switch and without."""

from at_the_door import basic
from at_the_door import PASSWORD
from at_the_door import people
from at_the_door import turn_off
from at_the_door import turn_on
from plone import api
from plone.app.testing import SITE_OWNER_NAME

import pytest
import requests
import transaction


METHODS = "PUT DELETE MKCOL LOCK UNLOCK PROPFIND PROPPATCH COPY MOVE PATCH TRACE OPTIONS REPORT".split()
PATHS = [
    "",
    "/map",
    "/login",
    "/@@search",
    "/@@mijn-werk",
    "/nergens",
    "/++plone++samenbeter/samenbeter.css",
    "/robots.txt",
    "/@@health",
]
REFUSED = {401, 403, 404, 405}


@pytest.fixture(scope="class")
def stock(shared_portal):
    """The site without the switch, a public folder, a member and an editor."""
    with api.env.adopt_user(username=SITE_OWNER_NAME):
        api.content.transition(api.content.create(shared_portal, "Folder", "map", title="Map"), "publish")
    transaction.commit()
    people("anna")
    people("rik", group="Site Administrators")
    return shared_portal


@pytest.fixture(scope="class")
def strict(stock):
    """The same with the switch on."""
    turn_on("methods")
    return stock


def ask(site, method, path, user=None, accept="text/html"):
    """Return the status of an answer."""
    auth = (user, PASSWORD) if user else None
    url = site.absolute_url() + path
    return requests.request(method, url, auth=auth, headers={"Accept": accept}, timeout=60, allow_redirects=False)


class TestMethods:
    @pytest.mark.abuse("A10", stock=True)
    def test_without_the_switch_they_end_in_errors_and_lists(self, stock):
        assert ask(stock, "PATCH", "/login").status_code == 500
        assert ask(stock, "PROPFIND", "/map", "anna").status_code == 207

    @pytest.mark.abuse("A10")
    @pytest.mark.parametrize("method", METHODS)
    def test_they_are_refused(self, strict, method):
        for user in (None, "anna"):
            for path in PATHS:
                for accept in ("text/html", "application/json"):
                    status = ask(strict, method, path, user, accept).status_code
                    assert status in REFUSED, (user, path, accept, status)

    @pytest.mark.abuse("A10")
    def test_also_for_who_may_do_everything(self, strict):
        for method in ("PUT", "DELETE", "MKCOL", "PROPFIND", "MOVE"):
            assert ask(strict, method, "/map", "rik").status_code == 405
        transaction.begin()
        assert "map" in strict

    def test_it_is_told_what_can_be_asked(self, strict):
        answer = ask(strict, "PUT", "/map")
        assert answer.headers["Allow"] == "GET, HEAD, POST"
        assert "Dit kan hier niet" in answer.text

    def test_reading_and_sending_work(self, strict):
        for method in ("GET", "HEAD", "POST"):
            assert ask(strict, method, "/map").status_code == 200, method

    def test_services_keep_theirs(self, strict):
        client, _answer = basic(strict, "rik")
        made = client.post("/map", json={"@type": "Document", "title": "Stuk"})
        assert made.status_code == 201
        url = made.json()["@id"]
        assert client.http.patch(url, json={"title": "Ander stuk"}, timeout=60).status_code == 204
        assert client.http.get(url, timeout=60).json()["title"] == "Ander stuk"
        assert client.http.patch(f"{strict.absolute_url()}/++api++/map/stuk", json={"title": "Nog een"}, timeout=60).ok
        assert client.http.delete(url, timeout=60).status_code == 204

    def test_turned_off_they_work_again(self, strict):
        turn_off("methods")
        assert ask(strict, "PROPFIND", "/map", "anna").status_code == 207
