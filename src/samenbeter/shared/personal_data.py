"""Base of the providers of personal data: what a person wrote in the content of one room.

A room names its types; which fields count, the schemas say (``personal(...)``).
Fields of behaviours count too.
"""

from plone import api
from plone.app.textfield.interfaces import IRichTextValue
from plone.dexterity.utils import iterSchemata
from plone.dexterity.utils import iterSchemataForType
from plone.namedfile.interfaces import INamed
from samenbeter.interfaces import IPersonalDataProvider
from samenbeter.shared.personal import personal_fields
from samenbeter.shared.search import plain_text
from zope.interface import implementer
from zope.schema import getFieldNamesInOrder


@implementer(IPersonalDataProvider)
class ContentPersonalData:
    """The personal data in content that somebody created."""

    # what it is, in plain words
    title = None
    portal_types = ()

    def fields(self):
        """Return {portal_type: names of its personal fields}."""
        return {
            portal_type: tuple(name for _schema, name in _marked(iterSchemataForType(portal_type)))
            for portal_type in self.portal_types
        }

    def export(self, userid):
        """Return what this person wrote: a list of {"type", "url", "field", "value"}, without empty fields.

        The person need not be allowed to see an item any more: it is their own.
        """
        return [row for obj in self._created_by(userid) for row in _rows(obj)]

    def _created_by(self, userid):
        if not userid:
            return
        catalog = api.portal.get_tool("portal_catalog")
        for brain in catalog.unrestrictedSearchResults(
            portal_type=self.portal_types, Creator=userid, sort_on="created"
        ):
            obj = brain._unrestrictedGetObject()
            # the object knows better than the catalog
            if obj.Creator() == userid:
                yield obj


def _marked(schemata):
    for schema in schemata:
        marked = personal_fields(schema)
        for name in getFieldNamesInOrder(schema):
            if name in marked:
                yield schema, name


def _rows(obj):
    for schema, name in _marked(iterSchemata(obj)):
        text = as_text(getattr(schema(obj, None), name, None))
        if text:
            yield {"type": obj.portal_type, "url": obj.absolute_url(), "field": name, "value": text}


def as_text(value):
    """Return a field's value as a person can read it; of a file its name and size."""
    if value is None:
        return ""
    if IRichTextValue.providedBy(value):
        return plain_text(value.raw)
    if INamed.providedBy(value):
        return f"{value.filename} ({value.getSize()} bytes)"
    if isinstance(value, (list, tuple, set, frozenset)):
        return "\n".join(as_text(item) for item in value)
    return str(value)
