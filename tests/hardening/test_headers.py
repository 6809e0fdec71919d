"""What a browser is told with each answer (A34, A65, A68): with the switch, and without it."""

from Acquisition import aq_parent
from at_the_door import form
from at_the_door import people
from at_the_door import turn_off
from at_the_door import turn_on
from plone import api
from plone.app.testing import SITE_OWNER_NAME
from plone.app.testing import SITE_OWNER_PASSWORD
from Products.SiteAccess.VirtualHostMonster import manage_addVirtualHostMonster
from samenbeter.hardening import headers
from samenbeter.hardening import inline
from samenbeter.hardening import policy
from samenbeter.shared import policies
from samenbeter.shared.wsgi_headers import Headers

import pytest
import re
import requests
import transaction


OWNER = (SITE_OWNER_NAME, SITE_OWNER_PASSWORD)
# answer: (path, accept, status)
ANSWERS = {
    "page": ("", "text/html", 200),
    "page of Plone": ("/contact-info", "text/html", 200),
    "search": ("/@@search", "text/html", 200),
    "log in": ("/login", "text/html", 200),
    "redirect": ("/@@logout", "text/html", 302),
    "private": ("/dicht", "text/html", 302),
    "not there": ("/bestaat-niet", "text/html", 404),
    "not there, for a program": ("/bestaat-niet", "*/*", 404),
    "REST": ("/open", "application/json", 200),
    "REST, private": ("/dicht", "application/json", 401),
    "static": ("/++plone++samenbeter/samenbeter.css", "*/*", 200),
    "resource": ("/++resource++orderedselect_input.js", "*/*", 200),
    "text": ("/robots.txt", "*/*", 200),
}
SET = {*policies.ALWAYS, "Content-Security-Policy"}


@pytest.fixture(scope="class")
def stock(shared_portal):
    """The site without the switch: a public page, a private one, a member."""
    with api.env.adopt_user(username=SITE_OWNER_NAME):
        shared_portal.setLayout("samenbeter-front")
        for name in ("open", "dicht"):
            api.content.create(shared_portal, "Document", name, title=name)
        api.content.transition(shared_portal["open"], "publish")
    transaction.commit()
    people("anna")
    people("rik", group="Site Administrators")
    return shared_portal


@pytest.fixture(scope="class")
def strict(stock):
    """The same with the switch on."""
    turn_on("headers")
    return stock


def get(site, path="", accept="text/html", **kw):
    return requests.get(site.absolute_url() + path, headers={"Accept": accept}, timeout=60, allow_redirects=False, **kw)


def rules(answer):
    """Return {directive: set of sources}."""
    parts = (part.split() for part in answer.headers["Content-Security-Policy"].split(";"))
    return {name: set(sources) for name, *sources in parts}


