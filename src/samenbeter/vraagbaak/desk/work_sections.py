"""What "Mijn werk" says of the desks where somebody works, and of the days that they are away."""

from dataclasses import dataclass
from functools import cached_property
from plone import api
from plone.base.interfaces import IPloneSiteRoot
from samenbeter import _
from samenbeter.interfaces import ISamenBeterLayer
from samenbeter.interfaces import IWorkSection
from samenbeter.shared import clock
from samenbeter.shared.keys import VaultProblem
from samenbeter.vraagbaak.cases import index
from samenbeter.vraagbaak.desk import absence
from zope.component import adapter
from zope.component import getMultiAdapter
from zope.interface import implementer


WORK = "SamenBeter vraagbaak: Work at the desk"
BE_AWAY = "SamenBeter vraagbaak: Say when absent"
DESK_PAGE, AWAY_PAGE = "@@werktafel", "@@afwezig"


@dataclass(frozen=True)
class Row:
    """A line of a section, as of a brain."""

    Title: str
    getId: str
    url: str
    note: object = None

    def getURL(self):
        """Return where it leads."""
        return self.url


class _Section:
    """A section whose rows are not in the catalog."""

    def __init__(self, context, request):
        self.context = context
        self.request = request

    def query(self):
        """Return no query: they are not in the catalog."""
        return {}

    def note(self, row):
        """Return what stands under a row."""
        return row.note


@implementer(IWorkSection)
@adapter(IPloneSiteRoot, ISamenBeterLayer)
class Desks(_Section):
    """The desks where somebody works and something waits, with how much: counted in the index, no case is opened."""

    order = 5
    title = _("work_desks", default="Werktafel")
    empty = _("work_desks_empty", default="Er wacht geen vraag.")

    @cached_property
    def _desks(self):
        brains = api.portal.get_tool("portal_catalog")(portal_type="Vraagbaak")
        desks = (brain._unrestrictedGetObject() for brain in brains)
        return [desk for desk in desks if api.user.has_permission(WORK, obj=desk)]

    @property
    def available(self):
        """Return whether this person works at a desk."""
        return bool(self._desks)

    @property
    def page(self):
        """Return the page that is there also when nothing waits: of the only desk; None when there are more."""
        if len(self._desks) != 1:
            return None
        return {
            "title": _("desk_to_work", default="Naar de werktafel"),
            "url": f"{self._desks[0].absolute_url()}/{DESK_PAGE}",
        }

    def brains(self):
        """Return a Row of each desk with open cases."""
        try:
            return list(filter(None, map(self._row, self._desks)))
        except VaultProblem:
            # without a key nothing can be counted; the other sections are still good
            return []

    def _row(self, desk):
        uid, rows = api.content.get_uuid(desk), index.get()
        opened = rows.size(index.word("desk", uid, "open"))
        if not opened:
            return None
        mine = rows.size(index.word("desk", uid, "owner", api.user.get_current().getId()))
        note = _("work_desks_note", default="Van jou: ${mine}. Open: ${open}.", mapping={"mine": mine, "open": opened})
        return Row(desk.Title(), desk.getId(), f"{desk.absolute_url()}/{DESK_PAGE}", note)


@implementer(IWorkSection)
@adapter(IPloneSiteRoot, ISamenBeterLayer)
class Away(_Section):
    """When somebody is away, now or later."""

    order = 60
    title = _("work_away", default="Je afwezigheid")
    empty = _("work_away_empty", default="Je bent er gewoon.")

    @property
    def available(self):
        """Return whether this person gets questions."""
        return api.user.has_permission(BE_AWAY, obj=self.context)

    @property
    def page(self):
        """Return the page on which it is said."""
        return {
            "title": _("table_absence_link", default="Zeg wanneer je er niet bent"),
            "url": f"{self.context.absolute_url()}/{AWAY_PAGE}",
        }

    def brains(self):
        """Return a Row of each period that is not over."""
        sb, url = getMultiAdapter((self.context, self.request), name="sb"), self.page["url"]
        try:
            found = absence.get(api.user.get_current().getId())
        except VaultProblem:
            return []
        return [
            Row(f"{sb.date(away.first)} – {sb.date(away.last)}", away.id, url)
            for away in found
            if away.last >= clock.today()
        ]
