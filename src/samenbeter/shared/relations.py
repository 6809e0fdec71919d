"""Relations between content: who may see them, and how they survive a writer.

A reader sees a relation only where they may View its target. A writer who
does not see a target cannot take it away either: it stays when they save.
Both the edit form and REST read and write through the data managers here.
"""

from plone import api
from plone.api.exc import InvalidParameterError
from plone.app.relationfield.widget import RelationDataManager
from plone.app.relationfield.widget import RelationListDataManager
from plone.app.vocabularies.catalog import CatalogSource
from plone.dexterity.utils import iterSchemata
from plone.uuid.interfaces import IUUID
from samenbeter import _
from samenbeter.interfaces import ISamenBeterContent
from samenbeter.shared.fields import FieldError
from z3c.relationfield.interfaces import IRelationChoice
from z3c.relationfield.interfaces import IRelationList
from z3c.relationfield.schema import RelationChoice
from z3c.relationfield.schema import RelationList
from zope.component import adapter
from zope.component import getUtility
from zope.interface import implementer
from zope.interface import Interface
from zope.intid.interfaces import IIntIds
from zope.schema import getFieldsInOrder


REFERABLE = ("ServiceOffer", "PartnerOrganisation", "EHealthModule", "SuccessStory", "Event")


class IRelated(Interface):
    """Marks our relation fields, which know what they may point at."""


def may_view(obj):
    """Return True when the current user may View this object."""
    try:
        return api.user.has_permission("View", obj=obj)
    except InvalidParameterError:
        return False


RELATION_ERROR = _(
    "relation_error",
    default="Dit kun je hier niet kiezen: het is er niet meer, of je mag het niet zien. Kies iets anders.",
)


def _refuse_wrong_target(obj, portal_types):
    if getattr(obj, "portal_type", None) not in portal_types or not may_view(obj):
        raise FieldError(RELATION_ERROR)


@implementer(IRelated)
class Related(RelationChoice):
    """One relation to a content item of these types."""

    def __init__(self, portal_types, **kw):
        self.portal_types = tuple(portal_types)
        kw.setdefault("required", False)
        super().__init__(source=CatalogSource(portal_type=self.portal_types), **kw)

    def _validate(self, value):
        _refuse_wrong_target(value, self.portal_types)


@implementer(IRelated)
class RelatedList(RelationList):
    """Relations to content items of these types."""

    def __init__(self, portal_types, **kw):
        self.portal_types = tuple(portal_types)
        super().__init__(value_type=Related(portal_types), required=False, default=[], missing_value=[], **kw)


@adapter(ISamenBeterContent, IRelationChoice)
class VisibleRelation(RelationDataManager):
    """Reads a relation only for who may see its target; keeps what the writer cannot see."""

    def get(self):
        """Return the target, or None when there is none or it is hidden from this user."""
        target = super().get()
        return target if target is not None and may_view(target) else None

    def set(self, value):
        """Point at ``value``. None leaves a target alone that this user does not see."""
        if value is None and RelationDataManager.get(self) is not None and self.get() is None:
            return
        super().set(value)


@adapter(ISamenBeterContent, IRelationList)
class VisibleRelations(RelationListDataManager):
    """As VisibleRelation, for a list. What the writer cannot see keeps its place at the end."""

    def get(self):
        """Return the targets that this user may see."""
        return [target for target in super().get() if may_view(target)]

    def set(self, value):
        """Store these targets, and behind them those that this user does not see."""
        hidden = [target for target in super().get() if not may_view(target)]
        super().set([*(value or []), *hidden])


# fields that say who works on an item: never part of what its page points at
INTERNAL = frozenset(("consulted",))


def target_uids(obj):
    """Return the UIDs of all that this object's page points at, by any of its relation fields."""
    uids = []
    for name, relation in _relations(obj):
        target = None if name in INTERNAL else relation.to_object
        uid = target is not None and IUUID(target, None)
        if uid and uid not in uids:
            uids.append(uid)
    return uids


def _relations(obj):
    for schema in iterSchemata(obj):
        for name, field in getFieldsInOrder(schema):
            if not (IRelationChoice.providedBy(field) or IRelationList.providedBy(field)):
                continue
            value = getattr(schema(obj, None), name, None) or ()
            for relation in value if IRelationList.providedBy(field) else (value,):
                if relation is not None and not isinstance(relation, tuple):
                    yield name, relation


def paths(obj, *names):
    """Return the paths that these relation fields of an object point at, without loading the targets."""
    intids = getUtility(IIntIds)
    found = []
    for name, relation in _relations(obj):
        reference = intids.refs.get(relation.to_id) if name in names else None
        if reference is not None and reference.path not in found:
            found.append(reference.path)
    return found


def brains(obj, *names):
    """Return the catalog brains behind these relation fields that the visitor may see, in order."""
    wanted = paths(obj, *names)
    by_path = brains_by_path(wanted)
    return [by_path[path] for path in wanted if path in by_path]


def brains_by_path(wanted, **query):
    """Return {path: brain} of what is at these paths, as far as the visitor may see it and it fits the query.

    The query goes in as one dict: Plone's catalog walks to the object of each
    path that it gets as a keyword, and so wakes them all.
    """
    if not wanted:
        return {}
    catalog = api.portal.get_tool("portal_catalog")
    found = catalog({"path": {"query": sorted(wanted), "depth": 0}, **query})
    return {brain.getPath(): brain for brain in found}


def brains_pointing_at(uid, **query):
    """Return the brains of what points at the item with this UID, as far as the visitor may see them."""
    return api.portal.get_tool("portal_catalog")(sb_related=uid, **query)


def brains_by_uid(uids):
    """Return {UID: brain} of these items, as far as the visitor may see them: one query for a whole list."""
    wanted = sorted(set(filter(None, uids)))
    if not wanted:
        return {}
    return {brain.UID: brain for brain in api.portal.get_tool("portal_catalog")(UID=wanted)}
