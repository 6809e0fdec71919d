"""What somebody may not see gets the same answer as what is not there, over REST and by each method (A02, A20)."""

from at_the_door import Client
from at_the_door import rest
from at_the_door import turn_on
from hidden_pages import as_missing
from hidden_pages import asking
from hidden_pages import differing
from hidden_pages import hide_pages

import pytest


SERVICES = (
    "/map/geheim",
    "/map/geheim/@history",
    "/map/geheim/@types",
    "/map/geheim/@workflow",
    "/map/geheim/@breadcrumbs",
    "/map/geheim/@search",
    "/map/geheim/@bestaat-niet",
    "/map/geheim/bestaat-niet",
    "/map/dicht/foto/@@images/image",
    "/map/dicht/foto/@@download/image",
    "/map/dicht",
    "/map/dicht/binnen",
    "/++api++/map/geheim",
    "/map/van-anna",
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


@pytest.mark.abuse("A02")
@pytest.mark.abuse("A20")
class TestServices:
    @pytest.mark.parametrize("accept", ["application/json", "*/*"])
    def test_for_a_visitor_each_answer_is_the_same(self, strict, accept):
        client = Client(strict)
        there, missing = as_missing(strict, lambda: asking(SERVICES, accept)(client))
        assert {place: answer.status_code for place, answer in there.items() if answer.status_code != 404} == {}
        assert differing(there, missing) == {}

    def test_for_a_member_without_the_right_too(self, strict):
        client, _answer = rest(strict, "bram")
        there, missing = as_missing(strict, lambda: asking(SERVICES, "application/json")(client))
        assert differing(there, missing) == {}
        assert {answer.status_code for answer in there.values()} == {404}

    @pytest.mark.parametrize("method", ["POST", "PATCH", "DELETE"])
    def test_for_what_changes_something_too(self, strict, method):
        def ask():
            client = Client(strict, "application/json")
            return {
                place: client.http.request(method, f"{client.base}{place}", json={}, allow_redirects=False)
                for place in ("/map/geheim", "/map/geheim/@workflow/publish", "/map/dicht", "/map/van-anna")
            }

        there, missing = as_missing(strict, ask)
        assert differing(there, missing) == {}
        assert {answer.status_code for answer in there.values()} == {404}

    @pytest.mark.parametrize("accept", ["text/html", "*/*"])
    @pytest.mark.parametrize(
        "method", ["HEAD", "POST", "PUT", "DELETE", "OPTIONS", "PROPFIND", "MKCOL", "LOCK", "COPY", "PATCH"]
    )
    def test_for_each_other_method_too(self, strict, method, accept):
        def ask():
            client = Client(strict, accept)
            return {
                place: client.http.request(method, f"{client.base}{place}", data=b"x", allow_redirects=False)
                for place in ("/map/geheim", "/map/geheim/edit", "/map/dicht/foto", "/map/van-anna/@@images/x")
            }

        there, missing = as_missing(strict, ask)
        assert differing(there, missing) == {}

    def test_who_may_see_something_and_not_do_something_is_told_so(self, strict):
        client, _answer = rest(strict, "anna")
        assert client.get("/map/van-anna").status_code == 200
        answer = client.http.patch(f"{client.base}/map/van-anna", json={"title": "x"})
        assert answer.status_code in (401, 403)
        assert Client(strict, "application/json").get("/map/@history").status_code == 401
        assert Client(strict, "application/json").get("/@controlpanels").status_code == 401
