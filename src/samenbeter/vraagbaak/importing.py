"""Bring questions of a source into a desk: one record at a time, as a whole or not at all.

For each field the question remembers what the source said. What an editor
changed here since then is the editors' own, and stays.
"""

from dataclasses import dataclass
from DateTime import DateTime
from hashlib import sha256
from plone import api
from plone.app.textfield import RichTextValue
from plone.dexterity.utils import createContentInContainer
from plone.locking.interfaces import ILockable
from Products.CMFCore.indexing import processQueue
from samenbeter import _
from samenbeter import logger
from samenbeter.shared.gates import refusal
from samenbeter.shared.gates import trust
from samenbeter.shared.themes import IThemed
from samenbeter.vraagbaak.cleaning import fingerprint
from samenbeter.vraagbaak.content import IAnswerSchema
from samenbeter.vraagbaak.content import IQuestionSchema
from samenbeter.vraagbaak.faq import Problem
from samenbeter.vraagbaak.settings import PREFIX
from samenbeter.vraagbaak.settings import theme_pair
from ZODB.POSException import ConflictError
from zope.annotation.interfaces import IAnnotations
from zope.component import getUtility
from zope.event import notify
from zope.lifecycleevent import Attributes
from zope.lifecycleevent import ObjectModifiedEvent
from zope.schema import ValidationError
from zope.schema.interfaces import IVocabularyFactory

import transaction


# on a question: {"fields": {name: digest of what the source said}, "answer": id of the contribution}
KEY = "samenbeter.vraagbaak.imported"
DISCIPLINE = "overheid"
ANSWER_TYPE = "general_information"
ANSWER = "contribution"
RICH = ("summary", ANSWER)
CREATED, CHANGED, SAME = "created", "changed", "same"


@dataclass(frozen=True)
class Outcome:
    """What became of a record."""

    result: str
    title: str
    path: str
    # names of the fields that stayed as the editors made them
    kept: tuple = ()


class Refused(Exception):
    """A record cannot go in; the message says why."""

    def __init__(self, message):
        super().__init__(message)
        self.message = message


def themes_of_words():
    """Return {word of the source: our tokens}, as the settings say; themes that are gone are left out."""
    ours = getUtility(IVocabularyFactory, "samenbeter.themes")(api.portal.get())
    found = {}
    for line in api.portal.get_registry_record(f"{PREFIX}.import_themes", default=None) or ():
        try:
            word, token = theme_pair(line)
        except ValueError:
            continue
        if token in ours:
            found.setdefault(word.casefold(), []).append(token)
    return found


def bring_in(desk, record, themes):
    """Bring one record into a desk; return its Outcome, or the Problem with it.

    Nothing of a record with a problem stays. To be called as the system.

    :param record: a Record of faq.py.
    :param themes: what ``themes_of_words`` returns.
    """
    before = transaction.savepoint(optimistic=True)
    try:
        outcome = write(desk, record, themes)
        # an index that cannot take it is a problem of this record
        processQueue()
        return outcome
    except ConflictError:
        raise
    except Exception:
        before.rollback()
        logger.exception("A question could not be imported: record %s", record.number)
        reason = _("import_error_ours", default="Dit ging bij ons mis. Het staat in het logboek.")
        return Problem(record.number, record.line, reason, record.id)


def write(desk, record, themes):
    """Do the same in a third less time, but leave half of a record behind when something fails.

    The caller aborts the transaction then.
    """
    try:
        return _apply(desk, record, themes)
    except Refused as refused:
        # nothing was written yet
        return Problem(record.number, record.line, refused.message, record.id)


def _apply(desk, record, themes):
    values = _values(record, themes)
    question = _find(desk, record.id)
    if question is None:
        question = _create(desk, record, values)
        return Outcome(CREATED, question.title, "/".join(question.getPhysicalPath()))
    changed, kept = _update(question, values)
    result = CHANGED if changed else SAME
    return Outcome(result, question.title, "/".join(question.getPhysicalPath()), tuple(kept))


def _find(desk, source_id):
    query = {
        "path": {"query": "/".join(desk.getPhysicalPath()), "depth": 1},
        "portal_type": "VraagbaakQuestion",
        "sb_source_id": source_id,
    }
    # what waits to be indexed is of this import, which has each id once: it may wait on
    found = api.portal.get_tool("portal_catalog")._unrestrictedSearchResults(query)
    return found[0]._unrestrictedGetObject() if found else None


# -- values


def _values(record, themes):
    """Return what the source says for each field; the contribution lies in an item of its own."""
    title = shortened(record.question, IQuestionSchema["title"].max_length)
    words = (word.casefold() for word in record.subjects)
    return {
        "title": title,
        "question": None if title == record.question else record.question,
        "answer_type": ANSWER_TYPE,
        "summary": record.summary,
        "source_name": record.source or None,
        "source_url": record.url or None,
        "source_licence": record.licence or None,
        "source_changed": record.changed,
        "source_id": record.id,
        "themes": list(dict.fromkeys(token for word in words for token in themes.get(word, ()))),
        ANSWER: record.contribution,
    }


