"""Bases of the providers of personal data: of content that somebody made, and of records in the vault.

A room names its types, or the kind of its records; which fields of content count, the
schemas say (``personal(...)``). Fields of behaviours count too.
"""

from Acquisition import aq_parent
from datetime import timedelta
from plone import api
from plone.dexterity.utils import iterSchemataForType
from plone.namedfile.interfaces import INamed
from plone.uuid.interfaces import IUUID
from samenbeter import _
from samenbeter.interfaces import IPersonalDataProvider
from samenbeter.shared import authorship
from samenbeter.shared import hiding
from samenbeter.shared import keys
from samenbeter.shared import periods
from samenbeter.shared import rights
from samenbeter.shared import system
from samenbeter.shared import vault
from samenbeter.shared.personal import as_text
from samenbeter.shared.personal import filled_fields
from samenbeter.shared.personal import marked_fields
from zope.component import getUtilitiesFor
from zope.interface import implementer


DELETE = "delete"
ANONYMISE = "anonymise"


@implementer(IPersonalDataProvider)
class PersonalData:
    """What all providers say of themselves. A room makes a subclass for each kind."""

    title = None
    description = None
    categories = ()
    special = False
    purpose = ""
    recipients = None
    period = None
    clock = None
    kinds = ()
    # whether a site can give it a number of days where we give none
    can_expire = False
    # whether a relation with one party can be erased alone
    by_party = False

    def fields(self):
        """Return {portal_type: names of its personal fields}."""
        return {}

    def keeps(self, subject):
        """Return why an erasure would leave something, as messages; changes nothing."""
        return ()

    @property
    def name(self):
        """Return the name under which this provider is registered; "" when it is not."""
        return next((name for name, found in getUtilitiesFor(IPersonalDataProvider) if found is self), "")


class ContentPersonalData(PersonalData):
    """The personal data in content that somebody created."""

    portal_types = ()
    # what happens with it when that person goes: DELETE, or ANONYMISE when it is the work of an organisation
    action = ANONYMISE
    # what people are told of what stays
    stays = _("kept_without_name", default="Dit blijft staan, zonder je naam. Het hoort bij het werk van de site.")
    clock = _("clock_created", default="Vanaf de dag dat het is gemaakt.")
    can_expire = True

    def fields(self):
        """Return {portal_type: names of its personal fields}."""
        return {
            portal_type: tuple(field.getName() for field in marked_fields(iterSchemataForType(portal_type)))
            for portal_type in self.portal_types
        }

    def is_own(self, obj, userid):
        """Return whether it says something about who made it; else it is about others, and only their work."""
        return True

    def export(self, subject, page=1):
        """Return a Page of what this person made, also what they may not see any more."""
        brains = self._made_by(subject.userid) if not subject.party else ()
        start = (page - 1) * rights.SIZE
        objects = (brain._unrestrictedGetObject() for brain in brains[start : start + rights.SIZE])
        # the object knows better than the catalog
        items = tuple(self._item(obj, subject.userid) for obj in objects if obj.Creator() == subject.userid)
        return rights.Page(items, done=start + rights.SIZE >= len(brains))

    def _item(self, obj, userid):
        values, files = [], {}
        for field, value in filled_fields(obj) if self.is_own(obj, userid) else ():
            values.append((field.title, as_text(value)))
            if INamed.providedBy(value):
                files[value.filename or field.getName()] = value.data
        rows = {field.getName(): as_text(value) for field, value in filled_fields(obj) if self.is_own(obj, userid)}
        return rights.Item(
            id=IUUID(obj),
            title=self.title,
            values=((_("export_address", default="Adres"), obj.absolute_url()), *values),
            data={"type": obj.portal_type, "url": obj.absolute_url(), "fields": rows},
            created=obj.created().asdatetime(),
            files=files,
        )

    def erase(self, subject, before=None):
        """Take away what this person made, or the person out of it."""
        removed = retained = 0
        with system.as_system():
            for obj in self._objects(subject, before):
                if self.action == DELETE and self.is_own(obj, subject.userid):
                    aq_parent(obj)._delObject(obj.getId())
                    removed += 1
                else:
                    authorship.take_out(obj, authorship.Names(subject.userid))
                    retained += 1
        return rights.Erased(removed, retained, (self.stays,) if retained else ())

    def keeps(self, subject):
        """Return why an erasure would leave something."""
        objects = self._objects(subject)
        stay = any(self.action != DELETE or not self.is_own(obj, subject.userid) for obj in objects)
        return (self.stays,) if stay else ()

    def restrict(self, subject, on):
        """Hide what this person made from all others, or show it again; return how many items."""
        objects = self._objects(subject)
        with system.as_system():
            return sum(hiding.hide(obj) if on else hiding.show(obj) for obj in objects)

    def expired(self, now):
        """Return how many items are older than the site keeps them; nothing when it says nothing."""
        return len(self._expired(now))

    def purge(self, now, limit):
        """Take away at most so many items that are too old, or the person out of them; return how many."""
        brains = list(self._expired(now)[:limit])
        with system.as_system():
            for brain in brains:
                obj = brain._unrestrictedGetObject()
                userid = obj.Creator()
                if self.action == DELETE:
                    aq_parent(obj)._delObject(obj.getId())
                else:
                    authorship.take_out(obj, authorship.Names(userid))
        return len(brains)

    def verify_erased(self, subject):
        """Return the types of which something is left."""
        return [brain.portal_type for brain in self._made_by(subject.userid)]

    def _objects(self, subject, before=None):
        if subject.party:
            return []
        objects = [brain._unrestrictedGetObject() for brain in self._made_by(subject.userid)]
        return [obj for obj in objects if before is None or obj.created().asdatetime() <= before]

    def _made_by(self, userid):
        if not userid:
            return ()
        return self._search(Creator=userid, sort_on="created")

    def _expired(self, now):
        kept = periods.days(self.name) if self.name else None
        if kept is None:
            return ()
        query = {"created": {"query": now - timedelta(days=kept), "range": "max"}, "sort_on": "created"}
        if self.action == ANONYMISE:
            query["Creator"] = {"not": [authorship.GONE, ""]}
        return self._search(**query)

    def _search(self, **query):
        catalog = api.portal.get_tool("portal_catalog")
        return catalog.unrestrictedSearchResults(portal_type=self.portal_types, **query)


