"""Asking over HTTP: a form, the same text once more, a receipt. Nothing of it in an address or a cookie."""

from asking_people import ANSWERS
from asking_people import ASK
from asking_people import cases
from asking_people import close
from asking_people import CODE
from asking_people import kept
from asking_people import open_desk
from asking_people import Person
from asking_people import pile
from asking_people import QUESTION
from asking_people import words_of
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime
from datetime import timezone
from plone import api
from samenbeter.shared import clock
from samenbeter.shared import doubtful
from samenbeter.shared import guard
from samenbeter.shared import guard_rate
from samenbeter.shared.transactions import committed
from samenbeter.vraagbaak.cases import store
from samenbeter.vraagbaak.cases.working_time import ZONE

import pytest
import requests
import transaction


@pytest.fixture(autouse=True)
def fast(monkeypatch):
    """A test fills a form in faster than a person."""
    monkeypatch.setattr(guard, "PACE", 0)
    guard_rate.clear()


@pytest.fixture
def desk(functional_portal):
    return open_desk(functional_portal)


@pytest.fixture
def asker(desk):
    return Person(desk)


class TestWithoutAnAccount:
    """Who asks need not say who they are."""

    def test_from_the_form_to_the_receipt(self, asker):
        """One question, one case, one owner, one receipt with a moment and a date."""
        assert asker.get().status_code == 200
        assert asker.heading == "Stel je vraag"
        assert "Antwoord vóór" in asker.text
        asker.send("check", **ANSWERS)
        assert asker.heading == "Kijk je vraag nog even na"
        assert QUESTION in asker.text
        assert cases() == []
        answer = asker.send("send")
        assert (answer.status_code, "Location" in answer.headers) == (200, False)
        assert asker.heading == "Je vraag is binnen"
        (case,) = cases()
        assert words_of(case) == QUESTION
        assert (case.publish, case.for_whom, case.channel, case.language) == ("yes", "myself", "web", "nl")
        assert (case.owner, case.contact, case.accounts, case.entered_by) == ("renske", "", [], "")
        assert [event["what"] for event in case.timeline][:1] == ["received"]
        assert store.by_code(asker.codes[0]).id == case.id
        assert "180 dagen na het antwoord" in asker.text
        assert "Code kwijt?" in asker.text

    @pytest.mark.abuse("A27")
    def test_no_cookie_and_nothing_in_an_address(self, asker):
        """No browser keeps a page of it."""
        answers = [asker.get(), asker.send("check", **ANSWERS, email="yara@example.org"), asker.send("send")]
        for answer in answers:
            assert "Set-Cookie" not in answer.headers
            assert answer.headers["Cache-Control"] == "no-store"
            assert answer.headers["Referrer-Policy"] == "no-referrer"
            assert answer.url == f"{asker.desk}/{ASK}"
        assert not asker.http.cookies
        for link in asker.page.xpath("//@href | //@action"):
            assert asker.codes[0] not in link and "yara" not in link

    def test_the_promise_is_in_words(self, asker, monkeypatch):
        """Monday at ten, eight working hours: Tuesday at ten."""
        api.portal.set_registry_record("plone.portal_timezone", "Europe/Amsterdam")
        transaction.commit()
        monkeypatch.setattr(clock, "now", lambda: datetime(2026, 11, 23, 9, 0, tzinfo=timezone.utc))
        asker.ask()
        assert "dinsdag 24 november, 10.00 uur" in asker.text
        assert cases()[0].due == datetime(2026, 11, 24, 10, 0, tzinfo=ZONE)

    def test_its_owner_is_mailed_without_a_word_of_it(self, asker):
        """Only that there is something to do."""
        code = asker.ask(email="yara@example.org")
        (mail,) = kept("shared", "mail")
        assert mail["to"] == "renske@example.org"
        for secret in ("slaap", "yara", code):
            assert secret not in str(mail)

    def test_an_address_is_kept_apart(self, asker):
        """It is known by the case, and erased sooner."""
        asker.ask(email="yara@example.org")
        (case,) = cases()
        assert store.email_of(case) == "yara@example.org"
        assert "30 dagen na het antwoord" in asker.text
        assert [found.id for found in store.of_subject("mail:yara@example.org")] == [case.id]

    def test_nothing_is_lost_on_the_way_back(self, asker):
        """The button "Pas mijn vraag aan" keeps everything."""
        asker.get()
        given = {"text": "Regel een\n\nRegel twee", "publish": "no", "for_whom": "other", "email": "yara@example.org"}
        asker.send("check", **given)
        asker.send("change")
        assert asker.heading == "Stel je vraag"
        kept = asker.form()[1]
        assert {name: kept[name].replace("\r\n", "\n") for name in given} == given
        assert cases() == []

    def test_what_is_in_an_address_is_not_taken_over(self, asker):
        """Nobody fills in somebody else's form by a link."""
        asker.get(f"{ASK}?text=Ha&email=a@example.org&publish=yes&do=send")
        kept = asker.form()[1]
        assert (kept["text"], kept["email"], kept.get("publish")) == ("", "", None)

    def test_in_english(self, desk):
        """The whole way in the language of the reader, and the case knows it."""
        site = api.portal.get().absolute_url()
        asker = Person(desk)
        asker.get(f"{site}/en/vraagbaak/{ASK}")
        asker.send("check", **ANSWERS)
        asker.send("send")
        assert asker.page.get("lang") == "en"
        assert f"{site}/en/" in asker.answer.url
        assert cases()[0].language == "en"
        assert len(asker.codes) == 1


