"""Sentences of the corpus, with a kind where a value comes: ``{NAME}``."""

NEAT = """
Mijn naam is {NAME} en ik heb een vraag over mantelzorg.
Goedemiddag, ik heet {NAME} en woon sinds kort in deze buurt.
Ik ben {NAME} en ik zoek iemand om mee te wandelen.
Mijn moeder {NAME} heeft dementie en woont nog thuis.
Onze zoon {NAME} wordt gepest op school. Wie kan ons helpen?
Mijn man, {NAME}, is vorige week geopereerd.
Mijn buurvrouw {NAME} durft de deur niet meer uit.
Mijn huisarts is dokter {FAMILY}, maar die is met vakantie.
De wijkverpleegkundige heet {NAME} en komt elke ochtend.
Mevrouw {FAMILY} van het loket stuurde mij naar u door.
Wij hebben gesproken met de heer {FAMILY} van de woningbouw.
Mijn dochter heet {NAME}. Zij is acht jaar.
De psycholoog {NAME} zegt dat ik moet wachten.
Hoe kom ik aan een rollator?\n\nMet vriendelijke groet,\n{NAME}
Is er nog plek bij de kookclub?\nGroetjes, {NAME}
Kunt u mij terugbellen op {PHONE}?
Mijn telefoonnummer is {PHONE}. Ik ben na vijven thuis.
U bereikt mij via {PHONE} of per mail: {EMAIL}.
Stuur het antwoord graag naar {EMAIL}, want bellen lukt niet.
Mijn e-mailadres is {EMAIL}.
Ik woon op de {ADDRESS} en de lift is stuk.
Ons adres is {ADDRESS}, {POSTCODE} Amsterdam.
Kan iemand langskomen op {ADDRESS}?
Wij wonen aan de {ADDRESS}, op de derde verdieping.
Wat is de dichtstbijzijnde apotheek bij {POSTCODE} 12?
Mijn postcode is {POSTCODE}.
Ik ben geboren op {DOB} en heb nog geen griepprik gehad.
Mijn geboortedatum is {DOB}. Kom ik in aanmerking?
Mijn zoon is geboren op {DOB} en heeft begeleiding nodig.
Mijn BSN is {BSN}; moet ik dat invullen op het formulier?
Het burgerservicenummer van mijn moeder is {BSN}.
Op de brief staat {BSN}, is dat mijn nummer?
Mijn rekeningnummer is {IBAN}.
Kunt u het bedrag storten op {IBAN} ten name van {NAME}?
De auto met kenteken {LICENSEPLATE} staat op de stoep.
Mijn kenteken is {LICENSEPLATE}. Mag ik hier parkeren?
Mijn patiëntnummer is {PATIENTNR}, maar de uitslag staat er niet.
Mijn polisnummer bij de zorgverzekeraar is {PATIENTNR}.
Het dossiernummer is {PATIENTNR} en er gebeurt niets.
Mijn cliëntnummer: {PATIENTNR}.
Op {URL} staan foto's van mij, hoe krijg ik die weg?
Kijk eens op {URL}.
Volg mij op Instagram: {HANDLE}.
Ik heet op Snapchat @{HANDLE}.
Naam: {NAME}\nAdres: {ADDRESS}\nPostcode: {POSTCODE}\nTelefoon: {PHONE}
"""

