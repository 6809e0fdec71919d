"""The verb "redact": from what the asker wrote to a question without personal data, which others may see.

A decision about a mark is known by a key: which text, where in it, and a keyed hash of what stands there. It never
has the words themselves, so it can travel in a form; and it fits no more once the words are others.
"""

from dataclasses import dataclass
from plone import api
from samenbeter import _
from samenbeter.interfaces import IPersonalDataDetector
from samenbeter.shared import audit
from samenbeter.shared import gates
from samenbeter.shared import marks
from samenbeter.shared import proofs
from samenbeter.shared import vault
from samenbeter.shared.workflow import PUBLIC_STATES
from samenbeter.vraagbaak.cases import states
from samenbeter.vraagbaak.cases import store
from samenbeter.vraagbaak.desk import question_maker
from samenbeter.vraagbaak.desk.spans import still_there
from zope.component import queryUtility
from zope.i18n import translate


SECTION = "vraagbaak.redaction"
REMOVE, REPLACE, KEEP = "remove", "replace", "keep"
CHOICES = (REMOVE, REPLACE, KEEP)
# why something may stay; the gate before publishing knows these words too
REASONS = ("organisation", "office", "mistake")
LONGEST_WORD = 100
PAUSED = (states.WAITING, states.ANSWERED)
PUBLIC = _("case_redact_public", default="Deze vraag staat op de site. Haal hem er eerst vanaf.")
LOCKED = _("case_redact_locked", default="Iemand heeft deze vraag nu open. Bewaar hem over een paar minuten.")


class NotSaved(ValueError):
    """The redaction is not ready; ``errors`` is {field: what to do}, in the order of the page.

    Fields are "mark-<number>", "title" and "text".
    """

    def __init__(self, errors):
        super().__init__(", ".join(errors))
        self.errors = errors
        self.field = next(iter(errors))
        self.message = errors[self.field]


@dataclass(frozen=True)
class Place:
    """A mark in one of the asker's texts.

    :param number: by which the page calls it, from 1.
    :param key: by which a decision knows it.
    :param piece: 0 for the question, then the replies in their order.
    :param words: what was marked; for who has the text open.
    """

    number: int
    key: str
    piece: int
    mark: marks.Mark
    words: str

    @property
    def field(self):
        """Return the id of its field in a form."""
        return f"mark-{self.number}"


# -- looking


def proposal(text, known=()):
    """Return the Marks in a text, in their order.

    :param known: names and addresses of the person who writes.
    """
    detector = queryUtility(IPersonalDataDetector)
    return detector.marks(text, known) if detector is not None else []


def pieces(words):
    """Return the texts of the asker: the question, then the replies.

    :param words: as ``store.words`` has them.
    """
    return [words["text"], *(reply["text"] for reply in words["replies"])]


def places(case, words):
    """Return the Places in all texts of the asker.

    :raises keys.VaultProblem: when there is no key.
    """
    found = [(piece, text, mark) for piece, text in enumerate(pieces(words)) for mark in proposal(text)]
    return [
        Place(number, _key(case, piece, text, mark), piece, mark, text[mark.start : mark.end])
        for number, (piece, text, mark) in enumerate(found, 1)
    ]


def _key(case, piece, text, mark):
    said = "\0".join((case.id, mark.kind, text[mark.start : mark.end]))
    return f"{piece}.{mark.start}.{mark.end}.{proofs.hashed('redaction', said)[:16]}"


def decided(words):
    """Return the decisions that were kept with the asker's words: {key: {"choice", "words", "reason"}}."""
    return dict(words.get("decisions") or {})


def known_decisions(case):
    """Return the decisions that were kept with a case, without opening it for anybody."""
    return decided(store.words(case, store.MACHINE))


def placeholder(mark, language="nl"):
    """Return what stands in the place of a mark that is removed, such as "[naam]"."""
    return translate(marks.PLACEHOLDERS[mark.kind], target_language=language)


def proposed(case, words, decisions):
    """Return the asker's texts, as paragraphs, with the decisions done; what is not decided is removed.

    :param decisions: {key: {"choice", "words", "reason"}}.
    """
    found, texts = places(case, words), []
    for piece, text in enumerate(pieces(words)):
        parts, at = [], 0
        for place in (place for place in found if place.piece == piece):
            said = decisions.get(place.key) or {"choice": REMOVE}
            instead = {KEEP: place.words, REPLACE: said.get("words", "")}.get(said["choice"])
            instead = placeholder(place.mark, case.language) if instead is None else instead
            parts += [text[at : place.mark.start], instead]
            at = place.mark.end
        texts.append("".join([*parts, text[at:]]).strip())
    return "\n\n".join(text for text in texts if text)


