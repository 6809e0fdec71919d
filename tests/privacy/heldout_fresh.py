"""Texts written by hand that no rule had seen when they were first read; see heldout.py for the brackets."""

NEAT = """
Geachte mevrouw, mijn naam is [NAME:Antoinette Lagerweij]. Mijn echtgenoot heeft sinds kort een sonde en ik zoek iemand die mij leert hoe dat werkt. Ons adres: [ADDRESS:Prof. Lorentzlaan 66], [POSTCODE:3706 XD] Zeist.
Mijn stiefzoon [NAME:Brian] komt vrij uit de jeugdinrichting en heeft nergens een bed. Wie denkt er mee?
U bereikt onze penningmeester, [NAME:Hessel Wierda], op [PHONE:030 – 262 71 85].
Kunt u mijn dossier opzoeken? BSN: [BSN:9458.07.302], geboren: [DOB:2-6-1971].
De contributie kan worden overgemaakt op [IBAN:NL90 INGB 0157 3681 93] t.n.v. [NAME:M. Haddouchi].
Ik ben [NAME:Letebrhan] en ik geef op zaterdag Tigrinya les aan kinderen. Mail mij: [EMAIL:letebrhan.w@yahoo.com].
Vanaf ons balkon aan de [ADDRESS:Hendrika van Tussenbroeklaan 12] zie ik elke nacht jongens dealen.
Wie heeft op 4 mei gezien dat een zwarte Polo, [LICENSEPLATE:14-GBN-7], tegen mijn scootmobiel reed?
Sinds mijn zus [NAME:Ewa] weduwe is, eet ze bijna niet meer.
Fysiotherapeut [NAME:Mark Sietsma] gaf mij oefeningen, maar ze doen pijn. Moet ik doorgaan?
Ik wacht op een brief met mijn cliëntnummer. Misschien is het [PATIENTNR:60291183], dat staat op de envelop.
Mijn YouTubekanaal heet [HANDLE:@opa_en_zijn_orgel]. Kijk eens!
Ik heb mijn levensverhaal opgeschreven: [URL:https://henny-vertelt.blogspot.com/2021/mijn-jeugd].
Groetjes van uw overbuurvrouw [NAME:Soenita] van nummer 23.
Graag een afspraak met mevrouw [NAME:Çelik] van het buurtteam. Ik ben [NAME:Nurten Demir], [PHONE:0612 778 340].
Mijn pleegdochter, [NAME:Liv], geboren [DOB:19 januari 2013], wil bij haar oma wonen. Haar oma heet [NAME:Geertje Vos] en woont op de [ADDRESS:Jan Pieterszoon Coenstraat 49 bis A].
Toen ik nog in de [ADDRESS:Bollenhofsestraat 138] woonde, kende ik iedereen. Nu woon ik in een nieuwbouwflat en zie ik de hele dag niemand.
Namens de familie [NAME:Baldewsingh] willen wij de thuiszorg bedanken.
Met [NAME:Sjaak] gaat het nu gelukkig beter, dank voor jullie kaarten.
Is er een logopedist die bij [NAME:Milan] op school kan komen? Hij is vijf.
Mijn mentor is [NAME:Femke de Roos] en zij is ziek tot oktober.
Opa [NAME:Jaap] wil graag leren whatsappen. Zijn nummer is [PHONE:06.2291.8843].
Ik machtig hierbij [NAME:Gülcan Arslan] om mijn medicijnen op te halen.
De rekening moet naar mijn bewindvoerder, [EMAIL:post@bewind-terhorst.example], en niet naar mij.
Ons kind is op [DOB:28.11.2022] geboren en groeit slecht.
Wie wil er op mijn oude adres, [ADDRESS:Anton Geesinkstraat 3], de post ophalen?
Volgens verpleegkundige [NAME:Nadia] moest ik dit hier vragen.
Mijn zorgverzekering vraagt om relatienummer [PATIENTNR:4410-9928], maar wat is dat?
Beste buurtteam, wij maken ons zorgen over onze benedenbuurman, de heer [NAME:Wibowo]. Hij laat zijn post liggen en de gordijnen blijven dicht. Zijn zus, [NAME:Ratna], woont in Den Haag en is te bereiken op [PHONE:070-3826619].
Ik help mijn vader [NAME:Mustafa Erdem] met zijn pgb en loop vast. Zijn BSN is [BSN:945807302].
Met mijn kleindochter [NAME:Isabel] (4) ga ik elke week naar zwemles. Waar kan ik subsidie vragen?
Het kenteken van de taxi was [LICENSEPLATE:TGL-09-B]. De chauffeur liet mijn man op straat staan.
U vindt ons aan de [ADDRESS:Ina Boudier-Bakkerlaan 53], [POSTCODE:3582 VA].
Wie o wie heeft mijn kat gezien? Bel [NAME:Marjolein Stam], [PHONE:0630 55 18 47].
Ik was op [DOB:17 mei 1949] de eerste baby die geboren werd in dat ziekenhuis.
Stuur uw antwoord naar [EMAIL:h.t.vanrijswijk@gmail.com] of naar mijn zoon: [EMAIL:bart@rijswijk-advies.example].
De begeleidster van mijn zoon, [NAME:Fayza], heeft geen tijd meer voor hem.
Het relatienummer van de thuiszorg is [PATIENTNR:RZ 204418].
Huisarts [NAME:Tjeerdsma] van de praktijk op de hoek zegt dat het stress is.
Mijn IBAN is [IBAN:NL90INGB0157368193], zodat u de reiskosten kunt vergoeden.
Ik, [NAME:Rosita Lieveld], geef kookles in het buurthuis.
Hallo, mijn naam is [NAME:Mykola] en dit is mijn vrouw [NAME:Larysa]. Onze zoon [NAME:Denys] is doof.
De eigenaar van de hond woont op [ADDRESS:Tolsteegsingel 12A].
Kijk op [URL:https://www.instagram.com/tuinierenmetjoost/] voor tips.
Mijn moeder ([DOB:08-08-1933]) wil niet naar een tehuis. Mijn broer [NAME:Johan] wel.
Vroeger speelde ik met [NAME:Corrie Bol] in de zandbak aan de [ADDRESS:Croeselaan 9].
"""

