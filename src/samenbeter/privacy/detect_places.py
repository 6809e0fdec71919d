"""Postcodes and addresses of houses in a plain text."""

from samenbeter.privacy.detect_street_names import ARTICLES as _ARTICLES
from samenbeter.privacy.detect_street_names import whole_name
from samenbeter.privacy.detect_text import before
from samenbeter.shared import marks

import re


# what stands behind four digits without being a postcode
_PAIRS = frozenset(
    "mg ml kg km cm mm dl cl gr ie iu eu hz en in is op te om af al ik je we ze me na nu of ja er de st ga ma pa zo dr kw "
    "wh kj cc et to as ie vs ad bc tm um ug am pm no nr mb gb tb pk ha".split()
)
_POSTCODE = re.compile(
    r"[1-9](?<![a-z0-9].)(?<![0-9][.,].)(?<![a-z]-.)[0-9]{3}[ \-]?(?!s[ads](?![a-z]))[a-z]{2}(?![a-z0-9])"
)
_LOOSE = re.compile(r"[1-9](?<![0-9].) ?[0-9] ?[0-9] ?[0-9] ?(?!s ?[ads](?![a-z]))[a-z] ?[a-z](?![a-z0-9'])")
_POST_CUE = re.compile(
    r"(?:post ?-?(?:code|kode|cod)e?|pc|zip ?(?:code)?|postkod)\.?[^0-9a-z\n]{0,4}(?:is |: ?|van (?:mij|mijn huis) |= ?)?$"
)
_NUMBER_AFTER = re.compile(
    r"[ ,;:/\-]{0,3}(?:(?:en )?(?:(?:het|mijn|m'n) )?(?:huis ?)?-?(?:nummer|nr|numer|no|num|huisnr)\.? ?(?:is )?:? ?)?(?:toevoeging )?(?P<number>[0-9]{1,5}(?:[ -]?(?:[a-h]|hs|huis|bis|i{1,3}|[0-9]{1,3})(?![a-z0-9]))?)(?![0-9.,]{0,1}[0-9])(?! ?(?:uur|jaar|keer|mg|ml|x |x$|%|weken|dagen|maanden|euro|km))"
)
_NUMBER_BEFORE = re.compile(
    r"(?:(?:(?:huis ?)?(?:nummer|nr|numer|no)\.? ?(?:is |: ?)?)[0-9]{1,4}[a-h]?(?:[ -]?(?:hs|bis|i{1,3}))?|[a-z]{3,} [0-9]{1,4}(?:[ -]?(?:[a-h]|hs|huis|bis|i{1,3}|[0-9]{1,3})(?![a-z0-9]))?)"
    r"(?:[ ,.;\n]{1,3}|[ ,]{1,3}(?:met |en |de |mijn |in ){0,3}(?:post ?code |postkode )?(?:is |: ?)?)$"
)
# somebody's own, though there is no number of a house
_OWN_BEFORE = re.compile(
    r"(?:(?:mijn|m'n|mn|me|onze|ons|zijn|haar) (?:eigen )?(?:post ?-?(?:code|kode)|adres)|post ?-?(?:code|kode) van (?:mij|ons))(?: is)?[ :=]{1,3}$"
)


def postcodes(plain):
    """Return the finds of Dutch postcodes (``1234 AB``); with the number of a house they are somebody's."""
    low = plain.low
    shouted = plain.text.upper() == plain.text
    found = []
    for one in _POSTCODE.finditer(low):
        start, end = one.span()
        pair = low[end - 2 : end]
        upper = plain.text[end - 2 : end].isupper() and not shouted
        cue = _POST_CUE.search(before(low, start, 40))
        if pair in _PAIRS and not cue and not upper and not _NUMBER_BEFORE.search(before(low, start, 60)):
            continue
        if pair in ("mg", "ml", "kg", "km", "ie", "eu", "iu", "kw") and not cue:
            continue
        found.append(_found(low, start, end, bool(cue)))
    for one in _LOOSE.finditer(low):
        if " " in one.group()[:4] or low[one.end() - 2] == " ":
            start, end = one.span()
            cue = _POST_CUE.search(before(low, start, 40))
            pair = one.group()[-3:].replace(" ", "")[-2:]
            if cue or (low[end - 2] == " " and (one.group().count(" ") > 3 or plain.is_longer(start, end))):
                found.append(_found(low, start, end, bool(cue)))
            elif pair not in _PAIRS and one.group().count(" ") == 2 and _NUMBER_BEFORE.search(before(low, start, 60)):
                found.append(_found(low, start, end, True))
    return found