LOWER = """
hoi ik ben {NAME} en ik zit met een vraag
mijn naam is {NAME} en mijn huis is vochtig
ik heet {NAME} wie wil er een keer koffie drinken
m'n vriendin {NAME} heeft het zwaar na de bevalling
mijn zoontje {NAME} van 5 plast nog in bed
mijn vader {NAME} wil niet naar dagbesteding
dokter {FAMILY} neemt de telefoon niet op
ik was bij mevrouw {FAMILY} maar die was er niet
onze buurman {NAME} is gevallen en ligt in het ziekenhuis
de huisarts heet {NAME} en is erg aardig
weet iemand een goede tandarts groetjes {NAME}
bel me op {PHONE} want mail lees ik niet
mijn 06 is {PHONE}
app maar naar {PHONE} na 6 uur
me mail is {EMAIL}
stuur maar naar {EMAIL} dan kijk ik vanavond
ik woon op {ADDRESS} en hoor de buren door de muur
woon {ADDRESS} {POSTCODE}
kan iemand boodschappen brengen naar {ADDRESS}
ben geboren {DOB} dus ik ben oud genoeg
geboortedatum {DOB}
mijn bsn is {BSN} klopt dat
bsn {BSN}
rekeningnummer {IBAN} alvast bedankt
maak het over op {IBAN}
kenteken {LICENSEPLATE} staat al weken fout
mijn auto {LICENSEPLATE} is bekrast
patientnummer {PATIENTNR}
mijn klantnummer is {PATIENTNR} en ze doen niks
polisnummer {PATIENTNR} heb ik al doorgegeven
zie {URL} daar staat mijn verhaal
mijn insta is {HANDLE}
insta {HANDLE}
"""

SECOND = """
mijn naam is {NAME} ik kom van buiten nederland
mij naam is {NAME} ik heb vraag voor dokter
ik naam {NAME} en ik zoek taalles
ik heet {NAME} ik praat beetje nederlands
mijn man hij heet {NAME} hij heeft pijn
mijn dochter naam is {NAME} zij moet naar school
mijn zoon {NAME} hij slaap niet goed
mijn vrouw {NAME} is zwanger en bang
dokter {FAMILY} heeft gezegd ik moet rust
meneer {FAMILY} van gemeente heeft brief gestuurd
buurvrouw {NAME} help mij met brief
ik ben {NAME} uit marokko
dank u wel groetjes {NAME}
mijn telefoon nummer is {PHONE}
mijn telefoon {PHONE} bel mij aub
u kan bellen {PHONE} ik altijd thuis
mijn email {EMAIL}
mijn mail adres is {EMAIL} stuur mij formulier
ik woon in {ADDRESS}
mijn adres is {ADDRESS} daar is veel lawaai
ik woon op {ADDRESS} post code {POSTCODE}
mijn geboorte datum {DOB}
ik ben geboren {DOB} in turkije
ik geboren op {DOB}
mijn bsn nummer {BSN}
burger service nummer is {BSN}
mijn bank rekening {IBAN}
mijn rekening nummer is {IBAN}
auto kenteken {LICENSEPLATE} is van mij
patient nummer {PATIENTNR} van ziekenhuis
polis nummer {PATIENTNR} ik betaal elke maand
client nummer is {PATIENTNR}
mijn facebook is {URL}
mijn insta naam is {HANDLE}
"""

DICTATED = """
mijn naam is {NAME} komma ik heb een vraag punt
ik heet {NAME} punt ik woon al lang in de wijk
ik ben {NAME} komma ik zoek hulp bij de was punt
mijn moeder {NAME} komma die is gevallen punt
mijn zoon heet {NAME} punt hij is acht
mijn huisarts is dokter {FAMILY} punt
mevrouw {FAMILY} heeft mij niet teruggebeld punt
met vriendelijke groet nieuwe regel {NAME}
mijn telefoonnummer is {PHONE}
je kunt mij bellen op {PHONE} punt
bel maar naar {PHONE} komma dan ben ik thuis
mijn mail is {EMAIL}
stuur het naar {EMAIL} punt
ik woon op de {ADDRESS} punt
het adres is {ADDRESS} komma twee hoog
mijn postcode is {POSTCODE}
ik woon op de {ADDRESS} komma postcode {POSTCODE} punt
ik ben geboren op {DOB} punt
mijn geboortedatum is {DOB}
mijn bsn is {BSN}
mijn burgerservicenummer is {BSN} punt
mijn rekeningnummer is {IBAN}
mijn kenteken is {LICENSEPLATE} punt
mijn patiëntnummer is {PATIENTNR}
mijn polisnummer is {PATIENTNR} punt
"""

