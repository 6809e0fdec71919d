"""An expert writes for an own partner, whatever form or service it comes by."""

from Acquisition import aq_inner
from Acquisition import aq_parent
from samenbeter.interfaces import IVraagbaakAnswer
from samenbeter.shared.gates import IGate
from samenbeter.vraagbaak.experts import contributing
from samenbeter.vraagbaak.experts import people
from zope.component import adapter
from zope.interface import implementer


@implementer(IGate)
@adapter(IVraagbaakAnswer)
class OwnPartner:
    """Holds back a contribution in the name of a partner that its writer is no expert of."""

    def __init__(self, context):
        self.context = context

    def refusal(self, transition):
        """Return why it cannot be sent in, a message; None for another step, and for who is no expert of the question.

        An editor writes down what somebody said, for whatever partner that was.
        """
        if transition != "submit":
            return None
        writer = next(iter(self.context.creators or ()), None)
        asked = people.consulted(aq_parent(aq_inner(self.context)))
        own = [partner for partner in asked if people.is_expert_of(writer, partner)]
        return contributing.NO_PARTNER if own and contributing.partner_of(self.context) not in own else None

    def trust(self):
        """Nothing: what comes from elsewhere is sent in by nobody."""
