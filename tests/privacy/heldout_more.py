"""More texts written by hand, after the rules; see heldout.py for the brackets."""

NEAT = """
Beste mensen, sinds het overlijden van mijn vrouw [NAME:Geertruida] eet ik slecht. Wie kookt er samen?
Mijn kleindochter [NAME:Isa-Lynn] van 13 snijdt zichzelf. Ik weet me geen raad.
Ons gezin ([NAME:Farid], [NAME:Loubna] en de tweeling) zoekt een grotere woning.
Het gaat om mijn tante, [NAME:Bep Olieslager], die op [ADDRESS:Reimerswaalstraat 5B] woont.
Ik kreeg een brief van [NAME:J.A. Verbruggen] van het UWV. Wat moet ik ermee?
Graag ontvang ik een bevestiging op [EMAIL:wim.en.ada@planet.nl].
Bel mijn zoon maar: [PHONE:06-27 91 03 58]. Hij regelt mijn zaken.
Faxen kan ook, naar [PHONE:020-4867531].
Ik verhuis in mei naar [ADDRESS:Confuciusplein 28-4].
De sleutel ligt bij de buren op [ADDRESS:nummer 14 van de Louis Davidsstraat].
Geboortedatum: [DOB:4 september 1939]. Geboorteplaats: Paramaribo.
Ik ben van [DOB:30 oktober 1962] en val dus onder de oude regeling.
Mijn partner ([NAME:Tjeerd]) heeft een herseninfarct gehad.
Kan [NAME:Wendy] van het buurtteam mij terugbellen?
Mijn begeleider [NAME:Achmed Zaoui] is vertrokken en niemand neemt het over.
Hieronder mijn gegevens.\\n[NAME:Lidwien Stam]\\n[ADDRESS:Comeniusstraat 301]\\n[POSTCODE:1065 BX]
Ik heb op internet gebankierd met [IBAN:NL44 RABO 0123 4567 89], is dat veilig?
Burgerservicenummer: [BSN:111.222.333]
Onze dochter is [DOB:12-08-2019] geboren en is nog niet ingeënt.
Mijn verzekeringsnummer luidt [PATIENTNR:90.44.12.807].
Het rijbewijsnummer is [PATIENTNR:5123987640]; kan ik dat veilig mailen?
De grijze Opel van mijn man heeft kenteken [LICENSEPLATE:ZT-91-KP].
Mijn verhaal staat op [URL:www.linkedin.com/in/nadia-benhaddou-84].
De praktijkondersteuner, mevrouw [NAME:Kuyt], belt nooit terug.
Dank u wel.\\n\\n[NAME:Ramon Vlasblom]
Ik mis mijn maatje [NAME:Dennis] van de dagbesteding.
Spreek ik met de Vraagbaak? U spreekt met [NAME:Annelies Wolkers].
Zou u meneer [NAME:Abdulahi] kunnen vertellen dat de les niet doorgaat?
"""

LOWER = """
hallo met [NAME:patricia], is er nog plek bij yoga
me buurjongen [NAME:tygo] blowt in het portiek
kan [NAME:fatiha] van de thuiszorg ook op zondag komen
mijn zus [NAME:marleen] en ik zorgen samen voor ons moeder
wie kent [NAME:sandra de haan] van het wijkteam
ik ben geboren in [DOB:03/07/1949] en woon alleen
tel [PHONE:0687654321]
telnr. [PHONE:06.87.65.43.21]
wij zijn bereikbaar op [PHONE:0206123456]
adres [ADDRESS:tussenmeer 88]
ik zit op de [ADDRESS:lelylaan 15] 2 hoog en de lift doet het niet
[ADDRESS:slotermeerlaan 103f] daar ruikt het naar gas
post mag naar [POSTCODE:1063 jz] nr 47
mn mailadres [EMAIL:xxbilalxx@live.nl] stuur maar door
[EMAIL:oma.ria@upcmail.nl]
klantnr [PATIENTNR:440982716] bij de zorgverzekeraar
patnr [PATIENTNR:2209871]
die witte bus [LICENSEPLATE:v-812-kd] rijdt veel te hard
m'n bsn is [BSN:1112 22 333]
iban [IBAN:nl39rabo0300065264]
mijn snap is [HANDLE:mo_west]
ze zit op tiktok als [HANDLE:aylin.2009]
me man [NAME:orhan] drinkt te veel
liefs [NAME:jolanda]
xx [NAME:romy]
ik heet eigenlijk [NAME:hendrikus] maar iedereen zegt riks
mijn schoonmoeder [NAME:lutfiye] wil niet naar een verpleeghuis
de verloskundige heet [NAME:jikke]
vraag maar naar dokter [NAME:bos]
ik ben [NAME:naoual], 34 jaar en ik zoek werk
"""

