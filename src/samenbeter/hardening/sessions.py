"""Sessions that really end: at log-out, with a new password, when rights are lost, and with the account (P4).

Plone's own means are turned on: each user has keys of their own, and the tokens of REST are
kept. What these leave open is closed here:

- what was handed out before the switch was turned on has no key of its own, so the common
  key is replaced: who is logged in logs in once more;
- a ring remembers which roles and groups its user had at log-in. Who has fewer since is asked to
  log in again, at the next request. That looks at rights from any source and writes nothing.
"""

from AccessControl.SecurityManagement import getSecurityManager
from AccessControl.SecurityManagement import newSecurityManager
from AccessControl.users import nobody
from Acquisition import aq_base
from Acquisition import aq_inner
from Acquisition import aq_parent
from BTrees.OOBTree import OOBTree
from plone import api
from plone.keyring.interfaces import IKeyManager
from Products.CMFCore.interfaces import ISiteRoot
from Products.PluggableAuthService.interfaces.authservice import IBasicUser
from Products.PluggableAuthService.interfaces.events import ICredentialsUpdatedEvent
from Products.PluggableAuthService.interfaces.events import IPrincipalCreatedEvent
from Products.PluggableAuthService.interfaces.events import IPrincipalDeletedEvent
from Products.PluggableAuthService.interfaces.events import IUserLoggedInEvent
from Products.PluggableAuthService.interfaces.events import IUserLoggedOutEvent
from samenbeter import _
from samenbeter.hardening import strong
from samenbeter.hardening.changing import Changes
from samenbeter.hardening.changing import Property
from samenbeter.interfaces import ISamenBeterLayer
from samenbeter.shared import hardened
from samenbeter.shared import sessions
from zExceptions import Unauthorized
from zope.annotation.interfaces import IAnnotations
from zope.component import adapter
from zope.component import getUtility
from zope.component import queryUtility
from zope.globalrequest import getRequest
from ZPublisher.interfaces import IPubAfterTraversal
from ZPublisher.interfaces import IPubBeforeAbort

import time


NAME = "sessions"
RIGHTS = "samenbeter_rights"
LOST = "samenbeter.hardening.lost_rights"


class Sessions(Changes):
    """The switch."""

    order = 200
    title = _("hardening_sessions", default="Uitloggen is echt uitloggen")
    description = _(
        "hardening_sessions_help",
        default="Wie uitlogt, is op alle apparaten uitgelogd. Zo ook wie een nieuw wachtwoord kiest of rechten "
        "verliest. Zet je dit aan, dan logt iedereen één keer opnieuw in.",
    )
    changes = (Property("session", "per_user_keyring", True),)

    def turn_on(self):
        """Turn on Plone's own means; end what was handed out without them."""
        before = super().turn_on()
        for plugin in sessions.plugins(sessions.TOKEN_PLUGIN):
            before[plugin.getId()] = (plugin.store_tokens, plugin._tokens is not None)
            plugin.store_tokens = True
            if plugin._tokens is None:
                plugin._tokens = OOBTree()
        _replace_common_key()
        for keeper in strong.keepers(api.portal.get_tool("acl_users")):
            for userid in keeper.listUserIds():
                make_ring(keeper.prefix + userid)
        _stay_in()
        return before

    def turn_off(self, before):
        """Put back what was there; a ring that is left would keep its user out."""
        left = super().turn_off(before)
        for plugin in sessions.plugins(sessions.TOKEN_PLUGIN):
            if plugin.getId() in before:
                plugin.store_tokens, had_some = before[plugin.getId()]
                if not had_some:
                    plugin._tokens = None
        if not any(plugin.per_user_keyring for plugin in sessions.plugins(sessions.SESSION_PLUGIN)):
            _throw_rings_away()
            _stay_in()
        return left

    def problems(self):
        """Return what is not as the switch left it."""
        found = super().problems()
        if not all(plugin.store_tokens for plugin in sessions.plugins(sessions.TOKEN_PLUGIN)):
            found.append(
                _("hardening_changed", default="Iemand veranderde dit: ${what}.", mapping={"what": "store_tokens"})
            )
        if any(plugin.haveSharedSecret() for plugin in sessions.plugins(sessions.SESSION_PLUGIN)):
            found.append(
                _(
                    "hardening_sessions_shared",
                    default="Deze site deelt een geheim met een andere site. Een sessie eindigt dan niet.",
                )
            )
        return found


def _replace_common_key():
    keys = getUtility(IKeyManager)
    keys.clear()
    keys.rotate()
    keys["_system"].fill()


def _throw_rings_away():
    keys, prefixes = sessions.rings()
    for name in [name for name in keys if name.startswith(tuple(prefixes))]:
        del keys[name]


def _stay_in():
    """Give who turns the switch a new cookie, so that this browser goes on."""
    user, request = getSecurityManager().getUser(), getRequest()
    if user is not None and request is not None and request.cookies.get("__ac"):
        _new_cookie(user, request)


