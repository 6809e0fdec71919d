"""The receipt once there is an answer: reading it, saying how it went, yes or no to the site, erasing."""

from answered_room import buttons
from answered_room import TEXT
from answered_room import TITLE
from asking_people import close
from at_the_desk import answer
from at_the_desk import link
from at_the_desk import make
from at_the_desk import rich
from browsing import Web
from consulted import EDITOR
from receipt_room import served
from receipt_room import shows_steps
from samenbeter.shared import keys
from samenbeter.shared import vault
from samenbeter.vraagbaak.cases import states
from samenbeter.vraagbaak.cases import store
from samenbeter.vraagbaak.desk import publishing
from samenbeter.vraagbaak.desk import triage
from samenbeter.vraagbaak.receipt import erasing

import pytest
import transaction


SAID_YES = {"asked": "2026-01-01T00:00:00+00:00", "hash": "", "decided": "", "answer": "yes"}


@pytest.fixture
def room(functional_portal):
    return served(functional_portal)


class TestAnswer:
    """What the asker reads."""

    def test_it_is_read_while_the_question_is_private(self, room):
        """The short answer, what was accepted, what kind it is; nothing that is not ready."""
        assert "Sta op" not in room.look().text
        answer(room.question, contribution=rich("<p>Niet zo.</p>"), creators=("hans",), discipline="apotheker")
        room.send_answer(sources=["Thuisarts | https://www.thuisarts.nl/slapen"])
        assert Web().get(room.question.absolute_url()) != 200
        web = room.look()
        for words in ("Sta op.", "Drink thee.", "Huisarts", "Thuisarts", "Het is geen advies over jouw ziekte"):
            assert words in web.text
        for words in ("Niet zo", "Apotheker", EDITOR, "vrager@example.org"):
            assert words not in web.answer.text

    def test_who_is_not_on_the_site_has_no_name_here(self, room):
        """No partner, and no place to go to, that whoever looks may not see."""
        hidden = make(room.portal, "PartnerOrganisation", title="Het Verborgen Huis")
        away = make(room.portal, "PartnerOrganisation", title="De Geheime Tuin")
        room.send_answer()
        link(room.contribution, "partner", hidden)
        link(room.contribution, "referrals", [away, room.plein])
        transaction.commit()
        text = room.look().text
        assert "Drink thee." in text and "Aan het Plein" in text
        assert "Verborgen Huis" not in text and "Geheime Tuin" not in text

    def test_it_opens_while_the_desk_is_closed(self, room):
        """What was promised is kept."""
        room.send_answer()
        close(room.desk)
        assert "Sta op." in room.look().text

    @pytest.mark.parametrize("word", ["helped", "acted"])
    def test_how_it_went_is_kept(self, room, word):
        """And can be said anew."""
        room.send_answer()
        web = room.look()
        assert web.send(f"do={word}", outcome_text="Dit hoort er niet bij.") == 200
        case = room.fresh()
        assert (case.outcome, case.state) == (word, states.ANSWERED)
        assert store.words(case, store.MACHINE)["replies"] == []
        assert "Je zei: ik" in web.text and "stuck" in buttons(web)

    def test_not_yet_opens_it_again(self, room):
        """With a new promise; what is still wanted is with the asker's words."""
        room.send_answer()
        web = room.look()
        web.send("do=stuck", outcome_text="Ik lig nog wakker.")
        case = room.fresh()
        assert (case.outcome, case.state, case.due is not None) == ("stuck", states.ANSWERING, True)
        assert store.words(case, store.MACHINE)["replies"][-1]["text"] == "Ik lig nog wakker."
        assert "Mensen denken mee" in web.text and "Je hebt antwoord vóór" in web.text

    def test_what_cannot_be_any_more_is_said(self, room):
        """The page shows how it is now."""
        room.send_answer()
        web = room.look()
        room.change(triage.reopen, EDITOR)
        assert web.send("do=helped") == 200
        assert "Er is intussen iets veranderd" in web.text and "helped" not in buttons(web)
        assert room.fresh().outcome == ""

    @pytest.mark.parametrize(
        ("reason", "said"), [("not_for_us", "Bel ons, dan kijken wij wie wel"), ("spam", "Klopt dat niet? Bel ons")]
    )
    def test_why_not_is_said_kindly(self, room, reason, said):
        """The desk's own word for it is not for the asker."""
        room.change(triage.reject, reason, EDITOR)
        web = room.look()
        assert "Niet in behandeling" in web.text and said in web.text
        assert "Reclame" not in web.text

    def test_mail_that_did_not_arrive_is_said(self, room):
        """The asker looks for themselves from then on."""
        assert "kwam niet aan" not in room.look().text
        room.save(mail="bounced")
        assert "kwam niet aan" in room.look().text


