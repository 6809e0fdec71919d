"""Counting without data about people: a number for each day and key, and no key of a visitor at all.

``count`` adds to a file (tally.py), which never meets anybody in the database and lets
nobody lay a count beside an account by its moment. A job brings the days that are over
into the database in one transaction; after a year days become months.

A key is one or more words of us: what is counted, of what, which step. Never a word of a person.
"""

from BTrees.OOBTree import OOBTree
from datetime import date
from datetime import timedelta
from persistent import Persistent
from plone import api
from samenbeter import _
from samenbeter.interfaces import IJob
from samenbeter.shared import clock
from samenbeter.shared import tally
from samenbeter.shared.transactions import committed
from zope.annotation.interfaces import IAnnotations
from zope.interface import implementer

import re
import secrets
import transaction


KEY = "samenbeter.counters"
WORD = re.compile(r"[a-z0-9._-]{1,60}")
# days that are older than this become months
DAYS_KEPT = 366
# so long it is remembered which blocks of the file are in the database
REMEMBERED = 30
LAST = "\U0010ffff"  # sorts behind all texts


class Counters(Persistent):
    """The numbers of a site."""

    def __init__(self):
        # how the file calls this site
        self.name = secrets.token_hex(8)
        # {(key, day or month): number}; a key is its words with "/" between them
        self.rows = OOBTree()
        # {id of a block of the file: its day}, of those that are in it
        self.taken = OOBTree()

    def add(self, key, period, n):
        """Add to a number."""
        self.rows[key, period] = self.rows.get((key, period), 0) + n

    def take(self, blocks):
        """Add what is in blocks of the file, each once however often this is done; return how many numbers."""
        numbers = 0
        for day, block in blocks.items():
            if block["id"] in self.taken:
                continue
            self.taken[block["id"]] = day
            for key, n in block["counts"].items():
                self.add(key, day, n)
                numbers += 1
        return numbers

    def collapse(self, before):
        """Make months of the days before a date; return how many days went."""
        old = [(key, period) for key, period in self.rows if len(period) == 10 and period < before.isoformat()]
        for key, period in old:
            self.add(key, period[:7], self.rows.pop((key, period)))
        return len(old)

    def forget(self, before):
        """Forget which blocks were taken, of days before a date."""
        for block in [block for block, day in self.taken.items() if day < before.isoformat()]:
            del self.taken[block]

    def below(self, prefix):
        """Yield (key, day or month, number) of a key, and of all that begin with its words."""
        spans = (((prefix, ""), (prefix, LAST)), ((f"{prefix}/", ""), (f"{prefix}/{LAST}", LAST)))
        for low, high in spans:
            for (key, period), n in self.rows.items(low, high):
                yield key, period, n


def store():
    """Return the store; make it when this is the first time."""
    annotations = IAnnotations(api.portal.get())
    if KEY not in annotations:
        annotations[KEY] = Counters()
    return annotations[KEY]


def look():
    """Return the store, or None where there is none yet: for who only looks."""
    return IAnnotations(api.portal.get()).get(KEY)


def count(*key, n=1):
    """Count something, now and whatever becomes of the current transaction. It never fails and never waits long.

    :param key: words of lower case letters, digits, dots and dashes; nothing that came from a person as it is.
    :returns: whether it was counted: not when the site has no counters, or the file cannot be written.
    :raises ValueError: for a key of other words.
    """
    text = _joined(key)
    found = look()
    # what is not committed yet has no name that others know
    return found is not None and tally.add(found.name, text, n)


def count_later(*key, n=1):
    """Count something once the current transaction is committed, and not when it fails.

    :param key: as for ``count``.
    :raises ValueError: for a key of other words.
    """
    # what is wrong with a key is told at once: a hook only logs
    _joined(key)
    transaction.get().addAfterCommitHook(_after, (key, n))


def _after(success, key, n):
    if success:
        count(*key, n=n)


def series(*prefix, since=None, until=None):
    """Return {key as a tuple of words: {day or month, in ISO form: number}} of all keys that begin so.

    What was counted today is in it.

    :param since: a date, included; a month is in it when its last day is.
    :param until: a date, included.
    """
    found = look()
    if found is None:
        return {}
    first = since.isoformat() if since else ""
    last = until.isoformat() if until else LAST
    result = {}
    for key, period, n in (*found.below(_joined(prefix)), *_of_the_file(found, _joined(prefix))):
        if period <= last and (period >= first or (len(period) == 7 and period >= first[:7])):
            periods = result.setdefault(tuple(key.split("/")), {})
            periods[period] = periods.get(period, 0) + n
    return result


def days(*key, since=None, until=None):
    """Return {day or month, in ISO form: number} of one key."""
    return series(*key, since=since, until=until).get(key, {})


def total(*prefix, since=None, until=None):
    """Return the number of all keys that begin so, together."""
    return sum(sum(periods.values()) for periods in series(*prefix, since=since, until=until).values())


def waits():
    """Return whether a day that is over is still in the file of this machine; changes nothing."""
    found = look()
    return found is not None and any(day < clock.today().isoformat() for day in tally.blocks(found.name))


def take_in():
    """Bring the days that are over from the file into the database, and make months of old days.

    It commits by itself. Broken off and done again, nothing counts twice.

    :returns: how many numbers came in.
    """
    today = clock.today()

    def act():
        found = store()
        blocks = {day: one for day, one in tally.blocks(found.name).items() if day < today.isoformat()}
        numbers = found.take(blocks)
        found.collapse(today - timedelta(days=DAYS_KEPT))
        found.forget(today - timedelta(days=REMEMBERED))
        return found.name, [block["id"] for block in blocks.values()], numbers

    name, ids, numbers = committed(act)
    if ids:
        tally.drop(name, ids)
    return numbers


def week_of(period):
    """Return the Monday of a day in ISO form, as a date; of a month its first day."""
    day = date.fromisoformat(period if len(period) == 10 else f"{period}-01")
    return day - timedelta(days=day.weekday()) if len(period) == 10 else day


def _joined(key):
    if not key or not all(isinstance(word, str) and WORD.fullmatch(word) for word in key):
        # the word itself is not repeated: it may be somebody's
        raise ValueError("a key has words of lower case letters, digits, dots and dashes")
    return "/".join(key)


def _of_the_file(found, prefix):
    for day, block in tally.blocks(found.name).items():
        if block["id"] not in found.taken:
            for key, n in block["counts"].items():
                if key == prefix or key.startswith(f"{prefix}/"):
                    yield key, day, n


@implementer(IJob)
class TakeIn:
    """The job "samenbeter.shared.counters"."""

    title = _("job_counters", default="Getelde getallen bij elkaar brengen")
    every = timedelta(days=1)
    at = 1
    words = {"numbers": _("job_word_numbers", default="getallen")}

    def run(self, argument, until):
        """Work until it is done."""
        return True, {"numbers": take_in()}
