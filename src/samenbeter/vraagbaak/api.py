"""Imports over REST: ``@imports`` of a desk."""

from plone.protect.interfaces import IDisableCSRFProtection
from plone.restapi.deserializer import json_body
from plone.restapi.exceptions import DeserializationError
from plone.restapi.services import Service
from samenbeter import _
from samenbeter.shared import rest
from samenbeter.vraagbaak import import_words
from samenbeter.vraagbaak import jobs
from samenbeter.vraagbaak.imports import act
from samenbeter.vraagbaak.imports import add_job
from samenbeter.vraagbaak.imports import add_job_from
from samenbeter.vraagbaak.imports import NotTaken
from zExceptions import NotFound
from zope.interface import alsoProvides
from zope.interface import implementer
from zope.publisher.interfaces import IPublishTraverse

import json


JSON_LINES = ("application/x-ndjson", "application/jsonl", "application/json-lines")
ACTS = {jobs.RUNNING: "go", jobs.STOPPED: "stop"}


@implementer(IPublishTraverse)
class Imports(Service):
    """Base: the job in the address, and how a job and an error look."""

    job_id = None

    def publishTraverse(self, request, name):
        """Take the id of a job from the address; nothing stands below it."""
        if self.job_id is not None:
            raise NotFound(name)
        self.job_id = name
        return self

    def url_of(self, job):
        """Return the address of a job."""
        return f"{self.context.absolute_url()}/@imports/{job.id}"

    def summary(self, job):
        """Return what a list says of a job."""
        progress = job.progress
        return {
            "@id": self.url_of(job),
            "id": job.id,
            "state": job.state,
            "source": job.source,
            "created": job.created.isoformat(timespec="seconds"),
            "ended": progress.ended.isoformat(timespec="seconds") if progress.ended else None,
            "done": progress.position,
            "total": job.total,
            "counts": import_words.counts(job),
        }

    def whole(self, job):
        """Return all of a job."""
        return {
            **self.summary(job),
            "seconds_left": job.seconds_left,
            "problems": import_words.problems(job, self.request),
            "kept": [
                {"line": one["line"], "title": one["title"], "fields": one["fields"]}
                for one in import_words.kept(job, self.request)
            ],
        }

    def error(self, status, message, field=""):
        """Return an error in the reader's language."""
        return rest.error(self.request, status, message, field or "")

    def not_found(self):
        """Return that there is no such job."""
        return self.error(404, _("import_not_found", default="Dit inlezen kennen wij niet."))

    def may_write(self):
        """Say that this is a program, which has no token of a form."""
        alsoProvides(self.request, IDisableCSRFProtection)


class ImportsGet(Imports):
    """GET @imports and @imports/<id>."""

    def reply(self):
        """Return the imports that are kept, newest first, or one of them."""
        if self.job_id is None:
            return {
                "@id": f"{self.context.absolute_url()}/@imports",
                "items": [self.summary(job) for job in jobs.jobs_of(self.context)],
            }
        job = jobs.job_of(self.context, self.job_id)
        return self.whole(job) if job is not None else self.not_found()


class ImportsPost(Imports):
    """POST @imports: {"url": …}, {"data": [records]}, or JSON lines."""

    def reply(self):
        """Begin with it and return the job."""
        if self.job_id is not None:
            return self.not_found()
        self.may_write()
        try:
            job = self._job()
        except NotTaken as not_taken:
            return self.error(400, not_taken.message, not_taken.field)
        self.request.response.setStatus(201)
        self.request.response.setHeader("Location", self.url_of(job))
        return self.whole(job)

    def _job(self):
        kind = (self.request.get_header("Content-Type") or "").partition(";")[0].strip().lower()
        if kind in JSON_LINES:
            return add_job(self.context, self.request.get("BODYFILE"), "data")
        body = body_of(self.request)
        url, data = body.get("url"), body.get("data")
        if (url is None) == (data is None):
            message = _("import_error_body", default="Stuur url of data, niet allebei.")
            raise NotTaken("url", message)
        if data is None:
            if not isinstance(url, str):
                raise NotTaken("url", _("import_error_url", default="url moet tekst zijn."))
            return add_job_from(self.context, url.strip(), "url")
        if not isinstance(data, list):
            raise NotTaken("data", _("import_error_data", default="data moet een lijst zijn."))
        # one record on a line, so that the line of a problem is its number in the list
        lines = ",\n".join(json.dumps(record) for record in data)
        return add_job(self.context, f"[{lines}]".encode(), "data")


class ImportsPatch(Imports):
    """PATCH @imports/<id>: {"state": "stopped"} or {"state": "running"}."""

    def reply(self):
        """Ask for it and return the job."""
        job = jobs.job_of(self.context, self.job_id)
        if job is None:
            return self.not_found()
        self.may_write()
        try:
            wanted = body_of(self.request).get("state")
        except NotTaken as not_taken:
            return self.error(400, not_taken.message, not_taken.field)
        if not isinstance(wanted, str) or wanted not in ACTS:
            message = _("import_error_state", default="state moet running of stopped zijn.")
            return self.error(400, message, "state")
        if job.state == jobs.FINISHED:
            message = _("import_error_finished", default="Dit inlezen is al klaar.")
            return self.error(409, message, "state")
        act(self.context, job, ACTS[wanted])
        return self.whole(job)


def body_of(request):
    """Return the JSON object of a request; raise NotTaken for anything else."""
    try:
        return json_body(request)
    except DeserializationError:
        message = _("import_error_json", default="Dit is geen JSON-object.")
        raise NotTaken("", message) from None
