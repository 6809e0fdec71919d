"""Under which names the site answers (P11).

A program can ask for any name of a host, and Plone writes that name into its links: also
into the mail with which somebody chooses a new password. So a name that is not on the
list gets a bare page, before anything else is looked at.
"""

from plone import api
from plone.base.interfaces import IPloneSiteRoot
from plone.registry.interfaces import IRegistry
from Products.Five import BrowserView
from Products.SiteAccess.VirtualHostMonster import VirtualHostMonster
from samenbeter import _
from samenbeter.hardening.settings import PREFIX
from samenbeter.hardening.switches import Flag
from samenbeter.shared import bare
from samenbeter.shared import hardened
from samenbeter.shared.hosts import LOOPBACK_NAMES
from samenbeter.shared.hosts import name_of
from urllib.parse import urlsplit
from zope.component import adapter
from zope.traversing.interfaces import IBeforeTraverseEvent


HOSTS = f"{PREFIX}.hosts"
SITE_URL = "samenbeter.privacy.site_url"
PAGE = "@@samenbeter-unknown-host"
LOOPBACK = ("127.0.0.1", "::1", "::ffff:127.0.0.1")
# what a proxy adds
FORWARDED = ("X-Forwarded-For", "X-Forwarded-Host", "X-Real-Ip", "Forwarded", "Via")
# a balancer asks for it by the number of the machine; it says ok or not, and has no link in it
HEALTH = ("@@health", "health")
PORTS = {"http": 80, "https": 443}
# pages and services of Plone that mail a link
MAILING = frozenset(("mail_password", "mail_password_form", "register", "new-user", "@users", "@registration"))


class UnknownHost(BrowserView):
    """What who names another host gets: a bare page, for each link of another page leads to the host that was named."""

    def __call__(self):
        """Return the page."""
        response = self.request.response
        response.setStatus(400, lock=True)
        response.setHeader("Content-Type", "text/html; charset=utf-8")
        response.setHeader("Cache-Control", "no-store")
        return bare.page(400)


class Hosts(Flag):
    """The site answers to its own names."""

    order = 310
    # with an empty list any name comes in
    alarming = True
    title = _("hardening_hosts", default="De site luistert alleen naar haar eigen namen")
    description = _(
        "hardening_hosts_help",
        default="Wie de site met een andere naam aanspreekt, krijgt een foutmelding. "
        "De namen vul je in bij de instellingen.",
    )

    def problems(self):
        """Return what is missing in the settings."""
        found = []
        if not api.portal.get_registry_record(HOSTS, default=None):
            found.append(
                _(
                    "hardening_no_hosts",
                    default="Er staan geen namen in de instellingen. De site luistert nu naar elke naam.",
                )
            )
        if not api.portal.get_registry_record(SITE_URL, default=None):
            found.append(
                _(
                    "hardening_no_site_url",
                    default="Het webadres van de site is niet ingevuld bij Privacy. "
                    "Links in mails gebruiken dan de naam uit het verzoek.",
                )
            )
        return found


@adapter(IPloneSiteRoot, IBeforeTraverseEvent)
def refuse_others(site, event):
    """Lead a request that names another host to the bare page. The list is empty: all come in."""
    request = event.request
    if not hardened.is_on("hosts", site) or _is_health(site, request):
        return
    registry = site.getSiteManager().queryUtility(IRegistry)
    allowed = {name_of(name) for name in registry.get(HOSTS, None) or ()}
    if not allowed:
        _mail_from_home(request, registry.get(SITE_URL, None))
        return
    if is_direct(request):
        allowed |= LOOPBACK_NAMES
    if not named(request) <= allowed:
        request["TraversalRequestNameStack"] = [PAGE]


def _is_health(site, request):
    wanted, *before = request.get("TraversalRequestNameStack") or [""]
    # behind a proxy the steps before are what takes its words out of the path: "/", and the name of who does that
    root = site.getPhysicalRoot()
    return wanted in HEALTH and all(
        step[:1] == "/" or isinstance(root._getOb(step, None), VirtualHostMonster) for step in before
    )


def named(request):
    """Return the names of hosts that a request says: of its address, and what a proxy was asked for."""
    asked = request.getHeader("X-Forwarded-Host") or ""
    return {
        # of the Host header, or of the path when a proxy put the name there
        name_of(urlsplit(request["SERVER_URL"]).netloc),
        *(name_of(host) for host in asked.split(",") if host.strip()),
    }


def is_direct(request):
    """Return whether a request comes from a program on this machine, not by way of a proxy.

    The jobs, a health check and an administrator who tunnels in say "localhost". From afar that
    name is refused as any other: a link in a mail must not lead there.
    """
    return request.environ.get("REMOTE_ADDR") in LOOPBACK and not any(map(request.getHeader, FORWARDED))


def _mail_from_home(request, site_url):
    """Let the links that Plone is going to mail lead to the address in the settings."""
    steps = set(request.get("TraversalRequestNameStack") or ())
    if not site_url or request.method != "POST" or not MAILING & {step.removeprefix("@@") for step in steps}:
        return
    home = urlsplit(site_url)
    request.setServerURL(home.scheme, home.hostname, home.port or PORTS.get(home.scheme, 443))
