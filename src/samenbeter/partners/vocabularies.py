"""The words of partners."""

from samenbeter import _
from samenbeter.shared.terms import TermVocabulary
from samenbeter.shared.vocabularies import fixed


kinds = TermVocabulary("samenbeter.partner_kinds", "samenbeter.partners.kinds")

# GDPR art. 4(7), 4(8) and 26
privacy_roles = fixed(
    ("controller", _("privacy_role_controller", default="Verwerkingsverantwoordelijke: de partner beslist zelf")),
    ("processor", _("privacy_role_processor", default="Verwerker: de partner doet wat wij vragen")),
    ("joint_controller", _("privacy_role_joint", default="Samen verantwoordelijk: wij beslissen samen")),
)
