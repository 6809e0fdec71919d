"""Dates of birth in a plain text: a date with a word for birth, or a whole date of long ago."""

from datetime import date
from samenbeter.privacy.detect_text import before
from samenbeter.shared import marks

import re


_MONTHS = (
    r"(?:jan(?:uari|uarie|uary)?|jann?uari|feb(?:ruari|ruarie|uari|ruary)?|maart|maard|mart|mrt|maa|march|april|apr|aprl|mei|may|"
    r"jun(?:i|ie|e)?|jul(?:i|ie|y)?|aug(?:ustus|ust|usts)?|agustus|sep(?:t|tember)?|okt(?:ober)?|oct(?:ober)?|nov(?:ember)?|"
    r"dec(?:ember)?|desember|ocak|subat|nisan|mayis|haziran|temmuz|agustos|eylul|ekim|kasim|aralik)\.?"
)
_DAY = r"(?:0?[1-9]|[12][0-9]|3[01])"
_MON = r"(?:0?[1-9]|1[0-2])"
_SEP = r"\s{0,2}[-/.,|]\s{0,2}"
_YEAR = r"(?:1 ?9|2 ?0) ?[0-9] ?[0-9]"
_FULL = re.compile(
    rf"(?=[0-9])(?<![0-9])(?<![0-9][-/.,])(?:{_DAY}(?P<s>{_SEP}|[ ]){_MON}(?P=s)(?P<y1>{_YEAR})|(?P<y2>{_YEAR})[-/.]{_MON}[-/.]{_DAY}|"
    rf"{_DAY}(?:e|ste|de)?[ .\-/]{{0,2}}(?:van |de )?{_MONTHS}(?:[ ,\-/]|van |jaar ){{0,3}}(?P<y3>{_YEAR}))(?![0-9])(?![-/][0-9])"
)
# with a word for birth, less is enough
_SHORT_YEAR = "(?:" + _YEAR + "|'?[0-9]{2})"
_PART = (
    rf"(?:{_DAY}(?:{_SEP}|\s){_MON}(?:{_SEP}|\s){_SHORT_YEAR}|0 [1-9] 0 [1-9] {_SHORT_YEAR}|[1-3]?[0-9] 0 [1-9] {_SHORT_YEAR}|{_YEAR}[-/. ]{_MON}[-/. ]{_DAY}|"
    rf"{_DAY}(?:e|ste|de)?[ .\-/]{{0,2}}(?:van |de )?{_MONTHS}(?:[ ,\-/.]|van |jaar |in ){{0,3}}{_SHORT_YEAR}|"
    rf"{_MONTHS} {_DAY}(?:st|nd|rd|th)?,? {_YEAR}|"
    rf"{_DAY}(?:e|ste|de)? (?:van de|van|de) {_MON}(?:e|de)? (?:in |van )?{_SHORT_YEAR}|"
    rf"{_DAY}(?:e|ste|de)? {_MONTHS}|{_DAY}{_SEP}{_MON}(?!{_SEP})|[0-3][0-9][01][0-9](?:19|20)[0-9]{{2}}|"
    rf"(?:de )?(?:dag:? ?){_DAY}[ ,]{{1,3}}(?:en )?(?:de )?maand:? ?(?:{_MON}|{_MONTHS})[ ,]{{1,3}}(?:en )?(?:het )?jaar:? ?{_SHORT_YEAR}|"
    rf"{_MONTHS} (?:van |in )?{_YEAR}|{_YEAR})"
)
_BIRTH = (
    r"(?:ge ?boren|gebore|geborn|geboorn|geboren?d|geb\.?(?:oorte)?|g\.?b\.? ?dat(?:um)?|gebdat(?:um)?|geb\.? ?dat\.?(?:um)?|geboo?rte ?-?(?:datum|dag|jaar|date|datom|dattum)?|"
    r"gebo+r+te? ?-?(?:datum|dag)|geb ?datum|verjaar(?:dag|t)?|verjaar|jarig|d\.?o\.?b\.?|date of birth|birth ?(?:date|day)|born|bevallen|ter wereld gekomen|"
    r"(?:ik ben|die is|is|ben) van(?= [0-9])|dogum(?: tarihi)?)"
)
_CUED = re.compile(
    rf"{_BIRTH}(?![a-z])(?P<between>[^0-9]{{0,32}}?)(?P<date>(?<![0-9a-z]){_PART})(?![0-9])(?![-/][0-9])"
)
# "12 maart '61 ben ik geboren"
_BORN = re.compile(r"(?:geboren|gebore|geb)(?![a-z])")
_JUST_BEFORE = re.compile(
    rf"(?:^|[^0-9a-z])(?P<date>{_DAY}(?:{_SEP}{_MON}{_SEP}|(?:e|ste|de)?[ .]{{1,2}}{_MONTHS} ){_SHORT_YEAR})"
    r"[ ,(]{1,2}(?:(?:ben|is) (?:ik|hij|zij|ze|mijn [a-z]{2,14}) )?$"
)
_AFTER = re.compile(r"[ ,)]{0,3}(?:(?:ben|is) (?:ik|hij|zij|ze|mijn [a-z]+) geboren|geboren|\(?geb\.?(?:oorte)?)")
# what a date of long ago is about, when it is not about birth
_EVENT = re.compile(
    r"(?:sinds|per|vanaf|tot|wet|besluit|verdrag|getrouwd|huwelijk|trouw|overleden|gestorven|sterf|overlijd|geopereerd|operatie|opgenomen|"
    r"ongeluk|ongeval|diagnose|verhuis|gehuwd|opgericht|dienst|afspraak|gescheiden|begonnen|gestart|gestopt|ingegaan|oorlog|bevrijding|"
    r"herdenk|krant|foto|gemaakt|gebouwd|geopend|nederland|gekomen|werk|contract|brief|uitslag|onderzoek|regeling|versie|artikel|staatsblad)"
    r"[^\n.]{0,30}$"
)
_HAPPENED = re.compile(
    r",? (?:ben|heb|is|was|werd|kreeg|overleed|had|kwam|ging|begon|stopte|verhuisde|trouwde|zijn|hebben|waren|heeft|krijgt) "
    r"(?!(?:ik |hij |zij |ze |mijn [a-z]+ )?(?:geboren|mijn|zijn|haar|de geboorte))"
)
_FEAST = re.compile(r"(?:0?1[-/. ]+(?:0?1|jan)|0?[45][-/. ]+(?:0?5|mei).*194[05]|31[-/. ]+(?:12|dec))")


