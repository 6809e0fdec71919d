"""A question that is late: each rung happens once, whoever is there, however often the platform looks."""

from at_the_clock import ask
from at_the_clock import change
from at_the_clock import DAY
from at_the_clock import done_by_clock
from at_the_clock import GROUP
from at_the_clock import HOUR
from at_the_clock import mails
from at_the_clock import member
from at_the_clock import MONDAY
from at_the_clock import now_as
from at_the_clock import Time
from at_the_clock import told
from at_the_clock import work
from at_the_desk import make
from plone import api
from plone.app.testing import SITE_OWNER_NAME
from samenbeter.shared import audit
from samenbeter.shared import jobs
from samenbeter.shared import vault
from samenbeter.shared.transactions import committed
from samenbeter.vraagbaak.cases import promise
from samenbeter.vraagbaak.cases import store
from samenbeter.vraagbaak.desk import absence
from samenbeter.vraagbaak.desk import triage
from samenbeter.vraagbaak.letters import escalating

import pytest
import transaction


RUNGS = ["reminded", "backed_up", "chief"]
# of a promise of four hours that was made on Monday at nine
REMIND, DUE, CHIEF = MONDAY + 3 * HOUR, MONDAY + 4 * HOUR, MONDAY + 5 * HOUR


@pytest.fixture
def time(monkeypatch):
    """The time: Monday morning."""
    return Time(monkeypatch)


@pytest.fixture
def desk(functional_portal, time):
    """A desk that promises four hours, without people yet."""
    found = make(functional_portal, "Vraagbaak", "open", title="Vraagbaak", promise_hours="ma-vr 9.00-17.00")
    found.promise_working_hours = 4
    transaction.commit()
    return found


@pytest.fixture
def people(desk):
    """Two editors."""
    member("els", GROUP)
    member("omar", GROUP)
    transaction.commit()


@pytest.fixture
def case(desk, people):
    """A question of els."""
    return ask(desk, owner="els")


class TestOnce:
    """Each rung happens exactly once, at its moment."""

    def test_at_three_quarters_at_the_end_and_after_it(self, case, time):
        """A minute before nothing; at the moment itself, one of each; then nothing more, for months."""
        minute = HOUR / 60
        found = []
        for moment in (REMIND, DUE, CHIEF):
            time.go(moment - minute)
            found.append(done_by_clock(case))
            time.go(moment)
            time.go(moment + minute)
            found.append(done_by_clock(case))
        time.go(MONDAY + 90 * DAY)
        found.append(done_by_clock(case))
        assert found == [[], RUNGS[:1], RUNGS[:1], RUNGS[:2], RUNGS[:2], RUNGS, RUNGS]

    def test_who_is_told(self, case, time):
        """The owner; the other editor, whose it is from then on; all editors, for there is no chief."""
        owners = []
        for moment in (REMIND, DUE, CHIEF):
            time.go(moment)
            owners.append(now_as(case).owner)
        assert owners == ["els", "omar", "omar"]
        assert told() == {
            "els": [
                "Driekwart van de tijd voor deze vraag is om:",
                "Deze vraag ligt te lang. De hoofdredactie kijkt nu wat er moet gebeuren:",
            ],
            "omar": [
                "De tijd voor deze vraag is om. Jij neemt hem over:",
                "Deze vraag ligt te lang. De hoofdredactie kijkt nu wat er moet gebeuren:",
            ],
        }

    def test_stepped_in_small_steps_and_by_two_lookers(self, case, time):
        """However often it is looked, whoever asks for it by hand, and whatever was planned twice."""
        for minutes in range(0, 8 * 60, 20):
            committed(lambda: jobs.schedule(promise.JOB, time.moment, case.id))
            time.go(MONDAY + minutes * HOUR / 60)
            work()
        assert done_by_clock(case) == RUNGS
        assert len(mails()) == 4
        assert jobs.store().summary(promise.JOB) == (0, None, 0)

    def test_a_platform_that_was_off_for_days_does_what_it_missed(self, case, time):
        """Each rung, in order, in one round."""
        time.go(MONDAY + 10 * DAY)
        time.go(MONDAY + 10 * DAY + HOUR / 60)
        assert done_by_clock(case) == RUNGS

    def test_a_process_that_dies_leaves_nothing_half_done(self, case, time, monkeypatch):
        """No mail without its rung, and the other way round; the next one does it."""

        def die(*_args, **_kw):
            raise KeyboardInterrupt

        with monkeypatch.context() as patch:
            patch.setattr(promise, "plan", die)
            with pytest.raises(KeyboardInterrupt):
                time.go(REMIND)
        assert (done_by_clock(case), mails()) == ([], [])
        time.go(REMIND + HOUR / 60)
        assert done_by_clock(case) == RUNGS[:1]
        assert len(mails()) == 1

    def test_an_editor_who_does_something_at_the_same_moment_loses_nothing(self, case, time, monkeypatch):
        """The rung is done again with what the editor wrote."""
        ours, tries = store.load, []

        def load(case_id):
            found = ours(case_id)
            tries.append(case_id)
            if len(tries) == 1:
                other = transaction.TransactionManager()
                connection = case_record(case_id)._p_jar.db().open(transaction_manager=other)
                connection.get(case_record(case_id)._p_oid).frozen = False
                connection.get(case_record(case_id).payload._p_oid)._p_changed = True
                other.commit()
                connection.close()
            return found

        monkeypatch.setattr(escalating.store, "load", load)
        time.go(REMIND)
        assert len(tries) > 1
        assert done_by_clock(case) == RUNGS[:1]
        assert len(mails()) == 1

    def test_it_is_in_the_audit_log_that_the_platform_gave_it_away(self, case, time):
        """Not a person."""
        time.go(REMIND)
        time.go(DUE)
        found = [entry for segment in audit.store().segments() for entry in segment.entries()]
        assert [entry.actor for entry in found if entry.object == case.id] == ["job:samenbeter.vraagbaak.clock"]


