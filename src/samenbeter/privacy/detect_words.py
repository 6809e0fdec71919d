"""Words that are no name of a person, however they are written, and the shapes of ordinary words."""

import re


# small words, and the commonest verbs in the forms in which they follow a person
_SMALL = """
aan aangezien aardig achter af afgelopen al aldoor alle alleen allebei allemaal alles als alsjeblieft alstublieft altijd ander andere anders behalve behoorlijk beide
beneden best beste beter bij bijna binnen binnenkort boos boven bovendien buiten daar daarbij daardoor daarna daarnaast daarom daarvoor dag dagelijks dan dank dat de deze die dik dit
cum laude natuur des doch dood door dus echt een eens eenzaam eerder eerst eerste eigen eigenlijk elk elke en enige enkele er erg erna ernstig ervan even evenals eventueel ga gauw geen gek
genoeg gezond gister gisteren goed graag groot haar heb hele heel helaas helemaal hem hen het hier hij hoe hoeveel hoewel hun ie ieder iedere iedereen iemand iets ik in
inmiddels is ja jaar jaren jarig je jij jong jonge jouw jullie juist kan kijk klaar klein kleine komma kort kwijt laatst laatste lang lange langer langs langzaam later lekker leuk
lief lieve liever los maar mag mee meer meest meestal met mij mijn minder misschien moe moeilijk moest mooi morgen na naar naast net niemand niet niets niks nieuw nieuwe nog nogal
nooit nou nu of om omdat omhoog onder ondanks ongeveer onlangs ons onze ook oud oude over overal paar pas per plotseling precies punt recent regelmatig rond samen sinds slecht slechte snel soms steeds sterk
straks te tegen ten ter terug terwijl thuis tijdens toch toe toen tot totdat tussen uit u uw vaak vaker van vanaf vandaag vanmorgen vannacht vanwege vast veel ver verder
vervolgens vlak vol volgens voor vooral voordat vooruit vorig vorige vrij vroeg vroeger waar waarbij waardoor waarom waarschijnlijk wanneer want wat we weer weet wegens weinig wel
welk welke wie wij wiens zal ze zeer zeker zelf zelfs zich ziek zij zijn zo zoals zodat zoiets zonder zodra zolang zomaar zou zowel zwaar zwak blij bang druk dronken depressief somber verdrietig
ben bent was waren heeft had hadden hebben krijgt kreeg krijgen kunnen kon kunt kunnen moet moeten mocht wil wilde willen wilt zei zegt zeggen zeiden zou zullen wordt werd worden geworden geweest gehad
gaat ging gaan gingen gegaan komt kwam komen kwamen doet deed doen gedaan ligt lag liggen loopt liep lopen staat stond staan zit zat zitten woont woonde wonen werkt werkte werken eet at eten drinkt dronk drinken
slaapt sliep slapen valt viel vallen gevallen denkt dacht denken vindt vond vinden vraagt vroeg vragen geeft gaf geven neemt nam nemen maakt maakte maken ziet zag zien hoort hoorde horen voelt voelde voelen blijft
bleef blijven lijkt leek lijken wacht wachten belt belde bellen gebeld helpt hielp helpen geholpen zoekt zocht zoeken gebruikt gebruikte gebruiken slikt rookt rookte drinkt vergeet vergat vergeten begint begon beginnen stopt stopte weigert
snapt begrijpt begrijp spreekt sprak spreken praat praatte praten huilt schreeuwt leeft leefde sterft stierf overleed overleden overlijdt studeert leert leerde speelt schrijft schreef leest las rijdt reed fietst
verzorgt zorgt zorgde lijdt durft wilt mist hoest snurkt jeukt bloedt trilt plast poept spuugt kots braakt klaagt zeurt liegt slaat sloeg scheldt bijt gilt kookt kookte betaalt verdient heet heten doe hoef hoeft hoop hoopt
graag bedankt groetjes groet groeten vriendelijke vriendelijk alvast vast hartelijk hoogachtend mvg gr dankjewel dankuwel tot ziens doei hoi hallo dag hey goedemorgen goedemiddag goedenavond welkom
weg kwijt op klaar binnen buiten boven terug bezig opgenomen verhuisd geopereerd getrouwd gescheiden zwanger ontslagen geslaagd geboren geb geboortedatum datum gestopt begonnen bekend belangrijk onbekend anoniem prive geheim verkeerd fout juist veranderd gewijzigd vergeten nodig verplicht voldoende doorgegeven
niet nee nooit liever gewoon eigenlijk zelf zojuist vandaag morgen overmorgen vanavond vanmiddag zojuist meteen direct namelijk natuurlijk helaas gelukkig trouwens
een twee drie vier vijf zes zeven acht negen tien elf twaalf honderd duizend half halve dubbel beiden
"""

