"""The policy for machines: JSON-LD in words of the W3C Data Privacy Vocabulary 2.3, from the register.

Its context is a file of our own, so that nothing has to be fetched from elsewhere.
"""

from pathlib import Path
from samenbeter import _
from samenbeter.privacy.purposes import in_language
from samenbeter.privacy.register import LANGUAGES

import json


CONTEXT = Path(__file__).parent / "static" / "dpv-context.json"
CONTEXT_ADDRESS = "++plone++samenbeter-privacy/dpv-context.json"
TITLE = _("policy_title", default="Zo gaan we om met je gegevens")
PROCESSING = ("dpv:Collect", "dpv:Store", "dpv:Use", "dpv:Erase")
RIGHTS = ("eu-gdpr:A15", "eu-gdpr:A16", "eu-gdpr:A17", "eu-gdpr:A18", "eu-gdpr:A20", "eu-gdpr:A77")
# also where there is a choice
WITHDRAW, OBJECT = "eu-gdpr:A7-3", "eu-gdpr:A21"
MEASURES = ("dpv:AccessControlMethod",)
MEASURES_OF_THE_VAULT = ("dpv:EncryptionAtRest", "dpv:Pseudonymisation", "dpv:ActivityMonitoring")
SPECIAL = "dpv:SpecialCategoryPersonalData"


def context():
    """Return the context itself, for a document that people take along."""
    return json.loads(CONTEXT.read_text("utf-8"))["@context"]


def policy(register, site_url, changed):
    """Return the policy as JSON-LD.

    :param register: a Register.
    :param site_url: the address of the site, without a language.
    :param changed: the date on which it last became another one.
    """
    here = f"{site_url}/privacy.jsonld"
    return {
        "@context": f"{site_url}/{CONTEXT_ADDRESS}",
        "@id": here,
        "@type": "dpv:PrivacyNotice",
        "dct:title": told(TITLE),
        "dct:modified": changed.isoformat(),
        "dpv:hasDataController": _controller(register.controller, here),
        "dpv:hasProcess": [
            *(_process(activity, site_url, here) for activity in register.activities),
            *(_plan(aim, site_url, here) for aim in register.unused()),
        ],
    }


def _controller(owner, here):
    contact = f"mailto:{owner.email}" if owner.email else f"tel:{''.join(owner.phone.split())}" if owner.phone else ""
    return {
        "@id": f"{here}#controller",
        "@type": "dpv:DataController",
        "dpv:hasName": owner.name,
        **({"dpv:hasContact": contact} if contact else {}),
        **({"dpv:hasAddress": owner.address} if owner.address else {}),
        **({"dpv:hasDataProtectionOfficer": owner.officer} if owner.officer else {}),
    }


def _process(activity, site_url, here):
    return {
        **_plan(activity.aim, site_url, here),
        "@id": f"{here}#{activity.id}",
        "dct:title": told(activity.title),
        "dct:description": told(activity.description),
        "dpv:hasPersonalData": [*activity.categories, *([SPECIAL] if activity.special else [])],
        "dpv:hasRecipient": [f"{here}#role-{role.replace(' ', '-').lower()}" for role in activity.roles],
        "dpv:hasStorageCondition": {
            "@type": "dpv:StorageDuration",
            "dct:description": told(activity.clock),
            "dpv:hasDuration": duration(activity.days),
        },
        "dpv:hasTechnicalOrganisationalMeasure": [*MEASURES, *(MEASURES_OF_THE_VAULT if activity.closed else ())],
    }


def _plan(aim, site_url, here):
    """Return a process of which no more is known than its purpose."""
    consent = aim.basis.startswith("eu-gdpr:A6-1-a")
    objection = [OBJECT] if aim.basis.startswith(("eu-gdpr:A6-1-e", "eu-gdpr:A6-1-f")) else []
    return {
        "@id": f"{here}#process-{aim.id}",
        "@type": "dpv:Process",
        "dpv:hasPurpose": {
            "@id": f"{here}#purpose-{aim.id}",
            "@type": aim.concept,
            "dct:title": told(aim.title),
            "dct:description": told(aim.text),
        },
        **({"dpv:hasPersonalData": list(aim.uses)} if aim.uses else {}),
        "dpv:hasProcessing": list(PROCESSING),
        "dpv:hasNecessity": "dpv:Optional" if consent else "dpv:Required",
        "dpv:hasLegalBasis": [basis for basis in (aim.basis, aim.exception) if basis],
        "dpv:hasDataSubject": "dpv:Citizen",
        "dpv:hasRight": [*RIGHTS, *([WITHDRAW] if consent else objection)],
        "dpv:isExercisedAt": [f"{site_url}/@@mijn-gegevens", f"{site_url}/@@gegevens-zonder-account"],
    }


def duration(days):
    """Return how long something is kept: a number of days, or until something happens."""
    if days is None:
        return {"@type": "dpv:UntilEventDuration"}
    return {"@type": "xsd:duration", "@value": f"P{days}D"}


def told(message):
    """Return a message in all languages in which it is told, each once."""
    found = {in_language(message, language): language for language in reversed(LANGUAGES)}
    return [{"@language": language, "@value": text} for text, language in reversed(found.items()) if text]
