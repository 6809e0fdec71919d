"""Imports as they are kept at a desk: what came in, how far it is, who works on it.

A job is two things, so that a person and the runner never write the same object:
``wish`` is what people ask for, ``progress`` is what the runner did. Whoever runs
a job holds a lease; when that ends without a sign of life the job has stopped.
No job says who started it.
"""

from BTrees.OOBTree import OOBTree
from datetime import datetime
from datetime import timedelta
from datetime import timezone
from persistent import Persistent
from persistent.list import PersistentList
from samenbeter.vraagbaak import document
from samenbeter.vraagbaak.faq import Problem
from samenbeter.vraagbaak.importing import CHANGED
from samenbeter.vraagbaak.importing import CREATED
from samenbeter.vraagbaak.importing import SAME
from ZODB.blob import Blob
from zope.annotation.interfaces import IAnnotations

import secrets


KEY = "samenbeter.vraagbaak.imports"
WAITING, RUNNING, STOPPING = "waiting", "running", "stopping"
STOPPED, FINISHED, FAILED = "stopped", "finished", "failed"
GOING = (WAITING, RUNNING, STOPPING)
STATES = (*GOING, STOPPED, FINISHED, FAILED)
LEASE = timedelta(seconds=30)
# so many jobs are kept, and so many lines of each list
KEPT_JOBS = 20
KEPT_LINES = 200


def now():
    """Return the time, in UTC."""
    return datetime.now(timezone.utc)


class Wish(Persistent):
    """What people asked for last."""

    def __init__(self):
        self.stop = False
        self.since = now()


class Progress(Persistent):
    """How far it is."""

    def __init__(self, data):
        self.state = WAITING
        self.input = Blob(data)
        self.position = 0
        self.counts = {CREATED: 0, CHANGED: 0, SAME: 0}
        self.kept_total = 0
        self.problems_total = 0
        # of this run: for the time that is left
        self.run_started = None
        self.run_position = 0
        self.ended = None
        self.runner = ""
        self.lease = None


class Job(Persistent):
    """One import.

    :param data: the bytes of the document, looked at already.
    :param total: the number of records in it.
    :param source: where it comes from, for people; never the name of a file.
    """

    def __init__(self, data, total, source=""):
        self.id = secrets.token_hex(8)
        self.created = now()
        self.total = total
        self.source = source
        self.wish = Wish()
        self.progress = Progress(data)
        # [{line, number, id, reason}] and [{line, title, path, fields}]
        self.problems = PersistentList()
        self.kept = PersistentList()

    # -- what people see and ask

    @property
    def state(self):
        """Return the state as it is now: a runner that gives no sign of life has stopped."""
        state = self.progress.state
        if state in (FINISHED, FAILED):
            return state
        if self.held():
            return STOPPING if self.wish.stop else RUNNING
        ended_since = self.progress.ended and self.progress.ended >= self.wish.since
        waits = not self.wish.stop and not ended_since and now() < self.wish.since + LEASE
        return WAITING if waits else STOPPED

    @property
    def may_stop(self):
        """True while somebody works on it, or is about to."""
        return self.state in (WAITING, RUNNING)

    @property
    def may_go_on(self):
        """True when it did not come to its end, and nobody works on it."""
        return self.state in (STOPPED, FAILED)

    def stop(self):
        """Ask the runner to stop after the record that it is at."""
        self.wish.stop = True
        self.wish.since = now()

    def go_on(self):
        """Let a runner take it again, where it was."""
        self.wish.stop = False
        self.wish.since = now()
        if self.progress.state == FAILED:
            self.progress.state = STOPPED

    @property
    def seconds_left(self):
        """Return how long it will take at the speed of this run; None when that is not known."""
        progress = self.progress
        done = progress.position - progress.run_position
        if self.state != RUNNING or not progress.run_started or not done:
            return None
        speed = (now() - progress.run_started).total_seconds() / done
        return round(speed * (self.total - progress.position))

    # -- what the runner does

    def held(self, runner=None):
        """True when a runner, or this one, has the lease."""
        progress = self.progress
        alive = bool(progress.lease and now() < progress.lease)
        return alive and (runner is None or progress.runner == runner)

    def take(self, runner):
        """Give the lease to a runner; return whether it got it."""
        if self.progress.state == FINISHED or self.wish.stop or (self.held() and not self.held(runner)):
            return False
        progress = self.progress
        progress.runner, progress.state = runner, RUNNING
        progress.run_started, progress.run_position, progress.ended = now(), progress.position, None
        self.renew()
        return True

    def renew(self):
        """Show a sign of life."""
        self.progress.lease = now() + LEASE

    def end(self, state):
        """Give the lease back; what has come to its end needs its document no more."""
        progress = self.progress
        progress.state, progress.lease, progress.runner, progress.ended = state, None, "", now()
        if state == FINISHED:
            progress.input = None

    def document(self):
        """Return the document."""
        with self.progress.input.open("r") as stream:
            return document.Document(stream.read())

    def note(self, entry, result):
        """Count what became of a record: an Outcome or a Problem."""
        progress = self.progress
        progress.position = entry.number
        if isinstance(result, Problem):
            progress.problems_total += 1
            if len(self.problems) < KEPT_LINES:
                line = {"number": entry.number, "line": entry.line, "id": result.id, "reason": result.reason}
                self.problems.append(line)
            return
        progress.counts = {**progress.counts, result.result: progress.counts[result.result] + 1}
        if result.kept:
            progress.kept_total += 1
            if len(self.kept) < KEPT_LINES:
                line = {"line": entry.line, "title": result.title, "path": result.path, "fields": result.kept}
                self.kept.append(line)


# -- the jobs of a desk


def jobs_of(desk):
    """Return the jobs of a desk, newest first."""
    found = IAnnotations(desk).get(KEY) or {}
    return sorted(found.values(), key=lambda job: job.created, reverse=True)


def job_of(desk, job_id):
    """Return one job of a desk, or None."""
    found = IAnnotations(desk).get(KEY)
    return found.get(job_id) if found is not None and isinstance(job_id, str) else None


def add_job(desk, data, source=""):
    """Keep a new job at a desk and return it; old ones that nobody works on go.

    :raises Unreadable: when the document cannot be read, or holds nothing.
    """
    total = document.Document(data).total
    if not total:
        raise document.Unreadable(document.NOTHING)
    annotations = IAnnotations(desk)
    if KEY not in annotations:
        annotations[KEY] = OOBTree()
    for old in jobs_of(desk)[KEPT_JOBS - 1 :]:
        if old.state not in GOING:
            del annotations[KEY][old.id]
    job = Job(data, total, source)
    annotations[KEY][job.id] = job
    return job
