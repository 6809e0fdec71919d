"""A mail is not lost, is sent once, and says nothing to whom it is not for."""

from aiosmtpd.controller import Controller
from datetime import timedelta
from email import message_from_bytes
from email import policy
from hypothesis import given
from hypothesis import HealthCheck
from hypothesis import settings
from hypothesis import strategies as st
from plone import api
from plone.registry.interfaces import IRegistry
from Products.MailHost.MailHost import MailHost
from samenbeter.interfaces import IJob
from samenbeter.interfaces import IPersonalDataProvider
from samenbeter.shared import clock
from samenbeter.shared import jobs
from samenbeter.shared import keys
from samenbeter.shared import mail
from samenbeter.shared import vault
from samenbeter.shared.rights import Subject
from samenbeter.shared.transactions import committed
from zope.component import getUtility

import pytest
import smtplib
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


class TestSent:
    def test_once_and_then_it_is_erased(self, site, server, box):
        point_at("127.0.0.1", server.port)
        send()
        assert waiting() == (1, 1)
        assert work() == (1, 0)
        assert waiting() == (0, 0)
        assert work() == (0, 0)
        assert totals() == {"sent": 1}
        (envelope,) = box.mails
        assert (envelope.mail_from, envelope.rcpt_tos) == ("redactie@samenbeter.example", [ANNA])

    def test_as_plain_text_that_machines_do_not_answer(self, site, server, box):
        point_at("127.0.0.1", server.port)
        body = "Dag Zoë,\n\n.\nEen regel die " + "heel " * 300 + "lang is: €" + "x" * 2000 + "\n"
        send(subject="Één bericht", body=body)
        work()
        found = read(box.mails[0])
        assert found.get_content().replace("\r\n", "\n").rstrip("\n") == body.rstrip("\n")
        assert found.get_content_type() == "text/plain"
        assert found["Subject"] == "Één bericht"
        assert found["To"] == ANNA
        assert found["From"] == "Wijk Één <redactie@samenbeter.example>"
        assert found["Auto-Submitted"] == "auto-generated"
        assert found["Message-ID"].endswith("@samenbeter.example>")
        assert found["Bcc"] is None
        assert b"\n" not in box.mails[0].content.replace(b"\r\n", b"")
        assert not any("REMOTE" in name.upper() for name in found)

    def test_only_when_the_transaction_is_committed(self, site):
        mail.send(ANNA, "Dag", "Dag")
        transaction.abort()
        assert waiting() == (0, 0)

    def test_by_an_account_or_an_address(self, site):
        send()
        send(about="member:anna")
        found = vault.get()
        assert len(list(found.find(subject=f"mail:{ANNA}"))) == 1
        assert len(list(found.find(subject="member:anna"))) == 1
        assert SECRET not in repr([vars(found.record(one)) for one in found.find(room="shared", kind="mail")])


class TestNotSentYet:
    @pytest.mark.parametrize(
        ("at_rcpt", "answer"),
        [
            (None, None),
            ("450 Later", "250 OK"),
            ("250 OK", "451 Later"),
            ("250 OK", "554 Not like this"),
            ("250 OK", "421 Closing"),
        ],
    )
    def test_it_is_tried_again_and_sent_once(self, site, box, server, monkeypatch, at_rcpt, answer):
        """No server, a server that is busy, and one that has something against the text."""
        if at_rcpt is not None:
            point_at("127.0.0.1", server.port)
            box.at_rcpt, box.answer = at_rcpt, answer
        send()
        assert work() == (1, 1)
        assert waiting() == (1, 1)
        # not at once
        assert work(only=None)[1] == 0
        point_at("127.0.0.1", server.port)
        box.at_rcpt = box.answer = "250 OK"
        later = clock.now() + timedelta(minutes=2)
        monkeypatch.setattr(clock, "now", lambda: later)
        assert work() == (1, 0)
        assert waiting() == (0, 0)
        assert len(box.mails) == 1

    def test_a_server_that_says_nothing_is_given_up_after_ten_seconds(self, site, monkeypatch):
        timeouts = []

        def silent(self, host, port, timeout):
            timeouts.append(timeout)
            raise TimeoutError

        monkeypatch.setattr(smtplib.SMTP, "_get_socket", silent)
        send()
        assert work() == (1, 1)
        assert timeouts == [10]
        assert waiting() == (1, 1)

    def test_without_a_sender_it_waits_and_the_page_says_why(self, site):
        send()
        getUtility(IRegistry)["plone.email_from_address"] = None
        transaction.commit()
        assert work() == (1, 1)
        assert jobs.store().states[mail.JOB].error == "NoSender"
        assert waiting() == (1, 1)

    def test_without_the_key_it_waits(self, site, server, box, monkeypatch, tmp_path):
        point_at("127.0.0.1", server.port)
        send()
        with monkeypatch.context() as patch:
            patch.setenv(keys.ENVIRONMENT, str(tmp_path / "weg.key"))
            assert work() == (1, 1)
            assert jobs.store().summary(mail.JOB)[0] == 1
        assert work() == (1, 0)
        assert len(box.mails) == 1

    def test_who_died_after_sending_sends_the_same_again(self, site, server, box, monkeypatch):
        point_at("127.0.0.1", server.port)
        send()

        def die(self, record_id):
            raise KeyboardInterrupt

        with monkeypatch.context() as patch:
            patch.setattr(mail.SendMail, "_forget_at_once", die)
            with pytest.raises(KeyboardInterrupt):
                work()
        assert work() == (1, 0)
        one, other = (read(found)["Message-ID"] for found in box.mails)
        assert one == other


