"""The step to everybody: which words the asker said yes to, and how a question goes on the site and off it.

A question knows whose words it has. Those of an asker become public only when the asker read exactly these and said
yes; those that an editor wrote are general. Nothing of this leads to the case: it is one word and a digest of what
everybody may read.
"""

from hashlib import sha256
from plone import api
from plone.uuid.interfaces import IUUID
from Products.CMFCore.WorkflowCore import WorkflowException
from samenbeter import _
from samenbeter.shared import audit
from samenbeter.shared.gates import IHasPersonalData
from samenbeter.shared.gates import refusal
from samenbeter.shared.system import as_system
from samenbeter.shared.workflow import missing
from samenbeter.vraagbaak.cases import states
from samenbeter.vraagbaak.cases import store
from samenbeter.vraagbaak.cases.case import ASKER as THE_ASKER
from samenbeter.vraagbaak.cases.case import NO
from samenbeter.vraagbaak.cases.case import now
from samenbeter.vraagbaak.cases.case import PLATFORM
from samenbeter.vraagbaak.cases.case import YES
from samenbeter.vraagbaak.content import IQuestionSchema
from samenbeter.vraagbaak.desk import general
from samenbeter.vraagbaak.desk.refusing import Refused
from samenbeter.vraagbaak.importing import KEY as IMPORTED
from zope.annotation.interfaces import IAnnotations
from zope.globalrequest import getRequest
from zope.i18n import translate
from zope.lifecycleevent import Attributes
from zope.lifecycleevent import modified


# on a question: {"source": one of the three, "approved": hash of the words that the asker said yes to, or ""}
KEY = "samenbeter.vraagbaak.words"
ASKER, GENERAL, IMPORT = "asker", "general", "import"
PUBLISHED = "published"
SECTION = "vraagbaak.publishing"
# state: the steps that make it public
WAY = {
    "draft": ("review", "publish"),
    "consulting": ("review", "publish"),
    "in_review": ("publish",),
    "withdrawn": ("revise", "review", "publish"),
}
NO_QUESTION = _("case_no_question", default="Haal eerst de gegevens weg en bewaar de tekst. Daarna kan dit.")
NOT_YET = _(
    "case_publish_not_approved",
    default="De vrager heeft deze woorden nog niet goedgekeurd. Leg ze voor op de werktafel, of schrijf een algemene vraag.",
)
HIDDEN = _("case_publish_hidden", default="De vrager liet deze vraag verbergen. Hij kan nu niet op de site.")
SAID_NO = _(
    "case_approval_no", default="De vrager wil deze woorden niet op de site. Je kunt wel een algemene vraag schrijven."
)
MOVED = _("case_publish_moved", default="Dit kan nu niet. Kijk hoe de vraag ervoor staat.")
CHANGED = _("case_approval_changed", default="De tekst is intussen veranderd. Lees hem nog een keer.")
OWN_WORDS = _(
    "case_general_own_words",
    default="Hier staan zes of meer woorden achter elkaar die ook in de vraag van de vrager staan. "
    "Schrijf het met andere woorden.",
)


# -- whose words


def hash_of(question):
    """Return the digest of the words of a question: of what the asker says yes to.

    :returns: 64 letters; spaces and line ends make no difference.
    """
    lines = [question.title, getattr(question, "question", ""), *(getattr(question, "other_wordings", None) or ())]
    return sha256("\0".join(" ".join((line or "").split()) for line in lines).encode("utf-8", "replace")).hexdigest()


def source_of(question):
    """Return whose words a question has: ASKER, GENERAL (an editor wrote them) or IMPORT."""
    annotations = IAnnotations(question)
    known = annotations.get(KEY)
    if known is not None:
        return known["source"]
    return IMPORT if IMPORTED in annotations else GENERAL


def approved_hash(question):
    """Return the digest of the words that the asker said yes to; "" for none."""
    return (IAnnotations(question).get(KEY) or {}).get("approved", "")


def is_approved(question):
    """Return whether the asker said yes to exactly the words that a question has now."""
    return approved_hash(question) == hash_of(question)


def from_asker(question, approved=None):
    """Let a question know that it has the words of an asker; called when a redaction is saved.

    :param approved: digest of the words that the asker said yes to, "" for none; None: as it was.
    """
    IAnnotations(question)[KEY] = {
        "source": ASKER,
        "approved": approved_hash(question) if approved is None else approved,
    }


# -- the yes of the asker


def ask_approval(case, by):
    """Lay the words of a question before its asker. The caller saves the case.

    :param by: user id of the editor.
    :raises Refused: when there are no words, somebody has to look at personal data in them first, or the asker
        said no.
    """
    question = _question_of(case)
    if source_of(question) != ASKER:
        raise Refused(
            "",
            _("case_approval_general", default="Dit is een algemene vraag. Daarvoor is geen ja van de vrager nodig."),
        )
    if case.state == states.REJECTED:
        raise states.WrongStep("ask_approval", case.state)
    if case.publish != YES or case.approval.get("answer") == NO:
        raise Refused("", SAID_NO)
    if IHasPersonalData.providedBy(question):
        raise Refused(
            "", _("case_approval_marks", default="Kijk eerst de persoonsgegevens in de tekst na. Leg hem daarna voor.")
        )
    if is_approved(question):
        raise Refused("", _("case_approval_has", default="De vrager vond deze woorden al goed."))
    from samenbeter.vraagbaak.letters import letters  # letters ask for cases too

    case.approval = {"asked": now(), "hash": hash_of(question), "decided": "", "answer": ""}
    case.undo = {}
    case.note_event("approval_asked", by)
    _note(case, "approval")
    letters.to_asker(case, "approval")


