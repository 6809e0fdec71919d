"""What experts contribute: theirs, sent in, checked, and public nowhere before an editor took it over."""

from at_the_desk import link
from at_the_desk import make
from consulted import ANNA
from consulted import EDITOR
from consulted import HANS
from consulted import Post
from consulted import Room
from consulted import written
from consulted import ZARA
from plone import api
from plone.app.testing import SITE_OWNER_NAME
from samenbeter.vraagbaak.cases import states
from samenbeter.vraagbaak.experts import consultations
from samenbeter.vraagbaak.experts import consulting

import pytest


@pytest.fixture
def post(monkeypatch):
    """What is mailed."""
    return Post(monkeypatch)


@pytest.fixture
def room(portal, desk, post):
    """Two partners with their experts, and a case."""
    return Room(portal, desk)


def ask(room, *partners):
    """Ask partners, else the first, as the editor."""
    with api.env.adopt_user(username=EDITOR):
        return consulting.consult(room.question, partners or [room.one], EDITOR)


class TestContributing:
    """What an expert writes."""

    def test_it_is_theirs_and_is_sent_in(self, room, post):
        """The editor hears of it, the partner has answered."""
        (one,) = ask(room)
        answer = consulting.contribute(
            room.question, ZARA, room.one, written(sources="Thuisarts | https://thuisarts.nl")
        )
        assert answer.creators == (ZARA,)
        assert api.content.get_state(answer) == "submitted"
        assert answer.contribution.raw == "<p>Sta op.</p><ul><li>Drink thee.</li><li>Loop wat.</li></ul>"
        assert consultations.load(one.id).state == "answered"
        assert room.now().partners == []
        assert post.editors == [(EDITOR, "contributed")]
        assert room.now().timeline[-1]["what"] == "contributed"
        assert room.may_view(ZARA, answer)

    @pytest.mark.abuse("A39")
    def test_it_is_public_nowhere(self, room):
        """Only an editor takes it over, and publishes."""
        ask(room)
        answer = consulting.contribute(room.question, ZARA, room.one, written())
        with api.env.adopt_user(username=ZARA):
            for item, step in ((answer, "accept"), (room.question, "publish"), (room.question, "review")):
                with pytest.raises(api.exc.InvalidParameterError):
                    api.content.transition(item, step)
        assert not api.user.has_permission("View", user=api.user.get(ANNA), obj=answer)

    @pytest.mark.abuse("A35")
    @pytest.mark.parametrize("who", [HANS, ANNA, EDITOR])
    def test_nobody_else_writes(self, room, who):
        """Not who is of another partner, whatever partner is named."""
        ask(room)
        for partner in (room.one, room.two):
            with pytest.raises(states.WrongStep):
                consulting.contribute(room.question, who, partner, written())
        assert not room.question.objectIds()

    @pytest.mark.parametrize(
        ("more", "field"),
        [
            ({"contribution": " "}, "contribution"),
            ({"contribution": "a" * 6001}, "contribution"),
            ({"discipline": "tovenaar"}, "discipline"),
            ({"difference": "a" * 601}, "difference"),
            ({"sources": "Hier | javascript:alert(1)"}, "sources"),
        ],
    )
    def test_what_is_wrong_is_said(self, room, more, field):
        """And nothing is kept."""
        ask(room)
        with pytest.raises(consulting.Refused) as problem:
            consulting.contribute(room.question, ZARA, room.one, written(**more))
        assert problem.value.field == field
        assert not room.question.objectIds()

    def test_markup_is_shown_as_text(self, room):
        """Nothing of it becomes HTML."""
        ask(room)
        answer = consulting.contribute(
            room.question, ZARA, room.one, written(contribution="<b>x</b><script>1</script>")
        )
        assert answer.contribution.raw == "<p>&lt;b&gt;x&lt;/b&gt;&lt;script&gt;1&lt;/script&gt;</p>"

    def test_what_came_back_is_written_anew(self, room):
        """It is the same contribution."""
        ask(room)
        first = consulting.contribute(room.question, ZARA, room.one, written())
        with pytest.raises(consulting.Refused):
            consulting.contribute(room.question, ZARA, room.one, written())
        with api.env.adopt_user(username=SITE_OWNER_NAME):
            api.content.transition(first, "return")
        again = consulting.contribute(room.question, ZARA, room.one, written(contribution="Beter zo."))
        assert (again.getId(), again.contribution.raw) == (first.getId(), "<p>Beter zo.</p>")
        assert api.content.get_state(again) == "submitted"

    def test_the_long_form_of_plone_does_the_same(self, room, post):
        """Whatever way it was sent in, the partner has answered."""
        (one,) = ask(room)
        answer = make(room.question, "VraagbaakAnswer", discipline="huisarts", creators=(ZARA,))
        link(answer, "partner", room.linde)
        assert consultations.load(one.id).is_open
        with api.env.adopt_user(username=ZARA):
            api.content.transition(answer, "submit")
        assert consultations.load(one.id).state == "answered"
        assert room.now().partners == []
        assert post.editors == [(EDITOR, "contributed")]


@pytest.mark.abuse("A30")
class TestInWhoseName:
    """By Plone's own form or service an expert can name any partner; under it others read whose word it is."""

    @pytest.fixture
    def written_by(self, room):
        """Return a contribution of an expert that names a partner."""

        def written_by(userid, partner):
            found = make(room.question, "VraagbaakAnswer", discipline="huisarts", creators=(userid,))
            link(found, "partner", partner)
            return found

        return written_by

    def test_an_expert_sends_nothing_in_for_another_partner(self, room, written_by):
        ask(room, room.one, room.two)
        answer = written_by(ZARA, room.plein)
        with api.env.adopt_user(username=ZARA), pytest.raises(api.exc.InvalidParameterError):
            api.content.transition(answer, "submit")
        assert api.content.get_state(answer) == "draft"
        assert room.now().partners == sorted((room.one, room.two))

    def test_for_the_own_one_it_goes_in(self, room, written_by):
        ask(room, room.one, room.two)
        answer = written_by(HANS, room.plein)
        with api.env.adopt_user(username=HANS):
            api.content.transition(answer, "submit")
        assert api.content.get_state(answer) == "submitted"

    def test_an_editor_writes_for_whoever_called(self, room, written_by):
        ask(room)
        answer = written_by(EDITOR, room.plein)
        with api.env.adopt_user(username=EDITOR):
            api.content.transition(answer, "submit")
        assert api.content.get_state(answer) == "submitted"
