"""The gate before everybody may read a text: the room privacy looks for personal data in it.

It reads the whole text, so it is asked when somebody takes a step and not to show a page. Whether an
item waits for it, pages and lists see by the marker.
"""

from operator import itemgetter
from plone.app.content.browser.content_status_modify import ContentStatusModifyView
from Products.CMFCore.WorkflowCore import WorkflowException
from Products.statusmessages.interfaces import IStatusMessage
from zope.component import getAdapters
from zope.component import queryAdapter
from zope.globalrequest import getRequest
from zope.i18n import translate
from zope.interface import Interface


class IHasPersonalData(Interface):
    """Marks an item in whose text somebody still has to look at personal data. Only the room privacy sets it."""


class IGate(Interface):
    """Adapter of a content item, IReadBeforePublic: may everybody read it?

    The one without a name looks for personal data. A room can register a named one: then both have to say yes.
    """

    def refusal(transition):
        """Return why this step may not be taken, a message; None when it may. It says nothing of the text itself."""

    def trust():
        """Let stand what is in the text now: it comes from where everybody can read it already."""

    # may be left out: def let_stand(kept), for an editor who decided already; see the function of that name


def refusal(obj, transition):
    """Return why an item may not become public by this step, a message; None when it may."""
    reasons = (gate.refusal(transition) for _name, gate in sorted(getAdapters((obj,), IGate), key=itemgetter(0)))
    return next((reason for reason in reasons if reason is not None), None)


def trust(obj):
    """Let stand what is in the text of an item, as that was public where it came from."""
    gate = queryAdapter(obj, IGate)
    if gate is not None:
        gate.trust()


def let_stand(obj, kept):
    """Let words stand for which an editor gave a reason; what is sure then still waits for a second person.

    :param kept: {words: reason}, with a reason that the gate knows.
    """
    gate = queryAdapter(obj, IGate)
    if gate is not None and hasattr(gate, "let_stand"):
        gate.let_stand(kept)


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
