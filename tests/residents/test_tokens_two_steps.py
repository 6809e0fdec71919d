"""A token of a program stands for two steps only when who made it took them, for this role."""

from coming_in import add_user
from coming_in import forget
from coming_in import PASSWORD
from datetime import timedelta
from plone import api
from plone.app.testing import SITE_OWNER_NAME
from samenbeter.residents import second_step
from samenbeter.shared import clock
from samenbeter.shared import hardened
from samenbeter.shared.service_tokens import plugin
from samenbeter.shared.service_tokens import tokens
from samenbeter.shared.transactions import committed
from zope.annotation.interfaces import IAnnotations

import pytest
import requests
import transaction


@pytest.fixture
def portal(functional_portal):
    forget()
    plugin.wrong.clear()
    tokens.of_token.clear()
    with api.env.adopt_user(username=SITE_OWNER_NAME):
        api.group.create(groupname="hier")
        desk = api.content.create(functional_portal, "Vraagbaak", "loket", title="Loket", editors_group="hier")
        api.content.transition(desk, "open")
    transaction.commit()
    add_user("renske", group="Vraagbaak Editor")
    add_user("ella", group="Expert")
    return functional_portal


def switch(portal, on):
    """Let people log in with two steps, or with one."""
    transaction.begin()
    IAnnotations(portal)[hardened.KEY] = {second_step.SWITCH: {}} if on else {}
    transaction.commit()


def join(name, group):
    """Put somebody into a group."""
    transaction.begin()
    with api.env.adopt_user(username=SITE_OWNER_NAME):
        api.group.add_user(groupname=group, username=name)
    transaction.commit()


def token(name, days=30):
    """Return a token for an account."""
    return committed(lambda: tokens.make(name, "Scherm", days))[0]


def opens(portal, text, path="loket/@cases"):
    """Return the status that a program with a token gets."""
    headers = {"Accept": "application/json", "Authorization": f"Bearer {text}"}
    return requests.get(f"{portal.absolute_url()}/{path}", headers=headers, timeout=60).status_code


@pytest.mark.abuse("A32")
class TestToken:
    def test_one_that_was_made_with_two_steps_opens(self, portal):
        switch(portal, True)
        assert opens(portal, token("renske")) == 200

    def test_one_of_before_the_switch_does_not(self, portal):
        """A password alone was enough to make it."""
        found = token("renske")
        assert opens(portal, found) == 200
        switch(portal, True)
        assert opens(portal, found) == 401
        assert opens(portal, found, "@privacy-policies") == 401

    @pytest.mark.parametrize("group", ["Vraagbaak Editor", "hier"])
    def test_one_of_who_got_the_role_later_does_not(self, portal, group):
        """It was made for who sees less."""
        switch(portal, True)
        found = token("ella")
        assert opens(portal, found, "@privacy-policies") == 200
        join("ella", group)
        assert opens(portal, found) == 401

    @pytest.mark.parametrize("on", [True, False])
    def test_one_of_who_runs_the_site_by_now_does_not(self, portal, on):
        """That is too much for a program: it could make tokens of its own."""
        switch(portal, on)
        found = token("renske")
        join("renske", "Site Administrators")
        assert opens(portal, found, "@service-tokens") == 401
        assert opens(portal, found) == 401

    def test_one_that_ended_does_not(self, portal, monkeypatch):
        switch(portal, True)
        revoked, old, gone = token("renske"), token("renske", 1), token("ella")
        committed(lambda: tokens.revoke(revoked[4:36]))
        with api.env.adopt_user(username=SITE_OWNER_NAME):
            api.user.delete(username="ella")
        transaction.commit()
        now = clock.now
        monkeypatch.setattr(clock, "now", lambda: now() + timedelta(days=3))
        assert [opens(portal, one) for one in (revoked, old, gone)] == [401] * 3


@pytest.mark.abuse("A32")
class TestEditorOfOneDesk:
    """The user folder does not know that somebody is an editor there; what residents wrote is the same."""

    @pytest.mark.parametrize("field", ["editors_group", "chief_group"])
    def test_a_password_alone_does_not_open_the_desk(self, portal, field):
        desk = portal["loket"]
        desk.editors_group = None
        setattr(desk, field, "hier")
        transaction.commit()
        add_user("dirk", group="hier")
        url = f"{desk.absolute_url()}/@cases"
        auth = ("dirk", PASSWORD)
        json = {"Accept": "application/json"}
        assert requests.get(url, auth=auth, headers=json, timeout=60).status_code == 200
        switch(portal, True)
        assert requests.get(url, auth=auth, headers=json, timeout=60).status_code == 401
