"""Asking experts: what it does to the question, the case, the mail, and what ends it."""

from at_the_desk import rich
from at_the_desk import step
from consulted import ANNA
from consulted import EDITOR
from consulted import HANS
from consulted import Post
from consulted import Room
from consulted import ZARA
from consulted import ZOE
from plone import api
from plone.app.testing import SITE_OWNER_NAME
from plone.uuid.interfaces import IUUID
from samenbeter.interfaces import IPersonalDataProvider
from samenbeter.shared import vault
from samenbeter.shared.rights import Subject
from samenbeter.vraagbaak.cases import states
from samenbeter.vraagbaak.desk import triage
from samenbeter.vraagbaak.experts import consultations
from samenbeter.vraagbaak.experts import consulting
from samenbeter.vraagbaak.experts import links
from samenbeter.vraagbaak.experts import people
from zope.component import getUtility

import pytest


@pytest.fixture
def post(monkeypatch):
    """What is mailed."""
    return Post(monkeypatch)


@pytest.fixture
def room(portal, desk, post):
    """Two partners with their experts, and a case."""
    return Room(portal, desk)


def ask(room, *partners, **more):
    """Ask partners, as the editor."""
    with api.env.adopt_user(username=EDITOR):
        return consulting.consult(room.question, partners or [room.one], EDITOR, **more)


class TestAsking:
    """Asking a partner."""

    def test_the_experts_see_the_question_and_others_do_not(self, room):
        """It goes to them, and to nobody else."""
        assert not room.may_view(ZARA)
        ask(room)
        assert room.state() == "consulting"
        assert [room.may_view(who) for who in (ZARA, ZOE, HANS, ANNA)] == [True, True, False, False]

    def test_the_catalog_follows(self, room):
        """An expert finds it, one of another partner does not."""
        ask(room)
        found = {}
        for who in (ZARA, HANS):
            with api.env.adopt_user(username=who):
                found[who] = len(api.content.find(UID=IUUID(room.question)))
        assert found == {ZARA: 1, HANS: 0}

    def test_the_case_knows_who_has_to_answer(self, room):
        """And moves on; its timeline says to whom it went."""
        ask(room, room.one, room.two)
        case = room.now()
        assert case.state == states.ANSWERING
        assert case.partners == sorted([room.one, room.two])
        events = [(one["what"], one["by"], one["about"]) for one in case.timeline]
        assert ("consulted", EDITOR, room.one) in events
        assert people.load_of(room.one) == 1

    def test_all_experts_of_a_partner_get_a_link_of_their_own(self, room, post):
        """Nobody else gets a mail."""
        ask(room)
        assert sorted(who for who, _what, _link in post.experts) == [ZARA, ZOE]
        assert {what for _who, what, _link in post.experts} == {"asked"}
        assert len({link for _who, _what, link in post.experts}) == 2

    def test_who_is_asked_by_name_gets_the_mail_alone(self, room, post):
        """And the persons who were asked can find that about themselves."""
        (one,) = ask(room, persons=[ZOE])
        assert [who for who, _what, _link in post.experts] == [ZOE]
        assert consultations.ids_of_person(ZOE) == [one.id]
        assert consultations.ids_of_person(ZARA) == []

    def test_a_question_without_a_case_can_be_asked_too(self, room, post):
        """One that the editors wrote themselves."""
        general = room.new_question("Hoe vraag ik toeslag aan?")
        with api.env.adopt_user(username=EDITOR):
            consulting.consult(general, [room.two], EDITOR)
        assert room.may_view(HANS, general)
        assert [who for who, _what, _link in post.experts] == [HANS]

    @pytest.mark.parametrize(
        ("partners", "more", "field"),
        [
            ([], {}, "partners"),
            (["x" * 32], {}, "partners"),
            (["one"], {"note": "a" * 1001}, "note"),
            (["one"], {"persons": [HANS]}, "persons"),
            (["one"], {"backup": "one"}, "backup"),
            (["one"], {"backup": "x" * 32}, "backup"),
        ],
    )
    def test_what_is_wrong_is_said_and_nothing_is_done(self, room, post, partners, more, field):
        """By the field that it is about."""
        known = {"one": room.one}
        more = {name: known.get(value, value) if isinstance(value, str) else value for name, value in more.items()}
        with pytest.raises(consulting.Refused) as problem:
            consulting.consult(room.question, [known.get(one, one) for one in partners], EDITOR, **more)
        assert problem.value.field == field
        assert room.state() == "draft"
        assert consulting.of_question(IUUID(room.question)) == []
        assert post.experts == []

    def test_nobody_is_asked_twice_at_once(self, room):
        """While the first still waits."""
        ask(room)
        with pytest.raises(consulting.Refused):
            ask(room)

    def test_an_answered_case_asks_nobody(self, room):
        """It has to be opened again first."""
        case = room.case
        case.move("answer")
        consulting.store.save(case)
        with pytest.raises(states.WrongStep):
            ask(room)


