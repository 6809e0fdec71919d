"""What a reader sees of HTML, and where that stands in the source."""

from samenbeter.shared.html_places import places

import pytest


# source: what is read
READ = {
    "<p>Ik slaap slecht.</p>": "\nIk slaap slecht.\n",
    "Ik <b>sl</b>aap": "Ik slaap",
    "1&nbsp;2&#51;4&amp;5": "1\u00a0234&5",
    "a<br>b<br/>c": "a\nb\nc",
    "een < twee & drie > twee": "een < twee & drie > twee",
    "<!-- stil -->hardop": " stil hardop",
    '<a href="mailto:ria@example.org">mail</a>': "mail\nria@example.org",
    '<a href="tel:0612345678">bel</a>': "bel\n0612345678",
    '<a href="https://example.org/1">lees</a>': "lees",
    "<img src='x.png' alt='Ria op de bank'>": "\nRia op de bank",
    "<a title=\"van Ria\" href='#'>lees</a>": "lees\nvan Ria",
    "<img alt='0&#54;12345678'>": "\n0612345678",
    "<img alt=0612345678>": "\n0612345678",
    '<p aria-label="Ria">x</p>': "\nx\n\nRia",
    "": "",
    "<": "<",
}


@pytest.mark.parametrize("source, text", READ.items())
def test_a_reader_sees_the_text(source, text):
    """Tags are gone, entities are letters; what links and pictures say is read too."""
    seen = places(source)
    assert seen.text == text
    assert len(seen.spans) == len(text)


def test_each_letter_knows_its_place():
    """The letter in the source is the one in the text, or an entity for it."""
    source = "<p>Ik <b>sl</b>aap &amp; droom</p>"
    for letter, (start, end, _in_tag) in zip((seen := places(source)).text, seen.spans, strict=True):
        assert source[start:end] in (letter, "", "&amp;")


def test_plain_text_stays_as_it_is():
    """Without markup nothing has another meaning."""
    seen = places("1 <b> 2 &amp; 3", is_html=False)
    assert seen.text == "1 <b> 2 &amp; 3"
    assert seen.without([(2, 5)], {2: "x"}) == "1 x 2 &amp; 3"


@pytest.mark.parametrize(
    "source, words, left",
    [
        ("<p>Ik heet Ria.</p>", "Ria", "<p>Ik heet [naam].</p>"),
        ("<p>Jan <b>de Vries</b> dus</p>", "Jan de Vries", "<p>[naam]<b></b> dus</p>"),
        ("<p>1&nbsp;2</p>", "1\u00a02", "<p>[naam]</p>"),
        ('<img alt="0&#54;-1">', "06-1", '<img alt="">'),
        ('<a href="mailto:r@x.nl">x</a>', "r@x.nl", '<a href="mailto:">x</a>'),
    ],
)
def test_words_are_replaced_and_tags_stay(source, words, left):
    """Also when the words begin in one tag and end in another; what stands in a tag leaves nothing there."""
    seen = places(source)
    start = seen.text.index(words)
    assert seen.without([(start, start + len(words))], {start: "[naam]"}) == left


@pytest.mark.parametrize(
    "piece", ["<", "<a ", "&", "<!--", '<a title="', "<a href='", "<b>1</b>", "&#49;", '" title="']
)
def test_hostile_text_is_read_to_its_end(piece):
    """100 kB of it: what looks at the rest for each letter would still be at it."""
    seen = places(piece * (100_000 // len(piece)))
    assert len(seen.text) == len(seen.spans)