# what people write besides, without anything personal
FILLERS = """
Weet u waar ik terechtkan?
Ik vind dit heel moeilijk.
Alvast bedankt.
De wachtlijst is 14 weken.
Ik slik 2x daags 500 mg metformine.
Ik durf het niet aan de huisarts te vragen.
Kan dat ook op dinsdag om 10.30 uur?
Het is erg duur, 125,50 euro per maand.
"""

CLEAN = """
Ik gebruik {N} mg {DRUG}, {SCHEDULE} per dag. Mag dat met alcohol?
Mijn bloeddruk is {PRESSURE} en mijn suiker {DECIMAL}. Is dat te hoog?
De afspraak is op {DATE} om {TIME} uur bij de polikliniek.
Mijn {RELATION} is {AGE} jaar en wil zelfstandig blijven wonen.
Mijn {RELATION} {VERB} en ik weet niet wat ik moet doen.
Ik ben {STATE} en zoek hulp in de buurt.
De diagnose is {ICD}. Wat betekent dat?
Het medicijn heeft ATC-code {ATC}. Wordt dat vergoed?
De stichting heeft KvK-nummer {KVK}.
Factuurnummer {YEAR}-{INVOICE} van {MONEY} euro klopt niet.
Ordernummer {ORDER} is nog niet geleverd.
Bel bij spoed 112, bij somberheid 113 of gratis 0800-0113.
De gemeente Amsterdam bereikt u op 14 020.
Wij zijn op {DATE} met {AGE} mensen naar de markt geweest.
In de {STREET} wordt te hard gereden.
Het buurthuis is open van {TIME} tot {TIME} uur.
Volgens artikel {AGE} lid 2 van de wet heb ik daar recht op.
Sinds {LASTYEAR} heb ik {ILLNESS} en kan ik niet werken.
Dokter zei dat ik {AGE} dagen rust moet houden.
De dokter {VERB2} mij niet.
Ik betaal {MONEY} euro huur en krijg {MONEY} euro toeslag.
Bus {AGE} rijdt elke {AGE} minuten naar het ziekenhuis.
Het Huis van de Wijk zoekt {AGE} vrijwilligers voor {DATE}.
Mijn {RELATION} heeft {ILLNESS} en krijgt {DRUG}.
Wie gaat er mee wandelen in het park, {AGE} kilometer?
Wij wonen hier al {AGE} jaar, op {AGE} hoog.
De uitslag was Hb {DECIMAL} en CRP {AGE}.
Kamer {AGE} is op de 2e verdieping, zaal {AGE}.
Mijn BMI is {DECIMAL} bij {AGE} kilo.
Is er korting met de Stadspas vanaf {AGE} jaar?
Kijk op www.thuisarts.nl voor meer informatie over {ILLNESS}.
De cursus is {AGE} keer op maandag en kost {MONEY} euro.
De foutcode op de website is {ORDER}.
Mijn naam wil ik liever niet zeggen.
"""

CLEAN_OTHER = """
mijn man hij is {STATE} hij niet werken
mijn {RELATION} {VERB} wat moet ik doen
ik ben {STATE} en alleen met {SMALL} kinderen
dokter zegt {DRUG} {N} mg nemen {SMALL} keer per dag
ik heb {ILLNESS} en wacht al {AGE} weken
mijn huur is {MONEY} euro en ik heb {SMALL} kamers
ik woon in {PLACE} al {AGE} jaar maar geen huisarts
afspraak is {DATE} om {TIME}
mijn kind is {SMALL} jaar en praat niet
bel ik 112 of huisarts als mijn {RELATION} {VERB}
hoe kan ik mijn {RELATION} helpen met {ILLNESS}
mijn dokter {VERB2} mij niet
ik ben {AGE} jaar en ik zoek vrijwilligerswerk
groetjes en alvast bedankt
ik ben {STATE} groetjes van een buurvrouw
"""
