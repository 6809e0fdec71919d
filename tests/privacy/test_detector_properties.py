"""What holds for the detector and every text."""

from hypothesis import given
from hypothesis import settings
from hypothesis import strategies as st
from samenbeter import privacy
from samenbeter.privacy import detect_text
from samenbeter.privacy.detecting import marks_in
from samenbeter.privacy.redacting import is_certain
from samenbeter.privacy.redacting import redacted
from samenbeter.privacy.redacting import without_bsn
from samenbeter.shared import marks as m
from zope.i18n import interpolate

import importlib
import pkgutil
import pytest
import re
import sys


try:
    from re import _parser as parser
except ImportError:  # Python 3.10
    import sre_parse as parser


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
@settings(max_examples=150, deadline=None)
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
@settings(max_examples=100, deadline=None)
def test_the_plain_text_knows_where_each_character_comes_from(text):
    """In order, and within the text."""
    seen = detect_text.plain(text)
    assert len(seen.low) == len(seen.text)
    spans = [seen.span(at, at + 1) for at in range(len(seen.text))]
    assert all(0 <= start < end <= len(text) for start, end in spans)
    assert spans == sorted(spans)


@given(TEXTS)
@settings(max_examples=100, deadline=None)
def test_no_bsn_is_left(text):
    """And doing it again changes nothing."""
    cut, count = without_bsn(text)
    assert not any(is_certain((mark.kind, mark.confidence, mark.why)) for mark in marks_in(cut))
    assert without_bsn(cut) == (cut, 0)
    assert (count == 0) == (cut == text)


@given(TEXTS)
@settings(max_examples=60, deadline=None)
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
    assert without_bsn("https://example.org/?bsn=111222333") == ("https://example.org/?bsn=[bsn]", 1)
    assert without_bsn("111222333 en １２３４５６７８２") == ("[bsn] en [bsn]", 2)


@pytest.mark.parametrize(
    "shape",
    ["1", "0 6 ", "@", " ", "mijn naam is ", "a.", "\u200b", "1234 AB ", "mijn ", "een ", "Jan ", "jan\n", "bel ", "van der ", "e\u0301", "bsn ", "nl91 ", "?"],
)  # fmt: skip
def test_the_work_grows_as_the_text_does(shape):
    """Counted in calls, so that no clock is needed: a text four times as long takes at most about four times as many."""
    calls(shape * 300)
    once, four_times = calls(shape * 300), calls(shape * 1200)
    assert four_times <= 4.2 * once + 200


def calls(text):
    """Return how many functions are called for a text, those of expressions among them."""
    count = 0

    def counted(_frame, event, _argument):
        nonlocal count
        count += event in ("call", "c_call")

    sys.setprofile(counted)
    try:
        marks_in(text)
    finally:
        sys.setprofile(None)
    return count


def expressions():
    """Yield (name, expression) of all that the detector has."""
    for module in pkgutil.iter_modules(privacy.__path__):
        if module.name.startswith("detect_"):
            loaded = importlib.import_module(f"samenbeter.privacy.{module.name}")
            for name, value in vars(loaded).items():
                if isinstance(value, re.Pattern):
                    yield f"{module.name}.{name}", value.pattern


def loose(tree, inside=False):
    """Return whether something without a limit is repeated inside of something that is repeated."""
    for operation, value in tree:
        name = str(operation)
        if name in ("MAX_REPEAT", "MIN_REPEAT"):
            _least, most, body = value
            endless = most == parser.MAXREPEAT
            single = len(body) == 1 and str(body[0][0]) in ("LITERAL", "NOT_LITERAL", "IN", "ANY")
            if (endless and (inside or not single)) or loose(body, inside or most > 1):
                return True
        elif (
            (name == "SUBPATTERN" and loose(value[3], inside))
            or (name == "BRANCH" and any(loose(one, inside) for one in value[1]))
            or (name in ("ASSERT", "ASSERT_NOT") and loose(value[1], inside))
        ):
            return True
    return False


def test_no_expression_can_run_wild():
    """Each repeat of more than one character has a limit, so that no text makes an expression try again without end."""
    found = dict(expressions())
    assert len(found) > 50
    assert [name for name, pattern in found.items() if loose(parser.parse(pattern))] == []
    assert loose(parser.parse("(?:a+b?)+c"))
