"""The verb "ask back": the desk needs to know more before it can answer. Meanwhile the promise stands still."""

from samenbeter import _
from samenbeter.shared import audit
from samenbeter.vraagbaak.cases import promise
from samenbeter.vraagbaak.cases import states
from samenbeter.vraagbaak.cases import store
from samenbeter.vraagbaak.cases.case import now

import secrets


SECTION = "vraagbaak.asked_back"
LONGEST = 1000


class NotAsked(ValueError):
    """A question back cannot be sent; ``message`` says what to do at ``field``."""

    def __init__(self, message):
        super().__init__("asked_back")
        self.field = "asked_back"
        self.message = message


def ask_back(case, text, by):
    """Ask the asker something; return the id of the question. The caller saves the case.

    :param text: the question, which the asker reads on the page of the receipt; no mail has it.
    :param by: user id of the editor.
    :raises NotAsked: for an empty or a long one.
    :raises states.WrongStep: when the case is over, or the asker has a question to answer already.
    """
    from samenbeter.vraagbaak.letters import letters

    text = text.strip()
    if not text:
        raise NotAsked(_("case_asked_empty", default="Schrijf eerst je vraag aan de vrager."))
    if len(text) > LONGEST:
        raise NotAsked(
            _("case_asked_long", default="Maak je vraag korter: hooguit ${count} tekens.", mapping={"count": LONGEST})
        )
    case.move("ask_back")
    promise.pause(case, store.desk_of(case))
    asked = {"id": secrets.token_hex(4), "t": now(), "by": by, "text": text, "answered": ""}
    case.asked_back.append(asked)
    case.note_event("asked_back", by)
    audit.note("edit", subject=case.subject, object=case.id, section=SECTION, basis=store.PURPOSE)
    letters.to_asker(case, "asked_back")
    return asked["id"]


def may_ask(case):
    """Return whether a question back can be sent now."""
    return "ask_back" in states.allowed(case.state)
