"""Whoever changes the audit log in the database, or the file of seals, is found out."""

from samenbeter.shared import audit
from samenbeter.shared import keys
from samenbeter.shared import seals
from samenbeter.shared import seals_file
from samenbeter.shared.audit_store import digest
from samenbeter.shared.audit_store import genesis
from samenbeter.shared.seals_chain import root_of
from sealed import DAY
from sealed import SOMEBODY
from sealed import words
from zope.i18n import translate

import pytest
import transaction


def segment(store, day=DAY + 1, writer="one"):
    """Return a segment of a sealed day."""
    return store.segment(day, writer)


@pytest.mark.abuse("A63")
class TestTampering:
    """A63: any change in the database or the file is found."""

    def change(self, store, act):
        act(store)
        transaction.commit()
        return words(store)

    def test_a63_a_changed_entry(self, log):
        def act(store):
            chunk = segment(store).chunks[0]
            line, kept = chunk.rows[3]
            chunk.rows = (*chunk.rows[:3], (line.replace("view", "list"), kept), *chunk.rows[4:])

        assert self.change(log, act) == {"seals_entry_changed"}

    def test_a63_a_changed_entry_with_all_digests_made_again(self, log):
        """Also the head that the segment itself keeps."""

        def act(store):
            found = segment(store)
            before = genesis(found.day, found.writer)
            for chunk in found.chunks.values():
                rows = []
                for line, _kept in chunk.rows:
                    line = line.replace("view", "list")
                    before = digest(before, line)
                    rows.append((line, before))
                chunk.rows = tuple(rows)
            found.head = before

        assert self.change(log, act) == {"seals_chain_changed"}

    def test_a63_a_changed_entry_and_the_list_of_its_seal(self, log):
        def act(store):
            self.test_a63_a_changed_entry_with_all_digests_made_again(store)
            seal = store.seals[DAY + 1]
            seal.segments = tuple((found.writer, found.count, found.head) for found in store.segments(DAY + 1, DAY + 1))

        assert self.change(log, act) == {"seals_seal_changed"}

    def test_a63_a_changed_entry_and_all_of_its_seal_but_the_key(self, log):
        def act(store):
            self.test_a63_a_changed_entry_with_all_digests_made_again(store)
            seal = store.seals[DAY + 1]
            seal.segments = tuple((found.writer, found.count, found.head) for found in store.segments(DAY + 1, DAY + 1))
            seal.root = root_of(seal.segments)

        assert self.change(log, act) == {"seals_seal_changed"}

    def test_a63_an_entry_that_is_gone_from_the_end(self, log):
        def act(store):
            found = segment(store)
            chunk = found.chunks[1]
            chunk.rows = chunk.rows[:-1]

        assert self.change(log, act) == {"seals_entry_missing"}

    def test_a63_an_entry_that_is_gone_from_the_middle(self, log):
        def act(store):
            chunk = segment(store).chunks[0]
            chunk.rows = (*chunk.rows[:3], *chunk.rows[4:])

        assert self.change(log, act) == {"seals_entry_changed"}

    def test_a63_a_part_of_the_entries_that_is_gone(self, log):
        assert self.change(log, lambda store: segment(store).chunks.pop(1)) == {"seals_entry_missing"}

    def test_a63_an_entry_that_was_added_later(self, log):
        found = self.change(log, lambda store: segment(store).append(audit.Entry(action="view")))
        assert found == {"seals_segment_added"}

    def test_a63_a_segment_that_is_gone(self, log):
        assert self.change(log, lambda store: store.drop(segment(store))) == {"seals_segment_missing"}

    def test_a63_a_segment_that_was_added_later(self, log):
        def act(store):
            slot = store._slot("three")
            slot[(DAY + 1, "three")] = type(segment(store))(DAY + 1, "three")

        assert self.change(log, act) == {"seals_segment_added"}

    def test_a63_segments_in_each_others_place(self, log):
        def act(store):
            one, two = segment(store), segment(store, DAY + 2)
            one.chunks, two.chunks = two.chunks, one.chunks

        assert self.change(log, act) == {"seals_entry_changed"}

    def test_a63_a_day_that_is_said_to_have_had_its_time(self, log):
        def act(store):
            for found in store.segments(DAY + 1, DAY + 1):
                store.drop(found)
            store.seals[DAY + 1].segments = None

        assert self.change(log, act) == {"seals_gone_early"}

    def test_a63_a_seal_that_says_that_all_had_its_time(self, log):
        def act(store):
            store.seals[DAY + 2].expired = DAY + 1
            for found in store.segments(DAY + 1, DAY + 1):
                store.drop(found)

        assert self.change(log, act) == {"seals_seal_changed"}

    def test_a63_an_entry_that_is_hidden_from_whom_it_is_about(self, log):
        def act(store):
            store.by_subject.remove((SOMEBODY, DAY + 1, "one", 0))

        assert self.change(log, act) == {"seals_index_changed"}

    def test_a63_an_entry_of_today_that_is_hidden_from_whom_it_is_about(self, log):
        def act(store):
            store.segment(DAY + 3, "one").subjects.remove((SOMEBODY, 0))

        assert self.change(log, act) == {"seals_index_changed"}

    def test_a63_an_object_of_the_database_that_is_something_else(self, log):
        def act(store):
            segment(store).chunks[0] = None

        assert self.change(log, act) == {"seals_entry_missing"}

    def test_a63_a_seal_that_is_changed(self, log):
        def act(store):
            store.seals[DAY + 1].seal = "0" * 64

        assert self.change(log, act) == {"seals_seal_changed", "seals_file_differs"}

    def test_a63_a_seal_that_is_gone(self, log):
        def act(store):
            del store.seals[DAY + 1]

        found = self.change(log, act)
        assert {"seals_seal_missing", "seals_seal_changed", "seals_file_longer"} <= found

    def test_a63_the_first_seals_that_are_gone(self, log):
        def act(store):
            del store.seals[DAY]
            store.began += 1

        assert "seals_seal_changed" in self.change(log, act)

    def test_a63_the_last_days_that_are_gone(self, log):
        def act(store):
            del store.seals[DAY + 2]
            store.closed.day = store.filed.day = DAY + 1
            for found in store.segments(DAY + 2):
                store.drop(found)

        assert self.change(log, act) == {"seals_file_longer"}

    def test_a63_the_whole_log_that_is_gone(self, log, functional_portal):
        del audit.IAnnotations(functional_portal)[audit.KEY]
        found = audit.store()
        transaction.commit()
        assert words(found) == {"seals_file_longer"}

    def test_a63_an_entry_of_today(self, log):
        def act(store):
            chunk = store.segment(DAY + 3, "one").chunks[0]
            chunk.rows = chunk.rows[1:]

        assert self.change(log, act) == {"seals_entry_changed"}

    @pytest.mark.parametrize(
        ("change", "said"),
        [
            (lambda lines: lines[:-1], "seals_file_shorter"),
            (lambda lines: lines[1:], "seals_file_shorter"),
            (lambda lines: [lines[0].replace(" 50 ", " 49 "), *lines[1:]], "seals_file_differs"),
            (lambda lines: [*lines, lines[-1].replace("2026-03-04", "2026-03-09")], "seals_file_longer"),
            (lambda lines: [*lines, "x"], "seals_file_bad"),
        ],
        ids=["the last line", "the first line", "a changed line", "a line more", "no line"],
    )
    def test_a63_the_file_is_not_what_was_written(self, log, days, change, said):
        lines = seals_file.place().read_text().splitlines()
        seals_file.place().write_text("".join(f"{line}\n" for line in change(lines)))
        assert words(log) == {said}
        # the next run does not mend what somebody took away
        days.go()
        assert days.seal()["problems"] == 1
        assert words(log) == {said}

    def test_a63_the_file_is_gone(self, log):
        seals_file.place().unlink()
        assert words(log) == {"seals_file_missing"}

    def test_the_page_and_the_command_say_it(self, log):
        ok, lines = seals.check_all()
        assert ok
        assert translate(lines[-1], target_language="nl") == "Nagekeken: in orde."
        segment(log).count -= 1
        segment(log).chunks[1].rows = ()
        transaction.commit()
        ok, lines = seals.check_all()
        assert not ok
        assert translate(lines[-1], target_language="nl") == "2026-03-03: er zijn regels weg (5)."

    def test_without_a_key_it_says_so(self, log, monkeypatch, tmp_path):
        monkeypatch.setenv(keys.ENVIRONMENT, str(tmp_path / "none"))
        with pytest.raises(keys.VaultProblem):
            seals.check_all()
