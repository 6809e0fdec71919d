"""What a resident reads of us is plain Dutch: measured over all texts that a resident can meet."""

from allowed_words import JARGON
from fnmatch import fnmatch
from samenbeter.shared import plain
from where import ROOT

import pytest
import re
import sys


sys.path.insert(0, str(ROOT / "scripts"))

import messages


EASE = 70
MEAN_SENTENCE = 12
LONGEST_SENTENCE = 25
PLACEHOLDER = re.compile(r"\$\{\w+\}")

# Texts that only who works on the site meets: file, and where they stand. All others are for
# residents, also those of a file that is new.
EDITORS = {
    "profiles/*": "names of types, states and settings pages",
    "src/samenbeter/profiles.zcml": "the list of add-ons",
    "src/samenbeter/*/configure.zcml": "names of behaviours",
    "src/samenbeter/*/content.py": "labels of edit forms",
    "src/samenbeter/vraagbaak/desk_schema.py": "labels of an edit form",
    "src/samenbeter/partners/meeting.py": "labels of an edit form",
    "src/samenbeter/vraagbaak/faq.py": "what an import says is wrong",
    "src/samenbeter/shared/fields.py": "errors of edit forms",
    "src/samenbeter/shared/widgets.py": "parts of edit forms",
    "src/samenbeter/shared/templates/picture.pt": "a part of edit forms",
    "src/samenbeter/shared/templates/editing.pt": "the panel of who may edit",
    "src/samenbeter/*/settings.py": "settings",
    "src/samenbeter/*/controlpanel.py": "settings",
    "src/samenbeter/*/workflow.py": "what is missing before a step",
    "src/samenbeter/shared/states.py": "states, on the page Mijn werk and in panels",
    "src/samenbeter/*/work.py": "the page Mijn werk",
    "src/samenbeter/theme/templates/work.pt": "the page Mijn werk",
    "src/samenbeter/*/people.py": "who works for a partner",
    "src/samenbeter/partners/templates/people.pt": "who works for a partner",
    "src/samenbeter/partners/groups.py": "names of groups",
    "src/samenbeter/vraagbaak/templates/contribution.pt": "for who wrote it and who reads it over",
    "src/samenbeter/privacy/register_pages.py": "the register of processing, for who works on the site",
    "src/samenbeter/privacy/templates/register.pt": "the same",
    "src/samenbeter/privacy/dpia.py": "the start of a DPIA, for who works on the site",
    "src/samenbeter/*/personal_data.py": "the register of personal data",
    "src/samenbeter/vraagbaak/experts/*": "for experts, and for editors who ask them",
}


def is_for_residents(files):
    """True when a text stands in a file that residents' pages are made of."""
    return any(not any(fnmatch(name, pattern) for pattern in EDITORS) for name in files)


@pytest.fixture(scope="module")
def collected():
    """All texts, collected once."""
    return messages.collect()


@pytest.fixture(scope="module")
def residents(collected):
    """{msgid: Dutch text} of all that a resident can meet; what is filled in is one short word."""
    return {
        msgid: PLACEHOLDER.sub("naam", found.default)
        for msgid, found in collected.items()
        if found.default and is_for_residents(found.files)
    }


def whole_sentences(residents):
    """Return the sentences only: titles and buttons would make it look better than it is."""
    return [s for text in residents.values() for s in plain.sentences(text) if s[-1] in ".!?"]


class TestResidentsTexts:
    """All texts together, for the formula is noisy on short ones."""

    def test_there_is_enough_to_measure(self, residents):
        """A list of exceptions that swallows everything would pass all else."""
        assert len(residents) > 250
        assert plain.read(whole_sentences(residents)).words > 500

    def test_the_whole_is_fairly_easy(self, residents):
        """With titles and buttons, and without."""
        assert plain.read(residents.values()).ease >= EASE
        assert plain.read(whole_sentences(residents)).ease >= EASE

    def test_sentences_are_short(self, residents):
        """One thought in a sentence."""
        assert plain.read(whole_sentences(residents)).words_in_a_sentence <= MEAN_SENTENCE
        long = {m: text for m, text in residents.items() if plain.read([text]).longest > LONGEST_SENTENCE}
        assert long == {}

    def test_no_word_of_the_office(self, residents):
        """There is a plain word for each of them."""
        found = {
            (msgid, word, instead)
            for word, instead in JARGON.items()
            for msgid, text in residents.items()
            if re.search(rf"\b{re.escape(word)}\b", text, re.IGNORECASE)
        }
        assert found == set()

    @pytest.mark.parametrize("pattern", EDITORS)
    def test_each_exception_is_needed(self, collected, pattern):
        """A line for a file that is gone hides the next one of that name."""
        assert any(fnmatch(name, pattern) for found in collected.values() for name in found.files)


class TestTheMeasure:
    """The formula itself."""

    def test_it_is_that_of_flesch_and_douma(self):
        """By hand: six words of one syllable in one sentence."""
        reading = plain.read(["De kat zit op de mat."])
        assert (reading.sentences, reading.words, reading.syllables, reading.longest) == (1, 6, 6, 6)
        assert reading.ease == pytest.approx(206.84 - 0.93 * 6 - 77)

    def test_official_dutch_is_hard_and_plain_dutch_is_easy(self):
        """As people find it too."""
        plainly = "Je vraag is binnen. Je hebt antwoord vóór dinsdag. Bel gerust als je niet kunt wachten."
        official = (
            "Ten aanzien van de door u ingediende aanvraag wordt u medegedeeld dat de behandelingstermijn "
            "overeenkomstig de toepasselijke regelgeving dienovereenkomstig is verlengd."
        )
        assert plain.read([plainly]).ease > 80
        assert plain.read([official]).ease < 30

    @pytest.mark.parametrize(
        ("word", "count"),
        [
            ("ik", 1),
            ("IJs", 1),
            ("mij", 1),
            ("moeilijk", 2),
            ("beïnvloeden", 4),
            ("reëel", 2),
            ("vóór", 1),
            ("huisarts", 2),
            ("zeeën", 2),
            ("112", 1),
            ("x", 1),
        ],
    )
    def test_syllables_are_groups_of_vowels(self, word, count):
        """A vowel with a diaeresis begins one."""
        assert plain.syllables(word) == count

    @pytest.mark.parametrize(
        ("text", "count"),
        [
            ("", 0),
            ("...", 0),
            ("Eén. Twee! Drie?", 3),
            ("Gevaar: bel 112.", 2),
            ("Zonder punt", 1),
            ("Een\nregel", 2),
            ("Gevaar|112", 2),
            ("Om 14.30 uur.", 1),
        ],
    )
    def test_a_sentence_has_words_and_an_end(self, text, count):
        """A time of day is no end."""
        assert len(plain.sentences(text)) == count

    def test_nothing_to_read_has_no_score(self):
        """And does not fail."""
        assert plain.read([]).ease is None
        assert plain.read(["", "—"]).words_in_a_sentence == 0
