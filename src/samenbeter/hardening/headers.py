"""The switch "headers": what a browser may do with what we send.

A browser runs our scripts only, sends forms to us only, shows our pages in no other
site, and tells other sites nothing. On each answer of the site: pages, REST, files, and
what fails. What Zope answers before it reaches a site has the filter
``samenbeter.shared.wsgi_headers``.
"""

from AccessControl import getSecurityManager
from samenbeter import _
from samenbeter.hardening import policy
from samenbeter.hardening import reached
from samenbeter.hardening.switches import Flag
from samenbeter.shared import policies
from zope.component import adapter
from zope.globalrequest import getRequest
from ZPublisher.interfaces import IPubBeforeAbort
from ZPublisher.interfaces import IPubSuccess


# a year, as the preload list of browsers wants it: https://hstspreload.org
SECURE = "max-age=31536000"
# what is written by scripts in the browser, which the server passes on
READ_BY_SCRIPTS = frozenset(("_fc_perPage", "_fc_activeColumns", "auth_token"))
CSP = "Content-Security-Policy"


class Headers(Flag):
    """Headers on each answer."""

    order = 410
    title = _("hardening_headers", default="De browser doet alleen wat deze site vraagt")
    description = _(
        "hardening_headers_help",
        default="Scripts, plaatjes en formulieren van andere sites werken niet op onze bladzijden. "
        "Een andere site kan onze bladzijden niet binnen die van zichzelf laten zien.",
    )

    def problems(self):
        """Return what only the server can do."""
        request = getRequest()
        if request is None:
            return []
        found = []
        if request.environ.get(policies.ENVIRON) is None:
            found.append(
                _(
                    "hardening_headers_filter",
                    default="De server noemt nog welke software hij gebruikt. "
                    "Zet het filter egg:samenbeter#headers in zope.ini.",
                )
            )
        if not is_secure(request):
            found.append(
                _(
                    "hardening_headers_https",
                    default="Je bekijkt deze site zonder https. Zorg dat de webserver alles met https doet.",
                )
            )
        return found


@adapter(IPubSuccess)
def on_success(event):
    """Write the headers of an answer."""
    write(event.request)


@adapter(IPubBeforeAbort)
def on_failure(event):
    """Write the headers of an answer that says what went wrong, while the database can still be read."""
    if not event.retry:
        write(event.request)


def write(request):
    """Write headers and marks on cookies, when the switch is on; what a page said itself stays."""
    if not reached.is_on(request, "headers"):
        return
    response = request.response
    wanted = wanted_for(request)
    for name, value in wanted.items():
        if not response.getHeader(name):
            response.setHeader(name, value)
    told = request.environ.get(policies.ENVIRON)
    if told is not None:
        # for an answer that is made anew outside Zope
        told["headers"] = wanted
    mark_cookies(response, is_secure(request))


def wanted_for(request):
    """Return {name: value} of the headers of an answer."""
    wanted = dict(policies.ALWAYS)
    if request.response.getHeader("Access-Control-Allow-Origin"):
        # who may read it by a script may show it too
        wanted["Cross-Origin-Resource-Policy"] = "cross-origin"
    if is_secure(request):
        wanted["Strict-Transport-Security"] = SECURE
    if request.response.getStatus() != 304:
        # who kept the page kept its policy, which fits it better
        wanted[CSP] = policy.policy_for(request, is_anonymous())
    return wanted


def mark_cookies(response, secure):
    """Keep cookies from scripts that need them not, and from other sites."""
    for name, cookie in response.cookies.items():
        # who sets a cookie can have said "not", which is nothing here
        cookie["SameSite"] = cookie.get("SameSite") or "Lax"
        cookie["HttpOnly"] = cookie.get("HttpOnly") or (name not in READ_BY_SCRIPTS or None)
        cookie["Secure"] = cookie.get("Secure") or (secure or None)


def is_secure(request):
    """Return True when the visitor came by https, as far as Zope was told."""
    return (request.get("SERVER_URL") or "").startswith("https:")


def is_anonymous():
    """Return True for a visitor without an account."""
    user = getSecurityManager().getUser()
    return user is None or user.getUserName() == "Anonymous User"
