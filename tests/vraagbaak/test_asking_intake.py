"""A question that somebody enters for a resident, and who may."""

from asking_people import ANSWERS
from asking_people import cases
from asking_people import close
from asking_people import ENTER
from asking_people import open_desk
from asking_people import Person
from asking_people import pile
from asking_people import QUESTION
from asking_people import words_of
from plone import api
from plone.app.testing import SITE_OWNER_NAME
from plone.app.testing import SITE_OWNER_PASSWORD
from samenbeter.shared import guard
from samenbeter.shared import guard_rate
from samenbeter.vraagbaak.cases import store

import pytest
import transaction


ENTERED = {**ANSWERS, "channel": "phone", "knows": "yes"}
GROUPS = {
    "beatrijs": "Site Administrators",
    "zara": "Expert",
    "petra": "Partner Manager",
    "pieter": "Privacy Officer",
}


@pytest.fixture(autouse=True)
def fast(monkeypatch):
    """A test fills a form in faster than a person."""
    monkeypatch.setattr(guard, "PACE", 0)
    guard_rate.clear()


@pytest.fixture
def desk(functional_portal):
    return open_desk(functional_portal)


@pytest.fixture
def wies(desk):
    return Person(desk, "wies")


class TestEntering:
    """By phone or at the table."""

    @pytest.mark.parametrize("user", ["wies", "renske"])
    def test_the_resident_goes_home_with_a_receipt(self, desk, user):
        """The case knows who entered it and how; it hangs on nobody's account."""
        person = Person(desk, user)
        code = person.ask(ENTER, **ENTERED, email="oma@example.org", for_whom="other")
        assert person.heading == "De vraag is binnen"
        (case,) = cases()
        assert (case.channel, case.entered_by, case.for_whom) == ("phone", user, "other")
        assert (case.accounts, store.email_of(case)) == ([], "oma@example.org")
        assert words_of(case) == QUESTION
        assert store.by_code(code).id == case.id
        # it is the resident who opens it
        assert not person.page.xpath("//main//form")

    def test_their_own_address_is_not_suggested(self, wies):
        """It is about somebody else."""
        wies.get(ENTER)
        assert wies.form()[1]["email"] == ""

    @pytest.mark.parametrize(
        ("fields", "wrong"),
        [
            ({"channel": ""}, ["channel"]),
            ({"channel": "web"}, ["channel"]),
            ({"channel": "rest"}, ["channel"]),
            ({"knows": ""}, ["knows"]),
            ({"channel": "", "knows": "", "text": "", "publish": ""}, ["channel", "knows", "text", "publish"]),
        ],
    )
    @pytest.mark.parametrize("do", ["check", "send"])
    def test_the_resident_has_to_know(self, wies, fields, wrong, do):
        """And how it came in is chosen."""
        wies.get(ENTER)
        wies.send(do, **{**ENTERED, **fields})
        assert wies.wrong == wrong
        assert cases() == []

    def test_nothing_is_lost_on_the_way_back(self, wies):
        """The channel and the tick too."""
        wies.get(ENTER)
        wies.send("check", **{**ENTERED, "channel": "table"})
        wies.send("change")
        kept = wies.form()[1]
        assert (kept["channel"], kept["knows"], kept["text"].strip()) == ("table", "yes", QUESTION)

    def test_sent_twice_is_one_question(self, wies):
        """With the same receipt."""
        wies.get(ENTER)
        wies.send("check", **ENTERED)
        address, data = wies.form()
        codes = set()
        for _time in range(2):
            wies.post(address, {**data, "do": "send"})
            codes.update(wies.codes)
        assert len(codes) == len(cases()) == 1

    def test_nobody_doubts_who_is_logged_in(self, wies):
        """A busy afternoon at the table is not spam."""
        wies.get(ENTER)
        wies.send("check", **ENTERED)
        wies.send("send", bijlage_kenmerk="x")
        assert len(cases()) == 1 and pile() == []

    def test_a_closed_desk_takes_none(self, desk):
        """Neither from the editors."""
        renske = Person(desk, "renske")
        renske.get(ENTER)
        renske.send("check", **ENTERED)
        address, data = renske.form()
        close(desk)
        renske.post(address, {**data, "do": "send"})
        assert cases() == []
        assert renske.heading == "Vragen stellen kan hier nu niet"


class TestWho:
    """The table of roles."""

    @pytest.fixture
    def people(self, desk):
        """Return people of all roles."""
        with api.env.adopt_user(username=SITE_OWNER_NAME):
            for name, group in GROUPS.items():
                api.user.create(username=name, email=f"{name}@example.org", password="vier-stille-reigers")
                api.group.add_user(groupname=group, username=name)
        transaction.commit()
        owner = Person(desk)
        owner.http.auth = (SITE_OWNER_NAME, SITE_OWNER_PASSWORD)
        people = {name: Person(desk, name) for name in ("renske", "wies", "anna", *GROUPS)}
        return {**people, "": Person(desk), SITE_OWNER_NAME: owner}

    def test_only_editors_and_wijkwebbers_enter_one(self, people):
        """Not who runs the site, and not who answers."""
        may = {name for name, person in people.items() if person.get(ENTER).status_code == 200}
        assert may == {"renske", "wies"}

    def test_a_form_that_was_made_elsewhere_does_not_help(self, people):
        """The permission is asked again when it is sent."""
        people["wies"].get(ENTER)
        address, data = people["wies"].form()
        for name in ("", "anna", "zara"):
            answer = people[name].post(address, {**data, **ENTERED, "do": "send"})
            assert answer.status_code in (302, 401, 403)
        assert cases() == []

    def test_who_entered_it_opens_nothing_of_it(self, wies):
        """Not the case, not the desk."""
        wies.ask(ENTER, **ENTERED)
        (case,) = cases()
        for name in ("@@werktafel", f"@@dossier/{case.number}"):
            assert wies.get(name).status_code in (302, 401, 403, 404)

    def test_everybody_may_ask(self, people):
        """Also who works here."""
        assert {person.get().status_code for person in people.values()} == {200}