# nouns and adjectives of care, home and neighbourhood
_NOUNS = """
aandacht aandoening aanvraag account adres advies afspraak afwas allergie allergisch ambulance angst angstig antwoord apotheek apotheker arm arme armen arts arbeid assistent assistente auto autisme autist autistisch
baan baas baby badkamer balie bed been benauwd benen bericht beroep beroerte bewoner bewoners bezoek bezorgd bijstand blaas blind bloed bloeddruk blut boodschappen boos bot botten brand brief briefje bril broer buik buikpijn bus buur buren buurman
buurvrouw buurt buurtbewoner buurthuis buurtkamer burn-out burnout burger bureau chronisch cadeau client cliënt coach collega contact consult controle cursus cursist chauffeur corona
dagbesteding dementie dement deskundige deur diabeet diabetes diabetespatient diagnose dieet dienst dokter dokters docent dochter dochters doof dosis douche drank drempel drugs druk duizelig dyslexie dyslectisch
echtgenoot echtgenote eenzaamheid eenzame eczeem eigenaar eindje ervaring ervaringsdeskundige ex examen ernstig fiets flat formulier fout fysio fysiotherapeut fysiotherapie familie foto
gaande gast geboorte gebit geduld geld geluid gemeente gesprek getrouwd gezin gezinsleden gehandicapt gehandicapte gehoor geheugen geluk gevoel gewicht gewond gips groep griep griekse
halsband hand handen handig hart hartpatient hartklachten heer heren heup hoofd hoofdpijn hoest hond honden hobby hogere huid huis huisarts huisartsen huisgenoot huur huurder huurwoning huishouden hulp hulpverlener hulpmiddel herstel
ingang informatie ingeschreven inwoner insuline jeugd jongen jongens jonger jarige jeuk jas jurist kaart kamer kanker kant kapper kat kater keel keer keuken kind kinderen kindje kinderarts klacht klachten klant kleding kleindochter kleinkind kleinkinderen kleinzoon klas klein knie koorts kosten
kok kookclub koor kracht krant kroeg kunst lid leden leeftijd leerling leraar lerares les lessen lichaam liefde lift lijst lift longen longarts loket loopt ma maag maaltijd maand maanden maandag maatje man mannen manier mantelzorg mantelzorger medicatie medicijn medicijnen
medewerker medewerkster meisje meisjes mens mensen mevrouw meneer mijnheer mentor migraine middag minuten mobiel moeder moeders moeheid moeilijkheden moment mond morgen mama mam papa pap moslim musulman
naam nacht neef nek neus nicht nier nieren nummer oma omgeving omhoog onderzoek ongeluk ontslag oog ogen oom oor operatie opa opleiding opname oplossing organisatie oorlog ouder ouderen ouders overlast oude
pa pak pakket paniek papier partner pastoor patient patiënt patiënten patienten pijn pil pillen plan plek plekken poh politie post praktijk praktijkondersteuner prettig probleem problemen project puber psychiater psycholoog psychose prik
raad receptie recept reuma rechter rekening reis ruzie rolstoel rollator rug rugpijn rust rustig school scholen schoonmaker schoonmaakster schulden schouder scooter seniore senior slaap slaapproblemen slachtoffer slechthorend slechtziend slagerij
specialist spier spoed sport sporten spreekuur staking stage stap steun steunkousen stem straat stress student studente suiker suikerziekte stuk taal taxi tand tandarts tanden tante team telefoon therapie therapeut thuiszorg tijd tolk toilet trap trein trots tuin tweeling
uitkering uur uren vader vaders verdriet verdrietig verhaal verkoudheid verkouden verlamd verpleegster verpleegkundige verslaafd verslaving verstand verzekering verzorgende verzorger voet voeten volwassen vraag vragen vreemd vriend vrienden vriendin vriendinnen vrijwilliger vrijwilligster vrouw vrouwen
vluchteling vegetarier veteraan voogd wachtlijst wachtkamer wandelen water week weken weekend werk werkloos werkster wethouder weduwe weduwnaar wereld wijk wijkagent wijkteam wijkverpleegkundige winkel woning wond zaak zaal zaterdag zelfstandig zorg zorgen zorgverzekering zus zusje zuster zwanger zwager zoon zoontje zonen zoons
ziekte ziekenhuis zieke zalf zenuwen zelfmoord ziekmelding zwembad zwakker yoga thee koffie soep suf stil stram streng stuk stijf slim schor saai ruim raar puur pittig plat open nat mank mild lui lam laf kaal
alcoholist alcoholiste analfabeet arbeidsongeschikt arbeider astma astmapatient bezig betrokken beschikbaar bereid bereikbaar benieuwd bewust duf eerlijk erfelijk geduldig gehecht gelovig gezellig hoogzwanger hulpeloos incontinent invalide jaloers kwetsbaar kwaad lastig levend licht misselijk moedeloos
nerveus nieuwsgierig nuchter onzeker ongerust onrustig oververmoeid overspannen overstuur overbelast paniekerig radeloos schuldig tevreden teleurgesteld uitgeput uitgevallen verward vermoeid vergeetachtig verlegen vrijgezel wanhopig woedend zenuwachtig zelfstandige zzp'er zzper
timmerman schilder bakker slager kapster vuilnisman postbode agent buschauffeur gepensioneerd pensioen pensionado huisvrouw huisman alleenstaand alleenstaande samenwonend onderwijzer onderwijzeres juf meester
redactie team mensen lezer allen deskundigen vrijwilligers organisatie bestuur directie burgemeester wijkbewoners wijkwebber samenbeter dames heren gemeente wijkzorg beheerder voorzitter secretaris
directeur balie afdeling polikliniek poli kliniek instelling spoedeisende eerstehulp nachtdienst dienstdoende waarnemend huisartsenpost praktijkassistente huisartsenpraktijk eerste tweede derde nieuwe vaste huidige vervangende zelfde volgende behandelend behandelende
doktor docter doktoren ziekenwagen maatschappelijk maatschappelijke werker werkster begeleiding begeleider begeleidster buurtcoach casemanager consulent
instellen invullen opgeven noemen doorgeven opschrijven geven zeggen schrijven gebruiken staat klopt stond vermelden vermeld ingevuld publiceren erbij eronder achterlaten achternaam voornaam adresgegevens geboortedatum
buurtgenoten buurtgenoot wijkgenoten overbuurman overbuurvrouw onderbuurman onderbuurvrouw bovenbuurman bovenbuurvrouw buurtwerker opbouwwerker jongerenwerker schoonmoeder schoonvader schoonzus schoondochter schoonzoon stiefmoeder stiefvader pleegmoeder pleegkind
"""

