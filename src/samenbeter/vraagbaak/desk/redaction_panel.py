"""The panel "Zo komt het op de site": the marks to decide, and the text that others may see.

What was decided travels in the form by the keys of ``redacting``: no word of the asker is in a hidden field.
"""

from functools import cached_property
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from samenbeter import _
from samenbeter.shared import marks
from samenbeter.shared.gates import IHasPersonalData
from samenbeter.vraagbaak.cases import states
from samenbeter.vraagbaak.desk import original
from samenbeter.vraagbaak.desk import redacting
from samenbeter.vraagbaak.desk.case_page import Panel


MOST_MARKS = 500
# of what is sent: too long a text is told, not cut
LONGEST = 50_000
NOT_CHOSEN = ""
# what can be chosen at a mark: a choice of ``redacting``, and the reason of what stays
OPTIONS = {
    "remove": _("case_choice_remove", default="Weghalen"),
    "replace": _("case_choice_replace", default="Ander woord"),
    "keep:organisation": _("case_choice_organisation", default="Laten staan: van een organisatie"),
    "keep:office": _("case_choice_office", default="Laten staan: hoort bij iemands werk"),
    "keep:mistake": _("case_choice_mistake", default="Laten staan: geen gegeven van een mens"),
}
SAVED = _("case_redact_saved", default="Bewaard. Zo lezen de deskundigen de vraag.")
SAVED_LOOK = _(
    "case_redact_saved_look",
    default="Bewaard. De computer ziet nog persoonsgegevens in de tekst. Kijk die na voor de vraag op de site gaat.",
)


def option_of(said):
    """Return the name in OPTIONS of a decision; "" for none."""
    choice = said.get("choice", "")
    return f"{choice}:{said.get('reason', '')}" if choice == redacting.KEEP else choice


def decision_of(option, words):
    """Return the decision of what was chosen at a mark."""
    choice, _colon, reason = option.partition(":")
    return {"choice": choice, "words": words, "reason": reason}


class RedactionPanel(Panel):
    """The marks, the short question, and the text."""

    name = "redaction"
    order = 20
    template = ViewPageTemplateFile("templates/redaction.pt")
    options = OPTIONS
    # what the form shows: None is closed, "marks", or "text" with the field for the text
    stage = None

    @property
    def opened(self):
        """Return an original.Opened in the answer to a POST that opened it, else None."""
        return getattr(self.page, "opened", None)

    @property
    def question(self):
        """Return the question as it was saved, or None."""
        return self.page.question

    @property
    def may_change(self):
        """Return whether a redaction can be saved in this state of the case."""
        again = self.question is not None and self.case.state in redacting.PAUSED
        return (self.case.state in states.RUNNING or again) and original.may_open(self.context)

    @property
    def has_marks(self):
        """Return whether somebody has to look at personal data in the question."""
        return IHasPersonalData.providedBy(self.question)

    # -- what the form shows

    @property
    def step(self):
        """Return "marks" or "text" of a form that is open, else None."""
        if self.stage is None and self.opened is not None and self.opened.purpose == original.REDACT:
            return "text" if self.question is not None else "marks"
        return self.stage

    @cached_property
    def sent(self):
        """Return the decisions that came with the form."""
        count = self.page.field("count")
        found = {}
        for number in range(1, min(int(count) if count.isdecimal() else 0, MOST_MARKS) + 1):
            key, option = self.page.field(f"key-{number}"), self.page.field(f"choice-{number}")
            if key:
                found[key] = decision_of(option, self.page.field(f"word-{number}", redacting.LONGEST_WORD))
        return found

    def rows(self):
        """Return the marks for the table, each with what was decided."""
        known = {**self.opened.decided, **self.sent}
        return [self._row(place, known.get(place.key)) for place in self.opened.places]

    def _row(self, place, said):
        if said is None:
            # what is sure is taken away, unless somebody says otherwise; the rest a person looks at
            sure = place.mark.confidence == marks.HIGH
            said = {"choice": redacting.REMOVE if sure else NOT_CHOSEN, "words": "", "reason": ""}
        kind = self.page.say(marks.WORDS[place.mark.kind])
        return {
            "number": place.number,
            "field": place.field,
            "key": place.key,
            "kind": kind[:1].upper() + kind[1:],
            "option": option_of(said),
            "words": said["words"],
            "instead": redacting.placeholder(place.mark, self.case.language),
        }

    def carried(self):
        """Return what was decided for hidden fields, while the marks themselves are not shown."""
        rows = enumerate(self.sent.items(), 1)
        return [{"number": n, "key": key, "option": option_of(said), "words": said["words"]} for n, (key, said) in rows]

    @property
    def title(self):
        """Return what stands in the field of the short question."""
        sent = self.page.field("redact_title")
        return sent or (self.question.title if self.question is not None else "")

    @cached_property
    def text(self):
        """Return what stands in the field of the text."""
        if "redact_text" in self.request.form:
            return self.page.field("redact_text", LONGEST)
        return self.question.question if self.question is not None else ""

    def found(self):
        """Return what the detector sees in the text as it is now: {"kind", "words"} of each."""
        kept = {place.words for place in self.opened.places if self._is_kept(place)} if self.opened else set()
        texts = (self.title, self.text)
        found = [(text[mark.start : mark.end], mark) for text in texts for mark in redacting.proposal(text)]
        return [
            {"kind": self.page.say(marks.WORDS[mark.kind]), "words": words}
            for words, mark in found
            if words not in kept and mark.confidence != marks.LOW
        ]

    def _is_kept(self, place):
        return self.sent.get(place.key, {}).get("choice") == redacting.KEEP

    # -- doing

    def do_edit(self):
        """Open the text that was saved; what the asker wrote stays closed."""
        self.stage = "text" if self.question is not None else None

    def do_make(self):
        """Make the text with what was decided."""
        self._open_again()
        if self.opened is None:
            return
        self.stage = "marks"
        errors = redacting.undecided(self.opened.places, {**self.opened.decided, **self.sent})
        if errors:
            self.page.errors.update(errors)
            return
        self.text = redacting.proposed(self.case, self.opened.words, {**self.opened.decided, **self.sent})
        self.stage = "text"

    def do_save(self):
        """Keep the text as the question that others see."""
        title, text = self.page.field("redact_title"), self.page.field("redact_text", LONGEST)
        try:
            self.page.change(self._save, title, text)
        except redacting.NotSaved as not_saved:
            self._say(not_saved.errors)
            return None
        self.page.__dict__.pop("question", None)
        return SAVED_LOOK if self.has_marks else SAVED

    def _save(self, case, title, text):
        decisions = {**redacting.known_decisions(case), **self.sent}
        return redacting.save(case, title, text, decisions, self.page.me)

    def _say(self, errors):
        named = {f"redact_{name}" if name in ("title", "text") else name: said for name, said in errors.items()}
        self.stage = "text"
        if any(name.startswith("mark-") for name in named):
            # the marks have to be seen to decide about them
            self._open_again()
        self.page.errors.update(named)

    def _open_again(self):
        panel = next(panel for panel in self.page.panels if panel.name == "original")
        panel.show(original.REDACT, again=True)

    def refuse(self):
        """Show the form again when a number was cut out of it."""
        self.stage = "text"
