"""The panels of the answer and of the site, on the page of a case, over HTTP."""

from answered_room import Answered
from answered_room import buttons
from answered_room import follow
from answered_room import GENERAL
from answered_room import GENERAL_TEXT
from answered_room import OWN
from answered_room import SUMMARY
from answered_room import TEXT
from answered_room import TITLE
from at_the_desk import link
from at_the_desk import make
from at_the_desk import rich
from at_the_desk import step
from browsing import Web
from consulted import EDITOR
from plone import api
from samenbeter.partners import verifying
from samenbeter.vraagbaak.cases import states
from samenbeter.vraagbaak.desk import publishing

import pytest
import transaction


@pytest.fixture
def room(functional_portal):
    """A served desk."""
    found = Answered(functional_portal, make(functional_portal, "Vraagbaak", "open", title="Vraagbaak"))
    transaction.commit()
    return found


def fresh(room):
    """Return the case as it is now."""
    transaction.begin()
    return room.now()


class TestAnswer:
    """Write, save, send."""

    def test_what_is_typed_is_kept_and_shown_again(self, room):
        """With how it reads, in words."""
        editor = room.editor()
        assert "Nu nog geen woorden." in editor.text
        assert editor.send("do=save", summary=SUMMARY, answer_type="way_finding") == 303
        assert "Het antwoord is bewaard." in follow(editor)
        assert editor.main.xpath("string(.//textarea[@name='summary'])").replace("\n\n", "\n") == SUMMARY
        assert editor.main.xpath(".//input[@name='answer_type'][@checked]/@value") == ["way_finding"]
        assert "Nu: 19 woorden, gemiddeld 6 per zin. Goed te lezen." in editor.text
        assert "<ul><li>Drink thee.</li>" in room_summary(room)

    def test_long_sentences_are_said_and_never_stop_anybody(self, room):
        """It is a nudge."""
        editor = room.editor()
        assert editor.send("do=save", summary="Woord " * 25, answer_type="way_finding") == 303
        assert "De langste zin heeft 25 woorden. Maak er twee van." in follow(editor)

    def test_it_goes_to_the_asker_in_one_go(self, room):
        """Saved and sent with one button; after that there is none to send it again."""
        editor = room.editor()
        assert editor.send("do=send", summary=SUMMARY, answer_type="general_information") == 303
        assert "De vrager kan het antwoord nu lezen." in follow(editor)
        assert fresh(room).state == states.ANSWERED
        assert "send" not in buttons(editor)
        assert "De vrager kan dit lezen sinds" in editor.text
        assert len(room.mails()) == 1

    @pytest.mark.parametrize(
        "fields, wrong",
        [
            ({"summary": SUMMARY}, ["answer_type"]),
            ({"summary": "", "answer_type": "way_finding"}, ["summary"]),
            ({"summary": SUMMARY, "answer_type": "way_finding", "checked_on": "gisteren"}, ["checked_on"]),
            ({"summary": SUMMARY, "answer_type": "way_finding", "source_url": "javascript:1"}, ["source_url"]),
            ({"summary": SUMMARY, "answer_type": "diagnose"}, ["answer_type"]),
            ({"summary": "x" * 10_001, "answer_type": "way_finding"}, ["summary"]),
        ],
    )
    def test_a_mistake_is_said_at_its_field_and_nothing_is_lost(self, room, fields, wrong):
        """What was typed is still there, and the case is as it was."""
        editor = room.editor()
        assert editor.send("do=send", **fields) == 200
        assert editor.wrong == wrong
        assert editor.main.xpath(f".//*[@id='{wrong[0]}']")
        assert editor.main.xpath(f".//*[@id='{wrong[0]}-error']")
        assert editor.main.xpath("string(.//textarea[@name='summary'])").startswith(fields["summary"][:30])
        assert fresh(room).state == states.REDACTED
        assert room.question.summary is None

    def test_other_markup_is_shown_and_left_alone(self, room):
        """There is a link to the form of Plone; saving the rest keeps it."""
        room.question.summary = rich("<h3>Eerst</h3><p>Sta op.</p>")
        transaction.commit()
        editor = room.editor()
        assert not editor.main.xpath(".//textarea[@name='summary']")
        assert editor.main.xpath(f".//a[@href='{room.question.absolute_url()}/edit']")
        assert editor.send("do=save", answer_type="way_finding", summary="Weg ermee") == 303
        assert room_summary(room) == "<h3>Eerst</h3><p>Sta op.</p>"

    def test_markup_of_an_editor_is_words(self, room):
        """Nothing that was typed becomes an element."""
        editor = room.editor()
        editor.send("do=save", summary="<script>alert(1)</script>", answer_type="way_finding")
        follow(editor)
        assert not editor.main.xpath(".//script")
        assert "&lt;script&gt;" in room_summary(room)

    @pytest.mark.parametrize("step", ["reject", "ask_back"])
    def test_a_button_that_is_not_there_does_nothing(self, room, step):
        """Somebody sends the form of yesterday."""
        editor = room.editor()
        form = editor.form("do=send")
        case = room.now()
        case.move(step)
        room.save(state=case.state, before=case.before)
        data = {"panel": "answer", "do": "send", "summary": SUMMARY, "answer_type": "way_finding"}
        data["_authenticator"] = form.fields["_authenticator"]
        assert editor.post(room.page, **data) == 303
        assert "Iemand anders deed intussen iets met deze vraag." in follow(editor)
        assert fresh(room).state == case.state
        assert room.question.summary is None


