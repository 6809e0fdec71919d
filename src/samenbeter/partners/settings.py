"""Settings of partners: registry prefix ``samenbeter.partners``."""

from samenbeter import _
from samenbeter.shared.settings import TERMS_HELP
from samenbeter.shared.terms import TermLines
from zope import schema
from zope.interface import Interface


PREFIX = "samenbeter.partners"

KINDS = """\
local_care|Zorg of welzijn in de wijk|Local care or welfare
residents_initiative|Bewonersinitiatief|Residents’ initiative
municipality|Gemeente|Municipality
patient_community|Landelijke patiëntengemeenschap|National patient community
module_supplier|Maker van modules|Supplier of modules""".splitlines()


class IPartnersSettings(Interface):
    """The kinds of partners, and how long "klopt nog" holds."""

    kinds = TermLines(
        index="sb_kind",
        title=_("setting_partner_kinds", default="Soorten partners"),
        description=TERMS_HELP,
        default=KINDS,
    )
    assured_months = schema.Int(
        title=_("setting_assured_months", default="Aanbod opnieuw bevestigen na zoveel maanden"),
        description=_("setting_assured_months_help", default="Ouder aanbod staat bij Mijn werk om na te vragen."),
        min=1,
        max=24,
        default=6,
    )


IPartnersSettings.setTaggedValue("samenbeter.prefix", PREFIX)
