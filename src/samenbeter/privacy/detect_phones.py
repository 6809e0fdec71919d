"""Telephone numbers in a plain text, and which of them are nobody's own.

The rules find candidates of a fixed length themselves; the numbering plans come from ``phonenumbers``, whose own
search would be slow on a flood of digits.
"""

from phonenumbers import COUNTRY_CODE_TO_REGION_CODE
from phonenumbers import PhoneMetadata
from samenbeter.privacy.detect_text import before
from samenbeter.shared import marks

import re


_GAP = r"[ ().\-/\n]{0,4}"
# not the end of a date or of another number
_ALONE = r"(?<![0-9].)(?<![0-9][-.].)(?<![^0-9][0-9]/.)(?<![^0-9][0-9][0-9]/.)"
_COUNTRY = rf"{_GAP}3[ .\-]?1\)?{_GAP}(?:\(?0\)?{_GAP})?"
_DUTCH = re.compile(
    rf"[+(0]{_ALONE}(?:(?:(?<=\+)|(?<=0)[ ]?0|(?<=\()(?:\+|00)){_COUNTRY}|(?:(?<=0)|(?<=\()0){_GAP})"
    rf"(?P<number>[1-9](?:{_GAP}[0-9]){{8}})(?![0-9])"
)
_WITHOUT_PLUS = re.compile(rf"3(?<![+].){_ALONE}1{_GAP}(?P<number>6(?:{_GAP}[0-9]){{8}})(?![0-9])")
_FOREIGN = re.compile(
    rf"[+0]{_ALONE}(?:(?<=\+)|(?<=0)(?<![a-z].)0(?=[ .\-]?[1-9])){_GAP}(?P<number>[1-9](?:{_GAP}[0-9]){{7,14}})(?![0-9])"
)
_CUE_WORD = (
    r"(?:(?:tele|mobiele? ?|mobile? ?|prive ?|thuis ?)?(?:foon|fon|tel|telf?|phone)[a-z]* ?-?(?:nummer|nr|numer|number|no)?|"
    r"telefoon[a-z]*|telefon[a-z]*|tel ?(?:nr|nummer)?|mobiel[a-z]*|mobi|gsm|06 ?-?(?:nummer|nr)|whats? ?app?[a-z]*|wapp|"
    r"app(?:en|je)?(?: (?:me|mij))?|sms|bel(?:len)?(?: (?:me|mij|naar|op|met|hem|haar)){0,3}|gebeld|bereikbaar(?: (?:op|onder|via))?|"
    r"bereiken(?: op)?|mijn (?:nummer|nr)|(?:mijn|zijn|haar|z'n) nummer)"
)
_AFTER_CUE = re.compile(
    rf"{_CUE_WORD}\.?(?![a-z])[^0-9\n+]{{0,14}}(?P<number>\+?[0-9](?:[ ().\-/]{{0,3}}[0-9]){{5,13}})(?![0-9])"
)
_HAS_CUE = re.compile(rf"(?<![a-z]){_CUE_WORD}\.?(?![a-z])[^0-9]{{0,30}}$")
# a long number that is said to be something else
_OTHER = re.compile(
    r"(?:order|bestel|factuur|kvk|rsin|btw|artikel|serie|zending|track|pakket|barcode|isbn|agb|big|kenmerk|ticket|polis|"
    r"klant|patient|client|dossier|zaak|relatie|verzeker|lid|registratie|aanvraag|rekening|giro|iban|bsn|sofi)"
    r"[a-z]*\.?(?:[ -]?(?:nummer|nr|numer|no)\.?)?[^0-9\n]{0,14}$"
)
# 0800, 0900 and the like, and 14 with an area code, are services (numbering plan of the Netherlands, BWBR0010198)
_SERVICE = re.compile(r"(?:800|900|906|909|14)")
# organisations: 088, and internet lines that anybody can have: 084, 085, 087
_COMPANY = re.compile(r"88")
_INTERNET = re.compile(r"8[457]|91")
# helplines that many texts name: de Luisterlijn (www.deluisterlijn.nl)
HELPLINES = frozenset(("0880767000",))


