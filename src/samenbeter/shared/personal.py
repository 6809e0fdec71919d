"""Each schema field says whether it holds personal data.

>>> class IStory(model.Schema):
...     personal("story", "portrait")
...     not_personal("themes")

tests/house/test_personal_data.py fails the build for a field that says nothing.
"""

from plone.app.textfield.interfaces import IRichTextValue
from plone.dexterity.utils import iterSchemata
from plone.namedfile.interfaces import INamed
from plone.supermodel.directives import MetadataListDirective
from plone.supermodel.utils import mergedTaggedValueList
from samenbeter.shared.search import plain_text
from zope.schema import getFieldNamesInOrder


PERSONAL_KEY = "samenbeter.personal"
NOT_PERSONAL_KEY = "samenbeter.not_personal"


class personal(MetadataListDirective):
    """These fields can hold data about a person."""

    key = PERSONAL_KEY

    def factory(self, *names):
        """Return the names as they are stored on the schema."""
        return list(names)


class not_personal(MetadataListDirective):
    """These fields never hold data about a person."""

    key = NOT_PERSONAL_KEY

    def factory(self, *names):
        """Return the names as they are stored on the schema."""
        return list(names)


def personal_fields(schema):
    """Return the names of the fields of this schema that hold personal data."""
    return set(mergedTaggedValueList(schema, PERSONAL_KEY))


def not_personal_fields(schema):
    """Return the names of the fields of this schema that are declared free of it."""
    return set(mergedTaggedValueList(schema, NOT_PERSONAL_KEY))


def marked_fields(schemata):
    """Yield the fields of these schemata that hold personal data."""
    for schema in schemata:
        marked = personal_fields(schema)
        for name in getFieldNamesInOrder(schema):
            if name in marked:
                yield schema[name]


def filled_fields(obj):
    """Yield (field, value) of the fields of an item that hold personal data and are not empty."""
    for field in marked_fields(iterSchemata(obj)):
        value = getattr(field.interface(obj, None), field.getName(), None)
        if as_text(value):
            yield field, value


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
