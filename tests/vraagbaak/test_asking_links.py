"""Where the site leads to asking: only while a desk is open. And why an account."""

from asking_people import ASK
from asking_people import close
from asking_people import ENTER
from asking_people import open_desk
from asking_people import Person
from at_the_desk import make
from at_the_desk import rich
from plone import api

import pytest
import transaction


PLACES = ("@@samenbeter-front", "@@search?SearchableText=olifant", "vraagbaak/vraag")
WHY = "@@waarom-een-account"
FREE = "Een vraag stellen, en het antwoord lezen met een code"


@pytest.fixture
def desk(functional_portal):
    found = open_desk(functional_portal)
    answered = {"summary": rich("<p>Sta op.</p>"), "answer_type": "general_information"}
    make(found, "VraagbaakQuestion", "review", "publish", id="vraag", title="Hoe slaap ik?", **answered)
    transaction.commit()
    return found


def leads(person, path):
    """Return whether a page of the site leads to asking."""
    site = api.portal.get().absolute_url()
    answer = person.get(f"{site}/{path}")
    assert answer.status_code == 200
    return f"{person.desk}/{ASK}" in person.page.xpath("//main//a/@href")


@pytest.mark.parametrize("path", [*PLACES, "vraagbaak"])
def test_pages_lead_there(desk, path):
    """The front page, a search without a result, a question, the desk."""
    assert leads(Person(desk), path)


@pytest.mark.parametrize("path", PLACES)
def test_a_closed_desk_is_led_to_by_none(desk, path):
    """Nobody comes to a closed door."""
    close(desk)
    assert not leads(Person(desk), path)


def test_the_front_page_searches_first(desk):
    """Its form is still that of the search."""
    person = Person(desk)
    leads(person, PLACES[0])
    assert person.page.xpath("//main//form/@action") == [f"{api.portal.get().absolute_url()}/@@search"]


def test_pages_that_lead_there_can_be_kept(desk):
    """By browsers, as before: only the form itself is kept by none."""
    person = Person(desk)
    for path in (*PLACES[::2], "vraagbaak"):
        answer = person.get(f"{api.portal.get().absolute_url()}/{path}")
        assert "no-store" not in answer.headers.get("Cache-Control", "")
        assert "Set-Cookie" not in answer.headers


def test_who_works_there_has_links_on_the_desk(desk):
    """To the desk for an editor, to entering for both."""
    found = {}
    for user in ("", "anna", "wies", "renske"):
        person = Person(desk, user)
        person.get("view")
        links = set(person.page.xpath("//main//a/@href"))
        found[user] = {name for name in ("@@werktafel", ENTER) if f"{person.desk}/{name}" in links}
    assert found == {"": set(), "anna": set(), "wies": {ENTER}, "renske": {"@@werktafel", ENTER}}


def test_why_an_account_says_what_works_without_one(desk):
    """And that a question can be followed with one. Not when no desk is open."""
    person = Person(desk)
    person.get(f"{api.portal.get().absolute_url()}/{WHY}")
    assert "Je vraag volgen zonder code" in person.text and FREE in person.text
    close(desk)
    person.get(f"{api.portal.get().absolute_url()}/{WHY}")
    assert FREE not in person.text


def test_who_lost_a_code_reads_what_can_be_done(desk):
    """Honestly: the code cannot be looked up."""
    person = Person(desk)
    person.get("@@code-kwijt")
    assert "Wij kunnen de code niet opzoeken" in person.text
    assert person.page.xpath("//main//a[contains(@href, '@@gegevens-zonder-account')]")