LOWER = """
hallo met [NAME:bas] ik zoek een klusser
ik ben de dochter van meneer [NAME:soekhoe] en hij ligt nu in het antonius
mijn neefje [NAME:quincy] gaat met foute jongens om
kan iemand mij bellen over schulden [PHONE:06 2218 4491] na vijven
onze [NAME:puck] is 4 en praat nog niet
mijn adres is [ADDRESS:abel tasmanstraat 16] [POSTCODE:3531 gv] utrecht
ik heb het geld gestort vanaf [IBAN:nl49abna0364262129] maar ze zeggen dat het er niet is
mijn opa is van [DOB:8 8 1936] en wil nog rijden
app me [PHONE:0031648820193]
wie kent [NAME:hanneke] van de leesclub
mijn tiktok is [HANDLE:@kaylee.x0] daar vertel ik over mijn autisme
mail [EMAIL:s.bouchta@student.hu.nl]
ze hebben mij bsn [BSN:972200332] gevraagd bij de sportschool mag dat
de buren van [ADDRESS:rooseveltlaan 812] maken altijd ruzie en er zijn kinderen bij
scooter met kenteken [LICENSEPLATE:d-814-kf] rijdt hier elke avond over de stoep
patientnummer [PATIENTNR:3390182] wanneer is mijn ct scan
ik ben [NAME:mirjam] 44 jaar en net gescheiden
mijn oude juf mevrouw [NAME:van t hof] is nu 90 en zit alleen
ik wil [NAME:abdel] van de buurtsport een pluim geven
mijn blog is [URL:tessaschrijft.wordpress.com]
me moeder [NAME:carmelita] heeft suiker en luistert niet naar de dokter
mag [NAME:jip] mee naar het kamp ook al heeft hij epilepsie
ik woon op de [ADDRESS:winklerlaan 67] en zoek gezelschap
de vrouw van [NAME:arie] belde dat hij gevallen is
hoi ik heet [NAME:zoë] en ik word gepest
mijn hulp [NAME:wieteke] is op vakantie en ik kan mijn steunkousen niet aan
sorry ik ben [NAME:leo van ginkel] en ik kan niet goed typen
bel [NAME:karim] die weet hoe dat moet
hoi ik ben [NAME:lotte] en mijn vriend [NAME:daan] heeft een angststoornis
mijn moeder [NAME:ilknur] praat alleen turks en moet naar de uroloog
kan ik bij iemand logeren mijn vader slaat mij ik woon in de [ADDRESS:hendrik tollensstraat 44]
mijn nr [PHONE:0681920043] niet delen aub
ik ben de dochter van [NAME:hennie kok] en zij is dement
kan iemand mijn buurvrouw oma [NAME:bep] helpen met de vuilnis
heb [NAME:mustapha] gesproken en die zei dat het mocht
kenteken [LICENSEPLATE:8-tvb-30] staat op de stoep
ik ben [DOB:2 nov 1968] geboren en heb nog nooit een oproep gehad
mail [EMAIL:kimmie_xo@live.nl]
hij heet [NAME:semih] en zit op het vmbo
mijn polisnr is [PATIENTNR:55102938]
onze zoon [NAME:jesse] heeft dyslexie
[POSTCODE:3544mk] nr 201 is mijn adres
stort op [IBAN:nl49abna0364262129] dan is het klaar
ik wil [NAME:gerda] en [NAME:piet] bedanken
"""

