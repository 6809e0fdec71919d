"""The role × state × action table, over REST. After each attempt the state is read back."""

from actors import session_of
from actors import Stage
from actors import whole_table
from plone import api
from plone.app.testing import SITE_OWNER_NAME

import pytest
import transaction


@pytest.fixture(scope="class")
def stage(shared_portal):
    return Stage(shared_portal)


def state_of(item):
    transaction.begin()
    return api.content.get_state(item)


@whole_table
class TestTableOverRest:
    @pytest.fixture(autouse=True)
    def _setup(self, stage, portal_type, state, actor):
        self.stage = stage
        self.item = stage.start(portal_type, state)
        self.url = self.item.absolute_url()
        with session_of(actor, "application/json") as self.http:
            yield

    @pytest.mark.abuse("A21", "A35", "A39")
    def test_each_actor_does_what_the_table_says_and_nothing_else(
        self, portal_type, state, actor, allowed, transitions
    ):
        done = []
        if self.http.get(self.url).status_code == 200:
            done.append("view")
        if self._edits():
            done.append("edit")
        done += [transition for transition in transitions if self._moves(transition, state)]
        if portal_type != "PartnerOrganisation" and self._deletes(portal_type):
            done.append("delete")
        expected = set(allowed) - ({"delete"} if portal_type == "PartnerOrganisation" else set())
        assert set(done) == expected

    def _edits(self):
        # no type shows this text as anything but itself
        field = {"VraagbaakAnswer": "difference"}.get(self.item.portal_type, "title")
        mark = f"Nieuw {id(self)}"
        self.http.patch(self.url, json={field: mark})
        transaction.begin()
        return getattr(self.item, field) == mark

    def _moves(self, transition, state):
        self.http.post(f"{self.url}/@workflow/{transition}", json={})
        moved = state_of(self.item) != state
        if moved:
            self.stage.put(self.item, state)
        return moved

    def _deletes(self, portal_type):
        self.http.delete(self.url)
        transaction.begin()
        container = self.item.__parent__
        if self.item.getId() in container:
            return False
        with api.env.adopt_user(username=SITE_OWNER_NAME):
            self.stage.items[portal_type] = self.stage.new(portal_type)
        transaction.commit()
        return True
