"""The last texts written by hand; no rule was changed after them. See heldout.py for the brackets."""

NEAT = """
Sinds een maand help ik mijn buurman [NAME:Wouter Rensink] met zijn administratie. Mag ik zijn post openen?
Onze huisarts, dokter [NAME:Van Wijngaarden], gaat met pensioen. Wie neemt de praktijk over?
Ik heet [NAME:Ilse] en ik ben blind. Zijn er wandelgroepen waar ik mee kan?
U kunt mijn zoon [NAME:Yassin] bellen op [PHONE:06-33 44 91 27].
Mijn man [NAME:Roel] krijgt thuiszorg van [NAME:Samantha], maar zij is ziek.
Wij, [NAME:Hans] en [NAME:Ria Koopman], zoeken een kleinere woning met lift.
Mijn BSN ([BSN:123456782]) staat verkeerd op de beschikking.
Graag een brief naar [ADDRESS:Baden Powellweg 305B], [POSTCODE:1069 LH] Amsterdam.
Mijn e-mail: [EMAIL:ilse_wandelt@outlook.com]. Bellen mag ook: [PHONE:020 667 89 01].
Mijn moeder is geboren op [DOB:8 december 1936] en heeft nog nooit hulp gehad.
De gegevens van mijn vader: [NAME:Abdelhamid Bouchrit], [DOB:01-07-1951].
Ik maak het bedrag over naar [IBAN:NL20 INGB 0001 2345 67].
Mijn registratienummer bij de voedselbank is [PATIENTNR:44-1207].
De scooter met kenteken [LICENSEPLATE:D-481-HV] blokkeert de ingang.
Ik blog over reuma op [URL:https://www.facebook.com/leven.met.reuma.ria].
Groet,\\n[NAME:Fenna de Ruijter]
Kunt u [NAME:mevrouw Sewgobind] van de balie bedanken?
De fysiotherapeut heet [NAME:Job Elzinga].
Mijn zus [NAME:Carola] en haar man [NAME:Dick] wonen bij mij in.
Ik ben [NAME:Nermin], moeder van drie kinderen, en ik zoek oppas.
Contact: [NAME:P. Oosterwijk], tel. [PHONE:+31 20 6123456].
Mijn dossier bij Veilig Thuis heeft nummer [PATIENTNR:VT-88120].
Mijn tante [NAME:Sjaan] van 91 woont op [ADDRESS:Plesmanlaan 12-huis].
"""

LOWER = """
hey ik ben [NAME:jayden] 17 jaar en ik wil praten met iemand
mijn moeder heet [NAME:nezha] en zij durft niet te bellen
bel of app [PHONE:06 28374655] liefst avond
kan je mailen naar [EMAIL:nezha_b@hotmail.com]
we zitten op [ADDRESS:burgemeester de vlugtlaan 148] al een jaar zonder lift
mijn opa [NAME:dirk] vergeet zn pillen
[NAME:dokter haverkort] luistert nooit
ben van [DOB:23-6-1958]
mn postcode is [POSTCODE:1064 bw]
bsn [BSN:111222333] van mij
stort maar op [IBAN:nl20ingb0001234567]
mijn ex [NAME:ricardo] komt steeds langs
m'n vriend [NAME:sem] is depressief
klantnummer [PATIENTNR:11820394]
kenteken [LICENSEPLATE:h-920-jk] zwarte seat
insta [HANDLE:jayden_020]
groeten [NAME:marjan]
mijn buurvrouw [NAME:mevrouw el khattabi] is verhuisd
ik ben [NAME:shirley] en ik wil bingo
me zoontje [NAME:milan] heeft waterpokken
weet iemand hoe het met [NAME:truus] gaat
ik woon boven de bakker [ADDRESS:plein 40-45 nr 6]
polisnr [PATIENTNR:0088123456]
"""

