"""Fixtures of pytest-plone on our layers, and the few that are ours."""

from pytest_plone import fixtures_factory
from samenbeter.testing import DEMO_TESTING
from samenbeter.testing import FUNCTIONAL_TESTING
from samenbeter.testing import INTEGRATION_TESTING

import pytest


pytest_plugins = ["pytest_plone"]

globals().update(
    fixtures_factory(((INTEGRATION_TESTING, "integration"), (FUNCTIONAL_TESTING, "functional"), (DEMO_TESTING, "demo")))
)


@pytest.fixture
def package_name():
    """The name under which the profiles are registered."""
    return "samenbeter"