class TestWithAnAccount:
    """A member."""

    def test_the_question_hangs_on_the_account(self, desk):
        """Its mail address is a suggestion, which can be taken away."""
        anna = Person(desk, "anna")
        anna.get()
        assert anna.form()[1]["email"] == "anna@example.org"
        anna.send("check", **ANSWERS, email="")
        anna.send("send")
        (case,) = cases()
        assert store.account_ids(case) == ["anna"]
        assert (case.contact, case.entered_by) == ("", "")
        assert [found.id for found in store.of_subject("member:anna")] == [case.id]
        assert "account-maken" not in anna.answer.text

    def test_who_has_none_is_offered_one(self, asker):
        """The code goes along nowhere."""
        asker.ask()
        assert asker.page.xpath("//main//a[contains(@href, 'account-maken')]/@href") == [
            f"{api.portal.get().absolute_url()}/@@account-maken"
        ]


class TestTwice:
    """The same form."""

    def test_sent_twice_is_one_question_with_one_receipt(self, asker):
        """Who presses twice, or loads the receipt again."""
        asker.get()
        asker.send("check", **ANSWERS)
        address, data = asker.form()
        asker.post(address, {**data, "do": "send"})
        first = asker.codes
        asker.post(address, {**data, "do": "send"})
        assert asker.codes == first and len(first) == 1
        assert asker.heading == "Je vraag is binnen"
        assert len(cases()) == 1

    def test_sent_twice_at_the_same_moment_too(self, asker):
        """Two browsers' worth of impatience: one case, and both answers have its receipt."""
        asker.get()
        asker.send("check", **ANSWERS)
        address, data = asker.form()
        with ThreadPoolExecutor(4) as pool:
            answers = list(pool.map(lambda _n: requests.post(address, {**data, "do": "send"}, timeout=60), range(4)))
        assert {answer.status_code for answer in answers} == {200}
        assert len({code for answer in answers for code in CODE.findall(answer.text)}) == 1
        assert len(cases()) == 1 and pile() == []

    def test_the_same_words_in_another_form_are_another_question(self, desk):
        """Two people may ask the same."""
        codes = {Person(desk).ask(), Person(desk).ask()}
        assert len(codes) == len(cases()) == 2

    def test_a_form_that_was_used_with_other_words_is_looked_at(self, asker):
        """It has a receipt of its own; neither is lost."""
        asker.get()
        asker.send("check", **ANSWERS)
        address, data = asker.form()
        asker.post(address, {**data, "do": "send"})
        first = asker.codes
        asker.post(address, {**data, "text": "Iets anders", "do": "send"})
        assert asker.codes != first
        assert len(cases()) == 1
        assert [kept["data"]["asked"]["text"] for kept in pile()] == ["Iets anders"]


class TestDoubted:
    """What the guard doubts goes to a person; who asked has a receipt all the same."""

    def test_it_waits_and_then_has_the_code_of_the_receipt(self, asker):
        """Somebody lets it through."""
        asker.get()
        asker.send("check", **ANSWERS, email="yara@example.org")
        asker.send("send", bijlage_kenmerk="x")
        (code,) = asker.codes
        assert CODE.fullmatch(code)
        assert "Een mens kijkt er eerst naar" in asker.text
        assert cases() == [] and store.by_code(code) is None
        (doubt,) = doubtful.pile()
        shown = str(committed(lambda: doubtful.text_of(doubt.id)))
        assert QUESTION in shown and code not in shown
        committed(lambda: doubtful.let_through(doubt.id))
        (case,) = cases()
        assert store.by_code(code).id == case.id
        assert (words_of(case), store.email_of(case), case.owner) == (QUESTION, "yara@example.org", "renske")
        assert pile() == []

    def test_without_a_token_of_the_guard_each_has_a_code_of_its_own(self, asker):
        """No two people get the same receipt."""
        codes = set()
        for _time in range(2):
            asker.get()
            asker.send("check", **ANSWERS)
            asker.send("send", guard="")
            codes.update(asker.codes)
        assert len(codes) == len(pile()) == 2

    def test_a_full_pile_is_said_and_nothing_is_lost(self, asker, monkeypatch):
        """The text is still in the form."""
        monkeypatch.setattr(doubtful, "MOST", 0)
        asker.get()
        asker.send("check", **ANSWERS)
        asker.send("send", bijlage_kenmerk="x")
        assert asker.wrong == ["text"]
        assert asker.form()[1]["text"].strip() == QUESTION


class TestClosed:
    """A desk that takes no questions."""

    def test_says_so_and_takes_nothing(self, asker, desk):
        """It says whom to call; what was written is shown, so that it can be kept."""
        asker.get()
        asker.send("check", **ANSWERS)
        address, data = asker.form()
        close(desk)
        # a program finds nothing there
        assert asker.get().status_code == 404
        assert asker.heading == "Vragen stellen kan hier nu niet"
        assert not asker.page.xpath("//main//form")
        assert "088 000 00 00" in asker.text
        asker.post(address, {**data, "do": "send"})
        assert QUESTION in asker.text
        assert cases() == []

    def test_what_waits_on_the_pile_is_not_lost_by_it(self, asker, desk):
        """It came in while it was open."""
        asker.get()
        asker.send("check", **ANSWERS)
        asker.send("send", bijlage_kenmerk="x")
        close(desk)
        committed(lambda: doubtful.let_through(doubtful.pile()[0].id))
        assert len(cases()) == 1