def _found(low, start, end, cue):
    after = _NUMBER_AFTER.match(low, end)
    if after:
        return (start, after.end(), marks.POSTCODE, marks.HIGH, marks.SHAPE)
    if _NUMBER_BEFORE.search(before(low, start, 60)):
        return (start, end, marks.POSTCODE, marks.HIGH, marks.SHAPE)
    if _OWN_BEFORE.search(before(low, start, 50)):
        return (start, end, marks.POSTCODE, marks.MEDIUM, marks.CUE)
    return (start, end, marks.POSTCODE, marks.LOW, marks.CUE if cue else marks.SHAPE)


_SUFFIX = (
    r"(?:stra+[td]|str\.?|str+aat|weg|la+n|ple+i?n|kade|hof|gracht|singel|dijk|dyk|steeg|pad|park|markt|dreef|plantsoen|"
    r"kwartier|burg|haven|wal|vaart|baan|erf|gaarde|akker|veld|kamp|hoek|land|ring|brink|tuin|poort|brug|werf|sluis|"
    r"boulevard|allee|zoom|oord|donk|horst|waard|eiland|rak|ban|wetering|meent|hage|heuvel|berg|laantje|straatje|pleintje|"
    r"passage|promenade|terras|schans|kreek|plaats|zijde|einde|eind|hoeve|staete|stede|borch|huizen|tocht|rode|loo|beemd|es|voort|woud|bos|hoef)"
)
# suffixes that are enough by themselves, apart from words that only look so
_SURE = re.compile(
    r".*(?:straa[td]|strat|str\.?|la+n|ple+i?n|kade|gracht|singel|dijk|dyk|steeg|dreef|plantsoen|hof|weg|boulevard|laantje|wetering|gaarde|straatje)$"
)
# "overslaan" is no street, "Rubenslaan" is one
_NO_END = re.compile(
    r".*(?:plan|staan|gaan|klan|beweg|omweg)|(?:ver|over|op|aan|in|door|om|af|neer|toe|stuk|uit|terug|mis|kapot|rond|be|ont|vast|dood)?slaan"
)
# these are common in other words
_LOOSE_END = re.compile(
    r".*(?:es|bos|ban|rak|ring|land|einde|eind|plaats|zijde|rode|loo|tocht|woud|berg|veld|kamp|hoek|oord|huizen|tuin|baan|brug|donk|park|pad)"
)
_NO_STREET = frozenset(
    "onderweg snelweg halverwege vandaag terugweg heenweg hierweg uitweg doorweg omweg luchtweg urineweg fietspad voetpad "
    "zebrapad schoolplein speelplein gerechtshof supermarkt rommelmarkt arbeidsmarkt huizenmarkt woningmarkt weekmarkt "
    "braderie tilburg voetbalveld speelveld sportveld sportpark speelpark dierenpark wagenpark pretpark zorgpark "
    "nederland duitsland engeland buitenland rusland binnenland platteland vasteland thuisland zwembad vakantieland tuin "
    "achtertuin voortuin volkstuin moestuin kindertuin speeltuin dierentuin plaats parkeerplaats werkplaats woonplaats "
    "standplaats geboorteplaats keerplaats linkerzijde rechterzijde achterzijde voorzijde weekend eind weekeind eiland "
    "hoek omgeving limburg gehandicaptenparkeerplaats ziekenhuis huizen verpleeghuizen ziekenhuizen "
    "buurthuizen badkamp trainingskamp kamp zomerkamp berg heuvel schiphol wachtlijst mes les "
    "achterland woonerf bijvoorbeeld afbeelding beeld proces zes adres success princes reces flat blaas mars rolmaat "
    "luchtwegen wegens bewegen omwegen straat weg laan plein hof kade dijk park pad markt brug land ring bos stra strat "
    "autoweg landweg zijweg zandweg spoorweg hoofdweg doodlopende binnenweg waterweg aanrijdweg verkeersweg "
    "loopbaan renbaan tennisbaan atletiekbaan kegelbaan rijbaan bijbaan baan ijsbaan zwembaan droombaan "
    "deadline januari teleband omroep ban verband urban caravan turban tulband hierlangs overdag slag verslag bedrag "
    "antwoord woord voorhuizen heide verhuizen ledematen vriend einde eindeloos".split()
)
_HOUSE = (
    r"(?:[ ,]{0,2}(?:huis ?-?)?(?:nummer|numer|nummero|nr|no|num|huisnr)\.?:? ?(?:is )?|\.?[ ,]{1,2}|(?<=straat)|(?<=laan)|(?<=plein)|(?<=kade))"
    r"(?P<house>[0-9]{1,4}(?![0-9])(?:[ -]?(?:[a-h]|hs|huis|bis|zwart|rood|i{1,3}|iv|boven|beneden)(?![a-z0-9])|(?: ?[-/] ?)[0-9]{1,4}(?![0-9]))?"
    r"(?:[ -](?:hs|bis|i{1,3}|iv|[0-9]{1,2} ?hoog|[a-h])(?![a-z0-9]))?)"
)
_NOT_A_HOUSE = re.compile(
    r"(?:[.,][0-9]|:[0-9]|(?:e|ste|de)(?![a-z])| ?(?:x|keer|maal|dagen|dag|weken|week|jaar|jaren|uur|uren|min|minuten|maanden|maand|mensen|auto|"
    r"auto's|huizen|woningen|kinderen|personen|procent|%|euro|km|meter|m|mg|ml|kilo|kg|kilometer|januari|februari|maart|"
    r"april|mei|juni|juli|augustus|september|oktober|november|december|jan|feb|mrt|apr|jun|jul|aug|sep|okt|nov|dec|"
    r"stoelen|plekken|bomen|bankjes|winkels|gezinnen|lampen|stops|haltes|[a-z]{2,}tjes|buren|katten|honden|"
    r"avonden|ochtenden|middagen|graden|jarige|stuks)(?![a-z]))"
)
_STREET = re.compile(rf"(?P<street>[a-z](?<![a-z0-9].)(?:[a-z'-]{{0,40}}[a-z])?(?<=[a-z.]){_HOUSE})")
_SPLIT = re.compile(
    rf"(?P<first>[a-z](?<![a-z0-9].)[a-z'-]{{2,30}}) (?P<suffix>straa[td]|strat|laan|weg|plein|kade|gracht|singel|dijk|hof|steeg|dreef|park|pad|str\.?){_HOUSE}"
)
_OF = re.compile(
    rf"(?:plein (?:(?:19|20)[0-9]{{2}}|40[ /-]?45)|(?:laan|weg|plein|kade|hof|straat|dijk|park|pad|wal|singel|burg|gracht) (?:van |der |den |de |het |naar |ten |ter |'t |op ){{1,3}}(?:[a-z'-]{{2,25}} ){{0,2}}[a-z'-]{{2,25}}){_HOUSE}"
)
# "nummer 12 van de Lindestraat"
_TURNED = re.compile(
    r"(?:huis ?)?(?:nummer|numer|nr|no)\.? ?[0-9]{1,4} ?[a-h]?,? (?:(?:van|in|op|aan|de|het|straat) ){0,3}(?:[a-z'-]{2,20} ){0,2}?"
    r"[a-z'-]{2,30}(?:straat|laan|weg|plein|kade|gracht|singel|dijk|hof|dreef|plantsoen)(?![a-z])"
)
_HOME_CUE = re.compile(
    r"(?:(?:ik |wij |we |hij |zij |ze |die |man |vrouw |moeder |vader )?(?:woon|won|wonen|wonend|woont|woonde|wonende|woonachtig|woonplek|wooon|gewoond)(?: (?:zelf|nu|nog|alleen|samen|sinds kort|al jaren|zelfstandig|tegenwoordig|ik|wij|we))?|"
    r"(?:(?:mijn|m'n|me|ons|zijn|haar|woon|huis|thuis|prive|bezoek|post|bezorg|aflever|het)[ -]?){1,3}(?:ad+res+|adr)(?: (?:is|luidt|van mij))?|ad+res+(?: is)?|verhuisd? naar|verhuizen naar|"
    r"(?:kom|komen|langs|langskomen|langs komen|bezorg|bezorgen|bezorgd|stuur|sturen|opsturen|ophalen|opgehaald|gebracht|brengen) (?:maar |graag |even |het |langs ){0,2}(?:naar|op|aan|bij mij op|bij)|staat ingeschreven|ingeschreven|gevallen (?:op|bij)|thuis|huis|te vinden)"
    r"(?: ?: ?| is | )(?:nu |ook |daar |dus )?(?:in |op |aan |bij |te |naar )?(?:de |het |'t |een )?(?:straat |adres )?(?P<place>(?:[a-z][a-z'.-]{1,25} ){0,3}[a-z][a-z'.-]{2,25})"
    rf"{_HOUSE}"
)
_BOX = re.compile(r"postbus ?(?:nummer|nr)?\.? ?[0-9]{1,6}(?![0-9])")


