"""The words that announce a name. All expressions read a text in lower case without accents."""

import re


STRONG, TITLE, PERSON, WEAK, SIGN = "strong", "title", "person", "weak", "sign"

_OWN = r"(?:mijn|myn|mij|mijne|me|m'n|min|zijn|z'n|haar|d'r|hun|onze|ons|jouw|je|uw|de|een|van)"
_FAMILY = (
    r"(?:man|vrouw|zoon|zoo?ntje|zon|dochter(?:tje)?|doch?ter|dogter|moeder|moedr|vader|mama|mamma|papa|mam|pap|ma|pa|broer(?:tje)?|broeder|zus(?:je|ter)?|"
    r"oma|opa|tante|oom|neef(?:je)?|nicht(?:je)?|kleinzoon|kleindochter|kleinkind|schoonmoeder|schoonvader|schoonzus(?:je)?|schoonzoon|schoondochter|"
    r"stiefzoon|stiefdochter|stiefvader|stiefmoeder|pleegzoon|pleegdochter|pleegkind|zwager|(?:boven|onder|over)?buur(?:man|vrouw|meisje|jongen)|vriend(?:in|je|innetje)?|partner|verloofde|echtgenoot|"
    r"echtgenote|ex|ex-man|ex-vrouw|exman|kind(?:je)?|baby|collega|baas|werkgever|huisgeno(?:ot|te)|mantelzorger|maatje|tweelingbroer|tweelingzus|peuter|puber|jongste|oudste|"
    r"verhuurder|huisbaas|kleinkinderen|kinderen|dochters|zonen|zoons|ouders|vrienden|vriendinnen|buren|meisje|jongen|klasgenoot|leidinggevende|oppas)"
)
_WORKER = (
    r"(?:huisarts|tandarts|(?:wijk|gespecialiseerd |psychiatrisch |praktijk)?verple+gkundige|praktijkondersteuner|poh|(?:fysio|psycho|ergo|oefen|gesprek|relatie|haptono)?therapeute?|fysio|psycholo+g|"
    r"psychologe|psychiater|specialist|neurolo+g|cardiolo+g|internist|oncolo+g|uroloog|gynaecolo+g|longarts|kinderarts|oogarts|chirurg|orthopeed|reumatolo+g|dermatolo+g|geriater|verloskundige|dietiste?|logopediste?|apotheker|assistente?|doktersassistente?|"
    r"maatschappelijk werk(?:st)?er|(?:buurt|wijk|gezins|leefstijl|job|budget|welzijns)?coach|begeleid(?:st)?er|(?:case|zorg)manager|consulente?|jongerenwerk(?:st)?er|opbouwwerk(?:st)?er|buurtwerk(?:st)?er|thuishulp|hulp|"
    r"verzorgende|verzorgster|wijkagent|agente?|advocate?|advocaat|tolk|mentor|docente?|lerares|leraar|leerkracht|vrijwillig(?:st)?er|bewindvoerder|ambtenaar|contactpersoon|clientondersteuner|ouderenadviseur|"
    r"medewerk(?:st)?er|klantmanager|arts|jeugdarts|bedrijfsarts|mondhygieniste?|podotherapeut|pedicure|kapper|kapster|voorzitter|bewoner|buurtbewoner|patiente?|cliente?|hulpverle(?:ner|enster)|gezinsvoogd|voogd)"
)
_TITLE = (
    r"(?:dokter|docter|doktor|doctor|dokteres|dr|drs|prof|professor|mevrouw|mevr|mevrow|mefrouw|mvrw|mw|mevouw|meneer|menneer|mijnheer|menheer|meener|mneer|"
    r"dhr|heer|juf|juffrouw|juffr|meester|zuster|broeder|imam|dominee|pastor|pastoor|wethouder|ir|ing|mr|tante|oom|opa|oma|zr|fam|familie|burgemeester|hoca|sheikh)"
)
_IS = r"(?: (?:is|was|zijn|ies|iz|is dus|is gewoon|luidt|blijft|schrijf je als|=))?"

_INTRO = (
    rf"(?:(?:mijn|myn|mij|m'n|me|min|mein) (?:(?:voor|achter|roep|eigen|echte|volledige|hele|doop|meisjes|volle|voor- en achter)[ -]?)?na+m{_IS}(?: (?:ook|nog))?|"
    rf"{_OWN} (?:(?:voor|achter|roep)[ -]?)?na+m(?: van {_OWN} {_FAMILY})? (?:is|was|ies|luidt)|"
    rf"na+m(?: van)? (?:{_OWN} )?(?:{_FAMILY}|{_WORKER}|{_TITLE}){_IS}|"
    rf"{_OWN} (?:{_FAMILY}|{_WORKER}|{_TITLE})(?:,? (?:hij|zij|ze|zijn|haar|z'n|d'r))? na+m{_IS}|"
    rf"(?:hij|zij|ze|zijn|haar|z'n) na+m{_IS}|"
    r"(?:voor|achter|roep|voor- en achter|volledige |meisjes)[ -]?na+m(?: is|:|=)|na+m ?[:=]|naam is|ik ben na+m|ik na+m(?: is)?|"
    rf"(?:ik|hij|zij|ze|die|wie|man|{_FAMILY}|{_WORKER}|{_TITLE}) (?:heet|heete|hete|heette|heten|heett|het)(?: (?:ik|hij|zij|ze|nu|ook|eigenlijk|trouwens|dus|zelf|officieel))?|"
    r"heet(?:te)? (?:ik|hij|zij|ze)|heten|(?:ge|be)naamd|geheten|noemt? (?:mij|me|hem|haar|ze|zich)|noemen (?:mij|me|hem|haar|ze)|ik noem (?:hem|haar)|"
    r"(?:je|jij|u|jullie) spre+kt(?: nu)? met|met wie spreek ik|hier spreekt|ondergetekende|getekend|ondertekend(?: door)?|t\.?a\.?v\.?|ter attentie van|"
    r"(?:luister|luistert) naar de naam|onder de naam|op (?:de )?naam van|adim|benim adim|my name is|i am called)"
)
# words that may come between a relation and a name
_FILL = r"(?:,? (?:genaamd|heet|hete|die (?:heet|hete)|hij heet|zij heet|ze heet|naam))?"

