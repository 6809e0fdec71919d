"""The answer as its asker reads it: as on the site, also while the question is not there.

The question may be private, so it is not looked up in the catalog. Of its contributions only those are shown that an
editor accepted; of partners and of where it leads to only what whoever looks may see.
"""

from functools import cached_property
from plone import api
from samenbeter.interfaces import IVraagbaakAnswer
from samenbeter.vraagbaak.views import Question


class AskersAnswer(Question):
    """The pieces of the page of a question: the short answer, the contributions, and where to go."""

    @cached_property
    def answers(self):
        """Return the accepted contributions, oldest first."""
        found = [one for one in self.context.objectValues() if IVraagbaakAnswer.providedBy(one)]
        found = [one for one in found if api.content.get_state(one, default="") == "accepted"]
        return sorted(found, key=lambda one: one.created())

    @property
    def topic(self):
        """Return what the contributions differ about."""
        return self.context.difference_topic

    @property
    def lang(self):
        """Return the language of the words, when it is not that of the page; else None."""
        return self.sb.content_lang(self.context)
