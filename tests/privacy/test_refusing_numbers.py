"""A citizen service number (BSN) is refused in all that people and programs send: not stored, not logged, not said back."""

from my_rights import forget_limits
from my_rights import says
from my_rights import Visitor
from numbers_site import as_user
from numbers_site import build
from numbers_site import Heard
from numbers_site import left_in
from numbers_site import left_in_database
from numbers_site import NUMBER
from numbers_site import SPELLINGS
from numbers_site import upload_metadata
from numbers_site import USERS
from plone import api
from plone.app.testing import SITE_OWNER_NAME
from plone.app.testing import SITE_OWNER_PASSWORD
from plone.app.textfield.value import RichTextValue
from plone.dexterity.utils import createContentInContainer
from samenbeter.interfaces import ISamenBeterContent
from samenbeter.interfaces import ISamenBeterLayer
from samenbeter.privacy.free_text import free_texts
from samenbeter.shared.gates import IHasPersonalData
from zope.interface import alsoProvides
from zope.lifecycleevent import modified
from zope.schema import getFieldsInOrder
from zope.schema.interfaces import IText

import logging
import pytest
import transaction


pytestmark = pytest.mark.abuse("A44")
OWNER = (SITE_OWNER_NAME, SITE_OWNER_PASSWORD)
TYPES = ("VraagbaakQuestion", "PartnerOrganisation", "EHealthModule", "SuccessStory", "Document", "News Item", "Event")


@pytest.fixture(scope="class")
def heard():
    """All that is logged while the tests of a class run."""
    handler, root = Heard(), logging.getLogger()
    before = root.level
    root.addHandler(handler)
    root.setLevel(logging.INFO)
    yield handler
    root.removeHandler(handler)
    root.setLevel(before)


@pytest.fixture(scope="class")
def site(shared_portal, heard):
    """The site; when the tests are over, nothing of the number is left anywhere in it."""
    forget_limits()
    return build(shared_portal)


@pytest.fixture(autouse=True)
def nothing_is_left(site, shared_layer, heard):
    """No test leaves it in the database, in the log or in the error reports."""
    yield
    transaction.begin()
    assert left_in_database(shared_layer) == []
    assert left_in("\n".join(heard.lines)) == []
    assert left_in(str(site.error_log.getLogEntries())) == []


def form_of(visitor, field):
    """Return what stands in the form of the page that has this field."""
    form = visitor.page.xpath(f"//form[.//*[@name='{field}']]")[0]
    data = {one.name: one.value for one in form.inputs if one.name and isinstance(one.value, str)}
    return {name: value for name, value in data.items() if ".buttons." not in name}


