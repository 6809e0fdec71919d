"""Texts written by hand, with what is personal in them between brackets: ``[NAME:Fatima]``.

The rules of the detector were not made after these texts; nobody in them exists.
"""

import heldout_fresh
import heldout_hard
import heldout_last
import heldout_latest
import heldout_many
import heldout_more
import re
import sys


_PIECE = re.compile(r"\[([A-Z]+):([^\]]+)\]")

NEAT = """
Goedemiddag, ik ben [NAME:Hendrika Slotboom] en ik zoek hulp bij het huishouden.
Mijn buurman [NAME:Gerard Kwakman] valt steeds vaker van de trap. Wie kan er meekijken?
Ik zou graag gebeld worden over de cursus valpreventie: [PHONE:06 41 23 87 65].
Wij wonen aan de [ADDRESS:Burgemeester Röellstraat 184] en de lift is al weken stuk.
Kunt u de brief sturen naar [ADDRESS:Pieter Calandlaan 77-2], [POSTCODE:1065 KJ] Amsterdam?
Onze zoon [NAME:Sami] is geboren op [DOB:14 februari 2011] en hij kan niet stilzitten.
Ik ben geboren op [DOB:7 juli 1948]. Krijg ik de griepprik vanzelf?
Mijn vrouw, [NAME:Zeliha Aktaş], spreekt nog weinig Nederlands.
Wie kan mij helpen met de belastingaangifte? Mail naar [EMAIL:j.wiersema48@ziggo.nl] graag.
De zorgverzekeraar betaalt niet. Mijn polisnummer is [PATIENTNR:304.558.917] en ik wacht al drie maanden.
Het geld kan naar [IBAN:NL02 RABO 0123 4567 89] op naam van [NAME:T. van Wieringen].
Er staat al een week een auto met kenteken [LICENSEPLATE:GX-482-L] op de invalidenplek.
Ik plaats foto's van de buurttuin op [URL:https://www.instagram.com/tuinvangreetje/].
Dokter [NAME:Oudshoorn] heeft mij doorverwezen naar een fysiotherapeut.
De wijkverpleegkundige, [NAME:Marijke Terpstra], komt maar een keer per week.
Mijn BSN is [BSN:123456782], staat dat ook op de brief van het CAK?
Met vriendelijke groet,\\n[NAME:Cornelis Blankert]
Hartelijke groeten van [NAME:Soraya Ramcharan] uit Osdorp
Mijn patiëntnummer bij het OLVG is [PATIENTNR:7841220], maar ik kan geen afspraak maken.
U kunt mij bereiken op [PHONE:(020) 613 45 67] of via [EMAIL:familie.haverkamp@kpnmail.nl].
Mevrouw [NAME:De Graaf-Pinas] van de derde verdieping hoort ons 's nachts.
Mijn moeder heet [NAME:Trijntje] en zij weigert alle hulp.
Mijn dochter [NAME:Noor] (8) slaapt slecht sinds de verhuizing.
Ik heet [NAME:Oleksandr Bondarenko] en ik kom uit Oekraïne.
Sinds mijn geboorte op [DOB:03-11-1957] heb ik astma.
Ik woon op de [ADDRESS:Osdorper Ban 512] en zoek een maatje om mee te wandelen.
Kan iemand bij [ADDRESS:Jan Evertsenstraat 90 III] de was ophalen?
Mijn cliëntnummer bij de Wmo is [PATIENTNR:WM-2023-00718].
Je vindt mij op Instagram als [HANDLE:bilal_bakt].
Beste redactie, ik ben [NAME:Anneke] en ik ben 71 jaar.
Stuur een appje naar [PHONE:+31 6 19283746], dan spreken we af.
Mijn huisarts is dokter [NAME:Yıldırım] van het gezondheidscentrum.
De casemanager dementie heet [NAME:Ilse Vonk].
Mijn zoon [NAME:Jayden] en mijn dochter [NAME:Shaniqua] gaan naar de speeltuin.
Sollicitatie: [NAME:Priya Ramdhani], geboren [DOB:22-09-1990], wonend [ADDRESS:Tussen Meer 41].
"""

