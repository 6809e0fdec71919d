"""Whether a general question is really written anew: it shares no longer run of words with what the asker wrote. Pure."""

import re
import unicodedata


# so many words in a row are how one person says it
RUN = 6
# signs that nobody sees, with which two texts would seem to differ
_UNSEEN = re.compile("[\u00ad\u200b-\u200f\u2060\ufeff]")
_WORD = re.compile(r"[^\W_]+")


def words_of(text):
    """Return the words of a text as they are compared: without capitals, accents and punctuation.

    >>> words_of("Eén keer: dat is 't!")
    ['een', 'keer', 'dat', 'is', 't']
    """
    plain = unicodedata.normalize("NFKD", _UNSEEN.sub("", text or "").casefold())
    return _WORD.findall("".join(sign for sign in plain if not unicodedata.combining(sign)))


def runs_of(text, length=RUN):
    """Return the set of all runs of so many words in a text."""
    found = words_of(text)
    return {tuple(found[at : at + length]) for at in range(len(found) - length + 1)}


def shares_words(new, others, length=RUN):
    """Return whether a text has so many words in a row in common with one of some others.

    :param new: the texts that belong together, such as a title and what stands under it: a run may go from one to the next.
    :param others: the texts that nothing may be taken from.
    """
    runs = runs_of(" ".join(new), length)
    return any(runs & runs_of(other, length) for other in others)
