"""The guard of public forms: it doubts and never refuses, knows nobody's address, and loses no honest text."""

from datetime import datetime
from datetime import timedelta
from datetime import timezone
from guarded import FORM
from guarded import kept
from guarded import register
from guarded import Sender
from guarded import unregister
from hypothesis import given
from hypothesis import settings
from hypothesis import strategies as st
from lxml import html
from samenbeter.shared import clock
from samenbeter.shared import counters
from samenbeter.shared import guard
from samenbeter.shared import guard_rate
from samenbeter.shared import guard_used
from samenbeter.shared import jobs
from samenbeter.shared import keys
from samenbeter.shared import vault
from samenbeter.shared.transactions import committed
from types import SimpleNamespace

import pytest
import requests
import threading
import transaction


class Later:
    """The time, that a test moves."""

    def __init__(self, monkeypatch):
        self.by = timedelta()
        monkeypatch.setattr(clock, "now", lambda: datetime.now(timezone.utc) + self.by)

    def on(self, **by):
        self.by += timedelta(**by)


@pytest.fixture
def time(monkeypatch):
    return Later(monkeypatch)


@pytest.fixture(scope="class")
def site(shared_portal):
    """A site with a public form."""
    register()
    yield shared_portal
    unregister()


@pytest.fixture(autouse=True)
def slow_people(monkeypatch):
    """Judge time as in a real site."""
    monkeypatch.setattr(guard, "PACE", 1)
    guard_rate.clear()


@pytest.fixture
def nothing(site):
    """Begin with nothing kept."""

    def clear():
        for room, kind in (("test", "note"), ("shared", "doubtful")):
            for found in list(vault.get().find(room=room, kind=kind)):
                vault.get().erase(found)

    committed(clear)


