"""Several cases at once: each by itself, only by who works there, and taken back only as far as it was one's own."""

from at_the_queue import ANOUK
from at_the_queue import Queue
from at_the_queue import SAMIR
from browsing import Web
from plone.uuid.interfaces import IUUID
from samenbeter.shared import vault
from samenbeter.vraagbaak.cases import store
from samenbeter.vraagbaak.desk import triage
from ZODB.POSException import ConflictError

import pytest
import transaction


class Table(Web):
    """An editor at the list."""

    def __init__(self, queue, userid=ANOUK):
        super().__init__(userid)
        self.url = f"{queue.desk.absolute_url()}/@@werktafel"

    def tick(self, do, *cases, **fields):
        """Open the list, tick cases and press a button; return what the page says of it."""
        transaction.commit()
        form = {"_authenticator": self.token(self.url), "case": [case.number for case in cases], **fields}
        assert self.post(self.url, do=do, **form) == 200
        return self.said

    def undo(self):
        """Press the button in the message; return what the page says of it."""
        form = self.main.xpath(".//form[.//button[@value='undo']]")[0]
        numbers = form.xpath(".//input[@name='case']/@value")
        token = form.xpath(".//input[@name='_authenticator']/@value")[0]
        assert self.post(self.url, do="undo", case=numbers, _authenticator=token) == 200
        return self.said

    @property
    def said(self):
        """Return the message about what was done."""
        found = self.main.xpath(".//*[@role='status']")
        return " ".join(found[0].text_content().split()) if found else ""

    @property
    def can_undo(self):
        """Return the numbers that the button in the message takes back."""
        return self.main.xpath(".//form[.//button[@value='undo']]//input[@name='case']/@value")


@pytest.fixture
def queue(functional_portal):
    """Two desks, served."""
    return Queue(functional_portal)


def kept(case):
    """Return a case as it is in the database."""
    transaction.begin()
    return store.load(case.id)


def colleague(case, act, *args):
    """Let somebody else do something meanwhile."""
    case = kept(case)
    act(case, *args)
    store.save(case)
    transaction.commit()


class TestUndo:
    """The button "Maak ongedaan"."""

    def test_what_was_done_is_taken_back(self, queue):
        """Of each case that changed."""
        cases = [queue.new(SAMIR), queue.new(SAMIR)]
        table = Table(queue)
        table.tick("take", *cases)
        assert [kept(case).owner for case in cases] == [ANOUK, ANOUK]
        assert table.can_undo == [case.number for case in cases]
        table.undo()
        assert [kept(case).owner for case in cases] == [SAMIR, SAMIR]
        assert table.can_undo == []

    def test_what_was_so_already_is_not_taken_back(self, queue):
        """Else an older act would be: the case was not changed by this button."""
        old, new = queue.new(SAMIR), queue.new(ANOUK)
        table = Table(queue)
        table.tick("take", old)
        said = table.tick("take", old, new)
        assert said.count("Dit is al gedaan") == 2
        assert table.can_undo == []
        assert kept(old).owner == ANOUK

    def test_the_act_of_a_colleague_is_not_taken_back(self, queue):
        """Who did something after it did that for a reason."""
        case = queue.new()
        table = Table(queue)
        table.tick("urgent", case)
        colleague(case, triage.set_themes, ["slapen"], SAMIR)
        said = table.undo()
        assert "Niet gelukt" in said and case.number in said
        assert (kept(case).themes, kept(case).urgency) == (["slapen"], "urgent")

    def test_an_own_act_on_the_page_of_the_case_is_not_taken_back_by_the_list(self, queue):
        """The message was about something else."""
        case = queue.new()
        table = Table(queue)
        table.tick("urgent", case)
        colleague(case, triage.assign, SAMIR, ANOUK)
        colleague(case, lambda case: case.can_undo("note_removed", ANOUK, "notes"))
        assert "Niet gelukt" in table.undo()
        assert kept(case).undo["what"] == "note_removed"


