"""The boxes of the editors: on the page of a case, and on that of a question."""

from browsing import Web
from consulted import ANNA
from consulted import EDITOR
from consulted import HANS
from consulted import MARKER
from consulted import Post
from consulted import Room
from consulted import ZARA
from consulted import ZOE
from plone.uuid.interfaces import IUUID
from samenbeter.shared import clock
from samenbeter.vraagbaak.desk import absence
from samenbeter.vraagbaak.experts import consultations
from samenbeter.vraagbaak.experts import consulting

import pytest
import transaction


@pytest.fixture
def room(functional_portal, monkeypatch):
    """A served site with two partners and a case."""
    from at_the_desk import make

    post = Post(monkeypatch)
    desk = make(functional_portal, "Vraagbaak", "open", title="Vraagbaak", promise_hours="ma-vr 9.00-17.00")
    found = Room(functional_portal, desk)
    found.post = post
    found.page = f"{desk.absolute_url()}/@@dossier/{found.case.number}"
    found.own = f"{found.question.absolute_url()}/@@meedenken"
    transaction.commit()
    return found


def asked(room):
    """Return the consultations as they are now."""
    transaction.begin()
    return consultations.of_question(IUUID(room.question))


@pytest.mark.parametrize("where", ["page", "own"])
class TestBoxes:
    """Both places do the same."""

    def test_a_partner_is_asked(self, room, where):
        """With a note, a name and a back-up."""
        web = Web(EDITOR)
        assert web.get(getattr(room, where)) == 200
        assert "De Linde" in web.text
        assert MARKER not in web.answer.text
        status = web.send(
            "do=ask",
            partners__list=room.one,
            persons__list=ZOE,
            consult_note="Let op het werk.",
            consult_backup=room.two,
        )
        assert status == 303
        (one,) = asked(room)
        assert (one.partner, one.persons, one.note, one.backup) == (room.one, [ZOE], "Let op het werk.", room.two)
        assert room.state() == "consulting"
        assert [who for who, _what, _link in room.post.experts] == [ZOE]
        assert room.now().state == "answering"
        web.get(getattr(room, where))
        assert "Zoe" in web.text
        assert "Wacht op antwoord" in web.text

    def test_what_is_wrong_is_said_beside_the_field(self, room, where):
        """Nothing is lost, nothing is done."""
        web = Web(EDITOR)
        web.get(getattr(room, where))
        assert web.send("do=ask", consult_note="Let op het werk.") == 200
        assert web.wrong == ["consult-partners"]
        assert "Let op het werk." in web.answer.text
        assert asked(room) == []

    def test_to_ask_no_more_takes_it_away(self, room, where):
        """At the next request."""
        web = Web(EDITOR)
        web.get(getattr(room, where))
        web.send("do=ask", partners__list=room.one)
        zara = Web(ZARA)
        assert zara.get(room.question.absolute_url()) == 200
        web.get(getattr(room, where))
        assert web.send("do=end") == 303
        assert zara.get(room.question.absolute_url()) != 200
        assert [one.state for one in asked(room)] == ["ended"]

    def test_the_consultation_of_another_question_is_not_ended_here(self, room, where):
        """Its id is not enough."""
        other = room.new_question("Een andere vraag")
        (one,) = consulting.consult(other, [room.two], EDITOR)
        web = Web(EDITOR)
        transaction.commit()
        web.get(getattr(room, where))
        web.send("do=ask", partners__list=room.one)
        web.get(getattr(room, where))
        web.send("do=end", consultation=one.id)
        transaction.begin()
        assert consultations.load(one.id).is_open

    @pytest.mark.parametrize("who", [ZARA, HANS, ANNA, ""])
    def test_it_is_for_editors(self, room, where, who):
        """Others see nothing of it."""
        web = Web(who)
        web.get(getattr(room, where))
        assert "De Linde" not in web.answer.text or web.answer.status_code != 200
        assert web.answer.status_code in (302, 401, 403, 404)


def test_a_general_question_is_asked_on_its_own_page(room):
    """No case is needed."""
    general = room.new_question("Hoe vraag ik toeslag aan?")
    transaction.commit()
    web = Web(EDITOR)
    web.get(f"{general.absolute_url()}/@@meedenken")
    assert web.send("do=ask", partners__list=room.two) == 303
    transaction.begin()
    assert room.may_view(HANS, general)


def test_who_has_much_to_do_and_who_is_away_is_said(room):
    """Before somebody is asked."""
    consulting.consult(room.question, [room.one], EDITOR)
    today = clock.today()
    for userid in (ZARA, HANS):
        absence.add(userid, today, today)
    general = room.new_question("Hoe vraag ik toeslag aan?")
    transaction.commit()
    web = Web(EDITOR)
    web.get(f"{general.absolute_url()}/@@meedenken")
    hints = {uid: web.main.xpath(f".//*[@id='p-{uid}-hint']")[0].text_content() for uid in (room.one, room.two)}
    assert "heeft nu 1 vraag" in hints[room.one]
    assert "Alle deskundigen" not in hints[room.one]
    assert "heeft nu geen vragen" in hints[room.two]
    assert "Alle deskundigen zijn nu weg." in hints[room.two]
    (label,) = [one for one in web.main.iter("label") if "Zara" in one.text_content()]
    assert "(is nu weg)" in label.text_content()
