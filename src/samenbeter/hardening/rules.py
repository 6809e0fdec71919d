"""Which passwords are good enough: long, and not one that everybody tries first.

OWASP ASVS 5.0 (6.2) asks for eight characters at least, fifteen rather, at least 64 allowed,
no rules about kinds of characters, and a look at common passwords. The list here is our
own and short: words that people take, in Dutch and English. What is made of them by rule
(a year, digits, capitals, "1" for "i") is taken apart by rule.
"""

from samenbeter import _

import re


SHORTEST = 12
LONGEST = 1000
# what is left of a password without its common parts has to be this long
REST = 4

TOO_SHORT = _(
    "password_too_short",
    default="Kies een wachtwoord van ${count} tekens of meer. Een korte zin mag ook.",
    mapping={"count": SHORTEST},
)
TOO_LONG = _("password_too_long", default="Dit wachtwoord is te lang. Kies er een van minder dan 1000 tekens.")
TOO_COMMON = _(
    "password_too_common",
    default="Dit wachtwoord raden anderen snel. Kies een paar woorden die niet bij elkaar horen.",
)

COMMON = tuple(
    """
    wachtwoord welkom geheim password passwort secret welcome letmein login inloggen admin beheer beheerder root user
    gebruiker test testen demo qwerty azerty qwertz asdf zxcv abcd iloveyou ikhouvanjou liefde love monkey dragon master
    sunshine princess shadow football voetbal ajax feyenoord psv nederland holland amsterdam rotterdam utrecht denhaag
    zomer winter herfst lente summer spring autumn januari februari maart april mei juni juli augustus september oktober
    november december maandag dinsdag woensdag donderdag vrijdag zaterdag zondag hallo hello schatje lieverd mama papa
    computer internet google facebook apple windows samsung hond kat poes snoopy pokemon superman batman starwars
    trustno changeme verander nieuw huis thuis familie vakantie amerika gezond gezondheid zorg welzijn wijk buurt huisarts
    """.split()
)
ROWS = ("qwertyuiop", "asdfghjkl", "zxcvbnm", "azertyuiop", "abcdefghijklmnopqrstuvwxyz", "01234567890")
LOOKALIKES = str.maketrans({"0": "o", "1": "i", "3": "e", "4": "a", "5": "s", "7": "t", "@": "a", "$": "s", "!": "i"})


def problem(password, words=()):
    """Return what is wrong with a password, a message; None when it is good enough.

    :param words: what others can know: the name of the site, of the person, their address.
    """
    if len(password) < SHORTEST:
        return TOO_SHORT
    if len(password) >= LONGEST:
        return TOO_LONG
    return TOO_COMMON if is_common(password, words) else None


def is_common(password, words=()):
    """Return whether hardly anything is left of a password without what everybody tries first."""
    plain = password.casefold()
    stems = sorted({*COMMON, *_long_enough(words)}, key=len, reverse=True)
    return any(_rest(text, stems) < REST for text in (plain, plain.translate(LOOKALIKES)))


def words_of(site_title, form):
    """Return what others can know of who makes a password: the name of the site and what else stands in the form.

    :param form: the fields of the request.
    """
    names = ("fullname", "username", "email", "login", "userid", "__ac_name")
    found = [site_title]
    for name, value in form.items():
        if isinstance(value, str) and name.rpartition(".")[2] in names:
            found.append(value)
    return found


def _long_enough(words):
    for text in words:
        for word in re.split(r"[^\w]+", str(text).casefold()):
            if len(word) >= 3:
                yield word


def _rest(text, stems):
    """Return how many characters of a text are not common, in a row or the same as before."""
    for stem in stems:
        text = text.replace(stem, " ")
    for row in ROWS:
        text = _without_rows(_without_rows(text, row), row[::-1])
    # years and other digits, and what is repeated
    text = re.sub(r"\d+", " ", text)
    text = re.sub(r"(.{1,4}?)\1{2,}", r"\1", text)
    return len(re.sub(r"[\W_]+", "", text))


def _without_rows(text, row):
    for length in range(len(row), 3, -1):
        for start in range(len(row) - length + 1):
            text = text.replace(row[start : start + length], " ")
    return text
