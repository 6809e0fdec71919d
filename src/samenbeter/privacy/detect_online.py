"""Mail addresses, addresses on the internet and names on social media in a plain text."""

from samenbeter.privacy.detect_given_names import GIVEN
from samenbeter.privacy.detect_given_names import LINKS
from samenbeter.privacy.detect_text import before
from samenbeter.shared import marks

import re


_TLD = (
    r"(?:nl|com|net|org|be|de|eu|info|nu|amsterdam|frl|fr|uk|co\.uk|tr|com\.tr|ma|sr|pl|it|es|pt|ro|bg|io|me|app|dev|biz|"
    r"online|site|xyz|tv|ch|at|se|no|dk|edu|gov|example|test|email|zorg|care|ru|ua|ir|sy|cn|in|us|ca|au|invalid)"
)
_PROVIDERS = (
    r"(?:g ?mail|gmeel|hot ?mail|hotmeel|live|out ?look|yahoo|icloud|ziggo|kpn ?mail|kpnplanet|planet|xs4all|upc ?mail|"
    r"casema|chello|het ?net|tele2|msn|proton ?mail|proton|gmx|quicknet|home|zonnet|solcon|ymail|aol|mail|web)"
)
_AT = r"\s?(?:@|[\[({<]\s?(?:at|apenstaartje|@|aapje)\s?[\])}>]|(?<= )(?:at|aapje|et)(?= ))\s?"
_DOT = r"(?:\.|\s\.\s?|\s?[\[({]\s?(?:dot|punt|\.)\s?[\])}]\s?|\sdot\s)"
_DOMAIN = rf"(?:[a-z0-9-]{{1,63}}{_DOT}){{1,5}}{_TLD}(?![a-z0-9-])"
_AT_SIGN = re.compile(_AT)
_AFTER_AT = re.compile(
    rf"(?:(?P<known>{_DOMAIN})|[a-z0-9-]{{1,63}}(?:\.[a-z0-9-]{{1,63}}){{0,4}}\.[a-z]{{2,24}}(?![a-z0-9-])|"
    rf"(?P<spaced>{_PROVIDERS}\s(?:com|nl|net|punt (?:com|nl|net))(?![a-z0-9]))|(?P<bare>(?:gmail|hotmail|outlook|ziggo|yahoo|icloud|kpnmail)(?![a-z0-9.])))"
)
# the piece before the at sign, read backwards: words glued by dots, dashes and the like
_CHARS = r"[a-z0-9!#$%&'*+=?^_`{|}~-]{1,64}"
_LOCAL = re.compile(
    rf"\.?{_CHARS}(?:(?:\.|\s?_\s?|\s?\.\s|\s?[\])}}]\s?(?:tod|tnup|\.)\s?[\[({{]\s?|\stod\s){_CHARS}){{0,6}}"
)
# "jan de vries apenstaartje": words before it that belong to it
_STOP = frozenset(
    "is mail email e-mail mailen adres mailadres emailadres naar op het mijn me mij dat via of en van stuur sturen dit "
    "contact aan ook kan hotmail gmail met maar dan heet als ze zij hij ik mailtje account adress addres".split()
)
_ROLE = frozenset(
    "info contact receptie secretariaat administratie balie redactie klachten privacy support helpdesk service "
    "klantenservice bestuur vragen aanmelden afspraak noreply webmaster vrijwilligers fg security post hulp team wijkteam toegankelijk meldpunt loket spreekuur aanbod".split()
)


def emails(plain, is_word, allowed=frozenset()):
    """Return the finds of mail addresses.

    :param is_word: says of a word in lower case whether it is an ordinary one.
    :param allowed: addresses in lower case that are nobody's own.
    """
    low = plain.low
    found = []
    last = 0
    for at in _AT_SIGN.finditer(low):
        right = _AFTER_AT.match(low, at.end())
        if not right or at.start() < last:
            continue
        start = _local(low, at.start(), max(last, at.start() - 100), "@" in at.group())
        if start is None:
            continue
        if not (right["known"] or right["bare"] or right["spaced"]) and (
            " " in at.group() or low[at.start() - 1] == " "
        ):
            # "op insta @naam.achternaam"
            continue
        if right["bare"] and (at.group() != "@" or low[at.start() - 1] == " "):
            continue
        spoken = plain.is_longer(at.start(), at.end())
        if spoken:
            start = _spoken_words(low, start, max(last, at.start() - 100), is_word)
        last = right.end()
        local = low[start : at.start()].strip()
        address = re.sub(r"\s", "", f"{local}@{right.group()}")
        if address in allowed:
            continue
        sure = marks.LOW if re.split(r"[._-]", local)[0] in _ROLE else marks.MEDIUM if right["bare"] else marks.HIGH
        spelled = spoken or at.group() != "@" or " " in right.group()
        found.append((start, last, marks.EMAIL, sure, marks.SPELLED if spelled else marks.SHAPE))
    return found


