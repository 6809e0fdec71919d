"""The journal of erasures as a file: whole or not at all, whoever writes and whatever happens."""

from concurrent.futures import ThreadPoolExecutor
from datetime import datetime
from datetime import timezone
from hypothesis import given
from hypothesis import HealthCheck
from hypothesis import settings
from hypothesis import strategies
from samenbeter.privacy import journal
from samenbeter.shared import keys

import os
import pytest


@pytest.fixture(autouse=True)
def _own_folder(tmp_path, monkeypatch):
    """A folder of its own, and a site that needs no database."""
    monkeypatch.setenv(keys.ENVIRONMENT, str(tmp_path / keys.NAME))
    monkeypatch.setattr(journal, "this_site", lambda: "0123abcd")


def lines():
    return journal.read()[1]


def test_there_is_none_before_the_first():
    assert journal.read() is None


def test_a_line_says_what_was_written():
    journal.add("all", "a" * 32)
    journal.add("partner:1", "b" * 32)
    first, second = lines()
    assert (first.number, first.scope, first.pseudonym, first.site) == (1, "all", "a" * 32, "0123abcd")
    assert (second.number, second.scope) == (2, "partner:1")
    assert abs((datetime.now(timezone.utc) - second.moment).total_seconds()) < 60


def test_many_who_write_at_the_same_time_lose_nothing():
    with ThreadPoolExecutor(16) as pool:
        found = list(pool.map(lambda number: journal.add("all", f"{number:032x}"), range(200)))
    assert len({of for of, _line in found}) == 1
    assert sorted(line.number for _of, line in found) == list(range(1, 201))
    assert {line.pseudonym for line in lines()} == {f"{number:032x}" for number in range(200)}
    assert [path.name for path in journal.place().parent.iterdir()] == [journal.NAME]


def test_it_is_on_the_disk_before_anything_else(monkeypatch):
    journal.add("all", "a" * 32)
    synced = []
    real = os.fsync
    monkeypatch.setattr(os, "fsync", lambda handle: synced.append(os.fstat(handle).st_size) or real(handle))
    journal.add("all", "b" * 32)
    assert synced == [journal.place().stat().st_size]


def test_a_folder_that_is_not_there_is_said(monkeypatch, tmp_path):
    monkeypatch.setenv(keys.ENVIRONMENT, str(tmp_path / "nergens" / "key"))
    with pytest.raises(journal.NotWritten):
        journal.add("all", "a" * 32)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(strategies.data())
def test_a_file_that_ends_anywhere_is_a_part_of_the_journal_or_none(data):
    journal.place().unlink(missing_ok=True)
    for number in range(3):
        journal.add("all", f"{number:032x}")
    whole, text = lines(), journal.place().read_bytes()
    journal.place().write_bytes(text[: data.draw(strategies.integers(0, len(text)))])
    try:
        found = lines()
    except journal.Other:
        return
    assert found == whole[: len(found)]
    _of, line = journal.add("all", "f" * 32)
    assert line.number == len(found) + 1
    assert lines() == [*found, line]


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(strategies.binary(max_size=200))
def test_any_other_file_is_refused_and_left_alone(data):
    journal.place().write_bytes(data)
    with pytest.raises(journal.Other):
        journal.read()
    with pytest.raises(journal.Other):
        journal.add("all", "a" * 32)
    assert journal.place().read_bytes() == data
