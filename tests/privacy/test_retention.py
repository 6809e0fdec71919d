"""Each night goes what has had its time: in batches, once, and without a word about anybody."""

from datetime import timedelta
from planting import Resident
from plone import api
from samenbeter.interfaces import IPersonalDataProvider
from samenbeter.privacy import erasing
from samenbeter.privacy import journal
from samenbeter.privacy import retention
from samenbeter.shared import audit
from samenbeter.shared import clock
from samenbeter.shared import jobs
from samenbeter.shared import packing
from samenbeter.shared import periods
from samenbeter.shared import rights
from samenbeter.shared import vault
from samenbeter.shared.personal_data import VaultPersonalData
from zope.component import getGlobalSiteManager
from zope.component import getUtility

import pytest
import transaction


NOTES = "samenbeter.privacy.test-notes"


class Notes(VaultPersonalData):
    """Records of these tests."""

    room, kind, title, period = "privacy", "test-note", "Notes", 30


@pytest.fixture
def notes(functional_portal):
    manager = getGlobalSiteManager()
    provider = Notes()
    manager.registerUtility(provider, IPersonalDataProvider, NOTES)
    yield provider
    manager.unregisterUtility(provider, IPersonalDataProvider, NOTES)


@pytest.fixture
def kept(notes):
    """Five records that go after 30 days, and one that goes later."""
    box = vault.get()
    for number in range(6):
        days = timedelta(days=400 if number == 5 else 0)
        until = periods.until(NOTES) + days
        box.add("privacy", "test-note", {"n": number}, purpose="p", subject=f"member:{number}", expires=until)
    transaction.commit()


@pytest.fixture
def later(monkeypatch):
    """Move the clock."""

    def later(**delta):
        now = clock.now() + timedelta(**delta)
        monkeypatch.setattr(clock, "now", lambda: now)

    return later


def left():
    transaction.begin()
    return vault.get().count("privacy", "test-note")


def notes_in_the_log():
    transaction.begin()
    hour = timedelta(hours=1)
    return [entry for entry in audit.entries(clock.now() - hour, clock.now() + hour) if entry.section == NOTES]


class TestPurge:
    def test_the_last_day_counts(self, kept, later):
        later(days=30)
        assert retention.Retention().run("", None) == (True, {})
        later(days=1)
        assert retention.Retention().run("", None) == (True, {NOTES: 5})
        assert left() == 1

    def test_twice_is_once(self, kept, later):
        later(days=31)
        retention.Retention().run("", None)
        assert retention.Retention().run("", None) == (True, {})

    def test_a_dry_run_counts_and_changes_nothing(self, functional_portal, kept, later):
        later(days=31)
        transaction.begin()
        counts = retention.dry_run()
        assert counts[NOTES] == 5
        assert not functional_portal._p_jar._registered_objects
        assert left() == 6

    def test_stopped_half_way_it_goes_on(self, kept, later, monkeypatch):
        later(days=31)
        monkeypatch.setattr(retention, "BATCH", 2)
        real, batches = retention._batch, []

        def dies(name, provider):
            gone = real(name, provider)
            if name == NOTES:
                batches.append(gone)
                if len(batches) == 2:
                    raise KeyboardInterrupt
            return gone

        with monkeypatch.context() as broken:
            broken.setattr(retention, "_batch", dies)
            with pytest.raises(KeyboardInterrupt):
                retention.Retention().run("", None)
        assert left() == 4
        assert retention.Retention().run("", None) == (True, {NOTES: 3})
        assert left() == 1

    def test_the_time_can_be_up(self, kept, later):
        later(days=31)
        assert retention.Retention().run("", clock.now()) == (False, {})
        assert left() == 6

    def test_one_that_fails_keeps_no_other(self, kept, later, monkeypatch, notes, caplog):
        later(days=31)
        with monkeypatch.context() as broken:
            # before ours, by name
            other = getUtility(IPersonalDataProvider, "samenbeter.partners.contacts")
            broken.setattr(other, "purge", lambda now, limit: {}["anna@example.org"], raising=False)
            with pytest.raises(retention.Unfinished):
                retention.Retention().run("", None)
        assert left() == 1
        assert "anna@example.org" not in caplog.text
        assert "samenbeter.partners.contacts" in caplog.text

    def test_it_is_in_the_log_as_a_number(self, kept, later):
        later(days=31)
        retention.Retention().run("", None)
        (entry,) = notes_in_the_log()
        assert (entry.action, entry.actor, entry.object) == ("delete", "job:samenbeter.privacy.retention", "count:5")
        assert entry.subject == ""

    def test_a_pack_follows_once(self, kept, later):
        later(days=31)
        retention.Retention().run("", None)
        transaction.begin()
        assert len(jobs.store().due(packing.JOB, clock.now() + timedelta(hours=1))) == 1
        retention.Retention().run("", None)
        transaction.begin()
        assert len(jobs.store().due(packing.JOB, clock.now() + timedelta(hours=1))) == 1

    def test_the_job_runs_it_and_remembers_the_counts(self, kept, later):
        jobs.run_due(only=retention.NAME)
        later(days=31)
        assert jobs.run_due(only=retention.NAME)["failed"] == 0
        transaction.begin()
        moment, counts = retention.last_run()
        assert moment == clock.now()
        assert counts == {NOTES: 5}


class TestPromise:
    def test_the_day_that_was_told_is_the_day_that_it_goes(self, kept, later):
        """Another period is for what comes from now on."""
        api.portal.set_registry_record(periods.RECORD, {NOTES: 300})
        transaction.commit()
        later(days=31)
        assert retention.Retention().run("", None) == (True, {NOTES: 5})

    def test_frozen_waits_until_it_is_not(self, kept, later):
        subject = rights.Subject(userid="1")
        erasing.restrict(subject, True)
        later(days=31)
        assert retention.Retention().run("", None) == (True, {NOTES: 4})
        erasing.restrict(subject, False)
        assert retention.Retention().run("", None) == (True, {NOTES: 1})


class TestAccounts:
    def test_they_go_through_the_journal_in_the_same_night(self, functional_portal, later):
        from samenbeter.privacy import inactive

        Resident(functional_portal, "anna", "Zilverreiger").sign_up()
        api.portal.set_registry_record(periods.RECORD, {"samenbeter.privacy.member": 100})
        transaction.commit()
        later(days=40)
        inactive.Warnings().run("", None)
        later(days=31)
        done, counts = retention.Retention().run("", None)
        assert done
        assert counts["samenbeter.privacy.member"] >= 1
        transaction.begin()
        assert api.user.get(userid="anna") is None
        assert len(journal.read()[1]) >= 1
        assert "anna" not in journal.place().read_text()
        assert retention.Retention().run("", None)[1].get("samenbeter.privacy.member") is None
