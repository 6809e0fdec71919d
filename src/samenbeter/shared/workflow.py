"""What all workflows share: the date of publication, what is missing for a step, and what may not become public."""

from DateTime import DateTime
from plone.app.content.browser.content_status_modify import ContentStatusModifyView
from Products.CMFCore.WorkflowCore import WorkflowException
from Products.Five import BrowserView
from Products.statusmessages.interfaces import IStatusMessage
from samenbeter.interfaces import IGate
from samenbeter.interfaces import IReadiness
from zope.component import queryAdapter
from zope.globalrequest import getRequest
from zope.i18n import translate


# the states in which everybody may read an item, as far as its container lets them
PUBLIC_STATES = frozenset(("open", "published", "active"))


def stamp_publication(obj, event):
    """Set the publication date when an item becomes public for the first time.

    Plone does so in its own form only; REST, scripts and folder contents differ.
    """
    if event.new_state.getId() in PUBLIC_STATES and obj.effective_date is None:
        obj.setEffectiveDate(DateTime())
        obj.reindexObject(idxs=["effective", "effectiveRange", "EffectiveDate"])


def missing(obj, transition):
    """Return the titles of the fields that this step still needs."""
    readiness = queryAdapter(obj, IReadiness)
    return readiness.missing(transition) if readiness is not None else []


def refusal(obj, transition):
    """Return why an item may not become public by this step, a message; None when it may.

    It reads the whole text: it is asked when somebody takes the step, not to show a page.
    """
    gate = queryAdapter(obj, IGate)
    return gate.refusal(transition) if gate is not None else None


def hold_back(obj, event):
    """Refuse a step, whoever takes it and how: the last line behind the pages and services.

    :raises WorkflowException: with the reason, as a text.
    """
    reason = refusal(obj, event.transition.getId()) if event.transition is not None else None
    if reason is not None:
        raise WorkflowException(translate(reason, context=getRequest()))


class ChangeState(ContentStatusModifyView):
    """Plone's view of a step; one that is refused is told where somebody can do something about it."""

    def __call__(self, workflow_action=None, comment="", effective_date=None, expiration_date=None, **kwargs):
        """Take the step, or say on the item's page why not."""
        reason = refusal(self.context, workflow_action) if workflow_action else None
        if reason is None:
            return super().__call__(workflow_action, comment, effective_date, expiration_date, **kwargs)
        IStatusMessage(self.request).add(reason, type="error")
        return self.request.response.redirect(f"{self.context.absolute_url()}/view")


class Ready(BrowserView):
    """Guard of workflow transitions; the item's page says what ``missing`` returns."""

    def allows(self, transition):
        """Return True when nothing is missing for this transition."""
        return not missing(self.context, transition)
