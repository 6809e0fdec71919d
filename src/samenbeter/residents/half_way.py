"""A password alone does not let in who has to take a second step: by whatever way it came.

Asked after Zope knows who asks: a form, Basic, a cookie with a password in it, or a token
that a password was changed for. Only a session does, and a session is made by the second
step. One that is older than that, of who got such a role or of before the switch, is none: that
person never set an app up. And a token for a program, made by who took the second step: while the switch was on, and
for no other role than the account had then. On the log-in page the first step is remembered, for the length of the request.
"""

from AccessControl import getSecurityManager
from AccessControl.SecurityManagement import noSecurityManager
from plone import api
from plone.base.interfaces import ILoginForm
from plone.rest.interfaces import IAPIRequest
from plone.restapi.deserializer import json_body
from Products.CMFPlone.browser.login.password_reset import PasswordResetView
from Products.CMFPlone.RegistrationTool import get_member_by_login_name
from samenbeter import _
from samenbeter.interfaces import ISamenBeterLayer
from samenbeter.interfaces import ISwitch
from samenbeter.residents import members
from samenbeter.residents import second_step
from samenbeter.shared.keys import VaultProblem
from samenbeter.shared.service_tokens import plugin
from zExceptions import Unauthorized
from zope.annotation.interfaces import IAnnotations
from zope.component import adapter
from zope.interface import implementer
from ZPublisher.interfaces import IPubAfterTraversal


PROVED = "samenbeter.residents.proved"
SESSION = "Plone Session Plugin"


@implementer(ISwitch)
class Switch:
    """The switch "second_step": code asks ``second_step.needed`` about it at run time."""

    order = 240
    title = _("hardening_second_step", default="Inloggen in twee stappen")
    description = _(
        "hardening_second_step_help",
        default="Wie gegevens van anderen ziet, logt in met een wachtwoord en een code op de telefoon. "
        "Zo iemand logt niet meer in met Basic of een token.",
    )

    def turn_on(self):
        """Nothing was there before."""
        return {}

    def turn_off(self, before):
        """Nothing has to be put back: apps that were set up stay known for another time."""
        return []

    def problems(self):
        """Return nothing: what is asked at run time cannot be changed elsewhere."""
        return []


@adapter(IPubAfterTraversal)
def look(event):
    """Let nobody in half-way.

    :raises Unauthorized: for each page but the one to log in.
    """
    request = event.request
    if not ISamenBeterLayer.providedBy(request):
        return
    user = getSecurityManager().getUser()
    if user is None or not user.getId() or not second_step.needed(user):
        return
    if plugin.let_in(request) == user.getId() and second_step.why(user) <= plugin.vouched_for(request):
        # who made that token took the second step
        return
    has_session = _has_session(user, request)
    if has_session and _took_it(user.getId()):
        return
    noSecurityManager()
    published = request.get("PUBLISHED")
    if has_session:
        request.response.expireCookie("__ac", path="/")
    if ILoginForm.providedBy(getattr(published, "__self__", published)):
        if not has_session:
            IAnnotations(request)[PROVED] = user.getId()
        return
    raise Unauthorized("this account logs in with a second step")


def proved(request):
    """Return the id of the user whose right password came with this request to log in; "" without one."""
    return IAnnotations(request).get(PROVED, "")


def refuse_token(request):
    """Hand no token to who has to take a second step.

    :raises Unauthorized: for a request over REST with such a log-in name.
    """
    if not IAPIRequest.providedBy(request):
        return
    login = json_body(request).get("login")
    user = members.by_login(login) if isinstance(login, str) else None
    if user is not None and second_step.needed(user):
        raise Unauthorized("this account logs in with a second step")


def _took_it(userid):
    try:
        return second_step.is_set_up(userid)
    except VaultProblem:
        # nobody can set an app up now
        return True


def _has_session(user, request):
    for keeper in api.portal.get_tool("acl_users").objectValues(SESSION):
        credentials = keeper.extractCredentials(request)
        found = keeper.authenticateCredentials(credentials) if credentials else None
        if found is not None and found[0] == user.getId():
            return True
    return False


class PasswordReset(PasswordResetView):
    """Plone's page for a new password; it does not log in who has to take a second step."""

    def _auto_login(self, userid, password):
        # found as Plone finds it: by the id of the account too
        member = get_member_by_login_name(self.context, userid, False)
        if member is None or second_step.needed(member.getUser()):
            return self.finish()
        return super()._auto_login(userid, password)
