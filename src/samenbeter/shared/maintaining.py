"""The maintenance commands, done inside a site. ``maintain`` is the program that calls them.

Each takes at most the time that it is given and says whether there is more to do, so
that a running site can be asked again and again.
"""

from samenbeter.interfaces import IPersonalDataProvider
from samenbeter.shared import clock
from samenbeter.shared import jobs
from samenbeter.shared import jobs_words
from samenbeter.shared import keys
from samenbeter.shared import vault
from samenbeter.shared import vault_check
from zope.component import getUtilitiesFor
from zope.i18n import translate

import transaction


FINE, PROBLEMS, CANNOT = 0, 1, 2  # exit codes
# command: the job that does it
JOBS = {
    "retention": "samenbeter.privacy.retention",
    "erasures": "samenbeter.privacy.erasures",
    "pack": "samenbeter.shared.pack",
    "seals": "samenbeter.shared.seals",
}
COMMANDS = ("tick", "jobs", *JOBS, "check-audit", "rotate", "check-vault")
DRY_RUN = "--dry-run"
LANGUAGE = "en"  # of all that is said on the command line


def perform(command, words=(), until=None):
    """Do a command in the current site, in transactions of its own.

    :param command: one of ``COMMANDS``.
    :param words: what stands behind it.
    :param until: a moment after which nothing new is begun, or None.
    :returns: {"code": exit code, "lines": texts, "more": True when it has to be asked again}.
    """
    if command not in COMMANDS or [word for word in words if (command, word) != ("retention", DRY_RUN)]:
        return _said(CANNOT, "There is no such command.")
    try:
        if words:
            return dry_run()
        if command in JOBS:
            return job(JOBS[command], until)
        act = {
            "tick": tick,
            "jobs": state,
            "check-audit": check_audit,
            "rotate": rotate,
            "check-vault": check_vault,
        }[command]
        return act(until)
    except keys.VaultProblem as problem:
        return _said(PROBLEMS, _text(problem.message))


def _said(code, *lines, more=False):
    return {"code": code, "lines": list(lines), "more": more}


def _text(message):
    return str(translate(message, target_language=LANGUAGE))


def tick(until):
    """Do all that is due."""
    found = jobs.run_due(until)
    line = f"{found['ran']} done, {found['failed']} failed"
    return _said(PROBLEMS if found["failed"] else FINE, line, more=found["more"])


def job(name, until):
    """Let one job run now."""
    found = jobs.registered().get(name)
    if found is None:
        return _said(CANNOT, "This site does not have that job.")
    outcome = jobs.run_due(until, only=name)
    line = jobs_words.Line(name, found, late=False)
    if outcome["failed"]:
        return _said(PROBLEMS, f"It failed: {_text(line.problem)}")
    if not outcome["ran"]:
        return _said(PROBLEMS, "Another process is doing this now.")
    done = line.state is not None and not line.state.going_on
    if not done and not outcome["more"]:
        return _said(PROBLEMS, "It could not be finished now. The site goes on with it by itself.")
    return _said(FINE, *_counts(line), more=outcome["more"])


def _counts(line):
    counts = ", ".join(f"{number} {_text(words)}" for number, words in line.counts)
    return [f"{_text(line.title)}: {counts or 'ok'}"]


def state(until):
    """Say how it goes with the jobs."""
    transaction.begin()
    lines, code = [], FINE
    for line in jobs_words.lines():
        said = [f"last run {_moment(line.last_run)}"]
        if line.job is None:
            said = ["its add-on is gone"]
        elif line.next_run:
            said.append(f"next run {_moment(line.next_run)}")
        said += [f"{line.waiting} due"] if line.waiting else []
        said += [f"{line.given_up} given up"] if line.given_up else []
        said += ["LATE"] if line.late else []
        said += [f"failed {line.failures} times: {_text(line.problem)}"] if line.failures else []
        lines.append(f"{line.name}: {', '.join(said)}")
        code = PROBLEMS if line.late or line.failures or line.given_up else code
    return _said(code, *lines)


def _moment(moment):
    return moment.isoformat(" ", "minutes") if moment else "never"


def dry_run():
    """Say what has had its time, and change nothing."""
    transaction.begin()
    lines = []
    for name, provider in sorted(getUtilitiesFor(IPersonalDataProvider)):
        lines.append(f"{name}: {provider.expired(clock.now())}")
    transaction.abort()
    return _said(FINE, *lines)


def check_audit(until):
    """Look whether somebody changed the audit log."""
    from samenbeter.shared import seals  # it sends mail, and that needs the jobs

    transaction.begin()
    fine, lines = seals.check_all()
    transaction.abort()
    return _said(FINE if fine else PROBLEMS, *map(_text, lines))


def rotate(until):
    """Turn the vault to a new key, or go on with that."""
    from samenbeter.shared import rotation

    transaction.begin()
    seconds = None if until is None else max(1, (until - clock.now()).total_seconds())
    found = rotation.rotate(vault.get(), seconds=seconds)
    said = (
        f"{found['sealed']} records have the new key now, {found['left']} have not, {found['damaged']} cannot be read"
    )
    if found["damaged"] and not found["sealed"]:
        return _said(PROBLEMS, said)
    return _said(FINE if found["finished"] else PROBLEMS, said, more=bool(found["left"] and found["sealed"]))


def check_vault(until):
    """Open each record, and count those that cannot be read, for each kind. What they say goes nowhere."""
    transaction.begin()
    try:
        found = vault_check.check(vault.get())
    finally:
        transaction.abort()
    damaged = [
        f"{room or 'lost'}.{kind or 'lost'}: {number}" for (room, kind), number in sorted(found["damaged"].items())
    ]
    return _said(
        PROBLEMS if damaged else FINE,
        f"{found['checked']} records, {sum(found['damaged'].values())} cannot be read",
        *damaged,
    )
