"""What is on soon, for the page "Mijn SamenBeter": also who is new finds something there."""

from functools import cached_property
from samenbeter import _
from samenbeter.interfaces import IMySection
from samenbeter.partners import meetings
from zope.component import getMultiAdapter
from zope.interface import implementer


MOST = 3


@implementer(IMySection)
class Soon:
    """The next meetings, the same for everyone: nothing of who looks is read for it."""

    order = 700
    title = _("my_soon", default="Binnenkort in de wijk")
    icon = "calendar"
    empty = None

    def __init__(self, context, request):
        """Take the helpers of the page."""
        self.request = request
        self.sb = getMultiAdapter((context, request), name="sb")

    @cached_property
    def found(self):
        """Return [(start, end, brain)] of the first meetings that this person may see."""
        return meetings.upcoming()[:MOST]

    @property
    def available(self):
        """Return whether there is one: without, this part is left out."""
        return bool(self.found)

    def rows(self):
        """Return the meetings: {title, url, note, lang}; when and where is the note."""
        return [
            {
                "title": row["title"],
                "url": row["url"],
                "note": " · ".join(filter(None, (row["when"], row["place"]))),
                "lang": row["lang"],
            }
            for row in meetings.rows(self.found, self.sb, self.request, organiser=False)
        ]
