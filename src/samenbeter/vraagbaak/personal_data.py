"""The personal data of the desk: what an expert wrote.

A question has none by design: it is redacted, and made without a creator.
"""

from samenbeter import _
from samenbeter.shared.personal_data import ContentPersonalData


class Contributions(ContentPersonalData):
    """Contributions of an expert."""

    title = _("personal_contributions", default="Bijdragen aan antwoorden")
    description = _(
        "personal_contributions_help", default="Wat een deskundige schrijft bij een vraag, en wie dat schreef."
    )
    categories = ("pd:Name", "pd:Professional", "pd:Opinion")
    purpose = "samenbeter.answers"
    recipients = "View"
    portal_types = ("VraagbaakAnswer",)
    clock = _("clock_contributions", default="Het blijft zolang het antwoord op de site staat.")
    stays = _(
        "contributions_stay",
        default="Bijdragen aan antwoorden blijven staan, zonder je naam. Ze zijn het werk van je organisatie.",
    )
