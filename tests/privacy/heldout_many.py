"""Many texts written by hand before the rules were mended after them; see heldout.py for the brackets. Titles stand outside."""

from heldout_many_clean import CLEAN  # noqa: F401


NEAT = """
Goedemiddag, mijn naam is [NAME:Hendrika Postma] en ik woon al 41 jaar in deze wijk. Sinds mijn man is overleden, kom ik bijna niet meer buiten. Is er een koffieochtend in de buurt? U kunt mij bellen op [PHONE:030 244 18 92], liefst na tien uur.
Ik zoek hulp voor mijn buurvrouw, mevrouw [NAME:El Idrissi]. Zij woont op de [ADDRESS:Prinses Irenelaan 48] en durft zelf niet te bellen. Wie kan er bij haar langsgaan?
Beste mensen, mijn zoon [NAME:Yusuf] (geboren op [DOB:14 maart 2015]) heeft logopedie nodig, maar de wachtlijst is lang. Weet iemand een praktijk zonder wachttijd?
Kunt u mij terugbellen op [PHONE:06-28491735]? Ik ben bereikbaar tussen 9 en 12 uur. Met vriendelijke groet, [NAME:Gerrit van der Wal]
Mijn BSN is [BSN:945807302] en ik wil graag weten of ik recht heb op huishoudelijke hulp vanuit de Wmo.
Ik heb per ongeluk te veel betaald. Kunt u het terugstorten op [IBAN:NL90 INGB 0157 3681 93] ten name van [NAME:P. Kowalczyk]?
Stuur de folder maar naar [ADDRESS:Burgemeester Reigerstraat 17bis], [POSTCODE:3581 KJ] Utrecht.
Mijn moeder, [NAME:Sumintra Ramdin], krijgt vier keer per dag medicijnen en de thuiszorg komt steeds te laat. Bij wie kan ik klagen? Ik ben haar mantelzorger, [NAME:Anjali], en mailen kan naar [EMAIL:a.ramdin72@ziggo.nl].
De wijkverpleegkundige, [NAME:Marleen Hoekstra], zei dat ik hier een vraag kon stellen over steunkousen.
Ik ben [NAME:Oleksandr Shevchenko], gevlucht uit Oekraïne, en ik zoek taalles in de avond. Mijn adres is [ADDRESS:Van Starkenborghhof 112], [POSTCODE:3527HA].
Vorige week stond er een busje met kenteken [LICENSEPLATE:VR-482-K] dubbel geparkeerd voor de ingang van het gezondheidscentrum. De ambulance kon er niet langs.
Mijn patiëntnummer bij het ziekenhuis is [PATIENTNR:4471902]. Kan ik daarmee mijn dossier online inzien?
Op mijn zorgpas staat verzekerdennummer [PATIENTNR:3029918457]. Moet ik dat doorgeven aan de fysiotherapeut?
Volg onze loopgroep op Instagram via [HANDLE:@wandelmaatjes_karin] of stuur een berichtje.
Meer over mijn verhaal staat op [URL:https://www.facebook.com/ineke.dewit.54]. Ik hoop dat ik er anderen mee help.
Graag zou ik in contact komen met andere ouders van een kind met diabetes. Mijn dochter heet [NAME:Noor] en wij wonen aan de [ADDRESS:Amsterdamsestraatweg 403-2].
Geachte heer, mevrouw, namens mijn vader, de heer [NAME:Abdelkader Bouzidi], geboren [DOB:01-07-1948], vraag ik om een tweede gesprek met de praktijkondersteuner. Hij is te bereiken via mijn nummer, [PHONE:+31 6 51 22 90 47]. Alvast bedankt, [NAME:Samira Bouzidi]
Wie kan mijn hond uitlaten als ik naar dialyse ga? Ik woon op nummer 12 van de Lessinglaan en heet [NAME:Truus].
Dokter [NAME:Van Leeuwen] heeft mij doorverwezen, maar ik weet niet waarheen. Kunt u helpen?
Ik ben op [DOB:3 september 1951] geboren en wil weten of ik de griepprik gratis krijg.
Het gaat om mijn tante, [NAME:Cynthia Pinas]. Ze is net terug uit Paramaribo en heeft geen huisarts. Bel mij gerust: [PHONE:0614728390].
Mijn e-mailadres is [EMAIL:tesfay.gebremedhin@outlook.com]. Ik wil mij graag aanmelden voor de cursus.
Ik wil me aanmelden voor valpreventie. Naam: [NAME:Johanna Verbruggen-Smit]. Geboortedatum: [DOB:12-11-1943]. Adres: [ADDRESS:Croeselaan 220], [POSTCODE:3521 CC] Utrecht. Telefoon: [PHONE:030-2931847].
Mijn broer [NAME:Mehmet] slaapt al weken slecht sinds de aardbeving in Turkije. Hij praat er niet over. Is er iemand die Turks spreekt?
Weet iemand waar ik een rollator kan lenen? Reageren mag via [EMAIL:wil.jansen1950@kpnmail.nl] of telefonisch op [PHONE:06 1839 2210].
Onze zoon zit in groep 5 en wordt gepest. De juf, juf [NAME:Esmee], doet haar best, maar het stopt niet.
Met [NAME:Ria de Bruijn] spreekt u, van de [ADDRESS:Hoefijzerstraat 9]. Ik had gisteren gebeld over de lift.
Sinds januari betaal ik te veel zorgpremie. Mijn polisnummer is [PATIENTNR:107.882.340] en mijn rekeningnummer is [IBAN:NL49ABNA0364262129].
Wij zoeken een oppas voor onze tweeling. U kunt aanbellen bij [ADDRESS:Laan van Nieuw-Guinea 31 III].
Mijn collega [NAME:Danielle Wijnaldum] zei dat er hier een spreekuur is voor schulden. Klopt dat?
Ik heb een vraag over de eigen bijdrage. Mijn burgerservicenummer: [BSN:9722.00.332]. Ik hoor graag van u.
Vrijdag is mijn afspraak bij dr. [NAME:Özdemir] en ik heb geen vervoer. Wie rijdt er met mij mee? Groetjes, [NAME:Corrie]
Ik ben mantelzorger voor mijn schoonmoeder, [NAME:Aaltje Dijkstra]. Ze is dementerend en dwaalt 's nachts over straat. De politie bracht haar laatst terug naar de [ADDRESS:Oudenoord 370]. Ik weet niet meer wat ik moet doen en mijn eigen gezondheid gaat achteruit. Mijn man helpt niet mee en de kinderen zijn nog klein. Kunt u mij bellen op [PHONE:06-40 18 27 63]? Ik werk tot drie uur, daarna kan het altijd.
Ik heb de vragenlijst ingevuld onder de naam [NAME:Selam Tekle]. Waar vind ik de uitslag?
Mijn vriend [NAME:Piotr Zieliński] heeft zijn hand gebroken op het werk en zijn baas betaalt niet. Waar kan hij naartoe?
Let op: een man die zich voordoet als verpleegkundige belt aan in de Vogelenbuurt. Hij rijdt in een grijze Golf, kenteken [LICENSEPLATE:8-KXT-41].
Ik schrijf u namens mijn cliënt, dhr. [NAME:R. Kartosen], BSN [BSN:224 538 329]. Hij heeft een traplift aangevraagd en wacht al zeven maanden.
Op [URL:www.linkedin.com/in/marijke-vanden-bosch] kunt u zien wat ik vroeger voor werk deed.
Stuur mij een bericht op Telegram: [HANDLE:@ahmad_alhalabi].
Mijn buurman [NAME:Kees] helpt me altijd met de container, maar nu is hij zelf ziek.
Beste buren, op zaterdag houden [NAME:Fatma] en ik een rommelmarkt in de tuin van de [ADDRESS:Adelaarstraat 66]. De opbrengst is voor de hospice.
Voor de afspraak heb ik dossiernummer [PATIENTNR:2023-55810] gekregen, maar niemand weet waar dat bij hoort.
Kan iemand meekijken met mijn brief van het CAK? Ik ben te vinden op de [ADDRESS:Kanaalstraat 88 A], bel bij [NAME:Achahbar].
Ik heet [NAME:Rahel], ik ben 23 jaar en kom uit Eritrea. Ik zoek een vriendin om Nederlands mee te oefenen.
Onze vrijwilliger [NAME:Bert Mulder] haalt u op dinsdag om half elf op.
Ik woon samen met mijn zus. Zij is op [DOB:23/05/1987] geboren en heeft het syndroom van Down. Is er dagbesteding in de wijk?
Mevrouw [NAME:J. van Doorn-Pietersen] van de [ADDRESS:Goylaan 101] is gevallen en ligt in het ziekenhuis. Wie zorgt er voor haar kat?
Het telefoonnummer van mijn vader is [PHONE:+31(0)30-2718844]; hij hoort slecht, dus laat lang overgaan.
U kunt mijn man [NAME:Ibrahim] bereiken op [PHONE:0031 6 1928 3746]. Hij spreekt Arabisch en een beetje Nederlands.
Ik kreeg een rekening van de tandarts. Mijn klantnummer is [PATIENTNR:884210]. Waarom vergoedt de verzekering dit niet?
Graag ontvang ik de nieuwsbrief. [EMAIL:famvanderheijden@hetnet.nl]
Sinds ik met [NAME:Wouter] in de moestuin werk, slaap ik beter. Een aanrader voor iedereen die piekert.
Mijn kleinzoon [NAME:Jayden] blowt elke dag. Zijn moeder, mijn dochter [NAME:Shanice], weet zich geen raad.
In de [ADDRESS:Dr. Schaepmanstraat 5] woont een jongen die de hele nacht muziek draait. Met wie kan ik praten?
Ik ben de moeder van [NAME:Daan]. Hij heeft autisme en zoekt een maatje om mee te gamen.
Wie heeft ervaring met psycholoog [NAME:Hanneke Terpstra]? Ik twijfel of ik moet gaan.
Het kind is geboren op [DOB:9 februari 2024] en heet [NAME:Amira]. Wanneer moet ik naar het consultatiebureau?
Wij, [NAME:Loes en Harm Bakker], willen graag een buurttafel beginnen.
Groeten van [NAME:Zehra Aydın], [ADDRESS:Rijnlaan 154 bis], [POSTCODE:3522 BT] UTRECHT
Is er een ergotherapeut die aan huis komt? Onze gegevens: [NAME:A.M. Sluijter], [ADDRESS:Jan van Scorelstraat 72], tel. [PHONE:030 2510 946].
Mijn rekening is [IBAN:BE68 5390 0754 7034], want ik werkte eerst in België. Kan de zorgverzekeraar daarheen overmaken?
Ik rijd in een rode Suzuki met nummerbord [LICENSEPLATE:G-731-RB] en kan mensen naar het ziekenhuis brengen.
Op TikTok heet ik [HANDLE:@lotte.vdmeer] en daar praat ik over mijn eetstoornis.
Sinds de scheiding woon ik met mijn kinderen in een tijdelijke woning. Mijn oudste, [NAME:Sem], is boos en slaat met deuren. Mijn jongste, [NAME:Evi], plast weer in bed. Ik werk in ploegendienst en mijn moeder past op, maar zij is 74 en kan het bijna niet meer aan. Op school zeggen ze dat ik naar het buurtteam moet, maar daar is een wachttijd van negen weken. Bestaat er iets waar we eerder terecht kunnen? Ik ben te bereiken op [PHONE:06 4471 8820] of via [EMAIL:linda.s.1984@gmail.com]. We wonen in [POSTCODE:3571 RN].
Na mijn operatie mag ik zes weken niet tillen. Daarom zoek ik iemand die op dinsdag mijn boodschappen kan doen. Ik betaal contant of via [IBAN:NL96 RABO 0762 0075 32]. Aanbellen bij Van Zanten, [ADDRESS:Bekkerstraat 140].
Hierbij machtig ik mijn dochter [NAME:Petronella Maria Cornelissen], geboren op [DOB:30 augustus 1966] te Nieuwegein, om namens mij te spreken.
Als u mij zoekt: ik ben die lange man met de scootmobiel, [NAME:Dirk-Jan], en ik zit elke woensdag in de huiskamer.
Ik heb een klacht over verzorgende [NAME:Patricia Blom] van de avonddienst.
Ik kreeg een appje van een onbekend nummer, [PHONE:06-10293847], met 'hoi mam, dit is mijn nieuwe nummer'. Hoe herken ik oplichting?
Via [URL:https://marktplaats.nl/u/geert-hofman/3391822] bied ik mijn sta-opstoel aan.
Contactpersoon: [NAME:Khadija Ouali] ([EMAIL:k.ouali@buurthuis.example], [PHONE:030-6304412]).
Mijn nicht [NAME:Devika Sewnarain] en haar man [NAME:Roy] zoeken een huisarts die nog patiënten aanneemt in Lunetten.
Wie heeft mijn portemonnee gevonden? Er zit een pas in op naam van [NAME:H.J. Brandsma] en een kaartje met [ADDRESS:Ridderhoflaan 8] erop.
Toen [NAME:Marijn] zijn been brak, hielp de hele straat mee. Zo hoort het.
Ondergetekende, [NAME:Willemien Oosterhuis], wonende te Utrecht aan de [ADDRESS:Oudwijkerdwarsstraat 41], maakt bezwaar tegen het besluit van 12 mei.
Mijn vader ligt op afdeling C4 van het ziekenhuis. Zijn naam is [NAME:Marinus Kloosterman] en zijn patiëntennummer [PATIENTNR:0092817]. Mag ik buiten bezoektijd komen?
Ik ben huisarts in de wijk en zoek voor een patiënt ([NAME:M.B.], geb. [DOB:11-4-1990]) een beweegprogramma.
Wie kent [NAME:Saïd]? Hij verkoopt fietsen bij het station en ik denk dat hij hulp nodig heeft.
Beste [NAME:Monique], bedankt voor je antwoord van gisteren. Ik ga het proberen.
Dag [NAME:Jolanda], kun je mij de folder van de valcursus nog een keer sturen? Mijn mail is [EMAIL:piet@vanderveen.example].
Het was fijn om met [NAME:Astrid] te praten; zij heeft hetzelfde meegemaakt.
Mijn man en ik wonen op de [ADDRESS:Maliesingel 28] en vangen graag eens een kind op uit de buurt.
Ik moest een formulier invullen met mijn sofinummer, dat is [BSN:926126520]. Is dat nog hetzelfde als een BSN?
Afgelopen maandag reed iemand mijn spiegel eraf. De getuige noteerde [LICENSEPLATE:PX-JN-53].
Mijn huisgenoot [NAME:Oksana Bondarenko] heeft astma en haar inhalator is bijna leeg.
Wie wil er wandelen? Bel [NAME:Nel]: [PHONE:030-2769015].
Telefoonnummer van de buren is [PHONE:(030) 233 41 56], voor als ik niet opneem.
Onze dominee, ds. [NAME:Hoogendoorn], komt graag op huisbezoek.
Ik sta ingeschreven als [NAME:Chanel Esajas], maar iedereen noemt me [NAME:Nelly].
Mijn begeleider bij het buurtteam is [NAME:Soraya van den Heuvel]. Haar nummer is [PHONE:06 – 3391 7702].
Mijn kinderen [NAME:Tijn], [NAME:Saar] en [NAME:Mats] hebben alle drie luizen.
De jarige, mevrouw [NAME:Van der Velde], wordt vandaag honderd jaar!
"""

