"""An answer as it is typed and as it is kept: nothing is lost on the way, nothing becomes markup."""

from hypothesis import given
from hypothesis import strategies as st
from samenbeter.shared import html as safe
from samenbeter.vraagbaak.desk.plain_answer import reading
from samenbeter.vraagbaak.desk.plain_answer import to_html
from samenbeter.vraagbaak.desk.plain_answer import to_text

import pytest


PIECES = st.sampled_from(
    [
        "- ",
        "1. ",
        "**",
        "*",
        "[",
        "]",
        "(https://a.nl)",
        "(",
        ")",
        "<b>",
        "&amp;",
        "&",
        '"',
        "\n",
        "\n\n",
        " ",
        "sta op",
    ]
)
TEXTS = st.one_of(st.text(max_size=80), st.lists(PIECES, max_size=25).map("".join))


@given(TEXTS)
def test_what_is_typed_comes_back(text):
    """Once it is HTML, its text makes the same HTML again, and it is safe."""
    html = to_html(text)
    again = to_text(html)
    assert again is not None
    assert to_html(again) == html
    assert safe.problems(html) == set()


@given(TEXTS)
def test_no_word_is_lost(text):
    """All letters and figures that were typed stand in the text that comes back, but for the figure of a list."""
    again = to_text(to_html(text))
    if "." not in text:
        assert [sign for sign in again if sign.isalpha()] == [sign for sign in text if sign.isalpha()]


@pytest.mark.parametrize(
    "html",
    [
        "",
        "<p>Sta op.</p>",
        "<p>Sta <strong>nu</strong> op. <em>Echt</em>.</p><p>Loop wat.</p>",
        "<p>Kijk:</p>\n<ul>\n<li>thee</li>\n<li>melk</li>\n</ul>\n<p>Klaar.</p>",
        "<ol><li>eerst</li><li>dan</li></ol>",
        '<p>Lees <a href="https://thuisarts.nl/slapen?a=1&amp;b=2">Thuisarts</a>.</p>',
        '<p>Lees <a href="https://thuisarts.nl" data-linktype="external" data-val="x">Thuisarts</a>.</p>',
        "<p>2 * 3 * 4 &lt; 30 &amp; meer</p>",
        "<ul><li>een</li></ul><ol><li>een</li></ol>",
    ],
)
def test_html_that_can_be_typed(html):
    """It becomes text, and the same HTML again but for white space and what an editor's browser adds."""
    text = to_text(html)
    assert text is not None
    assert to_text(to_html(text)) == text


@pytest.mark.parametrize(
    "html",
    [
        "<h3>Sta op</h3>",
        "<p>Sta<br>op</p>",
        "<table><tr><td>Sta op</td></tr></table>",
        '<p class="callout">Sta op</p>',
        "<ul><li>een<ul><li>twee</li></ul></li></ul>",
        "<ul><li><p>een</p></li></ul>",
        "<p>- geen lijst</p>",
        "<p>*geen nadruk*</p>",
        "<p>**geen nadruk**</p>",
        "<p>[geen](https://link.nl)</p>",
        '<p><a href="resolveuid/0123">Binnen</a></p>',
        '<p><a href="javascript:alert(1)">Fout</a></p>',
        '<p lang="en">Stand up</p>',
        "<p><strong><em>Echt</em></strong></p>",
        "<p>Sta op<!-- straks --></p>",
        "los",
        "<p>een</p>los",
        "<p>open",
        "<ul><li>een</li></ul><ul><li>twee</li></ul>",
        '<p><img src="plaatje.png" alt="thee"></p>',
    ],
)
def test_html_that_cannot_be_typed_is_left_alone(html):
    """There is no text for it: the page shows it, and leads to the form of Plone."""
    assert to_text(html) is None


@pytest.mark.parametrize(
    "text, html",
    [
        ("<script>alert(1)</script>", "<p>&lt;script&gt;alert(1)&lt;/script&gt;</p>"),
        ("[klik](javascript:alert(1))", "<p>[klik](javascript:alert(1))</p>"),
        ('[klik](https://a.nl/"onclick)', '<p>[klik](https://a.nl/"onclick)</p>'),
        ("- een\n\n- twee", "<ul><li>een</li><li>twee</li></ul>"),
        ("-geen lijst", "<p>-geen lijst</p>"),
        ("10. tien", "<ol><li>tien</li></ol>"),
        ("2026. Een jaar", "<p>2026. Een jaar</p>"),
        ("a\r\nb", "<p>a</p><p>b</p>"),
    ],
)
def test_what_becomes_of_a_line(text, html):
    """Markup is words; only what is in the list of signs does something."""
    assert to_html(text) == html


def test_reading_counts_words_and_no_signs():
    """A list item is a thought of its own."""
    found = reading("Sta op.\n- **Drink** [thee](https://thee.nl)\n- Loop wat")
    assert (found.sentences, found.words, found.longest) == (3, 6, 2)
