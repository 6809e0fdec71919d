"""The pages of the import: who may, what is asked for, how far it is."""

from at_the_desk import rich
from faq_records import lines
from faq_records import mixed
from faq_records import record
from importing_site import MAY
from importing_site import ROLES
from lxml import html
from plone import api
from plone.app.testing import SITE_OWNER_NAME
from samenbeter.vraagbaak import fetching
from samenbeter.vraagbaak import imports
from samenbeter.vraagbaak import jobs

import io
import pytest
import transaction


MAY_NOT = (None, *(name for name in ROLES if name not in MAY))
PAGES = ("@@import", "@@import-progress", "@@import-state")


def upload(data, name="vragen.jsonl"):
    """Return a file as a form sends it."""
    return {"file": (name, io.BytesIO(data), "application/json")}


def words(answer):
    """Return the words of a page."""
    return " ".join(html.fromstring(answer.text).text_content().split())


def kept(place):
    """Return the jobs of the desk, as they are now."""
    transaction.begin()
    return jobs.jobs_of(place.desk)


class TestWho:
    @pytest.mark.parametrize("user", MAY_NOT)
    def test_others_are_refused_and_nothing_begins(self, place, user):
        job_id = place.add(lines(record()))
        for page in PAGES:
            assert place.get(user, f"{page}?job={job_id}").status_code in (302, 401, 403)
        for path, form in (("@@import", {}), ("@@import-progress", {"job": job_id, "act": "stop"})):
            answer = place.post(user, path, token=bool(user), files=upload(lines(record())), **form)
            assert answer.status_code in (302, 401, 403)
        assert place.questions() == 0
        assert [job.wish.stop for job in kept(place)] == [False]

    @pytest.mark.parametrize("user", MAY)
    def test_editors_and_administrators_bring_a_file_in(self, place, user):
        answer = place.post(user, "@@import", files=upload(lines(record(1), record(2))))
        assert answer.status_code == 302
        place.wait()
        assert place.questions() == 2
        assert answer.headers["Location"].startswith(f"{place.url}/@@import-progress?job=")
        page = place.get(user, answer.headers["Location"].removeprefix(f"{place.url}/"))
        assert "2 van 2 vragen" in words(page)

    def test_the_panel_of_the_desk_leads_there_for_who_may(self, place):
        link = f'href="{place.url}/@@import"'
        assert link in place.get("renske", "").text
        for user in (None, "anna", "zara"):
            assert link not in place.get(user, "").text

    def test_the_editors_of_one_desk_bring_in_there(self, place):
        with api.env.adopt_user(username=SITE_OWNER_NAME):
            api.group.create(groupname="hier", title="Redactie hier")
            api.group.add_user(groupname="hier", username="anna")
            place.desk.editors_group = "hier"
        transaction.commit()
        assert place.get("anna", "@@import").status_code == 200

    def test_what_came_in_is_nobodys(self, place):
        place.post("renske", "@@import", files=upload(lines(record())))
        place.wait()
        (question,) = place.desk.objectValues()
        assert (question.creators, question.get_local_roles()) == ((), ())
        assert "renske" not in str([vars(job) | vars(job.progress) for job in kept(place)])
        assert "vragen.jsonl" not in str([vars(job) for job in kept(place)])


class TestForm:
    def test_without_a_token_nothing_begins(self, place):
        assert place.post("renske", "@@import", token=False, files=upload(lines(record()))).status_code == 403
        assert kept(place) == []

    def test_a_get_begins_nothing(self, place):
        assert place.get("renske", "@@import?address=https://bron.example/").status_code == 200
        assert kept(place) == []

    @pytest.mark.parametrize(
        "files, data, field, text",
        [
            (None, {}, "file", "Kies een bestand"),
            (upload(b"", name=""), {}, "file", "Kies een bestand"),
            (upload(b""), {}, "file", "Hier staat niets in"),
            (upload(b"[]"), {}, "file", "Hier staat niets in"),
            (upload(b"<html>"), {}, "file", "geen JSON"),
            (upload(b"{}"), {}, "file", "geen lijst"),
            (upload(b"[]"), {"address": "https://bron.example/"}, "file", "Kies een van de twee"),
            (None, {"address": "bron.example"}, "address", "geen webadres"),
            (None, {"address": "http://bron.example/"}, "address", "https://"),
            (None, {"address": "https://10.0.0.1/"}, "address", "open internet"),
            (None, {"address": '"><script>'}, "address", "geen webadres"),
        ],
    )
    def test_what_is_wrong_is_said_at_the_field_and_above(self, place, files, data, field, text):
        page = html.fromstring(place.post("renske", "@@import", files=files, **data).text)
        assert page.xpath("string(//title)").startswith("Fout: ")
        (link,) = page.xpath("//*[@class='sb-errsum']//a")
        assert (link.get("href"), text in link.text_content()) == (f"#{field}", True)
        (wrong,) = page.xpath(f"//input[@id='{field}']")
        assert wrong.get("aria-invalid") == "true"
        assert f"{field}-error" in wrong.get("aria-describedby").split()
        assert text in page.get_element_by_id(f"{field}-error").text_content()
        assert page.xpath("//input[@id='address']/@value") == [data.get("address", "")]
        assert kept(place) == []

    def test_too_large_a_file_is_refused(self, place, monkeypatch):
        monkeypatch.setattr(fetching, "MAX_BYTES", 100)
        assert "50 MB" in place.post("renske", "@@import", files=upload(lines(record()))).text
        assert kept(place) == []

    def test_an_address_is_fetched_and_kept_without_its_key(self, place, monkeypatch):
        asked = []
        monkeypatch.setattr(imports.fetching, "fetch", lambda address: asked.append(address) or lines(record()))
        place.post("renske", "@@import", address=" https://bron.example/faq?sleutel=geheim ")
        place.wait()
        assert asked == ["https://bron.example/faq?sleutel=geheim"]
        assert place.questions() == 1
        assert kept(place)[0].source == "https://bron.example/faq"
        assert "geheim" not in place.get("renske", "@@import").text

    def test_earlier_imports_stand_below(self, place):
        job_id = place.add(mixed(2)[0])
        place.work(job_id)
        page = html.fromstring(place.get("renske", "@@import").text)
        (row,) = page.xpath("//section[@aria-labelledby='sb-imports']//tbody/tr")
        assert f"job={job_id}" in row.xpath(".//a/@href")[0]
        assert [cell.text_content() for cell in row.xpath("td[@class='num']")] == ["2", "0", "0", "0", "5"]


