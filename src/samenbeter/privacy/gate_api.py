"""The marks in an item over REST: kinds and places, never the words."""

from plone import api
from plone.restapi.services import Service
from samenbeter import _
from samenbeter.privacy.marking import Marked
from samenbeter.shared import marks
from zExceptions import NotFound
from zope.i18n import translate


NOTE = _("marks_rest_note", default="Een hulp, geen garantie: lees de tekst ook zelf.")


class MarksGet(Service):
    """GET <item>/@personal-data-marks, for editors."""

    def reply(self):
        """Return where which kind of personal data seems to be, how sure that is, and what was decided."""
        if not api.user.has_permission("View", obj=self.context):
            raise NotFound
        self.request.response.setHeader("Cache-Control", "no-store")
        marked = Marked(self.context)
        return {
            "@id": f"{self.context.absolute_url()}/@personal-data-marks",
            "items": [self._item(marked, found) for found in marked.found],
            "unresolved": marked.kinds(),
            "note": translate(NOTE, context=self.request),
        }

    def _item(self, marked, found):
        decided = marked.decided(found)
        return {
            "field": found.text.name,
            "line": found.text.line,
            # letters of the text as a reader sees it
            "start": found.mark.start,
            "end": found.mark.end,
            "kind": found.mark.kind,
            "title": translate(marks.WORDS[found.mark.kind], context=self.request),
            "confidence": found.mark.confidence,
            "why": translate(found.mark.why, context=self.request),
            "blocks": found.is_sure,
            "state": marked.state(found),
            "reason": decided["reason"] if decided else None,
        }
