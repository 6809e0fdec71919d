"""The personal data of stories: all that a teller says, and the portrait."""

from samenbeter import _
from samenbeter.shared.personal_data import ContentPersonalData


class Stories(ContentPersonalData):
    """Stories that somebody wrote down."""

    title = _("personal_stories", default="Verhalen")
    portal_types = ("SuccessStory",)
