"""The audit log: who did what with somebody's private data, when, and why.

``note`` is called in the transaction of what it is about: when that is undone, so is the
entry, and when the entry cannot be written, it does not happen.
"""

from AccessControl import getSecurityManager
from datetime import datetime
from plone import api
from Products.CMFCore.interfaces import IContentish
from samenbeter.interfaces import IPartnerGroups
from samenbeter.shared import clock
from samenbeter.shared import keys
from samenbeter.shared.audit_store import Entry
from samenbeter.shared.audit_store import Store
from zope.annotation.interfaces import IAnnotations
from zope.component import queryUtility
from zope.globalrequest import getRequest

import os
import re
import secrets
import threading


KEY = "samenbeter.audit"
SYSTEM = "samenbeter"
ACTIONS = (
    "view",
    "list",
    "search",
    "export",
    "edit",
    "publish",
    "share",
    "launch",
    "delete",
    "login",
    "logview",
    "break_glass",
)
OUTCOMES = ("success", "failure", "denied")
# the roles that say in which capacity somebody acts; the others say nothing of that
ROLES = (
    "Vraagbaak Editor",
    "Expert",
    "Wijkwebber",
    "Partner Manager",
    "Privacy Officer",
    "Site Administrator",
    "Manager",
)
# an id, a code: never words of a person, never a mail address
OPAQUE = re.compile(r"[A-Za-z0-9_.:,-]{0,200}")
HEX = re.compile(r"([0-9a-f]{32})?")


class _Writer:
    """The name of a writer, taken from those that are free; free again when its thread ends."""

    free = []

    def __init__(self):
        self.pid = os.getpid()
        try:
            self.name = self.free.pop()
        except IndexError:
            self.name = secrets.token_hex(6)

    def __del__(self):
        if self.pid == os.getpid():
            self.free.append(self.name)


os.register_at_fork(after_in_child=_Writer.free.clear)
_local = threading.local()


def writer():
    """Return the name under which this thread of this process writes."""
    mine = getattr(_local, "writer", None)
    if mine is None or mine.pid != os.getpid():
        mine = _local.writer = _Writer()
    return mine.name


def store(site=None):
    """Return the store of the site; make it when this is the first time."""
    annotations = IAnnotations(site or api.portal.get())
    if KEY not in annotations:
        annotations[KEY] = Store(clock.today().toordinal())
    return annotations[KEY]


def existing(site=None):
    """Return the store of the site; None when nothing was ever noted. Changes nothing."""
    return IAnnotations(site or api.portal.get()).get(KEY)


def note(
    action,
    *,
    outcome="success",
    subject="",
    party="",
    object="",
    section="",
    basis="",
    consent="",
    on_behalf_of="",
    reason="",
    actor=None,
):
    """Append an entry in the current transaction, and return it.

    All are ids or codes; words of people are refused.

    :param action: one of ``ACTIONS``.
    :param outcome: one of ``OUTCOMES``.
    :param subject: whom it is about, as the vault knows them (``Record.subject``, ``Vault.pseudonym``); in hex.
    :param party: with whom: "platform", "partner:<UID>", "module:<UID>".
    :param object: the id of a record, or the UID of content.
    :param section: which part of it.
    :param basis: the id of the purpose.
    :param consent: the id of the consent.
    :param on_behalf_of: for whom the actor works, a code.
    :param reason: the id of the record in the vault that says why.
    :param actor: what acts when it is not a person, such as "job:samenbeter.privacy.retention"; None: the
        person whose request this is.
    :raises keys.VaultProblem: when there is no key, or another one: then what was to be noted must not happen.
    :raises ValueError: when it is none of these.
    """
    known = _known_keys()
    return _append(
        {"actor": actor} if actor else _who(known),
        action=action,
        outcome=outcome,
        on_behalf_of=on_behalf_of,
        subject=subject,
        party=party,
        object=object,
        section=section,
        basis=basis,
        consent=consent,
        reason=reason,
    )


