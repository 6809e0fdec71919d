"""Logging in and out over REST: as Plone does it, without a name in the token, and with an answer for who has to wait.

The token says who somebody is by their id only; Plone writes the full name in it too (P4).
"""

from plone import api
from plone.protect.interfaces import IDisableCSRFProtection
from plone.restapi.deserializer import json_body
from plone.restapi.services.auth.login import Login
from plone.restapi.services.auth.logout import Logout
from plone.restapi.services.auth.renew import Renew
from samenbeter.hardening import strong
from samenbeter.hardening import tries
from samenbeter.shared import hardened
from samenbeter.shared import sessions
from samenbeter.shared.too_often import TooManyRequests
from zope.interface import alsoProvides


class LogIn(Login):
    """POST /@login."""

    def reply(self):
        """Return {"token"}, or what was wrong; 429 with the seconds to wait after too many wrong passwords."""
        data = json_body(self.request)
        if not isinstance(data, dict):
            data = {}
        login, password = data.get("login"), data.get("password")
        if not isinstance(login or "", str) or not isinstance(password or "", str):
            self.request.response.setStatus(400)
            return {"error": {"type": "Missing credentials", "message": "Login and password must be texts."}}
        try:
            answer = super().reply()
        except TooManyRequests as wait:
            return too_many(self.request, wait.seconds)
        if hardened.is_on("passwords") and password and not tries.was_wrong(login, password, self.request):
            self._take_time(login or "", password)
        return _without_name(answer)

    def _take_time(self, login, password):
        """Plone asks no plugin about a name that nobody has; a name that somebody has takes its time."""
        if self._find_userfolder(login) is None:
            strong.pretend(password)


class Renewed(Renew):
    """POST /@login-renew."""

    def reply(self):
        """Return {"token"}."""
        return _without_name(super().reply())


class LogOut(Logout):
    """POST /@logout."""

    def reply(self):
        """End the session or token that came along; where sessions really end, all of this user's."""
        if not hardened.is_on("sessions"):
            return super().reply()
        if not api.user.is_anonymous():
            # with a token, or a cookie that no other site can send along with a POST
            alsoProvides(self.request, IDisableCSRFProtection)
            api.portal.get_tool("portal_membership").logoutUser(self.request)
        return self.reply_no_content()


def too_many(request, seconds):
    """Return the answer for who has to wait."""
    request.response.setStatus(429)
    request.response.setHeader("Retry-After", str(seconds))
    return {"error": {"type": "Too many tries", "message": f"Wait {seconds} seconds, then try again."}}


def _without_name(answer):
    """Return the answer with another token, that says no name."""
    token = answer.get("token") if isinstance(answer, dict) else None
    if not token or not hardened.is_on("sessions"):
        return answer
    for plugin in sessions.plugins(sessions.TOKEN_PLUGIN):
        payload = plugin._decode_token(token)
        if payload and payload.pop("fullname", None) is not None:
            plugin.delete_token(token)
            return {**answer, "token": plugin.create_token(payload["sub"])}
    return answer
