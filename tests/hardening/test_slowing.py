"""How long somebody waits after wrong passwords: pure."""

from datetime import datetime
from datetime import timedelta
from datetime import timezone
from samenbeter.shared import clock
from samenbeter.shared import slowing

import pytest


HOME, ELSEWHERE = "192.0.2.7", "198.51.100.4"


@pytest.fixture
def time(monkeypatch):
    """The time: noon, and as much later as a test says."""

    class Time:
        now = datetime(2026, 11, 26, 12, tzinfo=timezone.utc)

        def on(self, **by):
            self.now += timedelta(**by)

    time = Time()
    monkeypatch.setattr(clock, "now", lambda: time.now)
    return time


@pytest.fixture
def slow(time):
    return slowing.Slowing()


def wrong(slow, times, login="anna", address=HOME):
    for _number in range(times):
        slow.failed(login, address)


@pytest.mark.parametrize(
    ("address", "network"),
    [
        ("192.0.2.7", "192.0.2.0/24"),
        ("::ffff:192.0.2.7", "192.0.2.0/24"),
        ("2001:db8:1:2:3::4", "2001:db8:1::/48"),
        (" 192.0.2.7 ", "192.0.2.0/24"),
        ("", "-"),
        ("niets", "-"),
        (None, "-"),
    ],
)
def test_of_an_address_only_the_network_counts(address, network):
    assert slowing.network_of(address) == network


def test_the_wait_doubles_up_to_a_minute(slow, time):
    waits = []
    for _number in range(12):
        slow.failed("anna", HOME)
        waits.append(slow.wait("anna", HOME))
        time.on(seconds=waits[-1])
        assert slow.wait("anna", HOME) == 0
    assert waits == [0, 0, 0, 0, 2, 4, 8, 16, 32, 60, 60, 60]


def test_a_neighbour_in_the_network_shares_the_wait_and_another_network_does_not(slow):
    wrong(slow, 5)
    assert slow.wait("anna", "192.0.2.99") > 0
    assert slow.wait("anna", ELSEWHERE) == 0
    assert slow.wait("bram", HOME) == 0


def test_after_an_hour_without_a_wrong_one_it_begins_again(slow, time):
    wrong(slow, 9)
    time.on(minutes=61)
    wrong(slow, 4)
    assert slow.wait("anna", HOME) == 0


def test_one_password_tried_on_all_accounts_waits(slow):
    for number in range(slowing.NETWORK):
        slow.failed(f"user-{number}", HOME)
    assert slow.wait("nog-iemand", HOME) > 0
    assert slow.wait("nog-iemand", ELSEWHERE) == 0


def test_who_got_in_there_before_does_not_wait_for_what_the_network_does(slow):
    slow.succeeded("anna", HOME)
    for number in range(slowing.NETWORK):
        slow.failed(f"user-{number}", HOME)
    assert slow.wait("anna", HOME) == 0


def test_guessing_from_many_networks_leaves_each_one_try(slow):
    for number in range(slowing.ACCOUNT):
        slow.failed("anna", f"198.18.{number}.1")
    assert slow.wait("anna", HOME) == 0
    slow.failed("anna", HOME)
    assert slow.wait("anna", HOME) > 0


def test_and_who_got_in_before_has_all_their_tries(slow):
    slow.succeeded("anna", HOME)
    for number in range(slowing.ACCOUNT):
        slow.failed("anna", f"198.18.{number}.1")
    wrong(slow, 4)
    assert slow.wait("anna", HOME) == 0


def test_what_is_kept_leads_back_to_nobody_and_has_another_key_each_day(slow, time):
    wrong(slow, 6)
    kept, key = set(slow.wrong), slow.key
    assert not any(b"anna" in name or b"192" in name for name in kept)
    time.on(days=1)
    assert slow.wait("anna", HOME) == 0
    assert slow.wrong == {} and slow.key != key


def test_a_flood_of_names_does_not_fill_the_memory(slow, monkeypatch):
    monkeypatch.setattr(slowing, "MOST_NAMES", 300)
    for number in range(1000):
        slow.failed(f"user-{number}", f"198.18.{number % 250}.1")
    assert len(slow.wrong) <= 303
