"""What waits about partners and their offers, for editors and for the partners themselves."""

from datetime import date
from dateutil.relativedelta import relativedelta
from functools import cached_property
from plone import api
from plone.base.interfaces import IPloneSiteRoot
from samenbeter import _
from samenbeter.interfaces import IPartnerGroups
from samenbeter.interfaces import ISamenBeterLayer
from samenbeter.partners import cards
from samenbeter.partners.settings import PREFIX
from samenbeter.shared.listing import known
from samenbeter.shared.work import WorkSection
from zope.component import adapter
from zope.component import getMultiAdapter
from zope.component import getUtility


EDITORS = ("Vraagbaak Editor",)
SHOWN_OFFERS = ("active", "temporarily_closed")


def of_the_site(cls):
    """Register-ready: an adapter of the site, in sites with the add-on."""
    return adapter(IPloneSiteRoot, ISamenBeterLayer)(cls)


def to_check():
    """Return the catalog query of offers that nobody confirmed for too long."""
    months = api.portal.get_registry_record(f"{PREFIX}.assured_months", default=6)
    return {
        "portal_type": "ServiceOffer",
        "review_state": SHOWN_OFFERS,
        "sb_review_on": {"query": date.today() - relativedelta(months=months), "range": "max"},
    }


def my_partners():
    """Return the UIDs of the partners that the current user manages."""
    member = api.user.get_current()
    groups = getUtility(IPartnerGroups)
    # experts of a partner are in partners_of() too
    own = set(member.getGroups())
    return sorted(uid for uid in groups.partners_of(member) if groups.managers(uid) in own)


class Assured:
    """Says of each offer when somebody last confirmed it."""

    # longest ago first; an offer that nobody ever confirmed comes before all
    sort_on = "sb_review_on"

    def note(self, brain):
        """Return when it was confirmed."""
        sb = getMultiAdapter((self.context, self.request), name="sb")
        assured_on = known(brain.sb_facts, {}).get("assured_on")
        return cards.assured_text(assured_on, sb, self.request) or _("offer_never", default="Nog nooit nagekeken")


@of_the_site
class ProposedPartners(WorkSection):
    """Partners that an editor has to let in."""

    order = 40
    title = _("work_partners", default="Voorgestelde partners")
    empty = _("work_partners_empty", default="Er zijn geen nieuwe partners.")
    roles = EDITORS

    def query(self):
        """Return the catalog query."""
        return {"portal_type": "PartnerOrganisation", "review_state": "proposed"}


@of_the_site
class ProposedOffers(WorkSection):
    """Offers that an editor has to let in."""

    order = 41
    title = _("work_offers", default="Voorgesteld aanbod")
    empty = _("work_offers_empty", default="Er is geen nieuw aanbod.")
    roles = EDITORS

    def query(self):
        """Return the catalog query."""
        return {"portal_type": "ServiceOffer", "review_state": "proposed"}


@of_the_site
class OffersToCheck(Assured, WorkSection):
    """Offers about which an editor asks the partner: does this still hold?"""

    order = 42
    title = _("work_unconfirmed", default="Aanbod om na te vragen")
    empty = _("work_unconfirmed_empty", default="Al het aanbod is nagekeken.")
    roles = EDITORS

    def query(self):
        """Return the catalog query."""
        return to_check()


class OwnWork(WorkSection):
    """A list for who manages a partner."""

    @cached_property
    def mine(self):
        """Return the UIDs of the partners."""
        return my_partners()

    @property
    def available(self):
        """True for who manages a partner; a site admin has no own partner."""
        return bool(self.mine)


@of_the_site
class MyPartners(OwnWork):
    """The partners that this person manages."""

    order = 43
    title = _("work_my_partners", default="Mijn partner")
    empty = _("work_my_partners_empty", default="Je beheert nog geen partner.")

    def query(self):
        """Return the catalog query."""
        return {"portal_type": "PartnerOrganisation", "UID": self.mine}


@of_the_site
class MyOffers(Assured, OwnWork):
    """Their offers that nobody confirmed for too long."""

    order = 44
    title = _("work_my_offers", default="Klopt dit aanbod nog?")
    empty = _("work_my_offers_empty", default="Al je aanbod is nagekeken.")

    def query(self):
        """Return the catalog query."""
        return {**to_check(), "sb_partner": self.mine}
