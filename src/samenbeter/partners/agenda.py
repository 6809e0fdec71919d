"""The meetings of a folder, and the page of one meeting."""

from Acquisition import aq_base
from Acquisition import aq_inner
from Acquisition import aq_parent
from functools import cached_property
from plone.event.interfaces import IEventAccessor
from plone.event.interfaces import IOccurrence
from plone.uuid.interfaces import IUUID
from Products.Five import BrowserView
from samenbeter import _
from samenbeter.interfaces import ISamenBeterPage
from samenbeter.partners import meetings
from samenbeter.partners import words
from samenbeter.partners.views import SBMixin
from samenbeter.shared import relations
from samenbeter.shared.backlinks import questions_referring_to
from samenbeter.shared.backlinks import stories_helped_by
from samenbeter.shared.editing import EditorPanel
from samenbeter.shared.kinds import list_item
from samenbeter.shared.listing import Listing
from zope.interface import implementer


@implementer(ISamenBeterPage)
class Meetings(SBMixin, Listing):
    """What comes in a folder; with ``?past=1`` what has been."""

    portal_type = "Event"
    page_size = 20

    @cached_property
    def past(self):
        """True when the visitor looks back."""
        return self._parameter("past") == "1"

    @cached_property
    def results(self):
        """Return what comes, soonest first; or what has been, latest first."""
        query = {"path": "/".join(self.context.getPhysicalPath())}
        for name, token in self.chosen.items():
            query[self.filters[name][0]] = token
        return meetings.past(**query) if self.past else meetings.upcoming(**query)

    def newest(self, limit):
        """Return the first brains of a feed: what comes, soonest first."""
        return [found if self.past else found[2] for found in self.results[:limit]]

    @cached_property
    def panel(self):
        """Return the panel of who may add a meeting."""
        return EditorPanel(
            self.context, self.request, add={"Event": _("add_meeting", default="Zet een bijeenkomst erbij")}
        )

    def rows(self):
        """Return the meetings of this page."""
        found = list(self.batch)
        if self.past:
            found = [meetings.last_time(brain) for brain in found]
        return meetings.rows(found, self.sb, self.request)

    def empty(self):
        """Return what to say when there is nothing, for the macro "empty"."""
        if self.narrowed:
            return {
                "title": _("meetings_none_here", default="Hierover is er nu niets"),
                "action": {"title": _("meetings_all", default="Bekijk de hele agenda"), "url": self.base_url},
            }
        if self.past:
            return {"title": _("meetings_none_past", default="Er was nog niets")}
        return {
            "title": _("meetings_none", default="Er staat nu niets op de agenda"),
            "text": _("meetings_none_text", default="Kijk later nog eens. Hier komt vaak iets bij."),
        }

    def page_url(self, **changes):
        """Return the address with these filters changed; who looks back keeps looking back."""
        return super().page_url(**{"past": "1" if self.past else None, **changes})


@implementer(ISamenBeterPage)
class Meeting(SBMixin, BrowserView):
    """The page of a meeting, or of one time that it is held."""

    def __init__(self, context, request):
        super().__init__(context, request)
        # one time of a meeting that repeats is no content of its own
        self.meeting = aq_parent(aq_inner(context)) if IOccurrence.providedBy(context) else context
        # the name that Plone's parts of event pages read
        self.data = IEventAccessor(context)

    @property
    def sb_title(self):
        """Return the title of the meeting."""
        return self.meeting.title

    @property
    def lead(self):
        """Return the meeting in one sentence."""
        return self.meeting.Description()

    @cached_property
    def panel(self):
        """Return what who keeps this page up to date may do."""
        return EditorPanel(self.meeting, self.request)

    @cached_property
    def uid(self):
        """Return the UID of the meeting."""
        return IUUID(self.meeting)

    def _own(self, name):
        # the behaviour may be switched off
        return getattr(aq_base(self.meeting), name, None)

    # -- when

    @cached_property
    def moment(self):
        """Return (start, end) to show: of this time, or the next (else the last) of a meeting that repeats."""
        if self.meeting is not self.context or not self._own("recurrence"):
            return self.data.start, self.data.end
        found = relations.brains_by_uid([self.uid]).get(self.uid)
        if found is None:
            return self.data.start, self.data.end
        return meetings.next_time(found)[:2]

    @property
    def repeats(self):
        """True when it is held more than once."""
        return bool(self._own("recurrence"))

    @property
    def over(self):
        """True when it has been."""
        return meetings.local(self.moment[1]) < words.now()

    over_tag = {"text": _("meeting_over", default="Dit is geweest"), "icon": "clock", "state": None}

    @property
    def when(self):
        """Return when it is, in words."""
        start, end = self.moment
        text = meetings.when(
            start, end, self.sb, self.request, bool(self._own("whole_day")), bool(self._own("open_end"))
        )
        return meetings.capital(text)

    # -- where, and with whom

    @property
    def place(self):
        """Return where to go."""
        return meetings.place(self._own("location"), self._own("attendance"))

    @property
    def online(self):
        """Return how to join from home, or nothing."""
        return meetings.ATTENDANCE.get(self._own("attendance"))

    @property
    def online_url(self):
        """Return the address to join from home."""
        return self._own("online_url") if self.online else None

    @cached_property
    def organiser(self):
        """Return the brain of the organiser that the visitor may see, or None."""
        return next(iter(relations.brains(self.meeting, "organiser")), None)

    @property
    def registration(self):
        """Return how to take part."""
        return self._own("registration")

    @property
    def contact(self):
        """Return the stock fields of whom to ask."""
        return {name: self._own(f"contact_{name}") for name in ("name", "phone", "email")}

    @property
    def website(self):
        """Return the address of a page elsewhere about it."""
        return self._own("event_url")

    @property
    def text(self):
        """Return the longer text as HTML."""
        text = self._own("text")
        return text and text.output_relative_to(self.meeting)

    @property
    def themes(self):
        """Return chips that lead to all there is about the same."""
        return self.sb.theme_links(self._own("themes"))

    @cached_property
    def pointing_here(self):
        """Return the answers and stories that point at this meeting."""
        found = [*questions_referring_to(self.uid), *stories_helped_by(self.uid)]
        return [list_item(brain, self.sb) for brain in found]
