"""One round of work on all jobs, see ``jobs.run_due``."""

from datetime import timedelta
from samenbeter import logger
from samenbeter.shared import clock
from samenbeter.shared import jobs_store
from samenbeter.shared.jobs_lease import Kept
from samenbeter.shared.transactions import committed

import secrets
import threading
import transaction


# a job that may take its time gets so much at once
SLICE = timedelta(minutes=4)
# when so many fail one after the other, the rest waits: the mail server is down
FAILURES = 3
# what this thread works on
here = threading.local()


class Round:
    """Does what has to be done now; others may do the same at the same time.

    :param store: a function that returns the store.
    :param jobs: {name: job} of who may work.
    :param until: a moment after which nothing new is begun, or None.
    :param asked: True when a person asks: what is planned for later runs too, and what failed.
    """

    def __init__(self, store, jobs, until, asked):
        self.store = store
        self.jobs = jobs
        self.until = until
        self.asked = asked
        self.holder = secrets.token_hex(8)
        self.ran = self.failed = 0
        self.more = False
        self.seen = set()

    def run(self):
        """Do what is due first, people wait for that, but leave half of the time for the rest; return the counts."""
        now = clock.now()
        self._all_due(self.until and now + (self.until - now) / 2)
        for name, job in self.jobs.items():
            if job.every is not None:
                self._recurring(name, job)
        self._all_due(self.until)
        return {"ran": self.ran, "failed": self.failed, "more": self.more}

    # -- what is due

    def _all_due(self, end):
        transaction.begin()
        moment = jobs_store.GIVEN_UP if self.asked else clock.now()
        for name, job in self.jobs.items():
            found = [record_id for record_id in self.store().due(name, moment) if record_id not in self.seen]
            if found:
                self._due_of(name, job, found, end)

    def _due_of(self, name, job, found, end):
        counts, error, in_a_row, ran = {}, "", 0, False
        for record_id in found:
            if _over(end):
                self.more = True
                break
            result = self._one_due(job, record_id)
            if result is None:
                continue
            ran = True
            error, more_counts = result
            counts = jobs_store.added(counts, more_counts)
            in_a_row = in_a_row + 1 if error else 0
            if in_a_row == FAILURES:
                self.seen.update(found)
                break
        if ran:
            committed(lambda: self.store().state(name, job).tallied(counts, error))

    def _one_due(self, job, record_id):
        """Do one thing; return (name of the error, counts), or None when it was not for us."""
        self.seen.add(record_id)
        record = committed(lambda: self._take_due(record_id))
        if record is None:
            return None
        here.record_id = record_id
        try:
            done, counts, error, at_once = self._work(job, record.argument, record)
        finally:
            here.record_id = ""
        committed(lambda: self._note_due(record_id, done, error, at_once))
        return error, counts

    def _take_due(self, record_id):
        record = self.store().get(record_id)
        if record is None or record.held():
            return None
        # what is planned for later stays so, also when a person asks
        if record.due > clock.now() and not (self.asked and record.tries):
            return None
        record.take(self.holder)
        return record

    def _note_due(self, record_id, done, error, at_once):
        jobs = self.store()
        record = jobs.get(record_id)
        if record is None or record.holder != self.holder:
            # the job took it away, or it took so long that somebody else took over
            return
        if done:
            jobs.drop(record_id)
            return
        record.release()
        record.error = error
        record.tries += 1 if error else 0
        if record.tries >= jobs_store.TRIES:
            jobs.move(record, jobs_store.GIVEN_UP)
        else:
            wait = jobs_store.wait_after(record.tries if error else 0)
            jobs.move(record, clock.now() + (timedelta() if at_once else wait))

    # -- every so often

    def _recurring(self, name, job):
        again = True
        while again:
            if not self._is_due(name, job):
                return
            if _over(self.until):
                self.more = True
                return
            again = self._once(name, job)

    def _is_due(self, name, job):
        transaction.begin()
        state = self.store().states.get(name)
        return state is None or self.asked or state.is_due(job)

    def _once(self, name, job):
        """Let a job run when it is time; return True when it has to go on at once."""
        state = committed(lambda: self._take_state(name, job))
        if state is None:
            return False
        done, counts, error, at_once = self._work(job, "", state)
        committed(lambda: self._note(state, job, done, counts, error, at_once))
        return at_once

    def _take_state(self, name, job):
        state = self.store().state(name, job)
        if state.held() or not (self.asked or state.is_due(job)):
            return None
        state.take(self.holder)
        return state

    def _note(self, state, job, done, counts, error, at_once):
        if state.holder != self.holder:
            return
        state.release()
        if error:
            state.failed(error)
        else:
            state.succeeded(job, done, counts, at_once)

    # -- both

    def _work(self, job, argument, leased):
        """Return (done, counts, name of the error, True when it has to go on at once)."""
        self.ran += 1
        end = clock.now() + SLICE
        end = min(end, self.until or end)
        transaction.begin()
        try:
            with Kept(leased, self.holder):
                done, counts = job.run(argument, end)
            at_once = not done and _over(end)
            self.more = self.more or at_once
            return bool(done), dict(counts), "", at_once
        except Exception as error:  # whatever goes wrong in one job, the others go on
            self.failed += 1
            # what an error says can be about somebody
            logger.warning("The job %s failed: %s", type(job).__name__, _where(error))
            return False, {}, type(error).__name__, False
        except BaseException:
            committed(leased.release)
            raise
        finally:
            transaction.abort()


def _over(end):
    return end is not None and clock.now() >= end


def _where(error):
    trace = error.__traceback__
    while trace.tb_next is not None:
        trace = trace.tb_next
    return f"{type(error).__name__} in {trace.tb_frame.f_code.co_filename}, line {trace.tb_lineno}"
