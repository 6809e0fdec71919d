"""Who has a question with an account needs no code; nobody else gets there."""

from answered_room import buttons
from answered_room import TITLE
from at_the_desk import make
from browsing import Web
from consulted import ANNA
from consulted import EDITOR
from consulted import HANS
from receipt_room import served
from receipt_room import shows_steps
from samenbeter.shared import vault
from samenbeter.vraagbaak.cases import states
from samenbeter.vraagbaak.cases import store

import pytest
import transaction


@pytest.fixture
def room(functional_portal):
    return served(functional_portal)


class TestClaim:
    """A question is put with an account by its code."""

    def test_a_member_puts_it_with_the_account(self, room):
        """Then it is on Mijn SamenBeter, and the code goes on working."""
        web = room.look(ANNA)
        web.send("do=claim")
        assert store.account_ids(room.fresh()) == [ANNA]
        assert "Je vraag hangt nu aan je account" in web.text and "claim" not in buttons(web)
        web.get(room.mine)
        (link,) = web.main.xpath(".//a[contains(@href, '@@mijn-vraag/')]")
        assert link.text_content() == TITLE
        assert web.get(link.get("href")) == 200
        assert shows_steps(web) and room.code not in web.answer.text
        assert shows_steps(room.look())

    def test_two_people_can_have_one(self, room):
        """Who asked for somebody else, and that person."""
        room.own(HANS)
        room.look(ANNA).send("do=claim")
        assert sorted(store.account_ids(room.fresh())) == [ANNA, HANS]

    def test_a_visitor_has_no_account_to_put_it_with(self, room):
        """Whatever is sent; the page says how to get one."""
        web = room.look()
        assert "claim" not in buttons(web) and "@@account-maken" in web.answer.text
        fields = dict(web.form("do=erase_ask").form_values())
        web.post(room.receipt, **fields, do="claim")
        assert store.account_ids(room.fresh()) == []


class TestMine:
    """The part of "Mijn SamenBeter"."""

    def test_without_a_question_it_invites(self, room):
        """And leads to the page for a code."""
        web = Web(ANNA)
        web.get(room.mine)
        assert "Een vraag is nooit te klein" in web.text
        (link,) = web.main.xpath(".//a[contains(@href, '@@mijn-bonnetje')]")
        assert web.get(link.get("href")) == 200

    def test_before_it_is_redacted_it_has_the_day_for_a_title(self, room):
        """The asker's own words are not on a page."""
        room.own()
        room.save(question="", received="2026-03-03T10:00:00+00:00", state=states.RECEIVED)
        web = Web(ANNA)
        web.get(room.mine)
        assert "Je vraag van 3 maart 2026" in web.text and "De redactie leest je vraag" in web.text
        assert "bloemkool" not in web.text


class TestOwn:
    """The page of one question."""

    @pytest.mark.abuse("A20")
    @pytest.mark.abuse("A21")
    def test_nobody_else_finds_it(self, room):
        """Look or act: not there. An editor is nobody here either."""
        address = room.own()
        token = Web(HANS).token(room.receipt)
        for user in (HANS, EDITOR):
            other = Web(user)
            assert other.get(address) == 404
        other = Web(HANS)
        for word in ("erase", "refuse", "helped", "look"):
            assert other.post(address, _authenticator=token, do=word, sure="1") == 404
        for link in (room.case.id, room.case.number, "x", room.case.contact, ""):
            assert Web(ANNA).get(f"{room.desk.absolute_url()}/@@mijn-vraag/{link}") == 404
        assert Web(ANNA).get(f"{address}/more") == 404
        assert Web().get(address) in (302, 401)
        assert room.fresh().approval == {}

    def test_it_is_not_at_another_desk(self, room):
        """An address that is put together leads nowhere."""
        elsewhere = make(room.portal, "Vraagbaak", "open", title="Elders")
        address = room.own(desk=elsewhere)
        assert Web(ANNA).get(address) == 404
        assert Web(ANNA).get(address.replace(elsewhere.absolute_url(), room.desk.absolute_url())) == 200

    def test_the_same_is_done_as_with_a_code(self, room):
        """Up to erasing all of it."""
        address = room.own()
        web = Web(ANNA)
        assert web.get(address) == 200
        web.send("do=erase_ask")
        assert web.send("do=erase", sure="1") == 200
        assert "Alles is gewist" in web.text
        transaction.begin()
        assert store.by_code(room.code) is None
        assert Web(ANNA).get(address) == 404

    def test_what_its_asker_hid_has_no_page_and_is_not_touched(self, room):
        """Mijn SamenBeter says so, and leads to where it is switched on again."""
        address = room.own()
        old = Web(ANNA)
        old.get(address)
        fields = dict(old.form("do=erase_ask").form_values())
        vault.get().freeze(room.case.id, True)
        transaction.commit()
        before = room.fresh().data()
        assert Web(ANNA).get(address) == 404
        for word in ("refuse", "helped", "erase", "claim"):
            assert old.post(address, **{**fields, "do": word, "sure": "1"}) == 404
        assert room.fresh().data() == before
        web = Web(ANNA)
        web.get(room.mine)
        assert "Verborgen" in web.text and "@@mijn-vraag" not in web.answer.text
