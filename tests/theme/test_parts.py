"""The small parts that templates are made of: pure functions."""

from hypothesis import given
from hypothesis import strategies as st
from plone.batching import Batch
from samenbeter.theme import parts

import pytest


@pytest.mark.parametrize(
    "number, address",
    [
        ("088 222 00 00", "tel:0882220000"),
        ("+31 (0)88 222", "tel:+3188222"),
        ("112", "tel:112"),
        ("", ""),
        (None, ""),
        ("bel ons", ""),
    ],
)
def test_a_number_becomes_an_address_that_a_phone_can_dial(number, address):
    assert parts.telephone(number) == address


@given(st.text(max_size=200))
def test_a_plain_text_never_becomes_markup(text):
    for paragraph in parts.paragraphs(text):
        assert "<" not in paragraph.replace("<br>", "")


def test_an_empty_line_is_a_new_paragraph():
    assert parts.paragraphs("een\ntwee\n\n drie") == ["een<br>twee", "drie"]


def test_the_other_words_of_an_address_stay_on_the_next_page():
    assert parts.page_address("/x", "theme=slapen&b_start:int=20", 40) == "/x?theme=slapen&b_start=40"
    assert parts.page_address("/x", "b_start=20", 0) == "/x"


def test_one_page_has_no_links_and_many_leave_some_out():
    assert parts.pages(Batch(range(10), 20), "/x", "") is None
    found = parts.pages(Batch(range(400), 20, 200), "/x", "")
    assert [page["number"] for page in found["numbers"]] == [1, None, 9, 10, 11, 12, 13, None, 20]
    assert sum(page["current"] for page in found["numbers"]) == 1
