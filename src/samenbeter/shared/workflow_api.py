"""Transitions over REST: say what is missing, as the page does."""

from plone.restapi.services.workflow.transition import WorkflowTransition
from samenbeter import _
from samenbeter.shared.workflow import missing
from zope.i18n import translate


class Transition(WorkflowTransition):
    """POST @workflow/<transition>; a step that still needs fields answers 400 with their titles."""

    def reply(self):
        """Do the transition, or return an error in the reader's language."""
        titles = [translate(title, context=self.request) for title in missing(self.context, self.transition)]
        if not titles:
            return super().reply()
        self.request.response.setStatus(400)
        message = _("transition_missing", default="Vul eerst in: ${fields}.", mapping={"fields": ", ".join(titles)})
        return {"error": {"type": "BadRequest", "message": translate(message, context=self.request)}}
