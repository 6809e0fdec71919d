"""Upgrade steps: one folder for each profile version, small and idempotent.

A step imports a partial profile of its own, never a whole step of
``default``: that would reset what editors changed.
"""

from samenbeter import logger

import transaction


BATCH = 200


def run_profile(setup, version):
    """Import the partial profile of one version."""
    setup.runAllImportStepsFromProfile(f"profile-samenbeter.upgrades:{version}")


def reindex(catalog, indexes, **query):
    """Bring these indexes and the columns up to date for all items of a query.

    Items are let go of after each batch, so that a large site fits in memory.
    """
    brains = catalog.unrestrictedSearchResults(**query)
    for number, brain in enumerate(brains, 1):
        item = brain._unrestrictedGetObject()
        item.reindexObject(idxs=indexes)
        item._p_deactivate()
        if number % BATCH == 0:
            logger.info("Reindexed %s of %s", number, len(brains))
            transaction.savepoint(optimistic=True)
