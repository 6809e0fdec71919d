"""What waits with stories, for their writers and for editors."""

from plone import api
from plone.base.interfaces import IPloneSiteRoot
from samenbeter import _
from samenbeter.interfaces import ISamenBeterLayer
from samenbeter.shared.work import WorkSection
from zope.component import adapter


@adapter(IPloneSiteRoot, ISamenBeterLayer)
class MyStories(WorkSection):
    """Stories that this wijkwebber wrote and that are not on the site."""

    order = 30
    title = _("work_my_stories", default="Jouw verhalen die nog niet op de site staan")
    empty = _("work_my_stories_empty", default="Er ligt geen verhaal van jou.")
    roles = ("Wijkwebber",)

    @property
    def available(self):
        """True for writers only."""
        return set(self.roles).issubset(api.user.get_roles())

    def query(self):
        """Return the catalog query."""
        return {
            "portal_type": "SuccessStory",
            "review_state": ("draft", "consent_requested", "in_review"),
            "Creator": api.user.get_current().getId(),
        }


@adapter(IPloneSiteRoot, ISamenBeterLayer)
class StoriesInReview(WorkSection):
    """Stories to read before they go on the site."""

    order = 31
    title = _("work_stories_review", default="Verhalen om na te lezen")
    empty = _("work_stories_review_empty", default="Er ligt geen verhaal om na te lezen.")
    roles = ("Vraagbaak Editor",)

    def query(self):
        """Return the catalog query."""
        return {"portal_type": "SuccessStory", "review_state": "in_review"}


@adapter(IPloneSiteRoot, ISamenBeterLayer)
class StoriesWaiting(WorkSection):
    """Stories whose teller has not said yes."""

    order = 32
    title = _("work_stories_waiting", default="Verhalen die wachten op een ja")
    empty = _("work_stories_waiting_empty", default="Geen verhaal wacht op een ja.")
    roles = ("Vraagbaak Editor",)

    def query(self):
        """Return the catalog query."""
        return {"portal_type": "SuccessStory", "review_state": "consent_requested"}
