"""The panels in which editors write: notes for each other, and questions back to the asker."""

from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from samenbeter import _
from samenbeter.vraagbaak.cases.case import moment
from samenbeter.vraagbaak.desk import asking_back
from samenbeter.vraagbaak.desk import notes
from samenbeter.vraagbaak.desk import people
from samenbeter.vraagbaak.desk.case_page import Panel
from samenbeter.vraagbaak.desk.case_page import SIDE
from samenbeter.vraagbaak.desk.snippet_choice import SnippetChoice


class NotesPanel(Panel):
    """What editors tell each other."""

    name = "notes"
    place = SIDE
    order = 60
    template = ViewPageTemplateFile("templates/notes.pt")

    def rows(self):
        """Return the notes, newest first."""
        me = self.page.me
        return [
            {**note, "when": moment(note["t"]), "who": people.name_of(note["by"]), "mine": note["by"] == me}
            for note in reversed(self.case.notes)
        ]

    @property
    def text(self):
        """Return what stands in the field."""
        return self.page.field("note") if self.page.field("panel") == self.name else ""

    def do_note(self):
        """Write one."""
        return self._do(notes.add, self.page.field("note"), _("case_note_added", default="Je notitie staat erbij."))

    def do_unnote(self):
        """Take one of one's own away."""
        return self._do(notes.remove, self.page.field("id"), _("case_note_removed", default="Je notitie is weg."))

    def _do(self, act, what, said):
        try:
            self.page.change(act, what, self.page.me)
        except notes.NotNoted as not_noted:
            self.page.errors[not_noted.field] = not_noted.message
            return None
        return said


class AskBackPanel(SnippetChoice, Panel):
    """Ask the asker something, and what was asked before."""

    name = "ask_back"
    order = 30
    template = ViewPageTemplateFile("templates/ask_back.pt")
    snippet_field = "asked_back"

    @property
    def may_ask(self):
        """Return whether a question can be sent now."""
        return asking_back.may_ask(self.case)

    def rows(self):
        """Return what was asked, oldest first; not what was answered: that is with the asker's own words."""
        return [
            {
                "text": asked["text"],
                "when": moment(asked["t"]),
                "who": people.name_of(asked["by"]),
                "answered": moment(asked["answered"]) if asked["answered"] else None,
            }
            for asked in self.case.asked_back
        ]

    @property
    def text(self):
        """Return what stands in the field."""
        if self.filled is not None:
            return self.filled
        return self.page.field("asked_back") if self.page.field("panel") == self.name else ""

    def do_ask_back(self):
        """Send it."""
        try:
            self.page.change(asking_back.ask_back, self.page.field("asked_back"), self.page.me)
        except asking_back.NotAsked as not_asked:
            self.page.errors[not_asked.field] = not_asked.message
            return None
        return _("case_asked", default="De vrager ziet je vraag bij het bonnetje. De klok staat zolang stil.")
