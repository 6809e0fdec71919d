"""What happens to our content and belongs in the audit log: it becomes public, is taken back, or goes."""

from plone.base.interfaces import IPloneSiteRoot
from plone.uuid.interfaces import IUUID
from samenbeter.shared import audit
from samenbeter.shared.workflow import PUBLIC_STATES


PUBLIC = "public"
TAKEN_BACK = "taken_back"


def note_publication(obj, event):
    """Note that an item became public, or is taken back."""
    was = event.old_state.getId() in PUBLIC_STATES
    now = event.new_state.getId() in PUBLIC_STATES
    if was != now:
        audit.note_content("publish", IUUID(obj), PUBLIC if now else TAKEN_BACK)


def note_removal(obj, event):
    """Note that an item is deleted; not when the whole site goes, and the log with it."""
    if not IPloneSiteRoot.providedBy(event.object):
        audit.note_content("delete", IUUID(obj))
