"""The front page: what is there for a resident, and nothing that is not there.

Seven catalog queries, however much there is: the sections (which the menu needs too),
the question desk, questions, stories, meetings, modules, partners. No object is loaded.
"""

from AccessControl.security import checkPermission
from DateTime import DateTime
from functools import cached_property
from Products.CMFCore.utils import getToolByName
from Products.Five import BrowserView
from samenbeter import _
from samenbeter.interfaces import ISamenBeterPage
from samenbeter.shared import desks
from samenbeter.theme import navigation
from zope.component import getMultiAdapter
from zope.interface import implementer


NEWEST = {"sort_on": "effective", "sort_order": "descending"}

# What a resident can do, the icon, and the words. The name is one of Front's lists.
TASKS = (
    (
        "modules",
        "module",
        _("task_modules", default="Zelf aan de slag"),
        _(
            "task_modules_text",
            default="Beter slapen, minder piekeren, meer bewegen. Thuis, in je eigen tempo.",
        ),
    ),
    (
        "partners",
        "people",
        _("task_partners", default="Iemand vinden die helpt"),
        _("task_partners_text", default="Je ziet waar je terechtkunt en voor wie het is."),
    ),
    (
        "questions",
        "chat",
        _("task_questions", default="Lezen wat anderen vroegen"),
        _(
            "task_questions_text",
            default="Met antwoorden van mensen die er verstand van hebben.",
        ),
    ),
    (
        "stories",
        "book",
        _("task_stories", default="Lezen hoe het een ander lukte"),
        _("task_stories_text", default="Echte verhalen van mensen uit de wijk."),
    ),
    (
        "meetings",
        "calendar",
        _("task_meetings", default="Erbij zijn"),
        _("task_meetings_text", default="Samen praten, leren of bewegen. In de wijk of online."),
    ),
)


@implementer(ISamenBeterPage)
class Front(BrowserView):
    """The front page of the site."""

    sb_page = True
    sb_wide = True
    sb_title = _("front_title", default="Vraag het je wijk")
    sb_description = _(
        "front_lead",
        default="Een huisarts, een wijkverpleegkundige, een buur die het zelf meemaakte. "
        "Zij denken samen na over jouw vraag.",
    )

    @cached_property
    def sb(self):
        """Return the helpers of all templates."""
        return getMultiAdapter((self.context, self.request), name="sb")

    def _search(self, limit, **query):
        catalog = getToolByName(self.context, "portal_catalog")
        return catalog(sort_limit=limit, **query)[:limit]

    @cached_property
    def sections(self):
        """Return {path: brain} of what stands directly in the site."""
        state = getMultiAdapter((self.context, self.request), name="plone_portal_state")
        root = state.navigation_root_path()
        return navigation.sections(self.context, self.request, root)

    @cached_property
    def desk(self):
        """Return the question desk, or None."""
        found = self._search(1, portal_type="Vraagbaak", sort_on="created")
        return found[0] if found else None

    @property
    def ask_url(self):
        """Return where a question is asked; "" when no desk is open."""
        return desks.ask_url(self.desk) if self.desk is not None else ""

    @cached_property
    def questions(self):
        """Return the newest answered questions."""
        return self._search(5, portal_type="VraagbaakQuestion", review_state="published", **NEWEST)

    @cached_property
    def stories(self):
        """Return the newest story, as a list."""
        return self._search(1, portal_type="SuccessStory", review_state="published", **NEWEST)

    @cached_property
    def meetings(self):
        """Return the next meetings."""
        start = {"query": DateTime(), "range": "min"}
        return self._search(3, portal_type="Event", start=start, sort_on="start")

    @cached_property
    def modules(self):
        """Return one module, as a list."""
        return self._search(1, portal_type="EHealthModule", review_state="published", **NEWEST)

    @cached_property
    def partners(self):
        """Return one partner, as a list."""
        return self._search(1, portal_type="PartnerOrganisation", review_state="active", **NEWEST)

    def section_url(self, brains):
        """Return the address of the visible section that the first of these is in."""
        if not brains:
            return ""
        # the section is the first step below the site
        depth = len(self.context.getPhysicalPath()) + 1
        path = brains[0].getPath()
        section = "/".join(path.split("/")[:depth])
        if section == path or section not in self.sections:
            return ""
        return self.sections[section].getURL()

    def tasks(self):
        """Return the cards of what a resident can do here."""
        cards = []
        for name, icon, title, text in TASKS:
            found = getattr(self, name)
            url = self.section_url(found)
            if name == "questions" and found and self.desk is not None:
                url = self.desk.getURL()
            if url:
                cards.append({"url": url, "icon": icon, "title": title, "text": text})
        return cards

    def themes(self):
        """Return a chip for each theme that there is anything about."""
        return self.sb.themes_in_use()

    def answered(self):
        """Return the newest questions, with the disciplines that answered."""
        return [
            {
                "title": brain.Title,
                "url": brain.getURL(),
                "lang": self.sb.content_lang(brain),
                "note": self.sb.sentence(self.sb.terms("samenbeter.disciplines", brain.sb_disciplines or ())),
            }
            for brain in self.questions
        ]

    def story(self):
        """Return the card of the newest story, or None."""
        for brain in self.stories:
            return {
                "title": brain.Title,
                "url": brain.getURL(),
                "text": brain.Description,
                "lang": self.sb.content_lang(brain),
                "picture": self.sb.picture(brain, "portrait"),
                "drawing": "window",
            }
        return None

    def agenda(self):
        """Return the next meetings."""
        return [
            {
                "title": brain.Title,
                "url": brain.getURL(),
                "lang": self.sb.content_lang(brain),
                "icon": "calendar",
                "text": f"{self.sb.day(brain.start)}, {self.sb.time(brain.start)}",
                # a date is said in the language of the page
                "text_lang": None,
                "note": brain.location or "",
                "note_lang": self.sb.content_lang(brain),
            }
            for brain in self.meetings
        ]

    def starting(self):
        """True when a site admin stands in an empty house."""
        return self.desk is None and checkPermission("samenbeter.shared.Manage", self.context)
