"""Citizen service numbers (BSN) and bank accounts (IBAN) in a plain text.

The BSN has nine digits that pass the eleven-test; one number in eleven passes it by chance, so what stands
around it counts. Finds are tuples (start, end, kind, confidence, why).
"""

from samenbeter.privacy.detect_text import before
from samenbeter.shared import marks
from stdnum import iban
from stdnum.nl import bsn

import re


_GAP = r"[ .\-_/,\n]{0,3}"
_CHAIN = re.compile(rf"[0-9](?<![0-9].)[0-9]{{0,8}}(?:{_GAP}[0-9]{{1,9}}(?![0-9])){{0,60}}(?![0-9])")
# groups in which people write it
_GROUPS = re.compile(
    r"(?<![0-9])(?:[0-9]{9}|[0-9]{3}([ .\-_/]{1,3})[0-9]{3}\1[0-9]{3}|[0-9]{4}[ .\-]{1,3}[0-9]{2}[ .\-]{1,3}[0-9]{3}|"
    r"[0-9]{2}([ .\-]{1,3})[0-9]{2}\2[0-9]{2}\2[0-9]{3}|[0-9]{3}([ .\-]{1,3})[0-9]{2}\3[0-9]{2}\3[0-9]{2}|"
    r"[0-9]{4}([ .\-]{1,3})[0-9]{5}|[0-9]{5}([ .\-]{1,3})[0-9]{4})(?![0-9])"
)
BSN_CUE = (
    r"(?:bsn|b\.s\.n\.?|b s n|bsn[ -]?(?:nummer|nr)|burger ?service ?-?(?:nummer|nr|numer)?|service ?-?nummer|"
    r"sofi ?-?(?:nummer|nr)?|burger ?nummer|persoons ?nummer|bsnr)"
)
_AFTER_CUE = re.compile(
    rf"{BSN_CUE}(?![a-z])(?P<between>[^0-9]{{0,45}})"
    rf"(?P<number>[0-9](?:{_GAP}[0-9]){{7,8}})(?![0-9])"
)
# a number that is said to be something else
_OTHER = re.compile(
    r"(?:order|bestel|bestelling|factuur|kvk|kamer van koophandel|rsin|fiscaal|btw|artikel|serie|model|product|"
    r"zending|track|pakket|barcode|ean|isbn|agb|big|meter|kenmerk|referentie|ticket|bon|transactie|betalings?|code|"
    r"polis|klant|patient|client|dossier|zaak|relatie|verzeker[a-z]*|lid|lidmaatschap|registratie|aanvraag|"
    r"tel|telefoon|mobiel|bel|whatsapp|fax|rekening|giro)[a-z]*\.?(?:[ -]?(?:nummer|nr|numer|no)s?\.?)?"
    r"[^0-9\n]{0,20}$"
)
_MONEY = re.compile(r"(?:€|eur|euro|\$)\s*$")
_UNIT = re.compile(r"\s?(?:euro|eur\b|mg|ml|km|kg|%|inwoners|mensen|stuks)")
_DATE = re.compile(r"[0-9]{1,2}([-/. ])[0-9]{1,2}\1(?:19|20)[0-9]{2}|(?:19|20)[0-9]{2}[-/.][0-9]{1,2}[-/.][0-9]{1,2}")


def passes(digits):
    """Return whether nine digits pass the eleven-test and are no row of noughts."""
    return len(digits) == 9 and digits.strip("0") != "" and bsn.checksum(digits) == 0


def _digits(text):
    return "".join(filter(str.isdigit, text))


def bsns(plain):
    """Return the finds of BSNs."""
    low = plain.low
    found = []
    for cue in plain.tried("bsn", _AFTER_CUE):
        number = _digits(cue["number"])
        if cue["between"].count("\n") > 1 or _OTHER.search(cue["between"]):
            continue
        right = passes(number.zfill(9))
        sure = marks.HIGH if right else marks.MEDIUM
        found.append((*cue.span("number"), marks.BSN, sure, marks.CUE))
    for chain in _CHAIN.finditer(low):
        text = chain.group()
        if sum(map(str.isdigit, text)) == 9:
            found += _whole(low, chain.start(), text)
        elif len(text) > 8:
            for group in _GROUPS.finditer(low, *chain.span()):
                if passes(_digits(group.group())):
                    found.append((*group.span(), marks.BSN, _sure(low, *group.span(), marks.HIGH), marks.CHECKED))
    return found


def _whole(low, start, text):
    """Return the find of nine digits that stand by themselves, with anything in between."""
    digits = _digits(text)
    if not passes(digits) or _DATE.match(text):
        return []
    gaps = {gap.strip() or " " for gap in re.findall(r"[^0-9]+", text)}
    sure = marks.HIGH if _GROUPS.fullmatch(text) or (len(gaps) == 1 and len(text) >= 17) else marks.MEDIUM
    if len(gaps) > 1 or "," in gaps:
        sure = marks.LOW
    end = start + len(text)
    return [(start, end, marks.BSN, _sure(low, start, end, sure), marks.CHECKED)]


