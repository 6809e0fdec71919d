"""The Vraagbaak with nothing but a keyboard, and the desk without scripts."""

from question_desk import Desk
from question_desk import NEW
from question_pages import ASK
from question_pages import press
from question_pages import resolve
from samenbeter.shared import guard
from samenbeter.vraagbaak.cases import states
from samenbeter.vraagbaak.cases import store
from test_pages import RING

import pytest
import transaction


pytestmark = pytest.mark.browser

LIST = "vraagbaak/@@werktafel"
TITLE = "Waar eten mensen samen in de buurt?"
REDACTED = "Ik eet sinds kort alleen. Waar eten mensen samen?"
SUMMARY = "Kom dinsdag eten bij De Huiskamer. Je hoeft je niet op te geven."


@pytest.fixture(scope="module")
def desk(site):
    """The desk of the demo."""
    return Desk(site)


@pytest.fixture(autouse=True)
def quick(monkeypatch):
    """Nobody has to read a form for seconds."""
    monkeypatch.setattr(guard, "PACE", 0)


class Keys:
    """Somebody with a keyboard, who always has to see where they are."""

    def __init__(self, page):
        self.page = page

    def to(self, selector, key="Tab", most=150):
        """Press a key until what a selector names has the focus; each stop on the way has to be in sight."""
        for _stop in range(most):
            self.page.keyboard.press(key)
            tag, ring, size = self.page.evaluate(RING)
            # after the last one the focus goes round by the browser itself
            assert tag == "BODY" or (ring and size), self.here()
            if self.page.evaluate("selector => document.activeElement.matches(selector)", selector):
                return self
        raise AssertionError(f"not reached: {selector}")

    def back_to(self, selector):
        """Go back until something has the focus."""
        return self.to(selector, key="Shift+Tab")

    def here(self):
        """Return what has the focus."""
        return self.page.evaluate("document.activeElement.outerHTML.slice(0, 200)")

    def focused(self):
        """Return the id of what has the focus."""
        return self.page.evaluate("document.activeElement.id")

    def told(self):
        """Wait until the focus is on what is wrong: the browser puts it there once the page is drawn."""
        self.page.wait_for_function("document.activeElement.id == 'sb-errors'")

    def write(self, text):
        """Write, in place of what stands there."""
        self.page.keyboard.press("Control+A")
        self.page.keyboard.insert_text(text)

    def space(self):
        """Choose it; that can be seen."""
        self.page.keyboard.press("Space")
        assert self.page.evaluate("document.activeElement.checked")

    def enter(self):
        """Press a button, or follow a link."""
        with self.page.expect_navigation():
            self.page.keyboard.press("Enter")


def test_somebody_asks_with_the_keyboard(visitor):
    page = visitor().go(ASK)
    keys = Keys(page)
    # past what stands on each page
    keys.to("a.sb-skip", most=1)
    page.keyboard.press("Enter")
    keys.to("#text", most=4)

    # what is wrong is told, and leads to its field
    keys.to("button[value=check]").enter()
    keys.told()
    keys.to("#sb-errors a[href='#text']", most=2)
    page.keyboard.press("Enter")
    assert keys.focused() == "text"
    keys.write("Ik eet sinds kort alleen. Bel me op 06 12 34 56 78. Waar eten mensen samen?")

    keys.to("input[name=for_whom]")
    page.keyboard.press("ArrowDown")
    assert page.is_checked("input[name=for_whom][value=other]")
    keys.to("input[name=publish]").space()
    keys.to("#email")
    keys.back_to("input[name=publish]")
    keys.to("#email").write("yara@example.org")
    keys.to("button[value=check]", most=3).enter()
    assert "telefoonnummer" in page.inner_text("main")

    # back once more, and nothing is lost
    keys.to("button[value=change]").enter()
    assert page.input_value("#email") == "yara@example.org"
    keys.to("button[value=check]").enter()
    keys.to("button[value=send]").enter()
    assert page.inner_text("h1") == "Je vraag is binnen"
    code = page.inner_text(".sb-code")

    # and reads how it goes, here and later by the code
    keys.to("main form button[type=submit]").enter()
    assert page.inner_text("h1") == "Zo staat het met je vraag"
    page = visitor().go("vraagbaak")
    keys = Keys(page)
    keys.to("main a[href$='@@mijn-bonnetje']").enter()
    keys.to("#code").write(code)
    keys.enter()
    assert page.inner_text("h1") == "Zo staat het met je vraag"
    keys.to("button[value=erase_ask]").enter()
    keys.to("button[value=erase]").enter()
    keys.told()
    keys.to("#sure").space()
    keys.to("button[value=erase]", most=3).enter()
    assert page.inner_text("h1") == "Alles is gewist"


