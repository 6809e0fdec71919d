"""A text that is used more than once, where the answer is written; by a list and a button, so without scripts too."""

from answered_room import Answered
from at_the_desk import make
from consulted import EDITOR
from datetime import timedelta
from samenbeter.shared import clock
from samenbeter.vraagbaak.desk import snippets

import pytest
import transaction


@pytest.fixture
def room(functional_portal):
    """A served desk."""
    found = Answered(functional_portal, make(functional_portal, "Vraagbaak", "open", title="Vraagbaak"))
    transaction.commit()
    return found


@pytest.fixture
def blocks(room):
    """One that is good and one on which somebody has to look."""
    day = clock.today()
    made = [
        snippets.keep(room.desk, title, f"Tekst van {title}.", EDITOR, when, [EDITOR])
        for title, when in (("bellen", day + timedelta(days=9)), ("oud", day))
    ]
    transaction.commit()
    return made


def test_it_comes_at_the_end_and_nothing_typed_is_lost_nor_saved(room, blocks):
    """All other fields are as they were."""
    editor = room.editor()
    typed = {
        "summary": "Sta op.\n- Loop wat.",
        "answer_type": "way_finding",
        "difference_topic": "Wel of geen thee?",
        "source_name": "Thuisarts",
        "review_on": "2099-01-02",
    }
    assert editor.send("do=save", do="insert", snippet=blocks[0], **typed) == 200
    form = editor.form("panel=answer").fields
    fields = {name: form[name] for name in typed}
    text = fields.pop("summary").replace("\r\n", "\n").strip()
    assert text == "Sta op.\n- Loop wat.\n\nTekst van bellen."
    assert fields == {name: typed[name] for name in fields}
    assert "Er is nog niets bewaard." in editor.text
    transaction.begin()
    assert not room.question.summary
    assert editor.send("do=save") == 303
    transaction.begin()
    assert "Tekst van bellen." in room.question.summary.raw


def test_into_an_empty_box_it_comes_alone(room, blocks):
    """Without empty lines before it."""
    editor = room.editor()
    editor.send("do=save", do="insert", snippet=blocks[0], summary="")
    assert editor.main.xpath("string(.//textarea[@name='summary'])").strip() == "Tekst van bellen."


def test_one_that_is_stale_is_marked(room, blocks):
    """In the list where one chooses; the other is not."""
    found = room.editor().main.xpath(".//select[@id='answer-snippet']/option")
    assert [one.text_content() for one in found[1:]] == ["bellen", "oud (Kijk na of dit nog klopt)"]


@pytest.mark.parametrize("chosen", ["", "x" * 34, "of another desk"])
def test_without_a_choice_it_says_so_and_keeps_what_was_typed(room, blocks, chosen):
    """Nor by the id of a block of another desk."""
    if chosen == "of another desk":
        other = make(room.portal, "Vraagbaak", "open", title="Elders")
        chosen = snippets.keep(other, "elders", "Geheim.", EDITOR, clock.today(), [EDITOR])
        transaction.commit()
    editor = room.editor()
    assert editor.send("do=save", do="insert", snippet=chosen, summary="Sta op.") == 200
    assert editor.wrong == ["answer-snippet"]
    assert editor.main.xpath("string(.//textarea[@name='summary'])").strip() == "Sta op."
    assert "Geheim." not in editor.text