LOWER = """
hoi ik ben [NAME:wilma] en ik zit al een jaar thuis met een burnout
mijn naam is [NAME:rachid bouhaddou] ik zoek een tandarts die niet duur is
kan iemand mijn moeder [NAME:khadija] helpen met boodschappen
bel me maar op [PHONE:0613579246] na 5 uur
ik woon [ADDRESS:jacob geelstraat 33] hs en heb veel last van schimmel
postcode is [POSTCODE:1063ab] huisnummer 20
mijn man [NAME:henk] heeft parkinson en ik ben zo moe
m'n dochter [NAME:esmee] wil niet meer naar school
geboren [DOB:12 mei 1955] dus bijna met pensioen
mail is [EMAIL:ria.dewit@hotmail.com] alvast bedankt
mn bsn [BSN:111222333] heeft u die nodig
rekening [IBAN:nl91abna0417164300] graag daar op storten
volg me op insta [HANDLE:samira.kookt]
mijn buurvrouw mevrouw [NAME:tjon] is gevallen
dokter [NAME:el idrissi] zei dat het stress is
groetjes [NAME:yvonne]
ik heet [NAME:mo] en ik ben 19
zijn vrouw heet [NAME:gulsum] en die spreekt geen nederlands
mijn polisnummer bij cz is [PATIENTNR:812345670]
wie heeft de grijze golf gezien kenteken [LICENSEPLATE:12-abc-3]
mijn adres is [ADDRESS:overtoomse veld 9] en ik zoek vrijwilligers
wij wonen op [ADDRESS:sierplein 14] boven de winkel
mijn zoontje [NAME:rayan] van 4 praat nog niet
me nummer is [PHONE:06 55 44 33 21]
met [NAME:sjaak] van de overkant, de heg moet gesnoeid
mijn vriendin [NAME:latoya] is zwanger en heeft geen verzekering
kunnen jullie mijn oma bellen ze heet [NAME:truus van zanten]
ik ben [NAME:dewi] en ik zoek een taalmaatje
de fysio [NAME:bas] zegt dat ik meer moet bewegen
dossiernummer [PATIENTNR:2023/44871] van de gemeente
gr [NAME:peter jan]
mijn geboortedatum is [DOB:9-8-64]
ik sta op facebook als [HANDLE:moniek.zwart]
"""

SECOND = """
Hallo mij naam is [NAME:Selamawit] ik wil leren nederlands
mijn naam [NAME:Abdirahman] en ik heb pijn in rug
ik woon in [ADDRESS:notweg nummer 40] daar is veel kou
mijn geboorte datum [DOB:1-1-1979] en ik heb pas verblijf
mijn telefoon nummer is [PHONE:0684 123 987] bel mij aub
mijn man hij heet [NAME:Mehmet] hij is ziek van hart
dokter [NAME:Hassan] heb gezegd ik moet wachten
ik ben [NAME:Agnieszka] kom uit polen
mijn zoon naam is [NAME:Dawit] hij is 6 jaar
ik ben geboren [DOB:15 maart 1984] in eritrea
mijn adres [ADDRESS:Lelylaan 210] drie hoog
mijn email adres is [EMAIL:tesfay.haile82@gmail.com]
de nummer van polis [PATIENTNR:55012398] maar niet betaald
mijn dochter zij heet [NAME:Amina] zij huilt altijd
post code [POSTCODE:1069 BG] nummer 7
burger service nummer [BSN:123456782] is goed?
ik heet [NAME:Yan Ling] ik zoek werk schoonmaak
mijn vrouw [NAME:Birgül] zij heeft suiker
wie kan help mijn buurman meneer [NAME:Osman Yusuf]
ik wonen bij [ADDRESS:pieter postlaan nr 18]
patient nummer [PATIENTNR:0045123] ziekenhuis zegt niet kennen
groetjes van [NAME:Fatoumata]
whatsapp [PHONE:+31 684 55 66 77]
mijn bank nummer [IBAN:NL91 ABNA 0417 1643 00]
gebore op [DOB:20-12-1966] in tanger
mijn juf heet mevrouw [NAME:Karin]
ik ben de moeder van [NAME:Hodan] zij zit op school
naam: [NAME:Ngozi Adeyemi] telefoon: [PHONE:0634567812]
"""

