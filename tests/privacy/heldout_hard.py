"""Texts written by hand to be hard, one after the other while the rules were mended; see heldout.py for the brackets."""

from heldout_hard_clean import CLEAN  # noqa: F401


NEAT = """
Ik ben [NAME:Tsegereda Haile], moeder van twee zoons, [NAME:Abel] (8) en [NAME:Noah] (5).
Vanmiddag vertelde [NAME:Geertruida], 88 jaar, dat ze al dagen niemand sprak.
Hartelijke groet, Fam. [NAME:Van Rooijen]
Vr. gr. [NAME:J. Oomen]
Bij geen gehoor: buurvrouw [NAME:Loes], [PHONE:030-2734411].
Mijn zorgverlener is mw. [NAME:Ter Haar] (POH).
Bewoonster: mw. [NAME:A. Jansen-de Wit], geb. [DOB:4 april 1931], BSN [BSN:471 954 068].
T.a.v. [NAME:S. El Ghazi], [ADDRESS:Kapteynlaan 9], [POSTCODE:3571 XL] Utrecht
Is [NAME:Anneloes] nog beheerder van de speeltuin?
Mijn moeder ([NAME:Wilhelmina]) loopt slecht.
Het huisje aan de [ADDRESS:Weg naar Rhijnauwen 12] staat leeg.
We verzamelen op het [ADDRESS:Henriëttedreef 4] om 10 uur.
Wij wonen op [ADDRESS:Bernadottelaan 12 t/m 14].
Op [ADDRESS:Vredenburg 40] is het spreekuur van [NAME:Jet Bussink].
Kan de heer [NAME:Soekarno] mij terugbellen? Mijn 06 is [PHONE:06 - 20 30 44 17].
Mijn naam is [NAME:Wilhelmus Johannes van den Akker], maar zeg maar [NAME:Wim]. Ik ben 79 en sinds de dood van mijn vrouw [NAME:Gré] eet ik slecht. Mijn kinderen wonen in Assen en Breda. Is er een eettafel bij de [ADDRESS:Oudegracht 245] in de buurt? Bel gerust naar [PHONE:030 231 12 08]; mijn mobiel gebruik ik nooit.
Sinds zijn ontslag zit mijn man [NAME:Cengiz] alleen nog op de bank. De bedrijfsarts, [NAME:Van Hees], zegt dat het een depressie is.
Goedenavond, [NAME:Aïcha] hier. Ik ben 16 en mijn ouders mogen dit niet weten. Kunnen jullie appen naar [PHONE:06-39 82 10 44]? Niet bellen!
Voor de vervoerspas heb ik mijn pasnummer [PATIENTNR:6049 1102 8834] nodig, toch?
In het weekend logeert mijn neefje [NAME:Jaïr] bij ons. Hij is geboren op [DOB:29/02/2016] en heeft PDD-NOS.
[NAME:Thea Groeneveld-Boon]
[ADDRESS:Nicolaasweg 99]
Zaterdag 14 juni vieren we de 90e verjaardag van mevrouw [NAME:Kuijpers] in de binnentuin.
De wijkagent heet [NAME:Sander] en is te bereiken via [EMAIL:sander.k@politie-voorbeeld.nl].
Op uw verzoek geef ik mijn gegevens: [NAME:N. Özkan], [DOB:7-12-1968], [ADDRESS:Hammarskjöldhof 14], [POSTCODE:3527 HD], [PHONE:+31-6-1822-3349], [EMAIL:n.ozkan@xs4all.nl], BSN [BSN:945807302].
Mijn ex-man, [NAME:Patrick de Leeuw], bedreigt mij. Hij rijdt in een witte bestelbus, [LICENSEPLATE:V-913-ZL], en staat vaak in de [ADDRESS:Zonstraat 6].
Namens de bewonersgroep, [NAME:Henny Schouwenaar] en [NAME:Ali Boussaid]
Toen ik [NAME:Zaineb] leerde kennen, sprak ze geen woord Nederlands.
Kunt u het bedrag van 45 euro overmaken naar [IBAN:NL90 INGB 0157 3681 93]? Dat is de rekening van mijn moeder, [NAME:Berendina].
Mijn dochter [NAME:Sophie-Anne] heeft eczeem. De huidarts, dr. [NAME:P.J. Ruiter], schreef zalf voor.
Mijn man ligt op de IC. Zijn patiëntnummer is [PATIENTNR:U-2883014].
Mijn twitteraccount is [HANDLE:@wijkreporter_o] en mijn website [URL:https://sites.google.com/view/oma-bep].
Ik reed met de scootmobiel over de stoep toen een blauwe Kia ([LICENSEPLATE:ZT-552-V]) mij afsneed.
Kan iemand [NAME:Nourdin] van nummer 8 helpen met zijn administratie? Hij heeft overal brieven liggen.
Hierbij meld ik mijn broer aan: [NAME:Radjesh Gopal], geboortedatum [DOB:2 sept. 1977], woonachtig [ADDRESS:Kapelweg 20-b], [POSTCODE:3566 MK].
Op mijn rekening ([IBAN:NL56 BUNQ 0458 0730 21]) is nog niets gestort, terwijl [NAME:Marga] van de balie dat wel beloofde.
Mevr. [NAME:Okonkwo] en ik vormen een taalkoppel.
Het gaat over cliënt [NAME:J.P. Verstraten] (BSN [BSN:573681934], polis [PATIENTNR:2210 4457 18]).
Wilt u mij bellen? Mijn nummer: [PHONE:06 (30 22 11 98)] of thuis [PHONE:030/2716688].
Mijn dochter [NAME:Anne-Fleur] is bang voor de tandarts.
Weet u nog, juf [NAME:Ineke]? U gaf mij les in 1974!
Met dank aan [NAME:Tariq], [NAME:Johanneke] en alle anderen van de keukenploeg.
[NAME:Bram] (17) en [NAME:Lina] (16) maken samen een podcast over rouw.
Ik ben mantelzorger van mevr. [NAME:Snijders-Bakx], die op de [ADDRESS:Adriaan van Bergenstraat 61] woont.
Onze wijkverpleegkundige is [NAME:Jorien de Haas]; zij belt u maandag.
Vriendelijke groet,[NAME:Marit]
U spreekt met [NAME:Van Vliet], ik bel over de sleutelkast.
De huisbaas, [NAME:M. Celik], doet niets aan de schimmel op [ADDRESS:Kanaalstraat 200-B].
Het gezin [NAME:Alhamad] zoekt een kinderbed.
Ik zoek contact met de kleinkinderen van [NAME:Arie Schuurman], die vroeger in de [ADDRESS:Warande 12] woonde.
Op het formulier staat 'achternaam: [NAME:Van Oosten]' maar ik heet [NAME:Van Oostrum].
Mijn kinderen heten [NAME:Jip] en [NAME:Merel].
[NAME:Ineke Postma] ([PHONE:06-29 12 88 73]) regelt de koffie.
Wij hebben een pup en zoeken een oppas in de [ADDRESS:Tuinstraat 40].
Onze contactgegevens: Fam. [NAME:Pinto], [ADDRESS:Griftstraat 12bis], [POSTCODE:3572 GR] Utrecht, [EMAIL:pinto.fam@upcmail.nl].
Ik lig op kamer 12; bezoek voor [NAME:Riekie] is welkom tussen 14 en 16 uur.
De klacht is ingediend door [NAME:G. Aksu] namens haar vader, [NAME:H. Aksu].
Mijn psycholoog bij Altrecht, [NAME:Floor Wiegman], is met verlof.
Wie ziet [NAME:Youssef] vandaag nog? Hij heeft zijn telefoon laten liggen bij mij op de [ADDRESS:Balijelaan 45].
Mijn echtgenote [NAME:Thu Huong Nguyen] zoekt een Vietnamees koor.
Ik ken mevrouw [NAME:Abdi] van de taalles; haar zoon [NAME:Liban] zit bij de mijne in de klas.
"""

