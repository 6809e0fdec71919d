"""Where Plone writes down who made or changed a thing, and how that is taken out again.

The work stays, and so does the date of its last change: only the person goes.
"""

from Acquisition import aq_base
from dataclasses import dataclass
from plone.app.redirector.interfaces import IRedirectionStorage
from plone.locking.lockable import ANNOTATION_KEY as LOCKS
from zope.annotation.interfaces import IAnnotations
from zope.component import queryUtility

import re


# who made it, when that is to be forgotten; nobody can have this user id
GONE = "gewist"
SHORTEST = 3  # characters of a name that is looked for in the middle of a text


@dataclass(frozen=True)
class Names:
    """What a person is called on a site.

    :param userid: the id of the account.
    :param others: log-in name, full name, mail address; without what is empty.
    """

    userid: str
    others: tuple = ()

    @property
    def all(self):
        """Return all of them, the longest first: a mail address can have the user id in it."""
        return sorted({self.userid, *self.others} - {""}, key=len, reverse=True)

    def are(self, value):
        """Return whether a value is one of these names."""
        return isinstance(value, str) and value in {self.userid, *self.others} - {""}

    def inside(self, text):
        """Return a text without these names, as whole words."""
        if not isinstance(text, str):
            return text
        for name in self.all:
            if len(name) >= SHORTEST:
                text = re.sub(rf"(?<!\w){re.escape(name)}(?!\w)", GONE, text)
        return text


def forget(obj, names):
    """Take a person out of what is written about a thing; return the names of the places where that was.

    :param obj: content, a comment, or the copy of content in an old version.
    :param names: Names.
    """
    return [place.__name__.strip("_") for place in PLACES if place(obj, names, True)]


def mentions(obj, names):
    """Return the names of the places where a person is written down; changes nothing."""
    return [place.__name__.strip("_") for place in PLACES if place(obj, names, False)]


def take_out(obj, names):
    """Take a person out of content, and let all who look it up know; return the names of the places.

    The date of its last change stays. Its earlier addresses go: they were made of that person's titles.
    """
    places = forget(obj, names)
    if places:
        # with the names of indexes this does not set the date
        obj.reindexObject(idxs=["Creator", "allowedRolesAndUsers"])
    redirects = queryUtility(IRedirectionStorage)
    if {"creators", "owner"}.intersection(places) and redirects is not None:
        redirects.destroy("/".join(obj.getPhysicalPath()))
    return places


# -- the places: each looks, and changes when it is told to


def _creators(obj, names, change):
    return _line(obj, "creators", names, change, GONE)


def _contributors(obj, names, change):
    return _line(obj, "contributors", names, change, None)


def _line(obj, attribute, names, change, instead):
    line = vars(aq_base(obj)).get(attribute)
    if not isinstance(line, (tuple, list)) or not any(names.are(one) for one in line):
        return False
    if change:
        changed = dict.fromkeys(instead if names.are(one) else one for one in line)
        setattr(obj, attribute, tuple(one for one in changed if one is not None))
    return True


def _owner(obj, names, change):
    owner = vars(aq_base(obj)).get("_owner")
    if not isinstance(owner, (tuple, list)) or len(owner) != 2 or owner[1] != names.userid:
        return False
    if change:
        # not taken away: then it would be that of the folder
        aq_base(obj)._owner = None
    return True


def _local_roles(obj, names, change):
    roles = vars(aq_base(obj)).get("__ac_local_roles__")
    if not isinstance(roles, dict) or names.userid not in roles:
        return False
    if change:
        aq_base(obj).__ac_local_roles__ = {who: what for who, what in roles.items() if who != names.userid}
    return True


def _workflow_history(obj, names, change):
    history = vars(aq_base(obj)).get("workflow_history")
    found = False
    for workflow, steps in list((history or {}).items()):
        cleaned = [_step(step, names) for step in steps]
        if cleaned != list(steps):
            found = True
            if change:
                history[workflow] = type(steps)(cleaned)
    return found


def _step(step, names):
    cleaned = dict(step)
    if names.are(step.get("actor")):
        cleaned["actor"] = GONE
    for word in ("comments", "comment"):
        if word in step:
            cleaned[word] = names.inside(step[word])
    return cleaned


def _locks(obj, names, change):
    mapping = vars(aq_base(obj)).get("_dav_writelocks")
    if not any(lock.getCreator() and lock.getCreator()[1] == names.userid for lock in (mapping or {}).values()):
        return False
    if change:
        obj.wl_clearLocks()
        IAnnotations(obj, {}).pop(LOCKS, None)
    return True


def _query(obj, names, change):
    """Look at what a collection asks for: it can be the content of one person."""
    query = vars(aq_base(obj)).get("query")
    if not isinstance(query, (list, tuple)):
        return False
    cleaned = [_criterion(row, names) for row in query]
    if cleaned == list(query):
        return False
    if change:
        obj.query = cleaned
    return True


def _criterion(row, names):
    value = row.get("v") if isinstance(row, dict) else None
    if names.are(value):
        return {**row, "v": GONE}
    if isinstance(value, (list, tuple)) and any(names.are(one) for one in value):
        return {**row, "v": [GONE if names.are(one) else one for one in value]}
    return row


PLACES = (_creators, _contributors, _owner, _local_roles, _workflow_history, _locks, _query)
