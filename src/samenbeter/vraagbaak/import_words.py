"""What people read of an import: on its page, over REST and in a terminal."""

from samenbeter import _
from samenbeter.vraagbaak import jobs
from samenbeter.vraagbaak.importing import CHANGED
from samenbeter.vraagbaak.importing import CREATED
from samenbeter.vraagbaak.importing import SAME
from zope.i18n import translate


# state: (name, icon of its tag, kind of tag)
STATES = {
    jobs.WAITING: (_("import_waiting", default="Begint zo"), "clock", "info"),
    jobs.RUNNING: (_("import_running", default="Bezig"), "clock", "info"),
    jobs.STOPPING: (_("import_stopping", default="Stopt zo"), "clock", "warn"),
    jobs.STOPPED: (_("import_stopped", default="Gestopt"), "stop", "warn"),
    jobs.FINISHED: (_("import_finished", default="Klaar"), "check", "ok"),
    jobs.FAILED: (_("import_failed", default="Niet gelukt"), "warning", "late"),
}

COUNTS = {
    CREATED: _("import_created", default="Nieuw"),
    CHANGED: _("import_changed", default="Bijgewerkt"),
    SAME: _("import_same", default="Al goed"),
    "kept": _("import_kept", default="Bleef staan"),
    "problems": _("import_problems", default="Niet gelukt"),
}


def counts(job):
    """Return {name: number} of what became of the records."""
    progress = job.progress
    return {**progress.counts, "kept": progress.kept_total, "problems": progress.problems_total}


def percent(job):
    """Return how much is done, from 0 to 100."""
    return 100 * job.progress.position // job.total if job.total else 100


def progress_text(job, request=None, language=None):
    """Return "57 van 125 vragen, nog ongeveer 8 seconden".

    :param language: for who has no request, such as a terminal.
    """
    mapping = {"done": job.progress.position, "total": job.total}
    left = job.seconds_left
    if left is None:
        message = _("import_progress", default="${done} van ${total} vragen", mapping=mapping)
        return translate(message, context=request, target_language=language)
    mapping["time"] = translate(_duration(left), context=request, target_language=language)
    message = _("import_progress_left", default="${done} van ${total} vragen, nog ongeveer ${time}", mapping=mapping)
    return translate(message, context=request, target_language=language)


def _duration(seconds):
    if seconds < 2:
        return _("import_second", default="1 seconde")
    if seconds < 100:
        return _("import_seconds", default="${count} seconden", mapping={"count": seconds})
    return _("import_minutes", default="${count} minuten", mapping={"count": round(seconds / 60)})


def problems(job, request=None, language=None):
    """Return [{line, number, id, reason}] of the records that could not go in, in words."""
    return [{**one, "reason": _in_words(one["reason"], request, language)} for one in job.problems]


def kept(job, request=None, language=None):
    """Return [{line, title, path, fields}] of the questions of which something stayed as the editors made it."""
    return [
        {**one, "fields": ", ".join(_in_words(field, request, language) for field in one["fields"])} for one in job.kept
    ]


def _in_words(message, request, language):
    return translate(message, context=request, target_language=language)
