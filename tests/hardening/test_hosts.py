"""The site answers to its own names, and no link leads to another host (A19)."""

from planted import SITE_OWNER_NAME
from planted import turn
from plone import api
from plone.app.testing import applyProfile
from plone.testing.zope import WSGI_SERVER_FIXTURE
from Products.MailHost.MailHost import MailBase
from Products.SiteAccess.VirtualHostMonster import manage_addVirtualHostMonster
from samenbeter.hardening import hosts
from samenbeter.hardening import switches
from samenbeter.shared.hosts import is_host
from samenbeter.shared.hosts import name_of

import http.client
import pytest
import quopri
import transaction


EVIL, HOME = "evil.example", "wijk.example"


@pytest.mark.parametrize(
    "netloc, name",
    [
        ("Wijk.Example:8080", "wijk.example"),
        ("wijk.example.", "wijk.example"),
        ("[::1]:8080", "::1"),
        ("::1", "::1"),
        ("", ""),
        (" localhost ", "localhost"),
        # a browser would go elsewhere, or nowhere
        ("localhost:8080@evil.example", "localhost:8080@evil.example"),
        ("localhost:evil.example", "localhost:evil.example"),
        ("[localhost].evil.example", "[localhost].evil.example"),
    ],
)
def test_a_name_is_read_without_its_port(netloc, name):
    assert name_of(netloc) == name


@pytest.mark.parametrize(
    "text, good",
    [
        ("wijk.example", True),
        ("127.0.0.1", True),
        ("localhost", True),
        ("https://wijk.example", False),
        ("wijk.example:8080", False),
        ("wijk.example/pad", False),
        ("wijk example", False),
        ("", False),
        ("a" * 64 + ".example", False),
        ("-a.example", False),
    ],
)
def test_only_a_name_can_be_filled_in(text, good):
    assert is_host(text) is good


def ask(path="", host="localhost", method="GET", body=None, **headers):
    """Return (status, whole answer) of a request that names a host."""
    connection = http.client.HTTPConnection("localhost", WSGI_SERVER_FIXTURE["port"], timeout=60)
    headers = {
        "Host": host,
        "Accept": "text/html",
        **{name.replace("_", "-"): value for name, value in headers.items()},
    }
    if body is not None:
        headers["Content-Type"] = "application/x-www-form-urlencoded"
    connection.request(method, f"/{path}", body, headers)
    answer = connection.getresponse()
    text = f"{answer.headers}{answer.read().decode('utf-8', 'replace')}"
    connection.close()
    return answer.status, text


@pytest.fixture(autouse=True, scope="class")
def virtual_hosts(shared_layer):
    """What takes the name of a host out of the path, as each Zope has it."""
    root = shared_layer["app"]
    if "virtual_hosting" not in root.objectIds():
        manage_addVirtualHostMonster(root, "virtual_hosting")
        transaction.commit()


def behind(host, path=""):
    """Return the path that a proxy asks for."""
    return f"VirtualHostBase/http/{host}:80/plone/VirtualHostRoot/{path}"


def settings(**values):
    """Fill in settings, and commit that."""
    transaction.begin()
    with api.env.adopt_user(username=SITE_OWNER_NAME):
        for name, value in values.items():
            api.portal.set_registry_record(name.replace("__", "."), value)
    transaction.commit()


# each way to name a host: (path, host, more headers)
WAYS = {
    "host": ("plone", EVIL, {}),
    "port": ("plone/login", f"{EVIL}:8080", {}),
    "behind a proxy": (behind(EVIL), "localhost", {}),
    "asked of a proxy": ("plone", "localhost", {"X_Forwarded_Host": EVIL}),
    "one of two": ("plone", "localhost", {"X_Forwarded_Host": f"{HOME}, {EVIL}"}),
    "over REST": ("plone/++api++/@site", EVIL, {"Accept": "application/json"}),
    "a name as a user": ("plone", f"{HOME}:80@{EVIL}", {}),
    "a name as a user, behind a proxy": (behind(f"{HOME}:80@{EVIL}"), "localhost", {}),
    "nothing there": ("plone/er-is-niets", EVIL, {}),
    "this machine from afar": ("plone", "localhost", {"X_Forwarded_For": "192.0.2.7"}),
}


class TestStock:
    """Without the switch: the tests below can fail."""

    @pytest.mark.abuse("A19", stock=True)
    @pytest.mark.parametrize("way", ["host", "port", "behind a proxy", "over REST"])
    def test_links_lead_to_the_host_that_was_named(self, shared_portal, way):
        path, host, headers = WAYS[way]
        status, text = ask(path, host, **headers)
        assert status == 200
        assert f"//{EVIL}" in text


