"""Mail that does not arrive, as the desk sees it: it waits and is told, it comes back and that is noted."""

from at_the_clock import change
from at_the_clock import mails
from at_the_clock import now_as
from at_the_queue import ANOUK
from at_the_queue import OTHER
from at_the_queue import Queue
from browsing import PASSWORD
from browsing import Web
from datetime import timedelta
from letters import box
from letters import point_at
from letters import server
from letters import site
from letters import waiting
from letters import work
from plone import api
from samenbeter.shared import audit
from samenbeter.shared import clock
from samenbeter.shared.transactions import committed
from samenbeter.vraagbaak.cases import store
from samenbeter.vraagbaak.letters import letters

import pytest
import requests
import transaction


__all__ = ("box", "server", "site")

ADDRESS = "vrager@example.org"
STUCK = "Onze mail gaat nu niet weg."


@pytest.fixture
def queue(site):
    """Two desks, and a mail server that is not there."""
    found = Queue(site)
    transaction.commit()
    return found


@pytest.fixture
def case(queue):
    """A question of anouk, with an address to which was mailed."""
    found = queue.new(ANOUK)
    transaction.commit()
    change(found, lambda one: store.add_contact(one, ADDRESS))
    return change(found, lambda one: letters.to_asker(one, "answered"))


def later(monkeypatch, **passed):
    """Let time pass."""
    now = clock.now() + timedelta(**passed)
    monkeypatch.setattr(clock, "now", lambda: now)


def list_of(queue, userid=ANOUK):
    """Return what the list of the desk says."""
    web = Web(userid)
    assert web.get(f"{queue.desk.absolute_url()}/@@werktafel") == 200
    return web.text


def page_of(queue, case):
    """Return the page of a case, open."""
    web = Web(ANOUK)
    assert web.get(f"{queue.desk.absolute_url()}/@@dossier/{case.number}") == 200
    return web


class TestNoMailServer:
    """Nothing is lost, it is tried again, and the desk knows."""

    def test_the_list_says_it_until_it_works_again(self, queue, case, server, box, monkeypatch):
        """With what is wrong, and without an address."""
        assert STUCK not in list_of(queue)
        for _time in range(2):
            assert work() == (1, 1)
            later(monkeypatch, minutes=5)
        said = list_of(queue)
        assert STUCK in said
        assert "De mailserver geeft geen antwoord." in said
        assert ADDRESS not in said
        assert "Wordt verstuurd" in page_of(queue, case).text

        point_at("127.0.0.1", server.port)
        assert work() == (1, 0)
        assert (len(box.mails), waiting()) == (1, (0, 0))
        assert STUCK not in list_of(queue)
        assert "Wordt verstuurd" not in page_of(queue, case).text

    def test_without_a_sender_it_says_what_is_missing(self, queue, case, server, box, monkeypatch):
        """A site that was never set up for mail; once it is, the mail goes."""
        point_at("127.0.0.1", server.port)
        record = api.portal.get_tool("portal_registry").records["plone.email_from_address"]
        record.field.required = False
        record.value = None
        transaction.commit()
        for _time in range(2):
            assert work() == (1, 1)
            later(monkeypatch, minutes=5)
        assert "De site heeft geen afzender." in list_of(queue)
        assert waiting() == (1, 1)
        point_at("127.0.0.1", server.port)
        assert work() == (1, 0)
        assert len(box.mails) == 1

    def test_what_the_desk_does_meanwhile_is_done(self, queue, case):
        """A mail that cannot go keeps nobody from an answer, and each waits for its turn."""
        work()
        for what in ("asked_back", "approval"):
            change(case, lambda one, what=what: letters.to_asker(one, what))
        committed(lambda: letters.to_editor(ANOUK, "replied", now_as(case)))
        assert waiting() == (4, 4)
        assert now_as(case).mail == "waits"

    def test_mail_of_which_the_week_is_over_is_shown_and_told_to_its_owner(self, queue, case, monkeypatch):
        """On the page of the case, and in its timeline."""
        later(monkeypatch, days=8)
        work()
        page = page_of(queue, case)
        assert "Niet gelukt" in page.text
        assert "Mail aan de vrager kwam niet aan" in page.text
        assert [to for to, _subject, _body in mails()] == [f"{ANOUK}@example.org"]


class TestComesBack:
    """An editor says so."""

    def test_by_the_page_of_the_case(self, queue, case, server, box):
        """Noted, in the log, and nothing more is sent; it can be undone."""
        point_at("127.0.0.1", server.port)
        work()
        web = page_of(queue, case)
        web.send("panel=facts", do="bounced")
        found = now_as(case)
        assert (found.mail, found.timeline[-1]["what"], found.timeline[-1]["by"]) == ("bounced", "mail_bounced", ANOUK)
        assert "vraagbaak.mail_bounced" in [entry.section for entry in audit.about(found.subject)]
        web = page_of(queue, case)
        assert "Komt terug" in web.text
        assert not web.main.xpath(".//button[@value='bounced']")
        change(case, lambda one: letters.to_asker(one, "answered"))
        assert mails() == []

    def test_there_is_no_button_without_mail(self, queue):
        """What was never sent cannot come back."""
        case = queue.new(ANOUK)
        transaction.commit()
        assert not page_of(queue, case).main.xpath(".//button[@value='bounced']")

    @pytest.mark.parametrize(("userid", "statuses"), [(ANOUK, (200,)), (OTHER, (401, 403, 404)), ("", (401, 403, 404))])
    def test_by_a_program(self, queue, case, userid, statuses):
        """Of an editor of this desk, and of nobody else."""
        answer = requests.post(
            f"{queue.desk.absolute_url()}/@cases/{case.number}/bounce",
            json={},
            headers={"Accept": "application/json"},
            auth=(userid, PASSWORD) if userid else None,
            timeout=60,
        )
        assert answer.status_code in statuses
        assert now_as(case).mail == ("bounced" if userid == ANOUK else "waits")
        assert (answer.json().get("mail") == "bounced") == (userid == ANOUK)
