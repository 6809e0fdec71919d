"""Wrong passwords counted at the right moment.

Who is not known in the site may be known in Zope itself, which is asked after the site.
So a wrong password that came with a request is counted once it is certain who asks:
after Zope found its way, or when it gave up. What a page checks later counts at once.
"""

from AccessControl.SecurityManagement import getSecurityManager
from samenbeter import logger
from samenbeter.shared import clock
from samenbeter.shared import logging_in
from zope.annotation.interfaces import IAnnotations
from zope.component import adapter
from ZPublisher.interfaces import IPubAfterTraversal
from ZPublisher.interfaces import IPubFailure

import threading


PENDING = "samenbeter.hardening.tries"
SEEN = "samenbeter.hardening.tries_seen"
ARRIVED = "samenbeter.hardening.arrived"


def was_wrong(login, password, request):
    """Return whether this was checked in this request already, and was wrong."""
    return (login, password) in IAnnotations(request).get(SEEN, ())


def wrong(login, password, request):
    """Somebody typed a password that is not known in the site."""
    notes = IAnnotations(request)
    notes.setdefault(SEEN, set()).add((login, password))
    if notes.get(ARRIVED):
        logging_in.failed(login, request)
    else:
        notes.setdefault(PENDING, set()).add(login)


@adapter(IPubAfterTraversal)
def after_traversal(event):
    """Zope knows who asks."""
    notes = IAnnotations(event.request)
    notes[ARRIVED] = True
    pending = notes.pop(PENDING, ())
    if not pending:
        return
    user = getSecurityManager().getUser()
    known = user.getUserName() if user is not None and user.getId() else None
    for login in pending:
        if login == known:
            logging_in.succeeded(login, event.request)
        else:
            logging_in.failed(login, event.request)


@adapter(IPubFailure)
def after_failure(event):
    """Zope gave up before it knew who asks; unless it tries again, that was a wrong password."""
    if event.retry:
        return
    for login in IAnnotations(event.request).pop(PENDING, ()):
        logging_in.failed(login, event.request)


class Refusals:
    """Says in the log that there are refusals: how many, a line a minute at most, and never whose."""

    def __init__(self):
        self.lock = threading.Lock()
        self.count = 0
        self.said = None

    def note(self):
        """Count one."""
        with self.lock:
            self.count += 1
            now = clock.now()
            if self.said is not None and (now - self.said).total_seconds() < 60:
                return
            count, self.count, self.said = self.count, 0, now
        logger.warning("Log-ins refused because of too many wrong passwords: %d", count)


refusals = Refusals()
