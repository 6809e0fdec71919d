"""Private and missing look the same to strangers (P12): the ways around the error page, closed."""

from AccessControl.SecurityManagement import newSecurityManager
from AccessControl.users import nobody
from plone.app.uuid.utils import uuidToObject
from plone.outputfilters.browser.resolveuid import ResolveUIDView
from samenbeter import _
from samenbeter.hardening.switches import Flag
from samenbeter.interfaces import ISamenBeterLayer
from samenbeter.shared import hardened
from samenbeter.shared import strangers
from zExceptions import NotFound
from zope.component import adapter
from ZPublisher.interfaces import IPubAfterTraversal


class Strangers(Flag):
    """The switch."""

    order = 130
    title = _("hardening_strangers", default="Wat je niet mag zien, lijkt er niet te zijn")
    description = _(
        "hardening_strangers_help",
        default="Wie een adres raadt, leert niet of daar iets staat. Wie wel mag, kan daar inloggen en ziet het.",
    )


@adapter(IPubAfterTraversal)
def hide(event):
    """Hide an item from who may not view it, also where one of its pages asks for no right at all.

    :raises NotFound: as for an item that does not exist.
    """
    request = event.request
    if not ISamenBeterLayer.providedBy(request) or not hardened.is_on(strangers.SWITCH):
        return
    if any(map(strangers.hides_item, strangers.looked_at(request))):
        # Zope looks for a page before it looks who asks: what is missing it tells to nobody in particular
        newSecurityManager(request, nobody)
        raise NotFound(request["URL"])


class ResolveUID(ResolveUIDView):
    """The address of an item by its UID: only for who may see the item; others get what they get for no UID."""

    def __call__(self):
        """Send on to the address."""
        item = uuidToObject(self.uuid, unrestricted=True) if hardened.is_on(strangers.SWITCH) else None
        if item is not None and strangers.hides_item(item):
            raise NotFound("The link you followed is broken")
        return super().__call__()
