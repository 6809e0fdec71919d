"""The bases of the providers: content that somebody made, and records in the vault."""

from datetime import timedelta
from planting import Resident
from plone import api
from samenbeter.interfaces import IPersonalDataProvider
from samenbeter.partners.personal_data import PartnerContacts
from samenbeter.privacy.personal_data import Restrictions
from samenbeter.shared import authorship
from samenbeter.shared import clock
from samenbeter.shared import hiding
from samenbeter.shared import periods
from samenbeter.shared import rights
from samenbeter.shared import system
from samenbeter.shared import vault
from samenbeter.shared.personal_data import VaultPersonalData
from samenbeter.stories.personal_data import Stories
from samenbeter.vraagbaak.personal_data import Contributions
from zope.component import getUtility

import pytest


ANNA = rights.Subject(userid="anna")


@pytest.fixture
def anna(portal):
    return Resident(portal, "anna", "Zilverreiger").sign_up()


def found(portal_type):
    return api.portal.get_tool("portal_catalog").unrestrictedSearchResults(portal_type=portal_type)


class TestContentThatGoes:
    """Stories."""

    def test_the_story_goes_with_its_portrait_and_address(self, portal, anna):
        anna.story()
        assert Stories().erase(ANNA) == rights.Erased(removed=1)
        assert not found("SuccessStory")
        assert Stories().verify_erased(ANNA) == []
        assert Stories().erase(ANNA) == rights.Erased()

    @pytest.mark.parametrize("role", ["Wijkwebber", "Vraagbaak Editor"])
    def test_the_story_of_another_stays_without_who_wrote_it_down(self, portal, role):
        wijkwebber = Resident(portal, "anna", "Zilverreiger").sign_up(roles=("Member", role))
        story = wijkwebber.story()
        page = Stories().export(ANNA)
        assert len(page.items) == 1
        assert "situation" not in str(page.items[0].values)
        assert Stories().keeps(ANNA) == ("stories_stay",)
        done = Stories().erase(ANNA)
        assert (done.removed, done.retained, done.reasons) == (0, 1, ("stories_stay",))
        assert story.Creator() == authorship.GONE
        assert Stories().verify_erased(ANNA) == []

    def test_what_came_later_stays(self, portal, anna):
        anna.story()
        assert Stories().erase(ANNA, clock.now() - timedelta(hours=1)) == rights.Erased()
        assert len(found("SuccessStory")) == 1

    def test_the_portrait_is_in_the_export(self, portal, anna):
        anna.story()
        item = Stories().export(ANNA).items[0]
        assert list(item.files) == [f"{anna.word}.gif"]
        assert anna.word.encode() in item.files[f"{anna.word}.gif"]
        assert item.created.tzinfo is not None


class TestContentThatStays:
    """What is the work of an organisation."""

    @pytest.mark.parametrize(
        ("portal_type", "provider", "field"),
        [
            ("VraagbaakAnswer", Contributions, "difference"),
            ("PartnerOrganisation", PartnerContacts, "phone"),
            ("ServiceOffer", PartnerContacts, "phone"),
        ],
    )
    def test_the_text_stays_and_the_name_goes(self, portal, anna, portal_type, provider, field):
        obj = anna.make(portal_type, **{field: "Ons werk"})
        modified = obj.modified()
        done = provider().erase(ANNA)
        assert (done.removed, done.retained) == (0, 1)
        assert done.reasons == (provider.stays,)
        assert getattr(obj, field) == "Ons werk"
        assert obj.Creator() == authorship.GONE
        assert obj.getOwnerTuple() is None
        assert "anna" not in obj.__ac_local_roles__
        assert obj.modified() == modified
        brain = found(portal_type)[0]
        assert (brain.Creator, brain.listCreators) == (authorship.GONE, (authorship.GONE,))
        assert provider().verify_erased(ANNA) == []

    def test_pages_wake_only_what_is_on_them(self, portal, anna, monkeypatch):
        monkeypatch.setattr(rights, "SIZE", 2)
        for number in range(5):
            anna.make("PartnerOrganisation", title=str(number))
        woken = []
        real = PartnerContacts._item
        monkeypatch.setattr(PartnerContacts, "_item", lambda *args: woken.append(1) or real(*args))
        pages = [PartnerContacts().export(ANNA, number) for number in (1, 2, 3)]
        assert [(len(page.items), page.done) for page in pages] == [(2, False), (2, False), (1, True)]
        assert len({item.id for page in pages for item in page.items}) == len(woken) == 5

    def test_nobody_made_nothing(self, portal, anna):
        anna.make("PartnerOrganisation")
        for subject in (rights.Subject(email="a@example.org"), rights.Subject(userid="anna", party="partner:1")):
            assert PartnerContacts().export(subject).items == ()
            assert PartnerContacts().erase(subject) == rights.Erased()
            assert PartnerContacts().restrict(subject, True) == 0


