"""An import as a job: it counts, stops, goes on, and never loses or doubles a question."""

from datetime import timedelta
from faq_records import lines
from faq_records import mixed
from faq_records import record
from pathlib import Path
from samenbeter.vraagbaak import import_words
from samenbeter.vraagbaak import importing
from samenbeter.vraagbaak import jobs
from samenbeter.vraagbaak import runner
from ZODB.POSException import ConflictError

import os
import pytest
import transaction


NATIONAL = Path(os.environ.get("FAQ_FILE") or Path(__file__).parents[3] / "shared/data/rijksoverheid_faq.jsonl")


@pytest.fixture
def at_once(monkeypatch):
    """Each step takes one record: a step is over when its second is."""
    monkeypatch.setattr(runner, "SECOND", 0.000001)


def counts(job):
    """Return (created, changed, same, problems)."""
    found = import_words.counts(job)
    return found["created"], found["changed"], found["same"], found["problems"]


class TestWhole:
    def test_five_broken_ones_among_130_are_told_and_125_go_in(self, place):
        data, where = mixed()
        first = place.add(data)
        place.work(first)
        job = place.job(first)
        assert (job.state, job.progress.position, job.total) == ("finished", 130, 130)
        assert counts(job) == (125, 0, 0, 5)
        assert tuple(one["line"] for one in job.problems) == where
        assert all(one["reason"] for one in import_words.problems(job))
        assert place.questions() == 125

        second = place.add(data)
        place.work(second)
        assert counts(place.job(second)) == (0, 0, 125, 5)
        assert place.questions() == 125

    @pytest.mark.skipif(not NATIONAL.exists(), reason="the file with national questions is not on this machine")
    def test_the_national_file_goes_in_as_it_is(self, place):
        for expected in ((125, 0, 0, 0), (0, 0, 125, 0)):
            job_id = place.add(NATIONAL.read_bytes())
            place.work(job_id)
            assert counts(place.job(job_id)) == expected
        assert place.questions() == 125

    def test_an_id_counts_once_in_a_document(self, place):
        job_id = place.add(lines(record(1), record(2), record(1, question="Nog een keer?"), record(1)))
        place.work(job_id)
        job = place.job(job_id)
        assert counts(job) == (2, 0, 0, 2)
        assert [(one["line"], one["reason"].mapping["line"]) for one in job.problems] == [(3, 1), (4, 1)]

    def test_what_was_imported_needs_its_document_no_more(self, place):
        job_id = place.add(lines(record()))
        assert place.job(job_id).progress.input is not None
        place.work(job_id)
        assert place.job(job_id).progress.input is None

    def test_the_lists_of_a_job_have_an_end(self, place):
        job_id = place.add(lines(*["{}"] * 250))
        place.work(job_id)
        job = place.job(job_id)
        assert (len(job.problems), job.progress.problems_total) == (200, 250)

    def test_old_jobs_go_but_not_one_that_is_going_on(self, place):
        ids = [place.add(lines(record())) for _number in range(22)]
        transaction.begin()
        for job_id in ids[:15]:
            jobs.job_of(place.desk, job_id).end(jobs.FINISHED)
        transaction.commit()
        place.add(lines(record()))
        left = {job.id for job in jobs.jobs_of(place.desk)}
        assert len(left) == 20
        assert set(ids[15:]) <= left


