"""What the catalog's indexes know without asking for a single item."""

from AccessControl import getSecurityManager
from BTrees.IIBTree import IISet
from BTrees.IIBTree import IITreeSet
from BTrees.IIBTree import intersection
from Products.ZCatalog.query import IndexQuery


def values_in_use(catalog, index_name, **query):
    """Return the values of an index that visible items of a kind have.

    A catalog query tells which items, not which of their values are in use; to ask it
    for each value would be a query for each. So the document sets of the indexes are
    laid over each other here, in C, whatever the number of items.

    :param query: exact values of other indexes that the items have.
    """
    indexes = catalog._catalog.indexes
    allowed = catalog._listAllowedRolesAndUsers(getSecurityManager().getUser())
    found = None
    for name, value in {**query, "allowedRolesAndUsers": allowed}.items():
        documents = _documents(indexes[name], name, value)
        found = documents if found is None else intersection(found, documents)
    return {
        value
        for value in indexes[index_name].uniqueValues()
        if intersection(found, _documents(indexes[index_name], index_name, value))
    }


def _documents(index, name, value):
    documents = index.query_index(IndexQuery({name: {"query": value}}, name, index.query_options))
    # an index that holds one document answers with its number or a plain list
    if isinstance(documents, (IISet, IITreeSet)):
        return documents
    return IISet(documents or ())
