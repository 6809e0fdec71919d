"""Everything about one person as a file: asked for, made, handed out once, and gone.

What was asked is in the database before the work begins. When it is broken off, the job
does it again from the start: only a whole file is kept, in the transaction in which the
request is finished.
"""

from datetime import timedelta
from samenbeter import _
from samenbeter import logger
from samenbeter.interfaces import IJob
from samenbeter.privacy import asking
from samenbeter.privacy import export_file
from samenbeter.shared import audit
from samenbeter.shared import clock
from samenbeter.shared import jobs
from samenbeter.shared import vault
from samenbeter.shared.transactions import committed
from zope.interface import implementer


ROOM, KIND, PURPOSE = "privacy", "export", "samenbeter.rights"
JOB = "samenbeter.privacy.exports"
DAYS = 3


def ask(subject, language):
    """Keep that somebody wants a file, in a transaction of its own; return the id of the request.

    :param subject: a Subject.
    :param language: of the page in the file: "nl" or another that we have.
    """

    def act():
        waiting = [request.id for request in asking.of(subject) if request.type == asking.PORTABILITY]
        if waiting:
            return waiting[0]
        request_id = asking.begin(subject, asking.PORTABILITY, language=language)
        jobs.schedule(JOB, clock.now(), request_id)
        return request_id

    return committed(act)


def build(request_id):
    """Make the file of a request; return the id of its record, or None when somebody else did it meanwhile.

    The database is only read until the file is whole.
    """
    try:
        data = asking.data_of(request_id)
    except vault.NoRecord:
        return None
    subject = asking.who(data)
    whole = export_file.make(subject, data["language"])

    def keep():
        try:
            asking.data_of(request_id)
        except vault.NoRecord:
            return None
        kept = vault.get()
        for older in list(kept.find(subject=subject.key, room=ROOM, kind=KIND)):
            kept.erase(older)
        expires = (clock.now() + timedelta(days=DAYS)).date()
        export_id = kept.add(ROOM, KIND, whole, purpose=PURPOSE, subject=subject.key, expires=expires)
        asking.finish(request_id)
        audit.note(
            "export", subject=kept.pseudonym(subject.key), object=export_id, section=f"{ROOM}.{KIND}", basis=PURPOSE
        )
        return export_id

    return committed(keep)


def try_to_build(request_id):
    """Make the file now; when that fails the job does it later. Return the id of the file, or None."""
    try:
        return build(request_id)
    except vault.keys.VaultProblem:
        raise
    except Exception as failure:
        # whatever a provider of another add-on did: the request stands, and the job tries again
        logger.error("An export could not be made yet: %s", type(failure).__name__)
        return None


def ready(subject):
    """Return the record of the file that waits for a Subject, closed, or None."""
    kept = vault.get()
    for export_id in kept.find(subject=subject.key, room=ROOM, kind=KIND):
        record = kept.record(export_id)
        if until(record) > clock.now():
            return record
    return None


def until(record):
    """Return the moment, in UTC, until which a file can be fetched."""
    return record.created + timedelta(days=DAYS)


def hand_out(subject, export_id):
    """Return the bytes of a file, and erase it in the same transaction.

    :raises vault.NoRecord: when it is not there, was fetched, is too old, or is somebody else's.
    """

    def act():
        kept = vault.get()
        record = kept.record(export_id)
        if (record.room, record.kind) != (ROOM, KIND) or until(record) <= clock.now():
            raise vault.NoRecord
        whole = kept.read(export_id, vault.Own(subject.key))
        kept.erase(export_id)
        return whole

    return committed(act)


@implementer(IJob)
class MakeExports:
    """The job: makes the files that were asked for and are not made."""

    title = _("rights_job_exports", default="Bestanden maken voor wie hun gegevens ophalen")
    every = timedelta(hours=1)
    at = None

    def run(self, argument, until):
        """Make the file of one request, or of all that wait."""
        if argument:
            waiting = [argument]
        else:
            waiting = [request.id for request in asking.open_requests() if request.type == asking.PORTABILITY]
        made = 0
        for number, request_id in enumerate(waiting):
            if number and clock.now() >= until:
                return False, {"made": made}
            made += build(request_id) is not None
        return True, {"made": made}