class TestHiding:
    """Only the owner sees it, whatever the workflow does."""

    @pytest.fixture
    def story(self, portal, anna):
        return anna.story()

    def sees(self, userid, obj):
        with api.env.adopt_user(username=userid):
            return bool(api.user.has_permission("View", obj=obj))

    def test_it_is_hidden_from_others_and_comes_back(self, portal, story):
        Resident(portal, "bilal", "Roerdomp").sign_up(roles=("Member", "Vraagbaak Editor"))
        before = {name: story.rolesOfPermission(name) for name in ("View", "Modify portal content")}
        assert self.sees("bilal", story)
        assert Stories().restrict(ANNA, True) == 1
        assert Stories().restrict(ANNA, True) == 0
        assert not self.sees("bilal", story)
        assert self.sees("anna", story)
        assert hiding.is_hidden(story)
        with api.env.adopt_user(username="bilal"):
            assert not api.content.find(portal_type="SuccessStory")
        assert Stories().restrict(ANNA, False) == 1
        assert {name: story.rolesOfPermission(name) for name in before} == before
        assert self.sees("bilal", story)

    def test_another_state_does_not_show_it(self, portal, story):
        Stories().restrict(ANNA, True)
        with system.as_system():
            api.content.transition(story, "retract")
        Resident(portal, "bilal", "Roerdomp").sign_up(roles=("Member", "Vraagbaak Editor"))
        assert not self.sees("bilal", story)
        assert self.sees("anna", story)

    def test_the_page_of_an_organisation_stays(self, portal, anna):
        partner = anna.make("PartnerOrganisation")
        assert PartnerContacts().restrict(ANNA, True) == 0
        assert not hiding.is_hidden(partner)


class TestExpiry:
    """Of content: only when the site says so."""

    def later(self, monkeypatch, days):
        now = clock.now() + timedelta(days=days)
        monkeypatch.setattr(clock, "now", lambda: now)
        return now

    @pytest.mark.parametrize(
        ("name", "portal_type", "left"),
        [("samenbeter.stories.stories", "SuccessStory", 0), ("samenbeter.partners.contacts", "PartnerOrganisation", 3)],
    )
    def test_it_goes_after_the_days_that_the_site_says(self, portal, anna, monkeypatch, name, portal_type, left):
        for number in range(3):
            anna.make(portal_type, title=str(number))
        provider = getUtility(IPersonalDataProvider, name)
        now = self.later(monkeypatch, 31)
        assert (provider.expired(now), provider.purge(now, 10)) == (0, 0)
        api.portal.set_registry_record(periods.RECORD, {name: 30})
        assert provider.expired(now) == 3
        assert len(found(portal_type)) == 3
        assert [provider.purge(now, 2), provider.purge(now, 2), provider.purge(now, 2)] == [2, 1, 0]
        assert provider.expired(now) == 0
        assert len(found(portal_type)) == left
        assert provider.verify_erased(ANNA) == []


class Notes(VaultPersonalData):
    """Records of these tests."""

    room, kind, title = "privacy", "restriction", "Notes"

    def values(self, data):
        """Return what was kept."""
        return (("text", data["text"]),)


