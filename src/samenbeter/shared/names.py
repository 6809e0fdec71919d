"""Names that people choose for themselves, and whether one looks like that of somebody else: pure functions.

Two names look alike when they have the same skeleton: the same letters for who glances at
them, however they are written. Source of the twins: Unicode Technical Standard 39,
confusables of Latin letters in Greek and Cyrillic, and digits that stand for letters.
"""

from samenbeter import _

import re
import unicodedata


# what the site calls somebody without a name
NEIGHBOUR = _("names_neighbour", default="een buur")
LONGEST = 60
# capitals of other alphabets that look like a Latin letter: as small letters they may look like another
_CAPITALS = str.maketrans("АВЕЗІЈКМНОРСЅТУХҮԌΑΒΕΖΗΙΚΜΝΟΡΤΥΧϹ", "abeeijkmhopcstyxygabezhikmnoptyxc")
# small letters, and digits and signs that stand for a letter
_TWINS = str.maketrans(
    {
        **dict(zip("авеёзіїјкмнорсԁѕтухһԛԝɡгӏпяьы", "abeeeiijkmhopcdstyxhqwgrinrbb", strict=True)),
        **dict(zip("αβγδεζηικλμνορστυχωϲϳ", "abydeznikimvopstuxwcj", strict=True)),
        # small capitals
        **dict(zip("ᴀʙᴄᴅᴇꜰɢʜɪᴊᴋʟᴍɴᴏᴘʀꜱᴛᴜᴠᴡʏᴢ", "abcdefghijklmnoprstuvwyz", strict=True)),
        **dict(zip("0134578", "oieastb", strict=True)),
        **dict(zip("ıɩłøđħŧɑ|!$@€", "iilodhtaiisae", strict=True)),
        "æ": "ae",
        "œ": "oe",
        "ĳ": "ij",
    }
)
_LETTERS = re.compile(r"[^\W_]+")
# capital i and l stand for each other
_SAME = str.maketrans({"l": "i"})

# what people trust because of what it says; short ones count only as a whole word
ROLES = """
admin administrator ambulance apotheek apotheker arts beheer beheerder belastingdienst brandweer bestuur
burgemeester consultatiebureau dietist dokter dr drs fysiotherapeut gemeente ggd ggz helpdesk huisarts huisartsenpost
huisartsenpraktijk hulpverlener jeugdzorg klantenservice maatschappelijkwerker moderator overheid
politie poh privacyofficer prof psychiater psycholoog redactie redacteur samenbeter sociaalwerker therapeut thuiszorg tandarts
verloskundige verpleegkundige vraagbaak webmaster wethouder wijkagent wijkteam wijkverpleegkundige
ziekenhuis zorgverlener zuster
""".split()
# from so many letters a word also counts inside of others, and with spaces between its letters
LONG = 7

ROLE = _(
    "names_role",
    default="Deze naam lijkt op die van een hulpverlener of van ons. Kies een andere. Klopt hij toch? Bel ons dan.",
)
PARTNER = _(
    "names_partner", default="Deze naam lijkt op die van een organisatie. Kies een andere. Klopt hij? Bel ons dan."
)
TAKEN = _("names_taken", default="Deze naam lijkt op die van iemand anders. Zet er iets bij, of kies een andere.")
STRANGE = _("names_strange", default="In deze naam staan tekens die niemand kan lezen. Typ hem nog eens.")
TOO_LONG = _("names_long", default="Deze naam is te lang. Gebruik hooguit 60 letters.")


def skeleton(text):
    """Return how a text looks: without accents, capitals, spaces and signs, and twins as one letter."""
    return "".join(skeletons(text))


def skeletons(text):
    """Return how the words of a text look, in their order."""
    text = unicodedata.normalize("NFKC", text).translate(_CAPITALS).casefold()
    text = "".join(one for one in text if unicodedata.category(one) not in ("Cf", "Cc"))
    text = unicodedata.normalize("NFD", text.translate(_TWINS))
    text = "".join(one for one in text if not unicodedata.category(one).startswith("M"))
    return [word.translate(_SAME) for word in _LETTERS.findall(text)]


def refusal(name, partners=(), others=(), roles=()):
    """Return why somebody may not be called this, a message; None when they may.

    :param name: as it was typed; an empty one is good.
    :param partners: the names of organisations that work along.
    :param others: the names of other people here.
    :param roles: more words of a trade, as the site has them.
    """
    if not name:
        return None
    if len(name) > LONGEST:
        return TOO_LONG
    words = skeletons(name)
    if not words or not name.isprintable():
        return STRANGE
    if _has_role(words, [*ROLES, *roles]):
        return ROLE
    if any(_has_all(words, skeletons(partner)) for partner in partners):
        return PARTNER
    whole = "".join(words)
    return TAKEN if any(whole == skeleton(other) for other in others) else None


def _has_role(words, roles):
    whole = "".join(words)
    for role in roles:
        looks = skeletons(role)
        joined = "".join(looks)
        if whole == joined or _has_all(words, looks) or (len(joined) >= LONG and joined in whole):
            return True
    return False


def _has_all(words, wanted):
    """Return whether words stand after each other in a name, also when it writes them as one."""
    if not wanted:
        return False
    size = len(wanted)
    return "".join(words) == "".join(wanted) or any(
        words[start : start + size] == wanted for start in range(len(words) - size + 1)
    )
