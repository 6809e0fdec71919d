"""The pages of an expert: what waits, the answer, passing on, declining; and that others find nothing there."""

from browsing import Web
from consulted import ANNA
from consulted import EDITOR
from consulted import HANS
from consulted import MARKER
from consulted import Post
from consulted import Room
from consulted import ZARA
from consulted import ZOE
from plone import api
from plone.app.testing import SITE_OWNER_NAME
from plone.uuid.interfaces import IUUID
from samenbeter.interfaces import IVraagbaakAnswer
from samenbeter.vraagbaak.cases import store
from samenbeter.vraagbaak.experts import consultations
from samenbeter.vraagbaak.experts import consulting

import pytest
import transaction


@pytest.fixture
def room(functional_portal, monkeypatch):
    """A served site; the first partner was asked, with a note."""
    from at_the_desk import make

    post = Post(monkeypatch)
    desk = make(functional_portal, "Vraagbaak", "open", title="Vraagbaak", promise_hours="ma-vr 9.00-17.00")
    found = Room(functional_portal, desk)
    found.post = post
    with api.env.adopt_user(username=EDITOR):
        (found.asked,) = consulting.consult(found.question, [found.one], EDITOR, note="Let op het werk.")
    found.page = f"{found.question.absolute_url()}/@@bijdrage"
    found.list = f"{functional_portal.absolute_url()}/@@vragen-voor-mij"
    transaction.commit()
    return found


def answers(room):
    """Return the contributions as they are now."""
    transaction.begin()
    return [one for one in room.question.objectValues() if IVraagbaakAnswer.providedBy(one)]


class TestAnswering:
    """From the list to the editors."""

    def test_the_way_of_an_answer(self, room):
        """The list leads to the question, the question to the form; then it waits no more."""
        web = Web(ZARA)
        assert web.get(room.list) == 200
        assert "Let op het werk." in web.text
        assert web.main.xpath(f".//a[@href='{room.page}']")
        assert web.get(room.page) == 200
        assert "Ik lig wakker." in web.text
        assert web.send("do=contribute", contribution="Sta op.\n- Drink thee.", discipline="huisarts") == 303
        (answer,) = answers(room)
        assert (answer.creators, api.content.get_state(answer)) == ((ZARA,), "submitted")
        assert answer.partner.to_object.title == "De Linde"
        web.get(room.list)
        assert "Er wacht nu geen vraag op jou." in web.text
        assert "Hoe slaap ik weer?" in web.text

    def test_what_is_wrong_is_said_and_nothing_typed_is_lost(self, room):
        """Beside the field."""
        web = Web(ZARA)
        web.get(room.page)
        assert web.send("do=contribute", contribution="Sta op.", sources="Bron | ftp://x") == 200
        assert web.wrong == ["discipline"]
        assert "Sta op." in web.answer.text
        assert "Bron | ftp://x" in web.answer.text
        assert answers(room) == []

    def test_what_came_back_stands_in_the_form(self, room):
        """With its text and trade."""
        answer = consulting.contribute(
            room.question, ZARA, room.one, {"contribution": "Sta op.\n- Drink thee.", "discipline": "huisarts"}
        )
        with api.env.adopt_user(username=SITE_OWNER_NAME):
            api.content.transition(answer, "return")
        transaction.commit()
        web = Web(ZARA)
        web.get(room.page)
        form = web.form("do=contribute")
        assert form.fields["contribution"].split() == ["Sta", "op.", "-", "Drink", "thee."]
        assert form.fields["discipline"] == "huisarts"
        web.send("do=contribute", contribution="Beter zo.")
        assert [one.getId() for one in answers(room)] == [answer.getId()]

    def test_a_question_is_passed_on(self, room):
        """To a colleague who is named; nobody else is in the list."""
        web = Web(ZARA)
        web.get(room.page)
        names = [one.get("value") for one in web.main.xpath(".//select[@id='to']/option")]
        assert names == ["", ZOE]
        assert web.send("do=pass_on", to=HANS) == 200
        assert web.wrong == ["to"]
        assert web.send("do=pass_on", to=ZOE) == 303
        transaction.begin()
        assert [one.persons for one in consultations.open_of(IUUID(room.question))] == [[ZOE]]
        web.get(room.page)
        assert not web.main.xpath(".//button[@value='decline']")

    def test_a_question_is_declined(self, room):
        """With a reason; then it is gone."""
        web = Web(ZARA)
        web.get(room.page)
        assert web.send("do=decline", reason_text="Wij zijn met te weinig.") == 200
        assert web.wrong == ["reason"]
        assert "Wij zijn met te weinig." in web.answer.text
        assert web.send("do=decline", reason="no_time") == 303
        assert web.get(room.page) == 404
        transaction.begin()
        assert [one.reason for one in consultations.of_question(IUUID(room.question))] == ["no_time"]

    def test_another_trade_is_asked_for(self, room):
        """The editors read it."""
        web = Web(ZARA)
        web.get(room.page)
        assert web.send("do=ask_colleague", discipline_wanted="huisarts") == 303
        editor = Web(EDITOR)
        editor.get(f"{room.question.absolute_url()}/@@meedenken")
        assert "Zij vragen een ander vak erbij" in editor.text