class TestPrograms:
    """Over REST it is an error that says in which field it stands."""

    def test_each_way_to_write_it(self, site):
        """Dots, spaces, other digits, characters that nobody sees, markup in the middle."""
        http, url, passed = as_user("redactie"), site.vraagbaak.absolute_url(), []
        for name, spelling in SPELLINGS.items():
            for text in (spelling, f"Mijn BSN is {spelling}, help mij."):
                answer = http.post(url, json={"@type": "VraagbaakQuestion", "title": text}, timeout=60)
                if answer.status_code != 400 or left_in(answer.text) or "title" not in answer.json()["message"]:
                    passed.append((name, answer.status_code, answer.text))
        assert passed == []

    @pytest.mark.parametrize("user", ["", *USERS])
    def test_whoever_asks(self, site, user):
        """Who may not do it anyway is told that."""
        answer = as_user(user).patch(site.vraagbaak.vraag.absolute_url(), json={"question": NUMBER}, timeout=60)
        assert answer.status_code == (400 if user == "redactie" else 401)
        assert left_in(answer.text) == []

    def test_each_text_field_of_each_type(self, site):
        """Of ours, and of the types that Plone brings."""
        http, missed = as_user(""), []
        http.auth = OWNER
        for portal_type in TYPES:
            for name, value in self._texts(portal_type):
                answer = http.post(site.absolute_url(), json={"@type": portal_type, name: value}, timeout=60)
                if answer.status_code != 400 or f": {name}." not in answer.json().get("message", ""):
                    missed.append((portal_type, name, answer.text))
        assert missed == []

    @staticmethod
    def _texts(portal_type):
        with api.env.adopt_user(username=SITE_OWNER_NAME):
            schema = api.portal.get_tool("portal_types")[portal_type].lookupSchema()
        for name, field in getFieldsInOrder(schema):
            if IText.providedBy(field):
                yield name, f"Ik heb BSN {NUMBER}."
            elif IText.providedBy(getattr(field, "value_type", None)):
                yield name, ["Niets.", f"BSN {NUMBER}"]
        yield "text", {"content-type": "text/html", "data": f"<p>BSN {NUMBER}</p>"}

    def test_the_name_of_a_file(self, site):
        """In JSON, and in the header of an upload in parts."""
        http, url = as_user(""), site.absolute_url()
        http.auth = OWNER
        file = {"filename": f"uitslag_{NUMBER}.txt", "data": "aGFsbG8=", "encoding": "base64", "content-type": "text/x"}
        answer = http.post(url, json={"@type": "File", "title": "Uitslag", "file": file}, timeout=60)
        assert (answer.status_code, "file" in answer.json()["message"]) == (400, True)
        headers = {
            "Tus-Resumable": "1.0.0",
            "Upload-Length": "5",
            "Upload-Metadata": upload_metadata(f"{NUMBER}.txt"),
        }
        assert http.post(f"{url}/@tus-upload", headers=headers, timeout=60).status_code == 400

    def test_what_is_said_at_a_step_and_at_a_consent(self, site):
        """Services have fields of their own."""
        http = as_user("redactie")
        url = f"{site.vraagbaak.vraag.absolute_url()}/@workflow/review"
        assert http.post(url, json={"comment": f"Van {NUMBER}"}, timeout=60).status_code == 400
        body = {"purpose": f"samenbeter.contact {NUMBER}", "answer": "yes"}
        answer = as_user("anna").post(f"{site.absolute_url()}/@consents", json=body, timeout=60)
        assert (answer.status_code, left_in(answer.text)) == (400, [])

    def test_a_search(self, site):
        """Nothing is looked for, and nothing is said back."""
        for query in (f"SearchableText={NUMBER}", "SearchableText=111%20222%20333+slapen"):
            answer = as_user("").get(f"{site.absolute_url()}/@search?{query}", timeout=60)
            assert answer.status_code == 400
            assert left_in(answer.text) == []

    def test_json_that_is_called_a_form(self, site):
        """Zope reads such a body as the name of a field."""
        http = as_user("redactie")
        http.headers["Content-Type"] = "application/x-www-form-urlencoded"
        body = f'{{"@type": "VraagbaakQuestion", "title": "Van {NUMBER}"}}'
        answer = http.post(site.vraagbaak.absolute_url(), data=body, timeout=60)
        assert (answer.status_code, left_in(answer.text)) == (400, [])

    @pytest.mark.abuse("A44")
    def test_json_that_is_called_a_piece_of_a_file_and_the_name_of_a_field(self, site):
        for kind, body in (("application/offset+octet-stream", {"location": NUMBER}), ("text/plain", {NUMBER: "x"})):
            answer = as_user("anna").patch(
                f"{site.absolute_url()}/@users/anna", json=body, headers={"Content-Type": kind}, timeout=60
            )
            assert (answer.status_code, left_in(answer.text)) == (400, [])

    def test_a_password_is_no_text(self, site):
        """Whoever chose such a one can log in."""
        body = {"login": "anna", "password": NUMBER}
        assert as_user("").post(f"{site.absolute_url()}/@login", json=body, timeout=60).status_code == 401

    def test_another_number_passes(self, site):
        """One that is none, as a programs sends it."""
        http = as_user("redactie")
        answer = http.patch(site.vraagbaak.vraag.absolute_url(), json={"question": "Zaak 123456789."}, timeout=60)
        assert answer.status_code == 204


