"""Numbers and signs that are written in words, as in a dictated text, made digits and signs.

"nul zes twaalf vierendertig" becomes "0 6 12 34", "punt" becomes ".", "apenstaartje" "@". After that the
rules for written texts see them too.
"""

import re


_UNITS = "nul een twee drie vier vijf zes zeven acht negen".split()
_TEENS = "tien elf twaalf dertien veertien vijftien zestien zeventien achttien negentien".split()
_TENS = "twintig dertig veertig vijftig zestig zeventig tachtig negentig".split()
# as people write what they hear
_HEARD = {
    "ses": 6, "sest": 6, "seven": 7, "zeve": 7, "sewen": 7, "fier": 4, "vir": 4, "fijf": 5, "vijv": 5, "veif": 5,
    "negge": 9, "nege": 9, "neegen": 9, "agt": 8, "tin": 10, "twalf": 12, "twaalef": 12, "dertin": 13, "vertien": 14,
    "vijftin": 15, "sestien": 16, "seventien": 17, "achtien": 18, "sestig": 60, "seventig": 70, "tachentig": 80,
    "negetig": 90, "twintich": 20, "tventig": 20, "nol": 0, "noel": 0, "zero": 0, "twe": 2, "dri": 3, "drij": 3,
}  # fmt: skip


def _below_hundred():
    """Return {word: number} from 0 to 99."""
    words = {word: number for number, word in enumerate(_UNITS + _TEENS)}
    for number, tens in enumerate(_TENS, 2):
        words[tens] = number * 10
        for unit, name in enumerate(_UNITS[1:], 1):
            words[f"{name}en{tens}"] = words[f"{name}{tens}"] = number * 10 + unit
    return {**words, **_HEARD}


_BELOW = _below_hundred()


def _in_order():
    """Return {ordinal: number} from 1 to 31, as in "de derde april"."""
    words = {"eerste": 1, "derde": 3, "achtste": 8}
    for word, number in _BELOW.items():
        if 0 < number < 32:
            words.setdefault(word + ("ste" if number > 19 else "de"), number)
    return words


_ORDINALS = _in_order()
_STARTS = "|".join(sorted({word[:3] for word in _BELOW} | {"hon", "dui", "eer", "dub"}))
_ANY = re.compile(rf"(?<![a-z0-9])(?:{_STARTS})[a-z]{{0,40}}(?![a-z0-9])")
_SPLIT = re.compile(
    rf"(?<![a-z0-9])({'|'.join(_UNITS[1:])}) ?en ({'|'.join(_TENS)})(?![a-z0-9])",
)
_MONTH = re.compile(r" (?:jan|feb|maa|mrt|apr|mei|jun|jul|aug|sep|okt|nov|dec|van de )")
# "een oktober", not "een maand"
_WHOLE_MONTH = re.compile(
    r" (?:januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december)(?![a-z])"
)
_DAY_BEFORE = re.compile(r"(?:de|ste) van de $")
_GAP = re.compile(r"[ ,-]{1,3}")
_SIGNS = {
    "komma": ",", "vraagteken": "?", "uitroepteken": "!", "dubbele punt": ":", "nieuwe regel": "\n", "enter": "\n",
    "nieuwe alinea": "\n", "streepje": "-", "koppelteken": "-", "minteken": "-", "underscore": "_",
    "laag streepje": "_", "lage streep": "_", "slash": "/", "schuine streep": "/", "apenstaartje": "@",
    "apestaartje": "@", "apenstaart": "@", "apestaart": "@", "apestaartj": "@", "apestaatje": "@",
    "apenstaatje": "@", "aapenstaartje": "@", "aapestaartje": "@", "apen staartje": "@", "ape staartje": "@",
    "at teken": "@", "punt": ".", "puntkomma": ";", "plus": "+", "liggend streepje": "_",
    "puntje": ".",
}  # fmt: skip
_SIGN = re.compile(rf"(?<![a-z0-9])(?:{'|'.join(sorted(_SIGNS, key=len, reverse=True))})(?![a-z0-9])")
# "op dat punt": a word like any other
_WORD_BEFORE = re.compile(
    r"(?:^|[^a-z])(?:een|het|dit|dat|elk|mijn|zijn|haar|uw|ons|geen|op|per|dode|zwakke?|sterke?|laatste|volgende|"
    r"[a-z]{2,}ste|goed|belangrijk|heikel|pijn|de|een)\s$"
)
_GLUED = frozenset(".-_/@+:")
# "ik heet apenstaartje sanne": what stands before it is no part of a mail address
_BEFORE_HANDLE = re.compile(
    r"(?:^|[^a-z0-9._-])(?:als|is|ben|heet|heten|onder|via|volg|insta|instagram|twitter|tik ?tok|snap|snapchat|telegram|account|"
    r"gebruikersnaam|kanaal|youtube)\s$"
)


