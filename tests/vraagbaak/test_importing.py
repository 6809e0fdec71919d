"""What an import makes of records, and what it leaves alone."""

from Acquisition import aq_base
from at_the_desk import make
from at_the_desk import rich
from at_the_desk import step
from contextlib import contextmanager
from DateTime import DateTime
from datetime import date
from faq_records import lines
from faq_records import record
from plone import api
from plone.app.testing import logout
from plone.app.testing import SITE_OWNER_NAME
from plone.locking.interfaces import ILockable
from samenbeter.shared.gates import IHasPersonalData
from samenbeter.shared.system import as_system
from samenbeter.vraagbaak import faq
from samenbeter.vraagbaak import importing
from samenbeter.vraagbaak.document import Document
from samenbeter.vraagbaak.importing import bring_in
from samenbeter.vraagbaak.importing import shortened
from samenbeter.vraagbaak.importing import themes_of_words
from samenbeter.vraagbaak.settings import IVraagbaakSettings
from zope.i18n import translate
from zope.schema.interfaces import ValidationError

import pytest


@pytest.fixture
def bring(desk):
    """Bring a record in, as a runner does; return what became of it."""

    def bring(*args, **changes):
        (entry,) = Document(lines(record(*args, **changes)))
        with as_system():
            return bring_in(desk, faq.read(entry), themes_of_words())

    return bring


def questions(desk):
    """Return the questions of a desk."""
    return list(desk.objectValues())


def only(desk):
    """Return the one question of a desk."""
    (found,) = questions(desk)
    return found


def contribution(question):
    """Return the one contribution."""
    (found,) = question.objectValues()
    return found


@contextmanager
def untouched(*items):
    """Check that nobody wrote these items meanwhile."""
    for item in items:
        item.setModificationDate(DateTime("2020/01/01"))
    yield
    assert [item.modified().year() for item in items] == [2020] * len(items)


class TestNew:
    def test_a_record_becomes_a_published_question_with_its_source(self, desk, bring):
        assert bring().result == "created"
        question = only(desk)
        assert api.content.get_state(question) == "published"
        assert question.title == "Waar haal ik kaart 1 op?"
        assert question.summary.raw == "<p>Kaart 1 haal je op bij het loket.</p>"
        assert question.answer_type == "general_information"
        assert (question.source_name, question.source_licence) == ("Ministerie van Kaarten", "CC0 1.0 Universal")
        assert question.source_url == "https://bron.example/kaart/vraag-1"
        # half past eleven in Greenwich is the next day here
        assert question.source_changed == date(2024, 3, 2)
        assert question.source_id == "vraag-1"
        assert question.themes == ["geld", "rouw"]

    def test_the_sections_are_an_accepted_contribution_of_the_government(self, desk, bring):
        bring()
        found = contribution(only(desk))
        assert api.content.get_state(found) == "accepted"
        assert found.discipline == "overheid"
        assert found.partner is None
        assert found.contribution.raw.replace("\n", "") == (
            '<h4>Meenemen</h4><p>Neem een <a href="https://bron.example/kaart/foto">foto</a> mee.</p>'
            "<h4>Kosten</h4><h5>Voor een kind</h5><p>Gratis.</p>"
        )

    def test_what_the_source_says_of_people_was_public_there(self, desk, bring):
        bring(introduction="<p>Mail naar jan.jansen@kaarten.example of bel 06-12345678.</p>")
        assert api.content.get_state(only(desk)) == "published"
        assert not IHasPersonalData.providedBy(only(desk))

    def test_it_is_nobodys(self, desk, bring):
        bring()
        for item in (only(desk), contribution(only(desk))):
            assert item.creators == ()
            assert item.get_local_roles() == ()
            assert getattr(aq_base(item), "_owner", None) is None
            assert all(not action["actor"] for action in item.workflow_history.values() for action in action)

    def test_the_editors_have_not_checked_it(self, desk, bring):
        bring()
        assert (only(desk).checked_on, only(desk).review_on) == (None, None)

    def test_it_is_as_old_as_its_source_says(self, desk, bring):
        bring()
        assert only(desk).effective().toZone("UTC").strftime("%Y-%m-%d %H:%M") == "2024-03-01 23:30"

    def test_a_source_of_tomorrow_is_seen_today(self, desk, bring):
        bring(lastmodified="2999-01-01T00:00:00Z")
        assert only(desk).effective() <= DateTime()

    def test_a_visitor_finds_and_reads_it(self, desk, bring, page):
        bring()
        question = only(desk)
        tree = page(question)
        levels = [
            int(heading.tag[1])
            for heading in tree.xpath("//main//*[self::h1 or self::h2 or self::h3 or self::h4 or self::h5]")
        ]
        assert all(after - before <= 1 for before, after in zip(levels, levels[1:], strict=False))
        assert "Overheid" in tree.text_content()
        assert "mens gaf antwoord" not in tree.text_content()
        assert tree.xpath("//a[@href='https://bron.example/kaart/foto']")
        logout()
        assert [b.Title for b in api.portal.get_tool("portal_catalog")({"SearchableText": "loket"})] == [question.title]

    def test_without_sections_there_is_only_the_short_answer(self, desk, bring):
        bring(content=None)
        assert only(desk).objectCount() == 0

    def test_without_an_introduction_the_first_part_is_the_short_answer(self, desk, bring):
        bring(introduction=None)
        assert only(desk).summary.raw == '<p>Neem een <a href="https://bron.example/kaart/foto">foto</a> mee.</p>'

    def test_a_long_question_has_a_short_title_and_is_there_as_a_whole(self, desk, bring):
        text = "Mag ik " + "heel " * 60 + "lang wachten?"
        bring(question=text)
        assert len(only(desk).title) <= 150
        assert only(desk).title.endswith("heel…")
        assert only(desk).question == text

    def test_a_word_without_a_theme_gives_none(self, desk, bring):
        bring(subjects=["Raket"], themes=[])
        assert only(desk).themes == []


