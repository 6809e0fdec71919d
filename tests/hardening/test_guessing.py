"""Guessing passwords goes slower and slower, in each way to log in, and nobody is locked out (A16)."""

from at_the_door import basic
from at_the_door import Client
from at_the_door import forget
from at_the_door import form
from at_the_door import PASSWORD
from at_the_door import people
from at_the_door import private_page
from at_the_door import rest
from at_the_door import turn_off
from at_the_door import turn_on
from datetime import datetime
from datetime import timedelta
from datetime import timezone
from plone.app.testing import SITE_OWNER_NAME
from plone.app.testing import SITE_OWNER_PASSWORD
from samenbeter.hardening import guard
from samenbeter.hardening import tries
from samenbeter.shared import clock
from samenbeter.shared import slowing

import logging
import pytest
import transaction


@pytest.fixture(scope="class")
def stock(shared_portal):
    """The site without the switch."""
    forget()
    people("anna", "bram")
    private_page(shared_portal, "anna", "bram")
    return shared_portal


@pytest.fixture(scope="class")
def strict(stock):
    """The same with the switch on."""
    turn_on("login")
    return stock


@pytest.fixture(autouse=True)
def nobody_tried():
    """Begin with nobody having tried anything."""
    forget()


@pytest.fixture
def time(monkeypatch):
    """The time, which a test moves on."""

    class Time:
        by = timedelta()

        def on(self, seconds):
            self.by += timedelta(seconds=seconds)

    time = Time()
    monkeypatch.setattr(clock, "now", lambda: datetime.now(timezone.utc) + time.by)
    return time


def at_home(monkeypatch, address):
    """Let all requests come from an address from here on."""
    monkeypatch.setattr("ZPublisher.HTTPRequest.HTTPRequest.getClientAddr", lambda self: address)


WAYS = {"form": form, "rest": rest, "basic": basic}
way = pytest.mark.parametrize("way", list(WAYS))


def in_now(answer, way):
    """Return whether an answer says that somebody is in."""
    return answer.status_code == {"form": 302, "rest": 200, "basic": 404}[way]


@pytest.mark.abuse("A16", stock=True)
class TestStock:
    @way
    def test_after_twelve_wrong_passwords_the_right_one_works(self, stock, way):
        for number in range(12):
            WAYS[way](stock, "anna", f"gok-{number}-gok-gok")
        client, answer = WAYS[way](stock, "anna")
        assert answer.status_code != 429
        assert client.get("/besloten").status_code == 200


