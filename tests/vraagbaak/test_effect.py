"""What an expert brought about: counted without anybody's data, and small numbers are not shown."""

from at_the_desk import answer
from at_the_desk import link
from at_the_desk import make
from at_the_desk import rich
from at_the_desk import step
from browsing import Web
from consulted import ANNA
from consulted import EDITOR
from consulted import HANS
from consulted import Room
from consulted import ZARA
from lxml import html
from plone.uuid.interfaces import IUUID
from samenbeter.shared import counters
from samenbeter.vraagbaak.experts import effect
from samenbeter.vraagbaak.experts import effect_page

import pytest
import re
import transaction


READ, PAGE = "@@gelezen", "@@mijn-effect"
SAME = {"Sec-Fetch-Site": "same-origin"}


@pytest.fixture
def room(functional_portal):
    """A served site with a published question to which Zara contributed; Hans sent one in that was not used."""
    effect_page.readers.clear()
    desk = make(functional_portal, "Vraagbaak", "open", title="Vraagbaak")
    found = Room(functional_portal, desk)
    found.public = make(
        desk, "VraagbaakQuestion", title="Hoe slaap ik?", summary=rich("<p>Sta op.</p>"), answer_type="see_gp"
    )
    for who, partner, steps in ((ZARA, found.linde, ("submit", "accept")), (HANS, found.plein, ("submit",))):
        one = answer(found.public, *steps, creators=(who,))
        link(one, "partner", partner)
    step(found.public, "review", "publish")
    counters.store()
    transaction.commit()
    found.url = found.public.absolute_url()
    return found


def reads(room):
    """Return how often the page was read."""
    transaction.begin()
    return counters.total("vraagbaak", "read", IUUID(room.public))


class TestRead:
    """Who read a page."""

    def test_a_reader_is_counted(self, room):
        """By the script of the page; nothing comes back and nothing is kept."""
        web = Web()
        web.get(room.url)
        assert web.main.xpath(".//article/@data-sb-read") == [f"{room.url}/{READ}"]
        (script,) = re.findall(r'<script type="module" src="([^"]+read[.]js[^"]*)"', web.answer.text)
        assert "fetch(readAt" in web.http.get(script, timeout=60).text
        assert web.post(f"{room.url}/{READ}", headers=SAME) == 204
        assert web.answer.text == ""
        assert "Set-Cookie" not in web.answer.headers
        assert web.answer.headers["Cache-Control"] == "no-store"
        assert reads(room) == 1

    @pytest.mark.parametrize(
        "headers",
        [
            {},
            {"Sec-Fetch-Site": "cross-site"},
            {"Sec-Fetch-Site": "none"},
            {**SAME, "Sec-GPC": "1"},
            {**SAME, "DNT": "1"},
            {**SAME, "User-Agent": "Googlebot/2.1"},
            {**SAME, "User-Agent": ""},
            {**SAME, "Sec-Purpose": "prefetch"},
        ],
    )
    def test_others_are_not(self, room, headers):
        """Another site, a program, who asks to be left out: they get the same answer."""
        assert Web().post(f"{room.url}/{READ}", headers=headers) == 204
        assert reads(room) == 0

    @pytest.mark.parametrize("who", [EDITOR, ZARA, ANNA])
    def test_who_is_logged_in_is_not(self, room, who):
        """Their page does not even ask for it."""
        web = Web(who)
        web.get(room.url)
        assert web.main.xpath(".//article/@data-sb-read") == []
        web.post(f"{room.url}/{READ}", headers=SAME)
        assert reads(room) == 0

    def test_looking_does_not_count(self, room):
        """A GET is no reader."""
        assert Web().get(f"{room.url}/{READ}") == 404
        assert reads(room) == 0

    def test_what_is_not_public_is_not_counted(self, room):
        """And is not there."""
        web = Web()
        web.post(f"{room.question.absolute_url()}/{READ}", headers=SAME)
        assert web.answer.status_code != 204
        assert counters.total("vraagbaak", "read") == 0

    def test_the_page_stays_one_that_browsers_keep(self, room):
        """The number is not on it."""
        web = Web()
        web.get(room.url)
        first = web.answer.headers.get("ETag"), web.answer.text
        web.post(f"{room.url}/{READ}", headers=SAME)
        web.get(room.url)
        assert (web.answer.headers.get("ETag"), web.answer.text) == first
        assert "no-store" not in web.answer.headers.get("Cache-Control", "")

    def test_one_place_does_not_count_for_many(self, room, monkeypatch):
        """After a while it is a program."""
        monkeypatch.setattr(effect_page.readers, "most", 2)
        for _time in range(4):
            assert Web().post(f"{room.url}/{READ}", headers=SAME) == 204
        assert reads(room) == 2


class TestOutcome:
    """What askers said."""

    def test_the_partners_whose_words_were_used_are_counted(self, room):
        """Each once; not the one whose contribution was not used."""
        effect.count_outcome(room.public, "helped")
        effect.count_outcome(room.public, "stuck")
        effect.count_outcome(None, "helped")
        assert counters.total("vraagbaak", "outcome", "helped", room.one) == 1
        assert counters.total("vraagbaak", "outcome") == 1


class TestPage:
    """What an expert sees of it."""

    @staticmethod
    def numbers(web):
        """Return {title: number or words} of the page."""
        rows = web.main.xpath(".//section[@aria-labelledby='sb-came']//li")
        return {row.find("b").text: " ".join(row.find("b").tail.split()).lstrip(": ") for row in rows}

    def test_small_numbers_are_not_shown(self, room):
        """Four is few, five is a number."""
        for _time in range(4):
            effect.count_outcome(room.public, "helped")
            effect.count_read(room.public)
        web = Web(ZARA)
        assert web.get(f"{room.portal.absolute_url()}/{PAGE}") == 200
        assert self.numbers(web) == dict.fromkeys(("Geholpen", "Iets gedaan", "Gelezen"), "minder dan 5")
        effect.count_outcome(room.public, "helped")
        effect.count_read(room.public)
        web.get(f"{room.portal.absolute_url()}/{PAGE}")
        assert self.numbers(web) == {"Geholpen": "5", "Iets gedaan": "minder dan 5", "Gelezen": "5"}

    def test_the_chart_says_the_same_as_the_table(self, room):
        """Twelve months, of which this one has a contribution."""
        web = Web(ZARA)
        web.get(f"{room.portal.absolute_url()}/{PAGE}")
        assert "De redactie gebruikte 1 bijdrage van jou." in web.text
        rows = web.main.xpath(".//table/tbody/tr")
        assert [int(row.find("td").text) for row in rows] == [0] * 11 + [1]
        chart = html.tostring(web.main.find(".//figure/svg")).decode()
        assert all(row.find("th").text in chart for row in rows)

    def test_what_was_not_used_does_not_count(self, room):
        """Hans sees nothing of what others brought about."""
        for _time in range(9):
            effect.count_outcome(room.public, "helped")
            effect.count_read(room.public)
        web = Web(HANS)
        web.get(f"{room.portal.absolute_url()}/{PAGE}")
        assert set(self.numbers(web).values()) == {"minder dan 5"}
        assert not web.main.xpath(".//figure")

    def test_it_is_for_experts(self, room):
        """Others are asked to log in, or refused."""
        for who in ("", ANNA, EDITOR):
            assert Web(who).get(f"{room.portal.absolute_url()}/{PAGE}") in (302, 401, 403, 404)
