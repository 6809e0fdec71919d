"""Entry codes: which can be made, what is carried along, and that no database transaction ties one to a person."""

from datetime import date
from datetime import timedelta
from entering import make
from hypothesis import given
from hypothesis import settings
from hypothesis import strategies as st
from plone import api
from samenbeter.shared import charts
from samenbeter.shared import clock
from samenbeter.shared import counters
from samenbeter.shared import csv_text
from samenbeter.shared import entry
from samenbeter.shared import tally
from samenbeter.shared import vault
from samenbeter.shared.transactions import committed
from types import SimpleNamespace
from ZODB.serialize import referencesf
from ZODB.utils import load_current

import csv
import io
import pytest
import re
import transaction


def oids_below(*objects):
    """Return the ids of objects, and of all that hangs below them."""
    found, todo = set(), [obj._p_oid for obj in objects]
    storage = objects[0]._p_jar.db().storage
    while todo:
        oid = todo.pop()
        if oid not in found:
            found.add(oid)
            todo += referencesf(load_current(storage, oid)[0])
    return found


def written(database, after):
    """Yield (id, ids of the objects) of each transaction that was written after one."""
    for record in database.storage.changes.iterator():
        if record.tid > after:
            yield record.tid, {one.oid for one in record}


ELSEWHERE = (
    "https://evil.example",
    "//evil.example",
    "/\\evil.example",
    "\\\\evil.example",
    "javascript:alert(1)",
    "/x\r\nLocation: https://evil.example",
    "/../../etc/passwd",
    "https:evil.example",
    "/er is/ruimte",
)


def asked(**form):
    """Return a request with a form."""
    return SimpleNamespace(form=form)


class TestText:
    @given(st.text(max_size=60))
    @settings(max_examples=300, deadline=None)
    def test_what_is_no_code_is_nothing(self, text):
        found = entry.tidy(text)
        assert found == "" or re.fullmatch(r"[a-z0-9][a-z0-9-]{1,38}[a-z0-9]", found)
        assert entry.tidy(found) == found
        # a code is also a word of the counters' keys
        assert found == "" or counters.WORD.fullmatch(found)

    @given(st.from_regex(entry.CODE, fullmatch=True))
    @settings(max_examples=100, deadline=None)
    def test_capitals_and_spaces_around_it_do_not_matter(self, code):
        assert entry.tidy(f" {code.upper()} ") == code

    @pytest.mark.parametrize("value", [None, 3, [], {}, b"abc", ("abc",)])
    def test_what_is_no_text_is_no_code(self, value):
        assert entry.tidy(value) == ""


class TestMaking:
    @pytest.fixture(autouse=True)
    def site(self, portal, integration):
        return portal

    def test_a_random_one_has_no_letters_that_look_alike(self):
        for _time in range(20):
            assert re.fullmatch(r"[a-hj-km-np-z2-9]{6}", entry.make("poster", "x").code)

    def test_it_keeps_what_it_is_for_and_since_which_day(self):
        one = entry.make("story", " Verhaal   van de week ", "", "verhaal-1")
        assert (one.kind, one.title, one.path) == ("story", "Verhaal van de week", "")
        assert isinstance(one.created, date)
        assert vars(one).keys() == {"code", "kind", "title", "path", "created"}

    @pytest.mark.parametrize("target", ELSEWHERE)
    @pytest.mark.abuse("A18")
    def test_it_leads_to_no_other_site(self, target):
        with pytest.raises(entry.Refused) as refused:
            entry.make("poster", "x", target)
        assert refused.value.field == "target"

    def test_a_whole_address_of_a_page_here_is_understood(self, site):
        assert entry.path_of(f"{site.absolute_url()}/@@gegevens-zonder-account?x=1#y") == "@@gegevens-zonder-account"
        assert entry.path_of(site.absolute_url()) == ""
        assert entry.path_of("/") == ""

    def test_of_a_page_that_is_not_there_it_says_so(self):
        with pytest.raises(entry.Refused) as refused:
            entry.make("poster", "x", "/er-is-niets")
        assert refused.value.message == "entry_target_missing"

    @pytest.mark.parametrize(
        ("field", "values"),
        [
            ("kind", ("spandoek", "x")),
            ("title", ("poster", " ")),
            ("title", ("poster", "x" * 101)),
            ("code", ("poster", "x", "", "a b")),
            ("code", ("poster", "x", "", "-a-")),
            ("code", ("poster", "x", "", "overig")),
            ("code", ("poster", "x", "", "x" * 41)),
        ],
    )
    def test_the_field_that_is_wrong_is_named(self, field, values):
        with pytest.raises(entry.Refused) as refused:
            entry.make(*values)
        assert refused.value.field == field

    def test_no_code_twice(self):
        entry.make("poster", "x", code="lindehof")
        entry.end("lindehof")
        with pytest.raises(entry.Refused):
            entry.make("poster", "x", code="Lindehof")

    def test_ending_is_done_once(self):
        entry.make("poster", "x", code="lindehof")
        assert entry.end("lindehof")
        assert not entry.end("lindehof")
        assert not entry.end("geen-code")