def shortened(text, longest):
    """Return a text that is no longer than this, cut off after a whole word.

    >>> shortened("Hoe vraag ik een paspoort aan?", 20)
    'Hoe vraag ik een…'
    """
    if len(text) <= longest:
        return text
    cut = text[:longest]
    return (cut.rpartition(" ")[0] or cut[:-1]).rstrip(" ,;:-") + "…"


def digest(name, value):
    """Return a short text that is the same for the same words; empty for nothing."""
    if not value:
        return ""
    if name in RICH:
        return fingerprint(value)
    text = "|".join(sorted(value)) if isinstance(value, list) else " ".join(str(value).split())
    return sha256(text.encode("utf-8", "replace")).hexdigest()[:20]


def _stored(name, value):
    return RichTextValue(value, "text/html", "text/x-html-safe") if name in RICH else value


def _field(name):
    return next(schema[name] for schema in (IQuestionSchema, IAnswerSchema, IThemed) if name in schema)


def _empty(name):
    return [] if name == "themes" else None


def _check(context, values):
    """Raise Refused for what an editor's form would not take either. Before anything is written."""
    for name, value in values.items():
        if not value:
            continue
        field = _field(name).bind(context)
        try:
            field.validate(_stored(name, value))
        except ValidationError as error:
            mapping = {"field": field.title, "reason": error.doc()}
            raise Refused(_("import_error_field", default="Bij ${field}: ${reason}", mapping=mapping)) from None


# -- new


def _create(desk, record, values):
    _check(desk, values)
    fields = {name: _stored(name, value) for name, value in values.items() if name != ANSWER and value}
    question = createContentInContainer(desk, "VraagbaakQuestion", checkConstraints=False, **fields)
    known = {"fields": {name: digest(name, value) for name, value in values.items()}, "answer": None}
    if values[ANSWER]:
        known["answer"] = _add_answer(question, values[ANSWER])
    IAnnotations(question)[KEY] = known
    # a question that the source wrote last year is no news, and one of tomorrow would be hidden
    if record.moment:
        question.setEffectiveDate(min(DateTime(record.moment.timestamp()), DateTime()))
    _move(question, "review", "publish")
    # these say what the editors did; they have not read it yet
    question.checked_on = question.review_on = None
    question.reindexObject()
    return question


def _add_answer(question, html):
    fields = {ANSWER: _stored(ANSWER, html), "discipline": DISCIPLINE}
    answer = createContentInContainer(question, "VraagbaakAnswer", checkConstraints=False, **fields)
    _move(answer, "submit", "accept")
    return answer.getId()


def _move(item, *transitions):
    trust(item)
    tool = api.portal.get_tool("portal_workflow")
    for transition in transitions:
        if refusal(item, transition):
            return
        tool.doActionFor(item, transition)


# -- again


def _update(question, values):
    """Bring what changed at the source; return (names of changed fields, titles of those that stayed)."""
    known = IAnnotations(question).get(KEY) or {"fields": {}, "answer": None}
    news, kept = {}, []
    for name, value in values.items():
        said, says = known["fields"].get(name, ""), digest(name, value)
        if says == said:
            continue
        has = digest(name, _current(question, known, name))
        if has == said:
            news[name] = value
        elif has != says:
            kept.append(_field(name).title)
    digests = {name: digest(name, value) for name, value in values.items()}
    if digests == known["fields"]:
        return [], []
    if news and ILockable(question).locked():
        raise Refused(_("import_error_locked", default="Iemand werkt nu aan deze vraag. Lees hem later nog eens in."))
    _check(question, news)
    answer = known["answer"]
    if ANSWER in news:
        answer = _write_answer(question, answer, news[ANSWER])
    _write(question, IQuestionSchema, {name: value for name, value in news.items() if name != ANSWER})
    IAnnotations(question)[KEY] = {"fields": digests, "answer": answer}
    return list(news), kept


def _current(question, known, name):
    if name == ANSWER:
        item, name = question.get(known["answer"]) if known["answer"] else None, ANSWER
    else:
        item = question
    value = getattr(item, name, None)
    return value.raw if value and name in RICH else value


def _write(item, schema, values):
    if not values:
        return
    stored = {name: _stored(name, value) if value else _empty(name) for name, value in values.items()}
    for name, value in stored.items():
        setattr(item, name, value)
    notify(ObjectModifiedEvent(item, Attributes(schema, *stored)))
    trust(item)


def _write_answer(question, answer_id, html):
    """Write, add or take away the contribution of the source; return its id."""
    if not answer_id:
        return _add_answer(question, html)
    if html:
        _write(question[answer_id], IAnswerSchema, {ANSWER: html})
        return answer_id
    question.manage_delObjects([answer_id])
    return None
