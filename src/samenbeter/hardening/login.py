"""The switches about names and passwords: how they come in, and how they are kept."""

from plone import api
from Products.PluggableAuthService.interfaces.authservice import IBasicUser
from Products.PluggableAuthService.interfaces.events import ICredentialsUpdatedEvent
from Products.PluggableAuthService.interfaces.events import IUserLoggedInEvent
from Products.PluggableAuthService.interfaces.plugins import IAuthenticationPlugin
from Products.PluggableAuthService.interfaces.plugins import IExtractionPlugin
from Products.PluggableAuthService.interfaces.plugins import IUserAdderPlugin
from Products.PluggableAuthService.interfaces.plugins import IValidationPlugin
from samenbeter import _
from samenbeter.hardening import guard
from samenbeter.hardening import strong
from samenbeter.hardening.changing import Changes
from samenbeter.hardening.changing import PluginOff
from samenbeter.hardening.sessions import is_of_site
from samenbeter.hardening.switches import Flag
from samenbeter.shared import hardened
from zope.annotation.interfaces import IAnnotations
from zope.component import adapter
from zope.globalrequest import getRequest


NOT_IN_FRONT = _(
    "hardening_guard_moved",
    default="Een andere uitbreiding ging vóór onze wachter staan. Zet deze schakelaar nog eens aan.",
)
# of each switch: what the guard does for it
TASKS = {
    "login": (IExtractionPlugin, IAuthenticationPlugin),
    "passwords": (IAuthenticationPlugin, IUserAdderPlugin, IValidationPlugin),
}


def _withdraw(name):
    """Let the guard do no more than what the other switch needs."""
    kept = {task for other, tasks in TASKS.items() if other != name and hardened.is_on(other) for task in tasks}
    guard.withdraw(*(task for task in TASKS[name] if task not in kept))


class Login(Flag):
    """Passwords only come by POST, and trying them goes slower and slower (P5, P6)."""

    order = 203
    title = _("hardening_login", default="Wachtwoorden raden gaat heel langzaam")
    description = _(
        "hardening_login_help",
        default="Na vijf keer fout wacht je even, en steeds langer. Niemand wordt buitengesloten. "
        "Een wachtwoord in een webadres werkt niet.",
    )

    def turn_on(self):
        """Put the guard at the door."""
        guard.install(*TASKS["login"])
        return {}

    def turn_off(self, before):
        """Take it away, unless another switch needs it."""
        _withdraw("login")
        return []

    def problems(self):
        """Return whether another plugin is asked before the guard."""
        return [] if guard.is_in_front(*TASKS["login"]) else [NOT_IN_FRONT]


class Passwords(Changes):
    """Passwords are kept with bcrypt, and new ones are long (P9)."""

    order = 206
    title = _("hardening_passwords", default="Wachtwoorden zijn lang en liggen goed achter slot")
    description = _(
        "hardening_passwords_help",
        default="Een nieuw wachtwoord heeft twaalf tekens of meer. Oude wachtwoorden blijven werken.",
    )
    # Plone's own rule would say the same once more
    changes = (PluginOff("password_policy", IValidationPlugin),)

    def turn_on(self):
        """Put the guard at the door."""
        guard.install(*TASKS["passwords"])
        return super().turn_on()

    def turn_off(self, before):
        """Take it away, unless another switch needs it. What is kept with bcrypt goes on working."""
        left = super().turn_off(before)
        _withdraw("passwords")
        return left

    def problems(self):
        """Return whether another plugin is asked before the guard."""
        found = super().problems()
        return found if guard.is_in_front(*TASKS["passwords"]) else [*found, NOT_IN_FRONT]


# -- what happens to a password


@adapter(IUserLoggedInEvent)
def keep_better(event):
    """Keep a password with bcrypt that was kept otherwise, once its owner logged in with it."""
    request = getRequest()
    userid, password = IAnnotations(request).pop(guard.REHASH, (None, None)) if request is not None else (None, None)
    if userid and event.principal.getId() == userid and hardened.is_on("passwords"):
        strong.keep(api.portal.get_tool("acl_users"), userid, password)


@adapter(IBasicUser, ICredentialsUpdatedEvent)
def keep_new(user, event):
    """Keep a new password with bcrypt: Plone kept it otherwise a moment ago, in this same transaction."""
    if event.password and hardened.is_on("passwords") and is_of_site(user):
        strong.keep(api.portal.get_tool("acl_users"), user.getId(), event.password)
