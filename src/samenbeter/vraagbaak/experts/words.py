"""Fixed words of a consultation, and what is wrong with what somebody filled in."""

from samenbeter import _
from samenbeter.vraagbaak.experts import consultations


LONGEST_NOTE = 1000
LONGEST_REASON = 500

# why a partner cannot answer: word: text
REASONS = {
    "not_ours": _("expert_reason_not_ours", default="Dit is niet ons vak"),
    "no_time": _("expert_reason_no_time", default="Wij hebben nu geen tijd"),
    "too_little": _("expert_reason_too_little", default="Wij weten te weinig om te antwoorden"),
    "individual": _("expert_reason_individual", default="Dit vraagt advies aan één mens. Dat geven wij hier niet"),
    "other": _("expert_reason_other", default="Iets anders"),
}

# (word for the tag, icon, kind of tag)
STATES = {
    consultations.OPEN: (_("expert_state_open", default="Wacht op antwoord"), "clock", "warn"),
    consultations.ANSWERED: (_("expert_state_answered", default="Binnen"), "check", "ok"),
    consultations.DECLINED: (_("expert_state_declined", default="Kan niet antwoorden"), "cross", ""),
    consultations.PASSED_ON: (_("expert_state_passed_on", default="Doorgegeven aan een collega"), "people", ""),
    consultations.ENDED: (_("expert_state_ended", default="Niet meer gevraagd"), "cross", ""),
}


class Refused(Exception):
    """This cannot be done with what was filled in.

    :param field: the id of the field.
    :param message: what to do, a message.
    """

    def __init__(self, field, message):
        super().__init__(field)
        self.field = field
        self.message = message
