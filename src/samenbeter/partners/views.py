"""The partners in a folder, and the page of one partner."""

from AccessControl.security import checkPermission
from functools import cached_property
from plone.uuid.interfaces import IUUID
from Products.Five import BrowserView
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from samenbeter import _
from samenbeter.interfaces import ISamenBeterPage
from samenbeter.partners import cards
from samenbeter.partners import meetings
from samenbeter.partners import words
from samenbeter.shared.editing import EditorPanel
from samenbeter.shared.listing import Listing
from samenbeter.shared.openings import opening_rows
from zope.component import getMultiAdapter
from zope.interface import implementer


class PartnerMacros(BrowserView):
    """Parts that this room's pages share, by name: ``context/@@sb_partner_macros/card``."""

    template = ViewPageTemplateFile("templates/macros.pt")

    def __getitem__(self, name):
        return self.template.macros[name]


class SBMixin:
    """Gives a view the helpers of all templates."""

    @cached_property
    def sb(self):
        """Return the view ``@@sb``."""
        return getMultiAdapter((self.context, self.request), name="sb")


@implementer(ISamenBeterPage)
class Partners(SBMixin, Listing):
    """The active partners of a folder."""

    portal_type = "PartnerOrganisation"
    review_state = "active"
    page_size = 24
    filters = {**Listing.filters, "kind": ("sb_kind", "samenbeter.partner_kinds")}

    @cached_property
    def panel(self):
        """Return the panel of who may add a partner."""
        add = {"PartnerOrganisation": _("add_partner", default="Zet een partner erbij")}
        return EditorPanel(self.context, self.request, add=add)

    def cards(self):
        """Return the cards of this page."""
        return [cards.partner_card(brain, self.sb, self.request) for brain in self.batch]

    def empty(self):
        """Return what to say when there is nothing, for the macro "empty"."""
        if self.narrowed:
            return {
                "title": _("partners_none_here", default="Hiervoor is nog geen partner"),
                "action": {"title": _("partners_all", default="Bekijk alle partners"), "url": self.base_url},
            }
        return {
            "title": _("partners_none", default="Hier staan straks de partners"),
            "text": _("partners_none_text", default="We vragen nu wie er meedoet in de wijk."),
        }


# in words that a resident uses; the edit form has those of the law
ROLES = {
    "controller": _("role_controller", default="Deze partner beslist zelf wat er met je gegevens gebeurt."),
    "processor": _("role_processor", default="Deze partner doet met je gegevens alleen wat wij vragen."),
    "joint_controller": _("role_joint", default="Deze partner en wij beslissen samen over je gegevens."),
}
SHOWN = ("active", "temporarily_closed")
NEARBY = 3
MANY = 10


@implementer(ISamenBeterPage)
class Partner(SBMixin, BrowserView):
    """The page of a partner.

    A fixed number of catalog queries: offers, answers, their questions, modules,
    meetings, and at most three for its neighbours. Only the partner itself is loaded.
    """

    @cached_property
    def uid(self):
        """Return the partner's UID."""
        return IUUID(self.context)

    @cached_property
    def panel(self):
        """Return what who keeps this page up to date may do."""
        return EditorPanel(self.context, self.request, add={"ServiceOffer": _("add_offer", default="Zet aanbod erbij")})

    @property
    def manages_people(self):
        """True for who decides on the people of this partner."""
        return checkPermission("samenbeter.partners.ManagePeople", self.context)

    @property
    def kind(self):
        """Return the tag of its kind."""
        return cards.kind_tag(self.context.kind, self.sb)

    @property
    def text(self):
        """Return the longer text as HTML."""
        return self.context.text and self.context.text.output_relative_to(self.context)

    # -- what it does

    @cached_property
    def offers(self):
        """Return the offers: what is open first. Who keeps the page sees all of them."""
        query = {} if self.panel.may_edit else {"review_state": SHOWN}
        brains = cards.search(portal_type="ServiceOffer", sb_partner=self.uid, sort_on="sortable_title", **query)
        rows = [cards.offer_row(brain, self.sb, self.request) for brain in brains]
        closed = [brain.review_state != "active" for brain in brains]
        return [row for _closed, row in sorted(zip(closed, rows, strict=True), key=lambda pair: pair[0])]

    @cached_property
    def questions(self):
        """Return the newest questions to which it contributed."""
        answers = cards.search(
            MANY * 2,
            portal_type="VraagbaakAnswer",
            sb_partner=self.uid,
            review_state="accepted",
            sort_on="modified",
            sort_order="descending",
        )
        paths = {brain.getPath().rpartition("/")[0] for brain in answers}
        if not paths:
            return []
        return cards.search(
            MANY,
            portal_type="VraagbaakQuestion",
            review_state="published",
            path={"query": sorted(paths), "depth": 0},
            sort_on="effective",
            sort_order="descending",
        )

    @cached_property
    def modules(self):
        """Return the modules that it makes."""
        return cards.search(
            MANY, portal_type="EHealthModule", review_state="published", sb_partner=self.uid, sort_on="sortable_title"
        )

    @cached_property
    def meetings(self):
        """Return its next meetings, as rows of a list."""
        found = meetings.upcoming(sb_partner=self.uid)[:NEARBY]
        return meetings.rows(found, self.sb, self.request, organiser=False)

    @cached_property
    def nearby(self):
        """Return the cards of three other partners, those most like this one first."""
        themes, kind = list(self.context.themes or ()), self.context.kind
        found = {}
        for likeness in ({"sb_themes": themes, "sb_kind": kind}, {"sb_themes": themes}, {"sb_kind": kind}):
            if len(found) >= NEARBY or not all(likeness.values()):
                continue
            # four and itself: enough to fill up what an earlier query found already
            for brain in cards.search(
                2 * NEARBY + 1,
                portal_type="PartnerOrganisation",
                review_state="active",
                sort_on="sortable_title",
                **likeness,
            ):
                if self.uid != brain.UID:
                    found.setdefault(brain.UID, brain)
        return [cards.partner_card(brain, self.sb, self.request) for brain in list(found.values())[:NEARBY]]

    # -- how to get there

    unbroken = staticmethod(words.unbroken)

    @cached_property
    def opening(self):
        """Return the line about now, or None."""
        return words.opening_line(self.context.opening_hours, self.request)

    @cached_property
    def hours(self):
        """Return the rows of the opening hours."""
        return opening_rows(self.context.opening_hours, self.request)

    @cached_property
    def address(self):
        """Return the lines of the address, and how to get in."""
        context = self.context
        town = " ".join(part for part in (context.postal_code, context.city) if part)
        return [line for line in (context.street, town, context.accessibility) if line]

    @property
    def reachable(self):
        """True when there is anything in the box "Zo kom je er"."""
        context = self.context
        return bool(self.address or self.hours or context.phone or context.email or context.website)

    # -- privacy

    @property
    def role(self):
        """Return who decides about data, in plain words."""
        return ROLES.get(self.context.privacy_role)

    @property
    def privacy(self):
        """True when anything is known about how it handles data."""
        return bool(self.role or self.context.privacy_contact or self.context.privacy_policy_url)

    @property
    def privacy_mail(self):
        """Return the contact as a mail address when it is nothing but one."""
        contact = (self.context.privacy_contact or "").strip()
        return contact if "@" in contact and " " not in contact else ""
