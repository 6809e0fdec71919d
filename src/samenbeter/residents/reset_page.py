"""The page of the link by which somebody chooses another password: Plone's work, in our words."""

from contextlib import suppress
from plone import api
from Products.CMFPlone.PasswordResetTool import ExpiredRequestError
from Products.CMFPlone.PasswordResetTool import InvalidRequestError
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from samenbeter import _
from samenbeter.residents import half_way
from samenbeter.residents.passwords import problem
from samenbeter.shared.pages import PrivatePage


TITLE = _("new_password_title", default="Kies een wachtwoord")
GONE = _("rights_link_gone", default="Deze link werkt niet meer")
DONE = _("reset_finished", default="Je nieuwe wachtwoord is klaar")
EMPTY = _("login_name_empty", default="Vul je e-mailadres of je inlognaam in.")
OTHER = _("reset_other_name", default="Deze naam hoort niet bij deze link. Kijk na waarmee je inlogt.")


class ResetPage(half_way.PasswordReset, PrivatePage):
    """Plone's view ``passwordreset``: its fields and its answers to them, on pages of ours."""

    title = TITLE
    form = ViewPageTemplateFile("templates/reset_form.pt")
    gone_page = ViewPageTemplateFile("templates/reset_gone.pt")
    done_page = ViewPageTemplateFile("templates/reset_done.pt")

    def __call__(self):
        """Show the page or take the password; the address is a secret, and kept by no browser."""
        self.request.response.setHeader("Cache-Control", "no-store")
        self.request.response.setHeader("Referrer-Policy", "no-referrer")
        return super().__call__()

    @property
    def key(self):
        """Return the secret of the link."""
        return self.subpath[0] if self.subpath else self.field("key", 200)

    @property
    def here(self):
        """Return the address of this page."""
        return f"{self.url}/passwordreset/{self.key}"

    @property
    def asks_name(self):
        """Return whether who has the link also says whose account it is."""
        return api.portal.get_tool("portal_password_reset").checkUser()

    def getErrors(self):
        """Return what is wrong, as Plone asks it: {id of a field: message}."""
        if self.asks_name and not self.field("userid", 254):
            self.errors["userid"] = EMPTY
        if wrong := problem(self.field("password", 500, strip=False)):
            self.errors["password"] = wrong
        return self.errors

    def invalid(self):
        """Say that the link does not work, or which field is wrong when it does."""
        if self.request.method == "POST" and self._holds():
            self.errors["userid"] = OTHER
            return self.form()
        self.title = GONE
        return self.gone_page()

    def expired(self):
        """Say the same of one that is too old."""
        return self.invalid()

    def finish(self):
        """Say that it is done, to who is not logged in by it."""
        self.title = DONE
        return self.done_page()

    def _holds(self):
        with suppress(InvalidRequestError, ExpiredRequestError):
            api.portal.get_tool("portal_password_reset").verifyKey(self.key)
            return True
        return False
