"""The personal data on the pile of what a person looks at first."""

from samenbeter import _
from samenbeter.shared import doubtful
from samenbeter.shared.guard import REASONS
from samenbeter.shared.personal_data import VaultPersonalData


class DoubtfulData(VaultPersonalData):
    """The provider "samenbeter.shared.doubtful"."""

    room, kind = doubtful.ROOM, doubtful.KIND
    title = _("doubtful_data", default="Een formulier waar wij eerst naar kijken")
    description = _(
        "doubtful_data_text",
        default="Soms lijkt een formulier van een computer te komen. Dan kijkt een mens eerst. "
        "Wij bewaren wat je invulde en waarom wij twijfelden.",
    )
    categories = ("pd:EmailAddress", "pd:Communication")
    # somebody may write about their health
    special = True
    purpose = doubtful.PURPOSE
    recipients = "SamenBeter shared: Handle doubtful forms"
    period = doubtful.DAYS
    clock = _("doubtful_data_clock", default="Vanaf de dag dat het binnenkwam. Is er gekeken, dan gaat het meteen weg.")
    can_expire = True

    def values(self, data):
        """Return which form it was, what was written, and why it was doubted."""
        form = doubtful.form_of(data["form"])
        values = list(form.shown(data["data"])) if form is not None else []
        if form is not None:
            values.insert(0, (_("doubtful_form", default="Formulier"), form.title))
        reasons = [REASONS[reason] for reason in data["reasons"] if reason in REASONS]
        return (*values, *((_("doubtful_reason", default="Waarom wij twijfelden"), reason) for reason in reasons))

    def values_for_machines(self, data):
        """Return the same as JSON can say it."""
        return {"form": data["form"], "data": data["data"], "reasons": data["reasons"]}
