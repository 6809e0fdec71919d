"""The corpus of the detector: sentences filled with made-up values, the same each time."""

from corpus_values import MONTHS
from corpus_values import number_words
from corpus_values import Values

import corpus_templates as templates
import random
import re


SEED = 20260601
TEXTS = 2400
CLEAN = 600
REGISTERS = ("neat", "lower case", "second language", "dictated")
_BLOCKS = {
    "neat": templates.NEAT,
    "lower case": templates.LOWER,
    "second language": templates.SECOND,
    "dictated": templates.DICTATED,
}
_SLOT = re.compile(r"\{([A-Z0-9]+)\}")


def _lines(block):
    return block.strip().splitlines()


# a line of the templates may hold a break
_TEMPLATES = {register: [line.replace("\\n", "\n") for line in _entries] for register, _entries in (
    (register, re.split(r"\n(?=\S)(?!(?:\n|\{|Adres|Postcode|Telefoon|Met vriend|Groetjes,))", block.strip())) for register, block in _BLOCKS.items()
)}  # fmt: skip


def texts():
    """Return [(register, text, gold)], gold a list of (start, end, kind)."""
    rnd = random.Random(SEED)
    made = []
    for number in range(TEXTS):
        register = REGISTERS[number % 4]
        parts = [rnd.choice(_TEMPLATES[register])]
        if rnd.random() < 0.4:
            parts.append(rnd.choice(_TEMPLATES[register]))
        if rnd.random() < 0.5:
            parts.insert(rnd.randint(0, 1), _filler(rnd, register))
        made.append((register, *_filled(rnd, register, " ".join(parts))))
    return made


def _filler(rnd, register):
    text = rnd.choice(_lines(templates.FILLERS))
    return text if register == "neat" else text.lower().rstrip(".?")


def _filled(rnd, register, template):
    values = Values(rnd, register)
    text = ""
    gold = []
    at = 0
    for slot in _SLOT.finditer(template):
        text += template[at : slot.start()]
        value = values.of(slot[1])
        kind = {"FAMILY": "NAME"}.get(slot[1], slot[1])
        gold.append((len(text), len(text) + len(value), kind))
        text += value
        at = slot.end()
    return text + template[at:], gold


def clean_texts():
    """Return texts in which nothing is personal, with what comes near."""
    rnd = random.Random(SEED + 1)
    blocks = [_lines(templates.CLEAN), _lines(templates.CLEAN_OTHER)]
    made = []
    for number in range(CLEAN):
        lines = blocks[number % 3 == 0]
        text = " ".join(
            _SLOT.sub(lambda slot: _near(rnd, slot[1]), rnd.choice(lines)) for _ in range(rnd.randint(1, 3))
        )
        made.append(text.lower().replace(".", "").replace(",", "") if rnd.random() < 0.25 else text)
    return made


_NEAR = {
    "DRUG": "metformine paracetamol Lyrica oxazepam omeprazol Ritalin prednison".split(),
    "ILLNESS": "Parkinson reuma COPD diabetes ADHD Alzheimer astma depressie jicht".split(),
    "RELATION": "moeder vader man vrouw zoon dochter buurman buurvrouw oma opa vriend kind partner".split(),
    "VERB": "slaapt slecht|valt steeds|eet niet meer|huilt veel|hoest al weken|wil geen hulp|vergeet alles|snurkt|is somber|heeft pijn|moet wachten|drinkt te veel|gamet te veel|krijgt geen indicatie".split("|"),
    "VERB2": "begrijpt gelooft belde helpt ziet hoort".split(),
    "STATE": "moe ziek zwanger mantelzorger alleenstaand vluchteling marokkaans bang werkloos gescheiden verhuisd student diabeet slechthorend".split(),
    "STREET": "Lindestraat Dorpsstraat Hoofdweg Kerklaan Marktstraat".split(),
    "PLACE": "amsterdam osdorp rotterdam slotervaart zaandam".split(),
    "SCHEDULE": "2-0-1 1-1-1 3x 1-0-0-1 2 tabletten".split(),
    "ICD": "F32.1 E11.9 M54.5 G20 I10 J45".split(),
    "ATC": "N02BE01 A10BA02 C07AB02 N05BA04".split(),
}  # fmt: skip


def _near(rnd, slot):
    if slot in _NEAR:
        return rnd.choice(_NEAR[slot])
    return str(
        {
            "N": lambda: rnd.choice((5, 10, 20, 75, 500, 1000, 850)),
            "PRESSURE": lambda: f"{rnd.randint(110, 180)}/{rnd.randint(60, 100)}",
            "DECIMAL": lambda: f"{rnd.randint(4, 38)},{rnd.randint(0, 9)}",
            "DATE": lambda: rnd.choice(
                (
                    f"{rnd.randint(1, 28)} {rnd.choice(MONTHS)}",
                    f"{rnd.randint(1, 28)}-{rnd.randint(1, 12)}-2026",
                    f"{number_words(rnd.randint(1, 28))} {rnd.choice(MONTHS)}",
                )
            ),
            "TIME": lambda: rnd.choice(
                (f"{rnd.randint(8, 21)}.{rnd.choice(('00', '15', '30'))}", f"{rnd.randint(8, 21)}:30")
            ),
            "AGE": lambda: rnd.randint(3, 96),
            "SMALL": lambda: rnd.randint(2, 6),
            "YEAR": lambda: rnd.randint(2019, 2026),
            "LASTYEAR": lambda: rnd.randint(1995, 2025),
            "KVK": lambda: rnd.randint(30000000, 89999999),
            "INVOICE": lambda: f"{rnd.randint(1, 9999):06d}",
            "MONEY": lambda: f"{rnd.randint(10, 1400)},{rnd.randint(0, 99):02d}",
            "ORDER": lambda: rnd.randint(10000000, 999999999),
        }[slot]()
    )
