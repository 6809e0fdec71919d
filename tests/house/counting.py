"""How much a page asks of the database: catalog queries, and items that are loaded."""

from Products.ZCatalog.Catalog import Catalog
from Products.ZCatalog.CatalogBrains import AbstractCatalogBrain
from unittest import mock


class Counted:
    """Counts while it is entered."""

    def __init__(self):
        self.queries = 0
        self.loaded = 0

    def __enter__(self):
        self._patches = [
            mock.patch.object(Catalog, "searchResults", self._noting("queries", Catalog.searchResults)),
            mock.patch.object(
                AbstractCatalogBrain, "getObject", self._noting("loaded", AbstractCatalogBrain.getObject)
            ),
        ]
        for patch in self._patches:
            patch.start()
        return self

    def __exit__(self, *error):
        for patch in self._patches:
            patch.stop()

    def _noting(self, name, original):
        def noting(*args, **kw):
            setattr(self, name, getattr(self, name) + 1)
            return original(*args, **kw)

        return noting
