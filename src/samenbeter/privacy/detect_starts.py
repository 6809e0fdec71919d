"""Where in a plain text the words stand with which a rule may begin: one look at each word, for all rules together.

Trying a long list of words at each place of a text costs more than all the rest. So the words of a text are read
once, and a rule is tried only where a word starts as one of its words does.
"""

from collections import defaultdict

import re


_WORD = re.compile(r"[a-z]+")
_SIZE = 3

_PEOPLE = "mij myn mn zn m me min z haa d hun onz ons jou je uw de een van"

# rule: the first letters, at most three, of the words with which it begins
STARTS = {
    "bsn": "b bsn bur ser sof per",
    "account": "rek ban gir iba",
    "phone": "tel foo fon pho mob gsm wha wap app sms bel geb ber mij myn zij haa z pri thu num",
    "home": "ik wij we hij zij ze die man vro moe vad woo won gew mij myn m me ons haa thu pri bez pos afl het adr ver kom lan "
    "sto stu ops oph opg geb bre sta ing gev hui te",
    "birth": "dob ge geb gb gbo g ver jar d dat bir bor bev ter ik die is ben dog gbd",
    "vehicle": "ken num pla aut wag bus sco bro mot bes cam car aan par gep tax ope vol vw toy peu ren for fia kia cit bmw mer "
    "aud sea sko suz hyu nis tes maz hon pol gol cor opl",
    "patient": "pat pas pol kla dos cli kli zor ver rel lid led reg ins epd ecd hap uzi zie pon beh zaa bur dee aan ind bes wmo "
    "pgb ciz v vre rij id ide doc bew huu con stu lee per med deb don kaa rec apo uit uwv svb dig coa",
    "known_by": "sta bek ing ger",
    "patient_back": "is was",
    "social": "mij m me zij haa z d onz ins sna tik fac fb twi tel dis lin sky blu mas you thr sig tin str mes ig pin",
    "street_of": "laa weg ple kad hof str dij par pad wal sin bur gra",
    "box": "pos",
    "number": "hui num nr no",
    "strong": "my mn zn mij myn m me min mei zij z haa d hun onz ons jou je uw de een van naa voo ach roe vol mei ik hij ze die wie man "
    "hee het hen ge gen ben geh noe jij u jul met hie ond get t ter ten tna tnv lui op adi my i na nam",
    "title": "",
    "person": _PEOPLE,
    "worked": "",
    "is_one": "",
    "family": "",
    "weak": "hee hej yo ja naa zeg noe ing ger bek aan ver ik ikk hie dit met hal hoi dag goe hi hey sal sel bes lie gea hai dea",
    "sign": "gro gr grt grj lie mvg m hoo har vri vr geg bed dan alv vee afz was w sel xx kus kuj gtj",
    "named": "hee is hie",
}  # fmt: skip


def add(rule, words):
    """Let a rule begin with these words too."""
    STARTS[rule] = " ".join({*STARTS[rule].split(), *(word[:_SIZE] for word in words)})


WHOLE = {}


def add_whole(rule, words):
    """Let a rule begin with each of these whole words."""
    WHOLE.update(dict.fromkeys(words, rule))


def table():
    """Return {first letters: rules}, to be made when all words were added."""
    made = {}
    for rule, starts in STARTS.items():
        for start in starts.split():
            made.setdefault(start, []).append(rule)
    return {start: tuple(rules) for start, rules in made.items()}


def places(low, starts):
    """Return {rule: the places where one of its words may start}.

    :param starts: what ``table`` returned.
    """
    found = defaultdict(list)
    for word in _WORD.finditer(low):
        letters = word.group()
        rule = WHOLE.get(letters)
        if rule:
            found[rule].append(word.start())
        rules = starts.get(letters[:_SIZE])
        if rules:
            at = word.start()
            for rule in rules:
                found[rule].append(at)
    return found


def tried(expression, low, starts):
    """Yield the matches of an expression at these places, each after the end of the one before."""
    last = 0
    for at in starts:
        if at >= last:
            one = expression.match(low, at)
            if one:
                last = one.end()
                yield one
