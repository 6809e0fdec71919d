"""The page "Logboek": for the Privacy Officer only, and each look is in the log."""

from lxml import html
from people import get
from people import make_people
from people import PEOPLE
from people import post
from people import refused
from people import text_of
from plone import api
from samenbeter.shared import audit
from samenbeter.shared import clock
from samenbeter.shared import keys
from samenbeter.shared import seals_file
from samenbeter.shared import vault
from unittest import mock

import csv
import datetime
import io
import pytest
import transaction


@pytest.fixture(scope="class")
def url(shared_portal):
    """The address of the page, in a site with people and one look of an editor."""
    make_people()
    box = vault.get()
    found = box.add("privacy", "note", {"text": "GEHEIM"}, purpose="samenbeter.rights", subject="member:bewoner")
    with api.env.adopt_user(username="redactie"):
        box.read(found, vault.Staff("samenbeter.rights"))
    transaction.commit()
    return f"{shared_portal.absolute_url()}/@@samenbeter-audit"


def noted(action="logview"):
    """Return the entries of an action, newest first."""
    transaction.begin()
    now = clock.now()
    return list(audit.entries(now - datetime.timedelta(days=30), now + datetime.timedelta(days=2), action))


class TestThePage:
    """For one role."""

    @pytest.mark.abuse("A63")
    @pytest.mark.parametrize("user", [None, *PEOPLE])
    def test_a63_only_the_privacy_officer_reads_it(self, url, user):
        before = len(noted())
        answer = get(user, url)
        assert refused(answer) == (user != "privacy")
        if user != "privacy":
            answer = post(user, url, token=bool(user), first="2026-01-01")
            assert refused(answer)
            assert "data-label" not in answer.text
        assert len(noted()) == before

    def test_a_get_shows_no_entry_and_notes_nothing(self, url):
        before = len(noted())
        answer = get("privacy", f"{url}?first=2020-01-01&who=x&csv=1&check=1")
        assert answer.status_code == 200
        assert not html.fromstring(answer.text).xpath("//table")
        assert len(noted()) == before
        assert answer.headers["Cache-Control"] == "no-store"
        assert answer.headers["Referrer-Policy"] == "no-referrer"

    def test_without_a_token_nothing_is_shown(self, url):
        before = len(noted())
        answer = post("privacy", url, token=False)
        assert answer.status_code == 403
        assert len(noted()) == before

    def test_each_look_is_an_entry_and_is_seen_itself(self, url):
        before = len(noted())
        page = text_of(post("privacy", url))
        assert "Gelezen" in page
        assert "De redactie" in page
        assert "Wie bij ons over privacy gaat" in page
        assert len(noted()) == before + 1
        (entry, *_rest) = noted()
        assert (entry.role, entry.section, entry.basis) == ("Privacy Officer", "entries", "samenbeter.security")

    def test_no_name_user_id_or_text_is_on_it(self, url):
        page = post("privacy", url).text
        main = page[page.index("<main") : page.index("</main")]
        for word in ("Redactie", "redactie@", "bewoner@", "Bewoner", "GEHEIM"):
            assert word not in main.replace("De redactie", "")

    def test_entries_are_chosen_by_action_and_day(self, url):
        rows = html.fromstring(post("privacy", url, action="view").text).xpath("//tbody/tr")
        assert len(rows) == 1
        page = text_of(post("privacy", url, first="2020-01-01", last="2020-01-02"))
        assert "In deze tijd is dit niet gebeurd" in page

    @pytest.mark.parametrize(
        ("first", "last", "field"),
        [
            ("gisteren", "2026-01-01", "first"),
            ("2026-01-02", "2026-01-01", "last"),
            ("2026-01-01", "9999-12-31", "last"),
            ("<script>", "x", "first"),
        ],
    )
    def test_a_day_that_is_none_is_said_and_nothing_is_noted(self, url, first, last, field):
        before = len(noted())
        page = html.fromstring(post("privacy", url, first=first, last=last).text)
        assert page.get_element_by_id(f"{field}-error") is not None
        assert page.get_element_by_id(field).get("aria-invalid") == "true"
        assert page.xpath("//title")[0].text.startswith("Fout:")
        assert len(noted()) == before

    @pytest.mark.parametrize("page", ["0", "-1", "x", "999999999999", "²"])
    def test_a_page_that_is_none_is_no_error(self, url, page):
        assert post("privacy", url, page=page).status_code == 200

    def test_many_entries_are_on_pages(self, url):
        with api.env.adopt_user(username="redactie"):
            for _number in range(55):
                audit.note("list", basis="samenbeter.rights")
        transaction.commit()
        first = html.fromstring(post("privacy", url, action="list").text)
        assert len(first.xpath("//tbody/tr")) == 50
        assert first.xpath("//button[@name='page']/@value") == ["2"]
        second = html.fromstring(post("privacy", url, action="list", page="2").text)
        assert len(second.xpath("//tbody/tr")) == 5
        assert second.xpath("//button[@name='page']/@value") == ["1"]

    def test_who_it_is_is_said_on_request_and_that_is_noted(self, url):
        actor = audit.pseudonym_of("redactie")
        before = len(noted())
        page = text_of(post("privacy", url, who=actor))
        assert f"{actor[:8]} is Redactie." in page
        assert len(noted()) == before + 2
        assert {entry.section: entry.object for entry in noted()[:2]} == {"who": actor, "entries": ""}

    def test_a_resident_stays_unknown(self, url):
        page = text_of(post("privacy", url, who=audit.pseudonym_of("bewoner")))
        assert "Bewoner" not in page
        assert "Niemand die hier nu werkt" in page

    def test_csv_has_all_fields_and_is_noted(self, url):
        answer = post("privacy", url, csv="1", action="view")
        assert answer.headers["Content-Type"] == "text/csv; charset=utf-8"
        assert "attachment" in answer.headers["Content-Disposition"]
        assert answer.headers["Cache-Control"] == "no-store"
        (row,) = csv.DictReader(io.StringIO(answer.content.decode("utf-8-sig")))
        assert row["role"] == "Vraagbaak Editor"
        assert row["actor"] == audit.pseudonym_of("redactie")
        assert row["subject"] == vault.get().pseudonym("member:bewoner")
        assert noted()[0].section == "csv"

    def test_without_a_key_nothing_is_shown_and_the_page_says_what_to_do(self, url, tmp_path):
        with mock.patch.dict("os.environ", {keys.ENVIRONMENT: str(tmp_path / "none")}):
            answer = post("privacy", url)
            assert answer.status_code == 503
            assert "De sleutel van de kluis is er niet" in text_of(answer)
            assert not html.fromstring(answer.text).xpath("//table")
            assert get("privacy", url).status_code == 200


def test_a63_the_page_says_that_somebody_changed_the_log(functional_portal, monkeypatch, tmp_path, log):
    """And before that: all is in order."""
    make_people()
    url = f"{functional_portal.absolute_url()}/@@samenbeter-audit"
    assert "Nagekeken: in orde" in text_of(get("privacy", url))
    seals_file.place().unlink()
    page = text_of(post("privacy", url, check="1"))
    assert "Er is iets veranderd: 1" in page
    assert "Het bestand met zegels is weg" in page
    assert "Er is iets veranderd: 1" in text_of(get("privacy", url))
