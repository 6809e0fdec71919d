"""Sixteen clients send two hundred forms, good ones and spam: each good one arrives, and no address is kept."""

from concurrent.futures import ThreadPoolExecutor
from datetime import datetime
from datetime import timedelta
from datetime import timezone
from guarded import FORM
from guarded import kept
from guarded import register
from guarded import Sender
from guarded import unregister
from samenbeter.shared import clock
from samenbeter.shared import counters
from samenbeter.shared import guard
from samenbeter.shared import guard_rate
from samenbeter.shared import tally
from samenbeter.shared import vault
from ZPublisher import HTTPRequest

import logging
import pytest
import transaction


CLIENTS = 16
FORMS = 200
# each fifth form of a client, in turn: what a program does
SPAM = (
    {},
    {"spam": "filled"},
    {},
    {"spam": "no_token"},
    {},
    {"spam": "links"},
)


@pytest.fixture
def site(functional_portal, monkeypatch):
    """A site behind a proxy that it trusts: the clients have addresses of their own."""
    register()
    monkeypatch.setattr(HTTPRequest, "trusted_proxies", ["127.0.0.1"])
    guard_rate.clear()
    yield functional_portal
    unregister()


def address(number):
    """Return the address of a client: some share a network, as in a library."""
    return f"198.51.{100 + number % 5}.{10 + number}" if number % 2 else f"2001:db8:{number % 7:x}::{number + 1:x}"


def send(sender, number):
    """Send one form; return the status."""
    kind = SPAM[number % len(SPAM)].get("spam")
    text = f"goed {number}" if kind is None else f"spam {number}"
    more = {
        None: {},
        "filled": {guard.TRAP: "x"},
        "no_token": {"guard": ""},
        "links": {"more": "http://a http://b http://c"},
    }[kind]
    # people press twice now and then
    answers = [sender.send(text, **more) for _time in range(2 if number % 10 == 4 else 1)]
    return [answer.status_code for answer in answers]


@pytest.mark.abuse("A14")
def test_each_good_one_arrives_and_no_address_is_kept(site, monkeypatch, caplog):
    caplog.set_level(logging.INFO)
    senders = [Sender(site, **{"X-Forwarded-For": address(number % CLIENTS)}) for number in range(FORMS)]
    moment = datetime.now(timezone.utc)
    monkeypatch.setattr(clock, "now", lambda: moment)
    with ThreadPoolExecutor(CLIENTS) as pool:
        list(pool.map(Sender.open, senders))
        moment += timedelta(seconds=20)
        monkeypatch.setattr(guard, "PACE", 1)
        statuses = [status for found in pool.map(send, senders, range(FORMS)) for status in found]
    assert set(statuses) == {200}

    texts, pile = kept()
    good = {f"goed {number}" for number in range(FORMS) if not SPAM[number % len(SPAM)]}
    assert len(good) == FORMS / 2
    # in the flow, or with a person; none twice
    assert good <= {*texts, *pile}
    assert sorted(texts) == sorted(set(texts))
    assert not good & set(texts) & set(pile)
    # no spam is in the flow, and none is refused
    assert set(texts) <= good
    assert len(texts) + len(pile) == FORMS
    # a good one that waits came from a busy place
    assert {reason for text, reasons in pile.items() if text in good for reason in reasons} <= {guard.MANY}
    # each form is counted, once for each reason
    reasons = sum(len(found) for found in pile.values())
    assert counters.total("guard", FORM) == len(texts) + reasons

    places = {address(number) for number in range(CLIENTS)}
    written = b"".join(
        record.data or b"" for one in site._p_jar.db().storage.changes.iterator() for record in one
    ) + b"".join(one.user + one.description for one in site._p_jar.db().storage.changes.iterator())
    assert len(written) > 100_000
    transaction.begin()
    box = vault.get()
    opened = repr([box.open(box.record(found)) for room in ("shared", "test") for found in list(box.find(room=room))])
    for place in places:
        assert place.encode() not in written
        assert place not in opened
        assert place.encode() not in tally.place().read_bytes()
        assert place not in caplog.text
        assert place not in repr(guard_rate.of_network.moments)