class VaultPersonalData(PersonalData):
    """The records of one kind in the vault.

    :param room: the room that keeps them; a subclass can say so too.
    :param kind: what they are, in that room.
    """

    room = ""
    kind = ""
    by_party = True

    def __init__(self, room=None, kind=None):
        self.room = room or self.room
        self.kind = kind or self.kind

    @property
    def kinds(self):
        """Return the (room, kind) that it answers for."""
        return ((self.room, self.kind),)

    def values(self, data):
        """Return what a record says, as [(label, text)].

        :param data: what was kept.
        """
        return ()

    def values_for_machines(self, data):
        """Return the same as JSON can say it."""
        return data

    def item_title(self, data):
        """Return what an item of an export is called, a message."""
        return self.title

    def files(self, data):
        """Return {name: bytes} of what belongs to it."""
        return {}

    def export(self, subject, page=1):
        """Return a Page of the records about somebody; one that is damaged says so."""
        box = vault.get()
        records = sorted(map(box.record, self._ids(box, subject)), key=lambda record: (record.created, record.id))
        start = (page - 1) * rights.SIZE
        items = tuple(self._item(box, record, subject) for record in records[start : start + rights.SIZE])
        return rights.Page(items, done=start + rights.SIZE >= len(records))

    def _item(self, box, record, subject):
        known = {"id": record.id, "party": record.party, "created": record.created, "expires": record.expires}
        try:
            data = box.read(record.id, vault.Own(subject.key))
        except keys.VaultProblem as problem:
            # the others are still good
            label = _("export_unreadable", default="Dit kunnen wij niet lezen")
            return rights.Item(title=self.title, values=((label, problem.message),), **known)
        return rights.Item(
            title=self.item_title(data),
            values=tuple(self.values(data)),
            data=self.values_for_machines(data),
            files=self.files(data),
            **known,
        )

    def erase(self, subject, before=None):
        """Take the records about somebody away."""
        box = vault.get()
        found = [box.record(record_id) for record_id in list(self._ids(box, subject))]
        return rights.Erased(removed=sum(box.erase(one.id) for one in found if before is None or one.created <= before))

    def restrict(self, subject, on):
        """Hide the records about somebody from all others, or show them again; return how many."""
        box = vault.get()
        found = list(self._ids(box, subject))
        for record_id in found:
            box.freeze(record_id, on)
        return len(found)

    def expired(self, now):
        """Return how many records have had their time. What somebody let us freeze waits."""
        return sum(1 for _id in self._expired(vault.get(), now))

    def purge(self, now, limit):
        """Take at most so many records away that have had their time; return how many."""
        box = vault.get()
        found = [record_id for record_id, _number in zip(self._expired(box, now), range(limit), strict=False)]
        return sum(box.erase(record_id) for record_id in found)

    def verify_erased(self, subject):
        """Return one text for each record that is left."""
        return [f"{self.room}.{self.kind}" for _id in self._ids(vault.get(), subject)]

    def _ids(self, box, subject):
        return box.find(subject=subject.key, party=subject.party or None, room=self.room, kind=self.kind)

    def _expired(self, box, now):
        for record_id in box.expired(now.date()):
            record = box.record(record_id)
            if (record.room, record.kind) == (self.room, self.kind) and not record.frozen:
                yield record_id