@pytest.mark.usefixtures("nothing")
class TestAForm:
    def person(self, site, time, **headers):
        sender = Sender(site, **headers).open()
        time.on(seconds=30)
        return sender

    def test_of_a_person_goes_its_way(self, site, time):
        assert self.person(site, time).send("Mijn moeder slaapt slecht").text == "kept"
        assert kept() == (["Mijn moeder slaapt slecht"], {})

    @pytest.mark.abuse("A14")
    @pytest.mark.parametrize(
        ("reason", "fields"),
        [
            (guard.FILLED, {guard.TRAP: "https://evil.example"}),
            (guard.NO_TOKEN, {"guard": ""}),
            (guard.NO_TOKEN, {"guard": "1795661491000-68d290cd5ed2a17d903334b5-" + "0" * 32}),
            (guard.NO_TOKEN, {"guard": "é-ü-ß"}),
            (guard.LINKS, {"more": "http://a.example http://b.example www.c.example"}),
        ],
    )
    def test_that_is_doubted_waits_for_a_person_with_the_reason(self, site, time, reason, fields):
        assert self.person(site, time).send("x", **fields).text == "looks"
        assert kept() == ([], {"x": (reason,)})

    @pytest.mark.abuse("A14")
    def test_that_was_sent_at_once_waits(self, site):
        assert Sender(site).open().send("x").text == "looks"
        assert kept() == ([], {"x": (guard.FAST,)})

    def test_that_stood_open_for_a_day_is_not_lost(self, site, time):
        sender = self.person(site, time)
        time.on(hours=25)
        # the log-in token of Plone is good for a day too; a form that is shown again has a new one
        sender.fields["_authenticator"] = Sender(site).open().fields["_authenticator"]
        assert sender.send("x").text == "looks"
        assert kept() == ([], {"x": (guard.OLD,)})

    @pytest.mark.abuse("A14")
    def test_whose_page_does_not_hold_any_more_is_shown_again_with_what_was_written(self, site, time):
        """Somebody logged in meanwhile, in another window."""
        url = f"{site.absolute_url()}/@@gegevens-zonder-account"
        answer = requests.post(url, data={"email": "zilverreiger@", "_authenticator": "x"}, timeout=60)
        assert answer.status_code == 403
        page = html.fromstring(answer.text)
        assert "Er is nog niets verstuurd" in page.xpath("//div[@role='alert']")[0].text_content()
        assert page.get_element_by_id("email").get("value") == "zilverreiger@"
        assert kept() == ([], {})

    def test_sent_twice_by_one_who_pressed_twice_arrives_once(self, site, time):
        sender = self.person(site, time)
        assert [sender.send("x").text for _time in range(3)] == ["kept", "again", "again"]
        assert kept() == (["x"], {})

    def test_sent_at_the_same_moment_arrives_once(self, site, time):
        sender = self.person(site, time)
        answers = []
        threads = [threading.Thread(target=lambda: answers.append(sender.send("x").text)) for _time in range(6)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        assert sorted(answers) == ["again"] * 5 + ["kept"]
        assert kept() == (["x"], {})

    @pytest.mark.abuse("A14")
    def test_sent_again_with_another_text_is_not_lost(self, site, time):
        """Somebody goes back in the browser and writes something more."""
        sender = self.person(site, time)
        sender.send("x")
        assert sender.send("x, en nog iets").text == "looks"
        assert sender.send("x, en nog iets").text == "again"
        assert kept() == (["x"], {"x, en nog iets": (guard.REUSED,)})

    def test_that_is_doubted_and_sent_twice_lies_there_once(self, site, time):
        sender = self.person(site, time)
        assert [sender.send("x", **{guard.TRAP: "y"}).text for _time in range(2)] == ["looks", "again"]

    @pytest.mark.abuse("A14")
    def test_from_a_busy_place_is_doubted_and_from_elsewhere_is_not(self, site, time, monkeypatch):
        monkeypatch.setattr(guard_rate.of_network, "most", 2)
        places = iter(["198.51.100.7", "198.51.100.200", "198.51.100.9", "203.0.113.5"])
        monkeypatch.setattr(guard_rate, "place_of", lambda _request, real=guard_rate.place_of: real(at(next(places))))
        answers = [self.person(site, time).send(f"text {number}").text for number in range(4)]
        assert answers == ["kept", "kept", "looks", "kept"]
        assert kept()[1] == {"text 2": (guard.MANY,)}

    def test_a_burst_from_everywhere_is_doubted(self, site, time, monkeypatch):
        monkeypatch.setattr(guard_rate.of_all, "most", 1)
        assert [self.person(site, time).send(f"text {number}").text for number in range(2)] == ["kept", "looks"]
        assert kept()[1] == {"text 1": (guard.BUSY,)}

    def test_how_often_each_reason_came_is_counted_without_anybody(self, site, time):
        before = counters.total("guard", FORM, guard.FILLED)
        self.person(site, time).send("x", **{guard.TRAP: "y"})
        assert counters.total("guard", FORM, guard.FILLED) == before + 1

    def test_another_process_knows_what_came_in(self, site, time):
        """It is in the database; after some days it is forgotten."""
        sender = self.person(site, time)
        sender.send("x")
        transaction.begin()
        assert sum(len(shard) for shard in guard_used.store().shards) >= 2
        assert not any(
            sender.fields["guard"].split("-")[1] in key for shard in guard_used.store().shards for key in shard
        )
        time.on(days=guard_used.DAYS + 2)
        jobs.run_due(only="samenbeter.shared.guard")
        transaction.begin()
        assert sum(len(shard) for shard in guard_used.store().shards) == 0


def at(address, **headers):
    """Return a request from an address."""
    return SimpleNamespace(getClientAddr=lambda: address, getHeader=lambda name: headers.get(name.replace("-", "_")))


class TestThePlace:
    """A part of the network, under a name of today."""

    def test_neighbours_in_a_network_are_one(self):
        assert guard_rate.place_of(at("198.51.100.7")) == guard_rate.place_of(at("198.51.100.250"))
        assert guard_rate.place_of(at("2001:db8:1::1")) == guard_rate.place_of(at("2001:db8:1:ffff::2"))
        assert guard_rate.place_of(at("::ffff:198.51.100.7")) == guard_rate.place_of(at("198.51.100.8"))
        names = {guard_rate.place_of(at(a)) for a in ("198.51.100.7", "198.51.101.7", "2001:db8:1::1", "2001:db8:2::1")}
        assert len(names) == 4

    def test_it_has_another_name_tomorrow(self, time):
        before = guard_rate.place_of(at("198.51.100.7"))
        time.on(days=1)
        assert guard_rate.place_of(at("198.51.100.7")) != before

    def test_it_says_nothing_of_the_address(self):
        assert "198" not in repr(guard_rate.of_network.moments)
        name = guard_rate.place_of(at("198.51.100.7"))
        assert len(name) == 64

    @pytest.mark.parametrize("address", ["", None, "unknown", "1.2.3"])
    def test_where_that_is_not_known_nobody_is_counted(self, address):
        assert guard_rate.place_of(at(address)) == ""

    def test_a_proxy_that_is_not_trusted_is_no_place(self):
        assert guard_rate.place_of(at("127.0.0.1", X_Forwarded_For="198.51.100.7")) == ""
        assert guard_rate.place_of(at("10.0.0.3", X_Forwarded_For="198.51.100.7")) == ""
        assert guard_rate.place_of(at("127.0.0.1"))


class TestTheToken:
    """Signed, for one form, and nothing of anybody in it."""

    @pytest.fixture(autouse=True)
    def site(self, portal, integration):
        return portal

    def view(self, **form):
        return SimpleNamespace(request=SimpleNamespace(form=form))

    def test_it_is_for_one_form(self):
        token = guard.fields(self.view(), FORM)["token"]
        assert guard._read(token, FORM)[0]
        assert guard._read(token, "test.other") == ("", 0)

    def test_a_form_that_is_shown_again_keeps_it(self):
        """The time since it was first shown counts; and it is not used up by something that was wrong."""
        token = guard.fields(self.view(), FORM)["token"]
        assert guard.fields(self.view(guard=token), FORM)["token"] == token

    def test_one_that_was_used_is_not_shown_again(self):
        token = guard.fields(self.view(), FORM)["token"]
        request = SimpleNamespace(form={"guard": token, "text": "x"}, getClientAddr=str, getHeader=lambda _name: None)
        assert guard.judge(request, FORM).once()
        assert guard.fields(self.view(guard=token), FORM)["token"] != token

    def test_without_a_key_there_is_none_and_nothing_fails(self, monkeypatch):
        monkeypatch.setattr(keys, "load", raise_no_key)
        assert guard.fields(self.view(), FORM)["token"] == ""
        assert guard._read("1-2-3", FORM) == ("", 0)

    @given(st.text(max_size=80))
    @settings(max_examples=200, deadline=None)
    def test_what_is_no_token_is_none(self, text):
        assert guard._read(text, FORM) == ("", 0)

    @given(st.text(max_size=60), st.integers(0, 3))
    @settings(max_examples=60, deadline=None)
    def test_links_are_counted_in_any_text(self, text, number):
        form = {"text": text.replace(":", "").replace(".", "").replace("<", "").replace("[", "") + " http://x" * number}
        assert guard._links(form, None) == number


def raise_no_key():
    raise keys.NoKey
