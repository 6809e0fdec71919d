"""Erasing: A goes, B stays, and the journal outside the database has the last word."""

from planting import Resident
from plone import api
from plone.app.testing import SITE_OWNER_NAME
from plone.dexterity.utils import createContentInContainer
from samenbeter.interfaces import IPersonalDataProvider
from samenbeter.privacy import erasing
from samenbeter.privacy import following
from samenbeter.privacy import journal
from samenbeter.shared import clock
from samenbeter.shared import keys
from samenbeter.shared import rights
from samenbeter.shared import vault
from samenbeter.shared.personal_data import VaultPersonalData
from zope.component import getGlobalSiteManager
from zope.component import getUtilitiesFor

import errno
import os
import pytest
import transaction


ANNA, BILAL = rights.Subject(userid="anna"), rights.Subject(userid="bilal")
MAILED = rights.Subject(email="Iemand@Example.org")


class Notes(VaultPersonalData):
    """Records of these tests."""

    room, kind = "privacy", "test-note"
    title = "Notes"


@pytest.fixture
def notes():
    manager = getGlobalSiteManager()
    provider = Notes()
    manager.registerUtility(provider, IPersonalDataProvider, "samenbeter.privacy.test-notes")
    yield provider
    manager.unregisterUtility(provider, IPersonalDataProvider, "samenbeter.privacy.test-notes")


@pytest.fixture
def people(functional_portal, notes):
    """Two residents with data everywhere."""
    with api.env.adopt_user(username=SITE_OWNER_NAME):
        page = createContentInContainer(functional_portal, "Document", checkConstraints=False, id="blad")
    anna, bilal = (Resident(functional_portal, *names) for names in (("anna", "Zilverreiger"), ("bilal", "Roerdomp")))
    bilal.sign_up()
    anna.everything(page, bilal)
    bilal.keep_private()
    bilal.story()
    for subject in (ANNA, BILAL, MAILED):
        for party in ("platform", "partner:1"):
            note(subject, party)
    transaction.commit()
    return anna, bilal


def note(subject, party="platform"):
    return vault.get().add("privacy", "test-note", {"x": 1}, purpose="p", subject=subject.key, party=party)


def exported(subject):
    """Return all that the providers tell of a person, as texts."""
    found = []
    for _name, provider in getUtilitiesFor(IPersonalDataProvider):
        number, done = 1, False
        while not done:
            page = provider.export(subject, number)
            found += [str((item.title, item.values, item.data, item.files)) for item in page.items]
            number, done = number + 1, page.done
    return found


def records(subject, **where):
    transaction.begin()
    return len(list(vault.get().find(subject=subject.key, **where)))


class TestBothPeople:
    def test_an_export_has_all_of_one_and_nothing_of_the_other(self, people):
        anna, bilal = people
        for one, two, subject in ((anna, bilal, ANNA), (bilal, anna, BILAL)):
            text = "\n".join(exported(subject))
            assert one.fullname in text
            assert f"situation van {one.word}" in text
            assert f"Dag {one.word}" in text
            assert not any(word in text for word in two.markers())

    def test_an_erasure_takes_one_and_leaves_the_other(self, people):
        before = sorted(exported(BILAL)), records(BILAL)
        done = erasing.erase_now(ANNA)
        assert (sorted(exported(BILAL)), records(BILAL)) == before
        assert exported(ANNA) == []
        assert records(ANNA) == 0
        assert done.finished
        assert done.leftovers == 0
        assert done.removed >= 8
        assert done.backups_until > clock.today()

    def test_twice_is_once(self, people):
        erasing.erase_now(ANNA)
        done = erasing.erase_now(ANNA)
        assert (done.removed, done.retained, done.leftovers) == (0, 0, 0)

    def test_who_has_only_a_mail_address_goes_too(self, people):
        done = erasing.erase_now(MAILED)
        assert (done.removed, done.leftovers) == (2, 0)
        assert records(MAILED) == 0
        assert api.user.get(userid="anna") is not None

    def test_one_relation_goes_and_the_rest_stays(self, people):
        done = erasing.stop_relation(ANNA, "partner:1")
        assert done.removed == 1
        assert records(ANNA, party="partner:1") == 0
        assert records(ANNA, kind="test-note", room="privacy") == 1
        assert records(BILAL, party="partner:1") == 1
        assert api.user.get(userid="anna") is not None

    @pytest.mark.parametrize("party", ["", "twee delen", "partner:1\n2"])
    def test_what_is_no_party_is_refused(self, people, party):
        with pytest.raises(ValueError, match="no party"):
            erasing.stop_relation(ANNA, party)
        assert not journal.place().exists()


