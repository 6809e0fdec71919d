"""The tick: whoever may read the key file of the vault lets this process do what is due.

Only a program on the same machine comes in, not through a proxy, and with a token that
is made of the key file. For all others there is no such page.
"""

from datetime import timedelta
from Products.Five import BrowserView
from samenbeter.shared import clock
from samenbeter.shared import counters
from samenbeter.shared import jobs
from samenbeter.shared import keys
from samenbeter.shared import maintaining
from samenbeter.shared.system import as_system
from samenbeter.shared.tick_client import token
from zExceptions import NotFound

import hmac
import json


# a request should not take longer; the next tick goes on
LONGEST = timedelta(seconds=20)
LOOPBACK = ("127.0.0.1", "::1", "::ffff:127.0.0.1")
# what a proxy adds
FORWARDED = ("X-Forwarded-For", "X-Forwarded-Host", "X-Real-Ip", "Forwarded", "Via")


class Tick(BrowserView):
    """POST does what is due and answers with the numbers, in JSON.

    ``job`` names one job, to run it now. ``command`` and ``arguments`` (words with spaces
    between them) are those of ``python -m samenbeter.shared.maintain``.
    """

    def __call__(self):
        """Return the answer; 404 for who may not ask."""
        if self.request.method != "POST" or not self.is_ours() or not self.has_token():
            raise NotFound(self.__name__)
        response = self.request.response
        response.setHeader("Content-Type", "application/json; charset=utf-8")
        response.setHeader("Cache-Control", "no-store")
        return json.dumps(self.work(), ensure_ascii=False)

    def is_ours(self):
        """True when the request comes from this machine, and not by way of a proxy on it."""
        forwarded = any(self.request.getHeader(name) for name in FORWARDED)
        # not getClientAddr(): that believes what a trusted proxy says
        return self.request.environ.get("REMOTE_ADDR") in LOOPBACK and not forwarded

    def has_token(self):
        """True when the request has the token."""
        # Zope keeps this header apart, so that no page shows it
        kind, _space, given = (self.request._auth or "").partition(" ")
        try:
            return kind.lower() == "bearer" and hmac.compare_digest(given.strip().encode(), token().encode())
        except keys.NoKey:
            return False

    def work(self):
        """Do what is asked; return what JSON can say."""
        form = self.request.form
        if "command" in form:
            with as_system():
                words = str(form.get("arguments", "")).split()
                return maintaining.perform(str(form["command"]), words, until=clock.now() + LONGEST)
        # the file of this machine; the job itself may run on another one
        if counters.waits():
            counters.take_in()
        only = str(form["job"]) if "job" in form else None
        if only is not None and only not in jobs.registered():
            self.request.response.setStatus(400)
            return {"error": "There is no such job."}
        return jobs.run_due(until=clock.now() + LONGEST, only=only)