LOWER = """
hoi ik ben [NAME:sanne] 17 jaar en ik voel me al maanden rot kan iemand me bellen op [PHONE:0645128837]
weet iemand een goede tandarts ik woon in de [ADDRESS:vleutenseweg 212] en ben bang voor de boor
mijn moeder heet [NAME:malika bennani] en ze durft niet naar de dokter ik weet niet wat ik moet
mn bsn is [BSN:364056228] en ik kan niet inloggen met digid help
kan iemand mij helpen met formulieren invullen ik woon op [ADDRESS:queridostraat 14] [POSTCODE:3532ek] bel maar [PHONE:06 19283355]
add me op snap [HANDLE:xx_femke09] als je ook last hebt van paniekaanvallen
mijn insta is [HANDLE:@ricky.lamers] dm me gerust
stuur het geld terug naar [IBAN:nl20rabo0154990951] alvast bedankt
ik ben geboren op [DOB:4 juni 1962] en krijg ik nu een uitnodiging voor de darmtest
mijn zoon [NAME:ilyas] heeft adhd en school doet niks
is er iemand die mevrouw [NAME:hendriks] kan ophalen ze woont op de [ADDRESS:zamenhofdreef 301] en moet naar het umc
email me op [EMAIL:jordybakker_99@live.nl] dan stuur ik de fotos
de auto met kenteken [LICENSEPLATE:kh 822 d] staat altijd op de invalidenplek
mijn patientnummer is [PATIENTNR:55 82 190] en ze kunnen mn dossier niet vinden
ik zoek een maatje voor mijn opa hij heet [NAME:cor] en houdt van dammen
mag ik de huisarts wisselen ik zit nu bij dokter [NAME:bruinsma] en hij luistert niet
groetjes [NAME:naima]
wie wil er samen wandelen ik ben [NAME:ans de graaf] 68 jaar woon bij het park en heb een hondje mijn nummer is [PHONE:030 2883417]
ik zit met mn broertje [NAME:kevin] hij gaat niet meer naar school en zit de hele dag op zn kamer mijn ouders weten het niet meer en de leerplicht dreigt met een boete wat kunnen we doen
me dochter [NAME:chantal] is 15 en zwanger waar kunnen we heen zonder dat haar vader het weet
mijn polisnummer [PATIENTNR:90817263] bij de zorgverzekering werkt niet in de app
kijk op [URL:facebook.com/groups/henk.en.riet.vertellen] voor de fotos van het buurtfeest
ik woon [ADDRESS:oude gracht 133] boven de winkel en kan de trap niet meer op
als iemand wil helpen app [PHONE:+31638475512] of mail [EMAIL:mo.el.a@hotmail.com]
ik ben de zus van [NAME:tarik] hij is net uit de kliniek en heeft een woning nodig
mijn vriendin [NAME:olena] komt uit kiev en heeft geen verzekering wat nu
geboortedatum [DOB:17-02-1979] postcode [POSTCODE:3563 vt] huisnummer 40
ik wil graag dat [NAME:joyce] van het buurtteam mij terug belt want ik heb al drie keer gebeld
hallo met [NAME:willem] ik heb copd en zoek een rookstop groep
mijn man [NAME:jan willem] heeft een beroerte gehad en praat nu slecht is er een groep voor afasie
tante [NAME:hermien] zit alleen thuis in de [ADDRESS:merwedekade 77] wie gaat er eens langs
ik ben mantelzorger voor oma [NAME:toos] en ik ben op wie kan er een dag overnemen
we wonen nu tijdelijk bij mijn schoonzus op de [ADDRESS:ivoordreef 55b] met vier kinderen en dat gaat niet meer
mijn rekeningnummer is [IBAN:nl21 rabo 0547 5277 20] kunnen jullie het daar op storten
kunt u mijn bsn [BSN:405 608 652] doorgeven aan de gemeente
mn site is [URL:www.nagelsvandenise.example/over-mij] daar kan je me ook bereiken
me naam is [NAME:dylan verhoeven] ik zoek een sportmaatje in overvecht
volg me op twitter [HANDLE:@petravdheuvel]
kan iemand [NAME:youssef] leren fietsen hij is acht en durft niet
mijn buurman [NAME:ton] schreeuwt de hele nacht ik denk dat hij hulp nodig heeft hij woont op de [ADDRESS:boerhaaveplein 19]
dossiernummer [PATIENTNR:wmo2391874] is al maanden in behandeling wat kan ik doen
ik heb mijn knie kapot en kan niet autorijden wie brengt me dinsdag naar fysio ik woon [ADDRESS:gansstraat 5] en mijn nr is [PHONE:06-5518 2740]
is dokter [NAME:el khattabi] er ook op vrijdag
mijn ex [NAME:marco] staat steeds voor de deur met zijn auto [LICENSEPLATE:n-482-fb] ik ben bang
ik zie op tegen kerst sinds [NAME:henk] er niet meer is
mijn kind is van [DOB:12 okt 2019] en heeft de bof prik niet gehad
hey ik ben [NAME:noah] en ik drink teveel in het weekend is dat erg
mijn mail is [EMAIL:gerda-van-loon@planet.nl] bellen kan ik niet want ik ben doof
weet iemand of mw [NAME:tahiri] nog op het spreekuur zit
ik zoek de vader van [NAME:bilal] hij speelt met mijn zoon in de speeltuin en liet zijn jas liggen
van de week ben ik gevallen op de [ADDRESS:amerikalaan 102] en niemand hielp
mijn vader [NAME:stanley] wil terug naar suriname maar hij is te ziek om te vliegen
mijn verzekerdenummer is [PATIENTNR:5501928374] krijg ik de bril vergoed
mag ik [NAME:ingrid] bedanken ze heeft mij zo goed geholpen met de belasting
ik woon op [POSTCODE:3554 gx] nummer 12 is er hier in de buurt een prikpost
ik ben [NAME:rens] en ik stotter wie kent een goede logopedist
tel [PHONE:0302 671 889] vragen naar [NAME:ellen]
mijn dochter van drie heet [NAME:fenna] en slaapt niet door
ik werk als verzorgende en mijn client meneer [NAME:van beek] wil niet douchen wat doe ik
ik ben 82 en mijn dochter [NAME:els] zegt dat ik niet meer mag autorijden maar de dokter zegt dat het wel mag wie heeft er gelijk mijn rijbewijs verloopt in november en ik woon aan de rand van de stad dus zonder auto kom ik nergens meer
yo iemand die [NAME:jaydee] kent van het jongerencentrum kan je zeggen dat hij me moet appen [PHONE:0684419027]
mijn moeder (geboren [DOB:22-3-1954]) krijgt geen indicatie voor dagopvang wat nu
ik heb een vraag voor de diëtist want [NAME:romy] mijn dochter eet alleen maar pasta
bij ons in de flat op de [ADDRESS:theemsdreef 418] is al drie weken de lift kapot en mijn man zit in een rolstoel
kan [NAME:joke] van de bieb mij terugbellen
ben je ook een jonge mantelzorger stuur me dan een dm [HANDLE:@its.milou]
mijn opa heet [NAME:gijsbert] en hij zit in verpleeghuis
ik ben bij [NAME:fatiha] in de les geweest en dat was heel leuk
als [NAME:rob] dit leest bel me dan even
hoi [NAME:lisa] hier ik zoek een hardloopmaatje
mijn naam is [NAME:ferry] en ik ben verslaafd geweest nu 3 jaar clean en ik wil anderen helpen
ik wil een klacht indienen over meneer [NAME:de boer] van de woningbouw
mijn kinderen [NAME:aya] en [NAME:zakaria] hebben waterpokken mogen ze naar school
onze hulp [NAME:bianca] stopt ermee en nu zitten we zonder
in de [ADDRESS:tolsteegplantsoen 23] zit een huisarts die nog plek heeft
mijn emailadres [EMAIL:truus1938@casema.nl] werkt niet meer dus stuur maar een brief naar [ADDRESS:eykmanlaan 409] [POSTCODE:3571jr]
het bsn van mijn zoontje is [BSN:775744761] moet dat op het formulier van school
ik ben [NAME:hatice] ik geef naailes in het buurthuis elke woensdag van tien tot twaalf
mijn zwager [NAME:ruud] drinkt en zegt dat het meevalt
kenteken [LICENSEPLATE:rz918t] heeft mijn fiets geraakt en reed door
wat is het nummer van de huisartsenpost ik dacht [PHONE:06 12093847] maar dat is van mijn zus
mijn patientnr [PATIENTNR:6620183] en mijn vraag is of de uitslag er al is
zoek mij op facebook onder [NAME:wilma kooistra]
mijn schoonvader [NAME:mohamed amrani] moet naar de oogarts maar hij spreekt alleen berbers
wie rijdt er ook naar [ADDRESS:vasco da gamalaan 29] voor de cursus
ik slaap bij een vriend maar mijn post komt nog op [ADDRESS:hooft graaflandstraat 201] hoe regel ik een briefadres
"""

