"""The tick opens only for a program on this machine that can read the key file; it keeps the jobs going."""

from plone import api
from plone.app.testing import SITE_OWNER_NAME
from plone.app.testing import SITE_OWNER_PASSWORD
from samenbeter.interfaces import IJob
from samenbeter.shared import jobs
from samenbeter.shared import keys
from samenbeter.shared import tick
from samenbeter.shared import tick_client
from samenbeter.shared import ticker
from zope.component import getGlobalSiteManager
from zope.interface import implementer

import datetime
import http.server
import pytest
import requests
import threading
import time
import transaction
import urllib.error


NAME = "samenbeter.test.tick"


@implementer(IJob)
class Job:
    title = "Test"
    every = datetime.timedelta(hours=1)
    at = None

    def __init__(self):
        self.ran = threading.Event()
        self.who = []

    def run(self, argument, until):
        self.who.append((api.user.get_current().getId(), api.user.is_anonymous()))
        self.ran.set()
        return True, {}


@pytest.fixture
def job():
    """A job that was never run."""
    found = Job()
    getGlobalSiteManager().registerUtility(found, IJob, NAME)
    yield found
    getGlobalSiteManager().unregisterUtility(found, IJob, NAME)


@pytest.fixture
def site(functional_portal, job):
    """A site with that job."""
    if not keys.place().exists():
        keys.make()
    return functional_portal


def post(site, headers=None, method="POST", **data):
    headers = {"Authorization": f"Bearer {tick_client.token()}", **(headers or {})}
    headers = {name: value for name, value in headers.items() if value is not None}
    url = tick_client.address(site.absolute_url())
    return requests.request(method, url, headers=headers, data=data, timeout=60, allow_redirects=False)


class TestOpen:
    def test_with_the_token_it_does_what_is_due(self, site, job):
        answer = post(site, job=NAME)
        assert answer.status_code == 200
        assert answer.json() == {"ran": 1, "failed": 0, "more": False}
        assert answer.headers["Cache-Control"] == "no-store"
        transaction.begin()
        assert jobs.store().states[NAME].last_success

    def test_it_works_as_the_system(self, site, job):
        post(site, job=NAME)
        assert job.who == [(None, False)]

    def test_without_a_name_all_that_is_due(self, site, job):
        assert post(site).json()["failed"] == 0
        assert job.ran.is_set()
        job.ran.clear()
        post(site)
        assert not job.ran.is_set()

    def test_a_name_that_is_no_job(self, site):
        assert post(site, job="nergens").status_code == 400

    def test_a_maintenance_command(self, site, job):
        answer = post(site, command="jobs").json()
        assert answer["code"] == 0
        assert any(line.startswith(f"{NAME}: last run never") for line in answer["lines"])

    @pytest.mark.parametrize(
        "fields",
        [{"command": "rm"}, {"command": "tick", "arguments": "x"}, {"command": "rotate", "arguments": "--dry-run"}],
    )
    def test_no_other_command(self, site, job, fields):
        assert post(site, **fields).json()["code"] == 2
        assert not job.ran.is_set()


