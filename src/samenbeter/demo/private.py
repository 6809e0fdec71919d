"""What is private in the example neighbourhood: who is responsible, and what two residents said yes and no to."""

from plone import api
from samenbeter.interfaces import IConsents
from samenbeter.shared.rights import Subject
from zope.component import getUtility


SETTINGS = {
    "controller": "Stichting Wijkhuis Lindenhof",
    "controller_address": "Lindelaan 1\n0000 AA Lindenhof",
    "contact_email": "privacy@samenbeter.example",
    "officer": "Pieter Vaessen, privacy@samenbeter.example",
}
ASKED = {"purpose": "samenbeter.contact", "party": "platform", "method": "web-button", "language": "nl"}


def fill():
    """Set who is responsible, and let Anna say yes and Bilal say no."""
    for name, value in SETTINGS.items():
        api.portal.set_registry_record(f"samenbeter.privacy.{name}", value)
    consents = getUtility(IConsents)
    consents.give(Subject(userid="anna").key, **ASKED)
    consents.refuse(Subject(userid="bilal").key, **ASKED)
