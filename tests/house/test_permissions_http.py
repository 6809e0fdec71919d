"""The role × state × action table, through the pages and forms that people use."""

from actors import session_of
from actors import Stage
from actors import steps_from
from actors import whole_table
from plone import api

import pytest
import transaction


@pytest.fixture(scope="class")
def stage(shared_portal):
    return Stage(shared_portal)


@whole_table
class TestTableOverHttp:
    @pytest.fixture(autouse=True)
    def _setup(self, stage, portal_type, state, actor):
        self.stage = stage
        self.item = stage.start(portal_type, state)
        self.url = self.item.absolute_url()
        self.actor = actor
        with session_of(actor, "text/html") as self.http:
            yield

    @pytest.mark.abuse("A35", "A39")
    def test_each_actor_gets_the_pages_and_steps_of_the_table(self, portal_type, state, actor, allowed, transitions):
        done = []
        if self._opens(""):
            done.append("view")
        if self._opens("/edit"):
            done.append("edit")
        # that no other transition leads away from here is tried over REST
        done += [transition for transition in steps_from(portal_type, state) if self._moves(transition, state)]
        assert set(done) == set(allowed) - {"delete"}

    def _opens(self, path):
        answer = self.http.get(self.url + path, allow_redirects=False)
        assert answer.status_code in (200, 302, 401, 403, 404), answer.text
        return answer.status_code == 200

    def _moves(self, transition, state):
        form = {"workflow_action": transition, "_authenticator": self.stage.token(self.actor)}
        self.http.post(f"{self.url}/content_status_modify", data=form, allow_redirects=False)
        transaction.begin()
        moved = api.content.get_state(self.item) != state
        if moved:
            self.stage.put(self.item, state)
        return moved
