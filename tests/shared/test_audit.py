"""The audit log: what is in an entry, what never is, and what is noted."""

from AccessControl.SecurityManagement import newSecurityManager
from AccessControl.SecurityManagement import noSecurityManager
from hypothesis import given
from hypothesis import HealthCheck
from hypothesis import settings
from hypothesis import strategies as st
from plone import api
from plone.app.testing import SITE_OWNER_NAME
from plone.dexterity.utils import createContentInContainer
from plone.uuid.interfaces import IUUID
from samenbeter.shared import audit
from samenbeter.shared import clock
from samenbeter.shared import keys
from samenbeter.shared import system
from samenbeter.shared import vault
from samenbeter.shared.audit_data import AuditData
from samenbeter.shared.audit_data import STAYS
from samenbeter.shared.rights import Subject

import datetime
import json
import pytest


SOMEBODY = "c" * 32


@pytest.fixture
def partner(portal):
    """A partner with an expert, who writes stories too."""
    with api.env.adopt_user(username=SITE_OWNER_NAME):
        partner = createContentInContainer(portal, "PartnerOrganisation", checkConstraints=False, title="De Linde")
        api.user.create(username="zara-id", email="zara@example.org", properties={"fullname": "Zara Naam"})
        for group in (f"{IUUID(partner)}-experts", "Wijkwebber"):
            api.group.add_user(groupname=group, username="zara-id")
    return partner


@pytest.fixture
def no_key(monkeypatch, tmp_path):
    """Take the key file away."""
    monkeypatch.setenv(keys.ENVIRONMENT, str(tmp_path / "none"))


def all_entries():
    """Return all entries, newest first."""
    now = clock.now()
    return list(audit.entries(now - datetime.timedelta(days=2), now + datetime.timedelta(days=2)))


class TestEntry:
    """As NEN 7513:2018 asks, without a name."""

    def test_it_says_who_what_whose_and_why(self, partner):
        box = vault.get()
        found = box.add("privacy", "note", {"text": "GEHEIM"}, purpose="samenbeter.rights", subject="member:bewoner")
        with api.env.adopt_user(username="zara-id"):
            box.read(found, vault.Staff("samenbeter.rights"))
        (entry,) = audit.about(box.pseudonym("member:bewoner"))
        known = keys.load().pseudonym("actor", "zara-id")
        assert entry.actor == known == audit.pseudonym_of("zara-id")
        assert entry.role == "Expert,Wijkwebber"
        assert entry.organisation == IUUID(partner)
        assert (entry.action, entry.outcome, entry.object) == ("view", "success", found)
        assert (entry.section, entry.basis, entry.party) == ("privacy.note", "samenbeter.rights", "platform")
        assert entry.system == "samenbeter"
        assert abs(audit.moment(entry) - clock.now()) < datetime.timedelta(minutes=1)
        for word in ("zara", "Zara", "Naam", "GEHEIM", "bewoner", "example.org"):
            assert word not in entry.line()

    @pytest.mark.parametrize(
        ("field", "value"),
        [
            ("subject", "bewoner"),
            ("subject", "member:bewoner"),
            ("subject", "C" * 32),
            ("object", "Jan de Vries"),
            ("object", "jan@example.org"),
            ("object", "/site/members/jan"),
            ("section", "de hele vraag"),
            ("reason", "omdat het moet"),
            ("on_behalf_of", "Jan Jansen"),
            ("actor", "Jan Jansen"),
            ("consent", "é"),
            ("object", "x" * 201),
            ("outcome", "misschien"),
        ],
    )
    def test_words_of_people_are_refused_and_not_repeated(self, portal, field, value):
        before = len(all_entries())
        with pytest.raises(ValueError) as refused:
            audit.note("view", **{field: value})
        assert value not in str(refused.value)
        assert len(all_entries()) == before

    def test_an_unknown_action_is_refused(self, portal):
        with pytest.raises(ValueError):
            audit.note("peek")

    @settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
    @given(code=st.from_regex(audit.OPAQUE, fullmatch=True), subject=st.from_regex(audit.HEX, fullmatch=True))
    def test_what_is_kept_is_what_was_said(self, portal, code, subject):
        entry = audit.note("view", object=code, consent=code, subject=subject)
        assert audit.Entry.parse(entry.line()) == entry
        assert json.loads(entry.line()).get("object", "") == code
        if subject:
            assert audit.about(subject)[0] == entry

    @pytest.mark.parametrize(
        ("act_as", "actor"),
        [
            (noSecurityManager, "anonymous"),
            (lambda: newSecurityManager(None, system.System("samenbeter", "", ["Manager"], [])), "system"),
        ],
    )
    def test_who_has_no_account_has_no_role(self, portal, act_as, actor):
        act_as()
        entry = audit.note("export")
        assert (entry.actor, entry.role, entry.organisation) == (actor, "", "")

    def test_a_machine_says_its_name(self, portal):
        entry = audit.note("delete", actor="job:samenbeter.privacy.retention")
        assert (entry.actor, entry.role) == ("job:samenbeter.privacy.retention", "")

    def test_about_somebody_since(self, portal, monkeypatch):
        moment = clock.now()
        for day in range(3):
            monkeypatch.setattr(clock, "now", lambda day=day: moment + datetime.timedelta(days=day))
            audit.note("view", subject=SOMEBODY, object=str(day))
        assert [entry.object for entry in audit.about(SOMEBODY)] == ["2", "1", "0"]
        assert [entry.object for entry in audit.about(SOMEBODY, moment + datetime.timedelta(hours=1))] == ["2", "1"]
        assert audit.about("d" * 32) == []
        assert audit.about("") == []


