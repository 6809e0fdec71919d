"""Relations over REST: read through the data managers, refuse what may not be pointed at."""

from plone.restapi.deserializer.relationfield import RelationChoiceFieldDeserializer
from plone.restapi.interfaces import IFieldSerializer
from plone.restapi.interfaces import ISerializeToJsonSummary
from samenbeter.interfaces import ISamenBeterContent
from samenbeter.interfaces import ISamenBeterLayer
from samenbeter.shared.fields import FieldError
from samenbeter.shared.relations import may_view
from samenbeter.shared.relations import RELATION_ERROR
from z3c.form.interfaces import IDataManager
from z3c.relationfield.interfaces import IRelationChoice
from z3c.relationfield.interfaces import IRelationList
from zope.component import adapter
from zope.component import getMultiAdapter
from zope.interface import implementer


class _RelationSerializer:
    def __init__(self, field, context, request):
        self.field = field
        self.context = context
        self.request = request

    def targets(self):
        """Return what the field's data manager shows to this user."""
        return getMultiAdapter((self.context, self.field), IDataManager).get()

    def summary(self, target):
        """Return the short JSON of one target, with its UID."""
        request = self.request.clone()
        request.form["metadata_fields"] = ["UID"]
        return getMultiAdapter((target, request), ISerializeToJsonSummary)()


@implementer(IFieldSerializer)
@adapter(IRelationChoice, ISamenBeterContent, ISamenBeterLayer)
class VisibleRelationSerializer(_RelationSerializer):
    """The target's summary, or null when there is none that the reader may see."""

    def __call__(self):
        target = self.targets()
        return self.summary(target) if target is not None else None


@implementer(IFieldSerializer)
@adapter(IRelationList, ISamenBeterContent, ISamenBeterLayer)
class VisibleRelationsSerializer(_RelationSerializer):
    """The summaries of the targets that the reader may see."""

    def __call__(self):
        return [self.summary(target) for target in self.targets()]


@adapter(IRelationChoice, ISamenBeterContent, ISamenBeterLayer)
class VisibleRelationDeserializer(RelationChoiceFieldDeserializer):
    """As plone.restapi's, but an id of something hidden is the same error as one of nothing.

    The stock one resolves integer ids without asking for View, and answers a
    missing target with an English sentence that repeats the input.
    """

    def __call__(self, value):
        try:
            target = super().__call__(value)
        except (KeyError, TypeError, ValueError):
            target = None
        if target is None or not may_view(target):
            raise FieldError(RELATION_ERROR)
        return target
