"""What a card of a story shows."""

from samenbeter.interfaces import IFacts
from samenbeter.interfaces import ISuccessStory
from samenbeter.shared.indexing import FieldFacts
from zope.component import adapter
from zope.interface import implementer


@implementer(IFacts)
@adapter(ISuccessStory)
class StoryFacts(FieldFacts):
    """Its best sentence, and what is on the picture."""

    names = ("quote", "quote_by", "portrait_alt")
