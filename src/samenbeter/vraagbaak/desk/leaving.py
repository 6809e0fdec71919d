"""What goes along with a case that is erased, in the same transaction: all about its question that nobody may read yet.

What everybody may read stays: its asker said yes to those words, or an editor wrote them. Nothing in it says who asked.
"""

from plone import api
from samenbeter.interfaces import IVraagbaakAnswer
from samenbeter.shared.system import as_system
from samenbeter.vraagbaak.cases import index
from samenbeter.vraagbaak.desk import publishing
from samenbeter.vraagbaak.desk import question_maker
from samenbeter.vraagbaak.experts import consultations
from samenbeter.vraagbaak.experts import consulting
from samenbeter.vraagbaak.experts import forgetting


TAKEN_OVER = "accepted"


def leave(uid):
    """Take away what experts were asked about a question, and what of it is not on the site.

    Words of an asker that are not on the site go as a whole, with all that experts wrote about them. General words
    of an editor stay, and so does what is on the site; there only what no editor took over goes.

    :param uid: of the question; "" for none.
    """
    if not uid:
        return
    forgetting.forget(uid)
    question = consultations.item(uid)
    if question is None:
        return
    with as_system():
        if publishing.is_public(question):
            _drop_untaken(question)
        elif publishing.source_of(question) == publishing.ASKER:
            with question_maker.unchanged(question.aq_parent):
                question.aq_parent._delObject(question.getId())
        else:
            _drop_untaken(question)
            consulting.keep_with_nobody(question)


def question_known_by(words):
    """Return the UID of a question of a case that nobody can read any more, by the words of its row; "".

    :param words: of ``index``.
    """
    catalog = api.portal.get_tool("portal_catalog")
    found = (brain.UID for brain in catalog.unrestrictedSearchResults(portal_type="VraagbaakQuestion"))
    return next((uid for uid in found if index.word("question", uid) in words), "")


def _drop_untaken(question):
    with question_maker.unchanged(question):
        for answer in list(question.objectValues()):
            if IVraagbaakAnswer.providedBy(answer) and api.content.get_state(answer) != TAKEN_OVER:
                question._delObject(answer.getId())