class TestProgress:
    @pytest.mark.parametrize("job", ["", "weg", "x" * 1000, "../etc"])
    @pytest.mark.parametrize("page", PAGES[1:])
    def test_a_job_that_is_not_there_is_not_found(self, place, page, job):
        assert place.get("renske", page, params={"job": job}).status_code == 404

    def test_two_jobs_in_one_address_are_not_found(self, place):
        assert place.get("renske", "@@import-state?job=a&job=b").status_code == 404

    def test_problems_stand_in_a_table_with_line_and_reason(self, place):
        data, _where = mixed(4)
        job_id = place.add(data)
        place.work(job_id)
        page = html.fromstring(place.get("renske", f"@@import-progress?job={job_id}").text)
        rows = page.xpath("//table[@aria-labelledby='sb-import-problems']/tbody/tr")
        assert [row.xpath("string(th)") for row in rows][0] == "4"
        assert len(rows) == 5
        assert all(row.xpath("string(td[1])") for row in rows)
        assert page.xpath("//progress[@aria-labelledby]/@value") == ["100"]

    def test_what_editors_changed_and_the_source_too_is_linked(self, place):
        place.work(place.add(lines(record())))
        (question,) = place.desk.objectValues()
        question.summary = rich("<p>Van ons.</p>")
        transaction.commit()
        job_id = place.add(lines(record(introduction="<p>Van hen.</p>")))
        place.work(job_id)
        page = html.fromstring(place.get("renske", f"@@import-progress?job={job_id}").text)
        (row,) = page.xpath("//table[@aria-labelledby='sb-import-kept']/tbody/tr")
        assert row.xpath(".//a/@href") == [question.absolute_url()]
        assert "Kort antwoord" in row.text_content()

    def test_it_can_be_stopped_and_go_on(self, place):
        job_id = place.add(lines(record()))
        page = f"@@import-progress?job={job_id}"
        assert ">Stop<" in place.get("renske", page).text
        assert place.post("renske", "@@import-progress", job=job_id, act="stop").status_code == 302
        assert "Gestopt" in words(place.get("renske", page))
        assert place.questions() == 0
        assert ">Ga verder<" in place.get("renske", page).text
        place.post("renske", "@@import-progress", job=job_id, act="go")
        place.wait()
        assert place.questions() == 1
        assert "<button" not in place.get("renske", page).text.partition('id="sb-import"')[2].partition("</section>")[0]

    @pytest.mark.parametrize("act", ["", "weg", None])
    def test_another_act_does_nothing(self, place, act):
        job_id = place.add(lines(record()))
        place.post("renske", "@@import-progress", job=job_id, act=act)
        assert [job.state for job in kept(place)] == ["waiting"]

    def test_a_button_without_a_token_does_nothing(self, place):
        job_id = place.add(lines(record()))
        assert place.post("renske", "@@import-progress", token=False, job=job_id, act="stop").status_code == 403
        assert [job.wish.stop for job in kept(place)] == [False]

    def test_the_script_gets_the_same_in_json(self, place):
        job_id = place.add(mixed(1)[0])
        place.work(job_id)
        answer = place.get("renske", f"@@import-state?job={job_id}")
        assert {"no-store", "max-age=0"}.intersection(answer.headers["Cache-Control"].split(", "))
        found = answer.json()
        assert (found["state"], found["going"], found["percent"]) == ("finished", False, 100)
        assert found["text"] == "6 van 6 vragen"
        assert found["counts"] == {"created": 1, "changed": 0, "same": 0, "kept": 0, "problems": 5}

    def test_the_page_brings_its_own_script_and_works_without(self, place):
        job_id = place.add(lines(record()))
        page = html.fromstring(place.get("renske", f"@@import-progress?job={job_id}").text)
        (script,) = page.xpath("//script[contains(@src, 'import.js')]")
        assert (script.get("type"), script.text) == ("module", None)
        assert page.xpath("//section[@id='sb-import']//a[contains(@href, '@@import-progress?job=')]")
        assert page.xpath("//*[@id='sb-import-live'][@role='status']")
        assert not page.xpath("//meta[@http-equiv='refresh']")
        for name in ("import.js", "import.css"):
            assert place.get(None, f"../++plone++samenbeter-vraagbaak/{name}").status_code == 200
