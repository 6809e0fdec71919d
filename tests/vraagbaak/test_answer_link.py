"""The mailed link: one question, one answer, without logging in; and that it opens nothing else."""

from browsing import Web
from consulted import EDITOR
from consulted import HANS
from consulted import MARKER
from consulted import Post
from consulted import Room
from consulted import ZARA
from consulted import ZOE
from datetime import datetime
from datetime import timedelta
from datetime import timezone
from plone import api
from plone.app.testing import SITE_OWNER_NAME
from plone.uuid.interfaces import IUUID
from samenbeter.shared import clock
from samenbeter.vraagbaak.experts import consultations
from samenbeter.vraagbaak.experts import consulting
from samenbeter.vraagbaak.experts import link_page

import pytest
import transaction


GOOD = {"contribution": "Sta op.\n- Drink thee.", "discipline": "huisarts"}
PAGE = "@@antwoord-geven"


@pytest.fixture
def room(functional_portal, monkeypatch):
    """A served site; the experts of the first partner have a link."""
    from at_the_desk import make

    link_page.wrong.clear()
    link_page.wrong_of_all.clear()
    post = Post(monkeypatch)
    desk = make(functional_portal, "Vraagbaak", "open", title="Vraagbaak", promise_hours="ma-vr 9.00-17.00")
    found = Room(functional_portal, desk)
    found.post = post
    with api.env.adopt_user(username=EDITOR):
        (found.asked,) = consulting.consult(found.question, [found.one], EDITOR, note="Let op het werk.")
    found.page = f"{functional_portal.absolute_url()}/{PAGE}"
    transaction.commit()
    return found


def opened(room, userid=ZARA):
    """Return a browser of nobody that opened the link of somebody."""
    web = Web()
    web.get(f"{room.page}?code={room.post.code(userid)}")
    return web


def answers(room):
    """Return the contributions as they are now."""
    transaction.begin()
    return list(room.question.objectValues())


def test_the_link_answers_the_question(room):
    """In the name of the expert; it is used up, and nobody is logged in."""
    web = opened(room)
    assert web.answer.status_code == 200
    assert "Ik lig wakker." in web.text
    assert "Let op het werk." in web.text
    assert MARKER not in web.answer.text
    assert web.send("do=contribute", **GOOD) == 200
    assert "Dank je wel" in web.text
    (answer,) = answers(room)
    assert (answer.creators, api.content.get_state(answer)) == ((ZARA,), "submitted")
    assert consultations.load(room.asked.id).state == "answered"
    assert room.post.editors == [(EDITOR, "contributed")]
    assert web.http.cookies.get("__ac") is None
    assert web.get(f"{room.portal.absolute_url()}/@@vragen-voor-mij") != 200


def test_looking_changes_nothing_and_leaks_nothing(room):
    """A program that reads mail opens it too; the code goes to no other site."""
    for _time in range(3):
        web = opened(room)
        assert web.answer.status_code == 200
    assert web.answer.headers["Referrer-Policy"] == "no-referrer"
    assert web.answer.headers["Cache-Control"] == "no-store"
    assert "code=" not in web.form("do=contribute").get("action")
    assert not [one for one in web.main.xpath(".//a/@href") if not one.startswith(room.portal.absolute_url())]


def test_what_is_wrong_is_said_and_the_link_still_works(room):
    """Nothing typed is lost."""
    web = opened(room)
    assert web.send("do=contribute", contribution="Sta op.") == 200
    assert web.wrong == ["discipline"]
    assert "Sta op." in web.answer.text
    assert answers(room) == []
    web.send("do=contribute", discipline="huisarts")
    assert len(answers(room)) == 1


def test_the_link_also_says_that_it_cannot_be(room):
    """With a reason."""
    web = opened(room)
    assert web.send("do=decline") == 200
    assert web.wrong == ["reason"]
    web.send("do=decline", reason="not_ours")
    transaction.begin()
    one = consultations.load(room.asked.id)
    assert (one.state, one.reason, one.done_by) == ("declined", "not_ours", ZARA)
    assert opened(room).answer.status_code == 404


