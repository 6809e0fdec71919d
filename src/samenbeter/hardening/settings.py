"""Settings of hardening: registry prefix ``samenbeter.hardening``."""

from samenbeter import _
from samenbeter.shared.hosts import is_host
from zope import schema
from zope.interface import Interface


PREFIX = "samenbeter.hardening"


class IHardeningSettings(Interface):
    """Under which names the site is there, and whom to tell when it leaks."""

    hosts = schema.List(
        title=_("setting_hosts", default="Namen van de site"),
        description=_(
            "setting_hosts_help",
            default="Eén naam op elke regel, zonder https://. Bijvoorbeeld: wijk.example.org. "
            "Wie een andere naam gebruikt, krijgt een foutmelding. Leeg: elke naam mag.",
        ),
        value_type=schema.TextLine(max_length=253, constraint=is_host),
        default=[],
        missing_value=[],
        required=False,
    )
    security_contact = schema.TextLine(
        title=_("setting_security_contact", default="Waar iemand een lek meldt"),
        description=_(
            "setting_security_contact_help",
            default="Een e-mailadres, of een webadres met https. Staat in security.txt. Leeg: dat bestand is er niet.",
        ),
        default="",
        required=False,
        max_length=254,
    )
    security_expires = schema.Date(
        title=_("setting_security_expires", default="Tot wanneer dat klopt"),
        description=_(
            "setting_security_expires_help",
            default="Kies een dag binnen een jaar. Kijk dan of het adres nog goed is. Leeg: security.txt is er niet.",
        ),
        required=False,
    )
    security_policy = schema.URI(
        title=_("setting_security_policy", default="Afspraken over melden"),
        description=_(
            "setting_security_policy_help",
            default="Het webadres van een pagina die zegt wat je met een melding doet. Mag leeg blijven.",
        ),
        required=False,
    )


IHardeningSettings.setTaggedValue("samenbeter.prefix", PREFIX)