SECOND = """
Hallo ik heet [NAME:Mebrahtu] ik wil werk vrijwillig, mijn nummer [PHONE:0616 44 82 09]
Mijn moeder naam is [NAME:Halyna] zij 70 jaar en been doet pijn
ik woon adres [ADDRESS:Hooft Graaflandstraat 22] en lamp in trap is kapot
Mijn man [NAME:Ali Reza] heeft operatie gehad, wie kan tolk zijn farsi
geboorte datum van mij [DOB:15-09-1992] en ik wil inschrijven cursus
Dokter [NAME:Smeets] zegt bloed prikken, waar moet ik gaan
mijn rekening nummer [IBAN:NL33INGB0245383236] belasting geeft geld niet
Ik zoek Mevrouw [NAME:Linda] van taal school, zij is weg?
mijn bsn nummer [BSN:405 622 417] en uitkering is gestopt waarom
Mijn kinderen [NAME:Omar] en [NAME:Lina] willen voetbal maar geld is weinig
vriend van mij [NAME:Dawit] slaapt in park
Mijn email: [EMAIL:iryna_kovalchuk88@ukr.net]
Ik ben [NAME:Zbigniew], werk in bouw, schouder kapot, baas wil niet betalen
post code [POSTCODE:3525KL] welke huisarts neem nieuw mensen?
Ik woon bij tante van mij in [ADDRESS:Detmoldstraat 54]
Facebook naam van mij [NAME:Amanuel Haile] schrijf mij
ik kreeg boete, kenteken van mijn auto [LICENSEPLATE:82-ZKJ-3]
buurman heet [NAME:Cees] en hij is goed mens, altijd helpen
Ziekenhuis nummer van mij is [PATIENTNR:7720194]
Goeiedag ik ben [NAME:Hagos], ik zoek werk en ik heb rug pijn
Mijn vrouw heet [NAME:Fidan] zij is zwanger 5 maand
Ik woon nu [ADDRESS:Einsteindreef 77], vroeger in azc
mijn nummer telefoon [PHONE:06 38 11 92 04]
mijn geboren datum [DOB:20/10/1979]
buurvrouw [NAME:Tanja] zegt ik moet hier vragen
mijn bsn [BSN:972 200 332], waarom ik krijg geen toeslag
Dokter [NAME:Nijland] schrijf brief voor fysio
mijn dochter [NAME:Ruta] wil leren dansen
facebook [HANDLE:kidus.haile.92]
"""