def room_summary(room):
    """Return the HTML of the answer that is kept."""
    transaction.begin()
    return room.question.summary.raw


class TestContributions:
    """Accept, send back, and who wrote it."""

    def test_what_is_sent_in_can_be_accepted_and_sent_back(self, room):
        """Who wrote it, for whom, and whether an editor saw the proof of the trade."""

        one = room.answer()
        step(one, "submit")
        with api.env.adopt_user(username=EDITOR):
            verifying.see("zara", "huisarts", room.one, EDITOR)
        transaction.commit()
        editor = room.editor()
        assert "Zara" in editor.text
        assert "Vak nagekeken op" in editor.text
        assert editor.send("do=accept") == 303
        assert "hoort bij het antwoord" in follow(editor)
        assert editor.send("do=return") == 303
        transaction.begin()
        assert api.content.get_state(one) == "returned"

    def test_a_draft_is_still_the_experts_own(self, room):
        """The panel says that there is one, not what is in it."""
        room.answer(contribution=rich("<p>Nog niet klaar</p>"))
        transaction.commit()
        editor = room.editor()
        assert "De schrijver is nog bezig." in editor.text
        assert "Nog niet klaar" not in editor.text
        assert not {"accept", "return"} & buttons(editor)

    def test_a_contribution_of_another_question_is_not_here(self, room):
        """Whatever id is sent."""
        other = make(room.desk, "VraagbaakQuestion", title="Anders")
        found = make(other, "VraagbaakAnswer", "submit", discipline="huisarts", contribution=rich("<p>X</p>"))
        mine = room.answer()
        step(mine, "submit")
        transaction.commit()
        editor = room.editor()
        assert editor.send("do=accept", answer=found.getId()) == 200
        assert editor.wrong == ["case-contributions"]
        transaction.begin()
        assert api.content.get_state(found) == "submitted"


