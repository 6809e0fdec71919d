"""The answer as its asker reads it: the question may be private, so it is read as the system, and only what is ready."""

from functools import cached_property
from plone import api
from samenbeter.interfaces import IVraagbaakAnswer
from samenbeter.shared.system import as_system
from samenbeter.vraagbaak.views import Question


class AskersAnswer(Question):
    """The short answer, the contributions that an editor accepted, and where to go."""

    @cached_property
    def answers(self):
        """Return the accepted contributions, oldest first."""
        found = [one for one in self.context.objectValues() if IVraagbaakAnswer.providedBy(one)]
        found = [one for one in found if api.content.get_state(one, default="") == "accepted"]
        return sorted(found, key=lambda one: one.created())


def shown(question, request):
    """Return {"summary", "kind", "voices", "differing", "topic", "referrals"} of an answer, ready to be drawn."""
    with as_system():
        answer = AskersAnswer(question, request)
        voices = list(answer.voices)
        for voice in voices:
            # what it says is asked for while there is still nobody in particular
            voice.words = {"html": voice.html, "sources": voice.sources, "verified": voice.verified}
        return {
            "summary": answer.summary,
            "kind": answer.kind,
            "voices": [
                {
                    "title": voice.title,
                    "partner": voice.partner.Title if voice.partner is not None else "",
                    "difference": voice.difference,
                    **voice.words,
                }
                for voice in voices
            ],
            "differing": bool(answer.differing()),
            "topic": question.difference_topic,
            "referrals": answer.referrals(),
        }
