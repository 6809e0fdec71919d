"""What somebody looked for stands in the address that is not there."""

from samenbeter.theme.lost import words_of

import pytest


@pytest.mark.parametrize(
    ("path", "words"),
    [
        ("/samenbeter/slecht-slapen", "slecht slapen"),
        ("/samenbeter/vraagbaak/rsej933e4q", "vraagbaak"),
        ("/samenbeter/folder/Geld%20en%20schulden.html", "folder geld schulden"),
        ("/samenbeter/@@sb/x", ""),
        ("/samenbeter/++api++/hulp", "hulp"),
        ("/samenbeter/index.php", ""),
        ("/samenbeter/wp-login.php", "login"),
        ("/samenbeter/2024/11/wandelen", "wandelen"),
        ("/samenbeter/café-bezoek", "café bezoek"),
        ("/samenbeter/" + "a" * 200, ""),
        ("", ""),
    ],
)
def test_the_words_of_an_address(path, words):
    assert words_of(path, "samenbeter") == words