class TestStop:
    def test_a_stop_is_seen_after_the_record_and_it_goes_on_from_there(self, place, at_once):
        job_id = place.add(lines(*map(record, range(6))))

        def stop_after_three(job):
            if job.progress.position == 3:
                other = job._p_jar.db().open(transaction_manager := transaction.TransactionManager())
                other.get(job._p_oid).stop()
                transaction_manager.commit()
                other.close()

        place.work(job_id, tell=stop_after_three)
        assert (place.job(job_id).state, place.questions()) == ("stopped", 3)
        # without a wish nobody goes on
        place.work(job_id)
        assert place.questions() == 3
        place.job(job_id).go_on()
        assert place.job(job_id).state == "stopped"  # not committed
        place.job(job_id).go_on()
        transaction.commit()
        assert place.job(job_id).state == "waiting"
        place.work(job_id)
        job = place.job(job_id)
        assert (job.state, counts(job), place.questions()) == ("finished", (6, 0, 0, 0), 6)

    def test_a_terminal_stops_it_too(self, place, at_once):
        job_id = place.add(lines(*map(record, range(6))))
        seen = []
        place.work(job_id, tell=seen.append, halt=lambda: len(seen) == 2)
        assert place.job(job_id).state == "stopped"
        assert place.questions() == place.job(job_id).progress.position == 2

    def test_after_a_crash_it_shows_as_stopped_and_goes_on_where_it_was(self, place, at_once, monkeypatch):
        job_id = place.add(lines(*map(record, range(6))))

        class Killed(BaseException):
            """As the end of a process: nobody tidies up."""

        def kill(job):
            if job.progress.position == 4:
                raise Killed

        with pytest.raises(Killed):
            place.work(job_id, tell=kill)
        job = place.job(job_id)
        assert job.state == "running"
        later = jobs.now() + jobs.LEASE + timedelta(seconds=1)
        monkeypatch.setattr(jobs, "now", lambda: later)
        assert (job.state, job.may_go_on) == ("stopped", True)
        job.go_on()
        place.work(job_id)
        assert counts(place.job(job_id)) == (6, 0, 0, 0)
        assert place.questions() == 6

    def test_two_runners_never_do_the_same_job(self, place, at_once):
        job_id = place.add(lines(*map(record, range(4))))
        path = "/".join(place.desk.getPhysicalPath())
        tried = []

        def let_another_try(job):
            thread = runner.threading.Thread(target=runner.work, args=(job._p_jar.db(), path, job_id))
            thread.start()
            thread.join()
            tried.append(job.progress.position)

        place.work(job_id, tell=let_another_try)
        assert tried == [1, 2, 3, 4, 4]
        assert counts(place.job(job_id)) == (4, 0, 0, 0)
        assert place.questions() == 4

    def test_a_job_that_nobody_takes_up_does_not_wait_for_ever(self, place, monkeypatch):
        job = place.job(place.add(lines(record())))
        assert job.state == "waiting"
        later = jobs.now() + jobs.LEASE
        monkeypatch.setattr(jobs, "now", lambda: later)
        assert job.state == "stopped"


class TestMishap:
    def test_a_conflict_is_tried_again_without_losing_or_doubling(self, place, at_once, monkeypatch):
        job_id = place.add(lines(*map(record, range(5))))
        failed = []
        renew = jobs.Job.renew

        def conflict(job):
            if len(failed) < 3 and job.progress.position == 2:
                failed.append(1)
                raise ConflictError
            renew(job)

        monkeypatch.setattr(jobs.Job, "renew", conflict)
        place.work(job_id)
        assert len(failed) == 3
        assert counts(place.job(job_id)) == (5, 0, 0, 0)
        assert place.questions() == 5

    def test_a_record_that_fails_halfway_leaves_nothing_and_the_rest_goes_in(self, place, monkeypatch):
        job_id = place.add(lines(*map(record, range(5))))
        add = importing._add_answer

        def fail(question, html):
            if question.source_id == "vraag-2":
                raise RuntimeError("halfway")
            return add(question, html)

        monkeypatch.setattr(importing, "_add_answer", fail)
        place.work(job_id)
        job = place.job(job_id)
        assert counts(job) == (4, 0, 0, 1)
        assert [(one["line"], one["id"]) for one in job.problems] == [(3, "vraag-2")]
        assert place.questions() == 4

    def test_what_breaks_the_work_itself_is_a_failed_job_that_can_go_on(self, place, monkeypatch):
        job_id = place.add(lines(record()))

        def fail():
            raise RuntimeError

        monkeypatch.setattr(runner, "themes_of_words", fail)
        place.work(job_id)
        assert place.job(job_id).state == "failed"
        monkeypatch.undo()
        place.job(job_id).go_on()
        place.work(job_id)
        assert (place.job(job_id).state, place.questions()) == ("finished", 1)


class TestPrivate:
    def test_what_is_written_names_nobody(self, place):
        job_id = place.add(lines(record()))
        place.work(job_id)
        storage = place.desk._p_jar.db().storage
        ours = [entry for entry in storage.changes.iterator() if runner.NOTE.encode() in bytes(entry.description)]
        assert ours
        assert {bytes(entry.user) for entry in ours} == {b""}
        assert {bytes(entry.description).decode() for entry in ours} == {runner.NOTE}


class TestWords:
    def test_how_far_it_is(self, place, monkeypatch):
        job = place.job(place.add(lines(*map(record, range(4)))))
        assert import_words.progress_text(job, language="nl") == "0 van 4 vragen"
        job.take("me")
        job.progress.position = 1
        start = job.progress.run_started
        for seconds, words in ((5, "15 seconden"), (0.4, "1 seconde"), (60, "3 minuten")):
            # the lease of a runner that shows no sign of life would be over
            job.progress.lease = start + timedelta(seconds=seconds + 1)
            monkeypatch.setattr(jobs, "now", lambda later=start + timedelta(seconds=seconds): later)
            assert import_words.progress_text(job, language="nl") == f"1 van 4 vragen, nog ongeveer {words}"
        assert import_words.percent(job) == 25
