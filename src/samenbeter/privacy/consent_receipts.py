"""The receipt of a consent: for machines in words of the W3C Data Privacy Vocabulary, for people as a mail."""

from plone import api
from samenbeter import _
from samenbeter.privacy import consent_events as events
from samenbeter.privacy import dpv
from samenbeter.privacy import texts
from samenbeter.privacy.consent_words import EVENTS
from samenbeter.privacy.consents import key_of
from samenbeter.privacy.consents import OWN_PAGE
from samenbeter.privacy.purposes import in_language
from samenbeter.privacy.purposes import purpose_of
from samenbeter.shared import clock
from samenbeter.shared import mail


STATUS = {
    events.REQUESTED: "dpv:ConsentRequested",
    events.GIVEN: "dpv:ConsentGiven",
    events.REFUSED: "dpv:ConsentRefused",
    events.WITHDRAWN: "dpv:ConsentWithdrawn",
    events.EXPIRED: "dpv:ConsentExpired",
    events.RENEWED: "dpv:RenewedConsentGiven",
}
PROFILES = "https://w3id.org/dpv/schema/dpv-27560#"


def receipt(consent):
    """Return the receipt of a Consent as JSON-LD, whole: nothing has to be fetched to read it."""
    return {
        "@context": dpv.context(),
        "@id": f"urn:samenbeter:receipt:{consent.id}",
        "@type": "dpv:ConsentReceipt",
        "dct:conformsTo": f"{PROFILES}receipt-eu-gdpr",
        "dct:identifier": f"receipt-{consent.id}",
        "dct:created": clock.now().isoformat(timespec="seconds"),
        "dpv:hasRecordOfActivity": record(consent),
    }


def record(consent):
    """Return the record of a Consent as JSON-LD, without a context; it does not say who it is about."""
    data = consent.worded
    purpose = purpose_of(consent.purpose)
    owner = data["controller"]
    return {
        "@id": f"urn:samenbeter:consent:{consent.id}",
        "@type": "dpv:ConsentRecord",
        "dct:conformsTo": f"{PROFILES}record-eu-gdpr",
        "dct:identifier": consent.id,
        "dpv:hasDataSubject": "dpv:Citizen",
        "dpv:hasNotice": notice(data["notice"]),
        "dpv:hasProcess": {
            "@type": "dpv:Process",
            "dpv:hasPurpose": {
                "@id": f"urn:samenbeter:purpose:{consent.purpose}",
                "@type": purpose.concept if purpose else "dpv:Purpose",
            },
            "dpv:hasPersonalData": data["categories"],
            "dpv:hasProcessing": ["dpv:Store", "dpv:Use"],
            "dpv:hasNecessity": "dpv:Optional",
            "dpv:hasLegalBasis": [basis for basis in (data["basis"], data["exception"]) if basis],
            "dpv:hasDataController": {
                "@id": "urn:samenbeter:controller",
                "@type": "dpv:DataController",
                "dpv:hasName": owner["name"],
                **({"dpv:hasContact": f"mailto:{owner['email']}"} if owner["email"] else {}),
                **({"dpv:hasAddress": owner["address"]} if owner["address"] else {}),
            },
            "dpv:hasRecipient": [f"urn:samenbeter:{party}" for party in data["recipients"]],
            "dpv:hasConsentControl": {"@type": "dpv:WithdrawConsent", "dpv:isExercisedAt": data["withdrawal"]},
            "dpv:hasRight": ["eu-gdpr:A7-3", "eu-gdpr:A15", "eu-gdpr:A17", "eu-gdpr:A77"],
        },
        "dpv:hasIndicationMethod": data["method"],
        **({"dct:valid": data["valid_until"]} if data["valid_until"] else {}),
        "dpv:hasConsentStatus": [
            {"@type": STATUS[what], "dpv:isIndicatedAtTime": when.isoformat(timespec="seconds")}
            for what, when in consent.history
        ],
    }


def notice(data):
    """Return the text that somebody read, as JSON-LD.

    :param data: the "notice" of an event.
    """
    return {
        "@id": f"urn:sha256:{data['sha256']}",
        "@type": "dpv:ConsentNotice",
        "dct:language": data["language"],
        "dct:hasVersion": str(data["version"]),
        "dct:description": {"@language": data["language"], "@value": texts.read(data["sha256"])},
    }


def send(subject, consent, address, language):
    """Keep a mail with the receipt, to be sent after this transaction. Its subject says nothing about what it is.

    :param address: the mail address of the person.
    :raises mail.NoAddress: when it is none; nothing is kept then.
    """
    what, when = consent.history[-1]
    page = consent.worded["withdrawal"] or f"{api.portal.get().absolute_url()}/{OWN_PAGE}"
    parts = [
        _("consent_mail_lead", default="Dit is het bewijs dat je vroeg."),
        EVENTS[what],
        when.strftime("%d-%m-%Y %H:%M UTC"),
        _("consent_mail_text", default="Dit was de tekst:"),
        texts.read(consent.worded["notice"]["sha256"]),
        _("consent_mail_number", default="Nummer van het bewijs: ${id}", mapping={"id": consent.id}),
        _("consent_mail_back", default="Bedenk je je? Dat kan altijd, hier: ${url}", mapping={"url": page}),
    ]
    body = "\n\n".join(in_language(part, language) for part in parts) + "\n"
    title = in_language(_("consent_mail_title", default="Je bewijs van het wijkplatform"), language)
    mail.send(address, title, body, about=key_of(subject))
