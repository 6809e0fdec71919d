"""The stores for what is private, made and taken away together."""

from plone import api
from samenbeter import logger
from samenbeter.shared import audit
from samenbeter.shared import counters
from samenbeter.shared import entry
from samenbeter.shared import guard_used
from samenbeter.shared import jobs
from samenbeter.shared import keys
from samenbeter.shared import tally
from samenbeter.shared import vault
from zope.annotation.interfaces import IAnnotations


# the annotations of the site that they are
PREFIXES = (
    vault.KEY,
    audit.KEY,
    jobs.KEY,
    counters.KEY,
    entry.KEY,
    guard_used.KEY,
    "samenbeter.privacy.",
    "samenbeter.erasures",
    "samenbeter.vraagbaak.",
)


def prepare():
    """Make the vault with its key, the audit log, the list of jobs and the counters, where they are not there yet."""
    for made in (audit, jobs, counters, entry, guard_used):
        made.store()
    try:
        vault.get().prepare()
    except keys.VaultProblem as problem:
        # the site can be used; the page of the vault says what to do
        logger.warning("%s", problem)


def remove():
    """Take them away, when there is nothing in them or the admin wants that.

    Else all of it stays: it works again after a new install. The key file is never touched.
    Entry codes count as something in them: they hang in the street.
    """
    annotations = IAnnotations(api.portal.get())
    box, log = annotations.get(vault.KEY), annotations.get(audit.KEY)
    wanted = box is not None and box.erase_on_uninstall
    used = bool(box is not None and len(box)) or bool(log is not None and log.segments()) or bool(entry.codes())
    if wanted or not used:
        _forget_today(annotations.get(counters.KEY))
        for name in [name for name in annotations if name.startswith(PREFIXES)]:
            del annotations[name]


def _forget_today(found):
    if found is None:
        return
    try:
        tally.drop(found.name)
    except OSError as problem:
        # a file with numbers about nobody stays
        logger.warning("What was counted today could not be taken away (%s).", type(problem).__name__)
