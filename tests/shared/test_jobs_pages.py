"""Who looks after the site sees what it does by itself; when it does nothing, people are told."""

from actors import ACTORS
from actors import PASSWORD
from actors import Stage
from actors import user_id
from datetime import timedelta
from plone import api
from Products.MailHost.MailHost import MailHost
from samenbeter.shared import clock
from samenbeter.shared import jobs
from samenbeter.shared import mail
from samenbeter.shared import packing
from samenbeter.shared.transactions import committed

import pytest
import requests
import transaction


MANAGERS = {"site administrator", "manager"}
# who has the page "Mijn werk"
WORKERS = set(ACTORS) - {"anonymous", "resident"}


@pytest.fixture(scope="class")
def stage(shared_portal):
    """Everybody who may come by."""
    return Stage(shared_portal)


def session_of(actor):
    session = requests.Session()
    session.headers["Accept"] = "text/html"
    if actor != "anonymous":
        session.auth = (user_id(actor), PASSWORD)
    return session


def page(stage, actor="site administrator", name="@@samenbeter-jobs"):
    return session_of(actor).get(f"{stage.portal.absolute_url()}/{name}", allow_redirects=False, timeout=60)


def press(stage, name, actor="site administrator", token=None):
    token = stage.token(actor) if token is None else token
    return session_of(actor).post(
        f"{stage.portal.absolute_url()}/@@samenbeter-jobs",
        data={"run": name, "_authenticator": token},
        allow_redirects=False,
        timeout=60,
    )


def last_run(name):
    transaction.begin()
    state = jobs.store().states.get(name)
    return state.last_run if state is not None else None


@pytest.fixture
def two_days_later(stage, monkeypatch):
    """Nothing ran since the site was made."""

    def forget():
        jobs.store().made = clock.now()
        jobs.store().states.clear()

    committed(forget)
    later = clock.now() + timedelta(hours=49)
    monkeypatch.setattr(clock, "now", lambda: later)


class TestPage:
    @pytest.mark.parametrize("actor", ACTORS)
    def test_only_who_manages_the_site_opens_it(self, stage, actor):
        answer = page(stage, actor)
        if actor in MANAGERS:
            assert answer.status_code == 200
            assert answer.headers["Cache-Control"] == "no-store"
            assert "Mail versturen" in answer.text
        else:
            assert answer.status_code in (302, 401, 403)

    @pytest.mark.parametrize("actor", ACTORS)
    def test_only_who_manages_the_site_lets_a_job_run(self, stage, actor):
        before = last_run(packing.JOB)
        press(stage, packing.JOB, actor)
        assert (last_run(packing.JOB) != before) == (actor in MANAGERS)

    @pytest.mark.parametrize("token", ["", "0" * 40])
    def test_not_without_a_token(self, stage, token):
        before = last_run(packing.JOB)
        assert press(stage, packing.JOB, token=token).status_code == 403
        assert last_run(packing.JOB) == before

    def test_what_is_no_job_is_passed_over(self, stage):
        assert press(stage, "nergens").status_code == 302

    def test_it_says_what_failed_and_what_to_do(self, stage):
        committed(lambda: mail.send("anna@example.org", "Dag", "Zilverreiger"))
        stage.portal.MailHost = MailHost("MailHost")
        for name, value in {"smtp_host": "127.0.0.1", "smtp_port": 9, "email_from_address": "a@b.example"}.items():
            api.portal.set_registry_record(f"plone.{name}", value)
        transaction.commit()
        press(stage, mail.JOB)
        said = page(stage).text
        assert "De mailserver geeft geen antwoord" in said
        assert "Wacht nog: 1." in said
        assert "anna@" not in said
        assert "Zilverreiger" not in said

    def test_what_is_due_for_a_job_that_is_gone_stands_there(self, stage):
        committed(lambda: jobs.schedule("another.addon.job", clock.now()))
        said = page(stage).text
        assert "another.addon.job" in said
        assert "het onderdeel dat dit deed, is weg" in said
        assert 'value="another.addon.job"' not in said


class TestLate:
    @pytest.mark.parametrize("actor", sorted(WORKERS))
    def test_nobody_is_bothered_while_it_goes_well(self, stage, actor):
        assert "Wat de site zelf moet doen" not in page(stage, actor, "@@mijn-werk").text
        assert page(stage, "anonymous", "@@health").text == "ok\n"

    @pytest.mark.parametrize("actor", sorted(WORKERS))
    def test_who_works_here_is_told_when_nothing_runs(self, stage, two_days_later, actor):
        answer = page(stage, actor, "@@mijn-werk")
        assert answer.status_code == 200
        assert "Wat de site zelf moet doen" in answer.text
        assert ("@@samenbeter-jobs" in answer.text) == (actor in MANAGERS)

    def test_the_page_says_what_to_do(self, stage, two_days_later):
        said = page(stage).text
        assert "Er is al twee dagen niets gedaan" in said
        assert "cron" in said

    def test_the_health_address_says_so_and_stays_well(self, stage, two_days_later):
        answer = page(stage, "anonymous", "@@health")
        assert (answer.status_code, answer.text) == (200, "ok\njobs: late\n")

    def test_one_job_that_does_not_succeed_is_named(self, stage, two_days_later):
        jobs.run_due(only=packing.JOB)
        said = page(stage).text
        assert "Dit lukt al twee dagen niet" in said