SECOND = """
goedendag ik ben mevrouw [NAME:Zahra] ik zoek hulp voor brief
mijn naam is [NAME:Mariam Kamara] en mijn man naam is [NAME:Ibrahima]
ik leven in [ADDRESS:Sam van Houtenstraat 65] met vier kind
mijn dokter heet [NAME:Van Houten] maar hij niet luister
bel mij op deze nummer [PHONE:06 8412 3377]
me telefon [PHONE:0619998877]
mijn nummer is [PHONE:+31619998877] ook whatsapp
ik ben gebore in [DOB:05.06.1987]
geboorte dag is [DOB:17 maart 1990]
ik heb geboren [DOB:2 februari 1971] syrie
mijn kinderen [NAME:Ali] en [NAME:Sara] zijn goed op school
mijn bsn nummer is [BSN:111222333] voor uitkering
bank iban [IBAN:NL91ABNA0417164300]
mijn adres straat is [ADDRESS:Erasmusgracht nummer 9]
ik woon bij post code [POSTCODE:1056 VK] huis nummer 33
email: [EMAIL:samuel_tekle@yahoo.com]
u mag mailen [EMAIL:olena1988@ukr.net]
klant nummer [PATIENTNR:8123 4411] van verzekering
mijn polis nr is [PATIENTNR:A-556120]
meneer [NAME:Yohannes] van kerk help mij
zij heet [NAME:Thi Lan] en zij kan niet lopen
mijn moeder zij naam [NAME:Emine] zij is oud
ik [NAME:Bogdan] ik werk in kas en nu rug kapot
mijn auto is [LICENSEPLATE:68-NBV-2]
mijn facebook naam [HANDLE:selam.tesfay]
"""

DICTATED = """
hallo je spreekt met [NAME:corrie van duin] ik heb een vraagje
mijn zoon [NAME:mitchell] is verslaafd komma wat kan ik doen vraagteken
bel me even terug op [PHONE:nul zes vijfentwintig zestien acht negenentachtig drie]
het nummer is [PHONE:nul twee nul zes een vier drie drie drie twee]
ik ben geboren op [DOB:de eerste mei negentien zevenenveertig]
geboortedatum [DOB:zestien acht negentienvijfenzestig]
zij is van [DOB:elf november negentienhonderd achtentwintig]
ik woon aan het [ADDRESS:osdorpplein nummer honderdtachtig]
op de [ADDRESS:hoekenes zestien] daar woon ik
postcode [POSTCODE:een nul zes acht n r] nummer acht
mijn e-mailadres is [EMAIL:w punt jansen apenstaartje kpnmail punt nl]
[EMAIL:corrie underscore vd apenstaart hotmail punt com]
mijn bsn is [BSN:honderdelf tweehonderdtweeëntwintig driehonderddrieëndertig]
polisnummer [PATIENTNR:drie nul vier vijf vijf acht] van vgz
kenteken [LICENSEPLATE:drie k l p vier acht] staat dubbel
met groet [NAME:theo wagenaar]
mijn vrouw heet [NAME:sieglinde] punt zij heeft ms
dokter [NAME:van beek] is mijn huisarts
iban [IBAN:n l negen een a b n a nul vier een zeven een zes vier drie nul nul]
"""

