"""Why a resident may want an account for their questions, and that asking needs none."""

from samenbeter import _
from samenbeter.interfaces import IAccountReason
from samenbeter.shared import desks
from zope.interface import implementer


@implementer(IAccountReason)
class FollowQuestions:
    """To follow a question without a code."""

    order = 20
    title = _("ask_reason", default="Je vraag volgen zonder code")
    text = _(
        "ask_reason_text",
        default="Je vragen aan de Vraagbaak staan bij elkaar op Mijn SamenBeter. Andere bewoners zien niet wat je vroeg.",
    )
    permission = "SamenBeter vraagbaak: Follow own questions"

    def __init__(self, context, request):
        """Depend on nothing of the page."""

    @property
    def without(self):
        """Return what works without an account too, while a desk is open."""
        return (
            _("without_ask", default="Een vraag stellen, en het antwoord lezen met een code")
            if desks.ask_url()
            else None
        )
