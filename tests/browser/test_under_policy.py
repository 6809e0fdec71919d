"""The tools of editors and administrators work under the policy of the hardened site, without an error."""

from journeys import PAGES
from plone import api
from plone.app.testing import SITE_OWNER_NAME
from plone.app.testing import SITE_OWNER_PASSWORD
from samenbeter.hardening import switches

import base64
import pytest
import re
import transaction


pytestmark = pytest.mark.browser

SWITCHES = ("headers", "storing", "pictures", "methods", "logs")
# what a browser reports of the policy, also where its console would say it in other words
WATCH = "addEventListener('securitypolicyviolation', e => console.error('POLICY ' + e.effectiveDirective + ' ' + e.blockedURI))"
# of Plone's own making, with the policy and without it: files that its templates name and nobody has
# and that a form that nobody touched wanted to ask whether its changes may go
NOT_OURS = re.compile(r"jscalendar|manage-contentrules\.css|'beforeunload'")

MEMBERS = ("", "vraagbaak", "mijn-gegevens", "mijn-samenbeter", "mijn-wachtwoord", "@@personal-information")
EDITORS = {
    "front": "",
    "work": "mijn-werk",
    "question": "vraagbaak/++add++VraagbaakQuestion",
    "partner": "partners/de-huiskamer/edit",
    "meeting": "agenda/++add++Event",
    "who I am": "@@personal-information",
}
MANAGERS = [
    *(f"verhalen/++add++{kind}" for kind in ("Document", "News Item", "Image", "File", "Link", "Collection")),
    "modules/++add++EHealthModule",
    "verhalen/++add++SuccessStory",
    "folder_contents",
    "verhalen/folder_contents",
    "verhalen/@@sharing",
    "toegankelijkheid/@@historyview",
    "verhalen/folder_constraintypes_form",
    "verhalen/@@manage-content-rules",
    "@@manage-portlets",
    "@@overview-controlpanel",
    *(
        f"@@{name}-controlpanel"
        for name in "actions caching content dateandtime editing filter imaging language mail maintenance navigation "
        "redirection resourceregistry search security site social syndication theming tinymce usergroup".split()
    ),
    "@@usergroup-userprefs",
    "@@usergroup-groupprefs",
    "@@member-fields",
    "@@dexterity-types",
    "@@dexterity-types/Document",
    "@@rules-controlpanel",
    "prefs_install_products_form",
    "portal_registry",
    "@@new-user",
    "@@samenbeter-shared-settings",
    "@@samenbeter-jobs",
]


@pytest.fixture(scope="module", autouse=True)
def strict(site):
    """The demo neighbourhood, stricter; as before when these tests are done."""
    with api.env.adopt_user(username=SITE_OWNER_NAME):
        for name in SWITCHES:
            switches.turn_on(name)
    transaction.commit()
    yield
    transaction.begin()
    with api.env.adopt_user(username=SITE_OWNER_NAME):
        for name in SWITCHES:
            switches.turn_off(name)
    transaction.commit()


@pytest.fixture
def watched(visitor):
    """Return a maker of visitors whose browser writes down each error."""

    def make(user="", **options):
        one = visitor("" if user == SITE_OWNER_NAME else user, **options)
        if user == SITE_OWNER_NAME:
            secret = base64.b64encode(f"{SITE_OWNER_NAME}:{SITE_OWNER_PASSWORD}".encode()).decode()
            one.context.set_extra_http_headers({"Authorization": f"Basic {secret}"})
        one.errors = []
        one.page.add_init_script(WATCH)
        one.page.on("console", lambda line: one.errors.append(line.text) if line.type == "error" else None)
        one.page.on("pageerror", lambda error: one.errors.append(str(error)))
        return one

    return make


def look(somebody, path):
    """Open a page and wait until its scripts are done; return the errors."""
    somebody.errors.clear()
    answer = somebody.page.goto(path if path.startswith("http") else f"{somebody.home}/{path}")
    if somebody.page.locator("script[src*='bundle']").count():
        # the editors' tools fetch their parts themselves
        somebody.page.wait_for_load_state("networkidle")
        somebody.page.wait_for_timeout(200)
    policy = answer.headers.get("content-security-policy", "")
    wrong = [] if answer.status == 200 and "script-src 'self'" in policy else [f"{answer.status} {policy}"]
    return wrong + errors(somebody)


def errors(somebody):
    """Return the errors until now, each once."""
    return [error for error in dict.fromkeys(somebody.errors) if not NOT_OURS.search(error)]


def test_visitors_pages(watched, addresses):
    somebody = watched()
    found = {name: look(somebody, addresses[name]) for name in PAGES if name != "not there"}
    found |= {path: look(somebody, path) for path in ("account-maken", "account-met-code", "waarom-een-account")}
    assert {name: said for name, said in found.items() if said} == {}


def test_pages_of_a_member(watched):
    member = watched("anna")
    found = {path: look(member, path) for path in MEMBERS}
    assert {path: said for path, said in found.items() if said} == {}


