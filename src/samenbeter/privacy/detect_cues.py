"""The words that announce a name. All expressions read a text in lower case without accents."""

from samenbeter.privacy import detect_starts
from samenbeter.privacy.detect_given_names import GIVEN

import re


STRONG, TITLE, PERSON, WEAK, SIGN = "strong", "title", "person", "weak", "sign"

FAMILY = """
man vrouw zoon zontje zoontje zon soon dochter dochtertje dogter dochtr moeder moedr vader mama mamma papa mam pap ma pa broer broertje broeder
zus zusje zuster oma opa tante oom neef neefje nicht nichtje kleinzoon kleindochter kleinkind schoonmoeder schoonvader schoonzus
schoonzusje schoonzoon schoondochter stiefzoon stiefdochter stiefvader stiefmoeder pleegzoon pleegdochter pleegkind zwager buurman buurvrouw
buurmeisje buurjongen bovenbuurman bovenbuurvrouw onderbuurman onderbuurvrouw overbuurman overbuurvrouw vriend vriendin vriendje
vriendinnetje partner verloofde echtgenoot echtgenote ex ex-man ex-vrouw exman exvrouw kind kindje baby collega baas werkgever huisgenoot huisgenote
mantelzorger maatje tweelingbroer tweelingzus peuter puber jongste oudste halfbroer halfzus petekind kleinzoontje kleindochtertje achterneef achternicht bonusdochter bonuszoon buurjongetje
overgrootmoeder overgrootvader gezin stiefbroer stiefzus pleegkindje verhuurder huisbaas kleinkinderen kinderen dochters zonen zoons
ouders vrienden vriendinnen buren meisje jongen klasgenoot leidinggevende oppas
""".split()
WORKERS = """
huisarts tandarts verplegkundige verpleegkundige wijkverpleegkundige gespecialiseerd_verpleegkundige psychiatrisch_verpleegkundige
praktijkverpleegkundige praktijkondersteuner poh notaris kraamverzorgende kraamverzorgster wijkverpleegster verpleger verpleegster nachtzuster orthopedagoog orthopedagoge pedagoog trainer
trainster coordinator coordinatrice alfahulp taalmaatje taalcoach schuldhulpverlener concierge huismeester wijkbeheerder directeur directrice
ouderenwerker penningmeester secretaris orthodontist stagiair stagiaire chauffeur pleegmoeder pleegvader rechter
therapeut therapeute fysiotherapeut fysiotherapeute psychotherapeut psychotherapeute
ergotherapeut ergotherapeute oefentherapeut gesprekstherapeut relatietherapeut haptotherapeut fysio fisio psycholoog psychologe psycholog psychiater
specialist neuroloog cardioloog internist oncoloog uroloog gynaecoloog longarts kinderarts oogarts chirurg orthopeed reumatoloog dermatoloog
geriater verloskundige dietist dietiste logopedist logopediste apotheker assistent assistente doktersassistente praktijkassistente
maatschappelijk_werker maatschappelijk_werkster coach buurtcoach wijkcoach gezinscoach leefstijlcoach jobcoach budgetcoach welzijnscoach
begeleider begeleidster casemanager zorgmanager consulent consulente jongerenwerker jongerenwerkster opbouwwerker buurtwerker buurtwerkster
thuishulp hulp verzorgende verzorgster wijkagent agent agente advocaat advocate tolk mentor docent docente lerares leraar leerkracht
vrijwilliger vrijwilligster bewindvoerder ambtenaar contactpersoon clientondersteuner ouderenadviseur medewerker medewerkster klantmanager arts
jeugdarts bedrijfsarts mondhygienist mondhygieniste podotherapeut pedicure kapper kapster voorzitter bewoner bewoonster buurtbewoner patient patiente
client cliente hulpverlener hulpverleenster gezinsvoogd voogd zuster broeder juf meester tante oom opa oma juffrouw
""".replace("_", " ").split("\n")
WORKERS = [
    word.replace("_", " ")
    for line in WORKERS
    for word in re.findall(r"(?:gespecialiseerd|psychiatrisch|maatschappelijk) \S+|\S+", line)
]
TITLES = """
dokter docter doktor doctor dokteres dr drs prof professor mevrouw mevr mevrow mefrouw mvrw mw mvr mevouw meneer menneer mijnheer menheer meener mneer
dhr hr heer ds mgr mej mejuffrouw sjeik sheikh imam dominee pastor pastoor wethouder ir ing mr zr fam familie burgemeester hoca
""".split()


def _any(words):
    return "(?:" + "|".join(sorted(words, key=len, reverse=True)) + ")"


_FAMILY, _WORKER, _TITLE = _any(FAMILY), _any(WORKERS), _any(TITLES)
_OWN = r"(?:mijne?|myn|mn|zn|mij|me|m'n|min|zijn|z'n|haar|d'r|hun|onze|ons|jouw|je|uw|de|een|van)"
_SOMEBODY = f"(?:{_FAMILY}|{_WORKER}|{_TITLE})"
_IS = r"(?: (?:is|was|zijn|ies|iz|is dus|is gewoon|luidt|blijft|schrijf je als|=))?"
_NAME = r"na?am"

