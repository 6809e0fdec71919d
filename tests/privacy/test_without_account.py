"""Who has no account has the same rights, by a link to their mail address, and tells nobody else anything."""

from aiosmtpd.controller import Controller
from email import message_from_bytes
from email import policy
from my_rights import add_user
from my_rights import ADDRESS
from my_rights import code_in
from my_rights import door
from my_rights import forget_limits
from my_rights import kept
from my_rights import LINK
from my_rights import mails
from my_rights import Moved
from my_rights import opened
from my_rights import says
from my_rights import Visitor
from plone import api
from Products.MailHost.MailHost import MailHost
from samenbeter.interfaces import IConsents
from samenbeter.privacy import links
from samenbeter.privacy import without_account
from samenbeter.shared import jobs
from samenbeter.shared import vault
from samenbeter.shared.rights import Subject
from zope.component import getUtility

import pytest
import socket
import statistics
import time as real_time
import transaction


DORA = Subject(email=ADDRESS)
PAGE, LINK_PAGE = "@@gegevens-zonder-account", "@@link-uit-mail"


@pytest.fixture
def portal(functional_portal):
    """Dora left something with her address, and there is an account with the same address."""
    forget_limits()
    add_user("dora", email=ADDRESS)
    give = getUtility(IConsents).give
    give(DORA, "samenbeter.contact", party=vault.PLATFORM, method="web-button", language="nl")
    transaction.commit()
    return functional_portal


@pytest.fixture
def visitor(portal):
    found = Visitor(portal)
    found.get(PAGE)
    return found


@pytest.fixture
def code(visitor):
    visitor.post(PAGE, email=ADDRESS)
    return code_in(mails()[-1])


@pytest.mark.abuse("A13")
class TestTheLink:
    def test_it_works_once(self, visitor, code):
        assert "Ga verder" in visitor.get(f"{LINK_PAGE}?code={code}").text
        assert "Gelukt" in visitor.post(LINK_PAGE, code=code).text
        # a replay
        assert visitor.get(f"{LINK_PAGE}?code={code}").status_code == 404
        again = visitor.post(LINK_PAGE, code=code)
        assert again.status_code == 404 and 'name="proof"' not in again.text

    def test_programs_that_look_through_mail_use_nothing_up(self, visitor, code, portal):
        before = says("access")
        scanner = Visitor(portal)
        for _time in range(3):
            assert scanner.get(f"{LINK_PAGE}?code={code}").status_code == 200
            scanner.http.head(f"{scanner.base}/{LINK_PAGE}?code={code}", timeout=60)
        assert says("access") == before
        assert "Gelukt" in visitor.post(LINK_PAGE, code=code).text

    def test_after_an_hour_it_is_no_link(self, visitor, code, monkeypatch):
        Moved(monkeypatch).on(minutes=61)
        assert visitor.get(f"{LINK_PAGE}?code={code}").status_code == 404
        assert visitor.post(LINK_PAGE, code=code).status_code == 404
        assert [data["use"] for data in says("access")] == [links.DOOR]

    @pytest.mark.parametrize("change", ["id", "secret", "no secret", "other kind", "letters"])
    def test_a_changed_one_is_no_link_and_changes_nothing(self, visitor, code, change):
        record, _dot, secret = code.partition(".")
        other = kept(kind="consent")[0][0].id
        changed = {
            "id": f"{record[:-1]}{'0' if record[-1] != '0' else '1'}.{secret}",
            "secret": f"{record}.{secret[:-1]}{'A' if secret[-1] != 'A' else 'B'}",
            "no secret": record,
            "other kind": f"{other}.{secret}",
            "letters": "é.\u202e<script>",
        }[change]
        before = says("access")
        assert visitor.post(LINK_PAGE, code=changed).status_code == 404
        assert says("access") == before

    def test_its_secret_is_not_in_the_database(self, visitor, code):
        assert code.partition(".")[2] not in str(says("access"))

    def test_the_mail_says_nothing_to_who_looks_over_a_shoulder(self, code):
        (mail,) = mails()
        assert ADDRESS not in mail["subject"] + mail["body"]
        assert LINK.search(mail["body"])

    @pytest.mark.abuse("A19")
    def test_it_leads_to_the_address_in_the_settings_whatever_host_was_asked(self, visitor):
        api.portal.set_registry_record("samenbeter.privacy.site_url", "https://wijk.example.org/")
        transaction.commit()
        visitor.http.headers["Host"] = "evil.example"
        visitor.post(PAGE, email=ADDRESS)
        assert "https://wijk.example.org/@@link-uit-mail?code=" in mails()[-1]["body"]
        assert "evil" not in mails()[-1]["body"]

    def test_it_arrives_over_smtp(self, portal, visitor):
        """By a real mail server, as the job sends it."""
        got = []

        class Box:
            async def handle_DATA(self, server, session, envelope):
                got.append(envelope)
                return "250 OK"

        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            port = probe.getsockname()[1]
        controller = Controller(Box(), hostname="127.0.0.1", port=port)
        controller.start()
        try:
            portal.MailHost = MailHost("MailHost")
            for name, value in (
                ("smtp_host", "127.0.0.1"),
                ("smtp_port", port),
                ("email_from_address", "wijk@example.org"),
            ):
                api.portal.set_registry_record(f"plone.{name}", value)
            transaction.commit()
            visitor.post(PAGE, email=ADDRESS)
            jobs.run_due(only="samenbeter.shared.mail")
        finally:
            controller.stop()
        assert [envelope.rcpt_tos for envelope in got] == [[ADDRESS]]
        body = message_from_bytes(got[0].content, policy=policy.default).get_content()
        assert visitor.get(f"{LINK_PAGE}?code={LINK.search(body)[1]}").status_code == 200
        assert mails() == []