def test_pages_of_editors(watched):
    editor = watched("redactie")
    found = {name: look(editor, path) for name, path in EDITORS.items()}
    assert {name: said for name, said in found.items() if said} == {}


def test_pages_of_who_runs_the_site(watched):
    manager = watched(SITE_OWNER_NAME)
    found = {path: look(manager, path) for path in MANAGERS}
    assert {path: said for path, said in found.items() if said} == {}


def test_the_editor_of_texts(watched):
    editor = watched("beheer")
    assert look(editor, "toegankelijkheid/edit") == []
    page = editor.page
    page.locator("iframe.tox-edit-area__iframe").first.content_frame.locator("body").click()
    page.keyboard.press("Control+Home")
    page.keyboard.type("Onder de regels getypt. ")
    page.click(".tox-tbtn[aria-label='Vetgedrukt']")
    for words in ("Afbeelding invoegen/bewerken", "Link invoegen/bewerken"):
        button = page.locator(f".tox-tbtn[aria-label='{words}']")
        if not button.is_visible():
            page.click(".tox-tbtn[aria-label='Extra werkbalkitems tonen of verbergen']")
        button.click()
        dialog = page.locator(".modal.show")
        dialog.wait_for()
        # the list of what there is on the site
        dialog.locator(
            ".content-browser-selected-items-wrapper .btn-primary, .btn-primary:has-text('electeer')"
        ).first.click()
        page.wait_for_selector(".content-browser-wrapper .levelItems")
        page.wait_for_timeout(300)
        page.click(".content-browser-wrapper [aria-label='close']")
        dialog.locator(".btn-close, .modal-close, .plone-modal-close").first.click()
        dialog.wait_for(state="hidden")
    editor.save()
    assert "Onder de regels getypt." in page.inner_text("#inhoud")
    assert errors(editor) == []


def test_the_table_of_a_folder(watched):
    editor = watched("beheer")
    assert look(editor, "verhalen/folder_contents") == []
    page = editor.page
    page.wait_for_selector(".pat-structure tbody tr")
    page.locator(".pat-structure tbody tr input[type=checkbox]").first.check()
    for button in ("rename", "tags", "properties", "delete"):
        page.click(f"#btn-{button}")
        page.wait_for_selector(f".popover.{button}, .popover:visible")
        page.wait_for_timeout(200)
        page.keyboard.press("Escape")
        page.click(f"#btn-{button}")
    page.fill(".pat-structure .search-query", "Ria")
    page.wait_for_timeout(500)
    assert errors(editor) == []


@pytest.mark.parametrize("action", ["delete", "rename"])
def test_a_dialog(watched, action):
    editor = watched("beheer")
    assert look(editor, "toegankelijkheid") == []
    # the menu of the toolbar opens on what is in it
    editor.page.evaluate(f"document.querySelector('#plone-contentmenu-actions-{action}').click()")
    dialog = editor.page.locator(".modal.show")
    dialog.wait_for()
    assert dialog.locator("form").count()
    dialog.locator(".btn-close, .modal-close").first.click()
    assert errors(editor) == []


def test_what_belongs_together(watched):
    editor = watched("beheer")
    assert look(editor, "verhalen/++add++SuccessStory") == []
    page = editor.page
    editor.part("Geholpen door")
    page.click("#formfield-form-widgets-helped_by .btn-primary")
    page.click(".content-browser-wrapper .levelItems >> text=Partners")
    page.click(".content-browser-wrapper .levelItems >> text=De Huiskamer")
    page.click(
        ".content-browser-wrapper .preview button, .content-browser-wrapper .levelToolbar button:has-text('elect')"
    )
    page.wait_for_selector("#formfield-form-widgets-helped_by >> text=De Huiskamer")
    assert errors(editor) == []


def test_choosing_in_order_works(watched):
    """The buttons of this list of Plone's have code in the page, which is allowed by what it is."""
    manager = watched(SITE_OWNER_NAME)
    assert look(manager, "@@language-controlpanel") == []
    page = manager.page
    left, right = (page.locator(f"#form-widgets-available_languages-{side} option") for side in ("from", "to"))
    before = right.count()
    left.first.click()
    page.click("#formfield-form-widgets-available_languages [name=from2toButton]")
    assert right.count() == before + 1
    assert errors(manager) == []


def test_what_is_smuggled_in_does_not_run(watched, strict):
    """The policy is what stops it, not only the cleaning of texts."""
    somebody = watched()
    look(somebody, "")
    page = somebody.page
    page.evaluate(
        "const s = document.createElement('script'); s.textContent = 'window.hit = 1'; document.body.append(s)"
    )
    page.evaluate("document.body.insertAdjacentHTML('beforeend', '<img src=x onerror=\"window.hit = 2\">')")
    page.evaluate("document.body.insertAdjacentHTML('beforeend', '<iframe src=\"https://evil.example/\"></iframe>')")
    page.wait_for_timeout(300)
    assert page.evaluate("window.hit") is None
    assert any("POLICY frame-src" in error for error in somebody.errors)
