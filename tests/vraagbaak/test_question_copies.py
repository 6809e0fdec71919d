"""A copy of a question is nobody's yes: what its asker takes back comes back by no copy."""

from at_the_desk import step
from plone import api
from plone.app.testing import SITE_OWNER_NAME
from rest_desk import BOSS
from rest_desk import Desk
from rest_desk import EDITOR
from rest_desk import ELSEWHERE
from samenbeter.vraagbaak.cases import store
from samenbeter.vraagbaak.desk import publishing

import pytest
import transaction


@pytest.fixture
def desk(functional_portal):
    return Desk(functional_portal)


@pytest.fixture
def question(desk):
    """A question on the site, with a yes of its asker to these words."""
    code, here = desk.redacted()
    desk.good(EDITOR, "POST", f"{here}/answer", {"summary": "Sta op.", "answer_type": "general_information"})
    desk.good(EDITOR, "POST", f"{here}/answer", {"send": "yes"})
    desk.good(EDITOR, "POST", f"{here}/approval", {})
    asked = desk.good(None, "POST", "@receipts", {"code": code})["approval"]
    desk.good(None, "POST", "@receipts/approval", {"code": code, "answer": "yes", "hash": asked["hash"]})
    desk.good(EDITOR, "POST", f"{here}/publication", {})
    return store.question_of(store.by_code(code))


def publish(desk, user, address):
    """Take all steps to everybody that Plone offers."""
    for name in ("review", "publish"):
        desk(user, "POST", f"{address}/@workflow/{name}", {})


@pytest.mark.abuse("A43")
@pytest.mark.parametrize("user", [EDITOR, ELSEWHERE, BOSS])
def test_a_copy_does_not_come_on_the_site(desk, question, user):
    """Not by an editor of this desk or another, and not by who runs the site."""
    to = desk.other if user == ELSEWHERE else desk.desk
    (made,) = desk.good(user, "POST", f"{to.absolute_url()}/@copy", {"source": question.absolute_url()})
    publish(desk, user, made["target"])
    assert desk(None, "GET", made["target"]).status_code in (401, 404)
    assert desk(None, "GET", question.absolute_url()).status_code == 200


@pytest.mark.abuse("A43")
def test_nor_one_that_came_along_with_its_desk(desk, question):
    """Who runs the site copies all of it."""
    with api.env.adopt_user(username=SITE_OWNER_NAME):
        copied = api.content.copy(desk.desk, desk.portal)
        (found,) = copied.objectValues()
        assert publishing.source_of(found) == publishing.ASKER
        with pytest.raises(api.exc.InvalidParameterError):
            step(found, "review", "publish")
    transaction.abort()


@pytest.mark.abuse("A43")
def test_an_editor_can_still_write_it_anew(desk, question):
    """What is general needs no yes, also in a copy."""
    (made,) = desk.good(EDITOR, "POST", f"{desk.url}/@copy", {"source": question.absolute_url()})
    copy = desk.desk[made["target"].rpartition("/")[2]]
    with api.env.adopt_user(username=EDITOR):
        publishing.generalise(copy, "Wat helpt tegen piekeren?", "Zorgen houden mensen soms wakker.", EDITOR)
    transaction.commit()
    publish(desk, EDITOR, made["target"])
    assert desk(None, "GET", made["target"]).status_code == 200


def test_what_is_moved_keeps_its_yes(desk, question):
    """It is the same question."""
    with api.env.adopt_user(username=SITE_OWNER_NAME):
        moved = api.content.move(question, desk.other)
    assert publishing.is_public(moved)
    assert publishing.is_approved(moved)
