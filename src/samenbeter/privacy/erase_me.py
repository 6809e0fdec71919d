"""The page on which who has an account has all of it erased, and the receipt of that."""

from AccessControl.SecurityManagement import newSecurityManager
from AccessControl.SpecialUsers import nobody
from datetime import date
from functools import cached_property
from plone import api
from plone.session.plugins.session import SessionPlugin
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from samenbeter import _
from samenbeter.privacy import asking
from samenbeter.privacy import collecting
from samenbeter.privacy import erasing
from samenbeter.privacy.fresh import Fresh
from samenbeter.privacy.pages import PrivatePage
from samenbeter.privacy.showing import Showing
from samenbeter.shared import clock
from samenbeter.shared import vault
from samenbeter.shared.transactions import committed
from zope.annotation.interfaces import IAnnotations
from zope.i18n import translate


TICK = _("rights_erase_tick_empty", default="Zet een vinkje als je zeker weet dat alles weg mag.")
KEEPERS = ("Manager", "Site Administrator")
LAST = _(
    "rights_erase_last",
    default="Jij bent de enige die deze site beheert. Zonder jou kan niemand meer bij de instellingen. "
    "Maak eerst iemand anders beheerder.",
)
ELSEWHERE = _(
    "rights_erase_elsewhere",
    default="Je account is niet van deze site, maar van de computer waarop ze draait. Wie die beheert, kan het wissen.",
)


def why_not(userid):
    """Return why this account cannot be erased now, as a message; None when it can."""
    users = api.portal.get_tool("acl_users")
    if users.getUserById(userid) is None or api.user.get(userid=userid) is None:
        return ELSEWHERE
    if not _keeps(userid):
        return None
    others = {user.getId() for role in KEEPERS for user in _users_with(role)} - {userid}
    return None if others else LAST


def _keeps(userid):
    return not set(KEEPERS).isdisjoint(api.user.get_roles(user=api.user.get(userid=userid)))


def _users_with(role):
    roles = api.portal.get_tool("acl_users").portal_role_manager
    for principal, _title in roles.listAssignedPrincipals(role):
        group = api.group.get(groupname=principal)
        members = group.getGroupMembers() if group is not None else [api.user.get(userid=principal)]
        yield from filter(None, members)


def erase(subject, language):
    """Erase all that there is about a Subject; return the proof of it (``asking.prove``).

    It is in the journal before there is a proof, and there is a proof before anything goes: when it is broken off
    the platform goes on with it, and lets the proof say so.

    :param language: in which the reasons are written.
    :raises journal.JournalProblem: when it cannot be done now; nothing was begun then.
    """
    today = clock.today().isoformat()
    until = erasing.backups_until()
    line = erasing.begin(subject)

    def begin():
        number = asking.new_number()
        return asking.prove(asking.ERASURE, today, number, outcome=asking.BEGUN, backups_until=until, line=line)

    proof_id, proof = committed(begin)
    done = erasing.erase_now(subject, number=line)
    proof.update(
        outcome=asking.DONE if done.finished else asking.BEGUN,
        counts={"removed": done.removed, "retained": done.retained},
        reasons=[translate(reason, target_language=language) or str(reason) for reason in done.reasons],
        backups_until=done.backups_until.isoformat(),
    )
    committed(lambda: vault.get().replace(proof_id, proof))
    return proof


def forget_login(request):
    """Take the log-in cookie away, and go on as a visitor."""
    for plugin in api.portal.get_tool("acl_users").objectValues():
        if isinstance(plugin, SessionPlugin):
            request.response.expireCookie(plugin.cookie_name, path=plugin.path)
    newSecurityManager(request, nobody)
    # who asks is remembered for the request
    annotations = IAnnotations(request)
    for key in [key for key in annotations if key.startswith(("plone.memoize", "samenbeter."))]:
        del annotations[key]


class Receipt:
    """For a page that shows a proof: ``receipt(proof)`` returns it as the answer."""

    receipt_page = ViewPageTemplateFile("templates/receipt.pt")
    receipt_title = _("rights_erased_title", default="Je gegevens zijn gewist")

    def receipt(self, proof):
        """Return the page that says what went, what stays and why."""
        self.title = self.receipt_title
        self.proven = {**proof, "backups_until": self.sb.date(date.fromisoformat(proof["backups_until"]))}
        return self.receipt_page()


class Kinds:
    """For a page that says beforehand what goes."""

    @cached_property
    def kinds(self):
        """Return what goes, as titles."""
        found = [provider for _name, provider, page in collecting.first_pages(self.subject) if page.items]
        return [provider.title for provider in found if not collecting.keeps(provider, self.subject)]

    @cached_property
    def retained(self):
        """Return what stays and why, as messages."""
        return erasing.retained(self.subject)

    @property
    def backups(self):
        """Return until when reserve copies still have it, in words."""
        return self.sb.date(erasing.backups_until())


class EraseMe(Kinds, Receipt, Showing, Fresh, PrivatePage):
    """What goes, what stays, a tick, the password, and then it is gone."""

    title = _("rights_erase_heading", default="Wis alles")
    act_name = "erase"

    @cached_property
    def why_not(self):
        """Return why it cannot be done now."""
        return why_not(self.subject.userid)

    def act(self):
        """Erase it all, after the tick and a fresh log-in."""
        if self.field("do") == "link":
            self.send_link()
        if self.field("do") != "erase" or self.why_not:
            return None
        if self.field("sure") != "yes":
            self.errors["sure"] = TICK
        if not self.is_fresh() or self.errors:
            return None
        proof = erase(self.subject, self.language)
        forget_login(self.request)
        return self.receipt(proof)
