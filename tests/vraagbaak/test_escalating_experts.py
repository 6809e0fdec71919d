"""A question that is late: each rung happens once, whoever is there, however often the platform looks."""

from at_the_clock import ask
from at_the_clock import change
from at_the_clock import done_by_clock
from at_the_clock import GROUP
from at_the_clock import HOUR
from at_the_clock import mails
from at_the_clock import member
from at_the_clock import MONDAY
from at_the_clock import now_as
from at_the_clock import partner
from at_the_clock import Time
from at_the_clock import told
from at_the_clock import WORDS
from at_the_desk import make
from plone import api
from plone.app.testing import SITE_OWNER_NAME
from samenbeter.shared import mail
from samenbeter.shared import vault
from samenbeter.shared.rights import PSEUDONYM
from samenbeter.shared.transactions import committed
from samenbeter.vraagbaak.desk import absence
from samenbeter.vraagbaak.experts import consulting

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


class TestExperts:
    """Partners who were asked."""

    @pytest.fixture
    def question(self, functional_portal, desk, case):
        """The redaction of the case, with a partner and one in reserve."""
        question = make(desk, "VraagbaakQuestion", title="Hoe slaap ik?", question=WORDS)
        transaction.commit()
        change(case, lambda one: (setattr(one, "question", question.UID()), one.move("redact")))
        one = partner(functional_portal, "De Praktijk", "dokter", "assistent")
        self.reserve = partner(functional_portal, "De Reserve", "reserve")
        transaction.commit()
        with api.env.adopt_user(username=SITE_OWNER_NAME):
            consulting.consult(question, [one], "els", note="Kijk even", backup=self.reserve)
        transaction.commit()
        return question

    def mails_to_experts(self):
        """Return {user id: how many mails}."""
        return {name: len(found) for name, found in told().items() if name not in ("els", "omar")}

    def test_are_reminded_and_then_the_reserve_is_asked(self, case, question, time):
        """Who answered hears nothing; the reserve is asked once, and both may answer."""
        assert self.mails_to_experts() == {"dokter": 1, "assistent": 1}
        time.go(REMIND)
        assert self.mails_to_experts() == {"dokter": 2, "assistent": 2}
        time.go(DUE)
        assert self.mails_to_experts() == {"dokter": 2, "assistent": 2, "reserve": 1}
        found = now_as(case)
        assert self.reserve in found.partners
        assert len(found.partners) == 2
        assert [event["what"] for event in found.timeline][-2:] == ["consulted", "backed_up"]
        assert found.owner == "omar"
        time.go(CHIEF)
        assert done_by_clock(case) == RUNGS
        assert self.mails_to_experts() == {"dokter": 2, "assistent": 2, "reserve": 1}

    def test_who_was_ended_or_is_away_is_not_reminded(self, case, question, time):
        """Nor is a reserve asked for who is not asked any more."""
        committed(lambda: absence.add("assistent", MONDAY.date(), MONDAY.date()))
        time.go(REMIND)
        assert self.mails_to_experts() == {"dokter": 2, "assistent": 1}
        (one,) = consulting.of_question(question.UID())
        committed(lambda: consulting.end(one.id, "els"))
        before = self.mails_to_experts()
        time.go(DUE)
        assert self.mails_to_experts() == before
        assert done_by_clock(case) == RUNGS[:2]

    @pytest.mark.abuse("A27")
    def test_no_mail_has_a_word_of_the_question(self, case, question, time):
        """Not the redacted ones either, nor the note of the editor."""
        for moment in (REMIND, DUE, CHIEF):
            time.go(moment)
        said = " ".join(" ".join(one) for one in mails())
        assert not [secret for secret in ("bloemkool", "slaap", "Kijk even", "Praktijk") if secret in said]
        assert len(list(vault.get().find(subject=f"{PSEUDONYM}{case.subject}", room="shared"))) == 0
        assert mail.ROOM == "shared"
