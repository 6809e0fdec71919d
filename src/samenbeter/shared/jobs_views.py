"""The page "Werk van de site": what the site does by itself, when, and whether that goes well."""

from datetime import timedelta
from functools import cached_property
from plone import api
from plone.protect import CheckAuthenticator
from plone.protect.authenticator import createToken
from Products.Five import BrowserView
from samenbeter import _
from samenbeter.interfaces import ISamenBeterPage
from samenbeter.shared import clock
from samenbeter.shared import jobs
from samenbeter.shared import jobs_words
from zope.component import getMultiAdapter
from zope.i18n import translate
from zope.interface import implementer


# a page should not take longer; the tick goes on with it
LONGEST = timedelta(seconds=20)


@implementer(ISamenBeterPage)
class JobsPage(BrowserView):
    """Looks; a POST with a token lets one job run now."""

    sb_title = _("jobs_title", default="Werk van de site")

    def __call__(self):
        """Show the page, or do what was asked and come back to it."""
        response = self.request.response
        response.setHeader("Cache-Control", "no-store")
        if self.request.method == "POST":
            CheckAuthenticator(self.request)
            self.run(str(self.request.form.get("run", "")))
            response.redirect(f"{self.context.absolute_url()}/@@samenbeter-jobs")
            return ""
        return self.index()

    def run(self, name):
        """Let a job run now, and say what became of it."""
        job = jobs.registered().get(name)
        if job is None:
            return
        found = jobs.run_due(until=clock.now() + LONGEST, only=name)
        title = {"job": translate(job.title, context=self.request)}
        if found["failed"]:
            text = _("jobs_run_failed", default="Niet gelukt: ${job}. Hieronder staat waarom.", mapping=title)
        elif found["more"]:
            text = _("jobs_run_more", default="Begonnen: ${job}. De site gaat er zelf mee door.", mapping=title)
        elif found["ran"]:
            text = _("jobs_run_done", default="Klaar: ${job}.", mapping=title)
        else:
            text = _("jobs_run_none", default="Er was nu niets te doen: ${job}.", mapping=title)
        api.portal.show_message(text, self.request, type="error" if found["failed"] else "info")

    # -- showing

    @cached_property
    def token(self):
        """Return the token that proves that the form came from here."""
        return createToken()

    @cached_property
    def lines(self):
        """Return a Line for each job."""
        return jobs_words.lines()

    @property
    def late(self):
        """Return the titles of the jobs that had to run, and did not, or did not succeed."""
        return [line.title for line in self.lines if line.late]

    @property
    def silent(self):
        """True when no job at all ran for two days: nobody asks for it."""
        store = jobs.look()
        return store is not None and clock.now() - jobs.last_sign(store) > jobs.LATE

    def last(self, line):
        """Return in words when a job ran last."""
        if line.running:
            return _("jobs_running", default="Nu bezig")
        return self._moment(line.last_run) if line.last_run else _("jobs_never", default="Nog niet")

    def next(self, line):
        """Return in words when a job runs next."""
        if line.job is None:
            return _("jobs_gone", default="Niet meer: het onderdeel dat dit deed, is weg.")
        if line.job.every is None:
            return _("jobs_when_due", default="Zodra er iets te doen is")
        if line.next_run is None or line.next_run <= clock.now():
            return _("jobs_soon", default="Zo meteen")
        return self._moment(line.next_run)

    def oldest(self, line):
        """Return in words since when the oldest thing waits."""
        return self._moment(line.oldest) if line.oldest else ""

    def _moment(self, moment):
        return getMultiAdapter((self.context, self.request), name="sb").datetime(moment)
