"""Follows the journal of erasures: all providers erase, each in a transaction of its own.

The database remembers how far the journal was followed. After a backup was put back that
is less far, so that what is in it of erased people goes again.
"""

from BTrees.OOBTree import OOBTree
from BTrees.OOBTree import OOTreeSet
from dataclasses import dataclass
from dataclasses import field
from dataclasses import replace
from datetime import timedelta
from persistent import Persistent
from plone import api
from samenbeter import _
from samenbeter import logger
from samenbeter.interfaces import IJob
from samenbeter.interfaces import IPersonalDataProvider
from samenbeter.privacy import asking
from samenbeter.privacy import journal
from samenbeter.shared import audit
from samenbeter.shared import clock
from samenbeter.shared import packing
from samenbeter.shared import rights
from samenbeter.shared import system
from samenbeter.shared import vault
from samenbeter.shared.transactions import committed
from zope.annotation.interfaces import IAnnotations
from zope.component import getUtilitiesFor
from zope.interface import implementer


KEY = "samenbeter.erasures"
NAME = "samenbeter.privacy.erasures"
ACTOR = f"job:{NAME}"
# they erase last: without the account the others do not find what is left, and nobody can start again
LEFTOVERS = "samenbeter.privacy.leftovers"
MEMBER = "samenbeter.privacy.member"


class Unfinished(Exception):
    """Some of what has to be erased is still there; the next run goes on."""


class Progress(Persistent):
    """How far the journals were followed, and the lines in which something failed."""

    def __init__(self):
        self.done = OOBTree()
        self.waiting = OOTreeSet()


@dataclass
class Outcome:
    """What one erasure did."""

    removed: int = 0
    retained: int = 0
    reasons: list = field(default_factory=list)
    # names of providers
    failed: list = field(default_factory=list)

    def add(self, erased):
        """Add what a provider did."""
        self.removed += erased.removed
        self.retained += erased.retained
        self.reasons += [reason for reason in erased.reasons if reason not in self.reasons]


def waiting():
    """Return the lines of this site that were not followed, or not to the end.

    :raises journal.JournalProblem: when it is not the journal that the database knows.
    """
    return _waiting()[1]


def _waiting():
    progress = _look()
    done = dict(progress.done) if progress is not None else {}
    found = journal.read()
    if found is None:
        if any(done.values()):
            raise journal.Missing
        return None, []
    journal_id, lines = found
    if (done and journal_id not in done) or len(lines) < done.get(journal_id, 0):
        raise journal.Other
    if not lines:
        return journal_id, []
    site = journal.this_site()
    failed = {number for of, number in progress.waiting if of == journal_id} if progress is not None else ()
    new = done.get(journal_id, 0)
    # a new site can have the place and the key of an earlier one
    made = api.portal.get().created().asdatetime()
    return journal_id, [
        one for one in lines if one.site == site and one.moment >= made and (one.number > new or one.number in failed)
    ]


def apply(limit=None, until=None, up_to=None, known=()):
    """Follow the journal; return [(line, Outcome)].

    :param limit: so many lines at most.
    :param until: a moment, in UTC, after which no line is begun.
    :param up_to: the number of the last line.
    :param known: {pseudonym: Subject} of people whose names are known.
    """
    journal_id, lines = _waiting()
    found = []
    people = People(dict(known))
    with system.as_system():
        for line in lines[:limit]:
            if (until and clock.now() >= until) or (up_to and line.number > up_to):
                break
            found.append((line, _follow(journal_id, line, people)))
    return found


def _follow(journal_id, line, people):
    subject = people.who(line)
    outcome = Outcome()
    found = dict(providers(line.scope))
    account = found.pop(MEMBER, None)
    for name, provider in found.items():
        _erase(name, lambda provider=provider: provider.erase(subject, line.moment), outcome)

    def finish():
        # the account goes in the transaction that says that all is done: it cannot be somebody else's by then
        erased = account.erase(subject, line.moment) if account is not None else rights.Erased()
        _done(journal_id, line.number, failed=False)
        return erased

    if not outcome.failed:
        _erase(MEMBER, finish, outcome)
    if outcome.failed:
        committed(lambda: _done(journal_id, line.number, failed=True))
    return outcome


