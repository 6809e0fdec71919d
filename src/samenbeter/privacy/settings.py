"""Settings of privacy: registry prefix ``samenbeter.privacy``."""

from samenbeter import _
from zope import schema
from zope.interface import Interface


PREFIX = "samenbeter.privacy"


class IPrivacySettings(Interface):
    """Who answers for the data, and how long they are kept."""

    controller = schema.TextLine(
        title=_("setting_controller", default="Wie is verantwoordelijk voor de gegevens?"),
        description=_("setting_controller_help", default="De naam van de organisatie. Leeg: de naam van de site."),
        default="",
        required=False,
        max_length=150,
    )
    controller_address = schema.Text(
        title=_("setting_controller_address", default="Adres"),
        description=_("setting_controller_address_help", default="Straat, postcode en plaats. Staat bij Privacy."),
        default="",
        required=False,
        max_length=300,
    )
    contact_email = schema.TextLine(
        title=_("setting_contact_email", default="E-mailadres voor vragen over gegevens"),
        description=_("setting_contact_email_help", default="Leeg: het adres van de site."),
        default="",
        required=False,
        max_length=254,
    )
    officer = schema.TextLine(
        title=_("setting_officer", default="Functionaris gegevensbescherming"),
        description=_(
            "setting_officer_help",
            default="Hoe je die bereikt: een functie en een adres of nummer. Leeg: er is er geen.",
        ),
        default="",
        required=False,
        max_length=150,
    )
    site_url = schema.URI(
        title=_("setting_site_url", default="Webadres van de site"),
        description=_(
            "setting_site_url_help",
            default="Staat in mails met een link. Leeg: het adres waaronder iemand de site bezocht.",
        ),
        required=False,
    )
    backup_days = schema.Int(
        title=_("setting_backup_days", default="Zoveel dagen bewaren wij een reservekopie"),
        description=_(
            "setting_backup_days_help", default="Wie gewist wil worden, hoort vanaf wanneer er ook daar niets meer is."
        ),
        min=0,
        max=3650,
        default=30,
    )
    periods = schema.Dict(
        title=_("setting_periods", default="Bewaartermijnen"),
        description=_(
            "setting_periods_help", default="Soort gegevens en aantal dagen. Wijzig ze bij Bewaren en wissen."
        ),
        key_type=schema.TextLine(),
        value_type=schema.Int(min=0, max=3650),
        default={},
        missing_value={},
        required=False,
    )


IPrivacySettings.setTaggedValue("samenbeter.prefix", PREFIX)
