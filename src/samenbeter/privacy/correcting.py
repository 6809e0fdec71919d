"""The page on which who has an account corrects a name or mail address, or tells what is wrong."""

from functools import cached_property
from plone import api
from plone.registry.interfaces import IRegistry
from samenbeter import _
from samenbeter.privacy import asking
from samenbeter.privacy import links
from samenbeter.privacy.fresh import Fresh
from samenbeter.privacy.fresh import mails
from samenbeter.privacy.fresh import NOT_YOU
from samenbeter.privacy.pages import PrivatePage
from samenbeter.privacy.showing import Showing
from samenbeter.privacy.showing import TYPES
from samenbeter.shared import mail
from samenbeter.shared.mailed_links import is_address
from samenbeter.shared.rights import Subject
from samenbeter.shared.transactions import committed
from zExceptions import BadRequest
from zope.component import getUtility


LINK_MINUTES = 24 * 60
LONGEST_NAME = 200
LETTER = _(
    "rights_email_mail",
    default="Wil je dit adres gebruiken op onze site? Open deze link en druk op de knop. "
    "Hij werkt één keer, een dag lang.",
)

EMAIL_WRONG = _("rights_email_wrong", default="Dit adres klopt niet. Schrijf het zoals naam@voorbeeld.nl.")
TEXT_EMPTY = _("rights_text_empty", default="Schrijf op wat er anders moet.")
TOO_OFTEN = _("rights_too_often", default="Dit was al een paar keer. Probeer het over een uur nog eens.")


def change_address(userid, address):
    """Give an account another mail address, in the current transaction; return whether that could be.

    Where people log in with their mail address, and for who does so, the log-in name follows.
    """
    member = api.user.get(userid=userid)
    if member is None:
        return False
    by_address = member.getUserName().lower() == (member.getProperty("email", "") or "").strip().lower()
    if by_address or getUtility(IRegistry).get("plone.use_email_as_login", False):
        users = api.portal.get_tool("acl_users")
        name = address.lower()
        if any(user["userid"] != userid for user in users.searchUsers(login=name, exact_match=True)):
            return False
        users.updateLoginName(userid, name)
    member.setMemberProperties({"email": address})
    return True


class Correct(Showing, Fresh, PrivatePage):
    """Name and mail address, and a question to the Privacy Officer."""

    title = _("rights_correct_title", default="Klopt er iets niet?")
    act_name = "email"

    @cached_property
    def member(self):
        """Return the member who is logged in."""
        return api.user.get_current()

    @cached_property
    def values(self):
        """Return what stands in the fields: what was typed, else what is known."""
        known = {"fullname": self.member.getProperty("fullname", ""), "email": self.member.getProperty("email", "")}
        return {name: self.field(name) if name in self.request.form else value for name, value in known.items()}

    @property
    def kinds(self):
        """Return what a question can be: {value, title, chosen}."""
        chosen = self.field("kind")
        chosen = chosen if chosen in asking.BY_HAND else asking.BY_HAND[0]
        return [{"value": kind, "title": TYPES[kind], "chosen": kind == chosen} for kind in asking.BY_HAND]

    def act(self):
        """Save the name, begin with another mail address, or keep a question."""
        acts = {"name": self._name, "email": self._email, "ask": self._ask, "link": self.send_link}
        act = acts.get(self.field("do"))
        return act() if act else None

    def _name(self):
        name = self.field("fullname", LONGEST_NAME)
        try:
            committed(lambda: api.user.get_current().setMemberProperties({"fullname": name}, force_empty=True))
        except BadRequest as refused:
            # it looks like the name of somebody else
            self.errors["fullname"] = str(refused)
            return None
        self.tell(
            _("rights_name_saved", default="Je naam is veranderd.")
            if name
            else _("rights_name_gone", default="Je naam is weg. Je heet hier nu: een buur.")
        )
        return self.back("mijn-gegevens-kloppen")

    def _email(self):
        new, old = self.field("email"), (self.member.getProperty("email", "") or "").strip()
        if not is_address(new):
            self.errors["email"] = EMAIL_WRONG
        if not self.is_fresh() or self.errors:
            return None
        if new.lower() != old.lower():
            if not mails.count("email", self.subject.userid):
                self.errors["email"] = TOO_OFTEN
                return None
            committed(lambda: self._mail_both(new, old))
        self.tell(
            _(
                "rights_email_mailed",
                default="Kijk in je mail op het nieuwe adres. Druk daar op de link. Pas dan geldt het.",
            )
        )
        return self.back("mijn-gegevens-kloppen")

    def _mail_both(self, new, old):
        code = links.make(links.MAIL, self.subject, minutes=LINK_MINUTES, address=new)
        body = links.letter(self.say(LETTER), code, self.say(NOT_YOU))
        # the address is not known to be this person's yet: it goes with the account
        mail.send(new, self.say(_("rights_email_mail_subject", default="Klopt dit adres?")), body, about=self.key)
        if is_address(old):
            notice = _(
                "rights_email_notice",
                default="Iemand vroeg om een ander mailadres bij je account. Was jij dat? Dan hoef je niets te doen. "
                "Was jij het niet? Verander dan je wachtwoord en bel ons.",
            )
            subject = self.say(_("rights_email_notice_subject", default="Je mailadres verandert"))
            mail.send(old, subject, self.say(notice), about=self.key)

    @property
    def key(self):
        """Return how the vault knows this person."""
        return self.subject.key

    def _ask(self):
        text, kind = self.field("text"), self.field("kind")
        if kind not in asking.BY_HAND:
            kind = asking.BY_HAND[0]
        if not text:
            self.errors["text"] = TEXT_EMPTY
            return None
        committed(lambda: asking.begin(Subject(userid=self.subject.userid), kind, text=text, language=self.language))
        self.tell(_("rights_asked_saved", default="Je vraag is binnen. Je hebt antwoord binnen een maand."))
        return self.back()
