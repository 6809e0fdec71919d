"""Mails of a desk say that there is something, and nothing else: over a real mail server, in two languages."""

from at_the_clock import ask
from at_the_clock import change
from at_the_clock import mails
from at_the_clock import member
from at_the_clock import now_as
from at_the_clock import WORDS
from at_the_desk import make
from datetime import timedelta
from letters import box
from letters import point_at
from letters import read
from letters import server
from letters import site
from letters import work
from lxml import html
from plone import api
from samenbeter.interfaces import IPersonalDataProvider
from samenbeter.shared import clock
from samenbeter.shared import mail
from samenbeter.shared import mailed_links
from samenbeter.shared import vault
from samenbeter.shared.transactions import committed
from samenbeter.vraagbaak.cases import events
from samenbeter.vraagbaak.cases import store
from samenbeter.vraagbaak.letters import bounces
from samenbeter.vraagbaak.letters import letters
from samenbeter.vraagbaak.letters import words
from zope.component import getUtility
from zope.globalrequest import getRequest
from zope.i18n import translate

import pytest
import transaction


__all__ = ("box", "server", "site")

ADDRESS = "vrager@example.org"
HOME = "https://wijk.example/hulp"
# of the question, and of its theme
SECRETS = ("bloemkool", "geheim", "rouw", "Rouw", "verlies", "gezond", "ziek", "health", "V-")


@pytest.fixture
def desk(site):
    """A desk on a site that mails, and says where it is."""
    api.portal.set_registry_record(mailed_links.SITE_URL, f"{HOME}/")
    member("els", "Vraagbaak Editor")
    member("edith", "Vraagbaak Editor", language="en")
    found = make(site, "Vraagbaak", "open", id="vraagbaak", title="Vraagbaak rouw en verlies")
    transaction.commit()
    return found


@pytest.fixture
def case(desk):
    """A question with a theme and an address."""
    found = ask(desk, owner="els", email=ADDRESS)
    return change(found, lambda one: setattr(one, "themes", ["rouw"]))


def mailed(case, what="answered"):
    """Mail to who asked."""
    return change(case, lambda one: letters.to_asker(one, what))


def parts(envelope):
    """Return (mail, plain text, HTML) of what a mail server got."""
    found = read(envelope)
    plain, marked = found.iter_parts()
    assert (plain.get_content_type(), marked.get_content_type()) == ("text/plain", "text/html")
    return found, plain.get_content(), marked.get_content()


