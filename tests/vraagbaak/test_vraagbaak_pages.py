"""What residents, experts and editors see of the desk, its questions and the contributions."""

from actors import relate
from datetime import date
from datetime import datetime
from datetime import timedelta
from lxml import html
from plone import api
from plone.app.testing import logout
from plone.app.testing import SITE_OWNER_NAME
from plone.app.textfield import RichTextValue
from plone.dexterity.utils import createContentInContainer
from plone.uuid.interfaces import IUUID
from pytz import timezone
from samenbeter.interfaces import ISamenBeterLayer
from samenbeter.interfaces import IWorkSection
from samenbeter.shared.backlinks import questions_referring_to
from samenbeter.shared.listing import text_query
from samenbeter.vraagbaak.views import sources
from zope.component import subscribers
from zope.interface import alsoProvides

import pytest


def rich(text):
    """Return rich text as a form stores it."""
    return RichTextValue(text, "text/html", "text/x-html-safe")


def make(container, portal_type, *steps, **fields):
    """Make an item as the owner of the site, and take it through these steps of its workflow."""
    with api.env.adopt_user(username=SITE_OWNER_NAME):
        item = createContentInContainer(container, portal_type, checkConstraints=False, **fields)
        for step in steps:
            api.content.transition(item, step)
    return item


def link(item, name, targets):
    """Lay relations as the owner of the site."""
    with api.env.adopt_user(username=SITE_OWNER_NAME):
        relate(item, name, targets)


def step(item, *steps):
    """Take an item through steps of its workflow as the owner of the site."""
    with api.env.adopt_user(username=SITE_OWNER_NAME):
        for name in steps:
            api.content.transition(item, name)


def at(place, brains):
    """Return the brains of what lies below this place."""
    return [brain for brain in brains if brain.getURL().startswith(place.absolute_url() + "/")]


ANSWERED = {"summary": rich("<p>Sta op.</p>"), "answer_type": "general_information"}


@pytest.fixture
def request_(http_request):
    alsoProvides(http_request, ISamenBeterLayer)
    return http_request


@pytest.fixture
def desk(portal):
    return make(portal, "Vraagbaak", "open", title="Vraagbaak", promise_hours="ma-vr 9.00-17.00")


@pytest.fixture
def question(desk):
    """A question in review: draft contributions and all."""
    return make(desk, "VraagbaakQuestion", "review", title="Hoe slaap ik?", themes=["slapen"], **ANSWERED)


@pytest.fixture
def page(request_):
    """Return a page as a visitor without an account gets it."""

    def page(item, name="view", **form):
        logout()
        request_.form.clear()
        request_.form.update(form)
        return html.fromstring(api.content.get_view(name, item, request_)())

    return page


def texts(tree, path):
    """Return the texts that an XPath finds."""
    return [" ".join(element.text_content().split()) for element in tree.xpath(path)]


def answer(question, *steps, **fields):
    """Add a contribution."""
    fields = {"contribution": rich("<p>Wandel.</p>"), "discipline": "huisarts", **fields}
    return make(question, "VraagbaakAnswer", *steps, **fields)


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


class TestDesk:
    """The list of questions."""

    @pytest.fixture(autouse=True)
    def _questions(self, desk):
        self.desk = desk
        for number in range(3):
            make(desk, "VraagbaakQuestion", "review", "publish", title=f"Slapen {number}", themes=["slapen"], **ANSWERED)
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

    @pytest.mark.parametrize("form", [{"theme": "bestaat-niet"}, {"theme": ["geld"]}, {"kind": "geld"}, {"theme": "x' OR 1"}])
    def test_an_unknown_filter_does_nothing(self, page, form):
        assert len(self.titles(page(self.desk, **form))) == 4

    @pytest.mark.parametrize("start", ["-5", "x", "999999", "", ["1", "2"], "1e9", None])
    def test_any_start_of_a_page_gives_a_page(self, page, start):
        assert len(self.titles(page(self.desk, b_start=start))) == 4

    def test_words_find_questions(self, page):
        assert self.titles(page(self.desk, q="slap")) == ["Slapen 0", "Slapen 1", "Slapen 2"]
        assert self.titles(page(self.desk, q="slapen 2")) == ["Slapen 2"]

    @pytest.mark.parametrize("text", ['"', "(", ")", "*", "?", "not", "and", "a and", '"slapen', "((", "-", "de", "%", "\\", "ø" * 300])
    def test_a_hostile_search_gives_a_page(self, page, text):
        tree = page(self.desk, q=text)
        assert tree.xpath("//input[@name='q']/@value") == [text[:200]]

    def test_the_language_of_the_index_is_no_part_of_a_search(self):
        assert text_query('hoe (slaap) NOT "ik" *') == "hoe* slaap* ik"


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
            return {s.title.default: [b.Title for b in at(desk, s.brains())] for s in sorted(ours, key=lambda s: s.order)}

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
        assert found == {"Vragen voor jou": ["Van mij"], "Jouw bijdragen die nog niet klaar zijn": []}

    def test_contributions_are_known_by_their_question(self, portal, desk, question, request_):
        answer(question, "submit")
        with api.env.adopt_user(username=SITE_OWNER_NAME):
            section = next(s for s in subscribers((portal, request_), IWorkSection) if type(s).__name__ == "Submitted")
            assert [section.note(brain) for brain in at(desk, section.brains())] == ["Hoe slaap ik?"]


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
