"""What people see of the stories."""

from functools import cached_property
from plone import api
from plone.uuid.interfaces import IUUID
from Products.Five import BrowserView
from samenbeter import _
from samenbeter.interfaces import ISamenBeterPage
from samenbeter.shared import desks
from samenbeter.shared.backlinks import questions_referring_to
from samenbeter.shared.editing import EditorPanel
from samenbeter.shared.kinds import is_over
from samenbeter.shared.kinds import list_item
from samenbeter.shared.listing import known
from samenbeter.shared.listing import Listing
from samenbeter.shared.relations import brains
from zope.component import getMultiAdapter
from zope.interface import implementer


MORE = 3


def story_card(brain, sb):
    """Return a story for the macro "card"."""
    facts = known(brain.sb_facts, {})
    return {
        "title": brain.Title,
        "url": brain.getURL(),
        "text": brain.Description,
        "lang": sb.content_lang(brain),
        "picture": sb.picture(brain, "portrait", facts.get("portrait_alt", "")),
        "drawing": "window",
    }


@implementer(ISamenBeterPage)
class Stories(Listing):
    """The stories of a folder, newest first."""

    portal_type = "SuccessStory"
    review_state = "published"
    sort_on = "effective"
    sort_order = "descending"
    page_size = 12

    @cached_property
    def sb(self):
        """Return the helpers of all templates."""
        return getMultiAdapter((self.context, self.request), name="sb")

    @cached_property
    def panel(self):
        """Return the panel of the writers."""
        return EditorPanel(self.context, self.request, {"SuccessStory": _("add_story", default="Schrijf een verhaal")})

    def cards(self):
        """Return the stories of this page."""
        return [story_card(brain, self.sb) for brain in self.batch]

    def empty(self):
        """Return what to say when there is nothing, for the macro "empty"."""
        if self.narrowed:
            return {
                "title": _("stories_none_here", default="Hierover is nog geen verhaal"),
                "action": {"title": _("stories_all", default="Bekijk alle verhalen"), "url": self.base_url},
            }
        return {
            "title": _("stories_none", default="Hier staan straks de eerste verhalen"),
            "text": _("stories_none_text", default="Lukte jou iets? Daar heeft een ander wat aan."),
        }


@implementer(ISamenBeterPage)
class Story(BrowserView):
    """One story: what it was like, what somebody did, how it is now.

    Five catalog queries: what helped, the desk, the answers that refer here
    (two), other stories.
    """

    @cached_property
    def sb(self):
        """Return the helpers of all templates."""
        return getMultiAdapter((self.context, self.request), name="sb")

    @cached_property
    def panel(self):
        """Return the panel of writer and editors."""
        return EditorPanel(self.context, self.request)

    @property
    def picture(self):
        """Return the portrait for the macro "picture"."""
        return self.sb.picture(self.context, "portrait", self.context.portrait_alt or "")

    def parts(self):
        """Return the parts of the story that are written, each with its heading."""
        headings = (
            ("situation", _("story_situation", default="Zo was het")),
            ("step", _("story_step", default="De eerste stap")),
            ("result", _("story_result", default="Zo is het nu")),
        )
        found = []
        for name, title in headings:
            paragraphs = self.sb.paragraphs(getattr(self.context, name, None))
            if paragraphs:
                found.append({"name": name, "title": title, "paragraphs": paragraphs})
        return found

    @property
    def quote_after(self):
        """Return the name of the part that the quote comes after: the step, or else the last one."""
        names = [part["name"] for part in self.parts()]
        return "step" if "step" in names else next(reversed(names), "")

    def helped_by(self):
        """Return what helped, for the macro "list_item"."""
        return [list_item(brain, self.sb) for brain in brains(self.context, "helped_by") if not is_over(brain)]

    def answers(self):
        """Return {title, url} of the answers that refer to this story."""
        found = questions_referring_to(IUUID(self.context))
        return [{"title": brain.Title, "url": brain.getURL(), "lang": self.sb.content_lang(brain)} for brain in found]

    def ask_url(self):
        """Return where a question is asked; nothing when no desk is open."""
        return desks.ask_url()

    def more(self):
        """Return the cards of the newest other stories in the same folder."""
        folder = "/".join(self.context.aq_parent.getPhysicalPath())
        found = api.portal.get_tool("portal_catalog")(
            path=folder,
            portal_type="SuccessStory",
            review_state="published",
            sort_on="effective",
            sort_order="descending",
            sort_limit=MORE + 1,
        )[: MORE + 1]
        own = self.context.getId()
        return [story_card(brain, self.sb) for brain in found if brain.getId != own][:MORE]
