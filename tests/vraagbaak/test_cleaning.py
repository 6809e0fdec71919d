"""HTML of others made fit for our pages: safe, and without losing what it says."""

from hypothesis import given
from hypothesis import settings
from hypothesis import strategies as st
from lxml import html
from samenbeter.shared.html import problems
from samenbeter.vraagbaak.cleaning import clean
from samenbeter.vraagbaak.cleaning import fingerprint

import pytest
import re


def flat(text):
    """Return HTML on one line."""
    return text.replace("\n", "")


def words(text):
    """Return the words of a text."""
    return text.split()


class TestClean:
    """HTML that is fit for the page."""

    @pytest.mark.parametrize(
        "before, after",
        [
            ("", ""),
            ("los", "<p>los</p>"),
            ("<p>a</p>los<p>b</p>", "<p>a</p><p>los</p><p>b</p>"),
            ("<div>a</div><div>b</div>", "<p>a</p><p>b</p>"),
            ("<p><b>a</b> <i>b</i></p>", "<p><strong>a</strong> <em>b</em></p>"),
            ('<p class="x" style="color:red" id="y">a</p>', "<p>a</p>"),
            (
                '<p><span lang="en" dir="ltr">Welcome</span> <span class="x">b</span></p>',
                '<p><span lang="en">Welcome</span> b</p>',
            ),
            ("<p>a</p><script>alert(1)</script><style>p{}</style><!-- c -->", "<p>a</p>"),
            ('<p>a<img src="https://spion.example/x.png">b</p>', "<p>ab</p>"),
            ('<p><a href="#x"></a>a</p>', "<p>a</p>"),
            ("<p>&nbsp;</p><h2></h2><ul><li></li></ul><p>a</p>", "<p>a</p>"),
            ("<p>1 &lt; 2 &amp; 3</p>", "<p>1 &lt; 2 &amp; 3</p>"),
            ("<p>a<br/>b</p>", "<p>a<br>b</p>"),
            ("<p>m<sup>2</sup></p>", "<p>m<sup>2</sup></p>"),
        ],
    )
    def test_what_stays_and_what_goes(self, before, after):
        assert flat(clean(before)) == after

    def test_a_table_keeps_what_it_needs_to_be_understood(self):
        table = (
            '<table><caption>C</caption><thead><tr><th scope="col">a</th></tr></thead>'
            '<tbody><tr><td colspan="2">1</td></tr></tbody></table>'
        )
        assert flat(clean(table.replace("<table", '<table class="x" border="1"'))) == table

    @pytest.mark.parametrize(
        "href, address",
        [
            ("/kaart", "https://bron.example/kaart"),
            ("foto", "https://bron.example/a/foto"),
            ("#kop", "https://bron.example/a/b#kop"),
            ("//ander.example/x", "https://ander.example/x"),
            ("mailto:loket@bron.example", "mailto:loket@bron.example"),
            ("tel:1400", "tel:1400"),
            (" https://ander.example/ ", "https://ander.example/"),
        ],
    )
    def test_a_link_works_from_here(self, href, address):
        assert clean(f'<a href="{href}">x</a>', "https://bron.example/a/b") == f'<p><a href="{address}">x</a></p>'

    @pytest.mark.parametrize(
        "href",
        ["javascript:alert(1)", "java\nscript:x", "data:text/html,x", "ftp://x.example", "http://[x", ""],
    )
    def test_a_link_that_may_not_be_leaves_its_words(self, href):
        assert clean(f'<p>ga <a href="{href}">hierheen</a></p>', "https://bron.example/") == "<p>ga hierheen</p>"

    def test_a_relative_link_of_nowhere_leaves_its_words(self):
        assert clean('<p><a href="/x">hier</a></p>') == "<p>hier</p>"

    def test_the_name_of_a_link_may_be_in_its_picture(self):
        found = clean('<a href="https://x.example/"><img src="x.png" alt="Kaart"></a>')
        assert html.fromstring(found).text_content().strip() == "Kaart"

    @pytest.mark.parametrize(
        "before, after",
        [("135", "456"), ("323", "445"), ("2 4 4 3", "4555"), ("14", "45"), ("4 1", "44"), ("123456", "456666")],
    )
    def test_headings_move_to_the_level_of_the_page(self, before, after):
        text = "".join(f"<h{level}>k</h{level}>" for level in before.replace(" ", ""))
        assert "".join(re.findall(r"<h(\d)>", clean(text, level=4))) == after