CLEAN = """
Vanaf 1 juli 2024 is de eigen bijdrage 20,60 euro per maand.
Mijn huisarts is met pensioen en er is geen opvolger.
Is er een inloopspreekuur bij de psycholoog?
Mijn buurvrouw vertrouwt niemand meer en eet alleen nog brood.
De verpleegkundige kwam 3 keer te laat deze week.
Bij de Jumbo op het Osdorpplein kun je niet met een scootmobiel naar binnen.
Hoeveel stappen per dag zijn goed voor iemand van 70?
Het telefoontarief is 0,25 euro per minuut.
Ik heb 2 weken geleden een MRI gehad en nog geen uitslag.
Van 8 tot 12 graden is toch te koud voor een slaapkamer?
Onze straat heeft 45 huizen en 1 lantaarnpaal.
Mijn dokter vertelde over leefstijl, maar niet hoe.
Wat doet een POH-GGZ precies?
Kan ik met DigiD inloggen bij MijnOverheid voor de AOW?
Het RIVM meldt 1.203 gevallen in week 41.
In 1998 ben ik gestopt met roken.
Ik zoek een lotgenotengroep voor vrouwen met endometriose.
Mijn collega heeft burn-out en ik neem alles over.
Waarom heet het eigenlijk eigen regie?
Mijn vriendin is Poolse en verstaat de huisarts niet.
Ik krijg korting op zwemmen met code ZOMER25.
Mijn thuiszorg komt om 7.15, dat is te vroeg.
Kan de gemeente de stoep bij Lelylaan repareren?
De lift in blok C, ingang 3, is stuk.
Mijn kind is allergisch voor pinda's en noten.
Is Tai Chi goed tegen vallen?
Beste redactie, dank voor het antwoord van vorige week.
Ik lees De Telegraaf en Het Parool nog op papier.
Lijn 17 stopt niet meer bij halte 5.
Ons koor zingt elke woensdag Bach en Hazes.
De vergadering van 12-11-2025 is verplaatst naar 19-11-2025.
Mijn hartslag is 98 in rust; mijn horloge zegt 102.
De wasmachine type WM14-220 piept.
mijn zoon heeft dyscalculie en haalt alleen vieren
ik ben bijna blind en wil leren koken
mijn vrouw kookt niet meer en ik kan het niet
dokter geeft alleen paracetamol
mijn vader liegt over zijn medicijnen
ik ben buschauffeur en heb rugpijn
wie weet een goede pedicure in west
kan ik stoppen met oxazepam na 10 jaar
mijn ouders begrijpen mij niet
ik ben op zoek naar gezelschap
mijn schoonmoeder bemoeit zich overal mee
buurvrouw klaagt over mijn kinderen
ik ben christelijk en zoek een bijbelgroep
mijn man gokt online
de wmo consulent komt niet
mijn oma hoort slecht en schaamt zich
is er iets te doen op 2e paasdag
mijn zus woont in duitsland en kan niet helpen
ik heb 1 oog en mag niet rijden
mijn vrouw wil scheiden en de kinderen meenemen
man is weg en ik heb schuld
ik moet brief schrijven maar ik weet niet hoe
mijn zoon slaan andere kinderen op school
dokter niet begrijp mij en ik niet begrijp dokter
ik ben bang voor operatie van oog
mijn dochter eten niks en is heel dun
ik wacht 6 maand voor psycholoog
waar kan ik fiets leren voor vrouw
mijn man krijg geen werk want rug
ik heb twee dochters komma een van negen en een van elf punt
de huur is zevenhonderdvijftig euro en dat is te veel
om kwart voor drie komt de thuiszorg punt
vijf keer per week slik ik een halve tablet
mijn kleinkind is anderhalf en loopt nog niet vraagteken
ik ben nu tachtig en rijd nog auto
"""
