"""What only the server in front of the site can do, and what of it the site can see."""

from dataclasses import dataclass
from plone import api
from samenbeter import _
from samenbeter.hardening.wellknown import security_txt
from samenbeter.shared.hosts import name_of
from urllib.parse import urlsplit


SITE_URL = "samenbeter.privacy.site_url"


def _cannot_tell(request):
    return None


@dataclass(frozen=True)
class Duty:
    """One thing to do outside the site.

    :param seen: a function of the request: True when it is done, False when not, None when that cannot be told.
    """

    name: str
    title: object
    todo: object
    seen: object = _cannot_tell


def duties():
    """Return the duties, the most urgent first."""
    return DUTIES


def _home():
    return urlsplit(api.portal.get_registry_record(SITE_URL, default=None) or "")


def _is_https(request):
    return _home().scheme == "https"


def _is_named(request):
    """Return whether the request came under the name in the settings; None when there is no name."""
    home = _home()
    return name_of(urlsplit(request["SERVER_URL"]).netloc) == name_of(home.netloc) if home.netloc else None


def _has_security_txt(request):
    return security_txt() is not None


DUTIES = (
    Duty(
        "https",
        _("hardening_proxy_https", default="De site is er onder https"),
        _(
            "hardening_proxy_https_do",
            default="Zet een certificaat op de server. Stuur http door naar https. "
            "Vul daarna bij Privacy het webadres in, met https.",
        ),
        _is_https,
    ),
    Duty(
        "host",
        _("hardening_proxy_host", default="De server geeft de goede naam door"),
        _(
            "hardening_proxy_host_do",
            default="De server schrijft zelf de naam van de site in het adres. "
            "Vul bij Privacy het webadres in en open deze pagina onder dat adres.",
        ),
        _is_named,
    ),
    Duty(
        "security_txt",
        _("hardening_security_txt", default="Wie een lek vindt, weet waar dat te melden is"),
        _(
            "hardening_security_txt_do",
            default="Vul bij de instellingen in waar iemand een lek meldt, en tot wanneer dat klopt. "
            "Laat de server /.well-known/ doorgeven aan de site.",
        ),
        _has_security_txt,
    ),
    Duty(
        "root",
        _("hardening_proxy_root", default="Het beheer boven de site is niet bereikbaar"),
        _(
            "hardening_proxy_root_do",
            default="Laat de server alleen de site zelf doorgeven. Dan is het beheer van Zope van buiten niet te zien.",
        ),
    ),
    Duty(
        "hsts",
        _("hardening_proxy_hsts", default="Browsers onthouden dat de site alleen https kent"),
        _(
            "hardening_proxy_hsts_do",
            default="Laat de server Strict-Transport-Security meesturen, voor een jaar. Bekijk dat met: curl -sI",
        ),
    ),
    Duty(
        "banner",
        _("hardening_proxy_banner", default="De server zegt niet welk programma het is"),
        _("hardening_proxy_banner_do", default="Laat de server de regels Server, Via en X-Powered-By weg."),
    ),
    Duty(
        "log",
        _("hardening_proxy_log", default="In het logboek van de server staat niemand"),
        _(
            "hardening_proxy_log_do",
            default="Schrijf geen naam, geen adres van de bezoeker en niets achter het vraagteken op.",
        ),
    ),
    Duty(
        "body",
        _("hardening_proxy_body", default="De server weigert wat te groot is"),
        _("hardening_proxy_body_do", default="Zet een grens aan wat iemand kan sturen. Bijvoorbeeld 20 megabyte."),
    ),
)