def note_content(action, uid, section=""):
    """Append an entry about public content, which goes on without a key: then it does not say who acted.

    To take something back must always be possible.

    :param uid: the UID of the content.
    """
    try:
        who = _who(_known_keys())
    except keys.VaultProblem:
        who = _who(None)
    return _append(who, action=action, object=uid, section=section)


def _text(when):
    return when.isoformat(timespec="milliseconds").replace("+00:00", "Z")


def _append(who, **what):
    moment_of_it = clock.now()
    entry = Entry(t=_text(moment_of_it), system=SYSTEM, **who, **what)
    _check(entry)
    return store().append(entry, moment_of_it.date().toordinal(), writer())


def _check(entry):
    if entry.action not in ACTIONS or entry.outcome not in OUTCOMES or not HEX.fullmatch(entry.subject):
        raise ValueError("not an action, outcome or subject of the audit log")
    for name in ("actor", "on_behalf_of", "party", "object", "section", "basis", "consent", "reason"):
        if not OPAQUE.fullmatch(getattr(entry, name)):
            # the value itself is not repeated: it may be somebody's name
            raise ValueError(f"{name}: an id or a code is meant")


def _known_keys():
    """Return the keys, once it is sure that they are those of the vault."""
    from samenbeter.shared import vault  # the vault itself writes in this log

    box = vault.get()
    return box.usable_keys(writes=box.fingerprint is None)


def pseudonym_of(userid):
    """Return the name by which the log knows who acts.

    :raises keys.VaultProblem: when there is no key, or another one.
    """
    return _known_keys().pseudonym("actor", userid)


def _who(known):
    user = getSecurityManager().getUser()
    userid = user.getId()
    if userid is None:
        anonymous = user.getUserName() == "Anonymous User"
        return {"actor": "anonymous" if anonymous else "system"}
    held = {*user.getRoles(), *_roles_here(user)}
    return {
        "actor": known.pseudonym("actor", userid) if known else "unknown",
        "role": ",".join(role for role in ROLES if role in held) or "Member",
        "organisation": ",".join(sorted(_partners(user))),
    }


def _roles_here(user):
    """Return the roles of somebody in the place that the request is about: a desk has editors of its own."""
    request = getRequest()
    parents = request.get("PARENTS", ()) if request is not None else ()
    place = next((one for one in parents if IContentish.providedBy(one)), None)
    return user.getRolesInContext(place) if place is not None and hasattr(user, "getRolesInContext") else ()


def _partners(user):
    groups = queryUtility(IPartnerGroups)
    # who is known to Zope only is in no group
    return groups.partners_of(user) if groups is not None and hasattr(user, "getGroups") else ()


def about(pseudonym, since=None):
    """Return the entries about somebody, newest first.

    :param pseudonym: as the vault knows them, in hex.
    :param since: a datetime in UTC: not those before it.
    """
    found = existing()
    entries = found.about(pseudonym) if found is not None and pseudonym else []
    return [entry for entry in entries if since is None or moment(entry) >= since]


def moment(entry):
    """Return when it was, a datetime in UTC."""
    return datetime.fromisoformat(entry.t.replace("Z", "+00:00"))


def entries(since, until, action=""):
    """Yield the entries of a time, newest first.

    :param since: a datetime in UTC, included; ``until`` is not.
    :param action: only these.
    """
    found = existing()
    by_day = {}
    # what came late stands in the segment of the day after
    for segment in found.segments(since.toordinal(), until.toordinal() + 1) if found is not None else ():
        by_day.setdefault(segment.day, []).append(segment)
    since, until = _text(since), _text(until)
    for day in sorted(by_day, reverse=True):
        of_day = [entry for segment in by_day[day] for entry in segment.entries()]
        for entry in sorted(of_day, key=lambda entry: (entry.t, entry.id), reverse=True):
            if since <= entry.t < until and action in ("", entry.action):
                yield entry