# -- whatever comes in

WORD = st.text("abcdefg", min_size=1, max_size=6)
TAGS = st.sampled_from(
    "p div span b i em strong ul ol li h1 h2 h3 h4 h6 table tr td th blockquote section sup font center".split()
)
HREFS = st.sampled_from(["https://x.example/a", "/b", "mailto:a@b.example", "tel:1400"])


def element(inner):
    """Return HTML of one element around others."""
    around = st.builds(lambda tag, text: f"<{tag}>{text}</{tag}>", TAGS, inner)
    link = st.builds(lambda href, text: f'<a href="{href}">{text}</a>', HREFS, WORD)
    return around | link


FRAGMENTS = st.lists(
    st.recursive(WORD, lambda inner: element(st.lists(inner, max_size=4).map(" ".join)), max_leaves=12)
).map(" ".join)


class TestWhatever:
    """No promise is broken by what others write."""

    @settings(max_examples=300)
    @given(st.text() | FRAGMENTS, st.integers(1, 6))
    def test_the_house_has_no_problem_with_it(self, text, level):
        assert problems(clean(text, "https://bron.example/", level)) == set()

    @settings(max_examples=300)
    @given(
        st.lists(
            st.sampled_from(
                [
                    "<",
                    ">",
                    '"',
                    "'",
                    "=",
                    " ",
                    "a",
                    "<a href=",
                    "<!--",
                    "-->",
                    "<svg",
                    "<script>",
                    "</p>",
                    "]]>",
                    "<![CDATA[",
                    "&#",
                    "onclick=",
                    "javascript:",
                    "<style>",
                    "<math>",
                    "\x00",
                    "<p",
                    "/",
                ]
            )
        ).map("".join)
    )
    def test_nor_with_pieces_of_an_attack(self, text):
        assert problems(clean(text, "https://bron.example/")) == set()

    @settings(max_examples=300)
    @given(FRAGMENTS)
    def test_no_word_is_lost_and_none_is_glued_to_another(self, text):
        before = words(re.sub(r"<[^>]*>", "", text))
        found = clean(text, "https://bron.example/")
        assert words(html.fromstring(f"<div>{found}</div>").text_content()) == before

    @settings(max_examples=300)
    @given(FRAGMENTS)
    def test_no_link_is_lost(self, text):
        found = clean(text, "https://bron.example/")
        assert found.count("<a ") == text.count("<a ")

    @settings(max_examples=300)
    @given(FRAGMENTS, st.integers(1, 5))
    def test_no_level_of_heading_is_skipped(self, text, level):
        levels = [level - 1, *map(int, re.findall(r"<h(\d)>", clean(text, "https://bron.example/", level)))]
        assert all(after - before <= 1 for before, after in zip(levels, levels[1:], strict=False))

    @given(FRAGMENTS)
    def test_clean_again_says_the_same(self, text):
        once = clean(text, "https://bron.example/")
        assert fingerprint(clean(once, "https://bron.example/")) == fingerprint(once)


class TestFingerprint:
    """What counts as a change."""

    def test_white_space_and_ways_of_writing_do_not(self):
        assert fingerprint("<p>a b<br></p>") == fingerprint("\r\n<p>a&nbsp; b<br /></p>\n")

    @pytest.mark.parametrize("other", ["<p>a c</p>", "<h4>a b</h4>", '<p><a href="https://x.example/">a b</a></p>', ""])
    def test_words_elements_and_addresses_do(self, other):
        assert fingerprint("<p>a b</p>") != fingerprint(other)
