"""What the page of the jobs and the maintenance command say, in words."""

from samenbeter import _
from samenbeter.interfaces import IPersonalDataProvider
from samenbeter.shared import jobs
from samenbeter.shared import keys
from samenbeter.shared import sealing
from zope.component import queryUtility


# name of a count that more than one job has: in words. A job has ``words`` of its own for others.
COUNTS = {
    "done": _("jobs_count_done", default="gedaan"),
    "erased": _("jobs_count_erased", default="gewist"),
    "expired": _("jobs_count_expired", default="verlopen en gewist"),
    "erasures": _("jobs_count_erasures", default="mensen gewist"),
    "sealed": _("jobs_count_sealed", default="dagen verzegeld"),
    "problems": _("jobs_count_problems", default="problemen"),
    "made": _("jobs_count_made", default="gemaakt"),
    "warned": _("jobs_count_warned", default="gewaarschuwd"),
    "changed": _("jobs_count_changed", default="veranderd"),
}
_MAIL_SERVER = _(
    "jobs_error_mail", default="De mailserver geeft geen antwoord. Kijk bij de mailinstellingen van de site."
)
_DISK = _("jobs_error_disk", default="De schijf is vol of niet bereikbaar. Maak ruimte.")
# class of an error: what to do
PROBLEMS = {
    "NoSender": _(
        "jobs_error_sender", default="De site heeft geen afzender. Vul die in bij de mailinstellingen van de site."
    ),
    "ConnectionRefusedError": _MAIL_SERVER,
    "TimeoutError": _MAIL_SERVER,
    "gaierror": _MAIL_SERVER,
    "SMTPServerDisconnected": _MAIL_SERVER,
    "SMTPConnectError": _MAIL_SERVER,
    "SMTPSenderRefused": _(
        "jobs_error_from", default="De mailserver neemt de afzender niet aan. Kijk bij de mailinstellingen van de site."
    ),
    "SMTPAuthenticationError": _(
        "jobs_error_password",
        default="De mailserver neemt het wachtwoord niet aan. Kijk bij de mailinstellingen van de site.",
    ),
    "OSError": _DISK,
    "Unfinished": _(
        "jobs_error_part", default="Een deel is niet gelukt. In het logbestand van de site staat welk deel."
    ),
    **{one.__name__: one.message for one in (*keys.VaultProblem.__subclasses__(), *keys.NoKey.__subclasses__())},
    sealing.Damaged.__name__: sealing.Damaged.message,
}


def title(name, job):
    """Return what a job does, a message; its name when the add-on that brought it is gone."""
    return name if job is None else job.title


def counts(job, found):
    """Return [(number as text, in words)] of the counts of a job; a provider's name is its title."""
    words = {**COUNTS, **getattr(job, "words", {})}
    return [
        (f"{number:,}".replace(",", "\N{NO-BREAK SPACE}"), words.get(name) or _kind(name))
        for name, number in found.items()
    ]


def _kind(name):
    provider = queryUtility(IPersonalDataProvider, name)
    return provider.title if provider is not None else name


def problem(error):
    """Return what an error means and what to do, a message; its name when we do not know it."""
    return PROBLEMS.get(error) or _said_by(keys.VaultProblem, error) or error


def _said_by(problem, error):
    # a room has problems of its own
    if problem.__name__ == error:
        return problem.message
    return next(filter(None, (_said_by(one, error) for one in problem.__subclasses__())), None)


class Line:
    """How it goes with one job.

    :param name: of the job.
    :param job: the utility; None when it is gone.
    :param late: True when it had to run, and did not.
    """

    def __init__(self, name, job, late):
        store = jobs.look()
        self.name = name
        self.job = job
        self.late = late
        self.title = title(name, job)
        self.state = store.states.get(name) if store is not None else None
        self.waiting, self.oldest, self.given_up = store.summary(name) if store is not None else (0, None, 0)

    @property
    def running(self):
        """True while a process works on it."""
        return self.state is not None and self.state.held()

    @property
    def last_run(self):
        """Return when it ran last, or None."""
        return self.state and self.state.last_run

    @property
    def next_run(self):
        """Return when it runs next, or None: when something is due."""
        return self.state.next_run if self.state is not None and self.job is not None and self.job.every else None

    @property
    def failures(self):
        """Return how often it failed in a row."""
        return self.state.failures if self.state is not None else 0

    @property
    def problem(self):
        """Return what went wrong, a message; "" when nothing did."""
        return problem(self.state.error) if self.failures else ""

    @property
    def counts(self):
        """Return [(number, in words)]."""
        return counts(self.job, self.state.totals) if self.state is not None else []


def lines():
    """Return a Line for each job that is there, or that left something."""
    registered, late, store = jobs.registered(), jobs.late(), jobs.look()
    left = {*store.states, *store.names()} if store is not None else set()
    return [Line(name, registered.get(name), name in late) for name in sorted({*registered, *left})]
