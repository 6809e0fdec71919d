"""Logging out: by a button, because it ends something (P4). An address only shows the button."""

from plone import api
from Products.CMFPlone.browser.login.logout import LogoutView
from samenbeter import _
from samenbeter.shared import hardened
from samenbeter.shared.pages import PrivatePage


class LogOut(PrivatePage):
    """The page "logout". Where sessions do not really end, it is Plone's."""

    title = _("nav_logout", default="Uitloggen")

    def __call__(self):
        """Log out, or show the button; who is not logged in goes to the front page."""
        if not hardened.is_on("sessions"):
            return LogoutView(self.context, self.request)()
        if api.user.is_anonymous():
            self.request.response.redirect(self.url)
            return ""
        return super().__call__()

    def act(self):
        """Log out on all devices, and go to the front page, or to where another system has one log out too."""
        api.portal.get_tool("portal_membership").logoutUser(self.request)
        self.tell(_("log_out_done", default="Je bent uitgelogd, op al je apparaten."))
        elsewhere = api.portal.get_registry_record("plone.external_logout_url", default=None)
        self.request.response.redirect(elsewhere or self.url, status=303)
        return ""
