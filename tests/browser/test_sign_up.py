"""From a poster to the first page of one's own: on a phone, with a real mail server."""

from aiosmtpd.controller import Controller
from email import message_from_bytes
from email import policy
from plone import api
from Products.MailHost.MailHost import MailHost
from samenbeter.residents import mailing
from samenbeter.residents import sign_up
from samenbeter.shared import entry
from samenbeter.shared import jobs
from samenbeter.shared import mail
from samenbeter.shared import tally
from samenbeter.shared import vault
from samenbeter.shared.transactions import committed

import pytest
import re
import socket
import transaction


pytestmark = pytest.mark.browser

PHONE = {
    "viewport": {"width": 390, "height": 844},
    "user_agent": "Mozilla/5.0 (Android 14; Mobile; rv:140.0) Firefox/140.0",
}
CODE = "lindehof-poster-7"


class Box:
    """What the mail server got."""

    def __init__(self):
        self.mails = []

    async def handle_DATA(self, server, session, envelope):
        """Take a mail."""
        self.mails.append(message_from_bytes(envelope.content, policy=policy.default))
        return "250 OK"


def free_port():
    """Return a port of this machine that nobody uses."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


@pytest.fixture
def box(site, monkeypatch):
    """A mail server on this machine, by which the site mails."""
    found = Box()
    server = Controller(found, hostname="127.0.0.1", port=free_port())
    server.start()
    transaction.begin()
    before = site.MailHost
    site._delObject("MailHost")
    site._setObject("MailHost", MailHost("MailHost"))
    for name, value in {
        "smtp_host": "127.0.0.1",
        "smtp_port": server.port,
        "email_from_address": "redactie@samenbeter.example",
        "email_from_name": "Wijk Lindenhof",
    }.items():
        api.portal.set_registry_record(f"plone.{name}", value)
    transaction.commit()
    mailing.to_one.clear()
    # the browser of a test types faster than a person
    monkeypatch.setattr(sign_up, "SECONDS", 0)
    yield found
    server.stop()
    transaction.begin()
    site._delObject("MailHost")
    site._setObject("MailHost", before)
    transaction.commit()


def arrived(box):
    """Let the site send what waits; return the text of the newest mail."""
    transaction.begin()
    jobs.run_due(only=mail.JOB)
    return box.mails[-1]


def follow_the_poster(somebody, address, box):
    """Do what a resident does; return how many fields and presses that took."""
    page = somebody.go(f"via/{CODE}")
    assert somebody.heading() == "Maak een account"
    fields = page.locator("main form .sb-field input:visible").count()
    page.fill("#email", address)
    presses = 0
    for button in ("Ja, maak mijn account", "Ga verder"):
        if button == "Ga verder":
            letter = arrived(box)
            assert letter["To"] == address
            page.fill("#code", re.search(r"\b(\d{3} \d{3})\b", letter.get_content())[1])
            fields += page.locator("main form .sb-field input:visible").count()
        with page.expect_navigation():
            page.click(f"main button:text-is('{button}')")
        presses += 1
        assert page.evaluate("document.documentElement.scrollWidth") <= 390
    return fields, presses


def everything_kept(site):
    """Return all that the vault says, and all bytes of the database and of the counters beside it."""
    transaction.begin()
    storage = vault.get()
    records = [
        (record.room, record.kind, record.subject, storage.open(record))
        for shard in storage.shards
        for record in shard.records.values()
    ]
    database = site._p_jar.db().storage
    # a storage on top of the one of the layer: all that was written in this test
    raw = [record.data or b"" for changed in database.iterator() for record in changed]
    counted = tally.place().read_bytes() if tally.place().exists() else b""
    return records, raw, counted


def steps():
    """Return how many people were counted at each step."""
    transaction.begin()
    found = entry.funnel().get(CODE)
    return {step: found[step]["people"] if found else 0 for step in entry.STEPS}


@pytest.mark.parametrize("script", [True, False], ids=["with script", "without"])
def test_from_a_poster_to_the_own_page(visitor, site, box, script):
    transaction.begin()
    if entry.get(CODE) is None:
        committed(lambda: entry.make("poster", "Poster in de Lindehof", "@@account-maken", CODE))
    address = f"yara-{int(script)}@example.org"
    before = steps()
    somebody = visitor(java_script_enabled=script, **PHONE)
    wrong = []
    somebody.page.on("console", lambda message: wrong.append(message.text) if message.type == "error" else None)

    fields, presses = follow_the_poster(somebody, address, box)

    # one field, one code; two presses; nothing else is asked
    assert (fields, presses) == (2, 2)
    assert somebody.page.url.endswith("/@@mijn-samenbeter")
    assert "Dit kun je nu doen" in somebody.page.inner_text("main")
    assert wrong == []

    # the funnel has one at each step
    after = steps()
    assert {step: after[step] - before[step] for step in after} == dict.fromkeys(entry.STEPS, 1)

    # and nothing that is kept ties this person to the code
    userid = api.user.get(username=address).getId()
    records, raw, counted = everything_kept(site)
    for record in records:
        assert CODE not in str(record)
    both = [data for data in raw if CODE.encode() in data and (userid.encode() in data or address.encode() in data)]
    assert both == []
    assert userid.encode() not in counted and address.encode() not in counted
    assert CODE not in str(somebody.context.cookies())