class TestNeverSent:
    def test_an_address_that_does_not_exist_is_tried_once(self, site, server, box):
        point_at("127.0.0.1", server.port)
        box.at_rcpt = "550 Nobody"
        send()
        assert work() == (1, 0)
        assert waiting() == (0, 0)
        assert totals() == {"refused": 1}

    def test_after_a_week_it_is_erased_and_counted(self, site, monkeypatch):
        send()
        later = clock.now() + timedelta(days=8)
        monkeypatch.setattr(clock, "now", lambda: later)
        assert work() == (1, 0)
        assert waiting() == (0, 0)
        assert totals() == {"not_sent": 1}

    def test_who_is_erased_gets_no_mail(self, site, server, box):
        point_at("127.0.0.1", server.port)
        send()
        provider = getUtility(IPersonalDataProvider, mail.JOB)
        assert committed(lambda: provider.erase(Subject(email=ANNA))).removed == 1
        assert work() == (1, 0)
        assert box.mails == []


class TestAddress:
    @pytest.mark.parametrize(
        "to",
        [
            "",
            "anna",
            "@example.org",
            "anna@",
            "anna@example.org, bob@example.org",
            "anna@example.org\nBcc: bob@example.org",
            "anna@example.org\r\nBcc: bob@example.org",
            "anna@example.org bob@example.org",
            "Anna <anna@example.org>",
            '"a b"@example.org',
            "zoë@example.org",
            "a" * 250 + "@example.org",
            "anna@" + "a" * 64 + ".org",
            None,
        ],
    )
    def test_what_is_no_address_is_refused_and_not_repeated(self, site, to):
        with pytest.raises(mail.NoAddress) as refused:
            mail.send(to, "Dag", "Dag")
        assert str(refused.value) == ""

    def test_a_domain_goes_as_dns_knows_it(self):
        assert mail.clean_address(" anna@zoë.example ") == "anna@xn--zo-ija.example"

    @settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=150)
    @given(to=st.text(max_size=40), subject=st.text(max_size=300), body=st.text(max_size=300))
    def test_no_text_adds_a_header(self, site, to, subject, body):
        try:
            to = mail.clean_address(f"{to}@example.org")
        except mail.NoAddress:
            to = ANNA
        data = {"to": to, "subject": mail.one_line(subject), "body": body, "token": "a"}
        found = message_from_bytes(mail.message(data).as_bytes(), policy=policy.default)
        assert sorted(found.keys()) == sorted(
            [
                "Auto-Submitted",
                "Content-Transfer-Encoding",
                "Content-Type",
                "Date",
                "From",
                "MIME-Version",
                "Message-ID",
                "Subject",
                "To",
            ]
        )


class TestNothingLeaks:
    def test_no_log_line_has_an_address_or_a_text(self, site, server, box, caplog):
        caplog.set_level("DEBUG", logger="samenbeter")
        box.at_rcpt = f"450 not {ANNA}"
        for port in (server.port, free_port()):
            point_at("127.0.0.1", port)
            send()
            assert work()[1]
        # of the site; the test's own server logs what it likes
        said = [record.getMessage() for record in caplog.records if not record.name.startswith("mail.")]
        assert not [line for line in said if "anna" in line or SECRET in line]

    def test_nothing_of_it_is_in_the_state_of_the_jobs(self, site):
        send()
        work()
        state = jobs.store().states[mail.JOB]
        due = [jobs.store().get(one) for one in jobs.store().due(mail.JOB, clock.now() + timedelta(days=1))]
        assert "anna" not in repr([vars(one) for one in (state, *due)])


class TestPersonalData:
    def test_the_person_sees_the_text_but_no_link_that_opens_something(self, site):
        send(body=f"Dag {SECRET}, klik op https://samenbeter.example/x?code=geheim")
        page = getUtility(IPersonalDataProvider, mail.JOB).export(Subject(email=ANNA))
        (item,) = page.items
        said = repr((item.values, item.data))
        assert SECRET in said
        assert ANNA in said
        assert "geheim" not in said

    def test_the_job_is_there(self, site):
        assert getUtility(IJob, mail.JOB).every is None