DICTATED = """
mijn naam is [NAME:gerrit de bruin] komma ik woon in slotermeer
mijn telefoonnummer is [PHONE:nul zes tweeëntwintig drieëndertig vierenveertig vijfenvijftig]
je kunt me bellen op [PHONE:nul twintig zes één drie twee vier vijf zes]
ik ben geboren op [DOB:drie maart negentien eenenzestig] punt
mijn geboortedatum is [DOB:twaalf april negentienhonderdachtenveertig]
ik woon op de [ADDRESS:slotermeerlaan honderdtwaalf] punt
het adres is [ADDRESS:plein veertig vijfenveertig nummer drie]
postcode [POSTCODE:tien vierenzestig h b] huisnummer twaalf
stuur maar een mail naar [EMAIL:ans punt visser apenstaartje ziggo punt nl]
mijn e-mail is [EMAIL:karim streepje amrani apenstaartje gmail punt com]
mijn burgerservicenummer is [BSN:een een een twee twee twee drie drie drie]
het kenteken is [LICENSEPLATE:g x vier acht twee l]
mijn klantnummer is [PATIENTNR:acht acht vier twee een nul] en ik snap de rekening niet
mijn dochter heet [NAME:sterre] komma ze is zes jaar
groetjes [NAME:marianne hoekstra]
dokter [NAME:smeets] is met vakantie komma wie neemt waar vraagteken
mijn man [NAME:kees] is vorig jaar overleden punt
het nummer is [PHONE:nul zes achtendertig zeven twee een negen nul vier vijf]
mijn rekeningnummer is [IBAN:nl eenennegentig abna nul vier zeventien zestien drieënveertig nul nul]
mijn patiëntnummer is [PATIENTNR:zeven vier twee negen nul een]
ik ben [NAME:ingrid] punt ik heb een vraag over mantelzorg
geboren [DOB:eenentwintig juni tweeënvijftig] in suriname
ze woont aan de [ADDRESS:ookmeerweg nummer zevenentwintig]
plus [PHONE:eenendertig zes twaalf vierendertig zesenvijftig achtenzeventig]
"""

