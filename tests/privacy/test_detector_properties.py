"""What holds for the detector and every text."""

from hypothesis import given
from hypothesis import settings
from hypothesis import strategies as st
from samenbeter.privacy import detect_text
from samenbeter.privacy.detecting import marks_in
from samenbeter.privacy.redacting import is_certain
from samenbeter.privacy.redacting import redacted
from samenbeter.privacy.redacting import without_bsn
from samenbeter.shared import marks as m
from zope.i18n import interpolate

import pytest


PIECES = st.sampled_from(
    (
        "mijn naam is Fatima el Bakkali. ", "111222333", "111 222 333", "１１１２２２３３３", "123456782", "06-12345678 ", "nl91abna0417164300",
        "een ", "nul zes ", "bsn ", "geboren ", "12-03-1961", "lindestraat 12 ", "1067 AB", "\u200b", "\u0301", "İ", "ﷺ", "\n", "@", ".", "-", " ", "0", "1",
        "jan@example.org", " apenstaartje ", " punt ", "kl-555-x", "www.", "insta: ", "groetjes ", "dokter ", "honderd", "/", "(", "+31", "factuurnummer ",
        "\ud800", "🧑🏽", "𝟏", "ﬁ", "½", "van der ", "'t ", "a", "O6",
    )
)  # fmt: skip
TEXTS = st.one_of(st.text(max_size=80), st.lists(PIECES, max_size=14).map("".join))
WORDS = {kind: interpolate(word.default) for kind, word in m.PLACEHOLDERS.items()}


@given(TEXTS)
@settings(max_examples=300, deadline=None)
def test_marks_are_places_in_the_text(text):
    """In order, apart from each other, of known kinds; nothing is raised."""
    found = marks_in(text)
    at = 0
    for mark in found:
        assert at <= mark.start < mark.end <= len(text)
        assert mark.kind in m.KINDS
        assert mark.confidence in m.CONFIDENCES
        at = mark.end


@given(TEXTS)
@settings(max_examples=200, deadline=None)
def test_the_plain_text_knows_where_each_character_comes_from(text):
    """In order, and within the text."""
    seen = detect_text.plain(text)
    assert len(seen.low) == len(seen.text)
    spans = [seen.span(at, at + 1) for at in range(len(seen.text))]
    assert all(0 <= start < end <= len(text) for start, end in spans)
    assert spans == sorted(spans)


@given(TEXTS)
@settings(max_examples=200, deadline=None)
def test_no_bsn_is_left(text):
    """And doing it again changes nothing."""
    cut, count = without_bsn(text)
    assert not any(map(is_certain, marks_in(cut)))
    assert without_bsn(cut) == (cut, 0)
    assert (count == 0) == (cut == text)


@given(TEXTS)
@settings(max_examples=100, deadline=None)
def test_a_redaction_holds_nothing_that_was_marked(text):
    """What stands beside the marks stays."""
    found = marks_in(text)
    result = redacted(text, found, WORDS)
    assert result.count("[") >= len(found)
    assert redacted(result, [], WORDS) == result
    if not found:
        assert result == text


def test_a_redaction_reads_on():
    """The words stand where the marks were."""
    text = "Mijn naam is Jan de Vries, bel 06-12345678."
    assert redacted(text, marks_in(text), WORDS) == "Mijn naam is [naam], bel [telefoonnummer]."
    again = redacted(text, marks_in(text), WORDS)
    assert redacted(again, marks_in(again), WORDS) == again


def test_only_the_number_is_cut():
    """The rest of the text stays as it was."""
    assert without_bsn("Mijn BSN is 1112.22.333 en ik heb pijn.") == ("Mijn BSN is [bsn] en ik heb pijn.", 1)
    assert without_bsn("factuurnummer 111222333") == ("factuurnummer 111222333", 0)
    assert without_bsn("111222333 en １２３４５６７８２") == ("[bsn] en [bsn]", 2)


class Steps(str):
    """A text that counts how often it is searched, so that growth can be seen without a clock."""


@pytest.mark.parametrize("shape", ["1", "0 6 ", "@", " ", "mijn naam is ", "a.", "\u200b", "1234 AB ", "mijn ", "een "])
def test_twice_the_text_has_at_most_twice_the_marks(shape):
    """Marks are apart, so that a flood of one thing cannot make them grow faster than the text."""
    once, twice = (len(marks_in(shape * size)) for size in (500, 1000))
    assert twice <= 2 * once + 2