LOWER = """
graag contact via whatsapp [PHONE:06-5 12 34 98 7]
bel mn vader [PHONE:030-254 33 11] hij heet [NAME:gerrit]
tis [NAME:samira] van de zumba ik ben mn sleutel kwijt
heeft iemand het nummer van [NAME:wim]
woon op de [ADDRESS:st josephlaan 21] bij de kerk
adres [ADDRESS:2e daalsedijk 88]
[ADDRESS:a. matthaeuslaan 41 bis] [POSTCODE:3515ad]
we zijn verhuisd naar [ADDRESS:karel doormanlaan 71 c]
kom maar langs [ADDRESS:winthontlaan 200] derde etage
geboren [DOB:1961-04-30]
ben jarig op [DOB:12 augustus 1955] en dan ben ik alleen
gb datum [DOB:06/09/88]
mijn zoontje is [DOB:3-3-2018] geboren
mijn bsn = [BSN:299722004]
bsn nr [BSN:3236.40.564] van mn man
rek nr [IBAN:nl86ingb0241549909] tnv [NAME:s de haas]
rekening [IBAN:nl59 snsb 0514 5475 27]
kent iemand een [NAME:mohammed] uit de [ADDRESS:rubenslaan 33]
[NAME:fleur] hier ik heb een vraag over de pil
ik ben het [NAME:anja] van hiernaast
zeg maar [NAME:hans]
noem me maar [NAME:bo]
mijn vrouw haar naam is [NAME:ria]
zn moeder heet [NAME:yvonne]
de thuiszorgdame [NAME:carla] komt steeds te laat
de wijkzuster [NAME:mieke] zei dat ik hier moest zijn
volgens dr [NAME:veldkamp] is het artrose
hr [NAME:bakker] wil naar de dagbesteding
mijn vriend [NAME:raymond] zn moeder is ziek
ik date met [NAME:lars] maar hij slaat me
snapchat [HANDLE:lars_vdb06]
mijn discord is [HANDLE:gamer_tim#2231]
fb [HANDLE:ilse.bakker.3591]
youtube kanaal [URL:youtube.com/@stoelyogametloes]
[URL:linkedin.com/in/henk-de-groot-1a2b]
mijn lidnummer bij de bieb is [PATIENTNR:20984411]
zorgpas [PATIENTNR:80528100012345678]
clientnr: [PATIENTNR:c-20391]
patiëntennummer antonius [PATIENTNR:1839201]
kenteken van mn brommer is [LICENSEPLATE:f 391 vk]
zwarte bmw [LICENSEPLATE:x-902-tr] rijdt te hard
mail: [EMAIL:els.de.wit@planet.nl], tel: [PHONE:0302801122]
hoi, wie heeft er ook last van de familie [NAME:van dongen] op [ADDRESS:hof van transwijk 30]
mijn moeder is [DOB:14-1-1947] geboren ze heet [NAME:gonda] en woont alleen op [ADDRESS:peltlaan 85] ze heeft een alarmknop maar drukt er niet op
sinds opa [NAME:henk] dood is praat oma niet
kan [NAME:shirley] vrijdag komen in plaats van donderdag
ik zoek [NAME:brahim] hij werkte vroeger bij de wijkpost
dank je wel [NAME:monica]
mijn collega [NAME:sjoerd] is gestopt met werken door long covid
ik heb een klacht over huisarts [NAME:westerink]
mijn moeder mw [NAME:a de jong] wil graag een sta op stoel
hallo ik ben [NAME:eva van santen] en ik heb een eetstoornis gehad
mail me [EMAIL:eva.vansanten@icloud.com] of insta [HANDLE:eva_vs]
het bsn is [BSN:299 722 004] en geboortedatum [DOB:31 12 1999]
mijn zorgverzekeringsnummer [PATIENTNR:112093847] werkt niet
geef [NAME:dennis] maar mijn nummer [PHONE:0611827364]
[NAME:naomi] en ik zoeken een danslocatie
ik woon tijdelijk bij [NAME:peter] en [NAME:ankie] op de [ADDRESS:grave van solmsstraat 8]
hee met [NAME:jordi] ik zoek een sportschool die niet duur is
mn zusje [NAME:amira] snijdt zichzelf wat moet ik doen
mijn broer [NAME:younes] zn paspoort is weg en zn bsn is [BSN:299722004]
ik ben zelf huisarts geweest mijn naam is [NAME:theo wessels]
wie heeft tante [NAME:sjaan] gezien ze is weggelopen uit het tehuis
zit in groep 7 bij meester [NAME:rik]
ik heb [NAME:lies] van de thuiszorg gevraagd maar die mag het niet
mijn vader is [NAME:hassan el mourabit]
app [NAME:naoual] even [PHONE:06 8833 0021]
ik ga elke week naar mevrouw [NAME:pronk] in de [ADDRESS:vogelenzang 3]
me vrouw en ik [NAME:gerard] zoeken een camping voor rolstoelen
mijn nieuwe adres wordt [ADDRESS:hildo kropstraat 19]
de postcode [POSTCODE:3572zz] huisnr 5
mijn nummer bij het ziekenhuis is [PATIENTNR:4410982]
me email is [EMAIL:koos.koets@outlook.com]
ik wil een afspraak maken voor mijn vrouw [NAME:mina] geb [DOB:12 3 1959] ze heeft last van haar schildklier
meldt je aan bij [NAME:henriette] via [EMAIL:h.bos@buurt.example] of bel [PHONE:06 21 98 33 45]
ik woon in een flat aan de [ADDRESS:amazonedreef 402] en de buren stoken
mijn schoonmoeder [NAME:hanifa] krijgt geen visum
dokter [NAME:mulder] is met pensioen
vraag naar [NAME:sjaak] bij de balie
ik ben niemand nee grapje ik ben [NAME:jelle]
hallo ik heet [NAME:famke de vries] en ik wil vrijwilliger worden
mijn tel is [PHONE:0031 612 339 887]
mn oom [NAME:winston] is opgenomen
mijn begeleider [NAME:kevin] van lister komt nooit op tijd
de boa heeft mijn auto [LICENSEPLATE:gb-482-x] weggesleept
wij wonen al 30 jaar op [ADDRESS:bloemstraat 1] en nu moeten we weg
[DOB:11-11-1911] is mijn oma geboren
ik sta bij de huisarts onder nummer [PATIENTNR:559201]
ik ben onder behandeling bij dr [NAME:van den broek]
mijn beste vriendin heet [NAME:esra] en haar vader is ziek
[NAME:cem] van de snackbar is zo aardig
"""

