"""What a card of a module shows."""

from Acquisition import aq_base
from plone.uuid.interfaces import IUUID
from samenbeter.interfaces import IEHealthModule
from samenbeter.interfaces import IFacts
from samenbeter.shared.indexing import FieldFacts
from zope.component import adapter
from zope.interface import implementer


@implementer(IFacts)
@adapter(IEHealthModule)
class ModuleFacts(FieldFacts):
    """How long it takes, what it costs, how it starts, and the UID of who makes it."""

    names = ("duration", "costs", "protocol", "picture_alt")

    def facts(self):
        """Return the texts and the UID."""
        supplier = getattr(aq_base(self.context), "supplier", None)
        target = supplier.to_object if supplier is not None else None
        return {**super().facts(), "supplier": IUUID(target) if target is not None else None}