class TestHeaders:
    @pytest.mark.abuse("A68", stock=True)
    def test_without_the_switch_nothing_is_added(self, stock):
        for path, accept, status in ANSWERS.values():
            answer = get(stock, path, accept)
            assert answer.status_code == status, path
            assert SET & set(answer.headers) <= {"X-Frame-Options"}, path

    @pytest.mark.abuse("A68")
    @pytest.mark.parametrize("name", ANSWERS)
    def test_each_answer_has_the_full_set(self, strict, name):
        path, accept, status = ANSWERS[name]
        answer = get(strict, path, accept)
        assert answer.status_code == status
        assert set(answer.headers) >= SET
        assert answer.headers["X-Content-Type-Options"] == "nosniff"
        assert rules(answer)["script-src"] == {"'self'"}
        assert rules(answer)["object-src"] == {"'none'"}
        assert "Strict-Transport-Security" not in answer.headers

    @pytest.mark.abuse("A68")
    def test_an_error_of_ours_has_them_too(self, strict):
        answer = requests.patch(strict.absolute_url() + "/@@search", headers={"Accept": "text/html"}, timeout=60)
        assert answer.status_code == 500
        assert set(answer.headers) >= SET

    @pytest.mark.abuse("A68")
    def test_what_fails_before_the_site_is_reached_has_them_too(self, strict):
        answer = requests.post(
            strict.absolute_url() + "/login",
            data=b"a:int=x",
            timeout=60,
            headers={"Content-Type": "application/x-www-form-urlencoded"},
        )
        assert answer.status_code == 400
        assert set(answer.headers) >= SET
        assert rules(answer)["default-src"] == {"'none'"}

    @pytest.mark.abuse("A34")
    def test_no_other_site_shows_ours_in_a_frame(self, strict):
        answer = get(strict, "/login")
        assert rules(answer)["frame-ancestors"] == {"'self'"}
        assert answer.headers["X-Frame-Options"] == "SAMEORIGIN"

    def test_a_page_of_ours_has_no_style_or_script_in_it(self, strict):
        """The policy says so, and the page keeps to it."""
        for path in ("", "/@@search", "/login", "/bestaat-niet"):
            answer = get(strict, path)
            assert rules(answer)["style-src"] == {"'self'"}
            assert "style-src-attr" not in rules(answer) or path == "/login"
            assert not re.search(r"<style|\sstyle=|\son[a-z]+=\"", answer.text)

    def test_what_an_editor_gave_to_a_text_is_shown(self, strict):
        request = strict.REQUEST.clone()
        policies.draw(request, policies.OURS)
        request.response.setHeader("Content-Type", "text/html")
        request.response.setBody('<p style="color: red">x</p>')
        said = policy.policy_for(request, True)
        assert "style-src 'self';" in said and "style-src-attr 'unsafe-inline'" in said

    def test_zopes_own_pages_keep_their_scripts(self, strict):
        assert "'unsafe-inline'" in rules(get(strict, "/manage_main", auth=OWNER))["script-src"]
        assert rules(get(strict, "/manage_main"))["script-src"] == {"'self'"}

    def test_a_page_that_tells_more_keeps_it(self, strict):
        """Who goes to another site from a page with private data does not say from where."""
        client, _answer = form(strict, "anna")
        assert client.get("/mijn-gegevens").headers["Referrer-Policy"] == "no-referrer"
        assert client.get("/").headers["Referrer-Policy"] == "same-origin"

    def test_only_the_editors_tools_may_write_style_and_evaluate(self, strict):
        visitors = rules(get(strict, "/contact-info"))
        assert "'unsafe-inline'" not in visitors["style-src"] and visitors["script-src"] == {"'self'"}
        editors = rules(get(strict, "/open/edit", auth=OWNER))
        assert "'unsafe-inline'" in editors["style-src"]
        assert editors["script-src"] >= {"'self'", "'unsafe-eval'"} and "'unsafe-inline'" not in editors["script-src"]

    def test_code_of_plone_is_allowed_by_what_it_is(self, strict):
        allowed = rules(get(strict, "/@@site-controlpanel", auth=OWNER))["script-src"]
        assert "'unsafe-hashes'" in allowed
        assert any(source.startswith("'sha256-") for source in allowed)

    def test_who_kept_a_page_keeps_its_policy(self, strict):
        api.portal.set_registry_record("plone.caching.interfaces.ICacheSettings.enabled", True)
        transaction.commit()
        url = strict.absolute_url()
        etag = requests.get(url, headers={"Accept": "text/html"}, timeout=60).headers["ETag"]
        again = requests.get(url, headers={"Accept": "text/html", "If-None-Match": etag}, timeout=60)
        assert again.status_code in (200, 304)
        assert ("Content-Security-Policy" in again.headers) == (again.status_code == 200)

    def test_https_is_remembered_by_who_comes_by_it(self, strict):
        manage_addVirtualHostMonster(aq_parent(strict), "virtual_hosting")
        transaction.commit()
        host = strict.absolute_url().split("/")[2]
        path = f"/VirtualHostBase/https/wijk.example:443/{strict.getId()}/VirtualHostRoot/"
        answer = requests.get(f"http://{host}{path}", headers={"Accept": "text/html"}, timeout=60)
        assert answer.status_code == 200
        assert answer.headers["Strict-Transport-Security"] == headers.SECURE

    @pytest.mark.abuse("A65")
    def test_a_visitor_gets_no_cookie(self, strict):
        for path, accept, _status in ANSWERS.values():
            assert "Set-Cookie" not in get(strict, path, accept).headers

    def test_cookies_are_for_this_site_and_not_for_scripts(self, strict):
        _client, answer = form(strict, "anna")
        kept = answer.raw.headers.getlist("Set-Cookie")
        assert {cookie.partition("=")[0] for cookie in kept} >= {"__ac", "statusmessages"}
        for cookie in kept:
            assert "HttpOnly" in cookie and "SameSite=Lax" in cookie

    def test_turned_off_all_is_as_before(self, strict):
        turn_off("headers")
        for path, accept, status in ANSWERS.values():
            answer = get(strict, path, accept)
            assert answer.status_code == status
            assert SET & set(answer.headers) <= {"X-Frame-Options"}, path


