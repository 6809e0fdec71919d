"""What is wrong with a question that is asked, and what the second page points at. Nothing that was written is lost."""

from asking_people import ANSWERS
from asking_people import cases
from asking_people import open_desk
from asking_people import Person
from asking_people import QUESTION
from asking_people import words_of
from at_the_desk import rich
from samenbeter.shared import guard
from samenbeter.shared import guard_rate
from samenbeter.shared import keys
from samenbeter.vraagbaak.cases import store

import pytest
import transaction


PHONE = "Bel mij op 06 12345678, of mail jan.jansen@example.org."
EVIL = "<script>alert(1)</script> & <b>dik</b>\nOp een nieuwe regel"


@pytest.fixture(autouse=True)
def fast(monkeypatch):
    """A test fills a form in faster than a person."""
    monkeypatch.setattr(guard, "PACE", 0)
    guard_rate.clear()


@pytest.fixture
def desk(functional_portal):
    return open_desk(functional_portal)


@pytest.fixture
def asker(desk):
    return Person(desk)


class TestWhatIsWrong:
    """Each error stands at its field, and what was written stays."""

    @pytest.mark.parametrize(
        ("fields", "wrong"),
        [
            ({"text": "  \n "}, ["text"]),
            ({"text": "a" * 4001}, ["text"]),
            ({"publish": ""}, ["publish"]),
            ({"publish": "misschien"}, ["publish"]),
            ({"for_whom": "iedereen"}, ["for_whom"]),
            ({"email": "yara.example.org"}, ["email"]),
            ({"email": "yara@"}, ["email"]),
            ({"text": "", "publish": "", "email": "x"}, ["text", "publish", "email"]),
        ],
    )
    @pytest.mark.parametrize("do", ["check", "send"])
    def test_is_said_at_the_field(self, asker, fields, wrong, do):
        """On the way to the second page, and when that is passed by."""
        asker.get()
        asker.send(do, **{**ANSWERS, **fields})
        assert asker.wrong == wrong
        assert asker.page.findtext(".//title").startswith("Fout:")
        for name in wrong:
            assert asker.page.xpath(f"//*[@id='{name}']") and asker.page.xpath(f"//*[@id='{name}-error']")
        kept = asker.form()[1]
        assert kept["text"].strip() == {**ANSWERS, **fields}["text"].strip()
        assert cases() == []

    def test_four_thousand_letters_are_not_too_many(self, asker):
        """A line end counts once, however a browser sends it."""
        asker.ask(text="\r\n".join(["a" * 1999, "b" * 2000]))
        assert len(words_of(cases()[0])) == 4000

    @pytest.mark.abuse("A44")
    def test_a_bsn_is_cut_out_and_said_at_the_field(self, asker):
        """The rest of the text is still there, and can be sent as it is."""
        asker.get()
        asker.send("check", **{**ANSWERS, "text": "Mijn moeder (BSN 111222333) kan de trap niet op."})
        assert asker.wrong == ["text"]
        assert "111222333" not in asker.answer.text
        assert "kan de trap niet op" in asker.form()[1]["text"]
        asker.send("check")
        asker.send("send")
        assert "111222333" not in words_of(cases()[0])

    @pytest.mark.abuse("A28")
    def test_code_in_a_text_is_shown_as_text(self, asker):
        """On each page."""
        asker.get()
        for answer in (asker.send("check", **{**ANSWERS, "text": EVIL}), asker.send("change")):
            assert "<script>alert" not in answer.text
            assert "&lt;script&gt;alert(1)&lt;/script&gt;" in answer.text

    @pytest.mark.abuse("A33")
    def test_a_form_of_another_site_does_nothing(self, asker):
        """Its text is shown again, not taken."""
        asker.get()
        asker.send("check", **ANSWERS)
        address, data = asker.form()
        asker.http.headers["Sec-Fetch-Site"] = "cross-site"
        assert asker.post(address, {**data, "do": "send"}).status_code == 403
        assert cases() == []
        assert QUESTION in asker.text
        del asker.http.headers["Sec-Fetch-Site"]
        asker.send("send")
        assert len(cases()) == 1


class TestWithoutAKey:
    """The vault is shut."""

    def test_nothing_is_lost(self, asker, monkeypatch):
        """The text is still in the form, with what to do."""

        def shut(*args, **known):
            raise keys.NoKey

        asker.get()
        asker.send("check", **ANSWERS)
        with monkeypatch.context() as patch:
            patch.setattr(store, "new", shut)
            assert asker.send("send").status_code == 503
        assert asker.wrong == ["text"]
        assert asker.form()[1]["text"].strip() == QUESTION
        asker.send("check")
        asker.send("send")
        assert len(cases()) == 1


class TestLookingOnceMore:
    """What the second page points at; it stops nobody."""

    def test_personal_data_are_marked(self, asker):
        """By words, and at the place."""
        asker.get()
        asker.send("check", **{**ANSWERS, "text": PHONE})
        assert "Wij zien een telefoonnummer. Haal dat liever weg." in asker.text
        assert [mark.text for mark in asker.page.xpath("//main//mark")] == ["06 12345678", "jan.jansen@example.org"]
        asker.send("send")
        assert words_of(cases()[0]) == PHONE

    def test_words_that_worry_show_numbers_first(self, asker):
        """112, 113 and the doctor, and the question can be sent."""
        asker.get()
        asker.send("check", **{**ANSWERS, "text": "Ik wil niet meer leven."})
        assert asker.heading == "Eerst even dit"
        assert asker.page.xpath("//section[@class='sb-crisis']//a/@href")[:2] == ["tel:113", "tel:112"]
        assert "Huisartsenpost" in asker.text
        asker.send("send")
        assert len(cases()) == 1

    def test_the_desk_says_it_in_its_own_words(self, asker, desk):
        """Its text stands in the place of ours."""
        desk.crisis_text = rich("<p>Bel de buurtdokter.</p>")
        transaction.commit()
        asker.get()
        asker.send("check", **{**ANSWERS, "text": "Ik denk aan zelfmoord"})
        section = asker.page.xpath("//section[@class='sb-crisis']")[0].text_content()
        assert "Bel de buurtdokter." in section and "zelfdoding?" not in section
