"""Tokens of programs: who makes them, what they open, and how they end. A32: what was copied ends too."""

from datetime import timedelta
from people import get
from people import make_people
from people import PASSWORD
from people import PEOPLE
from people import post
from people import refused
from people import text_of
from plone import api
from plone.app.testing import SITE_OWNER_NAME
from samenbeter.hardening import switches
from samenbeter.shared import clock
from samenbeter.shared import sessions
from samenbeter.shared import vault
from samenbeter.shared.service_tokens import plugin
from samenbeter.shared.service_tokens import tokens
from samenbeter.shared.transactions import committed

import pytest
import re
import requests
import transaction


ADMINS = ("beheer", "baas")
JSON = {"Accept": "application/json"}
GOOD = {"account": "redactie", "title": "Scherm in de wachtkamer", "days": 30}


@pytest.fixture
def site(functional_portal):
    make_people()
    plugin.wrong.clear()
    tokens.of_token.clear()
    return functional_portal


@pytest.fixture
def url(site):
    return site.absolute_url()


def rest(user, method, url, token=None, **given):
    headers = {**JSON, **({"Authorization": f"Bearer {token}"} if token else {}), **given.pop("headers", {})}
    auth = (user, PASSWORD) if user else None
    found = requests.request(method, url, auth=auth, headers=headers, allow_redirects=False, timeout=60, **given)
    transaction.begin()
    return found


def made(url, **changed):
    """Make a token as the administrator of the site; return what REST says."""
    found = rest("beheer", "POST", f"{url}/@service-tokens", json={**GOOD, **changed})
    assert found.status_code == 201, found.text
    return found.json()


def opens(url, token):
    """Return the status that a program gets, where only editors come."""
    return rest(None, "GET", f"{url}/@entry-codes", token).status_code


def count():
    return vault.get().count(tokens.ROOM, tokens.KIND)


class TestWhoMakesThem:
    @pytest.mark.parametrize("user", [None, *(name for name in PEOPLE if name not in ADMINS)])
    def test_nobody_else_sees_or_does_anything(self, url, user):
        token = made(url)
        assert refused(get(user, f"{url}/@@samenbeter-service-tokens"))
        for method, path in (("GET", ""), ("POST", ""), ("DELETE", f"/{token['id']}")):
            answer = rest(user, method, f"{url}/@service-tokens{path}", json=GOOD)
            assert answer.status_code == 401
            assert answer.json()["error"]["type"] == "Unauthorized"
        assert count() == 1

    @pytest.mark.parametrize("user", ADMINS)
    def test_an_administrator_makes_one_on_the_page_and_sees_it_once(self, url, user):
        answer = post(user, f"{url}/@@samenbeter-service-tokens", do="make", **GOOD)
        token = re.search(r"sbt_[0-9a-f]{32}_[\w-]{43}", answer.text).group()
        assert opens(url, token) == 200
        page = get(user, f"{url}/@@samenbeter-service-tokens")
        assert "sbt_" not in page.text
        assert "Scherm in de wachtkamer redactie" in text_of(page)
        post(user, f"{url}/@@samenbeter-service-tokens", do="revoke", revoked=tokens.everything()[0].id)
        assert opens(url, token) == 401
        assert count() == 0

    def test_a_form_without_a_token_of_ours_makes_nothing(self, url):
        post("beheer", f"{url}/@@samenbeter-service-tokens", token=False, do="make", **GOOD)
        assert count() == 0

    @pytest.mark.parametrize(
        "changed, field",
        [
            ({"account": "niemand"}, "account"),
            ({"account": ""}, "account"),
            ({"account": 3}, "account"),
            ({"account": "bewoner"}, "account"),
            ({"account": "beheer"}, "account"),
            ({"account": "baas"}, "account"),
            ({"title": "  "}, "title"),
            ({"title": "x" * 101}, "title"),
            ({"days": 0}, "days"),
            ({"days": 366}, "days"),
            ({"days": True}, "days"),
            ({"days": "30"}, "days"),
            ({"days": 1.5}, "days"),
            ({"role": "Manager"}, "role"),
        ],
    )
    def test_what_is_wrong_is_named_and_nothing_is_made(self, url, changed, field):
        answer = rest("beheer", "POST", f"{url}/@service-tokens", json={**GOOD, **changed})
        assert (answer.status_code, answer.json()["error"]["field"]) == (400, field)
        assert answer.json()["error"]["type"] == "BadRequest"
        assert count() == 0

    @pytest.mark.parametrize("days", ["", "0", "366", "ja", "-1", "١٢"])
    def test_the_page_says_what_is_wrong(self, url, days):
        page = post("beheer", f"{url}/@@samenbeter-service-tokens", do="make", **{**GOOD, "days": days})
        assert 'aria-invalid="true"' in page.text
        assert count() == 0

    def test_the_list_says_who_and_until_when_and_never_the_token(self, url):
        token = made(url)
        answer = rest("beheer", "GET", f"{url}/@service-tokens")
        (found,) = answer.json()["items"]
        today = clock.today()
        assert (found["account"], found["title"], found["used"]) == ("redactie", GOOD["title"], None)
        assert (found["made"], found["last_day"]) == (str(today), str(today + timedelta(days=30)))
        assert token["token"] not in answer.text
        assert token["token"][-43:] not in answer.text

    def test_there_is_nothing_below_one(self, url):
        token = made(url)
        assert rest("beheer", "DELETE", f"{url}/@service-tokens/{token['id']}/x").status_code == 404
        assert rest("beheer", "DELETE", f"{url}/@service-tokens/{'0' * 32}").status_code == 404
        assert rest("beheer", "DELETE", f"{url}/@service-tokens/x").status_code == 404
        assert rest("beheer", "DELETE", f"{url}/@service-tokens").status_code == 404
        assert count() == 1


