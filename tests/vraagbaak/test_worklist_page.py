"""The list of a desk: its order, its words, what it leaves out, and what a page of it costs."""

from at_the_queue import ANOUK
from at_the_queue import OTHER
from at_the_queue import Queue
from at_the_queue import SAMIR
from at_the_queue import set_time
from browsing import Web
from datetime import date
from datetime import timedelta
from plone import api
from plone.app.testing import SITE_OWNER_NAME
from plone.uuid.interfaces import IUUID
from samenbeter.shared import vault
from samenbeter.vraagbaak.cases import index
from samenbeter.vraagbaak.cases import store
from samenbeter.vraagbaak.desk import absence
from samenbeter.vraagbaak.desk import triage

import pytest
import transaction


@pytest.fixture
def queue(functional_portal):
    """Two desks, served."""
    queue = Queue(functional_portal)
    transaction.commit()
    return queue


class Rows(Web):
    """An editor at the list."""

    def __init__(self, queue, userid=ANOUK):
        super().__init__(userid)
        self.url = f"{queue.desk.absolute_url()}/@@werktafel"

    def look(self, query=""):
        """Open the list; return {number: text of its row}, in order."""
        transaction.commit()
        assert self.get(self.url + query) == 200
        found = self.main.xpath(".//tbody/tr")
        texts = [" ".join(row.text_content().split()) for row in found]
        return {row.xpath("string(.//*[@class='sb-kind'])"): text for row, text in zip(found, texts, strict=True)}


class TestWords:
    """What a row says."""

    def test_time_left_is_working_time_in_words(self, queue, monkeypatch):
        """Late, hours, days, and nothing that runs."""
        set_time(monkeypatch, 2026, 11, 23, 9, 0)
        case = queue.new()
        waits = queue.new(state="waiting_for_asker")
        editor = Rows(queue)
        found = []
        # eight working hours from Monday nine: due at five
        moments = (
            (23, 9, 0),
            (23, 14, 0),
            (23, 16, 30),
            (23, 17, 0),
            (24, 8, 59),
            (24, 9, 30),
            (24, 11, 0),
            (28, 12, 0),
        )
        for moment in moments:
            set_time(monkeypatch, 2026, 11, *moment)
            found.append(editor.look()[case.number])
        # at night nobody works: no minute went by since
        since = "Te laat sinds maandag 23 november, 17.00"
        words = (
            "17.00",
            "Nog 3 uur",
            "Nog 30 min",
            since,
            since,
            "Te laat: 30 min",
            "Te laat: 2 uur",
            "Te laat: 32 uur",
        )
        for text, word in zip(found, words, strict=True):
            assert word in text
        assert "Geen haast" in editor.look()[waits.number]
        assert editor.main.xpath(".//tbody//span[contains(@class, 'sb-tag--late')]//*[name()='svg']")

    def test_title_theme_owner_and_who_is_on_it(self, queue):
        """By name; before the redaction there is no title."""
        new, known = queue.new(SAMIR), queue.new(ANOUK)
        queue.question(known)
        triage.set_themes(known, ["slapen"], ANOUK)
        known.hold(SAMIR)
        store.save(known)
        rows = Rows(queue).look()
        assert "Nieuwe vraag" in rows[new.number] and "Samir" in rows[new.number]
        assert "Nog kiezen" in rows[new.number]
        for word in ("Hulp bij traplift", "Slapen", "Anouk", "(nu: Samir)"):
            assert word in rows[known.number]

    def test_how_many_contributions_are_in(self, queue):
        """From the case itself; who was asked and declined does not count."""
        case = queue.new(state="answering", partners=["c"])
        for what, partner in (("consulted", "a"), ("contributed", "a"), ("declined", "b"), ("consulted", "c")):
            case.note_event(what, ANOUK, partner)
        store.save(case)
        assert "1 van 2 bijdragen binnen" in Rows(queue).look()[case.number]

    def test_no_yes_for_too_long_is_said_and_ready_too(self, queue, monkeypatch):
        """What is on the site is not ready any more."""
        set_time(monkeypatch, 2026, 11, 23, 9, 0)
        late, ready = queue.new(), queue.new()
        for case in (late, ready):
            queue.answer(case)
            case.approval = {"asked": "2026-11-03T09:00:00+00:00", "hash": "x", "decided": "", "answer": ""}
        ready.approval["answer"] = "yes"
        store.save(late)
        store.save(ready)
        editor = Rows(queue)
        rows = editor.look("?list=answered")
        assert "Geen ja gekregen sinds dinsdag 3 november" in rows[late.number]
        assert "Klaar om te plaatsen" in rows[ready.number]
        assert list(editor.look("?list=ready")) == [ready.number]
        ready.note_event("published", ANOUK)
        store.save(ready)
        assert editor.look("?list=ready") == {}
        assert "Klaar om te plaatsen" not in editor.look("?list=answered")[ready.number]
        ready.note_event("withdrawn", ANOUK)
        store.save(ready)
        assert list(editor.look("?list=ready")) == [ready.number]


