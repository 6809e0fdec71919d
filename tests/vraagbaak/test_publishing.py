"""The step to everybody: the yes of the asker, on the site, off it, and a general question."""

from answered_room import Answered
from answered_room import GENERAL
from answered_room import GENERAL_TEXT
from answered_room import TEXT
from answered_room import TITLE
from at_the_desk import make
from consulted import EDITOR
from datetime import timedelta
from plone import api
from samenbeter.shared import clock
from samenbeter.shared.gates import IHasPersonalData
from samenbeter.vraagbaak.cases import states
from samenbeter.vraagbaak.cases import store
from samenbeter.vraagbaak.cases.case import ASKER
from samenbeter.vraagbaak.desk import publishing
from samenbeter.vraagbaak.desk import redacting
from samenbeter.vraagbaak.desk.refusing import Refused
from samenbeter.vraagbaak.desk.site_panel import is_late
from zope.interface import alsoProvides
from zope.lifecycleevent import modified

import pytest


@pytest.fixture
def room(portal, desk):
    """The desk with a case, its editor logged in."""
    found = Answered(portal, desk)
    with api.env.adopt_user(username=EDITOR):
        yield found


def asked(room, **fields):
    """Let an editor lay the words before the asker; return the case."""
    case = room.now()
    for name, value in fields.items():
        setattr(case, name, value)
    publishing.ask_approval(case, EDITOR)
    store.save(case)
    return case


class TestWords:
    """Which words a yes is about."""

    def test_white_space_makes_no_difference_all_else_does(self, room):
        """Title, text and other wordings."""
        first = publishing.hash_of(room.question)
        room.question.title = f"  {TITLE.replace(' ', '  ')}"
        room.question.question = TEXT.replace(". ", ".\r\n\r\n")
        assert publishing.hash_of(room.question) == first
        for name, value in (("title", "Anders"), ("question", "Anders"), ("other_wordings", ["Anders"])):
            before = getattr(room.question, name)
            setattr(room.question, name, value)
            assert publishing.hash_of(room.question) != first
            setattr(room.question, name, before)

    def test_words_do_not_move_from_one_place_to_another(self, room):
        """A title with a text is not the same as a longer title."""
        room.question.title, room.question.question = "Een", "Twee"
        first = publishing.hash_of(room.question)
        room.question.title, room.question.question = "Een Twee", ""
        assert publishing.hash_of(room.question) != first

    def test_what_comes_of_a_redaction_is_of_the_asker(self, room):
        """Also when it was general meanwhile."""
        case = room.now()
        redacting.save(case, "Hoe slaap ik?", "Ik lig wakker.", redacting.all_removed(case), EDITOR)
        assert publishing.source_of(room.question) == publishing.ASKER
        publishing.generalise(room.question, GENERAL, GENERAL_TEXT, EDITOR, case)
        redacting.save(case, "Hoe slaap ik?", "Ik lig wakker.", redacting.all_removed(case), EDITOR)
        assert publishing.source_of(room.question) == publishing.ASKER
        assert not publishing.is_approved(room.question)

    def test_what_an_editor_writes_is_general(self, room):
        """Without a word on it."""
        assert publishing.source_of(make(room.desk, "VraagbaakQuestion", title="Nieuw")) == publishing.GENERAL
        assert publishing.source_of(room.question) == publishing.ASKER


class TestAsking:
    """The words are laid before the asker."""

    def test_the_case_knows_what_was_asked_and_when(self, room):
        """The asker gets a mail; nothing of the words is in it."""
        case = asked(room)
        assert case.approval["hash"] == publishing.hash_of(room.question)
        assert case.approval["answer"] == ""
        assert room.events()[-1] == "approval_asked"
        (mail,) = room.mails()
        assert "slaap" not in mail["body"]

    @pytest.mark.parametrize(
        "fields",
        [
            {"publish": "no"},
            {"approval": {"asked": "x", "hash": "y", "decided": "z", "answer": "no"}},
            {"question": ""},
        ],
    )
    def test_who_said_no_is_not_asked_again(self, room, fields):
        """Neither is somebody without words."""
        with pytest.raises(Refused):
            asked(room, **fields)
        assert room.mails() == []

    def test_not_before_personal_data_are_looked_at(self, room):
        """Otherwise the words change after the yes."""
        alsoProvides(room.question, IHasPersonalData)
        with pytest.raises(Refused):
            asked(room)

    def test_not_for_general_words_nor_for_what_has_a_yes(self, room):
        """There is nothing to ask."""
        room.say_yes()
        with pytest.raises(Refused):
            asked(room)
        publishing.generalise(room.question, GENERAL, GENERAL_TEXT, EDITOR)
        with pytest.raises(Refused):
            asked(room)

    def test_not_for_a_rejected_case(self, room):
        """It is over."""
        case = room.now()
        case.move("reject")
        with pytest.raises(states.WrongStep):
            publishing.ask_approval(case, EDITOR)

    def test_a_yes_is_to_the_words_that_were_read(self, room):
        """To others it is none."""
        read = publishing.hash_of(room.question)
        room.question.title = "Iets anders"
        with pytest.raises(Refused):
            publishing.approved(room.question, read)
        assert not publishing.is_approved(room.question)

    def test_the_desk_hears_it_when_no_yes_comes(self, room, monkeypatch):
        """After the days of the desk, not before; an answer ends it."""
        case, now = asked(room), clock.now()
        room.desk.approval_days = 10
        monkeypatch.setattr(clock, "now", lambda: now + timedelta(days=9))
        assert not is_late(case, room.desk)
        monkeypatch.setattr(clock, "now", lambda: now + timedelta(days=10, minutes=1))
        assert is_late(case, room.desk)
        case.approval["answer"] = "yes"
        assert not is_late(case, room.desk)


