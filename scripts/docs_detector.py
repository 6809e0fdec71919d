"""The page about the detector: how well it finds what is personal, and what it costs.

``make docs`` makes the page from the corpus and the texts by hand, and from what was measured before. Run as a script,
``.venv/bin/python scripts/docs_detector.py``, it measures time and memory on this machine first.
"""

from docs_rst import bullets
from docs_rst import code
from docs_rst import heading
from docs_rst import literal
from docs_rst import page
from docs_rst import plain
from docs_rst import table
from pathlib import Path

import json
import platform
import subprocess
import sys
import time


ROOT = Path(__file__).parents[1]
MEASURED = ROOT / "tests" / "resources" / "detector_measured.json"
LENGTH = 100_000
SHAPES = {
    "one digit": "1",
    "digits with spaces": "0 6 ",
    "telephone numbers": "06-12345678 ",
    "BSNs": "111222333 ",
    "starts of accounts": "nl91 ",
    "at signs": "@",
    "letters and dots": "a.",
    "spaces": " ",
    "lines": "\n",
    "characters without width": "\u200b",
    "letters with loose accents": "e\u0301",
    "full-width digits": "\uff10",
    "the start of a name": "mijn naam is ",
    "names, one a line": "Jan\n",
    "two capitals": "Jan Jansen ",
    "words before a family name": "van der ",
    "postcodes": "1234 AB ",
    "dates": "12-03-1961 ",
    "licence plates": "kl-555-x ",
    "addresses": "lindestraat 12 ",
    "numbers in words": "nul zes ",
    "addresses of pages": "www.x.nl/a ",
    "double names": "Dirk-Jan-",
    "people of a street": "mevrouw A. Bakker van de Lindelaan 12 ",
    "names and what they do": "want Jan is ",
    "dates of things": "is van 3 mei ",
    "a question of a resident": "mijn naam is Jan de Vries, 06 12345678, Lindestraat 12, 1067 AB. ",
}
ABOUT = """\
The detector (``IPersonalDataDetector``, ``samenbeter.privacy.detecting``) notices personal data in Dutch free text. **It is
a help, not a guarantee:** it goes by the shape of numbers and by the words around names, and people write in more ways
than anybody can foresee. A person decides about each mark; only a BSN is refused. It keeps and logs nothing of a text.

What is personal is marked *high*, *medium* or *low*. Low is for what may well be something else: a postcode alone,
a mailbox such as ``info@``, an address on the internet without a person in it, a number that passes the test of a BSN
but is called an order number."""
COUNTED = """\
How it is counted. A personal piece is *found* when marks of its kind cover at least half of its characters, high, medium
or low. *Surely* is the same with high and medium marks only. *Right* is the share of the high and medium marks that
touch a piece of their kind. A text in which nothing is personal is a *false alarm* when it has a high or medium mark."""
MADE = """\
Sentences filled with made-up values, the same each time, in four registers: neat; lower case without punctuation; as
a second language is written; dictated, with numbers and signs in words. The rules were made with this corpus at hand,
so that its figures say that the rules work, not how they do on other texts."""
BY_HAND = """\
Texts written one by one, apart from the rules, in seven sets. The rules were made better after each set but the third. The
first table is of now, of the seven together; the last one says what the first run of each set found, before a rule was made
for it. The fifth was read in two parts: the second only when the rules were made better after the first. The sixth was made
to be hard, bit by bit while the rules were mended; its first run is with the rules from before the fourth. A title such as
"mevrouw" is no part of a name."""
FIRST_RUNS = (
    ("first", "53 of 55", "12 of 14", "", "4 of 93"),
    ("second", "35 of 43 (four without any word that announces a name)", "10 of 11", "", "3 of 68"),
    ("third", "40 of 40", "6 of 7", "5 of 6 numbers of patients; all of the rest", "1 of 44"),
    (
        "fourth",
        "142 of 152",
        "42 of 42",
        "12 of 14 postcodes, 32 of 33 telephone numbers, 15 of 16 numbers of patients, 8 of 9 handles; all of the rest",
        "3 of 185",
    ),
    ("fifth, one", "54 of 57", "14 of 14", "all of the rest", "2 of 60"),
    ("fifth, two", "32 of 32", "6 of 6", "all of the rest", "0 of 50"),
    (
        "sixth, hard",
        "140 of 163",
        "43 of 47",
        "19 of 21 dates of birth, 14 of 16 numbers of patients, 8 of 9 postcodes, 5 of 7 handles, 3 of 4 URLs; all of the rest",
        "6 of 280",
    ),
    ("seventh", "19 of 20", "5 of 5", "all of the rest", "0 of 46"),
)
COMMAND = """\
printf '{"text": "mijn naam is Fatima, bel 06-12345678"}\\n' | .venv/bin/python -m samenbeter.privacy.detect"""


