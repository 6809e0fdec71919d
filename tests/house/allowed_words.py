"""The words that the tests of the house let through. Each line has its reason (test_translations, test_plain_language)."""

# text that is the same in Dutch and in English: reason
SAME_IN_BOTH = {
    "${actor} is ${name}.": "the same word between two names",
    "1 week": "the same word",
    "Account": "the same word",
    "Code": "the same word",
    "Code:": "the same word",
    "Computers": "the same word",
    "Log in": "the same words",
    "Discipline": "the same word",
    "Disciplines": "the same word",
    "E-mail": "the same word",
    "Logo": "the same word",
    "Online": "the same word",
    "Open": "the same word",
    "Partner": "the same word",
    "Postcode": "the same word",
    "Privacy": "the same word",
    "SNS launch": "the name of a standard",
    "SamenBeter": "our name",
    "SamenBeter Vraagbaak": "two names",
    "SamenBeter partners": "our name, and the same word",
    "SamenBeter: partners": "our name, and the same word",
    "SamenBeter: privacy": "our name, and the same word",
    "Vraagbaak": "the name of the question desk",
    "Website": "the same word",
    "Week": "the same word",
    "[account]": "the same word",
    "[postcode]": "the same word",
}

# (template, text): reason that it is not translated
LITERAL_TEXTS = {}

# id: reason that a sentence in it is long
LONG_SENTENCES = {}

# words of the office, and what people say: a resident meets none of the first
JARGON = {
    "betreffende": "over",
    "conform": "volgens, zoals",
    "daar waar mogelijk": "als het kan",
    "derhalve": "dus",
    "desbetreffende": "deze, die",
    "dient te": "moet",
    "faciliteren": "helpen, mogelijk maken",
    "functionaliteit": "wat het kan",
    "gelieve": "wil je",
    "implementeren": "invoeren",
    "in het kader van": "voor, bij",
    "indien": "als",
    "invoer": "wat je invult",
    "klik hier": "zeg waar de link heen gaat",
    "lees meer": "zeg waar de link heen gaat",
    "met betrekking tot": "over",
    "middels": "met, door",
    "ongeldig": "zeg wat er mis is",
    "succesvol": "zeg wat er is gebeurd",
    "ten behoeve van": "voor",
    "teneinde": "om",
    "tevens": "ook",
    "thans": "nu",
    "voornoemd": "dit, dat",
}
