"""The guard at the door of the site's user folder: asked first about each name and password.

It decides nothing by itself: it asks the plugins that know users, and sees to what they
leave open. What it does follows from the switches "login" and "passwords".
"""

from AccessControl.class_init import InitializeClass
from AccessControl.SecurityInfo import ClassSecurityInfo
from plone import api
from Products.PluggableAuthService.interfaces.plugins import IAuthenticationPlugin
from Products.PluggableAuthService.interfaces.plugins import IExtractionPlugin
from Products.PluggableAuthService.interfaces.plugins import IUserAdderPlugin
from Products.PluggableAuthService.interfaces.plugins import IValidationPlugin
from Products.PluggableAuthService.PluggableAuthService import _SWALLOWABLE_PLUGIN_EXCEPTIONS
from Products.PluggableAuthService.PluggableAuthService import reraise
from Products.PluggableAuthService.plugins.BasePlugin import BasePlugin
from Products.PluggableAuthService.plugins.ZODBUserManager import ZODBUserManager
from samenbeter import logger
from samenbeter.hardening import post_only
from samenbeter.hardening import rules
from samenbeter.hardening import strong
from samenbeter.hardening import tries
from samenbeter.shared import hardened
from samenbeter.shared import logging_in
from samenbeter.shared.too_often import TooManyRequests
from zope.annotation.interfaces import IAnnotations
from zope.interface import implementer


ID = "samenbeter_guard"
REHASH = "samenbeter.hardening.rehash"
BASIC = "credentials_basic_auth"
# pages with a form to log in, which show themselves that somebody has to wait
PAGES = ("login", "failsafe_login", "login_form")

recently = strong.Remembered()


@implementer(IExtractionPlugin, IAuthenticationPlugin, IUserAdderPlugin, IValidationPlugin)
class Guard(BasePlugin):
    """The plugin. It keeps nothing."""

    meta_type = "SamenBeter log-in guard"
    security = ClassSecurityInfo()

    def __init__(self):
        self._setId(ID)
        self.title = "SamenBeter"

    @security.private
    def extractCredentials(self, request):
        """Find nobody; before others look, take away what came in an address."""
        if hardened.is_on("login"):
            post_only.clean(request)
        return {}

    @security.private
    def authenticateCredentials(self, credentials):
        """Return (user id, log-in name) when this is the password of somebody, and let nobody check it again.

        :raises TooManyRequests: after too many wrong ones; a page with a log-in form shows it itself.
        """
        login, password = credentials.get("login"), credentials.get("password")
        if not login or not password:
            return None
        if (seconds := logging_in.wait_for(login, self.REQUEST)) > 0:
            refuse(self.REQUEST, seconds)
            _blank(credentials)
            return None
        found = self._found(dict(credentials), login, password)
        # each of the others would take its time for it once more
        _blank(credentials)
        if found is None:
            tries.wrong(login, self.REQUEST)
        else:
            logging_in.succeeded(login, self.REQUEST)
        return found

    def _found(self, credentials, login, password):
        if not hardened.is_on("passwords"):
            return self._ask(credentials)
        users = self._getPAS()
        keeper, userid, kept = strong.keeper_of(users, login)
        by_program = credentials.get("extractor") == BASIC
        if by_program and keeper is not None and recently.has(userid, kept, password):
            return keeper.prefix + userid, login
        found = self._ask(credentials)
        if found is None:
            if keeper is None or not strong.is_bcrypt(kept):
                # a name that nobody has takes as long as one that somebody has
                strong.pretend(password)
        elif keeper is not None and found[0] == keeper.prefix + userid:
            if by_program:
                recently.add(userid, kept, password)
            elif not strong.is_strong(kept):
                IAnnotations(self.REQUEST)[REHASH] = (userid, password)
        return found

    def _ask(self, credentials):
        for name, plugin in self._getPAS().plugins.listPlugins(IAuthenticationPlugin):
            if name == self.getId():
                continue
            try:
                found = plugin.authenticateCredentials(credentials)
            except _SWALLOWABLE_PLUGIN_EXCEPTIONS as failure:
                reraise(plugin)
                logger.debug("%s cannot check a password: %s", name, type(failure).__name__)
                continue
            if found is not None and found[0] is not None:
                return found
        return None

    @security.private
    def doAddUser(self, login, password):
        """Let the next plugin make a user, whose password it gets as it is to be kept."""
        if not hardened.is_on("passwords"):
            return False
        for name, plugin in self._getPAS().plugins.listPlugins(IUserAdderPlugin):
            if name != self.getId() and plugin.doAddUser(login, _kept_by(plugin, password)):
                return True
        return False

    @security.private
    def validateUserInfo(self, user, set_id, set_info):
        """Return what is wrong with a new password, as [{"id", "error"}]."""
        password = (set_info or {}).get("password")
        if password is None or not hardened.is_on("passwords"):
            return []
        words = rules.words_of(api.portal.get().Title(), self.REQUEST.form)
        wrong = rules.problem(password, words)
        return [{"id": "password", "error": rules.said(wrong, self.REQUEST)}] if wrong else []


InitializeClass(Guard)


def _blank(credentials):
    credentials["login"] = credentials["password"] = None


def _kept_by(plugin, password):
    return strong.encode(password) if isinstance(plugin.aq_base, ZODBUserManager) else password


def refuse(request, seconds):
    """Answer that somebody has to wait: a page with a log-in form goes on, without the password; others stop here.

    :raises TooManyRequests: for all other addresses.
    """
    tries.refusals.note()
    published = request.get("PUBLISHED")
    if getattr(published, "__name__", "") not in PAGES:
        raise TooManyRequests(seconds)
    # Zope's own users are asked after the site's
    request.form.pop("__ac_password", None)
    request.other.pop("__ac_password", None)
    request._auth = None
    request.response.setStatus(429, lock=True)
    request.response.setHeader("Retry-After", str(seconds))


def install(*tasks):
    """Put the guard in front of the plugins that do these tasks; once is enough."""
    users = api.portal.get_tool("acl_users")
    if ID not in users:
        users._setObject(ID, Guard())
    for task in tasks:
        if ID not in users.plugins.listPluginIds(task):
            users.plugins.activatePlugin(task, ID)
        while users.plugins.listPluginIds(task)[0] != ID:
            users.plugins.movePluginsUp(task, [ID])


def withdraw(*tasks):
    """Let the guard do these tasks no longer; without any, it goes."""
    users = api.portal.get_tool("acl_users")
    if ID not in users:
        return
    for task in tasks:
        if ID in users.plugins.listPluginIds(task):
            users.plugins.deactivatePlugin(task, ID)
    if not any(ID in users.plugins.listPluginIds(task) for task in ALL):
        users._delObject(ID)


def is_in_front(*tasks):
    """Return whether the guard is asked first for these tasks."""
    plugins = api.portal.get_tool("acl_users").plugins
    return all(plugins.listPluginIds(task)[:1] == (ID,) for task in tasks)


ALL = (IExtractionPlugin, IAuthenticationPlugin, IUserAdderPlugin, IValidationPlugin)
