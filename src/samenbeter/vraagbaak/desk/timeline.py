"""The panel "Wat er gebeurde": the timeline of a case, newest first."""

from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from samenbeter.vraagbaak.cases.case import moment
from samenbeter.vraagbaak.cases.events import EVENTS
from samenbeter.vraagbaak.desk import original
from samenbeter.vraagbaak.desk import people
from samenbeter.vraagbaak.desk.case_page import Panel
from samenbeter.vraagbaak.desk.case_page import SIDE


class TimelinePanel(Panel):
    """What happened, when, and who did it."""

    name = "timeline"
    place = SIDE
    order = 90
    template = ViewPageTemplateFile("templates/timeline.pt")

    def rows(self):
        """Return what happened, newest first: {"when", "what", "who", "about"}."""
        return [self._row(event) for event in reversed(self.case.timeline)]

    @staticmethod
    def _row(event):
        known = EVENTS.get(event["what"])
        about = event["about"]
        return {
            "when": moment(event["t"]),
            "what": known[0] if known else event["what"],
            "who": people.name_of(event["by"]),
            "about": original.PURPOSES.get(about) or people.title_of(about),
        }