_MORE = """
polis bsn patientnummer polisnummer klantnummer dossiernummer clientnummer telefoonnummer rekeningnummer kenteken postcode mail email insta bel app aub svp ivm mbt tav
kom geef laat neem maak zoek zie zeg weet vind lees ken werk woon krijg slik gebruik loop slaap eet drink durf ga sta zit lig wacht bezoek bestel regel teken vul stuur schrijf luister kijk praat probeer
adviseert vertelt stuurt schreef verwijst verwees weigerde luistert kijkt keek kwam behandelt behandelde verandert veranderde verhuist verhuisde scheidde trouwde lacht gamet appt mailt kookt wast strijkt poetst
merkt merkte meent raadt raadde stelt stelde gelooft geloofde begreep vertrouwt vertrouwde regelt regelde kent kende leidt leed lijdt steunt steunde redt redde haalt haalde brengt bracht koopt kocht kost kostte
belooft beloofde antwoordt antwoordde reageert reageerde schrikt schrok draagt droeg zingt zong wandelt wandelde zwemt sport sportte oefent oefende mag mocht mogen hoeft hoefde durfde probeert probeerde verliest verloor
wint trekt trok duwt rent geneest herstelt revalideert tekent tekende verkoopt verhuurt beheert overweegt overlegt bespreekt besprak bedoelt bedoelde ademt ademde schaamt voelde irriteert pest pestte
dhr mevr mw mvr mvrw drs prof namens wou zet zette riep bleef trof wierp schold zweeg sneed genas bood verbood gebood brak stak vocht zonk sprong dwong hing ving liet beet reed wees wierf zwierf koos vroor goot sloot schoot floot genoot
spoot kroop sloop droop boog loog vloog zoog bedroog woog bewoog schoof snoof doen zien gaan staan slaan verstaan begaan voldoen aandoen weggaan verzien vergiet geef luister help verwijs onderzoek behandel
antwoord snap begrijp werk loop lig sta zit verlies bel koop breng haal rij fiets zwem kook poets was strijk slik prik meet weeg rook drink vergeet verhuis trouw scheid lach huil schreeuw
online offline buitenshuis stiekem vloekt blowt gokt vertelde slaan slaat luister slaap praat krijg eten kook huil help brengen halen maakte maken duurt tevergeefs
hartstikke eindelijk opeens ineens ooit zelden nergens ergens iedereen iederen andersom allang allebei opnieuw alsnog desnoods misschien wellicht vermoedelijk blijkbaar zogenaamd zogenaamde overigens bovendien immers
tevens vermoed vermoedt denk hoor voel geloof snap begrijp zoveel zulke zulk dergelijk dergelijke diverse enkel tig tachtigjarige negentigjarige bejaarde bejaarden hoogbejaard kleuter kleuters tiener tieners jongere jongeren
ouderwets modern handig onhandig grappig zielig zonnig regen sneeuw lente zomer herfst winter ochtend avond middernacht kwartier seconde minuut uurtje dagje weekje
keukentafel gesprekken inloop inloopspreekuur bijeenkomst activiteit activiteiten cursussen workshop wandelclub koor biljart bingo bridge schaken breien naaien fietsles computerles taalles taallessen inburgering examen diploma
huurtoeslag zorgtoeslag toeslag bijdrage vergoeding vergoed aanslag boete incasso deurwaarder bewind saldo budget inkomen salaris loon uitkeringsgerechtigd minimum voedselbank kledingbank kringloop stadspas
lekkage schimmel vocht verwarming ketel dak raam ramen muur plafond trapportaal kelder schuur balkon galerij portiek brievenbus sleutel slot bel intercom buitenlamp vuilnis afval container ratten muizen kakkerlakken bedwantsen
bloedprikken bloeduitslag echo mri scan rontgen hechtingen verband pleister zalven drankje druppels inhalator puffer pufje spuit spuiten injectie vaccin vaccinatie griepprik coronaprik bijwerking bijwerkingen recepten herhaalrecept
botbreuk polsbreuk heupbreuk hernia artrose artritis tumor gezwel chemo bestraling dialyse pacemaker stent infarct hartinfarct hersenbloeding hersenschudding longontsteking blaasontsteking ontsteking infectie koorts jeuk uitslag uitdroging verstopping
diarree obstipatie overgeven misselijkheid zweten trillen tintelingen krampen stijfheid zwelling blauw blauwe rood rode geel groen zwart wit wond wondje blaren eelt likdoorn ingegroeid teennagel nagel haaruitval
autistische suicidaal suicide burnoutklachten slaappillen kalmeringstabletten pijnstillers pijnstiller bloedverdunner bloedverdunners antibiotica anticonceptie pil spiraaltje menstruatie overgang abortus miskraam bevalling kraamzorg borstvoeding fles luiers
"""

