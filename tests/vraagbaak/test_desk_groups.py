"""Who works at a desk is decided by who runs the site, is never everybody, and is known at once."""

from at_the_desk import make
from plone import api
from plone.app.testing import SITE_OWNER_NAME
from rest_desk import ANNA
from rest_desk import BOSS
from rest_desk import Desk
from rest_desk import EDITOR
from rest_desk import ELSEWHERE
from rest_desk import ZARA

import pytest
import transaction


FIELDS = ("editors_group", "chief_group")
EVERYBODY = "AuthenticatedUsers"


@pytest.fixture
def desk(functional_portal):
    found = Desk(functional_portal)
    # an editor of this desk alone
    with api.env.adopt_user(username=SITE_OWNER_NAME):
        api.user.create(username="dirk", email="dirk@example.org", password="een-lang-wachtwoord")
        api.group.add_user(groupname="hier", username="dirk")
    transaction.commit()
    return found


def opens(desk, user, case):
    """Return whether somebody reads what the asker wrote."""
    answer = desk(user, "POST", f"@cases/{case.number}/original", {"purpose": "redact"})
    return answer.status_code == 200


@pytest.mark.abuse("A35", "A62")
@pytest.mark.parametrize("field", FIELDS)
@pytest.mark.parametrize("editor", [EDITOR, "dirk"])
def test_an_editor_gives_the_desk_to_nobody_else(desk, field, editor):
    """What residents wrote would be theirs to read."""
    _code, case = desk.ask()
    before = getattr(desk.desk, field)
    desk(editor, "PATCH", desk.url, {field: f"{desk.uids[0]}-experts"})
    assert getattr(desk.desk, field) == before
    assert not opens(desk, ZARA, case)
    assert opens(desk, editor, case)


@pytest.mark.parametrize("field", FIELDS)
def test_who_runs_the_site_does(desk, field):
    """And who is in that group works at the desk."""
    _code, case = desk.ask()
    assert not opens(desk, ELSEWHERE, case)
    desk.good(BOSS, "PATCH", desk.url, {field: "daar"})
    assert opens(desk, ELSEWHERE, case)


@pytest.mark.abuse("A20")
@pytest.mark.parametrize("field", FIELDS)
def test_everybody_with_an_account_is_no_editor(desk, field):
    """Plone has a group of all accounts: one wrong choice would open all that residents wrote."""
    _code, case = desk.ask()
    answer = desk(BOSS, "PATCH", desk.url, {field: EVERYBODY})
    assert answer.status_code == 400
    # as somebody may have chosen it before
    setattr(desk.desk, field, EVERYBODY)
    transaction.commit()
    assert not opens(desk, ANNA, case)
    assert desk(ANNA, "GET", "@cases").status_code == 401


@pytest.mark.abuse("A38")
@pytest.mark.parametrize("field", FIELDS)
def test_who_leaves_a_desk_finds_its_questions_no_more(desk, field):
    """The search knows it in the same request."""
    setattr(desk.desk, field, "daar")
    make(desk.desk, "VraagbaakQuestion", title="Hoe slaap ik weer?", question="Wat helpt?")
    desk.desk.reindexObjectSecurity()
    transaction.commit()
    search = f"{desk.portal.absolute_url()}/@search?portal_type=VraagbaakQuestion"
    assert desk.good(ELSEWHERE, "GET", search)["items_total"] == 1
    desk.good(BOSS, "PATCH", desk.url, {field: "hier"})
    assert desk.good(ELSEWHERE, "GET", search)["items_total"] == 0
    assert desk.good("dirk", "GET", search)["items_total"] == 1