def test_a_title_is_cut_after_a_whole_word():
    assert shortened("Hoe vraag ik een paspoort aan?", 20) == "Hoe vraag ik een…"
    assert shortened("Kort?", 20) == "Kort?"
    assert shortened("x" * 30, 20) == "x" * 19 + "…"


class TestAgain:
    def test_what_did_not_change_is_not_touched(self, desk, bring):
        bring()
        with untouched(only(desk), contribution(only(desk))):
            assert bring().result == "same"
        assert len(questions(desk)) == 1

    def test_only_what_changed_at_the_source_changes(self, desk, bring):
        bring()
        question = only(desk)
        with untouched(contribution(question)):
            found = bring(introduction="<p>Nieuw loket.</p>", lastmodified="2025-01-02T10:00:00Z")
        assert (found.result, found.kept) == ("changed", ())
        assert question.summary.raw == "<p>Nieuw loket.</p>"
        assert question.source_changed == date(2025, 1, 2)
        assert len(questions(desk)) == 1
        logout()
        assert len(api.portal.get_tool("portal_catalog")({"SearchableText": "nieuw loket"})) == 1
        assert bring(introduction="<p>Nieuw loket.</p>", lastmodified="2025-01-02T10:00:00Z").result == "same"

    def test_new_sections_come_into_the_contribution(self, desk, bring):
        bring()
        with untouched(only(desk)):
            bring(content=[{"paragraph": "<p>Anders.</p>"}])
        assert contribution(only(desk)).contribution.raw == "<p>Anders.</p>"

    def test_sections_that_come_or_go_make_or_take_the_contribution(self, desk, bring):
        bring(content=None)
        bring()
        assert api.content.get_state(contribution(only(desk))) == "accepted"
        bring(content=None)
        assert only(desk).objectCount() == 0

    def test_what_an_editor_changed_stays_and_is_told(self, desk, bring):
        bring()
        question = only(desk)
        question.summary = rich("<p>Onze eigen woorden.</p>")
        found = bring(introduction="<p>Nieuw loket.</p>", license="CC BY 4.0")
        assert question.summary.raw == "<p>Onze eigen woorden.</p>"
        assert question.source_licence == "CC BY 4.0"
        assert [title.default for title in found.kept] == ["Kort antwoord"]
        # told once: it is what the source said last that counts
        assert bring(introduction="<p>Nieuw loket.</p>", license="CC BY 4.0").kept == ()
        bring(introduction="<p>Nog nieuwer.</p>", license="CC BY 4.0")
        assert question.summary.raw == "<p>Onze eigen woorden.</p>"

    def test_a_form_that_an_editor_saved_unchanged_is_no_change(self, desk, bring):
        bring(introduction="<p>Een <strong>woord</strong>.<br>Twee</p><ul><li>a</li></ul>")
        question = only(desk)
        question.summary = rich("<p>Een <strong>woord</strong>.<br />\r\nTwee</p>\r\n<ul>\r\n<li>a</li>\r\n</ul>")
        assert bring(introduction="<p>Nieuw.</p>").kept == ()
        assert question.summary.raw == "<p>Nieuw.</p>"

    def test_a_contribution_that_an_editor_took_away_does_not_come_back(self, desk, bring):
        bring()
        question = only(desk)
        with api.env.adopt_user(username=SITE_OWNER_NAME):
            question.manage_delObjects([contribution(question).getId()])
        assert bring().result == "same"
        assert [title.default for title in bring(content=[{"paragraph": "<p>Anders.</p>"}]).kept] == ["Bijdrage"]
        assert question.objectCount() == 0

    def test_what_was_withdrawn_stays_withdrawn(self, desk, bring):
        bring()
        step(only(desk), "withdraw")
        step(contribution(only(desk)), "return")
        assert bring(introduction="<p>Nieuw.</p>", content=[{"paragraph": "<p>Anders.</p>"}]).result == "changed"
        assert api.content.get_state(only(desk)) == "withdrawn"
        assert api.content.get_state(contribution(only(desk))) == "returned"

    def test_a_question_that_somebody_is_editing_waits(self, desk, bring):
        bring()
        with api.env.adopt_user(username=SITE_OWNER_NAME):
            ILockable(only(desk)).lock()
        assert bring().result == "same"
        found = bring(introduction="<p>Nieuw.</p>")
        assert "Iemand werkt nu" in found.reason.default
        assert only(desk).summary.raw == "<p>Kaart 1 haal je op bij het loket.</p>"
        ILockable(only(desk)).clear_locks()
        assert bring(introduction="<p>Nieuw.</p>").result == "changed"

    def test_another_desk_has_questions_of_its_own(self, portal, desk, bring):
        bring()
        other = make(portal, "Vraagbaak", "open", title="Nog een")
        (entry,) = Document(lines(record()))
        with as_system():
            assert bring_in(other, faq.read(entry), {}).result == "created"


