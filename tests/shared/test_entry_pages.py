"""The page, the sheet and the services of the entry codes."""

from entering import make
from entering import scan
from lxml import etree
from lxml import html
from people import get
from people import make_people
from people import PASSWORD
from people import PEOPLE
from people import post
from people import refused
from people import text_of
from samenbeter.shared import entry
from samenbeter.shared import entry_page
from samenbeter.shared import tally
from samenbeter.shared.transactions import committed
from types import SimpleNamespace

import csv
import io
import pytest
import requests
import transaction


MAKERS = ("redactie", "beheer", "baas")
READERS = (*MAKERS, "privacy")


@pytest.fixture(scope="class")
def site(shared_portal):
    """A site with people of each role."""
    make_people()
    return shared_portal


@pytest.fixture(autouse=True)
def nothing(site):
    """Begin each test without codes and counts."""
    tally.place().unlink(missing_ok=True)
    committed(lambda: entry.store().clear())
    transaction.begin()


@pytest.fixture
def url(site):
    return site.absolute_url()


class TestThePage:
    @pytest.mark.parametrize("user", [None, *PEOPLE])
    @pytest.mark.parametrize("page", ["@@toegangscodes", "@@toegangskaart?code=lindehof"])
    def test_only_who_makes_codes_comes_in(self, url, user, page):
        make("lindehof")
        answer = get(user, f"{url}/{page}")
        assert (answer.status_code == 200) if user in MAKERS else refused(answer)

    def test_without_codes_it_says_what_to_do(self, url):
        page = text_of(get("redactie", f"{url}/@@toegangscodes"))
        assert "Er is nog geen code" in page
        assert "Download als CSV" not in page

    def test_an_editor_makes_one_and_sees_it(self, url):
        answer = post(
            "redactie", f"{url}/@@toegangscodes", do="make", kind="poster", title="Poster", target="", code="lindehof"
        )
        assert answer.status_code == 303
        assert entry.get("lindehof").title == "Poster"
        page = get("redactie", f"{url}/@@toegangscodes")
        assert page.headers["Cache-Control"] == "no-store"
        assert "lindehof" in text_of(page)

    def test_what_is_wrong_stands_at_the_field_and_what_was_typed_stays(self, url):
        answer = post(
            "redactie", f"{url}/@@toegangscodes", do="make", kind="story", title="Verhaal", target="//evil.example"
        )
        page = html.fromstring(answer.text)
        assert [link.get("href") for link in page.xpath("//div[@role='alert']//a")] == ["#target"]
        field = page.get_element_by_id("target")
        assert field.get("aria-invalid") == "true"
        assert "target-error" in field.get("aria-describedby")
        assert page.get_element_by_id("title").get("value") == "Verhaal"
        assert page.xpath("//option[@selected]/@value") == ["story"]
        assert not entry.codes()

    def test_without_the_token_nothing_is_made(self, url):
        post("redactie", f"{url}/@@toegangscodes", token=False, do="make", kind="poster", title="x", code="lindehof")
        assert not entry.codes()

    def test_each_code_has_its_steps_people_and_computers_apart(self, url, site):
        make("lindehof")
        for _time in range(3):
            scan(site, "lindehof")
        scan(site, "lindehof", User_Agent="curl/8")
        scan(site, "iets-anders")
        entry.count(entry.MEMBER, "lindehof")
        page = html.fromstring(get("redactie", f"{url}/@@toegangscodes").text)
        rows = {
            row.xpath("./th")[0].text_content().split()[0]: [cell.text for cell in row.xpath("./td[@class='num']")]
            for row in page.xpath("//table[1]/tbody/tr")
        }
        assert rows["Poster"] == ["3", "0", "0", "1", "0", "1"]
        assert rows["Een"][0] == "1"

    def test_the_chart_has_a_table_that_says_the_same(self, url, site):
        make("lindehof")
        assert "sb-chart" not in get("redactie", f"{url}/@@toegangscodes").text
        scan(site, "lindehof")
        page = html.fromstring(get("redactie", f"{url}/@@toegangscodes").text)
        bars = page.xpath("//figure//*[local-name()='svg']//*[@class='b']/text()")
        cells = page.xpath("//details//td/text()")
        assert bars == cells
        assert cells[-1] == "1"
        assert len(cells) == entry_page.WEEKS

    def test_one_that_ended_says_since_when(self, url):
        make("lindehof")
        post("redactie", f"{url}/@@toegangscodes", do="end", code="lindehof")
        assert entry.get("lindehof").ended
        page = text_of(get("redactie", f"{url}/@@toegangscodes"))
        assert "Telt niet meer mee sinds" in page
        assert "Stop met tellen" not in page

    def test_the_list_as_a_file_holds_no_formula(self, url):
        make("lindehof", title="=cmd|'/c calc'!A0")
        answer = post("redactie", f"{url}/@@toegangscodes", do="csv")
        assert answer.headers["Content-Type"].startswith("text/csv")
        rows = list(csv.DictReader(io.StringIO(answer.text)))
        assert [(row["code"], row["title"], row["arrived"]) for row in rows] == [
            ("lindehof", "'=cmd|'/c calc'!A0", "0")
        ]

    def test_a_name_in_a_code_is_pointed_at(self, monkeypatch):
        seen = []

        def marks(text):
            seen.append(text)
            return [SimpleNamespace(kind="NAME")] if "Dora" in text else []

        monkeypatch.setattr(entry_page, "queryUtility", lambda _interface: SimpleNamespace(marks=marks))
        assert entry_page.is_named("dora-jansen")
        assert not entry_page.is_named("lindehof-poster", "Poster")
        monkeypatch.setattr(entry_page, "queryUtility", lambda _interface: None)
        assert not entry_page.is_named("dora-jansen")

    def test_it_is_among_the_tools_of_who_may(self, url):
        assert "Toegangscodes" in text_of(get("redactie", f"{url}/@@mijn-werk"))
        assert "Twijfel" in text_of(get("redactie", f"{url}/@@mijn-werk"))
        assert "Toegangscodes" not in text_of(get("deskundige", f"{url}/@@mijn-werk"))


