"""A teller says yes to a whole story."""

from samenbeter import _
from samenbeter.interfaces import IReadiness
from samenbeter.interfaces import ISuccessStory
from zope.component import adapter
from zope.interface import implementer


WHOLE = (
    ("situation", _("story_situation", default="Zo was het")),
    ("step", _("story_step", default="De eerste stap")),
    ("result", _("story_result", default="Zo is het nu")),
    ("quote_by", _("story_quote_by", default="Naam onder het verhaal")),
)


@implementer(IReadiness)
@adapter(ISuccessStory)
class StoryReadiness:
    """The text is complete before somebody is asked to say yes to it."""

    def __init__(self, context):
        self.context = context

    def missing(self, transition):
        """Return the titles of the fields to fill first."""
        if transition != "request_consent":
            return []
        return [title for name, title in WHOLE if not getattr(self.context, name, None)]
