"""A fresh log-in, before what cannot be taken back: the password once more, or a mailed link.

Nothing of it is kept and no session changes. What was proved goes along in the form for
ten minutes, signed, for this person and this act only.
"""

from AccessControl import getSecurityManager
from Acquisition import aq_inner
from Acquisition import aq_parent
from functools import cached_property
from plone import api
from Products.PluggableAuthService.interfaces.plugins import IAuthenticationPlugin
from samenbeter import _
from samenbeter import logger
from samenbeter.privacy import links
from samenbeter.shared import mail
from samenbeter.shared import proofs
from samenbeter.shared.limits import Limit
from samenbeter.shared.rights import Subject
from samenbeter.shared.too_often import TooManyRequests
from samenbeter.shared.transactions import committed


USE = "fresh"
MINUTES = 10
LINK_MINUTES = 60
# wrong passwords of one person
tries = Limit(5, 15 * 60)
mails = Limit(3, 60 * 60)

EMPTY = _("rights_password_empty", default="Vul je wachtwoord in.")
WRONG = _("rights_password_wrong", default="Dit wachtwoord klopt niet. Probeer het nog eens.")
WAIT = _(
    "rights_password_wait",
    default="Dit ging te vaak mis. Wacht een kwartier, of vraag een link per mail.",
)
SUBJECT = _("rights_fresh_mail_subject", default="Je link")
LETTER = _(
    "rights_fresh_mail",
    default="Je wilt verder op onze site. Open deze link en druk op de knop. Hij werkt één keer, een uur lang.",
)
NOT_YOU = _("rights_not_you", default="Vroeg jij dit niet? Doe dan niets.")


def password_holds(user, password):
    """Return whether this is the password of a user; asks the plugins of the site, and changes no session.

    :param user: as Plone's own user folder, or Zope's, returned it.
    :raises TooManyRequests: after too many wrong ones, where log-ins are slowed.
    """
    folder = aq_parent(aq_inner(user))
    plugins = getattr(folder, "plugins", None)
    if plugins is None:
        # a user of Zope itself
        return bool(user.authenticate(password, None))
    credentials = {"login": user.getUserName(), "password": password}
    for name, plugin in plugins.listPlugins(IAuthenticationPlugin):
        try:
            found = plugin.authenticateCredentials(dict(credentials))
        except TooManyRequests:
            # no other plugin is asked then
            raise
        except Exception as failure:
            # one plugin of another package may not keep out who another one knows
            logger.warning("%s cannot check a password: %s", name, type(failure).__name__)
            continue
        if found and found[0] == user.getId():
            return True
    return False


class Fresh:
    """For a page of a member: ``is_fresh()`` before the act. ``act_name`` says which."""

    act_name = ""
    link_sent = False

    @cached_property
    def user(self):
        """Return the user who is logged in."""
        return getSecurityManager().getUser()

    @cached_property
    def subject(self):
        """Return the account that is logged in, as a Subject; never what a form says."""
        return Subject(userid=api.user.get_current().getId())

    @cached_property
    def proof(self):
        """Return the proof that came along, when it holds for this person and this act; else nothing."""
        sent = self.field("proof")
        return sent if sent and proofs.holds(sent, USE, self.subject.userid, self.act_name) else ""

    def prove(self):
        """Let the next forms carry along that this person proved it."""
        self.proof = proofs.sign(USE, self.subject.userid, self.act_name, minutes=MINUTES)

    def is_fresh(self):
        """Return whether it is really this person, now; else what is wrong is in ``errors``."""
        if self.proof:
            return True
        password, userid = self.field("password", strip=False), self.subject.userid
        if tries.reached(userid):
            self.errors["password"] = WAIT
        elif not password:
            self.errors["password"] = EMPTY
        elif not password_holds(self.user, password):
            tries.count(userid)
            self.errors["password"] = WRONG
        else:
            tries.forget(userid)
            self.prove()
            return True
        return False

    def send_link(self):
        """Mail this person a link that proves the same, for who has no password here."""
        address = (api.user.get_current().getProperty("email", "") or "").strip()
        self.link_sent = True
        if not address or not mails.count(self.subject.userid):
            return
        subject = self.say(SUBJECT)

        def act():
            code = links.make(links.FRESH, self.subject, minutes=LINK_MINUTES, act=self.act_name)
            body = links.letter(self.say(LETTER), code, self.say(NOT_YOU))
            mail.send(address, subject, body, about=self.subject.key)

        committed(act)
