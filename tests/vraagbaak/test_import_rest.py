"""The import over REST: ``@imports`` of a desk."""

from faq_records import lines
from faq_records import mixed
from faq_records import record
from importing_site import MAY
from importing_site import ROLES
from samenbeter.vraagbaak import imports
from samenbeter.vraagbaak import jobs

import json
import pytest
import transaction


NDJSON = {"Content-Type": "application/x-ndjson"}


def kept(place):
    """Return the jobs of the desk, as they are now."""
    transaction.begin()
    return jobs.jobs_of(place.desk)


class TestWho:
    @pytest.mark.parametrize("user", [None, *(name for name in ROLES if name not in MAY)])
    def test_others_are_refused(self, place, user):
        job_id = place.add(lines(record()))
        assert place.rest(user, "GET").status_code in (401, 403)
        assert place.rest(user, "GET", f"/{job_id}").status_code in (401, 403)
        assert place.rest(user, "POST", json={"data": [record()]}).status_code in (401, 403)
        assert place.rest(user, "PATCH", f"/{job_id}", json={"state": "stopped"}).status_code in (401, 403)
        assert [(job.id, job.wish.stop) for job in kept(place)] == [(job_id, False)]
        assert place.questions() == 0


class TestPost:
    @pytest.mark.parametrize(
        "body",
        [
            {"json": {"data": [record(1), record(2)]}},
            {"data": lines(record(1), record(2)), "headers": NDJSON},
            {
                "data": json.dumps([record(1), record(2)]),
                "headers": {"Content-Type": "application/x-ndjson; charset=utf-8"},
            },
        ],
        ids=["data", "lines", "document"],
    )
    def test_records_come_in(self, place, body):
        answer = place.rest("renske", "POST", **body)
        assert answer.status_code == 201
        found = answer.json()
        assert answer.headers["Location"] == found["@id"] == f"{place.url}/@imports/{found['id']}"
        assert (found["total"], found["state"]) == (2, "waiting")
        place.wait()
        assert place.questions() == 2
        assert place.rest("renske", "GET", f"/{found['id']}").json()["counts"]["created"] == 2

    def test_more_than_a_form_may_hold_comes_in_as_lines(self, place):
        data = lines(*(record(number, introduction="<p>" + "lang " * 15_000 + "</p>") for number in range(20)))
        assert len(data) > 2**20
        assert place.rest("renske", "POST", data=data, headers=NDJSON).json()["total"] == 20
        place.wait()
        assert place.questions() == 20

    def test_an_address_is_fetched(self, place, monkeypatch):
        monkeypatch.setattr(imports.fetching, "fetch", lambda address: lines(record()))
        answer = place.rest("renske", "POST", json={"url": "https://bron.example/faq?x=1"})
        assert answer.json()["source"] == "https://bron.example/faq"
        place.wait()
        assert place.questions() == 1

    @pytest.mark.parametrize(
        "body, field",
        [
            ({"json": {}}, "url"),
            ({"json": {"url": "https://a.example/", "data": []}}, "url"),
            ({"json": {"url": 3}}, "url"),
            ({"json": {"url": ["https://a.example"]}}, "url"),
            ({"json": {"url": "http://a.example/"}}, "url"),
            ({"json": {"url": "https://10.0.0.1/"}}, "url"),
            ({"json": {"data": "x"}}, "data"),
            ({"json": {"data": {}}}, "data"),
            ({"json": {"data": []}}, "data"),
            ({"data": b"", "headers": NDJSON}, "data"),
            ({"data": b"<html>", "headers": NDJSON}, "data"),
            ({"json": [1]}, None),
            ({"data": b"{", "headers": {"Content-Type": "application/json"}}, None),
        ],
    )
    def test_what_is_wrong_is_named(self, place, body, field):
        answer = place.rest("renske", "POST", **body)
        assert answer.status_code == 400
        assert answer.json()["error"].get("field") == field
        assert answer.json()["error"]["message"]
        assert kept(place) == []

    def test_nothing_is_made_below_the_list(self, place):
        assert place.rest("renske", "POST", "/x", json={"data": [record()]}).status_code == 404


class TestGet:
    def test_the_list_and_one_of_it(self, place):
        data, _where = mixed(2)
        job_id = place.add(data)
        place.work(job_id)
        listed = place.rest("renske", "GET").json()
        assert [(one["id"], one["state"], one["done"]) for one in listed["items"]] == [(job_id, "finished", 7)]
        found = place.rest("renske", "GET", f"/{job_id}").json()
        assert found["counts"] == {"created": 2, "changed": 0, "same": 0, "kept": 0, "problems": 5}
        assert [problem["id"] for problem in found["problems"]] == ["", "vraag-900", "vraag-901", "", "vraag-902"]
        assert all(problem["reason"] and problem["line"] for problem in found["problems"])

    @pytest.mark.parametrize("path", ["/weg", "/weg/nog"])
    def test_what_is_not_there_is_not_found(self, place, path):
        assert place.rest("renske", "GET", path).status_code == 404
        assert place.rest("renske", "PATCH", path, json={"state": "stopped"}).status_code == 404


class TestPatch:
    def test_it_stops_and_goes_on(self, place):
        job_id = place.add(lines(record()))
        assert place.rest("renske", "PATCH", f"/{job_id}", json={"state": "stopped"}).json()["state"] == "stopped"
        assert place.questions() == 0
        assert place.rest("renske", "PATCH", f"/{job_id}", json={"state": "running"}).json()["state"] == "waiting"
        place.wait()
        assert place.questions() == 1
        assert place.rest("renske", "PATCH", f"/{job_id}", json={"state": "running"}).status_code == 409

    @pytest.mark.parametrize("state", [None, "finished", 3, ["stopped"], {}])
    def test_another_state_is_refused(self, place, state):
        job_id = place.add(lines(record()))
        answer = place.rest("renske", "PATCH", f"/{job_id}", json={"state": state})
        assert (answer.status_code, answer.json()["error"]["field"]) == (400, "state")
        assert [job.state for job in kept(place)] == ["waiting"]
