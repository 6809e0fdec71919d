"""The log-in page: with a password, or with a mailed link.

It has the fields of Plone's own page, so programs that log in by it go on working. What is
checked with a password is Plone's; who has to take a second step is not let in by it.
"""

from AccessControl import getSecurityManager
from functools import cached_property
from pathlib import Path
from plone import api
from plone.base.interfaces import ILoginForm
from Products.CMFPlone.browser.login import login
from Products.CMFPlone.browser.login.login import LoginForm
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from samenbeter import _
from samenbeter.residents import half_way
from samenbeter.residents import mailing
from samenbeter.residents.arriving import Arriving
from samenbeter.residents.arriving import bare
from samenbeter.shared import guard_rate
from samenbeter.shared import logging_in
from samenbeter.shared.pages import is_from_elsewhere
from zope.interface import implementer


THEME = "samenbeter.theme"
LONGEST = 254
# how the guard calls asking for a link
FORM = "residents.log_in"
EMPTY_NAME = _("login_name_empty", default="Vul je e-mailadres of je inlognaam in.")
EMPTY_PASSWORD = _("rights_password_empty", default="Vul je wachtwoord in.")
BUSY = _(
    "login_busy", default="Er kwamen hier net veel vragen om een link. Wacht tien minuten en probeer het nog eens."
)
WRONG = _(
    "login_wrong",
    default="Je naam of je wachtwoord klopt niet. Kijk of Caps Lock uit staat. Of vraag een link per mail.",
)


class PlonesPage(LoginForm):
    """Plone's own page, for a site with a frame of its own."""

    index = ViewPageTemplateFile(str(Path(login.__file__).parent / "templates" / "login.pt"))


@implementer(ILoginForm)
class LogIn(Arriving):
    """The page ``login``."""

    own_title = _("nav_login", default="Inloggen")

    @cached_property
    def plone(self):
        """Return Plone's own view, which knows what has to happen after a log-in."""
        return PlonesPage(self.context, self.request)

    def _post_login(self):
        # REST calls it on this view
        half_way.refuse_token(self.request)
        return self.plone._post_login()

    @property
    def name(self):
        """Return the name that was typed, or stood in the address."""
        return self.field("__ac_name", LONGEST)

    def __call__(self):
        """Show the page, or log in: this form has no token, for programs; a browser says where it came from."""
        response = self.request.response
        response.setHeader("Cache-Control", "no-store")
        external = api.portal.get_registry_record("plone.external_login_url", default=None)
        if external:
            return self.plone._handle_external_login(external)
        is_form = self.request.method == "POST" and {"__ac_name", "buttons.login", "buttons.link"} & set(
            self.request.form
        )
        if is_form and not is_from_elsewhere(self.request):
            answer = self.act()
            if answer is not None:
                return answer
        if not api.portal.get_registry_record(f"{THEME}.frame", default=True):
            return self._plones_own()
        return self.show()

    def _plones_own(self):
        for name in ("buttons.login", "buttons.link"):
            self.request.form.pop(name, None)
        for message in self.errors.values():
            api.portal.show_message(message, self.request, type="error")
        return self.plone()

    def act(self):
        """Log in with the password, or mail a link."""
        if not self.name:
            self.errors["__ac_name"] = EMPTY_NAME
            return None
        if "buttons.link" in self.request.form:
            if mailing.is_busy() or guard_rate.reached(self.request, FORM):
                self.errors["__ac_name"] = BUSY
                return None
            return self.sent(mailing.send_link(self.name, bare(self.came_from)), "")
        return self._with_password(self.field("__ac_password", strip=False))

    def _with_password(self, password):
        seconds = logging_in.wait_for(self.name, self.request)
        if seconds:
            self.errors["__ac_password"] = _(
                "login_wait",
                default="Dit ging een paar keer mis. Wacht ${seconds} seconden. Of vraag een link per mail.",
                mapping={"seconds": seconds},
            )
            return None
        if not password:
            self.errors["__ac_password"] = EMPTY_PASSWORD
            return None
        if self._is_inside():
            return self._inside()
        proved = half_way.proved(self.request)
        if proved:
            return self.ask_second_step(proved)
        self.errors["__ac_password"] = WRONG
        self.request.response.expireCookie("__ac", path="/")
        return None

    def _is_inside(self):
        """Return whether the name and password that came along let somebody in, not an older session."""
        user = getSecurityManager().getUser()
        if user.getId() is None:
            return False
        if self.name.lower() in (user.getUserName().lower(), user.getId().lower()):
            return True
        # a plugin may know somebody under another name; then nothing else that says who asks came along
        return "__ac" not in self.request.cookies and not self.request._auth

    def _inside(self):
        logging_in.succeeded(self.name, self.request)
        came_from = self.came_from
        is_first = self._post_login()
        self.tell(_("residents_inside", default="Je bent ingelogd."))
        self.plone.redirect_after_login(came_from, is_first)
        return ""
