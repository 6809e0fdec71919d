"""What holds for the words of an asker in each way in: no page, menu, program or rule goes round it."""

from plone import api
from plone.uuid.interfaces import IUUID
from samenbeter import _
from samenbeter import logger
from samenbeter.interfaces import IVraagbaakQuestion
from samenbeter.shared import vault
from samenbeter.shared.gates import IGate
from samenbeter.shared.keys import VaultProblem
from samenbeter.vraagbaak.cases import store
from samenbeter.vraagbaak.cases.case import PLATFORM
from samenbeter.vraagbaak.desk import general
from samenbeter.vraagbaak.desk import publishing
from transaction.interfaces import TransientError
from zope.annotation.interfaces import IAnnotations
from zope.component import adapter
from zope.globalrequest import getRequest
from zope.interface import implementer

import transaction


OFFLINE = _(
    "case_words_changed",
    default="Deze woorden heeft de vrager niet goedgekeurd. De vraag staat daarom niet meer op de site. Leg ze eerst voor.",
)
NO_KEY = _("case_publish_no_key", default="De kluis is nu dicht. Deze vraag kan pas op de site als hij weer open is.")


@implementer(IGate)
@adapter(IVraagbaakQuestion)
class Approved:
    """Holds back the words of an asker who did not say yes to exactly these."""

    def __init__(self, context):
        self.context = context

    def refusal(self, transition):
        """Return why a question may not go on the site, a message; None for a step that may be taken."""
        if not self._publishes(transition):
            return None
        source = publishing.source_of(self.context)
        if source == publishing.ASKER:
            return None if publishing.is_approved(self.context) and not self._is_frozen() else self._why()
        if source == publishing.GENERAL and publishing.KEY in IAnnotations(self.context):
            return self._of_general()
        return None

    def trust(self):
        """Nothing: who brings a question in from elsewhere brings no words of an asker."""

    def _publishes(self, transition):
        """Return whether this person would make it public by this step: others hear nothing of it."""
        for workflow in api.portal.get_tool("portal_workflow").getWorkflowsFor(self.context):
            step = workflow.transitions.get(transition)
            if step is not None and workflow.isActionSupported(self.context, transition):
                return step.new_state_id == publishing.PUBLISHED
        return False

    def _why(self):
        return publishing.HIDDEN if self._is_frozen() else publishing.NOT_YET

    def _is_frozen(self):
        try:
            case = store.by_question(IUUID(self.context))
            return case is not None and store.is_frozen(case)
        except VaultProblem:
            # the yes stands on the question itself; nothing else can be known now
            return False

    def _of_general(self):
        """Look once more: somebody may have put the words of the asker back in by another way."""
        try:
            case = store.by_question(IUUID(self.context))
            if case is None:
                return None
            if store.is_frozen(case):
                return publishing.HIDDEN
            words = (self.context.title, self.context.question or "", *(self.context.other_wordings or ()))
            return publishing.OWN_WORDS if general.shares_words(words, publishing.original_words(case)) else None
        except VaultProblem:
            return NO_KEY


def follow_words(question, event):
    """Take a question from the site, in the same transaction, when its words are others than the asker agreed to."""
    if not publishing.is_public(question) or publishing.source_of(question) != publishing.ASKER:
        return
    if publishing.is_approved(question):
        return
    publishing.withdraw(question, PLATFORM)
    if getRequest() is not None:
        api.portal.show_message(OFFLINE, getRequest(), type="warning")


def follow_copy(question, event):
    """Let a copy have no yes: its asker said that of one question, and could not take it back from another."""
    if publishing.approved_hash(question):
        publishing.from_asker(question, approved="")


def follow_step(question, event):
    """Write down with a case that its question came on the site or went off it, whoever did that and how.

    Nothing that goes wrong here keeps a question on the site.
    """
    was, is_now = (state.getId() == publishing.PUBLISHED for state in (event.old_state, event.new_state))
    if was == is_now or publishing.KEY not in IAnnotations(question):
        return
    before = transaction.savepoint(optimistic=True)
    try:
        _follow(question, "published" if is_now else "withdrawn", event.kwargs or {})
    except TransientError:
        raise
    except (VaultProblem, vault.NoRecord):
        before.rollback()
    except Exception:
        if is_now:
            raise
        before.rollback()
        logger.exception("The case of a withdrawn question could not be told")


def _follow(question, what, given):
    case = given.get("sb_case")
    found = case if case is not None else store.by_question(IUUID(question))
    if found is None:
        return
    from samenbeter.vraagbaak.letters import letters  # letters ask for cases too

    is_asker = publishing.source_of(question) == publishing.ASKER
    word = what if is_asker else {"published": "general_on", "withdrawn": "general_off"}[what]
    found.note_event(word, given.get("sb_by") or api.user.get_current().getId() or PLATFORM)
    found.undo = {}
    # of general words the asker hears nothing: who said no would think that nobody listened
    if is_asker and what == "withdrawn":
        letters.to_asker(found, what)
    if case is None:
        store.save(found)
