"""What the platform does by itself: every so often, and when something is due.

Something is due from the moment that the transaction is committed in which it was
scheduled. Somebody who works takes a lease, in a transaction of its own, and works
outside that transaction: a job commits what it does itself. A process that dies leaves
a lease that runs out, and then it is done again: what a job did twice, it did once.
"""

from datetime import timedelta
from datetime import timezone
from plone import api
from samenbeter.interfaces import IJob
from samenbeter.shared import clock
from samenbeter.shared import jobs_store
from samenbeter.shared.jobs_round import here
from samenbeter.shared.jobs_round import Round
from samenbeter.shared.system import as_system
from zope.annotation.interfaces import IAnnotations
from zope.component import getUtilitiesFor

import transaction


KEY = "samenbeter.jobs"
LATE = timedelta(hours=48)
# set by the ticker of this process
wake = None


def store():
    """Return the store; make it when this is the first time."""
    annotations = IAnnotations(api.portal.get())
    if KEY not in annotations:
        annotations[KEY] = jobs_store.Jobs()
    return annotations[KEY]


def look():
    """Return the store, or None where there is none yet: for who only looks."""
    return IAnnotations(api.portal.get()).get(KEY)


def registered():
    """Return {name: job} of the jobs that are there, by name."""
    return dict(sorted(getUtilitiesFor(IJob)))


# -- what is due


def schedule(name, due, argument=""):
    """Let a job do something at a moment, once the current transaction is committed; return the id.

    :param name: of the job.
    :param due: a datetime with a zone.
    :param argument: an opaque text that the job understands, about nobody: the id of a record.
    """
    return store().add(name, due.astimezone(timezone.utc), argument)


def cancel(record_id):
    """Take away what was scheduled, in the current transaction; return whether it was still there."""
    return store().drop(record_id)


def current():
    """Return the id of what is due that this thread works on; "" when it is none.

    A job that cancels it in its own transaction has done it for certain.
    """
    return getattr(here, "record_id", "")


def poke():
    """Ask the ticker of this process to look at once, when the current transaction is committed."""
    if wake is not None:
        transaction.get().addAfterCommitHook(_wake_up)


def _wake_up(success):
    if success and wake is not None:
        wake.set()


# -- is it going on


def last_sign(store):
    """Return when any job ran last, a datetime; when the site was made, if none ever did."""
    return max([store.made, *(state.last_run for state in store.states.values() if state.last_run)])


def late():
    """Return the names of the jobs that had to work in the last 48 hours, and did not, or did not succeed.

    A new site has 48 hours too. A job that is new in it has them from the first round.
    """
    found = look()
    if found is None:
        return []
    now = clock.now()
    return [name for name, job in registered().items() if _is_late(found.states.get(name), job, now, found.made)]


def _is_late(state, job, now, made):
    if job.every is None:
        return False
    since = made if state is None else state.last_success or state.since
    return now - since > max(LATE, 2 * job.every)


# -- working


def run_due(until=None, only=None):
    """Do what has to be done now, as the system. Call it without changes of your own: they are lost.

    :param until: a moment, in UTC, after which nothing new is begun; None: until all is done.
    :param only: the name of a job: it runs now also when it is not yet its time.
    :returns: {"ran": number, "failed": number, "more": True when the time was too short}.
    """
    jobs = {name: job for name, job in registered().items() if only in (None, name)}
    with as_system():
        return Round(store, jobs, until, asked=only is not None).run()