def _local(low, end, first, signed):
    """Return where the piece before the at sign starts; None when there is none."""
    front = low[first:end].rstrip(" ")
    found = _LOCAL.match(front[::-1])
    if not found:
        return None
    start = first + len(front) - found.end()
    local = low[start : first + len(front)]
    if not local.strip(".-'") or (local in _STOP and not signed):
        return None
    return start


def _spoken_words(low, start, first, is_word):
    """Return where the words of a dictated name start: "mail naar jan de vries apenstaartje"."""
    for _word in range(4):
        word = _WORD_BEFORE.search(low[max(first, start - 40) : start])
        if not word or word[1] in _STOP or (is_word(word[1]) and word[1] not in LINKS):
            break
        if word[1].startswith(("mail", "email", "adres")):
            break
        start -= len(word[1]) + 1
    return start


_WORD_BEFORE = re.compile(r"(?:^|[^a-z0-9._-])([a-z0-9][a-z0-9._-]*) $")
_PUBLIC = re.compile(
    r"(?:[a-z0-9-]{1,63}\.){0,4}(?:thuisarts|rijksoverheid|overheid|amsterdam|rivm|ggd|113|mantelzorg|alzheimer-nederland|kanker|"
    r"belastingdienst|digid|uwv|svb|cak|ciz|nhs|wikipedia|huisarts|apotheek|zorgkaartnederland|nibud|juridischloket|"
    r"politie|samenbeter|veiligthuis|kindertelefoon|ggz|trimbos|hersenstichting|diabetesfonds|hartstichting|voorbeeld|"
    r"eigenwijks|gezondheidenwetenschap|moetiknaardedokter|google|bol|nos|youtube|ns|gvb|9292)\.(?:nl|org|com|eu)"
)
_WEB = re.compile(
    rf"(?<![a-z0-9@._-])(?=[a-z0-9])(?:https?\s?:\s?//\s?[a-z0-9@:._-]{{1,120}}|(?:www\s?\.\s?)?[a-z0-9-]{{1,63}}(?:\.[a-z0-9-]{{1,63}}){{0,3}}"
    rf"\.{_TLD}(?![a-z0-9@-]))(?P<path>(?::[0-9]{{1,5}})?(?:[/?#][^\s<>\"]*)?)"
)
_PERSONAL_HOST = re.compile(
    r"(?:facebook|fb|instagram|linkedin|twitter|x|tiktok|snapchat|threads|t|wa|youtube|github|marktplaats|strava|"
    r"pinterest|bsky|mastodon|vk|flickr|soundcloud|telegram|discord|hyves|calendly|linktr|patreon|gofundme|doneeractie)"
    r"\.(?:com|nl|me|app|social|ee|gg|org)$"
)
# places where people have a page under their own name
_OWN_HOST = re.compile(
    r"sites\.google\.com|(?!www\.)[a-z0-9-]{3,63}\.(?:blogspot\.(?:com|nl)|wordpress\.com|wixsite\.com|weebly\.com|github\.io|tumblr\.com|jouwweb\.nl|"
    r"substack\.com|webnode\.nl|waarbenjij\.nu|home\.xs4all\.nl)"
)
_GENERAL_PATH = re.compile(
    r"/?(?:(?:groups?|events?|pages?|watch|search|help|about|home|explore|jobs|company|school|hashtag|policies|p|reel|shorts|"
    r"playlist|channel|news|login|nl|en)(?:[/?].*)?)?$"
)
_PERSONAL_PATH = re.compile(
    r"/(?:~|in/|u/|user|users/|profiel|profile|member|leden|lid/|author|people|persoon|@|medewerkers?/|dossier|patient|account|"
    r"mijn/)|[?&](?:id|user|uid|name|naam|email|token|bsn|code|patient|client)=|(?:^|/)(?:19|20)[0-9]{2}-[0-9]{2}-[0-9]{2}-[a-z]"
)
_OWN = re.compile(
    r"(?:mijn|m'n|mn|me|onze|ons|eigen|haar|zijn|z'n) (?:eigen )?(?:[a-z]+)?(?:site|pagina|blog|web ?log|profiel|vlog|kanaal|linkedin|facebook)[^\n]{0,20}$"
)


