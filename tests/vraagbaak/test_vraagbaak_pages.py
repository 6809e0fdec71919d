"""What residents, experts and editors see of a question and its contributions."""

from at_the_desk import answer
from at_the_desk import ANSWERED
from at_the_desk import link
from at_the_desk import make
from at_the_desk import rich
from at_the_desk import step
from at_the_desk import texts
from datetime import date
from datetime import datetime
from datetime import timedelta
from lxml import html
from plone import api
from plone.app.testing import SITE_OWNER_NAME
from pytz import timezone
from samenbeter.vraagbaak.voices import sources

import pytest


class TestQuestion:
    """The page of a question."""

    def test_a_visitor_sees_only_accepted_contributions(self, question, page):
        answer(question, "submit", "accept", contribution=rich("<p>Wandel elke dag.</p>"))
        answer(question, "submit", contribution=rich("<p>Ingestuurd.</p>"), discipline="slaapcoach")
        answer(question, contribution=rich("<p>Klad.</p>"), discipline="psycholoog")
        step(question, "publish")
        tree = page(question)
        assert texts(tree, "//h3[ancestor::*[@class='sb-voice']]") == ["Huisarts"]
        assert "1 mens gaf antwoord" in tree.text_content()
        assert "Ingestuurd." not in tree.text_content()
        assert "Klad." not in tree.text_content()

    def test_an_editor_sees_all_of_them_with_their_state(self, question, request_):
        answer(question, "submit", "accept")
        answer(question, "submit", discipline="slaapcoach")
        with api.env.adopt_user(username=SITE_OWNER_NAME):
            tree = html.fromstring(api.content.get_view("view", question, request_)())
        tags = texts(tree, "//*[@class='sb-voice']//*[contains(@class, 'sb-tag')]")
        assert tags == ["Ingestuurd"]

    def test_one_view_alone_is_no_difference(self, question, page):
        question.difference_topic = "Mag je een dutje doen?"
        answer(question, "submit", "accept", difference="Kort mag.")
        second = answer(question, "submit", difference="Liever niet.")
        step(question, "publish")
        assert not page(question).xpath("//*[@class='sb-differ']")
        step(second, "accept")
        differ = page(question).xpath("//*[@class='sb-differ']")[0].text_content()
        assert "Mag je een dutje doen?" in differ
        assert "Kort mag." in differ
        assert "Liever niet." in differ

    def test_a_referral_shows_only_where_the_visitor_may_go(self, portal, question, page):
        partner = make(portal, "PartnerOrganisation", "activate", title="De Linde")
        hidden = make(portal, "PartnerOrganisation", title="Nog geheim")
        found = answer(question, "submit", "accept", referral_reason="Daar weten ze het.")
        link(found, "referrals", [partner, hidden])
        link(found, "partner", hidden)
        step(question, "publish")
        tree = page(question)
        assert texts(tree, "//section[@aria-labelledby='sb-here']//h3") == ["De Linde"]
        assert "Daar weten ze het." in tree.text_content()
        assert "Nog geheim" not in tree.text_content()
        step(partner, "pause")
        assert not page(question).xpath("//section[@aria-labelledby='sb-here']")

    def test_a_reason_for_several_referrals_is_said_once(self, portal, question, page):
        partners = [make(portal, "PartnerOrganisation", "activate", title=title) for title in ("Een", "Twee")]
        found = answer(question, "submit", "accept", referral_reason="Allebei goed.")
        link(found, "referrals", partners)
        step(question, "publish")
        assert page(question).text_content().count("Allebei goed.") == 1

    def test_a_meeting_that_has_been_is_no_referral(self, portal, question, page):
        now = datetime.now(timezone("Europe/Amsterdam"))
        times = {"Geweest": now - timedelta(days=9), "Komt nog": now + timedelta(days=9)}
        meetings = [
            make(portal, "Event", "publish", title=title, start=start, end=start + timedelta(hours=1))
            for title, start in times.items()
        ]
        link(answer(question, "submit", "accept"), "referrals", meetings)
        step(question, "publish")
        assert texts(page(question), "//section[@aria-labelledby='sb-here']//h3") == ["Komt nog"]

    def test_what_looks_alike_is_public_and_about_the_same(self, desk, question, page):
        step(question, "publish")
        make(desk, "VraagbaakQuestion", "review", "publish", title="Ook slapen", themes=["slapen"], **ANSWERED)
        make(desk, "VraagbaakQuestion", "review", "publish", title="Geld", themes=["geld"], **ANSWERED)
        make(desk, "VraagbaakQuestion", title="Geheim", themes=["slapen"])
        assert texts(page(question), "//section[@aria-labelledby='sb-alike']//li") == ["Ook slapen"]

    def test_the_next_look_is_named_only_while_it_is_to_come(self, question, page):
        step(question, "publish")
        question.review_on = date(2099, 5, 12)
        assert "In mei 2099 kijken we er weer naar." in " ".join(page(question).text_content().split())
        question.review_on = date(2020, 5, 12)
        assert "2020" not in page(question).text_content()

    def test_what_somebody_typed_is_never_markup(self, question, page):
        question.question = "<script>alert(1)</script>"
        question.other_wordings = ["<b>vet</b>"]
        answer(question, "submit", "accept", sources=["<i>bron</i> | javascript:alert(1)"])
        step(question, "publish")
        tree = page(question)
        assert not tree.xpath("//main//script | //main//li/b | //main//i")
        assert not tree.xpath("//a[starts-with(@href, 'javascript')]")
        assert "<i>bron</i>" in tree.text_content()


