"""What the catalog knows of our content: nothing that is not on the page itself.

``sb_facts`` is a small dict of strings that a card in a list shows, so that a
list needs no object. Rooms give it by an IFacts adapter of their type.
"""

from Acquisition import aq_base
from plone.dexterity.interfaces import IDexterityContent
from plone.indexer import indexer
from samenbeter.interfaces import IFacts
from samenbeter.interfaces import ISamenBeterContent
from samenbeter.shared.relations import target_uids
from zope.component import queryAdapter


def own_value(obj, name):
    """Return a field's value without acquiring it from the container; raise AttributeError when empty."""
    value = getattr(aq_base(obj), name, None)
    if not value:
        # the catalog keeps an item out of an index that raises this
        raise AttributeError(name)
    return value


@indexer(IDexterityContent)
def sb_themes(obj):
    """Tokens of the themes."""
    return list(own_value(obj, "themes"))


@indexer(ISamenBeterContent)
def sb_disciplines(obj):
    """Tokens of the disciplines."""
    return list(own_value(obj, "disciplines"))


@indexer(ISamenBeterContent)
def sb_target_groups(obj):
    """Tokens of the people it is meant for."""
    return list(own_value(obj, "target_groups"))


@indexer(IDexterityContent)
def sb_related(obj):
    """UIDs of what it points at on its page."""
    uids = target_uids(obj)
    if not uids:
        raise AttributeError("sb_related")
    return uids


@indexer(ISamenBeterContent)
def sb_facts(obj):
    """What a card shows of it."""
    facts = queryAdapter(obj, IFacts)
    if facts is None:
        raise AttributeError("sb_facts")
    return {name: value for name, value in facts.facts().items() if value}


class FieldFacts:
    """Base of IFacts adapters: a card shows these fields."""

    names = ()

    def __init__(self, context):
        self.context = context

    def facts(self):
        """Return {field name: text}."""
        return {name: getattr(aq_base(self.context), name, None) for name in self.names}
