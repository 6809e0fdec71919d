"""What happened to one consent, and how it stands now: pure functions, no database.

The words are those of ISO/IEC TS 27560 as the W3C Data Privacy Vocabulary writes them.
"""

from dataclasses import dataclass
from datetime import date
from datetime import datetime
from datetime import timezone
from samenbeter.shared import clock


SCHEMA, SCHEMA_VERSION = "ISO/IEC TS 27560:2023", 1

REQUESTED, GIVEN, REFUSED = "requested", "given", "refused"
WITHDRAWN, EXPIRED, RENEWED = "withdrawn", "expired", "renewed"
AGREED = (GIVEN, RENEWED)
OPEN = (REQUESTED, *AGREED)
# what a person read and answered
WORDED = (REQUESTED, GIVEN, REFUSED, RENEWED)


@dataclass(frozen=True)
class Consent:
    """A consent with its whole history.

    :param id: of its first record; it stays the same.
    :param events: dictionaries as they are kept, oldest first.
    """

    id: str
    events: tuple

    @property
    def purpose(self):
        """Return the id of the purpose."""
        return self.events[0]["purpose"]

    @property
    def party(self):
        """Return with whom."""
        return self.events[0]["party"]

    @property
    def worded(self):
        """Return the last event in which a person read the text: it has the text, the data, the method."""
        return [event for event in self.events if event["event"] in WORDED][-1]

    @property
    def valid_until(self):
        """Return the last day on which it holds, or None."""
        value = self.worded.get("valid_until")
        return date.fromisoformat(value) if value else None

    @property
    def state(self):
        """Return how it stands now: one of the six words."""
        last = self.events[-1]["event"]
        return EXPIRED if last in AGREED and self.over else last

    @property
    def over(self):
        """True when its last day has passed."""
        return self.valid_until is not None and clock.today() > self.valid_until

    @property
    def agreed(self):
        """True when the person said yes and nothing ended that since; the text may be another one by now."""
        return self.state in AGREED

    @property
    def changed(self):
        """Return when the last thing happened to it, a datetime in UTC."""
        return self.history[-1][1]

    @property
    def history(self):
        """Return (what, when) of each event, oldest first, also of an end that nobody had to write down."""
        found = [(event["event"], datetime.fromisoformat(event["at"])) for event in self.events]
        if self.state == EXPIRED and self.events[-1]["event"] != EXPIRED:
            found.append((EXPIRED, moment(self.valid_until)))
        return found

    def is_about(self, text_hash):
        """True when the text that the person read last has this hash."""
        return self.worded["notice"]["sha256"] == text_hash


def moment(day):
    """Return the moment at which a day is over, in UTC."""
    return datetime(day.year, day.month, day.day, 23, 59, 59, tzinfo=timezone.utc)


def consents(events):
    """Return the Consents that events belong to, the one that changed last first.

    :param events: (record id, event) of one person, in any order.
    """
    chains = {}
    for record_id, event in sorted(events, key=lambda pair: (*_place(pair[1]), pair[0])):
        chains.setdefault(event["consent"] or record_id, []).append(event)
    # of a damaged consent that part can be left in which nothing was read
    found = [
        Consent(consent_id, tuple(chain))
        for consent_id, chain in chains.items()
        if any(event["event"] in WORDED for event in chain)
    ]
    return sorted(found, key=lambda consent: _place(consent.events[-1]), reverse=True)


def _place(event):
    # the numbers count on; two who wrote at the same moment can have the same one
    return event["number"], event["at"]


def next_number(found):
    """Return the number of the next event of a person, of whom these are the Consents."""
    return 1 + max((event["number"] for consent in found for event in consent.events), default=0)
