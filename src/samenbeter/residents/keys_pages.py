"""Pages about what lets somebody in: a password of one's own choice, new codes for on paper, and the app of a colleague."""

from functools import cached_property
from plone import api
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from samenbeter import _
from samenbeter.residents import mailing
from samenbeter.residents import members
from samenbeter.residents import second_step
from samenbeter.residents.arriving import Arriving
from samenbeter.residents.arriving import CHOOSING
from samenbeter.residents.passwords import problem
from samenbeter.shared import audit
from samenbeter.shared import guard_used
from samenbeter.shared import logging_in
from samenbeter.shared import mail
from samenbeter.shared import proofs
from samenbeter.shared import vault
from samenbeter.shared.limits import Limit
from samenbeter.shared.mailed_links import is_address
from samenbeter.shared.pages import PrivatePage
from samenbeter.shared.rights import Subject
from samenbeter.shared.transactions import committed


resets = Limit(20, 60 * 60)


TOLD_SUBJECT = _("second_step_reset_mail_subject", default="Je manier van inloggen is veranderd")
TOLD = _(
    "second_step_reset_mail",
    default="Een collega wiste de tweede stap van je account. Vroeg je dat? Dan hoef je niets te doen. "
    "Vroeg je dat niet? Bel ons dan meteen.",
)


class MyPassword(PrivatePage):
    """Says how somebody logs in, and mails what is needed to choose a password."""

    title = _("my_password_title", default="Hoe je inlogt")
    sent = False

    @cached_property
    def address(self):
        """Return the mail address in the profile of who is logged in; "" when there is none."""
        return members.address_of(api.user.get_current().getId())

    @property
    def login(self):
        """Return the log-in name."""
        return api.user.get_current().getUserName()

    def act(self):
        """Mail a link."""
        if is_address(self.address):
            mailing.send_password_link(Subject(userid=api.user.get_current().getId()), self.address)
            self.sent = True


class NewPassword(Arriving):
    """Takes a password from who came by a mailed link. Who only has its address begins at the log-in page."""

    own_title = _("new_password_title", default="Kies een wachtwoord")

    def show(self):
        """Send on: without the link there is nothing here."""
        self.request.response.redirect(f"{self.url}/login", status=303)
        return ""

    def act(self):
        """Keep the password, end what was open elsewhere, and log in."""
        userid, proof = self.field("user", 200), self.field("proof", 200)
        if not proofs.holds(proof, CHOOSING, userid) or api.user.get(userid=userid) is None:
            return self._late()
        password = self.field("password", 500, strip=False)
        if wrong := problem(password):
            self.errors["password"] = wrong
            return self.ask_password(userid)
        return self.arrive(userid) if committed(lambda: _set(userid, password, proof)) else self._late()

    def _late(self):
        self.tell(_("second_step_late", default="De tijd is om. Log opnieuw in."))
        return self.show()


def _set(userid, password, proof):
    """Keep the password; return False when this form did that already: who finds it left open gets no further."""
    done = proofs.hashed(CHOOSING, proof)[:32]
    if not guard_used.use(done, done):
        return False
    users = api.portal.get_tool("acl_users")
    users.userSetPassword(userid, password)
    logging_in.end_sessions(userid)
    return True


class MyCodes(PrivatePage):
    """New codes for on paper, for who takes the second step: proved by a code of the app."""

    title = _("my_codes_title", default="Je noodcodes")
    codes_page = ViewPageTemplateFile("templates/second_step_codes.pt")
    codes = ()

    @property
    def left(self):
        """Return how many are left; None for who takes no second step."""
        userid = api.user.get_current().getId()
        return second_step.codes_left(userid) if second_step.is_set_up(userid) else None

    @property
    def onward(self):
        """Return where somebody goes after this."""
        return f"{self.url}/@@mijn-samenbeter"

    def act(self):
        """Make new codes and show them once."""
        userid = api.user.get_current().getId()
        if self.left is None:
            return None
        if not second_step.passes(userid, self.field("code", 40)):
            self.errors["code"] = second_step.why_not(userid)
            return None
        self.codes = committed(lambda: second_step.new_codes(userid))
        self.title = _("second_step_codes_title", default="Bewaar je noodcodes")
        return self.codes_page()


class ResetSecondStep(PrivatePage):
    """For a colleague who lost phone and codes: the app is set up anew at the next log-in."""

    title = _("second_step_reset_title", default="Tweede stap van een collega wissen")

    def act(self):
        """Take the app away, end the sessions, write it down, and tell the person."""
        name = self.field("login", 254)
        user = members.by_login(name) if name else None
        if user is None:
            self.errors["login"] = _("second_step_reset_none", default="Zo heet niemand hier. Kijk de inlognaam na.")
            return None
        userid = user.getId()
        if userid == api.user.get_current().getId():
            self.errors["login"] = _("second_step_reset_self", default="Je eigen tweede stap wist een collega.")
            return None
        if not resets.count(api.user.get_current().getId()):
            return None
        self.tell(
            _("second_step_reset_done", default="Gewist. Bij de volgende keer inloggen begint de tweede stap opnieuw.")
            if committed(lambda: _reset(userid, self.say(TOLD_SUBJECT), self.say(TOLD)))
            else _("second_step_reset_nothing", default="Deze collega had geen tweede stap.")
        )
        return self.back("tweede-stap-wissen")


def _reset(userid, subject, body):
    if not second_step.reset(userid):
        return False
    key = Subject(userid=userid).key
    audit.note("delete", subject=vault.get().pseudonym(key), section="residents.second_step", basis=second_step.PURPOSE)
    logging_in.end_sessions(userid)
    address = members.address_of(userid)
    if is_address(address):
        mail.send(address, subject, body, about=key)
    return True
