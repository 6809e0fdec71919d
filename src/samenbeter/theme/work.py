""" "Mijn werk": what waits for this person, in one place.

Rooms register subscription adapters of (site, request) for IWorkSection; this page
only orders and shows them. One catalog query for each section, no object loaded.
"""

from functools import cached_property
from plone import api
from Products.Five import BrowserView
from samenbeter import _
from samenbeter.interfaces import IWorkSection
from samenbeter.shared import jobs
from zope.component import getMultiAdapter
from zope.component import subscribers


SHOWN = 5
# pages of other rooms for who looks after privacy and the site; each is on the list of who may open it
TOOLS = (
    "verzoeken",
    "toegangscodes",
    "twijfel",
    "papieren-code",
    "samenbeter-audit",
    "verwerkingsregister",
    "samenbeter-retention",
    "samenbeter-jobs",
    "samenbeter-vault",
    "samenbeter-break-glass",
    "tweede-stap-wissen",
)


class Work(BrowserView):
    """The page of an editor, expert, writer or partner."""

    sb_page = True
    sb_title = _("work_title", default="Mijn werk")

    @cached_property
    def late(self):
        """Return the jobs that the site should have done by itself and did not."""
        return jobs.late()

    @property
    def may_manage(self):
        """True when this person can do something about that."""
        return api.user.has_permission("SamenBeter shared: Manage settings", obj=self.context)

    @cached_property
    def tools(self):
        """Return the pages for privacy and the site that this person may open: {title, url}."""
        found = [(name, self.context.restrictedTraverse(f"@@{name}", None)) for name in TOOLS]
        url = self.context.absolute_url()
        return [{"title": view.sb_title, "url": f"{url}/@@{name}"} for name, view in found if view is not None]

    def sections(self):
        """Return the sections that this person has, in their order."""
        found = [section for section in subscribers((self.context, self.request), IWorkSection) if section.available]
        return [self._section(s) for s in sorted(found, key=lambda s: s.order)]

    def _section(self, section):
        sb = getMultiAdapter((self.context, self.request), name="sb")
        brains = section.brains()
        return {
            "title": section.title,
            "empty": section.empty,
            "count": len(brains),
            "more": max(0, len(brains) - SHOWN),
            # a room may have a list of all, and a line about each item
            "url": getattr(section, "url", None),
            # and a page of its own, {title, url}, that is there also when nothing waits
            "page": getattr(section, "page", None),
            "rows": [
                {
                    "title": brain.Title or brain.getId,
                    "url": brain.getURL(),
                    "note": section.note(brain)
                    if hasattr(section, "note")
                    else _(
                        "work_changed",
                        default="Gewijzigd op ${date}",
                        mapping={"date": sb.date(brain.modified)},
                    ),
                }
                for brain in brains[:SHOWN]
            ],
        }
