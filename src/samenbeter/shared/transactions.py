"""Transactions of our own: they win from others who write the same, and say nothing about anybody.

Zope repeats a request three times when others wrote the same objects, with seconds in
between, and then answers 500. What private data depend on is done by ``committed``: often
and quickly.
"""

from samenbeter.interfaces import ISamenBeterLayer
from transaction.interfaces import TransientError
from zope.component import adapter
from ZPublisher.interfaces import IPubBeforeCommit

import random
import time
import transaction


TRIES = 30
LONGEST_WAIT = 0.5  # seconds


def committed(act, tries=TRIES, note=""):
    """Do something in a transaction of its own; again when others wrote the same at the same time.

    What the caller changed before and did not commit is lost, so a view calls this first
    and shows afterwards. In a view the token has to be checked before: what is committed
    here plone.protect does not see.

    :param act: a function of no arguments, which can be called more than once.
    :param note: all that the transaction says about itself: a text about nobody.
    :returns: what ``act`` returned.
    :raises TransientError: when it did not work so many times; a ConflictError is one.
    """
    for tried in range(tries):
        transaction.begin()
        try:
            result = act()
            without_traces(note)
            transaction.commit()
        except TransientError:
            transaction.abort()
            if tried == tries - 1:
                raise
            wait = min(LONGEST_WAIT, 0.01 * 2 ** min(tried, 6))
            time.sleep(random.uniform(0, wait))  # noqa: S311 - spreads the tries
        except BaseException:
            transaction.abort()
            raise
        else:
            return result


def without_traces(note=""):
    """Take out of the current transaction who it is of, and where: both would stay in the database.

    :param note: what it says in their place, about nobody.
    """
    current = transaction.get()
    current.user = ""
    current.description = note


@adapter(IPubBeforeCommit)
def leave_no_traces(event):
    """Zope writes the user and the path of each request into its transaction; not in a site with us.

    An erased resident would be found there as long as one of the objects lives.
    """
    if ISamenBeterLayer.providedBy(event.request):
        without_traces()
