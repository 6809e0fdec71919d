"""Switches that are no more than a setting of Plone."""

from plone import api
from Products.PluggableAuthService.interfaces.plugins import IChallengePlugin
from Products.PluggableAuthService.interfaces.plugins import IExtractionPlugin
from samenbeter import _
from samenbeter.hardening.changing import Changes
from samenbeter.hardening.changing import PluginOff
from samenbeter.hardening.changing import Property
from samenbeter.hardening.changing import Record
from samenbeter.hardening.switches import NotNow


SITE_URL = "samenbeter.privacy.site_url"
BASIC = "credentials_basic_auth"


class Ids(Changes):
    """New members get an id that says nothing about them (P3, P14)."""

    order = 110
    title = _("hardening_ids", default="Nieuwe leden krijgen een nummer zonder betekenis")
    description = _(
        "hardening_ids_help",
        default="Niemand leest uit het nummer wie het is. Wie al lid is, houdt het eigen nummer.",
    )
    changes = (Record("plone.use_uuid_as_userid", True),)


class Basic(Changes):
    """Members no longer log in on any address by HTTP Basic (P5).

    The folder of users above the site has plugins of its own: who administers Zope still can.
    """

    order = 230
    title = _("hardening_basic", default="Inloggen kan alleen op de inlogpagina")
    description = _(
        "hardening_basic_help",
        default="Een naam en wachtwoord meesturen met elk verzoek (HTTP Basic) kan niet meer. "
        "Een programma haalt eerst een bewijs op.",
    )
    changes = (PluginOff(BASIC, IExtractionPlugin), PluginOff(BASIC, IChallengePlugin))


class SecureCookie(Changes):
    """The cookie of a session only goes over a connection that nobody can listen in on (P7)."""

    order = 240
    title = _("hardening_secure_cookie", default="Het inlogkoekje gaat alleen over een veilige verbinding")
    description = _(
        "hardening_secure_cookie_help", default="Zonder https kan dan niemand inloggen. Met https merk je er niets van."
    )
    changes = (Property("session", "secure", True),)

    def hindrance(self):
        """Return why it cannot be turned on here; None when it can. Without https nobody could log in any more."""
        address = api.portal.get_registry_record(SITE_URL, default=None) or ""
        if address.startswith("https://"):
            return None
        return _(
            "hardening_secure_cookie_why",
            default="Dit kan nog niet aan. Vul eerst bij Privacy het webadres van de site in, met https.",
        )

    def turn_on(self):
        """Set it.

        :raises NotNow: when something hinders it.
        """
        why = self.hindrance()
        if why:
            raise NotNow(why)
        return super().turn_on()
