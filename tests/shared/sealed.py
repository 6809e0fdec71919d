"""A log with sealed days, for the tests of the audit log: days go by, keys of its own."""

from datetime import datetime
from datetime import timedelta
from datetime import timezone
from samenbeter.shared import audit
from samenbeter.shared import clock
from samenbeter.shared import keys
from samenbeter.shared import seals
from samenbeter.shared import seals_file

import shutil
import transaction


BEGIN = datetime(2026, 3, 2, 10, 0, tzinfo=timezone.utc)
SOMEBODY = "a" * 32
OTHER = "b" * 32
DAY = BEGIN.date().toordinal()


class Days:
    """The time, which a test moves."""

    def __init__(self, monkeypatch):
        self.now = BEGIN
        monkeypatch.setattr(clock, "now", lambda: self.now)

    def go(self, days=1, **more):
        """Let time go by."""
        self.now += timedelta(days=days, **more)

    def seal(self):
        """Run the job; return what it counted."""
        done, counts = seals.SealJob().run("", self.now + timedelta(hours=1))
        assert done
        return counts


def own_keys(monkeypatch, folder):
    """Let the test use a key file of its own, with what stands beside it."""
    if not keys.place().exists():
        keys.make()
    shutil.copy(keys.place(), folder / keys.NAME)
    monkeypatch.setenv(keys.ENVIRONMENT, str(folder / keys.NAME))


def fill(days, writers=("one", "two"), each=25):
    """Note something as several writers; the entries are about two people in turn."""
    store = audit.store()
    for writer in writers:
        for number in range(each):
            entry = audit.Entry(
                t=days.now.isoformat(timespec="milliseconds").replace("+00:00", "Z"),
                action="view",
                actor="job:test",
                subject=(SOMEBODY, OTHER)[number % 2],
                object=f"{number:032x}",
            )
            store.append(entry, days.now.date().toordinal(), writer)
    return store


def words(store):
    """Return the ids of what the check says."""
    transaction.begin()
    return {str(problem) for problem in seals.check(store, seals_file.place())}
