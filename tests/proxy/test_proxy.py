"""The settings of nginx in docs/how-to/proxy.rst do what the page says."""

from nginx import NAME
from nginx import NEED
from nginx import Nginx
from nginx import program
from plone import api
from plone.app.testing import SITE_OWNER_NAME
from Products.SiteAccess.VirtualHostMonster import manage_addVirtualHostMonster
from samenbeter.hardening import switches
from urllib.parse import urlsplit

import pytest
import transaction


pytestmark = pytest.mark.proxy

MARKER = "zilverreiger"
FULL = {"content-security-policy", "x-content-type-options", "referrer-policy", "strict-transport-security"}


@pytest.fixture(scope="class")
def proxy(shared_portal, shared_layer, tmp_path_factory):
    """A site with all that concerns headers and methods on, behind nginx."""
    if program() is None:
        pytest.fail(NEED["NEEDS"]["nginx"][1])
    manage_addVirtualHostMonster(shared_layer["app"], "virtual_hosting")
    with api.env.adopt_user(username=SITE_OWNER_NAME):
        shared_portal.setLayout("samenbeter-front")
        for name in ("headers", "methods", "storing"):
            switches.turn_on(name)
    transaction.commit()
    made = Nginx(tmp_path_factory.mktemp("nginx"), urlsplit(shared_portal.absolute_url()).netloc, shared_portal.getId())
    yield made
    made.stop()


def named(headers, name):
    """Return the values of a header."""
    return [value for key, value in headers if key.lower() == name.lower()]


class TestProxy:
    def test_a_page_comes_with_https_and_the_one_name(self, proxy):
        status, _headers, body = proxy.ask("/")
        assert status == 200
        text = body.decode()
        assert f"https://{NAME}/" in text and "127.0.0.1" not in text and "localhost" not in text
        assert "VirtualHost" not in text

    @pytest.mark.parametrize(("path", "expected"), [("/", 200), ("/bestaat-niet", 404), ("/manage", 404)])
    def test_each_header_is_there_once(self, proxy, path, expected):
        status, headers, _body = proxy.ask(path)
        assert status == expected
        for name in FULL:
            assert len(named(headers, name)) == 1, name
        assert named(headers, "strict-transport-security") == ["max-age=31536000; includeSubDomains"]
        assert named(headers, "x-powered-by") == named(headers, "via") == []
        assert named(headers, "server") == ["nginx"]

    def test_a_page_of_the_site_has_the_policy_of_the_site(self, proxy):
        assert "script-src 'self'" in named(proxy.ask("/")[1], "content-security-policy")[0]
        assert named(proxy.ask("/manage")[1], "content-security-policy")[0].startswith("default-src 'none'")

    @pytest.mark.parametrize(("name", "tls"), [(NAME, False), (f"www.{NAME}", False), (f"www.{NAME}", True)])
    def test_there_is_one_address_for_each_page(self, proxy, name, tls):
        status, headers, _body = proxy.ask("/vraagbaak?theme=slapen", name=name, tls=tls)
        assert (status, named(headers, "location")) == (301, [f"https://{NAME}/vraagbaak?theme=slapen"])

    @pytest.mark.parametrize("tls", [True, False])
    def test_another_name_gets_no_answer(self, proxy, tls):
        assert proxy.ask("/", name="evil.example", tls=tls) is None

    def test_what_a_visitor_says_about_names_is_not_believed(self, proxy):
        said = {"X_Forwarded_Host": "evil.example", "X_Forwarded_Proto": "http", "Forwarded": "host=evil.example"}
        _status, _headers, body = proxy.ask("/", **said)
        assert "evil.example" not in body.decode()

    @pytest.mark.parametrize(
        "path",
        [
            "/manage",
            "/manage_main",
            "/portal_catalog/manage_catalogView",
            "/VirtualHostBase/https/evil.example:443/plone/VirtualHostRoot/",
            "/_vh_x/",
            "//manage",
            "/%6Danage",
            "/x/../manage",
            "/acl_users/manage_main",
        ],
    )
    def test_management_and_addresses_of_the_proxy_are_not_there(self, proxy, path):
        assert proxy.ask(path)[0] == 404

    @pytest.mark.parametrize("path", ["/Control_Panel", "/../acl_users/users", "/%2e%2e/manage", "/plone"])
    def test_what_lies_above_the_site_is_not_there(self, proxy, path):
        assert proxy.ask(path)[0] in (400, 401, 302, 404)

    @pytest.mark.parametrize("method", ["PUT", "PROPFIND", "MKCOL", "COPY", "TRACE", "FOO"])
    def test_other_methods_are_refused(self, proxy, method):
        assert proxy.ask("/", method)[0] == 405

    def test_what_is_too_large_is_refused_at_once(self, proxy):
        status, _headers, _body = proxy.ask("/", "POST", Content_Length=str(41 * 1024 * 1024), body=b"")
        assert status == 413

    def test_below_a_path_links_lead_there(self, proxy):
        status, _headers, body = proxy.ask("/platform/")
        assert status == 200 and f"https://{NAME}/platform/login" in body.decode()

    def test_cookies_are_for_https(self, proxy):
        form = f"__ac_name={SITE_OWNER_NAME}&__ac_password=secret&buttons.login=x".encode()
        _status, headers, _body = proxy.ask(
            "/login", "POST", body=form, Content_Type="application/x-www-form-urlencoded"
        )
        cookies = named(headers, "set-cookie")
        assert [cookie for cookie in cookies if "Secure" not in cookie] == []

    def test_who_tries_log_in_all_the_time_has_to_wait(self, proxy):
        statuses = {proxy.ask("/login")[0] for _time in range(45)}
        assert statuses == {200, 429}

    def test_the_log_names_nobody(self, proxy):
        proxy.ask(f"/?q={MARKER}", Referer=f"https://x/{MARKER}", User_Agent=MARKER, Authorization="Basic YW5uYTp4")
        proxy.ask(f"/{MARKER}")
        proxy.ask(f"/passwordreset/{MARKER}")
        proxy.ask(f"/%00{MARKER}")
        log = proxy.log()
        assert "GET / 200" in log and "GET - 404" in log
        assert MARKER not in log and "127.0.0.1" not in log and "anna" not in log