@pytest.mark.abuse("A16")
class TestSlow:
    @way
    def test_after_five_wrong_ones_each_next_one_waits_longer(self, strict, way, time):
        waits = []
        for _number in range(5):
            _client, answer = WAYS[way](strict, "anna", "gok")
            assert answer.status_code != 429
        for _number in range(7):
            _client, answer = WAYS[way](strict, "anna", "gok")
            assert answer.status_code == 429
            waits.append(int(answer.headers["Retry-After"]))
            time.on(waits[-1])
            assert WAYS[way](strict, "anna", "gok")[1].status_code != 429
        assert waits == [2, 4, 8, 16, 32, 60, 60]

    @way
    def test_the_right_one_waits_too_and_then_works(self, strict, way, time):
        for _number in range(5):
            WAYS[way](strict, "anna", "gok")
        client, answer = WAYS[way](strict, "anna")
        assert answer.status_code == 429
        assert client.get("/besloten").status_code != 200
        time.on(3)
        client, answer = WAYS[way](strict, "anna")
        assert answer.status_code != 429
        assert client.get("/besloten").status_code == 200

    def test_the_ways_count_together(self, strict):
        for number in range(6):
            _client, answer = list(WAYS.values())[number % 3](strict, "anna", "gok")
        assert answer.status_code == 429

    def test_rest_says_so_as_rest_does(self, strict):
        for _number in range(6):
            _client, answer = rest(strict, "anna", "gok")
        assert answer.json()["type"] == "TooManyRequests" or answer.json()["error"]["type"]
        assert "anna" not in answer.text and "gok" not in answer.text

    def test_json_of_another_kind_is_no_way_around(self, strict):
        client = Client(strict, "application/json")
        for _number in range(6):
            body = '{"login": "anna", "password": "gok"}'
            answer = client.post("/@login", data=body, headers={"Content-Type": "application/json; charset=utf-8"})
        assert answer.status_code == 429 and answer.headers["Retry-After"] == "2"

    def test_a_form_posted_to_another_page_is_no_way_around(self, strict):
        client = Client(strict)
        for _number in range(6):
            answer = client.post("/besloten", data={"__ac_name": "anna", "__ac_password": "gok"})
        assert answer.status_code == 429 and answer.headers["Retry-After"] == "2"
        answer = client.post("/besloten", data={"__ac_name": "anna", "__ac_password": PASSWORD})
        assert answer.status_code == 429

    def test_a_login_page_says_how_long(self, strict):
        for _number in range(6):
            _client, answer = form(strict, "anna", "gok")
        assert answer.status_code == 429 and 'name="__ac_password"' in answer.text
        assert "gok" not in answer.text

    def test_capitals_and_spaces_in_a_name_are_no_other_name(self, strict):
        for name in ("anna", "Anna", "ANNA", " anna", "anna ", "anna"):
            _client, answer = form(strict, name, "gok")
        assert answer.status_code == 429

    def test_a_right_password_begins_again(self, strict):
        for _round in range(3):
            for _number in range(4):
                assert form(strict, "anna", "gok")[1].status_code != 429
            assert in_now(form(strict, "anna")[1], "form")

    def test_others_and_other_networks_do_not_wait(self, strict, monkeypatch):
        for _number in range(8):
            form(strict, "anna", "gok")
        assert in_now(form(strict, "bram")[1], "form")
        at_home(monkeypatch, "203.0.113.9")
        assert in_now(form(strict, "anna")[1], "form")

    def test_what_is_counted_is_gone_the_next_day(self, strict, time):
        for _number in range(12):
            form(strict, "anna", "gok")
        time.on(24 * 60 * 60)
        assert in_now(form(strict, "anna")[1], "form")


class TestZope:
    """Who administers Zope is no member of the site, and must get in as ever."""

    def test_their_right_password_does_not_count_as_a_wrong_one(self, strict):
        for _number in range(8):
            _client, answer = basic(strict, SITE_OWNER_NAME, SITE_OWNER_PASSWORD)
            assert answer.status_code == 404
        assert slowing.passwords.wrong == {}

    def test_guessing_theirs_is_slowed_too(self, strict):
        for _number in range(6):
            _client, answer = basic(strict, SITE_OWNER_NAME, "gok")
        assert answer.status_code == 429
        for _number in range(6):
            _client, answer = form(strict, SITE_OWNER_NAME, "gok")
        assert answer.status_code == 429


class TestSaid:
    def test_the_log_counts_refusals_and_names_nobody(self, strict, caplog, time):
        tries.refusals.said = None
        caplog.set_level(logging.INFO)
        for _number in range(9):
            form(strict, "anna", "gok-gok")
        lines = [record.getMessage() for record in caplog.records if record.name == "samenbeter"]
        assert len([line for line in lines if "refused" in line]) == 1
        assert not any("anna" in line or "gok-gok" in line or "127.0.0.1" in line for line in lines)

    def test_nothing_is_written(self, strict):
        before = strict._p_jar.db().lastTransaction()
        for _number in range(8):
            form(strict, "anna", "gok")
        assert strict._p_jar.db().lastTransaction() == before


class TestSwitch:
    def test_off_again_the_guard_is_gone(self, stock):
        plugins = stock.acl_users.plugins
        tasks = [info["interface"] for info in plugins.listPluginTypeInfo()]
        before = {task: plugins.listPluginIds(task) for task in tasks}
        turn_on("login", "passwords")
        transaction.begin()
        assert all(plugins.listPluginIds(task)[0] == guard.ID for task in guard.ALL)
        turn_off("passwords")
        transaction.begin()
        assert guard.ID in stock.acl_users
        turn_off("login")
        transaction.begin()
        assert guard.ID not in stock.acl_users
        assert {task: plugins.listPluginIds(task) for task in tasks} == before
