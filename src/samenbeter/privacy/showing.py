"""What a person sees of what we keep about them, the same with an account and with a mailed link."""

from functools import cached_property
from samenbeter import _
from samenbeter.privacy import asking
from samenbeter.privacy import collecting
from samenbeter.privacy import exports
from samenbeter.privacy import seeing
from samenbeter.shared import clock
from samenbeter.shared.vault import PLATFORM
from zope.component import queryMultiAdapter


# what a request is called: to whom it belongs, and who handles it
TYPES = {
    asking.ACCESS: _("rights_type_access", default="Weten wat wij bewaren"),
    asking.PORTABILITY: _("rights_type_portability", default="Gegevens ophalen"),
    asking.ERASURE: _("rights_type_erasure", default="Gegevens wissen"),
    asking.RESTRICTION: _("rights_type_restriction", default="Gegevens stilzetten"),
    asking.RECTIFICATION: _("rights_type_rectification", default="Iets verbeteren"),
    asking.OBJECTION: _("rights_type_objection", default="Het niet eens zijn"),
}
# it stands below the tables, in words
SEEN = "samenbeter.shared.audit"


class Showing:
    """For a page with a ``subject``: the relations, the requests and the rest."""

    @cached_property
    def relations(self):
        """Return what there is, by relation: {party, title, rows, more, stops}."""
        found = [one for one in collecting.first_pages(self.subject) if one[0] != SEEN]
        more = {name for name, _provider, page in found if not page.done}
        return [
            {
                "party": party,
                "title": collecting.party_title(party),
                "rows": [self._row(provider, item) for _name, provider, item in rows],
                "more": any(name in more for name, _provider, _item in rows),
                "stops": party != PLATFORM,
            }
            for party, rows in collecting.by_party(found).items()
        ]

    def _row(self, provider, item):
        erased = provider.clock
        if item.expires:
            date = self.sb.date(item.expires)
            erased = _("rights_erased_on", default="Wij wissen dit op ${date}", mapping={"date": date})
        return {
            "title": item.title or provider.title,
            "facts": item.values,
            "why": collecting.purpose_title(provider.purpose),
            "erased": erased,
        }

    @cached_property
    def asked(self):
        """Return the requests of this person that wait: {type, number, due, icon, late}."""
        return [
            {
                "type": TYPES[request.type],
                "number": request.number,
                "due": self.sb.date(request.due),
                "late": request.due < clock.today(),
            }
            for request in asking.of(self.subject)
        ]

    @cached_property
    def seen(self):
        """Return the last few times that somebody opened something."""
        return seeing.rows(self.subject, self.sb)[:3]

    @cached_property
    def file(self):
        """Return the file that waits: {id, until}, or None."""
        record = exports.ready(self.subject)
        return record and {"id": record.id, "until": self.sb.datetime(exports.until(record))}

    def has(self, name):
        """Return whether another room has a page of this name."""
        return queryMultiAdapter((self.context, self.request), name=name) is not None
