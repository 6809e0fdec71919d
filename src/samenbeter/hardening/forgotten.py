"""The page for who forgot the password, and the service: the same answer for each name (P12)."""

from Acquisition import aq_base
from os.path import dirname
from plone import api
from plone.restapi.deserializer import json_body
from plone.restapi.services.users.add import UsersPost
from Products.CMFPlone.browser.login import login_help
from Products.CMFPlone.browser.login.login_help import LoginHelpForm
from Products.CMFPlone.browser.login.mail_password import MailPasswordView
from Products.CMFPlone.PasswordResetTool import PasswordResetTool
from Products.CMFPlone.RegistrationTool import RegistrationTool
from Products.Five.browser import BrowserView
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from samenbeter import _
from samenbeter.hardening import resetting
from samenbeter.hardening.changing import Changes
from samenbeter.hardening.changing import Permission
from samenbeter.hardening.changing import Record
from samenbeter.hardening.login_api import too_many
from samenbeter.interfaces import ISamenBeterLayer
from samenbeter.shared import hardened
from samenbeter.shared.pages import PrivatePage
from zExceptions import NotFound
from zope.component import adapter
from ZPublisher.interfaces import IPubAfterTraversal


SWITCH = "answers"
HELP = "login-help"
STOCK = dirname(login_help.__file__)
TOOLS = (RegistrationTool, PasswordResetTool)


class SelfRegistration(Record):
    """Plone's own page and service to register are closed: they say which names are taken."""

    permission = Permission("Add portal member")

    def __init__(self):
        super().__init__("plone.enable_self_reg", False)

    def read(self, site):
        """Return (whether it is open, who has the permission): Plone ties the one to the other."""
        return super().read(site), self.permission.read(site)

    def write(self, site, value):
        """Open or close it, and give the permission to whom it was given."""
        is_open, who = value
        super().write(site, is_open)
        if self.permission.read(site) != who:
            self.permission.write(site, who)

    def wanted(self, now):
        """Return that it is closed, to visitors too."""
        who = now[1]
        return False, who and (who[0], tuple(role for role in who[1] if role != "Anonymous"))


class Answers(Changes):
    """The switch."""

    order = 140
    title = _("hardening_answers", default="Niemand leert wie een account heeft")
    description = _(
        "hardening_answers_help",
        default="Wie een nieuw wachtwoord vraagt, krijgt altijd hetzelfde antwoord. Een account maken kan alleen "
        "op onze eigen bladzijde.",
    )
    changes = (SelfRegistration(),)


class Forgotten(PrivatePage):
    """One field; whatever stands in it, the answer is the same."""

    title = _("reset_title", default="Nieuw wachtwoord kiezen")
    index = ViewPageTemplateFile("templates/forgotten.pt")
    done = False

    def act(self):
        """Mail a link, if there is somebody to mail it to."""
        name = self.field("name", 254)
        if not name:
            self.errors["name"] = _("reset_empty", default="Vul je e-mailadres of je inlognaam in.")
            return None
        if resetting.is_busy(self.request):
            self.errors["name"] = _(
                "reset_busy",
                default="Er kwamen hier net veel vragen om een link. Wacht tien minuten en probeer het nog eens.",
            )
            return None
        resetting.ask(name)
        self.done = True
        return None


class Help(LoginHelpForm):
    """The page "login-help": ours where the switch is on, else Plone's."""

    index = ViewPageTemplateFile("templates/login_help.pt", _prefix=STOCK)

    def __call__(self):
        """Return the page."""
        if not hardened.is_on(SWITCH):
            return super().__call__()
        page = Forgotten(self.context, self.request)
        page.__name__ = HELP
        return page()


class MailPassword(MailPasswordView):
    """The address "mail_password": where the switch is on it leads to the page."""

    def __call__(self):
        """Do what Plone does, or send on."""
        return _to_page(self.request) if hardened.is_on(SWITCH) else super().__call__()


class MailPasswordForm(BrowserView):
    """The page "mail_password_form": likewise."""

    index = ViewPageTemplateFile("templates/mail_password_form.pt", _prefix=STOCK)

    def __call__(self):
        """Return Plone's page, or send on."""
        return _to_page(self.request) if hardened.is_on(SWITCH) else self.index()


def _to_page(request):
    request.response.redirect(f"{api.portal.get().absolute_url()}/@@{HELP}", status=303)
    return ""


@adapter(IPubAfterTraversal)
def close_tools(event):
    """Close the addresses at which Plone's tools themselves mail, check keys and set passwords, without a form.

    :raises NotFound: as for what does not exist.
    """
    request = event.request
    tool = getattr(request["PUBLISHED"], "__self__", None)
    if isinstance(aq_base(tool), TOOLS) and ISamenBeterLayer.providedBy(request) and hardened.is_on(SWITCH):
        raise NotFound(request["URL"])


UNKNOWN = object()


class Users(UsersPost):
    """POST /@users and /@users/<name>/reset-password."""

    def reply(self):
        """Answer; for another password the same, whether there is such a user or not."""
        if not hardened.is_on(SWITCH) or self.params[1:] != ["reset-password"]:
            return super().reply()
        data = json_body(self.request)
        if data:
            return super().reply()
        if resetting.is_busy(self.request):
            return too_many(self.request, resetting.WAIT)
        resetting.ask(self.params[0])
        return self.reply_no_content()

    def _get_user_by_login_name(self, user_id):
        found = super()._get_user_by_login_name(user_id)
        # what follows looks at the token, or at who asks, before it looks at the user
        return UNKNOWN if found is None and hardened.is_on(SWITCH) else found
