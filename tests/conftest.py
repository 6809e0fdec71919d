"""Fixtures of pytest-plone on our layers, and the few that are ours."""

from pathlib import Path
from plone import api
from plone.app.testing import applyProfile
from plone.app.testing import SITE_OWNER_NAME
from plone.dexterity.schema import SCHEMA_CACHE
from Products.CMFCore.indexing import processQueue
from pytest_plone import fixtures_factory
from samenbeter.testing import FUNCTIONAL_TESTING
from samenbeter.testing import INTEGRATION_TESTING
from zope.i18n.compile import compile_mo_file

import pytest
import samenbeter
import transaction
import written


pytest_plugins = ["pytest_plone"]

globals().update(fixtures_factory(((INTEGRATION_TESTING, "integration"), (FUNCTIONAL_TESTING, "functional"))))


def pytest_configure(config):
    """Compile the translations once, before the test processes start: a fresh checkout has none."""
    if not hasattr(config, "workerinput"):
        for source in Path(samenbeter.__file__).parent.glob("locales/*/LC_MESSAGES/*.po"):
            compile_mo_file(source.stem, str(source.parent))


@pytest.fixture
def package_name():
    """The name under which the profiles are registered."""
    return "samenbeter"


@pytest.fixture(scope="class")
def shared_layer(functional_class):
    """The functional layer with one database for a whole class of tests, gone afterwards.

    A class-scoped fixture of pytest-plone has no database of its own: what it
    commits would stay for all tests that follow.
    """
    functional_class.testSetUp()
    # what was asked without a site in between is remembered as "no such type"
    SCHEMA_CACHE.clear()
    yield functional_class
    functional_class.testTearDown()
    SCHEMA_CACHE.clear()


@pytest.fixture(scope="class")
def shared_portal(shared_layer):
    """The site of shared_layer, served over HTTP."""
    return shared_layer["portal"]


@pytest.fixture(scope="session")
def demo_records():
    """What the demo profile wrote, once it was applied in this process: a list that the first class fills."""
    return []


@pytest.fixture(scope="class")
def demo_portal(shared_portal, demo_records):
    """The demo neighbourhood, for a class of tests that read it."""
    if demo_records:
        written.put(shared_portal, demo_records)
        return shared_portal
    before = written.names(shared_portal)
    with api.env.adopt_user(username=SITE_OWNER_NAME):
        applyProfile(shared_portal, "samenbeter:demo")
    processQueue()
    transaction.commit()
    demo_records += written.since(shared_portal, before)
    return shared_portal
