"""What the catalog knows of questions and answers."""

from plone import api
from plone.indexer import indexer
from samenbeter.interfaces import IVraagbaakAnswer
from samenbeter.interfaces import IVraagbaakQuestion
from samenbeter.shared.indexing import own_value


@indexer(IVraagbaakQuestion)
def question_kind(question):
    """The kind of answer."""
    return own_value(question, "answer_type")


@indexer(IVraagbaakQuestion)
def question_disciplines(question):
    """The disciplines of the accepted contributions: those whose names may be in a list."""
    found = []
    for answer in question.objectValues():
        discipline = getattr(answer, "discipline", None)
        if discipline and discipline not in found and api.content.get_state(answer, None) == "accepted":
            found.append(discipline)
    if not found:
        raise AttributeError("sb_disciplines")
    return found


@indexer(IVraagbaakQuestion)
def question_review_on(question):
    """The day on which the editors look at it again."""
    return own_value(question, "review_on")


@indexer(IVraagbaakAnswer)
def answer_disciplines(answer):
    """The discipline of a contribution."""
    return [own_value(answer, "discipline")]