class TestOnTheSite:
    """On it and off it."""

    def test_with_a_yes_and_an_answer(self, room):
        """From any state; the case knows."""
        room.answer()
        room.say_yes()
        publishing.publish(room.question, EDITOR)
        assert publishing.is_public(room.question)
        assert room.now().timeline[-1]["what"] == "published"
        assert room.now().timeline[-1]["by"] == EDITOR

    @pytest.mark.abuse("A43")
    def test_not_without_a_yes_or_an_answer(self, room):
        """The message says what to do; the state stays."""
        room.say_yes()
        with pytest.raises(Refused) as refused:
            publishing.publish(room.question, EDITOR)
        assert "Vul eerst in" in refused.value.message.default
        room.answer()
        room.question.title = "Anders"
        with pytest.raises(Refused) as refused:
            publishing.publish(room.question, EDITOR)
        assert refused.value.message == publishing.NOT_YET

    def test_off_it_and_on_it_again(self, room):
        """The same words need no second yes; the asker hears that it went off."""
        room.publish()
        publishing.withdraw(room.question, EDITOR)
        assert room.state() == "withdrawn"
        assert len(room.mails()) == 1
        publishing.withdraw(room.question, EDITOR)
        assert len(room.mails()) == 1
        publishing.publish(room.question, EDITOR)
        assert room.events()[-3:] == ["published", "withdrawn", "published"]

    def test_a_caller_who_holds_the_case_keeps_what_it_changed(self, room):
        """The timeline is written in the same case."""
        room.publish()
        case = room.now()
        case.urgency = "urgent"
        publishing.withdraw(room.question, EDITOR, case)
        store.save(case)
        assert room.now().urgency == "urgent"
        assert room.events()[-1] == "withdrawn"

    def test_an_asker_who_takes_the_yes_back_takes_it_off(self, room):
        """Without any right at the desk, and for good."""
        room.publish()
        with api.env.adopt_user(username="anna"):
            publishing.refused(room.question)
        assert room.state() == "withdrawn"
        assert room.now().timeline[-1]["by"] == ASKER
        with pytest.raises(Refused):
            publishing.publish(room.question, EDITOR)

    def test_what_goes_wrong_with_the_case_does_not_keep_it_on_the_site(self, room, monkeypatch):
        """The key is gone, the case is broken: off is off."""
        room.publish()

        def broken(uid):
            raise RuntimeError(uid)

        monkeypatch.setattr(store, "by_question", broken)
        publishing.withdraw(room.question, EDITOR)
        assert room.state() == "withdrawn"

    def test_without_its_case_a_question_lives_on(self, room):
        """The case is erased; the yes stands on the question."""
        room.publish()
        store.erase(room.case.id)
        publishing.withdraw(room.question, EDITOR)
        publishing.publish(room.question, EDITOR)
        assert publishing.is_public(room.question)

    def test_who_may_not_does_not(self, room):
        """Whoever calls the verb."""
        room.answer()
        room.say_yes()
        with api.env.adopt_user(username="zara"), pytest.raises(Refused):
            publishing.publish(room.question, "zara")
        assert room.state() == "draft"

    def test_what_is_hidden_does_not_go_on_the_site(self, room):
        """Its asker had the case hidden."""
        room.answer()
        room.say_yes()
        store.vault.get().freeze(room.case.id, True)
        with pytest.raises(Refused) as refused:
            publishing.publish(room.question, EDITOR)
        assert refused.value.message == publishing.HIDDEN

    def test_opening_the_case_again_changes_nothing_there(self, room):
        """Whatever step the case takes."""
        room.publish()
        before = (room.state(), publishing.hash_of(room.question), room.question.modified())
        case = room.now()
        case.move("answer")
        for step in ("reopen", "answer", "close", "reopen", "ask_back", "reply", "reject", "take_back"):
            case.move(step)
            store.save(case)
        assert (room.state(), publishing.hash_of(room.question), room.question.modified()) == before


class TestChanging:
    """Other words after the yes."""

    def test_on_the_site_they_take_it_off(self, room):
        """In the same transaction; the case and the asker know."""
        room.publish()
        room.question.title = "Hoe slaapt Piet?"
        modified(room.question)
        assert room.state() == "withdrawn"
        assert room.events()[-1] == "withdrawn"
        assert len(room.mails()) == 1

    def test_an_other_answer_does_not(self, room):
        """The asker agreed to the words of the question."""
        room.publish()
        room.question.difference_topic = "Mag je een dutje doen?"
        modified(room.question)
        assert publishing.is_public(room.question)

    def test_general_words_may_change(self, room):
        """Nobody has to agree."""
        publishing.generalise(room.question, GENERAL, GENERAL_TEXT, EDITOR)
        room.answer()
        publishing.publish(room.question, EDITOR)
        room.question.title = "Wat helpt bij wakker liggen?"
        modified(room.question)
        assert publishing.is_public(room.question)
