"""The account of a member: told in words, taken away whole, and gone when nobody uses it."""

from DateTime import DateTime
from datetime import datetime
from datetime import timedelta
from datetime import timezone
from planting import PASSWORD
from planting import Resident
from plone import api
from plone.app.testing import SITE_OWNER_NAME
from plone.app.testing import TEST_USER_NAME
from plone.dexterity.utils import createContentInContainer
from samenbeter.interfaces import IPartnerGroups
from samenbeter.interfaces import IPersonalDataProvider
from samenbeter.privacy import accounts
from samenbeter.privacy import erasing
from samenbeter.privacy import following
from samenbeter.privacy import inactive
from samenbeter.privacy.member import Member
from samenbeter.shared import clock
from samenbeter.shared import periods
from samenbeter.shared import rights
from samenbeter.shared import system
from samenbeter.shared import vault
from samenbeter.shared.transactions import committed
from zope.component import getUtilitiesFor
from zope.component import getUtility

import pytest
import requests
import transaction


ANNA = rights.Subject(userid="anna")
MEMBER = "samenbeter.privacy.member"


@pytest.fixture
def anna(functional_portal):
    anna = Resident(functional_portal, "anna", "Zilverreiger").sign_up()
    transaction.commit()
    return anna


def word(item):
    return {str(label): value for label, value in item.values}


class TestExport:
    def test_it_says_all_in_words(self, functional_portal, anna):
        with api.env.adopt_user(username=SITE_OWNER_NAME):
            page = createContentInContainer(functional_portal, "Document", title="Blad")
            page.manage_setLocalRoles("anna", ["Reader"])
            page.reindexObjectSecurity()
            address = page.absolute_url()
        page = Member().export(ANNA)
        assert page.done
        (item,) = page.items
        said = word(item)
        assert said["member_fullname"] == anna.fullname
        assert said["member_email"] == anna.email
        assert said["member_login"] == "anna"
        assert said["member_location"] == f"{anna.word}straat 1"
        assert said["member_login_time"].startswith("2026-01-02")
        assert "buren" in said["member_groups"]
        assert said["member_local_roles"] == address
        assert item.files["portret"].startswith(b"GIF")
        assert item.data["email"] == anna.email

    @pytest.mark.parametrize(
        "subject",
        [
            rights.Subject(userid="nobody"),
            rights.Subject(email="zilverreiger@example.org"),
            rights.Subject(userid="anna", party="partner:1"),
        ],
    )
    def test_nobody_else_gets_it(self, anna, subject):
        assert Member().export(subject) == rights.Page()

    def test_there_is_one_page(self, anna):
        assert Member().export(ANNA, 2) == rights.Page()

    def test_each_property_of_a_member_that_says_something_has_a_word(self, functional_portal):
        from allowed_fields import STOCK_FIELDS
        from samenbeter.privacy.member import LABELS

        personal, _not = STOCK_FIELDS["member"]
        assert set(personal) - {"portrait"} == set(LABELS)


class TestErasure:
    def test_each_place_had_it_and_has_not(self, functional_portal, anna):
        with api.env.adopt_user(username=SITE_OWNER_NAME):
            partner = createContentInContainer(functional_portal, "PartnerOrganisation", title="De Linde")
            group = getUtility(IPartnerGroups).experts(partner.UID())
        with system.as_system():
            api.group.add_user(groupname=group, username="anna")
            api.user.grant_roles(username="anna", roles=["Wijkwebber"])
        assert {*accounts.left("anna")} >= {
            "groups",
            "roles",
            "password_resets",
            "dashboards",
            "portrait",
            "account",
            "properties",
        }
        transaction.commit()
        assert erasing.erase_now(ANNA).leftovers == 0
        transaction.begin()
        assert accounts.left("anna") == []
        users = functional_portal.acl_users
        assert "anna" not in users.source_groups.getGroupMembers(group)
        assert "anna" not in users.source_groups.getGroupMembers("buren")
        assert not users.searchUsers(id="anna", exact_match=True)
        assert not users.searchUsers(email=anna.email)

    def test_a_folder_of_their_own_goes_too(self, functional_portal, anna):
        tool = functional_portal.portal_membership
        with api.env.adopt_user(username=SITE_OWNER_NAME):
            api.content.create(functional_portal, "Folder", id="Members")
            api.portal.set_registry_record("plone.enable_user_folders", True)
            tool.createMemberArea("anna")
        assert "member_area" in accounts.left("anna")
        transaction.commit()
        erasing.erase_now(ANNA)
        transaction.begin()
        assert "anna" not in functional_portal.Members
        assert accounts.left("anna") == []

    def test_nobody_logs_in_with_it_any_more(self, functional_portal, anna):
        url = f"{functional_portal.absolute_url()}/@@personal-information"
        assert requests.get(url, auth=("anna", PASSWORD), timeout=60).status_code == 200
        erasing.erase_now(ANNA)
        assert requests.get(url, auth=("anna", PASSWORD), allow_redirects=False, timeout=60).status_code != 200

    def test_the_accounts_of_others_stay(self, functional_portal, anna):
        Resident(functional_portal, "bilal", "Roerdomp").sign_up()
        transaction.commit()
        before = accounts.left("bilal")
        erasing.erase_now(ANNA)
        transaction.begin()
        assert accounts.left("bilal") == before
        assert "bilal" in functional_portal.acl_users.source_groups.getGroupMembers("buren")


