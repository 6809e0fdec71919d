"""Triage: whose a case is, what it is about, whether there is haste, and when it is over."""

from at_the_queue import ANOUK
from at_the_queue import CHIEF
from at_the_queue import MONDAY
from at_the_queue import OTHER
from at_the_queue import Queue
from at_the_queue import SAMIR
from at_the_queue import set_time
from datetime import date
from plone import api
from plone.app.testing import SITE_OWNER_NAME
from samenbeter.shared import audit
from samenbeter.vraagbaak.cases import index
from samenbeter.vraagbaak.cases import states
from samenbeter.vraagbaak.cases import store
from samenbeter.vraagbaak.desk import absence
from samenbeter.vraagbaak.desk import triage

import pytest


@pytest.fixture
def queue(portal, monkeypatch):
    """Two desks, on a Monday at nine."""
    set_time(monkeypatch, *MONDAY)
    return Queue(portal)


@pytest.fixture
def post(monkeypatch):
    """What was mailed, [(to whom, what)]."""
    from samenbeter.vraagbaak.letters import letters

    found = []
    monkeypatch.setattr(letters, "to_editor", lambda userid, what, case: found.append((userid, what)))
    monkeypatch.setattr(letters, "to_asker", lambda case, what: found.append(("asker", what)))
    return found


class TestOwner:
    """No case is ever of nobody."""

    def test_who_has_the_fewest_open_cases_gets_the_next(self, queue):
        """Counted in the index; a closed case is no work."""
        assert triage.choose_owner(queue.desk) == ANOUK
        queue.new(ANOUK)
        assert triage.choose_owner(queue.desk) == SAMIR
        queue.new(SAMIR)
        queue.new(SAMIR)
        assert triage.choose_owner(queue.desk) == ANOUK

    def test_who_is_away_gets_none(self, queue):
        """Then the chief, then anybody: also when all are away."""
        day = date(2026, 11, 23)
        absence.add(ANOUK, day, day)
        assert triage.choose_owner(queue.desk) == SAMIR
        absence.add(SAMIR, day, day)
        assert triage.choose_owner(queue.desk) == CHIEF
        absence.add(CHIEF, day, day)
        assert triage.choose_owner(queue.desk) == ANOUK

    def test_a_desk_without_editors_falls_back_on_those_of_all_desks(self, queue):
        """And says so only when there is nobody at all."""
        queue.desk.editors_group, queue.desk.chief_group = "hoofd-van-niets", None
        assert triage.choose_owner(queue.desk) == ""
        with api.env.adopt_user(username=SITE_OWNER_NAME):
            api.group.add_user(groupname="Vraagbaak Editor", username=OTHER)
        assert triage.choose_owner(queue.desk) == OTHER

    def test_only_who_works_at_the_desk_can_own_its_case(self, queue, post):
        """An editor of another desk, a resident and nobody cannot."""
        case = queue.new(ANOUK)
        for userid in (OTHER, "bestaat-niet", ""):
            with pytest.raises(triage.Refused) as refused:
                triage.assign(case, userid, ANOUK)
            assert refused.value.field == "owner"
        assert triage.assign(case, SAMIR, ANOUK)
        assert not triage.assign(case, SAMIR, ANOUK)
        store.save(case)
        assert case.owner == SAMIR
        assert post == [(SAMIR, "assigned")]
        assert index.get().size(index.word("owner", SAMIR)) == 1
        assert index.get().size(index.word("owner", ANOUK)) == 0

    def test_who_takes_a_case_gets_no_mail_about_it(self, queue, post):
        """They know."""
        triage.assign(queue.new(ANOUK), SAMIR, SAMIR)
        assert post == []


