"""The page "@@tekstblokken" of a desk, and what of it waits on "Mijn werk"."""

from dataclasses import dataclass
from functools import cached_property
from plone import api
from plone.base.interfaces import IPloneSiteRoot
from samenbeter import _
from samenbeter.interfaces import ISamenBeterLayer
from samenbeter.interfaces import IWorkSection
from samenbeter.shared import clock
from samenbeter.shared.pages import PrivatePage
from samenbeter.shared.transactions import committed
from samenbeter.vraagbaak.desk import people
from samenbeter.vraagbaak.desk import snippets
from samenbeter.vraagbaak.desk import triage
from samenbeter.vraagbaak.events import add_months
from samenbeter.vraagbaak.settings import PREFIX
from zope.component import adapter
from zope.interface import implementer


NAME = "tekstblokken"
PERMISSION = "SamenBeter vraagbaak: Work at the desk"
FIELDS = ("title", "text", "owner", "review_on")


class SnippetsPage(PrivatePage):
    """The snippets of a desk, and the form for one."""

    title = _("snippets_page", default="Tekstblokken")
    longest_text = 20_000

    @cached_property
    def here(self):
        """Return the address of this page."""
        return f"{self.context.absolute_url()}/@@{NAME}"

    @property
    def rows(self):
        """Return the snippets by title, each with its owner and whether somebody has to look at it."""
        return [
            {
                "id": one.id,
                "title": one.title,
                "text": one.text,
                "owner": people.name_of(one.owner),
                "review_on": one.review_on,
                "stale": one.stale,
                "url": f"{self.here}?blok={one.id}#snippet",
            }
            for one in snippets.of_desk(self.context)
        ]

    @cached_property
    def chosen(self):
        """Return the Snippet that is changed, or None for a new one."""
        return snippets.get(self.context, self.field("blok"))

    @cached_property
    def owners(self):
        """Return {user id: name} of the editors of the desk."""
        found = {userid: people.name_of(userid) for userid in {*triage.editors_of(self.context), self.me}}
        return dict(sorted(found.items(), key=lambda one: str(one[1]).lower()))

    @cached_property
    def me(self):
        """Return the user id of who is logged in."""
        return api.user.get_current().getId()

    def value(self, name):
        """Return what stands in a field."""
        if name in self.request.form:
            return self.field(name, self.longest_text)
        if self.chosen is not None:
            return str(getattr(self.chosen, name))
        months = api.portal.get_registry_record(f"{PREFIX}.review_months", default=12)
        return {"owner": self.me, "review_on": add_months(clock.today(), months).isoformat()}.get(name, "")

    def act(self):
        """Keep what was filled in, or take a snippet away."""
        if self.field("do") == "remove":
            committed(lambda: snippets.remove(self.context, self.field("blok")))
            return self._back(_("snippets_removed", default="Het blok is weg."))
        sent = [self.field(name, self.longest_text) for name in FIELDS]
        try:
            committed(lambda: snippets.keep(self.context, *sent, set(self.owners), self.field("blok")))
        except snippets.NotKept as not_kept:
            self.errors.update(not_kept.errors)
            return None
        return self._back(_("snippets_kept", default="Het blok is bewaard."))

    def _back(self, message):
        self.tell(message)
        self.request.response.redirect(self.here, status=303)
        return ""


@dataclass(frozen=True)
class Row:
    """What "Mijn werk" shows of a snippet, as of a brain."""

    Title: str
    getId: str
    url: str
    stale: str

    def getURL(self):
        """Return the address of its form."""
        return self.url


@implementer(IWorkSection)
@adapter(IPloneSiteRoot, ISamenBeterLayer)
class StaleSnippets:
    """Snippets that somebody has to look at, of the desks where this person works."""

    order = 15
    title = _("work_snippets", default="Tekstblokken om na te kijken")
    empty = _("work_snippets_empty", default="Alle tekstblokken zijn nagekeken.")

    def __init__(self, context, request):
        self.context = context
        self.request = request

    @cached_property
    def _desks(self):
        brains = api.portal.get_tool("portal_catalog")(portal_type="Vraagbaak")
        desks = (brain._unrestrictedGetObject() for brain in brains)
        return [desk for desk in desks if api.user.has_permission(PERMISSION, obj=desk)]

    @property
    def available(self):
        """Return whether this person works at a desk."""
        return bool(self._desks)

    def query(self):
        """Return no query: they are not in the catalog."""
        return {}

    def brains(self):
        """Return a Row of each."""
        found = [(desk, one) for desk in self._desks for one in snippets.of_desk(desk)]
        return [
            Row(one.title, one.id, f"{desk.absolute_url()}/@@{NAME}?blok={one.id}#snippet", one.stale)
            for desk, one in found
            if one.stale
        ]

    def note(self, row):
        """Return what is wrong with one."""
        return row.stale