def case_record(case_id):
    """Return the record of a case."""
    return vault.get().record(case_id)


class TestTheClockIsAsked:
    """What is planned is only a guess: whether it is due is looked up when it comes."""

    def test_while_it_waits_for_the_asker_nothing_happens(self, case, desk, time):
        """Then it goes on where it was, and a rung that was done is not done again."""
        time.go(REMIND)
        time.moment = REMIND + HOUR / 2

        def wait(one):
            one.move("ask_back")
            promise.pause(one, desk)

        def go_on(one):
            one.move("reply")
            promise.resume(one, desk)

        change(case, wait)
        time.go(MONDAY + 5 * DAY)
        assert done_by_clock(case) == RUNGS[:1]
        time.moment = MONDAY + 7 * DAY
        change(case, go_on)
        time.go(MONDAY + 7 * DAY + HOUR / 2 - HOUR / 60)
        assert done_by_clock(case) == RUNGS[:1]
        time.go(MONDAY + 7 * DAY + HOUR / 2)
        assert done_by_clock(case) == RUNGS[:2]

    def test_what_was_planned_before_it_waited_does_nothing(self, case, desk, time):
        """Also when it could not be taken away."""
        committed(lambda: jobs.schedule(promise.JOB, REMIND, case.id))
        change(case, lambda one: (one.move("ask_back"), promise.pause(one, desk)))
        assert time.go(REMIND) == 1
        assert (done_by_clock(case), mails()) == ([], [])

    def test_a_desk_that_closes_for_a_day_gets_a_day_more(self, case, desk, time):
        """The settings of now count; it is planned anew."""
        desk.closed_days = ["2026-11-23"]
        transaction.commit()
        time.go(REMIND)
        assert done_by_clock(case) == []
        time.go(REMIND + DAY)
        assert done_by_clock(case) == RUNGS[:1]

    def test_an_answer_ends_it(self, case, desk, time):
        """Nothing is planned, and nothing comes."""

        def answer(one):
            one.state = "answered"
            promise.stop(one, desk)

        change(case, answer)
        time.go(MONDAY + 9 * DAY)
        assert (done_by_clock(case), jobs.store().summary(promise.JOB)[0]) == ([], 0)

    def test_a_reopened_one_begins_anew(self, case, desk, time):
        """With the first rung."""
        for moment in (REMIND, DUE, CHIEF):
            time.go(moment)
        change(case, lambda one: promise.start(one, desk))
        time.go(CHIEF + 3 * HOUR)
        assert done_by_clock(case) == [*RUNGS, "reminded"]

    def test_what_is_gone_or_hidden_is_left_alone(self, case, desk, people, time):
        """And is no error."""
        gone = ask(desk, owner="els")
        committed(lambda: store.erase(gone.id))
        committed(lambda: jobs.schedule(promise.JOB, REMIND, gone.id))
        committed(lambda: vault.get().freeze(case.id, True))
        time.go(REMIND)
        assert mails() == []

    def test_a_case_without_a_desk_is_no_error(self, case, desk, time):
        """Its desk was taken away."""
        with api.env.adopt_user(username=SITE_OWNER_NAME):
            api.content.delete(desk, check_linkintegrity=False)
        transaction.commit()
        time.go(REMIND)
        assert mails() == []


