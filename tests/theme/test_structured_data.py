"""What search engines read: what is published and complete, about no person, and never more than the page.

The properties are those that Google asks for, or schema.org where Google has no page:
https://developers.google.com/search/docs/appearance/structured-data/qapage
https://developers.google.com/search/docs/appearance/structured-data/article
https://developers.google.com/search/docs/appearance/structured-data/local-business
https://developers.google.com/search/docs/appearance/structured-data/organization
https://developers.google.com/search/docs/appearance/structured-data/event
https://developers.google.com/search/docs/appearance/structured-data/breadcrumb
https://developers.google.com/search/docs/appearance/site-names
https://schema.org/Service
https://schema.org/WebApplication
"""

from actors import relate
from actors import rich
from datetime import datetime
from lxml import html
from machines import get
from machines import graph_of
from machines import one
from machines import people
from machines import says
from plone import api
from plone.app.testing import SITE_OWNER_NAME
from plone.dexterity.utils import createContentInContainer
from samenbeter.shared.html_text import text_of
from samenbeter.theme.structured import as_json
from samenbeter.vraagbaak.structured import licence
from zope.event import notify
from zope.lifecycleevent import ObjectModifiedEvent

import json
import pytest
import re
import transaction


# type: what it must have; a tuple stands for one of several
REQUIRED = {
    "QAPage": ("mainEntity",),
    "Question": ("name", "text", "answerCount", ("acceptedAnswer", "suggestedAnswer")),
    "Answer": ("text", "author", "url"),
    "Article": ("headline", "datePublished", "dateModified", "author", "publisher"),
    "MedicalBusiness": ("name", "address"),
    "GovernmentOffice": ("name", "address"),
    "NGO": ("name", "url"),
    "Organization": ("name",),
    "PostalAddress": ("addressCountry",),
    "OpeningHoursSpecification": ("dayOfWeek", "opens", "closes"),
    "Service": ("name", "provider"),
    "WebApplication": ("name", "applicationCategory"),
    "Event": ("name", "startDate", "location", "eventAttendanceMode", "eventStatus"),
    "Place": (("name", "address"),),
    "VirtualLocation": ("url",),
    "WebSite": ("name", "url", "potentialAction"),
    "SearchAction": ("target", "query-input"),
    "EntryPoint": ("urlTemplate",),
    "BreadcrumbList": ("itemListElement",),
    "ListItem": ("position", "name", "item"),
    "Role": ("roleName", "author"),
    "Thing": ("name",),
    "Audience": ("audienceType",),
    "CreativeWork": ("name",),
}
MAIN = {
    "question": {"QAPage"},
    "story": {"Article"},
    "partner": {"MedicalBusiness", "GovernmentOffice", "Organization", "NGO", "GovernmentOrganization"},
    "offer": {"Service"},
    "module": {"WebApplication"},
    "meeting": {"Event"},
}
HOSTILE = "</script><script>alert(1)</script> & <!-- \u2028 'x' \"y\""


def parts(data):
    """Yield each typed part of the data."""
    if isinstance(data, list):
        for item in data:
            yield from parts(item)
    elif isinstance(data, dict):
        yield data
        for value in data.values():
            yield from parts(value)


def missing(data):
    """Return what the parts of the data lack."""
    found = []
    for part in parts(data):
        for names in REQUIRED[part["@type"]]:
            if not any(part.get(name) for name in ([names] if isinstance(names, str) else names)):
                found.append((part["@type"], names))
    return found


def main_of(kind, graph):
    return next(part for part in graph if part["@type"] in MAIN[kind])


