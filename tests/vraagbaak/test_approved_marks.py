"""An override of a mark needs a second person: another editor, or an expert of that question. The expert only agrees."""

from answered_room import Answered
from at_the_desk import link
from at_the_desk import make
from at_the_desk import rich
from at_the_desk import step
from browsing import Web
from consulted import EDITOR
from plone import api
from samenbeter.privacy.marking import Marked
from samenbeter.shared.gates import IHasPersonalData
from samenbeter.vraagbaak.experts import consulting
from zope.lifecycleevent import modified

import pytest
import transaction


pytestmark = pytest.mark.abuse("A43")
TEXT = "Bel de balie op 06-12345678."


@pytest.fixture
def room(functional_portal):
    """A served desk with a question of which one partner is asked, with a number in its text."""
    found = Answered(functional_portal, make(functional_portal, "Vraagbaak", "open", title="Vraagbaak"))
    with api.env.adopt_user(username=EDITOR):
        consulting.consult(found.question, [found.one], EDITOR)
        found.question.question = TEXT
        modified(found.question)
    transaction.commit()
    found.marks = f"{found.question.absolute_url()}/@@persoonsgegevens"
    return found


def states(room):
    """Return how the marks of the question stand."""
    transaction.begin()
    marked = Marked(room.question)
    return [marked.state(found) for found in marked.found if found.is_sure]


def keep(room):
    """Let an editor say that it may stay."""
    editor = Web(EDITOR)
    editor.get(room.marks)
    editor.send("do=keep", reason="office")


def test_an_expert_of_the_question_can_be_the_second_person(room):
    """With one editor alone a question can become public."""
    keep(room)
    assert states(room) == ["waiting"]
    expert = Web("zara")
    expert.get(room.question.absolute_url())
    assert room.marks in expert.main.xpath(".//a/@href")
    expert.get(room.marks)
    assert "De redactie wil iets laten staan." in expert.text
    assert expert.send("do=confirm") == 303
    assert states(room) == ["kept"]
    assert not IHasPersonalData.providedBy(room.question)


def test_and_nothing_else(room):
    """Neither take away, nor keep, nor undo; also with a form that is not there."""
    expert = Web("zara")
    assert expert.get(room.marks) == 200
    assert not expert.main.xpath(".//form")
    transaction.begin()
    (mark,) = {found.id for found in Marked(room.question).found if found.is_sure}
    keep(room)
    expert.get(room.marks)
    token = expert.form("do=confirm").fields["_authenticator"]
    for do in ("remove", "undo", "keep"):
        assert expert.post(room.marks, do=do, mark=mark, reason="office", _authenticator=token) == 200
        assert states(room) == ["waiting"]
    transaction.begin()
    assert room.question.question == TEXT


@pytest.mark.parametrize("name", ["", "anna", "hans"])
@pytest.mark.abuse("A35")
def test_nobody_else_sees_it(room, name):
    """Not an expert of another partner, a resident or a visitor."""
    keep(room)
    web = Web(name)
    assert web.get(room.marks) in (302, 401, 404)
    assert "12345678" not in web.answer.text
    web.post(room.marks, do="confirm", mark="x")
    assert states(room) == ["waiting"]


def test_no_more_when_the_partner_is_not_asked_any_more(room):
    """At the next request."""
    keep(room)
    with api.env.adopt_user(username=EDITOR):
        room.question.consulted = []
        modified(room.question)
    transaction.commit()
    assert Web("zara").get(room.marks) in (302, 401, 404)


def test_a_program_of_an_expert_gets_no_list_of_marks(room):
    """The service is for who decides."""
    expert = Web("zara")
    found = expert.http.get(
        f"{room.question.absolute_url()}/@personal-data-marks", headers={"Accept": "application/json"}, timeout=60
    )
    assert found.status_code in (401, 403, 404)


def test_what_an_expert_wrote_another_person_can_confirm(room):
    """The same page for a contribution that was sent in."""
    one = room.answer(contribution=rich(f"<p>{TEXT}</p>"))
    link(one, "partner", api.content.get(UID=room.one))
    step(one, "submit")
    modified(one)
    transaction.commit()
    editor = Web(EDITOR)
    page = f"{one.absolute_url()}/@@persoonsgegevens"
    editor.get(page)
    editor.send("do=keep", reason="office")
    expert = Web("zoe")
    expert.get(page)
    assert expert.send("do=confirm") == 303
    transaction.begin()
    assert not IHasPersonalData.providedBy(one)
