"""Settings of the frame: registry prefix ``samenbeter.theme``."""

from samenbeter import _
from zope import schema
from zope.interface import Interface


PREFIX = "samenbeter.theme"


class IThemeSettings(Interface):
    """Whose frame the pages stand in."""

    frame = schema.Bool(
        title=_("setting_frame", default="Gebruik de kop en voet van SamenBeter"),
        description=_(
            "setting_frame_help",
            default="Uit: de site houdt zijn eigen thema. De bladzijden van SamenBeter staan daar dan in.",
        ),
        default=True,
        required=False,
    )
    scripted_pages = schema.List(
        title=_("setting_scripted_pages", default="Bladzijden met de scripts van Plone"),
        description=_(
            "setting_scripted_pages_help",
            default="Bezoekers krijgen die scripts niet: de bladzijden zijn zo veel lichter. Kan een bladzijde van "
            "een andere uitbreiding niet zonder? Zet hier de naam van die bladzijde of van het soort inhoud. "
            "Een op elke regel. Een sterretje (*) is alles.",
        ),
        value_type=schema.TextLine(),
        default=[],
        required=False,
    )


IThemeSettings.setTaggedValue("samenbeter.prefix", PREFIX)
