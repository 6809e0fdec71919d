"""The plugin of the user folder that lets in who shows a token of ours: ``Authorization: Bearer sbt_...``.

Plone's own plugin for tokens is beside it and takes no notice. That one keeps its tokens as they are, and only
where it was told so; else they cannot be revoked. Who comes with a token of ours that lets nobody in gets
401, also where visitors may come: a program must hear that its token has ended.
"""

from AccessControl.class_init import InitializeClass
from AccessControl.SecurityInfo import ClassSecurityInfo
from plone import api
from Products.PluggableAuthService.interfaces.plugins import IAuthenticationPlugin
from Products.PluggableAuthService.interfaces.plugins import IExtractionPlugin
from Products.PluggableAuthService.plugins.BasePlugin import BasePlugin
from samenbeter.shared import guard_rate
from samenbeter.shared.limits import Limit
from samenbeter.shared.too_often import TooManyRequests
from zExceptions import Unauthorized
from zope.annotation.interfaces import IAnnotations
from zope.globalrequest import getRequest
from zope.interface import implementer


ID = "samenbeter_service_tokens"
TOKEN = "service_token"  # noqa: S105 - the name under which one is handed on
LET_IN = "samenbeter.shared.service_token"
NOBODY = (None, frozenset())
TASKS = (IExtractionPlugin, IAuthenticationPlugin)
# wrong tokens from one network
wrong = Limit(30, 10 * 60)


@implementer(IExtractionPlugin, IAuthenticationPlugin)
class ServiceTokens(BasePlugin):
    """The plugin. It keeps nothing."""

    meta_type = "SamenBeter tokens of programs"
    security = ClassSecurityInfo()

    def __init__(self):
        self._setId(ID)
        self.title = "SamenBeter"

    @security.private
    def extractCredentials(self, request):
        """Return the token that came along, if it looks like one of ours."""
        from samenbeter.shared.service_tokens import tokens

        kind, _space, text = (request._auth or "").partition(" ")
        text = text.strip()
        return {TOKEN: text} if kind.lower() == "bearer" and text.startswith(tokens.PREFIX) else {}

    @security.private
    def authenticateCredentials(self, credentials):
        """Return (user id, log-in name) of the account of a token; None when none came along.

        :raises Unauthorized: when it lets nobody in.
        :raises TooManyRequests: when it came too often, or too many wrong ones came from the same network.
        :raises keys.VaultProblem: when the vault is closed.
        """
        from samenbeter.shared.service_tokens import tokens

        text = credentials.get(TOKEN)
        if not text or credentials.get("extractor") != self.getId():
            return None
        place = guard_rate.place_of(getRequest()) or "-"
        if seconds := wrong.wait(place):
            raise TooManyRequests(seconds)
        found = tokens.check(text)
        user = self._getPAS().getUserById(found[1]) if found else None
        rights = set(tokens.rights_of(user)) if user is not None else set()
        # who lost a right since then comes in with another token, or not at all; who runs the site by now does not
        if user is None or set(found[2]) - rights or rights.intersection(tokens.TOO_MUCH):
            wrong.count(place)
            raise Unauthorized("this token lets nobody in")
        if not tokens.of_token.count(found[0]):
            raise TooManyRequests(tokens.of_token.wait(found[0]))
        tokens.note_use(found[0])
        IAnnotations(getRequest())[LET_IN] = (user.getId(), frozenset(found[3]))
        return user.getId(), user.getUserName()


InitializeClass(ServiceTokens)


def let_in(request):
    """Return the user id of who came in with a token of ours; None for others."""
    return IAnnotations(request).get(LET_IN, NOBODY)[0]


def vouched_for(request):
    """Return the roles for which who made the token took the second step, as a set; none without a token."""
    return IAnnotations(request).get(LET_IN, NOBODY)[1]


def install():
    """Put the plugin into the user folder of the site, when it is not there yet."""
    users = api.portal.get_tool("acl_users")
    if ID in users:
        return
    users._setObject(ID, ServiceTokens())
    for task in TASKS:
        users.plugins.activatePlugin(task, ID)


def withdraw():
    """Take the plugin away, when it is there: from then on no token lets anybody in."""
    users = api.portal.get_tool("acl_users")
    if ID not in users:
        return
    for task in TASKS:
        if ID in users.plugins.listPluginIds(task):
            users.plugins.deactivatePlugin(task, ID)
    users._delObject(ID)
