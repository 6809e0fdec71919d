"""Who can do what with an answer and its question, in which state of the case: each cell over HTTP, read back."""

from answered_room import Answered
from answered_room import GENERAL
from answered_room import GENERAL_TEXT
from answered_room import SUMMARY
from at_the_desk import make
from at_the_desk import step
from browsing import Web
from consulted import EDITOR
from plone import api
from plone.app.testing import SITE_OWNER_NAME
from samenbeter.shared import vault
from samenbeter.vraagbaak.cases import states
from samenbeter.vraagbaak.desk import publishing

import pytest
import transaction


WITH_QUESTION = (states.REDACTED, states.ANSWERING, states.WAITING, states.ANSWERED, states.CLOSED, states.REJECTED)
# action: (panel, states in which an editor can take it)
ACTIONS = {
    "save": ("answer", (states.REDACTED, states.ANSWERING, states.WAITING, states.ANSWERED)),
    "send": ("answer", (states.REDACTED, states.ANSWERING)),
    "accept": ("contributions", WITH_QUESTION),
    "ask_approval": ("site", tuple(state for state in WITH_QUESTION if state != states.REJECTED)),
    "publish": ("site", WITH_QUESTION),
    "withdraw": ("site", WITH_QUESTION),
    "generalise": ("site", WITH_QUESTION),
}
FIELDS = {
    "summary": SUMMARY,
    "answer_type": "way_finding",
    "general_title": GENERAL,
    "general_text": GENERAL_TEXT,
}
OTHERS = ("", "anna", "zara", "hans", "beheer")


@pytest.fixture(scope="class")
def room(shared_portal):
    """A served desk, for a class of tests; "beheer" runs the site, and has nothing to do with cases."""
    with api.env.adopt_user(username=SITE_OWNER_NAME):
        desk = make(shared_portal, "Vraagbaak", "open", title="Vraagbaak")
        found = Answered(shared_portal, desk)
        api.user.create(username="beheer", email="beheer@example.org", password="een-lang-wachtwoord")
        api.group.add_user(groupname="Site Administrators", username="beheer")
    transaction.commit()
    return found


def begin(room, action, state):
    """Let there be a new case in a state, with all that an action needs."""
    transaction.begin()
    with api.env.adopt_user(username=SITE_OWNER_NAME):
        room.question = room.new_question()
        room.case = room.new_case(room.question)
        room.one = room.answer()
        step(room.one, "submit")
        if action in ("publish", "withdraw"):
            room.say_yes()
        if action == "withdraw":
            publishing.publish(room.question, EDITOR)
    room.save(state=state)


def seen(room):
    """Return all that an action could change, but who is on the case now."""
    transaction.begin()
    case = room.now()
    return (
        case.state,
        case.approval,
        [event["what"] for event in case.timeline],
        room.question.title,
        room.question.summary.raw if room.question.summary else "",
        room.state(),
        api.content.get_state(room.one),
    )


def do(room, web, action, token):
    """Send the form of an action; return the status."""
    panel = ACTIONS[action][0]
    data = {**FIELDS, "panel": panel, "do": action, "answer": room.one.getId(), "_authenticator": token}
    return web.post(room.page, **data)


class TestTable:
    """Each cell."""

    @pytest.mark.parametrize("state", WITH_QUESTION)
    @pytest.mark.parametrize("action", ACTIONS)
    def test_of_an_editor(self, room, action, state):
        """It is done, or nothing is."""
        begin(room, action, state)
        before, web = seen(room), Web(EDITOR)
        status = do(room, web, action, web.token(f"{room.desk.absolute_url()}"))
        allowed = state in ACTIONS[action][1]
        assert status in (200, 303)
        assert (seen(room) != before) is allowed

    @pytest.mark.parametrize("name", OTHERS)
    @pytest.mark.parametrize("action", ACTIONS)
    def test_of_nobody_else(self, room, action, name):
        """Not even who runs the site; the page of the case is not there for them."""
        begin(room, action, ACTIONS[action][1][0])
        before, editor = seen(room), Web(EDITOR)
        token = editor.token(f"{room.desk.absolute_url()}")
        web = Web(name)
        assert do(room, web, action, token) in (302, 401, 403, 404)
        assert room.question.title not in web.answer.text
        assert seen(room) == before

    @pytest.mark.parametrize("action", ACTIONS)
    def test_of_a_hidden_case(self, room, action):
        """Its asker had it hidden: nothing is shown and nothing is done."""
        begin(room, action, ACTIONS[action][1][0])
        before, web = seen(room), Web(EDITOR)
        token = web.token(f"{room.desk.absolute_url()}")
        transaction.begin()
        vault.get().freeze(room.case.id, True)
        transaction.commit()
        assert do(room, web, action, token) == 404
        assert seen(room) == before

    @pytest.mark.parametrize("action", ACTIONS)
    def test_at_another_desk(self, room, action):
        """A number is of one desk."""
        begin(room, action, ACTIONS[action][1][0])
        with api.env.adopt_user(username=SITE_OWNER_NAME):
            other = make(room.portal, "Vraagbaak", "open", title="Andere")
        transaction.commit()
        before, web = seen(room), Web(EDITOR)
        token = web.token(f"{room.desk.absolute_url()}")
        url = f"{other.absolute_url()}/@@dossier/{room.case.number}"
        data = {**FIELDS, "panel": ACTIONS[action][0], "do": action, "_authenticator": token}
        assert web.post(url, **data) == 404
        assert seen(room) == before
