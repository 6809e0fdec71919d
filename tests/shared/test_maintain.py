"""The maintenance command works on a site that runs and on one that does not, or says in one sentence what it needs."""

from maintained_site import MARK
from pathlib import Path
from samenbeter.interfaces import IJob
from samenbeter.interfaces import IPersonalDataProvider
from samenbeter.shared import clock
from samenbeter.shared import jobs
from samenbeter.shared import keys
from samenbeter.shared import maintain
from samenbeter.shared import maintaining
from samenbeter.shared import vault
from samenbeter.shared.transactions import committed
from types import SimpleNamespace
from zope.annotation.interfaces import IAnnotations
from zope.component import getGlobalSiteManager
from zope.interface import implementer

import datetime
import os
import pytest
import requests
import socket
import subprocess
import sys
import time
import transaction


SCRIPT = Path(__file__).with_name("maintained_site.py")
PATIENCE = 180  # seconds


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def environment():
    """As of a shell: without the key file of the tests."""
    return {name: value for name, value in os.environ.items() if name != keys.ENVIRONMENT}


def command(*words):
    """Run the command; return (exit code, what it said)."""
    done = subprocess.run(
        [sys.executable, "-m", "samenbeter.shared.maintain", *map(str, words)],
        capture_output=True,
        text=True,
        check=False,
        env=environment(),
        timeout=PATIENCE,
    )
    assert "Traceback" not in done.stderr, done.stderr
    return done.returncode, done.stdout


@pytest.fixture(scope="module")
def var(tmp_path_factory):
    """The data of a site that is stopped."""
    folder = tmp_path_factory.mktemp("var")
    subprocess.run([sys.executable, SCRIPT, "--var", folder], check=True, env=environment(), timeout=PATIENCE)
    return folder


@pytest.fixture(scope="module")
def running(var):
    """The same, running."""
    port = free_port()
    arguments = [sys.executable, SCRIPT, "--var", var, "--port", str(port)]
    process = subprocess.Popen(arguments, env=environment())
    url = f"http://localhost:{port}/samenbeter"
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until:
        try:
            requests.get(f"{url}/@@health", timeout=PATIENCE)
            break
        except requests.ConnectionError:
            assert process.poll() is None
            time.sleep(0.3)
    yield SimpleNamespace(var=var, url=url)
    process.terminate()
    process.wait(30)


def marked(var):
    return [path.name for path in (var / "filestorage").iterdir() if MARK.encode() in path.read_bytes()]


@pytest.mark.crash
class TestStopped:
    """The first test of these makes the site; those of a running one come later."""

    def test_the_database_is_packed(self, var):
        assert marked(var)
        code, said = command("pack", "--var", var)
        assert code == 0, said
        assert marked(var) == []
        assert not (var / "filestorage" / "Data.fs.old").exists()

    def test_the_state_can_be_asked(self, var):
        code, said = command("jobs", "--conf", var / "etc" / "zope.conf")
        assert code == 0, said
        assert "samenbeter.shared.pack: last run 20" in said


@pytest.mark.crash
class TestRunning:
    def test_the_site_is_asked(self, running):
        code, said = command("tick", "--var", running.var, "--url", running.url)
        assert code == 0, said
        code, said = command("check-vault", "--var", running.var, "--url", running.url)
        assert (code, said) == (0, "1 records, 0 cannot be read\n")

    def test_it_is_packed_too(self, running):
        assert command("pack", "--var", running.var, "--url", running.url)[0] == 0

    @pytest.mark.parametrize("url", ["http://localhost:9/samenbeter", "{base}/nergens", "https://buurt.example/"])
    def test_where_it_is_has_to_be_known(self, running, url):
        url = url.format(base=running.url)
        code, said = command("tick", "--var", running.var, "--url", url)
        assert (code, said.count("\n")) == (2, 1)
        assert "--url" in said

    def test_another_key_file_does_not_open_it(self, running, tmp_path, monkeypatch):
        monkeypatch.setenv(keys.ENVIRONMENT, str(tmp_path / "other.key"))
        keys.make()
        asked = maintain.arguments(["tick", "--var", str(running.var), "--url", running.url])
        with pytest.raises(maintain.Refused, match=keys.ENVIRONMENT):
            maintain.ask(asked)


class TestRefused:
    @pytest.mark.parametrize("path", ["/nergens", "/plone/nergens", "/acl_users", "/"])
    def test_another_path_of_the_site(self, functional_portal, path):
        asked = maintain.arguments(["jobs", "--site", path])
        with pytest.raises(maintain.Refused, match="--site"):
            maintain._work(asked, functional_portal._p_jar.db())

    def test_a_site_without_the_add_on(self, functional_portal, capsys):
        asked = maintain.arguments(["jobs", "--site", "/plone"])
        database = functional_portal._p_jar.db()
        assert maintain._work(asked, database) == 0
        assert "samenbeter.shared.pack" in capsys.readouterr().out

        def take_out():
            del IAnnotations(functional_portal)[jobs.KEY]

        committed(take_out)
        with pytest.raises(maintain.Refused, match="not installed"):
            maintain._work(asked, database)

    def test_without_settings(self, tmp_path):
        code, said = command("jobs", "--var", tmp_path)
        assert (code, said.count("\n")) == (2, 1)
        assert "--conf" in said

    def test_with_settings_that_cannot_be_read(self, tmp_path):
        (tmp_path / "zope.conf").write_text("<zodb_db")
        code, said = command("jobs", "--conf", tmp_path / "zope.conf")
        assert code == 2
        assert "cannot be read" in said

    @pytest.mark.parametrize("words", [[], ["nergens"], ["tick", "--dry-run"]])
    def test_what_is_no_command(self, words, capsys):
        with pytest.raises(SystemExit) as stopped:
            maintain.arguments(words)
        assert stopped.value.code == 2

    def test_both_know_the_same_commands(self):
        assert sorted(maintain.COMMANDS) == sorted(maintaining.COMMANDS)


