"""The verb "redact": each mark is decided, and what was taken out is nowhere in the question."""

from Acquisition import aq_base
from at_the_desk import rich
from plone import api
from samenbeter.privacy.marking import Marked
from samenbeter.privacy.marking import WAITING
from samenbeter.shared import gates
from samenbeter.shared import vault
from samenbeter.vraagbaak.cases import promise
from samenbeter.vraagbaak.cases import states
from samenbeter.vraagbaak.cases import store
from samenbeter.vraagbaak.desk import redacting
from samenbeter.vraagbaak.desk.spans import still_there

import pytest


TEXT = "Ik ben Yara de Wit en slaap slecht. Bel me op 06 12 34 56 78. Mijn geheim woord is bloemkool."
TITLE, NEW = "Hoe slaap ik beter?", "Ik slaap slecht. Wat kan ik doen?"


def case_of(desk, text=TEXT, **known):
    """Return a case that came in."""
    found = store.new(desk, store.new_code(), text, publish="yes", **known)
    promise.start(found, desk)
    store.save(found)
    return found


def choose(case, **choices):
    """Return decisions for all marks of a case; those of a kind in another way than removed."""
    decisions = redacting.all_removed(case)
    for place in redacting.places(case, store.words(case, store.MACHINE)):
        decisions[place.key].update(choices.get(place.mark.kind, {}))
    return decisions


@pytest.fixture
def case(desk):
    return case_of(desk)


@pytest.fixture
def editor(portal):
    """Somebody of the desk, logged in."""
    api.user.create(username="redactie", email="redactie@example.org", password="een-lang-wachtwoord")
    api.group.add_user(groupname="Vraagbaak Editor", username="redactie")
    with api.env.adopt_user("redactie"):
        yield "redactie"


class TestDeciding:
    """What is marked has to be decided."""

    def test_each_mark_needs_a_decision(self, case, editor):
        """Also one of which only half is said."""
        with pytest.raises(redacting.NotSaved) as refused:
            redacting.save(case, TITLE, NEW, {}, editor)
        assert list(refused.value.errors) == ["mark-1", "mark-2"]
        decisions = choose(case, NAME={"choice": "replace"}, PHONE={"choice": "keep"})
        with pytest.raises(redacting.NotSaved) as refused:
            redacting.save(case, TITLE, NEW, decisions, editor)
        assert list(refused.value.errors) == ["mark-1", "mark-2"]
        assert case.question == ""
        assert case.state == states.RECEIVED

    def test_a_decision_does_not_say_what_it_is_about(self, case, editor):
        """And does not fit an other case with the same words."""
        other = case_of(store.desk_of(case))
        assert "Yara" not in repr(redacting.all_removed(case))
        assert set(redacting.all_removed(case)).isdisjoint(redacting.all_removed(other))

    def test_a_reply_brings_marks_that_nobody_decided(self, case, editor):
        """Also when it came while the editor was at work."""
        decisions = choose(case)
        store.add_reply(case, "x", "Mijn zus heet Fatima El Amrani.")
        with pytest.raises(redacting.NotSaved) as refused:
            redacting.save(case, TITLE, NEW, decisions, editor)
        assert list(refused.value.errors) == ["mark-3"]

    @pytest.mark.parametrize("title", ["", " ", "x" * 151])
    def test_the_short_question_is_short(self, case, editor, title):
        """Not empty, not long."""
        with pytest.raises(redacting.NotSaved) as refused:
            redacting.save(case, title, NEW, choose(case), editor)
        assert refused.value.field == "title"


class TestLeftOver:
    """What was to go may not come back."""

    @pytest.mark.parametrize("text", ["Yara slaapt slecht", "de familie Wit", "Bel 0612345678", "YARA DE WIT"])
    @pytest.mark.parametrize("field", ["title", "text"])
    def test_a_run_of_a_marked_span_is_refused(self, case, editor, field, text):
        """In the title as in the text."""
        texts = {"title": TITLE, "text": NEW, field: text}
        with pytest.raises(redacting.NotSaved) as refused:
            redacting.save(case, texts["title"], texts["text"], choose(case), editor)
        assert refused.value.field == field
        assert "Yara" not in str(refused.value) + str(refused.value.message)

    @pytest.mark.parametrize(
        ("text", "span", "kind", "kept", "found"),
        [
            ("een witte muur", "Yara de Wit", "NAME", (), False),
            ("ik ben 12 jaar", "Berkenstraat 12", "ADDRESS", (), False),
            ("in de Berkenstraat", "Berkenstraat 12", "ADDRESS", (), True),
            ("yara", "yara de wit", "NAME", (), True),
            ("schrijf yara@example.org", "yara@example.org", "EMAIL", (), True),
            ("06/12.34.56-78", "0612345678", "PHONE", (), True),
            ("dokter Jansen", "Jansen", "NAME", ("dokter Jansen",), False),
            ("dokter Jansen en Jansen", "Jansen", "NAME", ("dokter Jansen",), True),
            ("geboren op 1-2-1980", "1 2 1980", "DOB", (), True),
        ],
    )
    def test_what_counts_as_a_run(self, text, span, kind, kept, found):
        """Words of names, digits of numbers; not words of all days."""
        assert still_there(text, span, kind, kept) is found


