"""HTML fetches nothing elsewhere: what goes, what stays, and how long it takes."""

from samenbeter.shared.foreign import without_foreign

import pytest
import time


HOME = ["https://wijk.example"]
STAYS = [
    "",
    "los",
    "<p>1 &lt; 2 &amp; 3 &#8364;</p>",
    '<p><a href="https://ander.example/x">een link</a></p>',
    '<img src="/plaat/@@images/x" alt="Groen">',
    '<img src="../resolveuid/abc/@@images/image/preview" srcset="plaat 1x, plaat-2 2x">',
    '<img src="https://wijk.example/plaat" alt="">',
    '<img src="data:image/png;base64,AAAA" alt="">',
    '<p style="text-align: left; color: red">a</p>',
    "<!-- gewoon --><p>a</p>",
]
GOES = [
    ('<p>a<iframe src="https://spion.example"></iframe>b</p>', "<p>ab</p>"),
    ('<IFRAME SRC="//spion.example">x</IFRAME>', "x"),
    ('<p>a<img src="https://spion.example/x.png" alt="Een &lt;kat&gt;">b</p>', "<p>aEen &lt;kat&gt;b</p>"),
    ('<img src="//spion.example/x.png"/>', ""),
    ('<img src="/\\spion.example/x.png">', ""),
    ('<img src="\\\\spion.example/x.png">', ""),
    ('<img src=" h\nttps://spion.example/x.png">', ""),
    ('<img src="https&#58;//spion.example/x.png">', ""),
    ('<img src="https://wijk.example.spion.example/x.png">', ""),
    ('<img srcset="/a 1x, https://spion.example/b 2x" src="/a" alt="A">', "A"),
    ('<video poster="https://spion.example/x" controls>a</video>', "<video controls>a</video>"),
    ('<audio src="https://spion.example/x"></audio>', "<audio></audio>"),
    ('<p style="background:url(https://spion.example/x)">a</p>', "<p>a</p>"),
    ('<p style="background:u\\72l(//spion.example)" class="c">a</p>', '<p class="c">a</p>'),
    ('<td background="https://spion.example/x">a</td>', "<td>a</td>"),
    ('<object data="https://spion.example/x"><p>a</p></object>', "<p>a</p>"),
    ('<embed src="https://spion.example/x">a', "a"),
    ('<picture><source srcset="https://spion.example/x"><img src="/a"></picture>', '<picture><img src="/a"></picture>'),
    ('<!--><img src="https://spion.example/x">--><p>a</p>', None),
    ('<![CDATA[<img src="https://spion.example/x">]]><p>a</p>', None),
    ('<a ping="https://spion.example/x" href="/a">a</a>', '<a href="/a">a</a>'),
]


@pytest.mark.parametrize("text", STAYS)
def test_what_is_of_this_site_stays_letter_for_letter(text):
    assert without_foreign(text, HOME) == text


@pytest.mark.parametrize("before, after", GOES)
def test_what_is_fetched_elsewhere_goes(before, after):
    found = without_foreign(before, HOME)
    assert "spion" not in found
    assert after is None or found == after


def test_a_tag_without_an_end_is_text():
    """It would swallow the page behind it."""
    assert (
        without_foreign('<p>a</p><img src="https://spion.example/', HOME)
        == '<p>a</p>&lt;img src="https://spion.example/'
    )


@pytest.mark.parametrize("before, _after", GOES)
def test_cleaned_once_is_clean(before, _after):
    once = without_foreign(before, HOME)
    assert without_foreign(once, HOME) == once


@pytest.mark.parametrize("tail", ["", ">", "-->"])
@pytest.mark.parametrize(
    "text", ["<", "<img src=", '<img src="', "<p>", "<!--", "<![CDATA[", "<!", "<?", "</", "&", "<script>", "<a b='"]
)
def test_hostile_text_takes_no_time(text, tail):
    """A bound that a loaded machine keeps too; what is quadratic takes minutes."""
    start = time.process_time()
    without_foreign(text * (100_000 // len(text)) + tail, HOME)
    assert time.process_time() - start < 5