class TestPublished:
    """The demo neighbourhood, read by a search engine."""

    @pytest.mark.parametrize("kind", MAIN)
    def test_each_kind_says_what_search_engines_ask_for(self, demo_portal, kind):
        url = one(kind)
        graph = graph_of(get(url).text)
        assert main_of(kind, graph)["url"] == url
        assert missing(graph) == []

    def test_all_pages_of_a_kind_are_complete(self, demo_portal):
        with api.env.adopt_user(username=SITE_OWNER_NAME):
            brains = api.content.find(
                portal_type=["PartnerOrganisation", "Event"], review_state=["active", "published"]
            )
        for url in [brain.getURL() for brain in brains]:
            assert missing(graph_of(get(url).text)) == [], url

    def test_the_front_page_says_how_to_search(self, demo_portal):
        graph = graph_of(get(demo_portal.absolute_url()).text)
        assert missing(graph) == []
        site = next(part for part in graph if part["@type"] == "WebSite")
        template = site["potentialAction"]["target"]["urlTemplate"]
        assert get(template.replace("{search_term_string}", "slapen")).status_code == 200
        assert any(part["@type"] == "Organization" for part in graph)

    def test_an_answer_is_said_by_an_organisation_or_a_role(self, demo_portal):
        question = main_of("question", graph_of(get(one("question")).text))["mainEntity"]
        answers = [question["acceptedAnswer"], *question["suggestedAnswer"]]
        assert question["answerCount"] == len(answers)
        assert {answer["author"]["@type"] for answer in answers} <= {"Organization", "Role"}
        assert all("<" not in answer["text"] for answer in answers)

    def test_a_meeting_begins_at_a_moment_with_its_offset(self, demo_portal):
        meeting = main_of("meeting", graph_of(get(one("meeting")).text))
        assert datetime.fromisoformat(meeting["startDate"]).utcoffset() is not None
        assert meeting["organizer"]["name"]

    def test_the_way_back_ends_at_the_page_itself(self, demo_portal):
        url = one("offer")
        crumbs = next(part for part in graph_of(get(url).text) if part["@type"] == "BreadcrumbList")
        items = crumbs["itemListElement"]
        assert [item["position"] for item in items] == list(range(1, len(items) + 1))
        assert items[0]["item"] == demo_portal.absolute_url()
        assert items[-1]["item"] == url

    def test_it_says_the_same_in_both_languages(self, demo_portal):
        """Addresses of content name no language: that of the frame is no other page."""
        url = one("question")
        english = url.replace(demo_portal.absolute_url(), f"{demo_portal.absolute_url()}/en")
        for part in parts(graph_of(get(english).text)):
            assert not str(part.get("url", "")).startswith(f"{demo_portal.absolute_url()}/en/")

    def test_no_person_stands_in_it(self, demo_portal):
        for kind in MAIN:
            data = json.dumps(graph_of(get(one(kind)).text), ensure_ascii=False)
            assert says(data, people()) == [], kind
            assert not re.search(r"[\w.]@\w", data), kind

    def test_who_is_logged_in_gets_none(self, demo_portal):
        assert graph_of(get(one("question"), user="redactie").text) == []

    @pytest.mark.parametrize(
        "path", ["/bestaat-niet", "/login", "/@@search?SearchableText=slapen", "/vraagbaak?q=slapen"]
    )
    def test_other_pages_have_none(self, demo_portal, path):
        assert graph_of(get(demo_portal.absolute_url() + path).text) == []