def spoken(plain):
    """Return a Plain in which numbers and signs in words are digits and signs; the same one when there are none."""
    plain = plain.replaced(_signs(plain.low))
    return plain.replaced(_numbers(plain.low))


def _signs(low):
    pieces = []
    for found in _SIGN.finditer(low):
        start, end = found.span()
        word = found.group()
        if word in ("punt", "plus", "enter", "puntje", "slash") and _WORD_BEFORE.search(
            low[max(0, start - 20) : start]
        ):
            continue
        sign = _SIGNS[word]
        if sign in _GLUED:
            handle = sign == "@" and _BEFORE_HANDLE.search(low[max(0, start - 16) : start])
            start -= low[start - 1 : start] == " " and not handle
            end += low[end : end + 1] == " "
        else:
            start -= low[start - 1 : start] == " "
        if pieces and start < pieces[-1][1]:
            start = pieces[-1][1]
        pieces.append((start, end, sign))
    return pieces


def _numbers(low):
    pieces = []
    run = []
    for start, end, value in _words(low):
        if run and not _GAP.fullmatch(low[run[-1][1] : start]):
            pieces += _run(low, run)
            run = []
        run.append((start, end, value))
    return pieces + _run(low, run)


def _words(low):
    """Yield (start, end, value) of the numbers in words."""
    skip = 0
    for found in _ANY.finditer(low):
        start, end = found.span()
        if start < skip:
            continue
        split = _SPLIT.match(low, start)
        if split:
            yield start, split.end(), _BELOW[f"{split[1]}en{split[2]}"]
            skip = split.end()
            continue
        word = found.group()
        value = _value(word)
        if value is None and word in _ORDINALS and _MONTH.match(low, end):
            value = _ORDINALS[word]
        elif value is None and word in _ORDINALS and _DAY_BEFORE.search(low[max(0, start - 26) : start]):
            # "de vierde van de zesde"
            value = _ORDINALS[word]
        if value is not None:
            yield start, end, value


def _value(word):
    """Return the number of a word; a text of digits when two numbers are written as one word; None."""
    if word in _BELOW:
        return _BELOW[word]
    if word in ("honderd", "duizend", "dubbel", "dubbele"):
        return word
    for name, size in (("duizend", 1000), ("honderd", 100)):
        head, found, tail = word.partition(name)
        if found:
            return _big(head, size, tail)
    for at in range(3, len(word) - 2):
        if word[:at] in _BELOW and word[at:] in _BELOW:
            return f"{_BELOW[word[:at]]}{_BELOW[word[at:]]}"
    return None


def _big(head, size, tail):
    times = _BELOW.get(head) if head else 1
    rest = 0 if not tail else _value(tail.removeprefix("en") if tail[2:] else tail)
    if times is None or not isinstance(rest, int) or rest >= size:
        return None
    return times * size + rest


def _run(low, run):
    """Return the pieces to replace for numbers that follow each other."""
    ones = sum(low[start:end] == "een" for start, end, _value in run)
    if not run or (ones == len(run) < 2 and not (_beside_digit(low, run) or _WHOLE_MONTH.match(low, run[0][1]))):
        return []
    run = _multiplied(low, run)
    pieces = []
    for i, (start, end, value) in enumerate(run):
        if i:
            pieces.append((run[i - 1][1], start, " "))
        pieces.append((start, end, str(value)))
    return pieces


def _beside_digit(low, run):
    return low[max(0, run[0][0] - 2) : run[0][0] - 1].isdigit() or low[run[-1][1] + 1 : run[-1][1] + 2].isdigit()


def _multiplied(low, run):
    """Return the run with "negentien honderd", "honderd twaalf" and "dubbel nul" made one number."""
    done = []
    for start, end, value in run:
        if isinstance(value, str) and not value.isdigit():
            size = {"honderd": 100, "duizend": 1000}.get(value)
            if size and done and isinstance(done[-1][2], int) and 1 < done[-1][2] < 100:
                done[-1] = (done[-1][0], end, done[-1][2] * size)
            else:
                done.append((start, end, size or value))
        elif done and done[-1][2] in ("dubbel", "dubbele"):
            done[-1] = (done[-1][0], end, str(value) * 2)
        elif done and _adds(done[-1][2], value):
            done[-1] = (done[-1][0], end, done[-1][2] + value)
        else:
            done.append((start, end, value))
    return [(start, end, "" if value in ("dubbel", "dubbele") else value) for start, end, value in done]


def _adds(big, value):
    if not (isinstance(big, int) and isinstance(value, int)):
        return False
    # "honderd twaalf", "drieduizend vijfhonderd"
    return (0 < value < 100 <= big and big % 100 == 0) or (100 <= value < 1000 <= big and big % 1000 == 0)
