"""The detector, rule by rule: what it sees, what it leaves alone, and where it says that it is."""

from datetime import date
from samenbeter.privacy.detecting import marks_in
from samenbeter.shared import marks as m

import pytest


TODAY = date(2026, 6, 1)


def seen(text, **options):
    """Return {(kind, what was marked)} of the marks that are high or medium."""
    found = marks_in(text, today=TODAY, **options)
    return {(mark.kind, text[mark.start : mark.end]) for mark in found if mark.confidence != m.LOW}


def surely(text):
    """Return {(kind, confidence)} of all marks."""
    return {(mark.kind, mark.confidence) for mark in marks_in(text, today=TODAY)}


class TestBSN:
    """The citizen service number."""

    @pytest.mark.parametrize(
        "number",
        [
            "111222333",
            "111 222 333",
            "1112.22.333",
            "111-222-333",
            "1 1 1 2 2 2 3 3 3",
            "１１１２２２３３３",
            "111\u200b222\u200b333",
            "111\u00a0222\u00a0333",
            "١١١٢٢٢٣٣٣",
            "1112\u00ad22333",
            "𝟏𝟏𝟏𝟐𝟐𝟐𝟑𝟑𝟑",
            "een een een twee twee twee drie drie drie",
        ],
    )
    def test_is_seen_however_it_is_written(self, number):
        """With the way back to the text as it was given."""
        assert seen(f"Dit is {number} van mij") == {(m.BSN, number)}

    def test_eight_digits_need_a_word_for_it(self):
        """Otherwise numbers of the chamber of commerce and dates would be BSNs."""
        assert seen("mijn sofinummer is 10000008") == {(m.BSN, "10000008")}
        assert seen("het getal 10000008 zegt niets") == set()

    def test_what_is_called_something_else_is_not_sure(self):
        """One number in eleven passes the test by chance."""
        assert surely("factuurnummer 111222333") == {(m.BSN, m.LOW)}
        assert surely("ordernummer 111222333 is kwijt") == {(m.BSN, m.LOW)}

    def test_what_fails_the_test_is_none(self):
        """Without a word for it."""
        assert seen("het getal 111222334") == set()
        assert seen("het getal 000000000") == set()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("maak over op NL91 ABNA 0417 1643 00 graag", (m.IBAN, "NL91 ABNA 0417 1643 00")),
        ("be68539007547034", (m.IBAN, "be68539007547034")),
        ("bel 06-12345678", (m.PHONE, "06-12345678")),
        ("bel (020) 123 45 67", (m.PHONE, "(020) 123 45 67")),
        ("bel +31 (0)6 12 34 56 78", (m.PHONE, "+31 (0)6 12 34 56 78")),
        ("bel O6-l2345678", (m.PHONE, "O6-l2345678")),
        ("0 6 1 2 3 4 5 6 7 8", (m.PHONE, "0 6 1 2 3 4 5 6 7 8")),
        ("bel +32 470 12 34 56", (m.PHONE, "+32 470 12 34 56")),
        ("nul zes twaalf vierendertig zesenvijftig achtenzeventig", (m.PHONE, "nul zes twaalf vierendertig zesenvijftig achtenzeventig")),
        ("mail jan.de.vries@example.org.", (m.EMAIL, "jan.de.vries@example.org")),
        ("mail jan＠example．org", (m.EMAIL, "jan＠example．org")),
        ("fatima apenstaartje gmail punt com", (m.EMAIL, "fatima apenstaartje gmail punt com")),
        ("fatima [at] gmail [dot] com", (m.EMAIL, "fatima [at] gmail [dot] com")),
        ("op de lindestraat 12 bis", (m.ADDRESS, "lindestraat 12 bis")),
        ("wij zitten lindenhof 12", (m.ADDRESS, "lindenhof 12")),
        ("ik woon in lindestraat nummer 12", (m.ADDRESS, "lindestraat nummer 12")),
        ("aan de Kerkstraat 5 hs is het", (m.ADDRESS, "Kerkstraat 5 hs")),
        ("1067 AB 12", (m.POSTCODE, "1067 AB 12")),
        ("geboren op 12 maart 1961", (m.DOB, "12 maart 1961")),
        ("mijn geboorte datum 3-4-1961", (m.DOB, "3-4-1961")),
        ("zij heet niets, 12-03-1961 staat er", (m.DOB, "12-03-1961")),
        ("mijn dochter is geboren op 3-5-2021", (m.DOB, "3-5-2021")),
        ("kenteken kl-555-x", (m.LICENSEPLATE, "kl-555-x")),
        ("mijn patiëntnummer is 1234567", (m.PATIENTNR, "1234567")),
        ("polisnr: 12.34.567", (m.PATIENTNR, "12.34.567")),
        ("zie facebook.com/fatima.elb", (m.URL, "facebook.com/fatima.elb")),
        ("insta: fatima_020", (m.HANDLE, "fatima_020")),
        ("volg @bilal.kookt", (m.HANDLE, "@bilal.kookt")),
    ],
)  # fmt: skip
def test_each_kind_is_seen(text, expected):
    """In the spelling of people."""
    assert expected in seen(text)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("ik ben mo, ik ben 34", "mo"),
        ("mijn naam is fatima el bakkali en ik woon in osdorp", "fatima el bakkali"),
        ("Ik heet Jan van der Berg.", "Jan van der Berg"),
        ("mijn moeder ans heeft dementie", "ans"),
        ("dokter yilmaz zegt dat", "yilmaz"),
        ("Mevrouw De Wit is ziek", "De Wit"),
        ("groetjes,\nTruus", "Truus"),
        ("mij naam is Ｆａｔｉｍａ", "Ｆａｔｉｍａ"),
        ("mijn man hij heet mehmet", "mehmet"),
        ("mijn naam is fаtima", "fаtima"),
        ("Ik heet Jose\u0301 en", "Jose\u0301"),
        ("Er kwam een brief van J.A. Verbruggen", "J.A. Verbruggen"),
    ],
)
def test_names_are_seen_after_words_that_announce_them(text, name):
    """In lower case and with look-alike letters too."""
    assert (m.NAME, name) in seen(text)


