"""Licence plates, and the numbers by which care and insurance know a person, in a plain text."""

from samenbeter.privacy.detect_text import before
from samenbeter.shared import marks

import re


# the rows of Dutch plates (RDW): 1 to 14 of cars, L for a letter and 9 for a digit
_ROWS = (
    "LL-99-99 99-99-LL 99-LL-99 LL-99-LL LL-LL-99 99-LL-LL 99-LLL-9 9-LLL-99 LL-999-L L-999-LL LLL-99-L L-99-LLL 9-LL-999 "
    "999-LL-9"
).split()


def _row(shape, gap):
    groups = []
    for group in shape.split("-"):
        groups.append(f"[a-z]{{{len(group)}}}" if group[0] == "L" else f"[0-9]{{{len(group)}}}")
    return gap.join(groups)


_DASHED = re.compile(
    rf"(?=[a-z0-9]{{1,3}}-)(?<![a-z0-9])(?<![a-z0-9][-./])(?:{'|'.join(_row(row, '-') for row in _ROWS)})(?![a-z0-9])(?![-/.][a-z0-9])"
)
_ANY_GAP = r"[ .\-]{0,3}"
_LOOSE = rf"(?:{'|'.join(_row(row, _ANY_GAP) for row in _ROWS)})"
_SPELLED = rf"(?:{'|'.join(re.sub(r'(?P<set>.a-z.|.0-9.).(?P<n>[0-9]).', lambda m: _ANY_GAP.join([m['set']] * int(m['n'])), _row(row, _ANY_GAP)) for row in _ROWS)})"
_CUE_WORD = (
    r"(?:ken ?te+kens?(?: ?(?:nummer|nr))?|kente+ken|nummer ?(?:plaat|bord)(?:en)?|num+erplaat|plaatnummer|auto(?:tje)?(?: (?:van mij|van ons))?|wagen|bus(?:je)?|scooter|brommer|scootmobiel|"
    r"motor|bestelbus|camper|caravan|aanhanger|parkeer[a-z]*|geparkeerd|taxi|opel|volkswagen|vw|toyota|peugeot|renault|ford|fiat|kia|"
    r"citroen|bmw|mercedes|audi|seat|skoda|volvo|suzuki|hyundai|nissan|tesla|mazda|honda|polo|golf|corsa)"
)
_CUED = re.compile(
    rf"{_CUE_WORD}(?![a-z])(?:[^0-9a-z\n]{{0,3}}|(?: [a-z]{{2,12}}){{0,5}}[ :,]{{1,3}})(?P<plate>(?<![a-z0-9])(?!(?:is|was|en|op|in|nr|om) ){_SPELLED})(?![a-z0-9])"
)
_PLATE_WORD = re.compile(r"ken|num|plaat")
_STRONG_CUE = re.compile(
    r"(?:kente+ken(?: ?(?:nummer|nr))?|ken teken|nummer ?(?:plaat|bord))(?![a-z])(?:[^0-9a-z\n]{0,3}| (?:is|van (?:mijn|de|onze) [a-z]+)[ :]{1,3}(?:is )?)(?P<plate>[a-z0-9](?:[ \-]?[a-z0-9]){3,8})(?![a-z0-9])"
)
_NO_LETTERS = re.compile(
    r"(?:jan|feb|mrt|apr|mei|jun|jul|aug|sep|okt|nov|dec|mg|ml|kg|km|cm|mm|gr|dd|st|uur|max|min|en|of|de|in|op|te|nr|am|pm|sa|sd|ss|ad|icd|dbc|agb|kvk|btw|van|tot)"
)


