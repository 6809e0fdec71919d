"""The page "@@afwezig": editors and experts say when they are away, so that no question goes to them."""

from functools import cached_property
from plone import api
from samenbeter import _
from samenbeter.shared.pages import PrivatePage
from samenbeter.shared.transactions import committed
from samenbeter.vraagbaak.desk import absence
from samenbeter.vraagbaak.desk.refusing import Refused


class AbsencePage(PrivatePage):
    """One's own days off: nobody else can change them, and no reason is asked."""

    title = _("table_absence", default="Wanneer ben je er niet?")

    @property
    def here(self):
        """Return the address of this page: of the site, or of a desk for its editors."""
        return f"{self.context.absolute_url()}/@@afwezig"

    @cached_property
    def me(self):
        """Return the user id of who is logged in."""
        return api.user.get_current().getId()

    @property
    def rows(self):
        """Return the periods: {id, first, last}."""
        return [
            {"id": one.id, "first": self.sb.date(one.first), "last": self.sb.date(one.last)}
            for one in absence.get(self.me)
        ]

    def act(self):
        """Add a period, or take one away; then show the page anew."""
        if self.field("do") == "remove":
            committed(lambda: absence.remove(self.me, self.field("id", 50)))
        else:
            try:
                first = absence.day_of(self.field(absence.FIRST), absence.FIRST)
                last = absence.day_of(self.field(absence.LAST) or self.field(absence.FIRST), absence.LAST)
                committed(lambda: absence.add(self.me, first, last))
            except Refused as refused:
                self.errors[refused.field] = refused.message
                return None
        self.tell(_("table_absence_kept", default="Het is bewaard."))
        self.request.response.redirect(self.here, status=303)
        return ""
