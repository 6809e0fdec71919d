"""Zope's own management is not there, unless a Manager opened it, and then for an hour (A70)."""

from datetime import timedelta
from planted import get
from planted import PASSWORD
from planted import SITE_OWNER_NAME
from planted import turn
from plone import api
from plone.app.testing import SITE_OWNER_PASSWORD
from samenbeter.hardening import zmi
from samenbeter.shared import clock

import pytest
import requests
import transaction


# address: what it answers to a visitor on stock Plone
MANAGEMENT = {
    "manage": 302,
    "manage_main": 302,
    "manage_workspace": 302,
    "stuk/manage_main": 302,
    "stuk/manage_UndoForm": None,
    "stuk/@@manage_main": None,
    "acl_users": None,
    "acl_users/manage": 302,
    "acl_users/source_users/manage_users": 302,
    "acl_users/plugins": None,
    "portal_catalog": 403,
    "portal_catalog/manage_catalogView": 302,
    "stuk/portal_catalog": 403,
    "error_log": 200,
    "portal_memberdata": 200,
    "portal_memberdata/portraits": None,
    "portal_memberdata/portraits/manage_main": None,
    "portal_membership/getAuthenticatedMember": None,
    "portal_setup": None,
    "portal_workflow": 200,
    "MailHost": None,
    "Control_Panel": None,
    "stuk/manage_FTPget": None,
    "++api++/acl_users": None,
    "stuk/objectIds": None,
    "stuk/absolute_url": 200,
}
# what stays for who may use it
NEEDED = (
    "login",
    "stuk",
    "portal_registry",
    "@@actions-controlpanel",
    "@@usergroup-userprefs",
    "@@overview-controlpanel",
)


@pytest.fixture(scope="class")
def site(shared_portal):
    """A site with a page, and somebody of each kind."""
    with api.env.adopt_user(username=SITE_OWNER_NAME):
        page = api.content.create(shared_portal, "Document", "stuk", title="Stuk")
        api.content.transition(page, "publish")
        api.user.create(username="lid", email="lid@example.org", password=PASSWORD)
        api.user.create(username="beheer", email="beheer@example.org", password=PASSWORD)
        api.group.add_user(groupname="Site Administrators", username="beheer")
    transaction.commit()
    return shared_portal


@pytest.fixture(scope="class")
def strict(site):
    """The same with the switch."""
    turn("zmi")
    return site


WHO = {
    "visitor": None,
    "member": ("lid", PASSWORD),
    "site administrator": ("beheer", PASSWORD),
    "manager": (SITE_OWNER_NAME, SITE_OWNER_PASSWORD),
}


def status(site, path, who="visitor", accept="text/html"):
    """Return the status of an answer."""
    http = requests.Session()
    http.auth = WHO[who]
    return get(http, f"{site.absolute_url()}/{path}", accept).status_code


class TestStock:
    """Without the switch: the tests below can fail."""

    @pytest.mark.abuse("A70", stock=True)
    @pytest.mark.parametrize("path", [path for path, found in MANAGEMENT.items() if found])
    def test_it_is_there(self, site, path):
        assert status(site, path) == MANAGEMENT[path]

    def test_for_a_manager_too(self, site):
        assert status(site, "manage_main", "manager") == 200
        assert status(site, "stuk/absolute_url", "manager") == 200


@pytest.mark.abuse("A70")
class TestStrict:
    """With it."""

    @pytest.mark.parametrize("path", MANAGEMENT)
    def test_it_is_not_there(self, strict, path):
        assert status(strict, path) == 404
        assert status(strict, path, "manager") == 404

    @pytest.mark.parametrize("path", ["manage_main", "portal_catalog", "stuk/absolute_url"])
    def test_it_looks_like_what_never_was(self, strict, path):
        """For members and administrators too."""
        for who in ("member", "site administrator"):
            assert status(strict, path, who) == 404, who

    @pytest.mark.parametrize("method", ["PROPFIND", "MKCOL", "COPY", "MOVE", "PROPPATCH"])
    def test_nothing_is_managed_by_webdav(self, strict, method):
        url = f"{strict.absolute_url()}/stuk"
        answer = requests.request(method, url, auth=WHO["manager"], timeout=60)
        assert 400 <= answer.status_code < 500

    @pytest.mark.parametrize("path", NEEDED)
    def test_what_is_needed_stays(self, strict, path):
        assert status(strict, path, "manager") == 200

    def test_who_has_to_log_in_gets_to_the_page(self, strict):
        answer = get(requests.Session(), f"{strict.absolute_url()}/acl_users/credentials_cookie_auth/require_login")
        assert (answer.status_code, answer.headers["Location"].partition("?")[0]) == (
            302,
            f"{strict.absolute_url()}/login",
        )

    def test_who_has_to_log_in_gets_to_the_page_in_the_language_of_the_address(self, strict):
        url = f"{strict.absolute_url()}/en"
        answer = get(requests.Session(), f"{url}/acl_users/credentials_cookie_auth/require_login")
        assert (answer.status_code, answer.headers["Location"].partition("?")[0]) == (302, f"{url}/login")
        assert status(strict, "en/acl_users/manage_main", "manager") == 404


class TestOpen:
    """While a Manager has it open."""

    @pytest.fixture(scope="class")
    def opened(self, strict):
        transaction.begin()
        with api.env.adopt_user(username=SITE_OWNER_NAME):
            zmi.open_for_a_while()
        transaction.commit()
        return strict

    def test_a_manager_gets_in_and_nobody_else(self, opened):
        assert status(opened, "manage_main", "manager") == 200
        assert status(opened, "manage_main", "site administrator") in (302, 401, 403)
        assert status(opened, "manage_main") in (302, 401, 404)

    def test_it_says_so_on_the_check_page(self, opened):
        assert [str(problem) for problem in zmi.ZMI().problems()] == ["hardening_zmi_open"]

    def test_it_closes_by_itself(self, opened, monkeypatch):
        later = clock.now() + timedelta(minutes=zmi.MINUTES, seconds=1)
        monkeypatch.setattr(clock, "now", lambda: later)
        assert status(opened, "manage_main", "manager") == 404
        assert zmi.ZMI().problems() == []
