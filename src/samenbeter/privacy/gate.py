"""No text becomes public while somebody still has to look at personal data in it.

The text is read when somebody takes the step, and when it is saved; a page only looks whether the item is marked.
"""

from contextlib import suppress
from plone import api
from samenbeter import _
from samenbeter.interfaces import IReadBeforePublic
from samenbeter.privacy.marking import KEPT
from samenbeter.privacy.marking import Marked
from samenbeter.privacy.marking import OPEN
from samenbeter.privacy.marking import WAITING
from samenbeter.shared import audit
from samenbeter.shared import marks
from samenbeter.shared.gates import IGate
from samenbeter.shared.gates import IHasPersonalData
from samenbeter.shared.keys import VaultProblem
from samenbeter.shared.workflow import PUBLIC_STATES
from zope.component import adapter
from zope.globalrequest import getRequest
from zope.i18n import translate
from zope.interface import alsoProvides
from zope.interface import implementer
from zope.interface import noLongerProvides
from zope.lifecycleevent import modified


# an accepted contribution is on the page of its question
GATED = PUBLIC_STATES | {"accepted"}
# why something may stay: a fixed list, so that nobody writes about people here
REASONS = {
    "organisation": _("marks_reason_organisation", default="Het hoort bij een organisatie. Iedereen mag het weten."),
    "office": _("marks_reason_office", default="Het hoort bij iemands werk. Die weet dat het hier staat."),
    "own_choice": _("marks_reason_own_choice", default="De verteller koos dit zelf, zoals een schuilnaam."),
    "mistake": _("marks_reason_mistake", default="Het is geen persoonsgegeven. De computer vergist zich."),
}
# what nobody chose: it was public before it came here
SOURCE = "source"
SHOWN = {**REASONS, SOURCE: _("marks_reason_source", default="Het stond al openbaar op de site waar het vandaan komt.")}
SECTIONS = {WAITING: "privacy.mark_keep", KEPT: "privacy.mark_confirm", OPEN: "privacy.mark_undo"}
GONE = _("marks_gone", default="De tekst is intussen veranderd. Kijk nog eens.")
NO_SECOND = _("marks_second_other", default="Iemand anders van de redactie moet dit nalezen.")


class NotDone(ValueError):
    """Something could not be decided; ``message`` says why."""

    def __init__(self, message):
        super().__init__(message)
        self.message = message


@implementer(IGate)
@adapter(IReadBeforePublic)
class Gate:
    """Holds back what has marks that nobody resolved."""

    def __init__(self, context):
        self.context = context

    def refusal(self, transition):
        """Return which kinds of personal data are in the way, a message; None for a step that may be taken."""
        if self._target(transition) not in GATED:
            return None
        kinds = Marked(self.context).kinds()
        if not kinds:
            return None
        return _(
            "marks_refusal",
            default="Dit kan nog niet openbaar. Kijk eerst de persoonsgegevens na: ${kinds}.",
            mapping={"kinds": in_words(kinds)},
        )

    def trust(self):
        """Let stand what is in the text now. Without a key an editor has to look at it."""
        marked = Marked(self.context)
        trusted = [found for found in marked.unresolved if found.mark.kind != marks.BSN]
        with suppress(VaultProblem):
            source = audit.pseudonym_of(SOURCE) if trusted else ""
            for found in trusted:
                marked.decide(found.key(marked.uid), {"reason": SOURCE, "by": source, "second": source})
        remember(self.context)

    def let_stand(self, kept):
        """Write down for which reason an editor lets words stand, where nothing was decided about them yet.

        :param kept: {words: a name of REASONS}.
        :raises keys.VaultProblem: when there is no key.
        """
        marked = Marked(self.context)
        reasons = {" ".join(words.split()).lower(): reason for words, reason in kept.items()}
        for found in marked.found:
            reason = reasons.get(" ".join(found.words.split()).lower())
            if reason in REASONS and found.mark.kind != marks.BSN and marked.state(found) == OPEN:
                _decide(marked, found, {"reason": reason, "by": me(), "second": ""})

    def _target(self, transition):
        """Return the state that this person would bring the item in; None when that cannot be."""
        for workflow in api.portal.get_tool("portal_workflow").getWorkflowsFor(self.context):
            step = workflow.transitions.get(transition)
            if step is not None and workflow.isActionSupported(self.context, transition):
                return step.new_state_id
        return None