SECOND = """
Hallo mijn naam [NAME:Abdulrahman] ik kom uit Syrie, ik zoek huisarts dichtbij. Mijn tilfoon [PHONE:0685 33 21 90].
Ik wonen in [ADDRESS:Marnixlaan 180] en mijn huis veel schimmel, mijn baby hoesten. Wie kan help?
Goedendag, ik ben [NAME:Yordanos], ik heb afspraak in hospital maar ik begrijp niet de brief.
Mijn man hij heet [NAME:Hüseyin] hij heeft pijn in rug al lang, dokter zegt alleen paracetamol.
Mijn burgerservice nummer is [BSN:690702930] ik wil aanvragen zorgtoeslag aub.
Ik ben geboren [DOB:1 januari 1985] in Aleppo. Ik wil leren fietsen, is er les voor vrouw?
U kan mij mailen [EMAIL:kasia.nowakowska@wp.pl] ik spreek beetje Nederlands en goed Engels.
Mijn dochter [NAME:Solomiya] is ziek, zij heb koorts 39 en ik weet niet waar is dokter in avond.
Ik moet geld krijgen van verzekering, mijn bank is [IBAN:NL71 ABNA 0375 8584 71], wanneer komt?
mijn adres: [ADDRESS:livingstonelaan 745] , [POSTCODE:3526 JJ] utrecht. deur bel is kapot, graag bel [PHONE:06 87 41 20 33]
Ik heet [NAME:Mohammad Al Hariri] en mijn vrouw heet [NAME:Rima]. Wij zoeken taal maatje.
Mijn vrouw [NAME:Agnieszka] zwanger en wij weten niet waar moet gaan voor echo.
Dag, ik [NAME:Mariam], ik zoeken werk in schoonmaak maar mijn knie doet pijn.
Mijn auto nummer is [LICENSEPLATE:TX-914-L] en ik krijg boete bij ziekenhuis waarom?
In ziekenhuis zij vragen patient nummer, ik heb [PATIENTNR:8830127], is goed?
Mijn facebook is [URL:https://facebook.com/daniel.habte.77] u kan mij daar schrijven.
Wilt u bellen aan mijn zoon [NAME:Tomasz] op [PHONE:+31 687223190] want ik niet goed praten Nederlands
Ik was vorige week bij mevrouw [NAME:Ayşe] van buurtteam zij was heel aardig maar nu zij is op vakantie
mijn kind is geboren [DOB:05.08.2021] hij nog niet praten, is normaal?
Ik woon bij mijn oom [NAME:Kidane] in kleine kamer, ik wil eigen woning
Hallo ik ben mama van [NAME:Hamza], hij op school slaan andere kind, ik heb schaam
Instagram van mij is [HANDLE:@nadiia.kyiv_utr] ik maak taart voor verjaardag
Geachte, ik heb brief van incasso, dossier nummer [PATIENTNR:77120394], ik kan niet betalen in een keer
Mijn broer zijn naam [NAME:Samuel Okubay] hij woon straat alleen, geen huis, hij is ziek in hoofd
ik heb gebeld naar dokter [NAME:de Vries] maar assistent zegt vol vol altijd vol
Met mij is [NAME:Bogdan], ik werk in kas en ik heb allergie van plant
Mijn buurvrouw mevrouw [NAME:Bep] zij helpt mij altijd met brief lezen, nu zij ligt in ziekenhuis en ik wil kaart sturen
Ik wil stoppen roken. Mijn nummer [PHONE:0639001827] graag app niet bellen
Zij woont [ADDRESS:Kariboestraat 33] , derde verdieping, geen lift, en zij is 80 jaar
Mijn dochter juf heet [NAME:Annemiek] en zegt dat zij moet naar logopedie
mijn naam is [NAME:nguyen van hoa] ik woon hier 30 jaar maar mijn nederlands is niet zo goed
Ik ben van Turkije, naam [NAME:Gülsüm Karaca], 54 jaar, suiker ziekte type 2
Alstublieft help mijn vriend [NAME:Filmon] hij wil niet meer leven
De dokter heet [NAME:Wiersma] en hij zeg ik moet dieet maar ik weet niet wat mag eten in ramadan
ik heb polis [PATIENTNR:119028374] van zorg verzekering, tand is betaald of niet?
Mijn zus komt uit Polen, zij heeft bsn [BSN:9540.61.354] maar geen digid
Schrijf naar mij [EMAIL:ahmet_yildiz61@gmail.com] of kom bij [ADDRESS:Santa Cruzdreef 12]
Verjaardag van mijn vader is [DOB:20 april 1939], hij wil niet tehuis
ik woon op post code [POSTCODE:3561 AB] waar is zwembad voor vrouwen
Ik ken [NAME:Saida] van de moskee en zij zegt dat jullie helpen met formulier
"""

