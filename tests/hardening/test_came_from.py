"""Logging in leads to a page of this site, wherever somebody says that one came from (A18)."""

from planted import PASSWORD
from planted import SITE_OWNER_NAME
from plone import api
from plone.app.testing import applyProfile
from urllib.parse import urlsplit

import pytest
import requests
import transaction


EVIL = [
    "https://evil.example/x",
    "//evil.example/x",
    "https:evil.example",
    "/\\evil.example",
    "\\\\evil.example",
    "javascript:alert(1)",
    "data:text/html,x",
    "https://{site}@evil.example/",
    "https://{site}.evil.example/",
    "\thttps://evil.example/",
]


@pytest.fixture(scope="class")
def strict(shared_portal):
    """A site with all switches on, and a member."""
    with api.env.adopt_user(username=SITE_OWNER_NAME):
        api.user.create(username="anna", email="anna@example.org", password=PASSWORD)
        applyProfile(shared_portal, "samenbeter:hardening")
    transaction.commit()
    return shared_portal


@pytest.mark.abuse("A18")
class TestCameFrom:
    """With all switches on."""

    @pytest.mark.parametrize("evil", EVIL)
    def test_it_stays_on_this_site(self, strict, evil):
        home = urlsplit(strict.absolute_url())
        came_from = evil.format(site=home.netloc)
        fields = {"__ac_name": "anna", "__ac_password": PASSWORD, "buttons.login": "1", "came_from": came_from}
        for way in ({"data": fields}, {"data": fields, "params": {"came_from": came_from}}):
            answer = requests.post(f"{strict.absolute_url()}/login", allow_redirects=False, timeout=60, **way)
            assert answer.status_code in (200, 302, 303)
            leads = urlsplit(answer.headers.get("Location", strict.absolute_url()))
            assert (leads.scheme, leads.netloc) == (home.scheme, home.netloc)
            assert f'href="{came_from}' not in answer.text

    def test_a_page_of_this_site_is_shown_after_it(self, strict):
        fields = {
            "__ac_name": "anna",
            "__ac_password": PASSWORD,
            "buttons.login": "1",
            "came_from": f"{strict.absolute_url()}/sitemap",
        }
        answer = requests.post(f"{strict.absolute_url()}/login", data=fields, allow_redirects=False, timeout=60)
        assert answer.headers["Location"].startswith(f"{strict.absolute_url()}/sitemap")
