"""Requests have a clock, are opened by one role only, and leave a proof that says nothing about anybody."""

from datetime import date
from my_rights import add_user
from my_rights import forget_limits
from my_rights import kept
from my_rights import mails
from my_rights import Moved
from my_rights import says
from my_rights import Visitor
from my_rights import who
from samenbeter.interfaces import IPersonalDataProvider
from samenbeter.privacy import asking
from samenbeter.shared import audit
from samenbeter.shared import clock
from samenbeter.shared import vault
from samenbeter.shared.rights import Subject
from zope.component import getUtility

import csv
import io
import pytest
import transaction


SECRET = "Zilverreiger"


@pytest.fixture
def portal(functional_portal):
    forget_limits()
    add_user("yara")
    add_user("pieter", "Privacy Officer")
    transaction.commit()
    return functional_portal


@pytest.fixture
def asked(portal):
    """The id of what Yara asked."""
    with transaction.manager:
        return asking.begin(who("yara"), asking.RECTIFICATION, text=f"Ik heet {SECRET}", language="nl")


@pytest.fixture
def pieter(portal, asked):
    visitor = Visitor(portal, "pieter")
    visitor.get("@@verzoeken")
    return visitor


@pytest.mark.parametrize(
    ("day", "months", "later"),
    [
        (date(2026, 11, 24), 1, date(2026, 12, 24)),
        (date(2026, 1, 31), 1, date(2026, 2, 28)),
        (date(2028, 1, 31), 1, date(2028, 2, 29)),
        (date(2026, 12, 31), 1, date(2027, 1, 31)),
        (date(2026, 11, 30), 3, date(2027, 2, 28)),
        (date(2026, 5, 31), 3, date(2026, 8, 31)),
    ],
)
def test_a_month_is_a_month_of_the_calendar(day, months, later):
    assert asking.months_later(day, months) == later


class TestWhoMayOpenIt:
    @pytest.mark.parametrize(
        ("group", "may"),
        [
            (None, False),
            ("", False),
            ("Vraagbaak Editor", False),
            ("Expert", False),
            ("Wijkwebber", False),
            ("Partner Manager", False),
            ("Site Administrators", False),
            ("Administrators", False),
            ("Privacy Officer", True),
        ],
    )
    def test_one_role_only(self, portal, asked, group, may):
        if group is not None:
            add_user("iemand", group)
            transaction.commit()
        visitor = Visitor(portal, "iemand" if group is not None else "")
        visitor.get("@@gegevens-zonder-account")
        token = visitor.token()
        assert (visitor.get("@@verzoeken").status_code == 200) is may
        for wish in ("show", "done", "extend", "refuse", "csv"):
            answer = visitor.post("@@verzoeken", token=False, _authenticator=token, do=wish, request=asked, why="many")
            assert may or (answer.status_code != 200 and SECRET not in answer.text)
        assert len(says("request")) == (0 if may else 1)


class TestThePage:
    def test_nothing_of_what_was_written_until_it_is_opened(self, pieter):
        (data,) = says("request")
        assert data["number"] in pieter.text and "Iets verbeteren" in pieter.text
        assert SECRET not in pieter.answer.text and "yara" not in pieter.answer.text
        assert audit_entries("view") == []
        pieter.press("show")
        assert SECRET in pieter.text
        (entry,) = audit_entries("view")
        assert (entry.role.split(",")[0], entry.basis) == ("Privacy Officer", "samenbeter.rights")

    def test_to_open_it_is_a_post(self, pieter, asked):
        for query in ("do=show", "do=done"):
            pieter.get(f"@@verzoeken?{query}&request={asked}")
            assert SECRET not in pieter.answer.text
        assert len(says("request")) == 1 and audit_entries("view") == []

    def test_what_was_frozen_is_handled_all_the_same(self, pieter, asked):
        with transaction.manager:
            vault.get().freeze(asked, True)
        pieter.press("show")
        assert SECRET in pieter.text

    @pytest.mark.parametrize(
        ("days", "text", "tag"),
        [(0, "Nog 3", "info"), (24, "Nog", "warn"), (29, "Morgen", "warn"), (40, "dagen te laat", "late")],
    )
    def test_the_time_that_is_left_in_words(self, portal, pieter, monkeypatch, days, text, tag):
        time = Moved(monkeypatch)
        due = asking.open_requests()[0].due
        # the 29th day of this month's clock is the day before, whatever the month
        time.on(days=(due - clock.today()).days - 1 if days == 29 else days)
        pieter = Visitor(portal, "pieter")
        pieter.get("@@verzoeken")
        tags = pieter.page.xpath(f"//main//li//*[contains(@class, 'sb-tag--{tag}')]")
        assert text in " ".join(tags[0].text_content().split()) or days == 0
        assert tags[0].xpath(".//svg")

    def test_the_one_with_the_least_time_comes_first(self, portal, pieter, monkeypatch):
        Moved(monkeypatch).on(days=5)
        with transaction.manager:
            asking.begin(Subject(email="dora@example.org"), asking.OBJECTION, text="Nee")
        pieter = Visitor(portal, "pieter")
        pieter.get("@@verzoeken")
        found = [title.text.strip() for title in pieter.page.xpath("//main//li/h3")]
        assert found == ["Iets verbeteren", "Het niet eens zijn"]

    def test_nothing_waits(self, pieter):
        pieter.press("done")
        pieter.get("@@verzoeken")
        assert "Er wacht niets" in pieter.text


