"""Which forms came in already: a keyed hash of the token of each, for a few days, so that all processes know.

The hash leads to nobody: the token was made for a page, not for a person, and is kept nowhere.
"""

from BTrees.OOBTree import OOBTree
from datetime import timedelta
from persistent import Persistent
from plone import api
from samenbeter import _
from samenbeter.interfaces import IJob
from samenbeter.shared import clock
from samenbeter.shared.transactions import committed
from zope.annotation.interfaces import IAnnotations
from zope.interface import implementer


KEY = "samenbeter.guard"
SHARDS = 64
DAYS = 3


class Used(Persistent):
    """The hashes of a site, in shards: who writes at the same time seldom meets, and a tree merges what differs."""

    def __init__(self):
        # {hash: the last day on which it is remembered, as an ordinal}
        self.shards = tuple(OOBTree() for _number in range(SHARDS))

    def shard(self, hashed):
        """Return the tree that a hash stands in."""
        return self.shards[int(hashed[:4], 16) % SHARDS]

    def purge(self, today):
        """Forget what had its days; return how many."""
        gone = 0
        for shard in self.shards:
            old = [hashed for hashed, day in shard.items() if day < today]
            for hashed in old:
                del shard[hashed]
            gone += len(old)
        return gone


def store():
    """Return the store; make it when this is the first time."""
    annotations = IAnnotations(api.portal.get())
    if KEY not in annotations:
        annotations[KEY] = Used()
    return annotations[KEY]


def known(hashed):
    """Return whether a hash was written down; changes nothing."""
    found = IAnnotations(api.portal.get()).get(KEY)
    return found is not None and hashed in found.shard(hashed)


def use(token, content):
    """Write down a token, and what came in with it, in the current transaction; return False when both were there.

    Two who do that at the same moment meet in the tree; one is done again, and sees it.

    :param token: the hash of a token.
    :param content: the hash of a token together with what was written.
    """
    found = store()
    if content in found.shard(content):
        return False
    last = clock.today().toordinal() + DAYS
    for hashed in (token, content):
        shard = found.shard(hashed)
        if hashed not in shard:
            shard[hashed] = last
    return True


@implementer(IJob)
class Forget:
    """The job "samenbeter.shared.guard"."""

    title = _("job_guard", default="Vergeten welke formulieren al binnen zijn")
    every = timedelta(days=1)
    at = 1
    words = {"forgotten": _("job_word_forgotten", default="vergeten")}

    def run(self, argument, until):
        """Work until it is done."""
        return True, {"forgotten": committed(lambda: store().purge(clock.today().toordinal()))}
