"""How easily a Dutch text reads: Flesch-Douma, and the length of its sentences.

W.H. Douma, De leesbaarheid van landbouwbladen (Wageningen, 1960), fitted Flesch's formula
to Dutch: 206.84 - 0.93 x words in a sentence - 77 x syllables in a word. 60 to 70 is
normal, 70 to 80 fairly easy, above 80 easy. Syllables are counted as groups of vowels.
It is a nudge, not proof of B1: it knows no meaning, and it is noisy below 100 words.
"""

from dataclasses import dataclass

import re


# a colon and a line end a thought too; so does the bar between the parts of a setting
_SENTENCE_END = re.compile(r"(?<=[.!?:])\s+|\n+|\s*\|\s*")
_WORD = re.compile(r"[^\W_](?:[\w'’/@.-]*\w)?")
# "ij" is one sound, and its j is no vowel; a vowel with a diaeresis begins a syllable
_VOWELS = re.compile(r"[äëïöü]?[aeiouyáàâéèêíìîóòôúùû]+|[äëïöü]")


@dataclass(frozen=True)
class Reading:
    """What was counted in a text."""

    sentences: int
    words: int
    syllables: int
    longest: int

    @property
    def words_in_a_sentence(self):
        """Return the mean length of a sentence."""
        return self.words / self.sentences if self.sentences else 0

    @property
    def ease(self):
        """Return the score of Flesch-Douma; higher is easier, None for no words."""
        if not self.words:
            return None
        return 206.84 - 0.93 * self.words_in_a_sentence - 77 * self.syllables / self.words


def sentences(text):
    """Return the sentences of a text that have a word in them."""
    return [part.strip() for part in _SENTENCE_END.split(text) if _WORD.search(part)]


def words(text):
    """Return the words of a text; a number and a web address are words too."""
    return _WORD.findall(text)


def syllables(word):
    """Return the number of syllables of a word, at least one."""
    return len(_VOWELS.findall(word.lower())) or 1


def read(texts):
    """Return the Reading of one or more texts, each of at least one sentence.

    :param texts: an iterable of plain texts.
    """
    found = [words(sentence) for text in texts for sentence in sentences(text)]
    return Reading(
        sentences=len(found),
        words=sum(map(len, found)),
        syllables=sum(syllables(word) for sentence in found for word in sentence),
        longest=max(map(len, found), default=0),
    )
