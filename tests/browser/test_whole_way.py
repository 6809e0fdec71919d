"""A question goes its whole way: asked without a name, answered by two partners, approved, published, and gone again.

With real browsers, a real mail server and a clock that the test holds.
"""

from datetime import datetime
from datetime import timezone
from samenbeter.shared import clock
from samenbeter.shared import guard
from samenbeter.shared import jobs
from samenbeter.shared import mail
from samenbeter.vraagbaak.cases import index
from samenbeter.vraagbaak.cases import store
from test_pages import violations
from test_sign_up import box  # noqa: F401 - a fixture

import pytest
import re
import transaction


pytestmark = pytest.mark.browser

PHONE = {"viewport": {"width": 390, "height": 844}}
# a Monday at ten
NOW = datetime(2026, 11, 30, 9, 0, tzinfo=timezone.utc)
TEXT = "Ik ben Yara de Wit. Mijn moeder valt vaak op de trap. Bel me op 06 12 34 56 78. Wie kan helpen?"
TITLE = "Hoe komt iemand veilig de trap op?"
REDACTED = "Iemand valt vaak op de trap. Wie kan helpen?"
SUMMARY = "Vraag een leuning aan bij de gemeente. Dat kost niets."
EMAIL = "vrager@example.org"


@pytest.fixture
def frozen(monkeypatch):
    """The clock stands still."""
    monkeypatch.setattr(clock, "now", lambda: NOW)
    monkeypatch.setattr(guard, "PACE", 0)


def mails_to(box_, address):
    """Let the site send what waits; return the mails to an address."""
    transaction.begin()
    jobs.run_due(only=mail.JOB)
    return [letter for letter in box_.mails if letter["To"] == address]


def text_of(letter):
    """Return the plain text of a mail."""
    return letter.get_body(("plain",)).get_content()


def press(page, name, value):
    """Press a button of a form, and wait for the answer."""
    with page.expect_navigation():
        page.click(f"main button[name={name}][value={value}]")


def ask(visitor, **options):
    """Ask a question as somebody without an account; return the code of the receipt."""
    asker = visitor(**options)
    page = asker.go("vraagbaak/@@stel-je-vraag")
    page.fill("#text", TEXT)
    page.check("input[name=for_whom][value=other]")
    page.check("input[name=publish][value=yes]")
    page.fill("#email", EMAIL)
    press(page, "do", "check")
    assert "telefoonnummer" in page.inner_text("main")
    press(page, "do", "send")
    assert asker.heading() == "Je vraag is binnen"
    assert "maandag 30 november" in page.inner_text(".sb-bon") or "dinsdag 1 december" in page.inner_text(".sb-bon")
    assert not asker.context.cookies()
    return page.inner_text(".sb-code").strip()


def number_of(site, code):
    """Return the number by which the desk calls the question of a code."""
    transaction.begin()
    return store.by_code(code).number


def redact(editor, number):
    """Open the words, resolve each mark, and save the question."""
    page = editor.go(f"vraagbaak/@@dossier/{number}")
    assert "Yara" not in page.content()
    page.check("input[name=purpose][value=redact]")
    press(page, "do", "show")
    assert "Yara de Wit" in page.inner_text("main")
    for select in page.query_selector_all("select[name^=choice-]"):
        select.select_option("remove")
    press(page, "do", "make")
    page.fill("#redact_title", TITLE)
    page.fill("#redact_text", REDACTED)
    press(page, "do", "save")
    assert "Yara" not in page.content()


def consult(editor, number, partners):
    """Ask partners."""
    page = editor.go(f"vraagbaak/@@dossier/{number}")
    for partner in partners:
        page.check(f"#consult-partners label:has-text('{partner}') >> nth=0")
    with page.expect_navigation():
        page.click("form:has(#consult-note) button[value=ask]")