def approved(question, question_hash):
    """Remember that the asker said yes to these words. The case is the caller's.

    :param question_hash: of the words that the asker read.
    :raises Refused: when the words are others by now: nobody agreed to those.
    """
    if source_of(question) != ASKER or question_hash != hash_of(question):
        raise Refused("", CHANGED)
    from_asker(question, approved=question_hash)


def refused(question, case=None):
    """Forget that the asker ever said yes; take the words from the site when they are there.

    :param case: the Case that the caller saves; None: it is looked up and saved here.
    """
    if source_of(question) != ASKER:
        return
    from_asker(question, approved="")
    if is_public(question):
        withdraw(question, THE_ASKER, case)


# -- on the site and off it


def is_public(question):
    """Return whether everybody can read a question."""
    return api.content.get_state(question, default=None) == PUBLISHED


def publish(question, by, case=None):
    """Put a question on the site, as far as the person who is logged in may.

    :param by: the user id of that person.
    :param case: the Case that the caller saves; None: it is looked up and saved here.
    :raises Refused: when something is missing or in the way; the message says what to do.
    """
    titles = [translate(title, context=getRequest()) for title in missing(question, "publish")]
    if titles:
        raise Refused(
            "", _("transition_missing", default="Vul eerst in: ${fields}.", mapping={"fields": ", ".join(titles)})
        )
    for step in WAY.get(api.content.get_state(question), ()):
        reason = refusal(question, step)
        if reason is not None:
            raise Refused("", reason)
        _take(question, step, by, case)


def withdraw(question, by, case=None):
    """Take a question from the site, in this transaction.

    :param by: a user id, ASKER or PLATFORM of ``cases.case``.
    :param case: the Case that the caller saves; None: it is looked up and saved here.
    """
    if not is_public(question):
        return
    if by in (THE_ASKER, PLATFORM):
        with as_system():
            _take(question, "withdraw", by, case)
    else:
        _take(question, "withdraw", by, case)


def _take(question, step, by, case):
    # what is given along reaches the subscriber that writes the timeline; the history does not keep it
    try:
        api.portal.get_tool("portal_workflow").doActionFor(question, step, sb_by=by, sb_case=case)
    except WorkflowException:
        raise Refused("", MOVED) from None


# -- a general question


def generalise(question, title, text, by, case=None):
    """Let a question have general words, written by an editor; its contributions and its answer stay.

    :param case: the Case that the caller saves; None: it is looked up and saved here.
    :raises Refused: when it is on the site, a field is not good, or words of the asker are in it.
    """
    title, text = " ".join(title.split()), text.replace("\r\n", "\n").strip()
    if is_public(question):
        raise Refused("", _("case_general_public", default="Haal de vraag eerst van de site."))
    if not title:
        raise Refused("general_title", _("case_general_title_missing", default="Schrijf een korte vraag."))
    if len(title) > IQuestionSchema["title"].max_length:
        raise Refused("general_title", _("case_general_title_long", default="Maak de korte vraag korter."))
    if len(text) > IQuestionSchema["question"].max_length:
        raise Refused("general_text", _("case_general_text_long", default="Maak de tekst korter."))
    saves = case is None
    case = store.by_question(IUUID(question)) if saves else case
    if general.shares_words((title, text), [*_redacted(question), *original_words(case)]):
        raise Refused("general_text", OWN_WORDS)
    question.title, question.question, question.other_wordings = title, text, []
    IAnnotations(question)[KEY] = {"source": GENERAL, "approved": ""}
    modified(question, Attributes(IQuestionSchema, "title", "question", "other_wordings"))
    if case is not None:
        case.undo = {}
        case.note_event("generalised", by)
        _note(case, "generalised")
        if saves:
            store.save(case)


def original_words(case):
    """Return what an asker wrote, a list of texts, only to compare with; nothing of it is shown."""
    if case is None:
        return []
    try:
        kept = store.words(case, store.MACHINE)
    except store.vault.NoRecord:
        return []
    return [kept["text"], *(reply["text"] for reply in kept["replies"])]


def _redacted(question):
    """Return the words that were made of what the asker wrote, as long as a question has them."""
    if source_of(question) != ASKER:
        return []
    return [question.title, question.question or "", *(question.other_wordings or ())]


def _question_of(case):
    question = store.question_of(case)
    if question is None:
        raise Refused("", NO_QUESTION)
    return question


def _note(case, section):
    audit.note("edit", subject=case.subject, object=case.id, section=f"{SECTION}.{section}", basis=store.PURPOSE)