def addresses(plain, is_word):
    """Return the finds of a street with a number.

    :param is_word: says of a word in lower case whether it is an ordinary one.
    """
    low = plain.low
    found = []
    for one in _STREET.finditer(low):
        street = low[one.start("street") : one.start("house")].rstrip(" ,.:")
        street = re.sub(r"[ ,]+(?:huis ?-?)?(?:nummer|numer|nummero|nr|no|num|huisnr|is)\.?:?(?: is)?$", "", street)
        if (
            street in _NO_STREET
            or _NO_END.fullmatch(street)
            or not _ENDS.fullmatch(street)
            or _NOT_A_HOUSE.match(low, one.end())
        ):
            continue
        sure = marks.HIGH if _SURE.fullmatch(street) else marks.LOW if is_word(street) else marks.MEDIUM
        if sure == marks.MEDIUM and plain.text[one.start()].islower() and not plain.text.islower():
            # in a text that has capitals, a street has one
            sure = marks.LOW
        elif sure == marks.MEDIUM and plain.text[one.start()].islower() and _LOOSE_END.fullmatch(street):
            sure = marks.LOW
        if low[one.start("house") - 1] not in " ." and sure == marks.MEDIUM:
            sure = marks.LOW
        found.append((whole_name(plain, one.start(), is_word), one.end(), marks.ADDRESS, sure, marks.SHAPE))
    for one in _SPLIT.finditer(low):
        if one["first"] not in _ARTICLES and not _NOT_A_HOUSE.match(low, one.end()):
            sure = (
                marks.MEDIUM
                if one["suffix"] in ("straat", "straad", "strat", "laan", "plein", "gracht", "kade", "singel")
                else marks.LOW
            )
            found.append((*one.span(), marks.ADDRESS, sure, marks.SHAPE))
    for one in plain.tried("street_of", _OF):
        if not _NOT_A_HOUSE.match(low, one.end()):
            found.append((*one.span(), marks.ADDRESS, marks.MEDIUM, marks.SHAPE))
    for one in plain.tried("number", _TURNED):
        if one.group().rpartition(" ")[2] not in _NO_STREET:
            found.append((*one.span(), marks.ADDRESS, marks.MEDIUM, marks.SHAPE))
    found += _cued(plain, is_word)
    for one in _LIVES.finditer(plain.text):
        if not is_word(one["place"].lower()) and not _NOT_A_HOUSE.match(low, one.end("house")):
            sure = marks.MEDIUM if one["lives"] else marks.LOW
            found.append((one.start("place"), one.end("house"), marks.ADDRESS, sure, marks.SHAPE))
    found += [(*one.span(), marks.ADDRESS, marks.LOW, marks.SHAPE) for one in plain.tried("box", _BOX)]
    return found