def _sure(low, start, end, sure):
    """Return how sure it is, after a look at what stands around it."""
    front = before(low, start, 50)
    if _OTHER.search(front) or _MONEY.search(front) or _UNIT.match(low, end) or front[-1:] in ("+", "#"):
        return marks.LOW
    if front[-1:].isalpha() or low[end : end + 1].isalpha() or (front[-1:] in "-./" and front[-2:-1].isalnum()):
        return marks.LOW
    return sure


_COUNTRIES = sorted(
    "AD AE AL AT AZ BA BE BG BH BI BR BY CH CR CY CZ DE DJ DK DO EE EG ES FI FK FO FR GB GE GI GL GR GT HR HU IE IL IQ "
    "IS IT JO KW KZ LB LC LI LT LU LV LY MC MD ME MK MN MR MT MU NI NL NO OM PK PL PS PT QA RO RS RU SA SC SD SE SI SK "
    "SM SO ST SV TL TN TR UA VA VG XK YE".lower().split()
)
_IBAN_START = re.compile(
    r"(?P<one>[a-z])(?<![a-z0-9].)[ .-]?(?P<two>[a-z])[ .\-:]{0,2}[0-9][ .-]?[0-9](?=[ .\-]{0,2}[a-z0-9])"
)
_VALUES = {ord(char): str(value) for value, char in enumerate("abcdefghijklmnopqrstuvwxyz", 10)}
_TAKE_OUT = str.maketrans("", "", " .-\n")
_NL = re.compile(r"nl[0-9]{2}[a-z]{4}[0-9]{10}")
_BANKS = frozenset("abna asnb buna bitj bunq fvlb hand ingb isbk knab kred nwab rabo rbrb revo snsb trio ubsw".split())
_ACCOUNT = re.compile(
    r"(?:rekening ?-?(?:nummer|nr|numer)|bank ?-?(?:nummer|nr|rekening(?:nummer)?)|giro ?-?(?:nummer|nr|rekening)?|"
    r"iban ?-?(?:nummer|nr)?)(?![a-z])[^0-9\n]{0,25}(?P<number>[0-9](?:[ .\-]?[0-9]){5,9})(?![0-9])"
)
_IBAN_CUE = re.compile(r"(?:iban|rekening|bank|giro|overmaken|maak|stort)[^\n]{0,30}$")


def ibans(plain):
    """Return the finds of bank accounts."""
    low = plain.low
    found = []
    for start in _IBAN_START.finditer(low):
        if start["one"] + start["two"] not in _LENGTHS:
            continue
        end, valid = _account(low, start.start())
        if end:
            found.append((start.start(), end, marks.IBAN, marks.HIGH if valid else marks.MEDIUM, _why(valid)))
    for cue in plain.tried("account", _ACCOUNT):
        found.append((*cue.span("number"), marks.IBAN, marks.MEDIUM, marks.CUE))
    return found


def _why(valid):
    return marks.CHECKED if valid else marks.SHAPE


def _account(low, start):
    """Return (end, valid) of the account that begins there; (None, False) when there is none."""
    piece = low[start : start + 90]
    compact = piece.translate(_TAKE_OUT)
    length = _LENGTHS.get(compact[:2])
    number = compact[:length]
    if not length or len(number) < length or not (number.isascii() and number.isalnum()):
        return None, False
    end = start + _end(piece, length)
    if low[end : end + 1].isalnum() and low[end - 1] in "0123456789" and low[end].isdigit():
        return None, False
    if _STRUCTURES[compact[:2]].fullmatch(number, 4) and _mod97(number):
        return end, True
    if _NL.fullmatch(number) and (number[4:8] in _BANKS or _IBAN_CUE.search(before(low, start, 50))):
        return end, False
    return None, False


def _end(piece, length):
    """Return where the piece ends that has so many characters of a number."""
    for at, char in enumerate(piece, 1):
        length -= char not in " .-\n"
        if not length:
            return at
    return len(piece)


def _mod97(number):
    return int((number[4:] + number[:4]).translate(_VALUES)) % 97 == 1


def _structures():
    """Return {country: expression for what follows the check digits}, from the table of python-stdnum."""
    found = {}
    for country in _COUNTRIES:
        info = iban._ibandb.info(country.upper() + "00")[0][1]
        structure = info.get("bban", "")
        parts = re.findall(r"([0-9]+)!?([nac])", structure)
        if parts:
            found[country] = re.compile("".join(f"{_SETS[kind]}{{{size}}}" for size, kind in parts))
            _LENGTHS[country] = 4 + sum(int(size) for size, _kind in parts)
    return found


_SETS = {"n": "[0-9]", "a": "[a-z]", "c": "[a-z0-9]"}
_LENGTHS = {}
_STRUCTURES = _structures()
