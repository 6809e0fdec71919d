"""A62: who runs the site opens what is private only with a reason, in the log, and the resident sees it."""

from lxml import html
from people import get
from people import make_people
from people import PEOPLE
from people import post
from people import refused
from people import text_of
from samenbeter.shared import audit
from samenbeter.shared import audit_words
from samenbeter.shared import clock
from samenbeter.shared import keys
from samenbeter.shared import vault
from unittest import mock

import datetime
import pytest
import transaction


REASON = "Er is een melding van direct gevaar."
MAY = ("beheer", "baas")
ABOUT = "member:bewoner"


@pytest.fixture
def url(functional_portal):
    """The address of the page, in a site with people and two records about a resident, one of them hidden."""
    make_people()
    box = vault.get()
    box.add(
        "privacy", "note", {"text": "GEHEIM een", "more": ["x", {"y": 1}]}, purpose="samenbeter.rights", subject=ABOUT
    )
    hidden = box.add("privacy", "note", {"text": "GEHEIM twee"}, purpose="samenbeter.rights", subject=ABOUT)
    box.freeze(hidden, True)
    box.add("privacy", "note", {"text": "VAN EEN ANDER"}, purpose="samenbeter.rights", subject="mail:buur@example.org")
    box.add("shared", "mail", {"body": "LINK"}, purpose="samenbeter.mail", subject=ABOUT)
    transaction.commit()
    return f"{functional_portal.absolute_url()}/@@samenbeter-break-glass"


def ask(url, user="beheer", about="bewoner", reason=REASON):
    """Give a reason; return (answer, ticket)."""
    answer = post(user, url, about=about, reason=reason)
    found = html.fromstring(answer.text).xpath("//input[@name='ticket']/@value")
    return answer, (found or [""])[0]


def open_it(url, ticket, user="beheer", **more):
    """Open what was listed."""
    return post(user, url, **{"open": "1", "ticket": ticket, "understood": "1", **more})


def about(subject=ABOUT):
    """Return (action, outcome) of what the log has about somebody, oldest first."""
    transaction.begin()
    return [(entry.action, entry.outcome) for entry in audit.about(vault.get().pseudonym(subject))][::-1]


LISTED = ("list", "success")
OPENED = ("break_glass", "success")


@pytest.mark.abuse("A62")
class TestWho:
    """Site administrators and managers, nobody else."""

    @pytest.mark.parametrize("user", [None, *PEOPLE])
    def test_a62_only_who_runs_the_site(self, url, user):
        may = user in MAY
        assert refused(get(user, url)) != may
        answer = post(user, url, token=bool(user), about="bewoner", reason=REASON)
        assert refused(answer) != may
        assert about() == ([LISTED] if may else [])

    def test_without_a_token_nothing_happens(self, url):
        answer = post("beheer", url, token=False, about="bewoner", reason=REASON)
        assert answer.status_code == 403
        assert about() == []
        _answer, ticket = ask(url)
        assert post("beheer", url, token=False, open="1", ticket=ticket, understood="1").status_code == 403
        assert about() == [LISTED]

    def test_a_get_does_nothing(self, url):
        answer = get("beheer", f"{url}?about=bewoner&reason=een+lange+reden&open=1")
        assert answer.status_code == 200
        assert about() == []
        assert answer.headers["Cache-Control"] == "no-store"
        assert answer.headers["Referrer-Policy"] == "no-referrer"


@pytest.mark.abuse("A62")
class TestReason:
    """Without it nothing is even listed."""

    @pytest.mark.parametrize("reason", ["", "kort", "         x         ", "x" * 9])
    def test_a62_without_a_reason_nothing_is_shown(self, url, reason):
        answer, ticket = ask(url, reason=reason)
        page = html.fromstring(answer.text)
        assert page.get_element_by_id("reason-error") is not None
        assert page.get_element_by_id("about").get("value") == "bewoner"
        assert (ticket, about()) == ("", [])

    def test_nobody_is_asked_for(self, url):
        answer, _ticket = ask(url, about=" ")
        assert html.fromstring(answer.text).get_element_by_id("about-error") is not None

    def test_it_is_kept_encrypted_and_goes_with_the_log(self, url):
        ask(url)
        transaction.begin()
        box = vault.get()
        (found,) = box.find(subject=ABOUT, room="shared", kind="break_glass")
        assert box.record(found).expires == clock.today() + datetime.timedelta(days=365)
        assert box.read(found, vault.Own(ABOUT))["reason"] == REASON


