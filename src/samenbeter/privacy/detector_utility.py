"""The detector for the site: it leaves alone how partners are reached."""

from Acquisition import aq_base
from plone import api
from samenbeter.interfaces import IPartnerOrganisation
from samenbeter.interfaces import IPersonalDataDetector
from samenbeter.interfaces import IServiceOffer
from samenbeter.privacy.detecting import marks_in
from samenbeter.privacy.redacting import redacted
from samenbeter.privacy.redacting import without_bsn
from samenbeter.shared import marks as m
from samenbeter.shared.fragments import version
from zope.component.hooks import getSite
from zope.globalrequest import getRequest
from zope.i18n import translate
from zope.interface import implementer


# where a partner, or an offer of one, says how it is reached
NUMBERS = ("phone", "street", "postal_code")
MAILS = ("email", "privacy_contact")
# the kinds that those can be of
REACHED = frozenset((m.PHONE, m.EMAIL, m.ADDRESS, m.POSTCODE))


@implementer(IPersonalDataDetector)
class Detector:
    """As in IPersonalDataDetector. All that it keeps is what everybody may read of partners."""

    def __init__(self):
        self._known = {}

    def marks(self, text, known=()):
        """Return the marks in a text; without a site there are no partners."""
        found = marks_in(text, known)
        if getSite() is None or REACHED.isdisjoint(mark.kind for mark in found):
            return found
        # most texts name no number or address, and what partners say of themselves is dear to collect
        return marks_in(text, known, self._allowed())

    def proposal(self, text, marks):
        """Return the text with words in the language of the reader in the place of the marks."""
        request = getRequest()
        return redacted(text, marks, {kind: translate(word, context=request) for kind, word in m.PLACEHOLDERS.items()})

    def without_numbers(self, text):
        """Return (text, how many) without the citizen service numbers."""
        return without_bsn(text)

    def _allowed(self):
        """Return the public numbers and addresses, asked again after a change of content."""
        now = version()
        # a minute is the longest that a version stands: numbers need no such haste
        key = now and now.partition("-")[0]
        where = "/".join(getSite().getPhysicalPath())
        kept, found = self._known.get(where, (None, ()))
        if key is None or kept != key:
            found = public_contacts()
            if key is not None:
                self._known[where] = (key, found)
        return found


def public_contacts():
    """Return the telephone numbers, mail addresses and places of partners and offers that everybody may read."""
    catalog = api.portal.get_tool("portal_catalog")
    brains = catalog.unrestrictedSearchResults(
        object_provides=[IPartnerOrganisation.__identifier__, IServiceOffer.__identifier__],
        allowedRolesAndUsers=["Anonymous"],
    )
    found = {api.portal.get_registry_record("plone.email_from_address", default="") or ""}
    for brain in brains:
        item = aq_base(brain._unrestrictedGetObject())
        found.update(getattr(item, name, None) or "" for name in NUMBERS)
        for name in MAILS:
            words = (getattr(item, name, None) or "").replace(",", " ").split()
            found.update(word for word in words if "@" in word)
    return frozenset(found - {""})