def _new_cookie(user, request):
    if is_of_site(user):
        users = api.portal.get_tool("acl_users")
        users.updateCredentials(request, request.response, user.getUserName(), "")
        _remember_rights(user)


def is_of_site(user):
    """Return whether a user is one of this site; Zope itself can have another one with the same id."""
    folder = aq_base(aq_parent(aq_inner(user)))
    return bool(user.getId()) and folder is aq_base(api.portal.get_tool("acl_users"))


def rights_of(user):
    """Return the roles and groups of a user, which decide what opens for them."""
    return frozenset(user.getRoles()) | frozenset(user.getGroups() if hasattr(user, "getGroups") else ())


def _remember_rights(user):
    rights = rights_of(user)
    for ring in sessions.rings_of(user.getId()):
        if getattr(ring, RIGHTS, None) != rights:
            setattr(ring, RIGHTS, rights)


# -- what happens to a user


def make_ring(userid):
    """Give a user keys of their own, unless they have them.

    All of them stand in one mapping. Made with the account, they are no reason for
    people who log in for the first time at the same moment to wait for each other.
    """
    for plugin in sessions.plugins(sessions.SESSION_PLUGIN):
        plugin._getSigningSecret(userid)


@adapter(IPrincipalCreatedEvent)
def at_sign_up(event):
    """A new account has its keys at once."""
    if hardened.is_on(NAME) and is_of_site(event.principal):
        make_ring(event.principal.getId())


@adapter(IUserLoggedInEvent)
def at_log_in(event):
    """Remember the rights; with fewer than before, what was handed out before ends."""
    user = event.principal
    if user is None or not hardened.is_on(NAME) or not is_of_site(user):
        return
    userid = user.getId()
    if _lost(user):
        sessions.end_sessions(userid)
    make_ring(userid)
    _remember_rights(user)
    _drop_old_tokens(userid)


def _drop_old_tokens(userid):
    """plone.restapi keeps the tokens it handed out, also those that are too old to be used."""
    for plugin in sessions.plugins(sessions.TOKEN_PLUGIN):
        tokens = (plugin._tokens or {}).get(userid) or {}
        for token in [token for token, since in tokens.items() if since < time.time() - plugin.token_timeout]:
            del tokens[token]


@adapter(IUserLoggedOutEvent)
def at_log_out(event):
    """Out is out everywhere."""
    if hardened.is_on(NAME) and is_of_site(event.principal):
        sessions.end_sessions(event.principal.getId())


@adapter(IBasicUser, ICredentialsUpdatedEvent)
def at_new_password(user, event):
    """Only the browser in which the password was changed goes on."""
    if not hardened.is_on(NAME) or not is_of_site(user):
        return
    sessions.end_sessions(user.getId())
    request, current = getRequest(), getSecurityManager().getUser()
    if request is not None and current is not None and current.getId() == user.getId():
        _new_cookie(user, request)


@adapter(IPrincipalDeletedEvent)
def at_erasure(event):
    """A later user with the same id does not get this one's sessions."""
    if queryUtility(ISiteRoot) is not None:
        # of a user of Zope itself there are none here
        userid = event.principal if isinstance(event.principal, str) else event.principal.getId()
        sessions.forget_user(userid)


# -- at each request


@adapter(IPubAfterTraversal)
def look_at_rights(event):
    """Let who has lost rights since the log-in go on as a visitor.

    :raises Unauthorized: where visitors may not come; they are asked to log in again.
    """
    request = event.request
    if not ISamenBeterLayer.providedBy(request) or not (request.cookies.get("__ac") or request._auth):
        return
    user = getSecurityManager().getUser()
    if user is None or not user.getId() or not hardened.is_on(NAME):
        return
    if not _lost(user) or _proves_again(request):
        return
    newSecurityManager(request, nobody)
    request.set("AUTHENTICATED_USER", nobody)
    IAnnotations(request)[LOST] = True
    _forget_cookie(event)
    # what Zope would have let a visitor see, by the roles that it found on the way
    roles = getattr(request, "roles", ())
    if roles is not None and "Anonymous" not in roles:
        raise Unauthorized("what somebody may do has changed since the log-in")


@adapter(IPubBeforeAbort)
def forget_cookie(event):
    """Take the cookie away again: Plone's log-in page is sent with the one that came."""
    if IAnnotations(event.request).get(LOST):
        _forget_cookie(event)


def _forget_cookie(event):
    event.request.response.expireCookie("__ac", path="/")


def _lost(user):
    rights = None
    for ring in sessions.rings_of(user.getId()):
        before = getattr(ring, RIGHTS, None)
        if before is None:
            continue
        rights = rights_of(user) if rights is None else rights
        if before - rights:
            return True
    return False


def _proves_again(request):
    """Return whether a password came along: that is a log-in, not a session."""
    auth = (request._auth or "").lower()
    return auth.startswith("basic ") or "__ac_password" in request.form