DICTATED = """
goedemorgen u spreekt met mevrouw [NAME:schaap] ik woon op de [ADDRESS:balijelaan zesentachtig] en mijn alarm doet het niet
mijn nummer is [PHONE:nul zes vijftig eenentwintig achtendertig nul vier]
ik ben van [DOB:elf november negentienhonderd zevenendertig] en ik rijd nog auto
mijn burgerservicenummer dat is [BSN:vijf vier negen negen nul negen vijf een vijf]
postcode [POSTCODE:vijfendertig zestig a b] in overvecht
mijn mail is [EMAIL:hans punt de groot apenstaartje kpnmail punt nl]
mijn man [NAME:gerard] is gevallen en ik krijg hem niet overeind
mijn vaste nummer is [PHONE:nul drie nul twee acht acht vier één vijf negen]
ik ben [NAME:dineke] en ik wil graag naar de soos
overmaken op [IBAN:n l twee een r a b o nul vijf vier zeven vijf twee zeven zeven twee nul] graag
ze wonen op de [ADDRESS:troosterlaan honderdvijfendertig] en hebben drie kinderen
mijn kleinzoon [NAME:thijs] is drie en heeft waterpokken
de dokter heet [NAME:van wijk] geloof ik
mijn dossiernummer is [PATIENTNR:acht twee nul vier vier één] zei die mevrouw
ik wil een afspraak met zuster [NAME:marleen]
ik ben geboren in [DOB:augustus negentienhonderd veertig op de twaalfde] geloof het of niet
op facebook ben ik [NAME:lenie van ommen]
het kenteken was [LICENSEPLATE:k negen nul twee x z] als ik het goed heb gezien
mijn achternaam is [NAME:oosterveld] en mijn voornaam is [NAME:trijntje]
ik sta aan de [ADDRESS:biltstraat vierenveertig] te wachten op de taxi
goedendag [NAME:rachid ouaziz] hier ik bel voor mijn vader
ik zoek de zoon van mevrouw [NAME:timmer] want ze is niet goed geworden
mijn telefoon is [PHONE:nul zes negenentachtig zeventig zestien dertig] dank u wel
het huis van mijn zus staat op de [ADDRESS:lange nieuwstraat tweeëntwintig]
mijn naam is [NAME:soufian] en ik wil leren zwemmen
goedemiddag met [NAME:corrie van veen] ik zou graag willen weten of de bus nog rijdt
ik woon op de [ADDRESS:noordse parklaan vijfentwintig] en ik ben slecht ter been
mijn mobiele nummer is [PHONE:nul zes veertien negenentachtig elf drieëndertig]
ik ben geboren op [DOB:negen september negentienhonderd vierenveertig]
mijn man [NAME:henk jan] is doof aan een oor
mijn postcode is [POSTCODE:drie vijf acht vier h t] en het nummer is negen
mijn mail is [EMAIL:riet punt koster apenstaartje planet punt nl]
mijn patiëntnummer is [PATIENTNR:zeven zeven nul een twee acht drie]
het rekeningnummer is [IBAN:n l drie drie i n g b nul twee vier vijf drie acht drie twee drie zes]
bsn is [BSN:vier nul vijf zes twee twee vier een zeven]
ik heet [NAME:wim de ruiter] en ik ben weduwnaar
kan [NAME:fatima] mij morgen ophalen
"""