_STRONG = re.compile(
    rf"(?<![a-z]){_INTRO}(?![a-z])[ :=,\"'(-]{{0,4}}(?!(?:van|de|het) (?:de|het|een|mijn|mij|dokter|huisarts|buurt|wijk)(?![a-z]))"
)
_TITLED = re.compile(rf"(?<![a-z-])(?:(?:{_TITLE})\.? ){{1,3}}[\"'(]{{0,2}}")
_TITLE_DOT = re.compile(r"(?<![a-z-])(?:dr|drs|dhr|mw|mevr|mvr|prof|ir|fam)\.[ ]?")
_PERSON = re.compile(
    rf"(?<![a-z]){_OWN} (?:(?:oude|oudste|jongste|kleine|lieve|beste|eigen|vaste|nieuwe|goede|demente|zieke|andere|eerste|tweede|overleden|eigen|vorige|huidige|[a-z]{{3,9}}-?jarige?) )?(?:{_FAMILY}|{_WORKER}){_FILL}(?:, |[ :(\"'-]{{1,3}})"
)
_WORKED = re.compile(rf"(?<![a-z]){_WORKER}{_FILL} ")
_WEAK = re.compile(
    r"(?<![a-z])(?:(?:ik|ikke) (?:ben|bin|bn)(?: (?:de|het))?|hier is|dit is|met vriendelijke|(?:hallo|hoi|dag|goedemorgen|goedemiddag|goedenavond|hi|hey|salam|selam|beste|lieve|geachte|goedendag),? (?:met |ik ben |hier |dit is )?)"
    r"[ ,]{1,2}"
)
_SALUTE = re.compile(
    r"(?<![a-z])(?:beste|lieve|geachte|hallo|hoi|hai|hey|dag|salam|selam|hi|dear|goedemorgen|goedemiddag|goedenavond)(?: (?:met|hier|ik ben))? "
)
_FOR = re.compile(
    r"(?<![a-z])(?:bij|met|van|door|aan|naar|voor|vraag(?:t)? naar|vragen naar|bel(?:len)? met|spreken met|contact met|groetjes aan) "
)

BEFORE = (
    (STRONG, _STRONG),
    (TITLE, _TITLED),
    (TITLE, _TITLE_DOT),
    (PERSON, _PERSON),
    (PERSON, _WORKED),
    (WEAK, _WEAK),
    (WEAK, _SALUTE),
)
SIGNING = re.compile(
    r"(?<![a-z])(?:groetjes?|groeten|groet|gr\.?|grt?j?s?|groetje|liefs|mvg|m\.v\.g\.?|hoogachtend|hartelijke groet(?:en)?|vriendelijke groet(?:en)?|vr\.? gr\.?|gegroet|"
    r"bedankt|dank (?:u|je)(?: wel)?|dankjewel|alvast bedankt|veel dank|afzender|was getekend|w\.g\.|selamlar|xx|kusjes?)(?: alvast| en bedankt)?(?: van)?(?![a-z])[ ,.:;!-]{0,3}\n{0,3}[ ]{0,2}"
)
NAMED = re.compile(
    r"(?<![a-z])(?:(?P<pre>(?:die|ook|allebei|eigenlijk) )?(?P<name>[a-z][a-z'-]{1,25}) (?:heet (?:ik|hij|zij|ze|die|mijn|m'n|de)|is (?:mijn|m'n|me|zijn|haar) (?:voor|achter|roep)?naam|heet (?:en|die|is|heeft)))(?![a-z])".replace(
        "(?P<pre>", "(?:"
    )
)
WHOLE = re.compile(
    r"(?<![\w'-])[A-Z][a-z\u00c0-\u017f]{1,20}(?=(?:-[A-Z][a-z]+)? (?:[A-Z]\. ?)?(?:(?:[a-z']{1,3}|[Vv]an|[Dd]er|[Dd]en|ould|[Bb]en|[A-Z][a-z]{1,2}) ){0,2}[A-Z])"
)
LINE = re.compile(r"(?:^|\n)[ \-]{0,3}(?P<name>[a-z][a-z'-]{1,25})")
