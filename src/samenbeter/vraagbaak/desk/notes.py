"""The verbs of notes: what editors tell each other about a case. They stay in the vault and are never published."""

from samenbeter import _
from samenbeter.shared import audit
from samenbeter.vraagbaak.cases import store
from samenbeter.vraagbaak.cases.case import now

import secrets


SECTION = "vraagbaak.note"
LONGEST = 2000


class NotNoted(ValueError):
    """A note cannot be kept; ``message`` says what to do at ``field``."""

    def __init__(self, message):
        super().__init__("note")
        self.field = "note"
        self.message = message


def add(case, text, by):
    """Write a note; return its id. The caller saves the case.

    :param by: user id of the editor.
    :raises NotNoted: for an empty or a long one.
    """
    text = text.strip()
    if not text:
        raise NotNoted(_("case_note_empty", default="Schrijf eerst je notitie."))
    if len(text) > LONGEST:
        raise NotNoted(
            _("case_note_long", default="Maak je notitie korter: hooguit ${count} tekens.", mapping={"count": LONGEST})
        )
    note = {"id": secrets.token_hex(4), "t": now(), "by": by, "text": text}
    case.notes.append(note)
    if case.undo.get("what") == "note_removed":
        # that would take the new one away too
        case.undo = {}
    case.note_event("noted", by)
    _note_act(case)
    return note["id"]


def remove(case, note_id, by):
    """Take a note of one's own away; it can be undone. The caller saves the case.

    :raises NotNoted: when it is not there, or somebody else's.
    """
    if not any(note["id"] == note_id and note["by"] == by for note in case.notes):
        raise NotNoted(_("case_note_not_yours", default="Deze notitie is er niet meer, of is niet van jou."))
    case.can_undo("note_removed", by, "notes")
    case.notes = [note for note in case.notes if note["id"] != note_id]
    _note_act(case)


def _note_act(case):
    audit.note("edit", subject=case.subject, object=case.id, section=SECTION, basis=store.PURPOSE)