CLEAN = """
Ik ben verpleegkundige en zie veel eenzaamheid.
Mijn zoon gamet tot diep in de nacht en mist school.
De dosering is 2 x 250 mg, bij meer dan 38,5 graden koorts.
Mijn nierfunctie is 42 en de creatinine 138.
In de Biltstraat zit een goede podotherapeut.
Het besluit van 14 februari 2024, kenmerk B-2024-118, snap ik niet.
Ik heb op 7 juni een afspraak bij de oogarts om 13.20 uur.
Mevrouw bij de balie was onvriendelijk.
De zuster kwam pas om elf uur.
Mijn juf zegt dat ik dyslexie heb.
Groetjes, een trouwe lezer
Hoi allemaal, wie wil mijn oude bed?
Voor vragen over zorg belt u 14 030.
Artikel 1 van de Grondwet geldt ook voor mij.
De flat heeft 12 verdiepingen en 96 woningen.
Kamer 3.41 was op slot toen ik kwam.
Ik ben gescheiden en moet verhuizen.
Mijn moeder belt mij tien keer per dag.
Mijn buurman parkeert op de stoep.
De bus van 10.15 uur rijdt niet op zondag.
Buurthuis De Uithoek heeft een nieuwe kok.
Het Antonius Ziekenhuis belde af.
De ziekte van Lyme is bij mij laat ontdekt.
In 2019 ben ik geopereerd aan mijn heup.
Ik verdien 2100 euro bruto en betaal 985 huur.
ik ben eenzaam en zoek een praatje
ik ben verhuisd naar utrecht en zoek een tandarts
ik ben op en mijn man ziet het niet
mijn dochter huilt veel en wil niks
mijn vader hoort slecht en wil geen toestel
mijn tante kookt altijd te veel
wie kan mijn gras maaien ik betaal 10 euro
met mij gaat het slecht de laatste tijd
hoe heet die dokter van de radio
mijn naam is verkeerd gespeld op mijn pas
mijn adres klopt niet in het systeem
bij ons in de straat staat alles vol fietsen
hallo is hier ook een kapster die thuis komt
ik werk in de zorg en ben om 7 uur al weg
ik zit in de bijstand en mijn wasmachine is kapot
ik ben vijfentachtig en fiets nog elke dag
het was vier graden en de kachel deed het niet
we zijn met dertig mensen en hebben twintig stoelen
om zes uur komt de taxi en om acht uur ben ik thuis
een twee drie vier hoedje van papier zingt mijn dementerende man de hele dag
ik heb er honderd euro voor betaald en het werkt niet
mijn zoon is zeven en plast nog in bed
vanaf januari wordt de premie twaalf euro hoger
Ik ben vrouw uit Eritrea en zoek vriendin.
Mijn man werkt nacht en slaapt overdag, kind maakt lawaai.
Hoeveel kost tandarts voor kind 8 jaar?
Ik snap niet brief van 3 bladzijde van gemeente.
Dokter geeft pil 20 mg maar ik word duizelig.
Ik ben Oekraïner en werk in bakkerij.
Wie kan helpen met website van DigiD?
Op school de juf zegt mijn zoon is druk.
Zie www.thuisarts.nl/hoofdpijn voor uitleg.
De wandeling is 6,5 km en start bij het Wilhelminapark.
Ik gebruik een Tempur 21 matras en nog doet mijn rug pijn.
De heer des huizes kookt bij ons.
Mijn bloed is geprikt op 4 november en de uitslag is er nog niet.
De fysiotherapeut raadt 3 keer per week trainen aan.
Op Oudegracht zit een kapper voor mensen met een hoofddoek.
Ik ben weduwe en zoek gezelschap voor de zondag.
Ik krijg 0,4 ml per week gespoten.
Mijn nieuwe bril is +1,75 met cilinder -0,50 as 90.
De zorgtoeslag is dit jaar 123 euro per maand.
Wie was de aardige mevrouw in de tram van 14.20 uur?
Dokter, mag ik dit samen met ibuprofen?
De tandarts rekent 48,72 voor een controle.
Hoi, ik zoek een wandelmaatje voor de Maarsseveense Plassen.
Zondag 9 maart is er open huis in de moskee.
Ik heb code 4451 op mijn scherm, wat betekent dat?
De uitspraak van 12-02-2019 geeft mij gelijk.
Mijn man is met pensioen en zit thuis te mokken.
De wijk telt 12.400 inwoners en 3 huisartsen.
Mijn kleinkinderen komen nooit langs.
De juf van groep 6 is lief.
Kan ik een traplift lenen voor 2 maanden?
Ik ben het zat, elke nacht herrie.
Sint-Janskruid en de pil, mag dat?
ik ben net bevallen en voel me somber
ik ben gestopt met werken door mijn rug
mijn moeder eet niet en drinkt niet
mijn zoon zit vast en ik mag niet bellen
mijn buurman hoest de hele nacht
wie weet een goede dierenarts in lunetten
de huisarts neemt de telefoon niet op
ik word gek van die brommers
hoeveel kost een gehoorapparaat
mag een kind van 9 maanden honing
mijn naam komt niet voor op de lijst
hallo mensen wat een mooie site
ik heb 1200 stappen gelopen vandaag
mijn vriendin gaat vreemd wat nu
groetjes uit zuilen
Ik ben moeder van 4 kind en moe.
Mijn dochter 7 jaar plas in bed.
Ik wacht 5 maand op huis.
Mijn man drinkt bier 10 per dag.
Waar ik kan leren computer?
Ik kom Eritrea, hier 4 jaar.
ik ben achtenzeventig en ik woon alleen
om kwart voor negen komt de zuster
ik moet drie keer per dag twee pillen
het kost honderd twintig euro per keer
we zijn met zes kinderen thuis
mijn bloeddruk was honderdvijftig over negentig
de kamer is vier bij vijf meter
vijf mei is het feest in de straat
"""
