"""Nobody is asked any more once a question is over: on the site, or its case closed. It touches no case."""

from plone.uuid.interfaces import IUUID
from samenbeter.vraagbaak.cases.case import PLATFORM
from samenbeter.vraagbaak.experts import consultations
from samenbeter.vraagbaak.experts import links
from samenbeter.vraagbaak.experts import people


PUBLISHED = "published"


def finish(uid, by):
    """Let what still waits for experts come to an end, and their links with it; return how many that were.

    Who saves the case takes the partners out of it. What experts see of the question follows from its state.

    :param uid: of the question; "" for none.
    :param by: a user id, or case.PLATFORM.
    """
    waiting = consultations.open_of(uid) if uid else []
    for one in waiting:
        one.close(consultations.ENDED, by)
        consultations.save(one)
        links.revoke(one, {*one.persons, *people.experts_of(one.partner)})
    return len(waiting)


def follow_question(question, event):
    """Ask nobody any more once everybody can read the answer."""
    if event.new_state.getId() == PUBLISHED:
        finish(IUUID(question), PLATFORM)
