"""What Plone leaves of a person whose account is taken away: each place, planted and then gone."""

from planting import Resident
from plone import api
from plone.app.redirector.interfaces import IRedirectionStorage
from plone.app.testing import SITE_OWNER_NAME
from plone.dexterity.utils import createContentInContainer
from Products.SiteErrorLog import SiteErrorLog
from samenbeter.privacy import erasing
from samenbeter.privacy import versions
from samenbeter.privacy.leftovers import Leftovers
from samenbeter.shared import rights
from samenbeter.shared.authorship import Names
from zope.component import getUtility

import pytest
import transaction


@pytest.fixture
def other(functional_portal):
    return Resident(functional_portal, "bilal", "Roerdomp").sign_up()


@pytest.fixture
def page(functional_portal):
    with api.env.adopt_user(username=SITE_OWNER_NAME):
        return createContentInContainer(functional_portal, "Document", checkConstraints=False, id="blad", title="Blad")


@pytest.fixture
def anna(functional_portal, page, other):
    anna = Resident(functional_portal, "anna", "Zilverreiger")
    anna.everything(page, other)
    SiteErrorLog.temp_logs[functional_portal.error_log._p_oid] = [
        {
            "id": "1",
            "userid": "anna",
            "username": "anna",
            "value": "",
            "url": "",
            "req_html": "",
            "tb_text": "",
            "tb_html": "",
        },
        {
            "id": "2",
            "userid": None,
            "username": "",
            "value": "",
            "url": "",
            "req_html": "q=anna@x",
            "tb_text": "",
            "tb_html": "",
        },
        {
            "id": "3",
            "userid": "bilal",
            "username": "bilal",
            "value": "",
            "url": "",
            "req_html": "",
            "tb_text": "",
            "tb_html": "",
        },
    ]
    other.work_on(createContentInContainer(functional_portal, "Document", checkConstraints=False, id="ander"))
    other.story()
    transaction.commit()
    return anna


def catalog(**query):
    return len(api.portal.get_tool("portal_catalog").unrestrictedSearchResults(**query))


def column(name, userid):
    brains = api.portal.get_tool("portal_catalog").unrestrictedSearchResults(path="/plone")
    return sum(userid in (getattr(brain, name) or ()) for brain in brains)


def comments(portal, text):
    from plone.app.discussion.interfaces import IConversation

    return [c.text for c in IConversation(portal.blad).getComments() if text in c.text]


def steps(portal, userid):
    history = [step for steps in portal.blad.workflow_history.values() for step in steps]
    return [step for step in history if step["actor"] == userid or userid in (step["comments"] or "")]


# what it is: how much of a person is there
PLACES = {
    "creators": lambda p, a: catalog(Creator=a.userid),
    "column Creator": lambda p, a: column("Creator", a.userid),
    "column listCreators": lambda p, a: column("listCreators", a.userid),
    "user in allowedRolesAndUsers": lambda p, a: catalog(allowedRolesAndUsers=f"user:{a.userid}"),
    "owner": lambda p, a: sum(
        (b._unrestrictedGetObject().getOwnerTuple() or "xx")[1] == a.userid
        for b in p.portal_catalog.unrestrictedSearchResults(portal_type=["Document", "Collection", "SuccessStory"])
    ),
    "contributors": lambda p, a: a.userid in p.blad.contributors,
    "local roles": lambda p, a: a.userid in p.blad.__ac_local_roles__,
    "workflow steps and remarks": lambda p, a: len(steps(p, a.userid)),
    "versions": lambda p, a: versions.look(Names(a.userid, (a.fullname,)), False),
    "comments": lambda p, a: len(comments(p, a.word)),
    "lock": lambda p, a: sum(lock.getCreator()[1] == a.userid for lock in p.blad.wl_lockValues()),
    "old addresses": lambda p, a: sum(a.word.lower() in path for path in getUtility(IRedirectionStorage)),
    "collection": lambda p, a: sum(
        a.userid in row["v"]
        for b in p.portal_catalog.unrestrictedSearchResults(portal_type="Collection")
        for row in b._unrestrictedGetObject().query
    ),
    "errors": lambda p, a: sum(
        a.userid in (e["userid"] or "") + e["req_html"] for e in SiteErrorLog.temp_logs[p.error_log._p_oid]
    ),
    "story": lambda p, a: catalog(portal_type="SuccessStory", Creator=a.userid),
}


