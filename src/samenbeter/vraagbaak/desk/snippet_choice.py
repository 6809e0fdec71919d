"""Put a snippet behind what was written: a list and a button, which need no script. Nothing is saved or sent by it."""

from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from samenbeter import _
from samenbeter.vraagbaak.desk import snippets


CHOOSE = _("snippets_choose_one", default="Kies een tekstblok uit de lijst.")
ADDED = _("snippets_added", default="Het tekstblok staat onder je tekst. Er is nog niets bewaard.")


class SnippetChoice:
    """Of a panel; its template uses the macro ``panel/snippet_parts/macros/choice`` in its form.

    A panel says in ``snippet_field`` the name of its text area, and shows ``filled`` there when that is not None.
    """

    snippet_parts = ViewPageTemplateFile("templates/snippet_choice.pt")
    snippet_field = ""
    # more letters than a field has room for are kept too: who has too many is told when it is saved
    longest_typed = 20_000
    # what stands in the text area after a snippet was put in
    filled = None
    # what is told then
    snippet_added = None

    @property
    def snippets(self):
        """Return the Snippets of the desk, by title."""
        return snippets.of_desk(self.context)

    @property
    def snippet_id(self):
        """Return the id of the list of snippets."""
        return f"{self.name}-snippet"

    def do_insert(self):
        """Put the chosen snippet at the end of what was typed, and show the form again with all that was filled in."""
        chosen = snippets.get(self.context, self.page.field("snippet"))
        typed = self.page.field(self.snippet_field, self.longest_typed)
        self.filled = typed if chosen is None else snippets.behind(typed, chosen)
        if chosen is None:
            self.page.errors[self.snippet_id] = CHOOSE
        else:
            self.snippet_added = ADDED
