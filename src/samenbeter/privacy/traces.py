"""What stays in a database when its object is gone: words that a catalog knew, and whose transaction it was."""

from plone import api
from Products.CMFCore.indexing import processQueue
from Products.ZCTextIndex.ZCTextIndex import ZCTextIndex
from samenbeter.shared import packing
from ZODB.blob import Blob


def forget_unused_words():
    """Take the words out of the lexicons of the catalog that are in no text any more; return how many.

    A catalog keeps each word that it ever saw: also the name of who is gone.
    """
    processQueue()
    catalog = api.portal.get_tool("portal_catalog")
    by_lexicon = {}
    for index in catalog.Indexes.objectValues():
        if isinstance(index, ZCTextIndex):
            by_lexicon.setdefault(index.lexicon_id, []).append(index.index)
    return sum(_forget_words(catalog[name], indexes) for name, indexes in by_lexicon.items() if name in catalog)


def _forget_words(lexicon, indexes):
    unused = [
        (word, number) for word, number in lexicon.items() if not any(number in index._wordinfo for index in indexes)
    ]
    for word, number in unused:
        del lexicon._wids[word]
        lexicon._words.pop(number, None)
    lexicon.length.change(-len(unused))
    return len(unused)


def transactions(names, change):
    """Return how many transactions of the storage name a person, or a path with such a name.

    Zope wrote them before this add-on was there. A transaction stays as long as one of its objects is
    what it wrote, so those are written once more; the next pack takes it away.

    :param names: authorship.Names.
    """
    connection = api.portal.get()._p_jar
    storage = packing.file_storage_of(connection.db().storage)
    found = 0
    for one in storage.iterator() if storage is not None else ():
        text = b" ".join((one.user, one.description)).decode("utf-8", "replace")
        if not text.strip() or names.inside(text) == text:
            continue
        current = [row.oid for row in one if storage.getTid(row.oid) == one.tid]
        found += bool(current)
        for oid in current if change else ():
            _write_again(connection.get(oid))
    return found


def _write_again(obj):
    obj._p_activate()
    if isinstance(obj, Blob):
        # its file goes with it
        obj.open("a").close()
    obj._p_changed = True
