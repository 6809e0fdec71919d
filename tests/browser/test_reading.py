"""A resident reads: with the keyboard only, and without script."""

import pytest


pytestmark = pytest.mark.browser

SECTIONS = {
    "Vraagbaak": "vraagbaak",
    "Partners": "partners",
    "Modules": "modules",
    "Verhalen": "verhalen",
    "Agenda": "agenda",
}


def inside(section):
    """Return what recognises a link to an item in a section."""
    return lambda _id, text, address: (
        bool(text) and f"/{section}/" in address and "#" not in address and "?" not in address
    )


def test_from_the_front_page_to_each_kind_with_the_keyboard(visitor):
    anna = visitor()
    for title, section in SECTIONS.items():
        anna.go("")
        anna.follow(lambda _id, text, _address, title=title: text == title)
        assert anna.page.url.endswith(f"/{section}")
        listing = anna.heading()
        # past the menu, as somebody does who knows the site
        anna.page.keyboard.press("Home")
        anna.follow(inside(section))
        assert anna.heading()
        assert anna.heading() != listing
        assert anna.page.locator("main#inhoud").inner_text().count(" ") > 30


def test_the_skip_link_is_first_and_leads_to_the_content(visitor):
    anna = visitor()
    anna.go("vraagbaak")
    anna.page.keyboard.press("Tab")
    assert anna.focused()[1] == "Ga naar de inhoud"
    assert anna.page.locator(".sb-skip").bounding_box()["y"] >= 0
    anna.page.keyboard.press("Enter")
    assert anna.focused()[0] == "inhoud"
    anna.page.keyboard.press("Tab")
    assert anna.page.evaluate("document.getElementById('inhoud').contains(document.activeElement)")


def test_search_with_the_keyboard(visitor):
    anna = visitor()
    anna.go("")
    anna.follow(lambda _id, text, _address: text == "Zoeken")
    anna.page.keyboard.press("Tab")
    anna.tab_to(
        lambda id, _text, _address: anna.page.evaluate(
            "document.activeElement.matches('main input[type=text], main input[type=search]')"
        )
    )
    anna.page.keyboard.type("slapen")
    anna.page.keyboard.press("Enter")
    # the page of results fills itself in
    anna.page.wait_for_selector("#inhoud a:has-text('slaap')")


@pytest.mark.parametrize("section", SECTIONS.values())
def test_everything_is_read_without_script(visitor, section):
    anna = visitor(java_script_enabled=False)
    anna.go("")
    anna.page.click(f".sb-nav a[href$='/{section}']")
    links = anna.page.locator(f"#inhoud h3 a[href*='/{section}/'], #inhoud h2 a[href*='/{section}/']")
    title = links.first.inner_text().strip()
    links.first.click()
    assert anna.heading() == title


def test_from_an_answer_to_where_to_go_and_back(visitor, addresses):
    anna = visitor()
    anna.go(addresses["question"])
    question = anna.heading()
    anna.page.locator("#inhoud a[href*='/partners/']").first.click()
    assert anna.heading() != question
    anna.page.go_back()
    assert anna.heading() == question
