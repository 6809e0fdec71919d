"""The personal data of the desk: what an expert wrote.

A question has none by design: it is redacted, and made without a creator.
"""

from samenbeter import _
from samenbeter.shared.personal_data import ContentPersonalData


class Contributions(ContentPersonalData):
    """Contributions of an expert."""

    title = _("personal_contributions", default="Bijdragen aan antwoorden")
    portal_types = ("VraagbaakAnswer",)
