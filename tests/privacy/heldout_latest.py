"""The latest texts written by hand; see heldout.py for the brackets."""

NEAT = """
Al drie nachten slaap ik niet door het geschreeuw van boven. Daar woont [NAME:Rutger], een jongen van een jaar of twintig. Ik heb hem een briefje gegeven, maar hij lacht me uit. Ik ben zelf 76 en hartpatiënt. Mijn zoon [NAME:Frank Willemse] wil dat ik verhuis, maar ik woon hier al sinds 1981. Bellen kan op [PHONE:030-2512244].
Graag had ik hulp van een maatschappelijk werker die Pools spreekt. Mijn naam is [NAME:Halina Wiśniewska] en ik woon op de [ADDRESS:Marnixlaan 12 III].
Kunt u mijn aanvraag opzoeken? Zaaknummer [PATIENTNR:2024-118830], op naam van [NAME:D. Chotkan].
De buurman van [ADDRESS:Prinses Margrietstraat 7] parkeert zijn camper, [LICENSEPLATE:81-PZN-2], voor onze deur.
Mijn nichtje [NAME:Selena] is geboren op [DOB:6 juli 2017] en heeft een stofwisselingsziekte.
Wij zijn [NAME:Tom] en [NAME:Ineke], gepensioneerd, en willen taalmaatje worden. Ons mailadres: [EMAIL:tomenineke@kpnmail.nl].
De heer [NAME:Van 't Hoff] zou mij terugbellen op [PHONE:06-5021 9983], maar ik hoor niets.
Kapster [NAME:Bianca] komt bij mij thuis; haar nummer geef ik graag door.
Ik kreeg een mail van [EMAIL:incasso@snelbetalen.example]; is dat oplichting?
Mijn BSN ([BSN:945807302]) en mijn pasfoto zijn gestolen.
"""

LOWER = """
ik ben [NAME:jacqueline] 59 en mijn man [NAME:rob] heeft als
hoi mn naam is [NAME:tijn] en ik zit in groep 8 en mijn ouders gaan scheiden
wie kan op maandag mijn zoontje [NAME:noud] naar zwemles brengen
ik woon op de [ADDRESS:jan van lierlaan 6] en heb geen warm water
bel [PHONE:0302 44 19 20] vraag naar [NAME:meryem]
mijn dossiernr is [PATIENTNR:30028817] en niemand belt terug
mijn ex heet [NAME:jeroen van es] en hij stalkt mij
stuur maar een tikkie naar [PHONE:06 17283940] of rek [IBAN:nl90ingb0157368193]
[DOB:3 april 1990] ben ik geboren in paramaribo
mijn insta [HANDLE:@zorgmoeder_kim]
"""

SECOND = """
Goedendag mijn naam is [NAME:Svitlana Marchenko], ik woon [ADDRESS:Attleeplantsoen 60] bij familie
Mijn man [NAME:Tewelde] heeft pijn in maag en wij wachten
telefoon van mijn dochter [PHONE:06 81 77 20 19]
ik ben geboren [DOB:10/10/1966] in Nador
mijn polisnummer is [PATIENTNR:6619203] maar apotheek zegt nee
Buurman [NAME:Henk] maakt ruzie met mijn man
mijn bsn [BSN:2997.22.004] mijn vrouw geen bsn
"""

DICTATED = """
goedenavond mijn naam is [NAME:gerda koning] ik woon aan de [ADDRESS:bernadottelaan zesennegentig] en mijn telefoonnummer is [PHONE:nul dertig tweehonderdzevenentachtig nul vijf elf]
mijn man is op [DOB:zes maart negentienhonderdachtendertig] geboren
mijn zoon [NAME:ronald] belt nooit meer
mijn postcode is [POSTCODE:drie vijf vier drie m k] en nummer achttien
bsn [BSN:drie twee drie zes vier nul vijf zes vier]
mijn mail is [EMAIL:k punt yilmaz apenstaartje hotmail punt com]
kenteken [LICENSEPLATE:twee z t b nul acht]
"""

CLEAN = """
Ik ben 82 en mijn heup is op.
Wie kan mijn rollator repareren?
Mijn kleinzoon leert voor buschauffeur.
De cardioloog wil een holter van 48 uur.
Mijn ferritine is 9 en mijn Hb 6,4.
Op 21 juni begint de zomer en mijn vakantie.
Kan ik in wijkcentrum De Musketon eten?
De Nieuwegracht is mooi, maar de kades zakken.
Op het Zamenhofpark lopen honden los.
De trein naar Breda van 7.02 uur is te vroeg.
De dagopvang aan de Kaap Hoorndreef zit vol.
Mijn dokter zei: niks tillen boven 5 kilo.
In 3 weken heb ik 4 keer gebeld.
Ik heb formulier 22-B nodig, waar haal ik dat?
Beste redactie, mooie krant!
Beste lezers, wie herkent dit?
Geachte heer, geachte mevrouw, ik wil bezwaar maken.
Met groet, een buurvrouw
De diëtiste gaf mij een lijst met 30 producten.
Uw zaak is in behandeling, stond er.
ik ben vrijgezel en zoek een dansclub
ik ben mijn pas kwijt
ik ben blij met de hulp van het buurtteam
mijn vader begrijpt de brief niet
mijn moeder trilt zo bij het eten
mijn huisgenoot steelt mijn eten
onze dochter puberen heftig
onze buren feesten elke nacht
dokter gaf pillen die niet werken
hoi wie heeft een babybedje over
ik heb van de gemeente niks gehoord
bel de politie zei mijn buurvrouw
volgens mij klopt dat niet
mag dat van de wet
kan dat ook online
heet dat dan dementie
ik zoek hulp voor mijn belasting
Ik heb 2 zoon en 1 dochter, alles goed.
Mijn vrouw koken lekker, wil restaurant.
Ik niet snap wat is eigen risico 385.
Doktor zeggen ik moet 10 kilo weg.
ik slaap vier uur per nacht en word om drie uur wakker
mijn suiker was negentien komma twee
we wonen zes hoog en de lift doet het niet
over drie weken word ik vijfenzestig
ik heb zevenhonderd euro schuld bij de energie
"""