def _done(journal_id, number, failed):
    progress = _progress()
    progress.done[journal_id] = max(progress.done.get(journal_id, 0), number)
    if failed:
        progress.waiting.insert((journal_id, number))
    elif (journal_id, number) in progress.waiting:
        progress.waiting.remove((journal_id, number))
    audit.note(
        "delete",
        outcome="failure" if failed else "success",
        object=f"erasure:{number}",
        section="erasure",
        basis="samenbeter.rights",
        actor=ACTOR,
    )
    packing.soon()


def _erase(name, act, outcome):
    try:
        outcome.add(committed(act))
    except Exception as problem:
        # one that fails must not keep the others; what it says could name somebody
        logger.error("Erasing: %s failed: %s", name, type(problem).__name__)
        outcome.failed.append(name)


def providers(scope):
    """Return [(name, provider)] in the order in which they erase.

    :param scope: journal.ALL, or a party: then only those that can erase one relation alone.
    """
    found = [
        (name, one)
        for name, one in getUtilitiesFor(IPersonalDataProvider)
        if scope == journal.ALL or getattr(one, "by_party", False)
    ]
    return sorted(found, key=lambda pair: (pair[0] == MEMBER, pair[0] == LEFTOVERS, pair[0]))


class People:
    """Finds who a line of the journal is about. User ids are hashed once for all lines.

    :param known: {pseudonym: Subject} of whom more is known.
    """

    def __init__(self, known):
        self.known = known
        self.accounts = None

    def who(self, line):
        """Return a Subject; of a mail address no more is known than what the vault calls it."""
        party = "" if line.scope == journal.ALL else line.scope
        found = self.known.get(line.pseudonym)
        if found is not None:
            return replace(found, party=party)
        if self.accounts is None:
            box = vault.get()
            self.accounts = {box.pseudonym(f"member:{userid}"): userid for userid in user_ids()}
        userid = self.accounts.get(line.pseudonym, "")
        return rights.Subject(userid=userid, pseudonym="" if userid else line.pseudonym, party=party)


def user_ids():
    """Return the ids of all accounts, and of accounts of which something was left."""
    users = api.portal.get_tool("acl_users")
    catalog = api.portal.get_tool("portal_catalog")
    found = {*catalog.uniqueValuesFor("Creator")}
    for plugin, attribute in (
        ("source_users", "_user_passwords"),
        ("mutable_properties", "_storage"),
        ("source_groups", "_principal_groups"),
        ("portal_role_manager", "_principal_roles"),
    ):
        found.update(getattr(users.get(plugin), attribute, {}) or {})
    return {userid for userid in found if userid and isinstance(userid, str)}


def _look():
    return IAnnotations(api.portal.get()).get(KEY)


def _progress():
    return IAnnotations(api.portal.get()).setdefault(KEY, Progress())


def start_over():
    """Forget the journal that is lost, in the current transaction: what was erased stays so, but a backup replays it not."""
    IAnnotations(api.portal.get()).pop(KEY, None)


def problem():
    """Return what is wrong with the journal, a message; None when it can be used."""
    try:
        waiting()
    except journal.JournalProblem as found:
        return found.message
    return None


@implementer(IJob)
class Erasures:
    """Goes on with erasures that were broken off, and repeats them after a backup was put back."""

    title = _("job_erasures", default="Wissen wat gewist moest zijn")
    every = timedelta(minutes=5)
    at = None

    def run(self, argument, until):
        """Follow the journal until it is late."""
        found = apply(until=until)
        for line, outcome in found:
            if line.scope == journal.ALL and not outcome.failed:
                counts = {"removed": outcome.removed, "retained": outcome.retained}
                committed(lambda line=line, counts=counts: asking.settle(line.number, counts))
        left = waiting()
        failed = [line for line, outcome in found if outcome.failed]
        if failed and len(failed) == len(left):
            raise Unfinished
        return not left, {"erasures": len(found) - len(failed)}
