"""An asker stops and erases everything."""

from samenbeter.interfaces import IErasure
from samenbeter.shared.rights import Subject
from zope.component import getUtility


def erase(case):
    """Erase a case with all that belongs to it, also from a backup that is put back later.

    In transactions of its own: call it without changes of your own. What is on the site stays there; who wants that
    gone too calls ``receiving.refuse`` first.

    :returns: the date on which it goes from the last backup.
    :raises keys.VaultProblem: when it cannot be; nothing was erased then.
    """
    return getUtility(IErasure).erase(Subject(pseudonym=case.subject))
