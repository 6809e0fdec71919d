"""A job that does what a test says, on a site with no other jobs and a clock that the test moves."""

from datetime import datetime
from datetime import timedelta
from datetime import timezone
from samenbeter.interfaces import IJob
from samenbeter.shared import clock
from samenbeter.shared import jobs
from samenbeter.shared.transactions import committed
from zope.interface import implementer

import pytest
import transaction


START = datetime(2026, 11, 23, 9, 30, tzinfo=timezone.utc)
HOUR, DAY = timedelta(hours=1), timedelta(days=1)
NAME = "samenbeter.test.job"


@implementer(IJob)
class Job:
    """Does what the test says."""

    title = "Test"
    at = None

    def __init__(self, every=None, at=None):
        self.every = every
        self.at = at
        self.arguments = []
        self.act = lambda argument: (True, {"done": 1})

    def run(self, argument, until):
        self.arguments.append(argument)
        return self.act(argument)


@pytest.fixture
def moment(monkeypatch):
    """A clock that the test moves."""
    box = [START]
    monkeypatch.setattr(clock, "now", lambda: box[0])

    def move(delta):
        box[0] += delta

    return move


@pytest.fixture
def only_ours(monkeypatch):
    """The jobs of the test, and no others."""
    registered = {}
    monkeypatch.setattr(jobs, "registered", lambda: dict(registered))
    return registered


@pytest.fixture
def site(functional_portal, moment, only_ours):
    """A site that was made just now."""
    jobs.store().made = START
    transaction.commit()
    return functional_portal


def counts(**asked):
    """Run what is due; return (ran, failed)."""
    found = jobs.run_due(**asked)
    return found["ran"], found["failed"]


def schedule(delta=timedelta(), argument="x"):
    """Schedule for our job, and commit."""
    return committed(lambda: jobs.schedule(NAME, clock.now() + delta, argument))


def fail(_argument):
    raise ValueError("jan@example.org")
