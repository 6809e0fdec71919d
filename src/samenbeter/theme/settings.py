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


IThemeSettings.setTaggedValue("samenbeter.prefix", PREFIX)
