"""The pages on which editors bring questions in, and see how far that is."""

from functools import cached_property
from plone import api
from plone.protect import CheckAuthenticator
from plone.protect.authenticator import createToken
from Products.Five import BrowserView
from samenbeter import _
from samenbeter.interfaces import ISamenBeterPage
from samenbeter.vraagbaak import document
from samenbeter.vraagbaak import fetching
from samenbeter.vraagbaak import import_words
from samenbeter.vraagbaak import jobs
from samenbeter.vraagbaak import runner
from urllib.parse import urlsplit
from zExceptions import NotFound
from zope.component import getMultiAdapter
from zope.i18n import translate
from zope.interface import implementer

import json


PROGRESS = "@@import-progress"
FILE, ADDRESS = "file", "address"

NOTHING = _("import_error_nothing", default="Kies een bestand, of vul een webadres in.")
BOTH = _("import_error_both", default="Kies een van de twee: een bestand of een webadres.")


class NotTaken(ValueError):
    """What was sent cannot be imported: the field that is wrong, and why."""

    def __init__(self, field, message):
        super().__init__(message)
        self.field = field
        self.message = message


def add_job(desk, data, field, source=""):
    """Keep a job with this document at a desk and let a thread begin with it; return the job.

    :param data: the bytes of the document, or a file to read them from.
    :param field: what the sender calls it.
    :raises NotTaken: with a sentence for the sender.
    """
    if not isinstance(data, bytes):
        data = data.read(fetching.MAX_BYTES + 1)
    if len(data) > fetching.MAX_BYTES:
        raise NotTaken(field, fetching.TOO_LARGE)
    try:
        job = jobs.add_job(desk, data, source)
    except document.Unreadable as unreadable:
        raise NotTaken(field, unreadable.message) from None
    runner.start(desk, job)
    return job


def add_job_from(desk, address, field):
    """Fetch a document and do the same with it."""
    try:
        data = fetching.fetch(address)
    except fetching.NotFetched as not_fetched:
        raise NotTaken(field, not_fetched.message) from None
    parts = urlsplit(address)
    # what stands behind the question mark may be a key
    return add_job(desk, data, field, f"{parts.scheme}://{parts.netloc}{parts.path}")


@implementer(ISamenBeterPage)
class Base(BrowserView):
    """What both pages have."""

    @cached_property
    def sb(self):
        """Return the helpers of all templates."""
        return getMultiAdapter((self.context, self.request), name="sb")

    @cached_property
    def token(self):
        """Return the token that proves that the form came from here."""
        return createToken()

    @property
    def files(self):
        """Return the address of the files of these pages."""
        return f"{api.portal.get().absolute_url()}/++plone++samenbeter-vraagbaak"

    def tag(self, job):
        """Return the tag of a job's state, for the macro "tag"."""
        text, icon, kind = import_words.STATES[job.state]
        return {"text": text, "icon": icon, "state": kind}

    def url_of(self, job):
        """Return the address of a job's page."""
        return f"{self.context.absolute_url()}/{PROGRESS}?job={job.id}"

    def counts(self, job):
        """Return {name, title, count} of what became of the records."""
        found = import_words.counts(job)
        return [{"name": name, "title": title, "count": found[name]} for name, title in import_words.COUNTS.items()]

    def source(self, job):
        """Return where the document of a job came from."""
        return job.source or _("import_from_file", default="Bestand")


class ImportPage(Base):
    """The form. Sending it is a POST with a token; all else only looks."""

    error = None
    typed = ""

    @property
    def sb_title(self):
        """Return the title; a screen reader hears first that something is wrong."""
        if self.error:
            return _("import_title_error", default="Fout: vragen inlezen")
        return _("import_title", default="Vragen inlezen")

    def __call__(self):
        """Show the form, or begin with what was sent."""
        if self.request.method == "POST":
            CheckAuthenticator(self.request)
            try:
                job = self.take()
            except NotTaken as not_taken:
                self.error = {"field": not_taken.field, "text": not_taken.message}
            else:
                self.request.response.redirect(self.url_of(job))
                return ""
        return self.index()

    def take(self):
        """Return the job of what was sent."""
        upload = self.request.form.get(FILE)
        has_file = bool(getattr(upload, "filename", ""))
        self.typed = str(self.request.form.get(ADDRESS, "")).strip()
        if has_file and self.typed:
            raise NotTaken(FILE, BOTH)
        if has_file:
            return add_job(self.context, upload, FILE)
        if self.typed:
            return add_job_from(self.context, self.typed, ADDRESS)
        raise NotTaken(FILE, NOTHING)

    def wrong(self, field):
        """Return what is wrong with a field, or None."""
        return self.error["text"] if self.error and self.error["field"] == field else None

    @cached_property
    def jobs(self):
        """Return the imports that are kept, newest first."""
        return jobs.jobs_of(self.context)


class OfJob(Base):
    """Base of the pages of one job."""

    @cached_property
    def job(self):
        """Return the job that is asked for."""
        job = jobs.job_of(self.context, self.request.form.get("job"))
        if job is None:
            raise NotFound("job")
        return job

    @property
    def text(self):
        """Return how far it is, in words."""
        return import_words.progress_text(self.job, self.request)

    @property
    def percent(self):
        """Return how much is done, from 0 to 100."""
        return import_words.percent(self.job)


class ImportProgress(OfJob):
    """How far a job is, with the buttons to stop it and to go on. A button is a POST with a token."""

    @property
    def sb_title(self):
        """Return the title."""
        return _("import_progress_title", default="Vragen inlezen: ${text}", mapping={"text": self.text})

    def __call__(self):
        """Show it, or do what a button says."""
        job = self.job
        if self.request.method == "POST":
            CheckAuthenticator(self.request)
            act(self.context, job, self.request.form.get("act"))
            self.request.response.redirect(self.url_of(job))
            return ""
        return self.index()

    @property
    def going(self):
        """True while there is something to wait for."""
        return self.job.state in jobs.GOING

    @cached_property
    def problems(self):
        """Return the records that could not go in."""
        return import_words.problems(self.job, self.request)

    @property
    def more_problems(self):
        """Return how many of them are not in the list."""
        return self.job.progress.problems_total - len(self.problems)

    @cached_property
    def kept(self):
        """Return the questions of which something stayed as the editors made it."""
        root = "/".join(self.context.getPhysicalPath())
        found = import_words.kept(self.job, self.request)
        return [{**one, "url": self.context.absolute_url() + one["path"].removeprefix(root)} for one in found]


def act(desk, job, what):
    """Stop a job, or let it go on; where neither can be, nothing happens."""
    if what == "stop" and job.may_stop:
        job.stop()
    elif what == "go" and job.may_go_on:
        job.go_on()
        runner.start(desk, job)


class ImportState(OfJob):
    """The same in JSON, for the script of the page."""

    def __call__(self):
        """Return it."""
        job = self.job
        self.request.response.setHeader("Content-Type", "application/json; charset=utf-8")
        self.request.response.setHeader("Cache-Control", "no-store")
        name = translate(import_words.STATES[job.state][0], context=self.request)
        found = {
            "state": job.state,
            "name": name,
            "going": job.state in jobs.GOING,
            "done": job.progress.position,
            "total": job.total,
            "percent": self.percent,
            "text": self.text,
            "counts": import_words.counts(job),
        }
        return json.dumps(found, ensure_ascii=False)
