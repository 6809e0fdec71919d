"""Rich text brings in no script, no frame, and calls no other host."""

from hypothesis import given
from hypothesis import strategies as st
from samenbeter.shared import html

import pytest


OWN = ("https://wijk.example",)


@pytest.mark.parametrize(
    "text, found",
    [
        ("<p>Gewoon <strong>tekst</strong></p>", set()),
        ('<p><a href="https://elders.example">daar</a> <a href="mailto:a@example.org">mail</a></p>', set()),
        ('<p><a href="/vraagbaak">hier</a> <a href="resolveuid/123">en hier</a></p>', set()),
        ('<img src="resolveuid/123/@@images/image">', set()),
        ('<img src="https://wijk.example/plaatje">', set()),
        ('<p style="text-align: center">midden</p>', set()),
        ("<script>alert(1)</script>", {"tag"}),
        ("<ScRiPt src=//evil.example></script>", {"tag"}),
        ('<iframe src="https://elders.example"></iframe>', {"tag"}),
        ("<p onclick=alert(1)>x</p>", {"event"}),
        ('<a href="javascript:alert(1)">x</a>', {"address"}),
        ('<a href=" java\tscript:alert(1)">x</a>', {"address"}),
        ('<a href="&#106;avascript:alert(1)">x</a>', {"address"}),
        ('<a href="data:text/html,x">x</a>', {"address"}),
        ('<img src="https://elders.example/pixel.gif">', {"image"}),
        ('<img src="//elders.example/pixel.gif">', {"image"}),
        ('<img src="\\\\elders.example/pixel.gif">', {"image"}),
        ('<img src="https://wijk.example.evil.example/x">', {"image"}),
        ('<img src="/a.png" srcset="https://elders.example/a.png 2x">', {"image"}),
        ('<p style="background: url(//elders.example/x)">x</p>', {"style"}),
        ("<svg><image href='https://elders.example/x'/></svg>", {"tag"}),
        ("<form action='/x'><input name=a></form>", {"tag"}),
        ("", set()),
    ],
)
def test_each_problem_is_named(text, found):
    assert html.problems(text, OWN) == found


@given(st.text(max_size=300))
def test_any_text_gets_an_answer(text):
    assert html.problems(text, OWN) <= {"tag", "event", "address", "image", "style"}


def test_a_long_hostile_text_is_read_in_one_pass():
    assert html.problems("<b>" * 5000 + "<script>", OWN) == {"tag"}


@pytest.mark.parametrize(
    "text",
    [
        "<!--><script>x</script>-->",
        "<!-- --!><img src=//e.example/x>-->",
        "<![CDATA[<iframe>]]>",
        "<img src=x onerror=alert(1) ",
    ],
)
def test_what_a_browser_may_read_otherwise_is_a_problem_too(text):
    assert html.problems(text, OWN)
