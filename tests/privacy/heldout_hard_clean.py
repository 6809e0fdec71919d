"""Texts in which nothing is personal, made to mislead; they go with heldout_hard.py."""

CLEAN = """
De brief die is van 3 mei 2025 en ik moet voor 1 juni antwoorden.
De foto is van 12 juli 1999 en hangt in de gang.
Mijn paspoort is van 2016 en dus verlopen.
Deze pillen zijn van 4 maart 2024, mag ik die nog slikken?
Het huis is van 1935 en tochtig.
als roos in bloei staat krijg ik hooikoorts
want mark my words
De rechter besliste dat mijn kind bij mij mag blijven.
De notaris vroeg 300 euro voor een testament.
De directeur van het verpleeghuis belde terug.
De chauffeur reed te hard en remde plots.
Ik sta ingeschreven als werkzoekende en krijg niks.
Hij staat bekend als lastig maar is lief.
Ik ben aangemeld als vrijwilliger.
Ik sta geregistreerd als woningzoekende bij WoningNet sinds 2012.
Mijn patiëntnummer weet ik niet, bel ik dan de balie op 088 755 55 55?
Het patientnummer, wat is dat eigenlijk en waar staat het?
Vul uw klantnummer in, daarna de datum, en wacht 5 minuten.
Dossiernummer 12 is kwijt.
een mei maand zonder regen is slecht voor mijn longen
De penningmeester van de bewonersvereniging is gestopt.
De wijkbeheerder loopt elke dag zijn ronde.
Mijn trainer zegt dat ik te zwaar ben.
De stagiaire was erg aardig voor mijn moeder.
Mijn buurjongetje gooit stenen.
De kraamverzorgende bleef acht dagen.
de huismeester doet niks aan de lift
de rechter gaf ons geen gelijk
mijn trainer heeft gelijk
mijn huisarts op vakantie en nu
Kan Albert Heijn ook bezorgen?
Vandaag kwam Sinterklaas langs.
Met Pasen eten we samen.
De Anne Frankschool is goed.
De Willem de Zwijgerlaan is opgebroken.
Buurthuis Anna is dicht.
Als Rode Kruis vrijwilliger help ik graag.
Zonder Max had ik het niet gered, zei de omroep.
Dat is van jou en niet van mij.
duizend vijfhonderd euro voor een bril vind ik veel
Op apenstaartje kom ik niet uit met mijn toetsenbord.
Het adres van de bibliotheek is me niet bekend.
volgens de gemeente kan het niet
ik ben bekend als diabeet bij de huisarts
de straat van ons huis is open
wij zaten op een mooie lange laan 12 keer stil
mijn broer komt op dinsdag
mijn dochter in de bijstand krijgt niks
mijn man op de bank zegt niks
Ik heb ds op mijn lijst gezet
de wachttijd is drieduizend vijfhonderd uur zo voelt het
op de markt in overvecht 12 kramen
mijn postcode is te lang voor het formulier
Zorggroep Almere heeft een nieuw nummer.
Pastoor en dominee aten samen.
Mevrouw heeft gelijk, meneer niet.
Meester in de rechten is mijn zoon.
Zuster, kunt u komen?
dokter zegt rust nemen en veel drinken
tante kookt oom wast af
Moet ik dit overslaan 12 keer of vaker?
Ik laat de hond uit en groet iedereen in de straat.
De agent zei dat ik aangifte moest doen.
De vrijwilligster van de bieb was ziek.
Mijn buurvrouw en ik drinken elke dag koffie.
mijn buurman nodigt mij nooit uit
mijn moeder zegt altijd nee
mijn man denkt dat het meevalt
mijn zoon gamed de hele nacht
mijn dochter appt de hele dag
mijn kind weigert groente
mijn zusje steelt mijn kleren
mijn opa hoort niks meer
mijn oma valt vaak
mijn baas snapt het niet
mijn vriendin twijfelt over de bevalling
mn moeder vergeet alles
mn vader drinkt
zn vader is dood
mn zoon scheldt
de wijkverpleegkundige meet mijn bloeddruk
dokter verwijst niet door
dokter schreef zalf voor
meneer reed door rood
mevrouw heeft recht op zorg zei ze
hallo buurtbewoners
hallo lieve buren
hoi iedereen
hoi samenbeter
beste wijkwebber
beste heer of mevrouw
beste mevrouw meneer
geachte lezer
dag dokter
lieve mensen
met spoed gezocht een bed
met vriendelijke groeten
groetjes van mij
groetjes en fijne dag
hier is mijn vraag
dit is lastig
ik ben blind
ik ben chronisch moe
ik ben Hindoestaans en vegetarisch
ik ben hartpatiënt
ik ben nachtbraker
ik ben buschauffeur geweest
ik ben nuchter
ik ben slechthorend en draag een toestel
ik ben depri
ik ben kapot
ik ben thuisloos sinds maart
ik ben uitbehandeld
ik ben rolstoelafhankelijk
ik ben 3 weken over tijd
ik ben allergisch voor pinda
hier, ik heb nog een vraag
kijk hier en daar is nog plek
Dit is Utrecht, hier kan alles.
Mijn dochter Engels leren, waar kan dat?
Mijn naam op de deur is weg.
Mijn naam en adres geef ik liever niet.
ik heet welkom in de groep zeiden ze
zeg maar niks
zeg maar hoe het moet
zeg maar eerlijk
noem mij geen patient
De patiënten van kamer 12 krijgen eten om 17.30.
De cliëntenraad vergadert 4 keer per jaar.
Het dossier is 300 pagina's dik.
Klantnummer? Dat heb ik niet.
Mijn verwijzing is geldig tot 1-1-2026.
De inenting was op 11/02/2024 en 11/08/2024.
In de zomer van 1976 was het heet.
Op 11 november lopen we met lampionnen.
Mijn kind is 14 maanden en weegt 9,8 kg.
Rij 14, stoel 22 en 23.
Bestel je voor 21.00 uur, dan komt het morgen.
Zet de oven op 180 graden, 25 minuten.
De code van de deur is 4 cijfers, die ben ik kwijt.
De lift gaat tot 14, wij wonen op 15.
1 op de 4 mensen is eenzaam.
De oplage is 12500 kranten.
Er is 2500 ml vocht per dag nodig.
1500 m lopen lukt me niet.
Mijn budget is 1200 per maand.
Windkracht 9 op 12 januari.
artikel 3:40 BW en artikel 7 lid 2
wet van 14 juli 2014
AWBZ, Wmo, Jeugdwet en Participatiewet: ik snap er niks van.
NEN 7510, ISO 27001, AVG
Regio 030 heeft een tekort aan huisartsen.
Bel 0900 8844 voor de politie, geen spoed.
0800 2000 is voor mantelzorgers.
Ik bel 14 030 maar krijg een bandje.
De app heet Thuisarts en is gratis.
De cursus heet Voluit Leven.
De groep heet De Doorzetters.
het medicijn heet prednisolon
de ziekte heet lupus
de hond heet bobbie
onze kat heet Minoes
De flat heet Rachmaninoff.
De straat heet naar een schrijver.
Bij Jan Linders is de melk goedkoper.
Ik las het dagboek van Anne Frank met mijn dochter.
Zorgboerderij De Hoge Born, wie kent die?
De wachtlijst bij Altrecht is lang en bij Lister ook.
Ik ben verwezen naar Reinaerde en naar Abrona.
De Jaarbeurs en de Domtoren zijn mooi verlicht.
Ik wandel van de Dom naar de Maliebaan.
De Jan van Galenstraat is een bouwput.
In de Marco Pololaan wordt gestolen, zegt men.
Op de Prinses Beatrixlaan reed de bus niet.
Huize Elisabeth zoekt vrijwilligers.
Woonzorgcentrum Rosendael heeft een dagbesteding.
Ik luister naar Radio Maria.
De profeet Mohammed (vrede zij met hem) leerde ons geduld.
Met Sint Maarten lopen de kinderen langs de deuren.
Ik wil een second opinion in het Antoni van Leeuwenhoek.
Mijn dochter zit op het Gerrit Rietveld College.
De Johan Cruijff Foundation bouwde een veldje.
Ik gebruik Alexa en Siri als hulp.
Het kind zit op De Regenboog, groep 4.
De Wilhelminabrug is open.
Sportclub Hercules heeft een rollatorgroep.
Wijkcentrum 't Hart geeft soep.
Buurtteam Overvecht heeft geen plek.
Mag Ritalin samen met koffie?
Als Ozempic niet helpt, wat dan?
Kan Fibromyalgie erfelijk zijn?
Van Ventolin ga ik trillen.
naar jumbo en daarna naar de action
Ik zoek iemand die Tigrinya spreekt.
Ik ken niemand in Zuilen of Lombok.
Volgens Thuisarts is rust goed.
Volgens Unicef gaat het slecht met kinderen.
Dankzij Yoga kan ik slapen.
Zonder DigiD kom je nergens.
De Kerstman bestaat niet, zei mijn zoon.
Het is oktober en de griep heerst.
Mijn dokter is een vrouw en dat vind ik fijn.
Vraag Ziggo om een nieuwe kastje.
De Roosendaalseweg is te druk.
Ik heb Parkinson en mijn man heeft Alzheimer.
De postbode, de bakker en de melkboer kwamen vroeger aan de deur.
Ik ben een echte Utrechter en fiets alles.
Mijn oom heeft een boot en vaart vaak.
Mijn moeder kookt marokkaans en mijn vader hollands.
Ik zoek een tolk Farsi of Dari.
Wie kan er mee naar de markt op het Vredenburg?
Voor 18.00 uur bellen, na 20.00 uur niet.
Ons huis heeft energielabel C en 4 kamers.
Het is 20 minuten met lijn 8 en dan 300 meter lopen.
De poli op route 12, balie 3, belt u op.
Op pagina 34 van het boekje staat een oefening.
Ik slik al 8 jaar Seroquel en Lithium.
De jeugdarts meet en weegt alle kinderen van 5.
De rechter, de advocaat en de tolk waren op tijd.
De dominee bidt voor de zieken.
Mijn begeleider stopt per 1 juni.
Mijn mentor belt nooit terug.
Mijn coach is een topper.
Van mijn moeder mag ik niets.
Het gezin telt vijf kinderen.
het gezin boven ons schreeuwt
de familie wil geen hulp
familie komt nooit
mijn naam is haas als het om de afwas gaat
ik heet trouwens niet zo
mijn broer is arts
mijn vader is imam
mijn vader is turks
de naam is misleidend
naam en adres bij redactie bekend
Naam: anoniem
Naam onbekend
Telefoon: geen
Geboortedatum: wil ik niet zeggen
Adres: zie boven
hee jij daar
ja hallo
ja met wie spreek ik
ik ga elke week naar het zwembad
ik heb niks van de thuiszorg gehoord
app even als je kan
bel maar niet
wie heeft ervaring met stotteren
wie heeft tijd om te kletsen
Mijn huisarts is Belgisch en erg vriendelijk.
De voorzitter is VVD'er geloof ik.
Mijn dochter is Cum Laude geslaagd.
Mijn man is Rotterdammer.
Mijn moeder is Hindoestaanse.
Mijn man is Ajacied.
De tolk is Syrische.
Mijn buurman is Jehova's getuige.
Mijn vader was Rijksambtenaar.
Mijn zoon wordt Verpleegkundige.
Mijn vrouw is Turkse en ik Nederlander.
De arts is BIG-geregistreerd.
Mijn dokter is AIOS.
Mijn opa was Indiëganger.
Mijn oma is Joods en spreekt er niet over.
Mijn collega is Molukker.
Mijn oom was Marinier.
Ik woon in de Rivierenwijk, in de Meern of in Vleuten.
In de Bilt is een tehuis.
Op de Dam was het druk.
Van Dam tot Damloop was ik niet fit.
De Visser met vis staat op zaterdag.
Wij eten bij Toko Bandung.
Ik las in het AD over de wachtlijsten.
Volgens Nibud moet ik 300 euro sparen.
Kan Rabobank mijn rekening zomaar sluiten?
Sinds Corona kom ik niet meer buiten.
Omdat Ramadan begint, eet ik laat.
Mijn zoon speelt Fortnite en Minecraft.
Mijn dochter kijkt Netflix.
Mijn man gaat naar Feyenoord.
"""