_INTRO = (
    rf"(?:(?:mijn|myn|my|mn|mij|m'n|me|min|mein) (?:(?:voor|achter|roep|eigen|echte|volledige|hele|doop|meisjes|volle|voor- en achter)[ -]?)?{_NAME}{_IS}(?: (?:ook|nog))?|"
    rf"{_OWN} (?:(?:voor|achter|roep)[ -]?)?{_NAME}(?: van {_OWN} {_FAMILY})? (?:is|was|ies|luidt)|"
    rf"{_NAME}(?: van)? (?:{_OWN} )?{_SOMEBODY}{_IS}|"
    rf"{_OWN} {_SOMEBODY}(?:,? (?:hij|zij|ze|zijn|haar|z'n|d'r))? {_NAME}{_IS}|"
    rf"(?:hij|zij|ze|zijn|haar|z'n) {_NAME}{_IS}|"
    rf"(?:voor|achter|roep|voor- en achter|volledige |meisjes)[ -]?{_NAME}(?: is|:|=)|{_NAME} ?[:=]|{_NAME} is|ik ben {_NAME}|ik {_NAME}(?: is)?|"
    rf"(?:(?:ik|hij|zij|ze|die|wie)|(?:{_OWN} )?{_SOMEBODY}) (?:(?:hij|zij|ze) )?(?:heet|heete|hete|heette|heten|heett)(?: (?:van (?:achter|voor)naam|ik|hij|zij|ze|nu|ook|eigenlijk|trouwens|dus|zelf|officieel))?|"
    r"heet(?:te)? (?:ik|hij|zij|ze)|heten|(?:ge|be)naamd|geheten|noemt? (?:mij|me|hem|haar|ze|zich)(?: maar| gewoon| altijd)?|noemen (?:mij|me|hem|haar|ze)|ik noem (?:hem|haar)|"
    r"(?:je|jij|u|jullie) spre+kt(?: nu)? met|hier spreekt|ondergetekende|getekend|ondertekend(?: door)?|t\.?a\.?v\.?|ter attentie van|"
    r"(?:luister|luistert) naar de naam|onder de naam|op (?:de )?naam van|ten name van|t\.? ?n\.? ?v\.?|tenaamstelling|adim|benim adim|my name is|i am called)"
)
# words that may come between a relation and a name
_FILL = r"(?:,? (?:genaamd|heet|hete|die (?:heet|hete)|hij heet|zij heet|ze heet|naam))?"
_KIND = (
    r"(?:(?:oude|oudste|jongste|kleine|lieve|beste|eigen|vaste|nieuwe|goede|demente|zieke|andere|eerste|tweede|overleden|vorige|huidige|"
    r"[a-z]{3,9}-?jarige?) )?"
)

