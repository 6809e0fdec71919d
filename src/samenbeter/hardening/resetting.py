"""Asking for another password, so that nobody learns who has an account (P12). No HTTP in it.

Plone's own way says it in the answer, and fails when there is no mail server. Here the mail
waits in the vault, and for a name that nobody has the same is done and undone in one
transaction, so that it takes as long.
"""

from AccessControl.SecurityManagement import getSecurityManager
from AccessControl.SecurityManagement import newSecurityManager
from AccessControl.SecurityManagement import setSecurityManager
from plone import api
from Products.PluggableAuthService.permissions import SetOwnPassword
from samenbeter import _
from samenbeter.shared import clock
from samenbeter.shared import guard_rate
from samenbeter.shared import jobs
from samenbeter.shared import mail
from samenbeter.shared import vault
from samenbeter.shared.limits import Limit
from samenbeter.shared.mailed_links import SITE_URL
from samenbeter.shared.rights import Subject
from samenbeter.shared.system import as_system
from samenbeter.shared.transactions import committed
from zope.globalrequest import getRequest
from zope.i18n import translate


PAGE = "passwordreset"
NOBODY = "nobody@example.invalid"
# how the guard calls asking for it
FORM = "hardening.reset"
WAIT = 10 * 60  # seconds, as the guard counts them
# mails to one account, and to all together
to_one = Limit(3, 60 * 60)
to_all = Limit(200, 60 * 60)

SUBJECT = _("reset_mail_subject", default="Kies een nieuw wachtwoord")
# one message for each paragraph: a translation keeps no empty lines
BEFORE = _("reset_mail_link", default="Met deze link kies je een nieuw wachtwoord:")
AFTER = (
    _(
        "reset_mail_how",
        default="Vul daar ook in waarmee je inlogt: je e-mailadres of je inlognaam. De link werkt één keer.",
    ),
    _("reset_mail_not_you", default="Vroeg jij dit niet? Doe dan niets. Je wachtwoord blijft zoals het was."),
)


def is_busy(request):
    """Count that somebody asks; return whether it is too much, from one place or from all together: that is said."""
    return bool(guard_rate.reached(request, FORM)) or to_all.reached("all")


def ask(login):
    """Mail a link to choose another password to the owner of an account; for no account do as much, for nothing.

    :param login: a log-in name, a user id, or a mail address; anything.
    """
    with as_system():
        userid, address = _account(str(login).strip())
    if not (to_one.count(userid or str(login)) and to_all.count("all")):
        return
    committed(lambda: _send(userid, address) if userid else _pretend())


def _account(login):
    """Return (user id, mail address) of who may choose a password; ("", "") for all others."""
    users = api.portal.get_tool("acl_users")
    found = [users.getUser(name) for name in (login, login.lower()) if name]
    found.append(users.getUserById(login) if login else None)
    found.append(_by_address(users, login.lower()) if "@" in login else None)
    user = next(filter(None, found), None)
    member = api.user.get(userid=user.getId()) if user is not None else None
    address = (member.getProperty("email", "") or "") if member is not None else ""
    try:
        address = mail.clean_address(address)
    except mail.NoAddress:
        return "", ""
    return (user.getId(), address) if _may_choose(user) else ("", "")


def _by_address(users, address):
    """Return the one user who has this mail address in the profile; None when there are more."""
    ids = {found["userid"] for found in users.searchUsers(email=address, exact_match=True)}
    return users.getUserById(ids.pop()) if len(ids) == 1 else None


def _may_choose(user):
    before = getSecurityManager()
    try:
        newSecurityManager(getRequest(), user)
        return bool(getSecurityManager().checkPermission(SetOwnPassword, api.portal.get()))
    finally:
        setSecurityManager(before)


def _send(userid, address):
    reset = api.portal.get_tool("portal_password_reset").requestReset(userid)
    mail.send(address, SUBJECT, _letter(reset["randomstring"]), about=Subject(userid=userid).key)


def _pretend():
    """Do what ``_send`` does, and undo it."""
    requests = api.portal.get_tool("portal_password_reset")._requests
    key = NOBODY
    requests[key] = ("", clock.now().replace(tzinfo=None))
    data = {"to": NOBODY, "subject": translate(SUBJECT, context=getRequest()), "body": _letter(key), "token": key}
    record = vault.get().add(mail.ROOM, mail.KIND, data, purpose=mail.PURPOSE, subject=f"mail:{NOBODY}")
    due = jobs.schedule(mail.JOB, clock.now(), record)
    jobs.cancel(due)
    vault.get().erase(record)
    del requests[key]


def _letter(key):
    site = api.portal.get_registry_record(SITE_URL, default=None) or api.portal.get().absolute_url()
    address = f"{site.rstrip('/')}/{PAGE}/{key}"
    before, *after = (translate(text, context=getRequest()) for text in (BEFORE, *AFTER))
    return "\n\n".join((before, address, *after))