class TestForms:
    """A page can let its forms send to one other site."""

    def test_only_that_page_and_only_that_site(self, http_request):
        request = http_request.clone()
        request.response.setHeader("Content-Type", "text/html")
        policies.draw(request, policies.OURS)
        assert "form-action 'self';" in policy.policy_for(request, True)
        policies.allow_form_to(request, "https://Module.example:8443/start?x=1")
        assert "form-action 'self' https://module.example:8443;" in policy.policy_for(request, True)
        other = http_request.clone()
        assert policies.forms_to(other) == []

    @pytest.mark.parametrize(
        "address",
        [
            "",
            "module.example",
            "javascript:alert(1)",
            "https://",
            "https://a b",
            "https://a;script-src *",
            "https://x:99999",
        ],
    )
    def test_what_is_no_site_is_refused(self, address):
        with pytest.raises(policies.NoOrigin):
            policies.origin(address)


class TestInline:
    """Code in Plone's own pages."""

    @pytest.mark.parametrize(
        "code",
        [
            "alert(1)",
            "form.submit();alert(1)",
            "javascript:moveUp('x');alert('y')",
            "javascript:moveUp('x');alert(1)//')",
        ],
    )
    def test_what_is_not_known_gets_nothing(self, code):
        assert inline.sources(f'<a onclick="{code}">x</a><script>{code}</script>') == []

    def test_what_is_known_gets_its_sum(self):
        found = inline.sources("<a onclick=\"javascript:moveUp('form-x')\">x</a>")
        assert found == [
            "'unsafe-hashes'",
            f"'sha256-{inline.digest(chr(106) + 'avascript:moveUp(' + chr(39) + 'form-x' + chr(39) + ')')}'",
        ]

    def test_data_and_files_need_none(self):
        assert inline.sources('<script src="x"></script><script type="application/ld+json">{}</script>') == []


class TestFilter:
    """Around Zope, for what no subscriber reaches."""

    @staticmethod
    def ask(status, headers, told=None):
        def application(environ, start_response):
            if told is not None:
                environ[policies.ENVIRON].update(told)
            start_response(status, headers)
            return [b""]

        got = []
        Headers(application)({}, lambda *args: got.append(args))
        return dict(got[0][1])

    def test_the_names_of_software_go(self):
        answer = self.ask("200 OK", [("Server", "waitress"), ("X-Powered-By", "Zope"), ("Via", "x"), ("ETag", "1")])
        assert not {"Server", "X-Powered-By", "Via"} & set(answer) and answer["ETag"] == "1"

    def test_an_error_outside_a_site_has_words_only(self):
        assert self.ask("404 Not Found", []) == policies.BARE

    def test_zopes_own_pages_keep_their_scripts(self):
        assert "Content-Security-Policy" not in self.ask("200 OK", [])

    def test_an_answer_made_anew_gets_what_the_site_said(self):
        wanted = {"Content-Security-Policy": "default-src 'self'", "X-Frame-Options": "SAMEORIGIN"}
        answer = self.ask("302 Found", [("x-frame-options", "DENY")], {"headers": wanted})
        assert answer == {"x-frame-options": "DENY", "Content-Security-Policy": "default-src 'self'"}

    def test_a_site_without_the_switch_is_left_alone(self):
        assert self.ask("500 Error", [("ETag", "1")], {"headers": None}) == {"ETag": "1"}
