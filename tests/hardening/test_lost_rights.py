"""Sessions end when rights are lost, and with the account; copies too (A32)."""

from at_the_door import change
from at_the_door import for_members
from at_the_door import form
from at_the_door import is_in
from at_the_door import let_read
from at_the_door import people
from at_the_door import rest
from at_the_door import turn_on
from plone import api
from samenbeter.privacy import accounts
from samenbeter.shared import sessions

import pytest
import transaction


@pytest.fixture(scope="class")
def strict(shared_portal):
    """The site with the switch on, a member, and a page for them."""
    for_members(shared_portal, "bram")
    turn_on("sessions")
    return shared_portal


@pytest.mark.abuse("A32")
class TestLostRights:
    def test_who_leaves_a_group_logs_in_again(self, strict):
        people("cor", group="Wijkwebber")
        let_read(strict, "cor")
        (client, _page), (program, _token) = form(strict, "cor"), rest(strict, "cor")
        assert is_in(client) and is_in(program)
        change(lambda: api.group.remove_user(groupname="Wijkwebber", username="cor"))
        assert program.get("/besloten").status_code == 401
        answer = client.get("/besloten")
        assert answer.status_code == 302 and "login" in answer.headers["Location"]
        assert "__ac" not in client.http.cookies
        assert is_in(form(strict, "cor")[0])

    def test_public_pages_go_on_for_them_as_for_a_visitor(self, strict):
        people("cees", group="Wijkwebber")
        client, _answer = form(strict, "cees")
        assert "Uitloggen" in client.get("/").text
        change(lambda: api.group.remove_user(groupname="Wijkwebber", username="cees"))
        answer = client.get("/")
        assert answer.status_code == 200 and "Uitloggen" not in answer.text
        assert "__ac" not in client.http.cookies

    def test_a_log_in_elsewhere_does_not_bring_the_copy_back(self, strict):
        people("dora", group="Wijkwebber")
        let_read(strict, "dora")
        thief, _answer = form(strict, "dora")
        change(lambda: api.group.remove_user(groupname="Wijkwebber", username="dora"))
        dora, _answer = form(strict, "dora")
        assert is_in(dora) and not is_in(thief)

    def test_who_loses_a_role_of_their_own_too(self, strict):
        people("emma")
        let_read(strict, "emma")
        change(lambda: api.user.grant_roles(username="emma", roles=["Reviewer"]))
        client, _answer = form(strict, "emma")
        change(lambda: api.user.revoke_roles(username="emma", roles=["Reviewer"]))
        assert not is_in(client)

    def test_who_gets_more_rights_stays_in(self, strict):
        people("fay")
        let_read(strict, "fay")
        client, _answer = form(strict, "fay")
        change(lambda: api.group.add_user(groupname="Wijkwebber", username="fay"))
        assert is_in(client)

    def test_to_look_writes_nothing(self, strict):
        client, _answer = form(strict, "bram")
        before = strict._p_jar.db().lastTransaction()
        assert is_in(client)
        assert strict._p_jar.db().lastTransaction() == before


@pytest.mark.abuse("A32")
class TestErasure:
    def test_cookie_and_token_are_worth_nothing_and_leave_nothing(self, strict):
        people("gijs")
        let_read(strict, "gijs")
        (client, _page), (program, _token) = form(strict, "gijs"), rest(strict, "gijs")
        transaction.begin()
        assert sessions.left("gijs") and "sessions" in accounts.left("gijs")
        change(lambda: accounts.remove("gijs"))
        assert program.get("/besloten").status_code == 401 and not is_in(client)
        transaction.begin()
        assert not sessions.left("gijs") and accounts.left("gijs") == []

    def test_a_later_account_with_the_same_id_gets_no_old_session(self, strict):
        people("hugo")
        let_read(strict, "hugo")
        client, _answer = form(strict, "hugo")
        change(lambda: api.user.delete(username="hugo"))
        people("hugo")
        let_read(strict, "hugo")
        assert not is_in(client)