def in_words(kinds):
    """Return "een naam (2), een telefoonnummer" of {kind: how many}."""
    request = getRequest()
    words = [(translate(marks.WORDS[kind], context=request), count) for kind, count in kinds.items()]
    return ", ".join(f"{word} ({count})" if count > 1 else word for word, count in words)


# -- what an item itself knows of it


def remember(obj):
    """Mark an item when somebody has to look at its text, so that pages and lists know without reading it."""
    marked = Marked(obj)
    # without a key, what was decided cannot be told from what is new: it stays as it was
    with suppress(VaultProblem):
        marked.forget_old()
    wanted, has = bool(marked.unresolved), IHasPersonalData.providedBy(obj)
    if wanted != has:
        (alsoProvides if wanted else noLongerProvides)(obj, IHasPersonalData)
        obj.reindexObject(idxs=["object_provides"])


# -- what an editor decides


def remove(obj, mark_id, language):
    """Put a word such as "[naam]" in the place of a mark, wherever it is in its field; return how often.

    :param mark_id: Found.id.
    """
    found = Marked(obj).of(mark_id)
    for text in dict.fromkeys(one.text.line for one in found):
        here = [one for one in found if one.text.line == text]
        word = translate(marks.PLACEHOLDERS[here[0].mark.kind], target_language=language)
        ranges = [(one.mark.start, one.mark.end) for one in here]
        here[0].text.replace(here[0].seen.without(ranges, {start: word for start, _end in ranges}))
    if found:
        modified(obj)
    return len(found)


def keep(obj, mark_id, reason):
    """Let a mark stand; what is sure then waits for a second person. Return its state.

    :param reason: a name of REASONS.
    :raises NotDone: for a reason that is none, or a number that may not be here at all.
    :raises keys.VaultProblem: when there is no key.
    """
    marked, found = _one(obj, mark_id)
    if reason not in REASONS:
        raise NotDone(_("marks_choose", default="Kies waarom dit mag blijven staan."))
    if found.mark.kind == marks.BSN:
        raise NotDone(_("marks_bsn", default="Een BSN mogen wij niet hebben. Haal het weg."))
    return _decide(marked, found, {"reason": reason, "by": me(), "second": ""})


def confirm(obj, mark_id):
    """Agree with a colleague that a mark may stand.

    :raises NotDone: when it does not wait, or for who decided it first.
    """
    marked, found = _one(obj, mark_id)
    decided = marked.decided(found)
    if marked.state(found) != WAITING or decided["by"] == me():
        raise NotDone(NO_SECOND)
    return _decide(marked, found, {**decided, "second": me()})


def undo(obj, mark_id):
    """Take back what was decided: the mark is as new."""
    marked, found = _one(obj, mark_id)
    return _decide(marked, found, None)


def me():
    """Return how the audit log knows who is logged in: no name and no user id stands in an item.

    :raises keys.VaultProblem: when there is no key.
    """
    return audit.pseudonym_of(api.user.get_current().getId())


def _one(obj, mark_id):
    marked = Marked(obj)
    found = marked.of(mark_id)
    if not found:
        raise NotDone(GONE)
    return marked, found[0]


def _decide(marked, found, decided):
    marked.decide(found.key(marked.uid), decided)
    state = marked.state(found)
    if found.is_sure:
        # who let what kind of thing stand, and why; never the words
        section = f"{SECTIONS[state]}.{found.mark.kind}" + (f".{decided['reason']}" if decided else "")
        audit.note("edit", object=marked.uid, section=section)
    remember(marked.obj)
    return state