class TestWhoIsThere:
    """However few people a desk has."""

    def test_one_editor(self, desk, time):
        """It stays theirs, and they hear each rung."""
        member("els", GROUP)
        case = ask(desk, owner="els")
        for moment in (REMIND, DUE, CHIEF):
            time.go(moment)
        assert done_by_clock(case) == RUNGS
        assert now_as(case).owner == "els"
        assert len(told()["els"]) == 3

    def test_no_editor(self, desk, time):
        """It goes on, and the first editor who comes gets it at the next rung."""
        case = ask(desk)
        time.go(REMIND)
        assert (done_by_clock(case), now_as(case).owner, mails()) == (RUNGS[:1], "", [])
        member("els", GROUP)
        transaction.commit()
        time.go(DUE)
        assert now_as(case).owner == "els"
        assert list(told()) == ["els"]

    def test_an_owner_who_left_is_not_reminded(self, case, time):
        """Who is still there is, and it is theirs."""
        with api.env.adopt_user(username=SITE_OWNER_NAME):
            api.user.delete(username="els")
        transaction.commit()
        time.go(REMIND)
        assert now_as(case).owner == "omar"
        assert list(told()) == ["omar"]

    def test_who_is_away_does_not_get_it(self, case, time):
        """It stays with its owner, until omar is back."""
        committed(lambda: absence.add("omar", MONDAY.date(), MONDAY.date()))
        time.go(DUE)
        time.go(DUE)
        assert done_by_clock(case) == RUNGS[:2]
        assert now_as(case).owner == "els"

    def test_the_editor_with_the_fewest_gets_it(self, desk, case, time):
        """As new questions do. The other questions are an hour younger, so that they are not late themselves."""
        member("yara", GROUP)
        member("zoe", GROUP)
        time.moment = MONDAY + HOUR
        for owner in ("omar", "yara"):
            change(ask(desk), lambda one, owner=owner: setattr(one, "owner", owner))
        time.go(REMIND)
        time.go(DUE)
        assert now_as(case).owner == "zoe"

    def test_the_chief_gets_it_and_all_chiefs_hear_it(self, desk, case, time):
        """When the desk has a group of them; one who is away only hears it."""
        with api.env.adopt_user(username=SITE_OWNER_NAME):
            api.group.create(groupname="hoofdredactie")
        member("anna", "hoofdredactie")
        member("chris", "hoofdredactie")
        desk.chief_group = "hoofdredactie"
        transaction.commit()
        committed(lambda: absence.add("anna", MONDAY.date(), MONDAY.date()))
        for moment in (REMIND, DUE, CHIEF):
            time.go(moment)
        assert now_as(case).owner == "chris"
        late = [name for name, said in told().items() if said[-1].startswith("Deze vraag ligt te lang")]
        assert sorted(late) == ["anna", "chris"]

    def test_an_act_of_before_cannot_bring_it_back_to_who_was_too_late(self, case, time):
        """Undo of the assignment is gone; undo of something else stays."""
        change(case, lambda one: triage.assign(one, "omar", "els"))
        for moment in (REMIND, DUE):
            time.go(moment)
        found = now_as(case)
        assert (found.owner, found.undo) == ("els", {})
