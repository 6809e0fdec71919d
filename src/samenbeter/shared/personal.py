"""Each schema field says whether it holds personal data.

>>> class IStory(model.Schema):
...     personal("story", "portrait")
...     not_personal("themes")

tests/house/test_personal_data.py fails the build for a field that says nothing.
"""

from plone.supermodel.directives import MetadataListDirective
from plone.supermodel.utils import mergedTaggedValueList


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
