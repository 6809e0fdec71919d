"""The redacted question as content: made by the platform, so that nothing in it leads to who asked or who redacted."""

from contextlib import contextmanager
from DateTime import DateTime
from plone.dexterity.utils import createContentInContainer
from plone.locking.interfaces import ILockable
from samenbeter import _
from samenbeter.shared import clock
from samenbeter.shared import fields
from samenbeter.shared.system import as_system
from samenbeter.vraagbaak.content import IQuestionSchema
from samenbeter.vraagbaak.desk import publishing
from zope.event import notify
from zope.lifecycleevent import Attributes
from zope.lifecycleevent import ObjectModifiedEvent


LONGEST = 4000


def is_open_elsewhere(question):
    """Return whether somebody else has a question open in the form of Plone."""
    lock = ILockable(question)
    return lock.locked() and not lock.can_safely_unlock()


def wrong(title, text):
    """Return {field: what to do} of the texts of a question."""
    errors = {}
    if not title.strip():
        errors["title"] = _("case_title_empty", default="Schrijf de vraag in één zin.")
    elif len(title) > fields.MAX_TITLE:
        errors["title"] = _(
            "case_title_long",
            default="Maak de korte vraag korter: hooguit ${count} tekens.",
            mapping={"count": fields.MAX_TITLE},
        )
    if not text.strip():
        errors["text"] = _("case_text_empty", default="Schrijf de vraag zoals anderen hem mogen lezen.")
    elif len(text) > LONGEST:
        errors["text"] = _(
            "case_text_long",
            default="Maak de vraag korter: hooguit ${count} tekens.",
            mapping={"count": LONGEST},
        )
    return errors


def write(desk, question, title, text, themes):
    """Make a question in a desk, or change one; return it.

    :param question: a VraagbaakQuestion, or None for a new one.
    :param themes: of a new one.
    """
    title, text = " ".join(title.split()), text.replace("\r\n", "\n").strip()
    with as_system(), unchanged(desk):
        if question is None:
            question = createContentInContainer(
                desk, "VraagbaakQuestion", checkConstraints=False, title=title, question=text, themes=list(themes)
            )
        elif (question.title, question.question) != (title, text):
            question.title, question.question = title, text
            notify(ObjectModifiedEvent(question, Attributes(IQuestionSchema, "title", "question")))
        publishing.from_asker(question)
        _to_the_day(question)
    return question


@contextmanager
def unchanged(container):
    """Let a container that everybody may see not tell at which moment something hidden in it came or went."""
    before = container.modification_date
    yield
    if container.modification_date != before:
        container.modification_date = before
        container.reindexObject(idxs=["modified"])


def _to_the_day(question):
    """Let it say on which day it was made and changed, not at which moment: that would tie it to its case."""
    today = clock.today()
    day = DateTime(today.year, today.month, today.day)
    if question.creation_date > day:
        question.creation_date = day
    question.modification_date = day
    for steps in question.workflow_history.values():
        for step in steps:
            step["time"] = min(step["time"], DateTime(*step["time"].parts()[:3]))
    question.workflow_history._p_changed = True
    question.reindexObject(idxs=["created", "modified"])