def plates(plain):
    """Return the finds of licence plates."""
    low = plain.low
    found = []
    for one in _DASHED.finditer(low):
        groups = one.group().split("-")
        if any(_NO_LETTERS.fullmatch(group) for group in groups):
            continue
        cue = _NEAR.search(before(low, one.start(), 60))
        code = _CODE.search(before(low, one.start(), 40))
        sure = (
            marks.LOW if code else marks.HIGH if cue or plain.text[one.start() : one.end()].isupper() else marks.MEDIUM
        )
        found.append((*one.span(), marks.LICENSEPLATE, sure, marks.SHAPE))
    for one in plain.tried("vehicle", _CUED):
        letters = re.findall(r"[a-z]+", one["plate"])
        spaced = " " in one["plate"] and not plain.text[slice(*one.span("plate"))].isupper()
        if spaced and re.search("[aeiouyq]", one["plate"]) and not _PLATE_WORD.match(one.group()):
            # "bus 18 gaat"
            continue
        if not any(_NO_LETTERS.fullmatch(word) for word in letters) and not low[one.end() :].startswith(
            (" jaar", " keer", " km")
        ):
            found.append((*one.span("plate"), marks.LICENSEPLATE, marks.HIGH, marks.CUE))
    for one in plain.tried("vehicle", _STRONG_CUE):
        plate = one["plate"]
        if re.search("[0-9]", plate) and re.search("[a-z]", plate):
            found.append((*one.span("plate"), marks.LICENSEPLATE, marks.MEDIUM, marks.CUE))
    return found


_NEAR = re.compile(rf"(?<![a-z]){_CUE_WORD}(?![a-z])")
_CODE = re.compile(
    r"(?:code|nummer|nr|artikel|kenmerk|referentie|zaak|model|type|serie|versie|order|bestel|factuur|lot|batch|icd|atc|rvg)[a-z]*\.?[ :]{0,3}(?:is )?$"
)

_CARE = (
    r"(?:pati?e?nt(?:en)?|pat|pasient|patent|polis|klant(?:en)?|dossier|client(?:en)?|kliente?n?|klient|zorg|zorg ?pas|verzekerden?|verzekerings?|verzeker|relatie|lidmaatschaps?|"
    r"leden|lid|registratie|inschrijf|inschrijvings|epd|ecd|hap|uzi|ziekenhuis|ponskaart|behandel|zaak|burger|deelnemers?|"
    r"aanmeld|indicatie|beschikkings?|wmo|pgb|ciz|v|vreemdelingen|paspoort|rij ?bewijs|id ?-?kaart|identiteits ?kaart|document|"
    r"identificatie|bewoners|huurders?|huur|contract|studenten?|leerling|personeels?|medewerkers?|debiteuren|donor|kaart|pas|recept|apotheek|zorg ?verzekerings?|"
    r"ziekenfonds|verblijfs ?(?:vergunning|document)|uitkerings|uwv|svb|digid|ind|coa)"
)
_PATIENT = re.compile(
    rf"{_CARE}[ -]?(?:nummer|numer|nummmer|nr|num|no|id|code)s?\.?(?![a-z])"
    r"(?P<between>(?:,? (?:is|van|voor|bij|mijn|mij|me|de|het|zijn|haar|dat|luidt|ook|daar|in|ik|heb|heeft|hebben|staat|was|met|op|nummer|[a-z]{4,16}|(?:bij|van|voor|in)(?: (?:de|het|mijn))? [a-z]{2,16})){0,7}[ :=#(\"'.\-]{0,4})"
    r"(?P<number>(?<![a-z0-9])(?=[a-z0-9./ \-]{0,12}[0-9][ ./\-]?[0-9])(?:[a-z]{1,4}[ .\-/]?)?[0-9](?:[ ./\-]?[0-9]|(?<=[0-9./\-])[a-z]{1,2}(?![a-z])){2,22})(?![a-z0-9])"
)
_SHORT = re.compile(
    r"(?:zorgpolis|zorgpas|verzekeringspas|polis|paspoort|rijbewijs|id-kaart|verblijfsvergunning|dossier|patient(?:en)?|client|klant|zaak|epd|lid)(?:[ :=#]|nr\.?){1,3}(?P<number>(?<![a-z0-9])(?:[a-z]{1,3}[ .\-]?)?[0-9](?:[ .\-]?[0-9a-z](?![a-z])){4,18})(?![a-z0-9])"
)
_NUMBER = r"(?P<number>(?<![a-z0-9])(?:[a-z]{1,3}[ .\-]?)?[0-9](?:[ .\-/]?[0-9]){3,14})(?![a-z0-9])"
# "mijn nummer bij het ziekenhuis is", "het dossier bij de gemeente heeft nummer"
_AT_CARE = re.compile(
    r"(?:nummer|nr)\.? (?:bij|(?<=(?:mijn|haar|zijn) nummer )van) (?:de |het |mijn |onze )?(?:zorg[a-z]*|ziekenhuis|huisarts[a-z]*|apotheek|ggz|cak|ciz|uwv|svb|wmo|olvg|amc|vumc|cz|vgz|"
    rf"menzis|ohra|dsw|fbto|achmea|polikliniek|thuiszorg|gemeente|woningbouw[a-z]*)(?: [a-z]{{2,14}}){{0,3}}[ :]{{1,2}}{_NUMBER}"
)
_HAS_NUMBER = re.compile(
    rf"(?:dossier|zaak|polis|aanvraag|melding)(?: [a-z]{{2,16}}){{0,6}} (?:nummer|nr)\.?:? (?:is )?{_NUMBER}"
)
_KNOWN_BY = re.compile(
    rf"(?:sta|staat|bekend|ingeschreven|geregistreerd)(?: [a-z]{{2,16}}){{0,6}} (?:onder|met) (?:het )?(?:nummer|nr)\.?:? (?:is )?{_NUMBER}"
)
_BACK = re.compile(rf"(?:is|was) (?:mijn|het|zijn|haar|m'n|me) {_CARE}[ -]?(?:nummer|nr|numer)")
_NUMBER_BEFORE = re.compile(r"(?:^|[^a-z0-9])(?P<number>(?:[a-z]{1,3}-?)?[0-9][0-9.\-]{3,14}[0-9]) $")
_TAIL = re.compile(r"(?:[ ./\-]{1,3}[a-z]{1,2}| ){1,6}$")