# "in de Warande 12 woont een jongen"
_LIVES = re.compile(
    r"(?:[Oo]p|[Aa]an|[Ii]n) (?:de|het) (?P<place>[A-Z][a-z]{3,20}) (?P<house>[1-9][0-9]{0,2}(?: ?[a-dA-D])?)(?![\w.,:/-]?\w)"
    r"(?P<lives> (?:woon|woont|woonde|wonen|woonden|is gaan wonen))?"
)
# and streets that end as no other
_ENDS = re.compile(rf"[a-z'-]{{2,}}{_SUFFIX}|overtoom|rokin|damrak|tussenmeer|spui")
_NO_PLACE = re.compile(
    r"(?:.* )?(?:hier|daar|alleen|samen|met|al|sinds|ongeveer|nu|bijna|ruim|al ruim|meer dan|op|in|ik|kamer|woning|flat met|om|"
    r"post ?code|artikel|lid|bus|lijn|tram|halte|route|week|zaal|blok|groep|klas|hoofdstuk|niveau|ronde|deel|pagina|stap|punt|nummer|minstens|zeker|bijv|zone|vak|lokaal|balie|loket|pakket|zonder|vanaf|tot|na|voor|rond|maximaal|circa|nog|pas|van|en|jaar|is|ben|verdieping|kwart|half|over|elke|geboren)"
)


def _cued(plain, is_word):
    """Return the finds of a place with a number after words such as "ik woon op"."""
    low = plain.low
    found = []
    for one in plain.tried("home", _HOME_CUE):
        place = re.sub(r"[ ,]+(?:huis ?-?)?(?:nummer|nr|numer|no)$", "", one["place"])
        if _NO_PLACE.fullmatch(place) or _NOT_A_HOUSE.match(low, one.end()):
            continue
        words = place.split()
        known = all(map(is_word, words))
        if len(one["house"]) == 4 and re.match(r"(?:19|20)[0-9]{2}$", one["house"]):
            continue
        found.append((one.start("place"), one.end(), marks.ADDRESS, marks.LOW if known else marks.MEDIUM, marks.CUE))
    return found
