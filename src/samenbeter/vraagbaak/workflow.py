"""How a question and an answer move, and what a step still needs."""

from samenbeter import _
from samenbeter.interfaces import IReadiness
from samenbeter.interfaces import IVraagbaakQuestion
from zope.component import adapter
from zope.interface import implementer


NEEDED = {
    "consult": (("consulted", _("question_consulted", default="Voorgelegd aan")),),
    "publish": (
        ("summary", _("question_summary", default="Kort antwoord")),
        ("answer_type", _("question_answer_type", default="Soort antwoord")),
    ),
}


@implementer(IReadiness)
@adapter(IVraagbaakQuestion)
class QuestionReadiness:
    """Experts need to be chosen before they are asked; an answer is there before it is shown."""

    def __init__(self, context):
        self.context = context

    def missing(self, transition):
        """Return the titles of the fields to fill first."""
        return [title for name, title in NEEDED.get(transition, ()) if not getattr(self.context, name, None)]