class TestGone:
    """Links that do not hold are one and the same page."""

    @pytest.fixture
    def used(self, room):
        """A link that was used."""
        code = room.post.code(ZARA)
        opened(room).send("do=contribute", **GOOD)
        return code

    @pytest.mark.abuse("A35")
    def test_all_look_the_same(self, room, used):
        """Used, of a colleague whose partner answered, none, broken, with a wrong secret."""
        pages = set()
        for code in ("", "onzin", used, room.post.code(ZOE), f"{used.partition('.')[0]}.x", "0" * 32 + ".x", "é"):
            web = Web()
            assert web.get(f"{room.page}?code={code}") == 404
            assert "Hoe slaap ik" not in web.answer.text
            pages.add(web.text)
        assert len(pages) == 1

    def test_what_was_typed_is_shown_when_the_link_stopped_working(self, room):
        """It can be copied; nothing is done."""
        web = opened(room)
        with api.env.adopt_user(username=EDITOR):
            consulting.end(room.asked.id, EDITOR)
        transaction.commit()
        assert web.send("do=contribute", **GOOD) == 404
        assert "Drink thee." in web.answer.text
        assert "Hoe slaap ik" not in web.answer.text
        assert answers(room) == []

    @pytest.mark.abuse("A38")
    @pytest.mark.parametrize("way", ["group", "partner", "moved", "ended"])
    def test_it_holds_no_longer_than_the_assignment(self, room, way):
        """The next request finds nothing, also when the page was open."""
        web = opened(room)
        with api.env.adopt_user(username=SITE_OWNER_NAME):
            if way == "group":
                api.group.remove_user(groupname=f"{room.one}-experts", username=ZARA)
            elif way == "partner":
                api.content.transition(room.linde, "end")
            elif way == "moved":
                api.content.transition(room.question, "review")
            else:
                consulting.end(room.asked.id, EDITOR)
        transaction.commit()
        assert opened(room).answer.status_code == 404
        assert web.send("do=contribute", **GOOD) == 404
        assert answers(room) == []

    def test_it_is_old_two_days_after_the_promise(self, room, monkeypatch):
        """Not before."""
        due = room.now().due
        monkeypatch.setattr(clock, "now", lambda: due + timedelta(days=1, hours=23))
        assert opened(room).answer.status_code == 200
        monkeypatch.setattr(clock, "now", lambda: due + timedelta(days=2, minutes=1))
        assert opened(room).answer.status_code == 404

    def test_without_a_promise_it_is_old_after_a_week(self, room, monkeypatch):
        """A general question has no clock."""
        general = room.new_question("Hoe vraag ik toeslag aan?")
        with api.env.adopt_user(username=EDITOR):
            consulting.consult(general, [room.two], EDITOR)
        transaction.commit()
        assert "toeslag" in opened(room, HANS).text
        now = datetime.now(timezone.utc)
        monkeypatch.setattr(clock, "now", lambda: now + timedelta(days=7, minutes=1))
        assert opened(room, HANS).answer.status_code == 404


@pytest.mark.abuse("A35")
def test_a_link_opens_its_own_question_only(room):
    """The code of one does nothing for another: what it answers is what it was made for."""
    other = room.new_question("Een andere vraag")
    with api.env.adopt_user(username=EDITOR):
        consulting.consult(other, [room.two], EDITOR)
    transaction.commit()
    web = opened(room, HANS)
    assert "Een andere vraag" in web.text
    assert "Hoe slaap ik" not in web.text
    web.send("do=contribute", partner=room.one, question=IUUID(room.question), **GOOD)
    assert answers(room) == []
    assert [one.partner.to_object.title for one in other.objectValues()] == ["Aan het Plein"]


def test_who_tries_many_codes_has_to_wait(room):
    """Good ones too, for a while."""
    web = Web()
    for _time in range(30):
        assert web.get(f"{room.page}?code=onzin") == 404
    assert web.get(f"{room.page}?code=onzin") == 429
    link_page.wrong.clear()
    assert opened(room).answer.status_code == 200


@pytest.mark.abuse("A33")
def test_a_form_of_another_site_does_nothing(room):
    """Without a token, or with word of the browser that it came from elsewhere."""
    web = opened(room)
    code = room.post.code(ZARA)
    assert web.post(room.page, code=code, do="contribute", **GOOD) == 403
    token = web.form("do=contribute").fields["_authenticator"]
    headers = {"Sec-Fetch-Site": "cross-site"}
    web.post(room.page, code=code, do="contribute", _authenticator=token, headers=headers, **GOOD)
    assert answers(room) == []
