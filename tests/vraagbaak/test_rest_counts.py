"""No number over REST tells somebody that there is something that they may not see: a total, a facet, a page."""

from DateTime import DateTime
from rest_desk import ANNA
from rest_desk import BOSS
from rest_desk import Desk
from rest_desk import EDITOR
from rest_desk import ELSEWHERE
from rest_desk import HANS
from rest_desk import WIES
from rest_desk import ZARA
from samenbeter.vraagbaak.experts import consulting

import pytest
import transaction


PLACES = (
    "{desk}",
    "{desk}?b_size=1",
    "{desk}?fullobjects=1",
    "{desk}/@cases",
    "{desk}/@cases?theme=slapen",
    "{desk}/@cases?partner={partner}",
    "{desk}/@cases?owner=renske&state=received",
    "{other}/@cases",
    "{other}/@cases?partner={partner}",
    "{other}/@cases?theme=slapen&state=live",
    "{other}/@cases?owner=renske",
    "{other}/@cases?overdue=1",
    "{desk}/@consultations",
    "{desk}/@receipts",
    "{desk}/@navigation",
    "{desk}/@search?b_size=1",
    "{site}/@search?portal_type=VraagbaakQuestion",
    "{site}/@search?portal_type=VraagbaakAnswer",
    "{site}/@search?review_state=consulting&b_size=0",
    "{site}/@search?sb_themes=slapen",
    "{site}/@search?SearchableText=wakker",
    "{site}/@search?portal_type=VraagbaakQuestion&b_start=1",
    "{site}/@querystring",
    "{site}/{partner_path}",
    "{site}/{partner_path}?fullobjects=1",
    "{site}/{partner_path}/@relations",
)


@pytest.fixture
def desk(functional_portal):
    found = Desk(functional_portal)
    # of long ago: so it is seen when something hidden changes it
    for item in (found.desk, found.other):
        item.modification_date = DateTime(2026, 1, 2)
        item.reindexObject(idxs=["modified"])
    transaction.commit()
    return found


def told(desk, user):
    """Return {place: (status, text)} of what somebody gets everywhere."""
    known = {
        "site": desk.portal.absolute_url(),
        "desk": desk.url,
        "other": desk.other.absolute_url(),
        "partner": desk.uids[0],
        "partner_path": desk.one.getId(),
    }
    found = {place: desk(user, "GET", place.format(**known)) for place in PLACES}
    query = {
        "query": [
            {"i": "portal_type", "o": "plone.app.querystring.operation.selection.any", "v": ["VraagbaakQuestion"]}
        ]
    }
    found["a query"] = desk(user, "POST", f"{known['site']}/@querystring-search", query)
    return {place: (answer.status_code, answer.text) for place, answer in found.items()}


@pytest.mark.abuse("A36")
@pytest.mark.parametrize("user", [None, ANNA, HANS, WIES, ELSEWHERE])
def test_nothing_changes_when_somebody_asks_and_another_partner_is_consulted(desk, user):
    """Not for a visitor, a resident, an expert of another partner, a wijkwebber, and an editor of another desk."""
    before = told(desk, user)
    assert any(status == 200 for status, _text in before.values())
    _code, here, _id = desk.consulted()
    number = here.rpartition("/")[2]
    desk.good(EDITOR, "PATCH", here, {"themes": ["slapen"]})
    desk.ask()
    after = told(desk, user)
    assert {place: after[place] for place in before if after[place] != before[place]} == {}
    assert not any(number in text for _status, text in after.values())


def test_the_same_places_do_tell_who_may_see_it(desk):
    """So the test above looks where there is something to see."""
    before = {user: told(desk, user) for user in (EDITOR, ZARA)}
    _code, here, _id = desk.consulted()
    desk.good(EDITOR, "PATCH", here, {"themes": ["slapen"]})
    changed = {
        user: {place for place, answer in told(desk, user).items() if answer != before[user][place]} for user in before
    }
    assert {"{desk}/@cases", "{desk}/@cases?theme=slapen", "{desk}/@cases?partner={partner}"} <= changed[EDITOR]
    assert {"{desk}/@consultations", "{site}/@search?sb_themes=slapen", "a query"} <= changed[ZARA]
    assert not any("@cases" in place for place in changed[ZARA])


def test_who_is_asked_no_more_is_told_no_number_any_more(desk):
    """As if it never was."""
    before = told(desk, ZARA)
    _code, _here, consultation = desk.consulted()
    consulting.end(consultation, EDITOR)
    transaction.commit()
    assert told(desk, ZARA) == before


@pytest.mark.parametrize("user", [None, ANNA, HANS, ZARA, WIES, BOSS])
def test_the_queue_answers_others_the_same_whatever_they_look_for(desk, user):
    """A filter that fits and one that does not."""
    _code, here, _id = desk.consulted()
    queries = ("", f"?partner={desk.uids[0]}", f"?partner={desk.uids[1]}", "?theme=onzin", "?b_size=0", "?state=onzin")
    answers = {(one.status_code, one.text) for one in (desk(user, "GET", f"@cases{query}") for query in queries)}
    answers |= {
        (one.status_code, one.text) for one in (desk(user, "GET", place) for place in (here, "@cases/V-2222-22"))
    }
    ((status, text),) = answers
    assert status in (401, 403, 404) and "items_total" not in text