class TestRecords:
    """In the vault."""

    def add(self, text, subject="member:anna", **more):
        return vault.get().add("privacy", "restriction", {"text": text}, purpose="p", subject=subject, **more)

    def test_an_export_is_in_the_order_of_time_and_about_one(self, portal, monkeypatch):
        monkeypatch.setattr(rights, "SIZE", 2)
        start = clock.now()
        for number in (3, 1, 2):
            monkeypatch.setattr(clock, "now", lambda number=number: start + timedelta(hours=number))
            self.add(str(number))
        self.add("van bilal", "member:bilal")
        pages = [Notes().export(ANNA, number) for number in (1, 2)]
        assert [item.data["text"] for page in pages for item in page.items] == ["1", "2", "3"]
        assert [page.done for page in pages] == [False, True]
        assert pages[0].items[0].values == (("text", "1"),)

    def test_a_damaged_record_is_told_of_and_the_rest_is_there(self, portal):
        damaged, _whole = self.add("stuk"), self.add("heel")
        record = vault.get().record(damaged)
        algorithm, key, nonce, text = record.payload.sealed
        record.payload.sealed = (algorithm, key, nonce, text[:-1] + bytes([text[-1] ^ 1]))
        items = {item.id: item for item in Notes().export(ANNA).items}
        assert len(items) == 2
        assert items[damaged].values == (("export_unreadable", "vault_damaged"),)
        assert Notes().erase(ANNA).removed == 2

    def test_one_party_alone(self, portal):
        self.add("a"), self.add("b", party="partner:1")
        subject = rights.Subject(userid="anna", party="partner:1")
        assert [item.data["text"] for item in Notes().export(subject).items] == ["b"]
        assert Notes().erase(subject).removed == 1
        assert len(Notes().export(ANNA).items) == 1

    def test_what_came_later_stays(self, portal):
        self.add("a")
        assert Notes().erase(ANNA, clock.now() - timedelta(hours=1)).removed == 0
        assert Notes().verify_erased(ANNA) == ["privacy.restriction"]

    def test_what_has_had_its_time_goes_in_batches_but_not_what_is_frozen(self, portal):
        past = clock.today() - timedelta(days=1)
        frozen = self.add("f", expires=past)
        vault.get().freeze(frozen, True)
        for number in range(3):
            self.add(str(number), expires=past)
        self.add("blijft", expires=clock.today())
        now = clock.now()
        assert Notes().expired(now) == 3
        assert [Notes().purge(now, 2), Notes().purge(now, 2), Notes().purge(now, 2)] == [2, 1, 0]
        assert sorted(item.data["text"] for item in Notes().export(ANNA).items) == ["blijft", "f"]

    def test_freezing(self, portal):
        record = self.add("a")
        assert Notes().restrict(ANNA, True) == 1
        assert vault.get().record(record).frozen
        assert Notes().restrict(ANNA, False) == 1
        assert not vault.get().record(record).frozen

    def test_a_pseudonym_is_enough(self, portal):
        self.add("a")
        known = rights.Subject(pseudonym=vault.get().pseudonym("member:anna"))
        assert [item.data["text"] for item in Notes().export(known).items] == ["a"]
        assert Notes().erase(known).removed == 1


class TestPeriods:
    @pytest.mark.parametrize(
        ("decided", "days"), [({}, 7), ({"samenbeter.shared.mail": 3}, 3), ({"samenbeter.shared.mail": 0}, None)]
    )
    def test_the_site_decides_over_the_provider(self, portal, decided, days):
        api.portal.set_registry_record(periods.RECORD, decided)
        assert periods.days("samenbeter.shared.mail") == days
        until = periods.until("samenbeter.shared.mail")
        assert until == (None if days is None else clock.today() + timedelta(days=days))

    def test_who_is_not_there_has_no_days(self, portal):
        assert periods.days("samenbeter.nergens.niets") is None
        assert periods.until("samenbeter.nergens.niets") is None

    def test_it_is_said_in_words(self, portal, http_request):
        from datetime import date

        since = date(2027, 5, 17)
        assert periods.sentence("samenbeter.shared.mail", since).mapping == {"date": "24 mei 2027"}
        assert periods.sentence("samenbeter.privacy.restriction").mapping["when"] == Restrictions.clock.default