class Time:
    """The time, that can be moved."""

    def __init__(self, monkeypatch):
        self.moment = datetime(2026, 12, 1, 3, tzinfo=timezone.utc)
        monkeypatch.setattr(clock, "now", lambda: self.moment)

    def go(self, days):
        self.moment += timedelta(days=days)


@pytest.fixture
def time(monkeypatch, anna):
    return Time(monkeypatch)


@pytest.fixture
def waiting():
    return lambda: len(list(vault.get().find(room="shared", kind="mail")))


def log_in(userid, moment):
    api.user.get(userid=userid).setMemberProperties({"login_time": DateTime(moment.isoformat())})
    transaction.commit()


def night():
    """Do what is done at night; return (warned, accounts that would go, accounts that went)."""
    warned = inactive.Warnings().run("", None)[1]["warned"]
    provider = dict(getUtilitiesFor(IPersonalDataProvider))[MEMBER]
    transaction.begin()
    would = provider.expired(clock.now())
    went = committed(lambda: provider.purge(clock.now(), 100))
    following.apply()
    transaction.begin()
    return warned, would, went


class TestInactive:
    """anna was last here on 2 January 2026."""

    @pytest.fixture(autouse=True)
    def _period(self, time):
        api.portal.set_registry_record(periods.RECORD, {MEMBER: 365})
        # of the layer, and not what this is about
        api.user.grant_roles(username=TEST_USER_NAME, roles=["Reviewer"])
        transaction.commit()

    def test_it_is_off_until_the_site_says_so(self, time):
        api.portal.set_registry_record(periods.RECORD, {})
        transaction.commit()
        time.go(4000)
        assert night() == (0, 0, 0)
        assert api.user.get(userid="anna") is not None

    def test_first_a_warning_then_after_a_month_it_goes(self, time, waiting):
        assert night() == (0, 0, 0)
        time.go(4)
        assert night() == (1, 0, 0)
        assert waiting() == 1
        time.go(29)
        assert night() == (0, 0, 0)
        time.go(1)
        assert night() == (0, 1, 1)
        assert api.user.get(userid="anna") is None
        assert waiting() == 0
        assert night() == (0, 0, 0)

    def test_the_letter_says_when_and_its_subject_says_nothing(self, time, anna):
        time.go(4)
        night()
        box = vault.get()
        data = box.read(next(box.find(room="shared", kind="mail")), vault.Machine("test"))
        assert data["to"] == anna.email
        assert "4 januari 2027" in data["body"]
        assert not any(marker in data["subject"] for marker in anna.markers())

    def test_who_logs_in_stays_and_is_warned_anew(self, time):
        time.go(4)
        assert night() == (1, 0, 0)
        time.go(10)
        log_in("anna", clock.now())
        time.go(30)
        assert night() == (0, 0, 0)
        time.go(330)
        assert night() == (1, 0, 0)
        time.go(30)
        assert night() == (0, 1, 1)

    def test_who_never_logged_in_counts_from_when_we_saw_them(self, time):
        log_in("anna", datetime(2000, 1, 1, tzinfo=timezone.utc))
        assert night() == (0, 0, 0)
        time.go(334)
        assert night() == (0, 0, 0)
        time.go(2)
        assert night() == (1, 0, 0)
        time.go(30)
        assert night() == (0, 1, 1)

    @pytest.mark.parametrize("role", ["Wijkwebber", "Expert", "Site Administrator", "Privacy Officer"])
    def test_who_works_here_stays(self, time, role):
        with system.as_system():
            api.user.grant_roles(username="anna", roles=[role])
        transaction.commit()
        time.go(4000)
        assert night() == (0, 0, 0)

    def test_who_is_in_the_group_of_a_partner_stays(self, time, functional_portal):
        with api.env.adopt_user(username=SITE_OWNER_NAME):
            partner = createContentInContainer(functional_portal, "PartnerOrganisation", title="De Linde")
            api.group.add_user(groupname=getUtility(IPartnerGroups).experts(partner.UID()), username="anna")
        transaction.commit()
        time.go(4000)
        assert night() == (0, 0, 0)

    def test_what_is_frozen_stays(self, time):
        time.go(4)
        night()
        erasing.restrict(ANNA, True)
        time.go(40)
        assert night() == (0, 0, 0)

    def test_an_address_that_is_none_keeps_nobody(self, time, waiting):
        api.user.get(userid="anna").setMemberProperties({"email": "geen adres"})
        transaction.commit()
        time.go(4)
        assert night() == (1, 0, 0)
        assert waiting() == 0
        time.go(30)
        assert night() == (0, 1, 1)

    def test_it_asks_for_no_member_that_is_in_use(self, time, monkeypatch):
        asked = []
        monkeypatch.setattr(inactive, "_is_plain", asked.append)
        monkeypatch.setattr(inactive, "Mark", lambda userid: asked.append(userid) or Seen())
        log_in("anna", clock.now())
        assert list(inactive.idle(clock.now())) == []
        assert "anna" not in asked


class Seen:
    """A mark of somebody who was just seen."""

    since = datetime(2026, 12, 1, tzinfo=timezone.utc).date()