# proper names of something else: places, illnesses, medicines, organisations, peoples, feasts, days
_OTHERS = """
aalsmeer afghanistan alkmaar almere amersfoort amstelveen amsterdam amsterdammer amsterdamse antwerpen apeldoorn arnhem assen badhoevedorp belgie bijlmer bosenlommer brabant breda brussel bulgarije china coevorden curacao delft deventer
diemen dordrecht drenthe duitsland ede egypte eindhoven emmen engeland enschede eritrea ethiopie europa flevoland frankrijk friesland gaasperdam gelderland geuzenveld ghana griekenland groningen haag haarlem haarlemmermeer heerlen helmond hengelo hilversum holendrecht
holland hoofddorp hoorn ijburg india indonesie irak iran istanbul italie jordaan kattenburg leeuwarden leiden lelystad limburg londen maastricht marokko mokum nederland nederlands nederlandse nederlander nijmegen nieuwegein noord oost oekraine osdorp oud-west overijssel overtoomse pakistan parijs pijp polen portugal purmerend
randstad roemenie rotterdam rotterdamse rusland schiedam schiphol sittard slotermeer slotervaart somalie spanje spijkenisse suriname syrie tilburg turkije tanger nador rif twente utrecht veluwe venlo vlaanderen vlaardingen westpoort weesp wageningen zaandam zaanstad zeeburg zeeland zeist zoetermeer zuid zuidoost zwolle zwitserland
amerikaan amerikaanse arabisch arabische belg berbers chinees chinese christelijk christelijke christen duits duitse duitser engels engelse eritrees eritrese fries frans franse fransman ghanees ghanese grieks hindoe hindoestaan hindoestaanse indisch indiaas islamitisch italiaans italiaanse joods joodse jood katholiek koerd koerdisch koerdische marokkaan marokkaans marokkaanse moslima moslims
pools poolse protestants russisch somalisch somalische spaans spaanse surinaams surinaamse surinamer syrisch syrische syrier turk turks turkse tigrinya oekraiens oekraiense afghaans afghaanse antilliaans antilliaanse iraans iraanse irakees iraakse roma nl
adhd add als aids alzheimer asperger bechterew borderline bpd burnout chlamydia copd corona covid covid-19 crohn cva cvs dcd down duchenne eds epilepsie fibromyalgie gerd graves hashimoto hiv hodgkin huntington ibs isias jicht kahler kanker korsakow lewy lupus lyme meniere ms
mrsa nah non-hodgkin ocd odd pais parkinson pcos pfeiffer pots ptss pds reynaud raynaud rsv sjogren tia tourette ziekte zona
abilify amitriptyline amlodipine amoxicilline aspirine atorvastatine baclofen betahistine bisoprolol broom champix citalopram clonazepam clopidogrel codeine concerta creon dexamfetamine diazepam diclofenac digoxine duloxetine eliquis enalapril escitalopram euthyrox fentanyl ferrofumaraat fluoxetine forxiga foster fosamax fostimon
furosemide gabapentine haldol heparine humira hydrochloorthiazide ibuprofen insuline jardiance ketoconazol lamotrigine lantus levodopa levothyroxine lisinopril lithium lorazepam losartan lyrica madopar medikinet melatonine metformine methadon methotrexaat metoprolol mirtazapine mirena morfine movicolon naproxen nexium nifedipine nitrazepam nivaquine
novorapid omeprazol oxazepam oxycodon ozempic pantoprazol paracetamol paroxetine perindopril prednison prednisolon pregabaline prozac propranolol quetiapine remicade risperidon ritalin rivotril rosuvastatine salbutamol sertraline seroquel seretide simvastatine sinemet spiriva strattera sumatriptan symbicort tamoxifen temazepam thyrax tramadol trazodon valproinezuur
valium venlafaxine ventolin viagra warfarine wegovy xanax xarelto zoloft zopiclon zolpidem
achmea aegon ah ajax albert aldi altrecht amc amsta anbo arkin avg azivo bijenkorf bijbel blijdorp bol buurtzorg cak ciz combiwel cordaan cz daam digid doras dsw duwo dynamo eigenwijks erasmus evean eigenwijks facebook feyenoord fnv ggd ggz google gvb hema ikea ing insta instagram interpolis jellinek jumbo kpn koran kwf leger lidl
linkedin lumc menzis mee mee-az microsoft nhg nibud ns olvg ohra ouderfonds pgb philadelphia plone politie posten psv pwc puur rabobank radboud rivm samenwerkende schuldhulp sociaal spotify stichting svb teams thuiszorg tiktok tinder tikkie tsn twitter umc univé unive uwv venvn vgz vu vumc whatsapp wmo wlz woonzorg word zgt ziggo zilveren zoom zvw ymere youtube rochdale stadgenoot eigenhaard alliantie
januari februari maart april mei juni juli augustus september oktober november december maandag dinsdag woensdag donderdag vrijdag zaterdag zondag kerst kerstmis pasen pinksteren ramadan ramadhan suikerfeest offerfeest hemelvaart koningsdag sinterklaas oudjaar nieuwjaar ma di wo do vr za zo
god allah jezus jesus boeddha covid internet windows android samsung apple iphone nokia nederlands plein huis wijk honsel
albanees amhaars berbers bosnisch bulgaars dari farsi hindi hongaars kantonees kroatisch mandarijn papiaments papiamento pashto portugees punjabi roemeens servisch sranan sranantongo swahili tamazight tamil thai tsjechisch urdu vietnamees
"""