def detector_page():
    """Return detector.rst."""
    sys.path.insert(0, str(ROOT / "tests" / "privacy"))
    import corpus_made
    import heldout
    import scoring

    measured = json.loads(MEASURED.read_text("utf-8"))
    sources = (("The corpus", MADE, corpus_made), ("By hand", BY_HAND, heldout))
    blocks = []
    for title, about, source in sources:
        first_runs = (first_table(),) if source is heldout else ()
        clean = source.clean_texts()
        alarms = len(scoring.false_alarms(clean))
        texts = source.texts()
        blocks += [
            heading(title),
            about,
            f"{len(texts)} texts with something personal.",
            found_table(scoring.score(texts), corpus_made.REGISTERS),
            f"{len(clean)} texts in which nothing is personal; false alarms: {alarms} ({alarms / len(clean):.1%}).",
            *first_runs,
        ]
    return page(
        "Detector",
        ABOUT,
        COUNTED,
        *blocks,
        *cost(measured),
        heading("Without a site"),
        WITHOUT_SITE,
        code(COMMAND, "sh"),
    )


WITHOUT_SITE = """\
A line of JSON for each text goes in, a line with the marks comes out; places count the characters of the text. A line that
cannot be read is answered with an error that does not quote it, and the exit code is then 1."""


def first_table():
    """Return the table of what the first run of each set by hand found."""
    return table(("Set", "names", "addresses", "other", "false alarms"), [tuple(map(plain, row)) for row in FIRST_RUNS])


def found_table(score, registers):
    """Return the table of the shares for each kind and register."""
    rows = []
    for kind in sorted({kind for kind, _register in score.pieces}):
        cells = [_share(*score.recall(kind, register)) for register in registers]
        rows.append(
            (
                literal(kind),
                *cells,
                _share(*score.recall(kind)),
                _share(*score.sure_recall(kind)),
                _share(*score.precision(kind)),
            )
        )
    return table(("Kind", *map(plain, registers), "all found", "surely", "right"), rows)


def _share(share, count):
    return f"{share:.3f} of {count}" if count else "–"


def cost(measured):
    """Return the blocks about time and memory."""
    slow = sorted(measured["milliseconds"].items(), key=lambda item: -item[1])
    return [
        heading("Time and memory"),
        f"Measured on {measured['machine']}. Each text has {LENGTH:,} characters of one thing over and over; time is of the "
        "processor, the least of three. The work grows with the length of the text: a test counts the calls, another refuses "
        "expressions that can run wild.",
        table(("Text", "milliseconds"), [(plain(name), str(value)) for name, value in slow]),
        bullets(
            (
                f"The import adds {measured['megabytes']} MB of memory and takes {measured['import_milliseconds']} ms.",
                f"A question of 300 characters takes {measured['question_microseconds'] / 1000:.1f} ms.",
            )
        ),
    ]


def measure():
    """Measure on this machine and keep it for the page."""
    from samenbeter.privacy.detecting import marks_in

    marks_in("warm")
    times = {}
    for name, shape in SHAPES.items():
        text = (shape * (LENGTH // len(shape) + 1))[:LENGTH]
        times[name] = round(1000 * min(_timed(marks_in, text) for _round in range(3)))
    question = ("Mijn moeder is 82 en slikt 2x daags 500 mg metformine. Mijn naam is Jan, bel 06-12345678. " * 4)[:300]
    started = time.process_time()
    for _round in range(200):
        marks_in(question)
    each = (time.process_time() - started) / 200
    megabytes, import_time = _import_cost()
    found = {
        "machine": f"Python {platform.python_version()} on {platform.machine()}",
        "milliseconds": times,
        "megabytes": megabytes,
        "import_milliseconds": import_time,
        "question_microseconds": round(each * 1_000_000),
    }
    MEASURED.write_text(json.dumps(found, indent=1) + "\n", encoding="utf-8")


def _timed(function, text):
    started = time.process_time()
    function(text)
    return time.process_time() - started


def _import_cost():
    """Return (MB, milliseconds) that the import of the detector adds to a process that has ``re`` and ``json``."""
    program = (
        "import json, re, time, dataclasses, samenbeter\n"
        "def rss():\n"
        "    return int(open('/proc/self/statm').read().split()[1]) * 4096\n"
        "before, started = rss(), time.process_time()\n"
        "from samenbeter.privacy.detecting import marks_in\n"
        "marks_in('ik heet Jan')\n"
        "print((rss() - before) / 1e6, (time.process_time() - started) * 1000)\n"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    megabytes, milliseconds = map(float, done.stdout.split())
    return round(megabytes, 1), round(milliseconds)


if __name__ == "__main__":
    measure()
    (ROOT / "docs" / "reference" / "detector.rst").write_text(detector_page(), encoding="utf-8")
