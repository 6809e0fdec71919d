"""The page of a case: who comes in, what stands open, and that opening is written down."""

from at_the_case import MARKED
from at_the_case import OTHERS
from at_the_case import Room
from at_the_case import SECRET
from functools import partial
from samenbeter.shared import audit_words
from samenbeter.shared import vault
from samenbeter.vraagbaak.cases import store

import pytest
import transaction


ACTS = (
    {"panel": "original", "do": "show", "purpose": "redact"},
    {"panel": "redaction", "do": "make", "redact_title": "Hoe?"},
    {"panel": "redaction", "do": "save", "redact_title": "Hoe?", "redact_text": "Wat?"},
    {"panel": "notes", "do": "note", "note": "Hoi."},
    {"panel": "ask_back", "do": "ask_back", "asked_back": "Hoe lang al?"},
    {"panel": "facts", "do": "bounced"},
)


@pytest.fixture(scope="class")
def room(shared_portal):
    """A desk with a case."""
    return Room(shared_portal)


class TestOthers:
    """Who does not work at this desk."""

    @pytest.mark.abuse("A62")
    @pytest.mark.parametrize("name", ["", *OTHERS, "otto"])
    def test_nobody_else_sees_or_does_anything(self, room, name):
        """Not an administrator either, nor an editor of another desk."""
        before, looked = room.case.data(), room.looks()
        visitor = room.enter(name)
        for way in (visitor.look, *(partial(visitor.push, **act) for act in ACTS)):
            assert way() in (302, 401, 403, 404)
            assert SECRET not in visitor.answer.text
        assert room.case.data() == before
        assert room.looks() == looked

    @pytest.mark.abuse("A20")
    def test_a_number_of_another_desk_is_not_found(self, room):
        """And answers as one that does not exist."""
        editor = room.enter("anouk")
        transaction.begin()
        other = store.load(room.keep(room.other))
        transaction.commit()
        address = room.desk.absolute_url() + "/@@dossier/"
        assert editor.get(address + other.number) == 404
        assert editor.get(address + "V-2222-22") == 404

    def test_a_post_without_a_token_does_nothing(self, room):
        """Another site cannot open it."""
        editor = room.enter()
        for act in ACTS:
            assert editor.post(editor.here, **act) == 403
        assert room.looks() == []


class TestToon:
    """What the asker wrote."""

    def test_looking_shows_nothing_of_it(self, room):
        """No word, no address; and writes nothing."""
        editor = room.enter()
        assert editor.look() == 200
        text = editor.answer.text
        for words in (SECRET, *MARKED, "yara@example.org"):
            assert words not in text
        assert "Dat je dit opent, staat in het logboek" in text
        assert room.looks() == []
        assert editor.answer.headers["Cache-Control"] == "no-store"

    def test_it_needs_a_purpose(self, room):
        """One of the list."""
        editor = room.enter()
        for purpose in ("", "nieuwsgierig"):
            editor.show(purpose)
            assert SECRET not in editor.answer.text
            assert editor.wrong == ["purpose"]
        assert room.looks() == []

    @pytest.mark.parametrize("purpose", ["redact", "calls", "claim"])
    def test_it_is_open_in_one_answer_and_in_the_log(self, room, purpose):
        """With the purpose; the next page is closed."""
        looks, editor = len(room.looks()), room.enter()
        editor.show(purpose)
        assert SECRET in editor.text
        marked = [" ".join(mark.itertext()) for mark in editor.main.xpath(".//mark[@class='sb-red']")]
        assert marked == ["Yara de Wit 1", "06 12 34 56 78 2"]
        assert room.looks()[looks:] == [f"vraagbaak.words.{purpose}"]
        event = room.case.timeline[-1]
        assert (event["what"], event["by"], event["about"]) == ("opened", "anouk", purpose)
        editor.look()
        assert SECRET not in editor.answer.text

    def test_the_asker_can_see_what_was_read(self, room):
        """In the words of the log: which kind of data it was."""
        transaction.begin()
        rows = audit_words.seen_by(room.case.subject, me="x")
        assert {str(row["what"]) for row in rows} == {"audit_action_kind"}

    def test_replies_are_open_too(self, room):
        """With what was asked."""
        room.change(
            lambda case: case.asked_back.append(
                {"id": "a1", "t": case.received, "by": "anouk", "text": "Sinds?", "answered": case.received}
            )
        )
        room.change(lambda case: store.add_reply(case, "a1", "Sinds mijn zus Fatima El Amrani verhuisde."))
        editor = room.enter()
        editor.look()
        assert "Sinds?" in editor.text
        assert "Amrani" not in editor.answer.text
        editor.show()
        assert "Jullie vroegen: Sinds?" in editor.text
        assert "Amrani" in editor.text


class TestFrozen:
    """What its asker had hidden."""

    def test_nothing_is_shown_or_done(self, room):
        """Also not by who has the page open."""
        editor = room.enter()
        editor.look()
        forms = [{**editor.fields_of(act["panel"]), **act} for act in ACTS if act["panel"] in ("original", "notes")]
        transaction.begin()
        vault.get().freeze(room.id, True)
        vault.get().freeze(store.words_id(store.load(room.id)), True)
        transaction.commit()
        before = room.case.data()
        editor.look()
        assert "verbergen" in editor.text
        for form in forms:
            assert editor.post(editor.here, **form) == 404
            assert SECRET not in editor.answer.text
        assert room.case.data() == before