def audit_entries(action):
    transaction.begin()
    entries = audit.about(vault.get().pseudonym("member:yara"))
    return [entry for entry in entries if entry.action == action]


def due_of(request_id):
    transaction.begin()
    return asking.look(request_id).due


class TestFinishing:
    def test_done_leaves_a_proof_without_anybody_and_a_mail_without_content(self, pieter):
        (data,) = says("request")
        assert pieter.press("done").status_code == 303
        assert says("request") == []
        ((record, proof),) = kept(kind="proof")
        assert record.subject == ""
        assert record.expires > clock.today().replace(year=clock.today().year + 4)
        assert set(proof) == {
            *("number", "type", "received", "done", "outcome", "why", "counts", "reasons", "backups_until", "line")
        }
        assert proof["number"] == data["number"] and proof["outcome"] == "done"
        assert "yara" not in str(proof) and SECRET not in str(proof)
        (mail,) = mails()
        assert mail["to"] == "yara@example.org" and data["number"] in mail["body"]
        assert SECRET not in str(mail) and "verbeteren" not in str(mail)
        pieter.get("@@verzoeken")
        assert proof["number"] in pieter.text

    def test_two_months_more_once_and_with_a_reason(self, pieter, asked):
        received = clock.today()
        pieter.press("extend", why="")
        assert pieter.page.xpath("//*[@role='alert']//a/@href") == [f"#extend-{asked}"]
        pieter.press("extend", why="complex")
        assert due_of(asked) == asking.months_later(received, 3)
        (mail,) = mails()
        assert "Het is veel uitzoekwerk." in mail["body"] and SECRET not in str(mail)
        pieter.get("@@verzoeken")
        assert not pieter.page.xpath("//button[@value='extend']")
        pieter.post("@@verzoeken", do="extend", request=asked, why="many")
        assert due_of(asked) == asking.months_later(received, 3)
        assert len(mails()) == 1

    def test_no_with_a_reason_and_where_to_complain(self, pieter, asked):
        pieter.press("refuse", why="zomaar")
        assert len(says("request")) == 1
        pieter.press("refuse", why="others")
        (proof,) = says("proof")
        assert (proof["outcome"], proof["why"]) == ("refused", "others")
        (mail,) = mails()
        assert "Autoriteit Persoonsgegevens" in mail["body"] and "gaat ook over een ander" in mail["body"]

    @pytest.mark.parametrize("request_id", ["", "x", "0" * 32, "proof"])
    def test_what_is_no_request_is_not_found(self, pieter, request_id):
        if request_id == "proof":
            pieter.press("done")
            request_id = kept(kind="proof")[0][0].id
            pieter.get("@@verzoeken")
        for wish in ("show", "done", "extend", "refuse"):
            answer = pieter.post("@@verzoeken", do=wish, request=request_id, why="many")
            assert answer.status_code == 404
            pieter.get("@@verzoeken")

    def test_two_officers_at_once_leave_one_proof(self, pieter, portal, asked):
        other = Visitor(portal, "pieter")
        other.get("@@verzoeken")
        pieter.press("done")
        assert other.press("done").status_code == 404
        assert len(says("proof")) == 1 and len(mails()) == 1

    def test_after_five_years_the_proof_goes_too(self, pieter, monkeypatch):
        pieter.press("done")
        provider = getUtility(IPersonalDataProvider, "samenbeter.privacy.proof")
        time = Moved(monkeypatch)
        time.on(days=5 * 365 - 1)
        transaction.begin()
        assert provider.expired(clock.now()) == 0
        time.on(days=3)
        assert provider.purge(clock.now(), 10) == 1
        transaction.abort()


class TestTheList:
    def test_it_is_a_post_and_says_nothing_about_anybody(self, pieter):
        with transaction.manager:
            asking.begin(Subject(email="dora@example.org"), asking.OBJECTION, text=SECRET)
        pieter.press("done")
        pieter.get("@@verzoeken")
        answer = pieter.press("csv")
        assert answer.headers["Content-Type"].startswith("text/csv")
        assert answer.headers["Cache-Control"] == "no-store"
        rows = list(csv.DictReader(io.StringIO(answer.text)))
        assert sorted(row["state"] for row in rows) == ["done", "open"]
        assert not any(word in answer.text for word in (SECRET, "yara", "dora", "@"))
