"""The words of an asker go on the site with a yes to exactly these, whoever takes the step and in whatever way."""

from answered_room import Answered
from answered_room import GENERAL
from answered_room import GENERAL_TEXT
from answered_room import TITLE
from at_the_desk import ANSWERED
from at_the_desk import make
from at_the_desk import rich
from browsing import Web
from consulted import EDITOR
from plone import api
from plone.app.testing import SITE_OWNER_NAME
from Products.CMFCore.WorkflowCore import WorkflowException
from samenbeter.shared.system import as_system
from samenbeter.vraagbaak.desk import publishing
from samenbeter.vraagbaak.importing import KEY as IMPORTED
from zope.annotation.interfaces import IAnnotations

import json
import pytest
import transaction


pytestmark = pytest.mark.abuse("A43")
JSON = {"Accept": "application/json"}
PEOPLE = ("", "anna", "zara", "hans", EDITOR)


@pytest.fixture(scope="class")
def room(shared_portal):
    """A served desk, for a class of tests."""
    with api.env.adopt_user(username=SITE_OWNER_NAME):
        desk = make(shared_portal, "Vraagbaak", "open", title="Vraagbaak")
        found = Answered(shared_portal, desk)
    transaction.commit()
    return found


def question(room, state="in_review", words="none"):
    """Make an answered question in a state, committed.

    :param words: "none", "other", "these" - what the asker said yes to - or "general", "editor", "import".
    """
    transaction.begin()
    with api.env.adopt_user(username=SITE_OWNER_NAME):
        made = make(room.desk, "VraagbaakQuestion", title=TITLE, question="Wat helpt?", **fields())
        if words in ("none", "other", "these"):
            publishing.from_asker(made)
        if words in ("other", "these"):
            publishing.approved(made, publishing.hash_of(made))
        if words == "other":
            made.title = "Hoe slaapt Piet?"
        if words == "general":
            publishing.from_asker(made)
            publishing.generalise(made, GENERAL, GENERAL_TEXT, EDITOR)
        if words == "import":
            IAnnotations(made)[IMPORTED] = {"fields": {}, "answer": None}
        for step in {"draft": (), "in_review": ("review",), "withdrawn": ("review",)}[state]:
            api.content.transition(made, step)
    transaction.commit()
    return made


def fields():
    """Return what a question needs to be published; rich text belongs to one database."""
    return {**ANSWERED, "summary": rich("<p>Sta op.</p>")}


def state_of(made):
    """Return the state in the database."""
    transaction.begin()
    return api.content.get_state(made)


# -- the ways


def by_rest(room, made, name):
    """A program asks for the step."""
    return Web(name).http.post(f"{made.absolute_url()}/@workflow/publish", json={}, headers=JSON, timeout=60)


def by_menu(room, made, name):
    """The menu of Plone, with a token."""
    web = Web(name)
    web.get(f"{room.desk.absolute_url()}/login" if not name else room.desk.absolute_url())
    token = _token(web, made)
    url = f"{made.absolute_url()}/content_status_modify"
    web.post(url, workflow_action="publish", _authenticator=token)
    return web.answer


def by_status_form(room, made, name):
    """The form of Plone with dates and a comment."""
    web = Web(name)
    token = _token(web, made)
    data = {"workflow_action": "publish", "comment": "", "_authenticator": token}
    web.post(f"{made.absolute_url()}/content_status_modify", **data, effective_date="2026-01-01 10:00")
    return web.answer


def by_folder(room, made, name):
    """The bulk action of a folder."""
    web = Web(name)
    data = {"selection": json.dumps([made.UID()]), "transition": "publish", "_authenticator": _token(web, made)}
    web.post(f"{room.desk.absolute_url()}/@@fc-workflow", **data)
    return web.answer


def _token(web, made):
    web.get(made.absolute_url())
    text = web.answer.text
    return text.partition('name="_authenticator" value="')[2].partition('"')[0]


WAYS = (by_rest, by_menu, by_status_form, by_folder)