def urls(plain):
    """Return the finds of addresses on the internet; those of well-known institutions are left out."""
    low = plain.low
    found = []
    for one in _WEB.finditer(low):
        end = one.end() - (len(one.group()) - len(one.group().rstrip(".,;:!?)'\"")))
        path = one["path"][: max(0, end - one.start("path"))]
        host = re.sub(r"\s|https?://|www\.|/.*", "", low[one.start() : one.start("path")])
        host = host.rpartition("@")[2].partition(":")[0].removesuffix(".")
        personal = _is_personal(host, path)
        if not personal and (_PUBLIC.fullmatch(host) or "." not in host):
            continue
        own = _OWN.search(before(low, one.start(), 60))
        sure = marks.HIGH if personal else marks.MEDIUM if own else marks.LOW
        found.append((one.start(), end, marks.URL, sure, marks.SHAPE))
    return found


def _is_personal(host, path):
    if _OWN_HOST.fullmatch(host):
        return True
    if _PERSONAL_HOST.search(host) and (host.count(".") == 1 or not host.endswith("me")):
        return (len(path) > 2 and not _GENERAL_PATH.match(path)) or bool(_PERSONAL_PATH.search(path))
    return bool(_PERSONAL_PATH.search(path))


_AT_NAME = re.compile(
    r"@(?<![a-z0-9@._%+/-].)(?=[a-z0-9._]{0,30}[a-z])[a-z0-9_](?:[a-z0-9._-]{1,30}[a-z0-9_]|[a-z0-9_])(?![a-z0-9@])"
)
_NO_NAME = frozenset("home work thuis werk school all everyone iedereen allen media the gmail hotmail".split())
_PLATFORM = (
    r"(?:insta(?:gram)?|insta gram|snap(?:chat)?|tik ?tok|face ?book|fb|twitter|telegram|discord|linkedin|skype|bluesky|"
    r"mastodon|youtube|twitch|threads|signal|tinder|strava|messenger|ig|pinterest)"
)
_SOCIAL = re.compile(
    rf"(?P<own>(?:mijn|m'n|me|zijn|haar|z'n|d'r|onze) )?(?P<platform>{_PLATFORM})(?![a-z0-9.])"
    r"(?P<word>[ -]?(?:account|naam|gebruikersnaam|profiel|pagina|user(?:name)?|id|handle))?"
    r"(?P<link>\s?[:=]\s?| (?:is|onder|als|heet|heet ik|heten?|ben ik|sta ik als|staat ik als|onder de naam|met de naam)(?: (?:ik|is|de naam))? | )"
    r"(?P<name>[a-z0-9_](?:[a-z0-9_.\-]{1,29}[a-z0-9_]))(?![a-z0-9@])"
)
# where people are found under the name that they have
_OWN_NAMES = frozenset(("facebook", "face book", "fb", "linkedin"))
_DOTTED = ("in", "ig", "ti", "sn", "th")
_ODD_NAME = re.compile(
    r"[a-z0-9.-]*_[a-z0-9._-]*|[a-z.-]+[0-9]{1,4}(?:[a-z._-][a-z0-9._-]*)?|[a-z]{1,30}(?:\.[a-z]{1,30}){1,4}"
)


def handles(plain, is_word):
    """Return the finds of names on social media.

    :param is_word: says of a word in lower case whether it is an ordinary one.
    """
    low = plain.low
    found = []
    for one in _AT_NAME.finditer(low):
        if one.group()[1:] not in _NO_NAME:
            found.append((*one.span(), marks.HANDLE, marks.MEDIUM, marks.SHAPE))
    for one in plain.tried("social", _SOCIAL):
        name, link = one["name"], one["link"].strip()
        odd = bool(_ODD_NAME.fullmatch(name)) and not re.search(r"\.(?:com|nl|org|net)$", name)
        said = ((one["own"] or one["word"] or "ik" in link.split()) and link) or link in (":", "=")
        if odd and (
            link or one["own"] or one["word"] or "_" in name or name[-1].isdigit() or one["platform"][:2] in _DOTTED
        ):
            found.append((*one.span("name"), marks.HANDLE, marks.HIGH, marks.CUE))
        elif said and not is_word(name) and not (one["platform"] in _OWN_NAMES and name in GIVEN):
            found.append(
                (*one.span("name"), marks.HANDLE, marks.HIGH if link in (":", "=") else marks.MEDIUM, marks.CUE)
            )
    return found