class TestErasure:
    """A goes, B stays."""

    def test_each_place_has_the_person_and_then_not(self, functional_portal, anna):
        portal = functional_portal
        before = {name: place(portal, anna) for name, place in PLACES.items()}
        assert all(before.values()), before
        done = erasing.erase_now(rights.Subject(userid="anna"))
        transaction.begin()
        after = {name: place(portal, anna) for name, place in PLACES.items()}
        assert not any(after.values()), after
        assert done.finished
        assert done.leftovers == 0

    def test_what_others_left_stays(self, functional_portal, anna, other):
        before = {name: place(functional_portal, other) for name, place in PLACES.items()}
        erasing.erase_now(rights.Subject(userid="anna"))
        transaction.begin()
        after = {name: place(functional_portal, other) for name, place in PLACES.items()}
        assert before == after
        assert sum(map(bool, after.values())) >= 8
        assert comments(functional_portal, "Een antwoord")
        assert functional_portal.blad.contributors == ("Een ander",)

    def test_the_work_stays_and_so_does_its_date(self, functional_portal, anna):
        page = functional_portal.blad
        page.setModificationDate("2026-01-02T03:04:05+00:00")
        page.reindexObject(idxs=["modified"])
        transaction.commit()
        before = page.modified()
        erasing.erase_now(rights.Subject(userid="anna"))
        transaction.begin()
        assert functional_portal.blad.modified() == before
        assert functional_portal.portal_catalog.unrestrictedSearchResults(UID=page.UID())[0].modified == before
        assert functional_portal.blad.title == "Blad"

    def test_verify_sees_what_is_left_and_names_nobody(self, functional_portal, anna):
        found = Leftovers().verify_erased(rights.Subject(userid="anna"))
        assert {"creators", "owner", "local_roles", "workflow_history", "comments", "query", "Creator"} <= set(found)
        assert not any(word in " ".join(found) for word in anna.markers())

    def test_verify_changes_nothing(self, functional_portal, anna):
        Leftovers().verify_erased(rights.Subject(userid="anna"))
        assert not functional_portal._p_jar._registered_objects

    @pytest.mark.parametrize("subject", [rights.Subject(email="a@example.org"), rights.Subject(pseudonym="0" * 32)])
    def test_who_has_no_account_left_nothing_here(self, functional_portal, anna, subject):
        assert Leftovers().erase(subject) == rights.Erased()
        assert Leftovers().verify_erased(subject) == []
        assert Leftovers().export(subject) == rights.Page()

    def test_an_address_in_a_setting_is_told_of(self, functional_portal, anna):
        api.portal.set_registry_record("samenbeter.privacy.contact_email", anna.email)
        transaction.commit()
        done = erasing.erase_now(rights.Subject(userid="anna"))
        assert "settings_stay" in done.reasons
        assert api.portal.get_registry_record("samenbeter.privacy.contact_email") == anna.email


class TestExport:
    def test_it_has_what_no_other_provider_tells(self, functional_portal, anna):
        page = Leftovers().export(rights.Subject(userid="anna"))
        texts = [str(value) for item in page.items for _label, value in item.values]
        assert page.done
        assert "Van mij" in texts
        assert f"Eerst van {anna.word}" in texts
        assert "Een antwoord" not in texts
        assert {item.data["type"] for item in page.items} == {"Collection", "Discussion Item"}

    def test_pages_are_whole_and_have_nothing_twice(self, functional_portal, anna, monkeypatch):
        monkeypatch.setattr(rights, "SIZE", 2)
        provider, subject = Leftovers(), rights.Subject(userid="anna")
        found, number, done = [], 1, False
        while not done:
            page = provider.export(subject, number)
            found += [item.id for item in page.items]
            number, done = number + 1, page.done
        assert len(found) == len(set(found)) == 3


class TestWords:
    """Names are found as whole words."""

    @pytest.mark.parametrize(
        ("text", "left"),
        [
            ("anna was hier", "gewist was hier"),
            ("johanna was hier", "johanna was hier"),
            ("van Anna de Wit (anna@example.org)", "van gewist (gewist)"),
            ("", ""),
            (None, None),
        ],
    )
    def test_a_name_is_taken_out_of_a_remark(self, text, left):
        assert Names("anna", ("Anna de Wit", "anna@example.org")).inside(text) == left

    @pytest.mark.parametrize("value", ["", None, 3, ("anna",)])
    def test_nothing_is_nobody(self, value):
        assert not Names("anna", ("",)).are(value)
        assert not Names("").are(value)
