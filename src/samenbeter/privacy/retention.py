"""Erases, each night, what has had its time: all providers one after the other, in small batches."""

from datetime import timedelta
from samenbeter import _
from samenbeter import logger
from samenbeter.interfaces import IJob
from samenbeter.interfaces import IPersonalDataProvider
from samenbeter.privacy import following
from samenbeter.privacy import traces
from samenbeter.shared import audit
from samenbeter.shared import clock
from samenbeter.shared import jobs
from samenbeter.shared import packing
from samenbeter.shared.transactions import committed
from zope.component import getUtilitiesFor
from zope.interface import implementer


NAME = "samenbeter.privacy.retention"
BATCH = 100


class Unfinished(Exception):
    """Some providers could not erase what has had its time."""


def dry_run():
    """Return {name of a provider: how many items would go now}; changes nothing."""
    now = clock.now()
    return {name: provider.expired(now) for name, provider in sorted(getUtilitiesFor(IPersonalDataProvider))}


def purge(until=None):
    """Erase what has had its time, and return (done, {name of a provider: number}, names of those that failed).

    Call it without changes of your own: they are lost.

    :param until: a moment, in UTC, after which no batch is begun.
    """
    counts, failed = {}, []
    found = sorted(getUtilitiesFor(IPersonalDataProvider))
    for name, provider in found:
        while True:
            if until is not None and clock.now() >= until:
                return False, counts, failed
            try:
                gone = committed(lambda name=name, provider=provider: _batch(name, provider))
            except Exception as problem:
                # one that fails must not keep the others; what it says could name somebody
                logger.error("Retention: %s failed: %s", name, type(problem).__name__)
                failed.append(name)
                break
            if not gone:
                break
            counts[name] = counts.get(name, 0) + gone
    if any(getattr(provider, "portal_types", ()) for name, provider in found if name in counts):
        committed(traces.forget_unused_words)
    return True, counts, failed


def _batch(name, provider):
    gone = provider.purge(clock.now(), BATCH)
    if gone:
        # in the same transaction: what is gone was noted, and what was noted is gone
        audit.note("delete", object=f"count:{gone}", section=name, actor=f"job:{NAME}")
        packing.soon()
    return gone


def last_run():
    """Return (moment or None, {name of a provider: number}) of the last time that the job ran."""
    store = jobs.look()
    state = store.states.get(NAME) if store is not None else None
    return (state.last_run, dict(state.counts)) if state is not None else (None, {})


@implementer(IJob)
class Retention:
    """The nightly job."""

    title = _("job_retention", default="Wissen wat zijn tijd heeft gehad")
    every = timedelta(days=1)
    at = 1

    def run(self, argument, until):
        """Erase what has had its time; accounts go through the journal."""
        done, counts, failed = purge(until)
        if done and not failed:
            following.apply(until=until)
        if failed:
            raise Unfinished
        return done, counts
