"""What waits at the desk, for editors and for experts."""

from datetime import date
from functools import cached_property
from plone import api
from plone.base.interfaces import IPloneSiteRoot
from samenbeter import _
from samenbeter.interfaces import ISamenBeterLayer
from samenbeter.shared.relations import brains_by_path
from samenbeter.shared.relations import REFERABLE
from samenbeter.shared.work import WorkSection
from zope.component import adapter


EDITORS = ("Vraagbaak Editor",)
EXPERTS = ("Expert",)
# states in which an offer, a partner, a module or a story is over
OVER = ("ended", "suspended", "retracted")
# contributions whose question is looked up, as many as a page of them shows
LOOKED_UP = 20


class OfContributions(WorkSection):
    """A list of contributions: each is known by its question."""

    @cached_property
    def _questions(self):
        """Titles by path: one query, whatever the number of contributions."""
        found = brains_by_path({self._question_path(brain) for brain in self.brains()[:LOOKED_UP]})
        return {path: brain.Title for path, brain in found.items()}

    @staticmethod
    def _question_path(brain):
        return brain.getPath().rpartition("/")[0]

    def note(self, brain):
        """Return the question that a contribution belongs to."""
        return self._questions.get(self._question_path(brain), "")


@adapter(IPloneSiteRoot, ISamenBeterLayer)
class NewDrafts(WorkSection):
    """Questions that nobody has taken up."""

    order = 10
    title = _("work_drafts", default="Nieuwe vragen")
    empty = _("work_drafts_empty", default="Er zijn geen nieuwe vragen.")
    roles = EDITORS

    def query(self):
        """Return the catalog query."""
        return {"portal_type": "VraagbaakQuestion", "review_state": "draft"}


@adapter(IPloneSiteRoot, ISamenBeterLayer)
class Submitted(OfContributions):
    """Contributions that an editor has to read."""

    order = 11
    title = _("work_submitted", default="Bijdragen om te lezen")
    empty = _("work_submitted_empty", default="Alle bijdragen zijn gelezen.")
    roles = EDITORS

    def query(self):
        """Return the catalog query."""
        return {"portal_type": "VraagbaakAnswer", "review_state": "submitted"}


@adapter(IPloneSiteRoot, ISamenBeterLayer)
class InReview(WorkSection):
    """Questions that can be published soon."""

    order = 12
    title = _("work_in_review", default="Antwoorden om na te lezen")
    empty = _("work_in_review_empty", default="Er ligt niets om na te lezen.")
    roles = EDITORS

    def query(self):
        """Return the catalog query."""
        return {"portal_type": "VraagbaakQuestion", "review_state": "in_review"}


@adapter(IPloneSiteRoot, ISamenBeterLayer)
class WithExperts(WorkSection):
    """Questions that experts work on."""

    order = 13
    title = _("work_with_experts", default="Vragen bij deskundigen")
    empty = _("work_with_experts_empty", default="Er is geen vraag bij deskundigen.")
    roles = EDITORS

    def query(self):
        """Return the catalog query."""
        return {"portal_type": "VraagbaakQuestion", "review_state": "consulting"}


@adapter(IPloneSiteRoot, ISamenBeterLayer)
class CheckAgain(WorkSection):
    """Published answers whose day of the next look has come."""

    order = 14
    title = _("work_check_again", default="Antwoorden om weer na te kijken")
    empty = _("work_check_again_empty", default="Alle antwoorden zijn op tijd nagekeken.")
    roles = EDITORS
    sort_on = "sb_review_on"

    def query(self):
        """Return the catalog query."""
        return {
            "portal_type": "VraagbaakQuestion",
            "review_state": "published",
            "sb_review_on": {"query": date.today(), "range": "max"},
        }


@adapter(IPloneSiteRoot, ISamenBeterLayer)
class GoneReferrals(WorkSection):
    """Published answers that send people to what is no more."""

    order = 15
    title = _("work_gone_referrals", default="Antwoorden die verwijzen naar iets dat gestopt is")
    empty = _("work_gone_referrals_empty", default="Alle verwijzingen in de antwoorden bestaan nog.")
    roles = EDITORS

    def query(self):
        """Return the catalog query: three queries, however many answers there are."""
        catalog = api.portal.get_tool("portal_catalog")
        gone = [brain.UID for brain in catalog(portal_type=REFERABLE, review_state=OVER)]
        answers = catalog(portal_type="VraagbaakAnswer", review_state="accepted", sb_related=gone) if gone else ()
        paths = sorted({brain.getPath().rpartition("/")[0] for brain in answers})
        # no path at all would find everything
        path = {"query": paths or ["/-"], "depth": 0}
        return {"portal_type": "VraagbaakQuestion", "review_state": "published", "path": path}


@adapter(IPloneSiteRoot, ISamenBeterLayer)
class GivenToMe(WorkSection):
    """Questions that the experts of a partner were asked: the catalog knows whose they are."""

    order = 20
    title = _("work_given", default="Vragen voor jou")
    empty = _("work_given_empty", default="Er wacht geen vraag op jou.")
    roles = EXPERTS

    @property
    def page(self):
        """Return the page on which experts have all of it: {title, url}."""
        title = _("expert_work_page", default="Jouw vragen, en wat jij schreef")
        return {"title": title, "url": f"{self.context.absolute_url()}/@@vragen-voor-mij"}

    @property
    def available(self):
        """True for experts only: editors have these questions in a list of their own."""
        return set(self.roles).issubset(api.user.get_roles())

    def query(self):
        """Return the catalog query."""
        return {"portal_type": "VraagbaakQuestion", "review_state": "consulting"}

    def brains(self):
        """Return the lazy catalog result, newest first: what is due first is on top of the page with all of it."""
        catalog = api.portal.get_tool("portal_catalog")
        return catalog(sort_on=self.sort_on, sort_order="descending", **self.query())


@adapter(IPloneSiteRoot, ISamenBeterLayer)
class MyContributions(OfContributions):
    """What an expert began and did not send, or got back."""

    order = 21
    title = _("work_my_contributions", default="Jouw bijdragen die nog niet klaar zijn")
    empty = _("work_my_contributions_empty", default="Al je bijdragen zijn ingestuurd.")
    roles = EXPERTS

    @property
    def available(self):
        """True for experts only."""
        return set(self.roles).issubset(api.user.get_roles())

    def query(self):
        """Return the catalog query."""
        return {
            "portal_type": "VraagbaakAnswer",
            "review_state": ("draft", "returned"),
            "Creator": api.user.get_current().getId(),
        }
