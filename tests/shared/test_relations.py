"""Relations are seen by who may View the target, and survive who may not."""

from actors import PASSWORD
from actors import relate
from plone import api
from plone.app.testing import SITE_OWNER_NAME
from plone.uuid.interfaces import IUUID

import pytest
import requests
import transaction


@pytest.fixture
def scene(functional_portal):
    """A writer's story that points at a public and at a hidden partner."""
    with api.env.adopt_user(username=SITE_OWNER_NAME):
        api.user.create(username="writer", email="writer@example.org", password=PASSWORD)
        api.group.add_user(groupname="Wijkwebber", username="writer")
        folder = api.content.create(functional_portal, "Folder", "map", title="Map")
        api.content.transition(folder, "publish")
        public = api.content.create(folder, "PartnerOrganisation", "zichtbaar", title="Zichtbaar")
        api.content.transition(public, "activate")
        hidden = api.content.create(folder, "PartnerOrganisation", "verborgen", title="Verborgen")
        story = api.content.create(folder, "SuccessStory", title="Verhaal", situation="Toen.")
        story.manage_setLocalRoles("writer", ["Owner"])
        story.reindexObjectSecurity()
        relate(story, "helped_by", [hidden, public])
    transaction.commit()
    return {"story": story, "public": public, "hidden": hidden, "folder": folder}


@pytest.fixture
def writer():
    with requests.Session() as session:
        session.auth = ("writer", PASSWORD)
        session.headers["Accept"] = "application/json"
        yield session


def targets(story):
    transaction.begin()
    return {relation.to_object.getId() for relation in story.helped_by}


def test_a_reader_sees_only_what_they_may_view(scene, writer):
    items = writer.get(scene["story"].absolute_url()).json()["helped_by"]
    assert [item["title"] for item in items] == ["Zichtbaar"]


def test_a_hidden_relation_survives_a_writer_over_rest(scene, writer):
    url = scene["story"].absolute_url()
    assert writer.patch(url, json={"helped_by": writer.get(url).json()["helped_by"]}).status_code == 204
    assert targets(scene["story"]) == {"zichtbaar", "verborgen"}
    assert writer.patch(url, json={"helped_by": []}).status_code == 204
    assert targets(scene["story"]) == {"verborgen"}
    assert writer.patch(url, json={"helped_by": None}).status_code == 204
    assert targets(scene["story"]) == {"verborgen"}


@pytest.mark.parametrize("way", ["uid", "path", "address", "intid"])
def test_a_writer_cannot_point_at_what_is_hidden_and_learns_nothing(scene, writer, way, functional_portal):
    from zope.component import getUtility
    from zope.intid.interfaces import IIntIds

    hidden = scene["hidden"]
    with api.env.adopt_user(username=SITE_OWNER_NAME):
        value = {
            "uid": IUUID(hidden),
            "path": "/map/verborgen",
            "address": hidden.absolute_url(),
            "intid": getUtility(IIntIds).getId(hidden),
        }[way]
    nothing = {"uid": "0" * 32, "path": "/map/niets", "address": hidden.absolute_url() + "x", "intid": 1}[way]
    url = scene["story"].absolute_url()
    answers = [writer.patch(url, json={"helped_by": [target]}) for target in (value, nothing)]
    assert [answer.status_code for answer in answers] == [400, 400]
    assert answers[0].json()["message"] == answers[1].json()["message"]
    assert "helped_by" in answers[0].json()["message"]
    assert targets(scene["story"]) == {"zichtbaar", "verborgen"}


def test_a_relation_to_something_of_another_kind_is_refused(scene, writer):
    answer = writer.patch(scene["story"].absolute_url(), json={"helped_by": [scene["folder"].absolute_url()]})
    assert answer.status_code == 400
    assert "helped_by" in answer.json()["message"]


def test_a_relation_to_a_deleted_item_leaves_the_page_alone(scene, writer):
    with api.env.adopt_user(username=SITE_OWNER_NAME):
        api.content.delete(scene["public"], check_linkintegrity=False)
    transaction.commit()
    answer = writer.get(scene["story"].absolute_url())
    assert answer.status_code == 200
    assert answer.json()["helped_by"] == []