class TestWhatItOpens:
    def test_what_the_account_may_and_nothing_more(self, url):
        token = made(url)["token"]
        assert opens(url, token) == 200
        assert rest(None, "GET", f"{url}/@service-tokens", token).status_code == 401
        assert opens(url, made(url, account="wijkwebber")["token"]) == 401

    def test_it_is_remembered_on_which_day(self, url):
        token = made(url)
        opens(url, token["token"])
        (found,) = rest("beheer", "GET", f"{url}/@service-tokens").json()["items"]
        assert found["used"] == str(clock.today())

    @pytest.mark.parametrize(
        "change", [lambda t: t[:-1] + ("A" if t[-1] != "A" else "B"), lambda t: "sbt_x", lambda t: t + "x"]
    )
    def test_a_wrong_one_opens_nothing_not_even_what_is_public(self, url, change):
        token = change(made(url)["token"])
        assert opens(url, token) == 401
        assert rest(None, "GET", f"{url}/@privacy-policies", token).status_code == 401

    def test_it_comes_in_a_header_and_nowhere_else(self, url):
        token = made(url)["token"]
        assert rest(None, "GET", f"{url}/@entry-codes?token={token}&access_token={token}").status_code == 401

    def test_of_the_token_itself_nothing_is_kept(self, url, site, caplog):
        token = made(url)["token"]
        opens(url, token)
        secret = token[-43:].encode()
        changes = site._p_jar.db().storage.changes
        found = [record.data for transaction_ in changes.iterator() for record in transaction_]
        assert any(b"service_token" in data for data in found)
        assert not any(secret in data or token.encode() in data for data in found)
        assert secret.decode() not in caplog.text

    def test_too_often_has_its_meaning(self, url, monkeypatch):
        token = made(url)["token"]
        monkeypatch.setattr(tokens.of_token, "most", 2)
        assert [opens(url, token) for _time in range(3)] == [200, 200, 429]
        answer = rest(None, "GET", f"{url}/@entry-codes", token)
        assert 1 <= int(answer.headers["Retry-After"]) <= 60

    def test_who_guesses_has_to_wait(self, url, monkeypatch):
        monkeypatch.setattr(plugin.wrong, "most", 2)
        made(url)
        wrong = f"sbt_{'0' * 32}_{'A' * 43}"
        assert [opens(url, wrong) for _time in range(3)] == [401, 401, 429]


