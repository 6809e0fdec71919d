"""What follows from a change at the desk."""

from Acquisition import aq_base
from Acquisition import aq_inner
from Acquisition import aq_parent
from datetime import date
from plone import api
from samenbeter.interfaces import IVraagbaakQuestion
from samenbeter.vraagbaak.localroles import ENDED
from samenbeter.vraagbaak.settings import PREFIX


def follow_answer(answer, event):
    """Keep what the catalog knows of a question in step with its contributions."""
    _reindex(aq_parent(aq_inner(answer)))


def follow_moved_answer(answer, event):
    """The same when a contribution is removed, or comes from elsewhere. A new one has no words to find yet."""
    # a question that goes takes its contributions along: there is nothing left to reindex
    if event.oldParent is not None and aq_base(event.object) is aq_base(answer):
        _reindex(event.oldParent)
        _reindex(event.newParent)


def _reindex(question):
    if IVraagbaakQuestion.providedBy(question):
        question.reindexObject(idxs=["sb_disciplines", "SearchableText"])


def follow_assignment(question, event):
    """Let the catalog know which experts see a question once its partners changed."""
    if _changed(event, "consulted"):
        question.reindexObjectSecurity()


def follow_desk(desk, event):
    """Let the catalog know who sees the questions of a desk once other people work there."""
    if _changed(event, "editors_group", "chief_group"):
        desk.reindexObjectSecurity()


def _changed(event, *fields):
    names = (name for change in event.descriptions for name in getattr(change, "attributes", ()))
    return any(field in name for name in names for field in fields)


def follow_partner(partner, event):
    """Let the catalog know that the experts of a partner see its questions no more once it ended, and again after."""
    if ENDED in (event.old_state.getId(), event.new_state.getId()):
        for relation in api.relation.get(target=partner, relationship="consulted", unrestricted=True):
            question = relation.from_object
            if question is not None:
                question.reindexObjectSecurity()


def follow_group(event):
    """Let the catalog know who writes for a partner once its experts changed."""
    uid = event.group_id.removesuffix("-experts")
    if uid == event.group_id:
        return
    catalog = api.portal.get_tool("portal_catalog")
    principal = event.principal
    for brain in catalog.unrestrictedSearchResults(portal_type="VraagbaakAnswer", Creator=principal):
        brain._unrestrictedGetObject().reindexObjectSecurity()


def drop_comment(item, event):
    """Keep nothing of what somebody wrote beside a step: that stays in the history, where nobody looks it over."""
    if event.kwargs:
        event.kwargs.pop("comment", None)


def plan_review(question, event):
    """Set the day of checking and of the next look when an answer is published."""
    if event.new_state.getId() != "published":
        return
    today = date.today()
    if question.checked_on is None:
        question.checked_on = today
    if question.review_on is None or question.review_on <= today:
        months = api.portal.get_registry_record(f"{PREFIX}.review_months", default=12)
        question.review_on = add_months(today, months)
    question.reindexObject(idxs=["sb_review_on"])


def add_months(day, months):
    """Return the same day so many months later, or the last day of that month.

    >>> add_months(date(2026, 8, 31), 6)
    datetime.date(2027, 2, 28)
    """
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    for last in range(day.day, 27, -1):
        try:
            return date(year, month + 1, last)
        except ValueError:
            continue
    return date(year, month + 1, day.day)
