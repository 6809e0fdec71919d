"""The page of one offer, and the button that says that it still holds."""

from Acquisition import aq_inner
from Acquisition import aq_parent
from datetime import date
from functools import cached_property
from plone import api
from plone.protect import CheckAuthenticator
from plone.uuid.interfaces import IUUID
from Products.Five import BrowserView
from samenbeter import _
from samenbeter.interfaces import IPartnerOrganisation
from samenbeter.interfaces import ISamenBeterPage
from samenbeter.partners import words
from samenbeter.partners.views import SBMixin
from samenbeter.shared.backlinks import questions_referring_to
from samenbeter.shared.backlinks import stories_helped_by
from samenbeter.shared.editing import EditorPanel
from samenbeter.shared.kinds import list_item
from samenbeter.shared.states import state_tag
from zope.event import notify
from zope.interface import implementer
from zope.lifecycleevent import ObjectModifiedEvent


@implementer(ISamenBeterPage)
class Offer(SBMixin, BrowserView):
    """The page of an offer. What it does not say itself, its partner says."""

    @cached_property
    def panel(self):
        """Return what who keeps this page up to date may do."""
        return EditorPanel(self.context, self.request)

    @cached_property
    def partner(self):
        """Return the partner; an offer never stands elsewhere."""
        parent = aq_parent(aq_inner(self.context))
        return parent if IPartnerOrganisation.providedBy(parent) else None

    @property
    def tag(self):
        """Return the tag of its state; nothing when it is simply there."""
        state = api.content.get_state(self.context, None)
        return None if state == "active" else state_tag(state)

    @property
    def text(self):
        """Return the longer text as HTML."""
        return self.context.text and self.context.text.output_relative_to(self.context)

    @property
    def place(self):
        """Return where it is: its own place, or the partner's address."""
        if self.context.location or self.partner is None:
            return self.context.location
        return ", ".join(part for part in (self.partner.street, self.partner.city) if part)

    @property
    def meant_for(self):
        """Return for whom it is."""
        groups = self.sb.terms("samenbeter.target_groups", self.context.target_groups)
        return words.sentences(self.sb.sentence(groups), self.context.eligibility)

    @cached_property
    def contact(self):
        """Return {"phone", "email", "url"}: each its own, or the partner's."""
        return {
            "phone": self.context.phone or getattr(self.partner, "phone", None),
            "email": self.context.email or getattr(self.partner, "email", None),
            "url": self.context.url or getattr(self.partner, "website", None),
        }

    @property
    def opening(self):
        """Return the partner's line about now, or None."""
        return words.opening_line(getattr(self.partner, "opening_hours", None), self.request)

    @cached_property
    def pointing_here(self):
        """Return the answers and stories that point at this offer."""
        uid = IUUID(self.context)
        return [list_item(brain, self.sb) for brain in (*questions_referring_to(uid), *stories_helped_by(uid))]


class Confirm(BrowserView):
    """Writes down that an offer still holds today: a POST with a token, by who may change the offer."""

    def __call__(self):
        """Set the date and go back to the offer; a GET changes nothing."""
        if self.request.method == "POST":
            CheckAuthenticator(self.request)
            self.context.assured_on = date.today()
            notify(ObjectModifiedEvent(self.context))
            api.portal.show_message(_("offer_confirmed", default="Dank je. De datum staat erbij."), self.request)
        self.request.response.redirect(self.context.absolute_url())
        return ""
