"""Marks: where a text seems to say who somebody is. They say what and where, never the words themselves."""

from dataclasses import dataclass
from samenbeter import _


BSN = "BSN"
IBAN = "IBAN"
PHONE = "PHONE"
EMAIL = "EMAIL"
POSTCODE = "POSTCODE"
ADDRESS = "ADDRESS"
DOB = "DOB"
NAME = "NAME"
LICENSEPLATE = "LICENSEPLATE"
PATIENTNR = "PATIENTNR"
URL = "URL"
HANDLE = "HANDLE"

HIGH = "high"
MEDIUM = "medium"
LOW = "low"

# from sure to unsure
CONFIDENCES = (HIGH, MEDIUM, LOW)

# kind: what it is called in a sentence: "Wij zien een telefoonnummer."
WORDS = {
    BSN: _("mark_bsn", default="een burgerservicenummer (BSN)"),
    IBAN: _("mark_iban", default="een rekeningnummer"),
    PHONE: _("mark_phone", default="een telefoonnummer"),
    EMAIL: _("mark_email", default="een e-mailadres"),
    POSTCODE: _("mark_postcode", default="een postcode"),
    ADDRESS: _("mark_address", default="een adres"),
    DOB: _("mark_dob", default="een geboortedatum"),
    NAME: _("mark_name", default="een naam"),
    LICENSEPLATE: _("mark_licenseplate", default="een kenteken"),
    PATIENTNR: _("mark_patientnr", default="een nummer van een patiënt of klant"),
    URL: _("mark_url", default="een adres op internet"),
    HANDLE: _("mark_handle", default="een naam op sociale media"),
}

# kind: what stands in its place in the proposal of a redaction
PLACEHOLDERS = {
    BSN: _("mark_placeholder_bsn", default="[bsn]"),
    IBAN: _("mark_placeholder_iban", default="[rekeningnummer]"),
    PHONE: _("mark_placeholder_phone", default="[telefoonnummer]"),
    EMAIL: _("mark_placeholder_email", default="[e-mailadres]"),
    POSTCODE: _("mark_placeholder_postcode", default="[postcode]"),
    ADDRESS: _("mark_placeholder_address", default="[adres]"),
    DOB: _("mark_placeholder_dob", default="[geboortedatum]"),
    NAME: _("mark_placeholder_name", default="[naam]"),
    LICENSEPLATE: _("mark_placeholder_licenseplate", default="[kenteken]"),
    PATIENTNR: _("mark_placeholder_patientnr", default="[nummer]"),
    URL: _("mark_placeholder_url", default="[internetadres]"),
    HANDLE: _("mark_placeholder_handle", default="[account]"),
}

# the kinds, in the order in which pages name them
KINDS = tuple(WORDS)

# why something was marked: a short sentence without what was marked
CHECKED = _("mark_why_checked", default="Het nummer klopt met de rekenregel.")
SHAPE = _("mark_why_shape", default="Het ziet er zo uit.")
CUE = _("mark_why_cue", default="De woorden ervoor wijzen erop.")
SPELLED = _("mark_why_spelled", default="Het is in woorden geschreven.")
YEAR = _("mark_why_year", default="Het is een hele datum van lang geleden.")
KNOWN = _("mark_why_known", default="Het is de naam of het adres van wie dit schrijft.")


@dataclass(frozen=True, order=True)
class Mark:
    """One place in a text: the characters from ``start`` up to ``end`` of the text as it was given.

    ``kind`` is one of KINDS, ``confidence`` one of CONFIDENCES, ``why`` a message without what was marked.
    """

    start: int
    end: int
    kind: str
    confidence: str
    why: str = SHAPE