CLEAN = """
Ik slik 2x daags 500 mg metformine en 's avonds 20 mg simvastatine. Mag dat samen met grapefruit?
Mijn bloeddruk was vanmorgen 148/92 en gisteren 135/85. Moet ik mij zorgen maken?
De dokter zei dat ik in week 12 terug moet komen.
Mijn moeder is 82 en woont nog zelfstandig. Welke hulp is er?
Mijn man is ziek en ik kan niet meer werken.
Ik ben moe, ik ben alleen en ik ben bang.
Kan ik op 14 maart 2026 om 10.30 uur langskomen bij het spreekuur?
In de Lindestraat wordt te hard gereden. Wat kunnen wij doen?
Huis van de Wijk is open van 9.00 tot 17.00 uur.
Bij spoed bel je 112, bij somberheid 113 of 0800-0113.
De gemeente is bereikbaar op 14 020.
Ik heb Parkinson en gebruik Sinemet 125 mg, schema 1-1-1-0.
De ATC-code is N04BA02 en het RVG-nummer 12345.
De diagnose is volgens de psycholoog F32.1.
KvK-nummer van de stichting: 41234567.
Factuurnummer 2024-001233 is nog niet betaald, 125,50 euro.
Volgens artikel 9 lid 2 van de AVG mag dat niet zomaar.
Mijn bestelling 300145278 is niet aangekomen bij het afhaalpunt.
Ik heb 3 kinderen van 4, 7 en 11 jaar.
We wonen hier al 23 jaar en de huur is nu 742,18 per maand.
Zijn er mensen die op dinsdagochtend willen wandelen?
Beste buren, wie heeft er een ladder te leen?
Ik heb een vraag over de eigen bijdrage van 21 euro.
De bus 18 gaat elke 15 minuten naar Slotervaart.
mijn dochter heeft autisme en zit thuis
mijn man wil geen hulp en ik ben op
dokter zei niks aan de hand maar ik vertrouw het niet
mijn moeder vergeet alles, is dat dementie
ik ben mantelzorger en ik ben kapot
mijn zoon gamet de hele dag
ik ben marokkaans en zoek een vrouwelijke huisarts
hoe heet die cursus ook al weer
wat kost een rollator en wie betaalt dat
mijn buurman maakt herrie tot 2 uur in de nacht
ik ben zwanger van de tweede en 39 weken
mijn opa valt steeds uit bed
ik neem lyrica 75 mg en amitriptyline 10 mg voor de nacht
wat betekent hba1c 58 en nuchter 8,2
mijn vriend is verslaafd aan gokken
kan je ook zonder rijbewijs een scootmobiel krijgen
mijn man hij is ziek niet werken
mijn dochter moet naar school maar geen plek
ik woon hier 5 jaar en ik wil huis
dokter heeft gezegd ik moet bloed prikken
mijn vrouw heeft pijn in buik al 3 week
ik ben vluchteling uit syrie en zoek nederlandse les
mijn kind is 3 jaar en praat niet
wij hebben geen geld voor tandarts
ik heb gebeld 3 keer maar niemand komt
mijn huis is koud en nat en kinderen hoest
ik heb een vraag komma mijn man heeft suiker en ik weet niet wat hij mag eten punt
ik ben vijfenzestig jaar en ik wil gaan zwemmen punt
de afspraak is op drie april om half elf
ik slik drie keer per dag een tablet van vijfhonderd milligram
de bus komt om tien over half negen vraagteken
mijn moeder is tweeëntachtig en kan de trap niet meer op punt
Wat is het verschil tussen Wmo en Wlz?
Mijn vader is in 1942 geboren en wil niet verhuizen.
Op 5 mei 2025 was het feest op het plein met 200 mensen.
Ik ben Ajaxsupporter en zoek mensen om samen te kijken.
Ik wil graag Nederlands leren, niveau A2.
Wie wil er mee naar het Rembrandtpark of het Sloterpark?
Is de apotheek aan het Osdorpplein ook op zaterdag open?
Meld je aan op www.amsterdam.nl/zorg of loop binnen.
De app DigiD werkt niet op mijn telefoon, foutcode 10401.
Mijn hond is 12 en heeft artrose; welke dierenarts is goedkoop?
Kamer 3.14 is op de derde verdieping, lift 2.
Het recept is voor 90 stuks, 40 mg.
Mijn BMI is 31,4 en ik weeg 96 kilo bij 1,75 m.
De wachttijd is 14 weken. Dat vind ik te lang.
Ik ben Surinaams-Hindoestaans en kook graag voor de buurt.
Mijn ex betaalt geen alimentatie, wat nu?
Mevrouw van de balie zei dat ik een verwijzing nodig heb.
Meneer pastoor komt elke maand langs.
Wie is mijn contactpersoon bij het Buurtteam?
Dank je wel voor het snelle antwoord!
Groetjes van een bezorgde moeder
met vriendelijke groet, een buurtbewoner
groetjes en tot ziens
De Albert Heijn heeft de paden verbouwd, mijn rolstoel past niet meer.
Sinds 1 januari 2015 valt dat onder de gemeente.
Mijn dochter is 16 jaar en wil aan de pil.
Ik krijg 1.245,30 euro AOW en betaal 612 euro huur.
We zoeken 6 vrijwilligers voor 24 december.
De uitslag was CRP 12, Hb 7,8 en eGFR 60.
Mijn man snurkt zo hard dat ik niet slaap.
De fysiotherapeut adviseert 3x per week oefenen.
Ons buurthuis De Kern zoekt een kok.
Ik heb corona gehad in 2021 en 2022.
Zaal 4, rij 12, stoel 7: is die plek geschikt voor een rolstoel?
mijn naam is niet belangrijk maar ik heb een vraag
mijn naam staat verkeerd op de brief
mag ik anoniem blijven
"""


def read(line):
    """Return (text, gold) of a line; gold is a list of (start, end, kind)."""
    text = ""
    gold = []
    at = 0
    line = line.replace("\\n", "\n")
    for piece in _PIECE.finditer(line):
        text += line[at : piece.start()]
        gold.append((len(text), len(text) + len(piece[2]), piece[1]))
        text += piece[2]
        at = piece.end()
    return text + line[at:], gold


def _registers(module):
    return {
        "neat": module.NEAT,
        "lower case": module.LOWER,
        "second language": module.SECOND,
        "dictated": module.DICTATED,
    }


def all_modules():
    """Return the modules with texts, in the order in which they were written."""
    return (
        sys.modules[__name__],
        heldout_more,
        heldout_last,
        heldout_many,
        heldout_fresh,
        heldout_hard,
        heldout_latest,
    )


def texts(modules=None):
    """Return [(register, text, gold)] of all that are personal."""
    return [
        (register, *read(line))
        for module in modules or all_modules()
        for register, block in _registers(module).items()
        for line in block.strip().splitlines()
    ]


def clean_texts(modules=None):
    """Return the texts in which nothing is personal."""
    return [line for module in modules or all_modules() for line in module.CLEAN.strip().splitlines()]
