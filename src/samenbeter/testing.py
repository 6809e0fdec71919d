"""Test layers, for our tests and for those of add-ons that build on ours."""

from plone import api
from plone.app.contenttypes.testing import PLONE_APP_CONTENTTYPES_FIXTURE
from plone.app.testing import applyProfile
from plone.app.testing import FunctionalTesting
from plone.app.testing import IntegrationTesting
from plone.app.testing import MOCK_MAILHOST_FIXTURE
from plone.app.testing import PloneSandboxLayer
from plone.testing.zope import WSGI_SERVER_FIXTURE
from samenbeter.hardening import strong
from samenbeter.privacy import journal
from samenbeter.shared import guard
from samenbeter.shared import keys
from samenbeter.shared import tally
from samenbeter.shared import vault

import collective.easyform
import os
import plone.restapi
import samenbeter
import shutil
import tempfile


# what tests of the vault itself keep in it
vault.UNANSWERED.update({("privacy", "note"), ("test", "note")})


class Layer(PloneSandboxLayer):
    """A stock classic site in Dutch, with our profile."""

    defaultBases = (PLONE_APP_CONTENTTYPES_FIXTURE,)
    folder = None

    def setUp(self):
        """Give the vault a key file of its own, outside the database."""
        # tests type faster than people
        guard.PACE = 0
        # and log in more often than they do
        strong.ROUNDS = 4
        self.folder = tempfile.mkdtemp(prefix="samenbeter-key-")
        os.environ[keys.ENVIRONMENT] = os.path.join(self.folder, keys.NAME)
        super().setUp()

    def tearDown(self):
        """Take the key file away."""
        super().tearDown()
        os.environ.pop(keys.ENVIRONMENT, None)
        shutil.rmtree(self.folder)

    def setUpZope(self, app, configurationContext):
        """Load the ZCML."""
        for package in (plone.restapi, collective.easyform, samenbeter):
            self.loadZCML(package=package)
        self.loadZCML("overrides.zcml", package=samenbeter)

    def setUpPloneSite(self, portal):
        """Make it Dutch and apply our profile."""
        api.portal.set_registry_record("plone.available_languages", ["nl", "en"])
        api.portal.set_registry_record("plone.default_language", "nl")
        portal.language = "nl"
        applyProfile(portal, "samenbeter:default")


class OwnDatabase(FunctionalTesting):
    """A database for each test, or class of tests, and the files that belong to it."""

    def testSetUp(self):
        """Take away the journal and the counts of the test before: files, which do not go with the database."""
        keys.beside(journal.NAME).unlink(missing_ok=True)
        tally.place().unlink(missing_ok=True)
        self.key_file = keys.place().read_bytes()
        super().testSetUp()

    def testTearDown(self):
        """Put the key file back: the database that comes back does not know a new key."""
        super().testTearDown()
        if keys.place().read_bytes() != self.key_file:
            keys.place().write_bytes(self.key_file)


FIXTURE = Layer()
INTEGRATION_TESTING = IntegrationTesting(bases=(FIXTURE,), name="SamenBeter:Integration")
FUNCTIONAL_TESTING = OwnDatabase(
    bases=(FIXTURE, MOCK_MAILHOST_FIXTURE, WSGI_SERVER_FIXTURE), name="SamenBeter:Functional"
)
