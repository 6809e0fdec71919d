"""Where the name of a street starts of which the last word was found: "Burgemeester De Vlugtlaan"."""

import re


ARTICLES = frozenset(
    "de het een onze deze die dat mijn jullie hun zijn haar elke iedere andere hele zelfde in op aan uit van naar bij door "
    "per hoofd drukke stille welke mijn je uw ons en of als over langs veel lange nieuwe geen eigen smalle eerste tweede".split()
)
_NAME_BEFORE = re.compile(r"(?:(?:[A-Z][\w.'-]{0,25}|[0-9]{1,2}e|van|der|den|de|het|'t|ten|ter) ){1,5}$")
_TITLE_BEFORE = re.compile(
    r"(?:^|[^a-z])(?P<name>(?:burgemeester|burg|professor|prof|dr|dokter|pastoor|pater|admiraal|generaal|jonkheer|prins|prinses|koningin|koning|"
    r"sint|st|graaf|president|minister|oude|nieuwe|lange|korte|[1-4]e|jan|pieter|willem)\.? (?:[a-z'.]{1,12} ){0,2})$"
)
# "op de theo thijssenlaan", "adres is van humboldtstraat"
_PLACED_BEFORE = re.compile(
    r"(?:^|[^a-z])(?:op|aan|in|naar|bij|adres|adres is)(?: de| het)? (?P<name>(?:(?:van|da|den|der|[a-z'.]{3,15}) ){1,3})$"
)
_LINKS = frozenset(("van", "da", "den", "der", "de", "het"))
# "mevrouw J. van Doorn van de Goylaan": a person of that street
_PERSON = re.compile(
    r"(?:^|[^a-z])(?:mevrouw|mevr|mw|mvr|meneer|mijnheer|dhr|heer|familie|fam|buurman|buurvrouw|oma|opa|tante|oom)\.? "
    r"(?:[\w.'-]{1,26} ){1,5}(?:van|in|op|aan|uit) (?:(?:de|het) )?$"
)
_INITIAL = re.compile(r"[a-z]\.")
_FIRST_OF_NAME = frozenset(("van", "de", "den", "ter", "ten"))


def whole_name(plain, start, is_word):
    """Return where the name of a street starts.

    :param start: where the last word of it starts.
    :param is_word: says of a word in lower case whether it is an ordinary one.
    """
    if not plain.text[start].isupper():
        return _in_lower_case(plain.low, start, is_word)
    first = max(0, start - 60)
    front = plain.text[first:start]
    front = front[front.rfind("\n") + 1 :]
    found = _NAME_BEFORE.search(front)
    if not found or _PERSON.search(plain.low[max(0, start - 80) : start]):
        return start
    words = found.group().split(" ")[:-1]
    inside = front[: found.start()].strip() != ""
    while words and not _may_start(words, inside):
        words.pop(0)
        inside = True
    if any(map(_INITIAL.fullmatch, map(str.lower, words))) and "van" in words:
        # "J. Bakker van de Goylaan"
        return start
    return start - sum(len(word) + 1 for word in words)


def _may_start(words, inside):
    """Return whether the name may start with the first of these words.

    :param inside: whether it stands inside a sentence, where a capital says something.
    """
    word = words[0]
    if word[0].isdigit():
        return True
    if not word[0].isupper():
        return False
    return word.lower() not in ARTICLES | {"ik", "mijn"} or (inside and word.lower() in _FIRST_OF_NAME)


def _in_lower_case(low, start, is_word):
    first = max(0, start - 50)
    titled = _TITLE_BEFORE.search(low, first, start)
    if titled:
        return titled.start("name")
    placed = _PLACED_BEFORE.search(low, first, start)
    if not placed:
        return start
    words = placed["name"].split()
    if all(word in _LINKS or not is_word(word) for word in words) and not all(word in ("de", "het") for word in words):
        return placed.start("name")
    return start