SECOND = """
My naam [NAME:Fikru] ik ben van Ethiopië
Ik ben vrouw van [NAME:Andriy] en hij ziek
Mijn zoon naam [NAME:Ivan] 6 jaar hij praat niet Nederland
Mijn telefoon nummer is [PHONE:06 4455 21 90] ik ben [NAME:Amal]
Adres mij [ADDRESS:Al-Masoedilaan 130] Utrecht
Ik leven bij [ADDRESS:Oranjerivierdreef 9] met 3 kind
Geboren ik [DOB:12.12.1988] Damascus
dag ik [NAME:Svitlana] uit Charkiv, mijn hart doet raar
Mijn dochter [NAME:Zlata] haar tand pijn
Meneer [NAME:Hans] van taalhuis is goed leraar
dokter [NAME:Bouazza] was lief voor mij
Ik wil praat met [NAME:Selma] van buurt team
bank nummer mij [IBAN:NL83 TRIO 0204 0560 86]
mail adres [EMAIL:yonas.g@gmail.com]
mijn Bsn nummer: [BSN:569070296]
auto van mij [LICENSEPLATE:P-284-DX] is gestolen
mijn kliënt nummer [PATIENTNR:992018]
Ik Oekraine vrouw, naam [NAME:Kateryna], zoek dokter voor vrouw
Goedemiddag mevrouw [NAME:Sandra], ik heb brief niet gekregen, mijn adres nu [ADDRESS:Ghanadreef 4]
mijn man [NAME:Zekarias] geen werk en hij denk veel aan oorlog
Kan ik komen met mijn vriend [NAME:Mohamad]? hij vertalen
Ik heb kind 1 [NAME:Sara] en kind 2 [NAME:Yusuf]
Tel nr [PHONE:0031644120983] van mijn vrouw [NAME:Rahel]
Mijn verjaar dag [DOB:05-05-1990]
juf [NAME:Willemijn] is lief
Meneer ik heet [NAME:Abrahaley] van Eritrea wil graag huis
vrouw van mij naam is [NAME:Senait] zij leert fiets
mijn jongen [NAME:Bogdan] 9 jaar wil voetbal
Ik bel met mevrouw [NAME:Van Dam] en zij zegt wacht
Mijn straat is [ADDRESS:Gambiadreef 60]
Geboren in [DOB:1 februari 1974] Homs
ik heet [NAME:Do Thi Lan] en ik ziek
telefoonnummer: [PHONE:+380 67 123 45 67] dat is Oekraine nummer
mijn familie naam [NAME:Tesfazghi] mijn voor naam [NAME:Kibrom]
Hallo ik [NAME:Girmay] wil graag maatje voor praat nederlands
Mijn vrouw heeft bsn [BSN:945 807 302] en ik heb [BSN:215 736 813]
mijn baas [NAME:Wojtek] geeft geen geld
Ik schrijf voor vriendin [NAME:Hiba], zij kan niet schrijf
Mijn huis [ADDRESS:Kasaidreef 8] heel koud
adres: [ADDRESS:1e Oosterparklaan 30]
"""

