"""Counters: nothing is lost, nobody waits, and the database learns nothing before the day is over."""

from collections import Counter
from counting_clients import CLIENTS
from counting_clients import count_all
from datetime import date
from datetime import datetime
from datetime import timedelta
from datetime import timezone
from hypothesis import given
from hypothesis import settings
from hypothesis import strategies as st
from pathlib import Path
from plone import api
from samenbeter.shared import audit
from samenbeter.shared import clock
from samenbeter.shared import counters
from samenbeter.shared import entry
from samenbeter.shared import jobs
from samenbeter.shared import stores
from samenbeter.shared import tally
from samenbeter.shared.tick import Tick
from types import SimpleNamespace

import os
import pytest
import subprocess
import sys
import transaction


def block_id():
    """Return the id of the one block of today."""
    [block] = tally.blocks("site").values()
    return block["id"].encode()


TIMES = 25
DAYS = st.sampled_from(["2026-11-24", "2026-11-25", "2026-11-26"])
KEYS = st.sampled_from(["entry/a/arrived/people", "entry/a/sent/people", "entry/b/arrived/bots"])


@pytest.fixture
def time(monkeypatch):
    """The time; set ``now`` to move it."""
    now = {"now": datetime(2026, 11, 26, 12, tzinfo=timezone.utc)}
    monkeypatch.setattr(clock, "now", lambda: now["now"])
    return now


class TestTheFile:
    """Sums of today, beside the key."""

    @pytest.fixture(autouse=True)
    def folder(self, key_file):
        return key_file.parent

    def counts(self):
        return {key: n for block in tally.blocks("site").values() for key, n in block["counts"].items()}

    def test_sixteen_clients_lose_nothing(self):
        assert count_all(TIMES)
        assert self.counts() == {"all": CLIENTS * TIMES, **{f"own/{n}": TIMES for n in range(CLIENTS)}}

    def test_two_processes_lose_nothing(self):
        program = Path(__file__).parent / "counting_clients.py"
        running = [subprocess.Popen([sys.executable, program, str(TIMES)], env=os.environ.copy()) for _n in range(2)]
        assert [process.wait(timeout=120) for process in running] == [0, 0]
        assert self.counts()["all"] == 2 * CLIENTS * TIMES

    def test_it_says_days_and_sums_and_nothing_else(self, time):
        tally.add("site", "b")
        time["now"] += timedelta(hours=3)
        tally.add("site", "a")
        tally.add("site", "a")
        # also the order is not kept
        assert tally.place().read_bytes().endswith(b'"counts":{"a":2,"b":1},"id":"' + block_id() + b'"}}}\n')
        [(day, block)] = tally.blocks("site").items()
        assert day == "2026-11-26"
        assert block["counts"] == {"a": 2, "b": 1}
        assert set(block) == {"id", "counts"}
        assert tally.place().stat().st_mode & 0o077 == 0

    def test_a_full_disk_leaves_what_was_there(self, monkeypatch):
        tally.add("site", "a")
        written = tally.place().read_bytes()
        real = os.pwrite
        with monkeypatch.context() as full:
            full.setattr(os, "pwrite", lambda file, data, at: real(file, data if data == written else data[:9], at))
            assert tally.add("site", "a") is False
        assert tally.place().read_bytes() == written

    def test_what_is_no_file_of_ours_begins_again(self, folder):
        tally.place().write_bytes(b'{"site": {"2026')
        assert tally.blocks("site") == {}
        assert tally.add("site", "a")
        assert self.counts() == {"a": 1}

    def test_where_nothing_can_be_written_nothing_fails(self, monkeypatch, folder):
        monkeypatch.setattr(tally, "place", lambda: folder / "none" / "file")
        assert tally.add("site", "a") is False
        assert tally.blocks("site") == {}

    def test_sites_do_not_mix(self):
        tally.add("one", "a")
        tally.add("two", "a")
        tally.drop("one")
        assert tally.blocks("one") == {}
        assert len(tally.blocks("two")) == 1


@st.composite
def blocks(draw):
    """Files of some processes on some days: {day: block}."""
    days = draw(st.lists(DAYS, unique=True))
    return {
        day: {
            "id": draw(st.text("0123456789abcdef", min_size=16, max_size=16)),
            "counts": draw(st.dictionaries(KEYS, st.integers(1, 50))),
        }
        for day in days
    }


