"""What the tests of the register and of the pages made from it share."""

from lxml import html
from plone import api
from plone.app.testing import SITE_OWNER_NAME
from samenbeter.interfaces import IPersonalDataProvider
from samenbeter.interfaces import IPurpose
from samenbeter.privacy.purposes import Purpose
from samenbeter.privacy.purposes import purposes
from samenbeter.shared.personal_data import VaultPersonalData
from zope.component import getGlobalSiteManager
from zope.component import getUtilitiesFor

import pytest
import requests
import transaction


PASSWORD = "een-lang-wachtwoord"
PEOPLE = {
    "anna": None,
    "bilal": None,
    "renske": "Vraagbaak Editor",
    "privacy": "Privacy Officer",
    "beheer": "Site Administrators",
}
PERMISSION = "SamenBeter partners: Manage settings"
WALKS = "walks.walk"
WALKING = "walks.walking"


class Walks(VaultPersonalData):
    """What another add-on keeps."""

    room = "walks"
    kind = "walk"
    title = "Aanmeldingen voor het wandelen"
    description = "Je naam, en wanneer je mee wilt."
    categories = ("pd:Name",)
    purpose = WALKING
    recipients = PERMISSION
    period = 45
    clock = "Vanaf de dag van de wandeling."


@pytest.fixture
def walks(portal):
    """Another add-on: one kind of data and its purpose."""
    manager = getGlobalSiteManager()
    purpose = Purpose(
        title="Samen wandelen",
        text="Wij zoeken iemand die met je mee loopt.",
        basis="eu-gdpr:A6-1-b",
        concept="dpv:ServiceProvision",
        when="",
    )
    provider = Walks()
    manager.registerUtility(purpose, IPurpose, WALKING)
    manager.registerUtility(provider, IPersonalDataProvider, WALKS)
    yield provider
    manager.unregisterUtility(provided=IPersonalDataProvider, name=WALKS)
    manager.unregisterUtility(provided=IPurpose, name=WALKING)


def providers():
    """Return {name: provider}."""
    return dict(getUtilitiesFor(IPersonalDataProvider))


def aims():
    """Return {id: purpose}."""
    return purposes()


def people(portal):
    """Make residents and people who work on the site, and return the site."""
    with api.env.adopt_user(username=SITE_OWNER_NAME):
        for name, group in PEOPLE.items():
            api.user.create(username=name, email=f"{name}@example.org", password=PASSWORD)
            if group:
                api.group.add_user(groupname=group, username=name)
    transaction.commit()
    return portal


def get(portal, name, user="", **kw):
    """Ask for a page of the site, as a visitor or with an account."""
    auth = (user, PASSWORD) if user else None
    return requests.get(f"{portal.absolute_url()}/{name}", auth=auth, allow_redirects=False, timeout=60, **kw)


def main(response):
    """Return the main part of a page."""
    (found,) = html.fromstring(response.text).xpath("//main")
    return found


def text_of(element):
    """Return the text of an element, with single spaces."""
    return " ".join(element.text_content().split())