class TestSaving:
    """What a redaction becomes."""

    def test_it_is_a_question_that_leads_to_nobody(self, case, editor, desk):
        """No creator, no owner, no moment, and it is found from the case only."""
        case.themes = ["slapen"]
        question = redacting.save(case, TITLE, NEW, choose(case), editor)
        store.save(case)
        assert (question.title, question.question, question.themes) == (TITLE, NEW, ["slapen"])
        assert api.content.get_state(question) == "draft"
        assert question.creators == ()
        assert "_owner" not in vars(aq_base(question))
        assert "Owner" not in {role for roles in (question.__ac_local_roles__ or {}).values() for role in roles}
        moments = (question.created(), question.modified(), question.workflow_history.popitem()[1][0]["time"])
        assert {moment.parts()[3:6] for moment in moments} == {(0, 0, 0.0)}
        assert case.state == states.REDACTED
        assert case.timeline[-1]["what"] == "redacted"
        assert store.by_question(case.question).id == case.id

    def test_saving_again_changes_the_same_question(self, case, editor):
        """Also when there is an answer; the state stays."""
        first = redacting.save(case, TITLE, NEW, choose(case), editor)
        case.move("answer")
        again = redacting.save(case, "Wat helpt?", NEW, choose(case), editor)
        assert again.UID() == first.UID()
        assert again.title == "Wat helpt?"
        assert case.state == states.ANSWERED

    def test_what_is_on_the_site_is_not_changed_from_here(self, case, editor):
        """The asker said yes to other words."""
        question = redacting.save(case, TITLE, NEW, choose(case), editor)
        api.content.get_state(question)
        question.workflow_history["vraagbaak_question_workflow"][-1]["review_state"] = "published"
        with pytest.raises(redacting.NotSaved):
            redacting.save(case, "Wat helpt?", NEW, choose(case), editor)

    @pytest.mark.parametrize("step", ["reject", "answer"])
    def test_a_case_that_is_over_gets_no_new_question(self, case, editor, step):
        """There is nothing to answer."""
        case.state = states.REDACTED
        case.move(step)
        with pytest.raises(states.WrongStep):
            redacting.save(case, TITLE, NEW, choose(case), editor)

    @pytest.mark.abuse("A43")
    def test_what_may_stay_waits_for_a_second_person(self, case, editor):
        """The decision of the editor is not lost, and not enough for what is sure."""
        decisions = choose(case, PHONE={"choice": "keep", "reason": "organisation"})
        question = redacting.save(case, TITLE, "Ik bel 06 12 34 56 78. Mag dat?", decisions, editor)
        marked = Marked(question)
        assert [marked.state(found) for found in marked.found] == [WAITING]
        question.summary, question.answer_type = rich("<p>Ja.</p>"), "see_gp"
        api.content.transition(question, "review")
        assert gates.refusal(question, "publish") is not None
        kept = redacting.decided(store.words(case, store.MACHINE))
        assert [said["choice"] for said in kept.values()].count("keep") == 1

    def test_the_proposal_has_what_was_decided(self, case, desk):
        """A word in its place, or the word of the editor; replies are paragraphs."""
        store.add_reply(case, "x", "Ook overdag.")
        words = store.words(case, store.MACHINE)
        decisions = choose(case, NAME={"choice": "replace", "words": "een buur"})
        text = redacting.proposed(case, words, decisions)
        assert text.startswith("Ik ben een buur en slaap slecht. Bel me op [telefoonnummer].")
        assert text.endswith("bloemkool.\n\nOok overdag.")


def test_the_words_of_the_asker_stay_as_they_were(case, editor):
    """The decisions stand beside them, in the vault."""
    redacting.save(case, TITLE, NEW, choose(case), editor)
    kept = store.words(case, store.MACHINE)
    assert (kept["text"], kept["replies"]) == (TEXT, [])
    assert len(vault.get()) == 2
