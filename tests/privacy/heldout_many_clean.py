"""Texts in which nothing is personal, full of what looks like it; they go with heldout_many.py."""

CLEAN = """
Ik ben boos op de gemeente, want de stoep is al maanden kapot.
Ik ben Nederlander en heb altijd premie betaald.
Ik ben diabeet en mijn bloedsuiker was vanmorgen 14,2.
Mijn bloeddruk is 145/92 en mijn pols 88. Is dat te hoog?
Ik slik metoprolol 50 mg, twee keer per dag, en simvastatine 20 mg voor de nacht.
Mijn HbA1c was 58 mmol/mol en mijn LDL 3,4. Wat betekent dat?
Volgens artikel 2.3.5 van de Wmo 2015 moet de gemeente binnen 6 weken beslissen.
De bus 28 richting Vaartsche Rijn vertrekt om 09.42 uur van perron B4.
Mijn zoon slaapt slecht en wil niet naar school.
Mijn dochter gaat volgend jaar naar de brugklas.
Mijn man rookt 20 sigaretten per dag en wil stoppen.
Welke huisarts in de Voorstraat neemt nog patiënten aan?
Is er een apotheek open op zondag in de buurt van de Amsterdamsestraatweg?
Het ziekenhuis zegt dat de wachttijd 12 tot 16 weken is.
Formulier A1 en E106, moet ik die allebei meenemen?
Bel bij nood altijd 112.
Ik heb gisteren naar 113 gebeld en dat hielp mij.
De Kindertelefoon is gratis: 0800-0432.
Op 1 januari 2025 verandert de eigen bijdrage naar € 21,00 per maand.
In 1953 was er een grote watersnood; mijn oma vertelde daar vaak over.
Mevrouw van de balie zei dat ik moest wachten.
De dokter zei dat het vanzelf overgaat.
De huisarts vindt dat ik moet afvallen, 10 kilo in 6 maanden.
Wie kan mij helpen met een brief van de Belastingdienst?
Mijn moeder woont in een verpleeghuis en krijgt daar weinig bezoek.
Ik woon drie hoog zonder lift.
Ik woon op nummer 14 in een flat met veel herrie.
Er waren 3500 mensen bij het festival in het park.
Mijn afspraak is op 14-05-2025 om 10:30 in kamer 2.14.
De vergadering is op 3 mei 2025 in het buurthuis.
Ik heb 2 kinderen van 4 en 7 jaar en een hond.
De eerste les is op 12 september en kost 5 euro.
Het recept is van 23 maart en nog niet klaar.
ik ben moe en weet niet meer wat ik moet doen
ik ben gevallen in de douche en durf niet meer alleen te douchen
ik ben alleenstaande moeder van drie kinderen en kom niet rond
ik ben mantelzorger en heb nooit vrij
ik ben bang dat mijn buurman mij hoort
mijn zoon blowt elke dag en liegt erover
mijn moeder vergeet steeds haar pillen
mijn buurvrouw klaagt altijd over de kinderen
mijn vader wil niet naar de dokter
mijn zus helpt mij maar ze woont in groningen
wie weet een goede kapper die aan huis komt
waar kan ik gratis sporten in overvecht
wat kost een taxi naar het umc
hoe laat gaat de apotheek dicht op zaterdag
is het normaal dat je na een prik 38,5 koorts hebt
ik heb 3 keer 0,5 ml gekregen van het vaccin
ik weeg 112 kilo en ben 1 meter 68
de lift is kapot sinds 3 weken en de verhuurder doet niks
mag ik met een b12 tekort gewoon sporten
ik slik vitamine d3 800 ie per dag is dat genoeg
hallo ik heb een vraag over de zorgtoeslag
groetjes een bezorgde moeder
groeten uit de wijk
met vriendelijke groet een buurtbewoner
Met vriendelijke groet, een bezorgde dochter
Met vriendelijke groeten, de bewonerscommissie
Beste allemaal, wie doet er mee met de buurtmoestuin?
Beste buren, zondag is er koffie in het buurthuis.
Geachte gemeente, wanneer komt er een drempel in de straat?
Dag lieve mensen, ik zoek een breiclub.
Ik ben op zoek naar een psycholoog die Pools spreekt.
Mijn huisarts is met pensioen en de nieuwe ken ik niet.
De praktijkondersteuner belde mij om kwart over tien.
De Prinses Máxima Centrum-arts was heel aardig.
Het Diakonessenhuis heeft een nieuwe polikliniek.
Het Willem-Alexander Kinderziekenhuis is ver weg voor ons.
De Sint Maartenskliniek heeft mij afgewezen.
Ik heb de ziekte van Parkinson en zoek beweging.
Mijn man heeft het syndroom van Korsakoff.
Zij heeft de ziekte van Crohn en durft niet ver van huis.
De test van Heimlich, of heet dat anders?
Heeft iemand ervaring met Alzheimer Café Utrecht?
Is er een AA-groep op dinsdagavond?
We hebben de Ramadan en mijn medicijnen moeten drie keer per dag.
Met Kerst is het buurtrestaurant dicht.
Ik zoek een cursus Nederlands op niveau A2.
Wij wonen in Kanaleneiland en het is hier 's avonds onveilig.
In de Kanaalstraat is een nieuwe Turkse bakker.
De Zandweg is afgesloten tot en met vrijdag.
Bij het Griftpark kun je gratis yoga doen.
Vanaf het Centraal Station is het 15 minuten lopen.
Lijn 2 en lijn 12 gaan allebei naar het ziekenhuis.
De A2 en de A12 waren dicht, dus ik was te laat bij de dialyse.
De trein van 8.15 uur valt vaak uit.
Ik moet om 7.45 uur nuchter in het lab zijn.
Route 34, afdeling 4B, tweede etage.
Uw volgnummer is 118 en er zijn nog 14 wachtenden voor u.
Mijn bestelling met ordernummer 4482910 is niet aangekomen.
De zaak heeft referentie 2024/0381, maar ik weet niet waar die over gaat.
Paracetamol 1000 mg mag maximaal 4 keer per dag.
Mijn TSH is 6,8 en mijn vrije T4 11. Moet ik me zorgen maken?
De hartslag was 130 bij 80 watt op de fiets.
Mijn leesbril is +2,50 en links -1,25.
Voor de scootmobiel betaal ik 19 euro per maand.
De huur is 763,47 en de huurtoeslag 312.
Het kost € 385 eigen risico, elk jaar opnieuw.
Ik krijg 1250 euro per maand en hou niks over.
De GGZ heeft een wachtlijst van 40 weken.
Kan ik met een CIZ-indicatie naar de dagopvang?
ZZP 4 of ZZP 5, wat is het verschil?
Wat is het verschil tussen de Wlz en de Zvw?
Op grond van artikel 8 EVRM mag ik mijn kind zien.
Op kinderopvang De Krekel is nog plaats.
Op basisschool De Klim werken ze met kleine groepen.
Zorginstelling Careyn heeft een tekort aan personeel.
Buurtzorg is bij ons geweest en dat was prettig.
De wijkagent kwam snel en bleef rustig.
Meneer van de thuiszorg had geen tijd voor koffie.
Een mevrouw van de kerk brengt soep.
Mijn collega zei dat ik burn-outklachten heb.
De juf belde dat mijn kind koorts had.
Mijn buurman is ziek en heeft niemand.
Mijn vriend werkt in de bouw en heeft rugpijn.
Mijn oma is 91 en woont nog thuis.
Mijn opa was timmerman en kan niet stilzitten.
hij heet anders dan op zijn paspoort staat hoe verander je dat
zij heet net als ik dus de post raakt steeds zoek
hoe heet die cursus ook alweer voor mensen met pijn
hoe heet het medicijn tegen reuma dat begint met een m
mijn naam staat verkeerd op de brief wie kan dat aanpassen
mijn telefoonnummer is veranderd hoe geef ik dat door aan de huisarts
mijn bsn staat op mijn paspoort maar ik geef het liever niet
wat is een polisnummer en waar vind ik dat
moet ik mijn geboortedatum geven als ik bel
ik ben mijn kenteken vergeten en kan niet parkeren
ik heb geen emailadres kan ik ook bellen
stuur geen geld naar iemand die om je iban vraagt
ik ben hier nieuw en ken niemand
ik ben zwanger en 24 weken
ik ben dertig jaar en voel me vijftig
ik was om half negen bij de huisarts en zat er om tien uur nog
ik ga twee keer per week naar de fysio en doe elke dag tien oefeningen
ik loop vier kilometer in een uur en dan is het op
ik heb drie keer gebeld en zes mails gestuurd
het is nul graden en de verwarming doet het niet
we zijn met zijn zessen in een huis van zeventig meter
mijn vrouw bevalt in mei en we hebben nog geen kraamzorg
er zijn dertig mensen ingeschreven en er is plek voor twintig
ik moest tachtig euro betalen voor een tand
negentig procent van de mensen in onze flat is ouder dan zeventig
ik ben in negentienhonderd zeventig naar nederland gekomen
Ik kom 1994 naar Nederland en ik werk altijd.
Ik wil leren zwemmen, ik ben vrouw van 45 jaar.
Mijn kind hij eet niet goed, hij is 3 jaar en 11 kilo.
Ik begrijp niet deze brief van de IND, wie kan lezen?
Dokter zegt ik moet suiker meten 4 keer, maar apparaat is duur.
Ik zoek huis met 3 kamer, maximaal 900 euro.
Mijn vrouw is ziek en ik werk nacht, wie past op kind?
Waar is school voor mijn dochter, zij 12 jaar?
Hallo ik ben Turkse vrouw en zoek sport voor vrouw.
Ik ben Syriër en wil vrijwilligerswerk doen.
Ik ben Pools en mijn Nederlands is nog niet goed.
Hoi, ik ben student en heb last van mijn rug.
Wie wil er samen koken? Ik maak graag Surinaamse roti.
De imam en de dominee praten samen over eenzaamheid.
Op www.utrecht.nl kon ik het formulier niet vinden.
Kijk op thuisarts.nl voor meer informatie over hoofdpijn.
Het nummer van de gemeente is 14 030.
Voor de huisartsenpost bel je 088 130 96 70, maar alleen bij spoed.
Mail naar info@utrecht.nl voor vragen over afval.
Mijn fiets is een Gazelle C7 en de accu is na 500 keer laden op.
De zaal is 12 bij 8 meter en er kunnen 60 mensen in.
Ik heb MRI-foto's van L4-L5 en daar zit een hernia.
De vlek is 4 bij 6 mm en jeukt.
De kuur was 7 dagen 3 x 500 mg.
Mijn saturatie is 91 en zakt 's nachts naar 86.
Ik heb huidtype 2 en gebruik factor 50.
De vragenlijst PHQ-9 gaf een score van 17.
In groep 3 leert mijn kind lezen met kern 4.
Kan iemand mij vertellen of de Willem Dreeslaan goed te doen is met een scootmobiel?
Van Gogh schilderde toch ook in een inrichting?
Sinterklaas komt op 5 december naar het plein.
Koningin Máxima opende het centrum.
Op het Neude is donderdag een informatiemarkt.
De Albert Heijn aan het Smaragdplein is verbouwd.
Ik sport bij de Galgenwaard en daarna drink ik koffie.
Mijn therapeut zegt dat ik meer moet rusten.
De kleine meid is 6 weken en drinkt 8 keer 90 ml.
Als de thermometer 40,1 aanwijst, moet ik dan bellen?
Tussen 12 en 14 uur is de balie gesloten.
Op de eerste verdieping, kamer 112, kun je bloed laten prikken.
Van 1998 tot 2011 werkte ik in een fabriek met stof.
"""
