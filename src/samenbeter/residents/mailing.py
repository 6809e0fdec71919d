"""Mails with a link and a code: to make an account, or to log in without a password. No HTTP in it.

Whoever fills in an address gets one and the same answer, whether we know it or not. What
differs stands in the mail, which only the owner of the address reads. The link works on any
device; the code is typed on the page that was left open, which knows by its ticket which
mail it belongs to.
"""

from samenbeter import _
from samenbeter.residents import members
from samenbeter.shared import mail
from samenbeter.shared import proofs
from samenbeter.shared import vault
from samenbeter.shared.limits import Limit
from samenbeter.shared.mailed_links import MailedLinks
from samenbeter.shared.mailed_links import page_address
from samenbeter.shared.rights import Subject
from samenbeter.shared.transactions import committed
from zope.globalrequest import getRequest
from zope.i18n import translate

import hmac
import secrets


ROOM, KIND, PURPOSE = "residents", "access", "samenbeter.account"
PAGE = "@@inloggen-met-link"
SIGN_UP_PAGE = "@@account-maken"
# what a link can be for
SIGN_UP, LOG_IN, PASSWORD = "sign_up", "log_in", "password"
MINUTES = 60
# wrong codes of one mail: then only its link works
TRIES = 5
DIGITS = 6
LINKS = MailedLinks(ROOM, KIND, PURPOSE, PAGE)

# mails to one address, and to all together: we are no machine to bother people with
to_one = Limit(3, 60 * 60)
to_all = Limit(1000, 60 * 60)

SUBJECT_LINK = _("rights_fresh_mail_subject", default="Je link")
SUBJECT = _("residents_mail_subject", default="Je link en je code")
LETTERS = {
    SIGN_UP: _(
        "residents_mail_new",
        default="Welkom! Open deze link en druk op de knop. Dan is je account klaar.",
    ),
    LOG_IN: _(
        "residents_mail_log_in",
        default="Open deze link en druk op de knop. Dan ben je ingelogd.",
    ),
}
NEW_PASSWORD = _(
    "residents_mail_password",
    default="Je wilt een wachtwoord kiezen. Open deze link en druk op de knop. Hij werkt één keer, een uur lang.",
)
ONLY_LINK = _("residents_mail_secret", default="Geef de link aan niemand anders.")
KNOWN = _(
    "residents_mail_known",
    default="Je hebt al een account. Open deze link en druk op de knop. Dan ben je ingelogd.",
)
TYPE = _("residents_mail_type", default="Staat onze bladzijde nog open? Typ dan daar deze code:")
ONCE = _("residents_mail_once", default="De link en de code werken één keer, een uur lang. Geef ze aan niemand anders.")
NOT_YOU = _("rights_not_you", default="Vroeg jij dit niet? Doe dan niets.")
NO_ACCOUNT = _(
    "residents_mail_no_account",
    default="Iemand vroeg op onze site om een link om in te loggen, voor dit adres. "
    "Bij dit adres hoort nog geen account. Was jij het? Maak dan een account, op deze bladzijde:",
)


def is_busy():
    """Return whether so many mails went out that the next one has to wait: that is said, it is not silently left out."""
    return to_all.reached("all")


def invite(address, came_from=""):
    """Mail to an address what makes an account, or logs in who has one; return the ticket of the page.

    :param address: one mail address; whether it is known makes no difference for what is returned.
    :param came_from: the address on this site to which to return.
    """
    return _send(*_invitation(address), came_from)


def invite_now(address, came_from=""):
    """Do the same in the current transaction, for who was looked at by a person first."""
    return keep(*_invitation(address), came_from)


def _invitation(address):
    user = members.by_login(address)
    if user is None:
        return SIGN_UP, Subject(email=address), address, LETTERS[SIGN_UP]
    return LOG_IN, Subject(userid=user.getId()), address, KNOWN


