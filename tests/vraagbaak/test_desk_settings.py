"""What a desk promises and when it works: set by the form and by programs, and refused with what is wrong."""

from at_the_clock import ask
from at_the_desk import make
from browsing import PASSWORD
from browsing import Web
from datetime import datetime
from datetime import timezone
from plone import api
from plone.app.testing import SITE_OWNER_NAME
from samenbeter.shared import clock
from samenbeter.vraagbaak.cases import promise
from samenbeter.vraagbaak.cases.working_time import ZONE

import pytest
import requests
import transaction


BOSS, EDITOR = "beheer", "els"
HOURS, CLOSED, PROMISE = "promise_hours", "closed_days", "promise_working_hours"
WEEK = "ma-vr 9.00-12.00, 13.00-17.00\nza 10.00-12.00"
RANGE = "Kies iets van 1 tot en met 200."
# name, what cannot be, what the form says of it
REFUSED = [
    (HOURS, "ma-vr 9.00-17.00\nza altijd", "Regel 2 kunnen wij niet lezen: “za altijd”."),
    (HOURS, "ma 9.00-12.00, 11.00-17.00", "Regel 1 kunnen wij niet lezen"),
    (CLOSED, ["2026-12-24", "24 december"], "Deze regel kunnen wij niet lezen: “24 december”."),
    (CLOSED, ["2026-12-24 2027-13-01"], "Schrijf het zoals: 2026-12-24, of 2026-12-24 2027-01-03."),
    (CLOSED, ["2026-12-24 2207-01-03"], "Deze periode is langer dan een jaar: “2026-12-24 2207-01-03”."),
    (PROMISE, 0, RANGE),
    (PROMISE, 201, RANGE),
]


@pytest.fixture
def desk(functional_portal, monkeypatch):
    """A desk with an editor, on a Friday at half past four."""
    now = datetime(2026, 12, 18, 16, 30, tzinfo=ZONE).astimezone(timezone.utc)
    monkeypatch.setattr(clock, "now", lambda: now)
    with api.env.adopt_user(username=SITE_OWNER_NAME):
        for name, group in ((BOSS, "Site Administrators"), (EDITOR, "Vraagbaak Editor"), ("anna", None)):
            api.user.create(username=name, email=f"{name}@example.org", password=PASSWORD)
            if group:
                api.group.add_user(groupname=group, username=name)
    found = make(functional_portal, "Vraagbaak", "open", title="Vraagbaak")
    transaction.commit()
    return found


def rest(desk, user, method="GET", **fields):
    """Ask for the desk, or change it; return the answer."""
    found = requests.request(
        method,
        desk.absolute_url(),
        json=fields or None,
        headers={"Accept": "application/json", "Accept-Language": "nl"},
        auth=(user, PASSWORD) if user else None,
        timeout=60,
    )
    transaction.begin()
    return found


def form(desk, user, **fields):
    """Save the form of the desk with these fields; return the Web."""
    web = Web(user)
    assert web.get(f"{desk.absolute_url()}/edit") == 200
    web.send("form.buttons.save=Opslaan", **{f"form.widgets.{name}": value for name, value in fields.items()})
    transaction.begin()
    return web


def values(desk):
    """Return the settings as they are kept."""
    return {name: getattr(desk, name) for name in (PROMISE, HOURS, CLOSED)}


class TestOverRest:
    """As programs do it."""

    def test_they_are_changed_and_read_back(self, desk):
        """And count for who asks from now on."""
        given = {PROMISE: 12, HOURS: WEEK, CLOSED: ["2026-12-21", "2026-12-24 2027-01-03 kerst"]}
        assert rest(desk, BOSS, "PATCH", **given).status_code == 204
        assert values(desk) == given
        found = rest(desk, BOSS).json()
        assert {name: found[name] for name in given} == given
        # half an hour, two of Saturday, seven of Tuesday, the rest on Wednesday
        assert ask(desk).due == datetime(2026, 12, 23, 11, 30, tzinfo=ZONE)

    def test_none_are_none(self, desk):
        """No days off, and no hours: then the clock always runs."""
        rest(desk, BOSS, "PATCH", **{CLOSED: ["2026-12-19"]})
        assert rest(desk, BOSS, "PATCH", **{CLOSED: None, HOURS: None}).status_code == 204
        assert promise.calendar_of(desk).due(clock.now(), 60) == datetime(2026, 12, 18, 17, 30, tzinfo=ZONE)

    @pytest.mark.parametrize(("name", "value", "said"), REFUSED)
    def test_what_cannot_be_is_refused_at_its_field(self, desk, name, value, said):
        """In words, and nothing is changed."""
        before = values(desk)
        answer = rest(desk, BOSS, "PATCH", **{name: value})
        assert answer.status_code == 400
        told = answer.json()["message"]
        assert f"'field': '{name}'" in told
        # of a number programs hear in which direction it is wrong
        assert (said if said != RANGE else "Waarde is te ") in told
        assert values(desk) == before

    @pytest.mark.parametrize("user", ["", "anna"])
    def test_only_who_runs_the_desk(self, desk, user):
        """Not a visitor and not a resident."""
        before = values(desk)
        assert rest(desk, user, "PATCH", **{PROMISE: 100}).status_code in (401, 403)
        assert values(desk) == before


class TestByTheForm:
    """As people do it."""

    def test_they_are_changed_and_read_back(self, desk):
        """Empty lines are no lines."""
        web = form(
            desk,
            BOSS,
            promise_working_hours="12",
            promise_hours=WEEK.replace("\n", "\r\n"),
            closed_days="2026-12-21\r\n\r\n2026-12-24 2027-01-03 kerst\r\n",
        )
        assert web.answer.status_code == 302, web.text
        assert values(desk)[CLOSED] == ["2026-12-21", "2026-12-24 2027-01-03 kerst"]
        assert values(desk)[PROMISE] == 12
        assert ask(desk).due == datetime(2026, 12, 23, 11, 30, tzinfo=ZONE)
        web.get(f"{desk.absolute_url()}/edit")
        shown = web.form("form.buttons.save").fields[f"form.widgets.{CLOSED}"]
        assert shown.split() == " ".join(values(desk)[CLOSED]).split()

    @pytest.mark.parametrize(("name", "value", "said"), REFUSED)
    def test_what_cannot_be_is_said_at_its_field(self, desk, name, value, said):
        """What was typed stays in the form, and nothing is changed."""
        before = values(desk)
        typed = "\n".join(value) if isinstance(value, list) else str(value)
        web = form(desk, BOSS, **{name: typed.replace("\n", "\r\n")})
        assert web.answer.status_code == 200
        assert web.wrong == [f"form-widgets-{name}"]
        (field,) = web.main.xpath(f".//*[@name='form.widgets.{name}']")
        assert (field.get("value") or field.text).split() == typed.split()
        assert field.get("aria-invalid") == "true"
        (error,) = web.main.xpath(f".//*[@id='form-widgets-{name}-error']")
        assert said in " ".join(error.text_content().split())
        assert values(desk) == before
