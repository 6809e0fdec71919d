"""The fields of an item in which somebody can write what they like."""

from dataclasses import dataclass
from plone.app.textfield.interfaces import IRichText
from plone.app.textfield.interfaces import IRichTextValue
from plone.app.textfield.value import RichTextValue
from plone.dexterity.utils import iterSchemata
from zope.schema import getFieldsInOrder
from zope.schema.interfaces import IChoice
from zope.schema.interfaces import ICollection
from zope.schema.interfaces import IText
from zope.schema.interfaces import IURI


@dataclass(frozen=True)
class FreeText:
    """One text of an item: the whole of a field, or one of its lines.

    :param behaviour: the item, seen as the schema of the field.
    :param line: its number in a list of lines; None for a field that is one text.
    """

    behaviour: object
    field: object
    value: str
    line: int | None = None

    @property
    def name(self):
        """Return the name of the field."""
        return self.field.getName()

    @property
    def is_html(self):
        """Return whether it has markup."""
        return IRichText.providedBy(self.field)

    def replace(self, text):
        """Put another text in its place. Who calls tells the item that it changed."""
        old = getattr(self.behaviour, self.name)
        if self.is_html:
            text = RichTextValue(text, old.mimeType, old.outputMimeType, encoding=old.encoding)
        elif self.line is not None:
            text = type(old)(text if place == self.line else line for place, line in enumerate(old))
        setattr(self.behaviour, self.name, text)


def free_texts(obj):
    """Return the FreeTexts of an item that are not empty, in the order of its form."""
    found = []
    for schema in iterSchemata(obj):
        behaviour = schema(obj, None)
        if behaviour is None:
            continue
        for name, field in getFieldsInOrder(schema):
            if not field.readonly:
                found += _texts(behaviour, field, getattr(behaviour, name, None))
    return found


def _texts(behaviour, field, value):
    if IRichText.providedBy(field):
        return [FreeText(behaviour, field, value.raw)] if IRichTextValue.providedBy(value) and value.raw else []
    if _is_free(field):
        return [FreeText(behaviour, field, value)] if isinstance(value, str) and value else []
    if ICollection.providedBy(field) and _is_free(field.value_type) and isinstance(value, (list, tuple)):
        return [FreeText(behaviour, field, line, place) for place, line in enumerate(value) if isinstance(line, str)]
    return []


def _is_free(field):
    return IText.providedBy(field) and not IURI.providedBy(field) and not IChoice.providedBy(field)
