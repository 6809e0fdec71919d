"""The panels "Wie denken er mee?" and "Vraag nog iemand" on the page of a case."""

from functools import cached_property
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from samenbeter.vraagbaak.desk.case_page import Panel
from samenbeter.vraagbaak.desk.case_page import SIDE
from samenbeter.vraagbaak.experts.boxes import Boxes


class _Consulting(Panel):
    place = SIDE

    @cached_property
    def boxes(self):
        """Return what stands in it."""
        return Boxes(self.page, self.page.question, self.case)


class Thinking(_Consulting):
    """Who was asked, and what came of it."""

    name = "thinking"
    order = 30
    template = ViewPageTemplateFile("templates/thinking.pt")

    @property
    def available(self):
        """Return whether there is a question that somebody can be asked about."""
        return self.page.question is not None

    def do_end(self):
        """Ask a partner no more."""
        return self.boxes.end()


class Asking(_Consulting):
    """Ask one more."""

    name = "asking"
    order = 31
    template = ViewPageTemplateFile("templates/asking.pt")

    @property
    def available(self):
        """Return whether somebody can be asked now."""
        return self.boxes.can_ask

    def do_ask(self):
        """Ask who was chosen."""
        return self.boxes.ask()
