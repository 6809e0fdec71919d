"""HEAD says what a GET would say, and how much; nothing more."""

from machines import get
from plone import api
from plone.app.testing import SITE_OWNER_NAME

import pytest
import requests


class TestHead:
    """HEAD is GET without the page."""

    @pytest.mark.parametrize(
        "path",
        [
            "",
            "/vraagbaak",
            "/partners",
            "/agenda",
            "/@@search",
            "/bestaat-niet",
            "/@@sb/x",
            "/agenda/ics_view",
            "/robots.txt",
        ],
    )
    def test_it_answers_as_a_get_does(self, demo_portal, path):
        url = demo_portal.absolute_url() + path
        head, whole = get(url, method="HEAD"), get(url)
        assert (head.status_code, head.content) == (whole.status_code, b"")
        for name in ("Content-Type", "Content-Length"):
            assert head.headers[name] == whole.headers[name]

    def test_the_body_is_not_on_the_line(self, demo_portal):
        """Else a browser that keeps the connection open reads it as the next answer."""
        with requests.Session() as session:
            for path in ("", "/bestaat-niet", "/agenda/ics_view"):
                assert session.head(demo_portal.absolute_url() + path, headers={"Accept": "text/html"}).content == b""
                assert session.get(f"{demo_portal.absolute_url()}/@@health").text == "ok\n"

    def test_a_hidden_page_stays_hidden(self, demo_portal):
        with api.env.adopt_user(username=SITE_OWNER_NAME):
            draft = api.content.find(portal_type="VraagbaakQuestion", review_state="draft")[0].getURL()
        assert get(draft, method="HEAD").status_code == 302

    def test_a_service_keeps_its_own(self, demo_portal):
        assert get(demo_portal.absolute_url(), method="HEAD", accept="application/json").status_code == 200