class TestEnding:
    """What takes a question away from a partner."""

    @pytest.mark.abuse("A38")
    def test_an_ended_one_is_seen_no_more(self, room, post):
        """Not by the experts, not by the catalog, not by the link."""
        (one,) = ask(room)
        code = post.code(ZARA)
        assert links.look(code) is not None
        with api.env.adopt_user(username=EDITOR):
            consulting.end(one.id, EDITOR)
        assert not room.may_view(ZARA)
        assert links.look(code) is None
        with api.env.adopt_user(username=ZARA):
            assert not api.content.find(UID=IUUID(room.question))
        assert room.now().partners == []
        assert post.experts[-1][:2] == (ZOE, "withdrawn")

    def test_to_decline_needs_a_reason_and_takes_it_away(self, room, post):
        """What was written about it is for editors."""
        (one,) = ask(room)
        with pytest.raises(consulting.Refused):
            consulting.decline(one.id, ZARA, "")
        consulting.decline(one.id, ZARA, "no_time", "Wij zijn met te weinig.")
        kept = consultations.load(one.id)
        assert (kept.state, kept.reason, kept.done_by) == ("declined", "no_time", ZARA)
        assert not room.may_view(ZARA)
        assert room.now().timeline[-1]["what"] == "declined"
        with pytest.raises(states.WrongStep):
            consulting.decline(one.id, ZOE, "no_time")

    def test_the_back_up_of_who_declines_is_asked_at_once(self, room, post):
        """Nobody waits for the clock then."""
        (one,) = ask(room, note="Let op slaap.", backup=room.two)
        consulting.decline(one.id, ZARA, "not_ours")
        assert room.may_view(HANS)
        assert [(o.partner, o.note, o.by) for o in consultations.open_of(IUUID(room.question))] == [
            (room.two, "Let op slaap.", "platform")
        ]

    def test_a_colleague_of_the_same_partner_takes_over(self, room, post):
        """Somebody of another partner does not."""
        (one,) = ask(room, persons=[ZARA])
        code = post.code(ZARA)
        for other in (HANS, ANNA, ZARA, "niemand"):
            with pytest.raises(consulting.Refused):
                consulting.pass_on(one.id, ZARA, other)
        made = consulting.pass_on(one.id, ZARA, ZOE)
        assert made.persons == [ZOE]
        assert post.experts[-1][:2] == (ZOE, "asked")
        assert links.look(code) is None
        assert links.look(post.code(ZOE)) is not None
        assert room.now().partners == [room.one]

    def test_another_trade_can_be_asked_for(self, room):
        """The editor sees it; the question stays where it is."""
        (one,) = ask(room)
        with pytest.raises(consulting.Refused):
            consulting.ask_colleague(one.id, ZARA, "tovenaar")
        consulting.ask_colleague(one.id, ZARA, "huisarts")
        assert consultations.load(one.id).wanted == ["huisarts"]
        assert room.now().timeline[-1]["what"] == "colleague_asked"


class TestLink:
    """The mailed link, apart from its page."""

    @pytest.mark.abuse("A38")
    def test_it_dies_with_what_it_rests_on(self, room, post):
        """The group, the partner, the state of the question."""
        ask(room)
        zara, zoe = post.code(ZARA), post.code(ZOE)
        with api.env.adopt_user(username=SITE_OWNER_NAME):
            api.group.remove_user(groupname=f"{room.one}-experts", username=ZARA)
            assert links.look(zara) is None
            assert links.look(zoe) is not None
            api.content.transition(room.question, "review")
            assert links.look(zoe) is None
            api.content.transition(room.question, "consult")
            assert links.look(zoe) is not None
            api.content.transition(room.linde, "end")
            assert links.look(zoe) is None

    @pytest.mark.parametrize("code", ["", "x", "a.b", "00" * 16 + ".x", None])
    def test_another_code_is_nothing(self, room, code):
        """Whatever it looks like."""
        ask(room)
        assert links.look(code) is None


class TestPersonalData:
    """What there is about an expert."""

    def test_it_is_found_and_goes(self, room, post):
        """The consultation stays, without the name."""
        (one,) = ask(room, persons=[ZARA, ZOE])
        provider = getUtility(IPersonalDataProvider, "samenbeter.vraagbaak.asked")
        assert len(provider.export(Subject(userid=ZARA)).items) == 1
        provider.erase(Subject(userid=ZARA))
        assert provider.verify_erased(Subject(userid=ZARA)) == []
        assert consultations.load(one.id).persons == [ZOE]
        mailed = getUtility(IPersonalDataProvider, "samenbeter.vraagbaak.answer_links")
        assert len(mailed.export(Subject(userid=ZARA)).items) == 1
        mailed.erase(Subject(userid=ZARA))
        assert not list(vault.get().find(subject=f"member:{ZARA}", room="vraagbaak"))


class TestOver:
    """A question that is over waits for nobody."""

    def test_once_everybody_can_read_the_answer(self, room, post):
        """Links are gone too; what was contributed stays."""
        general = room.new_question("Hoe vraag ik toeslag aan?")
        general.summary, general.answer_type = rich("<p>Bel ons.</p>"), "way_finding"
        with api.env.adopt_user(username=EDITOR):
            (one,) = consulting.consult(general, [room.two], EDITOR)
        code = post.code(HANS)
        step(general, "review", "publish")
        assert consultations.load(one.id).state == "ended"
        assert links.look(code) is None

    def test_once_the_case_is_closed(self, room, post):
        """Also when it never comes on the site."""
        (one,) = ask(room)
        code = post.code(ZARA)
        case = room.now()
        case.move("answer")
        triage.close(case, EDITOR)
        consulting.store.save(case)
        assert consultations.load(one.id).state == "ended"
        assert links.look(code) is None
        assert room.now().partners == []