class TestEach:
    """Each case is by itself."""

    def test_one_that_cannot_keeps_no_other(self, queue):
        """Each says why: of another desk, not there, hidden, damaged, or not in that state."""
        good, answered, hidden, damaged = queue.new(), queue.new(), queue.new(), queue.new()
        other = queue.new(desk=queue.other)
        queue.answer(answered)
        vault.get().freeze(hidden.id, True)
        vault.get().record(damaged.id).payload.sealed = b"x"
        said = Table(queue).tick("urgent", damaged, hidden, answered, other, good)
        assert f"Gedaan: {good.number}" in said
        assert said.count("Niet gelukt") == 4
        assert kept(good).urgency == "urgent"
        assert [kept(case).urgency for case in (answered, hidden, other)] == ["normal"] * 3

    def test_what_others_write_all_the_time_keeps_no_other(self, queue, monkeypatch):
        """It is said of that one, and the rest is done."""
        busy, good = queue.new(), queue.new()
        real = triage.set_urgency

        def act(case, *args):
            if case.id == busy.id:
                raise ConflictError
            return real(case, *args)

        monkeypatch.setattr(triage, "set_urgency", act)
        monkeypatch.setattr("samenbeter.shared.transactions.time.sleep", lambda _seconds: None)
        said = Table(queue).tick("urgent", busy, good)
        assert f"Gedaan: {good.number}" in said and "Niet gelukt" in said
        assert kept(good).urgency == "urgent"

    def test_the_same_number_twice_is_one(self, queue):
        """It worked, and is not said to have failed too."""
        case = queue.new()
        said = Table(queue).tick("urgent", case, case)
        assert said.count(case.number) == 1
        assert "Niet gelukt" not in said

    def test_nothing_ticked_is_an_error_that_says_so(self, queue):
        """With a link to where one ticks."""
        queue.new()
        table = Table(queue)
        table.tick("take")
        assert table.wrong == ["case-all"]

    def test_without_a_reason_nothing_is_rejected(self, queue):
        """The error stands at the list of reasons, once."""
        cases = [queue.new(), queue.new()]
        table = Table(queue)
        for reason in ("", "zomaar"):
            table.tick("reject", *cases, reason=reason)
            assert table.wrong == ["reason"]
        assert [kept(case).state for case in cases] == ["received", "received"]


class TestWhere:
    """An editor stays where they were."""

    def test_the_filters_stay_after_an_act_and_after_taking_it_back(self, queue):
        """List, theme, partner and page; each form goes to the same address."""
        one = IUUID(queue.one)
        for _number in range(26):
            queue.new(SAMIR, themes=["slapen"], partners=[one])
        queue.new(SAMIR)
        transaction.commit()
        table = Table(queue)
        query = f"?list=open&theme=slapen&partner={one}&page=1"
        plain, table.url = table.url, table.url + query
        table.get(table.url)
        (last,) = shown(table)[2]
        case = store.by_number(queue.desk, last)
        table.tick("take", case)
        assert shown(table) == ("slapen", one, [last])
        assert table.main.xpath(".//form[@method='post']/@action") == [plain + query] * 2
        table.url = table.main.xpath(".//form[.//button[@value='undo']]/@action")[0]
        assert kept(case).owner == ANOUK
        table.undo()
        assert shown(table) == ("slapen", one, [last])
        assert kept(case).owner == SAMIR

    def test_a_filter_that_is_none_does_not_stay(self, queue):
        """What somebody wrote into the address is not written into the page."""
        queue.new()
        table = Table(queue)
        transaction.commit()
        table.get(f"{table.url}?list=onzin&theme=onzin&partner=onzin&page=-1")
        assert set(table.main.xpath(".//form[@method='post']/@action")) == {f"{table.url}?list=open"}

    def test_the_message_is_no_form(self, queue):
        """A screen reader would not say that there is one."""
        table = Table(queue)
        table.tick("urgent", queue.new())
        assert table.main.xpath(".//*[@role='status']") and not table.main.xpath(".//form[@role]")


class TestTheme:
    """A theme for several cases."""

    def test_it_comes_beside_the_others(self, queue):
        """And goes away alone; the label says so."""
        bare, known, has = queue.new(), queue.new(themes=["geld"]), queue.new(themes=["slapen", "geld"])
        table = Table(queue)
        said = table.tick("theme", bare, known, has, new_theme="slapen")
        assert [kept(case).themes for case in (bare, known, has)] == [
            ["slapen"],
            ["geld", "slapen"],
            ["slapen", "geld"],
        ]
        assert said.count("Dit is al gedaan") == 1
        assert "Onderwerp erbij" in table.text
        table.undo()
        assert [kept(case).themes for case in (bare, known)] == [[], ["geld"]]

    def test_one_that_the_desk_has_not_is_refused(self, queue):
        """Nor an empty one."""
        case = queue.new(themes=["geld"])
        for theme in ("onzin", ""):
            assert "Niet gelukt" in Table(queue).tick("theme", case, new_theme=theme)
        assert kept(case).themes == ["geld"]


def shown(table):
    """Return what is chosen in the list: theme, partner and the numbers of the cases."""
    chosen = [
        table.main.xpath(f"string(.//select[@id='{name}']/option[@selected]/@value)") for name in ("theme", "partner")
    ]
    return (*chosen, table.main.xpath(".//tbody//input[@name='case']/@value"))


class TestForm:
    """How it comes in."""

    @pytest.mark.abuse("A33")
    def test_only_a_post_with_a_token_does_something(self, queue):
        """Not a link, and not a form from elsewhere."""
        case = queue.new(SAMIR)
        transaction.commit()
        table = Table(queue)
        assert table.post(table.url, do="take", case=case.number) == 403
        assert table.get(f"{table.url}?do=take&case={case.number}") == 200
        assert kept(case).owner == SAMIR

    def test_a_button_that_is_none_does_nothing(self, queue):
        """Not that of another page either."""
        case = queue.new()
        transaction.commit()
        before = kept(case).data()
        assert Table(queue).tick("erase", case) == ""
        assert kept(case).data() == before