class TestSite:
    """The step to everybody."""

    def test_the_whole_way(self, room):
        """Laid before the asker, a yes, on the site, off it; each time the page says how it stands."""
        room.answer()
        transaction.commit()
        editor = room.editor()
        assert "ja, mijn vraag mag zonder mijn gegevens op de site" in editor.text
        assert {"ask_approval", "generalise"} <= buttons(editor)
        assert "publish" not in buttons(editor)
        editor.send("do=ask_approval")
        assert "De tekst ligt bij de vrager" in follow(editor)
        assert "De vrager leest deze woorden sinds" in editor.text
        transaction.begin()
        room.say_yes()
        transaction.commit()
        editor.get(room.page)
        assert "De vrager vindt precies deze woorden goed." in editor.text
        assert TITLE in editor.text
        assert editor.main.xpath(f".//p[.='{TEXT}']")
        editor.send("do=publish")
        assert "De vraag staat op de site." in follow(editor)
        assert Web().get(room.question.absolute_url()) == 200
        assert "generalise" not in buttons(editor)
        editor.send("do=withdraw")
        assert "staat niet meer op de site" in follow(editor)
        assert Web().get(room.question.absolute_url()) in (302, 401, 404)
        transaction.begin()
        assert room.events()[-3:] == ["approval_asked", "published", "withdrawn"]

    def test_words_that_changed_have_to_be_read_again(self, room):
        """The page says so, and there is a button for it."""
        editor = room.editor()
        editor.send("do=ask_approval")
        transaction.begin()
        room.question.title = "Iets anders"
        transaction.commit()
        editor.get(room.page)
        assert "De woorden zijn veranderd sinds je ze voorlegde." in editor.text
        assert "ask_approval" in buttons(editor)

    def test_after_a_no_there_is_only_a_general_question(self, room):
        """Also when somebody sends the button of before."""
        room.answer()
        transaction.commit()
        editor = room.editor()
        token = editor.form("do=ask_approval").fields["_authenticator"]
        room.save(publish="no")
        for do in ("ask_approval", "publish"):
            assert editor.post(room.page, panel="site", do=do, _authenticator=token) == 200
            assert editor.wrong == ["case-site"]
        assert not {"ask_approval", "publish"} & buttons(editor)
        assert room.mails() == []
        editor.send("do=generalise", general_title=GENERAL, general_text=GENERAL_TEXT)
        assert "Er staat nu een algemene vraag." in follow(editor)
        editor.send("do=publish")
        follow(editor)
        transaction.begin()
        assert publishing.is_public(room.question)

    @pytest.mark.abuse("A43")
    def test_a_general_question_with_the_words_of_the_asker_is_refused(self, room):
        """What was typed is still there; the words of the asker are not shown by it."""
        editor = room.editor()
        assert editor.send("do=generalise", general_title="Slapen", general_text=f"Zo: {OWN[:60]}") == 200
        assert editor.wrong == ["general_text"]
        assert editor.main.xpath("string(.//textarea[@name='general_text'])").startswith("Zo: ")
        assert "bloemkool" not in editor.answer.text
        assert editor.main.xpath(".//details[@open]//*[@id='general_text']")

    def test_what_it_refers_to_and_is_no_more(self, room):
        """The panel names it."""
        offer = make(room.linde, "ServiceOffer", "activate", title="Slaapspreekuur")
        one = room.answer()
        link(one, "referrals", [offer])
        step(one, "submit", "accept")
        step(offer, "end")
        transaction.commit()
        assert "Slaapspreekuur" in room.editor().text


@pytest.mark.abuse("A33")
@pytest.mark.parametrize("do", ["publish", "withdraw", "ask_approval", "generalise"])
def test_nothing_happens_without_a_token(room, do):
    """Neither by a form of another site, nor by a link."""
    room.answer()
    room.say_yes()
    transaction.commit()
    web = Web(EDITOR)
    data = {"panel": "site", "do": do, "general_title": GENERAL}
    assert web.post(room.page, **data) == 403
    web.http.get(room.page, params=data, timeout=60)
    transaction.begin()
    assert (room.state(), room.question.title, room.events()) == ("draft", TITLE, [])


@pytest.mark.parametrize("name", ["", "anna", "zara", "hans"])
def test_only_editors_of_the_desk(room, name):
    """For all others the page of the case is not there."""
    web = Web(name)
    assert web.get(room.page) in (302, 401, 404)
    assert web.post(room.page, panel="site", do="publish") in (302, 401, 403, 404)
    assert TITLE not in web.answer.text
