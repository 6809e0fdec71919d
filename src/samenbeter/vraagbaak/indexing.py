"""What the catalog knows of questions and answers."""

from itertools import chain
from plone import api
from plone.indexer import indexer
from samenbeter.interfaces import IFacts
from samenbeter.interfaces import IVraagbaakAnswer
from samenbeter.interfaces import IVraagbaakQuestion
from samenbeter.shared.html_text import beginning
from samenbeter.shared.html_text import text_of
from samenbeter.shared.indexing import FieldFacts
from samenbeter.shared.indexing import own_value
from samenbeter.shared.search import texts
from zope.component import adapter
from zope.interface import implementer


SHOWN = 160


@implementer(IFacts)
@adapter(IVraagbaakQuestion)
class QuestionFacts(FieldFacts):
    """What a list shows of a question: how the short answer begins."""

    def facts(self):
        """Return the first words of the short answer."""
        summary = self.context.summary
        text = " ".join(text_of(summary.raw).split()) if summary else ""
        return {"short": beginning(text, SHOWN)}


@indexer(IVraagbaakQuestion)
def question_kind(question):
    """The kind of answer."""
    return own_value(question, "answer_type")


def _accepted(question):
    """Yield the contributions that everybody reads who reads the question."""
    for answer in question.objectValues():
        if IVraagbaakAnswer.providedBy(answer) and api.content.get_state(answer, None) == "accepted":
            yield answer


@indexer(IVraagbaakQuestion)
def question_text(question):
    """The words of the question and of its accepted contributions: what is on its page."""
    own = [question.Title(), *texts(question)]
    return " ".join(chain(own, *map(texts, _accepted(question))))


@indexer(IVraagbaakQuestion)
def question_disciplines(question):
    """The disciplines of the accepted contributions: those whose names may be in a list."""
    found = []
    for answer in _accepted(question):
        discipline = answer.discipline
        if discipline and discipline not in found:
            found.append(discipline)
    if not found:
        raise AttributeError("sb_disciplines")
    return found


@indexer(IVraagbaakQuestion)
def question_review_on(question):
    """The day on which the editors look at it again."""
    return own_value(question, "review_on")


@indexer(IVraagbaakQuestion)
def question_source_id(question):
    """What the source calls it; the import finds it by this."""
    return own_value(question, "source_id")


@indexer(IVraagbaakAnswer)
def answer_disciplines(answer):
    """The discipline of a contribution."""
    return [own_value(answer, "discipline")]
