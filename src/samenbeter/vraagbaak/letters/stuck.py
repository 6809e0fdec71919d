"""Whether mail gets away: the desk hears it when it does not, for it can call instead, and can say so."""

from samenbeter.shared import jobs
from samenbeter.shared import jobs_words
from samenbeter.shared import mail


# one server that is busy for a moment is no news
FAILURES = 2


def problem():
    """Return what is wrong with sending mail and what to do, a message; None while it goes well.

    It looks at how the job goes, one object; what waits is not counted.
    """
    store = jobs.look()
    state = store.states.get(mail.JOB) if store is not None else None
    return jobs_words.problem(state.error) if state is not None and state.failures >= FAILURES else None
