"""The kernel of a case: kept in the vault, found without opening, with a clock, and gone with all of it."""

from datetime import datetime
from datetime import timedelta
from plone import api
from samenbeter.shared import clock
from samenbeter.shared import jobs
from samenbeter.shared import vault
from samenbeter.vraagbaak.cases import index
from samenbeter.vraagbaak.cases import promise
from samenbeter.vraagbaak.cases import states
from samenbeter.vraagbaak.cases import store
from samenbeter.vraagbaak.cases.working_time import ZONE

import pytest


@pytest.fixture
def at(monkeypatch):
    """Set the time for all."""

    def set_time(*moment):
        monkeypatch.setattr(clock, "now", lambda: datetime(*moment, tzinfo=ZONE))

    return set_time


@pytest.fixture
def case(desk):
    """A question that came in."""
    found = store.new(desk, store.new_code(), "Mijn geheime woord is bloemkool.", publish="yes")
    promise.start(found, desk)
    store.save(found)
    return found


class TestKept:
    """What is kept, and how it is found."""

    def test_a_code_finds_its_case_however_it_is_typed(self, desk):
        """With spaces, without dashes, in small letters."""
        code = store.new_code()
        case = store.new(desk, code, "Wat nu?")
        assert store.by_code(code.lower().replace("-", " ")).id == case.id
        assert store.by_code(store.new_code()) is None
        assert store.by_code("onzin") is None

    def test_an_address_and_an_account_find_it(self, desk, case):
        """And others do not."""
        store.add_contact(case, "Vrager@example.org")
        store.add_account(case, "anna")
        store.save(case)
        assert [found.id for found in store.of_subject("mail:vrager@example.org")] == [case.id]
        assert [found.id for found in store.of_subject("member:anna")] == [case.id]
        assert store.of_subject("member:bilal") == []
        assert store.by_account_link(case.accounts[0], "anna").id == case.id
        assert store.by_account_link(case.accounts[0], "bilal") is None

    def test_the_index_does_not_say_what_it_is_about(self, desk, case):
        """Its words are made with the key."""
        case.themes = ["rouw"]
        store.save(case)
        assert "rouw" not in repr([dict(shard.rows) for shard in index.get().shards])
        word = index.word("desk", api.content.get_uuid(desk), "theme", "rouw")
        assert index.get().ids([word]) == [case.id]

    def test_what_is_erased_is_gone_everywhere(self, desk, case):
        """The words, the address, the account, the row, and what was due."""
        store.add_contact(case, "vrager@example.org")
        store.add_account(case, "anna")
        store.save(case)
        before = len(vault.get())
        assert store.erase(case.id)
        assert len(vault.get()) == before - 4
        assert store.by_number(desk, case.number) is None
        assert jobs.store().due(promise.JOB, clock.now() + timedelta(days=99)) == []
        assert not store.erase(case.id)


class TestClock:
    """The promise."""

    @pytest.mark.parametrize(
        ("asked", "due"),
        [
            ((2026, 11, 27, 16, 30), (2026, 11, 30, 12, 30)),
            ((2026, 4, 24, 16, 30), (2026, 4, 28, 12, 30)),
            ((2026, 12, 24, 16, 30), (2026, 12, 28, 12, 30)),
        ],
    )
    def test_a_promise_of_four_hours_skips_weekend_and_holidays(self, desk, at, asked, due):
        """Friday half past four becomes Monday half past twelve; King's day and Christmas do not count."""
        desk.promise_working_hours = 4
        at(*asked)
        case = store.new(desk, store.new_code(), "Wat nu?")
        promise.start(case, desk)
        assert case.due == datetime(*due, tzinfo=ZONE)

    def test_it_stands_still_while_the_asker_has_to_answer(self, desk, at):
        """What was used stays used."""
        desk.promise_working_hours = 4
        at(2026, 11, 23, 9, 0)
        case = store.new(desk, store.new_code(), "Wat nu?")
        promise.start(case, desk)
        at(2026, 11, 23, 11, 0)
        promise.pause(case, desk)
        case.move("ask_back")
        assert case.due is None
        at(2026, 11, 25, 10, 0)
        case.move("reply")
        promise.resume(case, desk)
        assert case.state == states.RECEIVED
        assert case.due == datetime(2026, 11, 25, 12, 0, tzinfo=ZONE)
        assert promise.rung_moment(case, desk, promise.REMIND) == datetime(2026, 11, 25, 11, 0, tzinfo=ZONE)


def test_a_list_of_the_desk_is_in_the_order_of_time(desk, at):
    """Urgent first, then by what is due; overdue is a part of the same order."""
    made = []
    for day in (25, 23, 24):
        at(2026, 11, day, 9, 0)
        case = store.new(desk, store.new_code(), "Wat nu?")
        promise.start(case, desk)
        store.save(case)
        made.append(case)
    made[0].urgency = "urgent"
    store.save(made[0])
    opened = index.word("desk", api.content.get_uuid(desk), "open")
    assert index.get().ids([opened]) == [made[0].id, made[1].id, made[2].id]
    at(2026, 11, 24, 10, 0)
    minute = int(clock.now().timestamp() // 60)
    assert index.get().ids([opened], rank=index.RUNNING, before=minute) == [made[1].id]
    assert index.get().size(opened) == 3
