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
from zope.globalrequest import getRequest
from zope.i18n import translate
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
        if hardened.is_on("login") and post_only.clean(request) and _is_login_page(request):
            api.portal.show_message(post_only.USE_THE_FORM, request, type="warning")
        return {}

    @security.private
    def authenticateCredentials(self, credentials):
        """Return (user id, log-in name) when this is the password of somebody, and let nobody check it again.

        :raises TooManyRequests: after too many wrong ones; a page with a log-in form shows it itself.
        """
        login, password = credentials.get("login"), credentials.get("password")
        if not isinstance(login, str) or not isinstance(password, (str, bytes)) or not login or not password:
            return None
        request = getRequest()
        if request is None:
            # a script; nobody waits for it
            return None
        # each of the others would take its time for it once more
        asked = dict(credentials)
        credentials["login"] = credentials["password"] = None
        if tries.was_wrong(login, password, request):
            # REST asks twice: on the way, and in the service
            return None
        if (seconds := logging_in.wait_for(login, request)) > 0:
            refuse(request, seconds)
            return None
        found = self._found(asked, login, password)
        if found is None:
            tries.wrong(login, password, request)
        else:
            logging_in.succeeded(login, request)
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
                IAnnotations(getRequest())[REHASH] = (userid, password)
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
        request = getRequest()
        words = rules.words_of(api.portal.get().Title(), getattr(request, "form", {}))
        wrong = rules.problem(password, words)
        # plugins of Plone answer with a text, not with a message
        return [{"id": "password", "error": translate(wrong, context=request)}] if wrong else []


InitializeClass(Guard)


def _is_login_page(request):
    return getattr(request.get("PUBLISHED"), "__name__", "") in PAGES


def _kept_by(plugin, password):
    return strong.encode(password) if isinstance(plugin.aq_base, ZODBUserManager) else password


def refuse(request, seconds):
    """Answer that somebody has to wait: a page with a log-in form goes on, without the password; others stop here.

    :raises TooManyRequests: for all other addresses.
    """
    tries.refusals.note()
    if not _is_login_page(request):
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
