"""What somebody who asked can see: all of it, by account, by mail address and by receipt; and who opened it."""

from askers import ANNA
from askers import ask
from askers import Askers
from askers import opened
from askers import OTHERS
from askers import subject_by
from askers import told
from at_the_case import PASSWORD
from browsing import Web
from planted_case import FOR_EXPERTS
from planted_case import Planted
from planted_case import PRIVATE
from plone import api
from samenbeter.interfaces import IPersonalDataProvider
from samenbeter.privacy import export_file
from samenbeter.shared.audit_data import AuditData
from samenbeter.shared.rights import Subject
from samenbeter.vraagbaak.cases import store
from samenbeter.vraagbaak.personal_data_cases import Cases
from samenbeter.vraagbaak.personal_data_cases import Contacts
from zope.component import getUtility

import json
import pytest
import transaction


class Visitor(Web):
    """A person with the cookie of a real log-in."""

    def __init__(self, name, room):
        super().__init__()
        self.site = room.portal.absolute_url()
        self.post(f"{self.site}/login", **{"__ac_name": name, "__ac_password": PASSWORD, "buttons.login": "Log in"})

    def look(self):
        """Open the page that says who saw something."""
        assert self.get(f"{self.site}/@@wie-zag-mijn-gegevens") == 200


class TestToSee:
    """What somebody takes along."""

    @pytest.fixture(scope="class")
    def planted(self, demo_portal):
        """A case that went its whole way, with words of each who wrote."""
        partners = {
            brain.getId: brain
            for brain in demo_portal.portal_catalog.unrestrictedSearchResults(
                portal_type="PartnerOrganisation", sort_on="getId"
            )
        }
        own = [
            next(
                brain._unrestrictedGetObject()
                for brain in partners.values()
                if f"{brain.UID}-experts" in api.user.get(username=name).getGroups()
            )
            for name in ("zorg", "welzijn")
        ]
        # what the demo asked with the same account would be in the way
        for case in store.of_subject("member:anna"):
            store.erase(case.id)
        transaction.commit()
        found = Planted(demo_portal.vraagbaak)
        found.redact()
        found.consult(*own)
        found.answer()
        ask(demo_portal.vraagbaak, f"Mijn {OTHERS} is weg.", "ander@example.org", "bilal")
        transaction.commit()
        return found

    @pytest.mark.abuse("A58")
    @pytest.mark.parametrize("way", ["account", "mail", "receipt"])
    def test_their_own_words_and_nobody_elses(self, planted, way):
        """What the desk noted too; not what experts wrote, nor who of us did something."""
        subject = Subject(email=planted.email) if way == "mail" else subject_by(way, planted.case)
        (item,) = Cases().export(subject).items
        text = json.dumps(item.data) + repr(item.values)
        for where, word in PRIVATE.items():
            assert (word.removeprefix("6") in text) == (where != "the mail address"), where
        for word in (*FOR_EXPERTS.values(), OTHERS, "leuning", "'redactie'", '"redactie"', '"zorg"', "example.org"):
            assert word not in text
        assert item.created and item.expires
        assert [value for value in item.data.values() if value == planted.number]

    def test_an_address_is_told_to_who_proved_it(self, planted):
        """Who has the code or the account reads that there is one."""
        assert planted.email in told(Subject(email=planted.email), Contacts())
        for way in ("account", "receipt"):
            subject = subject_by(way, planted.case)
            assert Contacts().export(subject).items == ()
            assert "data_cases_address_kept" in told(subject)

    @pytest.mark.abuse("A58")
    def test_the_file_has_it_for_people_and_for_programs(self, planted):
        """In both languages, with what happened and when it goes."""
        for language, happened in (("nl", "Gegevens weggehaald"), ("en", ": ")):
            names, data, page = opened(export_file.make(ANNA, language))
            for text in (page, json.dumps(data)):
                assert PRIVATE["a reply"] in text and PRIVATE["after the answer"] in text
                assert OTHERS not in text and FOR_EXPERTS["a note for experts"] not in text
            assert happened in page
            assert names == ["README.txt", "index.html", "data.json"]

    def test_a_page_has_so_many(self, planted, monkeypatch):
        """And the last one says so."""
        monkeypatch.setattr("samenbeter.shared.rights.SIZE", 1)
        pages = [Cases().export(ANNA, number) for number in (1, 2)]
        assert [(len(page.items), page.done) for page in pages] == [(1, True), (0, True)]

    def test_one_party_has_nothing_of_it(self, planted):
        """A question is asked to the platform."""
        partner = Subject(userid="anna", party="partner:1")
        assert Cases().export(partner).items == ()
        assert Cases().erase(partner).removed == 0
        assert Cases().restrict(partner, True) == 0


class TestWhoSaw:
    """An account learns who opened what it asked."""

    @pytest.fixture
    def seen(self, functional_portal):
        """An editor opened the case of anna."""
        room = Askers(functional_portal)
        editor = room.enter()
        assert editor.show() == 200 and "zilverreiger" in editor.text
        transaction.begin()
        return room

    def test_it_stands_on_the_page_and_in_the_file(self, seen):
        """By role and with the purpose; no name."""
        visitor = Visitor("anna", seen)
        visitor.look()
        assert "De redactie" in visitor.text and "Je vragen aan de Vraagbaak" in visitor.text
        assert "Antwoord op je vraag" in visitor.text and "anouk" not in visitor.answer.text.lower()
        data = opened(export_file.make(ANNA, "nl"))[1]
        assert any("Gelezen" in row["what"] for row in data["seen_by"])
        assert any("Gelezen" in str(item.data["what"]) for item in AuditData().export(ANNA).items)

    @pytest.mark.parametrize("way", ["mail", "receipt"])
    def test_by_the_other_ways_too(self, seen, way):
        """Each finds the same case."""
        subject = subject_by(way, seen.case)
        assert seen.case.subject in Cases().also_known_as(subject)
        assert len(AuditData().export(subject).items) >= 1
        assert AuditData().keeps(subject)

    def test_nobody_else_does(self, seen):
        """Another asker has entries of their own only."""
        names = getUtility(IPersonalDataProvider, "samenbeter.vraagbaak.cases").also_known_as(Subject(userid="siem"))
        assert names == [store.load(seen.others).subject]
        visitor = Visitor("ella", seen)
        visitor.look()
        assert "Je vragen aan de Vraagbaak" not in visitor.text