@pytest.mark.abuse("A62")
class TestOpening:
    """First what there is, then what it says: once."""

    def test_a62_listed_is_what_there_is_and_not_what_it_says(self, url):
        answer, ticket = ask(url)
        assert ticket
        assert "GEHEIM" not in answer.text
        assert text_of(answer).count("privacy.note") == 2

    def test_a62_opened_is_logged_and_the_resident_sees_it(self, url):
        _answer, ticket = ask(url)
        answer = open_it(url, ticket)
        page = text_of(answer)
        for word in ("GEHEIM een", "GEHEIM twee"):
            assert word in page
        for word in ("VAN EEN ANDER", "LINK"):
            assert word not in page
        assert answer.headers["Cache-Control"] == "no-store"
        assert about() == [LISTED, OPENED, OPENED]
        opened, listed = audit_words.seen_by(vault.get().pseudonym(ABOUT), me="bewoner")
        assert (opened["times"], opened["emergency"], opened["reason"]) == (2, True, REASON)
        assert opened["who"].default == "Een beheerder van de site"
        assert opened["what"].default == "Gelezen in nood"
        assert (listed["times"], listed["emergency"], listed["reason"]) == (1, True, REASON)

    def test_a62_replayed_it_is_refused(self, url):
        _answer, ticket = ask(url)
        open_it(url, ticket)
        answer = open_it(url, ticket)
        assert "GEHEIM" not in answer.text
        assert "Geef opnieuw een reden" in text_of(answer)
        assert about() == [LISTED, OPENED, OPENED]

    @pytest.mark.parametrize("ticket", ["", "x", "0" * 32, "zz" * 16, "../../x"])
    def test_a62_a_made_up_ticket_is_refused(self, url, ticket):
        answer = open_it(url, ticket)
        assert answer.status_code == 200
        assert "Geef opnieuw een reden" in text_of(answer)

    def test_a62_another_record_is_no_ticket(self, url):
        (found, *_more) = vault.get().find(subject=ABOUT, room="privacy")
        answer = open_it(url, found)
        assert "GEHEIM" not in answer.text
        assert about() == []

    def test_a62_somebody_elses_ticket_is_refused(self, url):
        _answer, ticket = ask(url)
        assert "GEHEIM" not in open_it(url, ticket, user="baas").text
        assert about() == [LISTED]

    def test_a62_a_quarter_later_is_too_late(self, url, monkeypatch):
        _answer, ticket = ask(url)
        later = clock.now() + datetime.timedelta(minutes=16)
        monkeypatch.setattr(clock, "now", lambda: later)
        assert "GEHEIM" not in open_it(url, ticket).text

    def test_a62_who_does_not_say_that_the_resident_sees_it(self, url):
        _answer, ticket = ask(url)
        assert "GEHEIM" not in open_it(url, ticket, understood="").text
        assert about() == [LISTED]
        # nothing was used up
        assert "GEHEIM" in open_it(url, ticket).text

    def test_what_came_after_the_list_stays_closed(self, url):
        _answer, ticket = ask(url)
        vault.get().add("privacy", "note", {"text": "LATER"}, purpose="samenbeter.rights", subject=ABOUT)
        transaction.commit()
        assert "LATER" not in open_it(url, ticket).text

    @pytest.mark.parametrize(
        ("asked", "words"),
        [
            ("bewoner@example.org", {"GEHEIM een", "GEHEIM twee"}),
            ("BUUR@example.org", {"VAN EEN ANDER"}),
        ],
    )
    def test_somebody_is_found_by_mail_address(self, url, asked, words):
        _answer, ticket = ask(url, about=asked)
        page = text_of(open_it(url, ticket))
        assert {word for word in ("GEHEIM een", "GEHEIM twee", "VAN EEN ANDER") if word in page} == words

    def test_one_record_is_found_by_its_number(self, url):
        (found,) = vault.get().find(subject="mail:buur@example.org")
        _answer, ticket = ask(url, about=found)
        assert "VAN EEN ANDER" in text_of(open_it(url, ticket))
        assert about("mail:buur@example.org") == [LISTED, OPENED]
        (opened, _listed) = audit_words.seen_by(vault.get().pseudonym("mail:buur@example.org"))
        assert opened["reason"] == REASON

    @pytest.mark.parametrize(
        "nobody", ["niemand", "niemand@example.org", "wijkwebber", "wijkwebber@example.org", "a" * 32]
    )
    def test_unknown_looks_as_known_without_records(self, url, nobody):
        unknown, known = text_of(ask(url, about=nobody)[0]), text_of(ask(url, about="partner")[0])
        assert unknown == known
        assert "Er is niets" in unknown

    def test_a_damaged_record_is_said_and_noted_as_a_failure(self, url):
        box = vault.get()
        found = list(box.find(subject=ABOUT, room="privacy"))[0]
        payload = box.record(found).payload
        payload.sealed = (*payload.sealed[:-1], b"x" * 40)
        transaction.commit()
        _answer, ticket = ask(url)
        page = text_of(open_it(url, ticket))
        assert "beschadigd" in page
        assert page.count("GEHEIM") == 1
        assert sorted(about()[1:]) == [("break_glass", "failure"), OPENED]

    def test_without_a_key_it_says_what_to_do(self, url, tmp_path):
        _answer, ticket = ask(url)
        with mock.patch.dict("os.environ", {keys.ENVIRONMENT: str(tmp_path / "none")}):
            for answer in (ask(url)[0], open_it(url, ticket)):
                assert answer.status_code == 503
                assert "De sleutel van de kluis is er niet" in text_of(answer)
                assert "GEHEIM" not in answer.text
        assert about() == [LISTED]

    def test_markup_is_shown_as_text(self, url):
        text = "<script>alert(1)</script>"
        vault.get().add("privacy", "note", {"text": text}, purpose="samenbeter.rights", subject=ABOUT)
        transaction.commit()
        _answer, ticket = ask(url, reason=f"{text} en gevaar")
        assert text not in open_it(url, ticket).text