@pytest.fixture(scope="class")
def strict(shared_portal):
    """The site with the switch, and one name."""
    turn("hosts")
    settings(samenbeter__hardening__hosts=[HOME])
    return shared_portal


@pytest.mark.abuse("A19")
class TestStrict:
    """With it."""

    @pytest.mark.parametrize("way", WAYS)
    def test_another_name_gets_a_bare_page(self, strict, way):
        path, host, headers = WAYS[way]
        status, text = ask(path, host, **headers)
        assert status == 400
        assert EVIL not in text
        assert "href" not in text and "Location" not in text
        assert "Dit adres begrijpen wij niet" in text

    @pytest.mark.parametrize("host", [HOME, "WIJK.example:80", f"{HOME}."])
    def test_the_own_name_is_answered(self, strict, host):
        assert ask("plone", host)[0] == 200

    def test_also_behind_a_proxy(self, strict):
        """That is on this machine or not, and passes the name on in two ways."""
        assert ask(behind(HOME), "127.0.0.1:8080", X_Forwarded_Host=HOME, X_Forwarded_For="192.0.2.7")[0] == 200

    def test_a_program_on_this_machine_may_say_localhost(self, strict):
        """The jobs do."""
        assert ask("plone", "localhost:8080")[0] == 200

    @pytest.mark.parametrize("name", ["health", "@@health"])
    def test_a_balancer_that_knows_only_a_number_hears_how_it_goes(self, strict, name):
        assert ask(f"plone/{name}", "192.0.2.1", X_Forwarded_For="192.0.2.7")[1].endswith("ok\n")
        assert ask(behind("192.0.2.1", name))[0] == 200
        for path in (f"plone/{name}/login", f"plone/er-is-niets/{name}", behind("192.0.2.1", f"en/{name}")):
            assert ask(path, "192.0.2.1")[0] == 400, path


class TestAll:
    """With all switches, as behind a proxy."""

    @pytest.fixture(scope="class")
    def whole(self, shared_portal):
        with api.env.adopt_user(username=SITE_OWNER_NAME):
            applyProfile(shared_portal, "samenbeter:hardening")
            api.portal.set_registry_record(hosts.HOSTS, [HOME])
        transaction.commit()

    @pytest.mark.parametrize("path, status", [("", 200), ("en", 200), ("login", 200), ("sitemap", 200)])
    def test_pages_are_there(self, whole, path, status):
        assert ask(behind(HOME, path))[0] == status

    @pytest.mark.abuse("A70")
    @pytest.mark.parametrize("path", ["manage_main", "acl_users", "en/portal_catalog", "sitemap/manage"])
    def test_management_is_not(self, whole, path):
        assert ask(behind(HOME, path))[0] == 404


class TestNoNames:
    """With the switch, and an empty list: all come in, and the check is red."""

    @pytest.fixture(scope="class")
    def open_site(self, shared_portal):
        turn("hosts")
        settings(samenbeter__privacy__site_url=f"https://{HOME}", plone__email_from_address="wijk@wijk.example")
        with api.env.adopt_user(username=SITE_OWNER_NAME):
            api.user.create(username="anna", email="anna@example.org", password="een-lang-wachtwoord")
        transaction.commit()
        return shared_portal

    def test_all_come_in(self, open_site):
        assert ask("plone", EVIL)[0] == 200

    @pytest.mark.abuse("A19")
    def test_a_mailed_link_leads_home(self, open_site, monkeypatch):
        """Also that of Plone with which somebody chooses a new password."""
        sent = []
        monkeypatch.setattr(
            MailBase,
            "_send",
            lambda self, mfrom, mto, text, *rest, **kw: sent.append(quopri.decodestring(text).decode()),
        )
        body = "userid=anna&form.buttons.send=1&form.widgets.login=anna&send=1"
        status, text = ask("plone/mail_password?userid=anna", EVIL, "POST", body)
        assert status == 200, text
        assert sent and all(EVIL not in text for text in sent)
        assert any(f"https://{HOME}/plone/passwordreset/" in text for text in sent), sent

    def test_the_check_says_so(self, open_site):
        found = [str(problem) for problem in hosts.Hosts().problems()]
        assert found == ["hardening_no_hosts"]
        assert switches.switches()["hosts"].alarming
