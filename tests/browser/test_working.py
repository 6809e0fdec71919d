"""People who work on the site: each with their own account, with and without script."""

from test_pages import violations

import pytest


pytestmark = pytest.mark.browser

LINDE = "Huisartsenpraktijk De Linde"


@pytest.mark.parametrize("script", [True, False], ids=["with script", "without script"])
def test_from_a_question_to_a_public_answer(visitor, script):
    title = f"Hoe lang mag ik slapen? ({'met' if script else 'zonder'} script)"
    editor = visitor("redactie", java_script_enabled=script)
    editor.go("vraagbaak")
    editor.page.click("text=Schrijf een vraag")
    editor.fill("title", title)
    editor.fill("question", "Ik slaap elke dag tien uur. Is dat te veel?")
    editor.tick("Slapen")
    editor.part("Deskundigen")
    editor.tick(LINDE)
    editor.save()
    assert editor.heading() == title
    assert editor.state() == "Klad"
    question = editor.page.url.removesuffix("/view")
    editor.press("Vraag de deskundigen")
    assert editor.state() == "Bij deskundigen"

    expert = visitor("zorg", java_script_enabled=script)
    expert.go("mijn-werk")
    expert.page.click(f"text={title}")
    expert.page.click("text=Schrijf een bijdrage")
    assert expert.page.locator("#form-widgets-partner option:checked").inner_text() == LINDE
    expert.write("contribution", "Tien uur is prima als je je fit voelt.")
    expert.page.select_option("#form-widgets-discipline", label="Huisarts")
    expert.save()
    # what comes next stands on the page
    assert expert.state() == "Klad"
    expert.press("Stuur in")
    assert expert.state() == "Ingestuurd"

    editor.go(question)
    editor.page.click("text=Bekijk deze bijdrage")
    editor.press("Keur goed")
    assert editor.state() == "Goedgekeurd"
    editor.go(f"{question}/edit")
    editor.part("Antwoord")
    editor.tick("Algemene uitleg")
    editor.write("summary", "Slaap zo lang als je lijf vraagt.")
    editor.save()
    editor.press("Laat nalezen")
    editor.press("Maak openbaar")
    assert editor.state() == "Openbaar"

    anna = visitor(java_script_enabled=script)
    anna.go(question)
    text = anna.page.inner_text("#inhoud")
    assert "Slaap zo lang als je lijf vraagt." in text
    assert "Tien uur is prima" in text
    assert "Aan het werk" not in text


def test_a_writer_chooses_what_helped(visitor):
    writer = visitor()
    writer.log_in("wijkwebber")
    writer.go("verhalen/++add++SuccessStory")
    writer.fill("title", "Ria danst weer")
    writer.fill("situation", "Ik zat veel alleen.")
    writer.part("Geholpen door")
    page = writer.page
    page.click("#formfield-form-widgets-helped_by .btn-primary")
    page.click(".content-browser-wrapper .levelItems >> text=Partners")
    page.click(".content-browser-wrapper .levelItems >> text=De Huiskamer")
    page.click(
        ".content-browser-wrapper .preview button, .content-browser-wrapper .levelToolbar button:has-text('elect')"
    )
    page.wait_for_selector("#formfield-form-widgets-helped_by >> text=De Huiskamer")
    writer.save()
    assert writer.heading() == "Ria danst weer"
    assert page.locator("#inhoud a:has-text('De Huiskamer')").count()


@pytest.mark.parametrize("script", [True, False], ids=["with script", "without script"])
def test_wrong_input_is_told_on_top_and_at_the_field(visitor, script):
    editor = visitor("redactie", java_script_enabled=script)
    editor.go("partners/de-huiskamer/edit")
    page = editor.page
    editor.part("Adres en openingstijden")
    editor.fill("opening_hours", "maandag dicht")
    editor.fill("city", "Oeverland")
    editor.save()
    assert page.title().startswith("Fout: ")
    assert page.evaluate("document.activeElement.id") == "sb-errors"
    page.click("#sb-errors a")
    hours = page.locator("#form-widgets-opening_hours")
    assert hours.input_value() == "maandag dicht"
    assert hours.get_attribute("aria-invalid") == "true"
    assert page.locator("#form-widgets-opening_hours-error").is_visible()
    assert page.locator("#form-widgets-city").input_value() == "Oeverland"
    if script:
        assert page.evaluate("document.activeElement.id") == "form-widgets-opening_hours"
    editor.fill("opening_hours", "ma 9.00-12.00")
    editor.save()
    assert editor.heading() == "De Huiskamer"


def test_half_a_date_is_not_lost_in_silence(visitor):
    editor = visitor("redactie")
    editor.go("vraagbaak/++add++VraagbaakQuestion")
    editor.fill("title", "Een vraag")
    editor.part("Controle en bron")
    date = editor.page.locator("#form-widgets-review_on")
    date.focus()
    editor.page.keyboard.type("12")
    editor.save()
    assert "geen hele datum" in editor.page.inner_text("#sb-errors")


FORMS = {
    "question": ("redactie", "vraagbaak/++add++VraagbaakQuestion"),
    "partner": ("redactie", "partners/++add++PartnerOrganisation"),
    "meeting": ("redactie", "agenda/++add++Event"),
    "story": ("wijkwebber", "verhalen/++add++SuccessStory"),
    "offer": ("partner", "partners/huisartsenpraktijk-de-linde/++add++ServiceOffer"),
    "module": ("beheer", "modules/++add++EHealthModule"),
    "settings": ("beheer", "@@samenbeter-shared-settings"),
    "my work": ("redactie", "mijn-werk"),
    "a page": ("beheer", "privacy/edit"),
    "a file": ("beheer", "verhalen/++add++File"),
    "a collection": ("beheer", "verhalen/++add++Collection"),
    "contents": ("beheer", "verhalen/folder_contents"),
    "sharing": ("beheer", "verhalen/@@sharing"),
    "history": ("beheer", "privacy/@@historyview"),
    "rules of a folder": ("beheer", "verhalen/@@manage-content-rules"),
    "state of an item": ("beheer", "privacy/content_status_history"),
    "site set-up": ("beheer", "@@overview-controlpanel"),
    "the site": ("beheer", "@@site-controlpanel"),
    "types": ("beheer", "@@content-controlpanel"),
    "people": ("beheer", "@@usergroup-userprefs"),
    "groups": ("beheer", "@@usergroup-groupprefs"),
    "rules": ("beheer", "@@rules-controlpanel"),
    "who I am": ("redactie", "@@personal-information"),
    "what I like": ("redactie", "@@personal-preferences"),
    "my password": ("redactie", "@@change-password"),
}


@pytest.mark.parametrize("name", FORMS)
def test_a_form(name, visitor, axe):
    user, address = FORMS[name]
    somebody = visitor(user, bypass_csp=True)
    page = somebody.go(address)
    page.wait_for_load_state("networkidle")
    # what Plone's widgets keep ready, such as the dialog of repetitions, has headings too
    assert page.locator("h1:visible").count() == 1
    # what names the parts that Plone's scripts make looks a moment later
    page.wait_for_timeout(500)
    assert violations(page, axe) == []
    for width in (1280, 390, 320):
        page.set_viewport_size({"width": width, "height": 900})
        # a table that does not fit gets a box to scroll in
        page.wait_for_timeout(300)
        assert page.evaluate("document.documentElement.scrollWidth") <= width, width
