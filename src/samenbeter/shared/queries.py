"""What a visitor typed, as a query for a text index: pure functions.

Quotes, brackets and stars mean nothing to a visitor, and the index would read them as
its own language: only the words count. A word of three letters or more also finds
longer words, and one with another spelling of the same word: who types "slapen" also
finds "slaapt". That is about Dutch spelling alone; it knows no word.
"""

import re


MAX_SEARCH = 200
MAX_WORDS = 12
_OPERATORS = frozenset(("and", "or", "not"))
_WORD = re.compile(r"\w+")
# slap-en, pieker-en: one vowel and one consonant, which double the vowel when nothing follows
_OPEN = re.compile(r"(?:^|[^aeiou])([aeou])([bdfgklmnprstvz])$")
# slaap, lees
_CLOSED = re.compile(r"(aa|ee|oo|uu)([bdfgklmnprst])$")
_VOWELS = re.compile(r"[aeiouy]+")
_HARD, _SOFT = {"v": "f", "z": "s"}, {"f": "v", "s": "z"}

# words that stand in almost any question: they say nothing about what it is about
_EVERYWHERE = frozenset(
    "aan al als ben bent bij daar dan dat de deze die dit doe doen doet door een en er ga gaan gaat geen had haar heb "
    "hebben hebt heeft heel hem het hij hoe hun ik in is ja je jij jou jouw kan krijg krijgen kun kunnen kunt maar mag "
    "me meer men met mij mijn moet moeten mogen na naar nee niet nog nu of om omdat onder ons onze ook op over steeds te "
    "tegen toch toen tot u uit uw van vaak veel vind vinden voor waar waarom wanneer was wat we weer wel welk welke wie "
    "wij wil willen word worden wordt zal ze zelf zich zij zijn zo zou".split()
)


def clean(text):
    """Return what was typed as one line that can be shown and put in an address: no controls, not too long."""
    signs = (sign for sign in text[: 2 * MAX_SEARCH] if sign.isprintable() or sign.isspace())
    return " ".join("".join(signs).split())[:MAX_SEARCH].strip()


def words(text):
    """Return the words that somebody typed, in small letters."""
    return _typed(text)[:MAX_WORDS]


def telling_words(text):
    """Return the words that say what it is about; all of them when there are no such words."""
    found = _typed(text)
    # first these, then the most that we look for: a long sentence has many small words
    return [word for word in found if word not in _EVERYWHERE][:MAX_WORDS] or found[:MAX_WORDS]


def all_of(found):
    """Return the query for texts with all these words."""
    return " AND ".join(map(_other_forms, found))


def any_of(found):
    """Return the query for texts with one of these words."""
    return " OR ".join(map(_other_forms, found))


def text_query(text):
    """Return what a visitor typed as a query for all the words; nothing when there are no words."""
    return all_of(words(text))


def _other_forms(word):
    """Return the query for a word in its forms: "(slapen* OR slaap*)"."""
    found = dict.fromkeys([_longer(word), *_of_plural(word), *_of_singular(word.removesuffix("t"))])
    return f"({' OR '.join(found)})" if len(found) > 1 else _longer(word)


def _longer(word):
    return f"{word}*" if len(word) > 2 else word


def _of_plural(word):
    """Yield other forms of what ends with "en": slapen, slaap; bellen, bel; huizen, huis."""
    stem = word.removesuffix("en")
    if stem == word or len(stem) < 2:
        return
    if stem[-1] == stem[-2]:
        # short as it is, it would begin many other words
        yield from dict.fromkeys((stem[:-1], f"{stem[:-1].removesuffix('t')}t"))
        return
    last = _HARD.get(stem[-1], stem[-1])
    opened = _OPEN.search(stem)
    if opened:
        yield f"{stem[:-1]}{opened[1]}{last}*"
    # "slap" is another word; "pieker" is this one
    if len(stem) > 3 and not (opened and len(_VOWELS.findall(stem)) == 1):
        yield f"{stem[:-1]}{last}*"


def _of_singular(word):
    """Yield other forms of what has a double vowel: slaap, slaapt, slape(n); lees, leze(n)."""
    closed = _CLOSED.search(word)
    if closed and len(word) > 2:
        yield f"{word}*"
        yield f"{word[:-3]}{closed[1][0]}{_SOFT.get(closed[2], closed[2])}e*"


def _typed(text):
    found = _WORD.findall(text[:MAX_SEARCH].lower())
    return [word for word in found if word not in _OPERATORS]