class TestCarrying:
    @pytest.fixture(autouse=True)
    def site(self, portal, integration):
        tally.place().unlink(missing_ok=True)
        entry.make("poster", "x", code="lindehof")

    @pytest.mark.parametrize(
        ("form", "code"),
        [
            ({}, ""),
            ({"van": ""}, ""),
            ({"van": "lindehof"}, "lindehof"),
            ({"van": " LINDEHOF"}, "lindehof"),
            ({"van": ["lindehof", "x"]}, "lindehof"),
            ({"van": []}, ""),
            ({"van": "dora"}, "overig"),
            ({"van": "<script>"}, "overig"),
        ],
    )
    def test_only_a_code_that_holds_is_carried(self, form, code):
        assert entry.carried(asked(**form)) == code

    def test_a_link_gets_it(self):
        assert entry.with_code("/x", asked(van="lindehof")) == "/x?van=lindehof"
        assert entry.with_code("/x?a=1", asked(van="lindehof")) == "/x?a=1&van=lindehof"
        assert entry.with_code("/x", asked()) == "/x"

    def test_of_a_query_only_a_code_that_is_none_is_changed(self):
        assert entry.tidied("b_start=10&x=a%20b") == "b_start=10&x=a%20b"
        assert entry.tidied("van=lindehof&x=1") == "van=lindehof&x=1"
        assert entry.tidied("x=1&van=dora&van=") == "x=1&van=overig&van="

    def test_a_step_is_counted_by_code_or_without(self):
        entry.count(entry.MEMBER, "lindehof")
        entry.count(entry.MEMBER, "iets")
        entry.count(entry.MEMBER, "")
        counted = {code: steps["member"]["people"] for code, steps in entry.funnel().items()}
        assert counted == {"lindehof": 1, entry.OTHER: 1, entry.NONE: 1}
        with pytest.raises(ValueError, match="step"):
            entry.count("walked", "lindehof")

    @pytest.mark.parametrize("step", [entry.SENT, entry.MEMBER, entry.HOME])
    def test_who_read_a_mail_is_a_person_whatever_the_browser_says(self, step):
        request = api.portal.get().REQUEST.clone()
        request.environ["HTTP_USER_AGENT"] = "curl/8.5.0"
        entry.count(step, "", request)
        counted = entry.funnel()[entry.NONE][step]
        assert counted == ({"people": 0, "bots": 1} if step == entry.SENT else {"people": 1, "bots": 0})

    def test_weeks_begin_on_monday(self):
        assert counters.week_of("2026-11-26") == date(2026, 11, 23)
        assert counters.week_of("2026-11-23") == date(2026, 11, 23)
        assert counters.week_of("2026-11") == date(2026, 11, 1)


class TestNothingTiesACodeToAPerson:
    """What was counted is in no transaction of the database on the day itself, and later in one of its own."""

    def sign_up(self, name):
        """Do what a sign-up does: steps are counted before, in and after the transaction that keeps somebody."""
        entry.count(entry.ARRIVED, "lindehof")

        def act():
            entry.count(entry.SENT, "lindehof")
            mail = f"mail:{name}@example.org"
            vault.get().add("test", "note", name, purpose="samenbeter.rights", subject=mail)
            entry.count(entry.MEMBER, "lindehof")

        committed(act)
        entry.count(entry.HOME, "lindehof")

    def test_no_transaction_touches_both(self, functional_portal, monkeypatch):
        database = functional_portal._p_jar.db()
        make("lindehof")
        began = database.lastTransaction()
        for name in ("dora", "yara", "bilal"):
            self.sign_up(name)
        people = database.lastTransaction()
        # a day later the sums of the whole day come in together
        real = clock.now
        monkeypatch.setattr(clock, "now", lambda: real() + timedelta(days=1))
        counters.take_in()
        transaction.begin()
        assert {n for _key, n in counters.look().rows.items()} == {3}

        of_counters, of_people = oids_below(counters.look(), entry.store()), oids_below(*vault.get().shards)
        touched = [(tid, oids) for tid, oids in written(database, began)]
        assert len([tid for tid, oids in touched if oids & of_people]) >= 3
        assert [tid for tid, oids in touched if oids & of_people and oids & of_counters] == []
        assert [tid for tid, oids in touched if oids & of_counters and tid <= people] == []
        assert len([tid for tid, oids in touched if oids & of_counters]) == 1

    def test_no_field_of_what_is_kept_of_a_code_is_of_a_person_or_a_moment(self, functional_portal):
        make("lindehof")
        entry.count(entry.MEMBER, "lindehof")
        assert set(vars(entry.get("lindehof"))) - {"ended"} == {"code", "kind", "title", "path", "created"}
        assert not re.search(rb"\d\d:\d\d", tally.place().read_bytes())


class TestTheTable:
    @given(st.text(max_size=20))
    @settings(max_examples=200, deadline=None)
    def test_no_cell_is_a_formula(self, text):
        value = csv_text.safe(text)
        assert not value.startswith(("=", "+", "-", "@", "\t", "\r"))
        assert value.removeprefix("'") == text.removeprefix("'")

    def test_rows_come_back_as_they_were(self):
        rows = [["code", "n"], ["a;b,c", 3], ["=1+1", -2]]
        found = list(csv.reader(io.StringIO(csv_text.table(rows))))
        assert found == [["code", "n"], ["a;b,c", "3"], ["'=1+1", "-2"]]


class TestTheChart:
    def test_words_and_numbers_stand_in_it_and_no_markup_of_others(self):
        drawn = charts.bars([("Week <b>", 3), ("Week 2", 0)], 'Zo "veel"')
        assert "Week &lt;b&gt;" in drawn and ">3<" in drawn and ">0<" in drawn
        assert 'aria-label="Zo &quot;veel&quot;"' in drawn
        assert "style=" not in drawn and "<script" not in drawn
        assert drawn.count("<rect") == 1

    def test_without_rows_there_is_none(self):
        assert charts.bars([], "x") == ""