class TestToAsker:
    """Who asked hears that there is something."""

    @pytest.mark.abuse("A27")
    @pytest.mark.parametrize("what", words.TO_ASKER)
    @pytest.mark.parametrize("language", ["nl", "en"])
    def test_nothing_of_the_question_is_in_it(self, desk, server, box, what, language):
        """No word, theme, number, code or name of the desk: not in the subject, the text or a header."""
        point_at("127.0.0.1", server.port)
        case = ask(desk, owner="els", email=ADDRESS, language=language)
        case = change(case, lambda one: setattr(one, "themes", ["rouw"]))
        mailed(case, what)
        work()
        (envelope,) = box.mails
        found, plain, marked = parts(envelope)
        assert found["To"] == ADDRESS
        assert f"{HOME}/vraagbaak/@@mijn-bonnetje" in plain
        raw = envelope.content.decode()
        for text in (raw, found["Subject"], plain, marked):
            assert not [secret for secret in (*SECRETS, case.id, case.number) if secret in text]
        assert "?" not in "".join(line for line in plain.splitlines() if "http" in line)

    def test_in_the_language_in_which_was_asked(self, desk, server, box):
        """With the line about the telephone too, whatever the language of the request is."""
        point_at("127.0.0.1", server.port)
        for language in ("nl", "en", "fr"):
            mailed(ask(desk, email=ADDRESS, language=language))
        work()
        told = [parts(envelope) for envelope in box.mails]
        found = {html.fromstring(marked).get("lang"): (mail_["Subject"], plain) for mail_, plain, marked in told}
        assert len(told) == 3
        assert sorted(found) == ["en", "nl"]
        assert found["nl"][0] == "Er staat iets voor je klaar"
        assert "Vragen? Bel 088 000 00 00." in found["nl"][1]
        assert found["en"][0] == translate(words.TO_ASKER["answered"][0], target_language="en")
        call = mail._text(mail._("mail_call", default="", mapping={"phone": "088 000 00 00"}), "en")
        assert call in found["en"][1]

    def test_the_html_says_the_same_and_fetches_nothing(self, case, server, box):
        """Paragraphs, a link, a title and a language; no style, picture or script."""
        point_at("127.0.0.1", server.port)
        mailed(case)
        work()
        found, plain, marked = parts(box.mails[0])
        page = html.fromstring(marked)
        paragraphs = [" ".join(one.text_content().split()) for one in page.iter("p")]
        assert paragraphs == [" ".join(one.split()) for one in plain.replace("\r\n", "\n").strip().split("\n\n")]
        (link,) = page.iter("a")
        assert link.get("href") == link.text == f"{HOME}/vraagbaak/@@mijn-bonnetje"
        assert page.findtext(".//title") == found["Subject"]
        assert {one.tag for one in page.iter()} == {"html", "head", "meta", "title", "body", "p", "a"}

    def test_a_sentence_about_the_account_is_only_for_who_has_one(self, case):
        """Others would wonder."""
        mailed(case)
        change(case, lambda one: store.add_account(one, "els"))
        mailed(case)
        said = str(words.OPEN_WITH_ACCOUNT.default)
        assert [said in body for _to, _subject, body in mails()] == [False, True]

    @pytest.mark.abuse("A47")
    def test_a_host_that_a_request_makes_up_is_not_in_it(self, case):
        """The settings say where the site is."""
        getRequest().setServerURL("https", "boef.example", "443")
        mailed(case)
        ((_to, _subject, body),) = mails()
        assert "boef" not in body
        assert HOME in body

    def test_who_left_no_address_gets_none(self, desk):
        """And that is no error."""
        case = mailed(ask(desk))
        assert (mails(), case.mail) == ([], "")


class TestHowItGoes:
    """The case says how it goes with the mail, and the desk hears it when it did not arrive."""

    def test_it_waits_until_it_is_sent(self, case, server, box, monkeypatch):
        """The mail server is down, and comes back: one mail, and nothing is lost."""
        assert mailed(case).mail == "waits"
        assert work() == (1, 1)
        assert now_as(case).mail == "waits"
        point_at("127.0.0.1", server.port)
        later = clock.now() + timedelta(minutes=2)
        monkeypatch.setattr(clock, "now", lambda: later)
        work()
        assert now_as(case).mail == "sent"
        assert len(box.mails) == 1
        assert mails() == []

    def test_a_refused_address_is_told_to_the_owner(self, case, server, box):
        """In the timeline, and by mail: without the address."""
        point_at("127.0.0.1", server.port)
        mailed(case)
        taken = box.handle_RCPT

        async def not_the_asker(server, session, envelope, address, options):
            box.at_rcpt = "550 Nobody" if address == ADDRESS else "250 OK"
            return await taken(server, session, envelope, address, options)

        box.handle_RCPT = not_the_asker
        work()
        found = now_as(case)
        assert found.mail == "refused"
        assert [one["what"] for one in found.timeline] == ["mail_failed"]
        (envelope,) = box.mails
        told, plain, _marked = parts(envelope)
        assert told["To"] == "els@example.org"
        assert f"{HOME}/vraagbaak/@@dossier/{case.number}" in plain
        assert b"vrager@" not in envelope.content

    @pytest.mark.parametrize("by", ["the mail job", "the retention"])
    def test_after_a_week_it_was_not_sent(self, case, monkeypatch, by):
        """Whoever sees first that its time is over."""
        mailed(case)
        later = clock.now() + timedelta(days=8)
        monkeypatch.setattr(clock, "now", lambda: later)
        if by == "the mail job":
            work()
        else:
            assert committed(lambda: getUtility(IPersonalDataProvider, mail.JOB).purge(later, 10)) == 1
        found = now_as(case)
        assert found.mail == "not_sent"
        assert [one["what"] for one in found.timeline] == ["mail_failed"]
        assert [to for to, _subject, _body in mails()] == ["els@example.org"]

    def test_a_case_that_is_gone_is_no_error(self, case, server, box):
        """Its mail was on its way."""
        mailed(case)
        point_at("127.0.0.1", server.port)
        committed(lambda: vault.get().erase(case.id))
        assert work() == (1, 0)
        assert len(box.mails) == 1

    def test_a_sender_that_cannot_hear_it_gets_no_second_mail(self, case, server, box, monkeypatch, caplog):
        """The mail is erased all the same, and the log says no more than what kind of error it was."""
        monkeypatch.setattr(store, "load", lambda case_id: 1 / 0)
        point_at("127.0.0.1", server.port)
        committed(lambda: letters.to_asker(case, "answered"))
        assert work() == (1, 0)
        assert work() == (0, 0)
        assert len(box.mails) == 1
        assert "ZeroDivisionError" in caplog.text


