"""What the catalog's indexes know without asking for a single item.

A catalog query tells which items, not which of their values are in use or how many have
each; to ask it for each value would be a query for each. So the document sets of the
indexes are laid over each other here, in C, whatever the number of items.
"""

from AccessControl import getSecurityManager
from BTrees.IIBTree import IISet
from BTrees.IIBTree import IITreeSet
from BTrees.IIBTree import intersection
from DateTime import DateTime
from Products.CMFCore.indexing import processQueue
from Products.ZCatalog.query import IndexQuery
from Products.ZCTextIndex.ParseTree import ParseError


def visible(catalog, **query):
    """Return the set of documents that the visitor may View now and that fit, as the catalog itself would.

    :param query: for each index an exact value, several of which one must fit, or a
        dict such as {"query": moment, "range": "min"}.
    """
    processQueue()
    allowed = catalog._listAllowedRolesAndUsers(getSecurityManager().getUser())
    found = None
    for name, value in {**query, "allowedRolesAndUsers": allowed}.items():
        found = within(found, documents(catalog, name, value))
    if catalog.allow_inactive({}):
        return found
    index = catalog._catalog.getIndex("effectiveRange")
    return index.query_index(IndexQuery({"effectiveRange": DateTime()}, "effectiveRange"), found)


def documents(catalog, name, value):
    """Return the set of all documents that have a value in an index, also those that the visitor may not View."""
    found = _ask(catalog, name, value)
    # an index that holds one document answers with its number or a plain list
    return found if isinstance(found, (IISet, IITreeSet)) else IISet(found or ())


def scores(catalog, name, text):
    """Return {document: score} of all documents that a text index finds; nothing for a text without words."""
    try:
        return _ask(catalog, name, text) or {}
    except ParseError:
        # only words that the index does not keep
        return {}


def within(one, other):
    """Return the documents that are in both sets; the first may be None, for all documents."""
    return other if one is None else intersection(one, other)


def values_in_use(catalog, index_name, **query):
    """Return the values of an index that visible items of a kind have.

    :param query: as for ``visible``.
    """
    found = visible(catalog, **query)
    values = catalog._catalog.getIndex(index_name).uniqueValues()
    return {value for value in values if within(found, documents(catalog, index_name, value))}


def _ask(catalog, name, value):
    index = catalog._catalog.getIndex(name)
    value = value if isinstance(value, dict) else {"query": value}
    return index.query_index(IndexQuery({name: value}, name, index.query_options))
