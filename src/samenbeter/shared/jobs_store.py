"""What is known of the jobs: when each ran and runs next, and what is due. It says nothing about anybody.

What is due lies in shards: people who write at the same moment seldom meet. Whoever
works on something holds a lease on it, and it is somebody else's when that runs out.
"""

from BTrees.OOBTree import OOBTree
from BTrees.OOBTree import OOTreeSet
from datetime import datetime
from datetime import timedelta
from datetime import timezone
from persistent import Persistent
from samenbeter.shared import clock

import secrets


SHARDS = 16
LEASE = timedelta(minutes=5)
DAY = timedelta(days=1)
# after a failure: a minute, two, four, up to six hours
SHORTEST_WAIT = timedelta(minutes=1)
LONGEST_WAIT = timedelta(hours=6)
# what is due stays after so many tries (more than a week of them) until a person runs it again
TRIES = 40
TALLIED = 30  # days
# sort before and after all others
_FIRST = datetime.min.replace(tzinfo=timezone.utc)
GIVEN_UP = datetime.max.replace(tzinfo=timezone.utc)
_LAST = "\U0010ffff"


def wait_after(failures):
    """Return how long to wait after so many failures in a row."""
    return min(LONGEST_WAIT, SHORTEST_WAIT * 2 ** min(max(failures - 1, 0), 20))


class Leased(Persistent):
    """Something that one process at a time works on."""

    holder = ""
    lease = None

    def held(self):
        """True while somebody works on it. A lease that ends too late is of before the clock was set back."""
        return self.lease is not None and clock.now() < self.lease < clock.now() + 2 * LEASE

    def take(self, holder):
        """Let somebody work on it."""
        self.holder, self.lease = holder, clock.now() + LEASE

    def renew(self, holder):
        """Let who works on it go on; nothing when that is somebody else by now."""
        if self.holder == holder:
            self.lease = clock.now() + LEASE

    def release(self):
        """Let go of it."""
        self.holder, self.lease = "", None


class State(Leased):
    """How it goes with one job."""

    next_run = None
    last_run = None
    last_success = None
    # in a row
    failures = 0
    # the name of its class, and nothing that it says
    error = ""
    # of the last time; while a job goes on, added up
    counts = {}
    going_on = False
    # of what is due, {day: {name: number}}
    tally = {}

    def __init__(self, job):
        self.since = clock.now()
        self.next_run = first_run(job, self.since)

    def is_due(self, job):
        """True when it has to run now. What is planned too late is of before the clock was set back."""
        now = clock.now()
        return self.next_run is None or not now < self.next_run <= now + job.every + DAY

    def succeeded(self, job, done, counts, at_once):
        """Write down that it ran.

        :param done: False when it has to go on soon.
        :param at_once: True when it could have gone on already, but for the time.
        """
        now = clock.now()
        self.counts = added(self.counts, counts) if self.going_on else dict(counts)
        self.going_on = not done
        self.last_run, self.failures, self.error = now, 0, ""
        if done:
            self.last_success = now
        self.next_run = next_run(job, now) if done else now + (timedelta() if at_once else SHORTEST_WAIT)

    def failed(self, error):
        """Write down that it failed."""
        self.failures += 1
        self.last_run, self.error = clock.now(), error
        self.next_run = clock.now() + wait_after(self.failures)

    def tallied(self, counts, error):
        """Write down what became of some of what was due.

        :param error: of the last that failed; "" when none did.
        """
        self.last_run = clock.now()
        self.failures, self.error = (self.failures + 1, error) if error else (0, "")
        if not error:
            self.last_success = self.last_run
        if counts:
            day = clock.today().toordinal()
            kept = {number: found for number, found in self.tally.items() if day - TALLIED < number <= day}
            self.tally = {**kept, day: added(kept.get(day, {}), counts)}

    @property
    def totals(self):
        """Return the counts: of the last time, or of a month of what was due."""
        found = dict(self.counts)
        for counts in self.tally.values():
            found = added(found, counts)
        return found


def added(one, other):
    """Return two {name: number}, added up."""
    return {name: one.get(name, 0) + other.get(name, 0) for name in {**one, **other}}


def first_run(job, since):
    """Return when a new job runs first."""
    return since if job.every is None or job.at is None else _at(job.at, since)


def next_run(job, last):
    """Return when a job runs next after it ran."""
    if job.at is None or job.every < DAY:
        return last + job.every
    return _at(job.at, last + job.every - DAY)


def _at(hour, after):
    moment = after.replace(hour=hour, minute=0, second=0, microsecond=0)
    return moment if moment > after else moment + DAY


class Due(Leased):
    """Something to do at a moment.

    :param argument: an opaque text that the job understands.
    """

    tries = 0
    error = ""

    def __init__(self, record_id, job, due, argument):
        self.id = record_id
        self.job = job
        self.due = due
        self.argument = argument
        self.created = clock.now()


class Shard(Persistent):
    """A part of what is due."""

    def __init__(self):
        self.records = OOBTree()
        # (name of the job, moment, id): what no job is there for any more is in nobody's way
        self.by_due = OOTreeSet()


class Jobs(Persistent):
    """The jobs of a site."""

    def __init__(self):
        self.made = clock.now()
        self.states = OOBTree()
        self.shards = tuple(Shard() for _number in range(SHARDS))

    # -- the jobs

    def state(self, name, job):
        """Return the State of a job; make it when this is the first time."""
        if name not in self.states:
            self.states[name] = State(job)
        return self.states[name]

    # -- what is due

    def add(self, job, due, argument):
        """Keep something to do, and return its id."""
        number = secrets.randbelow(SHARDS)
        record = Due(f"{number:x}{secrets.token_hex(12)}", job, due, argument)
        self.shards[number].records[record.id] = record
        self.shards[number].by_due.insert((job, due, record.id))
        return record.id

    def get(self, record_id):
        """Return a Due, or None."""
        return self._shard(record_id).records.get(record_id)

    def move(self, record, due):
        """Let something be due at another moment."""
        by_due = self._shard(record.id).by_due
        by_due.remove((record.job, record.due, record.id))
        record.due = due
        by_due.insert((record.job, due, record.id))

    def drop(self, record_id):
        """Take something away; return whether it was there."""
        shard = self._shard(record_id)
        record = shard.records.pop(record_id, None)
        if record is None:
            return False
        shard.by_due.remove((record.job, record.due, record.id))
        return True

    def due(self, job, until):
        """Return the ids of what a job has to do until a moment, the oldest first."""
        return [record_id for _due, record_id in sorted(self._of(job, until))]

    def names(self):
        """Return the names of the jobs for which something is due, or was given up."""
        found = set()
        for shard in self.shards:
            low = ("",)
            while keys := list(_first(shard.by_due.keys(low))):
                found.add(keys[0][0])
                low = (keys[0][0], GIVEN_UP, _LAST)
        return found

    def summary(self, job):
        """Return (how much waits, since when the oldest is due or None, how much was given up)."""
        moments = [due for due, _id in self._of(job, GIVEN_UP)]
        waiting = [due for due in moments if due != GIVEN_UP]
        return len(waiting), min(waiting, default=None), len(moments) - len(waiting)

    def _of(self, job, until):
        for shard in self.shards:
            for _job, due, record_id in shard.by_due.keys((job, _FIRST, ""), (job, until, _LAST)):
                yield due, record_id

    def _shard(self, record_id):
        return self.shards[int(record_id[:1], 16)]


def _first(keys):
    for key in keys:
        yield key
        return