class TestBounced:
    """Mail that comes back."""

    def test_nothing_more_is_sent_to_that_address(self, desk, case):
        """Of no case that has it; another question with another address goes on."""
        twin, other = ask(desk, email=ADDRESS.upper()), ask(desk, email="ander@example.org")
        found = change(case, lambda one: bounces.mark_bounced(one, "els"))
        assert found.mail == "bounced"
        assert found.timeline[-1]["what"] in events.EVENTS
        assert found.undo["before"] == {"mail": ""}
        for one in (case, twin, other):
            mailed(one)
        assert [to for to, _subject, _body in mails()] == ["ander@example.org"]

    def test_mail_that_still_waits_does_not_make_it_well_again(self, case, server, box):
        """It stays what the editor said."""
        mailed(case)
        change(case, lambda one: bounces.mark_bounced(one, "els"))
        point_at("127.0.0.1", server.port)
        work()
        assert now_as(case).mail == "bounced"

    def test_without_an_address_there_is_nothing_to_say(self, desk):
        """It stays as it was."""
        found = change(ask(desk), lambda one: bounces.mark_bounced(one, "els"))
        assert (found.mail, found.timeline, found.undo) == ("", [], {})


class TestToTheDesk:
    """Editors and experts."""

    @pytest.mark.parametrize("what", words.TO_EDITOR)
    def test_an_editor_gets_the_address_of_the_case(self, case, what):
        """In the language that they chose, and nothing of what it says."""
        for userid in ("els", "edith", "weg", ""):
            committed(lambda userid=userid: letters.to_editor(userid, what, case))
        found = {to.partition("@")[0]: (subject, body) for to, subject, body in mails()}
        assert sorted(found) == ["edith", "els"]
        for userid, language in (("els", "nl"), ("edith", "en")):
            subject, body = found[userid]
            assert body.startswith(translate(words.TO_EDITOR[what], target_language=language))
            assert f"{HOME}/vraagbaak/@@dossier/{case.number}" in body
            assert not [secret for secret in SECRETS if secret in (subject + body).replace(case.number, "")]

    @pytest.mark.parametrize("what", words.TO_EXPERT)
    def test_an_expert_gets_the_address_of_the_question_or_a_link(self, desk, what):
        """Nothing of what is asked, not even what experts may read."""
        question = make(desk, "VraagbaakQuestion", title="Hoe ga ik om met rouw?", question=WORDS)
        transaction.commit()
        committed(lambda: letters.to_expert("els", what, question))
        committed(lambda: letters.to_expert("els", what, question, f"{HOME}/@@antwoord?code=x"))
        bodies = [body for _to, _subject, body in mails()]
        own = f"{HOME}/vraagbaak/{question.getId()}\n"
        expected = [[False, False], [False, False]] if what == "withdrawn" else [[True, False], [False, True]]
        assert [[own in body, "code=x" in body] for body in bodies] == expected
        for _to, subject, body in mails():
            assert not [secret for secret in SECRETS if secret in (subject + body).replace(question.getId(), "")]

    def test_who_has_no_address_gets_none(self, case):
        """And that is no error."""
        api.user.get(userid="els").setMemberProperties({"email": ""})
        transaction.commit()
        committed(lambda: letters.to_editor("els", "assigned", case))
        assert mails() == []

    def test_it_goes_when_they_go(self, case):
        """The vault knows whose it is."""
        committed(lambda: letters.to_editor("els", "assigned", case))
        assert len(list(vault.get().find(subject="member:els", room="shared", kind="mail"))) == 1
