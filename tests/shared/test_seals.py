"""The seals of the audit log: any change shows."""

from datetime import date
from plone import api
from samenbeter.shared import audit
from samenbeter.shared import seals
from samenbeter.shared import seals_file
from sealed import BEGIN
from sealed import DAY
from sealed import SOMEBODY
from sealed import words

import pytest
import transaction


class TestSealing:
    """Once a day, of all that was before."""

    def test_each_day_before_today_has_a_seal_and_today_has_none(self, log):
        assert [seal.day for seal in log.seals.values()] == [DAY, DAY + 1, DAY + 2]
        assert [seal.count for seal in log.seals.values()] == [50, 50, 50]
        assert words(log) == set()

    def test_a_second_run_changes_nothing(self, log, days):
        before = seals_file.place().read_text()
        counts = days.seal()
        assert counts == {"sealed": 0, "expired": 0, "problems": 0}
        assert seals_file.place().read_text() == before

    def test_the_file_has_a_line_for_each_day(self, log):
        lines = seals_file.place().read_text().splitlines()
        first = log.seals[DAY]
        assert lines[0] == f"2026-03-02 {first.seal} {first.prev} 50 /plone"
        assert [line.split()[0] for line in lines] == ["2026-03-02", "2026-03-03", "2026-03-04"]
        assert seals_file.place().stat().st_mode & 0o077 == 0

    def test_days_without_entries_have_a_seal_too(self, log, days):
        days.go(5)
        assert days.seal()["sealed"] == 5
        assert [seal.count for seal in log.seals.values()] == [50, 50, 50, 50, 0, 0, 0, 0]

    def test_just_after_midnight_yesterday_is_still_open(self, log, days):
        days.now = days.now.replace(hour=23, minute=59)
        days.go(0, minutes=10)
        assert days.seal()["sealed"] == 0
        days.go(0, minutes=10)
        assert days.seal()["sealed"] == 1

    def test_who_began_before_midnight_and_is_late_writes_in_the_day_that_is_open(self, log, days):
        """The segment of a sealed day stays as it is."""
        log.append(audit.Entry(t="2026-03-04T23:59:59.000Z", action="view", subject=SOMEBODY), DAY + 2, "one")
        transaction.commit()
        days.go()
        days.seal()
        assert words(log) == set()
        assert audit.about(SOMEBODY)[-1].t >= BEGIN.isoformat()
        assert log.segment(DAY + 3, "one").count == 26

    def test_who_is_found_is_the_same_before_and_after(self, log, days):
        before = audit.about(SOMEBODY)
        days.go()
        days.seal()
        assert audit.about(SOMEBODY) == before
        assert len(before) == 4 * 26

    def test_a_day_that_is_closed_and_has_no_seal_yet_is_found(self, log, days):
        days.go()
        seals.close(log, days.now)
        assert len(audit.about(SOMEBODY)) == 4 * 26

    def test_the_seal_is_mailed_when_the_site_says_to_whom(self, log, days, monkeypatch):
        sent = []
        monkeypatch.setattr(seals.mail, "send", lambda *args, **kwargs: sent.append(args))
        monkeypatch.setattr(api.portal, "get_registry_record", _address(api.portal.get_registry_record))
        days.go()
        days.seal()
        days.seal()
        ((to, subject, body),) = sent
        assert to == "notaris@example.org"
        assert log.seals[DAY + 3].seal in body
        assert "2026" not in subject

    def test_a_full_disk_is_said_and_nothing_is_lost(self, log, days, monkeypatch):
        before = seals_file.place().read_text()
        days.go()
        with monkeypatch.context() as broken:
            broken.setattr(seals_file.os, "fsync", _full)
            with pytest.raises(OSError, match="No space"):
                days.seal()
        assert seals_file.place().read_text() == before
        assert days.seal()["problems"] == 0
        assert len(seals_file.place().read_text().splitlines()) == 4


def _address(get):
    return lambda name, **more: "notaris@example.org" if name == seals.ADDRESS else get(name, **more)


def _full(handle):
    raise OSError(28, "No space left on device")


class TestExpiry:
    """After a year only the seal is left."""

    @pytest.fixture(autouse=True)
    def period(self, monkeypatch):
        """Say how long entries are kept."""
        self.kept = 365
        monkeypatch.setattr(seals, "_period", lambda: self.kept)

    def test_entries_go_and_the_row_of_seals_stays(self, log, days):
        days.go(365 - 2)
        assert days.seal()["expired"] == 2
        assert log.segments(0, DAY) == []
        assert log.segment(DAY + 1, "one") is not None
        assert len(audit.about(SOMEBODY)) == 3 * 26
        assert {day for _subject, day, _writer, _number in log.by_subject} == {DAY + 1, DAY + 2, DAY + 3}
        days.go(100)
        assert days.seal()["expired"] == 6
        assert audit.about(SOMEBODY) == []
        assert len(log.by_subject) == 0
        assert words(log) == set()

    def test_a_longer_period_later_is_no_tampering(self, log, days):
        days.go(400)
        days.seal()
        self.kept = 1000
        days.go()
        days.seal()
        assert words(log) == set()

    def test_half_way_is_no_tampering(self, log, days):
        days.go(400)
        seals.close(log, days.now)
        while seals.seal_days(log, days.now):
            pass
        seals.file_seals(log)
        assert seals.drop(log, 3) == 3
        transaction.commit()
        assert words(log) == set()

    def test_kept_for_ever(self, log, days):
        self.kept = None
        days.go(4000)
        assert days.seal()["expired"] == 0
        assert date.fromordinal(seals.newest(log).day) == (days.now.date().replace()) - (date.resolution)