def test_from_a_question_without_a_name_to_the_site_and_gone(site, visitor, box, frozen, axe):  # noqa: F811
    code = ask(visitor, java_script_enabled=False)
    number = number_of(site, code)

    editor = visitor("redactie")
    page = editor.go("vraagbaak/@@werktafel")
    assert number in page.inner_text("main") and "Yara" not in page.content()
    redact(editor, number)
    consult(editor, number, ["Huisartsenpraktijk De Linde", "De Huiskamer"])

    # one expert by the mailed link, on a phone, without logging in
    from plone import api

    address = api.user.get(username="zorg").getProperty("email")
    letter = text_of(mails_to(box, address)[-1])
    assert "trap" not in letter
    link = re.search(r"https?://\S+antwoord-geven\?code=\S+", letter)[0]
    phone = visitor(**PHONE)
    page = phone.go(link)
    assert REDACTED in page.inner_text("main") and "Yara" not in page.content()
    page.fill("#contribution", "Laat een leuning maken aan twee kanten.")
    page.select_option("#discipline", index=1)
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    press(page, "do", "contribute")
    # it worked once
    assert REDACTED not in phone.go(link).inner_text("body")

    # the other one by logging in
    other = visitor("welzijn")
    page = other.go("@@vragen-voor-mij")
    with page.expect_navigation():
        page.click(f"main a:has-text('{TITLE}')")
    if "bijdrage" not in page.url:
        page = other.go(f"{page.url.partition('?')[0].rstrip('/')}/@@bijdrage")
    page.fill("#contribution", "Kom oefenen op dinsdag, samen met anderen.")
    page.select_option("#discipline", index=2)
    press(page, "do", "contribute")

    # the answer
    page = editor.go(f"vraagbaak/@@dossier/{number}")
    for _one in range(2):
        with page.expect_navigation():
            page.click("main button[name=do][value=accept] >> nth=0")
    page.fill("#summary", SUMMARY)
    page.check("input[name=answer_type][value=way_finding]")
    with page.expect_navigation():
        page.click("main section:has(#summary) button[name=do][value=send]")
    letter = text_of(mails_to(box, EMAIL)[-1])
    assert "trap" not in letter and code not in letter and "mijn-bonnetje" in letter
    page = editor.go(f"vraagbaak/@@dossier/{number}")
    press(page, "do", "ask_approval")

    # the asker reads it, on a phone, and says yes
    asker = visitor(**PHONE)
    page = asker.go("vraagbaak/@@mijn-bonnetje")
    page.fill("#code", code.lower())
    with page.expect_navigation():
        page.click("main form button[type=submit]")
    text = page.inner_text("main")
    assert SUMMARY in text and "Laat een leuning maken" in text and "Kom oefenen" in text
    assert TITLE in text and REDACTED in text
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    assert code.replace("-", "") not in page.url
    assert violations(page, axe) == []
    press(page, "do", "approve")
    assert not asker.context.cookies()

    # on the site
    page = editor.go(f"vraagbaak/@@dossier/{number}")
    press(page, "do", "publish")
    transaction.begin()
    question = store.question_of(store.by_code(code))
    address = question.absolute_url()
    reader = visitor()
    assert SUMMARY in reader.go(address).inner_text("main")
    assert number not in reader.page.content() and "Yara" not in reader.page.content()

    # and gone everywhere in the same moment
    page = editor.go(f"vraagbaak/@@dossier/{number}")
    press(page, "do", "withdraw")
    places = (address, f"@@search?SearchableText={TITLE.split()[2]}", "vraagbaak", "vraagbaak/RSS", "sitemap.xml.gz")
    for place in places:
        response = reader.context.request.get(place if place.startswith("http") else f"{reader.home}/{place}")
        assert TITLE not in response.text() if "gz" not in place else True, place
    # what is hidden looks like a page that needs a log-in, or like none
    assert reader.context.request.get(address, max_redirects=0).status in (302, 404)
    assert index.get() is not None