class TestClosed:
    """As a page that is not there: nobody can tell whether there is a site to attack."""

    @pytest.mark.parametrize(
        "headers",
        [
            {"Authorization": None},
            {"Authorization": "Bearer "},
            {"Authorization": "Bearer " + "0" * 64},
            {"Authorization": "Bearer é"},
            {"Authorization": "Basic YWRtaW46c2VjcmV0"},
            {"X-Forwarded-For": "127.0.0.1"},
            {"X-Forwarded-For": "192.0.2.1"},
            {"X-Forwarded-Host": "buurt.example"},
            {"Forwarded": "for=192.0.2.1"},
            {"X-Real-IP": "192.0.2.1"},
            {"Via": "1.1 proxy"},
        ],
        ids=str,
    )
    def test_for_who_has_no_token_or_comes_through_a_proxy(self, site, job, headers):
        if "é" in str(headers):
            headers = {"Authorization": headers["Authorization"].encode()}
        assert self.same_as_nothing(site, post(site, headers))
        assert not job.ran.is_set()

    @pytest.mark.parametrize("method", ["GET", "HEAD", "PUT", "DELETE", "PATCH"])
    def test_for_all_but_post(self, site, job, method):
        answer = post(site, method=method)
        # to PUT and the like Zope itself has an answer for each page
        assert answer.status_code == 404 if method in ("GET", "HEAD") else answer.status_code >= 400
        assert not job.ran.is_set()

    @pytest.mark.parametrize("address", ["192.0.2.1", "127.0.0.1.example", "10.0.0.1", "", None])
    def test_for_another_machine(self, site, job, monkeypatch, address):
        def is_ours(self):
            self.request.environ["REMOTE_ADDR"] = address
            return was(self)

        was = tick.Tick.is_ours
        monkeypatch.setattr(tick.Tick, "is_ours", is_ours)
        assert self.same_as_nothing(site, post(site))
        assert not job.ran.is_set()

    def test_without_a_key_file(self, site, job, monkeypatch, tmp_path):
        right = {"Authorization": f"Bearer {tick_client.token()}"}
        monkeypatch.setattr(tick_client, "token", lambda: "")
        monkeypatch.setenv(keys.ENVIRONMENT, str(tmp_path / "weg.key"))
        assert self.same_as_nothing(site, post(site, right))
        assert not job.ran.is_set()

    def test_an_account_does_not_help(self, site, job):
        url = tick_client.address(site.absolute_url())
        answer = requests.post(url, auth=(SITE_OWNER_NAME, SITE_OWNER_PASSWORD), timeout=60)
        assert answer.status_code == 404
        assert not job.ran.is_set()

    def same_as_nothing(self, site, answer):
        """As an address that nobody ever thought of."""
        nothing = requests.post(f"{site.absolute_url()}/@@nergens", timeout=60)
        kept = ("Content-Type", "Cache-Control", "Location", "WWW-Authenticate")
        assert [answer.headers.get(name) for name in kept] == [nothing.headers.get(name) for name in kept]
        return answer.status_code == nothing.status_code == 404


class TestTicker:
    def test_it_asks_by_itself_and_when_it_is_poked(self, site, job):
        with ticker.running(site.absolute_url(), every=3600):
            assert job.ran.wait(20)
            job.ran.clear()
            transaction.begin()
            jobs.schedule(NAME, datetime.datetime.now(datetime.timezone.utc))
            jobs.poke()
            assert not job.ran.wait(0.5), "before the commit there is nothing to see"
            transaction.commit()
            assert job.ran.wait(20)
        assert jobs.wake is None

    def test_it_stops_at_once(self, site):
        with ticker.running("http://127.0.0.1:9/nergens", every=3600) as running:
            time.sleep(0.2)
        running.join(5)
        assert not running.is_alive()

    def test_without_a_ticker_a_poke_does_nothing(self, site):
        jobs.poke()
        transaction.commit()

    def test_what_was_aborted_wakes_nobody(self, site, monkeypatch):
        wake = threading.Event()
        monkeypatch.setattr(jobs, "wake", wake)
        jobs.poke()
        transaction.abort()
        assert not wake.is_set()
        jobs.poke()
        transaction.commit()
        assert wake.is_set()

    def test_no_server_no_key_and_another_program_there_are_no_reason_to_stop(self, site, monkeypatch, tmp_path):
        class Other(http.server.BaseHTTPRequestHandler):
            def do_POST(self):
                self.send_response(200)
                self.end_headers()
                self.wfile.write(b"dag")

            def log_message(self, *args):
                pass

        server = http.server.HTTPServer(("127.0.0.1", 0), Other)
        threading.Thread(target=server.serve_forever, daemon=True).start()
        try:
            assert ticker.Ticker(f"http://127.0.0.1:{server.server_port}/x").tick() is False
        finally:
            server.shutdown()
            server.server_close()
        assert ticker.Ticker("http://127.0.0.1:9/x").tick() is False
        monkeypatch.setenv(keys.ENVIRONMENT, str(tmp_path / "weg.key"))
        assert ticker.Ticker(site.absolute_url()).tick() is False

    def test_the_answer_of_another_program_is_an_error(self, site):
        with pytest.raises(urllib.error.HTTPError):
            tick_client.ask(f"{site.absolute_url()}/nergens")
