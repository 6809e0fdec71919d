"""A general question: written by an editor, with nothing in it that the asker wrote."""

from answered_room import Answered
from answered_room import GENERAL
from answered_room import GENERAL_TEXT
from answered_room import OWN
from answered_room import TITLE
from consulted import EDITOR
from plone import api
from samenbeter.vraagbaak.cases.events import EVENTS
from samenbeter.vraagbaak.desk import publishing
from samenbeter.vraagbaak.desk.refusing import Refused

import pytest


@pytest.fixture
def room(portal, desk):
    """The desk with a case, its editor logged in."""
    found = Answered(portal, desk)
    with api.env.adopt_user(username=EDITOR):
        yield found


class TestGeneral:
    """A question that the editors wrote themselves."""

    def test_the_answer_stays_and_the_words_go(self, room):
        """No yes is needed, also after a no."""
        one = room.answer()
        room.question.other_wordings = ["Slapen na ruzie"]
        publishing.generalise(room.question, f" {GENERAL} ", GENERAL_TEXT, EDITOR)
        assert (room.question.title, room.question.question) == (GENERAL, GENERAL_TEXT)
        assert room.question.other_wordings == []
        assert publishing.source_of(room.question) == publishing.GENERAL
        assert room.question.get(one.getId()) is not None
        assert room.events()[-1] == "generalised"
        publishing.publish(room.question, EDITOR)
        assert publishing.is_public(room.question)

    def test_the_asker_hears_nothing_of_it(self, room):
        """Who said no would think that nobody listened; the desk sees it in the timeline."""
        room.answer()
        publishing.generalise(room.question, GENERAL, GENERAL_TEXT, EDITOR)
        publishing.publish(room.question, EDITOR)
        publishing.withdraw(room.question, EDITOR)
        assert room.events() == ["generalised", "general_on", "general_off"]
        assert not any(EVENTS[what][1] for what in room.events())
        assert room.mails() == []

    @pytest.mark.parametrize(
        "title, text",
        [
            ("", "Iets"),
            ("x" * 151, "Iets"),
            ("Slapen", "x" * 4001),
            ("Slapen", OWN),
            ("Slapen", "Iemand zei: na een RUZIE, op mijn werk lig ik wakker."),
            ("Hoe slaap ik weer na een", "ruzie?"),
        ],
    )
    def test_it_is_really_written_anew(self, room, title, text):
        """Six words in a row of the asker, or of what was made of those, are refused, and so is nothing at all."""
        with pytest.raises(Refused):
            publishing.generalise(room.question, title, text, EDITOR)
        assert room.question.title == TITLE

    def test_not_while_it_is_on_the_site(self, room):
        """First it goes off."""
        room.publish()
        with pytest.raises(Refused):
            publishing.generalise(room.question, GENERAL, GENERAL_TEXT, EDITOR)

    @pytest.mark.abuse("A43")
    def test_the_words_of_the_asker_do_not_come_back_by_another_way(self, room):
        """It is looked at once more when it goes on the site."""
        publishing.generalise(room.question, GENERAL, GENERAL_TEXT, EDITOR)
        room.answer()
        room.question.question = OWN
        with pytest.raises(Refused) as refused:
            publishing.publish(room.question, EDITOR)
        assert refused.value.message == publishing.OWN_WORDS

    def test_a_new_redaction_is_of_the_asker_again(self, room):
        """And needs a yes."""
        publishing.generalise(room.question, GENERAL, GENERAL_TEXT, EDITOR)
        publishing.from_asker(room.question)
        room.answer()
        with pytest.raises(Refused):
            publishing.publish(room.question, EDITOR)
