"""Choosing in a form: what is offered, what is kept, what is stored."""

from actors import relate
from actors import session_of
from actors import Stage
from forms import error_at
from forms import form_of
from forms import name_of
from forms import page_of
from forms import send
from forms import value_of
from PIL import Image
from plone import api
from plone.uuid.interfaces import IUUID

import io
import json
import pytest
import transaction


def picture(colour="green"):
    """Return a small picture as a file of a form."""
    data = io.BytesIO()
    Image.new("RGB", (4, 4), colour).save(data, "PNG")
    return (f"{colour}.png", data.getvalue(), "image/png")


@pytest.fixture(scope="class")
def stage(shared_portal):
    return Stage(shared_portal)


@pytest.fixture
def editor():
    with session_of("editor", "text/html") as http:
        yield http


@pytest.fixture
def expert():
    with session_of("expert who wrote it", "text/html") as http:
        yield http


@pytest.fixture(autouse=True)
def _see_what_others_stored():
    fresh()


def fresh():
    """See what others stored."""
    transaction.begin()


def targets(value):
    """Return the UIDs behind stored relations."""
    return [IUUID(relation.to_object) for relation in value]


class TestPartners:
    def test_an_expert_starts_with_the_own_partner(self, stage, expert):
        page = page_of(expert.get(f"{stage.question.absolute_url()}/++add++VraagbaakAnswer"))
        assert value_of(page, "partner") == IUUID(stage.partners["one"])

    def test_an_editor_starts_with_none(self, stage, editor):
        page = page_of(editor.get(f"{stage.question.absolute_url()}/++add++VraagbaakAnswer"))
        assert value_of(page, "partner") == "--NOVALUE--"
        offered = [option.text for option in form_of(page).inputs[name_of(form_of(page), "partner")]]
        assert offered == ["Nog niet gekozen", "Iets", "Iets"]

    def test_the_start_is_not_stored_without_the_form(self, stage):
        with session_of("expert who wrote it", "application/json") as http:
            answer = http.post(
                stage.question.absolute_url(),
                json={"@type": "VraagbaakAnswer", "contribution": "<p>Zo.</p>", "discipline": "huisarts"},
            )
        assert answer.status_code == 201
        assert answer.json()["partner"] is None

    def test_consulted_partners_are_ticked_and_stored(self, stage, editor):
        question = stage.new("VraagbaakQuestion")
        transaction.commit()
        both = [IUUID(partner) for partner in stage.partners.values()]
        assert send(editor, f"{question.absolute_url()}/edit", consulted=both).status_code == 302
        fresh()
        assert sorted(targets(question.consulted)) == sorted(both)

    def test_who_no_longer_takes_part_is_offered_only_where_chosen(self, stage, editor):
        question = stage.new("VraagbaakQuestion")
        relate(question, "consulted", [stage.partners["two"]])
        stage.put(stage.partners["two"], "paused")
        page = page_of(editor.get(f"{question.absolute_url()}/edit"))
        assert value_of(page, "consulted") == [IUUID(stage.partners["two"])]
        assert "Iets (doet nu niet mee)" in page.text_content()
        new = page_of(editor.get(f"{stage.desk.absolute_url()}/++add++VraagbaakQuestion"))
        assert "Iets (doet nu niet mee)" not in new.text_content()
        stage.put(stage.partners["two"], "active")

    def test_a_choice_that_the_writer_cannot_see_stays(self, stage, expert):
        answer = stage.new("VraagbaakAnswer")
        relate(answer, "partner", stage.partners["two"])
        stage.put(stage.partners["two"], "proposed")
        url = f"{answer.absolute_url()}/edit"
        assert value_of(page_of(expert.get(url)), "partner") == "--NOVALUE--"
        assert send(expert, url, difference="Anders").status_code == 302
        fresh()
        assert answer.difference == "Anders"
        assert answer.partner.to_object == stage.partners["two"]
        stage.put(stage.partners["two"], "active")


