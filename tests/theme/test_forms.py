"""How a form is drawn: labels, help and errors that belong to their inputs."""

from actors import session_of
from actors import Stage
from forms import error_at
from forms import page_of
from plone import api
from samenbeter.shared.fields import FieldError
from samenbeter.theme.problems import words_for
from zope import schema
from zope.schema import interfaces

import pytest
import transaction


@pytest.fixture(scope="class")
def stage(shared_portal):
    return Stage(shared_portal)


@pytest.fixture
def editor():
    with session_of("editor", "text/html") as http:
        yield http


class TestDrawing:
    @pytest.fixture
    def page(self, stage, editor):
        return page_of(editor.get(f"{stage.desk.absolute_url()}/++add++VraagbaakQuestion"))

    def test_help_stands_between_label_and_input_and_belongs_to_it(self, page):
        field = page.get_element_by_id("formfield-form-widgets-title")
        label, hint, box = field.xpath(".//label | .//*[contains(@class, 'sb-hint')] | .//input")
        assert label.get("for") == box.get("id")
        assert box.get("aria-describedby") == hint.get("id")
        assert not box.get("aria-invalid")

    def test_boxes_and_radios_have_a_legend(self, page):
        for name in ("IThemed-themes", "target_groups", "answer_type", "consulted"):
            (group,) = page.get_element_by_id(f"formfield-form-widgets-{name}").xpath("./fieldset")
            assert group.xpath("string(./legend)").strip()
            assert group.xpath(".//input[@type='checkbox' or @type='radio']")
        assert group.xpath("string(@aria-describedby)") == "form-widgets-consulted-hint"

    def test_what_may_stay_empty_says_so(self, page):
        optional = {one.get("id") for one in page.xpath("//*[contains(@class, 'sb-opt')]/ancestor::*[@data-fieldname]")}
        assert "formfield-form-widgets-question" in optional
        assert "formfield-form-widgets-title" not in optional

    def test_lists_of_lines_are_text_areas_and_dates_are_dates(self, page):
        assert page.get_element_by_id("form-widgets-other_wordings").tag == "textarea"
        assert page.get_element_by_id("form-widgets-review_on").get("type") == "date"

    def test_each_label_belongs_to_an_input(self, stage, editor):
        for url in (
            f"{stage.folder.absolute_url()}/++add++PartnerOrganisation",
            f"{stage.question.absolute_url()}/++add++VraagbaakAnswer",
        ):
            page = page_of(editor.get(url))
            form = page.get_element_by_id("form")
            missing = [
                one.get("for") for one in form.xpath(".//label") if not form.xpath(f".//*[@id='{one.get('for')}']")
            ]
            assert missing == []

    def test_no_portlets_and_no_script_inside_the_page(self, page):
        assert not page.xpath("//aside[@id='portal-column-two' or @id='portal-column-one']")
        assert not page.get_element_by_id("inhoud").xpath(".//script[not(@src)]")
        assert not page.get_element_by_id("inhoud").xpath(".//*[@onclick]")

    def test_a_site_with_its_own_frame_has_its_own_forms(self, stage, editor):
        transaction.begin()
        api.portal.set_registry_record("samenbeter.theme.frame", False)
        transaction.commit()
        page = page_of(editor.get(f"{stage.desk.absolute_url()}/++add++VraagbaakQuestion"))
        assert not page.find_class("sb-form")
        assert page.find_class("pat-validation")
        api.portal.set_registry_record("samenbeter.theme.frame", True)
        transaction.commit()

    @pytest.mark.parametrize("start", ["2026-01-01T10:00:00:00:00", "T", "2026-01-01T"])
    def test_no_date_breaks_a_form(self, stage, start):
        with session_of("manager", "text/html") as http:
            answer = http.post(
                f"{stage.folder.absolute_url()}/++add++Event",
                data={
                    "form.widgets.IDublinCore.title": "",
                    "form.widgets.IEventBasic.start": start,
                    "form.buttons.save": "1",
                },
            )
        assert error_at(page_of(answer), "title")

    def test_the_log_in_form_is_drawn_for_who_has_no_account(self, stage):
        with session_of("anonymous", "text/html") as http:
            page = page_of(http.get(f"{stage.portal.absolute_url()}/login"))
        assert page.get_element_by_id("__ac_name").get("name") == "__ac_name"
        assert page.xpath("//label[@for='__ac_password']")


LINE = schema.TextLine(max_length=5)
NUMBER = schema.Int(min=1, max=20)
LINES = schema.List(value_type=LINE)


@pytest.mark.parametrize(
    "field, value, words",
    [
        (LINE, None, "Vul dit nog in."),
        (LINE, "abcdef", "Dit is te lang. Gebruik hooguit 5 tekens."),
        (LINE, "a\nb", "Schrijf dit op één regel."),
        (LINES, ["abcdef"], "Dit is te lang. Gebruik hooguit 5 tekens."),
        (NUMBER, 0, "Kies iets van 1 tot en met 20."),
        (schema.Int(max=3), 4, "Dit is te veel. Het mag hooguit 3 zijn."),
        (schema.Int(min=3), 2, "Dit is te weinig. Het moet minstens 3 zijn."),
        (schema.TextLine(min_length=3), "a", "Dit is te kort. Gebruik minstens 3 tekens."),
        (schema.Choice(values=("a",)), None, "Kies er een."),
        (schema.URI(), "x", "Dit is geen webadres. Schrijf het zoals https://www.voorbeeld.nl."),
    ],
)
def test_the_words_say_what_to_do(portal, field, value, words):
    with pytest.raises(schema.ValidationError) as caught:
        field.validate(value)
    assert api.portal.translate(words_for(caught.value, field), lang="nl") == words


def test_other_errors_keep_their_own_words():
    class OwnError(interfaces.ConstraintNotSatisfied):
        """Only on Tuesdays."""

    assert words_for(OwnError(), LINE) == "Only on Tuesdays."
    assert words_for(FieldError("Zo niet."), LINE) == "Zo niet."
    assert words_for(ValueError("x"), schema.Date()).default.startswith("Dit is geen hele datum")
