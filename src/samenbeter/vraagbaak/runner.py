"""Work on a job, away from any page: ``work`` may be called by whoever has the database.

Each second what was done is committed, with how far it is, in one transaction: so a
stop, a crash or a conflict with somebody who writes loses or doubles nothing.
"""

from functools import partial
from itertools import chain
from samenbeter import _
from samenbeter import logger
from samenbeter.shared.system import opened
from samenbeter.shared.transactions import committed
from samenbeter.vraagbaak import faq
from samenbeter.vraagbaak import jobs
from samenbeter.vraagbaak.importing import bring_in
from samenbeter.vraagbaak.importing import themes_of_words
from samenbeter.vraagbaak.importing import write
from transaction.interfaces import TransientError

import secrets
import threading
import time
import transaction


SECOND = 1.0
# all that a transaction says about itself: not who, not where
NOTE = "SamenBeter: questions imported"
# {id of a job: the thread of this process that works on it}
threads = {}
_committed = partial(committed, note=NOTE)


def start(desk, job):
    """Let a thread of this process work on a job, once the transaction that is going on is committed."""
    connection = desk._p_jar
    where = ("/".join(desk.getPhysicalPath()), job.id)

    def begin(committed):
        if committed:
            threads[where[-1]] = threading.Thread(target=_run, args=(connection.db(), *where), daemon=True)
            threads[where[-1]].start()

    transaction.get().addAfterCommitHook(begin)


def _run(database, desk_path, job_id):
    try:
        work(database, desk_path, job_id)
    except Exception:
        logger.exception("An import stopped")
    finally:
        threads.pop(job_id, None)


def work(database, desk_path, job_id, tell=None, halt=None):
    """Work on a job until it is finished, or until somebody stops it.

    In a thread without a transaction of its own. When somebody else works on the job,
    or it needs no work, nothing happens.

    :param database: the ZODB that the site is in.
    :param tell: is called with the job after each second of work, and at the end.
    :param halt: a function that says True to stop after the record that it is at.
    """
    with opened(database, desk_path) as desk:
        job = jobs.job_of(desk, job_id)
        if job is not None:
            Runner(desk, job, tell, halt).run()


class Runner:
    """Works on one job."""

    def __init__(self, desk, job, tell=None, halt=None):
        self.desk = desk
        self.job = job
        self.tell = tell or (lambda job: None)
        self.halt = halt or (lambda: False)
        self.name = secrets.token_hex(8)
        self.entries = iter(())
        # entries of the step that is going on: they are done again when it could not be committed
        self.taken = []
        # a step in which something failed is done again record by record: that takes longer
        self.bring_in = write
        # {id: (number, line)} of what this document had
        self.seen = {}

    def run(self):
        """Take the job, and work on it step by step."""
        if not _committed(lambda: self.job.take(self.name)):
            return
        try:
            self.entries = self._from(self.job.document(), self.job.progress.position)
            while self._step_done():
                self.tell(self.job)
        except Exception:
            transaction.abort()
            logger.exception("An import failed")
            _committed(lambda: self.job.end(jobs.FAILED))
        self.tell(self.job)

    def _step_done(self):
        try:
            more = _committed(self.step)
        except TransientError:
            raise
        except Exception:
            transaction.abort()
            logger.info("A step of an import is done again with care")
            self.bring_in = bring_in
            more = _committed(self.step)
        self.bring_in, self.taken = write, []
        return more

    def _from(self, document, position):
        for entry in document:
            if entry.number > position:
                yield entry
            else:
                self.seen.setdefault(entry.id, (entry.number, entry.line))

    def step(self):
        """Bring in as many records as fit in a second; return whether there is more to do."""
        if self.taken:
            self.entries, self.taken = chain(self.taken, self.entries), []
        if self.job.progress.runner != self.name:
            # it took so long that somebody else took over
            return False
        if self.job.wish.stop or self.halt():
            self.job.end(jobs.STOPPED)
            return False
        themes = themes_of_words()
        until = time.monotonic() + SECOND
        over = False
        while not over:
            entry = next(self.entries, None)
            if entry is None:
                self.job.end(jobs.FINISHED)
                return False
            self.taken.append(entry)
            self.job.note(entry, self._result(entry, themes))
            over = time.monotonic() >= until or self.halt()
        self.job.renew()
        self.desk._p_jar.cacheGC()
        return True

    def _result(self, entry, themes):
        number, line = self.seen.setdefault(entry.id, (entry.number, entry.line)) if entry.id else (entry.number, 0)
        if number != entry.number:
            reason = _(
                "import_error_double", default="Dit nummer (id) staat ook op regel ${line}.", mapping={"line": line}
            )
            return faq.Problem(entry.number, entry.line, reason, entry.id)
        record = faq.read(entry)
        return record if isinstance(record, faq.Problem) else self.bring_in(self.desk, record, themes)
