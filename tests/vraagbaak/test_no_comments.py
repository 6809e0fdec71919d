"""What somebody writes beside a step of a question or a contribution is not kept: nobody looks there for personal data."""

from at_the_desk import answer
from at_the_desk import ANSWERED
from at_the_desk import make
from at_the_desk import rich
from rest_desk import Desk
from rest_desk import EDITOR

import pytest
import transaction


WORD = "zwaluwstaart"


@pytest.fixture
def desk(functional_portal):
    return Desk(functional_portal)


@pytest.mark.abuse("A27")
def test_no_history_has_a_word_of_it(desk):
    """Neither of a question nor of a contribution; and the step is taken."""
    question = make(desk.desk, "VraagbaakQuestion", title="Hoe slaap ik?", question="?", **ANSWERED)
    question.summary = rich("<p>Sta op.</p>")
    contribution = answer(question, "submit")
    transaction.commit()
    comment = {"comment": f"Mevrouw {WORD} belde."}
    for item, step, state in ((contribution, "return", "returned"), (question, "review", "in_review")):
        told = desk.good(EDITOR, "POST", f"{item.absolute_url()}/@workflow/{step}", comment)
        assert (told["review_state"], told["comments"]) == (state, "")
        assert WORD not in repr(item.workflow_history.values())
        assert WORD not in desk(EDITOR, "GET", f"{item.absolute_url()}/@history").text
