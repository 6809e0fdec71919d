"""Words that may mean that somebody cannot wait for an answer. They only show numbers to call; they never stop anything.

A line of the setting is one or more words that stand after each other in one sentence. A star at the end of a
word is any ending; three points are up to four other words. Capitals and accents do not matter.
"""

from functools import lru_cache
from plone import api

import re
import unicodedata


RECORD = "samenbeter.vraagbaak.crisis_words"
DEFAULT = """\
zelfmoord*
zelf moord*
zelfdoding*
suicid*
suiside*
suicied*
euthanasie plegen
wil ... niet meer leven
wil ... niet verder leven
hoef* ... niet meer te leven
niet meer willen leven
niet meer verder leven
hoeft voor mij niet meer
zie het niet meer zitten
zie het leven niet meer zitten
er een eind aan maken
er een einde aan maken
wil ... liever dood
was ... liever dood
beter dood
wil ik dood
ik wil dood
hij wil dood
zij wil dood
ze wil dood
wil ... doodgaan
wil ... dood zijn
wou dat ik dood
wilde dat ik dood
was ik maar dood
maak* ... eind aan mijn leven
maak* ... einde aan mijn leven
einde aan mijn leven
eind aan mijn leven
einde aan zijn leven
einde aan haar leven
mezelf van kant
me van kant
zichzelf van kant
mezelf iets aan*
zichzelf iets aan*
mezelf wat aan*
mezelf pijn
mezelf ... snijd*
snij mezelf
snijd mezelf
snijdt zichzelf
automutil*
zelfbeschadig*
voor de trein spring*
spring* ... voor de trein
overdosis
overdosering
pillen ingenomen
teveel pillen
te veel pillen
mishandel*
hij slaat me
hij slaat mij
ze slaat me
zij slaat mij
man slaat me
man slaat mij
slaat ... kinderen
word geslagen
verkracht*
seksueel misbruik*
wil me vermoorden
wil mij vermoorden
gaat me vermoorden
bedreigt me
bedreigt mij
met een mes
pijn op de borst
pijn op mijn borst
druk op de borst
druk op mijn borst
krijg* ... geen adem
krijg* ... geen lucht
hartaanval
beroerte
scheve mond
suicide
kill myself
killing myself
end my life
ending my life
want to die
wants to die
better off dead
don t want to live
do not want to live
no reason to live
hurt myself
hurting myself
harm myself
cut myself
cutting myself
self harm*
selfharm*
overdos*
hits me
beats me
raped
sexual abuse
chest pain
pain in my chest
can t breathe
cannot breathe
heart attack
having a stroke""".splitlines()

# a sentence ends here; a line that goes on below does not
_ENDS = re.compile(r"[.!?;]+|\n\s*\n")
_WORD = re.compile(r"[^\W_]+")
GAP, ANY_ENDING = "...", "*"


def words_found(text):
    """Return whether a text has words of the setting in it."""
    lines = api.portal.get_registry_record(RECORD, default=None)
    return is_worrying(text, tuple(DEFAULT if lines is None else lines))


def is_worrying(text, lines):
    """Return whether a text has one of these lines in it.

    :param lines: a tuple of lines as in the setting.
    """
    pattern = _pattern(lines)
    return pattern is not None and any(pattern.search(" ".join(_words(part))) for part in _ENDS.split(text))


@lru_cache(maxsize=8)
def _pattern(lines):
    found = [one for one in map(_phrase, lines) if one]
    return re.compile(rf"(?<!\S)(?:{'|'.join(found)})(?!\S)") if found else None


def _phrase(line):
    """Return the pattern of one line; "" when there is no word in it."""
    pattern, gap = "", False
    for part in line.replace("…", GAP).replace(GAP, f" {GAP} ").split():
        if part == GAP:
            gap = bool(pattern)
            continue
        for word in _words(part):
            between = r" (?:\S+ ){0,4}?" if gap else " "
            pattern += (between if pattern else "") + re.escape(word)
            gap = False
        if part.endswith(ANY_ENDING) and pattern:
            pattern += r"\S*"
    return pattern


def _words(text):
    """Return the words of a text in small letters without accents."""
    letters = unicodedata.normalize("NFKD", text).casefold()
    return _WORD.findall("".join(letter for letter in letters if not unicodedata.combining(letter)))