SECOND = """
ik ben [NAME:Berhane] ik zoek fiets les
mijn naam is [NAME:Layla Haddad] ik ben 29 jaar
mijn baby naam is [NAME:Yusuf] hij huil veel
wij wonen [ADDRESS:Geuzenkade 51] te klein huis
telefon [PHONE:0657483920]
mijn geboortedag [DOB:10 oktober 1985]
ik geboren [DOB:1-1-1990] in kabul
buurman meneer [NAME:Kees] is aardig
mijn zuster [NAME:Rahma] komt uit somalie
doktor [NAME:Koster] zegt operatie
adres is [ADDRESS:Bos en Lommerweg nummer 200]
email van mij [EMAIL:layla.haddad91@gmail.com]
mijn bsn [BSN:123456782] is niet goed in brief
client nummer [PATIENTNR:558201]
rekening [IBAN:NL91 ABNA 0417 1643 00]
post code [POSTCODE:1055 DN] nr 51
mijn man [NAME:Farhad] hij werk in nacht
groet [NAME:Layla]
mijn facebook is [HANDLE:layla.haddad.91]
"""

DICTATED = """
goedemiddag mijn naam is [NAME:bert van der plas] punt
mijn telefoonnummer is [PHONE:nul zes vierenveertig drieëndertig tweeëntwintig elf]
ik woon op de [ADDRESS:plesmanlaan tweeëndertig]
mijn geboortedatum is [DOB:acht december negentienzesendertig]
mijn mailadres is [EMAIL:bert punt plas apenstaartje xs4all punt nl]
mijn bsn is [BSN:een twee drie vier vijf zes zeven acht twee]
mijn vrouw [NAME:willy] komma die ziet slecht punt
postcode [POSTCODE:duizend vierenzestig b w]
kenteken [LICENSEPLATE:h streepje negen twee nul streepje j k]
mijn klantnummer is [PATIENTNR:een een acht twee nul drie]
de dokter heet [NAME:haverkort] punt
groeten [NAME:bert]
rekeningnummer [IBAN:n l twintig i n g b nul nul nul een twee drie vier vijf zes zeven]
je kunt ook bellen naar [PHONE:nul twintig zeshonderdvierenzestig eenentwintig elf]
"""

CLEAN = """
Mijn huisarts zei dat een rollator via de Wmo kan.
Ik heb in 2019 een nieuwe heup gekregen en nu klikt hij.
Waar vind ik een praatgroep voor weduwen?
Het spreekuur is op maandag en woensdag van 8.30 tot 10.00 uur.
Hoeveel eiwit heb je nodig bij 68 kilo?
Ik wacht al 26 weken op een plek bij de ggz.
Mijn dochter wil naar scouting, maar wij hebben geen geld.
Is de Stadspas ook geldig in Diemen?
De buurtbus rijdt niet op zondag.
Mijn vader drinkt 10 glazen bier per dag.
Kan ik een second opinion krijgen bij het AMC?
De verhuurder reageert niet op mijn klacht van 3 oktober.
Ik moet binnen 6 weken bezwaar maken, staat in de brief van 2-2-2026.
Mijn saturatie is 94% en mijn temperatuur 38,2.
Wij zoeken een vrijwilliger voor de moestuin aan het Sloterpark.
De huur is 650 en ik verdien 1.480 netto.
De gemeente zegt dat artikel 2.3.5 van de Wmo geldt.
Mijn inhalator is leeg, de Ventolin 100 mcg.
Op de derde etage, woning 12, is lekkage.
Mijn vriendin helpt mij met koken.
Ik kijk graag Heel Holland Bakt.
Mijn hond Luna is overleden en ik ben verdrietig.
mijn zoon puber en ik botsen elke dag
mijn moeder wordt boos als ik kom
ik ben arbeidsongeschikt en verveel me
mijn man sport nooit
dokter wou geen antibiotica geven
wie kan mijn gras maaien
mijn broer is jehovagetuige en wil geen bloed
ik ben vegetarisch en heb bloedarmoede
kan ik met 24 weken nog vliegen
mijn oma praat in zichzelf
hallo allemaal ik zoek een fietsmaatje
mijn vader heb longen niet goed
ik ben hier 2 jaar en ken niemand
dokter geef mij pil maar ik slaap niet
mijn zoon moet 2 keer week praten met juf
ik wil graag nederland leren maar duur
mijn man boos want geen werk
kinderen niet eten school
ik ben drieënzeventig en ik wil leren zwemmen punt
neem ik twee keer daags tien milligram komma is dat veel vraagteken
mijn dochter van zestien eet bijna niks
om acht uur gaat de wekker
"""
