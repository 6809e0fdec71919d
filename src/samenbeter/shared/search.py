"""The text by which our content is found: what is on its page, nothing else."""

from plone.app.textfield.interfaces import IRichText
from plone.dexterity.utils import iterSchemata
from plone.indexer import indexer
from samenbeter.interfaces import ISamenBeterContent
from samenbeter.shared.html_text import text_of
from zope.schema import getFieldsInOrder
from zope.schema.interfaces import IList
from zope.schema.interfaces import IText


# shown to few or to nobody, or no words
NOT_SEARCHED = frozenset(
    (
        "changeNote",
        "difference",
        "launch_url",
        "policy_url",
        "policy_version",
        "postal_code",
        "privacy_contact",
        "privacy_policy_url",
        "source_id",
        "source_url",
        "sources",
    )
)


@indexer(ISamenBeterContent)
def SearchableText(obj):
    """The words of the title and of all text fields."""
    return " ".join([obj.Title(), *texts(obj)])


def texts(obj):
    """Yield the words of each text field of an item, but its title."""
    for schema in iterSchemata(obj):
        for name, field in getFieldsInOrder(schema):
            if name in NOT_SEARCHED or name == "title":
                continue
            value = getattr(schema(obj, None), name, None)
            if not value:
                continue
            if IRichText.providedBy(field):
                yield plain_text(value.raw)
            elif IText.providedBy(field) and isinstance(value, str):
                yield value
            elif IList.providedBy(field) and IText.providedBy(field.value_type):
                yield " ".join(value)


def plain_text(html):
    """Return the words of an HTML fragment."""
    return text_of(html)