class TestSite:
    """Yes or no to exactly the words that are shown."""

    @pytest.fixture
    def asked(self, room):
        room.question.other_wordings = ["Wat helpt na ruzie?"]
        room.send_answer()
        room.change(publishing.ask_approval, EDITOR)
        return room

    def test_yes_is_to_the_words_that_were_shown(self, asked):
        """All of them are on the page."""
        web = asked.look()
        assert TITLE in web.text and TEXT in web.text and "Wat helpt na ruzie?" in web.text
        web.send("do=approve")
        assert "mag deze woorden op de site zetten" in web.text and "approve" not in buttons(web)
        assert asked.fresh().approval["answer"] == "yes"
        assert publishing.is_approved(asked.question)

    def test_changed_meanwhile_is_shown_again(self, asked):
        """Nobody agreed to the new ones."""
        web = asked.look()
        asked.question.title = "Hoe rust ik weer na een ruzie?"
        transaction.commit()
        web.send("do=approve")
        assert "De tekst is intussen veranderd" in web.text and "Hoe rust ik weer na een ruzie?" in web.text
        assert not asked.fresh().approval["answer"] and not publishing.is_approved(asked.question)
        web.send("do=approve")
        asked.fresh()
        assert publishing.is_approved(asked.question)

    def test_no_is_no(self, asked):
        """It is not asked again."""
        web = asked.look()
        web.send("do=refuse")
        case = asked.fresh()
        assert (case.approval["answer"], case.publish) == ("no", "no")
        assert "Je zei nee" in web.text and not {"approve", "refuse"} & buttons(web)

    def test_taking_it_back_takes_it_from_the_site_at_once(self, room):
        """In the same request."""
        room.publish()
        room.save(state=states.ANSWERED, approval=SAID_YES)
        address = room.question.absolute_url()
        assert Web().get(address) == 200
        web = room.look()
        assert "Haal mijn vraag van de site" in web.text and address in web.answer.text
        web.send("do=refuse")
        assert "Je vraag staat niet meer op de site" in web.text
        assert Web().get(address) != 200
        assert room.fresh().approval["answer"] == "no"


class TestErase:
    """Stop and erase everything."""

    def test_it_asks_once_more_and_then_all_is_gone(self, room):
        """The code is a wrong one from then on."""
        web = room.look()
        web.send("do=erase_ask")
        assert room.fresh() is not None
        assert web.send("do=erase") == 200 and web.wrong == ["sure"]
        assert web.send("do=erase", sure="1") == 200
        assert "Alles is gewist" in web.text and "reservekopieën" in web.text
        transaction.begin()
        assert store.by_code(room.code) is None
        assert list(vault.get().find(room=store.ROOM, kind=store.WORDS)) == []
        assert room.look().wrong == ["code"]

    @pytest.mark.parametrize("too", [False, True])
    def test_what_is_on_the_site_stays_unless_the_asker_says_so(self, room, too):
        """The page says it."""
        room.publish()
        room.save(state=states.ANSWERED, approval=SAID_YES)
        web = room.look()
        web.send("do=erase_ask")
        assert "Haal ook de tekst van de site" in web.text
        web.send("do=erase", sure="1", **({"from_site": "1"} if too else {}))
        assert "Alles is gewist" in web.text
        assert ("De tekst op de site staat er nog" in web.text) is not too
        assert (Web().get(room.question.absolute_url()) == 200) is not too

    def test_when_it_cannot_be_nothing_is_lost(self, room, monkeypatch):
        """And the page says so."""

        def broken(case):
            raise keys.NoKey

        monkeypatch.setattr(erasing, "erase", broken)
        web = room.look()
        assert web.send("do=erase_ask") == 200
        assert web.send("do=erase", sure="1") == 503
        assert "Er is niets veranderd" in web.text and shows_steps(web)
        assert room.fresh() is not None

    def test_an_old_page_of_an_erased_question_is_a_wrong_code(self, room):
        """Whatever its button says."""
        web = room.look()
        store.erase(room.case.id)
        transaction.commit()
        assert web.send("do=erase_ask") == 200
        assert web.wrong == ["code"]