def births(plain, today=None):
    """Return the finds of dates of birth.

    :param today: a date; None for the real one.
    """
    low = plain.low
    latest = (today or date.today()).year - 16
    found = []
    for one in plain.tried("birth", _CUED):
        found.append((*one.span("date"), marks.DOB, _sure(one), marks.CUE))
    for word in plain.tried("birth", _BORN):
        one = _JUST_BEFORE.search(low, max(0, word.start() - 45), word.start())
        if one:
            found.append((*one.span("date"), marks.DOB, marks.HIGH, marks.CUE))
    for one in _FULL.finditer(low):
        year = int((one["y1"] or one["y2"] or one["y3"]).replace(" ", ""))
        if _AFTER.match(low, one.end()):
            found.append((*one.span(), marks.DOB, marks.HIGH, marks.CUE))
        elif 1900 <= year <= latest:
            other = (
                _EVENT.search(before(low, one.start(), 60))
                or _FEAST.match(one.group())
                or _HAPPENED.match(low, one.end())
            )
            found.append((*one.span(), marks.DOB, marks.LOW if other else marks.MEDIUM, marks.YEAR))
    return found


# "mijn man is van 1950", not "de brief is van 3 mei"
_SOMEBODY = re.compile(
    r"(?:^|[^a-z])(?:ik|hij|zij|ze|moeder|vader|man|vrouw|zoon|zoontje|dochter|dochtertje|kind|kindje|baby|opa|oma|zus|broer|zusje|"
    r"broertje|mama|papa|tante|oom|vriend|vriendin|partner|buurman|buurvrouw|schoon[a-z]+|klein[a-z]+)(?: [a-z]{2,14})?$"
)


def _about_a_thing(one):
    """Return whether "is van 3 mei" is said of something that is no person."""
    word = one.group()
    if word.startswith("ik ben"):
        return False
    return word.startswith(("is van", "die is van")) and not _SOMEBODY.search(
        before(one.string, one.start(), 40).rstrip()
    )


def _sure(one):
    """Return how sure a date after a word for birth is."""
    text = one["date"]
    if _about_a_thing(one):
        return marks.LOW
    if one["between"].count("\n") > 1:
        return marks.LOW
    digits = sum(map(str.isdigit, text))
    if re.search(
        r"(?:voor|na|tussen|tot|vanaf|week|weken|uitgerekend|kilo|gram|uur|kind|jaar(?! )|keer|huis|kamer)",
        one["between"],
    ):
        return marks.LOW
    if "verjaar" in one.group() or "jarig" in one.group() or "bevallen" in one.group():
        return marks.HIGH if digits >= 6 or (digits > 4 and re.search("[a-z]", text)) else marks.LOW
    if (
        re.fullmatch(_YEAR, text)
        or (digits < 4 and not re.search("[a-z]{3}", text))
        or re.fullmatch(rf"{_MONTHS} .*", text)
    ):
        return marks.LOW
    return marks.HIGH if digits >= 5 or re.search("[a-z]{3}.*[0-9]{2}", text) else marks.MEDIUM
