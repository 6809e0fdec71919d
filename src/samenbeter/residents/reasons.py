"""What an account gives: asked of each room, and told only when it is true on this site."""

from AccessControl.PermissionRole import rolesForPermissionOn
from plone import api
from samenbeter import _
from samenbeter.interfaces import IAccountReason
from samenbeter.residents import paper
from samenbeter.shared.pages import PrivatePage
from zope.component import getAdapters
from zope.component import queryMultiAdapter
from zope.interface import implementer


MEMBERS, VISITORS = "Member", "Anonymous"


def holds(permission, portal):
    """Return whether members have a permission on the site that visitors do not have.

    :param permission: its title.
    """
    roles = set(rolesForPermissionOn(permission, portal))
    return VISITORS not in roles and bool(roles & {MEMBERS, "Authenticated"})


def reasons(portal, request):
    """Return the reasons that hold on this site, in their order."""
    found = [one for _name, one in getAdapters((portal, request), IAccountReason) if holds(one.permission, portal)]
    return sorted(found, key=_place)


def _place(reason):
    return reason.order, reason.permission


@implementer(IAccountReason)
class OwnPage:
    """One page with what is yours."""

    order = 10
    title = _("reason_own_page", default="Alles van jou op één plek")
    text = _(
        "reason_own_page_text",
        default="Op Mijn SamenBeter staat wat je hier hebt, en wat wij van je weten. Alleen jij ziet die pagina.",
    )
    permission = "SamenBeter residents: Use own page"

    def __init__(self, context, request):
        """Depend on nothing of the page."""


class Why(PrivatePage):
    """The page "Waarom een account?"."""

    title = _("residents_why_title", default="Waarom een account?")

    @property
    def open(self):
        """Return whether residents may make an account now."""
        return paper.sign_up_is_open()

    @property
    def reasons(self):
        """Return what an account gives on this site."""
        return reasons(api.portal.get(), self.request)

    @property
    def without(self):
        """Return what everybody can do, as messages: also this is looked up."""
        portal = api.portal.get()
        found = []
        if VISITORS in rolesForPermissionOn("View", portal):
            found.append(_("without_read", default="Vragen met hun antwoord lezen"))
            found.append(_("without_find", default="Hulp zoeken bij jou in de buurt"))
            found.append(_("without_meet", default="Zien wat er te doen is in de wijk"))
        rooms = sorted((one for _name, one in getAdapters((portal, self.request), IAccountReason)), key=_place)
        found += filter(None, (getattr(one, "without", None) for one in rooms))
        if queryMultiAdapter((portal, self.request), name="gegevens-zonder-account") is not None:
            found.append(_("without_data", default="Met je mailadres zien wat wij van je weten, en het laten wissen"))
        return found

    @property
    def known(self):
        """Return whether this person has an account already."""
        return not api.user.is_anonymous()