@pytest.mark.abuse("A15")
class TestNobodyLearnsWhomWeKnow:
    def test_each_address_gets_the_same_answer_and_a_mail(self, portal):
        answers = set()
        for address in (ADDRESS, "niemand@example.org", "dora@EXAMPLE.org"):
            visitor = Visitor(portal)
            visitor.get(PAGE)
            answer = visitor.post(PAGE, email=address)
            answers.add((answer.status_code, answer.text))
        assert len(answers) == 1
        assert len(mails()) == 3

    def test_in_the_same_time(self, portal, visitor):
        def took(address):
            forget_limits()
            begin = real_time.perf_counter()
            visitor.post(PAGE, email=address)
            return real_time.perf_counter() - begin

        pairs = [(took(ADDRESS), took(f"niemand{number}@example.org")) for number in range(15)]
        assert abs(statistics.median(known - unknown for known, unknown in pairs)) < 0.05

    def test_also_when_it_was_asked_too_often(self, portal, visitor):
        texts = {visitor.post(PAGE, email=ADDRESS).text for _time in range(6)}
        assert len(texts) == 1
        assert len(mails()) == 3

    def test_no_machine_to_bother_people_with(self, visitor, monkeypatch):
        monkeypatch.setattr(without_account.to_all, "most", 4)
        for number in range(8):
            visitor.post(PAGE, email=f"buur{number}@example.org")
        assert len(mails()) == 4

    @pytest.mark.parametrize(
        "address", ["", "x", "x@", "@x.nl", "a@b.nl, c@d.nl", "a@b.nl\nBcc: c@d.nl", "a b@c.nl", f"{'a' * 300}@b.nl"]
    )
    def test_what_is_no_address_gets_an_error_and_no_mail(self, visitor, address):
        visitor.post(PAGE, email=address)
        assert [link.get("href") for link in visitor.page.xpath("//*[@role='alert']//a")] == ["#email"]
        assert mails() == [] and says("access") == []