class TestWays:
    """Each way, for each kind of words."""

    @pytest.mark.parametrize("words", ["none", "other", "these", "general", "editor", "import"])
    @pytest.mark.parametrize("way", WAYS)
    def test_of_an_editor(self, room, way, words):
        """Only what the asker agreed to, or never wrote."""
        made = question(room, words=words)
        answer = way(room, made, EDITOR)
        allowed = words not in ("none", "other")
        assert state_of(made) == ("published" if allowed else "in_review")
        # the folder sets a date first, and then takes the step
        assert (made.effective_date is not None) == allowed or way is by_folder
        if way is by_rest:
            assert answer.status_code == (200 if allowed else 400)
            assert allowed or "nog niet goedgekeurd" in answer.json()["error"]["message"]

    def test_the_menu_says_what_to_do(self, room):
        """On the page of the question."""
        made = question(room)
        web = Web(EDITOR)
        web.get(made.absolute_url())
        web.send("workflow_action=publish")
        web.get(made.absolute_url())
        assert "De vrager heeft deze woorden nog niet goedgekeurd." in web.answer.text

    @pytest.mark.parametrize("name", PEOPLE)
    @pytest.mark.parametrize("words", ["none", "these"])
    @pytest.mark.parametrize("state", ["draft", "in_review"])
    def test_of_each_role(self, room, name, words, state):
        """Only an editor; who may not publish anyway hears nothing of a yes or a no."""
        made = question(room, state, words)
        answer = by_rest(room, made, name)
        done = name == EDITOR and words == "these" and state == "in_review"
        assert state_of(made) == ("published" if done else state)
        if name != EDITOR:
            assert answer.status_code in (400, 401, 403, 404)
            assert "goedgekeurd" not in answer.text

    @pytest.mark.abuse("A39")
    @pytest.mark.parametrize("way", WAYS)
    @pytest.mark.parametrize("name", ["zara", "hans", "anna"])
    def test_an_expert_never_publishes(self, room, way, name):
        """Whatever the asker said: the step of an editor is needed."""
        made = question(room, words="these")
        way(room, made, name)
        assert state_of(made) == "in_review"

    def test_of_the_platform_itself(self, room):
        """A rule, a script, the owner of the site: the last line is behind all of them."""
        made = question(room)
        tool = api.portal.get_tool("portal_workflow")
        with as_system(), pytest.raises(WorkflowException, match="goedgekeurd"):
            tool.doActionFor(made, "publish")
        with api.env.adopt_user(username=SITE_OWNER_NAME), pytest.raises(WorkflowException):
            tool.doActionFor(made, "publish")
        transaction.abort()

    def test_other_steps_are_free(self, room):
        """Words without a yes can be laid before experts, and taken back."""
        made = question(room)
        url = f"{made.absolute_url()}/@workflow/revise"
        assert Web(EDITOR).http.post(url, json={}, headers=JSON, timeout=60).status_code == 200


def by_form(room, made):
    """The edit form of Plone."""
    web = Web(EDITOR)
    web.get(f"{made.absolute_url()}/edit")
    (form,) = [form for form in web.main.iter("form") if form.get("id") == "form"]
    data = {key: value for key, value in form.form_values() if "buttons" not in key}
    data |= {"form.widgets.title": "Hoe slaapt Piet?", "form.buttons.save": "Bewaar"}
    web.post(form.get("action"), **data)
    return web


def by_patch(room, made):
    """A program changes it."""
    web = Web(EDITOR)
    web.http.patch(made.absolute_url(), json={"title": "Hoe slaapt Piet?"}, headers=JSON, timeout=60)
    return web


def by_wording(room, made):
    """A program adds an other wording."""
    web = Web(EDITOR)
    web.http.patch(made.absolute_url(), json={"other_wordings": ["Piet slaapt niet"]}, headers=JSON, timeout=60)
    return web


def by_rename(room, made):
    """The folder gives it another title."""
    web = Web(EDITOR)
    data = {"UID_0": made.UID(), "newid_0": made.getId(), "newtitle_0": "Hoe slaapt Piet?"}
    web.post(f"{room.desk.absolute_url()}/@@fc-rename", **data, _authenticator=_token(web, made))
    return web


class TestOtherWords:
    """After it is on the site, other words take it off: in the same request."""

    @pytest.mark.parametrize("way", [by_form, by_patch, by_wording, by_rename])
    def test_they_were_never_agreed_to(self, room, way):
        """Nobody reads them."""
        made = question(room, words="these")
        by_rest(room, made, EDITOR)
        assert Web().get(made.absolute_url()) == 200
        way(room, made)
        changed = state_of(made) == "withdrawn"
        assert changed or publishing.is_approved(made)
        answer = Web()
        assert (answer.get(made.absolute_url()) == 200) is not changed
        assert "Piet" not in answer.answer.text
        assert changed or way is by_rename

    def test_who_did_it_is_told(self, room):
        """On the page that follows."""
        made = question(room, words="these")
        by_rest(room, made, EDITOR)
        web = by_form(room, made)
        web.get(made.absolute_url())
        assert "Deze woorden heeft de vrager niet goedgekeurd." in web.answer.text

    def test_an_other_answer_leaves_it_there(self, room):
        """The words of the question are what the asker agreed to."""
        made = question(room, words="these")
        by_rest(room, made, EDITOR)
        data = {"difference_topic": "Mag je overdag een dutje doen?"}
        Web(EDITOR).http.patch(made.absolute_url(), json=data, headers=JSON, timeout=60)
        assert state_of(made) == "published"
