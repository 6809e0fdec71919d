"""A mail server on this machine that tests can look into, and a site that mails by it."""

from aiosmtpd.controller import Controller
from email import message_from_bytes
from email import policy
from plone import api
from Products.MailHost.MailHost import MailHost
from samenbeter.shared import jobs
from samenbeter.shared import mail
from samenbeter.shared import vault
from samenbeter.shared.transactions import committed

import pytest
import socket
import transaction


ANNA = "anna@example.org"
SECRET = "Zilverreiger"


class Box:
    """What the mail server does."""

    def __init__(self):
        self.mails = []
        self.answer = "250 OK"
        self.at_rcpt = "250 OK"

    async def handle_RCPT(self, server, session, envelope, address, options):
        if self.at_rcpt.startswith("250"):
            envelope.rcpt_tos.append(address)
        return self.at_rcpt

    async def handle_DATA(self, server, session, envelope):
        if self.answer.startswith("250"):
            self.mails.append(envelope)
        return self.answer


@pytest.fixture
def box():
    """What the mail server does, and what it got."""
    return Box()


@pytest.fixture
def server(box):
    """A real mail server on this machine."""
    controller = Controller(box, hostname="127.0.0.1", port=free_port())
    controller.start()
    yield controller
    controller.stop()


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


@pytest.fixture
def site(functional_portal):
    """A site that mails over SMTP, and does nothing else by itself."""
    functional_portal.MailHost = MailHost("MailHost")
    point_at("127.0.0.1", free_port())
    return functional_portal


def point_at(host, port):
    for name, value in {
        "smtp_host": host,
        "smtp_port": port,
        "email_from_address": "redactie@samenbeter.example",
        "email_from_name": "Wijk Één",
    }.items():
        api.portal.set_registry_record(f"plone.{name}", value)
    transaction.commit()


def send(to=ANNA, subject="Klopt dit adres?", body=f"Dag, {SECRET}", **more):
    committed(lambda: mail.send(to, subject, body, **more))


def work(only=mail.JOB):
    found = jobs.run_due(only=only)
    transaction.begin()
    return found["ran"], found["failed"]


def totals():
    transaction.begin()
    state = jobs.store().states.get(mail.JOB)
    return state.totals if state is not None else {}


def waiting():
    transaction.begin()
    return vault.get().count("shared", "mail"), jobs.store().summary(mail.JOB)[0]


def read(envelope):
    return message_from_bytes(envelope.content, policy=policy.default)