@pytest.mark.parametrize(
    "text",
    [
        "ik ben moe",
        "mijn man is ziek",
        "mijn dochter heeft koorts",
        "dokter zei dat het goed kwam",
        "mijn moeder is 82",
        "2x daags 500 mg, schema 2-0-1",
        "bloeddruk 120/80 en pols 64",
        "code F32.1 en N02BE01",
        "KvK 12345678",
        "op 12 maart 2026 om 10.30 uur",
        "factuur 2024-00123 van 1.250,00 euro",
        "Ik heb Parkinson en gebruik Lyrica",
        "Het Huis van de Wijk is open",
        "in de Lindestraat wordt hard gereden",
        "bel 112, 113 of 0800-0113",
        "bel 14 020 of 0900-8844",
        "internet van @home",
        "artikel 9 lid 2",
        "sinds 1998 woon ik hier",
        "ordernummer 12345678",
        "lees www.thuisarts.nl",
        "ik zag @ 10 uur niemand",
        "wij gaan 3 keer per week naar het plein 2 straten verder",
        "bus 18 gaat om het kwartier",
    ],
)
def test_near_misses_are_left_alone(text):
    """Nothing high or medium."""
    assert seen(text) == set()
    assert seen(text.lower()) == set()


class TestAllowed:
    """What is nobody's own."""

    def test_numbers_and_addresses_of_partners_are_left_alone(self):
        """However they are written."""
        allowed = ("020 - 612 34 56", "Balie.Plein@example.org", "Lindenplein 11")
        assert seen("bel +31206123456 of balie.plein@example.org, lindenplein 11", allowed=allowed) == set()
        assert seen("bel 020-6123457", allowed=allowed) == {(m.PHONE, "020-6123457")}

    def test_a_postcode_alone_says_little(self):
        """With a number it is a house."""
        assert surely("ik woon in 1067 AB") == {(m.POSTCODE, m.LOW)}

    def test_a_mailbox_of_everybody_says_little(self):
        """It is marked all the same."""
        assert surely("info@example.org") == {(m.EMAIL, m.LOW)}


class TestKnown:
    """The names of who writes."""

    def test_are_seen_without_any_word_for_it(self):
        """The display name, its parts, and the part before the at sign."""
        known = ("Roos van Zutphen", "zutphen88@example.org")
        assert seen("zutphen heeft pijn", known=known) == {(m.NAME, "zutphen")}
        assert seen("Vraag het Roos van Zutphen", known=known) == {(m.NAME, "Roos van Zutphen")}
        assert seen("ik heet zutphen88 daar", known=known) == {(m.NAME, "zutphen88")}

    def test_an_empty_name_marks_nothing(self):
        """Nor does one letter."""
        assert seen("a b c", known=("", "a", "van")) == set()


def test_a_mark_says_nothing_of_what_it_marks():
    """Only what, where, how sure and why."""
    mark = marks_in("mijn bsn is 111222333")[0]
    assert "111222333" not in repr(mark)
    assert mark.why in (m.CHECKED, m.CUE)
