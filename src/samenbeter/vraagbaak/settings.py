"""Settings of the desk: registry prefix ``samenbeter.vraagbaak``."""

from samenbeter import _
from samenbeter.shared.settings import TERMS_HELP
from samenbeter.shared.terms import TermLines
from zope import schema
from zope.interface import Interface


PREFIX = "samenbeter.vraagbaak"

ANSWER_TYPES = """\
general_information|Algemene uitleg|General information
way_finding|Waar kan ik heen?|Where to go
peer_experience|Ervaring van een ander|Experience of a peer
see_gp|Ga naar je huisarts|See your GP""".splitlines()


class IVraagbaakSettings(Interface):
    """The kinds of answers, and how long one stays fresh."""

    answer_types = TermLines(
        index="sb_kind",
        title=_("setting_answer_types", default="Soorten antwoord"),
        description=TERMS_HELP,
        default=ANSWER_TYPES,
    )
    review_months = schema.Int(
        title=_("setting_review_months", default="Nakijken na zoveel maanden"),
        description=_("setting_review_months_help", default="Bij het publiceren zetten wij zelf een datum klaar."),
        min=1,
        max=60,
        default=12,
    )


IVraagbaakSettings.setTaggedValue("samenbeter.prefix", PREFIX)