def test_an_editor_answers_a_question_with_the_keyboard(visitor, desk):
    number = desk.new(NEW).case.number
    page = visitor("redactie").go(LIST)
    keys = Keys(page)

    # with several at once, from the list
    keys.to(f"#case-{number}").space()
    keys.to("button[value=urgent]").enter()
    assert number in page.inner_text("main [role=status]")
    keys.to("main .sb-msg button[value=undo]").enter()
    keys.to(f"a[href$='{number}']").enter()

    # what the asker wrote, and what is marked in it
    keys.to("#case-original ~ form button[value=show]").enter()
    keys.told()
    keys.to("#purpose").space()
    keys.to("button[value=show]", most=4).enter()
    assert "Joke" in page.inner_text("main")
    marks = page.locator("select[name^=choice-]").count()
    assert marks >= 3
    for mark in range(1, marks + 1):
        keys.to(f"#mark-{mark}")
        page.keyboard.press("Home")
        page.keyboard.type("Weg")
        assert page.input_value(f"#mark-{mark}") == "remove"
    keys.to("#redact_title").write(TITLE)
    keys.to("button[value=make]").enter()
    keys.to("#redact_text").write(REDACTED)
    keys.back_to("#redact_title")
    keys.to("button[value=save]").enter()
    assert "Joke" not in page.inner_text("main")

    # to a partner
    box = page.locator("#consult-partners .sb-choice:has(label:text-is('De Huiskamer')) input")
    keys.to(f"#{box.get_attribute('id')}").space()
    keys.to("#consult-note").write("Graag voor dinsdag.")
    keys.to("button[value=ask]").enter()
    assert "De Huiskamer" in page.inner_text("section:has(> #sb-thinking)")

    # the answer
    keys.to("#case-answer ~ form button[value=send]").enter()
    keys.told()
    keys.to("#sb-errors a[href='#summary']", most=3)
    page.keyboard.press("Enter")
    assert keys.focused() == "summary"
    keys.write(SUMMARY)
    keys.to("input[name=answer_type]").space()
    page.keyboard.press("ArrowDown")
    chosen = page.input_value("input[name=answer_type]:checked")
    keys.to("#case-answer ~ form button[value=send]").enter()
    transaction.begin()
    case = store.by_number(desk.desk, number)
    assert case.state == states.ANSWERED
    question = store.question_of(case)
    assert (question.title, question.question, question.answer_type) == (TITLE, REDACTED, chosen)
    assert SUMMARY.split(".")[0] in question.summary.raw


def test_the_desk_works_without_scripts(visitor, desk):
    number = desk.new(NEW).case.number
    page = visitor("redactie", java_script_enabled=False).go(LIST)
    assert number in page.inner_text("main")

    # a list, a theme
    with page.expect_navigation():
        page.click("main nav a:has-text('Beantwoord')")
    assert number not in page.inner_text("main")
    page.go_back()
    page.select_option("#theme", "roken")
    with page.expect_navigation():
        page.click("main form[method=get] button")
    rows = page.locator("tbody tr")
    assert rows.count() and all("Stoppen met roken" in row for row in rows.all_inner_texts())

    # several at once, and taken back
    page.goto(f"{desk.site.absolute_url()}/{LIST}")
    page.check(f"#case-{number}")
    page.select_option("#new_theme", "eten")
    press(page, "theme")
    row = page.locator(f"tr:has(#case-{number})")
    assert "Eten en gewicht" in row.inner_text()
    press(page, "undo")
    assert "Nog kiezen" in row.inner_text()

    # a case
    with page.expect_navigation():
        page.click(f"main a[href$='{number}']")
    page.check("#purpose")
    press(page, "show", "original")
    assert "Joke" in page.inner_text("main")
    resolve(page)
    page.fill("#redact_title", TITLE)
    press(page, "make", "redaction")
    assert "Joke" not in page.input_value("#redact_text")
    page.fill("#redact_text", REDACTED)
    press(page, "save", "redaction")
    transaction.begin()
    case = store.by_number(desk.desk, number)
    assert case.state == states.REDACTED
    assert store.question_of(case).question == REDACTED