SMALL = frozenset(_SMALL.split())
COMMON = SMALL.union(_NOUNS.split(), _MORE.split())
OTHERS = frozenset(_OTHERS.split())
# after a given name these say that the name is that of a thing or a place
PLACES = re.compile(
    r"(?:[a-z'-]*(?:straat|laan|weg|plein|kade|gracht|hof|park|dijk|singel|school|college|ziekenhuis|kliniek|huis|centrum|stichting|museum|kerk|"
    r"arena|fonds|markt|gasthuis|hoeve|haven|brug|steeg|lyceum|kinderziekenhuis|bibliotheek|instituut|universiteit)|heijn|hein|frank|schweitzer|cruijff|cruyff|"
    r"alexander|montessori|linders|steiner|spier)"
)
_SHAPE = re.compile(
    r".*(?:heid|ing|ingen|lijk|lijke|isch|ische|baar|bare|loos|loze|zaam|ig|ige|tie|ties|teit|atie|atisch|patient|patiente|klacht|klachten|ziekte|pijn|zorg|"
    r"arts|therapeut|therapie|coach|huis|werk|werker|werkster|houder|nemer|gever|ster|tje|tjes|pje|schap|eerd|eert|eren|dt|aat|oopt|kt|pt|gt|rkt|ft|end|ende|achtig|achtige|"
    r"md|gd|bd|vd|kte|pte|gde|ukt|elt|ert|ijft|ijgt|mt|eur|euse)"
)
_PARTICIPLE = re.compile(r"(?:ge|ver|be|ont|her)[a-z]{2,}(?:d|t|en)")


def is_word(word):
    """Return whether a word, in lower case without accents, is an ordinary one or the name of something else."""
    return word in COMMON or word in OTHERS


def looks_like_word(word):
    """Return whether an unknown word has the shape of an ordinary one: verbs, and what is made of other words."""
    return bool(len(word) > 3 and (_SHAPE.fullmatch(word) or _PARTICIPLE.fullmatch(word)))
