"""The figures of the detector on the corpus, and on texts that the rules were not made after."""

from samenbeter.shared import marks as m
from scoring import false_alarms
from scoring import score

import corpus_made
import heldout
import pytest


# kind: the least share of the pieces that has to be found
AIMS = {m.BSN: 0.99, m.IBAN: 0.99, m.PHONE: 0.98, m.EMAIL: 0.98, m.ADDRESS: 0.9, m.DOB: 0.9, m.NAME: 0.85}
OTHERS = {m.POSTCODE: 0.9, m.LICENSEPLATE: 0.9, m.PATIENTNR: 0.9, m.URL: 0.9, m.HANDLE: 0.9}
MOST_FALSE_ALARMS = 0.05


@pytest.fixture(scope="module")
def scores():
    """The scores of the corpus and of the texts by hand."""
    return {"corpus": score(corpus_made.texts()), "by hand": score(heldout.texts())}


@pytest.mark.parametrize("source", ["corpus", "by hand"])
@pytest.mark.parametrize(("kind", "aim"), {**AIMS, **OTHERS}.items())
def test_what_is_personal_is_found(scores, source, kind, aim):
    """As often as it has to be."""
    share, count = scores[source].recall(kind)
    assert count
    assert share >= aim


@pytest.mark.parametrize("source", ["corpus", "by hand"])
@pytest.mark.parametrize("kind", [*AIMS])
def test_what_is_marked_is_right(scores, source, kind):
    """Nearly always."""
    assert scores[source].precision(kind)[0] >= 0.9


@pytest.mark.parametrize("register", corpus_made.REGISTERS)
def test_names_are_found_in_each_register(scores, register):
    """Lower case too."""
    assert scores["corpus"].recall(m.NAME, register)[0] >= AIMS[m.NAME]


def test_texts_without_anything_personal_are_left_alone():
    """Marks that are high or medium, in few of them."""
    for texts in (corpus_made.clean_texts(), heldout.clean_texts()):
        assert len(false_alarms(texts)) <= MOST_FALSE_ALARMS * len(texts)


def test_the_corpus_is_large_and_the_same_each_time():
    """2,000 texts with something personal, 500 without."""
    made = corpus_made.texts()
    assert len(made) >= 2000
    assert made == corpus_made.texts()
    assert len(corpus_made.clean_texts()) >= 500
    assert {register for register, _text, _gold in made} == set(corpus_made.REGISTERS)