class TestWithoutAKey:
    """Nothing private is read unlogged; the site goes on."""

    def test_nothing_is_read_that_must_be_noted(self, portal, no_key):
        with pytest.raises(keys.VaultProblem):
            audit.note("view", subject=SOMEBODY)
        assert audit.about(SOMEBODY) == []

    def test_with_the_key_of_another_vault_neither(self, portal, monkeypatch, tmp_path):
        vault.get().prepare()
        monkeypatch.setenv(keys.ENVIRONMENT, str(tmp_path / "other"))
        keys.make()
        with pytest.raises(keys.WrongKey):
            audit.note("view", subject=SOMEBODY)

    def test_public_content_goes_on_and_is_noted_without_who(self, portal, no_key):
        with api.env.adopt_user(username=SITE_OWNER_NAME):
            desk = createContentInContainer(portal, "Vraagbaak", checkConstraints=False, title="Vraagbaak")
            api.content.transition(desk, "open")
            api.content.delete(desk)
        deleted, published = all_entries()[:2]
        assert (deleted.action, published.action) == ("delete", "publish")
        assert {deleted.actor, published.actor} == {"unknown"}
        assert published.role == "Manager"


class TestContent:
    """What becomes public, is taken back or goes."""

    @pytest.mark.parametrize(
        ("portal_type", "steps", "noted"),
        [
            ("Vraagbaak", ["open"], ["public"]),
            ("Vraagbaak", ["open", "close"], ["public", "taken_back"]),
            ("PartnerOrganisation", ["activate", "pause"], ["public", "taken_back"]),
            ("EHealthModule", ["submit"], []),
        ],
    )
    def test_publication_is_noted(self, portal, portal_type, steps, noted):
        with api.env.adopt_user(username=SITE_OWNER_NAME):
            item = createContentInContainer(portal, portal_type, checkConstraints=False, title="Titel")
            tool = api.portal.get_tool("portal_workflow")
            for step in steps:
                possible = [action["id"] for action in tool.listActions(object=item) if action["id"]]
                if step in possible or noted:
                    api.content.transition(item, step)
        found = [entry for entry in all_entries() if entry.object == IUUID(item)][::-1]
        assert [(entry.action, entry.section) for entry in found] == [("publish", section) for section in noted]
        assert "Titel" not in "".join(entry.line() for entry in found)

    def test_what_is_inside_is_noted_too(self, portal):
        with api.env.adopt_user(username=SITE_OWNER_NAME):
            desk = createContentInContainer(portal, "Vraagbaak", checkConstraints=False, title="Vraagbaak")
            one = createContentInContainer(desk, "VraagbaakQuestion", checkConstraints=False, title="Vraag")
            gone = {IUUID(desk), IUUID(one)}
            api.content.delete(desk)
        assert {entry.object for entry in all_entries() if entry.action == "delete"} >= gone

    def test_a_change_of_nothing_private_is_not(self, portal):
        before = len(all_entries())
        with api.env.adopt_user(username=SITE_OWNER_NAME):
            page = api.content.create(portal, "Document", title="Blad")
            api.content.transition(page, "publish")
            api.content.delete(page)
        assert len(all_entries()) == before


class TestRegistry:
    """The log as a kind of personal data."""

    def test_somebody_gets_who_saw_what_and_it_stays_as_proof(self, portal):
        subject = Subject(userid="bewoner")
        audit.note("view", subject=vault.get().pseudonym(subject.key), basis="samenbeter.rights")
        page = AuditData().export(subject)
        assert page.done
        (item,) = page.items
        assert json.loads(json.dumps(item.data))["what"] == "Gelezen"
        assert item.expires == clock.today() + datetime.timedelta(days=365)
        erased = AuditData().erase(subject)
        assert (erased.removed, erased.retained, erased.reasons) == (0, 1, (STAYS,))
        assert AuditData().keeps(subject) == (STAYS,)
        assert AuditData().export(Subject(userid="ander")).items == ()

    def test_what_had_its_time_goes_at_once_when_the_site_cleans_up(self, portal, monkeypatch):
        audit.note("view", subject=SOMEBODY)
        moment = clock.now() + datetime.timedelta(days=367)
        assert AuditData().expired(clock.now()) == 0
        monkeypatch.setattr(clock, "now", lambda: moment)
        assert AuditData().expired(moment) > 0
        while AuditData().purge(moment, 1):
            pass
        assert AuditData().expired(moment) == 0
        assert audit.about(SOMEBODY) == []
