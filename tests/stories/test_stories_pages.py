"""What residents see of stories, and how stories and answers point at each other."""

from actors import relate
from lxml import html
from plone import api
from plone.app.testing import logout
from plone.app.testing import SITE_OWNER_NAME
from plone.app.textfield import RichTextValue
from plone.dexterity.utils import createContentInContainer
from plone.uuid.interfaces import IUUID
from samenbeter.interfaces import ISamenBeterLayer
from samenbeter.interfaces import IWorkSection
from samenbeter.shared.backlinks import stories_helped_by
from zope.component import subscribers
from zope.interface import alsoProvides

import pytest


WHOLE = {"situation": "Toen.\n\nEn ook.", "step": "Stap.", "result": "Nu.", "quote": "Het lukte.", "quote_by": "Ria"}
PUBLISH = ("request_consent", "review", "publish")


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


@pytest.fixture
def request_(http_request):
    alsoProvides(http_request, ISamenBeterLayer)
    return http_request


@pytest.fixture
def folder(portal):
    return make(portal, "Folder", "publish", title="Verhalen")


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


class TestStory:
    """The page of a story."""

    def test_it_tells_the_story_in_order(self, folder, page):
        tree = page(make(folder, "SuccessStory", *PUBLISH, title="Ria slaapt", **WHOLE))
        assert texts(tree, "//*[@class='sb-story']/*[self::h2 or self::p or self::blockquote]") == [
            "Zo was het",
            "Toen.",
            "En ook.",
            "De eerste stap",
            "Stap.",
            "“Het lukte.”Ria",
            "Zo is het nu",
            "Nu.",
        ]

    def test_what_helped_shows_only_where_the_visitor_may_go(self, portal, folder, page):
        story = make(folder, "SuccessStory", *PUBLISH, title="Ria slaapt", **WHOLE)
        partners = [
            make(portal, "PartnerOrganisation", "activate", title="De Linde"),
            make(portal, "PartnerOrganisation", title="Nog geheim"),
        ]
        link(story, "helped_by", partners)
        assert texts(page(story), "//section[@aria-labelledby='sb-helped']//h3") == ["De Linde"]

    def test_other_stories_are_public_ones_of_the_same_folder(self, folder, page):
        story = make(folder, "SuccessStory", *PUBLISH, title="Ria slaapt", **WHOLE)
        make(folder, "SuccessStory", *PUBLISH, title="Mo loopt", **WHOLE)
        make(folder, "SuccessStory", title="Nog niet", **WHOLE)
        assert texts(page(story), "//section[@aria-labelledby='sb-more']//h3") == ["Mo loopt"]

    def test_an_answer_that_refers_here_is_named(self, portal, folder, page):
        story = make(folder, "SuccessStory", *PUBLISH, title="Ria slaapt", **WHOLE)
        desk = make(portal, "Vraagbaak", "open", title="Vraagbaak")
        summary = RichTextValue("<p>Kort.</p>", "text/html", "text/x-html-safe")
        fields = {"title": "Hoe slaap ik?", "summary": summary, "answer_type": "see_gp"}
        question = make(desk, "VraagbaakQuestion", "review", **fields)
        answer = make(question, "VraagbaakAnswer", "submit", "accept", contribution=summary, discipline="huisarts")
        link(answer, "referrals", [story])
        assert not page(story).xpath("//section[@aria-labelledby='sb-answers']")
        with api.env.adopt_user(username=SITE_OWNER_NAME):
            api.content.transition(question, "publish")
        assert texts(page(story), "//section[@aria-labelledby='sb-answers']//li") == ["Hoe slaap ik?"]
        # and the answer leads to the story
        assert story.absolute_url() in page(question).xpath("//section[@aria-labelledby='sb-here']//a/@href")

    def test_a_partner_knows_the_public_stories_in_which_it_helped(self, portal, folder):
        partner = make(portal, "PartnerOrganisation", "activate", title="De Linde")
        for title, steps in (("Openbaar", PUBLISH), ("Klad", ())):
            link(make(folder, "SuccessStory", *steps, title=title, **WHOLE), "helped_by", [partner])
        logout()
        assert [brain.Title for brain in stories_helped_by(IUUID(partner))] == ["Openbaar"]


class TestStories:
    """The stories of a folder."""

    def test_public_ones_stand_in_it_by_theme(self, folder, page):
        make(folder, "SuccessStory", *PUBLISH, title="Ria slaapt", themes=["slapen"], **WHOLE)
        make(folder, "SuccessStory", *PUBLISH, title="Mo loopt", themes=["bewegen"], **WHOLE)
        make(folder, "SuccessStory", title="Nog niet", themes=["bewegen"], **WHOLE)
        listed = page(folder, "samenbeter-stories")
        assert sorted(texts(listed, "//article//h3")) == ["Mo loopt", "Ria slaapt"]
        assert texts(listed, "//ul[@class='sb-chips']/li") == ["Alles", "Slapen", "Bewegen"]
        assert texts(page(folder, "samenbeter-stories", theme="bewegen"), "//article//h3") == ["Mo loopt"]

    def test_an_empty_folder_says_so(self, folder, page):
        tree = page(folder, "samenbeter-stories")
        assert texts(tree, "//*[@class='sb-empty']/h3") == ["Hier staan straks de eerste verhalen"]

    def test_a_folder_may_be_shown_so(self, folder):
        assert "samenbeter-stories" in [name for name, _title in folder.getAvailableLayouts()]


class TestWork:
    """The sections on "Mijn werk"."""

    def test_a_writer_has_their_own_and_an_editor_what_waits(self, portal, folder, request_):
        for name, group in (("web", "Wijkwebber"), ("ander", "Wijkwebber"), ("red", "Vraagbaak Editor")):
            api.user.create(username=name, email=f"{name}@example.org", password="a-long-test-password")
            api.group.add_user(groupname=group, username=name)
        make(folder, "SuccessStory", title="Klad", creators=("web",), **WHOLE).manage_setLocalRoles("web", ["Owner"])
        make(folder, "SuccessStory", "request_consent", "review", title="Om te lezen", **WHOLE)
        folder.reindexObjectSecurity()

        here = folder.absolute_url() + "/"

        def found(username):
            with api.env.adopt_user(username=username):
                sections = [s for s in subscribers((portal, request_), IWorkSection) if s.available]
                ours = [s for s in sections if type(s).__module__.startswith("samenbeter.stories")]
                return {s.title.default: [b.Title for b in s.brains() if b.getURL().startswith(here)] for s in ours}

        assert found("web") == {"Jouw verhalen die nog niet op de site staan": ["Klad"]}
        assert found("ander") == {"Jouw verhalen die nog niet op de site staan": []}
        assert found("red") == {"Verhalen om na te lezen": ["Om te lezen"], "Verhalen die wachten op een ja": []}
