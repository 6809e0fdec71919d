"""Feeds, the calendar and the sitemap: they work where they are switched on, and name no person."""

from DateTime import DateTime
from datetime import datetime
from datetime import timedelta
from email.utils import parsedate_to_datetime
from lxml import etree
from lxml import html
from machines import get
from machines import people
from machines import says
from plone import api
from plone.app.testing import SITE_OWNER_NAME
from plone.base.interfaces.syndication import IFeedSettings
from plone.base.interfaces.syndication import ISiteSyndicationSettings
from plone.dexterity.utils import createContentInContainer

import gzip
import icalendar
import pytest
import pytz
import re
import transaction


ATOM = "{http://www.w3.org/2005/Atom}"
RSS1 = "{http://purl.org/rss/1.0/}"
FORMATS = ("RSS", "rss.xml", "atom.xml", "itunes.xml", "newsml.xml")
PLACES = ("", "/vraagbaak", "/verhalen", "/agenda")
STRANGER = "Zilverreiger"


@pytest.fixture(scope="class")
def site(demo_portal):
    """The demo site, with feeds in all formats, made and changed by people with an account."""
    with api.env.adopt_user(username=SITE_OWNER_NAME):
        for place in ("vraagbaak", "verhalen", "agenda"):
            IFeedSettings(demo_portal[place]).feed_types = FORMATS
        IFeedSettings(demo_portal).feed_types = FORMATS
        for brain in demo_portal.portal_catalog(
            portal_type=("VraagbaakQuestion", "SuccessStory", "Event", "Vraagbaak", "Folder")
        ):
            item = brain.getObject()
            item.creators = ("bilal",)
            item.reindexObject()
        api.portal.set_registry_record("show_author_info", True, interface=ISiteSyndicationSettings)
    transaction.commit()
    return demo_portal


def feed(site, place, name="rss.xml", **kw):
    return get(f"{site.absolute_url()}{place}/{name}", **kw)


class TestFeeds:
    @pytest.mark.parametrize("place", PLACES)
    @pytest.mark.parametrize("name", FORMATS)
    def test_a_feed_is_xml_and_has_items(self, site, place, name):
        answer = feed(site, place, name)
        assert answer.status_code == 200
        etree.fromstring(answer.content)
        assert len(re.findall(r"<(?:item|entry|NewsItem)[\s>]", answer.text)) > 2

    @pytest.mark.abuse("A04")
    @pytest.mark.parametrize("place", PLACES)
    @pytest.mark.parametrize("name", FORMATS)
    @pytest.mark.parametrize("user", [None, "redactie"])
    def test_no_feed_names_who_made_it(self, site, place, name, user):
        text = feed(site, place, name, user=user).text
        assert says(text, people()) == []
        assert "@" not in text

    def test_the_newest_answers_come_first(self, site):
        tree = etree.fromstring(feed(site, "/vraagbaak").content)
        # the catalog sorts by the minute
        dates = [parsedate_to_datetime(text).replace(second=0) for text in tree.xpath("//item/pubDate/text()")]
        assert len(dates) == 15
        assert dates == sorted(dates, reverse=True)
        oldest = DateTime(min(dates).isoformat())
        with api.env.adopt_user(username=SITE_OWNER_NAME):
            newer = {"query": oldest + 2 / 1440, "range": "min"}
            brains = site.portal_catalog(portal_type="VraagbaakQuestion", review_state="published", effective=newer)
        assert {brain.getURL() for brain in brains} <= set(tree.xpath("//item/guid/text()"))

    def test_the_calendar_folder_says_when(self, site):
        texts = etree.fromstring(feed(site, "/agenda").content).xpath("//item/description/text()")
        assert texts and all(re.search(r"\d+\.\d\d uur", text) for text in texts)

    def test_an_atom_feed_has_an_author_and_a_date(self, site):
        tree = etree.fromstring(feed(site, "/vraagbaak", "atom.xml").content)
        entries = tree.findall(f"{ATOM}entry")
        assert {entry.findtext(f"{ATOM}author/{ATOM}name") for entry in entries} == {
            "SamenBeter" if site.title == "SamenBeter" else site.title
        }
        assert all(DateTime(entry.findtext(f"{ATOM}updated")) for entry in entries)

    @pytest.mark.parametrize(
        ("name", "kind"),
        [("rss.xml", "application/rss+xml"), ("atom.xml", "application/atom+xml"), ("RSS", "application/rdf+xml")],
    )
    def test_a_feed_says_what_it_is(self, site, name, kind):
        assert feed(site, "/vraagbaak", name).headers["Content-Type"].startswith(kind)

    @pytest.mark.abuse("A06")
    def test_what_is_hidden_stands_in_no_feed(self, site):
        with api.env.adopt_user(username=SITE_OWNER_NAME):
            for container, portal_type in (
                (site["vraagbaak"], "VraagbaakQuestion"),
                (site["verhalen"], "SuccessStory"),
            ):
                createContentInContainer(container, portal_type, checkConstraints=False, title=STRANGER)
        transaction.commit()
        for place in PLACES:
            for name in FORMATS:
                assert STRANGER not in feed(site, place, name).text
                assert STRANGER not in feed(site, place, name, user="anna").text

    def test_a_page_names_its_feeds(self, site):
        for place in PLACES:
            tree = html.fromstring(get(site.absolute_url() + place).content)
            links = tree.xpath("//link[@rel='alternate' and contains(@type, 'xml')]")
            assert [link.get("href").rpartition("/")[2] for link in links] == ["rss.xml", "atom.xml"], place
            assert all(get(link.get("href")).status_code == 200 for link in links)

    @pytest.mark.parametrize("place", ["/modules", "/partners"])
    def test_where_it_is_not_switched_on_there_is_none(self, site, place):
        assert feed(site, place).status_code == 404
        assert "rss" not in get(site.absolute_url() + place).text

    def test_a_feed_loads_no_item(self, site):
        from counting import Counted

        with Counted() as counted:
            assert feed(site, "/vraagbaak").status_code == 200
        assert counted.loaded == 0