class TestWhole:
    @pytest.mark.parametrize("name", ["_move", "_add_answer", "processQueue"])
    def test_a_record_that_fails_leaves_nothing(self, desk, bring, monkeypatch, name):
        def fail(*args):
            raise RuntimeError("halfway")

        monkeypatch.setattr(importing, name, fail)
        found = bring()
        assert (found.line, found.id) == (1, "vraag-1")
        monkeypatch.undo()
        assert questions(desk) == []
        assert len(api.portal.get_tool("portal_catalog").unrestrictedSearchResults(sb_source_id="vraag-1")) == 0
        assert bring().result == "created"

    def test_a_change_that_fails_leaves_all_as_it_was(self, desk, bring, monkeypatch):
        bring()

        def fail(*args):
            raise RuntimeError("halfway")

        monkeypatch.setattr(importing, "_write", fail)
        bring(introduction="<p>Nieuw.</p>")
        monkeypatch.undo()
        assert only(desk).summary.raw == "<p>Kaart 1 haal je op bij het loket.</p>"
        assert bring(introduction="<p>Nieuw.</p>").result == "changed"

    def test_what_a_form_would_refuse_is_refused_with_its_field(self, desk, bring, monkeypatch):
        monkeypatch.setattr(importing, "ANSWER_TYPE", "onzin")
        found = bring()
        assert translate(found.reason, target_language="nl").startswith("Bij Soort antwoord: ")
        assert questions(desk) == []


class TestThemes:
    @pytest.mark.parametrize("line", ["Overlijden", "Overlijden|", "|rouw", "Overlijden|onzin", "Overlijden|Rouw"])
    def test_a_line_that_leads_to_no_theme_is_refused(self, portal, line):
        with pytest.raises(ValidationError):
            IVraagbaakSettings["import_themes"].validate([line])

    def test_the_defaults_are_right(self, portal):
        field = IVraagbaakSettings["import_themes"]
        field.validate(field.default)

    def test_a_changed_setting_works_at_the_next_import(self, desk, bring):
        bring()
        api.portal.set_registry_record("samenbeter.vraagbaak.import_themes", ["overlijden|slapen", "Kapot", "x|weg"])
        assert bring().result == "changed"
        assert only(desk).themes == ["slapen"]