# a mobile number, and the numbers of services
_MOBILE = re.compile(r"(?:0|00 ?31|\+31)[ .\-]?6(?:[ .\-]?[0-9]){8}")
_SERVICE = re.compile(r"14 ?0[0-9]{2,3}|0[89]00[ \-]?(?:[ \-]?[0-9]){4,7}")


def _is_to_call(number, distance):
    """Return whether a number is one to call: a mobile one some words after "patiëntnummer", or of a service."""
    return bool(_SERVICE.fullmatch(number)) or (distance > 34 and bool(_MOBILE.fullmatch(number)))


def numbers(plain):
    """Return the finds of numbers of patients, clients, policies and documents."""
    low = plain.low
    found = []
    for rule, expression in (
        ("patient", _PATIENT),
        ("patient", _SHORT),
        ("patient", _HAS_NUMBER),
        ("known_by", _KNOWN_BY),
        ("number", _AT_CARE),
        ("patient_back", _BACK),
    ):
        for one in plain.tried(rule, expression):
            if expression is _BACK:
                one = _NUMBER_BEFORE.search(low, max(0, one.start() - 25), one.start())
            if not one:
                continue
            start, end = one.span("number")
            tail = _TAIL.search(low, start, end)
            if tail and tail.start() > start and " " in tail.group():
                end = tail.start()
            digits = sum(map(str.isdigit, low[start:end]))
            if digits < 3 or _is_to_call(low[start:end], start - one.start()):
                continue
            year = re.fullmatch(r"(?:19|20)[0-9]{2}", low[start:end])
            found.append((start, end, marks.PATIENTNR, marks.LOW if year else marks.HIGH, marks.CUE))
    return found
