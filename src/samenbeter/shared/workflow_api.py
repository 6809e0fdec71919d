"""Transitions over REST: say what is missing or refused, as the page does."""

from plone.restapi.services.workflow.transition import WorkflowTransition
from samenbeter import _
from samenbeter.shared.gates import refusal
from samenbeter.shared.workflow import missing
from zope.i18n import translate


class Transition(WorkflowTransition):
    """POST @workflow/<transition>; a step that still needs fields answers 400 with their titles."""

    def reply(self):
        """Do the transition, or return an error in the reader's language."""
        titles = [translate(title, context=self.request) for title in missing(self.context, self.transition)]
        message = refusal(self.context, self.transition) if not titles and self.transition else None
        if titles:
            mapping = {"fields": ", ".join(titles)}
            message = _("transition_missing", default="Vul eerst in: ${fields}.", mapping=mapping)
        if message is None:
            return super().reply()
        # before Plone sets a date of publication
        self.request.response.setStatus(400)
        return {"error": {"type": "BadRequest", "message": translate(message, context=self.request)}}