class TestReplay:
    """The database can be older than the journal."""

    def test_an_older_database_is_erased_again(self, people):
        """As after a restored backup: what was known of the journal is gone, the data are back."""
        erasing.erase_now(MAILED)
        following.start_over()
        note(MAILED)
        number = len(journal.read()[1])
        transaction.commit()
        # what came after the line stays
        assert [line.number for line, _outcome in following.apply()] == [number]
        assert records(MAILED) == 1

    def test_what_came_into_being_before_the_line_goes_with_no_more_than_the_line(self, people):
        erasing.begin(ANNA)
        erasing.begin(MAILED)
        found = following.apply()
        assert [outcome.failed for _line, outcome in found] == [[], []]
        assert records(ANNA) == records(MAILED) == 0
        assert api.user.get(userid="anna") is None
        assert exported(ANNA) == []
        assert following.apply() == []

    def test_the_job_does_it(self, people):
        erasing.begin(ANNA)
        assert following.Erasures().run("", None) == (True, {"erasures": 1})
        assert following.Erasures().run("", None) == (True, {"erasures": 0})
        assert records(ANNA) == 0

    def test_the_time_can_be_up(self, people):
        erasing.begin(ANNA)
        assert following.Erasures().run("", clock.now()) == (False, {"erasures": 0})
        assert records(ANNA) > 0

    def test_a_line_of_another_site_is_not_for_us(self, people, monkeypatch):
        with monkeypatch.context() as elsewhere:
            elsewhere.setattr(journal, "this_site", lambda: "00000000")
            erasing.begin(ANNA)
        assert following.apply() == []
        assert records(ANNA) > 0

    def test_the_journal_names_nobody(self, people):
        anna, _bilal = people
        erasing.erase_now(ANNA)
        text = journal.place().read_text()
        assert not any(word in text for word in (*anna.markers(), anna.email))
        assert len(text.splitlines()) == 2
        assert oct(journal.place().stat().st_mode & 0o777) == "0o600"

    def test_a_line_that_a_crash_left_half_does_not_count(self, people):
        erasing.erase_now(MAILED)
        with open(journal.place(), "ab") as stream:
            stream.write(b"2 2026-01-01T00:00:00+00:00 aaaa")
        assert following.apply() == []
        erasing.erase_now(ANNA)
        assert [line.number for line in journal.read()[1]] == [1, 2]
        assert records(ANNA) == 0


class TestFailures:
    def test_a_provider_that_fails_keeps_nobody_else(self, people, notes, monkeypatch):
        with monkeypatch.context() as broken:
            broken.setattr(notes, "erase", lambda subject, before: 1 / 0)
            done = erasing.erase_now(ANNA)
            assert not done.finished
            # the account is what the rest is found by
            assert api.user.get(userid="anna") is not None
            assert records(ANNA) == 2
            # another person does not wait for it
            assert erasing.erase_now(BILAL).finished is False
            with pytest.raises(following.Unfinished):
                following.Erasures().run("", None)
        assert following.Erasures().run("", None) == (True, {"erasures": 2})
        assert records(ANNA) == records(BILAL) == 0
        assert api.user.get(userid="anna") is None
        assert following.waiting() == []

    @pytest.mark.parametrize("number", [errno.ENOSPC, errno.EROFS, errno.EIO])
    def test_a_journal_that_cannot_be_written_erases_nothing(self, people, monkeypatch, number):
        erasing.erase_now(MAILED)
        before, text = records(ANNA), journal.place().read_bytes()

        def fsync(handle):
            raise OSError(number, "no")

        with monkeypatch.context() as broken:
            broken.setattr(os, "fsync", fsync)
            with pytest.raises(journal.NotWritten) as raised:
                erasing.erase_now(ANNA)
        assert "schijf" in str(raised.value)
        assert journal.place().read_bytes() == text
        assert following.apply() == []
        assert records(ANNA) == before

    def test_a_missing_journal_is_said(self, people):
        erasing.erase_now(MAILED)
        assert following.problem() is None
        journal.place().unlink()
        assert following.problem() == "journal_missing"
        for act in (lambda: erasing.erase_now(ANNA), lambda: following.Erasures().run("", None)):
            with pytest.raises(journal.Missing):
                act()
        assert records(ANNA) > 0
        following.start_over()
        transaction.commit()
        assert erasing.erase_now(ANNA).finished

    @pytest.mark.parametrize(
        "text",
        [
            "",
            "iets anders\n",
            f"{journal.HEAD} {'a' * 32}\n",
            "samenbeter-erasures-1 kort\n",
            "een\0twee\n",
        ],
    )
    def test_another_or_shorter_journal_is_said(self, people, text):
        erasing.erase_now(MAILED)
        journal.place().write_text(text)
        with pytest.raises(journal.Other):
            following.Erasures().run("", None)
        with pytest.raises(journal.Other):
            erasing.erase_now(ANNA)
        assert journal.place().read_text() == text
        assert records(ANNA) > 0

    def test_lines_that_are_gone_are_said(self, people):
        erasing.erase_now(MAILED)
        erasing.erase_now(BILAL)
        lines = journal.place().read_text().splitlines(keepends=True)
        journal.place().write_text("".join(lines[:2]))
        with pytest.raises(journal.Other):
            following.apply()

    def test_without_a_key_nothing_is_erased(self, people, monkeypatch, tmp_path):
        before = records(ANNA)
        with monkeypatch.context() as without:
            without.setenv(keys.ENVIRONMENT, str(tmp_path / "nergens"))
            with pytest.raises(keys.VaultProblem):
                erasing.erase_now(ANNA)
        assert records(ANNA) == before


class TestFreezing:
    def test_it_hides_and_shows_again(self, people):
        story = api.content.find(portal_type="SuccessStory", Creator="anna")[0].getObject()
        record = next(vault.get().find(subject=ANNA.key, room="privacy", kind="test-note"))
        assert not erasing.is_restricted(ANNA)
        assert erasing.restrict(ANNA, True) > 0
        transaction.begin()
        assert erasing.is_restricted(ANNA)
        assert erasing.is_restricted("member:anna")
        assert not erasing.is_restricted(BILAL)
        assert vault.get().record(record).frozen
        with api.env.adopt_user(username="bilal"):
            assert not api.user.has_permission("View", obj=story)
        erasing.restrict(ANNA, False)
        transaction.begin()
        assert not erasing.is_restricted(ANNA)
        assert not vault.get().record(record).frozen
        with api.env.adopt_user(username="bilal"):
            assert api.user.has_permission("View", obj=story)

    def test_what_is_frozen_can_be_erased(self, people):
        erasing.restrict(ANNA, True)
        assert erasing.erase_now(ANNA).leftovers == 0
        assert not erasing.is_restricted(ANNA)