class TestNotPublished:
    """What is not public is not in it, whoever looks."""

    def test_an_editor_of_a_draft_gets_none(self, demo_portal):
        with api.env.adopt_user(username=SITE_OWNER_NAME):
            draft = api.content.find(portal_type="VraagbaakQuestion", review_state="draft")[0].getURL()
        answer = get(draft, user="redactie")
        assert answer.status_code == 200
        assert graph_of(answer.text) == []

    def test_a_partner_that_is_not_public_is_not_named(self, demo_portal):
        with api.env.adopt_user(username=SITE_OWNER_NAME):
            question = demo_portal.unrestrictedTraverse(one("question").split(demo_portal.absolute_url() + "/")[1])
            answer = next(found for found in question.objectValues() if api.content.get_state(found) == "accepted")
            partner = api.content.create(demo_portal["partners"], "PartnerOrganisation", title="Zilverreiger")
            relate(answer, "partner", partner)
            module = api.content.find(portal_type="EHealthModule", review_state="published")[0].getObject()
            relate(module, "supplier", partner)
            meeting = api.content.find(portal_type="Event", review_state="published")[0].getObject()
            relate(meeting, "organiser", partner)
            urls = [answer.aq_parent.absolute_url(), module.absolute_url(), meeting.absolute_url()]
        transaction.commit()
        for url in urls:
            text = get(url).text
            assert graph_of(text)
            assert "Zilverreiger" not in text

    def test_contributions_that_are_not_accepted_are_not_counted(self, demo_portal):
        with api.env.adopt_user(username=SITE_OWNER_NAME):
            question = demo_portal.unrestrictedTraverse(one("question").split(demo_portal.absolute_url() + "/")[1])
            before = main_of("question", graph_of(get(question.absolute_url()).text))["mainEntity"]["answerCount"]
            createContentInContainer(question, "VraagbaakAnswer", checkConstraints=False, contribution=rich("Roerdomp"))
        transaction.commit()
        text = get(question.absolute_url()).text
        assert main_of("question", graph_of(text))["mainEntity"]["answerCount"] == before
        assert "Roerdomp" not in text

    def test_a_question_of_tomorrow_has_none(self, demo_portal):
        with api.env.adopt_user(username=SITE_OWNER_NAME):
            url = one("story")
            story = demo_portal.unrestrictedTraverse(url.split(demo_portal.absolute_url() + "/")[1])
            before, story.expiration_date = story.expiration_date, story.created() - 1
            transaction.commit()
            assert graph_of(get(url).text) == []
            story.expiration_date = before
        transaction.commit()


class TestHostileTexts:
    """A title may be anything."""

    def test_no_text_ends_the_script(self):
        text = as_json({"name": HOSTILE})
        assert not set(text) & set("<>&\u2028\u2029")
        assert json.loads(text) == {"name": HOSTILE}

    @pytest.mark.parametrize("kind", ["question", "partner", "meeting"])
    def test_a_title_with_markup_stays_a_title(self, demo_portal, kind):
        url = one(kind)
        with api.env.adopt_user(username=SITE_OWNER_NAME):
            item = demo_portal.unrestrictedTraverse(url.split(demo_portal.absolute_url() + "/")[1])
            item.title = HOSTILE.replace("\u2028", " ")
            notify(ObjectModifiedEvent(item))
        transaction.commit()
        text = get(url).text
        main = main_of(kind, graph_of(text))
        assert main.get("name", main.get("mainEntity", {}).get("name")) == HOSTILE.replace("\u2028", " ")
        assert "alert(1)" not in "".join(
            html.fromstring(text).xpath("//script[not(@type='application/ld+json')]/text()")
        )


@pytest.mark.parametrize(
    ("fragment", "text"),
    [
        ("<p>Een</p><p>twee &amp; drie</p>", "Een\ntwee & drie"),
        ("<ul><li>a</li>\n<li>b</li></ul>", "a\nb"),
        ("<p>regel\nloopt   door</p>", "regel loopt door"),
        ("<script>x</script><style>y</style>z", "z"),
        ("", ""),
        (None, ""),
    ],
)
def test_the_words_of_html(fragment, text):
    assert text_of(fragment) == text


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("CC0 1.0", "https://creativecommons.org/publicdomain/zero/1.0/"),
        ("https://voorbeeld.nl/licentie", "https://voorbeeld.nl/licentie"),
        ("Eigen licentie", {"@type": "CreativeWork", "name": "Eigen licentie"}),
        ("javascript:x", {"@type": "CreativeWork", "name": "javascript:x"}),
        ("", None),
        (None, None),
    ],
)
def test_a_licence_is_an_address_or_a_name(text, said):
    assert licence(text) == said