class TestLists:
    """What stands in which list."""

    def test_counts_and_lists_agree(self, queue, monkeypatch):
        """Of this desk only, in the order of time."""
        set_time(monkeypatch, 2026, 11, 20, 9, 0)
        late = queue.new(SAMIR)
        set_time(monkeypatch, 2026, 11, 24, 9, 0)
        normal, urgent, rejected, answered = queue.new(ANOUK), queue.new(ANOUK), queue.new(ANOUK), queue.new(ANOUK)
        queue.new(OTHER, queue.other)
        triage.set_urgency(urgent, "urgent", ANOUK)
        triage.reject(rejected, "spam", ANOUK)
        for case in (urgent, rejected):
            store.save(case)
        queue.answer(answered)
        waits = queue.new(ANOUK, state="waiting_for_asker")
        editor = Rows(queue)
        expected = {
            "open": [urgent, late, normal, waits],
            "mine": [urgent, normal, waits],
            "late": [late],
            "waiting": [waits],
            "answered": [answered],
            "rejected": [rejected],
            "closed": [],
        }
        for name, cases in expected.items():
            assert list(editor.look(f"?list={name}")) == [case.number for case in cases]
            current = editor.main.xpath("string(.//nav[1]//a[@aria-current])")
            assert f"({len(cases)})" in current
        assert editor.look("?list=onzin").keys() == editor.look().keys()

    def test_one_theme_and_one_partner(self, queue):
        """Both together; only where the index knows them."""
        one = IUUID(queue.one)
        both, theme = queue.new(themes=["slapen"], partners=[one]), queue.new(themes=["slapen"])
        queue.new()
        editor = Rows(queue)
        assert set(editor.look("?theme=slapen")) == {both.number, theme.number}
        assert list(editor.look(f"?theme=slapen&partner={one}")) == [both.number]
        assert len(editor.look("?theme=%3Cscript%3E&partner=x")) == 3
        queue.answer(theme)
        # a list of what is over cannot be narrowed, and does not pretend
        assert list(editor.look("?list=answered&theme=geld")) == [theme.number]
        assert not editor.main.xpath(".//select[@id='theme']")

    @pytest.mark.parametrize("page", ["-1", "x", "999999", "1e9", "\u0664", "9" * 30])
    def test_a_page_that_is_not_there_is_empty_or_the_first(self, queue, page):
        """And never an error."""
        queue.new()
        assert len(Rows(queue).look(f"?page={page}")) in (0, 1)


class TestNotShown:
    """What a list leaves out."""

    def test_a_hidden_case_says_only_its_number(self, queue):
        """And nothing can be done with it."""
        case = queue.new(themes=["rouw"])
        queue.question(case, "Een geheime titel")
        queue.new()
        vault.get().freeze(case.id, True)
        editor = Rows(queue)
        text = editor.look()[case.number]
        assert "Verborgen" in text
        for word in ("geheime", "Rouw", "Anouk", "Nog"):
            assert word not in text
        assert not editor.main.xpath(f".//tbody//input[@value='{case.number}']")
        editor.send("do=reject", case=case.number, reason="spam")
        assert "Niet gelukt" in editor.text
        transaction.begin()
        assert store.load(case.id).state == "redacted"

    def test_a_damaged_case_breaks_nothing(self, queue):
        """It is said that there is one."""
        damaged, good = queue.new(), queue.new()
        vault.get().record(damaged.id).payload.sealed = b"x"
        rows = Rows(queue).look()
        assert good.number in rows
        assert "niet lezen" in rows[""]

    def test_a_row_without_a_case_breaks_nothing(self, queue):
        """Its record went meanwhile."""
        case = queue.new()
        queue.new()
        vault.get().erase(case.id)
        assert len(Rows(queue).look()) == 2


class TestCost:
    """A page costs the same, however much waits."""

    def test_thirty_and_six_hundred(self, queue, monkeypatch):
        """The same records are opened, and as many rows of the index are looked at."""
        opened, looked = [], []
        real_open, real_has = vault.Vault.open, index.Shard.has

        def count_open(box, record):
            opened.append(record.kind)
            return real_open(box, record)

        def count_has(shard, case_id, words):
            looked.append(case_id)
            return real_has(shard, case_id, words)

        with api.env.adopt_user(username=SITE_OWNER_NAME):
            for _number in range(30):
                queue.new(themes=["slapen"])
        editor, found = Rows(queue), []
        editor.look()
        monkeypatch.setattr(vault.Vault, "open", count_open)
        monkeypatch.setattr(index.Shard, "has", count_has)
        for more in (0, 570):
            for _number in range(more):
                queue.new(themes=["slapen"])
            transaction.commit()
            for query in ("", "?list=mine", "?theme=slapen", "?list=closed"):
                opened.clear()
                looked.clear()
                editor.look(query)
                found.append((query, sorted(opened), len(looked)))
        few, many = found[:4], found[4:]
        assert few == many
        assert [kinds.count("case") for _query, kinds, _looked in few] == [25, 25, 25, 0]
        assert not any({"words", "contact"}.intersection(kinds) for _query, kinds, _looked in few)


class TestBeside:
    """Who has room."""

    def test_who_is_away_until_when(self, queue):
        """Editors and experts; for editors only."""
        today = date.today()
        absence.add(SAMIR, today, today + timedelta(days=2))
        queue.new(ANOUK, partners=[IUUID(queue.one)])
        editor = Rows(queue)
        editor.look()
        room = " ".join(editor.main.xpath("string(.//section[@aria-labelledby='sb-room'])").split())
        assert "De LindeOpen vragen: 1" in room.replace("De Linde ", "De Linde")
        assert "Is er niet tot en met" in room
        assert room.index("Samir") < room.index("Is er niet tot en met")
