"""The page on which editors look at the personal data in the text of one item."""

from functools import cached_property
from plone import api
from samenbeter import _
from samenbeter.privacy import gate
from samenbeter.privacy.marking import KEPT
from samenbeter.privacy.marking import Marked
from samenbeter.privacy.marking import OPEN
from samenbeter.privacy.marking import WAITING
from samenbeter.privacy.pages import PrivatePage
from samenbeter.shared import marks
from samenbeter.shared.keys import VaultProblem
from zExceptions import NotFound
from zope.i18n import translate


AROUND = 60  # letters on each side of a mark
MAY = "View"
MAY_CHANGE = "Modify portal content"
# an expert of the question can be the second person: that one only agrees, and decides nothing else
RESOLVE = "SamenBeter privacy: Resolve marks"
CONFIDENCE = {
    marks.HIGH: _("marks_high", default="Bijna zeker"),
    marks.MEDIUM: _("marks_medium", default="Misschien"),
    marks.LOW: _("marks_low", default="Kan ook iets anders zijn"),
}
TAGS = {
    OPEN: {"text": _("marks_open", default="Nog nakijken"), "icon": "eye", "state": "warn"},
    WAITING: {"text": _("marks_waiting", default="Wacht op een collega"), "icon": "clock", "state": "info"},
    KEPT: {"text": _("marks_kept", default="Mag blijven staan"), "icon": "check", "state": "ok"},
}
# a mark that is not sure stands in nobody's way
LOOK = {"text": _("marks_look", default="Kijk even"), "icon": "info", "state": None}
TOLD = {
    WAITING: _("marks_told_waiting", default="Dit mag blijven staan als een collega het ook vindt."),
    KEPT: _("marks_told_kept", default="Dit mag blijven staan."),
    OPEN: _("marks_told_open", default="Dit staat weer bij wat je moet nakijken."),
}
NO_KEY = _("marks_no_key", default="De kluis is nu dicht. Je kunt wel iets weghalen, niet iets laten staan.")


class MarksPage(PrivatePage):
    """The marks of an item, and what can be done with each."""

    title = _("marks_title", default="Persoonsgegevens in de tekst")
    reasons = gate.REASONS

    def __call__(self):
        """Show the page to who may read the item."""
        if not api.user.has_permission(MAY, obj=self.context):
            raise NotFound(self.__name__)
        return super().__call__()

    @cached_property
    def item_url(self):
        """Return the address of the item."""
        return self.context.absolute_url()

    @cached_property
    def here(self):
        """Return the address of this page."""
        return f"{self.item_url}/@@{self.__name__}"

    @cached_property
    def may_resolve(self):
        """Return whether this person decides about marks; who does not can only agree with who does."""
        return api.user.has_permission(RESOLVE, obj=self.context)

    @cached_property
    def may_change(self):
        """Return whether this person may change the text."""
        return self.may_resolve and api.user.has_permission(MAY_CHANGE, obj=self.context)

    @cached_property
    def is_public(self):
        """Return whether everybody can read the text already."""
        return api.content.get_state(self.context, default=None) in gate.GATED

    # -- looking

    @cached_property
    def marked(self):
        """Return the marks of the item."""
        return Marked(self.context)

    @cached_property
    def rows(self):
        """Return the marks for the page, each once for all places with the same words, what has to be done first."""
        grouped = {}
        for found in self.marked.found:
            grouped.setdefault(found.id, []).append(found)
        rows = [self._row(found) for found in grouped.values()]
        return sorted(rows, key=lambda row: row["order"])

    def _row(self, same):
        found = same[0]
        decided, state = self.marked.decided(found), self.marked.state(found)
        before, after = found.around(AROUND)
        return {
            "id": found.id,
            "order": ((OPEN, WAITING, KEPT).index(state), marks.CONFIDENCES.index(found.mark.confidence)),
            "kind": marks.WORDS[found.mark.kind],
            "field": found.text.field.title,
            "times": len(same),
            "confidence": CONFIDENCE[found.mark.confidence],
            "why": found.mark.why,
            "before": before,
            "words": found.words,
            "after": after,
            "proposal": marks.PLACEHOLDERS[found.mark.kind],
            "tag": LOOK if state == OPEN and not found.is_sure else TAGS[state],
            "state": state,
            "reason": gate.SHOWN.get(decided["reason"]) if decided else None,
            "mine": bool(decided) and decided["by"] == self._me,
            "may_keep": self.may_resolve and state == OPEN and found.mark.kind != marks.BSN,
        }

    @cached_property
    def _me(self):
        try:
            return gate.me()
        except VaultProblem:
            return ""

    @cached_property
    def unresolved(self):
        """Return how many marks stand in the way of publishing; the same words in one field are one."""
        return len({found.id for found in self.marked.unresolved})

    # -- doing

    def act(self):
        """Take a mark away, let it stand, agree with a colleague, or begin again."""
        acts = {"confirm": self._confirm}
        if self.may_resolve:
            acts |= {"remove": self._remove, "keep": self._keep, "undo": self._undo}
        act = acts.get(self.field("do"))
        if act is None:
            return None
        mark_id = self.field("mark", 20)
        try:
            told = act(mark_id)
        except gate.NotDone as problem:
            self.errors[f"reason-{mark_id}"] = problem.message
            return None
        except VaultProblem:
            self.errors[f"reason-{mark_id}"] = NO_KEY
            return None
        self.tell(told)
        self.request.response.redirect(self.here, status=303)
        return ""

    def _remove(self, mark_id):
        if not self.may_change:
            raise gate.NotDone(_("marks_not_yours", default="Je mag deze tekst niet veranderen. Stuur hem terug."))
        language = self.context.Language() or self.language
        if not gate.remove(self.context, mark_id, language):
            raise gate.NotDone(gate.GONE)
        return _("marks_told_removed", default="Weggehaald.")

    def _keep(self, mark_id):
        return TOLD[gate.keep(self.context, mark_id, self.field("reason"))]

    def _confirm(self, mark_id):
        return TOLD[gate.confirm(self.context, mark_id)]

    def _undo(self, mark_id):
        return TOLD[gate.undo(self.context, mark_id)]

    def words_of(self, message):
        """Return a message with a capital, for the beginning of a line."""
        text = translate(message, context=self.request)
        return text[:1].upper() + text[1:]
