"""How somebody comes in and goes out: slowly after wrong tries, and out everywhere at once.

What a password is checked with is counted by the site's own log-in guard (the room
hardening). A page only asks how long to wait, and counts what it checks itself, such as
the code of a second step.
"""

from AccessControl.SecurityManagement import newSecurityManager
from plone import api
from plone.protect.interfaces import IDisableCSRFProtection
from samenbeter.shared import guard_rate
from samenbeter.shared import hardened
from samenbeter.shared import slowing
from samenbeter.shared.sessions import end_sessions
from zope.interface import alsoProvides


__all__ = ["end_sessions", "failed", "log_in", "succeeded", "wait_for"]


def wait_for(login, request):
    """Return how many seconds to wait before somebody may try again; 0: none, or nothing is slowed here.

    :param login: the name or address that was typed; anything.
    """
    return slowing.passwords.wait(login, guard_rate.address_of(request)) if hardened.is_on("login") else 0


def failed(login, request):
    """Count a wrong try. Passwords are counted already; call it for what a page checks itself."""
    if hardened.is_on("login"):
        slowing.passwords.failed(login, guard_rate.address_of(request))


def succeeded(login, request):
    """Begin again for this account from this network."""
    if hardened.is_on("login"):
        slowing.passwords.succeeded(login, guard_rate.address_of(request))


def log_in(request, userid):
    """Let somebody in who proved otherwise who they are: the cookie is set, and they are logged in from here on.

    The caller has checked the token of the form: what is written of a log-in, plone.protect
    does not check again.

    :raises LookupError: when there is no such account in this site.
    """
    users = api.portal.get_tool("acl_users")
    user = users.getUserById(userid)
    if user is None:
        raise LookupError("no such account")
    newSecurityManager(request, user)
    alsoProvides(request, IDisableCSRFProtection)
    # a password that came along is not one of this log-in
    request.form.pop("__ac_password", None)
    api.portal.get_tool("portal_membership").loginUser(request)