class TestBehindTheDoor:
    def test_what_was_left_with_the_address_is_there_but_not_the_account(self, portal):
        visitor = door(portal)
        assert visitor.answer.status_code == 200
        assert visitor.answer.headers["Cache-Control"] == "no-store"
        assert "Mogen wij je mailen?" in visitor.text
        assert "Log dan in" in visitor.text
        # what the account has
        assert "Inlognaam" not in visitor.text and "Dora" not in visitor.text

    def test_no_cookie_and_nothing_in_an_address(self, portal):
        visitor = door(portal)
        assert not visitor.http.cookies
        assert {form.action for form in visitor.page.forms if form.method == "POST"} == {f"{visitor.base}/{PAGE}"}
        urls = visitor.page.xpath("//@href | //@action | //@src")
        assert not any("dora" in url or "proof" in url for url in urls)

    def test_download(self, portal):
        visitor = door(portal)
        visitor.press("make")
        page = visitor.answer
        _names, data, _page = opened(visitor.press("fetch").content)
        assert data["account"] is False
        assert "samenbeter.contact" in str(data) and "Inlognaam" not in str(data)
        visitor.answer = page
        assert visitor.press("fetch").status_code == 404

    def test_freeze_and_let_take_part_again(self, portal):
        visitor = door(portal)
        visitor.press("freeze")
        assert "staan stil" in visitor.text
        assert all(record.frozen for record, _data in kept(kind="consent"))
        visitor.press("thaw")
        assert not any(record.frozen for record, _data in kept(kind="consent"))

    def test_say_no(self, portal):
        consents = getUtility(IConsents)
        visitor = door(portal)
        visitor.press("withdraw")
        transaction.begin()
        assert consents.allowed(DORA, "samenbeter.contact", vault.PLATFORM) is None
        assert "Je zei nee" in visitor.text

    def test_ask(self, portal):
        visitor = door(portal)
        visitor.press("ask", text="Mijn straat heet anders", kind="rectification")
        (data,) = says("request")
        assert (data["type"], data["text"], data["email"]) == ("rectification", "Mijn straat heet anders", ADDRESS)

    def test_erase_needs_the_tick(self, portal):
        visitor = door(portal)
        visitor.press("erase", sure="")
        assert len(says("consent")) == 1
        visitor.press("erase", sure="yes")
        assert "Je gegevens zijn gewist" in visitor.text
        # the mail that waited is gone too, and the link
        assert says("consent") == [] and says("access") == [] and mails() == []
        assert api.user.get(userid="dora") is not None

    def test_after_half_an_hour_the_door_is_shut(self, portal, monkeypatch):
        time = Moved(monkeypatch)
        visitor = door(portal)
        page = visitor.answer
        time.on(minutes=31)
        visitor.press("freeze")
        assert "De tijd is om" in visitor.text
        assert not any(record.frozen for record, _data in kept(kind="consent"))
        visitor.answer = page
        visitor.press("erase", sure="yes")
        assert len(says("consent")) == 1

    def test_who_is_done_shuts_it(self, portal):
        visitor = door(portal)
        page = visitor.answer
        assert visitor.press("leave").status_code == 303
        visitor.answer = page
        visitor.press("make")
        assert says("export") == [] and "De tijd is om" in visitor.text

    def test_a_proof_is_for_one_address(self, portal):
        visitor = door(portal)
        mine = visitor.page.xpath("//main//input[@name='proof']/@value")[0]
        other = door(portal, "ander@example.org")
        record = other.page.xpath("//main//input[@name='proof']/@value")[0].partition(".")[0]
        visitor.post(PAGE, do="freeze", proof=f"{record}.{mine.partition('.')[2]}")
        assert "De tijd is om" in visitor.text

    def test_the_proof_of_a_door_is_no_fresh_login_and_the_other_way_round(self, portal, visitor, code):
        link = links.look(code)
        visitor.post(PAGE, do="make", proof=f"{link.id}.{links.proofs.sign('fresh', link.id, minutes=30)}")
        assert says("export") == []
        # a link that was not used yet
        visitor.post(PAGE, do="make", proof=links.proof_of(link))
        assert says("export") == []