DICTATED = """
hallo met [NAME:greet van dam] ik bel even over de thuiszorg want die is vandaag weer niet geweest mijn nummer is [PHONE:nul dertig twee zes vier één acht acht drie]
mijn telefoonnummer is [PHONE:nul zes achtentwintig dertien zesenveertig negentig] en ik ben overdag thuis
ik woon op de [ADDRESS:kanaalweg honderdtwaalf] tweede etage en de lift is stuk
mijn burgerservicenummer is [BSN:acht negen vijf twee vijf vier acht een vijf] dat stond op de brief
ik ben geboren op [DOB:drie mei negentienhonderd achtenvijftig] en ik woon alleen
mijn postcode is [POSTCODE:drie vijf twee zes k w] en het huisnummer is veertig
u kunt mailen naar [EMAIL:fatima punt elamrani apenstaartje gmail punt com] dan lees ik het vanavond
ja goedemorgen u spreekt met [NAME:koos verweij] ik wil graag weten wanneer de prikpost open is
mijn rekeningnummer is [IBAN:n l nul vijf r a b o nul vijf vier twee een twee vier zeven twee nul] en het staat op naam van mijn man
het kenteken is [LICENSEPLATE:g t drie vier vijf b] en hij staat al weken stil voor de deur
mijn patiëntnummer is [PATIENTNR:vier vier acht één negen nul twee] en ik heb morgen een afspraak
mijn dochter [NAME:marjolein] komt altijd op donderdag maar die is nu zelf ziek
mijn kleindochter heet [NAME:lieke] en die is geboren op [DOB:twaalf december tweeduizend negentien]
we wonen aan de [ADDRESS:jutfaseweg tweehonderd acht bis] naast de bakker
bel mij maar op nee wacht ik zeg het goed [PHONE:nul zes drie vier één twee nul zes vijf vijf]
ik ben mevrouw [NAME:ter braak] en ik heb een vraag over mijn gehoorapparaat komma de batterijen zijn op punt
mijn mailadres is [EMAIL:jan streepje peters at ziggo punt nl]
het adres is [ADDRESS:van humboldtstraat zevenenzestig] in [POSTCODE:vijfendertig veertien g n] utrecht
ik zit op instagram als [HANDLE:apenstaartje bloemen van bea] daar zet ik mijn schilderijen op
mijn verjaardag is [DOB:een oktober negentien drieënveertig] dus ik word binnenkort tachtig
dan geef ik u het nummer van mijn zoon [NAME:arjan] dat is [PHONE:nul zes twee twee negen negen één vier nul zeven]
ik wil graag iets vragen over mijn buurman meneer [NAME:de haan] die hoor ik de hele nacht roepen en ik durf niet aan te bellen want hij is de laatste tijd zo in de war en zijn kinderen wonen ver weg
mijn polisnummer is [PATIENTNR:negen nul acht één zeven twee zes drie] staat er op het pasje
mijn bsn nummer is [BSN:een negen acht zes nul drie negen vijf twee] heeft u dat zo
hallo ik ben [NAME:ahmed] en ik zoek een fysiotherapeut in kanaleneiland die ook arabisch spreekt
ik zit op de [ADDRESS:beneluxlaan nummer negenhonderd vier] en kan niet meer alleen naar buiten
de website is [URL:www punt facebook punt com slash tineke bos] daar staan de foto's
met vriendelijke groet [NAME:diana van rossum]
mijn man is van [DOB:zeven juli negentienhonderdvijftig] en heeft parkinson
stuur het maar op naar [ADDRESS:ondiep vierentachtig] [POSTCODE:drieduizend vijfhonderd tweeënvijftig e e]
ik heb gesproken met dokter [NAME:janssen] en die zei dat ik hier moest zijn
mijn vrouw [NAME:riek] vergeet alles en nu heeft ze het gas aan laten staan
je kan me bereiken op [PHONE:plus eenendertig zes vijftien tachtig tweeëntwintig elf] na zes uur
ik woon bij mijn zoon in de [ADDRESS:vechtensingel drie] en daar wil ik blijven
mijn oma [NAME:annie kuipers] is drieënnegentig en woont nog zelfstandig
"""