@implementer(IJob)
class Job:
    title = "Test"
    every = datetime.timedelta(days=1)
    at = 2
    result = (True, {"erased": 3})

    def run(self, argument, until):
        if isinstance(self.result, Exception):
            raise self.result
        return self.result


@implementer(IPersonalDataProvider)
class Provider:
    def expired(self, now):
        return 7


@pytest.fixture
def job(functional_portal):
    """What the room of privacy would register."""
    manager = getGlobalSiteManager()
    name = maintaining.JOBS["retention"]
    before = manager.queryUtility(IJob, name)
    found, provider = Job(), Provider()
    manager.registerUtility(found, IJob, name)
    manager.registerUtility(provider, IPersonalDataProvider, "samenbeter.test")
    yield found
    manager.unregisterUtility(found, IJob, name)
    manager.unregisterUtility(provider, IPersonalDataProvider, "samenbeter.test")
    if before is not None:
        manager.registerUtility(before, IJob, name)


class TestCommands:
    """As they are done inside the site."""

    def test_a_dry_run_counts_and_changes_nothing(self, job, functional_portal):
        before = functional_portal._p_jar.db().lastTransaction()
        found = maintaining.perform("retention", ["--dry-run"])
        assert found["code"] == 0
        assert "samenbeter.test: 7" in found["lines"]
        assert functional_portal._p_jar.db().lastTransaction() == before

    @pytest.mark.parametrize(
        ("result", "code"),
        [((True, {"erased": 3}), 0), ((False, {}), 1), (keys.NoKey(), 1), (ValueError("jan@example.org"), 1)],
    )
    def test_a_job_is_done_or_it_is_said_why_not(self, job, result, code):
        job.result = result
        found = maintaining.perform("retention")
        assert (found["code"], len(found["lines"]), found["more"]) == (code, 1, False)
        assert "jan@" not in found["lines"][0]

    def test_what_somebody_else_does_now_is_left_to_them(self, job):
        name = maintaining.JOBS["retention"]
        maintaining.perform("retention")
        committed(lambda: jobs.store().states[name].take("another"))
        assert maintaining.perform("retention") == {
            "code": 1,
            "lines": ["Another process is doing this now."],
            "more": False,
        }

    def test_a_job_that_is_not_there(self, functional_portal, monkeypatch):
        monkeypatch.setattr(jobs, "registered", dict)
        assert maintaining.perform("erasures")["code"] == 2

    def test_what_goes_wrong_with_the_jobs_is_a_problem(self, job):
        assert maintaining.perform("jobs")["code"] == 0
        job.result = ValueError()
        maintaining.perform("retention")
        found = maintaining.perform("jobs")
        assert found["code"] == 1
        assert [line for line in found["lines"] if "failed 1 times: ValueError" in line]

    def test_the_audit_log_is_looked_at(self, functional_portal):
        found = maintaining.perform("check-audit")
        assert found["code"] == 0
        assert found["lines"]

    def test_a_new_key_in_parts_and_once(self, functional_portal, monkeypatch):
        def fill():
            for number in range(20):
                vault.get().add("privacy", "note", {"n": number}, purpose="x", subject=f"member:{number}")

        committed(fill)
        before = vault.get().current
        known = keys.place().read_text()
        found = maintaining.perform("rotate", until=clock.now() + datetime.timedelta(seconds=20))
        assert (found["code"], found["more"]) == (0, False)
        transaction.begin()
        assert vault.get().current != before
        # the other tests go on with the key that they know
        keys.place().write_text(known)

    def test_without_the_key_file_it_says_so(self, functional_portal, monkeypatch, tmp_path):
        committed(lambda: vault.get().add("privacy", "note", {}, purpose="x"))
        monkeypatch.setenv(keys.ENVIRONMENT, str(tmp_path / "weg.key"))
        found = maintaining.perform("check-vault")
        assert found["code"] == 1
        assert keys.ENVIRONMENT in found["lines"][0]

    def test_a_damaged_record_is_counted(self, functional_portal):
        def damage():
            box = vault.get()
            for number in range(3):
                found = box.add("privacy", "note", {"n": number}, purpose="x")
            box.record(found).payload.sealed = ("A256GCM", box.current, b"0" * 12, b"weg")

        committed(damage)
        assert maintaining.perform("check-vault") == {
            "code": 1,
            "lines": ["3 records, 1 cannot be read", "privacy.note: 1"],
            "more": False,
        }