# rule of detect_starts: how strong, and what comes before the name
BEFORE = (
    (
        "strong",
        STRONG,
        re.compile(
            rf"{_INTRO}(?![a-z])[ :=,\"'(-]{{0,4}}(?!(?:van|de|het) (?:de|het|een|mijn|mij|dokter|huisarts|buurt|wijk)(?![a-z]))"
        ),
    ),
    ("title", TITLE, re.compile(rf"{_TITLE}(?:\.[ ]?| |\. )(?:{_TITLE}\.? ){{0,2}}[\"'(]{{0,2}}")),
    ("person", PERSON, re.compile(rf"{_OWN} {_KIND}(?:{_FAMILY}|{_WORKER}){_FILL}(?:, |[ :(\"'-]{{1,3}})")),
    ("worked", PERSON, re.compile(rf"{_WORKER}{_FILL} ")),
    ("is_one", WEAK, re.compile(rf"(?:{_FAMILY}|{_WORKER}) (?:is|was|wordt|blijft) ")),
    ("family", WEAK, re.compile(rf"{_FAMILY},? ")),
    (
        "weak",
        WEAK,
        re.compile(
            r"(?:(?:ingeschreven|geregistreerd|bekend|aangemeld|vermeld) als|naam|zeg maar(?: gewoon)?|(?:ik|ikke) (?:ben|bin|bn)(?: (?:de|het))?|hier is|dit is|(?<![^\n])met|"
            r"(?:hallo|hoi|hai|dag|goedemorgen|goedemiddag|goedenavond|hi|hey|hee|hej|heey|yo|salam|selam|ja|ja hallo|ja goede(?:morgen|middag|navond)|beste|lieve|geachte|goedendag|dear)"
            r"(?:[ ,]{1,2}(?:met|ik ben|hier|dit is))?)[ ,]{1,2}"
        ),
    ),
)
# "mijn naam" without "is": anything may follow
BARE = re.compile(r"na?am[ ,\"'(-]{0,4}$")
SIGNING = re.compile(
    r"(?:groetjes?|groeten|groet|gr\.?|grt?j?s?|groetje|liefs|mvg|m\.v\.g\.?|hoogachtend|hartelijke groet(?:en)?|vriendelijke groet(?:en)?|vr\.? gr\.?|gegroet|"
    r"bedankt|dank (?:u|je)(?: wel)?|dankjewel|dankuwel|alvast bedankt|veel dank|afzender|was getekend|w\.g\.|selamlar|xx|kusjes?)"
    r"(?: alvast| en bedankt)?(?: van)?(?![a-z])[ ,.:;!-]{0,3}\n{0,3}[ ]{0,2}"
)
# after a name: "fatima heet ik", "ahmed is mijn naam"
NAMED = re.compile(
    r"heet (?:ik|hij|zij|ze|die|mijn|m'n|de|en|is|heeft)(?![a-z])|is (?:mijn|m'n|me|zijn|haar) (?:voor|achter|roep)?naam(?![a-z])|hier(?= (?:ik|wij|mag|kan|van|met|en) |,|\.)"
)
# a given name that nothing announces, and what makes it surer
GIVEN_ONE = re.compile(r"(?P<name>[a-z]{2,20})(?![a-z])")
NEAR = frozenset(
    "van met bij aan door voor naar kent ken ik vraag en of tegen toen als dat omdat want sinds kan mag moet zal heet bel belt bellen bedank "
    "bedanken vroeg zonder dankzij volgens namens zoek zoekt geef heb woont woonde app sms terwijl omdat onze mijn mij".split()
)
# after a given name these say that it is somebody: "Fatma en ik", "mag jip mee"
ACTS = re.compile(
    r" (?:en (?:ik|hij|zij|ze)|is|was|heeft|had|hebben|kan|kon|wil|wilde|moet|moest|mag|zei|zegt|vindt|belt|belde|helpt|hielp|komt|kwam|gaat|ging|woont|"
    r"woonde|zit|ligt|werkt|nog|hij|zij|ze|maar|zijn|haar|mij|me|mijn|m'n|er|die|dit|dat|leren|mee|en|van (?:de|het|hiernaast|boven|beneden|nummer))(?![a-z])|,? \(?[0-9]{1,2}(?: jaar|\))"
)
# a word with a capital, in a text that has capitals: "terwijl Marga van de balie", "Nourdin helpt"
UNKNOWN = re.compile(
    r"(?:[Kk]an|[Mm]ag|[Mm]oet|[Ww]il|[Tt]oen|[Tt]oen ik|[Tt]erwijl|[Oo]mdat|[Ss]inds|iemand|ken|kent|ontmoette|[Bb]el|vraag|volgens|dat) "
    r"(?P<name>[A-Z][a-z\u00c0-\u017f]{2,20})"
    r"(?= (?:is|was|heeft|had|kan|kon|wil|moest|mij|me|mijn|zei|zegt|helpt|hielp|komt|kwam|er|nog|leerde|zijn|haar|ook|even|van (?:de|het|nummer|boven|beneden)) )"
)
# before a given name: "de wijkzuster Mieke"
SOMEBODY = re.compile(
    r"[a-z]{0,30}(?:zuster|dame|vrouw|man|meisje|jongen|juf|meester|arts|therapeute?|coach|werker|werkster|begeleider|begeleidster|hulp|"
    r"medewerker|medewerkster|verpleegkundige|consulente?|genoot|genote|docente?|trainer|trainster|zoon|dochter|collega|vriend|vriendin|kind)"
)
# "Sint Maarten", "koning Willem", "onze hond Max", "huize Anna"
NOBODY = frozenset(
    """
    sint st st. koning koningin prins prinses heilige santa san storm orkaan hond hondje kat kater poes konijn cavia parkiet papegaai pony paard huize villa
    flat gebouw locatie hospice omroep schip boot partij minister staatssecretaris premier president supermarkt winkel restaurant cafe buurthuis school
    basisschool stichting straat plein park kerk moskee ziekenhuis kliniek zorgcentrum woonzorgcentrum team afdeling film serie boek programma zangeres zanger
    schrijver schrijfster
    """.split()
)
_CAPITAL = "[A-Z\u00c0-\u00de\u0106\u010c\u0130\u0141\u015a\u015e\u0160\u017b\u017d]"
INITIALS = re.compile(
    rf"(?<![\w.])(?:{_CAPITAL}\. ?){{1,4}}(?:(?:[vV]an|[dD]er?|[dD]en|'t|[tT]e[nr]?|[eE]l) ){{0,3}}(?P<name>{_CAPITAL}[a-z\u00c0-\u017f]{{2,20}})(?:-(?:van )?(?:de[rn]? )?{_CAPITAL}[a-z\u00c0-\u017f]{{1,20}})?(?![\w])"
)


detect_starts.add("strong", FAMILY + WORKERS + TITLES)
detect_starts.add("is_one", FAMILY + WORKERS)
detect_starts.add("family", FAMILY)
detect_starts.add_whole("given", GIVEN)
detect_starts.add("title", TITLES)
detect_starts.add("worked", WORKERS)