class TestPeople:
    """In a form the rest of the text stays; the number is gone, and the person reads why."""

    def test_a_form_of_ours(self, site):
        """It can be sent at once."""
        editor = Visitor(site, "redactie")
        editor.get("vraagbaak/++add++VraagbaakQuestion")
        data = form_of(editor, "form.widgets.title")
        data |= {"form.widgets.title": "Wie helpt mij?", "form.widgets.question": f"Mijn BSN is {NUMBER}. Wie helpt?"}
        data |= {"form.widgets.other_wordings": f"Help\n{SPELLINGS['full-width']}", "form.buttons.save": "Opslaan"}
        address = f"{editor.base}/vraagbaak/++add++VraagbaakQuestion"
        editor.answer = editor.http.post(address, data=data, allow_redirects=False, timeout=60)
        assert editor.answer.status_code == 200
        assert left_in(editor.answer.text) == []
        assert editor.page.xpath("//*[@aria-invalid='true']/@name") == [
            "form.widgets.question",
            "form.widgets.other_wordings",
        ]
        assert "Dat nummer mogen wij niet hebben" in editor.text
        assert editor.page.find(".//title").text.startswith("Fout")
        kept = form_of(editor, "form.widgets.title")
        assert kept["form.widgets.title"] == "Wie helpt mij?"
        assert "Wie helpt?" in kept["form.widgets.question"]
        editor.answer = editor.http.post(
            address, data={**kept, "form.buttons.save": "Opslaan"}, allow_redirects=False, timeout=60
        )
        assert editor.answer.status_code == 302

    @pytest.mark.parametrize("spelling", ["dots", "zero-width", "in a tag", "entities"])
    def test_a_form_of_plone_with_rich_text(self, site, spelling):
        """Markup does not hide it."""
        with api.env.adopt_user(username=SITE_OWNER_NAME):
            page = api.content.create(site, "Document", f"pagina-{spelling.replace(' ', '-')}", title="Pagina")
            api.user.grant_roles(username="redactie", roles=["Editor"], obj=page)
        transaction.commit()
        editor = Visitor(site, "redactie")
        editor.get(f"{page.getId()}/edit")
        name = "form.widgets.IRichTextBehavior.text"
        data = form_of(editor, name)
        data |= {name: f"<p>BSN {SPELLINGS[spelling]} van mij</p>", f"{name}.mimeType": "text/html"}
        editor.answer = editor.http.post(
            f"{editor.base}/{page.getId()}/edit",
            data={**data, "form.buttons.save": "Opslaan"},
            allow_redirects=False,
            timeout=60,
        )
        assert editor.answer.status_code == 200
        assert left_in(editor.answer.text) == []
        assert "Dat nummer mogen wij niet hebben" in editor.answer.text
        assert "van mij" in form_of(editor, name)[name]

    def test_a_question_about_ones_data(self, site):
        """The page of who has an account."""
        anna = Visitor(site, "anna")
        anna.get("@@mijn-gegevens-kloppen")
        anna.press("ask", text=f"Mijn BSN is {NUMBER}. Mijn straat heet anders.")
        assert (anna.answer.status_code, says("request")) == (200, [])
        assert "Dat nummer mogen wij niet hebben" in anna.text
        assert anna.page.xpath("//textarea[@name='text']/@aria-invalid") == ["true"]
        assert "Mijn straat heet anders." in anna.page.xpath("//textarea[@name='text']")[0].text
        anna.press("ask")
        assert anna.answer.status_code == 303
        assert "Mijn straat heet anders." in says("request")[-1]["text"]

    @pytest.mark.parametrize("page, name", [("@@search", "SearchableText"), ("vraagbaak", "q")])
    def test_a_search_box(self, site, page, name):
        """What is left of the words is looked for."""
        visitor = Visitor(site)
        visitor.get(f"{page}?{name}=slapen%20{NUMBER}")
        assert left_in(visitor.answer.text) == []
        assert "Wij haalden een BSN uit je zoekwoorden" in visitor.text
        assert visitor.page.xpath(f"//main//input[@name='{name}']/@value") == ["slapen"]
        assert visitor.answer.cookies.get_dict() == {}

    def test_a_search_as_one_types(self, site):
        """Finds nothing and says nothing back."""
        answer = Visitor(site).get(f"@@ajax-search?SearchableText={NUMBER}")
        assert answer.json() == {"total": 0, "items": []}

    def test_the_name_of_a_file(self, site):
        """It becomes shorter; nobody has to choose the file again."""
        with api.env.adopt_user(username=SITE_OWNER_NAME):
            folder = api.content.create(site, "Folder", "bestanden", title="Bestanden")
            api.user.grant_roles(username="redactie", roles=["Contributor", "Editor"], obj=folder)
        transaction.commit()
        editor = Visitor(site, "redactie")
        editor.get("bestanden/++add++File")
        data = {**form_of(editor, "form.widgets.title"), "form.buttons.save": "Opslaan", "form.widgets.title": "Brief"}
        file = {"form.widgets.file": (f"brief_{NUMBER}_af.txt", b"hallo", "text/plain")}
        address = f"{editor.base}/bestanden/++add++File"
        editor.answer = editor.http.post(address, data=data, files=file, allow_redirects=True, timeout=60)
        assert "Wij haalden een BSN weg uit wat je stuurde" in editor.answer.text
        transaction.begin()
        (stored,) = site.bestanden.objectValues()
        assert stored.file.filename.startswith("brief_")
        assert left_in(stored.file.filename) == []

    def test_what_is_written_as_the_address(self, site):
        """Error reports show the address; by then it is clean."""
        assert left_in(Visitor(site).get(f"@@sitemap?x={NUMBER}").text) == []


class TestTheLastLine:
    """What no page or service saw is cut when it is stored."""

    def test_by_a_script(self, site):
        """When content is made, and when it is changed."""
        alsoProvides(site.REQUEST, ISamenBeterLayer)
        with api.env.adopt_user(username=SITE_OWNER_NAME):
            made = createContentInContainer(
                site.vraagbaak,
                "VraagbaakQuestion",
                checkConstraints=False,
                title=f"Van {NUMBER} dus",
                other_wordings=["Goed", f"BSN {NUMBER}"],
                summary=RichTextValue(f"<p>BSN <b>{NUMBER}</b>!</p>", "text/html", "text/x-html-safe"),
            )
            made.question = f"Mijn BSN is {NUMBER}."
            modified(made)
        assert ISamenBeterContent.providedBy(made)
        texts = [text.value for text in free_texts(made)]
        assert left_in("\n".join(texts)) == []
        assert "Goed" in texts
        assert not IHasPersonalData.providedBy(made)
        assert any("Mijn BSN is" in text for text in texts)
        transaction.commit()
