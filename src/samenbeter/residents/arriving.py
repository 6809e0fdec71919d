"""What the pages have in common by which somebody comes in: where they return to, the second step, and the log-in itself."""

from functools import cached_property
from plone import api
from plone.base.interfaces import IRedirectAfterLogin
from Products.CMFPlone.browser.login.login import LOGIN_TEMPLATE_IDS
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from samenbeter import _
from samenbeter.residents import paper
from samenbeter.residents import second_step
from samenbeter.shared import entry
from samenbeter.shared import logging_in
from samenbeter.shared import proofs
from samenbeter.shared.pages import PrivatePage
from samenbeter.shared.transactions import committed
from urllib.parse import parse_qsl
from urllib.parse import urlencode
from urllib.parse import urlsplit
from urllib.parse import urlunsplit
from zope.component import queryMultiAdapter


HOME = "@@mijn-samenbeter"
# nobody returns to the door itself
DOORS = frozenset(
    (
        *LOGIN_TEMPLATE_IDS,
        "account-maken",
        "account-met-code",
        "code-uit-mail",
        "inloggen-met-link",
        "insufficient-privileges",
        "login-help",
        "tweede-stap",
        "waarom-een-account",
    )
)
PROOF = "second step"
PROOF_MINUTES = 10
CHOOSING = "new password"
PASSWORD_MINUTES = 15
WELCOME = _("residents_welcome", default="Welkom! Je account is klaar.")
INSIDE = _("residents_inside", default="Je bent ingelogd.")


def safe(came_from, context, request):
    """Return an address of this site to return to; "" for any other, and for the door itself.

    :param came_from: what somebody sent; anything.
    """
    site = api.portal.get().absolute_url()
    adapter = queryMultiAdapter((context, request), IRedirectAfterLogin)
    found = (adapter(came_from) if adapter is not None else came_from) or ""
    if found != site and not found.startswith((f"{site}/", f"{site}?")):
        return ""
    parts = urlsplit(found)
    if DOORS.intersection(step.lstrip("@") for step in parts.path.split("/")):
        return ""
    # the code of a poster goes no further than the door
    query = urlencode([pair for pair in parse_qsl(parts.query, keep_blank_values=True) if pair[0] != entry.FIELD])
    return urlunsplit((parts.scheme, parts.netloc, parts.path, query, ""))


def bare(address):
    """Return an address without what somebody searched for or chose there."""
    parts = urlsplit(address)
    return urlunsplit((parts.scheme, parts.netloc, parts.path, "", ""))


class Arriving(PrivatePage):
    """A page by which somebody comes in."""

    parts = ViewPageTemplateFile("templates/parts.pt")
    sent_page = ViewPageTemplateFile("templates/sent.pt")
    password_page = ViewPageTemplateFile("templates/new_password.pt")
    second_page = ViewPageTemplateFile("templates/second_step.pt")
    own_title = None
    now = None
    ticket = ""
    address = ""
    userid = ""
    secret = None

    @property
    def open(self):
        """Return whether residents may make an account now."""
        return paper.sign_up_is_open()

    @cached_property
    def came_from(self):
        """Return where to return to: an address of this site, or nothing."""
        sent = self.field("came_from")
        if not sent and self.request.method == "GET":
            sent = self.request.get("HTTP_REFERER") or ""
        return safe(sent, self.context, self.request)

    @cached_property
    def entry_code(self):
        """Return the entry code that came along: the same for everyone."""
        return entry.carried(self.request)

    @property
    def query(self):
        """Return what goes along to the other pages by which somebody comes in: "" or "?van=...&came_from=..."."""
        parts = [(entry.FIELD, self.entry_code), ("came_from", self.came_from)]
        query = urlencode([pair for pair in parts if pair[1]])
        return f"?{query}" if query else ""

    @property
    def sign_up_url(self):
        """Return the address of the page on which an account is made, with what came along."""
        return f"{self.url}/@@account-maken{self.query}"

    @property
    def again_url(self):
        """Return where somebody begins anew who got no mail: who asked for a link by name did so at the log-in page."""
        return self.sign_up_url if self.address else f"{self.url}/login{self.query}"

    @property
    def known(self):
        """Return the log-in name of who is inside already; "" for a visitor."""
        return "" if api.user.is_anonymous() else api.user.get_current().getUserName()

    @property
    def title(self):
        """Return what the page is now."""
        return self.now or self.own_title

    def sent(self, ticket, address):
        """Show the page that says that there is mail, with the field for its code.

        It is the same for each address.
        """
        self.ticket, self.address = ticket, address
        self.now = _("residents_sent_title", default="Kijk in je mail")
        return self.sent_page()

    def arrive(self, userid, new=False):
        """Let somebody in who proved who they are, or ask for the second step first; return the answer.

        :param new: True when the account was made just now.
        """
        user = api.portal.get_tool("acl_users").getUserById(userid)
        if user is None:
            return None
        if second_step.needed(user):
            return self.ask_second_step(userid)
        return self.enter(userid, new)

    def enter(self, userid, new=False):
        """Log somebody in, and send them on."""
        self.let_in(userid, new)
        self.tell(WELCOME if new else INSIDE)
        self.request.response.redirect(self.onward, status=303)
        return ""

    def let_in(self, userid, new=False):
        """Log somebody in; the answer is still to be given."""
        committed(lambda: logging_in.log_in(self.request, userid))
        if new:
            entry.count(entry.MEMBER, self.request)
            entry.count(entry.HOME, self.request)

    @property
    def onward(self):
        """Return where somebody goes after this."""
        return self.came_from or f"{self.url}/{HOME}"

    def ask_second_step(self, userid):
        """Show the page of the second step; who has no app yet sets it up there. Nothing is logged in yet."""
        self.userid = userid
        if not second_step.is_set_up(userid):
            self.secret = second_step.begin(userid)
        self.now = _("second_step_title", default="Nog één stap")
        return self.second_page()

    def ask_password(self, userid):
        """Show the page on which somebody who proved their mail address chooses a password."""
        self.userid = userid
        self.now = _("new_password_title", default="Kies een wachtwoord")
        return self.password_page()

    @property
    def password_proof(self):
        """Return what the form of a new password carries along."""
        return proofs.sign(CHOOSING, self.userid, minutes=PASSWORD_MINUTES)

    @property
    def login(self):
        """Return the log-in name of who is on the way in."""
        user = api.user.get(userid=self.userid) if self.userid else None
        return user.getUserName() if user is not None else ""

    @property
    def second_proof(self):
        """Return what the form of the second step carries along: that the first one was taken.

        A wrong code does not make it hold longer.
        """
        sent = self.field("proof", 200)
        return (
            sent if proofs.holds(sent, PROOF, self.userid) else proofs.sign(PROOF, self.userid, minutes=PROOF_MINUTES)
        )

    @property
    def square(self):
        """Return the square that an app scans."""
        return second_step.picture(self.secret, self.login, api.portal.get().title or "SamenBeter")

    @property
    def spelled(self):
        """Return the same secret in groups of four, to type."""
        return " ".join(self.secret[at : at + 4] for at in range(0, len(self.secret), 4))