class TestChoices:
    def test_what_is_optional_can_be_taken_back(self, stage, editor):
        question = stage.new("VraagbaakQuestion")
        transaction.commit()
        url = f"{question.absolute_url()}/edit"
        assert value_of(page_of(editor.get(url)), "answer_type") == "see_gp"
        assert send(editor, url, answer_type="--NOVALUE--").status_code == 302
        fresh()
        assert question.answer_type is None

    def test_lines_are_kept_as_lines(self, stage, editor):
        question = stage.new("VraagbaakQuestion")
        transaction.commit()
        assert send(editor, f"{question.absolute_url()}/edit", other_wordings="een\r\n\r\ntwee\r\n").status_code == 302
        fresh()
        assert question.other_wordings == ["een", "twee"]

    def test_a_line_is_text_and_never_markup(self, stage, editor):
        evil = "</textarea><script>alert(1)</script>"
        answer = stage.new("VraagbaakAnswer")
        transaction.commit()
        url = f"{answer.absolute_url()}/edit"
        assert send(editor, url, sources=evil).status_code == 302
        for page in (editor.get(url).text, send(editor, url, sources=evil + "a" * 400).text):
            assert evil not in page
            assert "&lt;/textarea&gt;&lt;script" in page

    def test_related_content_is_browsed_by_kind(self, stage, expert):
        page = page_of(expert.get(f"{stage.question.absolute_url()}/++add++VraagbaakAnswer"))
        form = form_of(page)
        options = json.loads(form.inputs[name_of(form, "referrals")].get("data-pat-contentbrowser"))
        assert set(options["selectableTypes"]) == {
            "ServiceOffer",
            "PartnerOrganisation",
            "EHealthModule",
            "SuccessStory",
            "Event",
        }
        asked = {"query": "{}", "attributes": '["UID", "portal_type"]', "batch": '{"page": 1, "size": 50}'}
        found = expert.get(options["vocabularyUrl"], params=asked).json()["results"]
        assert IUUID(stage.partners["one"]) in [item["UID"] for item in found]

    def test_related_content_is_stored_in_the_order_chosen(self, stage, expert):
        one, two = (IUUID(stage.partners[name]) for name in ("two", "one"))
        answer = stage.new("VraagbaakAnswer")
        transaction.commit()
        assert send(expert, f"{answer.absolute_url()}/edit", referrals=f"{one};{two}").status_code == 302
        fresh()
        assert targets(answer.referrals) == [one, two]
        page = page_of(expert.get(f"{answer.absolute_url()}/edit"))
        assert value_of(page, "referrals") == f"{one};{two}"


class TestPictures:
    @pytest.fixture
    def url(self, stage):
        self.partner = stage.partners["one"]
        return f"{self.partner.absolute_url()}/edit"

    def test_a_chosen_file_is_enough(self, url, editor):
        for colour in ("green", "blue"):
            assert send(editor, url, logo=picture(colour)).status_code == 302
            fresh()
            assert self.partner.logo.filename == f"{colour}.png"

    def test_it_stays_when_nothing_is_chosen(self, url, editor):
        assert send(editor, url, city="Oeverland").status_code == 302
        fresh()
        assert self.partner.logo.filename == "blue.png"

    def test_a_file_that_is_refused_is_not_kept_and_takes_nothing_away(self, url, editor):
        page = page_of(send(editor, url, logo=("kat.png", b"geen plaatje", "image/png")))
        assert "geen plaatje" in error_at(page, "logo")
        assert "kat.png" not in page.text_content()
        names = form_of(page).inputs.keys()
        assert not [name for name in names if name.endswith("file_upload_id")]
        assert value_of(page, "action") == "nochange"

    def test_a_good_file_waits_while_something_else_is_mended(self, url, editor):
        page = page_of(send(editor, url, logo=picture("red"), website="x"))
        assert "red.png" in page.text_content()
        form = form_of(page)
        form.inputs[name_of(form, "website")].value = ""
        pairs = [*form.form_values(), ("form.buttons.save", "1")]
        assert editor.post(url, files=[(n, (None, v)) for n, v in pairs], allow_redirects=False).status_code == 302
        fresh()
        assert self.partner.logo.filename == "red.png"

    def test_it_can_be_taken_away(self, url, editor):
        assert send(editor, url, action="remove").status_code == 302
        fresh()
        assert self.partner.logo is None


def test_the_vocabulary_of_partners_has_only_what_somebody_may_see(functional_portal):
    stage = Stage(functional_portal)
    stage.put(stage.partners["two"], "proposed")
    with session_of("expert who wrote it", "application/json") as http:
        found = http.get(f"{functional_portal.absolute_url()}/@vocabularies/samenbeter.partners").json()["items"]
    assert [item["token"] for item in found] == [IUUID(stage.partners["one"])]
    assert api.content.get_state(stage.partners["two"]) == "proposed"