class TestTheSheet:
    def test_it_has_the_address_in_words_and_as_a_code(self, url):
        make("lindehof")
        page = html.fromstring(get("redactie", f"{url}/@@toegangskaart?code=lindehof").text)
        sheet = page.xpath("//div[contains(@class, 'sb-sheet')]")[0]
        assert f"{url}/via/lindehof".partition("://")[2] in sheet.text_content()
        assert sheet.xpath(".//*[local-name()='svg']//*[local-name()='path']")

    def test_the_drawing_alone_is_a_file_that_a_scanner_reads(self, url):
        make("lindehof")
        answer = get("redactie", f"{url}/@@toegangskaart?code=lindehof&svg=1")
        assert answer.headers["Content-Type"].startswith("image/svg+xml")
        drawing = etree.fromstring(answer.content)
        assert etree.QName(drawing).localname == "svg"
        assert b"script" not in answer.content

    def test_of_what_is_no_code_there_is_none(self, url):
        assert get("redactie", f"{url}/@@toegangskaart?code=geen-code").status_code == 404
        assert get("redactie", f"{url}/@@toegangskaart").status_code == 404


class TestTheServices:
    def ask(self, user, method, url, **body):
        auth = (user, PASSWORD) if user else None
        headers = {"Accept": "application/json"}
        answer = requests.request(method, url, json=body or None, headers=headers, auth=auth, timeout=60)
        transaction.begin()
        return answer

    @pytest.mark.parametrize("user", [None, *PEOPLE])
    def test_figures_are_for_who_may_read_them(self, url, user):
        make("lindehof")
        answer = self.ask(user, "GET", f"{url}/@entry-codes")
        assert answer.status_code == (200 if user in READERS else 401)

    @pytest.mark.parametrize("user", [None, *PEOPLE])
    def test_making_and_ending_is_for_who_may(self, url, user):
        make("lindehof")
        made = self.ask(user, "POST", f"{url}/@entry-codes", kind="poster", title="x", code="nieuw")
        ended = self.ask(user, "DELETE", f"{url}/@entry-codes/lindehof")
        if user in MAKERS:
            assert (made.status_code, ended.status_code) == (201, 204)
        else:
            assert (made.status_code, ended.status_code) == (401, 401)
        assert (entry.get("nieuw") is not None) == (user in MAKERS)
        assert (entry.get("lindehof").ended is not None) == (user in MAKERS)

    def test_what_was_counted_stands_with_each_code(self, url, site):
        make("lindehof")
        scan(site, "lindehof")
        scan(site, "iets")
        found = self.ask("redactie", "GET", f"{url}/@entry-codes").json()
        assert found["items"][0]["counts"]["arrived"] == {"people": 1, "bots": 0}
        assert found["items"][0]["url"] == f"{url}/via/lindehof"
        assert found["unknown"]["arrived"]["people"] == 1
        assert found["none"]["arrived"]["people"] == 0

    def test_what_is_wrong_is_said_by_field(self, url):
        answer = self.ask("redactie", "POST", f"{url}/@entry-codes", kind="poster", title="x", target="//evil.example")
        assert answer.status_code == 400
        assert answer.json()["error"]["field"] == "target"
        assert self.ask("redactie", "POST", f"{url}/@entry-codes", kind=3, title=["x"]).status_code == 400
        assert not entry.codes()

    def test_one_that_is_not_there_cannot_end(self, url):
        assert self.ask("redactie", "DELETE", f"{url}/@entry-codes/geen").status_code == 404
        assert self.ask("redactie", "DELETE", f"{url}/@entry-codes").status_code == 404
