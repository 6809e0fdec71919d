"""What all workflows share: the date of publication, and what is missing for a step."""

from DateTime import DateTime
from Products.Five import BrowserView
from samenbeter.interfaces import IReadiness
from zope.component import queryAdapter


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


class Ready(BrowserView):
    """Guard of workflow transitions; the item's page says what ``missing`` returns."""

    def allows(self, transition):
        """Return True when nothing is missing for this transition."""
        return not missing(self.context, transition)