def all_removed(case, access=store.MACHINE):
    """Return decisions to take all that is marked in a case away.

    :param access: as in ``store.words``.
    """
    found = places(case, store.words(case, access))
    return {place.key: {"choice": REMOVE, "words": "", "reason": ""} for place in found}


# -- saving


def save(case, title, text, decisions, by):
    """Make the redacted question of a case, or change it; return it. The caller saves the case.

    :param title: the question in a few words.
    :param text: the question as everybody may read it.
    :param decisions: {key of a Place: {"choice": one of CHOICES, "words": instead, "reason": one of REASONS}}.
    :param by: user id of the editor.
    :raises NotSaved: while a mark has no decision, something that was removed is still there, or a text is not right.
    :raises states.WrongStep: when the case is over.
    :raises vault.NoRecord: when the asker's words are not there.
    """
    words = store.words(case, store.MACHINE)
    found = places(case, words)
    question = store.question_of(case)
    _check_state(case, question)
    errors = {**undecided(found, decisions), **question_maker.wrong(title, text)}
    errors = errors or _left_over(found, decisions, title, text)
    if errors:
        raise NotSaved(errors)
    question = question_maker.write(store.desk_of(case), question, title, text, case.themes)
    case.question = api.content.get_uuid(question)
    if case.state in states.RUNNING:
        case.move("redact")
    case.note_event("redacted", by)
    known = {place.key: _tidy(decisions[place.key]) for place in found}
    vault.get().replace(store.words_id(case), {**words, "decisions": known})
    gates.let_stand(question, _kept(found, decisions))
    audit.note("edit", subject=case.subject, object=case.id, section=SECTION, basis=store.PURPOSE)
    return question


def _check_state(case, question):
    if question is not None and api.content.get_state(question) in PUBLIC_STATES:
        raise NotSaved({"text": PUBLIC})
    if question is not None and question_maker.is_open_elsewhere(question):
        raise NotSaved({"text": LOCKED})
    if case.state not in states.RUNNING and not (question is not None and case.state in PAUSED):
        raise states.WrongStep("redact", case.state)


def undecided(found, decisions):
    """Return {field: what to do} of the Places about which nothing, or nothing whole, was decided."""
    errors = {}
    for place in found:
        said = decisions.get(place.key) or {}
        if said.get("choice") not in CHOICES:
            errors[place.field] = _(
                "case_mark_undecided", default="Kies wat je doet met plek ${number}.", mapping={"number": place.number}
            )
        elif said["choice"] == REPLACE and not said.get("words", "").strip():
            errors[place.field] = _(
                "case_mark_word",
                default="Schrijf een ander woord voor plek ${number}.",
                mapping={"number": place.number},
            )
        elif said["choice"] == KEEP and said.get("reason") not in REASONS:
            errors[place.field] = _(
                "case_mark_reason",
                default="Kies waarom plek ${number} mag blijven staan.",
                mapping={"number": place.number},
            )
    return errors


def _tidy(said):
    return {
        "choice": said["choice"],
        "words": said.get("words", "").strip()[:LONGEST_WORD] if said["choice"] == REPLACE else "",
        "reason": said["reason"] if said["choice"] == KEEP else "",
    }


def _kept(found, decisions):
    """Return {words: reason} of what may stay."""
    return {place.words: decisions[place.key]["reason"] for place in found if _is_kept(place, decisions)}


def _is_kept(place, decisions):
    return decisions[place.key]["choice"] == KEEP


def _left_over(found, decisions, title, text):
    """Return {field: what to do} of the texts in which something still stands that was to go."""
    kept, errors = list(_kept(found, decisions)), {}
    for field, value in (("title", title), ("text", text)):
        for place in found:
            gone = not _is_kept(place, decisions)
            if gone and still_there(value, place.words, place.mark.kind, kept):
                errors[field] = _(
                    "case_mark_left",
                    default="Hier staat nog iets van plek ${number}. Haal het weg, of kies bij die plek: laten staan.",
                    mapping={"number": place.number},
                )
                break
    return errors