class TestSearchFeed:
    def test_it_has_what_the_search_finds(self, site):
        answer = get(f"{site.absolute_url()}/search_rss?SearchableText=slapen")
        tree = etree.fromstring(answer.content)
        assert tree.xpath("//item")
        assert "slapen" in tree.findtext("channel/title")
        assert says(answer.text, people()) == []

    @pytest.mark.parametrize(
        "query",
        [
            "",
            "?SearchableText=",
            "?SearchableText=*",
            "?SearchableText=%3Cscript%3E%26",
            "?SearchableText:list=x",
            "?b_start=x",
        ],
    )
    def test_anything_can_be_asked(self, site, query):
        answer = get(f"{site.absolute_url()}/search_rss{query}")
        assert answer.status_code == 200
        etree.fromstring(answer.content)
        assert "<script" not in answer.text

    def test_it_is_the_same_below_any_page(self, site):
        page = site["wie-zijn-wij"].absolute_url()
        answer = get(f"{page}/search_rss?SearchableText=slapen")
        assert answer.status_code == 200
        assert answer.content.count(b"<item>") == get(
            f"{site.absolute_url()}/search_rss?SearchableText=slapen"
        ).content.count(b"<item>")

    def test_the_search_page_names_it(self, site):
        tree = html.fromstring(get(f"{site.absolute_url()}/@@search?SearchableText=goed%20slapen").content)
        (link,) = tree.xpath("//link[@type='application/rss+xml']/@href")
        assert link.endswith("search_rss?SearchableText=goed+slapen")

    def test_it_can_be_switched_off(self, site):
        with api.env.adopt_user(username=SITE_OWNER_NAME):
            api.portal.set_registry_record("search_rss_enabled", False, interface=ISiteSyndicationSettings)
        transaction.commit()
        assert get(f"{site.absolute_url()}/search_rss?SearchableText=slapen").status_code == 404
        with api.env.adopt_user(username=SITE_OWNER_NAME):
            api.portal.set_registry_record("search_rss_enabled", True, interface=ISiteSyndicationSettings)
        transaction.commit()


