"""The list of questions, what waits on "Mijn werk", and the way back from what an answer refers to."""

from at_the_desk import answer
from at_the_desk import ANSWERED
from at_the_desk import at
from at_the_desk import link
from at_the_desk import make
from at_the_desk import step
from at_the_desk import texts
from datetime import date
from plone import api
from plone.app.testing import logout
from plone.app.testing import SITE_OWNER_NAME
from plone.uuid.interfaces import IUUID
from samenbeter.interfaces import IWorkSection
from samenbeter.shared.backlinks import questions_referring_to
from samenbeter.shared.listing import text_query
from zope.component import subscribers

import pytest


class TestDesk:
    """The list of questions."""

    @pytest.fixture(autouse=True)
    def _questions(self, desk):
        self.desk = desk
        for number in range(3):
            make(
                desk, "VraagbaakQuestion", "review", "publish", title=f"Slapen {number}", themes=["slapen"], **ANSWERED
            )
        fields = {**ANSWERED, "answer_type": "see_gp"}
        make(desk, "VraagbaakQuestion", "review", "publish", title="Geld", themes=["geld"], **fields)
        make(desk, "VraagbaakQuestion", title="Klad", themes=["geld"], **ANSWERED)

    def titles(self, tree):
        """Return the titles in the list."""
        return sorted(texts(tree, "//main//ul[@class='sb-list']//h3"))

    def test_it_lists_what_is_public(self, page):
        tree = page(self.desk)
        assert self.titles(tree) == ["Geld", "Slapen 0", "Slapen 1", "Slapen 2"]
        assert "4 vragen met antwoord" in tree.text_content()
        assert "maandag tot en met vrijdag" in tree.text_content()

    def test_a_theme_and_a_kind_of_answer_narrow_it(self, page):
        assert self.titles(page(self.desk, theme="geld")) == ["Geld"]
        assert self.titles(page(self.desk, kind="see_gp")) == ["Geld"]
        assert self.titles(page(self.desk, theme="slapen", kind="see_gp")) == []

    def test_only_themes_with_public_questions_are_offered(self, page):
        assert texts(page(self.desk), "(//ul[@class='sb-chips'])[1]/li") == ["Alles", "Slapen", "Geld en regelen"]

    @pytest.mark.parametrize(
        "form", [{"theme": "bestaat-niet"}, {"theme": ["geld"]}, {"kind": "geld"}, {"theme": "x' OR 1"}]
    )
    def test_an_unknown_filter_does_nothing(self, page, form):
        assert len(self.titles(page(self.desk, **form))) == 4

    @pytest.mark.parametrize("start", ["-5", "x", "999999", "", ["1", "2"], "1e9", None])
    def test_any_start_of_a_page_gives_a_page(self, page, start):
        assert len(self.titles(page(self.desk, b_start=start))) == 4

    def test_words_find_questions(self, page):
        assert self.titles(page(self.desk, q="slap")) == ["Slapen 0", "Slapen 1", "Slapen 2"]
        assert self.titles(page(self.desk, q="slapen 2")) == ["Slapen 2"]

    @pytest.mark.parametrize(
        "text", ['"', "(", ")", "*", "?", "not", "and", "a and", '"slapen', "((", "-", "de", "%", "\\", "ø" * 300]
    )
    def test_a_hostile_search_gives_a_page(self, page, text):
        tree = page(self.desk, q=text)
        assert tree.xpath("//input[@name='q']/@value") == [text[:200]]

    def test_the_language_of_the_index_is_no_part_of_a_search(self):
        assert text_query('hoe (slaap) NOT "ik" *') == "hoe* AND (slaap* OR slape*) AND ik"


class TestBothWays:
    """What a contribution refers to knows the answer."""

    def test_only_public_answers_count(self, portal, question):
        partner = make(portal, "PartnerOrganisation", "activate", title="De Linde")
        link(answer(question, "submit"), "referrals", [partner])
        found = answer(question, "submit", "accept", discipline="slaapcoach")
        link(found, "referrals", [partner])
        logout()
        assert list(questions_referring_to(IUUID(partner))) == []
        step(question, "publish")
        logout()
        assert [brain.Title for brain in questions_referring_to(IUUID(partner))] == ["Hoe slaap ik?"]
        step(found, "return")
        logout()
        assert list(questions_referring_to(IUUID(partner))) == []


class TestWork:
    """The sections on "Mijn werk"."""

    def sections(self, desk, request, username):
        """Return {title: titles at this desk} of the sections of this room that somebody has."""
        with api.env.adopt_user(username=username):
            found = [s for s in subscribers((api.portal.get(), request), IWorkSection) if s.available]
            ours = [s for s in found if type(s).__module__.startswith("samenbeter.vraagbaak")]
            return {
                s.title.default: [b.Title for b in at(desk, s.brains())] for s in sorted(ours, key=lambda s: s.order)
            }

    def test_an_editor_has_what_waits(self, desk, question, request_):
        api.user.create(username="red", email="red@example.org", password="a-long-test-password")
        api.group.add_user(groupname="Vraagbaak Editor", username="red")
        answer(question, "submit")
        old = make(question.aq_parent, "VraagbaakQuestion", "review", "publish", title="Oud", **ANSWERED)
        old.review_on = date.today()
        old.reindexObject(idxs=["sb_review_on"])
        make(question.aq_parent, "VraagbaakQuestion", "review", "publish", title="Vers", **ANSWERED)
        found = self.sections(desk, request_, "red")
        assert found["Antwoorden om na te lezen"] == ["Hoe slaap ik?"]
        assert found["Bijdragen om te lezen"] == ["Huisarts"]
        assert found["Antwoorden om weer na te kijken"] == ["Oud"]
        assert "Vragen voor jou" not in found

    def test_an_expert_has_what_was_given_to_them(self, portal, desk, request_):
        partners = [make(portal, "PartnerOrganisation", "activate", title=name) for name in ("Een", "Twee")]
        api.user.create(username="arts", email="arts@example.org", password="a-long-test-password")
        for group in ("Expert", f"{IUUID(partners[0])}-experts"):
            api.group.add_user(groupname=group, username="arts")
        for title, partner in zip(("Van mij", "Van een ander"), partners, strict=True):
            question = make(desk, "VraagbaakQuestion", title=title, **ANSWERED)
            link(question, "consulted", [partner])
            step(question, "consult")
        found = self.sections(desk, request_, "arts")
        assert found == {
            "Vragen voor jou": ["Van mij"],
            "Jouw bijdragen die nog niet klaar zijn": [],
            "Je afwezigheid": [],
        }

    def test_contributions_are_known_by_their_question(self, portal, desk, question, request_):
        answer(question, "submit")
        with api.env.adopt_user(username=SITE_OWNER_NAME):
            section = next(s for s in subscribers((portal, request_), IWorkSection) if type(s).__name__ == "Submitted")
            assert [section.note(brain) for brain in at(desk, section.brains())] == ["Hoe slaap ik?"]
