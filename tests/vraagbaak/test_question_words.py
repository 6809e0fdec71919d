"""A question is found by what stands on its page: its own words and those of its accepted contributions."""

from at_the_desk import answer
from at_the_desk import rich
from at_the_desk import step
from plone import api
from plone.app.testing import SITE_OWNER_NAME
from samenbeter.shared.queries import text_query
from zope.event import notify
from zope.lifecycleevent import ObjectModifiedEvent

import pytest


WORD = "kruidenthee"
SAYS_IT = {"contribution": rich(f"<p>Drink een kop {WORD}.</p>")}


@pytest.fixture
def finds(portal):
    """Return a function that tells whether a word finds a question."""

    def finds(word=WORD):
        with api.env.adopt_user(username=SITE_OWNER_NAME):
            query = {"portal_type": "VraagbaakQuestion", "SearchableText": text_query(word)}
            return [brain.Title for brain in api.portal.get_tool("portal_catalog")(query)]

    return finds


def as_owner(action, *args, **kw):
    with api.env.adopt_user(username=SITE_OWNER_NAME):
        return action(*args, **kw)


def test_an_accepted_contribution_finds_its_question(question, finds):
    answer(question, "submit", "accept", **SAYS_IT)
    assert finds() == ["Hoe slaap ik?"]


@pytest.mark.parametrize("steps", [(), ("submit",), ("submit", "return"), ("submit", "accept", "return")])
def test_what_is_not_accepted_finds_nothing(question, finds, steps):
    answer(question, *steps, **SAYS_IT)
    assert finds() == []


def test_the_question_follows_each_step_of_its_contribution(question, finds):
    found = answer(question, "submit", **SAYS_IT)
    step(found, "accept")
    assert finds()
    step(found, "return")
    assert not finds()


def test_the_question_follows_an_edit(question, finds):
    found = answer(question, "submit", "accept", **SAYS_IT)
    found.contribution = rich("<p>Drink melk.</p>")
    as_owner(notify, ObjectModifiedEvent(found))
    assert not finds()
    assert finds("melk")


def test_the_question_forgets_a_contribution_that_is_removed(question, finds):
    found = answer(question, "submit", "accept", **SAYS_IT)
    as_owner(api.content.delete, found, check_linkintegrity=False)
    assert finds() == []
    assert finds("slaap") == ["Hoe slaap ik?"]


def test_a_question_that_is_removed_leaves_nothing_in_the_catalog(question, finds):
    answer(question, "submit", "accept", **SAYS_IT)
    path = "/".join(question.getPhysicalPath())
    as_owner(api.content.delete, question, check_linkintegrity=False)
    assert finds() == []
    assert not api.portal.get_tool("portal_catalog").unrestrictedSearchResults(path=path)


@pytest.mark.parametrize(
    "field, value", [("difference", "Ik denk anders: kruidenthee."), ("sources", ["x | https://x.example/kruidenthee"])]
)
def test_what_is_not_in_the_text_of_the_page_finds_nothing(question, finds, field, value):
    found = answer(question, "submit", "accept", **{field: value})
    assert finds(WORD) == []
    assert found.contribution


def test_fields_for_editors_find_nothing(question, finds):
    question.source_id = "kruidenthee-1"
    question.source_url = "https://kruidenthee.example"
    as_owner(notify, ObjectModifiedEvent(question))
    assert finds() == []


def test_its_own_words_still_find_it(question, finds):
    question.other_wordings = ["Wat helpt tegen wakker liggen?"]
    as_owner(notify, ObjectModifiedEvent(question))
    assert finds("wakker") == finds("slaap") == ["Hoe slaap ik?"]


def test_a_list_shows_how_the_short_answer_begins(question):
    question.summary = rich("<p>Sta op.</p><ul><li>Drink melk</li></ul>" + "<p>Ga weer liggen in bed.</p>" * 20)
    as_owner(notify, ObjectModifiedEvent(question))
    brain = as_owner(api.portal.get_tool("portal_catalog"), {"UID": question.UID()})[0]
    assert brain.sb_facts["short"].startswith("Sta op. Drink melk Ga weer liggen in bed. Ga")
    assert brain.sb_facts["short"].endswith("in bed.")
    assert len(brain.sb_facts["short"]) <= 160
