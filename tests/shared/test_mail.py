"""A mail is not lost, and is sent once."""

from datetime import timedelta
from letters import ANNA
from letters import box
from letters import point_at
from letters import read
from letters import SECRET
from letters import send
from letters import server
from letters import site
from letters import totals
from letters import waiting
from letters import work
from plone.registry.interfaces import IRegistry
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
import transaction


__all__ = ("box", "server", "site")


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
        text = found.get_content().replace("\r\n", "\n")
        assert text == f"{body}\nVragen? Bel 088 000 00 00.\n"
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

        def die(self, record_id, reference, outcome):
            raise KeyboardInterrupt

        with monkeypatch.context() as patch:
            patch.setattr(mail.SendMail, "_end_at_once", die)
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
