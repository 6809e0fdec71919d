"""A general question shares no run of six words with what the asker wrote."""

from hypothesis import given
from hypothesis import strategies as st
from samenbeter.vraagbaak.desk.general import RUN
from samenbeter.vraagbaak.desk.general import shares_words
from samenbeter.vraagbaak.desk.general import words_of

import pytest


OWN = "Sinds de ruzie met mijn baas lig ik elke nacht wakker."
WORDS = st.lists(st.sampled_from("aap noot mies wim zus jet teun vuur gijs lam".split()), max_size=20)


@pytest.mark.parametrize(
    "new, shared",
    [
        ("Ruzie met een baas: hoe slaap je dan weer goed?", False),
        ("sinds de ruzie met mijn", False),
        ("sinds de ruzie met mijn baas", True),
        ("SINDS: de (ruzie) met\nmijn… baas!", True),
        ("Sinds de ruz\u00adie met mijn ba\u200bas", True),
        ("Sínds dé ruzie met mijn bààs", True),
        ("", False),
    ],
)
def test_six_words_in_a_row_are_too_many(new, shared):
    """Whatever capitals, accents, punctuation and unseen signs are put between."""
    assert shares_words([new], [OWN]) is shared


def test_a_run_may_not_go_from_the_title_into_the_text():
    """Together they are what people read."""
    assert shares_words(["sinds de ruzie", "met mijn baas"], [OWN])


def test_two_texts_of_the_asker_are_two():
    """What stands in none of them is not shared."""
    assert not shares_words(["een twee drie vier vijf zes"], ["een twee drie", "vier vijf zes"])


@given(WORDS, WORDS)
def test_it_is_what_a_plain_look_finds(new, own):
    """The same as comparing each run with each other one."""
    found = any(
        new[a : a + RUN] == own[b : b + RUN] for a in range(len(new) - RUN + 1) for b in range(len(own) - RUN + 1)
    )
    assert shares_words([" ".join(new)], [", ".join(own).upper()]) is found


@given(st.text(max_size=200))
def test_any_text_shares_with_itself_when_it_is_long_enough(text):
    """Whatever signs are in it."""
    assert shares_words([text], [text]) is (len(words_of(text)) >= RUN)
