"""The panel "Wie doet dit?" on the page of a case: only what can be done now, and it does that."""

from at_the_queue import ANOUK
from at_the_queue import Queue
from at_the_queue import SAMIR
from browsing import Web
from samenbeter.vraagbaak.cases import states
from samenbeter.vraagbaak.cases import store
from samenbeter.vraagbaak.desk import triage

import pytest
import transaction


@pytest.fixture
def queue(functional_portal):
    """Two desks, served."""
    queue = Queue(functional_portal)
    transaction.commit()
    return queue


class Page(Web):
    """An editor on the page of a case."""

    def __init__(self, queue, case, userid=ANOUK):
        super().__init__(userid)
        self.case = case
        self.url = f"{queue.desk.absolute_url()}/@@dossier/{case.number}"
        transaction.commit()
        assert self.get(self.url) == 200

    @property
    def buttons(self):
        """Return what the panel offers."""
        panel = self.main.xpath(".//section[@aria-labelledby='case-triage']")[0]
        return set(panel.xpath(".//button[@name='do']/@value"))

    def press(self, do, **fields):
        """Press a button; return the Case as it is then."""
        assert self.get(self.url) == 200
        assert self.send(f"do={do}", **fields) == 303
        transaction.begin()
        return store.load(self.case.id)


def test_it_offers_what_can_be_done(queue):
    """An open case, an answered one, a closed one, a rejected one."""
    opened, rejected = queue.new(SAMIR), queue.new(ANOUK)
    assert Page(queue, opened).buttons == {"take", "hold", "give", "about", "reject"}
    triage.reject(rejected, "spam", ANOUK)
    store.save(rejected)
    assert Page(queue, rejected).buttons == {"hold", "take_back", "undo"}
    queue.answer(opened)
    page = Page(queue, opened)
    assert page.buttons == {"take", "hold", "give", "about", "close", "reopen"}
    assert not page.main.xpath(".//*[@id='urgent']")
    assert page.press("close").state == states.CLOSED
    page.get(page.url)
    assert page.buttons == {"release", "reopen", "undo"}


def test_an_answered_case_can_still_get_a_theme(queue):
    """There is no haste any more to be refused for."""
    case = queue.new(ANOUK)
    queue.answer(case)
    assert Page(queue, case).press("about", themes="slapen").themes == ["slapen"]


def test_who_is_done_lets_go_and_nobody_else_does_it_for_them(queue):
    """Others see it at once."""
    case = queue.new(ANOUK)
    page = Page(queue, case)
    assert page.press("hold").holds == ANOUK
    other = Page(queue, case, SAMIR)
    assert "Anouk is er nu mee bezig" in other.text
    assert "release" not in other.buttons
    token = other.main.xpath("string(.//input[@name='_authenticator']/@value)")
    other.post(other.url, panel="triage", do="release", _authenticator=token)
    transaction.begin()
    assert store.load(case.id).holds == ANOUK
    assert page.press("release").holds == ""


def test_given_to_somebody_of_another_desk_it_says_so_at_the_field(queue):
    """And stays whose it was."""
    case = queue.new(ANOUK)
    page = Page(queue, case)
    assert page.send("do=give", owner="otto") == 200
    assert page.wrong == ["owner"]
    transaction.begin()
    assert store.load(case.id).owner == ANOUK