class TestMerging:
    """Blocks of the file into the numbers of the site."""

    @given(st.lists(blocks(), max_size=6), st.randoms())
    @settings(max_examples=60, deadline=None)
    def test_the_order_does_not_matter_and_twice_is_once(self, files, random):
        known = {}
        for file in files:
            for day, block in file.items():
                # an id belongs to one block
                known.setdefault(block["id"], (day, block))
        wanted = Counter()
        for day, block in known.values():
            wanted.update({(key, day): n for key, n in block["counts"].items()})
        todo = [{day: block} for day, block in known.values()] * 2
        random.shuffle(todo)
        found = counters.Counters()
        for one in todo:
            found.take(one)
        assert dict(found.rows) == dict(wanted)

    @given(st.dictionaries(st.dates(date(2024, 1, 1), date(2026, 11, 26)), st.integers(1, 9)))
    @settings(max_examples=40, deadline=None)
    def test_months_have_the_sum_of_their_days(self, numbers):
        found = counters.Counters()
        for day, n in numbers.items():
            found.add("a", day.isoformat(), n)
        before = date(2025, 11, 26)
        gone = found.collapse(before)
        assert gone == sum(day < before for day in numbers)
        assert sum(found.rows.values()) == sum(numbers.values())
        assert all(period >= before.isoformat() for _key, period in found.rows if len(period) == 10)
        assert found.collapse(before) == 0

    def test_a_key_is_not_taken_for_another_that_begins_the_same(self):
        found = counters.Counters()
        for key in ("entry/poster", "entry/poster/arrived", "entry/poster-2/arrived", "entry"):
            found.add(key, "2026-11-26", 1)
        assert [key for key, _period, _n in found.below("entry/poster")] == ["entry/poster", "entry/poster/arrived"]

    def test_of_blocks_the_ids_are_forgotten_in_the_end(self):
        found = counters.Counters()
        found.take({"2026-10-01": {"id": "1", "counts": {}}, "2026-11-26": {"id": "2", "counts": {}}})
        found.forget(date(2026, 11, 1))
        assert dict(found.taken) == {"2": "2026-11-26"}


class TestInASite:
    """What rooms call."""

    def test_counting_leaves_the_database_alone(self, functional_portal):
        database = functional_portal._p_jar.db()
        transaction.commit()
        before = database.lastTransaction()
        assert counters.count("entry", "poster", "arrived", "people")
        transaction.commit()
        assert database.lastTransaction() == before
        assert counters.total("entry") == 1

    def test_what_is_undone_was_counted_all_the_same(self, functional_portal):
        counters.count("a")
        transaction.abort()
        assert counters.total("a") == 1

    def test_the_database_gets_a_day_when_it_is_over(self, functional_portal, time):
        counters.count("a", "b", n=2)
        assert counters.take_in() == 0
        assert not counters.look().rows
        time["now"] += timedelta(days=1)
        counters.count("a", "b")
        jobs.run_due(only="samenbeter.shared.counters")
        assert dict(counters.look().rows) == {("a/b", "2026-11-26"): 2}
        assert counters.days("a", "b") == {"2026-11-26": 2, "2026-11-27": 1}
        assert list(tally.blocks(counters.look().name)) == ["2026-11-27"]

    def test_each_machine_that_is_asked_brings_its_own(self, functional_portal, time):
        """Whatever machine has the job."""
        counters.count("a")
        assert not counters.waits()
        time["now"] += timedelta(days=1)
        assert counters.waits()
        tick = Tick(functional_portal, SimpleNamespace(form={"job": "samenbeter.shared.guard"}))
        assert tick.work()["failed"] == 0
        assert not counters.waits()
        assert dict(counters.look().rows) == {("a", "2026-11-26"): 1}

    def test_what_is_broken_off_before_the_file_is_emptied_counts_once(self, functional_portal, time, monkeypatch):
        counters.count("a")
        time["now"] += timedelta(days=1)
        with monkeypatch.context() as broken:
            broken.setattr(tally, "drop", lambda *_args: 1 / 0)
            with pytest.raises(ZeroDivisionError):
                counters.take_in()
        assert counters.total("a") == 1
        counters.take_in()
        assert counters.total("a") == 1
        assert tally.blocks(counters.look().name) == {}

    def test_after_a_year_days_are_months(self, functional_portal, time):
        counters.count("a")
        time["now"] += timedelta(days=400)
        counters.take_in()
        counters.take_in()
        assert counters.days("a") == {"2026-11": 1}
        assert counters.total("a", since=date(2026, 11, 28)) == 1
        assert counters.total("a", since=date(2026, 12, 1)) == 0
        assert counters.total("a", until=date(2026, 10, 31)) == 0

    @pytest.mark.parametrize("words", [(), ("Dora",), ("dora@example.org",), ("a b",), ("a/b",), ("",), (1,)])
    def test_no_words_of_people(self, functional_portal, words):
        with pytest.raises(ValueError, match="lower case") as raised:
            counters.count(*words)
        assert "ora" not in str(raised.value)

    def test_without_our_add_on_nothing_is_counted(self, functional_portal):
        from zope.annotation.interfaces import IAnnotations

        del IAnnotations(api.portal.get())[counters.KEY]
        assert counters.count("a") is False
        assert counters.series("a") == {}


class TestUninstall:
    """The counters and codes go with the vault."""

    def test_they_go_when_nothing_is_kept(self, functional_portal):
        counters.count("a")
        name = counters.look().name
        for found in audit.existing().slots:
            found.clear()
        stores.remove()
        assert counters.look() is None
        assert tally.blocks(name) == {}

    def test_they_stay_while_a_code_hangs_in_the_street(self, functional_portal):
        entry.make("poster", "x", code="lindehof")
        for found in audit.existing().slots:
            found.clear()
        counters.count("a")
        stores.remove()
        assert counters.total("a") == 1
        assert entry.get("lindehof")
