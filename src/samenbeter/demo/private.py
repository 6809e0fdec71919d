"""What belongs to trust in the example neighbourhood: who is responsible, what residents chose, the ways in."""

from datetime import timedelta
from plone import api
from samenbeter.demo import questions
from samenbeter.interfaces import IConsents
from samenbeter.shared import clock
from samenbeter.shared import entry
from samenbeter.shared.rights import Subject
from zope.component import getUtility


SETTINGS = {
    "controller": "Stichting Wijkhuis Lindenhof",
    "controller_address": "Lindelaan 1\n0000 AA Lindenhof",
    "contact_email": "privacy@samenbeter.example",
    "officer": "Pieter Vaessen, privacy@samenbeter.example",
}
# with HALF_A_YEAR the file security.txt is there
HARDENING = {"hosts": ["localhost"], "security_contact": "beheer@samenbeter.example"}
HALF_A_YEAR = timedelta(days=180)
# the ways in: kind, where it hangs, where it leads, code
CODES = (
    ("poster", "Poster in het wijkhuis", "/@@account-maken", "wijkhuis-poster"),
    ("partner", "Kaartje bij de balie van De Linde", "", "linde-balie"),
    ("wijkkrant", "Wijkkrant, herfst", "/verhalen", "wijkkrant-herfst"),
)
ASKED = {"purpose": "samenbeter.contact", "party": "platform", "method": "web-button", "language": "nl"}


def fill(desk, made):
    """Set who is responsible, make the ways in, let Anna say yes and Bilal say no, and let residents ask.

    :param desk: the Vraagbaak.
    :param made: {ref: content} of the demo.
    """
    for name, value in SETTINGS.items():
        api.portal.set_registry_record(f"samenbeter.privacy.{name}", value)
    for name, value in HARDENING.items():
        api.portal.set_registry_record(f"samenbeter.hardening.{name}", value)
    api.portal.set_registry_record("samenbeter.hardening.security_expires", clock.today() + HALF_A_YEAR)
    for kind, title, target, code in CODES:
        entry.make(kind, title, target, code)
    consents = getUtility(IConsents)
    consents.give(Subject(userid="anna").key, **ASKED)
    consents.refuse(Subject(userid="bilal").key, **ASKED)
    questions.fill(desk, made)