class TestCalendar:
    def test_a_calendar_names_no_person(self, site):
        with api.env.adopt_user(username=SITE_OWNER_NAME):
            start = pytz.timezone("Europe/Amsterdam").localize(datetime.now() + timedelta(days=3))
            meeting = api.content.create(
                site["agenda"],
                "Event",
                title="Proef",
                start=start,
                end=start + timedelta(hours=1),
            )
            api.content.transition(meeting, "publish")
            # with them in it, it would not become public
            meeting.attendees = ("Piet Snot", "piet@example.org")
        transaction.commit()
        for url in (f"{site.absolute_url()}/agenda", meeting.absolute_url(), site.absolute_url()):
            answer = get(f"{url}/ics_view")
            assert answer.headers["Content-Type"].startswith("text/calendar")
            assert "Proef" in answer.text
            assert icalendar.Calendar.from_ical(answer.content).walk("VEVENT")
            assert says(answer.text, {*people(), "piet"}) == []

    def test_a_meeting_that_is_not_public_is_not_in_it(self, site):
        with api.env.adopt_user(username=SITE_OWNER_NAME):
            start = pytz.timezone("Europe/Amsterdam").localize(datetime.now() + timedelta(days=3))
            api.content.create(site["agenda"], "Event", title=STRANGER, start=start, end=start + timedelta(hours=1))
        transaction.commit()
        assert STRANGER not in get(f"{site.absolute_url()}/agenda/ics_view").text

    def test_the_pages_name_it(self, site):
        tree = html.fromstring(get(f"{site.absolute_url()}/agenda").content)
        assert tree.xpath("//link[@type='text/calendar']/@href") == [f"{site.absolute_url()}/agenda/ics_view"]


def sitemap(site, user=None):
    answer = get(f"{site.absolute_url()}/sitemap.xml.gz?page=1", user=user)
    assert answer.status_code == 200
    return etree.fromstring(gzip.decompress(answer.content)).xpath("//*[local-name()='loc']/text()")


class TestSitemap:
    def test_it_has_what_everybody_may_read_and_nothing_else(self, site):
        found = sitemap(site)
        assert len(found) == len(set(found))
        assert f"{site.absolute_url()}/vraagbaak" in found
        for url in found:
            assert get(url).status_code == 200, url

    def test_it_is_the_same_for_who_works_here(self, site):
        assert sitemap(site, user="redactie") == sitemap(site)

    def test_parts_of_a_page_are_not_in_it(self, site):
        with api.env.adopt_user(username=SITE_OWNER_NAME):
            answers = {brain.getURL() for brain in api.content.find(portal_type="VraagbaakAnswer")}
        assert answers and not answers.intersection(sitemap(site))

    def test_what_is_over_its_date_is_not_in_it(self, site):
        with api.env.adopt_user(username=SITE_OWNER_NAME):
            story = api.content.find(portal_type="SuccessStory", review_state="published")[0].getObject()
            assert story.absolute_url() in sitemap(site)
            story.expiration_date = DateTime() - 1
            story.reindexObject()
        transaction.commit()
        assert story.absolute_url() not in sitemap(site)

    @pytest.mark.parametrize("query", ["?page=x", "?page=-1", "?page:list=1"])
    def test_a_page_that_is_no_number_is_not_there(self, site, query):
        assert get(f"{site.absolute_url()}/sitemap.xml.gz{query}").status_code == 404

    def test_the_index_names_its_parts_and_robots_txt_names_the_index(self, site):
        index = gzip.decompress(get(f"{site.absolute_url()}/sitemap.xml.gz").content).decode()
        assert "sitemap.xml.gz?page=1" in index
        assert f"Sitemap: {site.absolute_url()}/sitemap.xml.gz" in get(f"{site.absolute_url()}/robots.txt").text

    def test_a_site_that_did_not_switch_it_on_has_none(self, site):
        with api.env.adopt_user(username=SITE_OWNER_NAME):
            api.portal.set_registry_record("plone.enable_sitemap", False)
        transaction.commit()
        assert get(f"{site.absolute_url()}/sitemap.xml.gz").status_code == 404