def send_link(name, came_from=""):
    """Mail a link to log in to the owner of an account; return the ticket of the page, also when there is none.

    :param name: a log-in name or mail address.
    """
    user = members.by_login(name) or (members.by_address(name) if "@" in name else None)
    address = members.address_of(user.getId()) if user is not None else ""
    if not address:
        return _no_account(name) if user is None and "@" in name else no_ticket()
    return _send(LOG_IN, Subject(userid=user.getId()), address, LETTERS[LOG_IN], came_from)


def send_password_link(subject, address):
    """Mail a link to choose a password to who is logged in."""
    if to_one.count(subject.key) and to_all.count("all"):
        committed(lambda: _keep_password(subject, address))


def _keep_password(subject, address):
    code = LINKS.make(PASSWORD, subject, minutes=MINUTES, address=address, came_from="", typed="", tries=TRIES)
    after = _paragraphs(_text(ONLY_LINK), _text(NOT_YOU))
    mail.send(address, _text(SUBJECT_LINK), LINKS.letter(_text(NEW_PASSWORD), code, after), about=subject.key)


def _no_account(address):
    if to_one.count("none", address.lower()) and to_all.count("all"):
        text = _paragraphs(_text(NO_ACCOUNT), page_address(SIGN_UP_PAGE), _text(NOT_YOU))
        committed(lambda: mail.send(address, _text(SUBJECT), text))
    return no_ticket()


def _send(use, subject, address, letter, came_from):
    if not (to_one.count(subject.key) and to_all.count("all")):
        return no_ticket()
    return committed(lambda: keep(use, subject, address, letter, came_from))


def keep(use, subject, address, letter, came_from=""):
    """Keep a link in the current transaction and mail it; return the ticket of the page."""
    digits = "".join(secrets.choice("0123456789") for _place in range(DIGITS))
    code = LINKS.make(
        use, subject, minutes=MINUTES, address=address, came_from=came_from, typed=_hashed(digits), tries=0
    )
    after = _paragraphs(_text(TYPE), f"{digits[:3]} {digits[3:]}", _text(ONCE), _text(NOT_YOU))
    mail.send(address, _text(SUBJECT), LINKS.letter(_text(letter), code, after), about=subject.key)
    return code.partition(".")[0]


def no_ticket():
    """Return what looks like the ticket of a mail that was sent."""
    return secrets.token_hex(16)


def _text(message):
    return translate(message, context=getRequest())


def _paragraphs(*texts):
    # one message for each: a translation keeps no empty lines
    return "\n\n".join(texts)


def _hashed(digits):
    return proofs.hashed("typed code", digits)


# -- using


def by_link(code):
    """Return the Link of the code in an address, or None when it does not hold."""
    return LINKS.look(code)


def by_typed(ticket, typed):
    """Return the Link of a page's ticket when this is the code of its mail, else None. A wrong one is counted.

    :param ticket: as ``invite`` or ``send_link`` returned it; anything.
    :param typed: what somebody typed; spaces in it do not matter.
    """
    digits = "".join(letter for letter in typed if letter.isdigit() and letter.isascii())
    return committed(lambda: _check(ticket, digits))


def _check(ticket, digits):
    link = LINKS.by_id(ticket)
    if link is None or link.data["tries"] >= TRIES or not digits:
        return None
    if hmac.compare_digest(link.data["typed"].encode(), _hashed(digits).encode()):
        return link
    vault.get().replace(link.id, {**link.data, "tries": link.data["tries"] + 1})
    return None


def use_up(link):
    """Take a link away in the current transaction, and return the id of the account that it leads to.

    That of a sign-up makes the account, unless there is one by now. None: somebody else was first.
    """
    if not vault.get().erase(link.id):
        return None
    if link.use != SIGN_UP:
        return link.subject.userid
    address = link.data["address"]
    user = members.by_login(address)
    return members.make(address, address=address) if user is None else user.getId()
