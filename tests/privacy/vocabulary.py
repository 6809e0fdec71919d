"""The words of the W3C Data Privacy Vocabulary 2.3 that we use; each was looked up in its published lists."""

import re


DPV = frozenset(
    """
    AccessControlMethod AccountManagement ActivityMonitoring Citizen Collect CommunicationForCustomerCare
    CommunicationManagement ConsentExpired ConsentGiven ConsentNotice ConsentReceipt ConsentRecord ConsentRefused
    ConsentRequested ConsentWithdrawn DataController EncryptionAtRest EnforceSecurity Erase NonPersonalData Optional
    PersonalData PrivacyNotice Process Pseudonymisation PublicBenefit Purpose RecordManagement RenewedConsentGiven
    Required RightsFulfilment ServiceProvision SpecialCategoryPersonalData StorageDuration Store UntilEventDuration
    Use WithdrawConsent
    hasAddress hasConsentControl hasConsentStatus hasContact hasDataController hasDataProtectionOfficer hasDataSubject
    hasDuration hasIndicationMethod hasLegalBasis hasName hasNecessity hasNotice hasPersonalData hasProcess
    hasProcessing hasPurpose hasRecipient hasRecordOfActivity hasRight hasStorageCondition
    hasTechnicalOrganisationalMeasure isExercisedAt isIndicatedAtTime
    """.split()
)
EU_GDPR = frozenset("A6-1-a A6-1-b A6-1-c A6-1-f A7-3 A9-2-a A9-2-f A15 A16 A17 A18 A20 A21 A77".split())
PD = frozenset(
    """
    AccountIdentifier Communication Contact EmailAddress EmailContent GroupMembership Health Identifying Interaction
    Language LifeHistory Location Name Opinion Password PhysicalAddress PhysicalCharacteristic Picture
    PrivacyPreference Professional Profile TelephoneNumber Username
    """.split()
)
DCT = frozenset("conformsTo created description hasVersion identifier language modified title valid".split())
XSD = frozenset({"duration"})
# of addresses
SCHEMES = ("mailto", "tel", "urn")
KNOWN = {"dpv": DPV, "eu-gdpr": EU_GDPR, "pd": PD, "dct": DCT, "xsd": XSD}


def unknown(data, key=""):
    """Return the words of a JSON-LD document that are in none of the lists.

    :param data: what JSON says.
    """
    found = set()
    if isinstance(data, dict):
        for name, value in data.items():
            if name == "@context":
                continue
            found |= _unknown_word(name) if not name.startswith("@") else set()
            if name != "@value":
                found |= unknown(value, name)
    elif isinstance(data, list):
        for value in data:
            found |= unknown(value, key)
    elif isinstance(data, str) and key.startswith(("dpv:", "@type")):
        found |= _unknown_word(data)
    return found


def _unknown_word(text):
    # an address has more after the colon, a text has spaces
    if not re.fullmatch(r"[a-z-]+:[A-Za-z0-9-]+", text):
        return set()
    prefix, _colon, word = text.partition(":")
    return set() if prefix in SCHEMES or word in KNOWN.get(prefix, ()) else {text}