@pytest.mark.abuse("A35")
class TestOthers:
    """An expert of another partner finds nothing, by every way in; nor does a resident."""

    @pytest.mark.parametrize("who", [HANS, ANNA])
    @pytest.mark.parametrize(
        "way", ["{q}/@@bijdrage", "{q}", "{q}/@@meedenken", "{q}/++add++VraagbaakAnswer", "{site}/resolveuid/{uid}"]
    )
    def test_not_by_address(self, room, who, way):
        """What is there and what is not there are not told apart."""
        address = way.format(q=room.question.absolute_url(), site=room.portal.absolute_url(), uid=IUUID(room.question))
        web = Web(who)
        web.get(address)
        seen = web.answer.status_code
        # the address of a UID only says where that is; there it is refused
        assert seen in (301, 302, 401, 404)
        assert "Hoe slaap ik" not in web.answer.text
        if "bijdrage" in way and who == HANS:
            assert seen == 404

    def test_it_is_the_page_of_what_is_not_there(self, room):
        """Word for word."""
        web, pages = Web(HANS), []
        for name in (room.question.getId(), "zzzzzzzzzz"):
            assert web.get(f"{room.desk.absolute_url()}/{name}/@@bijdrage") == 404
            pages.append(web.text.replace(name, ""))
        assert pages[0] == pages[1]

    @pytest.mark.parametrize("who", [HANS, ANNA])
    @pytest.mark.parametrize("way", ["{api}/{path}", "{api}/@search?SearchableText=slaap", "{api}/{path}/@workflow"])
    def test_not_by_rest(self, room, who, way):
        """Neither the item nor a list has it."""
        site = room.portal.absolute_url()
        path = room.question.absolute_url().removeprefix(site + "/")
        web = Web(who)
        web.http.headers["Accept"] = "application/json"
        web.get(way.format(api=f"{site}/++api++", path=path))
        assert "Hoe slaap ik" not in web.answer.text

    def test_not_by_search_or_list(self, room):
        """The pages that list."""
        web = Web(HANS)
        for page in (
            room.list,
            f"{room.portal.absolute_url()}/@@search?SearchableText=slaap",
            room.desk.absolute_url(),
        ):
            assert web.get(page) == 200
            assert "Hoe slaap ik" not in web.answer.text

    def test_not_by_sending_the_form(self, room):
        """With a good token of their own, and the partner or the consultation of another."""
        web = Web(HANS)
        token = web.token(f"{room.portal.absolute_url()}/@@mijn-gegevens")
        for act in ("contribute", "decline", "pass_on", "ask_colleague"):
            data = {"do": act, "partner": room.one, "contribution": "x", "discipline": "huisarts", "reason": "no_time"}
            assert web.post(room.page, _authenticator=token, to=HANS, discipline_wanted="huisarts", **data) == 404
        assert answers(room) == []
        assert consultations.load(room.asked.id).is_open

    @pytest.mark.abuse("A38")
    def test_who_left_the_group_finds_nothing_any_more(self, room):
        """At the next request, in the same session."""
        web = Web(ZARA)
        assert web.get(room.page) == 200
        with api.env.adopt_user(username=SITE_OWNER_NAME):
            api.group.remove_user(groupname=f"{room.one}-experts", username=ZARA)
            api.group.add_user(groupname=f"{room.two}-experts", username=ZARA)
        transaction.commit()
        assert web.get(room.page) == 404
        web.get(room.list)
        assert "Hoe slaap ik" not in web.answer.text

    @pytest.mark.abuse("A38")
    def test_the_experts_of_an_ended_partner_find_nothing_any_more(self, room):
        """The same."""
        web = Web(ZARA)
        with api.env.adopt_user(username=SITE_OWNER_NAME):
            api.content.transition(room.linde, "end")
        transaction.commit()
        assert web.get(room.page) == 404
        web.get(room.list)
        assert "Hoe slaap ik" not in web.answer.text


@pytest.mark.abuse("A36")
def test_an_expert_sees_nothing_of_who_asked(room):
    """No words, no address, no number of the case, no other partner, no note for another."""
    transaction.begin()
    case = room.now()
    store.add_contact(case, "vrager@example.org")
    store.save(case)
    with api.env.adopt_user(username=EDITOR):
        consulting.consult(room.question, [room.two], EDITOR, note="Alleen voor het Plein.")
    transaction.commit()
    web = Web(ZARA)
    for page in (room.page, room.list, room.question.absolute_url()):
        assert web.get(page) == 200
        assert MARKER not in web.answer.text
        # all partners stand in the menu of the site
        for hidden in ("vrager@example.org", case.number, "Aan het Plein", "Alleen voor het Plein", "Renske"):
            assert hidden not in web.text


@pytest.mark.abuse("A33")
def test_a_form_without_a_token_does_nothing(room):
    """Whoever sends it."""
    web = Web(ZARA)
    assert web.post(room.page, do="decline", reason="no_time") == 403
    transaction.begin()
    assert consultations.load(room.asked.id).is_open
