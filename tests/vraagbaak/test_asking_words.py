"""The verb of asking, without a page; the words that worry; and what a text is pointed at for."""

from at_the_desk import make
from plone import api
from samenbeter.shared import clock
from samenbeter.shared import jobs
from samenbeter.shared.marks import HIGH
from samenbeter.shared.marks import LOW
from samenbeter.shared.marks import Mark
from samenbeter.shared.marks import NAME
from samenbeter.shared.marks import PHONE
from samenbeter.vraagbaak.asking import asking
from samenbeter.vraagbaak.asking import crisis
from samenbeter.vraagbaak.asking import pointing
from samenbeter.vraagbaak.cases import promise
from samenbeter.vraagbaak.cases import store

import pytest
import time


LINES = tuple(crisis.DEFAULT)
WORRYING = """\
Ik wil dood.
ik wil niet meer leven
IK WIL ECHT HELEMAAL NIET MEER LEVEN
Soms denk ik aan zelfmoord
Mijn zoon praat over suïcide
Mijn zoon praat over suicidegedachten
Mijn vriendin is suïcidaal
Was ik maar dood, denk ik vaak
Ik wou dat ik dood was
Voor mij hoeft het niet meer, het hoeft voor mij niet meer
Ik zie het niet meer zitten
Ik wil er een einde aan maken
Mijn dochter snijdt zichzelf
Mijn man slaat me als hij gedronken heeft
Mijn kind wordt mishandeld
Ik heb te veel pillen geslikt
Mijn vader heeft pijn op de borst
Ik krijg bijna geen lucht
I want to kill myself
I don't want to live anymore
I do not want to live
My husband hits me""".splitlines()
EVERYDAY = """\
Mijn hond is doodgegaan. Hoe kom ik daar overheen?
Ik schrok me dood van de energierekening
Mijn moeder is vorig jaar overleden
Ik ben doodmoe en slaap slecht
Hoe leer ik leven met pijn?
Ik wil niet meer roken
Ik wil een einde maken aan mijn abonnement
Ik verveel me dood. Wat is er te doen in de wijk?
Mijn planten gaan dood
Ik wil gezonder leven, maar niet meer betalen
De kinderen willen niet meer eten
Hij slaat vaak de plank mis
Ik snijd me soms bij het koken. Ik heb mezelf een pleister opgeplakt.
Hoe haal ik meer uit het leven?
Ik heb te veel stress op mijn werk
Ik heb pijn in mijn rug
De trein rijdt niet. Hoe kom ik bij het ziekenhuis?
Mijn buurman slaat op de trommel
Ik kan niet leven van mijn uitkering
Ik wil. Dood hout ligt in de tuin.
I am dead tired
How do I live with pain?""".splitlines()


class TestWordsThatWorry:
    """They are looked for by stems, in one sentence; capitals and accents do not matter."""

    @pytest.mark.parametrize("text", WORRYING)
    def test_are_found(self, text):
        """In Dutch and English."""
        assert crisis.is_worrying(text, LINES)
        assert crisis.is_worrying(f"Hallo.\n\nIk schrijf voor het eerst. {text.upper()}\nGroeten", LINES)

    @pytest.mark.parametrize("text", EVERYDAY)
    def test_everyday_sentences_show_nothing(self, text):
        """Else nobody reads the numbers any more."""
        assert not crisis.is_worrying(text, LINES)

    def test_they_are_a_setting(self, portal):
        """Which also can be empty."""
        assert crisis.words_found("Ik denk aan zelfmoord")
        api.portal.set_registry_record(crisis.RECORD, ["bloemk*", "rode ... kool"])
        assert not crisis.words_found("Ik denk aan zelfmoord")
        assert crisis.words_found("Hij is een Bloemkool!") and crisis.words_found("rode en witte kool")
        assert not crisis.words_found("rode a b c d e kool") and not crisis.words_found("rode biet. Witte kool.")
        api.portal.set_registry_record(crisis.RECORD, [])
        assert not crisis.words_found("Ik denk aan zelfmoord")

    @pytest.mark.parametrize("line", ["", " ", "...", "*", "… …", "(", "[a-z]+ *", ". . ."])
    def test_a_line_that_says_nothing_finds_nothing(self, line):
        """And does no harm."""
        assert not crisis.is_worrying("Wat kan ik doen?", (line,))

    def test_the_longest_question_takes_no_time(self):
        """Whatever stands in it."""
        begun = time.perf_counter()
        for part in ("wil ", "wil niet ", "maak een eind ", "a", "spring "):
            crisis.is_worrying((part * 4000)[:4000], LINES)
        assert time.perf_counter() - begun < 2


class TestPointing:
    """Places in a text."""

    def test_all_of_a_text_is_escaped(self, http_request):
        """Also what is marked."""
        text = 'Ik <b>ben</b> "Jan" & ik'
        found = pointing.shown(text, [Mark(3, 6, NAME, HIGH)], http_request)
        assert found == (
            'Ik <mark>&lt;b&gt;</mark><span class="sb-vh"> (een naam) </span>ben&lt;/b&gt; &quot;Jan&quot; &amp; ik'
        )

    def test_what_we_are_not_sure_of_is_asked(self, portal):
        """One sentence for each kind."""
        marks = [Mark(0, 1, NAME, LOW), Mark(2, 3, PHONE, HIGH), Mark(4, 5, PHONE, LOW)]
        assert [str(sentence) for sentence in pointing.sentences(marks)] == ["ask_see_maybe", "ask_see"]


class TestVerb:
    """What becomes of it."""

    def test_a_case_with_a_promise_and_words(self, desk):
        """It is due, and its clock is planned."""
        code, case = asking.ask(desk, asking.Asked("  Wat nu?\r\nIk weet het niet. ", publish="yes", language="en"))
        assert store.by_code(code).id == case.id
        assert store.words(case, store.MACHINE)["text"] == "Wat nu?\nIk weet het niet."
        assert case.due == promise.promised(desk, clock.now()) or case.due > clock.now()
        assert jobs.store() is not None and case.clock["job"]
        assert [event["what"] for event in case.timeline][0] == "received"

    def test_the_same_code_is_the_same_case(self, desk):
        """A program that asks again when it got no answer makes no second one."""
        code = store.new_code()
        first = asking.ask(desk, asking.Asked("Wat nu?"), code)
        again = asking.ask(desk, asking.Asked("Wat nu?"), code)
        assert (first[0], first[1].id) == (again[0], again[1].id) == (code, first[1].id)

    @pytest.mark.parametrize(
        ("known", "field"),
        [
            ({"text": " "}, "text"),
            ({"text": "a" * 4001}, "text"),
            ({"publish": "ja"}, "publish"),
            ({"for_whom": ""}, "for_whom"),
            ({"email": "geen adres"}, "email"),
            ({"channel": "duif"}, "channel"),
        ],
    )
    def test_what_cannot_be_taken_is_said_with_its_field(self, desk, known, field):
        """And nothing is kept of it, nor said in the error."""
        with pytest.raises(asking.Refused) as refused:
            asking.ask(desk, asking.Asked(**{"text": "Wat nu?", **known}))
        assert refused.value.field == field == str(refused.value)
        assert refused.value.message.default

    def test_a_desk_that_is_not_open_takes_nothing(self, portal):
        """What a person looked at first came in before."""
        closed = make(portal, "Vraagbaak", title="Vraagbaak")
        with pytest.raises(asking.Refused):
            asking.ask(closed, asking.Asked("Wat nu?"))
        assert asking.ask(closed, asking.Asked("Wat nu?"), laid_aside=True)[1].desk == api.content.get_uuid(closed)
