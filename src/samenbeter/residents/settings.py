"""Settings of residents' accounts: registry prefix ``samenbeter.residents``."""

from samenbeter import _
from zope import schema
from zope.interface import Interface


PREFIX = "samenbeter.residents"


class IResidentsSettings(Interface):
    """Who may make an account, and who has to show a code as well when they log in."""

    open = schema.Bool(
        title=_("setting_residents_open", default="Bewoners kunnen zelf een account maken"),
        description=_(
            "setting_residents_open_help",
            default="Uit: de pagina zegt dat het nu niet kan. Codes op papier werken dan ook niet.",
        ),
        default=True,
        required=False,
    )
    second_step_roles = schema.List(
        title=_("setting_second_step_roles", default="Rollen met een tweede stap bij het inloggen"),
        description=_(
            "setting_second_step_roles_help",
            default="Eén per regel. Zij zien gegevens van anderen. Het geldt als de schakelaar voor de tweede stap aan is.",
        ),
        value_type=schema.TextLine(),
        default=["Vraagbaak Editor", "Privacy Officer", "Site Administrator"],
        required=False,
    )


IResidentsSettings.setTaggedValue("samenbeter.prefix", PREFIX)
