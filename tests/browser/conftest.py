"""A browser, and the demo neighbourhood that it visits: one of each for all browser tests."""

from journeys import PAGES
from journeys import Visitor
from pathlib import Path
from playwright.sync_api import sync_playwright
from plone import api
from plone.app.testing import applyProfile
from plone.app.testing import SITE_OWNER_NAME
from Products.CMFCore.indexing import processQueue

import json
import pytest
import runpy
import shutil
import subprocess
import transaction


ROOT = Path(__file__).parents[2]
AXE_VERSION = "4.14.1"
NEED = runpy.run_path(str(ROOT / "scripts" / "need.py"))


@pytest.fixture(scope="session")
def site(functional_session):
    """The demo neighbourhood, served on this machine, for all browser tests."""
    functional_session.testSetUp()
    portal = functional_session["portal"]
    with api.env.adopt_user(username=SITE_OWNER_NAME):
        applyProfile(portal, "samenbeter:demo")
    processQueue()
    transaction.commit()
    yield portal
    functional_session.testTearDown()


@pytest.fixture(scope="session")
def addresses(site):
    """Return {name: address} of the pages."""
    return {name: _address(site, place) for name, place in PAGES.items()}


def _address(site, place):
    if isinstance(place, str):
        return f"{site.absolute_url()}/{place}".rstrip("/")
    portal_type, state = place
    found = site.portal_catalog.unrestrictedSearchResults(
        portal_type=portal_type, review_state=state, sort_on="effective", sort_limit=1
    )
    return found[0].getURL()


@pytest.fixture(scope="session")
def chromium():
    """The browser of this machine. It says what is missing: without it these tests mean nothing."""
    program = NEED["chromium"]()
    if program is None:
        pytest.fail(NEED["NEEDS"]["chromium"][1])
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=["--no-sandbox"])
        yield browser
        browser.close()


@pytest.fixture
def visitor(chromium, site):
    """Return a maker of visitors, each with a browser of their own."""
    made = []

    def make(user="", **options):
        made.append(Visitor(chromium, site.absolute_url(), **options))
        if user:
            made[-1].be(user)
        return made[-1]

    yield make
    for one in made:
        one.leave()


@pytest.fixture(scope="session")
def axe():
    """The path of axe-core in the pinned version, fetched once by npm."""
    package = ROOT / "node_modules" / "axe-core"
    if _version(package) != AXE_VERSION:
        npm = shutil.which("npm")
        if npm is None:
            pytest.fail("The accessibility tests fetch axe-core with npm: apt install npm")
        command = [npm, "install", "--no-save", "--no-package-lock", "--ignore-scripts", "--prefix", str(ROOT)]
        done = subprocess.run([*command, f"axe-core@{AXE_VERSION}"], capture_output=True, text=True)
        if _version(package) != AXE_VERSION:
            pytest.fail(f"npm could not fetch axe-core {AXE_VERSION}: {done.stderr}")
    return package / "axe.min.js"


def _version(package):
    try:
        return json.loads((package / "package.json").read_text("utf-8"))["version"]
    except FileNotFoundError:
        return None