class TestAbout:
    """Theme and haste."""

    def test_only_themes_of_the_desk(self, queue):
        """A desk without themes has them all."""
        case = queue.new()
        triage.set_themes(case, ["slapen", "geld", "slapen"], ANOUK)
        assert case.themes == ["slapen", "geld"]
        queue.desk.themes = ["slapen"]
        assert [token for token, _title in triage.themes_of(queue.desk)] == ["slapen"]
        # what it had may stay
        triage.set_themes(case, ["geld"], ANOUK)
        for wrong in (["bewegen"], ["bestaat-niet"], ["<b>"]):
            with pytest.raises(triage.Refused):
                triage.set_themes(case, wrong, ANOUK)
        assert case.themes == ["geld"]

    def test_the_question_follows_without_a_moment_that_ties_it(self, queue):
        """Its date of change stays; what is on the site is not touched."""
        case = queue.new()
        question = queue.question(case)
        changed = question.modification_date
        triage.set_themes(case, ["slapen"], ANOUK)
        assert question.themes == ["slapen"]
        assert question.modification_date == changed
        assert api.content.find(UID=case.question, unrestricted=True)[0].sb_themes == ["slapen"]

    def test_haste_comes_first(self, queue):
        """Before what is due earlier."""
        first, second = queue.new(), queue.new()
        triage.set_urgency(second, "urgent", ANOUK)
        store.save(second)
        word = index.word("desk", second.desk, "open")
        assert index.get().ids([word]) == [second.id, first.id]
        with pytest.raises(triage.Refused):
            triage.set_urgency(second, "heel erg", ANOUK)


class TestOver:
    """Rejected, taken back, closed, reopened."""

    def test_reject_needs_a_reason_of_the_list(self, queue, post):
        """And nobody who is still asked."""
        case = queue.new()
        with pytest.raises(triage.Refused):
            triage.reject(case, "zomaar", ANOUK)
        case.partners = ["een-partner"]
        with pytest.raises(triage.Refused):
            triage.reject(case, "spam", ANOUK)
        case.partners = []
        triage.reject(case, "spam", ANOUK)
        assert (case.state, case.reject_reason) == (states.REJECTED, "spam")
        assert case.due is None
        assert case.clock["job"] == ""
        assert post == [("asker", "closed")]

    def test_a_rejected_case_taken_back_goes_on_where_it_stood(self, queue, monkeypatch, post):
        """The time in between does not count."""
        case = queue.new()
        set_time(monkeypatch, 2026, 11, 23, 11, 0)
        triage.reject(case, "spam", ANOUK)
        set_time(monkeypatch, 2026, 11, 24, 11, 0)
        triage.take_back(case, ANOUK)
        assert case.state == states.RECEIVED
        assert case.reject_reason == ""
        assert case.due.hour == 16  # UTC: six of eight hours are left, from eleven: five today
        assert case.clock["job"]

    def test_steps_that_are_not_there_are_refused_and_change_nothing(self, queue):
        """Also what could be undone stays as it was."""
        case = queue.new()
        before = case.data()
        for act in (triage.close, triage.take_back, triage.reopen):
            with pytest.raises(states.WrongStep):
                act(case, ANOUK)
        assert case.data() == before
        triage.reject(case, "spam", ANOUK)
        for act, value in ((triage.assign, SAMIR), (triage.set_themes, ["geld"]), (triage.set_urgency, "urgent")):
            with pytest.raises(states.WrongStep):
                act(case, value, ANOUK)

    def test_closed_and_reopened_has_a_new_promise_and_an_owner_who_is_there(self, queue, monkeypatch, post):
        """Whoever asked cannot be left with who is away."""
        case = queue.new(ANOUK)
        queue.answer(case)
        triage.close(case, ANOUK)
        assert case.state == states.CLOSED
        absence.add(ANOUK, date(2026, 11, 23), date(2026, 12, 1))
        set_time(monkeypatch, 2026, 11, 25, 9, 0)
        triage.reopen(case, "asker")
        assert case.state == states.ANSWERING
        assert case.answered == ""
        assert case.owner == SAMIR
        assert case.due.date() == date(2026, 11, 25)
        assert post == [("asker", "closed"), (SAMIR, "assigned")]

    def test_each_act_is_in_the_audit_log_without_words(self, queue, post):
        """Who, what, which record."""
        case = queue.new()
        triage.set_themes(case, ["rouw"], ANOUK)
        triage.reject(case, "spam", ANOUK)
        entries = list(audit.store().search(subject=case.subject))[:2] if hasattr(audit.store(), "search") else []
        assert "rouw" not in repr(entries)
        assert [event["what"] for event in case.timeline] == ["received", "themed", "rejected"]