@pytest.mark.abuse("A32")
class TestHowItEnds:
    def test_at_once_when_it_is_revoked(self, url):
        token = made(url)
        assert rest("beheer", "DELETE", f"{url}/@service-tokens/{token['id']}").status_code == 204
        assert opens(url, token["token"]) == 401
        assert rest("beheer", "DELETE", f"{url}/@service-tokens/{token['id']}").status_code == 404

    def test_after_its_last_day(self, url, monkeypatch):
        token = made(url)["token"]
        now = clock.now
        monkeypatch.setattr(clock, "now", lambda: now() + timedelta(days=30))
        assert opens(url, token) == 200
        monkeypatch.setattr(clock, "now", lambda: now() + timedelta(days=31))
        assert opens(url, token) == 401

    def test_when_the_account_loses_a_right(self, url):
        token = made(url)["token"]
        with api.env.adopt_user(username=SITE_OWNER_NAME):
            api.group.add_user(groupname="Expert", username="redactie")
            transaction.commit()
            assert opens(url, token) == 200
            api.group.remove_user(groupname="Vraagbaak Editor", username="redactie")
            transaction.commit()
        assert opens(url, token) == 401

    def test_with_the_sessions_of_the_account(self, url):
        token = made(url)["token"]
        committed(lambda: sessions.end_sessions("redactie"))
        assert opens(url, token) == 401
        assert count() == 0

    def test_with_the_account(self, url):
        token = made(url)["token"]
        with api.env.adopt_user(username=SITE_OWNER_NAME):
            api.user.delete(username="redactie")
        transaction.commit()
        assert opens(url, token) == 401
        assert count() == 0

    def test_with_the_add_on(self, url):
        token = made(url)["token"]
        plugin.withdraw()
        transaction.commit()
        assert opens(url, token) == 401
        plugin.withdraw()


class TestOtherSites:
    def test_a_page_of_another_site_makes_none(self, url):
        headers = {"Sec-Fetch-Site": "cross-site"}
        answer = rest("beheer", "POST", f"{url}/@service-tokens", json=GOOD, headers=headers)
        assert (answer.status_code, answer.json()["error"]["type"]) == (403, "Forbidden")
        answer = rest("beheer", "POST", f"{url}/@service-tokens", data='{"account": "redactie", "title": "x"}')
        assert (answer.status_code, answer.json()["error"]["type"]) == (415, "UnsupportedMediaType")
        assert count() == 0


class TestStrictSite:
    """With all switches of the security page on."""

    @pytest.fixture(autouse=True)
    def strict(self, site):
        with api.env.adopt_user(username=SITE_OWNER_NAME):
            switches.turn_all_on()
        transaction.commit()
        with api.env.adopt_user(username=SITE_OWNER_NAME):
            self.token, _known = committed(lambda: tokens.make("redactie", "Scherm", 10))
        yield
        switches.turn_all_off()
        transaction.commit()

    def test_it_opens_and_ends_with_the_log_out_of_its_account(self, url):
        assert opens(url, self.token) == 200
        assert rest(None, "POST", f"{url}/@logout", self.token, json={}).status_code == 204
        assert opens(url, self.token) == 401

    def test_what_it_may_not_see_looks_as_if_it_is_not_there(self, url, site):
        with api.env.adopt_user(username=SITE_OWNER_NAME):
            hidden = api.content.create(site, "Vraagbaak", "verborgen", title="Verborgen")
        transaction.commit()
        wijk, _known = committed(lambda: tokens.make("wijkwebber", "Scherm", 10))
        there, none = (rest(None, "GET", f"{url}/{name}/@cases", wijk) for name in (hidden.getId(), "niets"))
        assert there.status_code == none.status_code == 404
        assert there.text.replace("verborgen", "niets") == none.text

    def test_one_that_has_ended_is_told_so_there_too(self, url):
        committed(lambda: tokens.end_all("redactie"))
        assert opens(url, self.token) == 401
