"""Each day of the audit log gets a seal: a digest over all of it and over the seal before it, made with a key.

The seal is kept in the database and in a file beside the keys, and mailed when the site
says to whom. When entries had their time, their seal stays: the row of seals has no gap.
"""

from datetime import timedelta
from datetime import timezone
from plone import api
from samenbeter import _
from samenbeter import logger
from samenbeter.interfaces import IJob
from samenbeter.shared import audit
from samenbeter.shared import clock
from samenbeter.shared import mail
from samenbeter.shared import periods
from samenbeter.shared import seals_check
from samenbeter.shared import seals_file
from samenbeter.shared.seals_chain import Seal
from samenbeter.shared.seals_chain import START
from samenbeter.shared.transactions import committed
from zope.i18n import translate
from zope.interface import implementer

import datetime


ADDRESS = "samenbeter.shared.seal_address"
PROVIDER = "samenbeter.shared.audit"
# what a transaction may take that began before midnight
GRACE = timedelta(minutes=15)
DAYS_AT_ONCE = 31
SEGMENTS_AT_ONCE = 50


# -- in the current transaction


def last_to_seal(now):
    """Return the ordinal of the last day that can be sealed at a moment."""
    return (now - GRACE).astimezone(timezone.utc).date().toordinal() - 1


def close(store, now):
    """Let nobody write any more in the days that can be sealed."""
    day = last_to_seal(now)
    if store.closed.day < day:
        store.closed.day = day


def seal_days(store, now, limit=DAYS_AT_ONCE):
    """Seal closed days that have no seal yet, at most so many; return how many.

    A day without entries gets a seal too: else nobody could tell it from one that was taken away.

    :raises keys.VaultProblem: when there is no key.
    """
    before = newest(store)
    first = before.day + 1 if before is not None else store.began
    days = range(first, min(store.closed.day + 1, first + limit))
    for day in days:
        before = store.seals[day] = _seal(store, day, before, now)
    return len(days)


def _seal(store, day, before, now):
    segments = store.segments(day, day)
    for segment in segments:
        store.index(segment)
        # who still writes in it at this moment loses, and does it again today
        segment.sealed = True
    return Seal(
        day,
        before.seal if before is not None else START,
        tuple((segment.writer, segment.count, segment.head) for segment in segments),
        max(_expired(now), before.expired if before is not None else 0),
    )


def _expired(now):
    """Return the ordinal of the last day whose entries have had their time; 0 for none."""
    days = _period()
    return now.date().toordinal() - days - 1 if days is not None else 0


def _period():
    return periods.days(PROVIDER)


def newest(store):
    """Return the newest Seal, or None."""
    return store.seals[store.seals.maxKey()] if store.seals else None


def gone(store, now=None):
    """Return the segments whose entries had their time.

    :param now: the moment from which that is seen; None: as the newest seal says.
    """
    last = newest(store)
    known = last.expired if last is not None else 0
    if now is not None and (last is None or last.day < last_to_seal(now)):
        # so the next seal will say
        known = max(known, _expired(now))
    return store.segments(0, known)


def drop(store, limit):
    """Take at most so many segments away that had their time; return how many that were."""
    segments = gone(store)[:limit]
    for segment in segments:
        store.drop(segment)
    for day in {segment.day for segment in segments}:
        if not store.segments(day, day):
            store.seals[day].segments = None
    return len(segments)


def file_seals(store):
    """Add to the file the seals that were never written there, mail them, and keep how far that is.

    What was written once is not written again: who takes a line away must not get it mended.

    :raises OSError: when the file cannot be written.
    """
    path, site = seals_file.place(), seals_file.site_path()
    lines = [seals_file.Line.of(seal, site) for seal in store.seals.values(min=store.filed.day + 1)]
    if not lines:
        return 0
    try:
        present, _bad = seals_file.read(path, site)
    except FileNotFoundError:
        present = []
    # a crash or a conflict came after the file, before the database
    seals_file.append(path, [line for line in lines if line not in present])
    store.filed.day = lines[-1].day
    _mail(lines)
    return len(lines)


def _mail(lines):
    address = api.portal.get_registry_record(ADDRESS, default=None)
    if not address:
        return
    language = api.portal.get_default_language()
    body = _(
        "seals_mail",
        default="Bewaar dit bericht. Hiermee kun je later nagaan of iemand het logboek heeft veranderd.",
    )
    subject = _("seals_mail_subject", default="Zegels van het logboek")
    said, body = (translate(text, target_language=language) for text in (subject, body))
    mail.send(address, said, "\n\n".join((body, *map(str, lines))))


# -- in transactions of their own


@implementer(IJob)
class SealJob:
    """The job "samenbeter.shared.seals"."""

    title = _("job_seals", default="Het logboek verzegelen en nakijken")
    every = timedelta(days=1)
    at = 1

    def run(self, argument, until):
        """Seal, write to the file, let go what had its time, and look whether all is as it was."""
        store = committed(audit.store)
        now = clock.now()
        # first nobody writes there any more, then it is counted: in two transactions
        committed(lambda: close(store, now))
        counts = {"sealed": 0, "expired": 0}
        while done := committed(lambda: seal_days(store, now)):
            counts["sealed"] += done
            if clock.now() > until:
                return False, counts
        committed(lambda: file_seals(store))
        while done := committed(lambda: drop(store, SEGMENTS_AT_ONCE)):
            counts["expired"] += done
            if clock.now() > until:
                return False, counts
        counts["problems"] = len(look(store))
        return True, counts


def look(store):
    """Check the log, keep the outcome for the page, and return the problems, as messages."""
    problems = check(store, seals_file.place())
    if problems:
        logger.error("The audit log is not what it was: %d problems", len(problems))
    moment = clock.now()

    def keep():
        store.checked.moment, store.checked.problems = moment, len(problems)

    committed(keep)
    return problems


def check(store, file):
    """Return all that shows that somebody changed the log, as messages; changes nothing.

    :param file: the path of the file of seals.
    :raises keys.VaultProblem: when there is no key.
    """
    return seals_check.problems(store, file, seals_file.site_path())


def check_all():
    """Check the log of the current site; return (whether all is well, lines as messages). Changes nothing."""
    store = audit.existing()
    if store is None or not store.seals:
        lines = [_("seals_none", default="Er is nog geen dag van het logboek verzegeld.")]
        found = check(store, seals_file.place()) if store is not None else []
    else:
        found = check(store, seals_file.place())
        last = datetime.date.fromordinal(newest(store).day).isoformat()
        days = {"days": len(store.seals), "last": last}
        lines = [_("seals_state", default="Verzegelde dagen: ${days}. De laatste is ${last}.", mapping=days)]
    if not found:
        lines.append(_("seals_ok", default="Nagekeken: in orde."))
    return not found, [*lines, *found]
