"""What a card of a module shows."""

from samenbeter.interfaces import IEHealthModule
from samenbeter.interfaces import IFacts
from samenbeter.shared.indexing import FieldFacts
from zope.component import adapter
from zope.interface import implementer


@implementer(IFacts)
@adapter(IEHealthModule)
class ModuleFacts(FieldFacts):
    """How long it takes, what it costs, how it starts."""

    names = ("duration", "costs", "protocol", "picture_alt")
