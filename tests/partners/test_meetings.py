"""Meetings: which come next, and what residents see of them."""

from counting import Counted
from datetime import datetime
from datetime import timedelta
from datetime import timezone
from lxml import html
from plone import api
from plone.app.testing import logout
from plone.event.interfaces import IRecurrenceSupport
from plone.event.utils import dt2int
from samenbeter.interfaces import IMySection
from samenbeter.interfaces import ISamenBeterLayer
from samenbeter.partners import meetings
from samenbeter.shared.occurrences import moment_of
from test_partner_pages import link
from test_partner_pages import make
from test_partner_pages import texts
from zope.component import getMultiAdapter
from zope.interface import alsoProvides

import pytest
import pytz


UTC = pytz.utc
NOW = datetime.now(UTC).replace(minute=0, second=0, microsecond=0)


@pytest.mark.parametrize(
    "day", [(2026, 12, 31, 23, 59), (2026, 1, 31, 0, 0), (2028, 2, 29, 12, 5), (2026, 12, 1, 0, 0)]
)
def test_the_number_in_the_index_is_read_back(day):
    """Also on the days for which plone.event's own function fails."""
    moment = datetime(*day, tzinfo=timezone.utc)
    assert moment_of(dt2int(moment)) == moment


@pytest.fixture
def request_(http_request):
    alsoProvides(http_request, ISamenBeterLayer)
    return http_request


@pytest.fixture
def agenda(portal):
    return make(portal, "Folder", "publish", title="Agenda")


@pytest.fixture
def meet(agenda):
    """Make a published meeting of two hours, so many hours from the last full hour.

    Two, because the clock may strike between this and the test.
    """

    def meet(title, hours, *steps, **fields):
        start = NOW + timedelta(hours=hours)
        steps = steps or ("publish",)
        return make(agenda, "Event", *steps, title=title, start=start, end=start + timedelta(hours=2), **fields)

    return meet


@pytest.fixture
def page(request_):
    def page(item, name, **form):
        logout()
        request_.form.clear()
        request_.form.update(form)
        return html.fromstring(api.content.get_view(name, item, request_)())

    return page


def listed(tree):
    """Return the titles of the meetings in a list."""
    return texts(tree, "//ul[@class='sb-list']//h3")


class TestList:
    """The meetings of a folder."""

    def test_what_comes_soonest_first(self, agenda, meet, page):
        meet("Straks", 48)
        meet("Nu bezig", 0)
        meet("Geweest", -48)
        make(agenda, "Event", title="Klad", start=NOW + timedelta(1), end=NOW + timedelta(2))
        assert listed(page(agenda, "samenbeter-meetings")) == ["Nu bezig", "Straks"]
        assert listed(page(agenda, "samenbeter-meetings", past="1")) == ["Geweest"]

    def test_one_that_repeats_stands_at_its_next_time(self, agenda, meet, page):
        meet("Elke week", -24 * 20, recurrence="RRULE:FREQ=WEEKLY;COUNT=5")
        meet("Morgen", 23)
        tree = page(agenda, "samenbeter-meetings")
        assert listed(tree) == ["Morgen", "Elke week"]
        (found,) = [item for item in meetings.upcoming() if item[2].Title == "Elke week"]
        assert found[0] == NOW + timedelta(days=1)

    def test_mijn_samenbeter_has_the_first_three_and_no_part_when_there_is_none(self, portal, request_, agenda, meet):
        def part():
            return getMultiAdapter((portal, request_), IMySection, "samenbeter.partners.soon")

        meet("Geweest", -48)
        assert not part().available
        for number in range(4):
            meet(f"Koffie {number}", 24 * (number + 1), location="De Huiskamer")
        logout()
        assert part().available
        rows = part().rows()
        assert [row["title"] for row in rows] == ["Koffie 0", "Koffie 1", "Koffie 2"]
        assert rows[0]["note"].endswith(" uur · De Huiskamer")

    def test_the_organiser_is_shown_to_who_may_see_it(self, portal, agenda, meet, page):
        organiser = make(portal, "PartnerOrganisation", "activate", title="De Linde")
        link(meet("Koffie", 24), "organiser", organiser)
        tree = page(agenda, "samenbeter-meetings")
        assert "Door De Linde" in texts(tree, "//ul[@class='sb-list']//p")

    def test_more_meetings_take_no_more_queries(self, portal, agenda, meet, page):
        organiser = make(portal, "PartnerOrganisation", "activate", title="De Linde")
        # the menu is asked for once in a request, and the tests share one
        page(agenda, "samenbeter-meetings")
        counts = []
        for size in (20, 40):
            for number in range(size):
                link(meet(f"Koffie {size} {number}", 24 + number), "organiser", organiser)
            with Counted() as counted:
                page(agenda, "samenbeter-meetings")
            counts.append((counted.queries, counted.loaded))
        assert counts[0] == counts[1]
        assert counts[0][1] == 0


class TestPage:
    """The page of a meeting, in the place of Plone's own."""

    def test_it_is_ours(self, meet, page):
        tree = page(
            meet("Koffie", 24, attendance="both", online_url="https://mee.example", location="Zaal"), "event_view"
        )
        assert tree.xpath("//a[@href='https://mee.example']")
        assert tree.xpath("//a[contains(@href, 'ics_view')]")
        assert "Zaal" in tree.text_content()

    def test_online_only_has_no_place(self, meet, page):
        tree = page(meet("Online", 24, attendance="online", location="Oude zaal"), "event_view")
        assert "Oude zaal" not in tree.text_content()

    def test_in_the_room_only_has_no_link(self, meet, page):
        tree = page(meet("Zaal", 24, attendance="physical", online_url="https://mee.example"), "event_view")
        assert not tree.xpath("//a[@href='https://mee.example']")

    def test_when_it_is_over_it_says_so(self, meet, page):
        tree = page(meet("Geweest", -48), "event_view")
        assert "Dit is geweest" in tree.text_content()
        assert not tree.xpath("//a[contains(@href, 'ics_view')]")

    def test_one_time_of_a_meeting_that_repeats_has_the_same_page(self, meet, page):
        item = meet("Elke week", 24, recurrence="RRULE:FREQ=WEEKLY;COUNT=3", registration="Loop binnen.")
        second = list(IRecurrenceSupport(item).occurrences())[1]
        tree = page(second, "event_view")
        assert texts(tree, "//h1") == ["Elke week"]
        assert "Loop binnen." in tree.text_content()
        assert tree.xpath("string(//time/@datetime)").startswith(str((NOW + timedelta(days=8)).date())[:8])