DICTATED = """
mijn nummer is [PHONE:nul zes dubbel twee vier acht negen drie een nul]
u kunt bellen op [PHONE:nul dertig tweehonderdvijftig achttien vierendertig]
mijn vaste lijn is [PHONE:nul drie nul zes nul vijf twee een acht acht] en mijn mobiel [PHONE:nul zes eenenvijftig achttien twintig nul drie]
ik ben geboren op de [DOB:vierde van de zesde negentienhonderd eenenzestig]
geboortedatum [DOB:twintig elf zesenvijftig]
ik ben van [DOB:vijf februari drieënvijftig]
mijn postcode is [POSTCODE:vijfendertig tweeëntwintig b t]
[POSTCODE:drie vijf zes een a b] nummer twaalf
ik woon op [ADDRESS:rijnlaan honderd vierenvijftig] drie hoog
ik woon in de [ADDRESS:jan van scorelstraat nummer tachtig]
het is op de [ADDRESS:herenweg driehonderdnegen a]
mijn adres is [ADDRESS:laan van chartroise tweehonderd tien]
de straat heet [ADDRESS:marco pololaan drieënzestig]
stuur mail naar [EMAIL:w punt de boer apestaartje hotmail punt com]
mijn mail is [EMAIL:anneke zesenvijftig apenstaart live punt nl]
het emailadres is [EMAIL:r underscore singh at outlook punt com]
info nee wacht sorry [EMAIL:j punt smit at gmail punt com]
mijn kenteken is [LICENSEPLATE:zes drie l h k negen]
kenteken [LICENSEPLATE:r z streepje drieëndertig streepje k]
nummerbord [LICENSEPLATE:x t negen een vier b]
mijn klantnummer is [PATIENTNR:drie drie acht nul twee]
dossiernummer [PATIENTNR:tweeduizend drieëntwintig streepje achtenveertig]
mijn verzekerdennummer is [PATIENTNR:tachtig twintig zestien vierendertig]
bsn [BSN:negen vier vijf acht nul zeven drie nul twee] dank u
mijn burgerservicenummer gaat zo [BSN:twee een vijf zeven drie zes acht een drie]
iban [IBAN:n l nul twee b u n q nul drie nul drie zes vier twee zes twee een]
u mag bellen naar mijn dochter [NAME:petra] op [PHONE:nul zes zeventien achtentwintig negenendertig veertig]
met [NAME:tineke jongsma] spreekt u
ja hallo u spreekt met familie [NAME:postma]
mijn naam is [NAME:de wit] en ik bel voor mijn moeder
ik heet [NAME:ouafa] dat spel je o u a f a
insta is [HANDLE:apenstaartje kookt met fatma]
mijn twitter is [HANDLE:at jan underscore utrecht]
website [URL:www punt schilderijen van joke punt nl slash contact]
hallo met [NAME:riet de wolf] van de [ADDRESS:lange jufferstraat achtentwintig] ik heb mijn sleutel weggegeven aan de buurvrouw [NAME:toos] en nou kan ik er niet in
het nummer van mijn zus is [PHONE:nul dertig zes zevenendertig tweeëntwintig nul een]
schrijf maar op [NAME:ger van oostrom] met dubbel o
mijn geboortedag is [DOB:zestien juni negentien eenenvijftig]
ik woon [ADDRESS:wolter heukelslaan veertien]
dat mag op rekening [IBAN:n l twee een i n g b nul drie twee twee vier vijf drie acht drie twee] van mevrouw [NAME:boon]
mijn zoon [NAME:wouter] zit in de [ADDRESS:kromme nieuwegracht vijftig]
en dan het bsn [BSN:drie zes vier nul vijf zes twee twee acht]
mail naar [EMAIL:tonnie streepje visser apenstaartje hetnet punt nl]
ja met [NAME:jo] hier van de [ADDRESS:vaartsestraat honderddrieëntwintig]
mijn nummer nul zes eh [PHONE:nul zes negenendertig zevenentwintig tien tien]
de naam is [NAME:van der ploeg]
ik ben [NAME:nel] van hiernaast
mijn dochter haar nummer is [PHONE:nul zes een een drie drie vijf vijf zeven zeven]
het adres van de overledene is [ADDRESS:willem van noortplein achttien]
mijn geboortedatum is [DOB:twee twee negentienzevenenveertig]
polisnummer [PATIENTNR:honderdtien driehonderdtwintig vijfhonderd]
[NAME:bep de jager] is mijn naam
mijn naam is [NAME:ellen van der meer] ik ben geboren op [DOB:drie november zevenenvijftig] en mijn adres is [ADDRESS:koningsweg tweehonderd twaalf]
hallo u spreekt met [NAME:joke] ik zoek een fietsmaatje
mijn zoon heet [NAME:abdullah] en hij is acht
belt u maar naar [PHONE:nul drie nul twee negen drie een nul nul acht] en vraag naar [NAME:els]
mijn kenteken is [LICENSEPLATE:s j zeven een twee h]
mijn vriendin woont op [ADDRESS:achter clarenburg vijf]
mijn klantnummer bij de verzekering is [PATIENTNR:vijf vijf nul acht een een]
dan de postcode dat is [POSTCODE:vijfendertig elf a b]
"""