def _national(region):
    """Return the expression for the numbers of a country, from the metadata of phonenumbers; None when unknown."""
    data = PhoneMetadata.metadata_for_region(region, None)
    kinds = (data.fixed_line, data.mobile, data.voip, data.personal_number) if data else ()
    patterns = [kind.national_number_pattern for kind in kinds if kind and kind.national_number_pattern]
    return re.compile("|".join(f"(?:{pattern})" for pattern in patterns)) if patterns else None


_PLAN = _national("NL")
_PLANS = {}


def _digits(text):
    return "".join(filter(str.isdigit, text))


def normal(number):
    """Return the digits of a telephone number as one dials them in the Netherlands."""
    digits = _digits(number)
    for prefix in ("0031", "31"):
        rest = digits.removeprefix(prefix)
        if rest != digits and len(rest) in (9, 10):
            return "0" + rest.removeprefix("0")
    return digits


def phones(plain, allowed=frozenset()):
    """Return the finds of telephone numbers.

    :param allowed: numbers, as ``normal`` returns them, that are nobody's own.
    """
    low = plain.low
    allowed = allowed | HELPLINES
    found = []
    for one in _DUTCH.finditer(low):
        found += _dutch(low, one.span(), _digits(one["number"]), allowed)
    for one in _WITHOUT_PLUS.finditer(low):
        found += _dutch(low, one.span(), _digits(one["number"]), allowed)
    for one in _FOREIGN.finditer(low):
        number = _digits(one["number"])
        if not number.startswith("31") and number not in allowed and _is_foreign(number):
            found.append((*one.span(), marks.PHONE, marks.HIGH, marks.SHAPE))
    for one in plain.tried("phone", _AFTER_CUE):
        found += _cued(one.span("number"), one["number"], allowed)
    return found


def _dutch(low, span, number, allowed):
    start, end = span
    if "0" + number in allowed or _SERVICE.match(number):
        return []
    front = before(low, start, 50)
    if low[end : end + 1].isalpha() or front[-1:].isalpha() or _OTHER.search(front):
        return []
    # a bracket that is not closed in it is not of it
    start += low[start] == "(" and ")" not in low[start:end]
    if _COMPANY.match(number):
        return [(start, end, marks.PHONE, marks.LOW, marks.SHAPE)]
    if _INTERNET.match(number):
        return [(start, end, marks.PHONE, marks.MEDIUM, marks.SHAPE)]
    if _PLAN.fullmatch(number):
        return [(start, end, marks.PHONE, marks.HIGH, marks.SHAPE)]
    cue = _HAS_CUE.search(front)
    return [(start, end, marks.PHONE, marks.MEDIUM if cue else marks.LOW, marks.SHAPE)]


def _is_foreign(number):
    """Return whether a number with the code of a country has a shape of that country."""
    for size in (1, 2, 3):
        regions = COUNTRY_CODE_TO_REGION_CODE.get(int(number[:size]))
        if regions:
            return any(
                _plan(region).fullmatch(number[size:].removeprefix("0")) for region in regions[:3] if _plan(region)
            )
    return False


def _plan(region):
    if region not in _PLANS:
        _PLANS[region] = _national(region)
    return _PLANS[region]


def _cued(span, text, allowed):
    """Return the find of a number after a word such as "mijn nummer is"."""
    number = normal(text)
    if number in allowed or _SERVICE.match(number.removeprefix("0")) or number.startswith("088"):
        return []
    whole = len(number) in (9, 10, 11) and (number[0] in "06" or text[0] == "+")
    # six, seven or eight digits: the number in the own town
    if not whole and (
        len(number) > 8 or len(number) < 7 or number[0] in "019" or re.match(r"(?:19|20)[0-9]{2}", number)
    ):
        return []
    return [(*span, marks.PHONE, marks.HIGH if whole else marks.MEDIUM, marks.CUE)]
