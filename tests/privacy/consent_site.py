"""People, a clock and a purpose for the tests of consents."""

from datetime import datetime
from datetime import timedelta
from datetime import timezone
from samenbeter.interfaces import IConsents
from samenbeter.interfaces import IConsentWithdrawn
from samenbeter.interfaces import IPurpose
from samenbeter.privacy import purposes
from samenbeter.shared import clock
from samenbeter.shared import vault
from samenbeter.shared.rights import Subject
from zope.component import getGlobalSiteManager
from zope.component import getSiteManager
from zope.component import getUtility
from zope.component import provideHandler

import pytest


ANNA, BILAL, MAIL = Subject(userid="anna"), Subject(userid="bilal"), Subject(email="zij@example.org")
PURPOSE, PARTY = "samenbeter.contact", vault.PLATFORM
HOW = {"party": PARTY, "method": "web-button", "language": "nl"}
START = datetime(2026, 11, 22, 10, tzinfo=timezone.utc)


@pytest.fixture
def consents(portal):
    return getUtility(IConsents)


@pytest.fixture
def time(monkeypatch):
    """A clock that stands still until a test moves it."""

    class Clock:
        moment = START

        def move(self, **time):
            self.moment += timedelta(**time)

    moved = Clock()
    monkeypatch.setattr(clock, "now", lambda: moved.moment)
    return moved


@pytest.fixture
def another_text(portal):
    """A function that gives the purpose another text or version."""
    manager = getSiteManager()

    def change(text="Een andere tekst.", version=2):
        known = purposes.CONTACT
        changed = purposes.Purpose(
            title=known.title,
            text=text,
            basis=known.basis,
            concept=known.concept,
            when=known.when,
            version=version,
            asked=True,
            uses=known.uses,
        )
        manager.registerUtility(changed, IPurpose, PURPOSE)

    yield change
    manager.unregisterUtility(provided=IPurpose, name=PURPOSE)


@pytest.fixture
def heard():
    """The events that consents were taken back."""
    found = []

    def note(event):
        found.append(event)

    provideHandler(note, (IConsentWithdrawn,))
    yield found
    getGlobalSiteManager().unregisterHandler(note, (IConsentWithdrawn,))


def records(subject):
    """Return {id: what is sealed} of the records of a person."""
    box = vault.get()
    return {
        record_id: box.record(record_id).payload.sealed
        for record_id in box.find(subject=subject.key, room="privacy", kind="consent")
    }


def states(consents, subject):
    """Return the history of the newest consent, in words."""
    return [what for what, _when in consents.of(subject)[0].history]