class TestPanel:
    """The panel of the people who work on a question."""

    def panel(self, item, request, username):
        """Return the panel's text and the steps that have a button."""
        with api.env.adopt_user(username=username):
            tree = html.fromstring(api.content.get_view("view", item, request)())
        found = tree.xpath("//section[@aria-labelledby='sb-editing']")
        return (found[0].text_content(), texts(found[0], ".//button")) if found else ("", [])

    def test_it_names_what_is_missing_instead_of_a_button(self, desk, request_):
        bare = make(desk, "VraagbaakQuestion", "review", title="Kaal")
        text, buttons = self.panel(bare, request_, SITE_OWNER_NAME)
        assert "Maak openbaar" not in buttons
        assert "Kort antwoord" in text
        bare.summary, bare.answer_type = ANSWERED["summary"], ANSWERED["answer_type"]
        assert "Maak openbaar" in self.panel(bare, request_, SITE_OWNER_NAME)[1]

    def test_its_buttons_post_a_token(self, question, request_):
        with api.env.adopt_user(username=SITE_OWNER_NAME):
            tree = html.fromstring(api.content.get_view("view", question, request_)())
        forms = tree.xpath("//section[@aria-labelledby='sb-editing']//form")
        assert forms
        for form in forms:
            assert form.method == "POST"
            assert form.action == f"{question.absolute_url()}/content_status_modify"
            assert form.fields["_authenticator"]

    def test_a_resident_has_none(self, question, request_):
        step(question, "publish")
        api.user.create(username="een-bewoner", email="bewoner@example.org", password="a-long-test-password")
        assert self.panel(question, request_, "een-bewoner") == ("", [])


class TestContribution:
    """The page of one contribution."""

    def test_it_leads_back_to_its_question(self, question, page):
        found = answer(question, "submit", "accept", difference="Liever niet.")
        step(question, "publish")
        tree = page(found)
        assert question.absolute_url() in tree.xpath("//main//a/@href")
        assert "Wandel." in tree.text_content()
        # shown on the question only, beside another view
        assert "Liever niet." not in tree.text_content()


@pytest.mark.parametrize(
    "line, expected",
    [
        ("Thuisarts | https://thuisarts.nl/slapen", {"title": "Thuisarts", "url": "https://thuisarts.nl/slapen"}),
        ("https://thuisarts.nl", {"title": "https://thuisarts.nl", "url": "https://thuisarts.nl"}),
        ("Een boek", {"title": "Een boek", "url": ""}),
        ("Kwaad | javascript:alert(1)", {"title": "Kwaad", "url": ""}),
        ("Stuk | http://[", {"title": "Stuk", "url": ""}),
        ("Zonder huis | https://", {"title": "Zonder huis", "url": ""}),
    ],
)
def test_only_web_addresses_become_links(line, expected):
    assert sources([line]) == [expected]


def test_an_empty_line_is_no_source():
    assert sources(["", "|"]) == []
